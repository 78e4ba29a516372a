package plan

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// drag turns the days of a dragged bar into a command: a moved bar keeps its
// length, a resized one its other end.
func (s *Screen) drag(row int, start, finish data.Date) (command.DragTask, bool) {
	if row < 0 || row >= len(s.rows) {
		return command.DragTask{}, false
	}
	x := s.rows[row]
	c := command.DragTask{ID: x.Task.ID, Name: x.Task.Name, Days: -1}
	manual := x.Task.Mode == data.ModeManual
	if start != x.Date.StartsOn {
		c.StartsOn = s.cal.OnOrAfter(start)
		if manual {
			c.StartsOn = start
		}
	}
	if finish-start == x.Date.EndsOn-x.Date.StartsOn && start != x.Date.StartsOn {
		return c, true
	}
	if manual {
		c.EndsOn = finish
		return c, true
	}
	if unit := x.Task.Duration.Unit; unit != "" && unit != data.WorkDays {
		c.Length = s.stretched(x, start, finish)
		return c, true
	}
	c.Days = int64(max(1, s.cal.Between(start, finish))) * 1000
	return c, true
}

// stretched is the length of a task that is not measured in working days when its
// bar has other ends: it grows or shrinks by the hours or days that the bar does.
func (s *Screen) stretched(x data.PlanRow, start, finish data.Date) data.Span {
	to := x.Task.Duration
	by := int64((finish - start) - (x.Date.EndsOn - x.Date.StartsOn))
	least := int64(60) // minutes
	switch to.Unit {
	case data.WorkMinutes:
		by = int64(s.cal.MinutesBetween(start, finish) - s.cal.MinutesBetween(x.Date.StartsOn, x.Date.EndsOn))
	case data.ElapsedMins:
		by *= 24 * 60
	default:
		by, least = by*1000, 1000
	}
	to.Amount = max(min(least, to.Amount), to.Amount+by)
	return to
}

// asked is the plan as the engine holds it, made when it is first asked.
func (s *Screen) asked() (*command.WhatIf, error) {
	if s.ask == nil {
		var err error
		if s.ask, err = command.AskPlan(s.d.Read(), s.tree); err != nil {
			return nil, err
		}
	}
	return s.ask, nil
}

// preview is where everything would stand after a drag.
func (s *Screen) preview(c command.DragTask) []data.TaskDate {
	ask, err := s.asked()
	if err != nil {
		return nil
	}
	moved, err := ask.Drag(c)
	if err != nil {
		return nil
	}
	return moved
}

func (s *Screen) onDrag(row int, start, finish data.Date) []ui.Preview {
	s.moved = nil
	c, ok := s.drag(row, start, finish)
	if !ok {
		return nil
	}
	s.moved = s.preview(c)
	s.shown = s.shown[:0]
	for _, m := range s.moved {
		if i, shown := s.at[m.TaskID]; shown {
			s.shown = append(s.shown, ui.Preview{Row: i, Start: m.StartsOn, Finish: m.EndsOn})
		}
	}
	return s.shown
}

// sayDrag is what the last preview comes to, beside the pointer.
func (s *Screen) sayDrag() string { return s.sumOf(s.moved) }

// sumOf says in words what moves: how many tasks, and what becomes of the finish.
func (s *Screen) sumOf(moved []data.TaskDate) string {
	w := s.d.Words()
	n := 0
	s.ends = s.ends[:0]
	for i := range s.tree.Rows {
		s.ends = append(s.ends, s.tree.Rows[i].Date.EndsOn)
	}
	for i := range moved {
		if k, ok := s.place[moved[i].TaskID]; ok {
			s.ends[k] = moved[i].EndsOn
		}
		if !moved[i].IsSummary {
			n++
		}
	}
	if n == 0 {
		return w.T("plan.if.nothing")
	}
	var old, to data.Date
	missed := 0
	for i, at := range s.ends {
		r := &s.tree.Rows[i]
		old, to = max(old, r.Date.EndsOn), max(to, at)
		if dl := r.Task.DeadlineOn; !dl.IsZero() && at > dl && r.Date.EndsOn <= dl {
			missed++
		}
	}
	parts := []string{w.N("plan.if.tasks", n), s.finishMoves(old, to)}
	if dl := s.tree.Project.DeadlineOn; !dl.IsZero() && to > dl {
		parts = append(parts, w.N("plan.missed", -s.cal.Distance(to, dl)))
	} else if missed > 0 {
		parts = append(parts, w.N("plan.if.missed", missed))
	}
	return text.Join(parts...)
}

//text:key plan.if.later
//text:key plan.if.earlier

// finishMoves says what becomes of the plan's last day.
func (s *Screen) finishMoves(old, to data.Date) string {
	w := s.d.Words()
	switch n := s.cal.Distance(old, to); {
	case to == old:
		return w.T("plan.if.stays")
	case n > 0:
		return w.N("plan.if.later", n, w.DayMonth(to))
	case n < 0:
		return w.N("plan.if.earlier", -n, w.DayMonth(to))
	}
	return w.F("plan.if.finish", w.DayMonth(to))
}

func (s *Screen) onDrop(row int, start, finish data.Date) {
	c, ok := s.drag(row, start, finish)
	if !ok {
		return
	}
	sum := s.sumOf(s.preview(c))
	if err := s.d.Do(c); err != nil {
		s.d.Fail(err)
		return
	}
	s.d.Say(s.d.Words().F("plan.moved", c.Name, sum), s.d.Words().T("step.undo"), s.d.Undo)
}

var linkKinds = map[data.LinkType]ui.DependencyKind{data.FinishStart: ui.FinishStart, data.StartStart: ui.StartStart,
	data.FinishFinish: ui.FinishFinish, data.StartFinish: ui.StartFinish}

var linkTypes = map[ui.DependencyKind]data.LinkType{ui.FinishStart: data.FinishStart, ui.StartStart: data.StartStart,
	ui.FinishFinish: data.FinishFinish, ui.StartFinish: data.StartFinish}

// dependency is the link between the tasks of two rows; an old one keeps its id
// and lag.
func (s *Screen) dependency(d ui.Dependency) (dep data.Dependency, ok bool) {
	if d.From < 0 || d.To < 0 || d.From >= len(s.rows) || d.To >= len(s.rows) || d.From == d.To {
		return dep, false
	}
	for _, p := range s.rows[d.To].Preds {
		if p.Dependency.PredID == s.rows[d.From].Task.ID {
			dep = p.Dependency
		}
	}
	dep.PredID, dep.SuccID, dep.Type = s.rows[d.From].Task.ID, s.rows[d.To].Task.ID, linkTypes[d.Kind]
	return dep, true
}

// askLink words a link that is being drawn, or why it cannot be.
func (s *Screen) askLink(d ui.Dependency) (string, bool) {
	dep, ok := s.dependency(d)
	if !ok {
		return "", false
	}
	w := s.d.Words()
	ask, err := s.asked()
	if err == nil {
		err = ask.Link(dep)
	}
	if err != nil {
		return w.Error(err), true
	}
	a, b := s.rows[d.From], s.rows[d.To]
	return w.F("plan.link.draw", a.Code+" "+a.Task.Name, w.LinkCode(dep.Type), b.Code+" "+b.Task.Name), false
}

func (s *Screen) onLink(d ui.Dependency) {
	if dep, ok := s.dependency(d); ok {
		card.Do(s.d, command.LinkTasks{Dependency: dep})
	}
}

// linkMenu is what can be done with a link in the chart.
func (s *Screen) linkMenu(d ui.Dependency) []ui.MenuItem {
	dep, ok := s.dependency(d)
	if !ok {
		return nil
	}
	w := s.d.Words()
	a, b := s.rows[d.From], s.rows[d.To]
	items := []ui.MenuItem{{Label: a.Code + " " + w.LinkCode(dep.Type) + w.Lag(dep.Lag) + " → " + b.Code, Disabled: true}, {}}
	for _, t := range data.LinkTypes {
		items = append(items, ui.MenuItem{Label: w.F("plan.link.type", w.LinkCode(t), w.T("plan.link.is."+string(t))), Checked: t == dep.Type, Do: func() {
			dep.Type = t
			card.Do(s.d, command.LinkTasks{Dependency: dep})
		}})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("plan.link.remove"), Danger: true, Do: func() { s.unlink(dep) }})
}

//text:prefix plan.link.is.

// unlink takes one link away.
func (s *Screen) unlink(dep data.Dependency) {
	if card.Do(s.d, command.Delete{Ref: data.RefTo(data.KindDependency, dep.ID)}) {
		s.d.Say(s.d.Words().T("plan.link.removed"), s.d.Words().T("step.undo"), s.d.Undo)
	}
}
