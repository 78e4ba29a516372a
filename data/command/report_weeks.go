package command

import (
	"portfel/data"
	"portfel/data/load"
	"portfel/data/report"
)

// mostWeeks is how many weeks of a plan are shown.
const mostWeeks = 160

// weeks are the loads of the plan's people week by week: this plan beside all
// that they have to do. Of several plans of a project only this one counts.
func (p *planReport) weeks(money PlanCost) ([]report.WeekLoad, error) {
	if p.head.Start.IsZero() || len(money.By) == 0 {
		return nil, nil
	}
	from := p.head.Start.Monday()
	n := min(int(p.head.Finish.Monday()-from)/7+1, mostWeeks)
	people := make([]data.NameRow, 0, len(money.By))
	for _, b := range money.By {
		row, err := p.nameRow(b.Person)
		if err != nil {
			return nil, err
		}
		people = append(people, row)
	}
	loads, err := Loads(p.r, people, from, n, p.today)
	if err != nil {
		return nil, err
	}
	own, err := p.projectTasks()
	if err != nil {
		return nil, err
	}
	out := make([]report.WeekLoad, n)
	for i := range out {
		out[i].Monday = from + data.Date(7*i)
		for _, l := range loads {
			out[i].People = append(out[i].People, p.personWeek(l, i, own))
		}
	}
	return out, nil
}

// projectTasks are the tasks of all plans of the project: their work is taken
// from the plan of the report instead.
func (p *planReport) projectTasks() (map[data.ID[data.Task]]bool, error) {
	out := map[data.ID[data.Task]]bool{}
	for _, v := range p.variants {
		dates, err := p.r.TaskDates(v.ID)
		if err != nil {
			return nil, err
		}
		for _, d := range dates {
			out[d.TaskID] = true
		}
	}
	return out, nil
}

func (p *planReport) personWeek(l PersonLoad, i int, own map[data.ID[data.Task]]bool) report.PersonWeek {
	week := l.Weeks[i]
	out := report.PersonWeek{Name: l.Person.Name, Norm: week.Norm}
	for _, w := range asWork(p.workOf(data.ID[data.Person](l.Person.ID)), p.today) {
		out.Plan += load.Between(l.Days, w, week.Monday, week.Monday+6)
	}
	out.All = out.Plan
	for k, w := range l.Spread {
		if !own[l.Works[k].TaskID] || l.Works[k].What == data.WorkMentor {
			out.All += load.Between(l.Days, w, week.Monday, week.Monday+6)
		}
	}
	return out
}

// workOf are a person's shares in the plan of the report.
func (p *planReport) workOf(who data.ID[data.Person]) (out []data.WorkRow) {
	for _, x := range p.tree.Rows {
		if !leaf(x) || x.Date.StartsOn.IsZero() {
			continue
		}
		for _, a := range x.Assignees {
			if a.PersonID == who && a.Effort > 0 {
				out = append(out, data.WorkRow{What: data.WorkShare, TaskID: x.Task.ID, Title: x.Task.Name, StartsOn: x.Date.StartsOn, EndsOn: x.Date.EndsOn, Effort: a.Effort, Percent: percentOf(x.Task)})
			}
		}
	}
	return out
}
