package perdiem

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"portfel/data"
)

// maxDays is the longest trip that is believed, as data.Trip has it.
const maxDays = 3660

// Days are the first and the last date of a trip on the clock of the place of
// work: of the earliest departure and the latest arrival, else as typed (no
// last date = the first). With road the minutes to and from the station count.
// Errors name the field that is missing or not known.
func Days(legs []data.Leg, from, to data.Date, zone string, road bool) (first, last data.Date, err error) {
	r, ps := newRoute(legs, from, to, zone, road)
	return r.first, r.last, ps.Err()
}

// ride is a leg with its ends as instants and as dates of the place of work.
type ride struct {
	leg              *data.Leg
	depart, arrive   int64 // Unix seconds
	departs, arrives data.Date
}

// route is the legs of a trip in their order, and its dates.
type route struct {
	rides       []ride
	first, last data.Date
	out, back   data.Date // dates without the road
}

func newRoute(legs []data.Leg, from, to data.Date, zone string, road bool) (r route, ps data.Problems) {
	loc, err := data.Location(zone)
	if err != nil {
		return r, data.Problems{{Field: "zone", Code: "zone", Args: []string{zone}}}
	}
	if len(legs) == 0 {
		r.first, r.last = from, to
		if to.IsZero() {
			r.last = from
		}
		r.out, r.back = r.first, r.last
		return r, r.check(ps)
	}
	r.rides = make([]ride, len(legs))
	for i := range legs {
		r.rides[i], err = newRide(&legs[i], loc)
		if p, bad := err.(data.Problems); bad {
			ps = append(ps, p...)
		}
	}
	if len(ps) > 0 {
		return route{}, ps
	}
	slices.SortFunc(r.rides, byDeparture)
	r.measure(loc, road)
	return r, r.check(ps)
}

func newRide(l *data.Leg, loc *time.Location) (r ride, err error) {
	r.leg = l
	if r.depart, err = instant("depart", l.Depart); err != nil {
		return r, err
	}
	if r.arrive, err = instant("arrive", l.Arrive); err != nil {
		return r, err
	}
	r.departs, r.arrives = dateAt(r.depart, loc), dateAt(r.arrive, loc)
	return r, nil
}

// instant is a moment as Unix seconds, or what is wrong with it.
func instant(field string, m data.Moment) (int64, error) {
	if m.IsZero() {
		return 0, data.Problems{{Field: field, Code: "required"}}
	}
	if !m.Day.Known() || m.Min < 0 || m.Min > 1439 {
		return 0, data.Problems{{Field: field, Code: "dateNone", Args: []string{m.Day.String()}}}
	}
	t, err := m.Instant()
	if err != nil {
		return 0, data.Problems{{Field: field, Code: "zone", Args: []string{m.Zone}}}
	}
	return t.Unix(), nil
}

func dateAt(unix int64, loc *time.Location) data.Date { return data.DateOf(time.Unix(unix, 0).In(loc)) }

// byDeparture orders rides by their instants; equal ones by what they are, so
// that the order in which they were given never matters.
func byDeparture(a, b ride) int {
	return cmp.Or(
		cmp.Compare(a.depart, b.depart), cmp.Compare(a.arrive, b.arrive), cmp.Compare(a.leg.Ord, b.leg.Ord),
		strings.Compare(a.leg.FromPlace, b.leg.FromPlace), strings.Compare(a.leg.ToPlace, b.leg.ToPlace),
		slices.Compare(a.leg.ID[:], b.leg.ID[:]))
}

// measure finds the dates of the trip, with the road if it counts.
func (r *route) measure(loc *time.Location, road bool) {
	start, end := &r.rides[0], r.end()
	r.out, r.back = start.departs, end.arrives
	r.first, r.last = r.out, r.back
	if road {
		r.first = dateAt(start.depart-int64(max(start.leg.RoadTo, 0))*60, loc)
		r.last = dateAt(end.arrive+int64(max(end.leg.RoadFrom, 0))*60, loc)
	}
}

// check refuses dates that cannot be counted.
func (r *route) check(ps data.Problems) data.Problems {
	ps.Add(r.first.IsZero(), "startsOn", "perdiem.noDates")
	ps.Add(!r.first.IsZero() && r.last < r.first, "endsOn", "order")
	ps.Add(r.first < 0 || !r.last.Known(), "endsOn", "dateNone", "")
	ps.Add(r.last > r.first+maxDays, "endsOn", "tooLong")
	return ps
}

// end is the ride that arrives last.
func (r *route) end() *ride {
	best := &r.rides[0]
	for i := range r.rides {
		if r.rides[i].arrive >= best.arrive {
			best = &r.rides[i]
		}
	}
	return best
}

// faults are legs that run backwards or overlap.
func (r *route) faults() (ps data.Problems) {
	var busy *ride // the one before that arrives last
	for i := range r.rides {
		x := &r.rides[i]
		if x.arrive < x.depart {
			ps = append(ps, data.Problem{Field: "arrive", Code: "arriveBeforeDepart", Refs: []data.Ref{x.ref()}})
		}
		if busy != nil && x.depart < busy.arrive {
			ps = append(ps, data.Problem{Code: "perdiem.overlap", Args: []string{busy.name(), x.name()}, Refs: []data.Ref{busy.ref(), x.ref()}})
		}
		if busy == nil || x.arrive > busy.arrive {
			busy = x
		}
	}
	return ps
}

func (x *ride) name() string  { return x.leg.FromPlace + " — " + x.leg.ToPlace }
func (x *ride) ref() data.Ref { return data.RefTo(data.KindLeg, x.leg.ID) }
