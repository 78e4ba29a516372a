package ical

import (
	"fmt"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"portfel/data"
)

// zoneNamed finds the zone that a TZID means by its name alone: an IANA name,
// the last parts of a path ("/softwarestudio.org/.../Europe/Moscow"), a name of
// Windows.
func zoneNamed(tzid string) (string, bool) {
	if z, ok := windowsZones[strings.ToLower(tzid)]; ok {
		return z, true
	}
	parts := strings.Split(strings.Trim(tzid, "/"), "/")
	for n := min(3, len(parts)); n > 0; n-- {
		name := strings.Join(parts[len(parts)-n:], "/")
		if _, err := data.Location(name); err == nil && len(name) > 2 {
			return name, true
		}
	}
	return "", false
}

// inZone puts a wall time with its TZID into a zone that the program knows.
// Where the name says nothing, the file's own VTIMEZONE gives the offset; false
// when there is none either.
func (d *decoder) inZone(m data.Moment, tzid string) (data.Moment, bool) {
	z := d.zones[tzid]
	name, ok := zoneNamed(tzid)
	if !ok && z != nil && z.location != "" {
		name, ok = zoneNamed(z.location)
	}
	if ok {
		m.Zone = name
		return m, true
	}
	if z == nil || len(z.blocks) == 0 {
		return m, false
	}
	return d.byOffset(m, z.offset(m))
}

// byOffset finds a zone for a wall time with a known offset: the owner's where
// its clock agrees, else one of fixed whole hours, else the same instant on the
// owner's clock.
func (d *decoder) byOffset(m data.Moment, sec int) (data.Moment, bool) {
	own := data.Moment{Day: m.Day, Min: m.Min, Zone: d.o.Zone}
	t := time.Unix(m.Day.Time().Unix()+int64(m.Min)*60-int64(sec), 0)
	if instant(own).Equal(t) {
		return own, true
	}
	if name := fmt.Sprintf("Etc/GMT%+d", -sec/3600); sec%3600 == 0 {
		if _, err := data.Location(name); err == nil {
			return data.Moment{Day: m.Day, Min: m.Min, Zone: name}, true
		}
	}
	own, err := data.MomentOf(t, d.o.Zone)
	return own, err == nil
}

// fileZone is a VTIMEZONE of the file.
type fileZone struct {
	location string // X-LIC-LOCATION: an IANA name
	blocks   []zoneBlock
}

// zoneBlock is a STANDARD or DAYLIGHT block. Start is the clock before the
// change, as if it were UTC; offsets in seconds.
type zoneBlock struct {
	start time.Time
	to    int
	rule  *rrule.ROption      // yearly, nil for a single change
	years map[int][]time.Time // changes of a year and the one before, as asked for
}

// addZone reads a VTIMEZONE; what cannot be read is left out.
func (d *decoder) addZone(p *part) {
	z := &fileZone{}
	var tzid string
	var b *blockReader
	for _, l := range p.lines {
		name := lineName(l.text)
		_, v, _ := strings.Cut(l.text, ":")
		switch v = strings.TrimSpace(v); {
		case name == "BEGIN":
			if b != nil {
				b.into(z)
			}
			b = &blockReader{}
		case b != nil:
			b.read(name, v)
		case name == "TZID":
			tzid = strings.Trim(v, `" `)
		case name == "X-LIC-LOCATION":
			z.location = v
		}
	}
	if b != nil {
		b.into(z)
	}
	if d.zones[tzid] == nil {
		d.zones[tzid] = z
	}
}

// blockReader gathers the properties of one block.
type blockReader struct{ start, to, rule string }

func (b *blockReader) read(name, v string) {
	switch name {
	case "DTSTART":
		b.start = v
	case "TZOFFSETTO":
		b.to = v
	case "RRULE":
		b.rule = tidyRule(v)
	}
}

// into adds the block when it can be read.
func (b *blockReader) into(z *fileZone) {
	t, err := time.Parse("20060102T150405", b.start)
	sec, ok := offsetSeconds(b.to)
	if err != nil || !ok || len(z.blocks) >= 200 {
		return
	}
	block := zoneBlock{start: t, to: sec}
	if strings.HasPrefix(b.rule, "FREQ=YEARLY") {
		block.rule = yearlyRule(b.rule)
	}
	z.blocks = append(z.blocks, block)
}

// yearlyRule reads the rule of a block; nil when it cannot be used.
func yearlyRule(rule string) *rrule.ROption {
	parts, p := ruleParts(rule)
	if p != nil {
		return nil
	}
	until := parts["UNTIL"]
	delete(parts, "UNTIL")
	if checkParts(parts) != nil || parts["COUNT"] != "" || parts["INTERVAL"] != "" && parts["INTERVAL"] != "1" {
		return nil
	}
	opt, err := ruleOption(parts)
	if err != nil {
		return nil
	}
	if day, _, _, ok := splitTime(until); ok {
		opt.Until = (day + 1).Time()
	}
	return opt
}

// offsetSeconds reads +0300 or -023000.
func offsetSeconds(s string) (int, bool) {
	var h, m, sec int
	if len(s) != 5 && len(s) != 7 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	for _, c := range s[1:] {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	h, m = two(1), two(3)
	if len(s) == 7 {
		sec = two(5)
	}
	sec += h*3600 + m*60
	if s[0] == '-' {
		sec = -sec
	}
	return sec, sec > -86400 && sec < 86400
}

// offset is what the last change before a wall time left in force; before all
// changes it is the first block's.
func (z *fileZone) offset(m data.Moment) int {
	wall := m.Day.Time().Add(time.Duration(m.Min) * time.Minute)
	best, off := time.Time{}, z.blocks[0].to
	for i := range z.blocks {
		b := &z.blocks[i]
		at := b.before(wall)
		if !at.IsZero() && at.After(best) {
			best, off = at, b.to
		}
	}
	return off
}

// before is the last change of the block at or before a wall time, zero when
// there is none.
func (b *zoneBlock) before(wall time.Time) time.Time {
	if b.start.After(wall) {
		return time.Time{}
	}
	at := b.start
	for _, t := range b.changes(wall.Year()) {
		if !t.After(wall) && t.After(at) {
			at = t
		}
	}
	return at
}

// changes are the changes of a year and of the year before by the rule. They
// are worked out from the year before on, not from 1601, where many blocks
// start.
func (b *zoneBlock) changes(year int) (list []time.Time) {
	if b.rule == nil || year < b.start.Year() {
		return nil
	}
	if list, ok := b.years[year]; ok {
		return list
	}
	defer func() {
		_ = recover() // a rule that the library cannot bear changes nothing
		if b.years == nil {
			b.years = map[int][]time.Time{}
		}
		b.years[year] = list
	}()
	opt := *b.rule
	opt.Dtstart = b.start.AddDate(year-1-b.start.Year(), 0, 0)
	if len(opt.Bymonth) > 0 && len(opt.Byweekday)+len(opt.Bymonthday) > 0 {
		opt.Dtstart = opt.Dtstart.AddDate(0, 0, 1-opt.Dtstart.YearDay())
	}
	if end := time.Date(year, 12, 31, 23, 59, 59, 0, time.UTC); opt.Until.IsZero() || end.Before(opt.Until) {
		opt.Until = end
	}
	r, err := rrule.NewRRule(opt)
	if err != nil {
		return nil
	}
	return r.All()
}
