package mspdi

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
)

// field is how one element of a record T is read and written. A field without
// set and nest is not modelled: the element is kept as it stands.
type field[T any] struct {
	set  func(r *reader, t *T, text string) bool // false: keep the text as it stands
	get  func(t *T) string
	zero func(t *T) bool // not worth writing unless the record had it
	none func(t *T) bool // never written: there is nothing to write
	need bool            // written in records made anew, even when zero
	open bool            // the text counts with its spaces
	as   string          // the element that it is written within, if another

	nest func(r *reader, t *T, g tag, keep *pieces, first bool) error
	emit func(w *writer, t *T, k *kept) error
	many func(t *T) bool // there is something for emit
}

// spec is how a kind of record is read and written.
type spec[T any] struct {
	element string
	order   *order
	fields  []field[T]
	extra   func(t *T) *string
	marks   func(t *T) *marks
}

// newSpec lays the fields out by the order; a name that the order lacks is a
// mistake of this package.
func newSpec[T any](element string, o *order, extra func(*T) *string, m func(*T) *marks, fields map[string]field[T]) *spec[T] {
	if len(o.names) > wasRead {
		panic("mspdi: marks are too few for " + element)
	}
	s := &spec[T]{element: element, order: o, fields: make([]field[T], len(o.names)), extra: extra, marks: m}
	for name, f := range fields {
		at, ok := o.at[name]
		if !ok {
			panic("mspdi: no element " + name + " in " + element)
		}
		s.fields[at] = f
	}
	return s
}

// needed marks a field that new records always have.
func needed[T any](f field[T]) field[T] {
	f.need = true
	return f
}

func text[T any](p func(*T) *string) field[T] {
	return field[T]{
		open: true,
		set:  func(_ *reader, t *T, s string) bool { *p(t) = s; return true },
		get:  func(t *T) string { return *p(t) },
		zero: func(t *T) bool { return *p(t) == "" },
		none: func(t *T) bool { return *p(t) == "" },
	}
}

// flag is a boolean whose absence means false.
func flag[T any](p func(*T) *bool) field[T] { return boolean(p, false) }

// flagNot is a boolean kept the other way round: its absence means true.
func flagNot[T any](p func(*T) *bool) field[T] { return boolean(p, true) }

func boolean[T any](p func(*T) *bool, not bool) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			v, ok := truth(s)
			if !ok {
				return r.reject("flag", s)
			}
			*p(t) = v != not
			return true
		},
		get: func(t *T) string {
			if *p(t) != not {
				return "1"
			}
			return "0"
		},
		zero: func(t *T) bool { return !*p(t) },
	}
}

func truth(s string) (v, ok bool) {
	switch strings.ToLower(s) {
	case "1", "true", "-1":
		return true, true
	case "0", "false":
		return false, true
	}
	return false, false
}

// whole is an integer within bounds; decimals are rounded and noted.
func whole[T any, N ~int | ~int64](p func(*T) *N, lo, hi int64) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			v, exact, ok := number(s, 0)
			switch {
			case !ok:
				return r.reject("number", s)
			case v < lo || v > hi:
				return r.reject("range", s, strconv.FormatInt(lo, 10), strconv.FormatInt(hi, 10))
			case !exact:
				r.note("rounded", s)
			}
			*p(t) = N(v)
			return true
		},
		get:  func(t *T) string { return strconv.FormatInt(int64(*p(t)), 10) },
		zero: func(t *T) bool { return *p(t) == 0 },
	}
}

// The bounds of numbers that have none in the schema.
const (
	mostInt    = 1<<31 - 1
	leastInt   = -1 << 31
	mostTenths = int64(longest) / 6
)

func integer[T any](p func(*T) *int) field[T] { return whole(p, leastInt, mostInt) }

// code is an enumeration from least to most.
func code[T any, E ~int](p func(*T) *E, least, most int) field[T] {
	return coded(p, func(n int) (E, bool) { return E(n), n >= least && n <= most }, func(e E) int { return int(e) })
}

// coded is an enumeration with numbers of its own.
func coded[T any, E comparable](p func(*T) *E, from func(int) (E, bool), to func(E) int) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			n, exact, ok := number(s, 0)
			if !ok || !exact || n < leastInt || n > mostInt {
				return r.reject("number", s)
			}
			e, ok := from(int(n))
			if !ok {
				return r.reject("enum", s)
			}
			*p(t) = e
			return true
		},
		get: func(t *T) string { return strconv.Itoa(to(*p(t))) },
		zero: func(t *T) bool {
			var e E
			return *p(t) == e
		},
	}
}

// listed is an enumeration whose numbers are the places in a list.
func listed[T any, E comparable](p func(*T) *E, list []E) field[T] {
	return coded(p,
		func(n int) (e E, ok bool) {
			if n < 0 || n >= len(list) {
				return e, false
			}
			return list[n], true
		},
		func(e E) int { return max(slices.Index(list, e), 0) })
}

// unset is an enumeration whose zero means that it is not given.
func unset[T any](f field[T]) field[T] {
	f.none = f.zero
	return f
}

func format[T any](p func(*T) *Format) field[T] {
	return unset(coded(p, func(n int) (Format, bool) { return Format(n), Format(n).Known() }, func(f Format) int { return int(f) }))
}

func stamp[T any](p func(*T) *data.Stamp) field[T] {
	return field[T]{
		set:  func(r *reader, t *T, s string) bool { return r.stamp(p(t), s) },
		get:  func(t *T) string { return stampText(*p(t)) },
		zero: func(t *T) bool { return p(t).IsZero() },
		none: func(t *T) bool { return p(t).IsZero() },
	}
}

// timeOfDay is a clock; absence means midnight, so that a new record's is
// written when it is another.
func timeOfDay[T any](p func(*T) *Clock) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			c, seconds, ok := clock(s)
			if !ok {
				return r.reject("date", s)
			}
			if seconds {
				r.note("seconds", s)
			}
			*p(t) = c % (24 * 60)
			return true
		},
		get:  func(t *T) string { return p(t).String() },
		zero: func(t *T) bool { return *p(t) == 0 },
	}
}

func amount[T any](p func(*T) *Period) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			v, exact, ok := period(s)
			switch {
			case !ok:
				return r.reject("duration", s)
			case v < 0:
				return r.reject("durationNegative", s)
			case v > longest:
				return r.reject("durationLong", s)
			case !exact:
				r.note("rounded", s)
			}
			*p(t) = v
			return true
		},
		get:  func(t *T) string { return p(t).String() },
		zero: func(t *T) bool { return *p(t) == 0 },
	}
}

// cost is an amount of money in hundredths of the currency, rounded to them.
func cost[T any](p func(*T) *data.Money) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			v, _, ok := number(s, 0)
			if !ok {
				return r.reject("number", s)
			}
			*p(t) = data.Money(v)
			return true
		},
		get:  func(t *T) string { return strconv.FormatInt(int64(*p(t)), 10) },
		zero: func(t *T) bool { return *p(t) == 0 },
	}
}

func decimal[T any](p func(*T) *Decimal) field[T] {
	return field[T]{
		set: func(r *reader, t *T, s string) bool {
			v, exact, ok := number(s, 6)
			if !ok {
				return r.reject("number", s)
			}
			if !exact {
				r.note("rounded", s)
			}
			*p(t) = Decimal(v)
			return true
		},
		get:  func(t *T) string { return p(t).String() },
		zero: func(t *T) bool { return *p(t) == 0 },
	}
}

// records are elements that may stand several times, each a record.
func records[T, R any](s *spec[R], p func(*T) *[]R) field[T] {
	return field[T]{
		nest: func(r *reader, t *T, g tag, _ *pieces, _ bool) error {
			rec, err := readRecord(r, s, g)
			*p(t) = append(*p(t), rec)
			return err
		},
		emit: func(w *writer, t *T, _ *kept) error {
			for i := range *p(t) {
				if err := writeRecord(w, s, &(*p(t))[i]); err != nil {
					return err
				}
			}
			return nil
		},
		many: func(t *T) bool { return len(*p(t)) > 0 },
		none: func(t *T) bool { return len(*p(t)) == 0 },
	}
}

// collection is an element that holds records, as Tasks holds Task.
func collection[T, R any](name string, s *spec[R], p func(*T) *[]R) field[T] {
	list := records(s, p)
	return field[T]{
		nest: func(r *reader, t *T, g tag, keep *pieces, first bool) error {
			return r.children(name, g, keep, first, func(in tag) (bool, error) {
				if !in.ours || in.name != s.element {
					return false, nil
				}
				return true, list.nest(r, t, in, keep, false)
			})
		},
		emit: func(w *writer, t *T, k *kept) error {
			w.openTag(name, k.attributes[name])
			if err := list.emit(w, t, k); err != nil {
				return err
			}
			w.inside(name, k)
			w.closeTag(name)
			return nil
		},
		many: list.many,
	}
}
