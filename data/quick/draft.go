package quick

import (
	"cmp"
	"slices"

	"portfel/data"
)

// Draft is what a line was understood to mean. It is not a record: the command
// or the form that takes it adds the owner, the zone and the defaults.
type Draft struct {
	Kind     data.Kind      // KindTask, KindEvent, KindTrip or KindDeliverable
	Guessed  bool           // no word named the kind: an event when there is a time, else a task
	Trip     data.TripKind  // trips only: TripLocal, or TripHome for all others; TripAbroad when the caller said so
	Event    data.EventKind // events only
	Title    string         // what is left of the line; the name of the match when nothing else is
	Place    string         // trips only: the words before the dates
	From, To data.Date      // events and trips; a task or document with a range; both inclusive
	Timed    bool           // Start was typed
	Start    int            // minutes after midnight
	End      int            // minutes after midnight, 0 = not typed
	Until    data.Date      // the day by which a task or document is due
	Effort   data.Minutes
	Names    []Name        // known records that the line names, in its order
	Parts    []Part        // what was understood, in the order of the text
	Problems data.Problems // what looks like a date or like hours and is none; it stays in the title
}

// Ref is the first match of one of the kinds, zero if there is none.
func (d Draft) Ref(kinds ...data.Kind) data.Ref {
	for _, n := range d.Names {
		if slices.Contains(kinds, n.Ref.Kind) {
			return n.Ref
		}
	}
	return data.Ref{}
}

// Part is a stretch of the typed text that was understood.
type Part struct {
	What     PartKind
	From, To int // runes of the text, half open
}

// PartKind says what a part of the text was taken for.
type PartKind string

// The kinds of parts.
const (
	PartKindWord PartKind = "kind"
	PartDate     PartKind = "date"
	PartUntil    PartKind = "until"
	PartTime     PartKind = "time"
	PartEffort   PartKind = "effort"
	PartClient   PartKind = "client"
	PartProject  PartKind = "project"
	PartPerson   PartKind = "person"
	PartPlace    PartKind = "place"
	PartOther    PartKind = "other" // a known record of another kind
)

//text:prefix quick.part.

// Key is the text key of the part's name: "quick.part.date".
func (k PartKind) Key() string { return "quick.part." + string(k) }

// partOf is the kind of the part that names a record.
func partOf(k data.Kind) PartKind {
	switch k {
	case data.KindClient:
		return PartClient
	case data.KindProject:
		return PartProject
	case data.KindPerson, data.KindContact:
		return PartPerson
	}
	return PartOther
}

// sortParts puts the parts into the order of the text.
func (d *Draft) sortParts() {
	slices.SortFunc(d.Parts, func(a, b Part) int { return cmp.Compare(a.From, b.From) })
}
