package trips

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/place"
	"portfel/data/text"
)

// history is what happened to the trip and its legs. A record that was added or
// deleted is one line, an edit one line a field.
func (c *detail) history() fyne.CanvasObject {
	all, err := c.d.Read().TripHistory(c.trip.ID)
	c.s.check(err)
	var rows []data.HistoryRow
	for i, h := range all {
		if h.Op == "edit" || i == 0 || all[i-1].Step != h.Step || all[i-1].ID != h.ID {
			rows = append(rows, h)
		}
	}
	l := ui.NewList(func() int { return len(rows) }, func(i int, r *ui.ListRow) { c.fillHistory(rows[i], r) })
	l.Empty = ui.NewEmpty(c.d.Words().T("card.history.empty"), nil)
	return l
}

func (c *detail) fillHistory(h data.HistoryRow, r *ui.ListRow) {
	w := c.d.Words()
	about := ""
	if h.Kind == data.KindLeg {
		about = c.shortRoute(h.Name)
	}
	r.Left[0] = card.When(c.d, h.At)
	r.TitleLines, r.NoteLines = 2, 3
	switch h.Op {
	case "add":
		r.Title, r.Note = text.Join(text.Title(w.T("card.added")), small(w.Code(h.Kind)), about), c.did(h)
	case "delete":
		r.Title, r.Note = text.Join(text.Title(w.T("card.removed")), small(w.Code(h.Kind)), about), c.did(h)
	default:
		r.Title = text.Join(w.Column(h.Field), about)
		r.Note = card.Value(c.d, h.Kind, h.Field, h.Old) + " → " + card.Value(c.d, h.Kind, h.Field, h.New)
		if h.Label == "step.undo" || h.Label == "step.redo" {
			r.Note = text.Join(r.Note, c.did(h)) // else an old value seems to have been typed anew
		}
	}
}

// did names the step of a change; one that took a step back, or did it again,
// says so.
func (c *detail) did(h data.HistoryRow) string {
	w := c.d.Words()
	switch h.Label {
	case "step.undo":
		return w.T("trips.history.undone")
	case "step.redo":
		return w.T("trips.history.redone")
	}
	return w.Step(h.Label, h.Subject)
}

// shortRoute is the name of a leg as the route shows it.
func (c *detail) shortRoute(name string) string {
	for _, l := range c.legs {
		if l.FromPlace+" → "+l.ToPlace == name && place.Code(l.FromPlace) != "" {
			return c.s.tell.route(l)
		}
	}
	return name
}
