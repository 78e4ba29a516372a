package overview

import (
	"strconv"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/load"
	"portfel/data/text"
)

// burden is the owner's load of the present week and the seven after it.
type burden struct {
	s    *Screen
	card *ui.Card
	bars *ui.LoadBars
	data []load.Week
}

// burdenWeeks is how many weeks are shown.
const burdenWeeks = 8

func newBurden(s *Screen) *burden {
	b := &burden{s: s, bars: ui.NewLoadBars(nil)}
	b.card = ui.NewCard(s.d.Words().T("overview.load"), "", b.bars)
	return b
}

func (b *burden) reload() error {
	r, me, today := b.s.d.Read(), b.s.agenda.Me, b.s.agenda.Today
	from := today.Monday()
	loads, err := command.Loads(r, []data.NameRow{{ID: data.ID[data.Any](me.ID)}}, from, burdenWeeks, today)
	if err != nil {
		return err
	}
	b.data = loads[0].Weeks
	w := b.s.d.Words()
	bars := make([]ui.LoadWeek, len(b.data))
	for i, k := range b.data {
		bars[i] = ui.LoadWeek{Label: strconv.Itoa(k.Monday.Week()), Load: whole(k.Load), Norm: k.Norm, Tip: b.tip(k)}
	}
	b.card.SetTitle(w.T("overview.load"), w.F("overview.load.note", w.HoursNumber(b.data[0].Norm)))
	b.bars.Set(bars)
	return nil
}

// tip says what a week is made of.
func (b *burden) tip(k load.Week) string {
	w := b.s.d.Words()
	s := text.Join(w.Period(k.Monday, k.Monday+6), w.F("overview.load.sum", k.Load, k.Norm))
	for _, what := range load.Kinds {
		if m := k.By[what]; m != 0 {
			s = text.Join(s, w.T("overview.load."+string(what))+" "+w.Hours(m))
		}
	}
	return s
}

//text:prefix overview.load.
