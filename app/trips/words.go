package trips

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/place"
	"portfel/data/text"
	"portfel/data/workday"
)

// teller puts trips into words as they stand on one day.
type teller struct {
	w     *text.Words
	cal   *workday.Calendar
	today data.Date
}

// dash joins two dates of several words; it never begins a line.
const dash = "\u00a0– "

// title is the name of a trip in a list: «Казань», «Химки, местная».
func (t teller) title(r data.TripRow) string {
	if r.What == data.TripLocal {
		return t.w.F("trips.local.title", r.Name)
	}
	return r.Name
}

// span is the days of a trip as people say them: «16–19 ноября», «30 ноября – 4
// декабря», with the year when it is not the present one.
func (t teller) span(from, to data.Date) string {
	w, year := t.w, from.Year() != t.today.Year() || to.Year() != t.today.Year()
	_, m1, _ := from.Civil()
	_, m2, _ := to.Civil()
	switch {
	case from.IsZero():
		return w.T("trips.nodates")
	case from.Year() != to.Year():
		return w.LongDate(from) + dash + w.LongDate(to)
	case m1 != m2 && year:
		return w.LongDay(from) + dash + w.LongDate(to)
	case m1 != m2:
		return w.LongDay(from) + dash + w.LongDay(to)
	case year:
		return w.PeriodYear(from, to)
	}
	return w.Period(from, to)
}

// when is span with the hours of a local trip.
func (t teller) when(r data.TripRow) string {
	s := t.span(r.StartsOn, r.EndsOn)
	if r.What == data.TripLocal && r.TimeTo > 0 && !r.StartsOn.IsZero() {
		s += ", " + t.hours(r.TimeFrom, r.TimeTo)
	}
	return s
}

// hours is «10–13» for whole hours, else «10:00–13:30».
func (t teller) hours(from, to int) string {
	if from%60 == 0 && to%60 == 0 {
		return strconv.Itoa(from/60) + "–" + strconv.Itoa(to/60)
	}
	return t.w.ClockRange(from, to)
}

// in is how far a day lies ahead: «сегодня», «завтра», «через 6 дн.».
func (t teller) in(d data.Date) string {
	if n := int(d - t.today); n > 1 {
		return t.w.F("relative.in", n)
	}
	return t.w.Relative(d, t.today)
}

// chip says where a trip stands, in one or two words.
func (t teller) chip(r data.TripRow) (ui.Role, string) {
	w := t.w
	switch phase := r.Phase(t.today); phase {
	case data.TripPlanned, data.TripAgreed, data.TripOrdered:
		return t.aheadChip(r)
	case data.TripTravelling:
		return ui.Go, w.T("trips.chip.travelling")
	case data.TripDue:
		return t.dueChip(r)
	case data.TripReported, data.TripApproved:
		return ui.Go, w.T("trips.chip." + string(phase))
	case data.TripClosed, data.TripHeld:
		return ui.Done, w.T("trips.chip." + string(phase))
	default:
		return ui.Planned, w.T("trips.chip." + string(phase))
	}
}

//text:prefix trips.chip.

// aheadChip counts the days to the start; a start that has come without what it
// needs is late.
func (t teller) aheadChip(r data.TripRow) (ui.Role, string) {
	role := ui.Go
	if r.Status == data.TripPlanned {
		role = ui.Planned
	}
	switch {
	case r.StartsOn.IsZero():
		return role, t.w.T("trips.nodates")
	case r.What == data.TripLocal && r.EndsOn < t.today:
		return ui.Risk, t.w.T("trips.chip.unmarked")
	case r.What != data.TripLocal && r.StartsOn <= t.today:
		return ui.Late, t.w.T("trips.chip.unordered")
	}
	return role, t.in(r.StartsOn)
}

// dueChip counts the working days to the report.
func (t teller) dueChip(r data.TripRow) (ui.Role, string) {
	left := t.cal.Distance(t.today, r.ReportOn)
	switch {
	case r.ReportOn.IsZero():
		return ui.Risk, t.w.T("trips.chip.due")
	case r.ReportOn < t.today:
		return ui.Late, t.w.Countdown(min(left, -1))
	case left <= 0:
		return ui.Risk, t.w.T("trips.chip.duetoday")
	}
	return ui.Risk, t.w.N("trips.chip.dueleft", left)
}

// countdown is how long there is still time, in working days.
func (t teller) countdown(d data.Date) (ui.Role, string) {
	left := t.cal.Distance(t.today, d)
	switch {
	case d < t.today:
		return ui.Late, t.w.Countdown(min(left, -1))
	case d == t.today:
		return ui.Risk, t.w.Countdown(0)
	}
	return ui.Plain, t.w.Countdown(max(left, 1))
}

// sign is the note of a zone at a moment: «МСК», «МСК+2», «МСК+2:45».
func (t teller) sign(m data.Moment) string {
	msk, err := m.In("Europe/Moscow")
	if err != nil || m.IsZero() {
		return ""
	}
	ahead := (int(m.Day-msk.Day))*1440 + m.Min - msk.Min
	s := t.w.T("zone.msk")
	if ahead == 0 {
		return s
	}
	s += t.w.Signed(int64(ahead / 60))
	if rest := ahead % 60; rest != 0 {
		s += ":" + two(max(rest, -rest))
	}
	return s
}

// two writes a number of two digits.
func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// whole keeps a text on one line.
func whole(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

// route is the places of a leg, as short as they were given: «SVO → SVX» when
// both are airports, else the words.
func (t teller) route(l data.Leg) string {
	a, b := place.Code(l.FromPlace), place.Code(l.ToPlace)
	if a != "" && b != "" {
		return a + " → " + b
	}
	return l.FromPlace + " → " + l.ToPlace
}

// towns is «Москва — Екатеринбург» when route shows only codes.
func (t teller) towns(l data.Leg) string {
	a, okA := place.Find(l.FromPlace)
	b, okB := place.Find(l.ToPlace)
	if !okA || !okB || a.Code == "" || b.Code == "" {
		return ""
	}
	en := t.w.Lang() == text.EN
	return a.Name(en) + " — " + b.Name(en)
}

// small begins a word with a small letter, as chips and notes are written.
func small(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// plainName is a client's name without its legal form: «Балтик-Тара» of «ООО
// «Балтик-Тара»».
func plainName(s string) string {
	if _, rest, ok := strings.Cut(s, "«"); ok {
		if i := strings.LastIndex(rest, "»"); i > 0 {
			return rest[:i]
		}
	}
	return s
}

// samePlace compares two places as people write them: the town counts.
func samePlace(a, b string) bool {
	x, okA := place.Find(a)
	y, okB := place.Find(b)
	if okA && okB {
		return x.City == y.City
	}
	return data.Fold(a) == data.Fold(b)
}
