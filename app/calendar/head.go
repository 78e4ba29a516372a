package calendar

import (
	"encoding/json"
	"strings"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// Header names the period and counts what stands in it.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	add := ui.NewButton(ui.Primary, w.T("calendar.add"), s.add)
	add.Shortcut = "Ctrl+N"
	return desk.Header{Title: w.T("nav.calendar"), Crumb: s.crumb(), Buttons: []*ui.Button{add}}
}

// add makes a meeting at the cursor.
func (s *Screen) add() {
	if s.place.Mode == byWeek {
		s.createOn(s.week.Day())
		return
	}
	s.createOn(s.day)
}

func (s *Screen) crumb() string {
	w := s.d.Words()
	parts := []string{s.title()}
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, w.N(key, n))
		}
	}
	add("calendar.count.trips", s.inPeriod(data.LayerTrips))
	add("calendar.count.meetings", s.inPeriod(data.LayerMeetings)+s.meetings1to1())
	add("calendar.count.deadlines", s.inPeriod(data.LayerDeadlines)+s.inPeriod(data.LayerDocuments))
	add("calendar.count.late", s.lateInPeriod())
	return text.Join(parts...)
}

// meetings1to1 counts the meetings of mentoring in the period.
func (s *Screen) meetings1to1() int {
	from, to := s.period()
	n := 0
	for _, r := range s.rows {
		if isMeeting(r) && r.Layer == data.LayerMentoring && !card.Cancelled(r) && r.EndsOn >= from && r.StartsOn <= to {
			n++
		}
	}
	return n
}

func (s *Screen) lateInPeriod() int {
	from, to := s.period()
	n := 0
	for _, r := range s.rows {
		if card.Late(r, s.agenda.Today) && r.EndsOn >= from && r.StartsOn <= to {
			n++
		}
	}
	return n
}

// Actions are the moves between periods for palette and keys.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	mode := func(id string) func() { return func() { s.setMode(id) } }
	return append(s.meetingActions(), []desk.Action{
		{Label: w.T("calendar.act.add"), Key: "Ctrl+N", Do: s.add},
		{Label: w.T("calendar.act.today"), Key: "T", Do: s.toToday},
		{Label: w.T("calendar.act.goto"), Do: s.askDay},
		{Label: w.T("calendar.act.month"), Do: mode(byMonth)},
		{Label: w.T("calendar.act.week"), Do: mode(byWeek)},
		{Label: w.T("calendar.act.agenda"), Do: mode(byList)},
		{Label: w.T("calendar.act.mine"), Do: func() { s.setWho("") }},
		{Label: w.T("calendar.act.all"), Do: func() { s.setWho(everybody) }},
	}...)
}

// meetingActions are what can be done with the chosen meeting: its states, its
// series, its history, its end.
func (s *Screen) meetingActions() []desk.Action {
	r, ok := s.row(s.chosen)
	if !ok || !isMeeting(r) {
		return nil
	}
	w := s.d.Words()
	out := []desk.Action{{Label: w.F("calendar.act.edit", r.Title), Key: "F2", Do: s.edit}}
	for _, x := range meeting.Menu(s.d, r) {
		if x.Do == nil || x.Danger || x.Disabled {
			continue
		}
		out = append(out, desk.Action{Label: w.F("calendar.act.menu", strings.TrimSuffix(x.Label, "…"), r.Title), Do: x.Do})
	}
	return append(out, desk.Action{Label: w.F("calendar.act.delete", r.Title), Key: "Delete", Do: func() { s.remove(s.chosen) }})
}

// Remember keeps how the calendar is seen; the day is always today's.
func (s *Screen) Remember() string {
	b, err := json.Marshal(s.place)
	if err != nil {
		return ""
	}
	return string(b)
}

// Recall is what Remember kept; what cannot be read is left out.
func (s *Screen) Recall(was string) {
	p := fresh()
	if json.Unmarshal([]byte(was), &p) != nil {
		return
	}
	if p.Mode != byWeek && p.Mode != byList {
		p.Mode = byMonth
	}
	s.place = p
}

// Show brings a meeting into view and shows its card; other records live in
// other rooms. A series is shown on its next day.
func (s *Screen) Show(ref data.Ref) bool {
	day, ok := s.dayOf(ref)
	if !ok {
		return false
	}
	s.seen(ref, day)
	return true
}

// dayOf is the day on which a record is shown.
func (s *Screen) dayOf(ref data.Ref) (data.Date, bool) {
	rec, err := s.d.Read().Load(ref)
	if err != nil {
		return 0, false
	}
	switch x := rec.(type) {
	case data.Event:
		m, err := x.Starts.In(s.agenda.Zone())
		return m.Day, err == nil && !x.AllDay || x.AllDay && x.Starts.Day != 0
	case data.Absence:
		return x.StartsOn, true
	case data.Series:
		return s.nextDay(ref, x.Starts.Day), true
	}
	return 0, false
}

// nextDay is the first day of a series from today on, else its last one, else
// the fallback.
func (s *Screen) nextDay(ref data.Ref, fallback data.Date) data.Date {
	days, err := s.d.Read().DueDates(ref)
	if err != nil {
		s.d.Fail(err)
	}
	for _, d := range days {
		if fallback = d.StartsOn; fallback >= s.agenda.Today {
			return fallback
		}
	}
	return fallback
}

// seen turns on what hides a record and chooses it.
func (s *Screen) seen(ref data.Ref, day data.Date) {
	s.goTo(day)
	if s.chooseRef(ref, day) {
		return
	}
	s.place.Who, s.place.Struck, s.place.Off = everybody, true, nil
	s.reread()
	s.chooseRef(ref, day)
}

func (s *Screen) chooseRef(ref data.Ref, day data.Date) bool {
	for _, it := range s.items {
		if r, ok := s.row(it.ID); ok && r.Ref() == ref && it.From <= day && day <= it.To {
			s.choose(it.ID)
			return true
		}
	}
	return false
}
