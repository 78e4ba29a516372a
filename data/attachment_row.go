package data

import (
	"errors"
	"path/filepath"
	"strings"
)

// ErrDamaged is returned when the bytes of a file are missing or do not match
// the sha256 that was written down when they were taken in.
var ErrDamaged = errors.New("file does not match its sha256")

// mimes are the kinds of files that papers come as. The system's own table is
// not asked: it differs from machine to machine.
var mimes = map[string]string{
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".doc":  "application/msword",
	".xls":  "application/vnd.ms-excel",
	".ppt":  "application/vnd.ms-powerpoint",
	".odt":  "application/vnd.oasis.opendocument.text",
	".ods":  "application/vnd.oasis.opendocument.spreadsheet",
	".pdf":  "application/pdf",
	".rtf":  "application/rtf",
	".zip":  "application/zip",
	".xml":  "application/xml",
	".txt":  "text/plain",
	".csv":  "text/csv",
	".ics":  "text/calendar",
	".htm":  "text/html",
	".html": "text/html",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
}

// MimeOf names the kind of a file by the end of its name.
func MimeOf(name string) string {
	if m, ok := mimes[strings.ToLower(filepath.Ext(name))]; ok {
		return m
	}
	return "application/octet-stream"
}

// SafeName is a name for a file on the disk: without folders and without the
// characters that some systems refuse; never empty.
func SafeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.TrimSpace(name))
	name = strings.TrimRight(name, ". ")
	if strings.Trim(name, "._ ") == "" {
		return "file"
	}
	return name
}
