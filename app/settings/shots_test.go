package settings

import (
	"testing"

	"fyne.io/fyne/v2/container"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data/command"
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
		firmShots(t, d, s, v.name)
	}
}

// firmShots are the dialogs and states that an untouched sample does not show.
func firmShots(t *testing.T, d *desktest.Desk, s *Screen, name string) {
	t.Helper()
	s.Recall("fx")
	x := s.pages["fx"].(*fx)
	x.take([]byte("USD\t24.11.2026\t78,2345\nUSD\t25.11.2026\t79\nCNY\t24.11.2026\t10,9312\nEURO\t24.11.2026\t90\n"))
	d.Shoot("settings-preview-" + name)
	d.Canvas().Overlays().Top().Hide()
	d.Canvas().Overlays().Remove(d.Canvas().Overlays().Top())
	f, err := command.ReadFx([]byte("currency\tdate\trate\tnominal\tsource\nUSD\t24.11.2026\t78,2345\nUSD\t25.11.2026\t79\nKZT\t24.11.2026\t15,0721\t100\tБанк России\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Do(command.ImportFx{File: f}); err != nil {
		t.Fatal(err)
	}
	d.Shoot("settings-fx-rates-" + name)
	s.Recall("company")
	g := s.pages["company"].(*company).sign
	old := g.rows[1]
	old.ValidTo = d.Today() - 4
	if err := d.Do(command.Put{Record: old}); err != nil {
		t.Fatal(err)
	}
	g.grid.Select(1)
	s.pages["company"].(*company).all.(*container.Scroll).ScrollToBottom()
	d.Shoot("settings-expired-" + name)
	s.Recall("norms")
	n := s.pages["norms"].(*norms)
	n.shown["vat.rate"], n.shown["trip.report.days"] = true, true
	n.lay()
	d.Shoot("settings-norms-history-" + name)
}
