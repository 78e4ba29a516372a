package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

const bank = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<ValCurs Date=\"24.11.2026\">\n" +
	"<Valute><CharCode>USD</CharCode><Nominal>1</Nominal><Name>\xc4\xee\xeb\xeb\xe0\xf0</Name><Value>78,2345</Value></Valute>\n" +
	"<Valute><CharCode>KZT</CharCode><Nominal>100</Nominal><Name>\xd2\xe5\xed\xe3\xe5</Name><Value>15,0721</Value></Valute>\n</ValCurs>\n"

func TestRatesOfTheBankAreLoadedOnce(t *testing.T) {
	d, s := open(t, "fx")
	x := s.pages["fx"].(*fx)
	pick(t, d, "daily.xml", bank)
	press(t, s, "Загрузить из файла…")
	seen := d.Seen()
	for _, want := range []string{"Курсы из файла", "новое: 2", "USD", "24.11.2026", "78,2345 ₽ за 1", "15,0721 ₽ за 100"} {
		if !strings.Contains(seen, want) {
			t.Errorf("the preview does not say %q: %q", want, seen)
		}
	}
	tap(t, d, "Загрузить")
	if len(d.Said) != 1 || d.Said[0] != "Загружено 2 записи" {
		t.Fatalf("said %q, failed %v", d.Said, d.Failed)
	}
	if got := list(x.list); !slices.Equal(got, []string{"KZT | 15,0721 ₽ за 100 с 24.11.2026 | ", "USD | 78,2345 ₽ за 1 с 24.11.2026 | "}) {
		t.Errorf("%q", got)
	}
	press(t, s, "Загрузить из файла…")
	if seen := d.Seen(); !strings.Contains(seen, "без изменений: 2 · загружать нечего") {
		t.Errorf("a second time: %q", seen)
	}
	tap(t, d, "Загрузить")
	if len(d.Said) != 1 || len(x.all) != 2 {
		t.Errorf("said %q", d.Said)
	}
	d.Undo()
	if len(x.codes) != 0 {
		t.Errorf("after undo %q", x.codes)
	}
}

func TestPastedRatesAndTheirFaults(t *testing.T) {
	d, s := open(t, "fx")
	x := s.pages["fx"].(*fx)
	fyne.CurrentApp().Clipboard().SetContent("USD\t24.11.2026\t78,2345\nUSD\t25.11.2026\t79\nEURO\t24.11.2026\t90\n")
	press(t, s, "Вставить")
	if seen := d.Seen(); !strings.Contains(seen, "новое: 2 · с ошибкой: 1") || !strings.Contains(seen, "Строка 3. «EURO» не похоже на код валюты") {
		t.Errorf("%q", seen)
	}
	tap(t, d, "Загрузить")
	if got := table(x.grid); !slices.Equal(got, []string{"25.11.2026 | 1 | 79,0000 | ", "24.11.2026 | 1 | 78,2345 | "}) {
		t.Fatalf("%q, failed %v", got, d.Failed)
	}
	cell(t, d, x.grid, 0, "rate", "79,5")
	cell(t, d, x.grid, 0, "nominal", "10")
	has(t, table(x.grid), "25.11.2026 | 10 | 79,5000 | ")
	cell(t, d, x.grid, 0, "rate", "семь")
	if got := trouble(t, d); !strings.HasPrefix(got, "«семь» — не курс.") {
		t.Errorf("says %q", got)
	}
	d.Press(fyne.KeyEscape)
	cell(t, d, x.grid, 0, "on", "24.11.2026")
	if got := trouble(t, d); got != "Дата курса: курс USD на этот день уже есть: измените его в таблице." {
		t.Errorf("says %q", got)
	}
	d.Press(fyne.KeyEscape)
	// A file with many currencies proposes those that are in the list.
	pick(t, d, "daily.xml", bank)
	x.load()
	if seen := d.Seen(); !strings.Contains(seen, "Только валюты, которые уже есть в списке") || !strings.Contains(seen, "изменится: 1") || strings.Contains(seen, "KZT") {
		t.Errorf("%q", seen)
	}
	d.Press(fyne.KeyEscape)
	pick(t, d, "page.html", "<html><body>курсы</body></html>")
	x.load()
	if len(d.Failed) != 1 || !strings.HasPrefix(d.Words().Error(d.Failed[0]), "В файле нет курсов.") {
		t.Errorf("failed %v", d.Failed)
	}
}

func TestARateIsTyped(t *testing.T) {
	d, s := open(t, "fx")
	x := s.pages["fx"].(*fx)
	press(t, s, "Новый курс")
	d.Type("cny")
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Type("10,9")
	d.Press(fyne.KeyReturn)
	if got := table(x.grid); !slices.Equal(got, []string{"24.11.2026 | 1 | 10,9000 | "}) || x.head.Title != "CNY" {
		t.Errorf("%q of %q, failed %v", got, x.head.Title, d.Failed)
	}
}

func TestNormsAreLoadedFromAFile(t *testing.T) {
	d, s := open(t, "norms")
	n := s.pages["norms"].(*norms)
	pick(t, d, "norm.tsv", "code\tvalue\tunit\tvalid_from\tvalid_to\tsource\ntrip.report.days\t5\tworkdays\t2027-03-01\t\tПП РФ 01.02.2027 № 1\nown.norm\t2,5\tpercent\t2026-01-01\t\tприказ\nown.norm\tмного\tpercent\t2027-01-01\t\t\n")
	press(t, s, "Загрузить из файла…")
	if seen := d.Seen(); !strings.Contains(seen, "новое: 2 · изменится: 1 · с ошибкой: 1") || !strings.Contains(seen, "Строка 4. Нужно число, например 3 или 2,5.") {
		t.Errorf("%q", seen)
	}
	tap(t, d, "Загрузить")
	has(t, table(n.grid), reportNorm+" | 3 | раб. дн. | 01.09.2025 | 28.02.2027 | ")
	has(t, table(n.grid), "own.norm | 2,5 | % | 01.01.2026 | бессрочно | приказ")
	groups := 0
	for i := range n.grid.Len() {
		r := ui.Row{Cells: make([]ui.Cell, len(n.grid.Columns()))}
		if n.grid.Fill(i, &r); r.Group {
			groups++
		}
	}
	if groups != 4 || !strings.Contains(d.Seen(), "Прочие") {
		t.Errorf("%d groups, seen %q", groups, d.Seen())
	}
	d.Undo()
	has(t, table(n.grid), reportNorm+" | 3 | раб. дн. | 01.09.2025 | бессрочно | ")
}

// The history of a norm unfolds under it; the rows of VAT are 22 % since 2026
// and 20 % before.
func TestTheHistoryOfANorm(t *testing.T) {
	d, s := open(t, "norms")
	n := s.pages["norms"].(*norms)
	i := slices.IndexFunc(n.lines, func(l normLine) bool { return l.norm.Code == "vat.rate" })
	if got := table(n.grid)[i]; !strings.HasPrefix(got, "Ставка НДС | 22 | % | 01.01.2026 | бессрочно | ") || i != n.grid.Len()-1 {
		t.Fatalf("row %d of %d: %q", i, n.grid.Len(), got)
	}
	n.grid.OnToggle(i, true)
	if got := table(n.grid)[i+1]; !strings.HasPrefix(got, "прежнее значение | 20 | % | 01.01.2019 | 31.12.2025 | ") {
		t.Errorf("history %q", got)
	}
	n.grid.OnToggle(i, false)
	if n.grid.Len() != i+1 {
		t.Error("the history does not fold")
	}
	old := n.history("vat.rate")[1]
	if !s.Show(data.RefTo(data.KindNorm, old.ID)) || len(n.grid.Chosen()) != 1 || n.lines[n.grid.Chosen()[0]].norm.ID != old.ID {
		t.Errorf("the old row is not shown: %v", n.grid.Chosen())
	}
	cell(t, d, n.grid, i, "to", "31.12.2027")
	has(t, table(n.grid), "Ставка НДС | 22 | % | 01.01.2026 | 31.12.2027 | ")
}

func TestTheSampleOfAPaperIsSaved(t *testing.T) {
	d, s := open(t, "forms")
	d.Path = filepath.Join(t.TempDir(), "Приказ.docx")
	tap(t, d, "Сохранить образец…")
	want, err := command.ShippedForm("order", "ru")
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(d.Path); err != nil || len(b) != len(want) {
		t.Fatalf("%d bytes, %v, failed %v", len(b), err, d.Failed)
	}
	tap(t, d, "Сохранить образец…")
	if len(d.Failed) != 1 {
		t.Error("a file that is there was written over")
	}
	f := s.pages["forms"].(*forms)
	tap(t, d, "Загрузить свой…")
	if len(d.Said) != 2 || d.Said[1] != "Шаблон «Приказ.docx» загружен" {
		t.Fatalf("said %q", d.Said)
	}
	has(t, list(f.list), "Приказ о направлении в командировку | Приказ.docx | свой")
	has(t, values(f.kv), "Шаблон: Приказ.docx")
	has(t, values(f.kv), "Загружен: 24.11.2026")
	f.lang.OnChanged("en", true)
	f.lang.On = map[string]bool{"en": true}
	f.reload()
	has(t, list(f.list), "Приказ о направлении в командировку | образец | ")
	s.Show(data.RefTo(data.KindForm, data.FormID("order", "ru")))
	tap(t, d, "Вернуть образец")
	has(t, list(f.list), "Приказ о направлении в командировку | образец | ")
	d.Undo()
	has(t, list(f.list), "Приказ о направлении в командировку | Приказ.docx | свой")
}

// A template of another paper has fields that an order does not know: each is
// named with its place, and nothing is taken.
func TestATemplateWithWrongPlaceholdersIsTold(t *testing.T) {
	d, s := open(t, "forms")
	f := s.pages["forms"].(*forms)
	b, err := command.ShippedForm("memo", "ru")
	if err != nil {
		t.Fatal(err)
	}
	pick(t, d, "Записка.docx", string(b))
	tap(t, d, "Загрузить свой…")
	seen := d.Seen()
	if !strings.Contains(seen, "Файл «Записка.docx» не загружен.") || !strings.Contains(seen, "Место: абзац") && !strings.Contains(seen, "Место: таблица") || !strings.Contains(seen, "нет.") {
		t.Errorf("%q", seen)
	}
	if got := list(f.list)[0]; !strings.HasSuffix(got, "| образец | ") || len(d.Said) != 0 {
		t.Errorf("%q, said %q", got, d.Said)
	}
	d.Press(fyne.KeyEscape)
	pick(t, d, "Записка.doc", "не документ")
	f.load()
	if len(d.Failed) != 1 || d.Words().Error(d.Failed[0]) != "Это не документ Word. Нужен файл .docx." {
		t.Errorf("failed %v", d.Failed)
	}
}

func TestThePlaceholdersOfAPaper(t *testing.T) {
	d, s := open(t, "forms")
	f := s.pages["forms"].(*forms)
	rows := table(f.grid)
	has(t, rows, "{{документ.номер}} | номер документа")
	f.list.Select(3) // the advance report
	has(t, table(f.grid), "сумма по отчёту")
	if !slices.ContainsFunc(f.fields, func(l fieldLine) bool { return strings.HasPrefix(l.written, "{{#") }) {
		t.Errorf("no list: %q", table(f.grid))
	}
	if !strings.Contains(d.Seen(), "Авансовый отчёт") {
		t.Error("the head does not follow")
	}
}
