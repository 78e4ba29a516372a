package app

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// reportForm is the dialog that writes a report on a plan, or records as a table:
// which plan, in which format, for which days or on which paper, and where it
// goes.
type reportForm struct {
	w        *Window
	code     string
	plan     *ui.Choice // nil where no plan is asked for
	format   *ui.Segmented
	page     *ui.Choice
	from, to *ui.DateField
	path     *ui.Field
	offered  string // the path that stands there by itself
	form     *ui.Form
	losses   []command.ImportNote // what the format had no place for
}

//text:prefix report.action.
//text:prefix report.format.

// reportActions are the reports and exports for the palette.
func (w *Window) reportActions() (out []desk.Action) {
	for _, code := range slices.Concat(command.PlanReports, command.TableExports) {
		out = append(out, desk.Action{Label: w.Words().T("report.action." + code), Do: func() { w.askReport(code, data.ID[data.Plan]{}) }})
	}
	return out
}

// askReport shows the dialog of a report; without a plan it begins with the one
// that the room of plans shows, else with the first of all. It is nil when there
// is no plan.
func (w *Window) askReport(code string, plan data.ID[data.Plan]) *reportForm {
	t := w.Words().T
	f := &reportForm{w: w, code: code, form: ui.NewForm()}
	if f.ofPlan() && !f.askPlan(plan) {
		return nil
	}
	formats := f.formats()
	f.format = ui.NewSegmented(formats, formats[0].ID, func(string) { f.offer() })
	f.form.Add("format", t("report.format"), f.format)
	f.special()
	f.path = ui.NewField("")
	f.form.Add("path", t("report.path"), f.path)
	f.offer()
	sheet := ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: strings.TrimSuffix(t("report.action."+code), "…"), Content: f.form, Confirm: t("report.write"), Width: 660, OnConfirm: f.write})
	f.path.OnSubmitted = func(string) { sheet.Confirm() }
	return f
}

// ofPlan tells whether the report is on one plan.
func (f *reportForm) ofPlan() bool {
	return f.code == command.ExportOfPlan || slices.Contains(command.PlanReports, f.code)
}

// askPlan adds the choice of the plan; false when there is none to choose.
func (f *reportForm) askPlan(plan data.ID[data.Plan]) bool {
	w := f.w
	if plan.IsZero() {
		plan = w.planShown()
	}
	plans, plan, err := w.reportPlans(plan)
	if err != nil {
		w.Fail(err)
		return false
	}
	if len(plans) == 0 {
		w.Say(w.Words().T("report.noPlans"), "", nil)
		return false
	}
	f.plan = ui.NewChoice(plans, plan.String())
	f.plan.OnSelect = func(ui.Option) error { f.offer(); return nil }
	f.form.Add("plan", w.Words().T("report.plan"), f.plan)
	return true
}

// special adds the fields that only one report has.
func (f *reportForm) special() {
	t := f.w.Words().T
	switch f.code {
	case command.ReportExecution:
		from, to := f.w.Today().MonthStart(), f.w.Today().MonthStart().AddMonths(1)-1
		f.from, f.to = card.NewDate(f.w, from), card.NewDate(f.w, to)
		quick := ui.NewSegmented([]ui.Option{{ID: "this", Label: t("report.quick.this")}, {ID: "month", Label: t("report.quick.month")},
			{ID: "week", Label: t("report.quick.week")}}, "this", f.quick)
		f.form.Add("quick", t("report.quick"), quick).Add("from", t("report.from"), f.from).Add("to", t("report.to"), f.to)
	case command.ReportGantt:
		f.page = ui.NewChoice([]ui.Option{{ID: "", Label: t("report.page.one")}, {ID: "a4", Label: t("report.page.a4")}, {ID: "a3", Label: t("report.page.a3")},
			{ID: "a4 tiled", Label: t("report.page.tiles4")}, {ID: "a3 tiled", Label: t("report.page.tiles3")}}, "")
		f.page.Hint = t("report.page.one")
		f.form.Add("page", t("report.page"), f.page)
	}
}

func (f *reportForm) quick(id string) {
	from, to := f.w.Today().MonthStart(), f.w.Today().MonthStart().AddMonths(1)-1
	switch id {
	case "week":
		from, to = command.LastWeek(f.w.Today())
	case "month":
		from, to = command.LastMonth(f.w.Today())
	}
	f.from.Set(from)
	f.to.Set(to)
}

func (f *reportForm) formats() (out []ui.Option) {
	for _, x := range command.ExportFormats(f.code) {
		out = append(out, ui.Option{ID: x, Label: f.w.Words().T("report.format." + x)})
	}
	return out
}

// reportPlans are the plans to choose from, with the one that is asked for.
func (w *Window) reportPlans(plan data.ID[data.Plan]) ([]ui.Option, data.ID[data.Plan], error) {
	heads, err := w.Read().Plans()
	if err != nil {
		return nil, plan, err
	}
	var out []ui.Option
	known := false
	for _, p := range heads {
		out = append(out, ui.Option{ID: p.ID.String(), Label: strings.TrimSpace(p.Code + " " + p.Name), Note: p.Client})
		known = known || p.ID == plan
	}
	if tree, err := w.Read().PlanTree(plan); !known && err == nil { // a variant that does not count, a trainee's plan
		name := strings.TrimSpace(tree.Project.Title() + " " + tree.Plan.Variant)
		if name == "" {
			name = tree.Plan.Name
		}
		return append([]ui.Option{{ID: plan.String(), Label: name, Note: tree.Client}}, out...), plan, nil
	}
	if !known && len(heads) > 0 {
		plan = heads[0].ID
	}
	return out, plan, nil
}

// planShown is the plan in the room of plans, if that room has been opened: what
// the room remembers begins with its id.
func (w *Window) planShown() data.ID[data.Plan] {
	place := w.Read().Remembered("room.plan")
	if h := w.rooms["plan"]; h != nil {
		if m, ok := h.Screen.(desk.Rememberer); ok {
			place = m.Remember()
		}
	}
	id, _, _ := strings.Cut(place, " ")
	return card.ID[data.Plan](id)
}

// offer writes a path for the report, unless one was typed.
func (f *reportForm) offer() {
	if f.path.Text != f.offered {
		ext := filepath.Ext(f.path.Text)
		f.path.SetValue(strings.TrimSuffix(f.path.Text, ext) + "." + f.format.Chosen())
	} else if name, err := f.fileName(); err == nil {
		f.offered = filepath.Join(f.folder(), name)
		f.path.SetValue(f.offered)
	}
	if f.page == nil {
		return
	}
	if f.format.Chosen() == "pdf" {
		f.page.Enable()
	} else {
		f.page.Disable()
	}
}

// fileName is that of the plan's project and the report.
func (f *reportForm) fileName() (string, error) {
	if f.plan == nil {
		return f.w.Words().T("report.file."+f.code) + "." + f.format.Chosen(), nil
	}
	tree, err := f.w.Read().PlanTree(card.ID[data.Plan](f.plan.ID))
	return command.ReportFileName(f.w.Words(), tree, f.code, f.format.Chosen()), err
}

//text:prefix report.file.

// folder is where the last report went, else where papers are kept.
func (f *reportForm) folder() string {
	if dir := f.w.Read().Remembered("report.folder"); dir != "" {
		return dir
	}
	return startFolder()
}

func (f *reportForm) options() (command.ReportOptions, error) {
	o := command.ReportOptions{Code: f.code, Format: f.format.Chosen()}
	if f.plan != nil {
		o.Plan = card.ID[data.Plan](f.plan.ID)
	}
	var ps data.Problems
	if f.from != nil {
		o.From, _ = f.from.Get() // what cannot be read was refused by the field
		o.To, _ = f.to.Get()
		ps.Add(o.From.IsZero(), "from", "required")
		ps.Add(o.To.IsZero(), "to", "required")
		ps.Add(!o.From.IsZero() && !o.To.IsZero() && o.To < o.From, "to", "order")
	}
	if f.page != nil && o.Format == "pdf" {
		paper, tiled, _ := strings.Cut(f.page.ID, " ")
		o.Paper, o.Tiled = paper, tiled != ""
	}
	ps.Add(!filepath.IsAbs(f.path.Text), "path", "path", f.path.Text)
	return o, ps.Err()
}

// job reads the form and gives what makes the report and writes it beside its
// place.
func (f *reportForm) job() (func() error, error) {
	if !f.form.Commit() {
		return nil, ui.Refuse("")
	}
	o, err := f.options()
	if err != nil {
		if err = f.form.Fail(err); err == nil {
			err = ui.Refuse("") // all is said under the fields: the dialog stays
		}
		return nil, err
	}
	r, words, path := f.w.Read(), f.w.Words(), f.path.Text
	return func() (err error) {
		var out bytes.Buffer
		if slices.Contains(command.TableExports, o.Code) {
			f.losses, err = writeTable(r, o, words, &out)
		} else {
			err = command.WriteReport(r, o, words, &out)
		}
		if err != nil {
			return err
		}
		return card.WriteBeside(path, out.Bytes())
	}, nil
}

// write makes the report aside and tells where it is.
func (f *reportForm) write() error {
	job, err := f.job()
	if err != nil {
		return err
	}
	w, path := f.w, f.path.Text
	w.Work(w.Words().T("report.writing"), func(context.Context, func(float64)) error { return job() }, func(err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		w.remember("report.folder", filepath.Dir(path))
		if len(f.losses) > 0 {
			w.sayLosses(path, f.losses)
			return
		}
		w.Say(w.Words().F("report.written", path), w.Words().T("report.open"), func() { w.openOutside(path) })
	})
	return nil
}
