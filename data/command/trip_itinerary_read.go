package command

import (
	"regexp"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/place"
	"portfel/data/text"
)

// itineraryReader turns events into items for one trip.
type itineraryReader struct {
	trip data.Trip
	home string // zone for a time of a place that is not known
	w    *text.Words
}

// The most of a title or a line, and of a description, in which a ride is looked
// for, in bytes: carriers need a tenth of it.
const maxRideLine, maxRideText = 400, 6000

// clipped is an event with what recognition reads of it.
func clipped(s ical.Stop) ical.Stop {
	s.Summary, s.Location, s.Description = clip(s.Summary, maxRideLine), clip(s.Location, maxRideLine), clip(s.Description, maxRideText)
	return s
}

// clip cuts a text before a letter.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

// notRide tells an event about a ride that is not the ride: the registration,
// the way to the airport.
var notRide = regexp.MustCompile(`(?i)регистраци|check[\s-]?in|напоминани|reminder|выезд в аэропорт|выехать|leave for|встреч|совещани|конференц|семинар|вебинар|созвон|\bmeeting|conference|webinar`)

// items recognises one event.
func (x itineraryReader) items(s ical.Stop) []ItineraryItem {
	if p := unfit(s); p.Code != "" {
		return []ItineraryItem{{What: ItineraryOther, Refused: p, Event: data.Event{Starts: x.moment(s.Starts, "")}}}
	}
	titled := wayIn(s.Summary).ok()
	if titled {
		if rides := x.rides(s); len(rides) > 0 {
			return rides
		}
	}
	if isStay(s) {
		return []ItineraryItem{x.stay(s)}
	}
	if !titled {
		if rides := x.rides(s); len(rides) > 0 {
			return rides
		}
	}
	return []ItineraryItem{{What: ItineraryOther, Event: x.event(s)}}
}

// unfit is why an event says nothing about a route.
func unfit(s ical.Stop) data.Problem {
	switch {
	case s.Own:
		return data.Problem{Code: "itineraryOwn"}
	case s.Rule != "" || len(s.RDates) > 0:
		return data.Problem{Code: "itineraryRepeats"}
	case s.Status == ical.Cancelled:
		return data.Problem{Code: "itineraryCancelled"}
	}
	return data.Problem{}
}

// rides are the rides of an event: those that its description lists with times,
// else the one that it is.
func (x itineraryReader) rides(s ical.Stop) []ItineraryItem {
	if notRide.MatchString(s.Summary) {
		return nil
	}
	all := joinWith("\n", s.Summary, s.Location, s.Description)
	first, _ := s.Days()
	listed := toldRides(s.Description, first)
	timed := listed[:0:0]
	for _, t := range listed {
		if t.timed() {
			timed = append(timed, t)
		}
	}
	r := x.wayOf(s, len(timed) > 0)
	by := transportOf(s.Summary, all, r)
	if len(timed) > 1 && (by != "" || transportOf(s.Summary, all, timed[0].way) != "") {
		return x.listed(s, timed)
	}
	if by == "" && r.bare(s.Summary) {
		by = data.ByOther
	}
	if by == "" || !r.ok() || r.round() {
		return nil
	}
	if by == data.ByPlane {
		r = r.withAirports(all)
	}
	return []ItineraryItem{x.ride(s, r, by)}
}

// wayOf finds where an event goes: in the title, in the lines that name both
// ends, in the other lines, in the place. A title that says nothing of a ride
// does not make one of a town in its description.
func (x itineraryReader) wayOf(s ical.Stop, timed bool) way {
	if r := wayIn(s.Summary); r.ok() || r.round() {
		return r
	}
	first, _ := s.Days()
	ends := labelled(s.Description, first)
	title := timed || ends.timed() || transportOf(s.Summary, s.Summary, way{}) != "" || airlineName.MatchString(s.Summary)
	if ends.ok() && title {
		return ends.way
	}
	if r := wayIn(s.Location); r.ok() && (title || r.from.Code != "" && r.to.Code != "") {
		return r
	}
	if m := toOnly.FindStringSubmatch(s.Summary); m != nil {
		r := way{from: spotIn(s.Location), to: declinedSpot(m[1])}
		if r.from.none() {
			r.from = ends.from
		}
		if r.ok() {
			return r
		}
	}
	if title {
		for _, line := range strings.Split(s.Description, "\n") {
			if r := wayIn(line); r.ok() {
				return r
			}
		}
	}
	return way{}
}

// ride is the leg of an event that is one ride.
func (x itineraryReader) ride(s ical.Stop, r way, by data.Transport) ItineraryItem {
	all := joinWith("\n", s.Summary, s.Location, s.Description)
	it := ItineraryItem{What: ItineraryRide}
	it.Leg = x.leg(r, by, s.Summary, all)
	it.Event = x.event(s)
	first, _ := s.Days()
	says := labelled(s.Description, first)
	if list := toldRides(s.Description, first); says.departMin < 0 && len(list) == 1 {
		says = list[0]
	}
	from, to := x.zoneOf(r.from, s.Starts), x.zoneOf(r.to, s.Ends)
	switch {
	case s.AllDay && says.departMin < 0:
		it.Refused = data.Problem{Code: "itineraryNoTime"}
		it.Leg.Depart, it.Leg.Arrive = data.Moment{Day: s.StartsOn, Zone: from}, data.Moment{Day: s.EndsOn, Zone: to}
		return it
	case s.AllDay:
		it.Leg.Depart = data.Moment{Day: orDay(says.departOn, s.StartsOn), Min: says.departMin, Zone: from}
	default:
		it.Leg.Depart = x.moment(s.Starts, from)
	}
	switch noEnd := s.AllDay || s.Open || s.Starts == s.Ends; {
	case noEnd && says.arriveMin >= 0:
		it.Leg.Arrive = after(it.Leg.Depart, data.Moment{Day: orDay(says.arriveOn, it.Leg.Depart.Day), Min: says.arriveMin, Zone: to}, says.arriveOn.IsZero())
	case noEnd:
		it.Leg.Arrive, _ = it.Leg.Depart.In(to)
		it.Doubt = data.Problem{Code: "itineraryNoArrival"}
	default:
		it.Leg.Arrive = x.moment(s.Ends, to)
	}
	x.doubtZone(&it, s, r)
	return it
}

// doubtZone warns of a place whose clock had to be guessed.
func (x itineraryReader) doubtZone(it *ItineraryItem, s ical.Stop, r way) {
	for _, end := range []struct {
		spot spot
		m    data.Moment
	}{{r.from, s.Starts}, {r.to, s.Ends}} {
		if !end.spot.known() && (end.m.Zone == "" || end.m.Zone == "UTC" || s.AllDay) && it.Doubt.Code == "" {
			it.Doubt = data.Problem{Code: "itineraryNoZone", Args: []string{end.spot.name(x.w)}}
		}
	}
}

func orDay(d, other data.Date) data.Date {
	if d.IsZero() {
		return other
	}
	return d
}

// after moves an arrival whose day is not said to the first day on which it is
// not before the departure.
func after(depart, arrive data.Moment, free bool) data.Moment {
	for n := 0; free && n < 2 && arrive.Before(depart); n++ {
		arrive.Day++
	}
	return arrive
}

// leg is the leg of a way without its times.
func (x itineraryReader) leg(r way, by data.Transport, title, all string) data.Leg {
	if by == data.ByPlane {
		r.from.station, r.to.station = "", ""
	} else {
		r.from.Code, r.to.Code = "", ""
	}
	return data.Leg{TripID: x.trip.ID, Transport: by, FromPlace: r.from.name(x.w), ToPlace: r.to.name(x.w),
		Carrier: carrierOf(by, title, all, x.w), TicketNo: ticketOf(all, x.w), Note: seatOf(all, by, x.w)}
}

// listed are the rides that a description lists, each by the clocks of its
// places; a day that is not said is that of the ride before.
func (x itineraryReader) listed(s ical.Stop, timed []told) (out []ItineraryItem) {
	all := joinWith("\n", s.Summary, s.Location, s.Description)
	day, _ := s.Days()
	for _, t := range timed {
		by := transportOf(t.line, all, t.way)
		if by == "" {
			by = data.ByOther
		}
		r := t.way
		if by == data.ByPlane {
			r = r.withAirports(t.line)
		}
		it := ItineraryItem{What: ItineraryRide, Leg: x.leg(r, by, t.line, all), Event: x.event(s)}
		it.Leg.Note = seatOf(t.line, by, x.w)
		if no := carrierOf(by, t.line, t.line, x.w); no != "" {
			it.Leg.Carrier = no
		}
		it.Leg.Depart = data.Moment{Day: orDay(t.departOn, day), Min: t.departMin, Zone: x.zoneOf(t.from, data.Moment{})}
		it.Leg.Arrive = after(it.Leg.Depart, data.Moment{Day: orDay(t.arriveOn, it.Leg.Depart.Day), Min: t.arriveMin, Zone: x.zoneOf(t.to, data.Moment{})}, t.arriveOn.IsZero())
		day = it.Leg.Arrive.Day
		x.doubtZone(&it, ical.Stop{}, r)
		out = append(out, it)
	}
	return out
}

// zoneOf is the clock of a place: its own, else the one that the file gives for
// the time, else the traveller's.
func (x itineraryReader) zoneOf(at spot, m data.Moment) string {
	switch {
	case at.Zone != "":
		return at.Zone
	case m.Zone != "" && m.Zone != "UTC":
		return m.Zone
	}
	return x.home
}

// moment puts a time of the file on the clock of a place; a time without a zone
// is already on it.
func (x itineraryReader) moment(m data.Moment, zone string) data.Moment {
	if zone == "" {
		zone = x.home
	}
	if m.Zone == "" {
		m.Zone = zone
		return m
	}
	if there, err := m.In(zone); err == nil {
		return there
	}
	return m
}

// stay is an event in a hotel.
func (x itineraryReader) stay(s ical.Stop) ItineraryItem {
	it := ItineraryItem{What: ItineraryStay, Hotel: hotelOf(s, x.w)}
	zone := x.home
	if p, ok := place.Find(joinWith(", ", s.Location, s.Summary)); ok {
		it.Town, zone = p.City, p.Zone
	} else if there := place.Zone(x.trip.Place); there != "" {
		zone = there
	}
	if s.AllDay {
		it.From, it.To = s.StartsOn, s.EndsOn+1 // DTEND of whole days is the day of leaving
	} else {
		it.From, it.To = x.moment(s.Starts, zone).Day, x.moment(s.Ends, zone).Day
	}
	it.Event = x.event(s)
	if isDeparture(s) {
		it.Refused = data.Problem{Code: "itineraryCheckOut"}
	}
	return it
}

// event is an event as a meeting of the trip, on the clock of its place.
func (x itineraryReader) event(s ical.Stop) data.Event {
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Status: data.EventPlanned, Title: oneOf(s.Summary, s.Location, s.UID), Place: s.Location,
		Note: s.Description, AllDay: s.AllDay, TripID: x.trip.ID, ClientID: x.trip.ClientID, ProjectID: x.trip.ProjectID}
	if s.AllDay {
		e.Starts, e.Ends = data.Moment{Day: s.StartsOn, Zone: x.home}, data.Moment{Day: s.EndsOn, Zone: x.home}
		return e
	}
	zone := place.Zone(s.Location)
	if zone == "" {
		zone = place.Zone(x.trip.Place)
	}
	e.Starts, e.Ends = x.moment(s.Starts, zone), x.moment(s.Ends, zone)
	if e.Ends.Before(e.Starts) {
		e.Ends = e.Starts
	}
	return e
}
