package schedule

import (
	"math/rand"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// Parts of days on one calendar: positions in thousandths of a day found by
// going over all links until nothing moves.
func TestPartsOfDaysEqualRelaxation(t *testing.T) {
	cal := russia(t)
	start := day("2026-01-12")
	var solver Solver
	for round := range rounds(600) {
		r := rand.New(rand.NewSource(int64(round)))
		p := &Plan{Start: start, Calendars: []*workday.Calendar{cal}}
		n := 5 + r.Intn(40)
		for range n {
			p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Span{Amount: int64(1 + r.Intn(4000)), Unit: data.WorkDays}})
		}
		for range n * 2 {
			a, b := r.Intn(n), r.Intn(n)
			if a < b {
				p.Links = append(p.Links, Link{a, b, data.LinkTypes[r.Intn(4)], data.Span{Amount: int64(r.Intn(4000) - 1000), Unit: data.WorkDays}})
			}
		}
		early, late := relax(p)
		for i, row := range solver.Solve(p).Rows {
			d := p.Tasks[i].Duration.Amount
			first, last := cal.AddDays(start-1, int(early[i]/1000)+1), cal.AddDays(start-1, int((early[i]+d-1)/1000)+1)
			if row.Start != first || row.Finish != last || row.Duration != d || row.Float != late[i]-early[i] || row.Critical != (late[i] <= early[i]) {
				t.Fatalf("round %d, task %d: %+v; want %s..%s, float %d", round, i, row, first, last, late[i]-early[i])
			}
		}
	}
}

// relax gives early and late starts in thousandths of a day from the plan's
// start.
func relax(p *Plan) (early, late []int64) {
	early, late = make([]int64, len(p.Tasks)), make([]int64, len(p.Tasks))
	at := func(starts []int64, task int, end byte) int64 {
		if end == 'F' {
			return starts[task] + p.Tasks[task].Duration.Amount
		}
		return starts[task]
	}
	for moved := true; moved; {
		moved = false
		for _, l := range p.Links {
			if short := at(early, l.Pred, l.Type[0]) + l.Lag.Amount - at(early, l.Succ, l.Type[1]); short > 0 {
				early[l.Succ] += short
				moved = true
			}
		}
	}
	end := int64(0)
	for i := range p.Tasks {
		end = max(end, at(early, i, 'F'))
	}
	for i := range late {
		late[i] = end - p.Tasks[i].Duration.Amount
	}
	for moved := true; moved; {
		moved = false
		for _, l := range p.Links {
			if over := at(late, l.Pred, l.Type[0]) + l.Lag.Amount - at(late, l.Succ, l.Type[1]); over > 0 {
				late[l.Pred] -= over
				moved = true
			}
		}
	}
	return early, late
}

// A chain of durations in hours is the running sum of its minutes, laid over the
// minutes of the days, whatever the lengths of days are.
func TestChainOfHoursIsASum(t *testing.T) {
	for round := range rounds(300) {
		r := rand.New(rand.NewSource(int64(round)))
		week := workday.Week{0, data.Minutes(60 + r.Intn(500)), data.Minutes(60 + r.Intn(500)), 480, 420, data.Minutes(1 + r.Intn(479)), 0}
		cal := russia(t).WithWeek(week)
		p := &Plan{Start: day("2026-04-27"), Calendars: []*workday.Calendar{cal}}
		for i := range 60 {
			p.Tasks = append(p.Tasks, Task{Parent: None, Duration: data.Span{Amount: int64(1 + r.Intn(1500)), Unit: data.WorkMinutes}})
			if i > 0 {
				p.Links = append(p.Links, Link{Pred: i - 1, Succ: i})
			}
		}
		sum := int64(0)
		for i, row := range Solve(p).Rows {
			first := dayOfMinute(cal, p.Start, sum+1)
			sum += p.Tasks[i].Duration.Amount
			last := dayOfMinute(cal, p.Start, sum)
			if row.Start != first || row.Finish != last || row.Float != 0 || !row.Critical {
				t.Fatalf("round %d, task %d: %+v, want %s..%s", round, i, row, first, last)
			}
		}
	}
}

// dayOfMinute walks to the day in which the m-th working minute lies.
func dayOfMinute(c *workday.Calendar, d data.Date, m int64) data.Date {
	for ; ; d++ {
		if m -= int64(c.Minutes(d)); m <= 0 {
			return d
		}
	}
}

// A solver that solved other plans gives what a fresh one gives, and solving
// again allocates nothing.
func TestMemoryIsKeptAndClean(t *testing.T) {
	base := russia(t)
	var s Solver
	for round := range rounds(300) {
		r := rand.New(rand.NewSource(int64(round)))
		b := make([]byte, r.Intn(500))
		r.Read(b)
		p := hostile(b, base)
		p.UseAssignees()
		sound(t, &s, p)
		fresh := Solve(p)
		for i, row := range s.Solve(p).Rows {
			if row != fresh.Rows[i] {
				t.Fatalf("round %d, task %d: %+v, fresh %+v", round, i, row, fresh.Rows[i])
			}
		}
	}
	p := layered(1000, base)
	s.Solve(p)
	if n := testing.AllocsPerRun(5, func() { s.Solve(p) }); n > 0 {
		t.Errorf("solving again allocates %v times", n)
	}
}

// 2.2 of the first story: two people, one on vacation; a third works elsewhere.
func TestCalendarOfAssignees(t *testing.T) {
	base := russia(t)
	away := base.WithAbsences(workday.Absence{From: day("2026-12-28"), To: day("2026-12-30")})
	p := &Plan{Start: day("2026-12-23"), Calendars: []*workday.Calendar{base, away, nil}, Resources: []Resource{{Calendar: 0}, {Calendar: 1}, {Calendar: 0}, {Calendar: 2}},
		Tasks: []Task{{Parent: None, Duration: data.Days(8)}, {Parent: None, Duration: data.Days(8)}, {Parent: None, Duration: data.Days(8)},
			{Parent: None, Duration: data.Days(0)}, {Parent: None, Duration: data.Days(1)}},
		Assignments: []Assignment{{0, 0, 960, 0}, {0, 1, 3840, 0}, {1, 2, 0, 0}, {2, 1, 0, 0}, {2, 0, 0, 0}, {3, 1, 0, 0}, {4, 0, 0, 0}, {4, 3, 0, 0}}}
	p.UseAssignees()
	if p.Tasks[0].Calendar != 3 || p.Tasks[1].Calendar != 0 || p.Tasks[2].Calendar != 3 || p.Tasks[3].Calendar != 0 {
		t.Errorf("calendars %d %d %d %d", p.Tasks[0].Calendar, p.Tasks[1].Calendar, p.Tasks[2].Calendar, p.Tasks[3].Calendar)
	}
	r := Solve(p)
	for i, want := range []string{"2027-01-15", "2027-01-12", "2027-01-15"} {
		if r.Rows[i].Finish != day(want) {
			t.Errorf("task %d finishes %s, want %s", i, r.Rows[i].Finish, want)
		}
	}
}

// 99.6 % of the work done is not all of it.
func TestHundredPerCentMeansDone(t *testing.T) {
	p := &Plan{Start: day("2026-01-12"), Calendars: []*workday.Calendar{russia(t)}, Tasks: []Task{{Parent: None},
		{Parent: 0, Duration: data.Days(1), Effort: 249 * 60, Percent: 100}, {Parent: 0, Duration: data.Days(1), Effort: 60}}}
	if r := Solve(p); r.Rows[0].Percent != 99 || r.Percent != 99 {
		t.Errorf("%d %%", r.Rows[0].Percent)
	}
	p.Tasks[2].Percent = 100
	if r := Solve(p); r.Percent != 100 {
		t.Errorf("%d %%, all is done", r.Percent)
	}
}
