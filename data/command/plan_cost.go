package command

import (
	"portfel/data"
	"portfel/data/cost"
	"portfel/data/sqlite"
)

// TaskCost is what a task costs and brings by rates; a summary has the sums of
// its leaves.
type TaskCost struct {
	Cost    data.Money // own cost of the hours and what is fixed
	Price   data.Money // by rates
	Unknown data.Minutes
}

// PlanCost is the money of a plan, row by row in the order of its tree.
type PlanCost struct {
	Rows  []TaskCost
	Total TaskCost
	By    []PersonCost // by person, in the order of their names
}

// PersonCost is a person's part of a plan.
type PersonCost struct {
	Person data.ID[data.Person]
	Name   string
	Effort data.Minutes
	Cost   data.Money
	Price  data.Money
}

// Costs reads the rates of the file.
func Costs(r *sqlite.Reader) (*cost.Table, error) {
	rates, err := sqlite.List[data.Rate](r, "")
	if err != nil {
		return nil, err
	}
	people, err := sqlite.List[data.Person](r, "")
	return cost.New(rates, people), err
}

// PlanCosts is what a plan costs: the hours of each assignment at the rate of the
// task's first day, and fixed costs.
func PlanCosts(r *sqlite.Reader, t data.PlanTree) (PlanCost, error) {
	table, err := Costs(r)
	if err != nil {
		return PlanCost{}, err
	}
	out := PlanCost{Rows: make([]TaskCost, len(t.Rows))}
	var path []int
	for i, x := range t.Rows {
		for len(path) > x.Depth {
			path = path[:len(path)-1]
		}
		if !x.HasKids {
			own := out.assign(table, t, x)
			out.Rows[i].add(own)
			out.Total.add(own)
			for _, k := range path {
				out.Rows[k].add(own)
			}
		}
		path = append(path, i)
	}
	return out, nil
}

func (c *TaskCost) add(o TaskCost) {
	c.Cost, c.Price, c.Unknown = c.Cost+o.Cost, c.Price+o.Price, c.Unknown+o.Unknown
}

// assign is the money of one task; its people are added to those of the plan.
func (p *PlanCost) assign(table *cost.Table, t data.PlanTree, x data.PlanRow) TaskCost {
	sum := TaskCost{Cost: x.Task.FixedCost}
	for _, a := range x.Assignees {
		if a.PersonID.IsZero() {
			continue
		}
		w := cost.Work{Person: a.PersonID, Client: t.Project.ClientID, Project: t.Project.ID, On: x.Date.StartsOn, Effort: a.Effort}
		own, known := table.Sum(data.RateCost, w)
		price, _ := table.Sum(data.RateBill, w)
		sum.Cost, sum.Price = sum.Cost+own, sum.Price+price
		if !known {
			sum.Unknown += a.Effort
		}
		p.person(a, own, price)
	}
	return sum
}

func (p *PlanCost) person(a data.Assignee, own, price data.Money) {
	for i := range p.By {
		if x := &p.By[i]; x.Person == a.PersonID {
			x.Effort, x.Cost, x.Price = x.Effort+a.Effort, x.Cost+own, x.Price+price
			return
		}
	}
	p.By = append(p.By, PersonCost{a.PersonID, a.Name, a.Effort, own, price})
}
