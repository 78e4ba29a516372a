package office

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

func written(t testing.TB, d report.Document, l text.Lang) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, d, text.For(l)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pagesOf(t *testing.T, d report.Document, l text.Lang) []pdfPage {
	t.Helper()
	b := written(t, d, l)
	keep(t, strings.Fields(d.Title)[0]+"-"+string(l)+".pdf", b)
	pages := pdfPages(t, b)
	paper := A4
	if d.Landscape {
		paper = A4.Across()
	}
	for i, p := range pages {
		if !p.has(strings.ReplaceAll(text.For(l).F("office.page", fmt.Sprint(i+1), fmt.Sprint(len(pages))), " ", " ")) {
			t.Errorf("page %d of %d does not say so: %q", i+1, len(pages), p.texts())
		}
		p.within(t, paper, edgeRight, 20)
		p.apart(t)
	}
	return pages
}

func TestReportOnPaper(t *testing.T) {
	pages := pagesOf(t, execution(text.RU), text.RU)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{"Исполнение плана за ноябрь 2026", "Составил:\u00a0М.\u00a0Ласточкина,\u00a0ведущий\u00a0консультант · Дата:\u00a024.11.2026 · Период:\u00a01–30\u00a0ноября\u00a02026", "18.12.2026", "1\u00a0120\u00a0000\u00a0₽", "448\u00a0ч", "Диаграмма", "Ильин Д. · просрочено"} {
		if !pages[0].has(want) {
			t.Errorf("page 1: no %q in %q", want, pages[0].texts())
		}
	}
	if late, ok := pages[0].find("16.12.2026 !\u00a0просрочено"); !ok {
		t.Errorf("the mark of a fact is not said in words: %q %v", pages[0].texts(), late)
	}
	for _, want := range []string{"Сроки", "Часы", "Стоимость,\u00a0₽", "Демонстрационный пример «БДДС, 3 юрлица»", "!", "✓", "△", "1\u00a0120\u00a0000,00", "Итого"} {
		if !pages[1].has(want) && !pages[2].has(want) {
			t.Errorf("no %q in %q", want, pages[1].texts())
		}
	}
	if !pages[2].has("!\u00a0— просрочено    △\u00a0— риск    ✓\u00a0— выполнено") {
		t.Errorf("signs are not explained: %q", pages[2].texts())
	}
}

func TestNumbersStandAtTheRightAndNamesAreIndented(t *testing.T) {
	p := pagesOf(t, execution(text.RU), text.RU)[1]
	a, _ := p.find("300\u00a0000,00")
	b, _ := p.find("80\u00a0000,00")
	if a.text == "" || b.text == "" || a.right()-b.right() > 0.1 || b.right()-a.right() > 0.1 {
		t.Errorf("sums end at %.2f and %.2f", a.right(), b.right())
	}
	stage, _ := p.find("Обследование")
	task, _ := p.find("Отчёт об обследовании")
	if !stage.bold || task.bold || task.x-stage.x < 8 {
		t.Errorf("stage %+v, task %+v", stage, task)
	}
}

func TestSignaturesNeverStandAlone(t *testing.T) {
	base := advance()
	table := base.Blocks[2].(*report.Table)
	for n := 1; n < 60; n++ { // a table of every length around the end of a page
		d := base
		tb := *table
		tb.Rows = nil
		for i := range n {
			tb.Rows = append(tb.Rows, report.Row{Cells: []report.Cell{report.Int(int64(i + 1)), report.Date(day(11, 1)), report.Text("А-1"), report.Text("Расход")}})
		}
		tb.Rows = append(tb.Rows, table.Rows[len(table.Rows)-1])
		d.Blocks = append(append([]report.Block{}, base.Blocks[:2]...), &tb, base.Blocks[3], base.Blocks[4])
		pages := pdfPages(t, written(t, d, text.RU))
		for i, p := range pages {
			if (p.has("Главный бухгалтер") || p.has("Итого")) && !p.has(fmt.Sprint(n)) {
				t.Errorf("%d rows: page %d has totals or signatures without the last row: %q", n, i+1, p.texts())
			}
		}
	}
}

func TestRowsAreWholeAndTheHeadIsRepeated(t *testing.T) {
	d := journal()
	pages := pagesOf(t, d, text.RU)
	if len(pages) < 5 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if !p.has("Что сделано") || !p.has("Сумма,\u00a0₽") {
			t.Errorf("page %d has no head", i+1)
		}
	}
	at := map[string]int{} // page of each part of each row
	for i, p := range pages {
		for _, s := range p.all {
			if strings.HasPrefix(s.text, "н") || strings.HasPrefix(s.text, "к") {
				at[s.text] = i
			}
		}
	}
	for i := range 130 {
		begin, ok1 := at[fmt.Sprintf("н%d", i)]
		end, ok2 := at[fmt.Sprintf("к%d", i)]
		if !ok1 || !ok2 || begin != end {
			t.Errorf("row %d: begins on page %d (%v), ends on %d (%v)", i, begin+1, ok1, end+1, ok2)
		}
	}
}

// journal has rows of three lines each, headings over some of them and a total.
func journal() report.Document {
	tb := &report.Table{Name: "Журнал", Columns: []report.Column{{Title: "№", Type: report.AsInt}, {Title: "Что сделано", Type: report.AsText}, {Title: "Дата", Type: report.AsDate}, {Title: "Сумма", Type: report.AsMoney}}}
	for i := range 130 {
		if i%10 == 0 {
			tb.Rows = append(tb.Rows, report.Row{Style: report.Band, Cells: []report.Cell{report.Text(fmt.Sprintf("Раздел %d", i/10))}})
		}
		tb.Rows = append(tb.Rows, report.Row{Cells: []report.Cell{report.Int(int64(i + 1)), report.Text(fmt.Sprintf("н%d\nсогласование с заказчиком\nк%d", i, i)), report.Date(day(1, 1+i)), report.Money(1_234_56)}})
	}
	tb.Rows = append(tb.Rows, report.Row{Style: report.Total, Cells: []report.Cell{{}, report.Text("Итого"), {}, report.Money(130 * 1_234_56)}})
	return report.Document{Title: "Журнал работ", Blocks: []report.Block{tb, report.Signatures{Items: []report.Signature{{Role: "Составил"}}}}}
}

func TestHeadingsStayWithTheirRows(t *testing.T) {
	for i, p := range pagesOf(t, journal(), text.RU) {
		lowest := placed{}
		for _, s := range p.all {
			if s.y > lowest.y && s.y < A4.Height-edgeBottom {
				lowest = s
			}
		}
		if strings.HasPrefix(lowest.text, "Раздел") {
			t.Errorf("page %d ends with %q", i+1, lowest.text)
		}
	}
}

func TestARowLongerThanAPageGoesOn(t *testing.T) {
	var words []string
	for i := range 3000 {
		words = append(words, fmt.Sprintf("слово%d", i))
	}
	tb := &report.Table{Columns: []report.Column{{Title: "№", Type: report.AsInt}, {Title: "Запись", Type: report.AsText}}, Rows: []report.Row{
		{Cells: []report.Cell{report.Int(1), report.Text("коротко")}}, {Cells: []report.Cell{report.Int(2), report.Text(strings.Join(words, " "))}}, {Cells: []report.Cell{report.Int(3), report.Text("снова коротко")}}}}
	pages := pagesOf(t, report.Document{Title: "Длинно", Blocks: []report.Block{tb}}, text.RU)
	var all []string
	for _, p := range pages {
		for _, s := range p.all {
			if strings.HasPrefix(s.text, "слово") {
				all = append(all, s.text)
			}
		}
	}
	if got := strings.Join(all, " "); got != strings.Join(words, " ") {
		t.Errorf("words are lost or doubled: %d letters of %d", len(got), len(strings.Join(words, " ")))
	}
}

func TestWideTableKeepsItsNumbersWhole(t *testing.T) {
	tb := &report.Table{}
	row := report.Row{}
	for i := range 14 {
		tb.Columns = append(tb.Columns, report.Column{Title: fmt.Sprintf("Месяц %d", i+1), Type: report.AsHours})
		row.Cells = append(row.Cells, report.Hours(data.Minutes(60_000+i)))
	}
	tb.Rows = []report.Row{row, row}
	p := pagesOf(t, report.Document{Title: "Широко", Blocks: []report.Block{tb}}, text.RU)[0]
	if n := strings.Count(strings.Join(p.texts(), "|"), "1\u00a0000"); n != 28 {
		t.Errorf("%d of 28 numbers: %q", n, p.texts())
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	font := bytes.Clone(regularFont)
	a, b := written(t, execution(text.RU), text.RU), written(t, execution(text.RU), text.RU)
	if !bytes.Equal(font, regularFont) {
		t.Error("writing a file has changed the font")
	}
	if !bytes.Equal(a, b) {
		t.Error("two files of one document differ")
	}
	if !bytes.Contains(a, []byte("/CreationDate (D:20261124064200")) { // 09:42 in Moscow
		t.Error("the file was not made at the moment of the document")
	}
}

func TestEnglishPaperSpeaksEnglish(t *testing.T) {
	d := execution(text.EN)
	all := ""
	for _, p := range pagesOf(t, d, text.EN) {
		all += strings.Join(p.texts(), "\n") + "\n"
	}
	for _, want := range []string{"Page 1 of 3", "18 Dec 2026", "₽1,120,000", "1,120,000.00", "448\u00a0h", "!\u00a0late", "signature", "Critical path"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q", want)
		}
	}
	for _, foreign := range []string{"Страница", "просрочено", "подпись"} {
		if strings.Contains(all, foreign) {
			t.Errorf("%q on an English paper", foreign)
		}
	}
}

func TestEmptyAndStrangeDocuments(t *testing.T) {
	words := text.For(text.RU)
	for name, d := range map[string]report.Document{
		"nothing":      {},
		"no columns":   {Blocks: []report.Block{&report.Table{Rows: []report.Row{{}}}}},
		"emoji":        {Title: "🚀 \x00 \U0010FFFF", Author: "\xff", Blocks: []report.Block{report.Paragraph{Text: "你好\n\n\t"}, report.Facts{Items: []report.Fact{{}}, Columns: 3}, report.Facts{Columns: 9}}},
		"long word":    {Title: strings.Repeat("я", 5000), Blocks: []report.Block{report.Note{Text: strings.Repeat("щ", 5000)}, report.Signatures{Items: []report.Signature{{Role: strings.Repeat("ж", 300), Name: strings.Repeat("ю", 300)}}}}},
		"no picture":   {Blocks: []report.Block{report.Figure{}, report.PageBreak{}, report.PageBreak{}}},
		"huge picture": {Blocks: []report.Block{report.Figure{Picture: report.Picture{Width: 1e5, Height: 1e6}}}},
		"inset":        {Blocks: []report.Block{report.Paragraph{Text: "а", Inset: 7}, report.Paragraph{Text: "а", Inset: -7, Align: report.Centre}}},
	} {
		if err := WritePDF(io.Discard, d, words); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	p := pagesOf(t, report.Document{Title: "Пусто", Blocks: []report.Block{&report.Table{Columns: []report.Column{{Title: "Работа", Type: report.AsText}}}}}, text.RU)[0]
	if !p.has("Данных нет") || !p.has("Работа") {
		t.Errorf("an empty table says %q", p.texts())
	}
	if err := WritePDF(io.Discard, report.Document{Made: data.Moment{Day: day(1, 1), Zone: "Нигде"}}, words); err == nil {
		t.Error("an unknown zone passes")
	}
}

func TestAdvanceReportLooksLikeAForm(t *testing.T) {
	p := pagesOf(t, advance(), text.RU)[0]
	corner, _ := p.find("УТВЕРЖДАЮ")
	if corner.x < A4.Width/2 {
		t.Errorf("the corner begins at %v", corner.x)
	}
	for _, want := range []string{"Документ", "Сумма расхода", "учёту,\u00a0₽", "25\u00a0562,50", "подпись", "расшифровка", "«___» ____________ 20___ г.", "М. А. Ласточкина"} {
		if !p.has(want) {
			t.Errorf("no %q in %q", want, p.texts())
		}
	}
}
