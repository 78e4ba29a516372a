package data

import "strings"

// Trip is one traveller's business trip. Several travellers of one journey are
// several trips with the same GroupID. The typed dates (both inclusive) are
// used only while there are no legs; with legs the dates follow from them and
// stand in the derived rows.
type Trip struct {
	ID           ID[Trip]
	Name         string
	What         TripKind
	PersonID     ID[Person]
	GroupID      ID[Trip] // id of the first trip of the journey, none when alone
	ProjectID    ID[Project]
	ClientID     ID[Client]
	Purpose      string
	Place        string // town, and country when abroad
	Country      string // ISO 3166 alpha-2, empty = Russia
	StartsOn     Date
	EndsOn       Date
	TimeFrom     int // minute of the day, local trips only; 0 with TimeTo 0 = whole day
	TimeTo       int
	Status       TripStatus
	Basis        string
	OrderNo      string
	OrderOn      Date
	AssignmentNo string
	HostPhone    string
	OwnPhone     string
	TaskText     string
	ResultText   string
	CancelReason string
	Note         string
	ArchivedOn   Date
	PaidBy       string // at whose cost, when not the firm's
	AcquaintedOn Date   // the traveller signed the order
	ConsentOn    Date   // written consent of who may refuse (ст. 259 ТК)
	HomeDaily    bool   // the place lets the traveller return home every day: no per diem
	RoadCounts   bool   // the road to and from a station outside the town counts
}

// TripKind is the sort of trip; one-day trips are derived from the legs.
type TripKind string

// The kinds of trips.
const (
	TripHome   TripKind = "ru"
	TripAbroad TripKind = "abroad"
	TripLocal  TripKind = "local"
)

// TripKinds lists the kinds in the order of choices.
var TripKinds = []TripKind{TripHome, TripAbroad, TripLocal}

// TripStatus is where the trip stands.
type TripStatus string

// The statuses of a trip. Travelling and Due are computed from the dates and
// the clock once the order is signed, and never stored.
const (
	TripDraft      TripStatus = "draft"
	TripPlanned    TripStatus = "planned"
	TripAgreed     TripStatus = "agreed"
	TripOrdered    TripStatus = "ordered"
	TripTravelling TripStatus = "travelling"
	TripDue        TripStatus = "due"
	TripReported   TripStatus = "reported"
	TripApproved   TripStatus = "approved"
	TripClosed     TripStatus = "closed"
	TripHeld       TripStatus = "held"
	TripCancelled  TripStatus = "cancelled"
)

// TripFlow is the table of legal moves of trips with an order.
var TripFlow = Flow[TripStatus]{
	TripDraft:     {TripPlanned, TripCancelled},
	TripPlanned:   {TripAgreed, TripDraft, TripCancelled},
	TripAgreed:    {TripOrdered, TripPlanned, TripCancelled},
	TripOrdered:   {TripReported, TripCancelled},
	TripReported:  {TripApproved, TripOrdered},
	TripApproved:  {TripClosed},
	TripClosed:    {},
	TripCancelled: {},
}

// LocalTripFlow is the table of legal moves of local trips.
var LocalTripFlow = Flow[TripStatus]{
	TripPlanned:   {TripHeld, TripCancelled},
	TripHeld:      {},
	TripCancelled: {},
}

// Flow is the machine that the trip's kind follows.
func (t Trip) Flow() Flow[TripStatus] {
	if t.What == TripLocal {
		return LocalTripFlow
	}
	return TripFlow
}

// Phase is the status as people say it on the day: an ordered trip is under way
// between its dates and awaits its report after them.
func (s TripStatus) Phase(from, to, today Date) TripStatus {
	if s != TripOrdered || from.IsZero() || today < from {
		return s
	}
	if today <= to {
		return TripTravelling
	}
	return TripDue
}

// Kind is KindTrip.
func (Trip) Kind() Kind { return KindTrip }

// Key is the id without its type.
func (t Trip) Key() ID[Any] { return ID[Any](t.ID) }

// Validate needs a traveller, a name, and dates in order; a cancelled trip
// needs its reason.
func (t Trip) Validate() (ps Problems) {
	ps.Add(t.PersonID.IsZero(), "personId", "required")
	ps.Add(strings.TrimSpace(t.Name) == "", "name", "required")
	ps.Add(!t.EndsOn.IsZero() && t.EndsOn < t.StartsOn, "endsOn", "order")
	ps.Add(t.EndsOn > t.StartsOn+3660, "endsOn", "tooLong")
	ps.Add(!t.Flow().Has(t.Status), "status", "unknown", string(t.Status))
	ps.Add(t.TimeFrom < 0 || t.TimeFrom > 1439, "timeFrom", "time")
	ps.Add(t.TimeTo < 0 || t.TimeTo > 1440 || t.TimeTo != 0 && t.TimeTo <= t.TimeFrom, "timeTo", "order")
	ps.Add(t.Status == TripCancelled && strings.TrimSpace(t.CancelReason) == "", "cancelReason", "required")
	return ps
}

// Leg is one ride or flight of a trip. An arrival earlier by the local clock
// than the departure is legal; earlier as an instant is not.
type Leg struct {
	ID        ID[Leg]
	TripID    ID[Trip]
	Ord       int64
	Transport Transport
	FromPlace string
	ToPlace   string
	Depart    Moment
	Arrive    Moment
	Carrier   string // carrier and number: «SU 1404»
	TicketNo  string
	Hotel     string // where the traveller stays after this leg
	Note      string
	Crosses   bool   // crosses a state border
	Country   string // where a crossing leg arrives, ISO alpha-2; empty = the trip's country, or Russia on the way back
	BorderOn  Date   // day of the crossing; empty = of departure from Russia, of arrival elsewhere
	RoadTo    int    // minutes from the place of work to the station, before departure
	RoadFrom  int    // minutes home from the station, after arrival
}

// Transport is the means of travel.
type Transport string

// The means of travel.
const (
	ByPlane Transport = "plane"
	ByTrain Transport = "train"
	ByCar   Transport = "car"
	ByBus   Transport = "bus"
	ByShip  Transport = "ship"
	ByOther Transport = "other"
)

// Transports lists the means in the order of choices.
var Transports = []Transport{ByPlane, ByTrain, ByCar, ByBus, ByShip, ByOther}

// MaxLegDays is the longest single leg that is believed, in days.
const MaxLegDays = 31

// Kind is KindLeg.
func (Leg) Kind() Kind { return KindLeg }

// Key is the id without its type.
func (l Leg) Key() ID[Any] { return ID[Any](l.ID) }

// Validate needs both places, both moments, and an arrival after the departure
// as an instant.
func (l Leg) Validate() (ps Problems) {
	ps.Add(l.TripID.IsZero(), "tripId", "required")
	ps.Add(strings.TrimSpace(l.FromPlace) == "", "fromPlace", "required")
	ps.Add(strings.TrimSpace(l.ToPlace) == "", "toPlace", "required")
	ps.Add(l.Depart.IsZero(), "depart", "required")
	ps.Add(l.Arrive.IsZero(), "arrive", "required")
	ps.Add(!l.Depart.Known(), "depart", "zone", l.Depart.Zone)
	ps.Add(!l.Arrive.Known(), "arrive", "zone", l.Arrive.Zone)
	ps.Add(l.RoadTo < 0 || l.RoadTo > 1440, "roadTo", "range", "0", "1440")
	ps.Add(l.RoadFrom < 0 || l.RoadFrom > 1440, "roadFrom", "range", "0", "1440")
	if l.Depart.IsZero() || l.Arrive.IsZero() || !l.Depart.Known() || !l.Arrive.Known() {
		return ps
	}
	ps.Add(l.Arrive.Before(l.Depart), "arrive", "arriveBeforeDepart")
	ps.Add(l.Crosses && !l.BorderOn.IsZero() && (l.BorderOn < l.Depart.Day-1 || l.BorderOn > l.Arrive.Day+1), "borderOn", "borderOutside")
	ps.Add(l.Arrive.Day > l.Depart.Day+MaxLegDays, "arrive", "tooLong")
	return ps
}
