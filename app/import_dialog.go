package app

import (
	"context"
	"errors"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// importDialog shows what the import of a file would do, for a plan also into
// which project and from which day, and does it in one step.
type importDialog struct {
	w       *Window
	src     *source
	cmd     importing
	preview command.ImportPreview
	rows    []ui.ListRow
	project string // name or code that the preview was made with
	start   data.Date

	into  *ui.Choice
	from  *ui.DateField
	sum   *ui.Label
	list  *ui.List
	sheet *ui.Sheet
}

// newImport finds the project that a plan belongs to and works the preview out.
// It runs aside.
func (w *Window) newImport(src *source) (*importDialog, error) {
	d := &importDialog{w: w, src: src}
	r := w.Read()
	if src.isPlan() {
		var err error
		if d.project, err = w.homeOf(r, src); err != nil {
			return nil, err
		}
	}
	return d, d.look(r)
}

// homeOf is the project whose plan a source is: the one of the source's name, else
// a new one. A plan that has never come from a file is left alone: the tasks of
// the file would stand there twice.
func (w *Window) homeOf(r *sqlite.Reader, src *source) (string, error) {
	plans, err := r.Plans()
	if err != nil {
		return "", err
	}
	name, taken := src.title(), false
	for _, p := range plans {
		if p.ProjectID.IsZero() || !namedSo(p, name) {
			continue
		}
		came, empty, err := origin(r, p.ID)
		if err != nil {
			return "", err
		}
		if came || empty {
			return projectName(p), nil
		}
		taken = true
	}
	if taken {
		return w.Words().F("importing.copy", name), nil
	}
	return name, nil
}

// namedSo tells whether a project is called so.
func namedSo(p data.PlanHead, name string) bool {
	return p.Name != "" && strings.EqualFold(p.Name, name) || p.Code != "" && strings.EqualFold(p.Code, name) || strings.EqualFold(p.Code+" "+p.Name, name)
}

// origin tells whether tasks of a plan came from a file, and whether it has any.
func origin(r *sqlite.Reader, plan data.ID[data.Plan]) (came, empty bool, err error) {
	names, err := r.PlanNames(plan)
	for _, external := range names.External {
		came = came || external != ""
	}
	return came, len(names.External) == 0, err
}

// foreign tells that the project chosen has a plan of its own which the file does
// not know: its tasks would stand beside those of the file.
func (d *importDialog) foreign() bool {
	if !d.src.isPlan() {
		return false
	}
	for _, r := range d.preview.Rows {
		if r.Kind == data.KindTask && (r.Action == command.ImportChanged || r.Action == command.ImportSame) {
			return false
		}
	}
	plans, err := d.w.Read().Plans()
	if err != nil {
		return false // the preview has said why
	}
	for _, p := range plans {
		if !p.ProjectID.IsZero() && projectName(p) == d.project {
			_, empty, err := origin(d.w.Read(), p.ID)
			return err == nil && !empty
		}
	}
	return false
}

// projectName is how an import is told of a project: by its code, else its name.
func projectName(p data.PlanHead) string {
	if p.Code != "" {
		return p.Code
	}
	return p.Name
}

// look works out what the import would do with the project and day chosen.
func (d *importDialog) look(r *sqlite.Reader) (err error) {
	if d.cmd, err = d.src.command(r, d.w.Words(), d.project, d.start); err != nil {
		return err
	}
	d.preview, err = d.src.preview(r, d.cmd)
	return err
}

// show puts the dialog on the window.
func (d *importDialog) show() {
	t := d.w.Words().T
	d.sum = ui.NewLabel("")
	d.list = listOf(&d.rows, t("importing.nothing"))
	form := ui.NewForm()
	var parts []ui.Part
	if d.src.isPlan() {
		d.into = ui.NewChoice(d.projects(), d.project)
		d.into.OnCreate = func(typed string) (ui.Option, error) { return d.newProject(strings.TrimSpace(typed)), nil }
		d.into.OnSelect = func(o ui.Option) error { return d.again(o.ID, d.start) }
		d.from = card.NewDate(d.w, d.start)
		d.from.OnSet = func(on data.Date) error { return d.again(d.project, on) }
		form.AddNote("project", t("importing.project"), d.into, t("importing.project.note")).AddNote("start", t("importing.start"), d.from, t("importing.start.note"))
		parts = append(parts, ui.Own(form))
	}
	parts = append(parts, ui.Own(d.sum), ui.Fixed(d.listHeight(), d.list))
	d.fill()
	d.sheet = ui.ShowDialog(d.w.win.Canvas(), ui.Dialog{Title: d.w.Words().F("importing.title", fileName(d.src.path), t(d.src.word())), About: "import " + d.src.path,
		Width: 760, Confirm: t("importing.take"), Content: ui.Down(10, parts...), OnConfirm: d.take})
	d.list.OnOpen = func(int) { d.sheet.Confirm() }
	d.w.win.Canvas().Focus(d.list)
}

// listHeight leaves room for the form of a plan.
func (d *importDialog) listHeight() float32 {
	if d.src.isPlan() {
		return 400
	}
	return 460
}

// projects are those to import into, and the one that would be made.
func (d *importDialog) projects() []ui.Option {
	plans, err := d.w.Read().Plans()
	if err != nil {
		d.w.Fail(err)
	}
	var out []ui.Option
	known := false
	for _, p := range plans {
		if p.ProjectID.IsZero() {
			continue
		}
		out = append(out, ui.Option{ID: projectName(p), Label: strings.TrimSpace(p.Code + " " + p.Name), Note: p.Client})
		known = known || projectName(p) == d.project
	}
	if !known {
		out = append([]ui.Option{d.newProject(d.project)}, out...)
	}
	return out
}

func (d *importDialog) newProject(name string) ui.Option {
	return ui.Option{ID: name, Label: name, Note: d.w.Words().T("importing.project.new")}
}

// again works the preview out for another project or day; one that cannot be
// leaves the old one.
func (d *importDialog) again(project string, start data.Date) error {
	was := *d
	d.project, d.start = project, start
	if err := d.look(d.w.Read()); err != nil {
		d.project, d.start, d.cmd, d.preview = was.project, was.start, was.cmd, was.preview
		return err
	}
	d.fill()
	d.sheet.SetProblem("")
	return nil
}

// fill writes the preview into the list and its sum above it.
func (d *importDialog) fill() {
	w := d.w.Words()
	d.rows = importRows(w, d.preview)
	d.list.Reload()
	d.list.Select(-1)
	count := d.counts()
	var parts []string
	for _, c := range []struct {
		key    string
		action command.ImportAction
	}{{"importing.head.added", command.ImportAdded}, {"importing.head.changed", command.ImportChanged}, {"importing.head.same", command.ImportSame}, {"importing.head.refused", command.ImportRefused}} {
		if n := count[c.action]; n > 0 {
			parts = append(parts, w.T(c.key)+": "+w.Number(int64(n)))
		}
	}
	s := text.Join(parts...)
	role := ui.Plain
	switch {
	case count[command.ImportRefused] > 0 && d.src.isPlan():
		s, role = s+". "+w.T("importing.blocked"), ui.Late
	case count[command.ImportRefused] > 0:
		s += ". " + w.T("importing.skipped")
	case d.foreign():
		s, role = s+". "+w.T("importing.foreign"), ui.Risk
	case count[command.ImportAdded]+count[command.ImportChanged] == 0:
		s = w.T("importing.same")
	}
	d.sum.Set(s)
	d.sum.SetRole(role)
}

func (d *importDialog) counts() map[command.ImportAction]int {
	count := map[command.ImportAction]int{}
	for _, r := range d.preview.Rows {
		count[r.Action]++
	}
	return count
}

// take imports aside in one step. A plan with refused rows is not taken.
func (d *importDialog) take() error {
	if d.from != nil && !d.from.Commit() {
		return ui.Refuse("")
	}
	if err := refusal(d.preview); err != nil && d.src.isPlan() {
		return err
	}
	count := d.counts()
	n := count[command.ImportAdded] + count[command.ImportChanged]
	if n == 0 {
		return nil
	}
	w := d.w
	w.Work(w.Words().T("importing.working"), func(ctx context.Context, progress func(float64)) error {
		progress(.3)
		return w.DoAside(ctx, d.cmd)
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.Say(w.Words().T("importing.cancelled"), "", nil)
		case err != nil:
			w.Fail(err)
		default:
			d.open()
			w.Say(w.Words().N("ics.taken", n), w.Words().T("step.undo"), w.Undo)
		}
	})
	return nil
}

// open shows the plan that was imported.
func (d *importDialog) open() {
	if !d.src.isPlan() {
		return
	}
	plans, err := d.w.Read().Plans()
	if err != nil {
		d.w.Fail(err)
		return
	}
	for _, p := range plans {
		if !p.ProjectID.IsZero() && projectName(p) == d.project {
			d.w.Open(data.RefTo(data.KindPlan, p.ID))
			return
		}
	}
}
