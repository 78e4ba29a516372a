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
		d.Shoot(c.name)
		s.Show(ref(sampleTrip("copper")))
		d.Shoot(c.name + "-copper")
		s.detail.turn(pageMoney)
		s.detail.budget.days.Select(0)
		d.Shoot(c.name + "-money")
		s.Show(ref(sampleTrip("daisy")))
		s.detail.turn(pageSpent)
		d.Shoot(c.name + "-spent")
		s.detail.turn(pageReport)
		d.Shoot(c.name + "-report")
		s.detail.spent.edit(s.detail.facts.Expenses[1])
		d.Shoot(c.name + "-expense")
		press(t, d, fyne.KeyEscape)
		s.Show(ref(sampleTrip("copper")))
		s.detail.turn(pageTask)
		d.Shoot(c.name + "-task")
		s.detail.shift()
		typeIn(d, "1.12")
		d.Shoot(c.name + "-shift")
		press(t, d, fyne.KeyReturn)
		s.detail.turn(pageHistory)
		d.Shoot(c.name + "-history")
		s.detail.turn(pagePapers)
		d.Shoot(c.name + "-files")
		s.detail.turn(pageRoute)
		s.detail.route.add()
		d.Shoot(c.name + "-leg")
		s.detail.route.done()
		s.create()
		d.Shoot(c.name + "-new")
	}
}
