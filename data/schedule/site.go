package schedule

// compareSite lists what a task at a site lacks: trips of its people, a place in
// the trips for all of its days, the trip of one of them.
func (s *Solver) compareSite(i int, t *Task, r *Row) {
	if !s.sites {
		s.findPeople()
	}
	who := s.people[s.peopleAt[i]:s.peopleAt[i+1]]
	if len(who) == 0 {
		return
	}
	travels, last := 0, r.Start-1
	for _, p := range who {
		there := false
		for _, x := range s.plan.Resources[p].Trips {
			if x.Site == t.Site && x.From <= r.Finish && x.To >= r.Start {
				there, last = true, max(last, x.To)
			}
		}
		if there {
			travels++
		}
	}
	switch {
	case travels == 0:
		s.problem(NoTrip, i, None)
	case last < r.Finish && s.axes[s.node[i].lagAxis].cal.Between(last+1, r.Finish) > 0:
		s.problem(OutsideTrip, i, None)
	}
	if travels > 0 && travels < len(who) {
		s.staysHome(i, t, r, who)
	}
}

// staysHome names the people of a task at a site who are not there.
func (s *Solver) staysHome(i int, t *Task, r *Row, who []int32) {
	for _, p := range who {
		there := false
		for _, x := range s.plan.Resources[p].Trips {
			there = there || x.Site == t.Site && x.From <= r.Finish && x.To >= r.Start
		}
		if !there {
			s.result.Problems = append(s.result.Problems, Problem{Code: StaysHome, Task: i, Link: None, Resource: int(p)})
		}
	}
}

// staff is who works on which task.
type staff struct {
	sites    bool // the lists are those of the plan
	people   []int32
	peopleAt []int32 // people[peopleAt[i]:peopleAt[i+1]] work on task i
}

// findPeople sorts assignments by task.
func (s *Solver) findPeople() {
	n := len(s.plan.Tasks)
	s.peopleAt = grow(s.peopleAt, n+1)
	for _, a := range s.plan.Assignments {
		if inside(a.Task, n) && inside(a.Resource, len(s.plan.Resources)) {
			s.peopleAt[a.Task]++
		}
	}
	total(s.peopleAt)
	s.people = grow(s.people, int(s.peopleAt[n]))
	for k := len(s.plan.Assignments) - 1; k >= 0; k-- {
		if a := s.plan.Assignments[k]; inside(a.Task, n) && inside(a.Resource, len(s.plan.Resources)) {
			s.peopleAt[a.Task]--
			s.people[s.peopleAt[a.Task]] = int32(a.Resource)
		}
	}
	s.sites = true
}
