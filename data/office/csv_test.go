package office

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/table"
)

func plan() *report.Table {
	h := func(n int) report.Cell { return report.Hours(data.Hours(n)) }
	return &report.Table{Columns: []report.Column{
		{Title: "№", Code: "id", Type: report.AsText}, {Title: "Задача", Code: "name", Type: report.AsText}, {Title: "Дней", Code: "duration_days", Type: report.AsDays},
		{Title: "Предшественники", Code: "predecessors", Type: report.AsText}, {Title: "Часы", Code: "effort_h", Type: report.AsHours}, {Title: "Срок", Code: "deadline", Type: report.AsDate}, {Title: "Сумма", Code: "cost", Type: report.AsMoney}},
		Rows: []report.Row{
			{Style: report.Band, Cells: []report.Cell{report.Text("Раздел")}},
			{Cells: []report.Cell{report.Text("1"), report.Text(`Отчёт; "итог"`), report.Days(2500), {}, h(12), report.Date(data.NewDate(2026, time.November, 30)), report.Money(1_312_000_50)}},
			{Cells: []report.Cell{report.Text("2"), report.Text("=две\nстроки "), report.Days(0), report.Text("1ОН+2д"), report.Hours(50), {}, report.Money(-5)}},
			{Style: report.Total, Cells: []report.Cell{{}, report.Text("Итого"), {}, {}, h(13)}},
		}}
}

func TestCSVAsProgramsReadIt(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, plan(), CSVOptions{}); err != nil {
		t.Fatal(err)
	}
	want := "id;name;duration_days;predecessors;effort_h;deadline;cost\r\n" +
		"1;\"Отчёт; \"\"итог\"\"\";2.5;;12;2026-11-30;1312000.50\r\n" +
		"2;\"=две\nстроки \";0;1ОН+2д;0.833;;-0.05\r\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestCSVForPeople(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, plan(), CSVOptions{Comma: ',', BOM: true, Titles: true, Totals: true, Guard: true}); err != nil {
		t.Fatal(err)
	}
	s := b.String()
	if !strings.HasPrefix(s, "\uFEFF№,Задача,Дней,") || !strings.Contains(s, "\"'=две\nстроки \"") || !strings.Contains(s, ",Итого,,,13,,\r\n") || strings.Contains(s, "Раздел") {
		t.Errorf("got\n%s", s)
	}
	if strings.Contains(s, "'-0.05") {
		t.Error("a number is guarded as if it were a formula")
	}
}

func TestCSVIsReadBackByOurImportAndByOthers(t *testing.T) {
	for _, comma := range []byte{';', ',', '\t'} {
		for _, bom := range []bool{false, true} {
			var b bytes.Buffer
			if err := WriteCSV(&b, plan(), CSVOptions{Comma: comma, BOM: bom}); err != nil {
				t.Fatal(err)
			}
			ours, err := table.Read(bytes.NewReader(b.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			if len(ours.Rows) != 2 || ours.Rows[0].Cells[1] != `Отчёт; "итог"` || ours.Rows[1].Cells[1] != "=две\nстроки" || ours.Header[0] != "id" {
				t.Errorf("%q: %+v", comma, ours)
			}
			r := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\uFEFF")))
			r.Comma = rune(comma)
			all, err := r.ReadAll()
			if err != nil || len(all) != 3 || all[2][1] != "=две\nстроки " {
				t.Errorf("%q: %q %v", comma, all, err)
			}
		}
	}
}
