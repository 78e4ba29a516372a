package plan

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// detail is the strip below: the chosen task, its fields, and why its dates are
// what they are.
type detail struct {
	s    *Screen
	head *ui.Heading
	left *ui.KeyValues
	mid  *ui.KeyValues
	why  *ui.Label
	ask  *ui.Label // the heading over why
	view fyne.CanvasObject
}

func newDetail(s *Screen) *detail {
	d := &detail{s: s, head: ui.NewHeading("", ""), left: ui.NewKeyValues(), mid: ui.NewKeyValues(), why: ui.NewNote("")}
	d.left.LabelWidth, d.mid.LabelWidth = 130, 150
	d.ask = ui.NewStrong(s.d.Words().T("plan.why"))
	why := ui.Down(4, ui.Own(d.ask), ui.Flex(1, ui.Scroll(ui.Down(0, ui.Own(d.why)))))
	body := ui.Across(8, ui.Flex(1, ui.Scroll(d.left)), ui.Flex(1, ui.Scroll(d.mid)), ui.Flex(1, ui.Pad(8, 10, why)))
	d.view = ui.Pad(12, 8, ui.NewCard("", "", ui.Down(0, ui.Own(d.head), ui.Flex(1, body))))
	return d
}

func (d *detail) reload() {
	x, ok := d.s.row()
	if !ok {
		d.head.Set("", d.s.d.Words().T("plan.pick"))
		d.left.Set()
		d.mid.Set()
		d.why.Set("")
		d.ask.Hide()
		d.view.Refresh()
		return
	}
	d.head.Set(x.Code+" "+x.Task.Name, d.facts(x), d.buttons(x)...)
	d.left.Set(d.fields(x)...)
	d.mid.Set(d.more(x)...)
	d.why.Set(d.s.whyText(x))
	d.ask.Show()
	d.view.Refresh()
}

// buttons are the next states of a leaf; a stage follows from its tasks.
func (d *detail) buttons(x data.PlanRow) []*ui.Button {
	if x.HasKids {
		return nil
	}
	all := card.Moves(d.s.d, x.Task, func(to string) (data.Staged, bool) { d.s.move(x.Task, to); return nil, false })
	for _, b := range all {
		b.Small = true
		if x.Task.Status.Finished() {
			b.Kind = ui.Secondary // to take finished work up again is no next step
		}
	}
	return all
}

// facts is the line beside the name: state, dates, float.
func (d *detail) facts(x data.PlanRow) string {
	w := d.s.d.Words()
	s := w.Period(x.Date.StartsOn, x.Date.EndsOn)
	if !x.HasKids {
		s = w.Code(x.Task.Status) + " · " + s
	}
	s += " · " + w.N("plan.float", int(x.Date.FloatDays))
	if x.Date.HasSlack && x.Date.SlackDays < 0 {
		s += " · " + w.N("plan.missed", int(-x.Date.SlackDays))
	}
	if x.Date.Problem != "" && w.Has("plan.problem."+x.Date.Problem) {
		s += " · " + w.T("plan.problem."+x.Date.Problem)
	}
	return s
}

//text:prefix plan.problem.

func (d *detail) with(x data.PlanRow, set func(*data.Task)) data.Record {
	t := x.Task
	set(&t)
	return t
}

func (d *detail) fields(x data.PlanRow) []ui.KV {
	k := d.s.d
	t := k.Words().T
	rows := []ui.KV{
		card.Date(k, t("field.deadlineOn"), x.Task.DeadlineOn, func(v data.Date) data.Record { return d.with(x, func(q *data.Task) { q.DeadlineOn = v }) }),
	}
	if x.HasKids {
		return append(rows, card.Long(k, t("field.note"), x.Task.Note, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Note = v }) }))
	}
	return append(rows,
		card.Pick(k, t("field.constraintKind"), d.constraints(), string(x.Task.ConstraintKind), func(v string) data.Record {
			return d.with(x, func(q *data.Task) {
				q.ConstraintKind = data.ConstraintKind(v)
				if v == "" {
					q.ConstraintOn = 0
				} else if q.ConstraintOn.IsZero() {
					q.ConstraintOn = x.Date.StartsOn
				}
			})
		}),
		card.Date(k, t("field.constraintOn"), x.Task.ConstraintOn, func(v data.Date) data.Record {
			return d.with(x, func(q *data.Task) {
				q.ConstraintOn = v
				if v.IsZero() {
					q.ConstraintKind = data.AsSoonAsPossible
				} else if q.ConstraintKind == data.AsSoonAsPossible {
					q.ConstraintKind = data.NotEarlier
				}
			})
		}),
		card.Pick(k, t("field.place"), card.Codes(k, "task.place.", data.TaskPlaces), string(x.Task.Place), func(v string) data.Record {
			return d.with(x, func(q *data.Task) { q.Place = data.TaskPlace(v) })
		}),
		card.Text(k, t("field.waitingFor"), x.Task.WaitingFor, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.WaitingFor = v }) }))
}

func (d *detail) constraints() []ui.Option {
	var out []ui.Option
	for _, c := range data.ConstraintKinds {
		out = append(out, ui.Option{ID: string(c), Label: d.s.d.Words().Code(c)})
	}
	return out
}

func (d *detail) more(x data.PlanRow) []ui.KV {
	k := d.s.d
	t := k.Words().T
	if x.HasKids {
		return nil
	}
	rows := []ui.KV{{Label: t("plan.people"), Text: d.s.peopleText(x), Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(d.s.sharesText(x))
		f.OnCommit = func(v string) error {
			shares, err := command.ReadShares(d.s.people, x, v)
			if err != nil {
				return err
			}
			return k.Do(command.Assign{TaskID: x.Task.ID, Name: x.Task.Name, Shares: shares})
		}
		return f
	}}}
	return append(rows,
		card.Text(k, t("field.result"), x.Task.Result, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Result = v }) }),
		card.Text(k, t("field.criterion"), x.Task.Criterion, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Criterion = v }) }),
		card.Long(k, t("field.note"), x.Task.Note, func(v string) data.Record { return d.with(x, func(q *data.Task) { q.Note = v }) }))
}
