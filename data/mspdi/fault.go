package mspdi

import (
	"strconv"
	"strings"

	"portfel/data"
)

// Fault is why a source is refused. The words show it as the line, the record
// and the sentence of Problem.
type Fault struct {
	Code    string   // see FaultCodes
	Args    []string // values for the sentence
	Element string   // "Task", "Calendar" ..., "" for the whole source
	UID     int      // of the record, -1 when there is none
	Line    int      // from 1, 0 when there is none
	Column  int
	Err     error // what lies beneath, or nil
}

// FaultCodes are the codes of faults, in the order of Read's checks. Args are
// named behind.
var FaultCodes = []string{
	"read",          // the source could not be read to its end; Err
	"tooLarge",      // more bytes than allowed; the limit
	"empty",         // no bytes, or only spaces
	"mpp",           // MS Project's own file, not its XML
	"zip",           // a spreadsheet or an archive
	"encoding",      // unknown encoding; its name
	"encodingBytes", // bytes that the encoding does not have; its name
	"notXML",        // no element at all
	"root",          // another kind of XML; its root element
	"namespace",     // Project of another format; its namespace
	"doctype",       // DOCTYPE or entities are refused
	"entity",        // a reference to an unknown entity
	"truncated",     // the file ends before its end
	"emptyTag",      // "<>" of Project 2007
	"syntax",        // no well-formed XML; the message
	"tooDeep",       // elements nest deeper than allowed; the limit
	"tooMany",       // more elements than allowed; the limit
	"uidMissing",    // a calendar, task or resource without UID
	"uidDuplicate",  // one whose UID is taken; the line of the other
	"extra",         // Write: a kept fragment is no XML; the message
}

// Error is for logs; the user reads the sentence made of Problem.
func (f Fault) Error() string {
	s := "mspdi: " + f.Code
	if len(f.Args) > 0 {
		s += " (" + strings.Join(f.Args, ", ") + ")"
	}
	if f.Element != "" {
		s += " in " + f.Element
		if f.UID >= 0 {
			s += " " + strconv.Itoa(f.UID)
		}
	}
	if f.Line > 0 {
		s += " at line " + strconv.Itoa(f.Line)
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap is what lies beneath.
func (f Fault) Unwrap() error { return f.Err }

// Problem is the fault as the words take it; the code is "mspdi." and Code.
func (f Fault) Problem() data.Problem {
	return data.Problem{Code: "mspdi." + f.Code, Args: f.Args}
}

// Faults are several faults at once. Read returns a Fault or Faults.
type Faults []Fault

// maxFaults is how many faults are told at once.
const maxFaults = 100

// Error joins the faults.
func (fs Faults) Error() string {
	all := make([]string, len(fs))
	for i, f := range fs {
		all[i] = f.Error()
	}
	return strings.Join(all, "; ")
}
