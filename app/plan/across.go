package plan

import (
	"portfel/data"
	"portfel/data/command"
)

// holds tells whether a task is on the critical path that is shown: of this plan,
// or of all open projects with the people whom they share.
func (s *Screen) holds(x data.PlanRow) bool {
	if s.across {
		return s.holding[x.Task.ID]
	}
	return x.Date.Critical
}

// readAcross reads the critical path of all open projects while it is shown.
func (s *Screen) readAcross() {
	s.holding = nil
	if !s.across {
		return
	}
	var err error
	if s.holding, err = command.CriticalAcross(s.d.Read()); err != nil {
		s.d.Fail(err)
	}
}

// turnAcross shows the critical path of all open projects, or again that of the
// plan alone, and says what is red now.
func (s *Screen) turnAcross() {
	s.across = !s.across
	s.critical = s.critical || s.across
	s.readAcross()
	s.relay()
	w := s.d.Words()
	if !s.across {
		s.d.Say(w.T("plan.across.off"), "", nil)
		return
	}
	n := 0
	for _, r := range s.tree.Rows {
		if !r.HasKids && s.holds(r) {
			n++
		}
	}
	if n == 0 {
		s.d.Say(w.T("plan.across.none"), "", nil)
		return
	}
	s.d.Say(w.N("plan.across.on", n), "", nil)
}
