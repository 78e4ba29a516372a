package trips

import (
	"portfel/data"
)

// find collects what speaks against the trip as it is now: other things of the
// traveller in its days with the ways out, and faults of the route itself. What
// is over or cancelled has none.
func (s *side) find() []clash {
	c := s.c
	x := newWarnings(c)
	if c.movable() || c.trip.What == data.TripLocal && c.trip.Status == data.TripPlanned {
		x.read()
	}
	s.hitCard.Content = x.box
	s.hitCard.Refresh()
	return x.facts
}

// routeFaults are legs that overlap or do not meet, and a route that does not
// come back to where it began.
func (c *detail) routeFaults() (out []clash) {
	w, t := c.d.Words(), c.s.tell
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

// openClash goes to the record, or to the leg.
func (c *detail) openClash(x clash) {
	switch x.ref.Kind {
	case data.KindEvent, data.KindSeries:
		c.openMeeting(data.TripMeeting{Kind: x.ref.Kind, ID: x.ref.ID, Starts: data.Moment{Day: x.on}})
		return
	case data.KindTrip, data.KindAbsence, data.KindTask:
		c.d.Open(x.ref)
		return
	}
	c.turn(pageRoute)
	c.route.list.SelectID(c.legs[x.leg].ID.String())
}
