package perdiem

import (
	"strings"

	"portfel/data"
)

// stay is a town from a date on.
type stay struct {
	from data.Date
	town string
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
			list = append(list, stay{x.arrives, c.town(x.leg.ToPlace)})
		}
	}
	place := c.town(c.in.Trip.Place)
	if len(list) <= 1 && place != "" {
		return []stay{{c.first, place}}
	}
	return list
}

// townOn is the town of a date: where the last arrival was, before the first
// arrival where it will be.
func townOn(list []stay, on data.Date) string {
	town := ""
	for i, s := range list {
		if i == 0 || s.from <= on {
			town = s.town
		}
	}
	return town
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
