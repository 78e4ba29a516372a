package app

import (
	"os"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// maxICS is the largest calendar file that is read, in bytes.
const maxICS = 64 << 20

// importICS asks for a file, shows what would be done with each item, and does
// it in one step when the user agrees.
func (w *Window) importICS() {
	w.OpenFile([]string{".ics", ".ical", ".ifb"}, func(path string) {
		c, rows, err := w.readICS(path)
		if err != nil {
			w.Fail(err)
			return
		}
		w.previewICS(c, rows)
	})
}

func (w *Window) readICS(path string) (command.ImportCalendar, []command.ImportRow, error) {
	st, err := os.Stat(path)
	if err == nil && st.Size() > maxICS {
		return command.ImportCalendar{}, nil, data.Problem{Code: "fileLarge", Args: []string{path, "64"}}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return command.ImportCalendar{}, nil, data.Problem{Code: "fileRead", Args: []string{path, err.Error()}}
	}
	c, err := command.ReadCalendar(w.Read(), b, fileName(path))
	if err != nil {
		return c, nil, err
	}
	rows, err := c.Preview(w.Read())
	return c, rows, err
}

//text:prefix import.action.

var actionRoles = map[command.ImportAction]ui.Role{command.ImportAdded: ui.Done, command.ImportChanged: ui.Go, command.ImportSame: ui.Planned, command.ImportRefused: ui.Late}

func (w *Window) previewICS(c command.ImportCalendar, rows []command.ImportRow) {
	words := w.Words()
	count := map[command.ImportAction]int{}
	for _, r := range rows {
		count[r.Action]++
	}
	l := ui.NewList(func() int { return len(rows) }, func(i int, r *ui.ListRow) {
		x := rows[i]
		*r = ui.ListRow{Title: x.Name, Note: words.Code(x.Kind), ChipWord: words.T("import.action." + string(x.Action)), ChipRole: actionRoles[x.Action], NoteLines: 3, Right: words.Date(x.Day)}
		if x.Reason.Code != "" {
			r.Note += " · " + words.F("ics.line", x.Line) + " · " + words.Problem(x.Reason)
		}
	})
	l.Empty = ui.NewEmpty(words.T("ics.nothing"), nil)
	sum := words.F("ics.sum", count[command.ImportAdded], count[command.ImportChanged], count[command.ImportSame], count[command.ImportRefused])
	ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: words.T("ics.import") + ": " + c.Name, Width: 760, Confirm: words.T("ics.take"),
		Content: ui.Down(10, ui.Own(ui.NewLabel(sum)), ui.Fixed(420, l)),
		OnConfirm: func() error {
			if count[command.ImportAdded]+count[command.ImportChanged] == 0 {
				return nil
			}
			if err := w.Do(c); err != nil {
				return err
			}
			w.Say(words.N("ics.taken", count[command.ImportAdded]+count[command.ImportChanged]), words.T("step.undo"), w.Undo)
			return nil
		}})
}
