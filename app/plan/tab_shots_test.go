package plan

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// estimate gives a task of the plan its three estimates in days.
func estimate(t *testing.T, d *desktest.Desk, s *Screen, code string, o, m, p int) {
	t.Helper()
	x := stored(t, d, s, code).Task
	x.EstO, x.EstM, x.EstP = data.Days(o), data.Days(m), data.Days(p)
	if err := d.Do(command.Put{Record: x}); err != nil {
		t.Fatal(err)
	}
}

// quicker is a variant of the plan in which 2.2 takes five days.
func quicker(t *testing.T, d *desktest.Desk, s *Screen) data.Plan {
	t.Helper()
	to := s.tree.Plan
	to.ID, to.IsCurrent, to.Variant = data.NewID[data.Plan](), false, "Быстрый"
	if err := d.Do(command.CopyPlan{From: s.tree.Plan.ID, To: to}); err != nil {
		t.Fatal(err)
	}
	tree, err := d.Read().PlanTree(to.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range tree.Rows {
		if r.Code == "2.2" {
			r.Task.Duration = data.Days(5)
			if err := d.Do(command.Put{Record: r.Task}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return to
}

func TestTabShots(t *testing.T) {
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
		w, h float32
	}{{"ru-light", text.RU, false, 1244, 844}, {"en-dark", text.EN, true, 1244, 844}, {"small", text.RU, false, 904, 644}} {
		d := desktest.New(t, v.lang, v.dark)
		s := openCopper(t, d)
		d.Window.Resize(fyne.NewSize(v.w, v.h))
		vacation(t, d)
		quicker(t, d, s)
		for _, e := range []struct {
			code    string
			o, m, p int
		}{{"1.1", 4, 5, 8}, {"2.1", 4, 5, 9}, {"2.2", 6, 8, 12}, {"3.1", 8, 10, 16}} {
			estimate(t, d, s, e.code, e.o, e.m, e.p)
		}
		for _, id := range pageIDs {
			s.pages.show(id)
			switch x := s.pages.page().(type) {
			case *loadPage:
				x.grid.Select(0, 1)
			case *riskPage:
				x.run()
			}
			d.Shoot("tab-" + id + "-" + v.name)
		}
		overloaded(t, d, s)
		s.pages.show(pageLoad)
		s.pages.page().(*loadPage).scope.OnChanged("all", true)
		s.pages.page().(*loadPage).scope.Set("all", true)
		s.pages.page().(*loadPage).level.run()
		d.Shoot("tab-level-" + v.name)
		if len(d.Failed) > 0 {
			t.Errorf("failed: %v", d.Failed)
		}
	}
}

func TestTabsOfAnEmptyFileTeach(t *testing.T) {
	d := desktest.Empty(t, text.RU, false)
	s := New(d, deskFilter)
	d.Show(s)
	for _, id := range pageIDs[1:] {
		s.pages.show(id)
		d.Shoot("tab-empty-" + id)
		for _, a := range s.pages.page().actions() {
			a.Do()
		}
	}
	if len(d.Failed) > 0 {
		t.Errorf("failed: %v", d.Failed)
	}
}
