package office

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// workbook writes a document and opens it with excelize.
func workbook(t testing.TB, d report.Document, l text.Lang) (*excelize.File, []byte) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLSX(&b, d, text.For(l)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, b.Bytes()
}

func shown(t *testing.T, f *excelize.File, sheet, cell string, o ...excelize.Options) string {
	t.Helper()
	s, err := f.GetCellValue(sheet, cell, o...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCellsOfASheetAreRealValues(t *testing.T) {
	f, b := workbook(t, execution(text.RU), text.RU)
	keep(t, "execution.xlsx", b)
	if got := strings.Join(f.GetSheetList(), "|"); got != "Сводка|Диаграмма|Работы" {
		t.Errorf("sheets %q", got)
	}
	const sheet = "Работы"                        // heading, paragraph, two lines of head; rows from the fifth on
	for cell, want := range map[string][2]string{ // as shown, as stored
		"A5": {"1", "1"}, "B5": {"Обследование", "Обследование"},
		"D5": {"19.10.2026", "46314"}, // 46314 days after 1899-12-30
		"E5": {"03.11.2026", "46329"},
		"F5": {"120", "120"}, "G9": {"109.80", "109.8"}, // 180 h of which 61 %
		"I5": {"300,000.00 ₽", "300000"},
		"J6": {"выполнено", "выполнено"}, "J12": {"просрочено", "просрочено"}, "J5": {"", ""},
		"B22": {"Итого", "Итого"}, "F22": {"448", "448"}, "I22": {"1,120,000.00 ₽", "1120000"},
	} {
		if got := shown(t, f, sheet, cell); got != want[0] {
			t.Errorf("%s shows %q, want %q", cell, got, want[0])
		}
		if got := shown(t, f, sheet, cell, excelize.Options{RawCellValue: true}); got != want[1] {
			t.Errorf("%s holds %q, want %q", cell, got, want[1])
		}
	}
	id, _ := f.GetCellStyle(sheet, "H9")
	style, err := f.GetStyle(id)
	if err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != `0\ %` || shown(t, f, sheet, "H9", excelize.Options{RawCellValue: true}) != "0.61" {
		t.Errorf("per cent: %+v %v", style, err)
	}
	if kind, _ := f.GetCellType(sheet, "D5"); kind == excelize.CellTypeSharedString {
		t.Error("a date is a text")
	}
	if kind, _ := f.GetCellType(sheet, "A5"); kind != excelize.CellTypeSharedString {
		t.Error("a code is a number")
	}
	if level, _ := f.GetRowOutlineLevel(sheet, 6); level != 1 {
		t.Errorf("rows of a stage cannot be folded: level %d", level)
	}
}

func TestSheetPrintsOnItsWidthWithItsHead(t *testing.T) {
	f, _ := workbook(t, execution(text.RU), text.RU)
	const sheet = "Работы"
	panes, err := f.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 4 || panes.TopLeftCell != "A5" {
		t.Errorf("panes %+v %v", panes, err)
	}
	titles := ""
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.Scope == sheet {
			titles = n.RefersTo
		}
	}
	if titles != "'Работы'!$3:$4" {
		t.Errorf("print repeats %q", titles)
	}
	props, _ := f.GetSheetProps(sheet)
	layout, _ := f.GetPageLayout(sheet)
	if !*props.FitToPage || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 || *layout.Orientation != "landscape" || *layout.Size != 9 {
		t.Errorf("page %+v", layout)
	}
	footer, _ := f.GetHeaderFooter(sheet)
	if footer.OddFooter != "&L&8Исполнение плана за ноябрь 2026&R&8 Страница &P из &N" {
		t.Errorf("footer %q", footer.OddFooter)
	}
	pictures, err := f.GetPictures("Диаграмма", "A1")
	if err != nil || len(pictures) != 1 {
		t.Errorf("the chart: %d pictures, %v", len(pictures), err)
	}
}

func TestColumnsAreWideEnough(t *testing.T) {
	tb := &report.Table{Name: "Ширина", Columns: []report.Column{{Title: "Д", Type: report.AsDate}, {Title: "С", Type: report.AsMoney}, {Title: "Т", Type: report.AsText}, {Title: "В", Type: report.AsMoment}}}
	tb.Rows = []report.Row{{Cells: []report.Cell{report.Date(day(12, 30)), report.Money(-123_456_789_00), report.Text(strings.Repeat("длинное описание ", 30)), report.Moment(data.Moment{Day: day(12, 30), Min: 600})}}}
	f, _ := workbook(t, report.Document{Blocks: []report.Block{tb}}, text.RU)
	for column, least := range map[string]float64{"A": 11, "B": 18, "C": 40, "D": 17} { // -123,456,789.00 ₽ has 17 signs
		w, err := f.GetColWidth("Ширина", column)
		if err != nil || w < least || w > 70 {
			t.Errorf("column %s is %v wide, want %v at least", column, w, least)
		}
	}
	if h, _ := f.GetRowHeight("Ширина", 2); h < 5*13 { // 510 letters in lines of about 60
		t.Errorf("the row of a long text is %v high", h)
	}
}

func TestTableWithoutTitleBeginsInTheFirstRow(t *testing.T) {
	d := report.Document{Blocks: []report.Block{&report.Table{Name: "План", Columns: []report.Column{{Title: "id", Type: report.AsText}, {Title: "name", Type: report.AsText}}, Rows: []report.Row{{Cells: []report.Cell{report.Text("1.10"), report.Text("Работа")}}}}}}
	_, b := workbook(t, d, text.EN)
	sheets, err := ReadXLSX(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) != 1 || sheets[0].Name != "План" || len(sheets[0].Rows) != 2 || sheets[0].Rows[0].Cells[0] != "id" || sheets[0].Rows[1].Cells[0] != "1.10" {
		t.Errorf("read back %+v", sheets)
	}
}

func TestTextNeverBecomesAFormula(t *testing.T) {
	evil := []string{`=1+1`, `+7 912`, `-cmd|' /C calc'!A0`, `@SUM(A1)`, `=HYPERLINK("http://x","y")`, "\t=1", "_x0041_", "a\x00b\x01", strings.Repeat("я", 40_000), "0012", "1E5", "TRUE"}
	tb := &report.Table{Name: "=1+1", Columns: []report.Column{{Title: "=A1", Type: report.AsText, Group: "=2"}, {Title: "@x", Type: report.AsText}}}
	for _, s := range evil {
		tb.Rows = append(tb.Rows, report.Row{Cells: []report.Cell{report.Text(s), report.Text(s)}})
	}
	d := report.Document{Title: "=T()", Subtitle: "+1", Author: "=A", Blocks: []report.Block{report.Facts{Items: []report.Fact{{Label: "=L", Value: report.Text("=V")}}}, tb, report.Signatures{Items: []report.Signature{{Role: "=R", Name: "=N"}}}}}
	f, b := workbook(t, d, text.RU)
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range 3 {
				if formula, _ := f.GetCellFormula(sheet, cellName(c, r+1)); formula != "" {
					t.Errorf("%s: formula %q", cellName(c, r+1), formula)
				}
			}
		}
	}
	sheets, err := ReadXLSX(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, r := range sheets[0].Rows {
		for _, c := range r.Cells {
			found[c] = true
		}
	}
	for _, want := range []string{`=1+1`, `+7 912`, `@SUM(A1)`, "=1", "ab", "0012", "1E5", "TRUE", "=T()", "=L", "=V", "=R"} {
		if !found[want] {
			t.Errorf("%q is not in the sheet as text", want)
		}
	}
}

func TestSheetNamesAreAllowedAndDiffer(t *testing.T) {
	var n names
	for _, c := range [][2]string{
		{"План", "План"}, {"план", "план (2)"}, {"", "Лист"}, {"'[:/\\?*]'", "Лист (2)"}, {"История", "История"}, {"History", "History (2)"},
		{"Отчёт: январь/февраль", "Отчёт январь февраль"}, {"'Кавычки'", "Кавычки"},
		{strings.Repeat("д", 40), strings.Repeat("д", 31)}, {strings.Repeat("д", 50), strings.Repeat("д", 27) + " (2)"},
	} {
		if got := n.add(c[0], "Лист"); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
}

func TestAFormStaysOnOneSheetAndALongTableIsFrozen(t *testing.T) {
	f, b := workbook(t, advance(), text.RU)
	keep(t, "advance.xlsx", b)
	if got := f.GetSheetList(); len(got) != 1 || got[0] != "Произведённые расходы" {
		t.Errorf("a form has the sheets %q", got)
	}
	d := journal()
	d.Blocks = append([]report.Block{report.Facts{Items: make([]report.Fact, 12)}}, d.Blocks...)
	f, b = workbook(t, d, text.RU)
	keep(t, "journal.xlsx", b)
	if got := strings.Join(f.GetSheetList(), "|"); got != "Сводка|Журнал" {
		t.Errorf("sheets %q", got)
	}
	if p, _ := f.GetPanes("Журнал"); !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v", p)
	}
}

func TestEnglishSheetSpeaksEnglish(t *testing.T) {
	f, _ := workbook(t, execution(text.EN), text.EN)
	if got := f.GetSheetList()[0]; got != "Summary" {
		t.Errorf("first sheet %q", got)
	}
	if got := shown(t, f, "Работы", "I5"); got != "₽300,000.00" {
		t.Errorf("money %q", got)
	}
	if got := shown(t, f, "Работы", "D5"); got != "19 Oct 2026" {
		t.Errorf("date %q", got)
	}
	if got := shown(t, f, "Работы", "J12"); got != "late" {
		t.Errorf("mark %q", got)
	}
}

func TestTheSameDocumentGivesTheSameWorkbook(t *testing.T) {
	for range 3 {
		_, a := workbook(t, execution(text.RU), text.RU)
		_, b := workbook(t, execution(text.RU), text.RU)
		if !bytes.Equal(a, b) {
			t.Fatal("two workbooks of one document differ")
		}
	}
}

func TestDaysThatExcelDoesNotKnowAreText(t *testing.T) {
	tb := &report.Table{Name: "Т", Columns: []report.Column{{Title: "Д", Type: report.AsDate}}}
	for _, d := range []data.Date{data.NewDate(1899, 5, 1), data.NewDate(1900, 2, 28), data.NewDate(1900, 3, 1), data.NewDate(9999, 12, 31)} {
		tb.Rows = append(tb.Rows, report.Row{Cells: []report.Cell{report.Date(d)}})
	}
	f, b := workbook(t, report.Document{Blocks: []report.Block{tb}}, text.RU)
	for i, want := range []string{"01.05.1899", "28.02.1900", "61", "2958465"} {
		if got := shown(t, f, "Т", "A"+strconv.Itoa(i+2), excelize.Options{RawCellValue: true}); got != want {
			t.Errorf("row %d holds %q, want %q", i, got, want)
		}
	}
	sheets, err := ReadXLSX(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"1899-05-01", "1900-02-28", "1900-03-01", "9999-12-31"} {
		if got := sheets[0].Rows[i+1].Cells[0]; got != want {
			t.Errorf("row %d reads back as %q, want %q", i, got, want)
		}
	}
}

func TestStrangeDocumentsBecomeWorkbooks(t *testing.T) {
	for name, d := range map[string]report.Document{
		"nothing":    {},
		"no columns": {Blocks: []report.Block{&report.Table{Rows: []report.Row{{}}}}},
		"twice":      {Blocks: []report.Block{&report.Table{Name: "A", Columns: []report.Column{{}}}, &report.Table{Name: "a", Columns: []report.Column{{}}}, report.PageBreak{}}},
		"text":       {Title: strings.Repeat("слово ", 500), Blocks: []report.Block{report.Paragraph{Text: strings.Repeat("а\n", 300), Inset: 0.6}, report.Note{Text: "🚀"}, report.Signatures{Items: make([]report.Signature, 2)}}},
		"one column": {Blocks: []report.Block{report.Facts{Items: []report.Fact{{Label: "а", Value: report.Hours(30), Mark: report.Late}}}, &report.Table{Columns: []report.Column{{Title: "x", Type: report.AsInt}}, Rows: []report.Row{{Mark: report.Done, Level: 99}, {Style: report.Band}}}}},
	} {
		workbook(t, d, text.RU)
		_ = name
	}
	var problem data.Problem
	d := report.Document{Blocks: []report.Block{&report.Table{Columns: []report.Column{{}}, Rows: make([]report.Row, maxSheetRows)}}}
	if err := WriteXLSX(io.Discard, d, text.For(text.RU)); !errors.As(err, &problem) || problem.Code != "sheet.rows" {
		t.Errorf("too many rows: %v", err)
	}
}

func TestFactsOfHoursNameTheirUnit(t *testing.T) {
	d := report.Document{Title: "Ф", Blocks: []report.Block{report.Facts{Items: []report.Fact{{Label: "Часы", Value: report.Hours(390)}, {Label: "Дни", Value: report.Days(2500)}}}}}
	f, _ := workbook(t, d, text.RU)
	if got := shown(t, f, "Ф", "B3"); got != "6.50 ч" {
		t.Errorf("hours %q", got)
	}
	if got := shown(t, f, "Ф", "B4"); got != "2.50 дн." {
		t.Errorf("days %q", got)
	}
}

func TestWorkbookSaysWhoAndWhen(t *testing.T) {
	f, _ := workbook(t, execution(text.RU), text.RU)
	p, err := f.GetDocProps()
	if err != nil || p.Creator != "Мария Ласточкина" || p.Title != "Исполнение плана за ноябрь 2026" || p.Created != time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC).Format(time.RFC3339) {
		t.Errorf("properties %+v %v", p, err)
	}
}
