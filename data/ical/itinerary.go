package ical

import (
	"strings"

	goical "github.com/emersion/go-ical"

	"portfel/data"
)

// Stop is an event of an itinerary as a carrier or a hotel sends it. Its times
// stand as they were written: a UTC time in the zone UTC, a time without a zone
// in the zone "", which means the clock of the place where it happens.
type Stop struct {
	Foreign
	Open bool // the event names no end: Ends is Starts
}

// Itinerary reads the events of a calendar file for a journey. It differs from
// Decode in what a journey needs: times keep the sort of clock that they were
// written by, a flight against the sun may arrive earlier than it departs by
// clocks without zones, and one UID may stand for several rides. Refusals and
// errors are those of Decode; tasks are passed over.
func Itinerary(b []byte, fileID string) ([]Stop, []Refused, error) {
	src, err := newSource(b)
	if err != nil {
		return nil, nil, err
	}
	parts, err := scan(src)
	if err != nil {
		return nil, nil, err
	}
	d := decoder{o: DecodeOptions{Zone: "UTC", FileID: fileID}, zones: map[string]*fileZone{}}
	for _, p := range parts {
		if p.name == "VTIMEZONE" {
			d.addZone(p)
		}
	}
	var stops []Stop
	for _, p := range parts {
		if p.name != "VEVENT" {
			continue
		}
		s, bad := d.stop(p)
		if bad != nil {
			bad.UID, bad.Summary = s.UID, s.Summary
			d.refused = append(d.refused, *bad)
			continue
		}
		stops = d.newest(stops, s)
	}
	return stops, d.refused, nil
}

// newest adds a stop. Of two versions of one event the higher number stays; with
// the same number they are two rides, unless they are the same.
func (d *decoder) newest(stops []Stop, s Stop) []Stop {
	for i, old := range stops {
		if old.UID != s.UID || !old.RecurrenceOn.IsZero() || !s.RecurrenceOn.IsZero() {
			continue
		}
		if old.Sequence == s.Sequence && old.Hash != s.Hash {
			continue
		}
		stays, goes := s, old
		if s.Sequence < old.Sequence {
			stays, goes = old, s
		}
		stops[i] = stays
		d.refused = append(d.refused, Refused{Line: goes.Line, UID: goes.UID, Summary: goes.Summary, Code: "icsTwice"})
		return stops
	}
	return append(stops, s)
}

// stop reads one event.
func (d *decoder) stop(p *part) (Stop, *Refused) {
	f, bad := d.foreign(p)
	s := Stop{Foreign: f}
	if p.bad != nil {
		return s, p.bad
	}
	if bad != nil && bad.Code != "icsOrder" {
		return s, bad
	}
	ps, err := props(p)
	if err != nil { // foreign has read them
		return s, &Refused{Line: p.line, Code: "icsLine", Args: []string{p.name}}
	}
	s.clocks(ps)
	if bad != nil && !s.againstSun() {
		return s, bad
	}
	s.own(d.o.FileID)
	if !s.original.IsZero() {
		s.RecurrenceOn = s.original.Day
	}
	s.Hash = s.hash()
	return s, nil
}

// clocks takes the zone off times that were written without one.
func (s *Stop) clocks(ps goical.Props) {
	ends := ps.Get("DTEND") != nil || ps.Get("DURATION") != nil
	s.Open = !ends
	if s.AllDay {
		return
	}
	floats := floating(ps, "DTSTART")
	if floats {
		s.Starts.Zone = ""
	}
	if ps.Get("DTEND") != nil {
		floats = floating(ps, "DTEND")
	}
	if floats {
		s.Ends.Zone = ""
	}
}

// floating tells whether a property has a time without a zone.
func floating(ps goical.Props, name string) bool {
	p := ps.Get(name)
	return p != nil && p.Params.Get("TZID") == "" && !strings.HasSuffix(strings.ToUpper(strings.TrimSpace(p.Value)), "Z")
}

// againstSun tells whether an end before its start can be one of two clocks:
// both without a zone, less than a day apart.
func (s *Stop) againstSun() bool {
	if s.AllDay || s.Starts.Zone != "" || s.Ends.Zone != "" {
		return false
	}
	minutes := func(m data.Moment) int { return int(m.Day)*1440 + m.Min }
	return minutes(s.Starts)-minutes(s.Ends) < 1440
}
