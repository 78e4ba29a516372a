package ical

import (
	"strconv"
	"strings"

	goical "github.com/emersion/go-ical"

	"portfel/data"
)

// foreign reads the properties of a part. UID and summary are filled as far as
// they can be read, also when it is refused.
func (d *decoder) foreign(p *part) (Foreign, *Refused) {
	f := Foreign{Line: p.line, Todo: p.name == "VTODO"}
	ps, err := props(p)
	if err != nil {
		return f, &Refused{Line: p.line, Code: "icsLine", Args: []string{p.name}}
	}
	f.texts(ps)
	if f.UID == "" {
		f.UID = "none-" + hash([]byte(value(ps, "DTSTART")+f.Summary+f.Location))
	}
	r := propReader{d: d, p: p, ps: ps}
	r.times(&f)
	r.recurrence(&f)
	if r.bad != nil {
		return f, r.bad
	}
	f.own(d.o.FileID)
	f.LooksLikeTrip = f.looksLikeTrip()
	return f, nil
}

// texts reads what is not a time.
func (f *Foreign) texts(ps goical.Props) {
	f.UID = oneLine(unescape(value(ps, "UID")))
	f.Summary = oneLine(unescape(value(ps, "SUMMARY")))
	f.Location = oneLine(unescape(value(ps, "LOCATION")))
	f.Description = clean(unescape(value(ps, "DESCRIPTION")))
	f.Status = Status(strings.ToUpper(value(ps, "STATUS")))
	f.Sequence = max(0, number(ps, "SEQUENCE"))
	f.Percent = min(max(0, number(ps, "PERCENT-COMPLETE")), 100)
	class := strings.ToUpper(value(ps, "CLASS"))
	f.Private = class == "PRIVATE" || class == "CONFIDENTIAL"
	f.Free = strings.EqualFold(value(ps, "TRANSP"), "TRANSPARENT")
	for _, p := range ps.Values("CATEGORIES") {
		for _, c := range splitText(p.Value) {
			if c = oneLine(unescape(c)); c != "" {
				f.Categories = append(f.Categories, c)
			}
		}
	}
}

// splitText splits a list at commas that are not escaped.
func splitText(s string) []string {
	var list []string
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case ',':
			list = append(list, s[from:i])
			from = i + 1
		}
	}
	return append(list, s[from:])
}

func value(ps goical.Props, name string) string {
	if p := ps.Get(name); p != nil {
		return strings.TrimSpace(p.Value)
	}
	return ""
}

func number(ps goical.Props, name string) int {
	n, err := strconv.ParseInt(value(ps, name), 10, 32)
	if err != nil {
		return 0
	}
	return int(n)
}

// own recognises what this file exported: id, part, file.
func (f *Foreign) own(fileID string) {
	left, ok := strings.CutSuffix(f.UID, "@"+fileID)
	if !ok || fileID == "" || len(left) < 36 {
		return
	}
	id, err := data.ParseID[data.Any](left[:36])
	if err != nil || len(left) > 36 && left[36] != '-' {
		return
	}
	f.Own, f.OwnID = true, id
	f.OwnPart = strings.TrimPrefix(left[36:], "-")
}

// hash is over all that is read but the number and the line.
func (f *Foreign) hash() string {
	var h factList
	h.add(f.UID, f.Summary, f.Location, f.Description, f.Rule, string(f.Status), strings.Join(f.Categories, "\x1e"))
	h.number(int(f.RecurrenceOn), int(f.StartsOn), int(f.EndsOn), int(f.UntilOn), f.Percent)
	h.moment(f.Starts)
	h.moment(f.Ends)
	for _, d := range f.ExDates {
		h.number(int(d))
	}
	for _, m := range f.RDates {
		h.moment(m)
	}
	for _, on := range [4]bool{f.AllDay, f.Todo, f.Private, f.Free} {
		h.add(strconv.FormatBool(on))
	}
	return hash(h)
}
