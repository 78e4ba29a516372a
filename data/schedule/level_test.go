package schedule

import (
	"math/rand"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// busy is a plan of one person, whose tasks of n days take whole days.
func busy(t *testing.T, days ...int) *Plan {
	p := &Plan{Start: day("2026-11-30"), Calendars: []*workday.Calendar{russia(t)}, Resources: []Resource{{Calendar: 0}}}
	for i, n := range days {
		p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Days(n), Priority: 500})
		p.Assignments = append(p.Assignments, Assignment{Task: i, Effort: data.Hours(8 * n)})
	}
	return p
}

// Two tasks of 3 and 2 days at full time for one person take the five days from
// 30 November to 4 December, and the plan ends two days later than before, when
// they ran side by side until 2 December.
func TestLevellingPutsWorkOfOnePersonInARow(t *testing.T) {
	p := busy(t, 3, 2)
	r := Level(p, Levelling{Project: None, Seed: 1})
	if r.Before[0] != day("2026-12-02") || r.After[0] != day("2026-12-04") || r.Price[0] != 2 || r.Overload != 2 || r.Left != 0 || len(r.Moved) != 1 {
		t.Errorf("%+v", r)
	}
	if !p.Tasks[0].Delay.IsZero() || !p.Tasks[1].Delay.IsZero() {
		t.Error("the plan was changed")
	}
}

// The more important goes first, whatever its length; a deadline before float.
func TestLevellingKnowsPriorityAndDeadline(t *testing.T) {
	p := busy(t, 3, 2)
	p.Tasks[0].Priority = 900
	if r := Level(p, Levelling{Project: None}); !r.Delays[0].IsZero() || r.Delays[1] != data.Days(3) {
		t.Errorf("priority: %v", r.Delays)
	}
	p = busy(t, 3, 2)
	p.Tasks[1].DeadlineOn = day("2026-12-01")
	if r := Level(p, Levelling{Project: None}); r.Delays[0] != data.Days(2) || !r.Delays[1].IsZero() {
		t.Errorf("deadline: %v", r.Delays)
	}
}

// What is begun, done, manual or pinned does not move; the rest gives way.
func TestLevellingLeavesFactsAlone(t *testing.T) {
	p := busy(t, 3, 2, 2, 1)
	p.Tasks[0].ActualStart, p.Tasks[0].Percent = data.OnDay(day("2026-11-30")), 30
	p.Tasks[1].Constraint, p.Tasks[1].On = data.MustStart, day("2026-12-03")
	p.Tasks[3].Manual, p.Tasks[3].StartsOn, p.Tasks[3].EndsOn = true, day("2026-12-07"), day("2026-12-07")
	r := Level(p, Levelling{Project: None})
	want := []string{"2026-11-30", "2026-12-03", "2026-12-08", "2026-12-07"}
	for i, d := range want {
		if r.Rows[i].Start != day(d) {
			t.Errorf("task %d starts %s, want %s", i, r.Rows[i].Start, d)
		}
	}
	if r.Left != 0 {
		t.Errorf("%d days of overload left", r.Left)
	}
}

// Halves fit side by side; a vacation is waited out in one piece; a task that is
// too much by itself is named and does not stop the rest.
func TestLevellingOfPartsAbsencesAndTooMuch(t *testing.T) {
	p := busy(t, 4, 4)
	p.Assignments[0].Effort, p.Assignments[1].Effort = data.Hours(16), data.Hours(16)
	if r := Level(p, Levelling{Project: None}); r.Price[0] != 0 || len(r.Moved) != 0 {
		t.Errorf("halves: %+v", r)
	}
	p = busy(t, 3, 2)
	p.Calendars = append(p.Calendars, p.Calendars[0].WithAbsences(workday.Absence{From: day("2026-12-03"), To: day("2026-12-04")}))
	p.Resources[0].Calendar = 1
	p.UseAssignees()
	if r := Level(p, Levelling{Project: None}); r.After[0] != day("2026-12-08") || r.Left != 0 { // 30.11-02.12, then 07-08.12
		t.Errorf("absence: %s, %d left", r.After[0], r.Left)
	}
	p = busy(t, 2, 2)
	p.Assignments[0].Effort = data.Hours(40)
	if r := Level(p, Levelling{Project: None}); len(r.Hopeless) != 1 || r.Hopeless[0] != 0 {
		t.Errorf("too much: %+v", r.Hopeless)
	}
}

// Of three tasks of one person side by side, one takes 40 hours in two days: 20 a
// day where there are 8. With the others it is 36 hours a day, 28 too many, on two
// days: 3360 minutes. In a row, only the 12 of the first are left: 1440 minutes, and
// six days from 30.11 end on Monday 07.12, four working days later.
func TestLevellingPutsNothingBesideTooMuch(t *testing.T) {
	p := busy(t, 2, 2, 2)
	p.Assignments[0].Effort = data.Hours(40)
	r := Level(p, Levelling{Project: None})
	if r.Overload != 2 || r.Excess != 3360 || r.Left != 2 || r.Rest != 1440 || r.After[0] != day("2026-12-07") || r.Price[0] != 4 || r.Stuck {
		t.Errorf("%d days %d min, then %d days %d min, until %s, price %d, stuck %v", r.Overload, r.Excess, r.Left, r.Rest, r.After[0], r.Price[0], r.Stuck)
	}
	if len(r.Hopeless) != 1 || r.Hopeless[0] != 0 {
		t.Errorf("hopeless %v", r.Hopeless)
	}
}

// Two tasks that must start on one day cannot be moved apart: nothing is proposed,
// and a delay given before stays.
func TestLevellingThatDoesNotHelpChangesNothing(t *testing.T) {
	p := busy(t, 2, 2, 1)
	p.Resources = append(p.Resources, Resource{})
	p.Assignments[2].Resource = 1
	for i := range 2 {
		p.Tasks[i].Constraint, p.Tasks[i].On = data.MustStart, day("2026-11-30")
	}
	p.Tasks[2].Delay = data.Days(1)
	r := Level(p, Levelling{Project: None})
	if !r.Stuck || r.Overload != 2 || r.Left != 2 || r.Excess != 960 || r.Rest != 960 || len(r.Moved) != 0 || r.Price[0] != 0 || r.Delays[2] != data.Days(1) || r.Rows[2].Start != day("2026-12-01") {
		t.Errorf("%+v", r)
	}
}

// Random plans in which every third task is too much for its people: whatever is
// proposed, there is less work too much than before, or nothing moves.
func TestLevellingNeverMakesThingsWorse(t *testing.T) {
	base := russia(t)
	for round := range rounds(60) {
		r := rand.New(rand.NewSource(int64(round)))
		p := layered(20+r.Intn(60), base)
		p.Resources = []Resource{{}, {}, {}}
		for i := range p.Tasks {
			p.Tasks[i].Percent = 0
			if n := p.Tasks[i].Duration.Amount; n > 0 {
				for who := range 1 + r.Intn(3) {
					p.Assignments = append(p.Assignments, Assignment{Task: i, Resource: who, Effort: data.Minutes(n) * data.Minutes(120+r.Intn(900)) / 1000})
				}
				p.Tasks[i].Delay = data.Days(r.Intn(3) / 2)
			}
		}
		got := Level(p, Levelling{Project: None, Tries: 10})
		was := Solve(p)
		for i := range p.Tasks {
			p.Tasks[i].Delay = got.Delays[i]
		}
		if len(got.Moved) > 0 && (got.Rest > got.Excess || got.Rest == got.Excess && got.Price[0] >= 0) || len(got.Moved) == 0 && got.Rest != got.Excess {
			t.Fatalf("round %d: %d minutes too much, then %d, price %d, %d moved", round, got.Excess, got.Rest, got.Price[0], len(got.Moved))
		}
		for i, row := range Solve(p).Rows {
			if row != got.Rows[i] || got.Stuck && row != was.Rows[i] {
				t.Fatalf("round %d task %d: %+v, shown %+v", round, i, row, got.Rows[i])
			}
		}
	}
}

// Only one project moves; the other's work stands and counts.
func TestLevellingOfOneProject(t *testing.T) {
	p := busy(t, 3, 2)
	p.Projects = []Project{{Start: p.Start}, {Start: p.Start}}
	p.Tasks[1].Project = 1
	p.Tasks = append(p.Tasks, Task{Parent: None, Project: 1, Duration: data.Days(1), Delay: data.Days(4)})
	if r := Level(p, Levelling{Project: 0}); r.Delays[0] != data.Days(2) || !r.Delays[1].IsZero() || r.Delays[2] != data.Days(4) || r.Price[0] != 2 || r.Price[1] != 0 {
		t.Errorf("%v %v", r.Delays, r.Price)
	}
}

// Random plans of whole days: nobody has too much work afterwards, links hold,
// nothing starts before it could.
func TestLevelledPlansAreFeasible(t *testing.T) {
	base := russia(t)
	for round := range rounds(60) {
		r := rand.New(rand.NewSource(int64(round)))
		p := layered(20+r.Intn(60), base)
		for range 1 + r.Intn(4) {
			from := p.Start + data.Date(r.Intn(60))
			p.Calendars = append(p.Calendars, base.WithAbsences(workday.Absence{From: from, To: from + data.Date(r.Intn(10))}))
			p.Resources = append(p.Resources, Resource{Calendar: len(p.Calendars) - 1})
		}
		for i := range p.Tasks {
			p.Tasks[i].Percent = 0
			if n := p.Tasks[i].Duration.Amount; n > 0 {
				p.Assignments = append(p.Assignments, Assignment{Task: i, Resource: r.Intn(len(p.Resources)), Effort: data.Minutes(n) * data.Minutes(240+r.Intn(240)) / 1000})
			}
		}
		p.UseAssignees()
		before := Solve(p)
		starts := make([]data.Date, len(p.Tasks))
		for i, row := range before.Rows {
			starts[i] = row.Start
		}
		got := Level(p, Levelling{Project: None, Seed: 3, Tries: 40})
		if got.Left != 0 {
			t.Fatalf("round %d: %d days of overload are left of %d", round, got.Left, got.Overload)
		}
		for i := range p.Tasks {
			p.Tasks[i].Delay = got.Delays[i]
		}
		for i, row := range Solve(p).Rows {
			if row.Start < starts[i] || row != got.Rows[i] {
				t.Fatalf("round %d task %d: %+v, was %s, shown %+v", round, i, row, starts[i], got.Rows[i])
			}
		}
	}
}
