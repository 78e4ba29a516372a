package perdiem

import (
	"strings"

	"portfel/data"
)

// stay is a town from a date on.
type stay struct {
	from data.Date
	town string
	bare string // as it is compared
}

// stays are the towns where the traveller sleeps, in their order. A trip with
// one of them stays at the place that the trip names.
func (c *calculation) stays() []stay {
	var list []stay
	for i := range c.rides {
		x := &c.rides[i]
		last := i == len(c.rides)-1
		if last && (i > 0 && c.returns() || len(list) > 0 && x.arrives == c.last) {
			continue
		}
		if last || c.rides[i+1].departs > x.arrives {
			list = append(list, newStay(x.arrives, c.town(x.leg.ToPlace)))
		}
	}
	place := c.town(c.in.Trip.Place)
	if len(list) <= 1 && place != "" {
		return []stay{newStay(c.first, place)}
	}
	return list
}

func newStay(from data.Date, town string) stay { return stay{from, town, bare(town)} }

// stayOn is the stay of a date: where the last arrival was, before the first
// arrival where it will be.
func stayOn(list []stay, on data.Date) (s stay) {
	for i, x := range list {
		if i == 0 || x.from <= on {
			s = x
		}
	}
	return s
}

// town is the town that a place names.
func (c *calculation) town(place string) string {
	if c.in.Town != nil {
		if t := c.in.Town(place); t != "" {
			return t
		}
	}
	if i := strings.IndexAny(place, ",("); i >= 0 {
		place = place[:i]
	}
	return strings.TrimSpace(place)
}

// sameTown compares towns as people write them: in any case, ё as е, with or
// without «г.» before.
func sameTown(a, b string) bool { return bare(a) != "" && bare(a) == bare(b) }

func bare(s string) string {
	s = strings.TrimSpace(data.Fold(s))
	if t, ok := strings.CutPrefix(s, "г."); ok {
		return strings.TrimSpace(t)
	}
	return s
}
