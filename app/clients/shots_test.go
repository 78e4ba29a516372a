package clients

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
		shoot(t, d, "clients-"+v.name)
		s.Show(data.RefTo(data.KindClient, data.ShippedID[data.Client]("sample:client.copper")))
		s.view.people.list.Select(0)
		for _, tab := range []string{tabTimeline, tabFacts} {
			s.view.tabs.Select(tab)
			s.view.fill()
			shoot(t, d, "clients-"+tab+"-"+v.name)
		}
		s.view.plan()
		shoot(t, d, "clients-meeting-"+v.name)
		d.Window.Canvas().Overlays().Remove(d.Window.Canvas().Overlays().Top())
		s.create()
		shoot(t, d, "clients-new-"+v.name)
	}
}
