package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// PlanTrip makes a new trip with its legs. For each person of With it makes a
// copy: the trips of one journey share a group.
type PlanTrip struct {
	Trip data.Trip
	Legs []data.Leg
	With []data.ID[data.Person]
}

// Label is "command.trip.plan" and the trip's name.
func (c PlanTrip) Label() (string, string) { return "command.trip.plan", c.Trip.Name }

// Run puts the trip, its legs and the copies. Every id but the trip's is made
// here; a traveller named twice is a problem of "personId".
func (c PlanTrip) Run(tx *sqlite.Tx) error {
	t := c.Trip
	if t.ID.IsZero() {
		t.ID = data.NewID[data.Trip]()
	}
	if t.What == "" {
		t.What = data.TripHome
	}
	if t.Status == "" {
		t.Status = FirstTripStatus(t.What)
	}
	if len(c.With) > 0 {
		t.GroupID = t.ID
	}
	if err := tx.Put(t); err != nil {
		return err
	}
	if err := putRoute(tx, t.ID, c.Legs); err != nil {
		return err
	}
	for _, p := range c.With {
		if err := (AddParticipant{TripID: t.ID, PersonID: p}).Run(tx); err != nil {
			return err
		}
	}
	return nil
}

// FirstTripStatus is where a new trip of the kind stands: a draft, or planned
// for a local one, which needs no order.
func FirstTripStatus(what data.TripKind) data.TripStatus {
	if what == data.TripLocal {
		return data.TripPlanned
	}
	return data.TripDraft
}

// AddParticipant makes a copy of a trip with its legs for another traveller.
// Orders, tickets and results are each traveller's own; NewID may be zero.
type AddParticipant struct {
	TripID   data.ID[data.Trip]
	PersonID data.ID[data.Person]
	NewID    data.ID[data.Trip]
	Name     string // of the person
}

// Label is "command.trip.participant" and the person's name.
func (c AddParticipant) Label() (string, string) { return "command.trip.participant", c.Name }

// Run copies. One who travels already is refused (Problem "tripTwice").
func (c AddParticipant) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	if t.GroupID.IsZero() {
		t.GroupID = t.ID
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	all, err := tx.TripGroup(t)
	if err != nil {
		return err
	}
	for _, x := range all {
		if x.PersonID == c.PersonID && x.Status != data.TripCancelled {
			return data.Problems{{Field: "personId", Code: "tripTwice", Args: []string{x.Person}}}
		}
	}
	return copyTrip(tx, t, c.NewID, func(n *data.Trip) {
		n.PersonID, n.GroupID = c.PersonID, t.GroupID
		n.OwnPhone = ""
		if p, err := sqlite.Get(tx.Reader, c.PersonID); err == nil {
			n.OwnPhone = p.Phone
		}
		if n.Status != data.TripDraft {
			n.Status = data.TripPlanned
		}
	}, 0)
}

// RepeatTrip makes a new trip like another one, with its legs moved to a new
// first day. NewID may be zero.
type RepeatTrip struct {
	TripID   data.ID[data.Trip]
	NewID    data.ID[data.Trip]
	StartsOn data.Date
	Name     string
}

// Label is "command.trip.repeat" and the trip's name.
func (c RepeatTrip) Label() (string, string) { return "command.trip.repeat", c.Name }

// Run copies. The new trip is a draft; a local one is planned at once.
func (c RepeatTrip) Run(tx *sqlite.Tx) error {
	if c.StartsOn.IsZero() {
		return data.Problems{{Field: "startsOn", Code: "required"}}
	}
	t, err := sqlite.Get(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	days, err := daysTo(tx, t, c.StartsOn)
	if err != nil {
		return err
	}
	return copyTrip(tx, t, c.NewID, func(n *data.Trip) {
		n.GroupID = data.ID[data.Trip]{}
		n.Status = FirstTripStatus(n.What)
		if n.StartsOn.IsZero() {
			n.StartsOn, n.EndsOn = c.StartsOn-data.Date(days), c.StartsOn-data.Date(days)
		}
	}, days)
}

// copyTrip writes a copy of a trip and its legs, moved by days. What belongs to
// one journey of one traveller is left out.
func copyTrip(tx *sqlite.Tx, t data.Trip, id data.ID[data.Trip], edit func(*data.Trip), days int) error {
	legs, err := tx.TripLegs(t.ID)
	if err != nil {
		return err
	}
	if id.IsZero() {
		id = data.NewID[data.Trip]()
	}
	t.ID = id
	t.OrderNo, t.OrderOn, t.AssignmentNo = "", 0, ""
	t.ResultText, t.CancelReason, t.ArchivedOn = "", "", 0
	edit(&t)
	shiftDates(&t, days)
	if err := tx.Put(t); err != nil {
		return err
	}
	for i := range legs {
		legs[i].ID, legs[i].TicketNo = data.ID[data.Leg]{}, ""
		shiftLeg(&legs[i], days)
	}
	return putRoute(tx, id, legs)
}

// ShiftTrip moves a trip by calendar days, its legs with it: wall clocks stay.
// With Group the others of the journey move too.
type ShiftTrip struct {
	TripID data.ID[data.Trip]
	Days   int
	Group  bool
	Name   string
}

// Label is "command.trip.shift" and the trip's name.
func (c ShiftTrip) Label() (string, string) { return "command.trip.shift", c.Name }

// Run moves. A trip that is over for the papers (its report handed in, closed,
// held, cancelled) is refused with the Problem "tripDone".
func (c ShiftTrip) Run(tx *sqlite.Tx) error {
	return withGroup(tx, c.TripID, c.Group, func(t data.Trip) error {
		legs, err := tx.TripLegs(t.ID)
		if err != nil {
			return err
		}
		shiftDates(&t, c.Days)
		if err := tx.Put(t); err != nil {
			return err
		}
		for _, l := range legs {
			shiftLeg(&l, c.Days)
			if err := tx.Put(l); err != nil {
				return err
			}
		}
		return nil
	})
}

func shiftDates(t *data.Trip, days int) {
	if !t.StartsOn.IsZero() {
		t.StartsOn += data.Date(days)
	}
	if !t.EndsOn.IsZero() {
		t.EndsOn += data.Date(days)
	}
}

func shiftLeg(l *data.Leg, days int) {
	l.Depart.Day += data.Date(days)
	l.Arrive.Day += data.Date(days)
}

// daysTo is how far a trip's first day lies from a new one.
func daysTo(tx *sqlite.Tx, t data.Trip, to data.Date) (int, error) {
	row, err := tx.TripRow(t.ID)
	if err != nil || row.StartsOn.IsZero() {
		return 0, err
	}
	return int(to - row.StartsOn), nil
}

// CancelTrip ends a trip that will not take place, with the reason. With Group
// the others of the journey are cancelled too.
type CancelTrip struct {
	TripID data.ID[data.Trip]
	Reason string
	Group  bool
	Name   string
}

// Label is "command.trip.cancel" and the trip's name.
func (c CancelTrip) Label() (string, string) { return "command.trip.cancel", c.Name }

// Run moves to cancelled; without a reason it is refused ("cancelReason").
func (c CancelTrip) Run(tx *sqlite.Tx) error {
	return moveTogether(tx, c.TripID, c.Group, func(t *data.Trip) {
		t.Status, t.CancelReason = data.TripCancelled, strings.TrimSpace(c.Reason)
	})
}

// MoveTrip brings a trip to its next status; Trip carries what else changes with
// it (number and day of the order). With Group those of the journey who stand
// where the trip stood move with it.
type MoveTrip struct {
	Trip  data.Trip
	Group bool
}

// Label is "command.move.trip" and the trip's name.
func (c MoveTrip) Label() (string, string) { return "command.move.trip", c.Trip.Name }

// Run refuses an illegal move and one that lacks what it asks for: days from
// planned on, a place and a purpose to be agreed, number and day of the order
// to be ordered, the last day reached to be reported or held.
func (c MoveTrip) Run(tx *sqlite.Tx) error {
	now, err := sqlite.Get(tx.Reader, c.Trip.ID)
	if err != nil {
		return err
	}
	if err := moveTrip(tx, now, c.Trip); err != nil || !c.Group {
		return err
	}
	others, err := tx.TripGroup(now)
	if err != nil {
		return err
	}
	for _, x := range others {
		if x.ID == now.ID || x.Status != now.Status {
			continue
		}
		old, err := sqlite.Get(tx.Reader, x.ID)
		if err != nil {
			return err
		}
		next := old
		next.Status, next.OrderNo, next.OrderOn = c.Trip.Status, c.Trip.OrderNo, c.Trip.OrderOn
		if err := moveTrip(tx, old, next); err != nil {
			return err
		}
	}
	return nil
}

// moveTogether moves a trip, and with group those of its journey that stand in
// the same status.
func moveTogether(tx *sqlite.Tx, id data.ID[data.Trip], group bool, edit func(*data.Trip)) error {
	t, err := sqlite.Get(tx.Reader, id)
	if err != nil {
		return err
	}
	all := []data.Trip{t}
	if group {
		if all, err = groupOf(tx, t); err != nil {
			return err
		}
	}
	for _, old := range all {
		next := old
		edit(&next)
		if old.ID != id && !old.Flow().Can(old.Status, next.Status) {
			continue
		}
		if err := moveTrip(tx, old, next); err != nil {
			return err
		}
	}
	return nil
}

func moveTrip(tx *sqlite.Tx, old, next data.Trip) error {
	if !old.Flow().Can(old.Status, next.Status) {
		return illegal(old, string(next.Status))
	}
	if old.Status == data.TripAgreed && next.Status == data.TripOrdered && next.What != data.TripLocal {
		if err := signOrder(tx, &next); err != nil {
			return err
		}
	}
	if err := tripMayMove(tx, next).Err(); err != nil {
		return err
	}
	if err := tx.Put(next); err != nil {
		return err
	}
	return reportMoved(tx, old, next)
}

// tripMayMove names what a trip lacks for its new status.
func tripMayMove(tx *sqlite.Tx, t data.Trip) (ps data.Problems) {
	row, err := tx.TripRow(t.ID)
	if err != nil {
		ps.Add(true, "", "notFound")
		return ps
	}
	today, road := tx.Today(), t.What != data.TripLocal
	switch t.Status {
	case data.TripPlanned:
		ps.Add(row.StartsOn.IsZero(), "startsOn", "tripDates")
	case data.TripAgreed, data.TripOrdered:
		ps.Add(row.StartsOn.IsZero(), "startsOn", "tripDates")
		ps.Add(strings.TrimSpace(t.Place) == "", "place", "required")
		ps.Add(strings.TrimSpace(t.Purpose) == "", "purpose", "required")
		away, err := AbsenceProblems(tx.Reader, row)
		ps.Add(err != nil, "", "notFound")
		ps = append(ps, away...)
		if t.Status == data.TripOrdered {
			ps.Add(road && strings.TrimSpace(t.OrderNo) == "", "orderNo", "required")
			ps.Add(road && t.OrderOn.IsZero(), "orderOn", "required")
		}
	case data.TripReported, data.TripHeld:
		ps.Add(!tripOver(row.EndsOn, today), "status", "tripNotOver")
	}
	return ps
}

// tripOver tells whether a trip may be reported or marked as held: from its last
// day on.
func tripOver(endsOn, today data.Date) bool { return today >= endsOn }

// TripStages are the states to which a trip may go on a day: the legal moves of
// its kind without those whose day has not come. endsOn is the last day of the
// trip, none when it has no days yet.
func TripStages(t data.Trip, endsOn, today data.Date) (out []string) {
	for _, to := range t.Stages() {
		st := data.TripStatus(to)
		if (st == data.TripReported || st == data.TripHeld) && !tripOver(endsOn, today) {
			continue
		}
		out = append(out, to)
	}
	return out
}

// groupOf are the trips of a journey, the given one first.
func groupOf(tx *sqlite.Tx, t data.Trip) ([]data.Trip, error) {
	all := []data.Trip{t}
	if t.GroupID.IsZero() {
		return all, nil
	}
	more, err := sqlite.List[data.Trip](tx.Reader, "group_id = ? AND id <> ? ORDER BY id", t.GroupID, t.ID)
	return append(all, more...), err
}

// tripOpen tells whether dates and legs of a trip may still change.
func tripOpen(t data.Trip) bool {
	switch t.Status {
	case data.TripReported, data.TripApproved, data.TripClosed, data.TripHeld, data.TripCancelled:
		return false
	}
	return true
}

// withGroup runs do for a trip, and with group for those of its journey that are
// still open.
func withGroup(tx *sqlite.Tx, id data.ID[data.Trip], group bool, do func(data.Trip) error) error {
	t, err := sqlite.Get(tx.Reader, id)
	if err != nil {
		return err
	}
	if !tripOpen(t) {
		return data.Problems{{Field: "status", Code: "tripDone", Args: []string{"@trip.status." + string(t.Status)}}}
	}
	all := []data.Trip{t}
	if group {
		if all, err = groupOf(tx, t); err != nil {
			return err
		}
	}
	for _, x := range all {
		if !tripOpen(x) {
			continue
		}
		if err := do(x); err != nil {
			return err
		}
	}
	return nil
}
