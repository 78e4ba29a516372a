package trips

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/text"
)

// room shows the trips of the sample file on 24.11.2026.
func room(t *testing.T, lang text.Lang, dark bool) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, lang, dark)
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

func sampleTrip(key string) data.ID[data.Trip] {
	return data.ShippedID[data.Trip]("sample:trip." + key)
}

func press(t *testing.T, d *desktest.Desk, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := d.Canvas().Focused()
		if f == nil {
			t.Fatalf("%s: nothing has the focus", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
		if now := d.Canvas().Focused(); k == fyne.KeySpace && now != nil {
			now.TypedRune(' ') // the toolkit sends the letter after the key
		}
	}
}

func typeIn(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}
