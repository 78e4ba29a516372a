package plan

import (
	"portfel/app/ui"
	"portfel/data"
)

// lacks says in words what the tasks lack: nobody is assigned, somebody does not
// travel to the site. They are read once after each change of the plan.
func (s *Screen) lacks() map[data.ID[data.Task]][]string {
	if s.lacking != nil {
		return s.lacking
	}
	s.lacking = map[data.ID[data.Task]][]string{}
	ask, err := s.asked()
	if err != nil {
		return s.lacking // the detail says why
	}
	w := s.d.Words()
	for _, l := range ask.Lacks() {
		words := w.T("plan.lack.noPeople")
		if !l.Person.IsZero() {
			words = w.F("plan.lack.staysHome", s.personName(l.Person))
		}
		s.lacking[l.TaskID] = append(s.lacking[l.TaskID], words)
	}
	return s.lacking
}

// personName is the short name of somebody.
func (s *Screen) personName(id data.ID[data.Person]) string {
	for _, p := range s.people {
		if p.ID == data.ID[data.Any](id) {
			return p.Name
		}
	}
	return ""
}

// flag marks the cell of who works on a task that lacks somebody; the panel and
// the column «Замечание» say what.
func (s *Screen) flag(x data.PlanRow, c *ui.Cell) {
	if len(s.lacks()[x.Task.ID]) > 0 {
		c.Icon, c.Role = ui.IconWarning, ui.Risk
	}
}
