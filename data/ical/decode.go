package ical

import (
	"fmt"
	"strings"

	goical "github.com/emersion/go-ical"

	"portfel/data"
)

// DecodeOptions is what reading a file needs to know.
type DecodeOptions struct {
	Zone   string // of the owner: floating times are read on this clock; unknown = UTC
	FileID string // items whose UID ends with it are our own
}

// Foreign is an event or a task of a calendar file. Days are inclusive.
type Foreign struct {
	Line          int // of its beginning in the file
	UID           string
	Sequence      int
	Todo          bool
	RecurrenceOn  data.Date // the original day of a touched occurrence
	Summary       string
	Location      string
	Description   string
	AllDay        bool
	StartsOn      data.Date // whole days
	EndsOn        data.Date
	Starts        data.Moment // times; equal when the file has no end
	Ends          data.Moment
	Rule          string    // without UNTIL; CheckRule accepts it
	UntilOn       data.Date // last possible day
	ExDates       []data.Date
	RDates        []data.Moment // further starts; whole days at 00:00 without a zone
	Status        Status        // "" = none given
	Percent       int
	Categories    []string
	Private       bool
	Free          bool
	Own           bool // made by this file
	OwnID         data.ID[data.Any]
	OwnPart       string
	LooksLikeTrip bool
	Hash          string // of all that is read, to see whether a known item changed

	original data.Moment // RECURRENCE-ID as it stands
}

// Refused is an event or a task that cannot be taken over, and why. Code and
// Args make the sentence (data.Problem).
type Refused struct {
	Line    int
	UID     string
	Summary string
	Code    string
	Args    []string
}

// Problem is the reason as a problem with words.
func (r Refused) Problem() data.Problem { return data.Problem{Code: r.Code, Args: r.Args} }

// Decode reads a calendar file: several calendars in one stream, any of the
// usual encodings. What is damaged alone is refused alone, with its line; the
// error, a data.Problem, means that nothing can be taken: no calendar, too
// large, ended in the middle.
func Decode(b []byte, o DecodeOptions) ([]Foreign, []Refused, error) {
	src, err := newSource(b)
	if err != nil {
		return nil, nil, err
	}
	parts, err := scan(src)
	if err != nil {
		return nil, nil, err
	}
	if _, err := data.Location(o.Zone); err != nil {
		o.Zone = "UTC"
	}
	d := decoder{o: o, zones: map[string]*fileZone{}}
	for _, p := range parts {
		if p.name == "VTIMEZONE" {
			d.addZone(p)
		}
	}
	for _, p := range parts {
		if p.name != "VTIMEZONE" {
			d.add(p)
		}
	}
	d.originalDays()
	return d.list, d.refused, nil
}

type decoder struct {
	o       DecodeOptions
	zones   map[string]*fileZone
	list    []Foreign
	refused []Refused
	index   map[string]int // place in list by UID and original day
}

// add reads one part; of two with the same identity the higher number stays,
// the later one when they are equal.
func (d *decoder) add(p *part) {
	f, bad := d.foreign(p)
	if p.bad != nil {
		bad = p.bad
	}
	if bad != nil {
		bad.UID, bad.Summary = f.UID, f.Summary
		d.refused = append(d.refused, *bad)
		return
	}
	if d.index == nil {
		d.index = map[string]int{}
	}
	key := f.UID + "\n" + f.original.String() + f.RecurrenceOn.String()
	if i, twice := d.index[key]; twice {
		stays, goes := f, d.list[i]
		if f.Sequence < d.list[i].Sequence {
			stays, goes = goes, stays
		}
		d.list[i] = stays
		d.refused = append(d.refused, Refused{Line: goes.Line, UID: goes.UID, Summary: goes.Summary, Code: "icsTwice"})
		return
	}
	d.index[key] = len(d.list)
	d.list = append(d.list, f)
}

// originalDays puts the original day of touched occurrences on the clock of
// their series, and seals all items.
func (d *decoder) originalDays() {
	zone := map[string]string{}
	for _, f := range d.list {
		if f.Rule != "" {
			zone[f.UID] = f.Starts.Zone
		}
	}
	for i := range d.list {
		f := &d.list[i]
		if !f.original.IsZero() {
			f.RecurrenceOn = f.original.Day
			if m, err := f.original.In(zone[f.UID]); zone[f.UID] != "" && err == nil {
				f.RecurrenceOn = m.Day
			}
		}
		f.Hash = f.hash()
	}
}

// props reads the lines of a part through the library, which may panic.
func props(p *part) (ps goical.Props, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("calendar component: %v", r)
		}
	}()
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nBEGIN:" + p.name + "\r\n")
	for _, l := range p.lines {
		b.WriteString(strings.ReplaceAll(l.text, "\r", "") + "\r\n")
	}
	b.WriteString("END:" + p.name + "\r\nEND:VCALENDAR\r\n")
	cal, err := goical.NewDecoder(strings.NewReader(b.String())).Decode()
	if err != nil || len(cal.Children) != 1 {
		return nil, fmt.Errorf("calendar component: %w", err)
	}
	return cal.Children[0].Props, nil
}
