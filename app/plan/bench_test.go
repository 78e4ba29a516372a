package plan

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// large is a plan of n tasks in stages of ten, linked in chains over stages.
func large(n int) command.PasteTasks {
	c := command.PasteTasks{}
	for i := range n {
		r := command.PasteRow{Line: i + 1, Name: fmt.Sprintf("Работа %d", i+1), Duration: data.Days(2 + i%5)}
		if i%10 == 0 {
			r.HasKids, r.Duration = true, data.Span{}
		} else {
			r.Depth = 1
			if i%10 > 1 {
				r.Preds = append(r.Preds, command.PastePred{Row: i - 1, Type: data.FinishStart})
			} else if i > 100 {
				r.Preds = append(r.Preds, command.PastePred{Row: i - 100, Type: data.FinishStart})
			}
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// benchDesk is a desk without a window: the benchmarks only read and write.
type benchDesk struct {
	*desk.Core
	rest
}

type rest struct{ desk.Desk }

// largePlan is a screen over a plan of n tasks in a window.
func largePlan(b *testing.B, n int) *Screen {
	b.Helper()
	f, err := sqlite.Create(filepath.Join(b.TempDir(), "large.portfel"), command.Options(func() time.Time { return desktest.Now }))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	if _, err := f.Base(command.Seed{}); err != nil {
		b.Fatal(err)
	}
	test.NewTempApp(b)
	d := benchDesk{Core: desk.NewCore(f, text.RU)}
	ui.SetWords(d.Words())
	ui.Apply(false)
	c := large(n)
	c.PlanID = data.NewID[data.Plan]()
	for _, x := range []desk.Command{command.Put{Record: data.Plan{ID: c.PlanID, What: data.PlanOfSelf, Name: "Большой", StartsOn: on(2026, 11, 30), IsCurrent: true}}, c} {
		if err := d.Do(x); err != nil {
			b.Fatal(err)
		}
	}
	s := New(d, desk.Filter{})
	w := test.NewTempWindow(b, s.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1244, 844))
	s.open(c.PlanID)
	if len(s.rows) != n {
		b.Fatalf("%d rows", len(s.rows))
	}
	return s
}

// BenchmarkDragPreview is the own work of one step of a dragged bar: the engine
// asked what would move, the answer laid out for the chart, and put in words.
func BenchmarkDragPreview(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := largePlan(b, n)
			row := n / 2
			for s.rows[row].HasKids {
				row++
			}
			x := s.rows[row].Date
			i := 0
			for b.Loop() {
				i++
				by := data.Date(1 + i%10)
				s.onDrag(row, x.StartsOn+by, x.EndsOn+by)
				_ = s.sayDrag()
			}
		})
	}
}

// BenchmarkScroll is one wheel step over table and chart of a large plan.
func BenchmarkScroll(b *testing.B) {
	for _, n := range []int{1000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := largePlan(b, n)
			e := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -24)}
			for b.Loop() {
				s.chart.Gantt.Scrolled(e)
				if s.chart.Grid.Offset() > float32(n-40)*s.chart.Grid.RowHeight {
					s.chart.Grid.SetOffset(0)
				}
			}
		})
	}
}
