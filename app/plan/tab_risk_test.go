package plan

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/data"
)

func riskTab(t *testing.T, s *Screen) *riskPage {
	t.Helper()
	s.pages.show(pageRisk)
	return s.pages.page().(*riskPage)
}

// guess types an estimate into the cell of a task.
func guess(t *testing.T, d *desktest.Desk, p *riskPage, code, col, typed string) {
	t.Helper()
	for i, r := range p.rows {
		if r.Code == code {
			if !p.grid.Edit(i, col, "") {
				t.Fatalf("%s of %s cannot be edited", col, code)
			}
			d.Replace(typed)
			d.Press(fyne.KeyReturn)
			return
		}
	}
	t.Fatalf("no %s", code)
}

// Where the three estimates agree nothing varies: every trial ends on 26.01, a
// day before the term.
func TestACertainPlanKeepsItsTerm(t *testing.T) {
	d, s := copper(t)
	p := riskTab(t, s)
	if !strings.Contains(d.Seen(), "Введите лучшую и худшую оценку") {
		t.Errorf("says %q", d.Seen())
	}
	p.run()
	if len(d.Said) != 1 || !strings.Contains(d.Said[0], "Сначала введите") {
		t.Errorf("said %q", d.Said)
	}
	guess(t, d, p, "2.1", "o", "5д")
	shows(t, "filled in", rowOf(t, p.grid, "code", "2.1"), map[string]string{"o": "5 дн.", "m": "5 дн.", "p": "5 дн.", "mean": "5 дн."})
	p.run()
	seen := d.Seen()
	for _, want := range []string{"Уложиться в срок 27.01.2027 скорее всего удастся: вероятность 100 %.", "10 000 случаев", "26.01.2027 · запас 1 раб. день", "1 из 6", "срок 27.01", "план 26.01"} {
		if !strings.Contains(seen, want) {
			t.Errorf("not seen: %q in %s", want, seen)
		}
	}
	if c := rowOf(t, p.grid, "code", "2.1"); c["critical"] != "100 %" {
		t.Errorf("a task of the only chain is critical in %q", c["critical"])
	}
}

// (4 + 4·5 + 12) / 6 = 6 days instead of 5: 16, 17, 18, 21, 22 and 23.12.
func TestExpectedDurations(t *testing.T) {
	d, s := copper(t)
	p := riskTab(t, s)
	guess(t, d, p, "2.1", "p", "12д")
	guess(t, d, p, "2.1", "o", "4д")
	shows(t, "estimates", rowOf(t, p.grid, "code", "2.1"), map[string]string{"o": "4 дн.", "m": "5 дн.", "p": "12 дн.", "mean": "6 дн."})
	p.mean()
	if x := stored(t, d, s, "2.1"); x.Task.Duration != data.Days(6) || x.Date.EndsOn != on(2026, 12, 23) || x.Task.EstM != data.Days(5) {
		t.Errorf("2.1 takes %s until %s", x.Task.Duration, x.Date.EndsOn)
	}
	d.Undo()
	if x := stored(t, d, s, "2.1"); x.Task.Duration != data.Days(5) || x.Date.EndsOn != on(2026, 12, 22) {
		t.Errorf("undone: %s until %s", x.Task.Duration, x.Date.EndsOn)
	}
}

// The marks stand in order, and the chance is the share of trials by the term.
func TestTheCurveOfAnUncertainPlan(t *testing.T) {
	d, s := copper(t)
	for _, code := range []string{"1.2", "2.1", "2.2", "3.1"} {
		x := stored(t, d, s, code).Task
		n := int(x.Duration.Amount / 1000)
		estimate(t, d, s, code, n-1, n, n+4)
	}
	p := riskTab(t, s)
	p.run()
	a, b, c := p.risk.Percentile(50), p.risk.Percentile(80), p.risk.Percentile(95)
	if a > b || b > c || a < on(2027, 1, 26) {
		t.Errorf("%s %s %s", a, b, c)
	}
	points := p.points()
	if last := points[len(points)-1]; last.Share != 1 {
		t.Errorf("the curve ends at %v", last.Share)
	}
	kept := float32(0)
	for _, x := range points {
		if x.Day <= on(2027, 1, 27) {
			kept = x.Share
		}
	}
	if n := p.share(p.risk.Kept); n != int(kept*100+.5) || n > 30 || !strings.Contains(d.Seen(), "Срок 27.01.2027 под угрозой") {
		t.Errorf("chance %d %%, the curve says %v", n, kept)
	}
	guess(t, d, p, "2.1", "p", "9ч")
	if got := refused(t, d, "9ч"); got == "" {
		t.Error("hours beside days are taken")
	}
	d.Press(fyne.KeyEscape)
	if p.risk == nil {
		t.Error("a refused edit took the curve away")
	}
	guess(t, d, p, "2.1", "p", "")
	if x := stored(t, d, s, "2.1").Task; !x.EstO.IsZero() || !x.EstM.IsZero() || p.risk != nil {
		t.Error("an emptied estimate leaves parts")
	}
}
