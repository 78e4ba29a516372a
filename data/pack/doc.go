// Package pack is the format of .vplan: a part of one file's records on their way to
// another file of the program, a trainee's plan first of all. Bytes out, bytes in.
//
// The package must never know what a record means or who may see it, a file, or a
// command. It takes no pass phrase: data/vault seals the whole.
//
// # The format, version 1
//
// A ZIP archive. Its entries, in this order:
//
//	manifest.json    what the package is, one JSON object, stored as it is
//	records.json     the records, deflated
//	files/<sha256>   the bytes of attachments, stored as they are, by their sha256 in hex
//
// Its comment ends the file:
//
//	portfel.vplan <version> sha256:<64 hex digits>
//
// The number is the sha256 of all bytes of the file before it: one sum over content,
// names and structure, so that any changed byte is noticed before anything is read.
// It guards against damage and against edits by other tools, not against somebody
// who counts it anew: everything below is checked all the same.
//
// manifest.json:
//
//	format    "portfel.vplan"
//	version   1; a program refuses a version that it does not know
//	kind      "trainee": from the mentor to the trainee; "mentor": the way back
//	id        of this package: the same content of the same file has the same id
//	file      the id of the file it comes from
//	base      the id of the last package that was taken from the other side, or ""
//	number    grows with every package that goes either way
//	about     the id of the record that it is about: the mentoring
//	owner     the id of the person whose file it comes from
//	made      the day, YYYY-MM-DD
//
// records.json is a list of records, ordered by kind and id:
//
//	{"kind": "task", "id": "0198…", "fields": {"Name": "…", "DeadlineOn": "2026-11-27"}}
//
// Kinds and field names are those of package data. Every value is a text: dates
// YYYY-MM-DD, moments YYYY-MM-DDTHH:MM Zone/Name, ids in 36 characters, numbers in
// digits (minutes, per cent, scores), durations and stamps as the file stores them,
// yes and no as true and false; "" is none. A field that is missing is not said: the
// other side keeps its own.
//
// A newer version may add kinds and fields; a reader refuses what it does not know
// by the version and not by guessing.
//
// Decisions:
//   - The same content gives the same bytes: no clock, one order.
//   - Limits: 512 MB a package, 32 MB of records, 100 MB a file, 20,000 records,
//     5,000 files. A stored file cannot be larger than the package, so nothing in it
//     can swell; records are read up to their limit whatever the archive says.
//   - Read copies no file: they are parts of the bytes given to it.
package pack
