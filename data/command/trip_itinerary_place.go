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

// way is a ride's two ends; the chain holds them and what stands between them.
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
	joins   = regexp.MustCompile(`(?i)[→➔➝➞⟶⇒►✈>—–‒−/-]|[^\p{L}](?:to|до|в|во|на)\s`)
	hyphens = regexp.MustCompile(`-`)
	codes   = regexp.MustCompile(`(?:^|[^\p{L}])\(?([A-Z]{3})\)?\s*(?:→|➔|➝|➞|⟶|✈️?|-+>|>|—|–|-|/|\s+to\s+)\s*\(?([A-Z]{3})\)?(?:[^\p{L}]|$)`)
	fromTo  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:из|с|со|from)\s+(.+?)\s+(?:в|во|на|до|to)\s+(.+)`)
	toOnly  = regexp.MustCompile(`(?i)(?:рейс|поезд|перел[её]т|вылет|поездка|автобус|flight|train|bus|fly|trip)(?:\s+[\p{L}\d№#-]+){0,3}?\s+(?:в|во|на|до|to)\s+(.+)`)
	further = regexp.MustCompile(`^\)?\s*(?:→|➔|➝|➞|⟶|>|—|–|-|/|\s+to\s+)\s*\(?([A-Z]{3})\)?(?:[^\p{L}]|$)`)
)

// wayIn is the ride that one line names: two codes, two towns with an arrow or a
// dash between them, «из … в …».
func wayIn(line string) way {
	if line = clip(line, maxRideLine); !joins.MatchString(line) {
		return way{}
	}
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

// codeWay is a pair of codes, or a chain of them: «SVO-OVB-VVO», «VKO-IST;
// IST-FCO». A code that the table does not know stays as it is; two unknown ones
// are only words in capitals.
func codeWay(line string) way {
	var chain []spot
	for {
		m := codes.FindStringSubmatchIndex(line)
		if m == nil {
			break
		}
		a, b := codeSpot(line[m[2]:m[3]]), codeSpot(line[m[4]:m[5]])
		rest := line[m[5]:]
		if !a.known() && !b.known() {
			line = rest
			continue
		}
		if n := len(chain); n > 0 && !chain[n-1].same(a) {
			break
		} else if n == 0 {
			chain = []spot{a}
		}
		chain = append(chain, b)
		for f := further.FindStringSubmatchIndex(rest); f != nil; f = further.FindStringSubmatchIndex(rest) {
			chain = append(chain, codeSpot(rest[f[2]:f[3]]))
			rest = rest[f[3]:]
		}
		line = rest
	}
	if len(chain) < 2 {
		return way{}
	}
	return way{from: chain[0], to: chain[len(chain)-1], chain: chain}
}

// cityCodes are the codes of towns that have several airports.
var cityCodes = map[string]string{"MOW": "Москва", "LON": "Лондон", "PAR": "Париж", "ROM": "Рим", "MIL": "Милан", "BJS": "Пекин", "TYO": "Токио", "SEL": "Сеул", "NYC": "Нью-Йорк", "STO": "Стокгольм"}

func codeSpot(code string) spot {
	if p, ok := place.Find(code); ok && p.Code == code {
		return spot{Place: p}
	}
	if p, ok := place.Find(cityCodes[code]); ok {
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

// airportNames are the airports of Moscow by their names; two of them are towns
// of their own for a train.
var airportNames = []struct {
	code string
	name *regexp.Regexp
	town string
}{
	{"SVO", regexp.MustCompile(`(?i)шереметьев|sheremet`), ""},
	{"DME", regexp.MustCompile(`(?i)домодедов|domodedov`), "Домодедово"},
	{"VKO", regexp.MustCompile(`(?i)внуков|vnukov`), ""},
	{"ZIA", regexp.MustCompile(`(?i)жуковск|zhukovsk`), "Жуковский"},
}

// withAirports gives the towns of a flight the codes that the text names for
// them, else that of the only airport there is.
func (r way) withAirports(all string) way {
	for _, end := range []*spot{&r.from, &r.to} {
		for _, a := range airportNames {
			if a.town != "" && end.City == a.town {
				*end = codeSpot(a.code)
			}
		}
	}
	for _, s := range strings.FieldsFunc(all, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if len(s) == 3 && s == strings.ToUpper(s) {
			r.take(codeSpot(s))
		}
	}
	if r.bareMoscow() {
		if named := moscowAirports(all); len(named) == 1 {
			r.take(codeSpot(named[0]))
		}
	}
	for _, end := range []*spot{&r.from, &r.to} {
		if end.known() && end.Code == "" && len(end.Codes) == 1 {
			end.Code = end.Codes[0]
		}
	}
	return r
}

// take gives the end in an airport's town its code.
func (r *way) take(airport spot) {
	for _, end := range []*spot{&r.from, &r.to} {
		if airport.Code != "" && end.known() && end.Code == "" && end.City == airport.City {
			end.Code = airport.Code
		}
	}
}

// bareMoscow tells whether an end is Moscow without an airport.
func (r way) bareMoscow() bool {
	svo := codeSpot("SVO")
	return r.from.same(svo) && r.from.Code == "" || r.to.same(svo) && r.to.Code == ""
}

// moscowAirports are the airports of Moscow that a text names.
func moscowAirports(s string) (codes []string) {
	for _, a := range airportNames {
		if a.name.MatchString(s) {
			codes = append(codes, a.code)
		}
	}
	return codes
}
