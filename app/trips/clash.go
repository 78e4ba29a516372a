package trips

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// find collects what speaks against the trip as it is now: other things of the
// traveller in its days, and faults of the route itself. What is over or
// cancelled has none.
func (s *side) find() []clash {
	c := s.c
	if !c.movable() && (c.trip.What != data.TripLocal || c.trip.Status != data.TripPlanned) {
		return nil
	}
	rows, err := c.d.Read().TripClashes(c.row)
	c.s.check(err)
	var out []clash
	for _, r := range rows {
		out = append(out, s.say(r))
	}
	return append(out, s.routeFaults()...)
}

// say puts a clash into words.
func (s *side) say(r data.TripClash) clash {
	w, t := s.c.d.Words(), s.c.s.tell
	when := t.span(r.StartsOn, r.EndsOn)
	if !r.Starts.IsZero() {
		when = w.WeekdayDay(r.StartsOn) + " " + w.ClockRange(r.Starts.Min, r.Ends.Min)
	}
	switch r.Kind {
	case data.KindTrip:
		return clash{title: w.F("trips.clash.trip", r.Title), note: when, ref: r.Ref()}
	case data.KindAbsence:
		return clash{title: w.Code(data.AbsenceKind(r.What)), note: text.Join(when, small(w.Code(data.AbsenceStatus(r.Status)))), ref: r.Ref()}
	}
	return clash{title: r.Title, note: text.Join(when, w.T("trips.clash.meeting")), ref: r.Ref(), on: r.StartsOn}
}

// routeFaults are legs that overlap or do not meet, and a route that does not
// come back to where it began.
func (s *side) routeFaults() (out []clash) {
	c, w, t := s.c, s.c.d.Words(), s.c.s.tell
	for _, f := range data.RouteFaults(c.legs, samePlace) {
		title := w.T("trips.fault.jumps")
		if f.Overlaps {
			title = w.T("trips.fault.overlaps")
		}
		out = append(out, clash{title: title, note: t.route(c.legs[f.Leg-1]) + ", " + t.route(c.legs[f.Leg]), leg: f.Leg})
	}
	if n := len(c.legs); n > 0 && !samePlace(c.legs[0].FromPlace, c.legs[n-1].ToPlace) {
		out = append(out, clash{title: w.T("trips.fault.open"), note: t.route(c.legs[n-1]), leg: n - 1})
	}
	return out
}

func (s *side) fillClash(i int, r *ui.ListRow) {
	x := s.clashes[i]
	r.ID, r.Title, r.TitleLines, r.Note, r.NoteLines = x.title+x.note, x.title, 2, x.note, 2
	r.Icon, r.Role = ui.IconWarning, ui.Risk
}

// openClash goes to the record, or to the leg.
func (s *side) openClash(i int) {
	x := s.clashes[i]
	switch x.ref.Kind {
	case data.KindEvent, data.KindSeries:
		s.c.openMeeting(data.TripMeeting{Kind: x.ref.Kind, ID: x.ref.ID, Starts: data.Moment{Day: x.on}})
		return
	case data.KindTrip, data.KindAbsence:
		s.c.d.Open(x.ref)
		return
	}
	s.c.turn(pageRoute)
	s.c.route.list.SelectID(s.c.legs[x.leg].ID.String())
}
