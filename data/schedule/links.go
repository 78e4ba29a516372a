package schedule

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"portfel/data"
)

// Predecessor is one item of a predecessor text: what a task waits for.
type Predecessor struct {
	Task int
	Type data.LinkType
	Lag  data.Span // not given when there is none
}

// LinkError says which part of a predecessor text cannot be read, and why.
type LinkError struct {
	Text string // the item
	At   int    // its place in the whole text: letters from 1
	Code string // linkID: no such task; linkType: no such type; linkLag: no such lag; linkTwice: the task stands twice with one type
}

//text:key problem.linkID
//text:key problem.linkType
//text:key problem.linkLag
//text:key problem.linkTwice

// Error is for logs.
func (e *LinkError) Error() string { return fmt.Sprintf("%s at letter %d: %q", e.Code, e.At, e.Text) }

// Problem is the error for a form: the item and its place are its values.
func (e *LinkError) Problem() data.Problem {
	return data.Problem{Field: "preds", Code: e.Code, Args: []string{e.Text, fmt.Sprint(e.At)}}
}

// Notation is the language of type codes and units.
type Notation int

// The notations: 12FS+2d and 12ОН+2д.
const (
	Latin Notation = iota
	Russian
)

// typeWords are the types as they are typed. Latin letters that look like the
// Russian ones are taken for them.
var typeWords = []struct {
	word string
	typ  data.LinkType
}{
	{"FS", data.FinishStart}, {"SS", data.StartStart}, {"FF", data.FinishFinish}, {"SF", data.StartFinish},
	{"ОН", data.FinishStart}, {"НН", data.StartStart}, {"ОО", data.FinishFinish}, {"НО", data.StartFinish},
	{"OH", data.FinishStart}, {"HH", data.StartStart}, {"OO", data.FinishFinish}, {"HO", data.StartFinish},
}

// unitWords are the units of a lag as they are typed; of the units that are kept
// in minutes, how many minutes one is.
var unitWords = map[string]struct {
	unit    data.Unit
	minutes int64
}{
	"": {data.WorkDays, 1}, "d": {data.WorkDays, 1}, "д": {data.WorkDays, 1}, "дн": {data.WorkDays, 1}, "дн.": {data.WorkDays, 1},
	"h": {data.WorkMinutes, 60}, "ч": {data.WorkMinutes, 60}, "m": {data.WorkMinutes, 1}, "min": {data.WorkMinutes, 1}, "м": {data.WorkMinutes, 1}, "мин": {data.WorkMinutes, 1},
	"cd": {data.CalendarDays, 1}, "кд": {data.CalendarDays, 1}, "ed": {data.CalendarDays, 1},
	"eh": {data.ElapsedMins, 60}, "кч": {data.ElapsedMins, 60}, "em": {data.ElapsedMins, 1}, "км": {data.ElapsedMins, 1},
}

// ParseLinks reads a predecessor text: items divided by ";", each an id, a type
// (FS if none), and a lag with its sign: "12", "12FS+2d", "15SS;7FF-1d",
// «12ОН+2д». A lag is in working days, "h" «ч» working hours, "cd" «кд» calendar
// days. find gives the task of an id; the longest id that it knows is read
// first, so that ids may look like "1.3" or «В». The error is a *LinkError.
func ParseLinks(text string, find func(id string) (task int, ok bool)) ([]Predecessor, error) {
	var out []Predecessor
	type pair struct {
		task int
		typ  data.LinkType
	}
	seen := map[pair]bool{}
	at := 1
	for item := range strings.SplitSeq(text, ";") {
		trimmed := strings.TrimSpace(item)
		if trimmed != "" {
			place := at + utf8.RuneCountInString(item[:strings.Index(item, trimmed)])
			p, code := parseItem(trimmed, find)
			if code == "" && seen[pair{p.Task, p.Type}] {
				code = "linkTwice"
			}
			if code != "" {
				return nil, &LinkError{trimmed, place, code}
			}
			seen[pair{p.Task, p.Type}] = true
			out = append(out, p)
		}
		at += utf8.RuneCountInString(item) + 1
	}
	return out, nil
}

// parseItem tries ids from the longest; the code of the failure is that of the
// longest id known.
func parseItem(item string, find func(string) (int, bool)) (p Predecessor, code string) {
	code = "linkID"
	for n := len(item); n > 0; {
		id := strings.TrimRightFunc(item[:n], unicode.IsSpace)
		if task, ok := find(id); ok && id != "" {
			p, why := parseRest(strings.TrimSpace(item[n:]))
			if why == "" {
				p.Task = task
				return p, ""
			}
			if code == "linkID" {
				code = why
			}
		}
		_, size := utf8.DecodeLastRuneInString(item[:n])
		n -= size
	}
	return p, code
}

// parseRest reads what follows an id: a type, a lag, both or nothing.
func parseRest(s string) (p Predecessor, code string) {
	p.Type = data.FinishStart
	for _, w := range typeWords {
		if n := len(w.word); len(s) >= n && strings.EqualFold(s[:n], w.word) {
			p.Type, s = w.typ, strings.TrimSpace(s[n:])
			break
		}
	}
	if s == "" {
		return p, ""
	}
	lag, ok := parseLag(s)
	switch {
	case ok:
		p.Lag = lag
		return p, ""
	case strings.ContainsAny(s[:1], "+-") || strings.HasPrefix(s, "−") || strings.HasPrefix(s, "–"):
		return p, "linkLag"
	}
	return p, "linkType"
}

// parseLag reads a signed amount with its unit.
func parseLag(s string) (data.Span, bool) {
	s = strings.NewReplacer("−", "-", "–", "-", " ", "", "\u00a0", "", "\u202f", "", "\t", "").Replace(s)
	if len(s) < 2 || s[0] != '+' && s[0] != '-' || s[1] < '0' || s[1] > '9' {
		return data.Span{}, false
	}
	end := 1 + strings.IndexFunc(s[1:], unicode.IsLetter)
	if end == 0 {
		end = len(s)
	}
	u, known := unitWords[strings.ToLower(s[end:])]
	n, err := data.ParseThousandths(s[:end])
	if !known || err != nil {
		return data.Span{}, false
	}
	if u.unit == data.WorkMinutes || u.unit == data.ElapsedMins {
		n = minutes(n * u.minutes)
	}
	if most := int64(data.MaxTaskDays) * 1000; n > most || n < -most {
		return data.Span{}, false
	}
	if n == 0 {
		return data.Span{}, true
	}
	return data.Span{Amount: n, Unit: u.unit}, true
}

// minutes rounds thousandths to whole minutes, half away from zero.
func minutes(n int64) int64 {
	if n < 0 {
		return -minutes(-n)
	}
	return (n + 500) / 1000
}

// FormatLinks writes predecessors as ParseLinks reads them; id gives the id of
// a task. FS without a lag is the bare id.
func FormatLinks(preds []Predecessor, id func(task int) string, n Notation) string {
	items := make([]string, len(preds))
	for i, p := range preds {
		items[i] = id(p.Task) + FormatLink(p.Type, p.Lag, n)
	}
	return strings.Join(items, ";")
}

// FormatLink writes what follows the id: type and lag, nothing for FS without a
// lag.
func FormatLink(typ data.LinkType, lag data.Span, n Notation) string {
	if (typ == data.FinishStart || typ == "") && lag.Amount == 0 {
		return ""
	}
	word := "FS"
	for i, w := range typeWords[:8] {
		if w.typ == typ && (i >= 4) == (n == Russian) || typ == "" && n == Russian && i == 4 {
			word = w.word
			break
		}
	}
	if lag.Amount == 0 {
		return word
	}
	return word + formatLag(lag, n)
}

// formatLag writes a lag with its sign, minutes as hours where they are whole.
func formatLag(lag data.Span, n Notation) string {
	amount, units := lag.Amount, [2]string{"d", "д"}
	whole := false
	switch lag.Unit {
	case data.WorkMinutes:
		units, whole = [2]string{"m", "м"}, true
		if amount%60 == 0 {
			amount, units = amount/60, [2]string{"h", "ч"}
		}
	case data.CalendarDays:
		units = [2]string{"cd", "кд"}
	case data.ElapsedMins:
		units, whole = [2]string{"em", "км"}, true
		if amount%60 == 0 {
			amount, units = amount/60, [2]string{"eh", "кч"}
		}
	}
	if whole {
		amount *= 1000
	}
	text := data.Thousandths(amount)
	if amount > 0 {
		text = "+" + text
	}
	if n == Russian {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text + units[n]
}
