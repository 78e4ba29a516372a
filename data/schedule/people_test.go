package schedule

import (
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// Two projects of one person: А of the first takes 30.11-04.12, Б of the second
// begins on 07.12 only because the person is busy until then (a delay of five
// days), and ends last on 11.12. By itself А has float; through the person it
// holds the portfolio. В, of somebody else, holds nobody.
func TestTheCriticalPathRunsThroughPeople(t *testing.T) {
	cal := russia(t)
	p := &Plan{Calendars: []*workday.Calendar{cal}, Resources: []Resource{{}, {}},
		Projects:    []Project{{Start: day("2026-11-30")}, {Start: day("2026-11-30")}},
		Tasks:       []Task{{Parent: None, Duration: data.Days(5)}, {Parent: None, Project: 1, Duration: data.Days(5), Delay: data.Days(5)}, {Parent: None, Duration: data.Days(3)}},
		Assignments: []Assignment{{Task: 0, Resource: 0}, {Task: 1, Resource: 0}, {Task: 2, Resource: 1}}}
	alone := Solve(p)
	if !alone.Rows[0].Critical || !alone.Rows[1].Critical || alone.Rows[2].Critical {
		t.Errorf("each to its own end: %+v", alone.Rows)
	}
	p.CommonEnd = true
	if r := Solve(p); r.Rows[0].Float != 5000 || r.Rows[2].Float != 7000 {
		t.Errorf("to the common end: float %d and %d", r.Rows[0].Float, r.Rows[2].Float)
	}
	r := Across(p)
	if !r.Rows[0].Critical || !r.Rows[1].Critical || r.Rows[2].Critical || r.Rows[1].Start != day("2026-12-07") || r.Rows[1].Finish != day("2026-12-11") {
		t.Errorf("across people: %+v", r.Rows)
	}
}
