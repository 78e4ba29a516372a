package plan

import (
	"strings"

	"portfel/data"
	"portfel/data/command"
)

// whyText is why a task begins and ends when it does: one line a cause.
func (s *Screen) whyText(x data.PlanRow) string {
	w := s.d.Words()
	ask, err := s.asked()
	if err != nil {
		return w.Error(err)
	}
	start, finish, err := ask.Why(s.tree, x.Task.ID)
	if err != nil {
		return w.Error(err)
	}
	var lines []string
	for _, c := range start {
		lines = append(lines, w.F("plan.why.start", w.Date(x.Date.StartsOn), command.CauseText(w, c)))
	}
	for _, c := range finish {
		lines = append(lines, w.F("plan.why.finish", w.Date(x.Date.EndsOn), command.CauseText(w, c)))
	}
	return strings.Join(lines, "\n")
}
