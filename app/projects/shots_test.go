package projects

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
		d.Shoot("projects-" + v.name)
		s.Show(data.RefTo(data.KindProject, data.ShippedID[data.Project]("sample:project.daisy")))
		d.Shoot("projects-card-" + v.name)
		for _, tab := range []string{tabMoney, tabTeam, tabMeetings, tabHistory} {
			s.view.tabs.Select(tab)
			if tab == tabTeam {
				s.view.pages[tab].(*team).list.Select(0)
			}
			d.Shoot("projects-" + tab + "-" + v.name)
		}
		s.Show(data.RefTo(data.KindProject, data.ShippedID[data.Project]("sample:project.copper")))
		for _, tab := range []string{tabOverview, tabMoney} {
			s.view.tabs.Select(tab)
			d.Shoot("projects-copper-" + tab + "-" + v.name)
		}
		s.create()
		d.Shoot("projects-new-" + v.name)
	}
}
