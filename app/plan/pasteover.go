package plan

import (
	"slices"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

// fileColumns are the columns of the table that a paste may write, by the names
// of a plan's file; others are passed over.
var fileColumns = map[string]string{"name": "name", "days": "duration_days", "preds": "predecessors", "who": "resource", "hours": "effort_h",
	"start": "start", "deadline": "deadline", "percent": "percent"}

// pasteOver lays the clipboard over the chosen rows, from the chosen cell on, as
// a spreadsheet does. It tells whether several rows were chosen for it.
func (s *Screen) pasteOver() bool {
	chosen := slices.Sorted(slices.Values(s.chart.Grid.Chosen()))
	if len(chosen) < 2 || chosen[0] >= len(s.rows) {
		return false
	}
	_, column := s.chart.Grid.CursorRow()
	shown := s.chart.Grid.Shown()
	var columns []string
	for _, id := range shown[max(0, slices.Index(shown, column)):] {
		columns = append(columns, fileColumns[id])
	}
	p := command.ReadOver(fyne.CurrentApp().Clipboard().Content(), columns, s.tree, s.people, func(v string) (data.Date, error) {
		return quick.Date(v, s.d.Today(), s.cal.AddDays)
	})
	if len(p.Rows) == 0 {
		s.d.Say(s.d.Words().T("plan.paste.none"), "", nil)
		return true
	}
	s.confirmOver(p, s.idsFrom(chosen[0]))
	return true
}

// idsFrom are the tasks from a row down, as the table shows them.
func (s *Screen) idsFrom(row int) (ids []data.ID[data.Task]) {
	for _, x := range s.rows[row:] {
		ids = append(ids, x.Task.ID)
	}
	return ids
}

// confirmOver writes at once what was understood whole; else it first says what
// was not.
func (s *Screen) confirmOver(p command.Paste, ids []data.ID[data.Task]) {
	w := s.d.Words()
	put := func() error {
		if err := s.d.Do(command.PasteOver{PlanID: s.tree.Plan.ID, IDs: ids, Rows: p.Rows}); err != nil {
			return err
		}
		s.detail.reload()
		s.d.Say(w.N("plan.pasted.over", len(p.Rows)), w.T("step.undo"), s.d.Undo)
		return nil
	}
	if len(p.Faults)+len(p.Ignored) == 0 {
		if err := put(); err != nil {
			s.d.Fail(err)
		}
		return
	}
	note := ui.NewNote(s.pasteNotes(p))
	note.SetRole(ui.Risk)
	ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("plan.paste"), Content: note, Width: 560, Confirm: w.N("plan.paste.over.ok", len(p.Rows)), OnConfirm: put})
}
