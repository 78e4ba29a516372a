package ical

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"portfel/data"
	"portfel/data/text"
)

// tripWords are the beginnings of titles and the categories that mean a trip,
// folded, the longer ones first.
var tripWords = sync.OnceValue(func() []string {
	words := []string{"служебная командировка", "командировка", "business trip", "trip", "travel", "поездка"}
	for _, l := range text.Langs {
		w := text.For(l)
		words = append(words, data.Fold(w.Code(data.AgendaTrip)), data.Fold(w.Code(data.LayerTrips)))
	}
	return words
})

// looksLikeTrip guesses a business trip: whole days, or times that end on a later
// day, that say so by title or category; or several whole days with a place. Hours
// within one day are a meeting, whatever it is called.
func (f *Foreign) looksLikeTrip() bool {
	if f.Todo || f.Rule != "" || f.RecurrenceOn != 0 || !f.original.IsZero() {
		return false
	}
	from, to := f.Days()
	switch {
	case !f.AllDay && from == to:
		return false
	case f.saysTrip():
		return true
	}
	return f.AllDay && to > from && f.Location != ""
}

// saysTrip tells whether title or category name a trip.
func (f *Foreign) saysTrip() bool {
	if _, ok := cutTripWord(f.Summary); ok {
		return true
	}
	for _, word := range tripWords() {
		for _, c := range f.Categories {
			if data.Fold(c) == word {
				return true
			}
		}
	}
	return false
}

// Days are the first and the last day on which an item takes place, each on its
// own clock. What ends at midnight does not reach into the day.
func (f *Foreign) Days() (from, to data.Date) {
	if f.AllDay {
		return f.StartsOn, f.EndsOn
	}
	to = f.Ends.Day
	if f.Ends.Min == 0 && to > f.Starts.Day {
		to--
	}
	return f.Starts.Day, to
}

// cutTripWord takes the word that means a trip off a title.
func cutTripWord(title string) (rest string, ok bool) {
	for _, word := range tripWords() {
		n := 0 // bytes of the title that fold into the word
		for range utf8.RuneCountInString(word) {
			_, size := utf8.DecodeRuneInString(title[n:])
			n += size
		}
		if word != "" && data.Fold(title[:n]) == word && (n == len(title) || strings.ContainsRune(" :,.-–—", []rune(title[n:])[0])) {
			return title[n:], true
		}
	}
	return title, false
}

// TripTitle is what a title says behind the word that means a trip: «Пермь» of
// «Командировка в Пермь», «Business trip to Perm» or «Командировка: Пермь», and
// whether that is surely where it goes. Without the word it is the title itself.
func (f *Foreign) TripTitle() (rest string, place bool) {
	rest, ok := cutTripWord(f.Summary)
	if !ok {
		return strings.TrimSpace(rest), false
	}
	bare := strings.TrimLeft(rest, " ")
	if after, colon := strings.CutPrefix(bare, ":"); colon {
		return strings.TrimSpace(after), true
	}
	for _, to := range []string{"в ", "во ", "на ", "to "} {
		after, ok := strings.CutPrefix(bare, to)
		after = strings.TrimSpace(after)
		if first, _ := utf8.DecodeRuneInString(after); ok && unicode.IsUpper(first) {
			return after, true
		}
	}
	return strings.Trim(rest, " ,.-–—"), false
}
