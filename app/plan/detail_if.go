package plan

import (
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// whatIf answers «что изменится, если…»: a length, a start or people are typed,
// what would move is told, and only then it is kept or forgotten.
type whatIf struct {
	d      *detail
	task   data.ID[data.Task]
	head   *ui.Label
	rows   *ui.KeyValues
	answer *ui.Label
	keep   *ui.Button
	drop   *ui.Button
	does   desk.Command // what would be kept
	typed  [3]string    // days, start, people
	view   fyne.CanvasObject
}

func newWhatIf(d *detail) *whatIf {
	t := d.s.d.Words().T
	q := &whatIf{d: d, head: ui.NewStrong(t("plan.if")), rows: ui.NewKeyValues(), answer: ui.NewNote("")}
	q.rows.LabelWidth = 84
	q.keep = ui.NewButton(ui.Secondary, t("plan.if.keep"), q.do)
	q.drop = ui.NewButton(ui.Ghost, t("plan.if.drop"), q.forget)
	q.keep.Small, q.drop.Small = true, true
	buttons := ui.Across(8, ui.Own(q.keep), ui.Own(q.drop), ui.Flex(1, ui.Spacer()))
	q.view = ui.Down(4, ui.Own(q.head), ui.Own(q.rows), ui.Own(q.answer), ui.Own(buttons))
	q.answer.SetRole(ui.Plain)
	return q
}

// show turns to another task; what was asked about the old one is forgotten.
func (q *whatIf) show(x data.PlanRow, ok bool) {
	if !ok || x.HasKids || x.Task.Status.Finished() {
		q.task = data.ID[data.Task]{}
		q.clear()
		q.view.Hide()
		return
	}
	if q.task != x.Task.ID {
		q.task = x.Task.ID
		q.clear()
	}
	q.view.Show()
	q.set()
	if q.does == nil {
		q.answer.Hide()
		q.keep.Hide()
		q.drop.Hide()
	}
}

func (q *whatIf) clear() { q.does, q.typed = nil, [3]string{} }

// forget takes the question back.
func (q *whatIf) forget() {
	q.clear()
	q.d.reload()
}

func (q *whatIf) do() {
	c := q.does
	q.clear()
	if c != nil {
		card.Do(q.d.s.d, c)
	}
	q.d.reload()
}

// set shows what can be asked.
func (q *whatIf) set() {
	w := q.d.s.d.Words()
	line := func(k int, key string, edit func() ui.Editor) ui.KV {
		return ui.KV{Label: w.T(key), Text: q.typed[k], Hint: w.T(key + ".hint"), Edit: edit}
	}
	q.rows.Set(line(0, "plan.if.days", q.askDays), line(1, "plan.if.start", q.askStart), line(2, "plan.if.who", q.askWho))
}

//text:prefix plan.if.

// row is the task that is asked about, as it is now.
func (q *whatIf) row() (data.PlanRow, bool) {
	for _, r := range q.d.s.tree.Rows {
		if r.Task.ID == q.task {
			return r, true
		}
	}
	return data.PlanRow{}, false
}

func (q *whatIf) askDays() ui.Editor {
	f := ui.NewField(q.typed[0])
	f.OnCommit = func(v string) error {
		x, ok := q.row()
		span, err := readSpan(v)
		if err != nil || !ok || span.IsZero() {
			return err
		}
		setLength(&x.Task, span)
		return q.moved(0, q.d.s.d.Words().Span(span), x.Task, command.Put{Record: x.Task})
	}
	return f
}

func (q *whatIf) askStart() ui.Editor {
	f := card.NewDate(q.d.s.d, 0)
	f.OnSet = func(v data.Date) error {
		x, ok := q.row()
		if !ok || v.IsZero() {
			return nil
		}
		c := command.DragTask{ID: x.Task.ID, Name: x.Task.Name, StartsOn: v, Days: -1}
		ask, err := q.d.s.asked()
		if err != nil {
			return err
		}
		moved, err := ask.Drag(c)
		if err != nil {
			return err
		}
		q.say(1, q.d.s.d.Words().Date(v), moved, c)
		return nil
	}
	return f
}

// moved asks the engine about a changed task.
func (q *whatIf) moved(k int, typed string, t data.Task, c desk.Command) error {
	if err := t.Validate().Err(); err != nil {
		return err
	}
	ask, err := q.d.s.asked()
	if err != nil {
		return err
	}
	moved, err := ask.Moved(t)
	if err != nil {
		return err
	}
	q.say(k, typed, moved, c)
	return nil
}

func (q *whatIf) askWho() ui.Editor {
	f := ui.NewField("")
	f.PlaceHolder = q.d.s.d.Words().T("plan.who.hint")
	f.OnCommit = func(v string) error {
		x, ok := q.row()
		if !ok || strings.TrimSpace(v) == "" {
			return nil
		}
		shares, err := command.ReadShares(q.d.s.people, x, v)
		if err != nil {
			return err
		}
		ask, err := q.d.s.asked()
		if err != nil {
			return err
		}
		moved, err := ask.Unless(q.d.s.d.Read(), q.d.s.withPeople(x.Task.ID, shares))
		if err != nil {
			return err
		}
		q.say(2, v, moved, command.Assign{TaskID: x.Task.ID, Name: x.Task.Name, Shares: shares})
		return nil
	}
	return f
}

// withPeople is the plan with other people on one task.
func (s *Screen) withPeople(id data.ID[data.Task], shares []command.Share) data.PlanTree {
	t := s.tree
	t.Rows = append([]data.PlanRow{}, s.tree.Rows...)
	for i := range t.Rows {
		if t.Rows[i].Task.ID != id {
			continue
		}
		t.Rows[i].Assignees = nil
		var sum data.Minutes
		for _, h := range shares {
			sum += h.Effort
			t.Rows[i].Assignees = append(t.Rows[i].Assignees, data.Assignee{ID: data.NewID[data.Assignment](), TaskID: id, PersonID: h.PersonID, Effort: h.Effort, Units: h.Units})
		}
		t.Rows[i].Task.Effort = sum
	}
	return t
}

// say tells what would move: the sum, then the first tasks with their old and new
// days.
func (q *whatIf) say(k int, typed string, moved []data.TaskDate, c desk.Command) {
	s := q.d.s
	w := s.d.Words()
	q.clear()
	q.typed[k], q.does = typed, c
	lines := []string{s.sumOf(moved)}
	at := map[data.ID[data.Task]]data.TaskDate{}
	for _, m := range moved {
		at[m.TaskID] = m
	}
	for _, r := range s.tree.Rows {
		m, ok := at[r.Task.ID]
		if !ok || r.HasKids {
			continue
		}
		if len(lines) == 5 {
			lines = append(lines, "…")
			break
		}
		lines = append(lines, r.Code+" "+r.Task.Name+": "+w.Period(r.Date.StartsOn, r.Date.EndsOn)+" → "+w.Period(m.StartsOn, m.EndsOn))
	}
	q.answer.Set(strings.Join(lines, "\n"))
	q.answer.Show()
	q.keep.Show()
	q.drop.Show()
	q.set()
	q.d.view.Refresh()
}
