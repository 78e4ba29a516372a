package overview

import (
	"strconv"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// trainees are those whom the owner leads now.
type trainees struct {
	s    *Screen
	card *ui.Card
	list *ui.List
	rows []data.MentoringRow
	next []string // second lines
}

func newTrainees(s *Screen) *trainees {
	w := s.d.Words()
	t := &trainees{s: s}
	t.list = ui.NewList(func() int { return len(t.rows) }, func(i int, r *ui.ListRow) { t.fill(i, r) })
	t.list.Full = true
	t.list.OnOpen = func(i int) { s.d.Open(data.RefTo(data.KindMentoring, t.rows[i].ID)) }
	t.list.Empty = ui.NewEmpty(w.T("overview.trainees.empty"), nil)
	t.card = ui.NewCard(w.T("overview.trainees"), "", t.list)
	return t
}

func (t *trainees) reload() error {
	r, today, w := t.s.d.Read(), t.s.agenda.Today, t.s.d.Words()
	all, err := r.Mentorings(data.MentoringFilter{PersonID: t.s.agenda.Me.ID}, today)
	if err != nil {
		return err
	}
	t.rows, t.next = t.rows[:0], t.next[:0]
	for _, m := range all {
		if !m.Mine || !m.ArchivedOn.IsZero() || m.Status != data.MentoringRunning && m.Status != data.MentoringAssessment {
			continue
		}
		line := w.F("overview.trainee.until", w.DayMonth(m.EndsOn))
		meetings, err := r.Meetings(m.ID, today, m.EndsOn)
		if err != nil {
			return err
		}
		for _, x := range meetings {
			if x.Status == data.EventPlanned {
				line = text.Join(line, w.F("overview.trainee.next", w.DayMonth(x.Starts.Day)))
				break
			}
		}
		t.rows, t.next = append(t.rows, m), append(t.next, line)
	}
	t.card.SetTitle(w.T("overview.trainees"), w.N("overview.plans", len(t.rows)))
	t.list.Reload()
	return nil
}

func (t *trainees) fill(i int, out *ui.ListRow) {
	w, m := t.s.d.Words(), t.rows[i]
	out.ID, out.Title, out.Note = m.ID.String(), shortGiven(m.Trainee), t.next[i]
	out.HasBar, out.SideBar, out.Bar = true, true, m.Share()
	switch {
	case m.Late() > 0:
		out.ChipRole, out.ChipWord = ui.Late, w.F("overview.trainee.late", strconv.Itoa(m.Late()))
	case m.Reviews > 0:
		out.ChipRole, out.ChipWord = ui.Risk, w.F("overview.trainee.check", strconv.Itoa(m.Reviews))
	default:
		out.ChipRole, out.ChipWord = ui.Done, w.T("overview.trainee.fits")
	}
}

// shortGiven is «Громов Илья» of «Громов Илья Павлович».
func shortGiven(full string) string {
	n := 0
	for i, r := range full {
		if r == ' ' {
			if n++; n == 2 {
				return full[:i]
			}
		}
	}
	return full
}

// trips are the owner's trips ahead, under way, and those that await a report.
type trips struct {
	s    *Screen
	card *ui.Card
	list *ui.List
	rows []data.TripRow
	note []string
}

// tripLines is how many trips are shown.
const tripLines = 3

func newTrips(s *Screen) *trips {
	w := s.d.Words()
	t := &trips{s: s}
	t.list = ui.NewList(func() int { return len(t.rows) }, func(i int, r *ui.ListRow) { t.fill(i, r) })
	t.list.Full = true
	t.list.OnOpen = func(i int) { s.d.Open(data.RefTo(data.KindTrip, t.rows[i].ID)) }
	t.list.Empty = ui.NewEmpty(w.T("overview.trips.empty"), nil)
	t.card = ui.NewCard(w.T("overview.trips"), "", t.list)
	return t
}

func (t *trips) reload() error {
	r, w := t.s.d.Read(), t.s.d.Words()
	t.rows, t.note = t.rows[:0], t.note[:0]
	count := map[data.TripShow]int{}
	for _, show := range []data.TripShow{data.TripsTravelling, data.TripsDue, data.TripsAhead} {
		rows, err := r.Trips(data.TripFilter{Show: show, Sort: data.TripsOldest, Today: t.s.agenda.Today, PersonID: t.s.agenda.Me.ID})
		if err != nil {
			return err
		}
		count[show] = len(rows)
		t.rows = append(t.rows, rows...)
	}
	t.rows = t.rows[:min(len(t.rows), tripLines)]
	for _, x := range t.rows {
		line, err := t.line(x)
		if err != nil {
			return err
		}
		t.note = append(t.note, line)
	}
	t.card.SetTitle(w.T("overview.trips"), text.Join(w.N("overview.trips.due", count[data.TripsDue]), w.N("overview.trips.ahead", count[data.TripsAhead])))
	t.list.Reload()
	return nil
}

// line is «30.11–04.12 · SU 1402, 06:35 · гостиница».
func (t *trips) line(x data.TripRow) (string, error) {
	w := t.s.d.Words()
	when := w.T("overview.trip.nodates")
	if !x.StartsOn.IsZero() {
		when = w.Period(x.StartsOn, x.EndsOn)
	}
	if x.What == data.TripLocal {
		hours := ""
		if x.TimeTo > 0 {
			hours = w.ClockRange(x.TimeFrom, x.TimeTo)
		}
		return text.Join(when, hours, x.Purpose), nil
	}
	legs, err := t.s.d.Read().TripLegs(x.ID)
	if err != nil {
		return "", err
	}
	for _, l := range legs {
		if l.Depart.Day >= t.s.agenda.Today {
			return text.Join(when, l.Carrier+" "+w.DayMonth(l.Depart.Day)+", "+w.Clock(l.Depart.Min), l.Hotel), nil
		}
	}
	return text.Join(when, x.Purpose), nil
}

func (t *trips) fill(i int, out *ui.ListRow) {
	x := t.rows[i]
	out.ID, out.Title, out.Note = x.ID.String(), t.title(x), t.note[i]
	out.ChipRole, out.ChipWord = t.state(x)
}

// title is the town and the client; a local trip is called after its client.
func (t *trips) title(x data.TripRow) string {
	name, client := x.Name, card.Bare(x.Client)
	if x.What == data.TripLocal {
		name = t.s.d.Words().F("trips.local.title", x.Name)
	}
	if client == x.Name {
		client = ""
	}
	return text.Join(name, client)
}

// state is «через 6 дн.», «в командировке», «отчёт сегодня», «отчёт −1 день».
func (t *trips) state(x data.TripRow) (ui.Role, string) {
	w, today := t.s.d.Words(), t.s.agenda.Today
	switch phase := x.Phase(today); {
	case phase == data.TripDue && x.Late(today):
		return ui.Late, w.F("overview.trip.report", w.Overdue(x.ReportOn, today))
	case phase == data.TripDue:
		return ui.Risk, w.F("overview.trip.report", w.Relative(x.ReportOn, today))
	case phase == data.TripTravelling:
		return ui.Go, text.Lower(w.Code(phase))
	case x.StartsOn > today && phase != data.TripDraft:
		return ui.Go, w.Relative(x.StartsOn, today)
	default:
		return ui.Planned, text.Lower(w.Code(phase))
	}
}
