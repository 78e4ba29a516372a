package trips

import (
	"testing"

	"portfel/data/text"
)

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
		s.detail.turn(pageRoute)
		s.detail.route.add()
		shoot(t, d, c.name+"-leg")
		s.detail.route.done()
		s.create()
		shoot(t, d, c.name+"-new")
	}
}
