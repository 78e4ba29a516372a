package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTimelineChoosesByWordAndDiamond(t *testing.T) {
	l := NewTimeline()
	w := window(t, l, 800, 130)
	got := nowhere
	l.OnSelect = func(i int) { got = i }
	l.Set([]TimelineItem{{Day: day("2026-12-15"), Label: "Отчёт"}, {Day: day("2027-01-29"), Base: day("2027-01-26"), Deadline: day("2027-01-27"), Label: "ТЗ утверждено", Role: Late},
		{Day: day("2027-01-29"), Label: "Акт"}}, day("2026-11-24"))
	seen := map[int]bool{}
	for _, z := range l.pen.zones {
		seen[z.key] = true
		l.Tapped(&fyne.PointEvent{Position: fyne.NewPos(z.x+z.w/2, z.y+z.h/2)})
		if z.key == 0 && got != 0 {
			t.Errorf("chosen %d instead of 0", got)
		}
	}
	if len(seen) != 3 || l.On != got {
		t.Errorf("%d events answer", len(seen))
	}
	shoot(t, w, "timeline")
}
