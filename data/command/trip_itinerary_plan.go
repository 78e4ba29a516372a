package command

import (
	"cmp"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/place"
	"portfel/data/sqlite"
)

// itineraryMargin is how many days outside a trip an item may lie to be ticked by
// itself: the way back of a trip that so far has only the way there.
const itineraryMargin = 7

// ItineraryRow is an item against the route of its trip. Action is ImportAdded,
// ImportChanged, ImportSame or ImportRefused; of a ride Leg is the leg as it will
// be and Old as it is, of a stay Leg is the one after which the traveller stays.
// Ticked says that it may be taken without a look.
type ItineraryRow struct {
	ItineraryItem
	At     int // of the item among those given
	Action ImportAction
	Old    data.Leg
	Ticked bool
	Reason data.Problem // of a refusal, or what to look at
}

// itineraryPlan is the route of a trip as it becomes while items are taken.
type itineraryPlan struct {
	trip     data.Trip
	from, to data.Date // of the trip
	route    []data.Leg
	known    map[string]data.Source     // of this trip, by the key of the item
	calendar map[string]bool            // UIDs that the general import has taken
	taken    map[data.ID[data.Leg]]bool // legs that an item of this file has met
}

func newItineraryPlan(r *sqlite.Reader, id data.ID[data.Trip]) (*itineraryPlan, error) {
	p := &itineraryPlan{known: map[string]data.Source{}, calendar: map[string]bool{}, taken: map[data.ID[data.Leg]]bool{}}
	var err error
	if p.trip, err = sqlite.Get(r, id); err != nil {
		return nil, err
	}
	row, err := r.TripRow(id)
	if err != nil {
		return nil, err
	}
	p.from, p.to = row.StartsOn, row.EndsOn
	if p.route, err = r.TripLegs(id); err != nil {
		return nil, err
	}
	sources, err := sqlite.List[data.Source](r, "system IN (?, ?) ORDER BY external_id", itinerarySystem, icsSystem)
	if err != nil {
		return nil, err
	}
	prefix := id.String() + " "
	for _, s := range sources {
		if key, ours := strings.CutPrefix(s.ExternalID, prefix); ours && s.System == itinerarySystem {
			p.known[key] = s
		} else if s.System == icsSystem {
			p.calendar[s.ExternalID] = true
		}
	}
	return p, nil
}

func bit(on bool) int {
	if on {
		return 1
	}
	return 0
}

// source is how a taken row is known from now on.
func (p *itineraryPlan) source(row ItineraryRow) data.Source {
	s, ok := p.known[row.Key]
	if !ok {
		s = data.Source{ID: data.NewID[data.Source](), System: itinerarySystem, ExternalID: p.trip.ID.String() + " " + row.Key}
	}
	s.RecordKind, s.RecordID, s.Hash = data.KindLeg, row.Leg.Key(), row.Hash
	if row.What == ItineraryOther {
		s.RecordKind, s.RecordID = data.KindEvent, row.Event.Key()
	}
	p.known[row.Key] = s
	return s
}

// rows compares items with the route: rides first, because stays go into them.
// They come by kind and time.
func (p *itineraryPlan) rows(items []ItineraryItem) []ItineraryRow {
	rows := make([]ItineraryRow, len(items))
	for _, what := range []ItineraryKind{ItineraryRide, ItineraryStay, ItineraryOther} {
		for i, it := range items {
			if it.What == what {
				rows[i] = p.row(it)
				rows[i].At = i
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b ItineraryRow) int {
		return cmp.Or(cmp.Compare(kindOrder(a.What), kindOrder(b.What)), earlier(a.On(), b.On()))
	})
	return rows
}

// earlier orders two moments by their instants; none is the last.
func earlier(a, b data.Moment) int {
	switch {
	case a.IsZero() || b.IsZero():
		return cmp.Compare(bit(a.IsZero()), bit(b.IsZero()))
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

func kindOrder(k ItineraryKind) int {
	return slices.Index([]ItineraryKind{ItineraryRide, ItineraryStay, ItineraryOther}, k)
}

func (p *itineraryPlan) row(it ItineraryItem) ItineraryRow {
	row := ItineraryRow{ItineraryItem: it, Action: ImportAdded, Reason: it.Doubt}
	if it.Refused.Code != "" {
		row.Action, row.Reason = ImportRefused, it.Refused
		return row
	}
	switch it.What {
	case ItineraryRide:
		p.ride(&row)
	case ItineraryStay:
		p.stay(&row)
	default:
		if _, known := p.known[it.Key]; known || p.calendar[it.Key] {
			row.Action = ImportSame
		}
	}
	open := row.Action == ImportAdded || row.Action == ImportChanged
	if open && row.Reason.Code == "" && p.outside(row) {
		row.Reason = data.Problem{Code: "itineraryOutside"}
	}
	row.Ticked = open && row.Reason.Code == "" && it.What != ItineraryOther
	return row
}

// outside tells an item of another journey by its days.
func (p *itineraryPlan) outside(row ItineraryRow) bool {
	day := row.On().Day
	return !p.from.IsZero() && (day < p.from-itineraryMargin || day > p.to+itineraryMargin)
}

// ride finds the leg of a ride and what becomes of it.
func (p *itineraryPlan) ride(row *ItineraryRow) {
	row.Leg.TripID = p.trip.ID
	src, known := p.known[row.Key]
	at := p.legOf(row.Leg, src, known)
	if at < 0 {
		row.Leg.ID = data.NewID[data.Leg]()
		if err, bad := row.Leg.Validate().Err().(data.Problems); bad && len(err) > 0 {
			row.Action, row.Reason = ImportRefused, err[0]
			return
		}
		p.taken[row.Leg.ID] = true
		p.place(row.Leg)
		return
	}
	old := p.route[at]
	p.taken[old.ID] = true
	fresh := row.Leg
	row.Old, row.Leg = old, amended(old, fresh)
	if row.Leg == old || known && src.Hash == row.Hash && data.ID[data.Leg](src.RecordID) == old.ID {
		row.Action, row.Leg, row.Reason = ImportSame, old, data.Problem{}
		return
	}
	row.Action = ImportChanged
	if err, bad := row.Leg.Validate().Err().(data.Problems); bad && len(err) > 0 {
		row.Action, row.Reason = ImportRefused, err[0]
		return
	}
	p.route[at] = row.Leg
}

// place puts a leg into the route by its departure.
func (p *itineraryPlan) place(l data.Leg) {
	at := len(p.route)
	for at > 0 && l.Depart.Before(p.route[at-1].Depart) {
		at--
	}
	p.route = slices.Insert(p.route, at, l)
}

// legOf is the leg that a ride is: the one that came of it, else the same way at
// the same hour, else the only one of that way on that day; -1 = none. A leg
// that another item of the file has met is met again only by the same ride.
func (p *itineraryPlan) legOf(l data.Leg, src data.Source, known bool) int {
	if known {
		if at := slices.IndexFunc(p.route, func(x data.Leg) bool { return x.ID == data.ID[data.Leg](src.RecordID) }); at >= 0 {
			return at
		}
	}
	if at := slices.IndexFunc(p.route, func(x data.Leg) bool { return sameRide(x, l) }); at >= 0 {
		return at
	}
	return slices.IndexFunc(p.route, func(x data.Leg) bool { return !p.taken[x.ID] && sameWay(x, l) && x.Depart.Day == l.Depart.Day })
}

// sameRide tells two legs of one way that depart at one instant.
func sameRide(a, b data.Leg) bool {
	return sameWay(a, b) && !a.Depart.Before(b.Depart) && !b.Depart.Before(a.Depart)
}

func sameWay(a, b data.Leg) bool {
	return sameTown(a.FromPlace, b.FromPlace) && sameTown(a.ToPlace, b.ToPlace)
}

// amended is a leg with what a ride knows better: its times, and whatever it
// names. What the user wrote otherwise for the same stays as it was written.
func amended(old, fresh data.Leg) data.Leg {
	l := old
	keepPlace(&l.FromPlace, fresh.FromPlace)
	keepPlace(&l.ToPlace, fresh.ToPlace)
	keepMoment(&l.Depart, fresh.Depart)
	keepMoment(&l.Arrive, fresh.Arrive)
	keepText(&l.Carrier, fresh.Carrier)
	keepText(&l.TicketNo, fresh.TicketNo)
	if l.Note == "" {
		l.Note = fresh.Note
	}
	if fresh.Transport != data.ByOther && fresh.Transport != "" {
		l.Transport = fresh.Transport
	}
	return l
}

// keepPlace takes another town, or the airport of the same one.
func keepPlace(at *string, fresh string) {
	if code := place.Code(fresh); !sameTown(*at, fresh) || code != "" && place.Code(*at) != code {
		*at = fresh
	}
}

// keepMoment takes another instant.
func keepMoment(at *data.Moment, fresh data.Moment) {
	if at.Before(fresh) || fresh.Before(*at) {
		*at = fresh
	}
}

// keepText takes a value that the old one does not already say.
func keepText(at *string, fresh string) {
	if fresh != "" && !strings.Contains(squeezed(*at), squeezed(fresh)) {
		*at = fresh
	}
}

// squeezed is a text by its letters and digits alone.
func squeezed(s string) string { return strings.Join(letterWords(s), "") }

// stay finds the leg after which a stay comes.
func (p *itineraryPlan) stay(row *ItineraryRow) {
	src, known := p.known[row.Key]
	at := p.legBefore(row.ItineraryItem)
	if at < 0 {
		row.Action, row.Reason = ImportRefused, data.Problem{Code: "itineraryNoLeg"}
		return
	}
	if known && src.Hash == row.Hash {
		if i := slices.IndexFunc(p.route, func(x data.Leg) bool { return x.ID == data.ID[data.Leg](src.RecordID) }); i >= 0 && p.route[i].Hotel != "" {
			row.Action, row.Leg, row.Old = ImportSame, p.route[i], p.route[i]
			return
		}
	}
	row.Leg, row.Old = p.route[at], p.route[at]
	was := p.route[at].Hotel
	name, _, _ := strings.Cut(row.Hotel, ",")
	switch {
	case was != "" && strings.Contains(squeezed(was), squeezed(name)):
		row.Action = ImportSame
	case was != "":
		row.Action = ImportChanged
		if !known {
			row.Reason = data.Problem{Code: "itineraryHotelWas", Args: []string{was}}
		}
	}
	if row.Action != ImportSame {
		p.route[at].Hotel = row.Hotel
	}
}

// legBefore is the leg that brings to a hotel: the last one into its town before
// the day of departure, else the last one that has arrived by the day of
// arrival, else the first one that arrives during the stay; -1 = none.
func (p *itineraryPlan) legBefore(it ItineraryItem) int {
	town, arrived, during := -1, -1, -1
	for i, l := range p.route {
		if l.Arrive.Day >= max(it.To, it.From+1) {
			continue
		}
		if to, ok := place.Find(l.ToPlace); ok && it.Town != "" && to.City == it.Town {
			town = i
		}
		if l.Arrive.Day <= it.From {
			arrived = i
		} else if during < 0 {
			during = i
		}
	}
	switch {
	case town >= 0:
		return town
	case arrived >= 0:
		return arrived
	}
	return during
}
