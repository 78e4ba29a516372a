package command

import (
	"slices"
	"strconv"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// itinerarySystem is the name under which the events of itineraries are known. An
// event is known once for each trip, because every traveller of a journey may
// take the same file.
const itinerarySystem = "itinerary"

// ItineraryKind is what an event of an itinerary is taken for.
type ItineraryKind string

// The kinds: a ride, a stay in a hotel, something else.
const (
	ItineraryRide  ItineraryKind = "ride"
	ItineraryStay  ItineraryKind = "stay"
	ItineraryOther ItineraryKind = "other"
)

// ItineraryItem is one thing that a calendar file of a carrier or a hotel says
// about a journey. An event that lists several rides gives several items.
type ItineraryItem struct {
	What    ItineraryKind
	Key     string // UID of the event, with a number for its further rides
	Hash    string // of the event as it was read
	Line    int    // of the event in the file
	Title   string // of the event
	Text    string // what else it says
	Leg     data.Leg
	Hotel   string    // name, address, booking
	Town    string    // of the hotel, in Russian as the table of towns has it; "" = unknown
	From    data.Date // of a stay: the day of arrival
	To      data.Date // of a stay: the day of departure
	Event   data.Event
	Doubt   data.Problem // what the user should look at before it is taken; empty Code = nothing
	Refused data.Problem // why it cannot be taken; empty Code = it can
}

// On is the moment from which an item counts, for the order of a list.
func (i ItineraryItem) On() data.Moment {
	switch i.What {
	case ItineraryRide:
		return i.Leg.Depart
	case ItineraryStay:
		return data.Moment{Day: i.From, Min: 1439, Zone: "UTC"}
	}
	return i.Event.Starts
}

// ReadItinerary reads a calendar file for a trip. Places, carriers and bookings
// are written in the words given. The error, a data.Problem, means that nothing
// can be read: no calendar, or one that ends in the middle, with its line.
// Events that are damaged alone are items that are refused.
func ReadItinerary(r *sqlite.Reader, trip data.ID[data.Trip], b []byte, w *text.Words) ([]ItineraryItem, error) {
	t, err := sqlite.Get(r, trip)
	if err != nil {
		return nil, err
	}
	home := "Europe/Moscow"
	if p, err := sqlite.Get(r, t.PersonID); err == nil && p.Zone != "" {
		home = p.Zone
	}
	stops, refused, err := ical.Itinerary(b, r.Setting(FileID, ""))
	if err != nil {
		return nil, err
	}
	items := readStops(stops, t, home, w)
	for _, x := range refused {
		items = append(items, ItineraryItem{What: ItineraryOther, Key: x.UID, Line: x.Line, Title: x.Summary, Refused: x.Problem()})
	}
	return items, nil
}

// readStops recognises the events of an itinerary. It is pure: home is the zone
// for a time of a place that is not known.
func readStops(stops []ical.Stop, t data.Trip, home string, w *text.Words) (items []ItineraryItem) {
	x := itineraryReader{trip: t, home: home, w: w}
	seen := map[string]int{}
	for _, s := range stops {
		for _, i := range x.items(clipped(s)) {
			if i.Event.Title != "" {
				i.Event = x.event(s)
			}
			i.Key, i.Hash, i.Line, i.Title, i.Text = s.UID, s.Hash, s.Line, s.Summary, joinWith("\n", s.Location, s.Description)
			if seen[s.UID]++; seen[s.UID] > 1 {
				i.Key += "#" + strconv.Itoa(seen[s.UID])
			}
			items = append(items, i)
		}
	}
	return items
}

// AddItinerary takes items of an itinerary into the route of a trip, in one step:
// rides become legs or amend those that are there, stays go into the leg before
// them, everything else becomes a meeting of the trip. With Group the legs of the
// other travellers follow, their tickets stay.
type AddItinerary struct {
	TripID data.ID[data.Trip]
	Items  []ItineraryItem
	Group  bool
	Name   string // of the file
}

// Label is "command.trip.itinerary" and the file's name.
func (c AddItinerary) Label() (string, string) { return "command.trip.itinerary", c.Name }

// Preview tells what Run would do with each item, and writes nothing.
func (c AddItinerary) Preview(r *sqlite.Reader) ([]ItineraryRow, error) {
	p, err := newItineraryPlan(r, c.TripID)
	if err != nil {
		return nil, err
	}
	return p.rows(c.Items), nil
}

// Run writes. What is already in the route is left alone, so that a second import
// makes no step. A trip that is over is refused (Problem "tripDone"), a stay
// without a leg before it too ("itineraryNoLeg").
func (c AddItinerary) Run(tx *sqlite.Tx) error {
	p, err := newItineraryPlan(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	if !tripOpen(p.trip) {
		return data.Problems{{Field: "status", Code: "tripDone", Args: []string{"@trip.status." + string(p.trip.Status)}}}
	}
	for _, row := range p.rows(c.Items) {
		switch row.Action {
		case ImportRefused:
			return data.Problems{row.Reason}
		case ImportSame:
			continue
		}
		if err := c.take(tx, row); err != nil {
			return err
		}
		if err := tx.Put(p.source(row)); err != nil {
			return err
		}
	}
	return nil
}

// take writes one row.
func (c AddItinerary) take(tx *sqlite.Tx, row ItineraryRow) error {
	switch {
	case row.What == ItineraryOther:
		return tx.Put(row.Event)
	case row.What == ItineraryRide && row.Action == ImportAdded:
		return c.addLeg(tx, row.Leg)
	case row.What == ItineraryRide:
		return EditLeg{Leg: row.Leg, Group: c.Group}.Run(tx)
	}
	leg, err := sqlite.Get(tx.Reader, row.Leg.ID)
	if err != nil {
		return err
	}
	leg.Hotel = row.Hotel
	return EditLeg{Leg: leg, Group: c.Group}.Run(tx)
}

// addLeg puts a new leg, and one like it to every other traveller who has none.
func (c AddItinerary) addLeg(tx *sqlite.Tx, leg data.Leg) error {
	return withGroup(tx, c.TripID, c.Group, func(t data.Trip) error {
		l := leg
		if t.ID != c.TripID {
			l.ID, l.TripID, l.TicketNo, l.Note = data.NewID[data.Leg](), t.ID, "", ""
			legs, err := tx.TripLegs(t.ID)
			if err != nil || slices.ContainsFunc(legs, func(x data.Leg) bool { return sameRide(x, l) }) {
				return err
			}
		}
		return insertLeg(tx, l)
	})
}
