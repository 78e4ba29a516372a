package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// ChangeTrip is an order that changes the days of a trip whose order is signed:
// a prolongation or a recall moves the way back to a new last day, a shift moves
// the whole trip to a new first day. With Group the journey changes together.
type ChangeTrip struct {
	TripID  data.ID[data.Trip]
	What    data.TripChangeKind
	On      data.Date // the new last day; of a shift, the new first day
	OrderNo string    // empty = the next number
	OrderOn data.Date // empty = today
	Reason  string
	Group   bool
	Name    string
}

// Label is "command.trip.change" and the trip's name.
func (c ChangeTrip) Label() (string, string) { return "command.trip.change", c.Name }

// Run moves the legs and writes the change. Refused: a trip without a signed
// order ("tripNotOrdered"), a day on the wrong side ("tripLonger",
// "tripShorter"), no reason.
func (c ChangeTrip) Run(tx *sqlite.Tx) error {
	if c.OrderOn.IsZero() {
		c.OrderOn = tx.Today()
	}
	t, err := sqlite.Get(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	paper, err := takeNumber(tx, data.Paper{TripID: t.ID, What: data.PaperOrder, Number: c.OrderNo, PaperOn: c.OrderOn}, data.ID[data.Trip]{})
	if err != nil {
		return err
	}
	c.OrderNo = paper.Number
	return withGroup(tx, c.TripID, c.Group, func(t data.Trip) error { return c.change(tx, t) })
}

func (c ChangeTrip) change(tx *sqlite.Tx, t data.Trip) error {
	row, err := tx.TripRow(t.ID)
	if err != nil {
		return err
	}
	if err := c.check(t, row).Err(); err != nil {
		return err
	}
	legs, err := tx.TripLegs(t.ID)
	if err != nil {
		return err
	}
	from, to := row.StartsOn, row.EndsOn
	if c.What == data.TripShifted {
		days := int(c.On - row.StartsOn)
		shiftDates(&t, days)
		shiftFrom(legs, 0, days)
		from, to = from+data.Date(days), to+data.Date(days)
	} else {
		t.EndsOn = c.On
		shiftFrom(legs, wayBack(legs), int(c.On-row.EndsOn))
		to = c.On
	}
	if err := tx.Put(t); err != nil {
		return err
	}
	for _, l := range legs {
		if err := tx.Put(l); err != nil {
			return err
		}
	}
	return tx.Put(data.TripChange{ID: data.NewID[data.TripChange](), TripID: t.ID, What: c.What, OrderNo: c.OrderNo, OrderOn: c.OrderOn,
		OldValue: row.StartsOn.String() + ".." + row.EndsOn.String(), NewValue: from.String() + ".." + to.String(), Reason: strings.TrimSpace(c.Reason)})
}

// check names what speaks against the change.
func (c ChangeTrip) check(t data.Trip, row data.TripRow) (ps data.Problems) {
	ps.Add(t.Status != data.TripOrdered, "status", "tripNotOrdered")
	ps.Add(c.On.IsZero(), "on", "required")
	ps.Add(strings.TrimSpace(c.Reason) == "", "reason", "required")
	ps.Add(c.What == data.TripExtended && c.On <= row.EndsOn, "on", "tripLonger", row.EndsOn.String())
	ps.Add(c.What == data.TripRecalled && (c.On >= row.EndsOn || c.On < row.StartsOn), "on", "tripShorter", row.StartsOn.String(), row.EndsOn.String())
	return ps
}

func shiftFrom(legs []data.Leg, first, days int) {
	for i := first; i < len(legs); i++ {
		shiftLeg(&legs[i], days)
		if !legs[i].BorderOn.IsZero() {
			legs[i].BorderOn += data.Date(days)
		}
	}
}

// wayBack is the index of the leg that begins the way home: the one after the
// longest stay; of legs without a stay the last one.
func wayBack(legs []data.Leg) int {
	best, back := -1, max(0, len(legs)-1)
	for i := 1; i < len(legs); i++ {
		stay := (int(legs[i].Depart.Day-legs[i-1].Arrive.Day))*1440 + legs[i].Depart.Min - legs[i-1].Arrive.Min
		if stay > best {
			best, back = stay, i
		}
	}
	return back
}
