package ical

import (
	"fmt"
	"testing"

	"portfel/data"
)

// year is n rows of a busy office: trips with legs, meetings, tasks, deadlines.
func year(n int) []data.AgendaRow {
	rows := make([]data.AgendaRow, 0, n)
	for i := 0; len(rows) < n; i++ {
		for _, r := range append(tripRows(), weekly(), taskRow(1, "Интервью с ЦФО и согласование протоколов", "2026-11-30", "2026-12-04", "working", 40),
			meeting(1, "Совещание по методике бюджетирования", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow")) {
			r.UIDID = id(len(rows) + 1)
			r.StartsOn += data.Date(i % 300)
			r.EndsOn += data.Date(i % 300)
			if !r.Starts.IsZero() {
				r.Starts.Day += data.Date(i % 300)
				r.Ends.Day += data.Date(i % 300)
			}
			r.Title += fmt.Sprint(" ", i)
			if r.Kind != data.AgendaSeries || i%50 == 0 {
				rows = append(rows, r)
			}
		}
	}
	return rows[:n]
}

// BenchmarkExport is a whole export of 10 000 rows with nothing known before,
// and BenchmarkExportAgain one where all is known and nothing changed. Aim:
// under 0.12 s.
func BenchmarkExport(b *testing.B) {
	rows, o := year(10000), mine()
	o.Off = winterBreak
	for b.Loop() {
		p := Plan(Items(rows, o), Known{}, o, false)
		if out := Encode(p.Write, o); len(out) < 1<<20 {
			b.Fatal(len(out))
		}
	}
}

func BenchmarkExportAgain(b *testing.B) {
	rows, o := year(10000), mine()
	o.Off = winterBreak
	var k Known
	k.remember(Plan(Items(rows, o), k, o, false))
	for b.Loop() {
		p := Plan(Items(rows, o), k, o, false)
		if len(p.Feed) != 0 || len(Encode(p.Write, o)) < 1<<20 {
			b.Fatal(len(p.Feed))
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	rows, o := year(10000), mine()
	p := Plan(Items(rows, o), Known{}, o, false)
	file := Encode(p.Write, o)
	for b.Loop() {
		if list, _, err := Decode(file, moscow); err != nil || len(list) != len(p.Write) {
			b.Fatal(err, len(list))
		}
	}
}
