package settings

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
)

// journal is the list of what was done in the file, newest first.
type journal struct {
	s    *Screen
	rows []data.StepRow
	grid *ui.Grid
	card *ui.Card
}

const journalRows = 2000

func newJournal(s *Screen) page {
	j := &journal{s: s}
	t := s.d.Words().T
	j.grid = ui.NewGrid([]ui.Column{
		{ID: "at", Title: t("settings.journal.at"), Width: 120},
		{ID: "what", Title: t("settings.journal.what"), Width: 460, Flex: true},
		{ID: "state", Title: t("settings.journal.state"), Width: 130},
		{ID: "rows", Title: t("settings.journal.rows"), Width: 90, Right: true},
	}, func() int { return len(j.rows) }, j.fill)
	j.grid.Empty = ui.NewEmpty(t("settings.journal.empty"), nil)
	j.card = ui.NewCard("", "", j.grid)
	return j
}

func (j *journal) content() fyne.CanvasObject { return j.card }

func (j *journal) reload() {
	rows, err := j.s.d.Read().Steps(journalRows)
	if err != nil {
		j.s.d.Fail(err)
		return
	}
	j.rows = rows
	j.grid.Reload()
}

func (j *journal) fill(i int, r *ui.Row) {
	w := j.s.d.Words()
	x := j.rows[i]
	r.ID = strconv.FormatInt(x.ID, 10)
	r.Cells[0].Text = card.When(j.s.d, x.At)
	switch x.Kind {
	case "undo":
		r.Cells[1].Text = w.Undone(x.Label, x.Subject)
	case "redo":
		r.Cells[1].Text = w.Redone(x.Label, x.Subject)
	default:
		r.Cells[1].Text = w.Step(x.Label, x.Subject)
	}
	if x.State != "done" {
		r.Cells[2].ChipWord, r.Cells[2].ChipRole = w.T("settings.journal.undone"), ui.Planned
	}
	r.Cells[3].Text = strconv.Itoa(x.Changes)
}

func (j *journal) buttons() []*ui.Button {
	t := j.s.d.Words().T
	return []*ui.Button{ui.NewButton(ui.Secondary, t("step.redo"), j.s.d.Redo), ui.NewButton(ui.Primary, t("step.undo"), j.s.d.Undo)}
}
