package journey

import (
	"strings"
	"testing"
)

// pay records a payment of the trip: the sum is proposed.
func (p *person) pay(doc string) {
	p.t.Helper()
	p.does("записать платёж")
	p.press("Tab", "Tab", "Tab")
	p.write(doc)
	changed(p.t, "the payment", func() { p.press("Return") })
}

// spends records an expense: the category by its first letters, what for, the
// sum, and the payer by the first letters when it is not the advance.
func (p *person) spends(category, what, sum, payer string) {
	p.t.Helper()
	p.does("добавить расход")
	p.press("Tab")
	changed(p.t, "the category", func() { p.write(category) })
	changed(p.t, "the choice", func() { p.press("Return") })
	p.press("Tab")
	p.write(what)
	p.press("Tab")
	p.write(sum)
	p.press("Tab")
	if payer != "" {
		changed(p.t, "the payer", func() { p.write(payer) })
		changed(p.t, "the choice", func() { p.press("Return") })
	}
	p.press("Tab", "Tab")
	changed(p.t, "the expense", func() { p.press("Return") })
}

// trip is what the command line prints of the trip, by key.
func (p *person) trip(name string) map[string]string {
	p.t.Helper()
	out := map[string]string{}
	for _, line := range strings.Split(p.must("trip", p.file, name), "\n") {
		if key, value, ok := strings.Cut(line, "\t"); ok && key != "day" {
			out[key] = value
		}
	}
	return out
}

// Story 3: order and advance on 25.11, the report of 31 250 on 08.12, approved on
// 09.12 and settled with 50 to return.
func TestATripFromTheOrderToTheSettlement(t *testing.T) {
	p := withSample(t)
	p.room("Командировки")
	p.does("екатеринбург")
	p.does("приказ подписан")
	changed(t, "the order", func() { p.press("Return") }) // the next number in the row
	p.pay("РКО 221")
	x := p.trip("Екатеринбург")
	if x["status"] != "ordered" || x["advance"] != "31300.00" || x["per_diem"] != "7500.00" || x["above_limit"] != "4000.00" || x["report_due"] != "2026-12-09" {
		t.Errorf("ordered: %v", x)
	}

	p.comesBack("2026-12-08T10:00")
	p.in("Командировки") // where the window was left, with the same trip
	p.spends("Прожив", "гостиница", "20980", "")
	p.spends("Турист", "налог", "420", "")
	p.spends("Такси", "такси", "2350", "")
	p.spends("Билет", "билеты", "24600", "Оплат")
	p.does("сдать отчёт")
	changed(t, "the report", func() { p.press("Return") })
	x = p.trip("Екатеринбург")
	if x["status"] != "reported" || x["spent"] != "31250.00" || x["balance"] != "50.00" {
		t.Errorf("reported: %v", x)
	}

	p.comesBack("2026-12-09T10:00")
	p.in("Командировки") // where the window was left, with the same trip
	p.does("отчёт утверждён")
	changed(t, "the approval", func() { p.press("Tab", "Return") })
	p.does("закрыть")
	p.write("ПКО 88")
	changed(t, "the settlement", func() { p.press("Return") })
	if x = p.trip("Екатеринбург"); x["status"] != "closed" {
		t.Errorf("settled: %v", x)
	}
	p.sound()
}
