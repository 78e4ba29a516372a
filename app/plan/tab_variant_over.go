package plan

import (
	"portfel/data"
	"portfel/data/command"
	"portfel/data/load"
)

// Overload is counted only where it takes no time to speak of.
const (
	countTasks = 300
	countWeeks = 60
)

// count finds, for each variant, the weeks of its people that hold too much when
// it stands in the place of the plan that counts.
func (p *variantPage) count() error {
	from, to := data.Date(0), data.Date(0)
	counts := map[data.ID[data.Task]]bool{} // tasks of the plan that counts
	people := map[data.ID[data.Any]]bool{}
	n := 0
	for _, v := range p.all {
		for _, r := range v.tree.Rows {
			n++
			counts[r.Task.ID] = counts[r.Task.ID] || v.plan.IsCurrent
			if s := r.Date.StartsOn; !s.IsZero() && (from.IsZero() || s < from) {
				from = s
			}
			to = max(to, r.Date.EndsOn)
			for _, a := range r.Assignees {
				people[data.ID[data.Any](a.PersonID)] = !a.PersonID.IsZero()
			}
		}
	}
	weeks := int(to-from.Monday())/7 + 1
	if from.IsZero() || n > countTasks*len(p.all) || weeks > countWeeks {
		return nil
	}
	var names []data.NameRow
	for id, real := range people {
		if real {
			names = append(names, data.NameRow{ID: id})
		}
	}
	loads, err := command.Loads(p.s.d.Read(), names, from, weeks, p.s.d.Today())
	if err != nil {
		return err
	}
	for i := range p.all {
		p.all[i].over = overWeeks(loads, p.all[i], counts, from.Monday(), weeks, p.s.d.Today())
	}
	return nil
}

// overWeeks counts the weeks in which somebody has too much work with a variant
// instead of the tasks that count.
func overWeeks(loads []command.PersonLoad, v variant, counts map[data.ID[data.Task]]bool, from data.Date, weeks int, today data.Date) int {
	n := 0
	for _, x := range loads {
		var works []load.Work
		for i, w := range x.Works {
			if !counts[w.TaskID] {
				works = append(works, x.Spread[i])
			}
		}
		works = append(works, worksOf(v.tree, data.ID[data.Person](x.Person.ID), today)...)
		for _, k := range load.Weeks(x.Days, from, weeks, works) {
			if k.Over() > 0 {
				n++
			}
		}
	}
	return n
}

// worksOf is the work of a person in a plan.
func worksOf(t data.PlanTree, person data.ID[data.Person], today data.Date) (out []load.Work) {
	for _, r := range t.Rows {
		if r.HasKids || r.Task.Status.Finished() || r.Date.StartsOn.IsZero() {
			continue
		}
		for _, a := range r.Assignees {
			if a.PersonID == person && a.Effort > 0 {
				out = append(out, load.Late(load.Work{What: load.Project, From: r.Date.StartsOn, To: r.Date.EndsOn, Effort: a.Effort}, r.Date.Percent, today))
			}
		}
	}
	return out
}
