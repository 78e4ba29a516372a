package rcpsp

import (
	"math/rand"
	"testing"
)

// Ranks, slots and stretches are those of counting slot by slot, in the table, in
// its repetitions and after it.
func TestCalendarCounts(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		works := make([]bool, r.Intn(30))
		for k := range works {
			works[k] = r.Intn(3) > 0
		}
		c := calendarOf(works, r.Intn(len(works)+1))
		rank := 0
		for s := range 100 {
			if c.Rank(s) != rank || c.Works(s) != worksIn(c, s) {
				t.Fatalf("%v: slot %d has rank %d, not %d", tables[c], s, c.Rank(s), rank)
			}
			if !worksIn(c, s) {
				continue
			}
			if c.Slot(rank) != s {
				t.Fatalf("%v: rank %d is slot %d, not %d", tables[c], rank, c.Slot(rank), s)
			}
			for u := s; u < min(c.stretch(rank), 100); u++ {
				if !worksIn(c, u) {
					t.Fatalf("%v: the stretch from %d reaches %d", tables[c], s, c.stretch(rank))
				}
			}
			rank++
		}
	}
}

// Slots 5 and 6 of seven are free. Five slots of work from slot 3 on take 3, 4, 7,
// 8 and 9; two working slots after that is 11.
func TestWeekends(t *testing.T) {
	week := calendarOf([]bool{true, true, true, true, true, false, false}, 7)
	p := &Project{
		Activities: []Activity{
			{Duration: 5, Calendar: week, Release: 3},
			{Duration: 1, Calendar: week},
			{Duration: 2, Calendar: week},
		},
		Links: []Link{
			{Pred: 0, Succ: 1},                   // at once: 10
			{Pred: 1, Succ: 2, Lag: 1},           // 11 passes, so 14
			{Pred: 0, Succ: 2, Type: StartStart}, // long before
		},
	}
	r := solve(t, p, Options{})
	feasible(t, p, r)
	for i, want := range [][2]int{{3, 10}, {10, 11}, {14, 16}} {
		if r.Start[i] != want[0] || r.Finish[i] != want[1] {
			t.Errorf("%d from %d to %d, not %v", i, r.Start[i], r.Finish[i], want)
		}
	}
}

// A calendar whose last day was a holiday never works again: the activity is told
// of and runs on all slots.
func TestCalendarThatEnds(t *testing.T) {
	p := &Project{
		Activities: []Activity{
			{Duration: 3, Calendar: calendarOf([]bool{true, true, false}, 1), Demands: []Demand{{0, 1}}},
			{Duration: 2, Demands: []Demand{{0, 1}}},
		},
		Links:     []Link{{Pred: 0, Succ: 1}},
		Resources: []Resource{{Capacity: 1}},
	}
	r := solve(t, p, Options{Tries: 50})
	if r.Start[0] != 0 || r.Finish[0] != 3 || r.Start[1] != 3 || r.Score.Unplaced != 1 {
		t.Errorf("%+v", r)
	}
	if len(r.Problems) != 1 || r.Problems[0].Code != NoWork || r.Problems[0].Activity != 0 {
		t.Errorf("%+v", r.Problems)
	}
}
