package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
)

// The margin is rounded half up in tenths of a per cent: 1 608 000 of 2 100 000 is
// 76.571 %, a loss of 92 000 on 400 000 is -23 %, 1 of 2 000 is 0.05 % and goes up.
func TestMarginInTenths(t *testing.T) {
	for _, c := range []struct {
		price, cost data.Money
		want        int64
		ok          bool
	}{{210000000, 49200000, 766, true}, {40000000, 49200000, -230, true}, {2000, 1999, 1, true}, {0, 100, 0, false}} {
		m := command.ProjectMoney{Price: c.price, Hours: c.cost}
		if got, ok := m.MarginTenths(); got != c.want || ok != c.ok {
			t.Errorf("%d of %d: %d %v, want %d", m.Margin(), c.price, got, ok, c.want)
		}
	}
}

// A cancelled task costs nothing; fixed costs count beside hours.
func TestMoneyOfAPlan(t *testing.T) {
	f := newFile(t)
	p := data.Project{ID: data.NewID[data.Project](), Name: "Проект", Status: data.ProjectPlanning, StartsOn: data.NewDate(2026, 11, 30), Billing: data.BillingNone}
	do(t, f, command.NewProject{Project: p})
	plan := must(f.Read().CurrentPlan(p.ID))(t)
	me := must(f.Read().Me())(t)
	do(t, f, command.PutRate{Rate: data.Rate{PersonID: me.ID, What: data.RateCost, Amount: 100000}})
	for i, status := range []data.TaskStatus{data.TaskOpen, data.TaskCancelled} {
		x := data.Task{ID: data.NewID[data.Task](), PlanID: plan, Name: "Работа", Duration: data.Days(2), Effort: data.Hours(10), Ord: int64(i), FixedCost: 50000, Percent: 50}
		do(t, f, command.AddTask{Task: x})
		do(t, f, command.Put{Record: data.Assignment{ID: data.NewID[data.Assignment](), TaskID: x.ID, PersonID: me.ID, Effort: data.Hours(10)}})
		if status == data.TaskCancelled {
			x = must(f.Read().Load(data.RefTo(data.KindTask, x.ID)))(t).(data.Task)
			x.Status = status
			do(t, f, command.Move{Record: x})
		}
	}
	m := must(command.MoneyOf(f.Read(), p, plan))(t)
	// 10 hours at 1 000 roubles and 500 of fixed cost; half of both is earned.
	if m.Plan != data.Hours(10) || m.Done != data.Hours(5) || m.Hours != 1000000 || m.Other != 50000 || m.Earned != 525000 || m.Price != 0 {
		t.Errorf("%+v", m)
	}
}

// A rate of the same owner for the same work from the same day is refused; what
// is for a project names no client.
func TestOneRateOfADay(t *testing.T) {
	f := newFile(t)
	me := must(f.Read().Me())(t)
	r := data.Rate{PersonID: me.ID, What: data.RateCost, Amount: 100, ValidFrom: data.NewDate(2027, 1, 1)}
	do(t, f, command.PutRate{Rate: r})
	if _, err := f.Do(command.PutRate{Rate: r}); err == nil {
		t.Error("two rates of one day")
	}
	r.What = data.RateBill
	do(t, f, command.PutRate{Rate: r})
	r.What, r.Grade = data.RateCost, data.GradeLead
	if _, err := f.Do(command.PutRate{Rate: r}); err == nil {
		t.Error("a rate of a person and of a grade")
	}
}
