package overview

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	for _, v := range []struct {
		tag  string
		lang text.Lang
		dark bool
	}{{"", text.RU, false}, {"-dark", text.RU, true}, {"-en", text.EN, false}} {
		d := desktest.New(t, v.lang, v.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		d.Shoot("overview" + v.tag)
		d.Canvas().Focus(s.line.field)
		test.Type(s.line.field, "местная ср 14-17 Балтик-Тара согласование протокола")
		d.Shoot("overview-line" + v.tag)
	}
}

func TestShotOfAnEmptyFile(t *testing.T) {
	d := bare(t)
	d.Show(New(d, desk.Filter{}))
	d.Shoot("overview-empty")
}
