package data

import "strings"

// TripDay is what the traveller or the firm said of one day of a trip; days
// without a row follow from the legs.
type TripDay struct {
	ID       ID[TripDay]
	TripID   ID[Trip]
	DayOn    Date
	Personal bool   // an own day within the trip: no per diem, no working time
	Use      DayUse // how a day off was spent; empty = from the legs
	Override bool   // Amount counts, not the rate
	Amount   Money  // per diem of the day in roubles
	Reason   string
}

// DayUse is how a day off within a trip was spent: the three are paid
// differently.
type DayUse string

// The uses of a day off.
const (
	DayRoad DayUse = "road" // on the way out or back
	DayWork DayUse = "work"
	DayStay DayUse = "stay"
)

// DayUses lists the uses in the order of choices.
var DayUses = []DayUse{DayRoad, DayWork, DayStay}

// Kind is KindTripDay.
func (TripDay) Kind() Kind { return KindTripDay }

// Key is the id without its type.
func (d TripDay) Key() ID[Any] { return ID[Any](d.ID) }

// Validate needs a trip and a day; a sum of one's own needs its reason.
func (d TripDay) Validate() (ps Problems) {
	ps.Add(d.TripID.IsZero(), "tripId", "required")
	ps.Add(d.DayOn.IsZero(), "dayOn", "required")
	ps.Add(d.Use != "" && !known(DayUses, d.Use), "use", "unknown", string(d.Use))
	ps.Add(d.Amount < 0, "amount", "negative")
	ps.Add(d.Amount > MaxSum, "amount", "tooMuch")
	ps.Add(d.Override && d.Reason == "", "reason", "required")
	return ps
}

// TripChange is an order that changed a trip after its first one.
type TripChange struct {
	ID       ID[TripChange]
	TripID   ID[Trip]
	What     TripChangeKind
	OrderNo  string
	OrderOn  Date
	OldValue string // "2026-11-30..2026-12-04"
	NewValue string
	Reason   string
}

// TripChangeKind is what an order changed.
type TripChangeKind string

// The changes of a trip.
const (
	TripExtended TripChangeKind = "extension"
	TripRecalled TripChangeKind = "recall"
	TripShifted  TripChangeKind = "move"
)

// TripChangeKinds lists the changes in the order of choices.
var TripChangeKinds = []TripChangeKind{TripExtended, TripRecalled, TripShifted}

// ParsePeriod reads the days of a change: "2026-11-30..2026-12-04".
func ParsePeriod(s string) (from, to Date, err error) {
	a, b, _ := strings.Cut(s, "..")
	if from, err = ParseDate(a); err != nil {
		return 0, 0, err
	}
	to, err = ParseDate(b)
	return from, to, err
}

// Kind is KindTripChange.
func (TripChange) Kind() Kind { return KindTripChange }

// Key is the id without its type.
func (c TripChange) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a trip, a known change and its reason.
func (c TripChange) Validate() (ps Problems) {
	ps.Add(c.TripID.IsZero(), "tripId", "required")
	ps.Add(!known(TripChangeKinds, c.What), "what", "unknown", string(c.What))
	ps.Add(c.Reason == "", "reason", "required")
	return ps
}

// TripItem is one point of a trip's assignment; done and its result make the
// report on the assignment.
type TripItem struct {
	ID      ID[TripItem]
	TripID  ID[Trip]
	Ord     int64
	What    TripItemKind
	Title   string
	RefKind Kind // the record it came from, if any
	RefID   ID[Any]
	Done    bool
	Result  string
}

// TripItemKind is the sort of a point.
type TripItemKind string

// The sorts of points.
const (
	ItemTask     TripItemKind = "task"     // work at the client's
	ItemMeeting  TripItemKind = "meeting"  // with whom
	ItemSign     TripItemKind = "sign"     // a paper to have signed
	ItemFetch    TripItemKind = "fetch"    // an original to bring home
	ItemBring    TripItemKind = "bring"    // to hand over
	ItemPromise  TripItemKind = "promise"  // what was promised
	ItemContact  TripItemKind = "contact"  // somebody to call on
	ItemPersonal TripItemKind = "personal" // own reminder, not on paper
	ItemOther    TripItemKind = "other"
)

// TripItemKinds lists the sorts in the order of choices.
var TripItemKinds = []TripItemKind{ItemTask, ItemMeeting, ItemSign, ItemFetch, ItemBring, ItemPromise, ItemContact, ItemOther, ItemPersonal}

// Kind is KindTripItem.
func (TripItem) Kind() Kind { return KindTripItem }

// Key is the id without its type.
func (i TripItem) Key() ID[Any] { return ID[Any](i.ID) }

// Validate needs a trip, a known sort and a text.
func (i TripItem) Validate() (ps Problems) {
	ps.Add(i.TripID.IsZero(), "tripId", "required")
	ps.Add(!known(TripItemKinds, i.What), "what", "unknown", string(i.What))
	ps.Add(i.Title == "", "title", "required")
	return ps
}

// Paper is a numbered paper of a trip: made by the program, signed by people.
type Paper struct {
	ID       ID[Paper]
	TripID   ID[Trip]
	What     PaperKind
	Number   string // as printed: «57-ком»
	Seq      int64  // the number within its kind and year; 0 = without a number
	PaperOn  Date
	SignedOn Date
	Text     string // of a memo
}

// PaperKind is the sort of a paper; its code is the REPORT of the command line.
type PaperKind string

// The papers of a trip.
const (
	PaperOrder      PaperKind = "order"
	PaperAssignment PaperKind = "assignment"
	PaperEstimate   PaperKind = "estimate"
	PaperReport     PaperKind = "advance-report"
	PaperMemo       PaperKind = "memo"
	PaperCarMemo    PaperKind = "car-memo"
)

// PaperKinds lists the papers in the order of a trip's life.
var PaperKinds = []PaperKind{PaperOrder, PaperAssignment, PaperEstimate, PaperReport, PaperMemo, PaperCarMemo}

// Kind is KindPaper.
func (Paper) Kind() Kind { return KindPaper }

// Key is the id without its type.
func (p Paper) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs a trip and a known sort; nothing is signed before it is dated.
func (p Paper) Validate() (ps Problems) {
	ps.Add(p.TripID.IsZero(), "tripId", "required")
	ps.Add(!known(PaperKinds, p.What), "what", "unknown", string(p.What))
	ps.Add(p.Seq < 0, "seq", "negative")
	ps.Add(!p.SignedOn.IsZero() && p.SignedOn < p.PaperOn, "signedOn", "order")
	return ps
}
