package card

import (
	"time"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// History is the list of what happened to a record, newest first.
func History(d desk.Desk, ref data.Ref) *ui.List {
	rows, err := d.Read().History(ref)
	if err != nil {
		d.Fail(err)
	}
	l := ui.NewList(func() int { return len(rows) }, func(i int, r *ui.ListRow) { fillHistory(d, rows[i], r) })
	l.Empty = ui.NewEmpty(d.Words().T("card.history.empty"), nil)
	return l
}

func fillHistory(d desk.Desk, h data.HistoryRow, r *ui.ListRow) {
	w := d.Words()
	r.Title = w.Column(h.Field)
	r.Note = Value(d, h.Kind, h.Field, h.Old) + " → " + Value(d, h.Kind, h.Field, h.New)
	if h.Op == "add" {
		r.Note = Value(d, h.Kind, h.Field, h.New)
	}
	r.NoteLines = 3
	r.Left = [2]string{When(d, h.At), stepWord(d, h.Label)}
}

// stepWord is what was done; that something was taken back is said as such.
func stepWord(d desk.Desk, label string) string {
	switch label {
	case "step.undo":
		return d.Words().T("card.history.undone")
	case "step.redo":
		return d.Words().T("card.history.redone")
	}
	return d.Words().Step(label, "")
}

// When is an instant of the journal on the owner's clock: «24.11 09:42».
func When(d desk.Desk, at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return at
	}
	zone := "Europe/Moscow"
	if me, err := d.Read().Me(); err == nil && me.Zone != "" {
		zone = me.Zone
	}
	m, err := data.MomentOf(t, zone)
	if err != nil {
		return at
	}
	return d.Words().DayMonth(m.Day) + " " + m.Clock()
}

// ShowHistory shows the history of a record over the window.
func ShowHistory(d desk.Desk, ref data.Ref, name string) {
	ShowList(d, d.Words().T("card.history")+": "+name, 720, 480, History(d, ref))
}

// ShowList shows a list to read over the window, so wide and high in units, with
// one button that closes it.
func ShowList(d desk.Desk, title string, width, height float32, l *ui.List) {
	var sheet *ui.Sheet
	leave := ui.NewButton(ui.Primary, d.Words().T("app.close"), func() { sheet.Close() })
	sheet = ui.ShowDialog(d.Canvas(), ui.Dialog{Title: title, Width: width, NoButtons: true,
		Content: ui.Down(12, ui.Fixed(height, l), ui.Own(ui.Across(0, ui.Flex(1, ui.Spacer()), ui.Own(leave))))})
}
