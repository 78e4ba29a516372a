package quick

import (
	"strings"
	"unicode"

	"portfel/data"
)

// Line reads one typed line into a draft, seen from today. The first word may
// name the kind (местная, командировка, встреча, звонок, визит, задача,
// документ, their English peers, in either layout); then dates, times, hours
// of effort («4ч»), a due day («до 27.11») and known names may stand anywhere.
// The rest is the title. It never fails: what is not understood is title.
func Line(s string, today data.Date, add AddWorkdays, find Lookup) Draft {
	return read(s, today, add, find, "")
}

// TripLine reads a line that is known to speak of a trip of the kind, as in the
// form of a new trip: only the words of trips name a kind there, and a word such
// as «встреча» belongs to what the trip is for. A line that says «командировка»
// keeps the kind unless that is local. Its title is what is left, and empty when
// nothing is.
func TripLine(s string, what data.TripKind, today data.Date, add AddWorkdays, find Lookup) Draft {
	return read(s, today, add, find, what)
}

func read(s string, today data.Date, add AddWorkdays, find Lookup, what data.TripKind) Draft {
	l := &line{reader: newReader(today, add), find: find, tokens: tokens(s), behind: -1, what: what}
	l.kind()
	l.names(whole)
	for i := range min(len(l.tokens), maxTokens) {
		if !l.tokens[i].taken() {
			l.datesAndTimes(i)
		}
	}
	l.names(l.loose)
	l.place()
	l.title()
	l.settle()
	l.sortParts()
	return l.Draft
}

// maxTokens bounds the words that are examined: what follows in a pasted page
// is title. maxNameWords is the longest name that is looked for.
const (
	maxTokens    = 100
	maxNameWords = 12
)

// token is a word of the line between spaces.
type token struct {
	text     string // in the layout that was meant
	from, to int    // runes of the text, half open
	used     bool   // understood, not a part of the title
	name     bool   // names a known record; stays in the title inside a sentence
	exact    bool   // names it in the very form of the name
}

// taken tells whether the token is understood already.
func (t token) taken() bool { return t.used || t.name }

// line is a line being read.
type line struct {
	reader
	Draft
	find   Lookup
	tokens []token
	behind int           // the token behind the date that was read last: a bare time may stand there
	named  bool          // a word named the kind
	what   data.TripKind // the trip that the line is known to speak of, empty when it may be anything
}

// tokens parts a text at its spaces.
func tokens(s string) (all []token) {
	i, start := 0, -1
	var b strings.Builder
	flush := func() {
		if start >= 0 {
			all = append(all, token{text: b.String(), from: start, to: i})
			b.Reset()
			start = -1
		}
	}
	for _, r := range s {
		if unicode.IsSpace(r) {
			flush()
		} else {
			if start < 0 {
				start = i
			}
			b.WriteRune(r)
		}
		i++
	}
	flush()
	return all
}

// kind reads the word that names the kind, and finds out the layout.
func (l *line) kind() {
	if len(l.tokens) == 0 {
		return
	}
	d, ok := l.kindOf(l.tokens[0].text)
	if !ok {
		if d, ok = l.kindOf(otherToken(l.tokens[0].text)); ok || l.wrongLayout() {
			l.turn()
		}
	}
	if !ok {
		if l.what != "" {
			l.Draft, l.named = Draft{Kind: data.KindTrip, Trip: l.what}, true
		}
		return
	}
	l.Draft, l.named = d, true
	n := 1
	if len(l.tokens) > 1 && d.Trip == data.TripLocal && isTrip(l.tokens[1].text) {
		n = 2 // «местная командировка», local trip
	}
	l.use(0, n, PartKindWord)
}

// kindOf is the draft of a kind word that may stand in the line.
func (l *line) kindOf(token string) (Draft, bool) {
	d, ok := kindOf(token)
	if l.what == "" || !ok {
		return d, ok
	}
	if d.Kind != data.KindTrip {
		return Draft{}, false
	}
	if d.Trip == data.TripHome && l.what == data.TripAbroad {
		d.Trip = data.TripAbroad
	}
	return d, true
}

// isTrip tells whether the word means a trip.
func isTrip(s string) bool {
	d, ok := kindOf(s)
	return ok && d.Kind == data.KindTrip
}

// wrongLayout tells whether a line without a kind word has a day that only
// reads in the other layout.
func (l *line) wrongLayout() bool {
	for _, t := range l.tokens {
		if l.dayName(otherToken(t.text)) && !l.dayName(t.text) {
			return true
		}
	}
	return false
}

func (l *line) dayName(s string) bool {
	s = data.Fold(s)
	_, word := dayWords[s]
	return word || weekdayName(s)
}

// turn reads all words in the other layout.
func (l *line) turn() {
	for i := range l.tokens {
		l.tokens[i].text = otherToken(l.tokens[i].text)
	}
}

// use marks n tokens as understood.
func (l *line) use(i, n int, what PartKind) {
	for k := i; k < i+n; k++ {
		l.tokens[k].used = true
	}
	l.Parts = append(l.Parts, Part{what, l.tokens[i].from, l.tokens[i+n-1].to})
}

// free counts the tokens from i on that are not understood yet.
func (l *line) free(i int) int {
	n := 0
	for i+n < len(l.tokens) && !l.tokens[i+n].taken() {
		n++
	}
	return n
}

// join is n tokens from i on as one text.
func (l *line) join(i, n int) string {
	parts := make([]string, n)
	for k := range n {
		parts[k] = l.tokens[i+k].text
	}
	return strings.TrimRight(strings.Join(parts, " "), ",;")
}

// names marks known names among the free tokens, those that accept allows.
func (l *line) names(accept func(m match, at int) bool) {
	for i := 0; i < min(len(l.tokens), maxTokens); i++ {
		free := min(l.free(i), maxNameWords)
		if free == 0 {
			continue
		}
		m, only := l.find.best(words(l.join(i, free)))
		n := tokensOf(m.words, l.tokens[i:i+free])
		if only && n > 0 && accept(m, i) && l.takes(m.name) {
			l.mark(m, i, n)
			i += n - 1
		}
	}
}

// mark notes that n tokens from i on name a record.
func (l *line) mark(m match, i, n int) {
	for k := i; k < i+n; k++ {
		l.tokens[k].name, l.tokens[k].exact = true, m.fit == fitExact
	}
	l.Names = append(l.Names, m.name)
	l.Parts = append(l.Parts, Part{partOf(m.name.Ref.Kind), l.tokens[i].from, l.tokens[i+n-1].to})
}

// tokensOf is how many whole tokens hold that many words, 0 when a token would
// be cut.
func tokensOf(count int, ts []token) int {
	n := 0
	for n < len(ts) && count > 0 {
		count -= len(words(ts[n].text))
		n++
	}
	if count != 0 {
		return 0
	}
	return n
}

// whole accepts a name that is typed in full, letter by letter.
func whole(m match, _ int) bool { return m.full && m.fit == fitExact }

// loose accepts a name in any ending. In the middle of a title a beginning is
// not enough, and a project must be named in full: titles are made of the same
// words.
func (l *line) loose(m match, at int) bool {
	for _, t := range l.tokens[:at] {
		if !t.taken() {
			return m.fit >= fitEnding && (m.full || m.name.Ref.Kind != data.KindProject)
		}
	}
	return true
}
