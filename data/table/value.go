package table

import (
	"strconv"
	"strings"

	"portfel/data"
)

// names splits a list at semicolons and line ends; empty parts and repeated
// names are left out.
func names(s string) (out []string) {
	seen := map[string]bool{}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' || r == '\r' }) {
		part = strings.Join(strings.Fields(part), " ")
		if key := data.Fold(part); part != "" && !seen[key] {
			seen[key] = true
			out = append(out, part)
		}
	}
	return out
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):]), true
}

// decimal reads a plain number of at most three decimals in thousandths; spaces
// between digits are allowed, words like NaN and exponents are not.
func decimal(s string) (int64, bool) {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' {
			return -1
		}
		return r
	}, s)
	n, err := data.ParseThousandths(s)
	return n, err == nil
}

// maxHours is the most effort that a cell may say: a year of a hundred people.
const maxHours = 200_000

// hours reads decimal hours as minutes, half up.
func hours(s string) (data.Minutes, bool) {
	n, ok := decimal(s)
	if !ok || n < 0 || n > maxHours*1000 {
		return 0, false
	}
	return data.Minutes((n*60 + 500) / 1000), true
}

// date reads YYYY-MM-DD or DD.MM.YYYY; empty is none.
func date(s string) (data.Date, bool) {
	if d, err := data.ParseDate(s); err == nil {
		return d, true
	}
	p := strings.Split(s, ".")
	if len(p) != 3 || len(p[2]) != 4 {
		return 0, false
	}
	var n [3]int
	for i := range p {
		v, err := strconv.Atoi(p[i])
		if err != nil || v < 1 {
			return 0, false
		}
		n[i] = v
	}
	if n[0] > 31 || n[1] > 12 {
		return 0, false
	}
	d, err := data.ParseDate(strings.Join([]string{p[2], two(n[1]), two(n[0])}, "-"))
	return d, err == nil
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
