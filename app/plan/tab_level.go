package plan

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// levelBudget is how long a levelling looks for something better.
const levelBudget = time.Second

// levelView is the levelling of what is too much: the search, and its preview,
// which is accepted or dropped.
type levelView struct {
	p       *loadPage
	preview *command.LevelPreview
	rows    []command.LevelledPlan
	grid    *ui.Grid
	note    *ui.Label
	card    *ui.Card
}

func newLevelView(p *loadPage) *levelView {
	l := &levelView{p: p, note: ui.NewLabel("")}
	w := p.s.d.Words()
	l.grid = ui.NewGrid([]ui.Column{
		{ID: "plan", Title: w.T("plantab.level.project"), Width: 260, MinWidth: 180, Flex: true},
		{ID: "before", Title: w.T("plantab.level.before"), Width: 110, Right: true},
		{ID: "after", Title: w.T("plantab.level.after"), Width: 110, Right: true},
		{ID: "price", Title: w.T("plantab.level.price"), Width: 130, Right: true},
		{ID: "moved", Title: w.T("plantab.level.moved"), Width: 120, Right: true},
	}, func() int { return len(l.rows) }, l.fill)
	l.grid.RowHeight, l.grid.Calm = 30, true
	l.grid.OnOpen = func(i int) { p.s.d.Open(data.RefTo(data.KindPlan, l.rows[i].ID)) }
	drop := ui.NewButton(ui.Secondary, w.T("plantab.level.drop"), l.drop)
	take := ui.NewButton(ui.Primary, w.T("plantab.level.take"), l.take)
	drop.Small, take.Small = true, true
	l.card = ui.NewCard(w.T("plantab.level.preview"), "", ui.Down(0, ui.Own(ui.Pad(16, 8, l.note)), ui.Flex(1, l.grid)))
	l.card.Actions = []fyne.CanvasObject{drop, take}
	return l
}

// run looks for a plan without overload, aside, and shows what it would cost.
func (l *levelView) run() {
	d := l.p.s.d
	var only data.ID[data.Plan]
	if l.p.scope.Chosen() == "plan" {
		only = l.p.s.tree.Plan.ID
	}
	r := d.Read()
	var got *command.LevelPreview
	d.Work(d.Words().T("plantab.level.work"), func(ctx context.Context, progress func(float64)) (err error) {
		budget, end := context.WithTimeout(ctx, levelBudget)
		defer end()
		due, _ := budget.Deadline()
		got, err = command.Level(r, only, func() bool {
			progress(1 - float64(time.Until(due))/float64(levelBudget))
			return budget.Err() != nil
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
		default:
			l.show(got)
		}
	})
}

// show lays the preview where the works were, and the loads that it would give
// into the grid.
func (l *levelView) show(got *command.LevelPreview) {
	w := l.p.s.d.Words()
	moved := 0
	dates := map[data.ID[data.Task]]data.TaskDate{}
	for _, x := range got.Plans {
		moved += x.Moved
		for id, d := range x.Dates {
			dates[id] = d
		}
	}
	if moved == 0 && len(got.Hopeless) == 0 && got.Overload == got.Left {
		sentence := w.T("plantab.level.nothing")
		if got.Overload > 0 {
			sentence = w.N("plantab.level.stuck", got.Overload)
		}
		l.p.s.d.Say(sentence, "", nil)
		return
	}
	l.preview, l.rows = got, changedFirst(got.Plans)
	l.p.dates, l.p.after = dates, map[int]*command.PersonLoad{}
	l.note.Set(l.words(moved))
	l.p.below.Objects = []fyne.CanvasObject{l.card}
	l.p.below.Refresh()
	l.grid.Reload()
	l.p.draw()
	l.p.s.d.Canvas().Focus(l.card.Actions[1].(fyne.Focusable))
}

// changedFirst puts the plans that move before those that stay.
func changedFirst(plans []command.LevelledPlan) []command.LevelledPlan {
	out := slices.Clone(plans)
	slices.SortStableFunc(out, func(a, b command.LevelledPlan) int {
		return cmp.Or(cmp.Compare(b.Price, a.Price), cmp.Compare(b.Moved, a.Moved))
	})
	return out
}

// words says what levelling would do: the overload before and after, how much
// moves, and what nobody can do in its time.
func (l *levelView) words(moved int) string {
	w := l.p.s.d.Words()
	g := l.preview
	s := w.F("plantab.level.overload", w.N("plantab.personDays", g.Overload), w.N("plantab.personDays", g.Left)) + " " + w.N("plantab.level.tasks", moved)
	if len(g.Hopeless) > 0 {
		names := make([]string, 0, 3)
		for _, t := range g.Hopeless[:min(3, len(g.Hopeless))] {
			names = append(names, w.Quote(t.Name))
		}
		s += "\n" + w.N("plantab.level.hopeless", len(g.Hopeless), strings.Join(names, ", "))
	}
	return s
}

func (l *levelView) fill(i int, r *ui.Row) {
	w := l.p.s.d.Words()
	x := l.rows[i]
	r.ID, r.Faint = x.ID.String(), x.Moved == 0
	c := r.Cells
	c[0].Text = l.p.planName(x.ID)
	c[1].Text, c[2].Text = w.Date(x.Before), w.Date(x.After)
	c[3].Text, c[3].Role = shiftText(w, x.Price), shiftRole(x.Price)
	if x.Moved > 0 {
		c[4].Text = w.N("plan.tasks", x.Moved)
	}
}

// planName is a plan as people call it.
func (p *loadPage) planName(id data.ID[data.Plan]) string {
	for _, h := range p.s.plans {
		if h.ID == id {
			return title(h)
		}
	}
	r := p.s.d.Read()
	if m := r.MentoringOf(data.RefTo(data.KindPlan, id)); !m.IsZero() {
		return r.NameOf(m.Kind, m.ID.String())
	}
	if id == p.s.tree.Plan.ID {
		return p.s.tree.Project.Title()
	}
	return r.NameOf(data.KindPlan, id.String())
}

// take writes the delays in one step.
func (l *levelView) take() {
	d := l.p.s.d
	got := l.preview
	if got == nil {
		return
	}
	if card.Do(d, command.ApplyLevel{Preview: got}) {
		d.Say(d.Words().T("plantab.level.done"), d.Words().T("step.undo"), d.Undo)
	}
	l.drop()
}

// drop shows things as they are again.
func (l *levelView) drop() {
	l.forget()
	l.p.draw()
	l.p.s.d.Canvas().Focus(l.p.grid)
}

// forget lets the preview go.
func (l *levelView) forget() {
	if l.preview == nil {
		return
	}
	l.preview, l.rows, l.p.dates, l.p.after = nil, nil, nil, nil
	l.p.below.Objects = []fyne.CanvasObject{l.p.works.card}
	l.p.below.Refresh()
}

// clear takes the delays of the plan back.
func (l *levelView) clear() {
	d := l.p.s.d
	t := l.p.s.tree
	if t.Plan.ID.IsZero() {
		return
	}
	if card.Do(d, command.ClearLevel{PlanID: t.Plan.ID, Name: t.Project.Title()}) {
		d.Say(d.Words().T("plantab.level.cleared"), d.Words().T("step.undo"), d.Undo)
	}
}
