package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// copperCost is what the hours of story 1 cost, by the rates of the file.
func copperCost(t *testing.T, d *desktest.Desk) data.Money {
	t.Helper()
	rec, err := d.Read().Load(data.RefTo(data.KindProject, data.ShippedID[data.Project]("sample:project.copper")))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := d.Read().CurrentPlan(rec.(data.Project).ID)
	if err != nil {
		t.Fatal(err)
	}
	m, err := command.MoneyOf(d.Read(), rec.(data.Project), plan)
	if err != nil {
		t.Fatal(err)
	}
	return m.Hours
}

func roubles(n int) data.Money { return data.Money(n) * 100 }

// cell types into a cell of a grid and keeps it.
func cell(t *testing.T, d *desktest.Desk, g *ui.Grid, row int, column, typed string) {
	t.Helper()
	d.Canvas().Focus(g)
	if !g.Edit(row, column, "") {
		t.Fatalf("%s of row %d cannot be edited", column, row)
	}
	if _, pick := d.Canvas().Focused().(*ui.Choice); !pick && d.Canvas().Overlays().Top() == nil {
		d.Replace(typed)
	} else {
		d.Type(typed)
	}
	d.Press(fyne.KeyReturn)
}

// trouble is the refusal of the open cell.
func trouble(t *testing.T, d *desktest.Desk) string {
	t.Helper()
	f, ok := d.Canvas().Focused().(interface{ Problem() string })
	if !ok {
		t.Fatalf("no open field: %T", d.Canvas().Focused())
	}
	return f.Problem()
}

// Ласточкин's cost rises from 1 050 to 1 200 on 1.01.2027: of his hours only the
// 64 of task 3.1, which begins on 13.01, are dearer: 492 000 + 64 × 150.
func TestANewRateCountsFromItsDay(t *testing.T) {
	d, _, p := whom(t, "Ласточкин")
	if got := table(p.rates.grid); len(got) != 2 || got[0] != " | Цена для клиента | 2 400 ₽ | всегда | любая работа | действует" ||
		got[1] != " | Себестоимость | 1 050 ₽ | всегда | любая работа | действует" {
		t.Fatalf("%q", got)
	}
	p.rates.add()
	d.Canvas().FocusNext() // what: the cost is proposed
	d.Type("1200")
	d.Canvas().FocusNext()
	d.Replace("01.01.2027")
	d.Press(fyne.KeyReturn)
	has(t, table(p.rates.grid), "Себестоимость | 1 200 ₽ | 01.01.2027 | любая работа | впереди")
	if got := copperCost(t, d); got != roubles(501_600) {
		t.Errorf("cost %s, failed %v", got.Decimal(), d.Failed)
	}
	// From 1.01.2026 on it holds for all 232 hours: 492 000 + 232 × 150.
	cell(t, d, p.rates.grid, 1, "from", "01.01.2026")
	if got := copperCost(t, d); got != roubles(526_800) {
		t.Errorf("cost %s", got.Decimal())
	}
	has(t, table(p.rates.grid), "1 200 ₽ | 01.01.2026 | любая работа | действует")
	has(t, table(p.rates.grid), "1 050 ₽ | всегда | любая работа | прежняя")
	p.rates.grid.OnDelete([]int{1})
	if len(d.Said) != 1 || copperCost(t, d) != roubles(492_000) {
		t.Errorf("said %v", d.Said)
	}
	for range 3 {
		d.Undo()
	}
	if got := table(p.rates.grid); len(got) != 2 {
		t.Errorf("after undo %q", got)
	}
}

// For one project he costs 1 000 an hour: 492 000 - 232 × 50.
func TestARateForAProject(t *testing.T) {
	d, _, p := whom(t, "Ласточкин")
	p.rates.add()
	d.Canvas().FocusNext()
	d.Type("1000")
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Type("МК-26")
	d.Press(fyne.KeyReturn)
	d.Canvas().FocusPrevious()
	d.Press(fyne.KeyReturn)
	has(t, table(p.rates.grid), "Себестоимость | 1 000 ₽ | всегда | МК-26 Постановка бюджетирования | действует")
	if got := copperCost(t, d); got != roubles(480_400) {
		t.Errorf("cost %s, failed %v", got.Decimal(), d.Failed)
	}
	// A general one from the same day is there already.
	i := len(p.rates.rows) - 1
	cell(t, d, p.rates.grid, i, "for", "любая")
	if got := table(p.rates.grid); len(got) != 3 || copperCost(t, d) != roubles(480_400) {
		t.Errorf("two rates of one day: %q", got)
	}
	x := p.rates.rows[i]
	x.ProjectID = data.ID[data.Project]{}
	if err := p.rates.put(x); d.Words().Error(err) != "Действует с: с этого дня уже есть такая ставка." {
		t.Errorf("says %q", d.Words().Error(err))
	}
}

func TestAmountsAreEditedInPlace(t *testing.T) {
	d, _, p := whom(t, "Кузнецова")
	cell(t, d, p.rates.grid, 1, "amount", "2 000")
	// 144 × 400 more.
	if got := copperCost(t, d); got != roubles(549_600) {
		t.Errorf("cost %s, failed %v", got.Decimal(), d.Failed)
	}
	cell(t, d, p.rates.grid, 1, "amount", "много")
	if got := trouble(t, d); !strings.HasPrefix(got, "«много» — не сумма.") {
		t.Errorf("%q", got)
	}
}

// Громов's own cost goes; the grade of trainees costs 500: 492 000 + 40 × 50.
func TestTheRateOfAGrade(t *testing.T) {
	d, s := open(t, "rates")
	g := s.pages["rates"].(*grades)
	if !strings.Contains(d.Seen(), "Ставки ступени действуют, пока у человека нет своей.") {
		t.Errorf("nothing teaches: %q", d.Seen())
	}
	if err := d.Do(command.Delete{Ref: data.RefTo(data.KindRate, data.ShippedID[data.Rate]("sample:rate.cost.gromov"))}); err != nil {
		t.Fatal(err)
	}
	press(t, s, "Новая ставка")
	d.Type("Стаж")
	d.Press(fyne.KeyReturn)
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Type("500")
	d.Press(fyne.KeyReturn)
	if got := table(g.rates.grid); len(got) != 1 || got[0] != "Стажёр | Себестоимость | 500 ₽ | всегда | любая работа | действует" {
		t.Fatalf("%q, failed %v", got, d.Failed)
	}
	if got := copperCost(t, d); got != roubles(494_000) {
		t.Errorf("cost %s", got.Decimal())
	}
	if !s.Show(data.RefTo(data.KindRate, g.rates.rows[0].ID)) || s.on != "rates" {
		t.Error("the rate is not found")
	}
	if !s.Show(data.RefTo(data.KindRate, data.ShippedID[data.Rate]("sample:rate.cost.orlova"))) || s.on != "people" {
		t.Error("a person's rate is not found")
	}
}

func TestResources(t *testing.T) {
	d, s := open(t, "resources")
	r := s.pages["resources"].(*resources)
	test.Tap(r.grid.Empty.Button)
	d.Type("Переговорная")
	d.Press(fyne.KeyReturn)
	if got := table(r.grid); len(got) != 1 || got[0] != "Переговорная | Помещение | 1 | Как у плана | " {
		t.Fatalf("%q, failed %v", got, d.Failed)
	}
	cell(t, d, r.grid, 0, "capacity", "2,5")
	cell(t, d, r.grid, 0, "what", "Обор")
	if got := table(r.grid)[0]; got != "Переговорная | Оборудование | 2,5 | Как у плана | " || r.rows[0].Capacity != 250 {
		t.Errorf("%q", got)
	}
	cell(t, d, r.grid, 0, "capacity", "ноль")
	if got := trouble(t, d); got != "Нужно число от 0,01 до 1000, например 2 или 0,5." {
		t.Errorf("%q", got)
	}
	d.Press(fyne.KeyEscape)
	r.add()
	d.Type("переговорная")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Ресурс «Переговорная» уже есть.") {
		t.Errorf("two of one name: %q", d.Seen())
	}
	d.Press(fyne.KeyEscape)
	if err := d.Do(command.Archive{Ref: r.ref(0), Name: "Переговорная", On: d.Today()}); err != nil {
		t.Fatal(err)
	}
	if len(r.rows) != 0 {
		t.Error("an archived one is shown")
	}
	test.Tap(r.show)
	has(t, table(r.grid), "Переговорная | Оборудование | 2,5 | Как у плана | в архиве")
}
