package workday

import (
	"math/rand"
	"testing"

	"portfel/data"
)

// plain answers by walking day after day over a map: the definitions.
type plain struct {
	week Week
	days map[data.Date]data.Minutes
	away []Absence
}

func (p plain) minutes(d data.Date) data.Minutes {
	m := p.week[d.Weekday()]
	if x, ok := p.days[d]; ok {
		m = x
	}
	for _, a := range p.away {
		if d >= a.From && d <= a.To {
			return 0
		}
	}
	return m
}

func randomCalendar(r *rand.Rand, from data.Date) (*Calendar, plain) {
	p := plain{days: map[data.Date]data.Minutes{}}
	for i := range p.week {
		if r.Intn(3) > 0 {
			p.week[i] = data.Minutes(60 * (1 + r.Intn(9)))
		}
	}
	p.week[r.Intn(7)] = 480
	var days []Day
	for range r.Intn(30) {
		d := Day{Date: from + data.Date(r.Intn(400)), Type: data.DayIsOff}
		if r.Intn(2) == 0 {
			d.Type, d.Minutes = data.DayIsWork, data.Minutes(1+r.Intn(600))
		}
		p.days[d.Date] = d.Minutes
		days = append(days, d)
	}
	for range r.Intn(3) {
		a := from + data.Date(r.Intn(450))
		p.away = append(p.away, Absence{From: a, To: a + data.Date(r.Intn(40))})
	}
	return New(p.week, days, nil).WithAbsences(p.away...), p
}

func TestCountingEqualsWalking(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	from := day("2026-01-01")
	for round := range 200 {
		c, p := randomCalendar(r, from)
		first := from - 60
		number, worked := c.Number(first-1), c.Worked(first-1)
		for d := first; d < from+600; d++ {
			m := p.minutes(d)
			if m > 0 {
				number++
				if c.Day(number) != d {
					t.Fatalf("round %d: working day %d is %s, want %s", round, number, c.Day(number), d)
				}
				if c.DayOfMinute(worked+1) != d || c.DayOfMinute(worked+m) != d {
					t.Fatalf("round %d: minutes of %s lie on %s and %s", round, d, c.DayOfMinute(worked+1), c.DayOfMinute(worked+m))
				}
			}
			worked += m
			if c.Number(d) != number || c.Worked(d) != worked || c.Minutes(d) != m || c.IsWorking(d) != (m > 0) {
				t.Fatalf("round %d, %s: number %d want %d, worked %d want %d", round, d, c.Number(d), number, c.Worked(d), worked)
			}
		}
		stepping(t, c, p, from+data.Date(r.Intn(400)), r.Intn(20))
	}
}

// stepping compares AddDays with a walk.
func stepping(t *testing.T, c *Calendar, p plain, d data.Date, n int) {
	t.Helper()
	for _, step := range []data.Date{1, -1} {
		x := d
		for left := n; left > 0; {
			x += step
			if p.minutes(x) > 0 {
				left--
			}
		}
		if got := c.AddDays(d, n*int(step)); got != x {
			t.Fatalf("%s %+d working days = %s, want %s", d, n*int(step), got, x)
		}
	}
}

func TestFarDates(t *testing.T) {
	c := russia(t)
	for _, d := range []data.Date{-1 << 31, -1, 0, 1, 2, end, 1<<31 - 1} {
		c.IsWorking(d)
		c.Minutes(d)
		c.Title(d)
		for _, n := range []int{-1 << 31, -1, 1, 1<<31 - 1} {
			if got := c.AddDays(d, n); got < 0 || got > end {
				t.Errorf("%d %+d = %d", d, n, got)
			}
		}
	}
	if got := c.Between(1, 7); got != 5 {
		t.Errorf("the first week of the year 1 has %d working days", got)
	}
	if got := c.Between(day("9999-12-01"), day("9999-12-31")); got != 23 {
		t.Errorf("December 9999 has %d weekdays, want 23", got)
	}
	wide := New(FiveDays, []Day{{Date: 5, Type: data.DayIsOff}, {Date: end, Type: data.DayIsOff}}, nil).
		WithAbsences(Absence{From: 1, To: 3}, Absence{From: end, To: 1})
	if len(wide.number) != 0 {
		t.Errorf("rows far away take %d days of memory", len(wide.number))
	}
	empty := New(Week{}, nil, nil)
	if empty.Endless() || empty.Day(5) != 0 || empty.DayOfMinute(5) != 0 || empty.Next(day("2026-01-01")) != 0 || empty.Nominal() != 0 {
		t.Error("a week without work has no next day")
	}
	if some := New(Week{}, []Day{{Date: day("2026-01-10"), Type: data.DayIsWork}}, nil); some.Next(day("2026-01-01")) != day("2026-01-10") || some.Next(day("2026-01-10")) != 0 {
		t.Error("the only working day is found, and none after it")
	}
}

func BenchmarkAddDays(b *testing.B) {
	c := russia(b)
	d := day("2026-12-22")
	for i := range b.N {
		c.AddDays(d, i%400)
	}
}
