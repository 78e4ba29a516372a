package mspdi

import (
	"strconv"

	"portfel/data"
)

// Note is something that a person should hear of before a file becomes a plan:
// a value that was not understood, or one that a plan cannot hold.
type Note struct {
	Code    string   // see NoteCodes and LossCodes
	Element string   // where: "Task", "Task/Priority"
	UID     int      // of the record, -1 when there is none
	Name    string   // of the record
	Line    int      // in the source, 0 in losses
	Args    []string // values for the sentence
}

// NoteCodes are the codes of File.Notes. Args are named behind.
var NoteCodes = []string{
	"noNamespace",      // the elements have no namespace
	"number",           // not a number; the text
	"flag",             // neither true nor false; the text
	"enum",             // an unknown enumeration; the text
	"range",            // a number out of range; the text, least, most
	"date",             // not a date; the text
	"dateRange",        // a date outside 1900..2200; the text
	"duration",         // not an amount of time; the text
	"durationNegative", // below zero; the text
	"durationLong",     // more than 20 000 days; the text
	"seconds",          // seconds of a date or time were cut off; the text
	"zone",             // a zone of a date was left out; the text
	"rounded",          // decimals were cut off; the text
	"nested",           // a plain value holds elements
	"repeated",         // an element stands twice, the second is dropped
	"dropped",          // text or an element where nothing can be kept
	"shifts",           // working times overlap or are out of order; they were joined
	"shiftsMissing",    // a working day without times
	"rangeMissing",     // an exception or work week without days
	"rangeOrder",       // a range that ends before it begins
	"uidMissing",       // an assignment without UID
	"uidDuplicate",     // an assignment whose UID is taken
	"levelJump",        // a task more than one level below the one above
	"levelMissing",     // a task without level and number
	"levelMismatch",    // the outline number says another level; the number
	"calendarMissing",  // a calendar that the file has not; its UID
	"calendarLoop",     // calendars that are each other's base
	"linkMissing",      // a predecessor that the file has not; its UID
	"linkSelf",         // a link of a task with itself
	"taskMissing",      // an assignment of a task that the file has not; its UID
	"resourceMissing",  // an assignment of a resource that the file has not; its UID
	"more",             // so many notes more; the number
}

// Problem is the note as the words take it; the code is "mspdi." and Code.
func (n Note) Problem() data.Problem {
	return data.Problem{Code: "mspdi." + n.Code, Args: n.Args}
}

// maxNotes is how many notes are kept; the rest is counted.
const maxNotes = 10_000

// notes collects up to maxNotes notes.
type notes struct {
	list []Note
	more int
}

func (n *notes) add(x Note) {
	if len(n.list) >= maxNotes {
		n.more++
		return
	}
	for i, a := range x.Args {
		x.Args[i] = short(a)
	}
	n.list = append(n.list, x)
}

// all are the notes, and a last one that counts those left out.
func (n *notes) all() []Note {
	if n.more == 0 {
		return n.list
	}
	return append(n.list, Note{Code: "more", UID: -1, Args: []string{strconv.Itoa(n.more)}})
}

// short cuts a text that goes into a sentence.
func short(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}
