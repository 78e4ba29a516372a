package trips

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// legBorder is what a leg says of a state border and of the road to stations.
type legBorder struct {
	crosses *ui.Check
	country *ui.Choice
	on      *ui.DateField
	to      *ui.Parsed[int]
	from    *ui.Parsed[int]
}

func newLegBorder(d desk.Desk, l data.Leg) *legBorder {
	w := d.Words()
	b := &legBorder{crosses: ui.NewCheck(w.T("field.crosses"), l.Crosses, nil), on: card.NewDate(d, l.BorderOn),
		to: ui.NewNumberField(l.RoadTo, 0, 1440), from: ui.NewNumberField(l.RoadFrom, 0, 1440)}
	b.country = ui.NewChoice(append([]ui.Option{{ID: "", Label: w.T("trips.leg.country.auto")}, {ID: "RU", Label: w.T("country.ru")}}, countryOptions(d)[1:]...), l.Country)
	b.country.OnSelect = func(ui.Option) error { b.crosses.Set(true); return nil }
	b.on.OnSet = func(on data.Date) error { b.crosses.Set(b.crosses.On || on != 0); return nil }
	return b
}

// add lays the fields out; those of the border only for a trip abroad.
func (b *legBorder) add(f *ui.Form, abroad bool, w *text.Words) {
	if abroad {
		f.Add("crosses", "", b.crosses).Add("country", w.T("trips.leg.country"), b.country).AddNote("borderOn", w.T("field.borderOn"), b.on, w.T("trips.leg.border.note"))
	}
	f.Add("roadTo", w.T("trips.leg.road.to"), b.to).AddNote("roadFrom", w.T("trips.leg.road.from"), b.from, w.T("trips.leg.road.note"))
}

// read writes what is typed into a leg; false when a field was refused.
func (b *legBorder) read(l *data.Leg) bool {
	ok := b.on.Commit()
	ok = b.to.Commit() && ok
	ok = b.from.Commit() && ok
	l.Crosses, l.Country = b.crosses.On, b.country.ID
	if !l.Crosses {
		l.Country = ""
	}
	var err error
	if l.BorderOn, err = b.on.Get(); err != nil || !l.Crosses {
		l.BorderOn = 0
	}
	l.RoadTo, _ = b.to.Get()
	l.RoadFrom, _ = b.from.Get()
	return ok
}
