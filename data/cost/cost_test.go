package cost

import (
	"testing"

	"portfel/data"
)

func rub(n int) data.Money { return data.Money(n) * 100 }

// Story 1: 144, 232 and 40 hours at 3 500, 2 400 and 0 roubles are 1 060 800; at
// 1 600, 1 050 and 450 they cost 492 000.
func TestStory1(t *testing.T) {
	anna, dmitry, ilya := data.NewID[data.Person](), data.NewID[data.Person](), data.NewID[data.Person]()
	hours := map[data.ID[data.Person]]data.Minutes{anna: data.Hours(144), dmitry: data.Hours(232), ilya: data.Hours(40)}
	var rates []data.Rate
	for who, r := range map[data.ID[data.Person]][2]int{anna: {3500, 1600}, dmitry: {2400, 1050}, ilya: {0, 450}} {
		rates = append(rates, data.Rate{PersonID: who, What: data.RateBill, Amount: rub(r[0])}, data.Rate{PersonID: who, What: data.RateCost, Amount: rub(r[1])})
	}
	table := New(rates, nil)
	var price, own data.Money
	for who, m := range hours {
		a, ok := table.Sum(data.RateBill, Work{Person: who, Effort: m, On: 700000})
		b, ok2 := table.Sum(data.RateCost, Work{Person: who, Effort: m, On: 700000})
		if !ok || !ok2 {
			t.Fatal("no rate")
		}
		price, own = price+a, own+b
	}
	if price != rub(1060800) || own != rub(492000) {
		t.Errorf("price %s, cost %s", price.Decimal(), own.Decimal())
	}
}

func TestTheMostParticularRateCounts(t *testing.T) {
	who, other := data.NewID[data.Person](), data.NewID[data.Person]()
	client, project := data.NewID[data.Client](), data.NewID[data.Project]()
	d := data.NewDate(2026, 11, 24)
	rates := []data.Rate{
		{Grade: data.GradeAnalyst, What: data.RateCost, Amount: 100},
		{Grade: data.GradeAnalyst, ProjectID: project, What: data.RateCost, Amount: 200},
		{PersonID: who, What: data.RateCost, Amount: 300},
		{PersonID: who, What: data.RateCost, Amount: 310, ValidFrom: d},
		{PersonID: who, What: data.RateCost, Amount: 390, ValidFrom: d + 1},
		{PersonID: who, ClientID: client, What: data.RateCost, Amount: 400},
		{PersonID: who, ProjectID: project, What: data.RateCost, Amount: 500},
		{PersonID: who, What: data.RateBill, Amount: 900},
	}
	table := New(rates, []data.Person{{ID: who, Grade: data.GradeAnalyst}, {ID: other, Grade: data.GradeAnalyst}})
	for _, c := range []struct {
		name string
		w    Work
		want data.Money
	}{
		{"before the new rate", Work{Person: who, On: d - 1}, 300},
		{"on the day of the new rate", Work{Person: who, On: d}, 310},
		{"for a client", Work{Person: who, Client: client, On: d}, 400},
		{"in a project of the client", Work{Person: who, Client: client, Project: project, On: d}, 500},
		{"the grade's", Work{Person: other, Client: client, On: d}, 100},
		{"the grade's in the project", Work{Person: other, Project: project, On: d}, 200},
	} {
		if got, ok := table.Rate(data.RateCost, c.w); !ok || got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	if _, ok := table.Rate(data.RateCost, Work{Person: data.NewID[data.Person](), On: d}); ok {
		t.Error("a rate of nobody")
	}
}

// 10 minutes at 1 000.01 an hour are 166.668333: 166.67; half a kopeck goes up.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		m    data.Minutes
		rate data.Money
		want data.Money
	}{{10, 100001, 16667}, {30, 1, 1}, {29, 1, 0}, {0, 5000, 0}, {90, 160000, 240000}} {
		if got := Of(c.m, c.rate); got != c.want {
			t.Errorf("%d min at %d: %d, want %d", c.m, c.rate, got, c.want)
		}
	}
}
