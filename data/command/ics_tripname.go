package command

import (
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/place"
)

// tripName is what a trip of a calendar is called, and where it goes as far as the
// title says: «Пермь» of «Командировка в Пермь». The words that only say that it is
// a trip are left out.
func tripName(f ical.Foreign) (name, to string) {
	rest, sure := f.TripTitle()
	town, known := nominative(rest)
	switch {
	case known:
		return town, town
	case sure:
		return oneOf(rest, f.Location, f.UID), townOf(rest)
	case rest == "":
		return oneOf(f.Location, f.Summary, f.UID), ""
	}
	return oneOf(rest, f.Location, f.UID), ""
}

// townOf is the town of «Пермь — ПАО «Вектор»» or «Пермь, завод»: what stands
// before the first sign.
func townOf(s string) string {
	if i := strings.IndexAny(s, ",;(—"); i >= 0 {
		s = s[:i]
	}
	s, _, _ = strings.Cut(s, " - ")
	town, _ := nominative(strings.TrimSpace(s))
	return town
}

// nominative is a town as it is called, when it is a known one: «Москва» of «в
// Москву». Other words stay as they are.
func nominative(s string) (string, bool) {
	tries := []string{s}
	for _, end := range [][2]string{{"у", "а"}, {"ю", "я"}} {
		if stem, ok := strings.CutSuffix(s, end[0]); ok {
			tries = append(tries, stem+end[1])
		}
	}
	for _, try := range tries {
		p, ok := place.Find(try)
		if ok && (data.Fold(p.City) == data.Fold(try) || data.Fold(p.English) == data.Fold(try)) {
			return try, true
		}
	}
	return s, false
}

// nameAs is what the record of an item is called when it is of that kind.
func nameAs(k data.Kind, f ical.Foreign) string {
	if k == data.KindTrip {
		name, _ := tripName(f)
		return name
	}
	return title(f)
}
