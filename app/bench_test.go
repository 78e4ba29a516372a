package app

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
	"portfel/data/sample"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// The measured file (sample.Full: 20 projects of 1 000 tasks, 2 000 trips, 5 000
// documents, 50 000 events) is made once and kept where PORTFEL_BENCH says, else
// made anew for each run.

func benchClock() time.Time { return time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC) }

func benchFile(b *testing.B) *sqlite.File {
	b.Helper()
	dir := os.Getenv("PORTFEL_BENCH")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, "large.portfel")
	if _, err := os.Stat(path); err != nil {
		f, err := sqlite.Create(path, command.Options(benchClock))
		if err != nil {
			b.Fatal(err)
		}
		if err := sample.Large(f, sample.Full, 1); err != nil {
			b.Fatal(err)
		}
		if _, err := f.Base(command.Set{Code: "setup", Value: "done"}); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
	f, err := sqlite.Open(path, command.Options(benchClock))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	return f
}

func benchWindow(b *testing.B, f *sqlite.File) *Window {
	b.Helper()
	a := test.NewApp()
	b.Cleanup(a.Quit)
	win := a.NewWindow("")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1440, 900))
	return newWindow(win, f, Options{Now: benchClock, Lang: "ru"})
}

// BenchmarkStart is opening the file, building the window and drawing it once.
func BenchmarkStart(b *testing.B) {
	path := benchFile(b).Path
	for b.Loop() {
		b.StopTimer()
		f, err := sqlite.OpenReader(path, command.Options(benchClock))
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		w := benchWindow(b, f)
		w.win.Canvas().Capture()
		b.StopTimer()
		f.Close()
		b.StartTimer()
	}
}

// BenchmarkScreen is opening each room anew, until its picture is drawn. The
// drawing itself (the same software renderer for all) is in BenchmarkCapture.
func BenchmarkScreen(b *testing.B) {
	w := benchWindow(b, benchFile(b))
	for _, id := range Rooms() {
		b.Run(id, func(b *testing.B) {
			for b.Loop() {
				delete(w.rooms, id)
				w.Go(id)
				w.win.Canvas().Content().Refresh()
			}
		})
	}
}

// BenchmarkCapture is drawing one complete picture by the software renderer.
func BenchmarkCapture(b *testing.B) {
	w := benchWindow(b, benchFile(b))
	for b.Loop() {
		w.win.Canvas().Capture()
	}
}

// BenchmarkSearch is Ctrl+K: a word that many records begin with, and a rare one.
func BenchmarkSearch(b *testing.B) {
	f := benchFile(b)
	for _, q := range []string{"отч", "согласование протокола", "Екатеринбург", "gkfy"} {
		b.Run(strings.ReplaceAll(q, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				if _, err := f.Read().Search(q, paletteHits); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkEdit is one edit of a task in a plan of a thousand, with reschedule
// and durable commit.
func BenchmarkEdit(b *testing.B) {
	f := benchFile(b)
	plans, err := f.Read().Plans()
	if err != nil || len(plans) == 0 {
		b.Fatal(err)
	}
	tree, err := f.Read().PlanTree(plans[0].ID)
	if err != nil {
		b.Fatal(err)
	}
	var leaf data.Task
	for _, r := range tree.Rows {
		if !r.HasKids {
			leaf = r.Task
			break
		}
	}
	n := int64(0)
	for b.Loop() {
		n++
		leaf.Duration = data.Span{Amount: 1000 + n%2*2000, Unit: data.WorkDays}
		if _, err := f.Do(command.Put{Record: leaf}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkICS is the calendar of the whole file, and of its first 10 000 events.
func BenchmarkICS(b *testing.B) {
	f := benchFile(b)
	rows, err := f.Read().Agenda(data.AgendaFilter{Masters: true, Layers: []data.Layer{data.LayerMeetings}})
	if err != nil {
		b.Fatal(err)
	}
	if len(rows) > 10000 {
		rows = rows[:10000]
	}
	o := ical.Options{Lang: text.RU, Audience: ical.ForMe, FileID: "bench", Now: benchClock()}
	b.Run(fmt.Sprintf("encode%d", len(rows)), func(b *testing.B) {
		for b.Loop() {
			plan := ical.Plan(ical.Items(rows, o), ical.Known{}, o, false)
			ical.Encode(plan.Write, o)
		}
	})
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			if _, err := command.ExportCalendar(f, ical.Options{Lang: text.RU}, false); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkMemory tells the heap that stays after each room was opened, in MB.
func BenchmarkMemory(b *testing.B) {
	w := benchWindow(b, benchFile(b))
	for b.Loop() {
		for _, id := range Rooms() {
			w.Go(id)
		}
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapAlloc)/1e6, "MB-heap")
	b.ReportMetric(float64(m.Sys)/1e6, "MB-sys")
}
