package perdiem

import (
	"testing"

	"portfel/data"
)

func spent(c data.ExpenseCategory, p data.Payer, roubles int64) data.Expense {
	return data.Expense{Category: c, Payer: p, Sum: roubles * 100}
}

// story3 is the money of story 3: estimate, advance, papers.
func story3() Account {
	return Account{
		PerDiem: 7500_00, Planned: 7500_00, Above: 4000_00,
		Moves: []data.MoneyMove{{What: data.MoneyAdvance, Amount: 31300_00}},
		Estimates: []data.Estimate{
			{Category: data.SpentLodging, Count: 4000, Price: 5200_00, Payer: data.PaidAdvance},
			{Category: data.SpentTaxi, Count: 1000, Price: 3000_00, Payer: data.PaidAdvance},
			{Category: data.SpentTravel, Count: 1000, Price: 24600_00, Payer: data.PaidCompany},
		},
		Expenses: []data.Expense{
			spent(data.SpentTaxi, data.PaidAdvance, 2350),
			spent(data.SpentLodging, data.PaidAdvance, 4*5245),
			spent(data.SpentTax, data.PaidAdvance, 420),
			spent(data.SpentTravel, data.PaidCompany, 24600),
		},
	}
}

func TestStory3IsSettled(t *testing.T) {
	a := story3()
	s, err := Settle(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name      string
		got, want data.Money
	}{
		{"advance asked for", s.AdvanceDue, 31300_00}, {"estimate with tickets", s.Estimated, 55900_00},
		{"advance", s.Advance, 31300_00}, {"spent", s.Spent, 31250_00}, {"own", s.Own, 23750_00},
		{"tickets", s.Company, 24600_00}, {"to return", s.Balance, 50_00}, {"open", s.Rest, 50_00},
		{"above the limit", s.Above, 4000_00}, {"cost", s.Cost, 31250_00 + 24600_00}, {"declined", s.Declined, 0},
	} {
		if x.got != x.want {
			t.Errorf("%s: %s, want %s", x.name, x.got.Decimal(), x.want.Decimal())
		}
	}
	want := []Line{{data.SpentTravel, 24600_00, 24600_00}, {data.SpentLodging, 20800_00, 20980_00}, {data.SpentTax, 0, 420_00}, {data.SpentTaxi, 3000_00, 2350_00}}
	if len(s.Lines) != len(want) {
		t.Fatalf("lines %+v", s.Lines)
	}
	for i, l := range s.Lines {
		if l != want[i] {
			t.Errorf("line %d: %+v, want %+v", i, l, want[i])
		}
	}
	a.Moves = append(a.Moves, data.MoneyMove{What: data.MoneyReturn, Amount: 50_00})
	if s, _ = Settle(a); s.Rest != 0 || s.Balance != 50_00 {
		t.Errorf("after the return of 50: open %s", s.Rest.Decimal())
	}
}

// The per diem of story 3 is the one that the days of the same trip earn.
func TestStory3FromLegsToTheReport(t *testing.T) {
	r, err := Calculate(homeRows[0].input(t))
	if err != nil {
		t.Fatal(err)
	}
	a := story3()
	a.PerDiem, a.Above = r.PerDiem, r.Above
	if s, _ := Settle(a); s.Spent != 31250_00 || s.Balance != 50_00 || s.Above != 4000_00 {
		t.Errorf("spent %s, to return %s, above %s", s.Spent.Decimal(), s.Balance.Decimal(), s.Above.Decimal())
	}
}

func TestTheFirmOwesWhatWasSpentFromTheOwnPocket(t *testing.T) {
	s, err := Settle(Account{PrevBalance: -100_00, PerDiem: 3000_00,
		Moves:    []data.MoneyMove{{What: data.MoneyAdvance, Amount: 5000_00}, {What: data.MoneyExtra, Amount: 1000_00}},
		Expenses: []data.Expense{spent(data.SpentLodging, data.PaidSelf, 4000), spent(data.SpentTaxi, data.PaidCard, 600)}})
	if err != nil {
		t.Fatal(err)
	}
	// -100 + 5000 - (3000 + 4000) = -2100; 1000 of it was paid
	if s.Balance != -2100_00 || s.Rest != -1100_00 || s.Cost != 7600_00 || s.Company != 600_00 {
		t.Errorf("%+v", s)
	}
}

func TestWhatTheFirmDeclinesIsReturned(t *testing.T) {
	bar := spent(data.SpentOther, data.PaidAdvance, 900)
	bar.AcceptedOn, bar.Accepted = day("2026-12-09"), 0
	hotel := spent(data.SpentLodging, data.PaidAdvance, 4000)
	hotel.AcceptedOn, hotel.Accepted, hotel.Billable, hotel.Vat = day("2026-12-09"), 4000_00, true, 721_31
	s, _ := Settle(Account{PerDiem: 3000_00, Moves: []data.MoneyMove{{What: data.MoneyAdvance, Amount: 8000_00}}, Expenses: []data.Expense{bar, hotel}})
	if s.Spent != 7900_00 || s.Accepted != 7000_00 || s.Declined != 900_00 || s.Balance != 1000_00 || s.Cost != 7000_00 || s.Billable != 4000_00 || s.Vat != 721_31 {
		t.Errorf("%+v", s)
	}
}

func TestSumsInACurrencyAreRoundedLineByLine(t *testing.T) {
	taxi := data.Expense{Category: data.SpentTaxi, Payer: data.PaidAdvance, Sum: 1005, Currency: "USD", Rate: 90_0050, Nominal: 1}
	// 10.05 × 90.0050 = 904.55025, so 904.55; three of them 2713.65 and not 2713.65075
	s, err := Settle(Account{Expenses: []data.Expense{taxi, taxi, taxi}})
	if err != nil || s.Own != 2713_65 {
		t.Errorf("%s %v, want 2713.65", s.Own.Decimal(), err)
	}
	yen := data.Expense{Category: data.SpentTaxi, Payer: data.PaidAdvance, Sum: 150_00, Currency: "JPY", Rate: 60_0100, Nominal: 100}
	// 150 × 0.6001 = 90.015: half up, 90.02
	if s, _ = Settle(Account{Expenses: []data.Expense{yen}}); s.Own != 90_02 {
		t.Errorf("yen %s, want 90.02", s.Own.Decimal())
	}
}

func TestASumWithoutARateIsAnError(t *testing.T) {
	_, err := Settle(Account{Expenses: []data.Expense{{Category: data.SpentTaxi, Payer: data.PaidSelf, Sum: 100, Currency: "USD"}},
		Estimates: []data.Estimate{{Category: data.SpentTaxi, Payer: data.PaidSelf, Count: 1000, Price: 100, Currency: "EUR"}}})
	ps, _ := err.(data.Problems)
	if len(ps) != 2 || ps[0].Code != "noRate" || ps[0].Args[0] != "USD" || ps[1].Args[0] != "EUR" {
		t.Errorf("%v", err)
	}
}
