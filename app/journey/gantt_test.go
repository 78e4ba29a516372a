package journey

import (
	"strings"
	"testing"
)

// The table of the plan at 1440 by 900: rows of 32 below the heads, and the
// chart at the right of it.
const (
	firstRow  = 198
	rowHeight = 32
	chartFrom = 945
)

// bar finds the reddish bar of a critical task in a row of the chart; the lines
// of links are thinner than a bar.
func bar(f frame, row int) (from, to int) {
	y := firstRow + row*rowHeight - 5
	for x := chartFrom; x < f.w; x++ {
		c := f.at(x, y)
		switch red := int(c.R)-int(c.G) > 20; {
		case red && from == 0:
			from, to = x, x
		case red:
			to = x
		case to-from > 8:
			return from, to
		default:
			from, to = 0, 0
		}
	}
	return from, to
}

// dates are start and finish of each task by its code.
func (p *person) dates() map[string]string {
	p.t.Helper()
	out := map[string]string{}
	for _, line := range strings.Split(p.must("schedule", p.file, "МК-26"), "\n") {
		if c := strings.Split(line, "\t"); len(c) > 5 {
			out[c[0]] = c[4] + " " + c[5]
		}
	}
	return out
}

// The bar of 1.2, four days from 07.12, is pulled a week to the right.
func TestABarDraggedByTheMouseMovesItsTaskAndWhatFollows(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	f := settled(t)
	from, to := bar(f, 2)
	if to-from < 20 {
		t.Fatalf("no bar of the task in its row: %d to %d", from, to)
	}
	day := float64(to-from+1) / 4
	middle, y := (from+to)/2, firstRow+2*rowHeight
	p.drag(middle, y, middle+int(7*day+.5), y)
	p.finds("1.2\t", "schedule", p.file, "МК-26")
	until(t, "the task stands a week later", func() bool { return p.dates()["1.2"] == "2026-12-14 2026-12-17" })
	for code, want := range map[string]string{
		"1.1": "2026-11-30 2026-12-04", // before it: stays
		"1.3": "2026-12-18 2026-12-22",
		"2.1": "2026-12-23 2026-12-29",
	} {
		if got := p.dates()[code]; got != want {
			t.Errorf("%s: %s, not %s", code, got, want)
		}
	}
	p.press("ctrl+z")
	until(t, "one step brings all of it back", func() bool {
		d := p.dates()
		return d["1.2"] == "2026-12-07 2026-12-10" && d["2.1"] == "2026-12-16 2026-12-22"
	})
}
