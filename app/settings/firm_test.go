package settings

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// bare is the room over a file that has nothing of the user's yet.
func bare(t *testing.T, section string) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Empty(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	s.Recall(section)
	return d, s
}

// values are the rows of a grid of values: «label: text».
func values(k *ui.KeyValues) (all []string) {
	for _, r := range k.Rows() {
		all = append(all, strings.ReplaceAll(r.Label+": "+r.Text, "\u00a0", " "))
	}
	return all
}

func firm(t *testing.T, d *desktest.Desk) data.Company {
	t.Helper()
	c, err := d.Read().Company()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTheDetailsOfTheFirmInPlace(t *testing.T) {
	d, s := open(t, "company")
	c := s.pages["company"].(*company)
	w := d.Words().T
	edit(t, d, c.kv, w("field.inn"), "7701000017")
	has(t, values(c.kv), "ИНН с ошибкой: контрольная цифра не сходится.")
	edit(t, d, c.kv, w("field.inn"), "7701000019") // 53 mod 11 = 9
	if strings.Contains(d.Seen(), "контрольная цифра") || firm(t, d).Inn != "7701000019" {
		t.Errorf("a sound number is doubted: %q", values(c.kv))
	}
	edit(t, d, c.kv, w("field.kpp"), "77010")
	if !strings.Contains(d.Seen(), "цифр не столько, сколько должно быть.") || firm(t, d).Kpp == "77010" {
		t.Errorf("five digits of nine were taken: %q", d.Seen())
	}
	d.Press(fyne.KeyEscape)
	edit(t, d, c.kv, w("settings.company.town"), "  Нижний   Новгород ")
	if got := firm(t, d).Town; got != "Нижний Новгород" {
		t.Errorf("town %q", got)
	}
	d.Undo()
	d.Undo()
	has(t, values(c.kv), "ИНН: 7701000017")
}

// A paper that misses the firm opens the place by a reference without an id.
func TestWhatAPaperMissesIsAskedFor(t *testing.T) {
	d, s := bare(t, "me")
	if !s.Show(data.RefTo(data.KindCompany, data.CompanyID())) || s.on != "company" {
		t.Fatal("the section is not shown")
	}
	d.Type("ООО «Проба»")
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Type("77")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Цифр не столько") {
		t.Fatalf("two digits were taken: %q", d.Seen())
	}
	d.Replace("7701000019")
	d.Press(fyne.KeyReturn)
	if c := firm(t, d); c.Name != "ООО «Проба»" || c.Inn != "7701000019" || d.Canvas().Overlays().Top() != nil {
		t.Fatalf("%+v, seen %q", c, d.Seen())
	}
	if !s.Show(data.Ref{Kind: data.KindSignatory}) {
		t.Fatal("no dialog of a signatory")
	}
	d.Type("Белов Сергей Ильич")
	d.Press(fyne.KeyReturn) // the choice makes the name
	d.Canvas().FocusNext()
	d.Type("генеральный директор")
	d.Press(fyne.KeyReturn)
	g := s.pages["company"].(*company).sign
	if got := table(g.grid); len(got) != 1 || got[0] != "Руководитель компании | Белов С. И. | Устав | бессрочно | подписывает" {
		t.Fatalf("%q, seen %q", got, d.Seen())
	}
	// The head is there: the next one asked for is the chief accountant.
	s.Show(data.Ref{Kind: data.KindSignatory})
	if !strings.Contains(d.Seen(), "Главный бухгалтер") || !strings.Contains(d.Seen(), "Доверенность") {
		t.Errorf("asks for %q", d.Seen())
	}
	d.Press(fyne.KeyEscape)
	for kind, section := range map[data.Kind]string{data.KindPerDiem: "perdiem", data.KindFxRate: "fx"} {
		if !s.Show(data.Ref{Kind: kind}) || s.on != section || d.Canvas().Overlays().Top() == nil {
			t.Errorf("%s is not asked for: on %s", kind, s.on)
		}
		d.Press(fyne.KeyEscape)
	}
	for ref, section := range map[data.Ref]string{{Kind: data.KindNumbering}: "numbering", data.RefTo(data.KindForm, data.FormID("estimate", "ru")): "forms", {Kind: data.KindNorm}: "norms"} {
		if !s.Show(ref) || s.on != section {
			t.Errorf("%v shows %s", ref, s.on)
		}
	}
}

func TestAnExpiredPowerOfAttorneyIsToldInWords(t *testing.T) {
	d, s := open(t, "company")
	g := s.pages["company"].(*company).sign
	want := []string{"Руководитель компании | Белов С. И. | Устав | бессрочно | подписывает",
		"Главный бухгалтер | Тарасова Н. П. | Доверенность № 3 от 12.01.2026 | 11.01.2027 | подписывает",
		"Руководитель отдела | Орлова М. В. | Доверенность № 7 от 12.01.2026 | 11.01.2027 | подписывает"}
	if got := table(g.grid); !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
	g.grid.Select(1)
	edit(t, d, g.kv, d.Words().T("field.validTo"), "20.11.2026")
	if got := table(g.grid)[1]; !strings.HasSuffix(got, "| 20.11.2026 | срок истёк") {
		t.Errorf("%q", got)
	}
	has(t, values(g.kv), "Внимание: Доверенность № 3 от 12.01.2026: срок истёк 20.11.2026. Бумаги после этого дня")
	edit(t, d, g.kv, d.Words().T("field.validTo"), "27.11.2026")
	has(t, values(g.kv), "срок истекает 27.11.2026, осталось 3 дня.")
	edit(t, d, g.kv, d.Words().T("field.validTo"), "01.01.2026")
	if !strings.Contains(d.Seen(), "не может быть раньше начала.") {
		t.Error("an end before the beginning was taken")
	}
	d.Press(fyne.KeyEscape)
	// Of two with the same role the one that began last signs.
	g.add(data.SignHead)
	d.Type("Громов")
	d.Press(fyne.KeyReturn)
	d.Canvas().FocusNext()
	d.Press(fyne.KeyReturn)
	has(t, table(g.grid), "Руководитель компании | Громов И. П. | Устав | бессрочно | подписывает")
	has(t, table(g.grid), "Руководитель компании | Белов С. И. | Устав | бессрочно | есть новее")
	d.Undo()
	has(t, table(g.grid), "Руководитель компании | Белов С. И. | Устав | бессрочно | подписывает")
}

// While a pattern is typed the example follows; a wrong one is named.
func TestTheExampleOfANumberFollowsTheTyping(t *testing.T) {
	d, s := open(t, "numbering")
	n := s.pages["numbering"].(*numbering)
	if got := table(n.grid)[0]; got != "Приказ о направлении | {n}-ком | 57 | заново | следующий: 57-ком" {
		t.Fatalf("%q", got)
	}
	d.Canvas().Focus(n.grid)
	n.grid.Edit(0, "pattern", "")
	d.Replace("К-{nnn}/{yy}")
	if got := table(n.grid)[0]; !strings.HasSuffix(got, "следующий: К-057/26") {
		t.Errorf("while typing %q", got)
	}
	d.Press(fyne.KeyReturn)
	if got := table(n.grid)[0]; got != "Приказ о направлении | К-{nnn}/{yy} | 57 | заново | следующий: К-057/26" {
		t.Errorf("kept %q", got)
	}
	n.grid.Edit(0, "pattern", "")
	d.Replace("приказ")
	if got := table(n.grid)[0]; !strings.HasSuffix(got, "| нет места для номера") {
		t.Errorf("while typing %q", got)
	}
	d.Press(fyne.KeyReturn)
	if got := trouble(t, d); got != "Вид номера: в «приказ» нет места для номера. Номер обозначают буквой n в фигурных скобках." {
		t.Errorf("says %q", got)
	}
	d.Press(fyne.KeyEscape)
	if got := table(n.grid)[0]; !strings.HasSuffix(got, "следующий: К-057/26") {
		t.Errorf("given up: %q", got)
	}
	cell(t, d, n.grid, 0, "first", "101")
	has(t, table(n.grid), "следующий: К-101/26")
	n.grid.OnCheck(0, "yearly", false)
	if x, _, _ := d.Read().Numbering(data.PaperOrder); x.Yearly || x.First != 101 {
		t.Errorf("%+v", x)
	}
	n.grid.OnDelete([]int{0})
	if got := table(n.grid)[0]; got != "Приказ о направлении | без номеров |  |  | " {
		t.Errorf("without a rule %q", got)
	}
	cell(t, d, n.grid, 0, "pattern", "{n}")
	// The newest order of the year was 54-ком.
	if got := table(n.grid)[0]; got != "Приказ о направлении | {n} | 1 | заново | следующий: 55" {
		t.Errorf("a new rule %q", got)
	}
}

func TestANewPerDiemFromADay(t *testing.T) {
	d, s := open(t, "perdiem")
	p := s.pages["perdiem"].(*perDiems)
	if got := table(p.grid)[0]; !strings.HasPrefix(got, "Россия | любой | все ступени | 1 500,00 | RUB | 01.01.2026 | бессрочно | действует | приказ ООО «Вектор Консалт»") {
		t.Fatalf("%q", got)
	}
	press(t, s, "Новый размер")
	for range 3 {
		d.Canvas().FocusNext()
	}
	d.Type("1800")
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Replace("01.01.2027")
	d.Press(fyne.KeyReturn)
	has(t, table(p.grid), "Россия | любой | все ступени | 1 800,00 | RUB | 01.01.2027 | бессрочно | впереди | ")
	has(t, table(p.grid), "Россия | любой | все ступени | 1 500,00 | RUB | 01.01.2026 | 31.12.2026 | действует | ")
	fresh := func() int {
		return slices.IndexFunc(p.rows, func(x data.PerDiem) bool { return x.Amount == 1800_00 })
	}
	cell(t, d, p.grid, fresh(), "country", "Казах")
	cell(t, d, p.grid, fresh(), "city", "Астана")
	cell(t, d, p.grid, fresh(), "currency", "usd")
	has(t, table(p.grid), "Казахстан | Астана | все ступени | 1 800,00 | USD | 01.01.2027")
	cell(t, d, p.grid, fresh(), "currency", "доллар")
	if got := trouble(t, d); !strings.Contains(got, "«доллар» не похоже на код валюты") {
		t.Errorf("says %q", got)
	}
	d.Press(fyne.KeyEscape)
	for range 4 {
		d.Undo()
	}
	if got := table(p.grid)[0]; !strings.Contains(got, "1 500,00 | RUB | 01.01.2026 | бессрочно | действует") {
		t.Errorf("after undo %q", got)
	}
}

// Ласточкин's cases follow the rules until somebody writes another.
func TestCasesForPapers(t *testing.T) {
	d, _, p := whom(t, "Ласточкин")
	w := d.Words().T
	hints := func() (all []string) {
		for _, r := range p.cases.Rows() {
			all = append(all, r.Label+": "+r.Text+"|"+r.Hint)
		}
		return all
	}
	has(t, hints(), w("field.nameDative")+": |Ласточкину Дмитрию Олеговичу")
	has(t, hints(), w("field.positionGenitive")+": |аналитика")
	edit(t, d, p.cases, w("field.nameDative"), "Ласточкину Д. О.")
	has(t, hints(), w("field.nameDative")+": Ласточкину Д. О.|")
	if x := person(t, d, "Ласточкин"); x.NameDative != "Ласточкину Д. О." {
		t.Errorf("kept %q", x.NameDative)
	}
	edit(t, d, p.cases, w("field.nameDative"), "")
	has(t, hints(), w("field.nameDative")+": |Ласточкину Дмитрию Олеговичу")
	// Саша is a name of men and women: the forms are told as doubtful, and Enter
	// keeps one as looked at.
	edit(t, d, p.kv, w("field.fullName"), "Ким Саша")
	at := slices.IndexFunc(p.cases.Rows(), func(r ui.KV) bool { return r.Label == w("field.nameDative") })
	doubt := p.cases.Rows()[at].Text
	if !strings.HasSuffix(doubt, " — неуверенно, проверьте") {
		t.Fatalf("%q", hints())
	}
	p.cases.Edit(at)
	d.Press(fyne.KeyReturn)
	if x := person(t, d, "Ким"); x.NameDative+" — неуверенно, проверьте" != doubt {
		t.Errorf("kept %q of %q", x.NameDative, doubt)
	}
	d.Undo()
	if got := p.cases.Rows()[at].Text; got != doubt {
		t.Errorf("after undo %q", got)
	}
}
