package perdiem

import (
	"strings"

	"portfel/data"
	"portfel/data/norm"
)

// crossing is a state border passed on a date.
type crossing struct {
	on         data.Date
	left, into string // countries; "" = abroad, not named
}

// abroad is the foreign country that a trip names, and whether it goes abroad
// at all. A country that nobody named is "".
func abroad(t data.Trip) (country string, yes bool) {
	c := strings.ToUpper(strings.TrimSpace(t.Country))
	if c == "" || c == Russia {
		return "", t.What == data.TripAbroad
	}
	return c, true
}

// borders are the crossings of a route in their order: those marked on legs;
// of a trip abroad without marks, the first and the last leg or date.
func (c *calculation) borders() []crossing {
	foreign, yes := abroad(c.in.Trip)
	b := &border{c: c, foreign: foreign, here: Russia}
	for i := range c.rides {
		if c.rides[i].leg.Crosses {
			b.pass(&c.rides[i])
		}
	}
	switch n := len(c.rides); {
	case len(b.list) == 0 && yes:
		b.assume()
	case b.here != Russia && n > 1 && b.last != &c.rides[n-1] && c.returns():
		b.step(Russia, c.end().leg.Arrive.Day)
		c.fault("perdiem.borderAssumed")
	}
	if b.unnamed {
		c.fault("perdiem.noCountry")
	}
	return b.list
}

// border walks over the legs.
type border struct {
	c       *calculation
	foreign string // the trip's country
	here    string
	been    bool // in the trip's country
	unnamed bool
	last    *ride
	list    []crossing
}

// pass takes a leg that crosses. One that arrives in the country it left is a
// transit and changes nothing.
func (b *border) pass(x *ride) {
	into := b.entered(x.leg)
	b.last = x
	if into == b.here {
		return
	}
	on := x.leg.BorderOn
	switch {
	case !on.IsZero():
	case b.here == Russia:
		on = x.leg.Depart.Day
	default:
		on = x.leg.Arrive.Day
	}
	b.step(into, on)
}

// entered is the country where a crossing leg arrives: as written, else the
// trip's country if it was not visited yet, else Russia.
func (b *border) entered(l *data.Leg) string {
	if s := strings.ToUpper(strings.TrimSpace(l.Country)); s != "" {
		return s
	}
	if b.here == Russia || b.foreign != "" && b.foreign != b.here && !b.been {
		return b.foreign
	}
	return Russia
}

// step notes a crossing, within the dates of the trip and not before the one
// before it.
func (b *border) step(into string, on data.Date) {
	on = min(max(on, b.c.first), b.c.last)
	if n := len(b.list); n > 0 {
		on = max(on, b.list[n-1].on)
	}
	b.list = append(b.list, crossing{on, b.here, into})
	b.here = into
	b.been = b.been || into == b.foreign
	b.unnamed = b.unnamed || into == ""
}

// assume crosses out at the beginning and back at the end.
func (b *border) assume() {
	c := b.c
	if len(c.rides) == 0 {
		b.step(b.foreign, c.first)
		if c.last > c.first {
			b.step(Russia, c.last)
		}
		return
	}
	b.step(b.foreign, c.rides[0].leg.Depart.Day)
	if len(c.rides) > 1 {
		b.step(Russia, c.end().leg.Arrive.Day)
	}
	c.fault("perdiem.borderAssumed")
}

// returns tells whether the last ride ends in the town that the first one left.
func (c *calculation) returns() bool {
	return sameTown(c.town(c.end().leg.ToPlace), c.town(c.rides[0].leg.FromPlace))
}

// side is the country whose norm counts on the day of a crossing, with its
// rule: by a norm row the country entered (1) or the one left (0).
func (c *calculation) side(x crossing) (country string, rule Rule) {
	code := norm.BorderBetween
	switch rule = RuleBorderBetween; {
	case x.left == Russia:
		code, rule = norm.BorderOut, RuleBorderOut
	case x.into == Russia:
		code, rule = norm.BorderBack, RuleBorderBack
	}
	v, err := c.in.Norms.Whole(code, x.on)
	c.report(err)
	if err == nil && v == 0 {
		return x.left, rule
	}
	return x.into, rule
}
