package projects

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// reason is a reason in words.
func reason(w *text.Words, r data.HealthReason) string {
	switch r.Code {
	case data.WhyShift:
		return w.N("projects.why.shift", r.Days, w.Date(r.On))
	case data.WhyOverdue:
		return w.N("projects.why.overdue", r.Days, w.Date(r.On))
	case data.WhyLate:
		return w.N("projects.why.late", r.Count)
	case data.WhyTight:
		if r.Days == 0 {
			return w.F("projects.why.brink", w.Date(r.On))
		}
		return w.N("projects.why.tight", r.Days, w.Date(r.On))
	case data.WhyBase:
		return w.N("projects.why.base", r.Days, r.Name)
	case data.WhyEffort:
		return w.F("projects.why.effort", w.Hours(r.Effort), r.Name)
	case data.WhyBehind:
		return w.F("projects.why.behind", w.Percent(r.Count), w.Percent(r.Days))
	}
	return w.N("projects.why.problems", r.Count)
}

// course is how a project goes: the verdict, what speaks for it, how much is done
// of what, and where the plan has moved.
type course struct {
	d    desk.Desk
	open func() // the plan
}

// rows are the lines of the course of a project.
func (c course) rows(row data.ProjectRow, p data.Project) []ui.KV {
	w, today := c.d.Words(), c.d.Today()
	distance := card.Workdays(c.d).Distance
	why := row.Reasons(today, distance)
	out := []ui.KV{c.verdict(row, p, why)}
	if p.HealthSet != "" {
		out = append(out, c.note(p))
	}
	out = append(out, c.facts(row, why)...)
	if row.Effort > 0 {
		out = append(out, ui.KV{Label: w.T("projects.course.done"),
			Text: w.F("projects.course.done.of", w.Percent(row.Percent), w.Number(whole(row.Done)), w.Hours(data.Hours(int(whole(row.Effort)))))})
	} else if row.Tasks > 0 {
		out = append(out, ui.KV{Label: w.T("projects.course.done"), Text: w.Percent(row.Percent)})
	}
	if gone, ok := row.Elapsed(today, distance); ok {
		out = append(out, ui.KV{Label: w.T("projects.course.gone"), Text: w.Percent(gone)})
	}
	if !row.FinishOn.IsZero() {
		out = append(out, ui.KV{Label: w.T("projects.course.finish"), Text: w.Date(row.FinishOn), Open: c.open})
	}
	if row.BaseName != "" {
		out = append(out, c.base(row, distance))
	}
	return append(out, c.milestone(row)...)
}

// verdict is the first line: a choice that goes by the facts or against them.
func (c course) verdict(row data.ProjectRow, p data.Project, why []data.HealthReason) ui.KV {
	w := c.d.Words()
	v := row.Verdict(why)
	kv := ui.KV{Label: w.T("projects.course"), Text: w.T("projects.verdict.none"), Role: card.HealthRole(v), Bold: v != ""}
	switch {
	case p.HealthSet != "":
		kv.Text = w.F("projects.course.hand", w.Code(v))
	case v != "":
		kv.Text = w.Code(v)
	}
	kv.Edit = func() ui.Editor {
		f := ui.NewChoice(healthOptions(w), string(p.HealthSet))
		f.OnSelect = func(o ui.Option) error {
			set := data.HealthSet(o.ID)
			if set != "" && p.HealthNote == "" {
				askHealth(c.d, p, set)
				return nil
			}
			return c.d.Do(command.SetHealth{ID: p.ID, Name: p.Title(), Set: set, Note: p.HealthNote})
		}
		return f
	}
	return kv
}

func healthOptions(w *text.Words) []ui.Option {
	out := []ui.Option{{ID: "", Label: w.Code(data.HealthSet(""))}}
	for _, s := range data.HealthSets {
		out = append(out, ui.Option{ID: string(s), Label: w.Code(s)})
	}
	return out
}

// note is why the project stands so by hand.
func (c course) note(p data.Project) ui.KV {
	return ui.KV{Label: c.d.Words().T("projects.course.why"), Text: p.HealthNote, Edit: func() ui.Editor {
		f := ui.NewField(p.HealthNote)
		f.OnCommit = func(v string) error {
			return c.d.Do(command.SetHealth{ID: p.ID, Name: p.Title(), Set: p.HealthSet, Note: v})
		}
		return f
	}}
}

// facts are the reasons, a line each; the first one is led by the word for all.
func (c course) facts(row data.ProjectRow, why []data.HealthReason) []ui.KV {
	w := c.d.Words()
	label := w.T("projects.course.facts")
	if len(why) == 0 {
		if row.Verdict(nil) == "" || row.FinishOn.IsZero() {
			return nil
		}
		if row.DeadlineOn.IsZero() {
			return []ui.KV{{Label: label, Text: w.T("projects.course.well.open")}}
		}
		return []ui.KV{{Label: label, Text: w.T("projects.course.well")}}
	}
	var out []ui.KV
	for i, r := range why {
		kv := ui.KV{Text: reason(w, r), Role: card.HealthRole(r.Level)}
		if i == 0 {
			kv.Label = label
		}
		out = append(out, kv)
	}
	return out
}

// base compares the plan's end with the newest baseline.
func (c course) base(row data.ProjectRow, distance func(from, to data.Date) int) ui.KV {
	w := c.d.Words()
	kv := ui.KV{Label: w.T("projects.course.base")}
	switch n := row.BaseShift(distance); {
	case n > 0:
		kv.Text, kv.Role = w.N("projects.course.base.later", n, row.BaseName), ui.Risk
	case n < 0:
		kv.Text = w.N("projects.course.base.sooner", -n, row.BaseName)
	default:
		kv.Text = w.F("projects.course.base.same", row.BaseName)
	}
	return kv
}

// milestone is the next milestone, which opens.
func (c course) milestone(row data.ProjectRow) []ui.KV {
	w := c.d.Words()
	next, err := c.d.Read().Milestones(row.ID, 1)
	if err != nil {
		c.d.Fail(err)
	}
	if len(next) == 0 {
		return nil
	}
	m := next[0]
	kv := ui.KV{Label: w.T("projects.course.milestone"), Text: w.F("projects.course.milestone.on", m.Name, w.Date(m.EndsOn)),
		Open: func() { c.d.Open(data.RefTo(data.KindTask, m.ID)) }}
	return []ui.KV{kv}
}

// askHealth asks how the project stands and why; set is proposed.
func askHealth(d desk.Desk, p data.Project, set data.HealthSet) {
	w := d.Words()
	what, note := ui.NewChoice(healthOptions(w), string(set)), ui.NewField(p.HealthNote)
	form := ui.NewForm().Add("healthSet", w.T("projects.course"), what).AddNote("healthNote", w.T("projects.course.why"), note, w.T("projects.course.why.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("projects.course.title"), Width: 480, Content: form, Confirm: w.T("app.save"), OnConfirm: func() error {
		return card.Submit(d, form, func() error {
			return d.Do(command.SetHealth{ID: p.ID, Name: p.Title(), Set: data.HealthSet(what.ID), Note: note.Value()})
		})
	}})
	d.Canvas().Focus(note)
}
