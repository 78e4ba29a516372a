package ui

import (
	"cmp"
	"slices"

	"portfel/data"
)

// AgendaList shows items day by day under headings.
type AgendaList struct {
	List   *List // what is laid into the window
	Today  data.Date
	OnItem func(id string) // Enter or a second click
	rows   []ListRow
}

// NewAgendaList makes an empty agenda.
func NewAgendaList(today data.Date) *AgendaList {
	a := &AgendaList{Today: today}
	a.List = NewList(func() int { return len(a.rows) }, func(i int, r *ListRow) { *r = a.rows[i] })
	a.List.OnOpen = func(i int) {
		if a.OnItem != nil {
			a.OnItem(a.rows[i].ID)
		}
	}
	return a
}

// SetItems shows the items between two days; one that lasts several days stands
// under its first day in view.
func (a *AgendaList) SetItems(items []Item, from, to data.Date) {
	var list []Item
	for _, it := range items {
		if it.To >= from && it.From <= to {
			list = append(list, it)
		}
	}
	slices.SortStableFunc(list, func(x, y Item) int {
		return cmp.Or(cmp.Compare(max(x.From, from), max(y.From, from)), boolCompare(y.AllDay, x.AllDay), cmp.Compare(x.Start, y.Start))
	})
	a.rows = a.rows[:0]
	var day data.Date
	for i := range list {
		it := &list[i]
		if d := max(it.From, from); d != day {
			day = d
			a.rows = append(a.rows, a.heading(d))
		}
		a.rows = append(a.rows, agendaRow(it))
	}
	a.List.Reload()
}

func (a *AgendaList) heading(d data.Date) ListRow {
	r := ListRow{Head: true, Title: words.DayTitle(d)}
	if d == a.Today {
		r.Right = say("today")
	}
	return r
}

func agendaRow(it *Item) ListRow {
	r := ListRow{ID: it.ID, Title: it.Title, Note: it.Note, ChipRole: it.Role, ChipWord: it.Word}
	switch {
	case it.To > it.From:
		r.Left[0] = words.Period(it.From, it.To)
	case it.AllDay:
		r.Left[0] = say("allday")
	default:
		r.Left[0] = clock(it.Start) + " – " + clock(it.End)
	}
	return r
}
