package cli

import (
	"bytes"
	"path/filepath"
	"strings"
)

// sourceKind is the kind of a source, by its content.
type sourceKind string

// The kinds that can be told apart; see imported.
const (
	kindTable    sourceKind = "CSV"
	kindCalendar sourceKind = "iCalendar (.ics)"
	kindProject  sourceKind = "MS Project (.xml)"
	kindBook     sourceKind = "XLSX"
	kindCards    sourceKind = "vCard (.vcf)"
	kindPackage  sourceKind = "VPLAN"
	kindPDF      sourceKind = "PDF"
	kindPage     sourceKind = "HTML"
)

// imported tells whether this version takes sources of the kind.
func (k sourceKind) imported() bool {
	switch k {
	case kindTable, kindCalendar, kindProject, kindBook, kindPackage:
		return true
	}
	return false
}

// kindOf looks at the first bytes; the name tells only where they cannot.
func kindOf(b []byte, path string) sourceKind {
	head := bytes.TrimLeft(bytes.TrimPrefix(b[:min(len(b), 512)], []byte("\xEF\xBB\xBF")), " \t\r\n")
	upper := bytes.ToUpper(head)
	ext := strings.ToLower(filepath.Ext(path))
	switch {
	case bytes.HasPrefix(upper, []byte("BEGIN:VCARD")):
		return kindCards
	case bytes.HasPrefix(upper, []byte("BEGIN:VCALENDAR")):
		return kindCalendar
	case bytes.HasPrefix(upper, []byte("<")) && isPage(upper):
		if ext == ".ics" {
			return kindCalendar // a page in place of a calendar: the reader says what is missing
		}
		return kindPage
	case bytes.HasPrefix(head, []byte("<")):
		return kindProject
	case bytes.HasPrefix(head, []byte("%PDF")):
		return kindPDF
	case ext == ".vplan", bytes.HasPrefix(head, []byte("age-encryption.org/")):
		return kindPackage
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindBook
	case ext == ".ics":
		return kindCalendar
	}
	return kindTable
}

// isPage tells a page of the web, as a browser saves one in place of a file, by
// its beginning in capitals.
func isPage(upper []byte) bool {
	return bytes.Contains(upper, []byte("<!DOCTYPE HTML")) || bytes.Contains(upper, []byte("<HTML"))
}
