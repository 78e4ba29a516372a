package mentoring

import (
	"path/filepath"
	"testing"
	"time"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		dark bool
		name string
	}{{text.RU, false, "mentoring-ru"}, {text.EN, true, "mentoring-en-dark"}} {
		d := desktest.New(t, c.lang, c.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		for _, tab := range []string{tabItems, tabTalks, tabReviews, tabSkills, tabFacts, tabHistory} {
			s.record.tabs.Select(tab)
			d.Shoot(c.name + "-" + tab)
		}
		s.record.tabs.Select(tabItems)
		for i := range s.record.items.rows {
			if r := s.record.items.rows[i]; r.Status == data.TaskReview {
				s.record.items.show(r.ID)
			}
		}
		d.Shoot(c.name + "-item")
		s.create()
		d.Shoot(c.name + "-new")
	}
}

func TestAnEmptyFile(t *testing.T) {
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return desktest.Now }))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	d := desktest.Over(t, f, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	if len(d.Failed) > 0 {
		t.Fatal(d.Failed)
	}
	d.Shoot("mentoring-ru-empty")
	if s.Header().Buttons[0].Label == "" || s.Show(data.RefTo(data.KindMentoring, data.NewID[data.Mentoring]())) {
		t.Error("an empty room has a way to begin and shows nothing else")
	}
}
