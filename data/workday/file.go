package workday

import (
	"bytes"
	"fmt"
	"strings"

	"portfel/data"
)

// File is what a calendar file says: the days that differ from Monday to
// Friday, and the years it covers.
type File struct {
	Days  []Day
	Years []Year
}

// Calendar is the calendar of the file over five days of eight hours.
func (f File) Calendar() *Calendar { return New(FiveDays, f.Days, f.Years) }

// Parse reads a calendar file of either kind, which it tells by the first
// character: the public XML starts with "<", rows of text do not. Errors name
// the line.
func Parse(b []byte) (File, error) {
	if bytes.HasPrefix(bytes.TrimSpace(withoutMark(b)), []byte("<")) {
		return ParseXML(b)
	}
	return ParseTSV(b)
}

// columns is the header line of a calendar in rows.
const columns = "date\tkind\ttitle\tmoved_from\tsource"

// ParseTSV reads rows "date kind title moved_from source", tab-separated, with
// that header line: kind is off, short (7 hours, also on a Saturday) or work (8
// hours). A year is unconfirmed when the source of one of its rows begins with
// «предварительно» or "provisional". Errors name the line.
func ParseTSV(b []byte) (File, error) {
	var f File
	seen := map[data.Date]bool{}
	for i, line := range strings.Split(string(withoutMark(b)), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if i == 0 && line != columns {
			return File{}, fmt.Errorf("line 1: the columns are not date, kind, title, moved_from, source")
		}
		if i == 0 || line == "" {
			continue
		}
		d, err := parseRow(line)
		if err == nil && seen[d.Date] {
			err = fmt.Errorf("%s stands twice", d.Date)
		}
		if err != nil {
			return File{}, fmt.Errorf("line %d: %w", i+1, err)
		}
		seen[d.Date] = true
		f.add(d)
	}
	return f, nil
}

func withoutMark(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")) }

func parseRow(line string) (d Day, err error) {
	cells := strings.Split(line, "\t")
	if len(cells) != 5 {
		return d, fmt.Errorf("%d columns, want 5", len(cells))
	}
	if d.Date, err = data.ParseDate(cells[0]); err == nil {
		err = inRange(d.Date)
	}
	if err == nil {
		d.MovedFrom, err = data.ParseDate(cells[3])
	}
	if err != nil {
		return d, err
	}
	d.Type, d.Title, d.Source = data.DayType(cells[1]), cells[2], cells[4]
	switch d.Type {
	case data.DayIsOff:
	case data.DayIsShort:
		d.Minutes = Short
	case data.DayIsWork:
		d.Minutes = Regular
	default:
		return d, fmt.Errorf("kind %q is not off, short or work", cells[1])
	}
	return d, nil
}

func inRange(d data.Date) error {
	if d < First || d > Last {
		return fmt.Errorf("date %s is not between the years 1900 and 2200", d)
	}
	return nil
}

// add takes a day in, and its year.
func (f *File) add(d Day) {
	f.Days = append(f.Days, d)
	confirmed := !provisional(d.Source)
	for i := range f.Years {
		if y := &f.Years[i]; y.Year == d.Date.Year() {
			if y.Confirmed && !confirmed {
				y.Confirmed, y.Source = false, d.Source
			}
			return
		}
	}
	f.Years = append(f.Years, Year{d.Date.Year(), confirmed, d.Source})
}

func provisional(source string) bool {
	s := strings.ToLower(source)
	return strings.HasPrefix(s, "предварительно") || strings.HasPrefix(s, "provisional")
}
