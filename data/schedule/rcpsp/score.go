package rcpsp

import "cmp"

// Score is how good a plan is; less is better, the first field that differs
// decides.
type Score struct {
	// Unplaced counts the activities that found no room.
	Unplaced int
	// Overrun sums the slots by which links ask pinned activities to be later than
	// they stand.
	Overrun int
	// Lateness sums the slots past the deadlines, each times its weight.
	Lateness int
	// Makespan is the latest finish.
	Makespan int
	// Shift sums the slots by which activities start later than they would without
	// limits of resources.
	Shift int
}

// Compare is negative when s is the better score.
func (s Score) Compare(o Score) int {
	return cmp.Or(
		s.Unplaced-o.Unplaced,
		s.Overrun-o.Overrun,
		s.Lateness-o.Lateness,
		s.Makespan-o.Makespan,
		s.Shift-o.Shift,
	)
}

// count adds what one placed activity costs.
func (s *Score) count(m *model, i, start, finish int) {
	s.Makespan = max(s.Makespan, finish)
	s.Shift += max(0, start-m.early.start[i])
	if w := m.weight[i]; w > 0 {
		s.Lateness += w * max(0, finish-m.deadline[i])
	}
}
