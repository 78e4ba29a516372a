package command

import (
	"portfel/data"
	"portfel/data/cost"
	"portfel/data/sqlite"
)

// ProjectMoney is what a project costs and brings by its current plan. It is for
// the own firm only: no paper for a client may take anything from it.
type ProjectMoney struct {
	Price       data.Money // what the client pays without VAT: agreed, else by rates
	Agreed      bool       // the price is agreed and does not follow from rates
	ByRates     data.Money // the hours at the client's rates
	Hours       data.Money // own cost of the hours
	Other       data.Money // fixed costs of tasks
	Trips       data.Money // trips: by their reports, before those by their estimates
	TripsSpent  data.Money // of Trips, what reports have accounted for
	Earned      data.Money // own cost of what is done by the tasks' per cent, fixed costs too
	Plan        data.Minutes
	Done        data.Minutes // by the tasks' per cent
	By          []PersonMoney
	Nobodys     data.Minutes // hours of tasks that nobody is assigned to
	NobodysDone data.Minutes // of them done
}

// PersonMoney is one person's part. NoCost and NoPrice are hours for which no
// rate says what they cost or bring.
type PersonMoney struct {
	Person  data.ID[data.Person]
	Name    string
	Plan    data.Minutes
	Done    data.Minutes
	Cost    data.Money
	Price   data.Money
	NoCost  data.Minutes
	NoPrice data.Minutes
}

// Cost is all that the project costs the firm.
func (m ProjectMoney) Cost() data.Money { return m.Hours + m.Other + m.Trips }

// Margin is the price less the cost.
func (m ProjectMoney) Margin() data.Money { return m.Price - m.Cost() }

// MarginTenths is the margin in tenths of a per cent of the price, rounded half
// up; false without a price.
func (m ProjectMoney) MarginTenths() (int64, bool) {
	if m.Price <= 0 {
		return 0, false
	}
	n := 2*1000*int64(m.Margin()) + int64(m.Price)
	q := n / (2 * int64(m.Price))
	if n < 0 && n%(2*int64(m.Price)) != 0 {
		q--
	}
	return q, true
}

// MoneyOf is the money of a project. Cancelled tasks do not count. Work for
// nobody outside (data.BillingNone) has no price.
func MoneyOf(r *sqlite.Reader, p data.Project, plan data.ID[data.Plan]) (ProjectMoney, error) {
	var out ProjectMoney
	if !plan.IsZero() {
		tree, err := r.PlanTree(plan)
		if err != nil {
			return out, err
		}
		table, err := Costs(r)
		if err != nil {
			return out, err
		}
		for _, x := range tree.Rows {
			if !x.HasKids && x.Task.Status != data.TaskCancelled {
				out.task(table, p, x)
			}
		}
	}
	if err := out.trips(r, p.ID); err != nil {
		return out, err
	}
	out.Price, out.Agreed = p.Price, p.Price > 0
	if !out.Agreed && p.Billing != data.BillingNone {
		out.Price = out.ByRates
	}
	return out, nil
}

// task adds the hours and the money of a leaf.
func (m *ProjectMoney) task(table *cost.Table, p data.Project, x data.PlanRow) {
	percent := data.Minutes(percentOf(x.Task))
	m.Other += x.Task.FixedCost
	m.Earned += x.Task.FixedCost * data.Money(percent) / 100
	assigned := data.Minutes(0)
	for _, a := range x.Assignees {
		assigned += a.Effort
		if a.PersonID.IsZero() {
			continue
		}
		w := cost.Work{Person: a.PersonID, Client: p.ClientID, Project: p.ID, On: x.Date.StartsOn, Effort: a.Effort}
		m.share(table, m.person(a), w, percent)
	}
	if rest := x.Date.Effort - assigned; rest > 0 {
		m.Nobodys += rest
		m.NobodysDone += rest * percent / 100
		m.Plan += rest
		m.Done += rest * percent / 100
	}
}

// share adds one person's part of a task.
func (m *ProjectMoney) share(table *cost.Table, who *PersonMoney, w cost.Work, percent data.Minutes) {
	own, known := table.Sum(data.RateCost, w)
	if !known {
		who.NoCost += w.Effort
	}
	price, priced := table.Sum(data.RateBill, w)
	if !priced {
		who.NoPrice += w.Effort
	}
	done := w.Effort * percent / 100
	who.Plan, who.Done, who.Cost, who.Price = who.Plan+w.Effort, who.Done+done, who.Cost+own, who.Price+price
	m.Plan, m.Done, m.Hours, m.ByRates = m.Plan+w.Effort, m.Done+done, m.Hours+own, m.ByRates+price
	m.Earned += own * data.Money(percent) / 100
}

// person is the line of an assignee, added when it is not there yet.
func (m *ProjectMoney) person(a data.Assignee) *PersonMoney {
	for i := range m.By {
		if m.By[i].Person == a.PersonID {
			return &m.By[i]
		}
	}
	m.By = append(m.By, PersonMoney{Person: a.PersonID, Name: a.Name})
	return &m.By[len(m.By)-1]
}

// trips adds the trips of the project that are planned at least and were not
// cancelled. A trip whose days or money cannot be counted counts as far as it
// can.
func (m *ProjectMoney) trips(r *sqlite.Reader, project data.ID[data.Project]) error {
	list, err := r.Trips(data.TripFilter{Show: data.TripsAll, ProjectID: project, Today: r.Today()})
	if err != nil || len(list) == 0 {
		return err
	}
	rules, err := ReadTripRules(r)
	if err != nil {
		return err
	}
	for _, t := range list {
		if t.What == data.TripLocal || t.Status == data.TripDraft || t.Status == data.TripCancelled {
			continue
		}
		f, err := rules.Trip(t.ID)
		if err != nil {
			return err
		}
		if !f.Reported() {
			m.Trips += f.Money.Estimated
			continue
		}
		m.Trips += f.Money.Cost
		m.TripsSpent += f.Money.Cost
		m.Earned += f.Money.Cost
	}
	return nil
}
