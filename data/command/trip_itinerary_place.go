package command

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"portfel/data"
	"portfel/data/grammar"
	"portfel/data/place"
	"portfel/data/text"
)

// spot is an end of a ride as an itinerary names it: a town with its airport or
// station, or a code that the table of towns does not know.
type spot struct {
	place.Place
	raw     string // what stands there when the town is not known
	station string // «Ленинградский вокзал»
}

func (s spot) known() bool { return s.City != "" }

func (s spot) none() bool { return s.City == "" && s.raw == "" }

// name is the place as a leg has it.
func (s spot) name(w *text.Words) string {
	switch {
	case !s.known():
		return s.raw
	case s.station != "":
		return s.Name(w.Lang() == text.EN) + ", " + s.station
	}
	return s.Title(w.Lang() == text.EN)
}

// same tells whether two spots are one town.
func (s spot) same(o spot) bool {
	if s.known() && o.known() {
		return s.City == o.City
	}
	return s.raw != "" && data.Fold(s.raw) == data.Fold(o.raw)
}

var stationName = regexp.MustCompile(`([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?)\s+(?:вокзал|вкз\.?)(?:[^а-яё]|$)`)

// spotIn is the first place that a piece of text names.
func spotIn(s string) spot {
	p, ok := place.Find(s)
	if !ok {
		return spot{}
	}
	at := spot{Place: p}
	if m := stationName.FindStringSubmatch(s); m != nil {
		at.station = m[1] + " вокзал"
	}
	return at
}

// headSpot is the first place of a text, tailSpot the last one.
func headSpot(s string) spot { return spotIn(s) }

func tailSpot(s string) spot {
	words := strings.Fields(s)
	for i := len(words) - 1; i >= 0; i-- {
		p, ok := place.Find(strings.Join(words[i:], " "))
		if !ok {
			continue
		}
		from := i
		for j := i - 1; j >= 0 && j >= i-3; j-- { // «Нижний Новгород» is not «Новгород»
			longer, _ := place.Find(strings.Join(words[j:], " "))
			if _, alone := place.Find(words[j]); alone || p.Code != "" {
				break
			}
			if longer.City != p.City {
				p, from = longer, j
			}
		}
		at := spot{Place: p}
		if m := stationName.FindStringSubmatch(strings.Join(words[max(0, from-2):], " ")); m != nil {
			at.station = m[1] + " вокзал"
		}
		return at
	}
	return spot{}
}

// declined are the towns in the cases of «из Москвы» and «в Москву», by folded
// words.
var declined = sync.OnceValue(func() map[string]place.Place {
	all := map[string]place.Place{}
	for _, p := range place.All() {
		for _, c := range []grammar.Case{grammar.Nominative, grammar.Genitive, grammar.Accusative} {
			key := strings.Join(letterWords(grammar.Town(p.City, c).Text), " ")
			if _, taken := all[key]; !taken && key != "" {
				all[key] = p
			}
		}
	}
	return all
})

func letterWords(s string) []string {
	return strings.FieldsFunc(data.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// declinedSpot is the town with which a text begins, in any of the cases that
// follow a preposition; a code behind it counts.
func declinedSpot(s string) spot {
	words := letterWords(s)
	for n := min(4, len(words)); n > 0; n-- {
		if p, ok := declined()[strings.Join(words[:n], " ")]; ok {
			if c, ok := place.Find(s); ok && c.City == p.City {
				return spotIn(s)
			}
			return spot{Place: p}
		}
	}
	if at := spotIn(strings.Join(strings.Fields(s)[:min(3, len(strings.Fields(s)))], " ")); at.known() {
		return at
	}
	return spot{}
}

// way is a ride's two ends; through says that further places stand between or
// behind them.
type way struct {
	from, to spot
	chain    []spot
}

func (r way) ok() bool { return !r.from.none() && !r.to.none() && !r.from.same(r.to) }

// round tells whether a chain comes back to where it began.
func (r way) round() bool { return len(r.chain) > 2 && r.chain[0].same(r.chain[len(r.chain)-1]) }

var (
	arrows  = regexp.MustCompile(`\s*(?:→|➔|➝|➞|⟶|⇒|►|✈️?|-+>|=+>|>)\s*`)
	dashes  = regexp.MustCompile(`\s*—\s*|\s+[-–‒−]\s+|\s*–\s*`)
	toWords = regexp.MustCompile(`(?i)\s+(?:to|до)\s+`)
	hyphens = regexp.MustCompile(`-`)
	codes   = regexp.MustCompile(`(?:^|[^\p{L}])\(?([A-Z]{3})\)?\s*(?:→|➔|➝|➞|⟶|✈️?|-+>|>|—|–|-|/|\s+to\s+)\s*\(?([A-Z]{3})\)?(?:[^\p{L}]|$)`)
	fromTo  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:из|с|со|from)\s+(.+?)\s+(?:в|во|на|до|to)\s+(.+)`)
	toOnly  = regexp.MustCompile(`(?i)(?:рейс|поезд|перел[её]т|вылет|поездка|автобус|flight|train|bus|fly|trip)\s+(?:в|во|на|до|to)\s+(.+)`)
)

// wayIn is the ride that one line names: two codes, two towns with an arrow or a
// dash between them, «из … в …».
func wayIn(line string) way {
	for _, split := range []*regexp.Regexp{arrows, dashes} {
		if r := chainIn(split.Split(line, -1)); r.ok() || r.round() {
			return r
		}
	}
	if r := codeWay(line); r.ok() {
		return r
	}
	if m := fromTo.FindStringSubmatch(line); m != nil {
		if r := (way{from: declinedSpot(m[1]), to: declinedSpot(m[2])}); r.ok() {
			return r
		}
	}
	if r := chainIn(toWords.Split(line, -1)); r.ok() {
		return r
	}
	return hyphenWay(line)
}

// codeWay is a pair of codes; one that the table does not know stays as it is.
func codeWay(line string) way {
	m := codes.FindStringSubmatch(line)
	if m == nil {
		return way{}
	}
	a, b := codeSpot(m[1]), codeSpot(m[2])
	if !a.known() && !b.known() {
		return way{} // two words in capitals
	}
	return way{from: a, to: b}
}

func codeSpot(code string) spot {
	if p, ok := place.Find(code); ok && p.Code == code {
		return spot{Place: p}
	}
	return spot{raw: code}
}

// chainIn reads pieces between separators: the last place of the first piece,
// the first one of the others.
func chainIn(pieces []string) way {
	var r way
	for i, s := range pieces {
		at := headSpot(s)
		if i == 0 || len(r.chain) == 0 {
			at = tailSpot(s)
		}
		if at.none() || len(r.chain) > 0 && r.chain[len(r.chain)-1].same(at) {
			continue
		}
		r.chain = append(r.chain, at)
	}
	if len(r.chain) < 2 {
		return way{}
	}
	r.from, r.to = r.chain[0], r.chain[len(r.chain)-1]
	return r
}

// hyphenWay is two towns with nothing but a hyphen between them; towns have
// hyphens of their own.
func hyphenWay(line string) way {
	for _, at := range hyphens.FindAllStringIndex(line, 8) {
		r := way{from: tailSpot(line[:at[0]]), to: headSpot(line[at[1]:])}
		whole := headSpot(line)
		if r.ok() && r.from.known() && r.to.known() && !(whole.same(r.to) && !whole.same(r.from)) {
			return r
		}
	}
	return way{}
}

// bare tells whether a line is a way and nothing else: only then it needs no
// word of a ride to be one.
func (r way) bare(line string) bool {
	if !r.ok() {
		return false
	}
	rest := data.Fold(line)
	for _, s := range append(slices.Clone(r.chain), r.from, r.to) {
		for _, n := range append([]string{s.City, s.English, s.raw, s.station}, s.Codes...) {
			if n != "" {
				rest = strings.ReplaceAll(rest, data.Fold(n), " ")
			}
		}
	}
	return strings.IndexFunc(rest, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) < 0
}

// withAirports gives the towns of a flight the codes that the text names for
// them.
func (r way) withAirports(all string) way {
	for _, s := range strings.FieldsFunc(all, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(s) != 3 || s != strings.ToUpper(s) {
			continue
		}
		at := codeSpot(s)
		for _, end := range []*spot{&r.from, &r.to} {
			if at.known() && end.known() && end.Code == "" && end.City == at.City {
				end.Code = s
			}
		}
	}
	return r
}
