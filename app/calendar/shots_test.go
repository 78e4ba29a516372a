package calendar

import (
	"strings"
	"testing"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/text"
)

// idOf is the item of a kind whose title holds the words.
func idOf(t *testing.T, s *Screen, kind data.AgendaKind, words string) string {
	t.Helper()
	for _, it := range s.items {
		if r, ok := s.row(it.ID); ok && r.Kind == kind && strings.Contains(r.Title, words) {
			return it.ID
		}
	}
	t.Fatalf("no %s %q in view", kind, words)
	return ""
}

func TestShots(t *testing.T) {
	for _, v := range []struct {
		tag  string
		lang text.Lang
		dark bool
	}{{"", text.RU, false}, {"-dark", text.RU, true}, {"-en", text.EN, false}} {
		d := desktest.New(t, v.lang, v.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		d.Shoot("calendar-month" + v.tag)
		s.setMode(byWeek)
		s.goTo(d.Today() + 7)
		d.Shoot("calendar-week" + v.tag)
		s.setMode(byList)
		d.Shoot("calendar-agenda" + v.tag)
		s.setMode(byMonth)
		s.goTo(data.NewDate(2026, 12, 2))
		s.choose(idOf(t, s, data.AgendaTrip, "Екатеринбург"))
		d.Shoot("calendar-december" + v.tag)
	}
}
