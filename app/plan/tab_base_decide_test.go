package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// button is the one of a label in the open dialog or on the page.
func button(t *testing.T, objs []any, label string) *ui.Button {
	t.Helper()
	for _, o := range objs {
		if b, ok := o.(*ui.Button); ok && b.Label == label {
			return b
		}
	}
	t.Fatalf("no button %q", label)
	return nil
}

// Story 1: «Орлова — утверждено 24.11». The head of the owner and today stand
// there already; the decision is a step that can be taken back.
func TestTheHeadApprovesThePlan(t *testing.T) {
	d, s := copper(t)
	p := baseTab(t, s)
	had := len(p.said.rows)
	p.said.ask()
	var objs []any
	for _, o := range test.LaidOutObjects(d.Canvas().Overlays().Top()) {
		objs = append(objs, o)
	}
	test.Tap(button(t, objs, "Записать"))
	if len(p.said.rows) != had+1 {
		t.Fatalf("%d decisions, %v", len(p.said.rows), d.Failed)
	}
	var r ui.ListRow
	p.said.fill(had, &r)
	if r.Title != "Орлова М. В." || r.ChipWord != "утверждено" || r.Right != "24.11" {
		t.Errorf("%+v", r)
	}
	d.Undo()
	if len(p.said.rows) != had {
		t.Errorf("after undo %d decisions", len(p.said.rows))
	}
}

// A bar of a task that is measured in hours grows by hours: 12 hours from
// 30.11 end on 01.12; two days more are 28 hours, and a day less than at first
// 4 hours.
func TestABarInHoursStaysInHours(t *testing.T) {
	d, s := copper(t)
	x := stored(t, d, s, "1.1")
	x.Task.Duration = data.Span{Amount: 12 * 60, Unit: data.WorkMinutes}
	if err := d.Do(command.Put{Record: x.Task}); err != nil {
		t.Fatal(err)
	}
	i := at(t, s, "1.1")
	if got := s.rows[i].Date; got.StartsOn != on(2026, 11, 30) || got.EndsOn != on(2026, 12, 1) {
		t.Fatalf("12 hours stand on %s to %s", got.StartsOn, got.EndsOn)
	}
	s.onDrop(i, on(2026, 11, 30), on(2026, 12, 3))
	if got := stored(t, d, s, "1.1"); got.Task.Duration.String() != (data.Span{Amount: 28 * 60, Unit: data.WorkMinutes}).String() || got.Date.EndsOn != on(2026, 12, 3) {
		t.Errorf("longer by two days: %s until %s", got.Task.Duration, got.Date.EndsOn)
	}
	s.onDrop(i, on(2026, 11, 30), on(2026, 11, 30))
	if got := stored(t, d, s, "1.1"); got.Task.Duration.String() != (data.Span{Amount: 4 * 60, Unit: data.WorkMinutes}).String() || got.Date.EndsOn != on(2026, 11, 30) {
		t.Errorf("shorter: %s until %s", got.Task.Duration, got.Date.EndsOn)
	}
}

// Story 3: Ласточкин works on 1.1 on site and has no trip; that is seen at the
// people of the task and in its panel, although the dates do not suffer.
func TestWhoStaysHomeIsSeen(t *testing.T) {
	d, s := copper(t)
	i := at(t, s, "1.1")
	if c := line(s, i)["who"]; c.Icon != ui.IconWarning {
		t.Errorf("the people of 1.1: %+v", c)
	}
	if got := s.problemText(s.rows[i]); got != "Ласточкин Д. О.: работа на площадке, а поездки к клиенту нет" {
		t.Errorf("the panel says %q", got)
	}
	if c := line(s, at(t, s, "1.2"))["who"]; c.Icon != "" {
		t.Errorf("the people of 1.2: %+v", c)
	}
	s.chart.Grid.Select(i)
	s.detail.reload()
	if seen := d.Seen(); !strings.Contains(seen, "поездки к клиенту нет") {
		t.Error("the panel does not show it")
	}
}

// The critical path of all projects is that of the plan which ends last; it is
// remembered.
func TestTheCriticalPathAcrossProjects(t *testing.T) {
	d, s := copper(t)
	own := s.role(s.rows[at(t, s, "1.1")])
	s.turnAcross()
	across, err := command.CriticalAcross(d.Read())
	if err != nil || len(across) == 0 {
		t.Fatalf("%v %v", across, err)
	}
	for _, r := range s.tree.Rows {
		if !r.HasKids && s.holds(r) != across[r.Task.ID] {
			t.Errorf("%s: %v", r.Task.Name, s.holds(r))
		}
	}
	if len(d.Said) != 1 {
		t.Errorf("said %q", d.Said)
	}
	again := New(d, desk.Filter{})
	again.Recall(s.Remember())
	if !again.across || own != ui.Late {
		t.Errorf("remembered %v, 1.1 was %v", again.across, own)
	}
}
