package office

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// thousand is the chart of a plan of a thousand rows over two years.
func thousand() report.Picture {
	rows := make([]report.GanttRow, 1000)
	for i := range rows {
		at := day(1, 12) + data.Date(i*7/10)
		rows[i] = report.GanttRow{Code: fmt.Sprintf("%d.%d", i/10+1, i%10), Name: fmt.Sprintf("Работа номер %d по договору", i), Level: min(i%10, 1), Who: "Петрова А.", Start: at, Finish: at + 6, Percent: i % 101, Critical: i%7 == 0, BaseStart: at - 1, BaseFinish: at + 4}
		if i%10 == 0 {
			rows[i].Kind = report.StageBar
		} else {
			rows[i].Preds = []report.GanttLink{{Row: i - 1, Type: data.FinishStart}}
		}
	}
	return report.Gantt(rows, treasuryOptions(text.RU))
}

// big is a table of n rows and ten columns.
func big(n int) report.Document {
	tb := &report.Table{Name: "Журнал", Columns: []report.Column{{Title: "№", Type: report.AsInt}, {Title: "Работа", Type: report.AsText, Width: 1}, {Title: "Кто", Type: report.AsText}, {Title: "Начало", Type: report.AsDate}, {Title: "Финиш", Type: report.AsDate},
		{Title: "План", Type: report.AsHours}, {Title: "Факт", Type: report.AsHours}, {Title: "Готово", Type: report.AsPercent}, {Title: "Дней", Type: report.AsDays}, {Title: "Сумма", Type: report.AsMoney}}}
	for i := range n {
		m := int64(i)
		tb.Rows = append(tb.Rows, report.Row{Level: i % 3, Cells: []report.Cell{report.Int(m), report.Text(fmt.Sprintf("Согласование с заказчиком, часть %d", i)), report.Text("Петрова А."), report.Date(day(1, 1) + data.Date(i)), report.Date(day(1, 5) + data.Date(i)),
			report.Hours(data.Minutes(m * 7)), report.Hours(data.Minutes(m * 3)), report.Percent(i % 101), report.Days(m * 500), report.Money(data.Money(m * 12345))}})
	}
	return report.Document{Title: "Большой журнал", Landscape: true, Blocks: []report.Block{tb}}
}

func BenchmarkGanttSVG1000(b *testing.B) {
	p := thousand()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := WriteSVG(&out, p); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/1024, "KB")
	keep(b, "thousand.svg", out.Bytes())
}

func BenchmarkGanttPDF1000(b *testing.B) {
	p := thousand()
	for name, o := range map[string]PictureOptions{"whole": {}, "tiled": {Paper: A4, Tiled: true}} {
		o.Words = text.For(text.RU)
		b.Run(name, func(b *testing.B) {
			var out bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				out.Reset()
				if err := WritePicturePDF(&out, p, o); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(out.Len())/1024, "KB")
			keep(b, "thousand-"+name+".pdf", out.Bytes())
		})
	}
}

func BenchmarkGanttPNG(b *testing.B) {
	p := report.Gantt(treasury(), treasuryOptions(text.RU))
	b.ReportAllocs()
	for b.Loop() {
		if err := WritePNG(io.Discard, p, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkXLSX10000(b *testing.B) {
	d := big(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteXLSX(io.Discard, d, text.For(text.RU)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPDF10000(b *testing.B) {
	d := big(10_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := WritePDF(io.Discard, d, text.For(text.RU)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV10000(b *testing.B) {
	t := big(10_000).Blocks[0].(*report.Table)
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteCSV(io.Discard, t, CSVOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadXLSX10000(b *testing.B) {
	_, file := workbook(b, big(10_000), text.RU)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := read(file); err != nil {
			b.Fatal(err)
		}
	}
}
