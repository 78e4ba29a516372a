package ui

import (
	"errors"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

//text:prefix ui.

var words = text.For(text.RU)

// SetWords gives the widgets their words; call it again on a change of language
// and refresh the window.
func SetWords(w *text.Words) {
	words = w
	speakToolkit()
}

func say(key string) string { return words.T("ui." + key) }

// sayN puts a number into the place {0} of a word.
func sayN(key string, n int) string { return sayS(key, strconv.Itoa(n)) }

func sayS(key, s string) string { return strings.Replace(say(key), "{0}", s, 1) }

// said is an error whose text is already a sentence for the reader.
type said string

// Error is the sentence.
func (s said) Error() string { return string(s) }

// Refuse makes an error for OnCommit and OnSet whose sentence is shown as it is.
func Refuse(sentence string) error { return said(sentence) }

// sayError is the sentence of an error.
func sayError(err error) string {
	var s said
	if errors.As(err, &s) {
		return string(s)
	}
	return words.Error(err)
}

// monthName is «Ноябрь» for a date in that month.
func monthName(d data.Date) string {
	_, m, _ := d.Civil()
	return text.Title(words.Month(m))
}

// weekday is the short name, Monday = 0.
func weekday(n int) string { return words.Weekday(data.Date(n + 1)) }

// dayOfWeek is 0 for Monday.
func dayOfWeek(d data.Date) int { return int(d - d.Monday()) }

func dayOf(d data.Date) int { _, _, n := d.Civil(); return n }

// dayMonth is «24.11».
func dayMonth(d data.Date) string { return words.DayMonth(d) }

// fullDate is «24.11.2026», "" for none.
func fullDate(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return words.Date(d)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// clock is «07:05» for a minute of the day.
func clock(min int) string { return two(min/60) + ":" + two(min%60) }
