package sample

import (
	"fmt"

	"portfel/data"
)

// spent is one line of money of a trip: planned (count of a price) or paid.
type spent struct {
	category data.ExpenseCategory
	title    string
	count    int64
	price    data.Money
	payer    data.Payer
	doc      data.DocKind
	no       string
	day      data.Date
}

// estimate writes the lines of a trip's estimate.
func (b *book) estimate(of string, lines ...spent) {
	for i, l := range lines {
		b.put(data.Estimate{ID: id[data.Estimate](fmt.Sprintf("estimate.%s.%d", of, i)), TripID: trip(of), Ord: int64(i+1) * 100, Category: l.category,
			Title: l.title, Count: l.count * 1000, Price: int64(l.price) * 100, Payer: l.payer})
	}
}

// paid writes what a traveller spent on a trip.
func (b *book) paid(of, who string, lines ...spent) {
	for i, l := range lines {
		b.put(data.Expense{ID: id[data.Expense](fmt.Sprintf("expense.%s.%d", of, i)), PersonID: b.person(who), TripID: trip(of), Ord: int64(i+1) * 100,
			SpentOn: l.day, Category: l.category, Title: l.title, Sum: int64(l.price) * 100, DocWhat: l.doc, DocNo: l.no, Payer: l.payer, Sheets: 1})
	}
}

// advance writes the payment of an advance.
func (b *book) advance(of string, day data.Date, roubles data.Money, no string) {
	b.put(data.MoneyMove{ID: id[data.MoneyMove]("advance." + of), TripID: trip(of), MovedOn: day, What: data.MoneyAdvance, Amount: roubles * 100, DocNo: no})
}

// report writes the advance report of a trip that is over; approved on a day, or
// not yet.
func (b *book) report(of, no string, handed, approved data.Date, received, perDiem, total data.Money, docs int) {
	r := data.AdvanceReport{ID: id[data.AdvanceReport]("report." + of), TripID: trip(of), Number: no, ReportedOn: handed, Purpose: "командировка",
		Received: received * 100, PerDiem: perDiem * 100, Spent: total * 100, DocCount: docs, SheetCount: docs, ApprovedOn: approved}
	if approved != 0 {
		r.Accepted = r.Spent
	}
	b.put(r)
}

// tripMoney is the money of the sample's trips. The daily allowance is 1 500.
func (b *book) tripMoney() {
	const cash, firm = data.PaidAdvance, data.PaidCompany
	b.estimate(copper, spent{data.SpentLodging, "«Рудный двор»", 4, 5200, cash, "", "", 0}, spent{data.SpentTaxi, "такси в аэропорт и обратно", 1, 3000, cash, "", "", 0},
		spent{data.SpentTravel, "Москва — Екатеринбург и обратно", 2, 12300, firm, "", "", 0})
	b.estimate(daisy, spent{data.SpentLodging, "«Торговая»", 2, 5500, cash, "", "", 0}, spent{data.SpentTaxi, "", 1, 2500, cash, "", "", 0},
		spent{data.SpentTravel, "Москва — Казань и обратно", 2, 8240, firm, "", "", 0})
	b.advance(daisy, on(2026, 11, 13), 18000, "РКО 214")
	b.paid(daisy, anna, spent{data.SpentTravel, "Москва — Казань — Москва", 0, 16480, firm, data.DocTicket, "555 2400118", on(2026, 11, 12)},
		spent{data.SpentTaxi, "до аэропорта", 0, 980, cash, data.DocReceipt, "00184", on(2026, 11, 17)},
		spent{data.SpentLodging, "«Торговая», 2 ночи", 0, 10960, cash, data.DocInvoice, "4471", on(2026, 11, 19)},
		spent{data.SpentTaxi, "из аэропорта", 0, 920, cash, data.DocReceipt, "00733", on(2026, 11, 19)})
	b.minskMoney(anna, "31", "РКО 171")
	b.minskMoney(dmitry, "32", "РКО 172")
	b.advance("daisy.survey", on(2026, 10, 5), 22000, "РКО 183")
	b.paid("daisy.survey", artyom, spent{data.SpentLodging, "«Торговая», 3 ночи", 0, 14100, cash, data.DocInvoice, "4118", on(2026, 10, 9)},
		spent{data.SpentTaxi, "", 0, 1200, cash, data.DocReceipt, "00912", on(2026, 10, 9)})
	b.report("daisy.survey", "34", on(2026, 10, 13), on(2026, 10, 15), 22000, 6000, 21300, 2)
	b.advance("north.model", on(2026, 11, 3), 10000, "РКО 207")
	b.paid("north.model", artyom, spent{data.SpentLodging, "«Невская», 1 ночь", 0, 5900, cash, data.DocInvoice, "887", on(2026, 11, 6)},
		spent{data.SpentTaxi, "", 0, 1100, cash, data.DocReceipt, "00044", on(2026, 11, 6)})
	b.report("north.model", "37", on(2026, 11, 11), 0, 10000, 3000, 10000, 2)
}

// minskMoney is the settled money of a finished trip abroad: three days by the
// allowance abroad, the day of the return by Russia's.
func (b *book) minskMoney(who, no, order string) {
	const cash, firm = data.PaidAdvance, data.PaidCompany
	key := "minsk." + who
	b.advance(key, on(2026, 9, 18), 24700, order)
	b.paid(key, who, spent{data.SpentTravel, "поезда 717 и 718", 0, 6920, firm, data.DocTicket, "", on(2026, 9, 17)},
		spent{data.SpentLodging, "«Литейная», 3 ночи", 0, 14550, cash, data.DocInvoice, "209", on(2026, 9, 25)},
		spent{data.SpentTaxi, "", 0, 900, cash, data.DocReceipt, "", on(2026, 9, 25)})
	b.report(key, no, on(2026, 9, 29), on(2026, 9, 30), 24700, 9000, 24450, 3)
	b.put(data.MoneyMove{ID: id[data.MoneyMove]("return." + key), TripID: trip(key), MovedOn: on(2026, 10, 1), What: data.MoneyReturn, Amount: 25000, DocNo: "ПКО " + no})
}
