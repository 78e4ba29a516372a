package table

import (
	"sort"
	"strings"
	"unicode/utf8"

	"portfel/data"
)

// Link is one predecessor: the id of the task that comes first, how they are
// joined and the lag. A lag in days counts working days.
type Link struct {
	ID   string
	Type data.LinkType
	Lag  data.Span // empty = none
}

// Ids are the ids that links may name.
type Ids struct {
	known   map[string]bool
	lengths []int // of the ids, longest first
}

// NewIds collects the ids of a source.
func NewIds(list []string) Ids {
	x := Ids{known: map[string]bool{}}
	seen := map[int]bool{}
	for _, id := range list {
		x.known[id] = true
		if !seen[len(id)] && id != "" {
			seen[len(id)] = true
			x.lengths = append(x.lengths, len(id))
		}
	}
	sort.Sort(sort.Reverse(sort.IntSlice(x.lengths)))
	return x
}

// Links reads «12FS+2d;15SS;7FF-1d». Of the ids that a link may begin with the
// longest counts after which the rest can be read. What cannot be read is told
// by a problem: "table.noTask" or "table.link" with the link's text.
func (x Ids) Links(s string) (out []Link, problems []data.Problem) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == '\n' || r == '\r' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		l, code := x.link(part)
		if code != "" {
			problems = append(problems, data.Problem{Code: code, Args: []string{part}})
			continue
		}
		out = append(out, l)
	}
	return out, problems
}

func (x Ids) link(s string) (Link, string) {
	code := "table.noTask"
	for _, n := range x.lengths {
		if n > len(s) || !x.known[s[:n]] {
			continue
		}
		code = "table.link"
		if typ, lag, ok := typeAndLag(s[n:]); ok {
			return Link{s[:n], typ, lag}, ""
		}
	}
	return Link{}, code
}

// linkTypes are the codes of link types: by the ends, finish (О) and start (Н).
var linkTypes = map[string]data.LinkType{
	"FS": data.FinishStart, "SS": data.StartStart, "FF": data.FinishFinish, "SF": data.StartFinish,
	"ОН": data.FinishStart, "НН": data.StartStart, "ОО": data.FinishFinish, "НО": data.StartFinish,
}

// typeAndLag reads «», «FS», «+2d», «ОН-1,5д», «SS +4h».
func typeAndLag(s string) (data.LinkType, data.Span, bool) {
	s = strings.Join(strings.Fields(s), "")
	typ := data.FinishStart
	if i := strings.IndexAny(s, "+-−"); i != 0 && s != "" {
		word := s
		if i > 0 {
			word = s[:i]
		}
		var ok bool
		if typ, ok = linkTypes[strings.ToUpper(word)]; !ok {
			return "", data.Span{}, false
		}
		s = s[len(word):]
	}
	lag, ok := readLag(s)
	return typ, lag, ok
}

// lagUnits are the endings of a lag, longer ones first, and what one of them is
// worth in the unit's own amounts (thousandths of days, minutes).
var lagUnits = []struct {
	end   string
	unit  data.Unit
	worth int64
}{
	{"cd", data.CalendarDays, 1000}, {"кд", data.CalendarDays, 1000},
	{"дн", data.WorkDays, 1000}, {"d", data.WorkDays, 1000}, {"д", data.WorkDays, 1000},
	{"h", data.WorkMinutes, 60}, {"ч", data.WorkMinutes, 60}, {"", data.WorkDays, 1000},
}

// readLag reads a signed amount with its unit; days when none is written.
func readLag(s string) (data.Span, bool) {
	if s == "" {
		return data.Span{}, true
	}
	s = strings.TrimSuffix(strings.ToLower(strings.Replace(s, "−", "-", 1)), ".")
	if r, _ := utf8.DecodeRuneInString(s); r != '+' && r != '-' {
		return data.Span{}, false
	}
	for _, u := range lagUnits {
		n, ok := strings.CutSuffix(s, u.end)
		if !ok {
			continue
		}
		v, err := data.ParseThousandths(n)
		if err != nil || v > data.MaxTaskDays*1000 || v < -data.MaxTaskDays*1000 {
			return data.Span{}, false
		}
		if v == 0 {
			return data.Span{}, true
		}
		return data.Span{Amount: v * u.worth / 1000, Unit: u.unit}, true
	}
	return data.Span{}, false
}
