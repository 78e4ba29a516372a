package trips

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/data/text"
)

// Pictures for looking at; without PORTFEL_SHOTS only that they can be drawn.
func TestShots(t *testing.T) {
	for _, c := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"trips", text.RU, false}, {"trips-dark", text.RU, true}, {"trips-en", text.EN, false}} {
		d, s := room(t, c.lang, c.dark)
		shoot(t, d, c.name)
		s.Show(ref(sampleTrip("copper")))
		shoot(t, d, c.name+"-copper")
		s.detail.turn(pageTask)
		shoot(t, d, c.name+"-task")
		s.detail.shift()
		typeIn(d, "1.12")
		shoot(t, d, c.name+"-shift")
		press(t, d, fyne.KeyReturn)
		s.detail.turn(pageHistory)
		shoot(t, d, c.name+"-history")
		s.detail.turn(pageFiles)
		shoot(t, d, c.name+"-files")
		s.detail.turn(pageRoute)
		s.detail.route.add()
		shoot(t, d, c.name+"-leg")
		s.detail.route.done()
		s.create()
		shoot(t, d, c.name+"-new")
	}
}
