package mentoring

import (
	"sort"
	"strings"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

// add makes an item, or a section, of the typed line and stays ready for the
// next one. An item stands after the chosen one, in its section.
func (t *items) add(what data.TaskKind) {
	typed := strings.TrimSpace(t.field.Text)
	if typed == "" {
		t.x.s.d.Canvas().Focus(t.field)
		return
	}
	c := command.AddItem{MentoringID: t.x.row.ID, Item: data.Task{ID: data.NewID[data.Task](), What: what, Name: typed}}
	if what == data.TaskWork {
		c = t.readLine(c, typed)
	}
	if !card.Do(t.x.s.d, c) {
		return
	}
	t.field.SetValue("")
	t.list.SelectID(c.Item.ID.String())
	t.x.s.d.Canvas().Focus(t.field)
}

// readLine reads «конспект до 27.11 8ч» and finds the place.
func (t *items) readLine(c command.AddItem, typed string) command.AddItem {
	cal := card.Workdays(t.x.s.d)
	line := quick.Line(typed, t.x.s.d.Today(), cal.AddDays, quick.NewLookup(nil))
	c.Item.Name = without(typed, line.Parts)
	c.Item.DeadlineOn, c.Item.Effort = line.Until, line.Effort
	if c.Item.DeadlineOn.IsZero() {
		c.Item.DeadlineOn = line.To
	}
	if c.Item.DeadlineOn.IsZero() {
		c.Item.DeadlineOn = line.From
	}
	switch at := t.find(card.ID[data.Task](t.list.SelectedID())); {
	case at == nil:
		c.Item.ParentID = t.lastSection()
	case at.What == data.TaskStage:
		c.Item.ParentID = at.ID
	default:
		c.Item.ParentID, c.After = at.ParentID, at.ID
	}
	return c
}

func (t *items) lastSection() data.ID[data.Task] {
	for i := len(t.rows) - 1; i >= 0; i-- {
		if t.rows[i].Section() && t.rows[i].Depth == 0 {
			return t.rows[i].ID
		}
	}
	return data.ID[data.Task]{}
}

// without takes the term and the hours out of a line; every other word is part
// of the name, whatever it was taken for.
func without(typed string, parts []quick.Part) string {
	runes := []rune(typed)
	cut := append([]quick.Part{}, parts...)
	sort.Slice(cut, func(a, b int) bool { return cut[a].From > cut[b].From })
	for _, p := range cut {
		if p.What == quick.PartDate || p.What == quick.PartUntil || p.What == quick.PartEffort {
			runes = append(append([]rune{}, runes[:p.From]...), runes[p.To:]...)
		}
	}
	name := strings.Trim(strings.Join(strings.Fields(string(runes)), " "), " ,;—-")
	if name == "" {
		return typed
	}
	return name
}

// giveBack asks what is missing and until when.
func (t *items) giveBack(x *data.ItemRow) { askReturn(t.x.s, x.ID, x.Name, x.Due(), nil) }

// actions move the chosen item by keys.
func (t *items) actions() []desk.Action {
	x := t.current()
	if x == nil || x.Section() {
		return nil
	}
	w := t.x.s.d.Words()
	var out []desk.Action
	add := func(key, label string, to data.TaskStatus, do func()) {
		for _, s := range t.next(x.Status) {
			if s == to {
				out = append(out, desk.Action{Label: w.F("mentoring.action", label, x.Name), Key: key, Do: do})
			}
		}
	}
	move := func(to data.TaskStatus) func() {
		return func() { t.x.do(command.MoveItem{ID: x.ID, Name: x.Name, To: to}) }
	}
	add("F7", t.verb(data.TaskWorking), data.TaskWorking, move(data.TaskWorking))
	add("F7", t.verb(data.TaskReview), data.TaskReview, func() { askSubmit(t.x.s, x) })
	add("F8", t.verb(data.TaskDone), data.TaskDone, move(data.TaskDone))
	add("F9", t.verb(data.TaskReturned), data.TaskReturned, func() { t.giveBack(x) })
	return out
}
