package plan

import (
	"strconv"
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

func (d *detail) with(x data.PlanRow, set func(*data.Task)) data.Record {
	t := x.Task
	set(&t)
	return t
}

// span is a row of a duration that is typed the short way: «5», «2,5д», «4ч».
func (d *detail) span(x data.PlanRow, key string, value data.Span, set func(*data.Task, data.Span)) ui.KV {
	w := d.s.d.Words()
	return ui.KV{Label: w.T(key), Text: w.Span(value), Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(w.SpanTyped(value))
		f.OnCommit = func(v string) error {
			span, err := readSpan(v)
			if err != nil {
				return err
			}
			return d.s.d.Do(command.Put{Record: d.with(x, func(t *data.Task) { set(t, span) })})
		}
		return f
	}}
}

// whenFields say when a task is to be done.
func (d *detail) whenFields(x data.PlanRow) []ui.KV {
	k := d.s.d
	t := k.Words().T
	deadline := card.Date(k, t("field.deadlineOn"), x.Task.DeadlineOn, func(v data.Date) data.Record { return d.with(x, func(q *data.Task) { q.DeadlineOn = v }) })
	if x.HasKids {
		return append([]ui.KV{deadline}, d.limitFields(x)...)
	}
	rows := []ui.KV{d.span(x, "field.duration", x.Task.Duration, setLength)}
	if x.Task.Mode == data.ModeManual {
		rows = append(rows,
			card.Date(k, t("plan.col.start"), x.Task.StartsOn, func(v data.Date) data.Record { return d.with(x, func(q *data.Task) { q.StartsOn = v }) }),
			card.Date(k, t("plan.col.finish"), x.Task.EndsOn, func(v data.Date) data.Record { return d.with(x, func(q *data.Task) { q.EndsOn = v }) }))
	} else {
		rows = append(rows, d.limitFields(x)...)
	}
	return append(rows, deadline,
		card.Pick(k, t("field.mode"), card.Codes(k, "task.mode.", []data.TaskMode{data.ModeAuto, data.ModeManual}), string(x.Task.Mode), func(v string) data.Record {
			return d.with(x, func(q *data.Task) { setMode(q, x.Date, data.TaskMode(v)) })
		}),
		card.Pick(k, t("field.calendarId"), d.calendars(), x.Task.CalendarID.String(), func(v string) data.Record {
			return d.with(x, func(q *data.Task) { q.CalendarID = card.ID[data.Calendar](v) })
		}),
		d.estimate(x))
}

// estimate is the three-point estimate as one row: best, likely, worst.
func (d *detail) estimate(x data.PlanRow) ui.KV {
	w := d.s.d.Words()
	t := x.Task
	shown, typed := "", ""
	if !t.EstO.IsZero() {
		m := likely(t)
		shown = w.F("plan.est.three", w.Span(t.EstO), w.Span(m), w.Span(t.EstP))
		typed = w.SpanTyped(t.EstO) + "; " + w.SpanTyped(m) + "; " + w.SpanTyped(t.EstP)
	}
	return ui.KV{Label: w.T("plan.est"), Text: shown, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(typed)
		f.PlaceHolder = w.T("plan.est.hint")
		f.OnCommit = func(v string) error {
			q := x.Task
			if err := readEstimate(&q, v); err != nil {
				return err
			}
			return d.s.d.Do(command.Put{Record: q})
		}
		return f
	}}
}

// likely is the middle of an estimate: its own, else the length of the task.
func likely(t data.Task) data.Span {
	if t.EstM.IsZero() {
		return t.Duration
	}
	return t.EstM
}

// readEstimate reads «3; 5; 9», or «3; 9» around the length of the task; an empty
// text takes the estimate away.
func readEstimate(t *data.Task, typed string) error {
	t.EstO, t.EstM, t.EstP = data.Span{}, data.Span{}, data.Span{}
	parts := strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == '/' || r == '·' })
	if len(parts) == 0 {
		return nil
	}
	if len(parts) == 1 {
		parts = strings.Fields(typed)
	}
	if len(parts) < 2 || len(parts) > 3 {
		return data.Problems{{Code: "spanFormat", Args: []string{typed}}}
	}
	var got []data.Span
	for _, p := range parts {
		v, err := readSpan(p)
		if err != nil {
			return err
		}
		got = append(got, v)
	}
	t.EstO, t.EstP = got[0], got[len(got)-1]
	if len(got) == 3 {
		t.EstM = got[1]
	}
	return nil
}

// setLength makes a task of no days a milestone and the other way round.
func setLength(q *data.Task, v data.Span) {
	q.Duration = v
	if !q.Begun() {
		q.Remaining = data.Span{}
	}
	if v.Amount == 0 && !v.IsZero() {
		q.What = data.TaskMilestone
	} else if q.What == data.TaskMilestone {
		q.What = data.TaskWork
	}
}

// setMode keeps a task where it stands when a person takes its dates over.
func setMode(q *data.Task, at data.TaskDate, mode data.TaskMode) {
	q.Mode = mode
	if mode == data.ModeManual && q.StartsOn.IsZero() {
		q.StartsOn, q.EndsOn = at.StartsOn, at.EndsOn
	}
}

// limitFields are the constraint and its day.
func (d *detail) limitFields(x data.PlanRow) []ui.KV {
	k := d.s.d
	t := k.Words().T
	rows := []ui.KV{
		card.Pick(k, t("field.constraintKind"), d.constraints(), string(x.Task.ConstraintKind), func(v string) data.Record {
			return d.with(x, func(q *data.Task) { setLimit(q, data.ConstraintKind(v), x.Date.StartsOn) })
		}),
		card.Date(k, t("plan.limit.on"), x.Task.ConstraintOn, func(v data.Date) data.Record {
			return d.with(x, func(q *data.Task) {
				q.ConstraintOn = v
				if v.IsZero() {
					q.ConstraintKind, q.ConstraintAt = data.AsSoonAsPossible, 0
				} else if !q.ConstraintKind.Dated() {
					q.ConstraintKind = data.NotEarlier
				}
			})
		}),
	}
	if x.Task.ConstraintKind.Dated() && !x.HasKids {
		rows = append(rows, d.limitTime(x))
	}
	return rows
}

// limitTime is the minute of the day that a constraint names.
func (d *detail) limitTime(x data.PlanRow) ui.KV {
	w := d.s.d.Words()
	min, shown := ui.NoTime, ""
	if x.Task.ConstraintAt > 0 {
		min, shown = int(x.Task.ConstraintAt), clock(x.Task.ConstraintAt)
	}
	return ui.KV{Label: w.T("plan.limit.at"), Text: shown, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewTimeField(min)
		f.OnSet = func(v int) error {
			return d.s.d.Do(command.Put{Record: d.with(x, func(q *data.Task) { q.ConstraintAt = data.Minutes(max(v, 0)) })})
		}
		return f
	}}
}

func clock(m data.Minutes) string {
	s := strconv.Itoa(int(m % 60))
	if len(s) < 2 {
		s = "0" + s
	}
	return strconv.Itoa(int(m/60)) + ":" + s
}

func setLimit(q *data.Task, kind data.ConstraintKind, start data.Date) {
	q.ConstraintKind = kind
	switch {
	case !kind.Dated():
		q.ConstraintOn, q.ConstraintAt = 0, 0
	case q.ConstraintOn.IsZero():
		q.ConstraintOn = start
	}
}

func (d *detail) constraints() []ui.Option {
	var out []ui.Option
	for _, c := range data.ConstraintKinds {
		out = append(out, ui.Option{ID: string(c), Label: d.s.d.Words().Code(c)})
	}
	return out
}

func (d *detail) calendars() []ui.Option {
	out := []ui.Option{{ID: data.ID[data.Calendar]{}.String(), Label: d.s.d.Words().T("plan.calendar.own")}}
	for _, c := range d.s.calendars {
		out = append(out, ui.Option{ID: c.ID.String(), Label: c.Name, Note: c.Note})
	}
	return out
}

// farFields say how far a task is, and of a stage what it comes to.
func (d *detail) farFields(x data.PlanRow) []ui.KV {
	k := d.s.d
	w := k.Words()
	t := w.T
	if x.HasKids {
		return d.sums(x)
	}
	percent := ui.KV{Label: t("field.percent"), Text: w.Percent(x.Date.Percent), Edit: func() ui.Editor {
		f := ui.NewNumberField(x.Task.Percent, 0, 100)
		f.OnSet = func(v int) error {
			return k.Do(command.Put{Record: d.with(x, func(q *data.Task) { q.Percent = v })})
		}
		return f
	}}
	rows := []ui.KV{percent,
		d.fact(t("field.actualStart"), x.Task.ActualStart, func(v data.Date) error { return k.Do(factStart(x.Task, v)) }),
		d.fact(t("field.actualFinish"), x.Task.ActualFinish, func(v data.Date) error { return k.Do(factFinish(x, v)) }),
		d.span(x, "field.remaining", x.Task.Remaining, func(q *data.Task, v data.Span) { q.Remaining = v }),
		card.Number(k, t("field.priority"), x.Task.Rank(), 1, 1000, func(v int) data.Record { return d.with(x, func(q *data.Task) { q.Priority = v }) })}
	if !x.Task.LevelDelay.IsZero() {
		rows = append(rows, d.span(x, "field.levelDelay", x.Task.LevelDelay, func(q *data.Task, v data.Span) { q.LevelDelay = v }))
	}
	rows = append(rows, d.money(x)...)
	return append(rows, card.Text(k, t("field.waitingFor"), x.Task.WaitingFor, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.WaitingFor = v }) }))
}

// fact is a row of a day that work was begun or finished on.
func (d *detail) fact(label string, at data.Stamp, set func(data.Date) error) ui.KV {
	return ui.KV{Label: label, Text: d.s.d.Words().Date(at.Day), Hint: "—", Edit: func() ui.Editor {
		f := card.NewDate(d.s.d, at.Day)
		f.OnSet = set
		return f
	}}
}

// money is what a task costs and brings by rates, and what is fixed beside.
func (d *detail) money(x data.PlanRow) []ui.KV {
	k := d.s.d
	w := k.Words()
	c := d.s.costOf(x.Task.ID)
	fixed := ui.KV{Label: w.T("field.fixedCost"), Text: moneyOf(w, x.Task.FixedCost), Hint: "—", Edit: func() ui.Editor {
		f := ui.NewMoneyField(x.Task.FixedCost)
		f.OnSet = func(v data.Money) error {
			return k.Do(command.Put{Record: d.with(x, func(q *data.Task) { q.FixedCost = v })})
		}
		return f
	}}
	return []ui.KV{{Label: w.T("plan.col.cost"), Text: moneyOf(w, c.Cost)}, {Label: w.T("plan.col.price"), Text: moneyOf(w, c.Price)}, fixed}
}

// sums is what a stage comes to: its tasks, days, hours and money.
func (d *detail) sums(x data.PlanRow) []ui.KV {
	w := d.s.d.Words()
	n, done, lateOnes := 0, 0, 0
	for _, r := range d.s.below(x) {
		if r.HasKids {
			continue
		}
		n++
		if r.Date.Percent == 100 {
			done++
		}
		if late(r, d.s.now) {
			lateOnes++
		}
	}
	c := d.s.costOf(x.Task.ID)
	rows := []ui.KV{
		{Label: w.T("field.percent"), Text: w.Percent(x.Date.Percent)},
		{Label: w.T("plan.sum.tasks"), Text: w.F("plan.sum.done", done, n)},
		{Label: w.T("field.duration"), Text: w.DurationDays(x.Date.Days)},
		{Label: w.T("plan.col.hours"), Text: w.Hours(x.Date.Effort)},
		{Label: w.T("plan.col.cost"), Text: moneyOf(w, c.Cost)},
		{Label: w.T("plan.col.price"), Text: moneyOf(w, c.Price)},
	}
	if lateOnes > 0 {
		rows = append(rows, ui.KV{Label: w.T("plan.filter.late"), Text: w.N("plan.tasks", lateOnes), Role: ui.Late})
	}
	return rows
}

// below are the rows under a stage.
func (s *Screen) below(x data.PlanRow) []data.PlanRow {
	for i, r := range s.tree.Rows {
		if r.Task.ID == x.Task.ID {
			end := i + 1
			for end < len(s.tree.Rows) && s.tree.Rows[end].Depth > x.Depth {
				end++
			}
			return s.tree.Rows[i+1 : end]
		}
	}
	return nil
}

// workFields say who does a task, where, and what is to come of it.
func (d *detail) workFields(x data.PlanRow) []ui.KV {
	k := d.s.d
	t := k.Words().T
	note := card.Long(k, t("field.note"), x.Task.Note, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Note = v }) })
	if x.HasKids {
		return append(d.peopleOf(x), note)
	}
	people := ui.KV{Label: t("plan.people"), Text: d.s.peopleText(x), Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(d.s.sharesText(x))
		f.OnCommit = func(v string) error {
			shares, err := command.ReadShares(d.s.people, x, v)
			if err != nil {
				return err
			}
			return k.Do(command.Assign{TaskID: x.Task.ID, Name: x.Task.Name, Shares: shares})
		}
		return f
	}}
	return []ui.KV{people,
		card.Pick(k, t("field.place"), card.Codes(k, "task.place.", data.TaskPlaces), string(x.Task.Place), func(v string) data.Record {
			return d.with(x, func(q *data.Task) { q.Place = data.TaskPlace(v) })
		}),
		card.Text(k, t("field.result"), x.Task.Result, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Result = v }) }),
		card.Text(k, t("plan.criterion"), x.Task.Criterion, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Criterion = v }) }),
		note}
}

// peopleOf is who works on the tasks of a stage and for how long.
func (d *detail) peopleOf(x data.PlanRow) []ui.KV {
	w := d.s.d.Words()
	hours := map[string]data.Minutes{}
	var names []string
	for _, r := range d.s.below(x) {
		for _, a := range r.Assignees {
			if _, known := hours[a.Name]; !known {
				names = append(names, a.Name)
			}
			hours[a.Name] += a.Effort
		}
	}
	var out []string
	for _, n := range names {
		out = append(out, n+" — "+w.Hours(hours[n]))
	}
	if len(out) == 0 {
		return nil
	}
	return []ui.KV{{Label: w.T("plan.people"), Text: strings.Join(out, "\n")}}
}
