package command

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// GatherTrip puts points into a trip's assignment behind those that are there,
// in their order. A point whose record is among the points already, and an own
// line that says the same, is left out.
//
// The text of the assignment (Trip.TaskText) follows the points as long as
// nobody has written it by hand: while it is empty, or still the list that the
// points made before.
type GatherTrip struct {
	TripID data.ID[data.Trip]
	Items  []data.TripItem
	Name   string // of the trip
}

// Label is "command.trip.gather" and the trip's name.
func (c GatherTrip) Label() (string, string) { return "command.trip.gather", c.Name }

// Run writes. A trip that is over for the papers is refused ("tripDone").
func (c GatherTrip) Run(tx *sqlite.Tx) error {
	return withGroup(tx, c.TripID, false, func(t data.Trip) error {
		have, err := tx.TripItems(t.ID)
		if err != nil {
			return err
		}
		all := slices.Clone(have)
		ord := int64(0)
		for _, x := range have {
			ord = max(ord, x.Ord)
		}
		for _, x := range c.Items {
			if x.Title = strings.TrimSpace(x.Title); knownItem(all, x) {
				continue
			}
			ord += 100
			x.ID, x.TripID, x.Ord = data.NewID[data.TripItem](), t.ID, ord
			if err := tx.Put(x); err != nil {
				return err
			}
			all = append(all, x)
		}
		return followText(tx, t, have, all)
	})
}

// knownItem tells whether a point is among others: the same record, or the same
// words where there is none.
func knownItem(all []data.TripItem, x data.TripItem) bool {
	return slices.ContainsFunc(all, func(y data.TripItem) bool {
		if !x.RefID.IsZero() || !y.RefID.IsZero() {
			return x.RefID == y.RefID && x.RefKind == y.RefKind
		}
		return data.Fold(x.Title) == data.Fold(y.Title)
	})
}

// followText brings the text of the assignment after its points.
func followText(tx *sqlite.Tx, t data.Trip, before, after []data.TripItem) error {
	if s := strings.TrimSpace(t.TaskText); s != "" && s != AssignmentText(before) {
		return nil
	}
	t.TaskText = AssignmentText(after)
	return tx.Put(t)
}

// AssignmentText is the points of an assignment as numbered lines; reminders of
// one's own are not for the paper.
func AssignmentText(items []data.TripItem) string {
	var lines []string
	for _, x := range items {
		if x.What != data.ItemPersonal {
			lines = append(lines, strconv.Itoa(len(lines)+1)+". "+x.Title)
		}
	}
	return strings.Join(lines, "\n")
}

// AssignmentReport is the report on an assignment from what was ticked: each
// point with its result, or with done and not done.
func AssignmentReport(w *text.Words, items []data.TripItem) string {
	var lines []string
	for _, x := range items {
		if x.What == data.ItemPersonal {
			continue
		}
		said := strings.TrimSpace(x.Result)
		switch {
		case x.Done && said == "":
			said = w.T("trip.item.done")
		case !x.Done && said == "":
			said = w.T("trip.item.undone")
		case !x.Done:
			said = w.F("trip.item.undone.why", said)
		}
		lines = append(lines, strconv.Itoa(len(lines)+1)+". "+x.Title+": "+said)
	}
	return strings.Join(lines, "\n")
}

// TickItem says whether a point of an assignment is done, with what came of it;
// of a point that is not done Result is the reason.
type TickItem struct {
	ID     data.ID[data.TripItem]
	Done   bool
	Result string
	Name   string // of the point
}

// Label is "command.trip.tick" and the point.
func (c TickItem) Label() (string, string) { return "command.trip.tick", c.Name }

// Run writes; a closed or cancelled trip is refused ("tripDone").
func (c TickItem) Run(tx *sqlite.Tx) error {
	x, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	t, err := sqlite.Get(tx.Reader, x.TripID)
	if err != nil {
		return err
	}
	if t.Status == data.TripClosed || t.Status == data.TripCancelled {
		return data.Problems{{Field: "status", Code: "tripDone", Args: []string{"@trip.status." + string(t.Status)}}}
	}
	x.Done, x.Result = c.Done, strings.TrimSpace(c.Result)
	return tx.Put(x)
}

// EditItem changes, with Delete removes, a point of an assignment, or moves it
// up (-1) or down (+1); the text of the assignment follows.
type EditItem struct {
	Item   data.TripItem
	By     int
	Delete bool
}

// Label is "command.put.trip_item" or "command.delete.trip_item" and the point.
func (c EditItem) Label() (string, string) {
	if c.Delete {
		return "command.delete.trip_item", c.Item.Title
	}
	return "command.put.trip_item", c.Item.Title
}

// Run writes; a trip that is over for the papers is refused ("tripDone"). At
// either end a move changes nothing.
func (c EditItem) Run(tx *sqlite.Tx) error {
	return withGroup(tx, c.Item.TripID, false, func(t data.Trip) error {
		have, err := tx.TripItems(t.ID)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(have, func(x data.TripItem) bool { return x.ID == c.Item.ID })
		if at < 0 {
			return data.ErrNotFound
		}
		after, err := c.write(tx, slices.Clone(have), at)
		if err != nil {
			return err
		}
		return followText(tx, t, have, after)
	})
}

func (c EditItem) write(tx *sqlite.Tx, all []data.TripItem, at int) ([]data.TripItem, error) {
	to := at + c.By
	switch {
	case c.Delete:
		return slices.Delete(all, at, at+1), tx.Delete(data.RefTo(data.KindTripItem, c.Item.ID))
	case c.By == 0:
		c.Item.Ord = all[at].Ord
		all[at] = c.Item
		return all, tx.Put(c.Item)
	case to < 0 || to >= len(all):
		return all, nil
	}
	all[at].Ord, all[to].Ord = all[to].Ord, all[at].Ord
	all[at], all[to] = all[to], all[at]
	if err := tx.Put(all[at]); err != nil {
		return nil, err
	}
	return all, tx.Put(all[to])
}
