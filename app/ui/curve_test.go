package ui

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
)

// The curve is level over days on which nothing ends: a Friday at a fifth and a
// Monday at all of it are joined by a step within the Monday.
func TestCurveIsLevelOverDaysWithoutAnEnd(t *testing.T) {
	c := NewCurve()
	c.Set([]CurvePoint{{day("2027-01-29"), .2}, {day("2027-02-08"), 1}}, []CurveMark{{day("2027-02-08"), 1, "80 %"}},
		[]CurveLine{{day("2027-01-27"), "срок", Late}, {day("2027-01-29"), "план", Plain}})
	w := window(t, c, 600, 300)
	level := false
	for _, o := range c.pen.objs {
		if l, ok := o.(*canvas.Line); ok && l.Position1.Y == l.Position2.Y && l.Position2.X-l.Position1.X > 200 {
			level = true
		}
	}
	if !level {
		t.Error("the curve rises over a weekend")
	}
	shoot(t, w, "curve")
	c.Empty = NewEmpty("Нечего показать", nil)
	c.Set(nil, nil, nil)
}
