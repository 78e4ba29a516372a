package command_test

import (
	"fmt"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// BenchmarkICSOf10000Events is the whole way of a calendar: read from the file,
// compared with what was told before, written. Aim: under 0.12 s with nothing told.
func BenchmarkICSOf10000Events(b *testing.B) {
	f := newFile(b)
	var all []sqlite.Command
	for i := range 10000 {
		at := data.Moment{Day: data.NewDate(2026, 1, 1) + data.Date(i%700), Min: 540 + i%8*60, Zone: "Europe/Moscow"}
		all = append(all, command.Put{Record: data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Status: data.EventPlanned,
			Title: fmt.Sprint("Совещание по методике ", i), Place: "переговорная 3", Note: "взять смету", Starts: at, Ends: at.Add(60)}})
	}
	do(b, f, command.All{Key: "command.import.ics", Commands: all})
	for _, told := range []string{"first", "again"} {
		b.Run(told, func(b *testing.B) {
			for b.Loop() {
				if e, err := command.ExportCalendar(f, mine, false); err != nil || e.Items < 10000 {
					b.Fatal(e.Items, err)
				}
			}
		})
		e, err := command.ExportCalendar(f, mine, false)
		if err == nil {
			err = e.Keep()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
