package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
)

// T is the text of a key, or the key itself when there is none.
func (w *Words) T(key string) string {
	if e, ok := w.words[key]; ok {
		return e.plain()
	}
	return key
}

// Has tells whether the key has a text.
func (w *Words) Has(key string) bool {
	_, ok := w.words[key]
	return ok
}

// Keys lists all keys in order.
func (w *Words) Keys() []string {
	keys := make([]string, 0, len(w.words))
	for k := range w.words {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// F is the text of a key with the places {0} {1} filled. Values of the
// program's types are written as the language writes them: Date, Moment,
// Money, Minutes, Span, whole numbers; errors become sentences.
func (w *Words) F(key string, args ...any) string {
	return w.fill(w.T(key), "", args)
}

// N is the plural form of a key for n, with {n} and the places filled. A
// negative number takes the form of its size and a true minus sign.
func (w *Words) N(key string, n int, args ...any) string {
	e, ok := w.words[key]
	if !ok {
		return key
	}
	return w.fill(e.form(w.plural(n)), w.Number(int64(n)), args)
}

// fill replaces the places in one pass, so that a value that looks like a
// place stays as it is. A place without a value stays too.
func (w *Words) fill(s, n string, args []any) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		head, rest, ok := strings.Cut(s, "{")
		b.WriteString(head)
		if !ok {
			return b.String()
		}
		name, tail, closed := strings.Cut(rest, "}")
		value, known := w.place(name, n, args)
		if !closed || !known {
			b.WriteByte('{')
			s = rest
			continue
		}
		b.WriteString(value)
		s = tail
	}
}

// place is the value of the place of that name, if there is one.
func (w *Words) place(name, n string, args []any) (string, bool) {
	if name == "n" {
		return n, n != ""
	}
	i, err := strconv.Atoi(name)
	if err != nil || i < 0 || i >= len(args) {
		return "", false
	}
	return w.value(args[i]), true
}

// value writes one argument as the language writes it.
func (w *Words) value(a any) string {
	switch v := a.(type) {
	case string:
		return v
	case data.Date:
		return w.Date(v)
	case data.Moment:
		return w.Moment(v)
	case data.Money:
		return w.Money(v)
	case data.Minutes:
		return w.Hours(v)
	case data.Span:
		return w.Span(v)
	case int:
		return w.Number(int64(v))
	case int64:
		return w.Number(v)
	case error:
		return w.Error(v)
	}
	return fmt.Sprint(a)
}

// plural is the CLDR category of a whole number: for Russian one (1, 21, 101),
// few (2-4, 22-24), many (0, 5-20, 25-30); for English one (1) and other.
func (w *Words) plural(n int) string {
	if n < 0 {
		n = -n
	}
	if !w.ru() {
		if n == 1 {
			return "one"
		}
		return "other"
	}
	tens, ones := n/10%10, n%10
	switch {
	case tens == 1:
		return "many"
	case ones == 1:
		return "one"
	case ones >= 2 && ones <= 4:
		return "few"
	}
	return "many"
}
