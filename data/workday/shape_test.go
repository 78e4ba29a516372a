package workday

import (
	"math/rand"
	"testing"

	"portfel/data"
)

// A day of which only the length is known begins at nine, with an hour of break
// after four; one that would run over midnight begins earlier.
func TestUsualDays(t *testing.T) {
	for hours, want := range map[float64]data.Shifts{
		-3: "", 0: "", 1.5: "09:00-10:30", 4: "09:00-13:00", 4.25: "09:00-13:00 14:00-14:15", 7: "09:00-13:00 14:00-17:00",
		8: "09:00-13:00 14:00-18:00", 8.25: "09:00-13:00 14:00-18:15", 14: "09:00-13:00 14:00-24:00",
		15: "08:00-12:00 13:00-24:00", 23: "00:00-04:00 05:00-24:00", 23.5: "00:00-23:30", 24: "00:00-24:00", 90: "00:00-24:00",
	} {
		if got := Usual(data.Minutes(hours * 60)); got != want {
			t.Errorf("%v h: %s, want %s", hours, got, want)
		}
	}
	for m := data.Minutes(1); m <= 24*60; m++ {
		if got := Usual(m); got.Minutes() != m {
			t.Errorf("%d minutes: %s works %d", m, got, got.Minutes())
		}
	}
}

// bits are the minutes of a day that are worked.
type bits [24 * 60]bool

func bitsOf(s data.Shifts) (b bits) {
	for _, x := range s.List() {
		for m := x.From; m < x.To; m++ {
			b[m] = true
		}
	}
	return b
}

func (b *bits) count() (n data.Minutes) {
	for _, x := range b {
		if x {
			n++
		}
	}
	return n
}

// randomShifts are up to four intervals on quarters of an hour.
func randomShifts(r *rand.Rand) data.Shifts {
	var list []data.Shift
	at := data.Minutes(r.Intn(60) * 15)
	for range r.Intn(4) {
		to := at + data.Minutes(1+r.Intn(20))*15
		if to > 24*60 {
			break
		}
		list = append(list, data.Shift{From: at, To: to})
		at = to + data.Minutes(1+r.Intn(8))*15
	}
	return data.MakeShifts(list...)
}

// How much of a day is over at a minute, and when that much is over, found by
// going through the day.
func TestShapesEqualWalking(t *testing.T) {
	for seed := range 300 {
		r := rand.New(rand.NewSource(int64(seed)))
		s := randomShifts(r)
		c := NewHours(Hours{s, s, s, s, s, s, s}, nil, nil)
		shape, b := c.Shape(day("2026-01-12")), bitsOf(s)
		done := data.Minutes(0)
		for m := range data.Minutes(24 * 60) {
			if got := shape.Before(m); got != done {
				t.Fatalf("%s: %d over at %d, want %d", s, got, m, done)
			}
			if b[m] {
				if got := shape.At(done + 1); got != m+1 {
					t.Fatalf("%s: %d are over at %d, want %d", s, done+1, got, m+1)
				}
				if done == 0 && (shape.Open != m || shape.At(0) != m) {
					t.Fatalf("%s opens at %d, At(0) %d, want %d", s, shape.Open, shape.At(0), m)
				}
				if done++; done == shape.Minutes && shape.Close != m+1 {
					t.Fatalf("%s closes at %d, want %d", s, shape.Close, m+1)
				}
			}
		}
		if shape.Minutes != done || c.Minutes(day("2026-01-12")) != done || shape.Before(24*60) != done {
			t.Fatalf("%s works %d, want %d", s, shape.Minutes, done)
		}
	}
}

// A week of eight hours and a quarter, seven on Friday. Days before a holiday are
// an hour shorter than the usual eight: the first seven hours of the weekday; a
// moved working Saturday takes the longest day of the week.
func TestHoursOfAWeek(t *testing.T) {
	long, short := data.Shifts("08:30-13:00 13:45-17:30"), data.Shifts("08:30-13:00 13:45-16:15")
	c := NewHours(Hours{"", long, long, long, long, short, ""}, russia(t).Days(), nil)
	for d, want := range map[string]data.Shifts{
		"2026-01-12": long,                      // Monday
		"2026-01-16": short,                     // Friday
		"2026-04-30": "08:30-13:00 13:45-16:15", // Thursday before a holiday: 4.5 h and 2.5 h
		"2026-06-12": "", "2026-01-10": "", "2027-02-22": "",
		"2027-02-20": "08:30-13:00 13:45-16:15", // a working Saturday of seven hours
		"2024-04-27": "08:30-13:00 13:45-17:15", // one of eight
		"2030-07-05": short,                     // beyond the years known
	} {
		if got := c.Shifts(day(d)); got != want {
			t.Errorf("%s: %s, want %s", d, got, want)
		}
	}
	if c.Week() != (Week{0, 495, 495, 495, 495, 420, 0}) || c.Longest() != long {
		t.Errorf("week %v, longest %s", c.Week(), c.Longest())
	}
}

// Rows may bring shifts of their own; minutes cut them; a personal week cuts or
// replaces those of the weekdays.
func TestShiftsOfRowsAndPersonalWeeks(t *testing.T) {
	late := data.Shifts("12:00-16:00 17:00-21:00")
	c := NewHours(Hours{"", late, late, late, late, late, ""}, []Day{
		{Date: day("2026-01-13"), Type: data.DayIsWork, Shifts: "10:00-11:30"},
		{Date: day("2026-01-14"), Type: data.DayIsShort, Shifts: "08:00-12:00 13:00-17:00", Minutes: 300},
		{Date: day("2026-01-15"), Type: data.DayIsOff, Shifts: "10:00-11:30"},
		{Date: day("2026-01-16"), Type: data.DayIsWork, Shifts: "10:00-11:30", Minutes: 240},
		{Date: day("2026-01-17"), Type: data.DayIsWork},
	}, nil)
	for d, want := range map[string]data.Shifts{"2026-01-12": late, "2026-01-13": "10:00-11:30", "2026-01-14": "08:00-12:00 13:00-14:00",
		"2026-01-15": "", "2026-01-16": "09:00-13:00", "2026-01-17": late, "2026-01-18": ""} {
		if got := c.Shifts(day(d)); got != want || c.Minutes(day(d)) != want.Minutes() {
			t.Errorf("%s: %s and %d minutes, want %s", d, got, c.Minutes(day(d)), want)
		}
	}
	w := c.WithWeek(Week{0, 300, 600, 480, 0, 480, 0})
	for d, want := range map[string]data.Shifts{"2026-02-02": "12:00-16:00 17:00-18:00", "2026-02-03": "09:00-13:00 14:00-20:00", "2026-02-04": late, "2026-02-05": ""} {
		if got := w.Shifts(day(d)); got != want {
			t.Errorf("personal week, %s: %s, want %s", d, got, want)
		}
	}
	gone := c.WithAbsences(Absence{From: day("2026-01-12"), To: day("2026-01-16")})
	for d := day("2026-01-10"); d < day("2026-01-20"); d++ {
		want := c.Shifts(d)
		if d >= day("2026-01-12") && d <= day("2026-01-16") {
			want = ""
		}
		if got := gone.Shifts(d); got != want {
			t.Errorf("absence, %s: %q, want %q", d, got, want)
		}
	}
}

// shiftedCalendar is a week of random shifts with holidays, moved days, short days
// and absences.
func shiftedCalendar(t testing.TB, r *rand.Rand) *Calendar {
	var h Hours
	for i := range h {
		if r.Intn(4) > 0 {
			h[i] = randomShifts(r)
		}
	}
	c := NewHours(h, russia(t).Days(), nil)
	if r.Intn(2) == 0 {
		d := day("2026-03-01") + data.Date(r.Intn(60))
		c = c.Overlay([]Day{{Date: d, Type: data.DayIsWork, Shifts: randomShifts(r)}, {Date: d + 2, Type: data.DayIsOff, Title: "край"}})
	}
	if r.Intn(2) == 0 {
		from := day("2026-02-20") + data.Date(r.Intn(60))
		c = c.WithAbsences(Absence{From: from, To: from + data.Date(r.Intn(20)), Kind: data.Vacation})
	}
	if r.Intn(3) == 0 {
		c = c.WithWeek(HoursWeek(data.Hours(5 + r.Intn(40))))
	}
	return c
}

// Together people work the minutes that all of them work, day for day, inside the
// window of holidays and outside; and what a calendar counts is what its days say.
func TestTogetherIsEveryMinuteOfAll(t *testing.T) {
	for seed := range 60 {
		r := rand.New(rand.NewSource(int64(seed)))
		var cs []*Calendar
		for range 2 + r.Intn(2) {
			cs = append(cs, shiftedCalendar(t, r))
		}
		c := Intersect(cs...)
		number, worked := c.Number(day("2026-01-31")), c.Worked(day("2026-01-31"))
		for d := day("2026-02-01"); d < day("2026-06-30"); d++ {
			sameDay(t, seed, c, cs, d)
			if m := c.Shape(d).Minutes; m > 0 {
				number, worked = number+1, worked+m
			}
			if c.Number(d) != number || c.Worked(d) != worked {
				t.Fatalf("seed %d, %s: %d days and %d minutes, by its days %d and %d", seed, d, c.Number(d), c.Worked(d), number, worked)
			}
		}
		for d := day("2031-02-03"); d < day("2031-02-10"); d++ {
			sameDay(t, seed, c, cs, d)
		}
	}
}

func sameDay(t *testing.T, seed int, c *Calendar, cs []*Calendar, d data.Date) {
	t.Helper()
	want := bitsOf(cs[0].Shifts(d))
	for _, o := range cs[1:] {
		for m, works := range bitsOf(o.Shifts(d)) {
			want[m] = want[m] && works
		}
	}
	if bitsOf(c.Shifts(d)) != want || c.Minutes(d) != want.count() || c.IsWorking(d) != (want.count() > 0) {
		t.Fatalf("seed %d, %s: %q and %d minutes, want %d", seed, d, c.Shifts(d), c.Minutes(d), want.count())
	}
}
