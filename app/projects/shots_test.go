package projects

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/text"
)

// shoot draws the window into the folder of shots.
func shoot(t *testing.T, d *desktest.Desk, name string) {
	t.Helper()
	dir := os.Getenv("PORTFEL_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, d.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestShots(t *testing.T) {
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"ru-light", text.RU, false}, {"en-dark", text.EN, true}} {
		d := desktest.New(t, v.lang, v.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		shoot(t, d, "projects-"+v.name)
		s.Show(data.RefTo(data.KindProject, data.ShippedID[data.Project]("sample:project.daisy")))
		shoot(t, d, "projects-card-"+v.name)
		for _, tab := range []string{tabTeam, tabMeetings, tabHistory} {
			s.view.tabs.Select(tab)
			if tab == tabTeam {
				s.view.pages[tab].(*team).list.Select(0)
			}
			shoot(t, d, "projects-"+tab+"-"+v.name)
		}
		s.create()
		shoot(t, d, "projects-new-"+v.name)
	}
}
