package text

import (
	"strings"

	"portfel/data"
)

// Clock is a minute of the day: «06:35»; 1440 is «24:00».
func (w *Words) Clock(min int) string { return two(min/60) + ":" + two(min%60) }

// ClockRange is «14:00–17:00»; without an end only the start.
func (w *Words) ClockRange(from, to int) string {
	if to <= from {
		return w.Clock(from)
	}
	return w.Clock(from) + "–" + w.Clock(to)
}

// Moment is a day and a time with the zone's sign: «30.11.2026 06:35 МСК»,
// 30 Nov 2026 06:35 MSK. A zone without a known sign is given by its city.
func (w *Words) Moment(m data.Moment) string {
	if m.IsZero() {
		return ""
	}
	return w.Date(m.Day) + " " + w.Clock(m.Min) + " " + w.ZoneSign(m.Zone)
}

// MomentFor is Moment for somebody whose clock stands in the zone home: the
// note of the zone is left out where both clocks show the same.
func (w *Words) MomentFor(m data.Moment, home string) string {
	if m.IsZero() {
		return ""
	}
	if h, err := m.In(home); err == nil && h.Day == m.Day && h.Min == m.Min {
		return w.Date(m.Day) + " " + w.Clock(m.Min)
	}
	return w.Moment(m)
}

// Saved is a day and a time without zone and year, as status lines show it:
// «24.11 09:42».
func (w *Words) Saved(m data.Moment) string {
	if m.IsZero() {
		return ""
	}
	return w.DayMonth(m.Day) + " " + w.Clock(m.Min)
}

// ZoneRow is one of the zones of Russia.
type ZoneRow struct {
	Zone string // IANA name
	Code string // last part of its text key zone.<code>
	Msk  int    // hours ahead of Moscow
}

// Zones lists the eleven zones of Russia from west to east, and Novosibirsk,
// which has the time of Krasnoyarsk and is flown to more. Other places of the
// same time are other IANA names (Europe/Samara and Europe/Saratov).
var Zones = []ZoneRow{
	{"Europe/Kaliningrad", "kaliningrad", -1},
	{"Europe/Moscow", "moscow", 0},
	{"Europe/Samara", "samara", 1},
	{"Asia/Yekaterinburg", "yekaterinburg", 2},
	{"Asia/Omsk", "omsk", 3},
	{"Asia/Novosibirsk", "novosibirsk", 4},
	{"Asia/Krasnoyarsk", "krasnoyarsk", 4},
	{"Asia/Irkutsk", "irkutsk", 5},
	{"Asia/Yakutsk", "yakutsk", 6},
	{"Asia/Vladivostok", "vladivostok", 7},
	{"Asia/Magadan", "magadan", 8},
	{"Asia/Kamchatka", "kamchatka", 9},
}

//text:prefix zone.

// Zone is the human name of a zone: «Екатеринбург (МСК+2)», Yekaterinburg
// (MSK+2). A zone outside the list is its city, in words when there are any.
func (w *Words) Zone(zone string) string {
	for _, z := range Zones {
		if z.Zone == zone {
			return w.T("zone."+z.Code) + " (" + w.fromMoscow(z.Msk) + ")"
		}
	}
	return w.city(zone)
}

// ZoneSign is the short note of a zone: «МСК», «МСК+2»; a zone outside the list
// is its IANA city.
func (w *Words) ZoneSign(zone string) string {
	for _, z := range Zones {
		if z.Zone == zone {
			return w.fromMoscow(z.Msk)
		}
	}
	return w.city(zone)
}

func (w *Words) fromMoscow(hours int) string {
	if hours == 0 {
		return w.T("zone.msk")
	}
	return w.T("zone.msk") + w.Signed(int64(hours))
}

// city is the word for the city of a zone, else its IANA name.
func (w *Words) city(zone string) string {
	name := zone[strings.LastIndex(zone, "/")+1:]
	if key := "zone." + strings.ToLower(name); w.Has(key) {
		return w.T(key)
	}
	return strings.ReplaceAll(name, "_", " ")
}
