package trips

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data"
	"portfel/data/text"
)

const aReceipt = "t=20261118T1215&s=640.00&fn=9289000100123456&i=1842&fp=3522207165&n=1"

// The text of a QR makes an expense of its day and sum; the same receipt twice is
// refused where it was pasted.
func TestAReceiptIsEnteredByItsText(t *testing.T) {
	d, s := room(t, text.RU, false)
	c := s.detail
	before := len(c.facts.Expenses)
	c.turn(pageSpent)
	c.spent.receipt()
	typeIn(d, aReceipt)
	sheetButton(t, d, "Внести чек")
	if n := len(c.facts.Expenses); n != before+1 {
		t.Fatalf("%d expenses", n)
	}
	e := c.facts.Expenses[before]
	if e.Money() != 64000 || e.SpentOn != data.NewDate(2026, 11, 18) || e.DocNo != "1842" || e.Payer != data.PaidAdvance {
		t.Errorf("%+v", e)
	}
	if kv := c.balanceRow(); kv.Label != "Расчёт закрыт" { // 640 of 18 000 were left
		t.Errorf("%+v", kv)
	}
	c.spent.receipt()
	typeIn(d, aReceipt)
	sheetButton(t, d, "Внести чек")
	if len(c.facts.Expenses) != before+1 || d.Canvas().Overlays().Top() == nil {
		t.Error("the same receipt was taken twice")
	}
}

// A picture dropped on the page of expenses is the receipt of the chosen one; on
// another page it is none of the trip's.
func TestADroppedPictureIsTheReceiptOfTheChosenExpense(t *testing.T) {
	_, s := room(t, text.RU, false)
	path := filepath.Join(t.TempDir(), "чек.png")
	if err := os.WriteFile(path, []byte("\x89PNG\r\n\x1a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s.Drop(path) {
		t.Error("the page of the route took a receipt")
	}
	s.detail.turn(pageSpent)
	s.detail.spent.grid.Select(1)
	if !s.Drop(path) {
		t.Fatal("not taken")
	}
	if e := s.detail.facts.Expenses[1]; s.detail.receipts[e.ID] != 1 || s.detail.spent.files.Len() != 1 {
		t.Errorf("%d files of %s", s.detail.receipts[e.ID], e.Title)
	}
	if s.Drop(filepath.Join(filepath.Dir(path), "план.xml")) {
		t.Error("a project file is no receipt")
	}
}

// A personal day earns nothing: 4 x 1 500 of five days; undo brings it back.
func TestAPersonalDayEarnsNothing(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	c := s.detail
	c.turn(pageMoney)
	c.budget.days.Select(2)
	choose(t, c.budget.dayMenu(2), "Личный день: без суточных")
	if c.facts.Diem.PerDiem != 600000 || c.facts.Diem.Days[2].Amount != 0 || c.facts.Money.AdvanceDue != 2980000 {
		t.Errorf("per diem %d, advance %d", c.facts.Diem.PerDiem, c.facts.Money.AdvanceDue)
	}
	d.Undo()
	if c.facts.Diem.PerDiem != 750000 {
		t.Errorf("undone: %d", c.facts.Diem.PerDiem)
	}
}

// 120,50 at 92,15 are 11 104,075: half up 11 104,08. A currency without a rate is
// refused with what to type.
func TestSumsInACurrency(t *testing.T) {
	_, s := room(t, text.RU, false)
	for typed, want := range map[string]data.Money{"2350": 235000, "1 234,50": 123450, "120,50 usd 92,15": 1110408, "100 РУБ": 10000} {
		if f, err := parseSum(s.detail, typed, data.NewDate(2026, 11, 24)); err != nil || f.Money() != want {
			t.Errorf("%q: %d, %v; want %d", typed, f.Money(), err, want)
		}
	}
	for _, typed := range []string{"120 EUR", "сто", "120 USD курс"} {
		if f, err := parseSum(s.detail, typed, data.NewDate(2026, 11, 24)); err == nil {
			t.Errorf("%q: %+v", typed, f)
		}
	}
}

// A prolongation by two days is an order of its own with the next number.
func TestATripIsProlongedByAnOrder(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	tap(t, s.detail.heading.Buttons, "Приказ подписан")
	press(t, d, fyne.KeyReturn)
	choose(t, s.detail.menu(), "Продлить поездку")
	typeIn(d, "6.12")
	d.Canvas().(interface{ FocusNext() }).FocusNext()
	typeIn(d, "просьба клиента")
	press(t, d, fyne.KeyReturn)
	all := s.detail.facts.Changes
	if len(all) != 1 || all[0].OrderNo != "58-ком" || s.detail.row.EndsOn != data.NewDate(2026, 12, 6) || s.detail.facts.Diem.PerDiem != 7*150000 {
		t.Errorf("%+v, to %s, per diem %d", all, s.detail.row.EndsOn, s.detail.facts.Diem.PerDiem)
	}
	var said string
	for _, kv := range s.detail.task.kv.Rows() {
		if kv.Label == "Продление" {
			said = kv.Text
		}
	}
	if said != "30.11–04.12.2026 → 30.11–06.12.2026 · приказ № 58-ком от 24.11 · просьба клиента" {
		t.Errorf("%q", said)
	}
}

// The estimate is edited in its cells: four nights at 5 000 instead of 5 200.
func TestTheEstimateIsEditedInItsCells(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	c := s.detail
	c.turn(pageMoney)
	d.Canvas().Focus(c.budget.lines)
	if !c.budget.lines.Edit(0, "price", "") {
		t.Fatal("the price cannot be edited")
	}
	d.Replace("5000")
	press(t, d, fyne.KeyReturn)
	if c.facts.Money.AdvanceDue != 3050000 || strings.ReplaceAll(c.budget.sum.Text, "\u00a0", " ") != "Аванс 30 500,00 ₽ · всего 55 100,00 ₽" {
		t.Errorf("advance %d, %q", c.facts.Money.AdvanceDue, c.budget.sum.Text)
	}
}
