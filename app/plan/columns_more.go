package plan

import (
	"strconv"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// moreColumns are those that stay hidden until they are chosen.
func (s *Screen) moreColumns() []ui.Column {
	t := s.d.Words().T
	day := s.dayWidth()
	cols := []ui.Column{
		{ID: "free", Title: t("plan.col.free"), Width: 84, Right: true},
		{ID: "status", Title: t("plan.col.status"), Width: 110},
		{ID: "begun", Title: t("plan.col.begun"), Width: day + 6, Right: true, Editor: s.editBegun},
		{ID: "ended", Title: t("plan.col.ended"), Width: day + 10, Right: true, Editor: s.editEnded},
		{ID: "left", Title: t("plan.col.left"), Width: 78, Right: true, Editor: s.editLeft},
		{ID: "limit", Title: t("plan.col.limit"), Width: 168},
		{ID: "place", Title: t("plan.col.place"), Width: 120},
		{ID: "priority", Title: t("plan.col.priority"), Width: 84, Right: true, Editor: s.editPriority},
		{ID: "calendar", Title: t("plan.col.calendar"), Width: 130},
		{ID: "cost", Title: t("plan.col.cost"), Width: 110, Right: true},
		{ID: "price", Title: t("plan.col.price"), Width: 110, Right: true},
		{ID: "shift", Title: t("plan.col.shift"), Width: 92, Right: true},
		{ID: "problem", Title: t("plan.col.problem"), Width: 210},
	}
	for i := range cols {
		cols[i].Hidden, cols[i].Drop = true, 6+i
	}
	return cols
}

// fillMore fills the chosen ones of these columns.
func (s *Screen) fillMore(x data.PlanRow, c []ui.Cell) {
	cols := s.chart.Grid.Columns()
	for k := range c {
		if col := &cols[len(cols)-len(c)+k]; !col.Hidden {
			s.fillOne(x, col.ID, &c[k])
		}
	}
}

func (s *Screen) fillOne(x data.PlanRow, id string, c *ui.Cell) {
	w, t := s.d.Words(), &x.Task
	switch id {
	case "begun":
		c.Text = w.DayMonth(t.ActualStart.Day)
	case "ended":
		c.Text = w.DayMonth(t.ActualFinish.Day)
	case "left":
		c.Text = w.Span(t.Remaining)
	case "limit":
		c.Text = s.limitText(x)
	case "calendar":
		c.Text = s.calendarOf(t.CalendarID)
	case "cost":
		c.Text = moneyOf(w, s.costOf(t.ID).Cost)
	case "price":
		c.Text = moneyOf(w, s.costOf(t.ID).Price)
	case "shift":
		c.Text, c.Role = s.shiftOf(x)
	case "problem":
		if c.Text = s.problemText(x); c.Text != "" {
			c.Role = ui.Late
		}
	}
	if !x.HasKids {
		s.fillLeaf(x, id, c)
	}
}

// fillLeaf fills what a stage does not have.
func (s *Screen) fillLeaf(x data.PlanRow, id string, c *ui.Cell) {
	w := s.d.Words()
	switch id {
	case "free":
		c.Text = w.Decimal(x.Date.Free)
	case "status":
		c.Text = w.Code(x.Task.Status)
	case "place":
		if x.Task.Place != "" {
			c.Text = w.Code(x.Task.Place)
		}
	case "priority":
		c.Text = strconv.Itoa(x.Task.Rank())
		if x.Task.Priority == 0 {
			c.Role = ui.Muted
		}
	}
}

func moneyOf(w *text.Words, m data.Money) string {
	if m == 0 {
		return ""
	}
	return w.Money(m)
}

// shiftOf is how far a task is from the baseline, in working days.
func (s *Screen) shiftOf(x data.PlanRow) (string, ui.Role) {
	var b ui.Bar
	s.ghost(&x, &b)
	return b.Shift, b.ShiftRole
}

// limitText is the constraint of a task in words.
func (s *Screen) limitText(x data.PlanRow) string {
	w, t := s.d.Words(), x.Task
	switch {
	case t.Mode == data.ModeManual:
		return w.T("task.mode.manual")
	case t.ConstraintKind == data.AsSoonAsPossible:
		return ""
	case !t.ConstraintKind.Dated():
		return w.Code(t.ConstraintKind)
	}
	return w.Code(t.ConstraintKind) + " " + w.DayMonth(t.ConstraintOn)
}

// problemText says what hinders a task, and a deadline that is missed.
func (s *Screen) problemText(x data.PlanRow) string {
	w := s.d.Words()
	problem := ""
	if x.Date.Problem != "" && w.Has("plan.problem."+x.Date.Problem) {
		problem = w.T("plan.problem." + x.Date.Problem)
	}
	missed := ""
	if x.Date.HasSlack && x.Date.SlackDays < 0 {
		missed = w.N("plan.missed", int(-x.Date.SlackDays))
	}
	return text.Join(append([]string{problem, missed}, s.lacks()[x.Task.ID]...)...)
}

//text:prefix plan.problem.

func (s *Screen) editBegun(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := card.NewDate(s.d, x.Task.ActualStart.Day)
		f.OnSet = func(v data.Date) error { return s.do(factStart(x.Task, v)) }
		return f
	})
}

func (s *Screen) editEnded(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := card.NewDate(s.d, x.Task.ActualFinish.Day)
		f.OnSet = func(v data.Date) error { return s.do(factFinish(x, v)) }
		return f
	})
}

func (s *Screen) editLeft(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := ui.NewField(s.d.Words().SpanTyped(x.Task.Remaining))
		f.OnCommit = func(v string) error {
			span, err := readSpan(v)
			if err != nil {
				return err
			}
			t := x.Task
			t.Remaining = span
			return s.put(t)
		}
		return f
	})
}

func (s *Screen) editPriority(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		t := x.Task
		f := ui.NewNumberField(t.Rank(), 1, 1000)
		f.OnSet = func(v int) error { t.Priority = v; return s.put(t) }
		return f
	})
}
