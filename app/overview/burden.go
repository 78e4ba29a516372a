package overview

import (
	"strconv"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/load"
	"portfel/data/text"
	"portfel/data/workday"
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
	rows, err := r.WorkOf(me.ID, from, from+7*burdenWeeks-1)
	if err != nil {
		return err
	}
	away, err := r.Absences(me.ID)
	if err != nil {
		return err
	}
	cal := b.s.agenda.Days.WithAbsences(taken(away)...)
	b.data = load.Weeks(cal, from, burdenWeeks, works(rows, today))
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

// taken are the absences that hold.
func taken(rows []data.Absence) []workday.Absence {
	var out []workday.Absence
	for _, a := range rows {
		if a.Status != data.AbsenceCancelled {
			out = append(out, workday.Absence{From: a.StartsOn, To: a.EndsOn, Kind: a.What, Who: a.PersonID})
		}
	}
	return out
}

//text:prefix overview.load.

// works turns rows into what the engine spreads. Rides and meetings last as
// long as their clocks say.
func works(rows []data.WorkRow, today data.Date) []load.Work {
	out := make([]load.Work, 0, len(rows))
	for _, r := range rows {
		w := load.Work{What: load.Project, From: r.StartsOn, To: r.EndsOn, Effort: r.Effort}
		switch r.What {
		case data.WorkMentor, data.WorkStudy:
			w.What = load.Mentoring
		case data.WorkMeeting:
			w.What, w.Effort, w.Fixed = load.Mentoring, lasts(r), true
		case data.WorkRide:
			w.What, w.Effort, w.Fixed = load.Travel, lasts(r), true
		}
		if !w.Fixed && r.Percent < 100 {
			w = load.Late(w, r.Percent, today)
		}
		out = append(out, w)
	}
	return out
}

// lasts is the time between two moments, in minutes; 0 when a zone is unknown.
func lasts(r data.WorkRow) data.Minutes {
	from, err := r.Starts.Instant()
	if err != nil {
		return 0
	}
	to, err := r.Ends.Instant()
	if err != nil || to.Before(from) {
		return 0
	}
	return data.Minutes(to.Sub(from).Minutes())
}
