package schedule

import "portfel/data"

// overloads counts the days on which somebody has more work than the day holds,
// and what of that work is too much, in minutes of the person's ordinary day.
func overloads(s *Solver) (days int, excess data.Minutes) {
	type key struct {
		who int
		on  data.Date
	}
	sum := map[key]int{}
	for _, a := range s.plan.Assignments {
		if !inside(a.Task, len(s.parent)) || !inside(a.Resource, len(s.plan.Resources)) || s.node[a.Task].flags&flagDone != 0 || !s.leaf(a.Task) {
			continue
		}
		row, c := &s.result.Rows[a.Task], s.axes[s.node[a.Task].lagAxis].cal
		n := c.Between(row.Start, row.Finish)
		u := s.unitsOf(&a, n)
		if u == 0 || n > data.MaxTaskDays {
			continue
		}
		for d := row.Start; d <= row.Finish; d++ {
			if c.IsWorking(d) {
				sum[key{a.Resource, d}] += u
			}
		}
	}
	over := make([]int64, len(s.plan.Resources))
	for k, u := range sum {
		if most := capacityOf(&s.plan.Resources[k.who]); u > most {
			days++
			over[k.who] += int64(u - most)
		}
	}
	for who, units := range over {
		excess += data.Minutes(units * int64(s.nominalOf(who)) / wholeDayUnits)
	}
	return days, excess
}

// nominalOf is the ordinary day of a person.
func (s *Solver) nominalOf(who int) data.Minutes {
	c := s.plan.Resources[who].Calendar
	if !inside(c, len(s.axes)-2) {
		c = 0
	}
	return s.axes[c].cal.Nominal()
}

// unitsOf is the part of a day that a share of work takes on each of its days.
func (s *Solver) unitsOf(a *Assignment, days int) int {
	effort := int64(bounded(a.Effort))
	if effort == 0 && !s.anyEffort(a.Task) {
		effort = int64(bounded(s.plan.Tasks[a.Task].Effort)) / int64(max(s.shares[a.Task], 1))
	}
	nominal := int64(s.nominalOf(a.Resource))
	if nominal == 0 || days == 0 {
		return 0
	}
	return int(effort * wholeDayUnits / (nominal * int64(days)))
}

// anyEffort tells whether an assignment of a task names its hours.
func (s *Solver) anyEffort(task int) bool {
	return s.days[task] > 0 && s.effort[task] != bounded(s.plan.Tasks[task].Effort)
}
