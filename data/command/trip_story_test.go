package command_test

import (
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
)

// rub is a sum of whole roubles.
func rub(n int64) data.Money { return data.Money(n * 100) }

// Story 3: 5 days at 1 500 are 7 500, of them 5 x 700 = 3 500 free of tax; the
// advance is 7 500 + 4 x 5 200 + 3 000 = 31 300, spent are 7 500 + 4 x 5 245 +
// 420 + 2 350 = 31 250: 50 are returned and the project has cost 31 250 + 24 600.
func TestStoryThreeFromEstimateToSettlement(t *testing.T) {
	now := morning24
	f := clockFile(t, &now)
	id := sampleTrip("copper")
	facts := func() command.TripFacts {
		t.Helper()
		x, err := command.ReadTrip(f.Read(), id)
		if err != nil || x.DiemErr != nil || x.MoneyErr != nil {
			t.Fatal(err, x.DiemErr, x.MoneyErr)
		}
		return x
	}
	x := facts()
	if x.Diem.PerDiemDays != 5000 || x.Diem.PerDiem != rub(7500) || x.Diem.Within != rub(3500) || x.Diem.Above != rub(4000) {
		t.Errorf("days %d, per diem %d = %d within + %d above", x.Diem.PerDiemDays, x.Diem.PerDiem, x.Diem.Within, x.Diem.Above)
	}
	if x.Money.AdvanceDue != rub(31300) || x.Money.Estimated != rub(55900) {
		t.Errorf("advance %d, all %d", x.Money.AdvanceDue, x.Money.Estimated)
	}
	trip := x.Trip
	trip.Status, trip.OrderOn = data.TripOrdered, data.NewDate(2026, 11, 25)
	do(t, f, command.MoveTrip{Trip: trip})
	do(t, f, command.Put{Record: data.MoneyMove{ID: data.NewID[data.MoneyMove](), TripID: id, MovedOn: data.NewDate(2026, 11, 27), What: data.MoneyAdvance, Amount: rub(31300), DocNo: "РКО 221"}})

	now = time.Date(2026, 12, 8, 7, 0, 0, 0, time.UTC)
	for _, e := range []data.Expense{
		{Category: data.SpentLodging, Title: "гостиница, 4 ночи", Sum: 20980_00, DocWhat: data.DocInvoice, DocNo: "3011", Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4), Sheets: 2},
		{Category: data.SpentTax, Title: "туристический налог 2 %", Sum: 420_00, DocWhat: data.DocInvoice, DocNo: "3011", Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4)},
		{Category: data.SpentTaxi, Title: "такси", Sum: 2350_00, DocWhat: data.DocReceipt, Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 12, 4), Sheets: 1, Fiscal: "9289-1842-3522"},
		{Category: data.SpentTravel, Title: "билеты", Sum: 24600_00, DocWhat: data.DocTicket, Payer: data.PaidCompany, SpentOn: data.NewDate(2026, 11, 26), Sheets: 2},
	} {
		e.TripID = id
		do(t, f, command.PutExpense{Expense: e})
	}
	refuses(t, f, command.PutExpense{Expense: data.Expense{TripID: sampleTrip("daisy"), Category: data.SpentTaxi, Sum: 2350_00, DocWhat: data.DocReceipt, Payer: data.PaidSelf,
		SpentOn: data.NewDate(2026, 12, 4), Fiscal: "9289-1842-3522"}}, "receipt", "fiscalTwice")
	do(t, f, command.HandInReport{TripID: id, Purpose: "интервью с ЦФО", Result: "Проведено 5 интервью"})
	x = facts()
	rep := x.Report
	if rep.Spent != rub(31250) || rep.Received != rub(31300) || rep.PerDiem != rub(7500) || rep.Balance() != rub(50) || rep.ReportedOn != data.NewDate(2026, 12, 8) || rep.DocCount != 4 || rep.SheetCount != 5 {
		t.Errorf("report %+v", rep)
	}
	now = time.Date(2026, 12, 9, 7, 0, 0, 0, time.UTC)
	do(t, f, command.ApproveReport{TripID: id, ByID: samplePerson("orlova")})
	x = facts()
	if x.Diem.IncomeOn != data.NewDate(2026, 12, 31) || x.Report.Accepted != rub(31250) || x.Money.Rest != rub(50) {
		t.Errorf("income on %s, accepted %d, rest %d", x.Diem.IncomeOn, x.Report.Accepted, x.Money.Rest)
	}
	closed := x.Trip
	closed.Status = data.TripClosed
	refuses(t, f, command.MoveTrip{Trip: closed}, "status", "moneyToReturn")
	do(t, f, command.SettleTrip{TripID: id, DocNo: "ПКО 88"})
	x = facts()
	if x.Trip.Status != data.TripClosed || x.Money.Rest != 0 || x.Money.Returned != rub(50) || x.Money.Cost != rub(31250+24600) {
		t.Errorf("closed as %s, rest %d, returned %d, cost %d", x.Trip.Status, x.Money.Rest, x.Money.Returned, x.Money.Cost)
	}
	refuses(t, f, command.PutExpense{Expense: data.Expense{TripID: id, Category: data.SpentTaxi, Sum: 100, DocWhat: data.DocNone, Payer: data.PaidSelf, SpentOn: data.NewDate(2026, 12, 4)}}, "status", "reportDone")
}

// A report that was taken back follows its expenses again.
func TestAReportTakenBackIsCountedAnew(t *testing.T) {
	f := tripFile(t, morning24)
	id := sampleTrip("daisy")
	do(t, f, command.HandInReport{TripID: id, Purpose: "показ ТЗ"})
	x, err := command.ReadTrip(f.Read(), id)
	// 3 days at 1 500, 980 + 10 960 + 920 of receipts, 18 000 received
	if err != nil || x.Report.Spent != rub(17360) || x.Money.Rest != rub(640) {
		t.Fatalf("%+v, rest %d, %v", x.Report, x.Money.Rest, err)
	}
	back := x.Trip
	back.Status = data.TripOrdered
	do(t, f, command.MoveTrip{Trip: back})
	do(t, f, command.PutExpense{Expense: data.Expense{TripID: id, Category: data.SpentTaxi, Title: "такси в Казани", Sum: 640_00, DocWhat: data.DocReceipt, Payer: data.PaidAdvance, SpentOn: data.NewDate(2026, 11, 18)}})
	do(t, f, command.HandInReport{TripID: id, Purpose: "показ ТЗ"})
	x, err = command.ReadTrip(f.Read(), id)
	if err != nil || x.Report.Spent != rub(18000) || x.Money.Rest != 0 {
		t.Errorf("%+v, rest %d, %v", x.Report, x.Money.Rest, err)
	}
}
