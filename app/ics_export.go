package app

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
)

// icsForm is the dialog that makes a calendar file: for whom, what is in it,
// where it goes.
type icsForm struct {
	w        *Window
	audience *ui.Choice
	whom     *ui.Choice      // the client or the trainee
	layers   []*ui.Segmented // in rows
	tasks    *ui.Segmented
	changed  *ui.Check
	path     *ui.Field
	form     *ui.Form
}

//text:prefix ics.audience.
//text:prefix ics.tasks.

// exportICS asks and writes a calendar file.
func (w *Window) exportICS() {
	f := &icsForm{w: w}
	t := w.Words().T
	var who []ui.Option
	for _, a := range ical.Audiences {
		who = append(who, ui.Option{ID: string(a), Label: t("ics.audience." + string(a))})
	}
	f.audience = ui.NewChoice(who, string(ical.ForMe))
	f.audience.OnSelect = func(o ui.Option) error { f.offer(o.ID); return nil }
	f.whom = ui.NewChoice(nil, "")
	f.whom.Disable()
	layers := f.layerRows()
	f.tasks = ui.NewSegmented([]ui.Option{{ID: "event", Label: t("ics.tasks.event")}, {ID: "todo", Label: t("ics.tasks.todo")}}, "event", nil)
	f.changed = ui.NewCheck(t("ics.changed"), false, nil)
	f.path = ui.NewField(w.icsPath())
	f.form = ui.NewForm().Add("audience", t("ics.audience"), f.audience).Add("whom", t("ics.whom"), f.whom).Add("layers", t("ics.layers"), layers).
		Add("tasks", t("ics.tasks"), f.tasks).AddNote("changed", "", f.changed, t("ics.changed.note")).Add("path", t("ics.path"), f.path)
	sheet := ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: t("ics.export"), Content: f.form, Confirm: t("ics.write"), Width: 720, OnConfirm: f.write})
	f.path.OnSubmitted = func(string) { sheet.Confirm() }
}

// layerRows shows what can be in the file, five to a row, all of it chosen.
func (f *icsForm) layerRows() fyne.CanvasObject {
	var rows []ui.Part
	for part := range slices.Chunk(data.Layers, 5) {
		var names []ui.Option
		var on []string
		for _, l := range part {
			names, on = append(names, ui.Option{ID: string(l), Label: f.w.Words().Code(l)}), append(on, string(l))
		}
		row := ui.NewToggles(names, on, nil)
		f.layers, rows = append(f.layers, row), append(rows, ui.Own(row))
	}
	return ui.Down(4, rows...)
}

func (w *Window) icsPath() string {
	if p := w.Read().Remembered("ics.path"); p != "" {
		return p
	}
	return filepath.Join(startFolder(), w.Words().T("ics.file"))
}

// offer fills the second choice: a client, or a trainee, or nobody.
func (f *icsForm) offer(audience string) {
	switch ical.Audience(audience) {
	case ical.ForClient:
		f.whom.SetOptions(card.Clients(f.w, false))
		f.whom.Enable()
	case ical.ForTrainee:
		f.whom.SetOptions(card.People(f.w, false))
		f.whom.Enable()
	default:
		f.whom.SetOptions(nil)
		f.whom.Set("")
		f.whom.Disable()
	}
	f.whom.Refresh()
}

func (f *icsForm) options() (ical.Options, error) {
	o := ical.Options{Lang: f.w.Words().Lang(), Audience: ical.Audience(f.audience.ID), CalName: f.w.Words().T("app.name"), Tasks: ical.TasksAsEvents}
	for _, l := range data.Layers {
		for _, row := range f.layers {
			if row.On[string(l)] {
				o.Layers = append(o.Layers, l)
			}
		}
	}
	if f.tasks.On["todo"] {
		o.Tasks = ical.TasksAsTodos
	}
	switch o.Audience {
	case ical.ForClient:
		o.Client = card.ID[data.Client](f.whom.ID)
	case ical.ForTrainee:
		o.Who = card.ID[data.Person](f.whom.ID)
	}
	var ps data.Problems
	ps.Add((o.Audience == ical.ForClient || o.Audience == ical.ForTrainee) && f.whom.ID == "", "whom", "required")
	ps.Add(len(o.Layers) == 0, "layers", "required")
	ps.Add(!filepath.IsAbs(f.path.Text), "path", "path", f.path.Text)
	return o, ps.Err()
}

func (f *icsForm) write() error {
	o, err := f.options()
	if err != nil {
		return f.form.Fail(err)
	}
	w, path, onlyChanged := f.w, f.path.Text, f.changed.On
	var made command.CalendarExport
	w.Work(w.Words().T("ics.writing"), func(context.Context, func(float64)) error {
		var err error
		if made, err = command.ExportCalendar(w.File, o, onlyChanged); err != nil {
			return err
		}
		if err := card.WriteBeside(path, made.ICS); err != nil {
			return err
		}
		return made.Keep()
	}, func(err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.remember("ics.path", path)
		w.Say(w.Words().N("ics.written", made.Items, path), "", nil)
	})
	return nil
}
