package quick

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"portfel/data"
)

// place takes the words before the dates of a trip for its place; where the
// dates come first, a following word with a capital.
func (l *line) place() {
	if l.Kind != data.KindTrip || l.Trip == data.TripLocal {
		return
	}
	at, before := l.dateToken(), -1
	for i, t := range l.tokens {
		if !t.taken() {
			before = i
			break
		}
	}
	if before < 0 || before > at && !capital(l.tokens[before].text) {
		return
	}
	n := 1
	if before < at {
		n = min(l.free(before), at-before)
	}
	l.Place = strings.Trim(l.join(before, n), edges)
	l.use(before, n, PartPlace)
}

// dateToken is the index of the token where the dates begin; without dates it
// is before the first one, so that only a capital makes a place.
func (l *line) dateToken() int {
	for _, p := range l.Parts {
		if p.What != PartDate {
			continue
		}
		for i, t := range l.tokens {
			if t.from == p.From {
				return i
			}
		}
	}
	return -1
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// edges are signs that a title neither begins nor ends with.
const edges = " ,;:-–—·"

// title joins what is left. A name at either end is left out, because the
// record shows it anyway; a name inside the words stays, or behind a
// preposition, or the sentence would break.
func (l *line) title() {
	var left, names []token
	for _, t := range l.tokens {
		switch {
		case t.used:
		case t.name && len(left) == 0:
			names = append(names, t)
		default:
			left = append(left, t)
		}
	}
	left = withoutEnd(left)
	if l.what != "" {
		l.Title = joined(left) // a trip has a name of its own
		return
	}
	for _, t := range []string{joined(left), joined(names), l.Place} {
		if l.Title == "" {
			l.Title = t
		}
	}
}

// withoutEnd leaves out the names at the end of a title.
func withoutEnd(left []token) []token {
	n := len(left)
	for n > 0 && left[n-1].exact {
		n--
	}
	if n == 0 || preposition(left[n-1].text) {
		return left
	}
	return left[:n]
}

// joined is the tokens as one text without signs at its edges.
func joined(ts []token) string {
	all := make([]string, len(ts))
	for i, t := range ts {
		all[i] = t.text
	}
	return strings.Trim(strings.Join(all, " "), edges)
}

// preposition tells whether a word is too short to end a title.
func preposition(s string) bool { return utf8.RuneCountInString(s) <= 3 }

// settle guesses the kind and puts the dates where the kind has them.
func (l *line) settle() {
	if !l.named {
		l.Kind = data.KindTask
		if l.Timed {
			l.Kind, l.Event = data.KindEvent, data.EventMeeting
		}
	}
	l.Guessed = !l.named
	switch l.Kind {
	case data.KindTask, data.KindDeliverable:
		l.dueDay()
	default:
		l.times()
	}
}

// dueDay turns one plain date of a task into the day by which it is due.
func (l *line) dueDay() {
	if l.Until != 0 || l.From == 0 || l.From != l.To {
		return
	}
	l.Until, l.From, l.To = l.From, 0, 0
	for i := range l.Parts {
		if l.Parts[i].What == PartDate {
			l.Parts[i].What = PartUntil
		}
	}
}

// times gives a timed record without a day today, and an end that follows from
// its hours.
func (l *line) times() {
	if l.Timed && l.From == 0 {
		l.From, l.To = l.today, l.today
	}
	if l.Timed && l.End == 0 && l.Effort > 0 {
		l.End = min(l.Start+int(min(l.Effort, 1440)), 1440)
	}
}
