package mspdi

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// bigFile is a file of n tasks with all that MS Project 2016 writes for each,
// one assignment each with phased work, and thirteen yearly holidays.
func bigFile(tb testing.TB, n int) []byte {
	model := loadFile(tb, "2016.xml")
	f := &File{Project: model.Project, Attributes: model.Attributes, Calendars: model.Calendars, Resources: model.Resources}
	cal := &f.Calendars[0]
	for m := range 13 {
		cal.Exceptions = append(cal.Exceptions, Exception{
			Name: "Праздник", Type: YearlyByDay, Month: m % 12, MonthDay: 1 + m, Period: 1,
			Range: WholeDays(date("2026-01-01"), date("2046-12-31")), Occurrences: 20,
		})
	}
	f.Tasks = append(f.Tasks, model.Tasks[0])
	for i := 1; i <= n; i++ {
		t := model.Tasks[2]
		t.UID, t.ID, t.Name, t.OutlineLevel = i, i, fmt.Sprintf("Задача %d", i), 1+i%4
		if i > 1 {
			t.Links = []Link{{PredecessorUID: i - 1, Type: "FS", Lag: 4500, LagFormat: InDays}}
		}
		f.Tasks = append(f.Tasks, t)
		a := model.Assignments[0]
		a.UID, a.TaskUID = i, i
		f.Assignments = append(f.Assignments, a)
	}
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		source := bigFile(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read(bytes.NewReader(source), Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	f := parse(b, string(bigFile(b, 10_000)))
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLosses(b *testing.B) {
	f := parse(b, string(bigFile(b, 10_000)))
	b.ReportAllocs()
	for b.Loop() {
		f.Losses()
	}
}

// A big file reads equal too, and the numbers of its parts are right.
func TestBigFile(t *testing.T) {
	source := string(bigFile(t, 500))
	f := parse(t, source)
	equal(t, "tasks", len(f.Tasks), 501)
	equal(t, "phases", strings.Count(source, "<TimephasedData>"), 4*500)
	same(t, f, again(t, f))
	days := f.ExceptionDays(3)
	equal(t, "holidays", len(days), 13*21+1) // 2026..2046, and 9 March 2026
}
