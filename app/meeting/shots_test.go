package meeting

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	dir := os.Getenv("PORTFEL_SHOTS")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"ru-light", text.RU, false}, {"en-dark", text.EN, true}} {
		d := desktest.New(t, v.lang, v.dark)
		d.Show(desktest.Blank{CanvasObject: ui.NewNote("")})
		shoot := func(name string, open func()) {
			open()
			f, err := os.Create(filepath.Join(dir, "meeting-"+name+"-"+v.name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if err := png.Encode(f, d.Canvas().Capture()); err != nil {
				t.Fatal(err)
			}
			top := d.Canvas().Overlays().Top()
			if top == nil {
				t.Fatalf("%s: no dialog", name)
			}
			d.Canvas().Overlays().Remove(top)
		}
		copper := data.Event{ProjectID: data.ShippedID[data.Project]("sample:project.copper"), ClientID: data.ShippedID[data.Client]("sample:client.copper")}
		call := data.RefTo(data.KindEvent, data.ShippedID[data.Event]("sample:event.daisy.answer"))
		shoot("new", func() { New(d, copper) })
		shoot("series", func() { NewSeries(d, copper) })
		shoot("edit", func() { Edit(d, call, 0) })
		shoot("hold", func() { Hold(d, call, 0) })
		shoot("cancel", func() { Cancel(d, call, 0) })
	}
}
