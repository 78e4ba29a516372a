package clients

import (
	"testing"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
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
		d.Shoot("clients-" + v.name)
		s.Show(data.RefTo(data.KindClient, data.ShippedID[data.Client]("sample:client.copper")))
		s.view.people.list.Select(0)
		for _, tab := range []string{tabTimeline, tabFacts} {
			s.view.tabs.Select(tab)
			s.view.fill()
			d.Shoot("clients-" + tab + "-" + v.name)
		}
		s.view.plan()
		d.Shoot("clients-meeting-" + v.name)
		d.Window.Canvas().Overlays().Remove(d.Window.Canvas().Overlays().Top())
		s.create()
		d.Shoot("clients-new-" + v.name)
	}
}
