package settings

import (
	"testing"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"ru-light", text.RU, false}, {"en-dark", text.EN, true}} {
		d := desktest.New(t, v.lang, v.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		for _, x := range s.sections {
			s.Recall(x.id)
			d.Shoot("settings-" + x.id + "-" + v.name)
		}
		s.Recall("calendars")
		c := s.pages["calendars"].(*calendars)
		c.view.OnChanged(viewWeek, true)
		c.view.Set(viewWeek, true)
		c.lay()
		d.Shoot("settings-week-" + v.name)
	}
}
