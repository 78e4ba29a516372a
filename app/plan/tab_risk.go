package plan

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// riskTrials is how many times a plan is tried.
const riskTrials = 10_000

// riskPage is the three-point estimates of the plan, typed in place, and what
// they make of its finish.
type riskPage struct {
	s       *Screen
	rows    []data.PlanRow // leaves that take time
	risk    *command.PlanRisk
	of      data.ID[data.Plan]         // whose risk it is
	at      map[data.ID[data.Task]]int // index of a task in the risk
	grid    *ui.Grid
	curve   *ui.Curve
	facts   *ui.KeyValues
	words   *ui.Label
	picture *ui.Card
	content fyne.CanvasObject
}

func newRiskPage(s *Screen) *riskPage {
	p := &riskPage{s: s, curve: ui.NewCurve(), facts: ui.NewKeyValues(), words: ui.NewStrong("")}
	w := s.d.Words()
	p.grid = ui.NewGrid([]ui.Column{
		{ID: "code", Title: w.T("plan.col.code"), Width: 40},
		{ID: "name", Title: w.T("plan.col.name"), Width: 220, MinWidth: 104, Flex: true},
		{ID: "now", Title: w.T("plantab.risk.now"), Width: 72, Right: true, Drop: 2},
		{ID: "o", Title: w.T("plantab.risk.o"), Width: 72, Right: true, Editor: p.edit(func(t *data.Task) *data.Span { return &t.EstO })},
		{ID: "m", Title: w.T("plantab.risk.m"), Width: 88, Right: true, Editor: p.edit(func(t *data.Task) *data.Span { return &t.EstM })},
		{ID: "p", Title: w.T("plantab.risk.p"), Width: 72, Right: true, Editor: p.edit(func(t *data.Task) *data.Span { return &t.EstP })},
		{ID: "mean", Title: w.T("plantab.risk.mean"), Width: 96, Right: true, Drop: 1},
		{ID: "critical", Title: w.T("plantab.risk.critical"), Width: 78, Right: true},
	}, func() int { return len(p.rows) }, p.fill)
	p.grid.RowHeight, p.grid.Calm = 30, true
	p.grid.OnMenu = p.menu
	p.grid.OnDelete = p.wipe
	p.facts.LabelWidth = 172
	p.picture = ui.NewCard(w.T("plantab.risk.title"), "", ui.Down(0, ui.Own(ui.Pad(16, 10, p.words)), ui.Flex(1, p.curve), ui.Own(p.facts)))
	left := ui.NewCard(w.T("plantab.risk.estimates"), w.T("plantab.risk.hint"), p.grid)
	p.content = ui.Pad(24, 14, ui.Across(12, ui.Flex(6, left), ui.Flex(5, p.picture)))
	return p
}

func (p *riskPage) object() fyne.CanvasObject { return p.content }
func (p *riskPage) focus() fyne.Focusable     { return p.grid }

func (p *riskPage) commit() {
	if p.grid.Editing() {
		p.s.d.Canvas().Focus(p.grid)
	}
}

func (p *riskPage) reload() {
	p.rows = p.rows[:0]
	for _, r := range p.s.tree.Rows {
		if !r.HasKids && r.Task.What != data.TaskMilestone && !r.Task.Status.Finished() {
			p.rows = append(p.rows, r)
		}
	}
	p.risk, p.at = nil, nil // of the plan as it was
	p.grid.Empty = p.s.noTasks()
	p.draw()
}

func (p *riskPage) draw() {
	w := p.s.d.Words()
	p.grid.Reload()
	if p.risk == nil || p.risk.Trials == 0 {
		p.words.Set("")
		p.curve.Set(nil, nil, nil)
		p.curve.Empty = ui.NewEmpty(w.T("plantab.risk.empty"), nil)
		if p.estimated() {
			p.curve.Empty = ui.NewEmpty(w.T("plantab.risk.ready"), ui.NewButton(ui.Secondary, w.T("plantab.risk.run"), p.run))
		}
		p.facts.Set()
		p.picture.SetTitle(w.T("plantab.risk.title"), "")
		p.picture.Refresh()
		return
	}
	p.words.Set(p.chance())
	p.curve.Set(p.points(), p.marks(), p.lines())
	p.facts.Set(p.numbers()...)
	p.picture.SetTitle(w.T("plantab.risk.title"), w.N("plantab.risk.trials", p.risk.Trials))
	p.picture.Refresh()
}

// estimated tells whether anything can be drawn at random.
func (p *riskPage) estimated() bool {
	return slices.ContainsFunc(p.rows, func(r data.PlanRow) bool { return !r.Task.EstO.IsZero() && !r.Task.EstP.IsZero() })
}

// run tries the plan aside, with progress.
func (p *riskPage) run() {
	d := p.s.d
	p.commit()
	if !p.estimated() {
		d.Say(d.Words().T("plantab.risk.none"), "", nil)
		return
	}
	r, tree := d.Read(), p.s.tree
	var got *command.PlanRisk
	d.Work(d.Words().T("plantab.risk.work"), func(ctx context.Context, progress func(float64)) (err error) {
		got, err = command.SimulatePlan(r, tree, riskTrials, func(done int) bool {
			progress(float64(done) / riskTrials)
			return ctx.Err() == nil
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			d.Fail(err)
		case p.s.tree.Plan.ID == tree.Plan.ID:
			p.show(got)
		}
	})
}

func (p *riskPage) show(got *command.PlanRisk) {
	p.risk, p.of = got, p.s.tree.Plan.ID
	p.at = make(map[data.ID[data.Task]]int, len(got.Tasks))
	for i, t := range got.Tasks {
		p.at[t.ID] = i
	}
	p.draw()
}

// share is a number of trials as whole per cent.
func (p *riskPage) share(n int) int { return (n*200 + p.risk.Trials) / (2 * p.risk.Trials) }

// chance is the chance to keep the deadline, in words.
func (p *riskPage) chance() string {
	w := p.s.d.Words()
	if p.risk.Deadline.IsZero() {
		return w.F("plantab.risk.noDeadline", w.Date(p.risk.Percentile(80)))
	}
	n := p.share(p.risk.Kept)
	how := "plantab.risk.bad"
	switch {
	case n >= 80:
		how = "plantab.risk.good"
	case n >= 50:
		how = "plantab.risk.fair"
	}
	return w.F(how, w.Date(p.risk.Deadline), w.Percent(n))
}

//text:prefix plantab.risk.

func (p *riskPage) points() []ui.CurvePoint {
	out := make([]ui.CurvePoint, 0, len(p.risk.Finishes))
	sum := 0
	for _, f := range p.risk.Finishes {
		sum += f.Count
		out = append(out, ui.CurvePoint{Day: f.On, Share: float32(sum) / float32(p.risk.Trials)})
	}
	return out
}

// riskMarks are the shares of trials that are named.
var riskMarks = []int{50, 80, 95}

// marks name points of the curve; shares that are reached on one day share a
// mark.
func (p *riskPage) marks() (out []ui.CurveMark) {
	w := p.s.d.Words()
	points := p.points()
	names := ""
	for i, n := range riskMarks {
		names = strings.TrimPrefix(names+", "+w.Percent(n), ", ")
		day := p.risk.Percentile(n)
		if i+1 < len(riskMarks) && p.risk.Percentile(riskMarks[i+1]) == day {
			continue
		}
		for _, x := range points {
			if x.Day == day {
				out = append(out, ui.CurveMark{Day: day, Share: x.Share, Label: w.F("plantab.risk.mark", names, w.DayMonth(day))})
			}
		}
		names = ""
	}
	return out
}

func (p *riskPage) lines() (out []ui.CurveLine) {
	w := p.s.d.Words()
	if d := p.risk.Planned; !d.IsZero() {
		out = append(out, ui.CurveLine{Day: d, Label: w.F("plantab.risk.planLine", w.DayMonth(d))})
	}
	if d := p.risk.Deadline; !d.IsZero() {
		out = append(out, ui.CurveLine{Day: d, Label: w.F("plantab.risk.dueLine", w.DayMonth(d)), Role: ui.Late})
	}
	return out
}

// numbers are the dates that belong to the marks.
func (p *riskPage) numbers() (out []ui.KV) {
	w := p.s.d.Words()
	for _, n := range riskMarks {
		day := p.risk.Percentile(n)
		v := w.Date(day)
		role := ui.Plain
		if dl := p.risk.Deadline; !dl.IsZero() {
			s, r := slackText(w, p.s.cal.Distance(day, dl))
			v, role = v+" · "+s, r
		}
		out = append(out, ui.KV{Label: w.F("plantab.risk.by", w.Percent(n)), Text: v, Role: role})
	}
	return append(out, ui.KV{Label: w.T("plantab.risk.estimatedOf"), Text: w.F("plantab.risk.count", p.risk.Estimated, len(p.rows))})
}

func (p *riskPage) fill(i int, r *ui.Row) {
	w := p.s.d.Words()
	x := p.rows[i]
	r.ID = x.Task.ID.String()
	c := r.Cells
	c[0].Text, c[0].Role, c[0].Small = x.Code, ui.Muted, true
	c[1].Text = x.Task.Name
	c[2].Text, c[2].Role = p.duration(w, x), ui.Muted
	c[3].Text, c[5].Text = w.Span(x.Task.EstO), w.Span(x.Task.EstP)
	if !x.Task.EstO.IsZero() {
		c[4].Text = w.Span(x.Task.EstM)
		if x.Task.EstM.IsZero() {
			c[4].Text, c[4].Role = w.Span(x.Task.Duration), ui.Muted
		}
		if mean, ok := meanOf(x.Task); ok {
			c[6].Text = w.Span(rounded(mean))
		}
	}
	if k, ok := p.at[x.Task.ID]; ok && p.risk != nil {
		n := p.share(p.risk.Critical[k])
		c[7].Text = w.Percent(n)
		if n >= 50 {
			c[7].Role, c[7].Bold = ui.Late, true
		}
	}
}

func (p *riskPage) duration(w *text.Words, x data.PlanRow) string {
	if x.Task.Duration.IsZero() {
		return w.Span(data.Span{Amount: x.Date.Days, Unit: data.WorkDays})
	}
	return w.Span(x.Task.Duration)
}

// meanOf is the expected duration of a task by PERT, (O + 4M + P) / 6.
func meanOf(t data.Task) (data.Span, bool) {
	m := t.EstM
	if m.IsZero() {
		m = t.Duration
	}
	if t.EstO.IsZero() || t.EstP.IsZero() || m.IsZero() {
		return data.Span{}, false
	}
	return data.Span{Amount: (t.EstO.Amount + 4*m.Amount + t.EstP.Amount + 3) / 6, Unit: t.EstO.Unit}, true
}

// rounded writes days with one decimal.
func rounded(s data.Span) data.Span {
	if s.Unit == data.WorkDays || s.Unit == data.CalendarDays {
		s.Amount = (s.Amount + 50) / 100 * 100
	}
	return s
}

// edit makes the field of one of the three estimates. What is missing for an
// estimate is filled from the duration, an emptied outer one takes all away.
func (p *riskPage) edit(part func(*data.Task) *data.Span) func(i int) ui.Editor {
	return func(i int) ui.Editor {
		t := p.rows[i].Task
		f := ui.NewField(p.s.d.Words().SpanTyped(*part(&t)))
		f.PlaceHolder = p.s.d.Words().T("plantab.risk.typed")
		f.OnCommit = func(v string) error {
			span, err := readSpan(v)
			if err != nil {
				return err
			}
			x := p.rows[i].Task
			if *part(&x) == span {
				return nil
			}
			*part(&x) = span
			return p.s.d.Do(command.Put{Record: completed(x, part(&x) != &x.EstM && span.IsZero())})
		}
		return f
	}
}

// completed fills the outer estimates that are missing from the likely one, or
// takes all three away.
func completed(t data.Task, wipe bool) data.Task {
	if wipe {
		t.EstO, t.EstM, t.EstP = data.Span{}, data.Span{}, data.Span{}
		return t
	}
	likely := t.EstM
	if likely.IsZero() {
		likely = t.Duration
	}
	if t.EstO.IsZero() && !likely.IsZero() {
		t.EstO = likely
	}
	if t.EstP.IsZero() && !likely.IsZero() {
		t.EstP = likely
	}
	if t.EstM.IsZero() && t.Duration.IsZero() { // the work decides: one of the others has to do
		t.EstM = given(t.EstO, t.EstP)
	}
	return t
}

// given is the first of two spans that is given.
func given(a, b data.Span) data.Span {
	if a.IsZero() {
		return b
	}
	return a
}

func (p *riskPage) menu(i int) []ui.MenuItem {
	w := p.s.d.Words()
	x := p.rows[i]
	return []ui.MenuItem{
		{Label: w.T("plantab.work.open"), Do: func() { p.s.d.Open(data.RefTo(data.KindTask, x.Task.ID)) }},
		{Label: w.T("plantab.risk.wipe"), Shortcut: "Del", Danger: true, Do: func() { p.wipe([]int{i}) }},
	}
}

// wipe takes the estimates of tasks away.
func (p *riskPage) wipe(rows []int) {
	for _, i := range rows {
		if t := p.rows[i].Task; !t.EstO.IsZero() || !t.EstM.IsZero() || !t.EstP.IsZero() {
			card.Do(p.s.d, command.Put{Record: completed(t, true)})
		}
	}
}

// mean makes the expected durations those of the plan.
func (p *riskPage) mean() {
	d := p.s.d
	p.commit()
	if !p.estimated() {
		d.Say(d.Words().T("plantab.risk.none"), "", nil)
		return
	}
	if card.Do(d, command.UseMean{PlanID: p.s.tree.Plan.ID, Name: p.s.tree.Project.Title()}) {
		d.Say(d.Words().T("plantab.risk.meant"), d.Words().T("step.undo"), d.Undo)
	}
}

func (p *riskPage) head(h *desk.Header) {
	t := p.s.d.Words().T
	if len(p.rows) > 0 {
		h.Buttons = append(h.Buttons, ui.NewButton(ui.Secondary, t("plantab.risk.means"), p.mean), ui.NewButton(ui.Primary, t("plantab.risk.run"), p.run))
	}
}

func (p *riskPage) actions() []desk.Action {
	t := p.s.d.Words().T
	return []desk.Action{{Label: t("plantab.risk.run"), Do: p.run}, {Label: t("plantab.risk.means"), Do: p.mean}}
}
