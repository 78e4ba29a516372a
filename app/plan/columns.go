package plan

import (
	"strconv"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

func (s *Screen) columns() []ui.Column {
	t := s.d.Words().T
	day := s.dayWidth()
	return append([]ui.Column{
		{ID: "code", Title: t("plan.col.code"), Width: 44},
		{ID: "name", Title: t("plan.col.name"), Width: 230, MinWidth: 170, Flex: true, Tree: true, Editor: s.editName},
		{ID: "days", Title: t("plan.col.days"), Width: 54, Right: true, Drop: 4, Editor: s.editDays},
		{ID: "preds", Title: t("plan.col.preds"), Width: 66, Drop: 2, Editor: s.editPreds},
		{ID: "who", Title: t("plan.col.who"), Width: 124, Drop: 1, Editor: s.editWho},
		{ID: "hours", Title: t("plan.col.hours"), Width: 60, Right: true, Drop: 3, Editor: s.editHours},
		{ID: "start", Title: t("plan.col.start"), Width: day, Right: true, Editor: s.editStart},
		{ID: "finish", Title: t("plan.col.finish"), Width: day, Right: true, Editor: s.editFinish},
		{ID: "deadline", Title: t("plan.col.deadline"), Width: day, Right: true, Hidden: true, Drop: 5, Editor: s.editDeadline},
		{ID: "float", Title: t("plan.col.float"), Width: 64, Right: true, Hidden: true, Drop: 5},
		{ID: "percent", Title: "%", Width: 48, Right: true, Editor: s.editPercent},
	}, s.moreColumns()...)
}

// dayWidth is the width of a column of days.
func (s *Screen) dayWidth() float32 {
	if s.d.Words().Lang() == text.EN {
		return 74 // «28 Dec» is longer than «28.12»
	}
	return 66
}

// length counts one more row than tasks: the place to type the next one.
func (s *Screen) length() int {
	if s.tree.Plan.ID.IsZero() || s.narrowed() || len(s.tree.Rows) == 0 {
		return len(s.rows)
	}
	return len(s.rows) + 1
}

const nextRow = "next"

func (s *Screen) fill(i int, r *ui.Row) {
	if i >= len(s.rows) {
		r.ID = nextRow
		r.Depth = s.nextDepth()
		r.Cells[1].Text, r.Cells[1].Role = s.d.Words().T("plan.next"), ui.Muted
		return
	}
	x := s.rows[i]
	w := s.d.Words()
	r.ID, r.Depth, r.Bold = x.Task.ID.String(), x.Depth, x.HasKids
	if x.HasKids {
		r.Toggle = ui.Open
		if s.folded[x.Task.ID] {
			r.Toggle = ui.Folded
		}
	}
	if x.Task.Status == data.TaskCancelled {
		r.Faint = true
	}
	c := r.Cells
	c[0].Text, c[0].Role, c[0].Small = x.Code, ui.Muted, true
	c[1].Text = x.Task.Name
	c[2].Text = s.daysText(x)
	c[3].Text, c[3].Role = command.WritePreds(x, w.Lang() == text.RU), ui.Muted
	c[4].Text = s.whoText(x)
	s.flag(x, &c[4])
	if x.Date.Effort > 0 {
		c[5].Text = w.HoursNumber(x.Date.Effort)
	}
	c[6].Text, c[7].Text = w.DayMonth(x.Date.StartsOn), w.DayMonth(x.Date.EndsOn)
	if late(x, s.now) {
		c[7].Role = ui.Late
	}
	c[8].Text = w.DayMonth(x.Task.DeadlineOn)
	if x.Date.HasSlack && x.Date.SlackDays < 0 {
		c[8].Role = ui.Late
	}
	if !x.HasKids {
		c[9].Text = w.Decimal(x.Date.Float)
	}
	c[10].Text = strconv.Itoa(x.Date.Percent)
	s.fillMore(x, c[11:])
}

func (s *Screen) daysText(x data.PlanRow) string {
	if x.HasKids || x.Task.Duration.IsZero() || x.Task.Duration.Unit == data.WorkDays {
		return s.d.Words().Decimal(x.Date.Days)
	}
	return s.d.Words().Span(x.Task.Duration)
}

// whoText names the people: «Вы» for the owner, the first of several with a
// count.
func (s *Screen) whoText(x data.PlanRow) string {
	if len(x.Assignees) == 0 {
		return ""
	}
	name := x.Assignees[0].Name
	if x.Assignees[0].IsMe {
		name = s.d.Words().T("plan.me")
	}
	if n := len(x.Assignees) - 1; n > 0 {
		name += " +" + strconv.Itoa(n)
	}
	return name
}

// edit makes a field over the task of a row; the row after the last one has
// only a name.
func (s *Screen) edit(i int, summaries bool, make func(data.PlanRow) ui.Editor) ui.Editor {
	if i >= len(s.rows) || s.rows[i].HasKids && !summaries {
		return nil
	}
	return make(s.rows[i])
}

func (s *Screen) put(t data.Task) error { return s.d.Do(command.Put{Record: t}) }

func (s *Screen) editName(i int) ui.Editor {
	if i >= len(s.rows) {
		f := ui.NewField("")
		f.OnCommit = s.addTyped
		return f
	}
	t := s.rows[i].Task
	f := ui.NewField(t.Name)
	f.OnCommit = func(v string) error { t.Name = v; return s.put(t) }
	return f
}

func (s *Screen) editDays(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		t := x.Task
		f := ui.NewField(s.d.Words().SpanTyped(t.Duration))
		f.OnCommit = func(v string) error {
			span, err := readSpan(v)
			if err != nil {
				return err
			}
			t.Duration = span
			if !t.Begun() {
				t.Remaining = data.Span{}
			}
			if span.Amount == 0 && !span.IsZero() {
				t.What = data.TaskMilestone
			} else if t.What == data.TaskMilestone {
				t.What = data.TaskWork
			}
			return s.put(t)
		}
		return f
	})
}

// readSpan reads a duration; an empty one means that the hours decide.
func readSpan(v string) (data.Span, error) {
	if strings.TrimSpace(v) == "" {
		return data.Span{}, nil
	}
	return text.ParseSpan(v)
}

func (s *Screen) editPreds(i int) ui.Editor {
	return s.edit(i, true, func(x data.PlanRow) ui.Editor {
		f := ui.NewField(command.WritePreds(x, s.d.Words().Lang() == text.RU))
		f.OnCommit = func(v string) error {
			preds, err := command.ReadPreds(s.tree, v)
			if err != nil {
				return err
			}
			return s.d.Do(command.SetLinks{TaskID: x.Task.ID, Name: x.Task.Name, Preds: preds})
		}
		return f
	})
}

func (s *Screen) editWho(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := ui.NewField(s.sharesText(x))
		f.PlaceHolder = s.d.Words().T("plan.who.hint")
		f.Width = 260
		f.OnCommit = func(v string) error {
			shares, err := command.ReadShares(s.people, x, v)
			if err != nil {
				return err
			}
			return s.d.Do(command.Assign{TaskID: x.Task.ID, Name: x.Task.Name, Shares: shares})
		}
		return f
	})
}

// peopleText is who works on a task and for how long, in words, a line each.
func (s *Screen) peopleText(x data.PlanRow) string {
	var parts []string
	for _, a := range x.Assignees {
		p := a.Name
		if a.Effort > 0 {
			p += " — " + s.d.Words().Hours(a.Effort)
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, "\n")
}

// sharesText is «Кузнецова А. С. 24; Ласточкин Д. О. 32».
func (s *Screen) sharesText(x data.PlanRow) string {
	var parts []string
	for _, a := range x.Assignees {
		p := a.Name
		if a.Effort > 0 {
			p += " " + s.d.Words().HoursNumber(a.Effort)
		}
		parts = append(parts, p)
	}
	return strings.Join(parts, "; ")
}

func (s *Screen) editHours(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := ui.NewHoursField(x.Task.Effort)
		f.OnSet = func(v data.Minutes) error {
			if len(x.Assignees) == 0 {
				t := x.Task
				t.Effort = v
				return s.put(t)
			}
			return s.d.Do(command.Assign{TaskID: x.Task.ID, Name: x.Task.Name, Shares: scaled(x, v)})
		}
		return f
	})
}

// scaled divides hours among the people of a task as before, or evenly.
func scaled(x data.PlanRow, total data.Minutes) []command.Share {
	var sum data.Minutes
	for _, a := range x.Assignees {
		sum += a.Effort
	}
	out := make([]command.Share, len(x.Assignees))
	left := total
	for i, a := range x.Assignees {
		part := total / data.Minutes(len(x.Assignees))
		if sum > 0 {
			part = total * a.Effort / sum
		}
		if i == len(x.Assignees)-1 {
			part = left
		}
		left -= part
		out[i] = command.Share{PersonID: a.PersonID, Effort: part, Units: a.Units}
	}
	return out
}

func (s *Screen) editStart(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		f := card.NewDate(s.d, x.Date.StartsOn)
		f.OnSet = func(v data.Date) error {
			if v.IsZero() {
				t := x.Task
				t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = data.AsSoonAsPossible, 0, 0
				return s.put(t)
			}
			return s.d.Do(command.DragTask{ID: x.Task.ID, Name: x.Task.Name, StartsOn: v, Days: -1})
		}
		return f
	})
}

// editFinish gives a task the length that ends on the day.
func (s *Screen) editFinish(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		if x.Task.What == data.TaskMilestone || x.Date.StartsOn.IsZero() {
			return nil
		}
		f := card.NewDate(s.d, x.Date.EndsOn)
		f.OnSet = func(v data.Date) error {
			if v < x.Date.StartsOn {
				return data.Problems{{Field: "endsOn", Code: "order"}}
			}
			c, _ := s.drag(i, x.Date.StartsOn, v)
			return s.d.Do(c)
		}
		return f
	})
}

func (s *Screen) editDeadline(i int) ui.Editor {
	return s.edit(i, true, func(x data.PlanRow) ui.Editor {
		t := x.Task
		f := card.NewDate(s.d, t.DeadlineOn)
		f.OnSet = func(v data.Date) error { t.DeadlineOn = v; return s.put(t) }
		return f
	})
}

func (s *Screen) editPercent(i int) ui.Editor {
	return s.edit(i, false, func(x data.PlanRow) ui.Editor {
		t := x.Task
		f := ui.NewNumberField(t.Percent, 0, 100)
		f.OnSet = func(v int) error { t.Percent = v; return s.put(t) }
		return f
	})
}
