package plan

import (
	"strings"
	"testing"
)

func TestMilestonesOfThePlanAndOfAllProjects(t *testing.T) {
	d, s := copper(t)
	s.pages.show(pageMilestones)
	p := s.pages.page().(*milestonePage)
	shows(t, "before", cells(p.grid, 0), map[string]string{"name": "ТЗ утверждено", "on": "26.01.2027", "deadline": "27.01.2027", "slack": "запас 1 раб. день",
		"shift": "без сдвига", "critical": "критическая", "status": "впереди"})
	vacation(t, d)
	shows(t, "after", cells(p.grid, 0), map[string]string{"on": "29.01.2027", "slack": "просрочка 2 раб. дня", "shift": "+3 раб. дня", "status": "не успевает"})
	if !strings.Contains(d.Seen(), "1 веха · 1 под угрозой") || !strings.Contains(d.Seen(), "29.01 ТЗ утверждено") {
		t.Errorf("seen %s", d.Seen())
	}
	n := len(p.rows)
	p.scope.Set("all", true)
	p.scope.OnChanged("all", true)
	if len(p.rows) <= n {
		t.Fatalf("%d milestones in all projects", len(p.rows))
	}
	shows(t, "among all", rowOf(t, p.grid, "name", "ТЗ утверждено"), map[string]string{"project": "МК-26 Постановка бюджетирования", "on": "29.01.2027", "shift": "+3 раб. дня"})
	for i := 1; i < len(p.rows); i++ {
		if a, b := p.rows[i-1].EndsOn, p.rows[i].EndsOn; !b.IsZero() && a > b {
			t.Errorf("%s stands before %s", a, b)
		}
	}
	p.open(0)
	if len(d.Opened) != 1 || d.Opened[0] != refOf(p.rows[0].TaskID) {
		t.Errorf("opened %v", d.Opened)
	}
}

func TestAPlanWithoutMilestonesTeaches(t *testing.T) {
	d, s := crowd(t)
	s.pages.show(pageMilestones)
	p := s.pages.page().(*milestonePage)
	if !strings.Contains(d.Seen(), "В плане пока нет вех.") {
		t.Errorf("says %q", d.Seen())
	}
	p.grid.Empty.Button.OnTapped()
	if s.pages.on != pagePlan || len(s.tree.Rows) != 3 {
		t.Errorf("at %q with %d rows", s.pages.on, len(s.tree.Rows))
	}
}
