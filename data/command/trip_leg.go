package command

import (
	"slices"

	"portfel/data"
	"portfel/data/sqlite"
)

// EditLeg puts a leg, new or edited in place. A new one takes its place by its
// departure. With Group the same leg of the other travellers follows: what they
// have like the old one changes, their tickets stay.
type EditLeg struct {
	Leg   data.Leg
	Group bool
}

// Label is "command.put.trip_leg" and the route.
func (c EditLeg) Label() (string, string) { return "command.put.trip_leg", nameOf(c.Leg) }

// Run writes. A closed or cancelled trip is refused (Problem "tripDone").
func (c EditLeg) Run(tx *sqlite.Tx) error {
	if c.Leg.ID.IsZero() {
		c.Leg.ID = data.NewID[data.Leg]()
	}
	old, known, err := tx.Stored(c.Leg)
	if err != nil {
		return err
	}
	return withGroup(tx, c.Leg.TripID, c.Group, func(t data.Trip) error {
		l := c.Leg
		if t.ID != c.Leg.TripID {
			l.ID, l.TripID, l.TicketNo = data.NewID[data.Leg](), t.ID, ""
		}
		if !known {
			return insertLeg(tx, l)
		}
		if t.ID == c.Leg.TripID {
			return tx.Put(c.Leg)
		}
		return followLeg(tx, t.ID, old.(data.Leg), c.Leg)
	})
}

// DeleteLeg removes a leg; with Group the same leg of the other travellers too.
type DeleteLeg struct {
	Leg   data.Leg
	Group bool
}

// Label is "command.delete.trip_leg" and the route.
func (c DeleteLeg) Label() (string, string) { return "command.delete.trip_leg", nameOf(c.Leg) }

// Run removes.
func (c DeleteLeg) Run(tx *sqlite.Tx) error {
	return withGroup(tx, c.Leg.TripID, c.Group, func(t data.Trip) error {
		if t.ID == c.Leg.TripID {
			return tx.Delete(data.RefTo(data.KindLeg, c.Leg.ID))
		}
		same, err := sameLeg(tx, t.ID, c.Leg)
		if err != nil || same.ID.IsZero() {
			return err
		}
		return tx.Delete(data.RefTo(data.KindLeg, same.ID))
	})
}

// OrderLeg moves a leg up (-1) or down (+1) in its route; with Group the same
// leg of the other travellers too.
type OrderLeg struct {
	Leg   data.Leg
	By    int
	Group bool
}

// Label is "command.trip.order" and the route.
func (c OrderLeg) Label() (string, string) { return "command.trip.order", nameOf(c.Leg) }

// Run changes places; at either end nothing happens.
func (c OrderLeg) Run(tx *sqlite.Tx) error {
	return withGroup(tx, c.Leg.TripID, c.Group, func(t data.Trip) error {
		legs, err := tx.TripLegs(t.ID)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(legs, func(l data.Leg) bool { return l.ID == c.Leg.ID || t.ID != c.Leg.TripID && alike(l, c.Leg) })
		to := at + c.By
		if at < 0 || to < 0 || to >= len(legs) {
			return nil
		}
		legs[at], legs[to] = legs[to], legs[at]
		return putOrder(tx, legs)
	})
}

// putRoute writes new legs of a trip in the order of their departures.
func putRoute(tx *sqlite.Tx, trip data.ID[data.Trip], legs []data.Leg) error {
	legs = slices.Clone(legs)
	slices.SortStableFunc(legs, func(a, b data.Leg) int {
		switch {
		case a.Depart.Before(b.Depart):
			return -1
		case b.Depart.Before(a.Depart):
			return 1
		}
		return 0
	})
	for i, l := range legs {
		if l.ID.IsZero() {
			l.ID = data.NewID[data.Leg]()
		}
		l.TripID, l.Ord = trip, legOrd(i)
		if err := tx.Put(l); err != nil {
			return err
		}
	}
	return nil
}

func legOrd(i int) int64 { return int64(i+1) * 100 }

// putOrder numbers legs anew; only those that move are written.
func putOrder(tx *sqlite.Tx, legs []data.Leg) error {
	for i, l := range legs {
		if l.Ord == legOrd(i) {
			continue
		}
		l.Ord = legOrd(i)
		if err := tx.Put(l); err != nil {
			return err
		}
	}
	return nil
}

// insertLeg puts a new leg behind those that depart before it.
func insertLeg(tx *sqlite.Tx, l data.Leg) error {
	if err := l.Validate().Err(); err != nil {
		return err
	}
	legs, err := tx.TripLegs(l.TripID)
	if err != nil {
		return err
	}
	l.Ord = 0 // differs from every place, so that it is written
	at := len(legs)
	for at > 0 && l.Depart.Before(legs[at-1].Depart) {
		at--
	}
	return putOrder(tx, slices.Insert(legs, at, l))
}

// sameLeg is the leg of another traveller that is like the given one; a zero
// leg when there is none.
func sameLeg(tx *sqlite.Tx, trip data.ID[data.Trip], like data.Leg) (data.Leg, error) {
	legs, err := tx.TripLegs(trip)
	if err != nil {
		return data.Leg{}, err
	}
	for _, l := range legs {
		if alike(l, like) {
			return l, nil
		}
	}
	return data.Leg{}, nil
}

// alike compares what makes two legs one ride.
func alike(a, b data.Leg) bool {
	return a.FromPlace == b.FromPlace && a.ToPlace == b.ToPlace && a.Depart == b.Depart && a.Arrive == b.Arrive && a.Transport == b.Transport
}

// followLeg changes the leg of another traveller like the old one into the new.
func followLeg(tx *sqlite.Tx, trip data.ID[data.Trip], old, edited data.Leg) error {
	l, err := sameLeg(tx, trip, old)
	if err != nil || l.ID.IsZero() {
		return err
	}
	follow(&l.Transport, old.Transport, edited.Transport)
	follow(&l.FromPlace, old.FromPlace, edited.FromPlace)
	follow(&l.ToPlace, old.ToPlace, edited.ToPlace)
	follow(&l.Depart, old.Depart, edited.Depart)
	follow(&l.Arrive, old.Arrive, edited.Arrive)
	follow(&l.Carrier, old.Carrier, edited.Carrier)
	follow(&l.Hotel, old.Hotel, edited.Hotel)
	follow(&l.Note, old.Note, edited.Note)
	return tx.Put(l)
}

// follow takes the edited value where the old one still stands.
func follow[T comparable](at *T, old, edited T) {
	if *at == old {
		*at = edited
	}
}
