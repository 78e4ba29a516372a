package command

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"portfel/data"
)

// told is a ride as the lines of a description tell it, by the clocks of its
// places; times are -1 and days none where nothing is said.
type told struct {
	way
	departOn, arriveOn   data.Date
	departMin, arriveMin int
	line                 string // where its numbers stand
}

func (s told) timed() bool { return s.ok() && s.departMin >= 0 && s.arriveMin >= 0 }

var (
	departLabel = regexp.MustCompile(`(?i)^[^\p{L}]*(?:from|откуда|вылет|отправление|выезд|departure|departs?|departing|leaves?|dep|место отправления|пункт отправления|станция отправления|origin)(?:[^\p{L}](.*)|)$`)
	arriveLabel = regexp.MustCompile(`(?i)^[^\p{L}]*(?:to|куда|прил[её]т|прибытие|arrival|arrives?|arriving|arr|место прибытия|пункт назначения|станция прибытия|станция назначения|destination)(?:[^\p{L}](.*)|)$`)
	clockText   = regexp.MustCompile(`(?:^|[^\d:])(\d{1,2}):(\d{2})(?:\s*([AaPp])\.?[Mm])?`)
	dayText     = regexp.MustCompile(`(?i)(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?(?:[^\d:]|$)|(\d{1,2})(?:st|nd|rd|th)?[\s\-]+(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?,?(?:\s+(\d{4}))?`)
)

var months = map[string]int{"янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "июн": 6, "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// clocksIn are the clock times of a line as minutes of the day.
func clocksIn(s string) (out []int) {
	for _, m := range clockText.FindAllStringSubmatch(s, 6) {
		h, _ := strconv.Atoi(m[1])
		min, _ := strconv.Atoi(m[2])
		switch strings.ToLower(m[3]) {
		case "p":
			h = h%12 + 12
		case "a":
			h %= 12
		}
		if h < 24 && min < 60 {
			out = append(out, h*60+min)
		}
	}
	return out
}

// daysIn are the dates of a line; one without a year is the next such day from
// about the given one on.
func daysIn(s string, about data.Date) (out []data.Date) {
	for _, m := range dayText.FindAllStringSubmatch(s, 6) {
		y, mon, d := 0, 0, 0
		switch {
		case m[1] != "":
			y, mon, d = digits(m[1]), digits(m[2]), digits(m[3])
		case m[4] != "":
			d, mon, y = digits(m[4]), digits(m[5]), digits(m[6])
		default:
			d, mon, y = digits(m[7]), months[strings.ToLower(m[8])], digits(m[9])
		}
		if day := civil(y, mon, d, about); !day.IsZero() {
			out = append(out, day)
		}
	}
	return out
}

func digits(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// civil is a date that exists; a missing year is the one nearest to a day.
func civil(y, mon, d int, about data.Date) data.Date {
	if mon < 1 || mon > 12 || d < 1 || d > 31 {
		return 0
	}
	switch {
	case y > 0 && y < 100:
		y += 2000
	case y == 0:
		y = about.Year()
		if int(about)-int(data.NewDate(y, time.Month(mon), d)) > 180 {
			y++
		}
	}
	day := data.NewDate(y, time.Month(mon), d)
	if _, m, at := day.Civil(); int(m) != mon || at != d || !day.Known() {
		return 0
	}
	return day
}

// toldRides reads the rides that a description lists: a line with both towns and
// both times, or a line with the towns and lines of the departure and the
// arrival behind it.
func toldRides(text string, about data.Date) (out []told) {
	if len(clocksIn(text)) < 2 {
		return nil
	}
	cur := -1
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if r := wayIn(line); r.ok() && len(r.chain) < 3 {
			s := told{way: r, departMin: -1, arriveMin: -1, line: line}
			if t := clocksIn(line); len(t) == 2 {
				s.setDepart(t[0], daysIn(line, about), 0)
				s.setArrive(t[1], daysIn(line, about), 1)
			}
			out = append(out, s)
			cur = len(out) - 1
			continue
		}
		if cur < 0 {
			continue
		}
		out[cur].line += "\n" + line
		out[cur].label(line, about)
	}
	return out
}

// label takes the times of a line that names the departure or the arrival.
func (s *told) label(line string, about data.Date) {
	if s.departMin >= 0 && s.arriveMin >= 0 {
		return
	}
	t := clocksIn(line)
	if len(t) == 0 {
		return
	}
	switch {
	case departLabel.MatchString(line) && s.departMin < 0:
		s.setDepart(t[0], daysIn(line, about), 0)
	case arriveLabel.MatchString(line) && s.arriveMin < 0:
		s.setArrive(t[0], daysIn(line, about), 0)
	}
}

func (s *told) setDepart(min int, days []data.Date, at int) {
	s.departMin = min
	if at < len(days) {
		s.departOn = days[at]
	}
}

func (s *told) setArrive(min int, days []data.Date, at int) {
	s.arriveMin = min
	if at < len(days) {
		s.arriveOn = days[at]
	}
}

// labelled reads the ends of one ride from lines such as «Откуда: Москва» and
// «Arrival: 11:05, Yekaterinburg (SVX)».
func labelled(text string, about data.Date) told {
	s := told{departMin: -1, arriveMin: -1}
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if m := departLabel.FindStringSubmatch(line); m != nil && s.from.none() {
			s.from = spotIn(m[1])
		}
		if m := arriveLabel.FindStringSubmatch(line); m != nil && s.to.none() {
			s.to = spotIn(m[1])
		}
		s.label(line, about)
	}
	return s
}
