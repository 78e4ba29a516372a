package workday

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"portfel/data"
)

// ParseXML reads one year in the public format of xmlcalendar: a calendar with
// its year, holidays with id and title, and days d="MM.DD" with t="1" off, "2"
// short (7 hours, works even on a weekend), "3" a worked weekend (8 hours), h =
// id of the holiday, f = MM.DD of the day off that was moved here. Days of other
// kinds are left out. The year counts as confirmed: who loads a file says so.
// Errors name the line.
func ParseXML(b []byte) (File, error) {
	p := xmlParser{dec: xml.NewDecoder(bytes.NewReader(withoutMark(b))), titles: map[string]string{}, seen: map[data.Date]bool{}}
	for {
		t, err := p.dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil {
			err = p.token(t)
		}
		if err != nil {
			return File{}, p.at(err)
		}
	}
	if p.year == 0 {
		return File{}, p.at(errors.New("no calendar element"))
	}
	for i := range p.file.Days {
		p.file.Days[i].Title = p.titles[p.file.Days[i].Title]
	}
	return p.file, nil
}

// xmlParser is a reading under way. While it reads, Title holds the id of the
// holiday: titles may stand after the days.
type xmlParser struct {
	dec    *xml.Decoder
	year   int
	source string
	titles map[string]string
	seen   map[data.Date]bool
	file   File
}

// at adds the line, unless the XML reader has named it.
func (p *xmlParser) at(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d: %s", syntax.Line, syntax.Msg)
	}
	line, _ := p.dec.InputPos()
	return fmt.Errorf("line %d: %w", line, err)
}

func (p *xmlParser) token(t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	a := map[string]string{}
	for _, x := range e.Attr {
		a[x.Name.Local] = strings.TrimSpace(x.Value)
	}
	switch e.Name.Local {
	case "calendar":
		return p.calendar(a)
	case "holiday":
		p.titles[a["id"]] = a["title"]
	case "day":
		return p.day(a)
	}
	return nil
}

func (p *xmlParser) calendar(a map[string]string) error {
	y, err := strconv.Atoi(a["year"])
	if err != nil || y < 1900 || y > 2200 {
		return fmt.Errorf("year %q is not between 1900 and 2200", a["year"])
	}
	if p.year != 0 {
		return errors.New("a second calendar element")
	}
	p.year, p.source = y, strings.TrimSpace("xmlcalendar "+a["date"])
	p.file.Years = []Year{{y, true, p.source}}
	return nil
}

func (p *xmlParser) day(a map[string]string) error {
	if p.year == 0 {
		return errors.New("a day outside of a calendar element")
	}
	date, err := p.date(a["d"])
	if err != nil {
		return err
	}
	d := Day{Date: date, Title: a["h"], Source: p.source}
	switch a["t"] {
	case "1":
		d.Type = data.DayIsOff
	case "2":
		d.Type, d.Minutes = data.DayIsShort, Short
	case "3":
		d.Type, d.Minutes = data.DayIsWork, Regular
	default:
		return nil
	}
	if p.seen[date] {
		return fmt.Errorf("day %s stands twice", a["d"])
	}
	p.seen[date] = true
	if a["f"] != "" {
		if d.MovedFrom, err = p.date(a["f"]); err != nil {
			return err
		}
	}
	p.file.Days = append(p.file.Days, d)
	return nil
}

// date reads MM.DD of the calendar's year.
func (p *xmlParser) date(s string) (data.Date, error) {
	month, day, ok := strings.Cut(s, ".")
	m, errM := strconv.Atoi(month)
	n, errD := strconv.Atoi(day)
	if ok && errM == nil && errD == nil && m >= 1 && m <= 12 && n >= 1 && n <= 31 {
		if d := data.NewDate(p.year, time.Month(m), n); d.MonthStart() == data.NewDate(p.year, time.Month(m), 1) {
			return d, nil
		}
	}
	return 0, fmt.Errorf("day %q is not MM.DD of %d", s, p.year)
}
