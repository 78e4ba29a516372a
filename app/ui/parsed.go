package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/data"
	"portfel/data/text"
)

// Parsed is a field whose text stands for a value. What is typed is read on
// Enter or loss of focus and written back in the full form.
type Parsed[T comparable] struct {
	Field
	// OnSet keeps a changed value; an error is shown and the text stays open.
	OnSet func(T) error

	parse  func(string) (T, error)
	format func(T) string
	value  T
}

// NewParsed makes a field over a type with its own reader and writer. The
// reader gets "" for an empty field and may give the zero value for it.
func NewParsed[T comparable](value T, parse func(string) (T, error), format func(T) string) *Parsed[T] {
	p := &Parsed[T]{}
	p.setup(p, value, parse, format)
	return p
}

func (p *Parsed[T]) setup(self fyne.Widget, value T, parse func(string) (T, error), format func(T) string) {
	p.parse, p.format, p.value = parse, format, value
	p.extend(self, format(value))
	p.OnCommit = p.take
}

func (p *Parsed[T]) take(s string) error {
	v, err := p.parse(strings.TrimSpace(s))
	if err != nil {
		return err
	}
	if v != p.value && p.OnSet != nil {
		if err := p.OnSet(v); err != nil {
			return err
		}
	}
	p.Set(v)
	return nil
}

// Set shows a value without a call of OnSet.
func (p *Parsed[T]) Set(v T) {
	p.value = v
	p.kept = p.format(v)
	p.SetText(p.kept)
	p.SetProblem("")
}

// Get reads the text as it stands; an error is shown in the field too.
func (p *Parsed[T]) Get() (T, error) {
	v, err := p.parse(strings.TrimSpace(p.Text))
	if err != nil {
		p.SetProblem(sayError(err))
	}
	return v, err
}

// NewMoneyField makes a field of roubles and kopecks; empty is no money.
func NewMoneyField(v data.Money) *Parsed[data.Money] {
	return NewParsed(v, orZero(text.ParseMoney), func(m data.Money) string {
		if m == 0 {
			return ""
		}
		return words.Amount(m)
	})
}

// NewHoursField makes a field of effort in hours, kept in minutes; empty is none.
func NewHoursField(v data.Minutes) *Parsed[data.Minutes] {
	return NewParsed(v, orZero(text.ParseHours), func(m data.Minutes) string {
		if m == 0 {
			return ""
		}
		return words.Hours(m)
	})
}

// orZero reads an empty text as the zero value.
func orZero[T any](parse func(string) (T, error)) func(string) (T, error) {
	return func(s string) (v T, err error) {
		if s == "" {
			return v, nil
		}
		return parse(s)
	}
}

// NewNumberField makes a field of a whole number between low and high.
func NewNumberField(v, low, high int) *Parsed[int] {
	parse := func(s string) (int, error) {
		n, err := strconv.Atoi(strings.NewReplacer(" ", "", "\u00a0", "", "−", "-").Replace(s))
		if err != nil || n < low || n > high {
			return 0, said(strings.Replace(sayN("number", low), "{1}", strconv.Itoa(high), 1))
		}
		return n, nil
	}
	p := NewParsed(v, parse, strconv.Itoa)
	p.Width = 72
	return p
}

// NoTime is the value of an empty time field.
const NoTime = -1

// NewTimeField makes a field of a time of the day in minutes; NoTime when empty.
// "9", "930", "9.30" and "9:30" are understood.
func NewTimeField(min int) *Parsed[int] {
	p := NewParsed(min, parseTime, func(m int) string {
		if m < 0 {
			return ""
		}
		return clock(m)
	})
	p.Width = 72
	p.PlaceHolder = say("time.hint")
	return p
}

func parseTime(s string) (int, error) {
	if s == "" {
		return NoTime, nil
	}
	bad := said(say("time.bad"))
	h, m, ok := strings.Cut(strings.NewReplacer(".", ":", ",", ":", "-", ":", " ", ":").Replace(s), ":")
	if !ok && len(s) > 2 {
		h, m = s[:len(s)-2], s[len(s)-2:]
	}
	if m == "" {
		m = "0"
	}
	hour, err1 := strconv.Atoi(h)
	min, err2 := strconv.Atoi(m)
	if err1 != nil || err2 != nil || hour < 0 || hour > 23 || min < 0 || min > 59 || len(m) > 2 {
		return 0, bad
	}
	return hour*60 + min, nil
}
