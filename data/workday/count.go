package workday

import (
	"slices"

	"portfel/data"
)

// Number is how many days are worked from the year 1 up to and including d. Two
// numbers compared count the working days between their dates; a day is worked
// when its number differs from the day before.
func (c *Calendar) Number(d data.Date) int64 { return c.num(int64(d)) }

func (c *Calendar) num(d int64) int64 {
	switch i := d - c.lo; {
	case i < 0 || len(c.number) == 0:
		return c.beat.number(d)
	case d > c.hi:
		return c.beat.number(d) + c.shift
	default:
		return c.before + int64(c.number[i])
	}
}

// Day is the k-th working day: the inverse of Number. It is none when no such
// day exists (nothing is worked), and never later than 9999-12-31.
func (c *Calendar) Day(k int64) data.Date {
	i := k - c.before
	if i > 0 && i <= int64(len(c.list)) {
		return data.Date(c.list[i-1])
	}
	if c.beat.days == 0 {
		return 0
	}
	if i > int64(len(c.list)) {
		k -= c.shift
	}
	return data.Date(min(max(c.beat.day(k), 0), end))
}

// Worked is the working minutes from the year 1 up to the end of d.
func (c *Calendar) Worked(d data.Date) data.Minutes {
	n := int64(d)
	switch i := n - c.lo; {
	case i < 0 || len(c.number) == 0:
		return data.Minutes(c.beat.worked(n))
	case n > c.hi:
		return data.Minutes(c.beat.worked(n) + c.shiftM)
	default:
		return data.Minutes(c.beforeM + int64(c.minutes[i]))
	}
}

// DayOfMinute is the first day by whose end m minutes are worked: the inverse
// of Worked. It is none when nothing is worked, and never later than 9999-12-31.
func (c *Calendar) DayOfMinute(m data.Minutes) data.Date {
	v := int64(m)
	if n := len(c.minutes); n > 0 && v > c.beforeM && v <= c.beforeM+int64(c.minutes[n-1]) {
		i, _ := slices.BinarySearch(c.minutes, int32(v-c.beforeM))
		return data.Date(c.lo + int64(i))
	}
	if c.beat.minutes == 0 {
		return 0
	}
	if len(c.minutes) > 0 && v > c.beforeM {
		v -= c.shiftM
	}
	return data.Date(min(max(c.beat.dayOfMinute(v), 0), end))
}

// IsWorking tells whether d is worked.
func (c *Calendar) IsWorking(d data.Date) bool { return c.num(int64(d)) != c.num(int64(d)-1) }

// Minutes is the working time of d, 0 on a day off.
func (c *Calendar) Minutes(d data.Date) data.Minutes { return c.Worked(d) - c.Worked(d-1) }

// OnOrAfter is d if it is worked, else the next working day.
func (c *Calendar) OnOrAfter(d data.Date) data.Date { return c.Day(c.Number(d-1) + 1) }

// OnOrBefore is d if it is worked, else the last working day before it.
func (c *Calendar) OnOrBefore(d data.Date) data.Date { return c.Day(c.Number(d)) }

// Next is the first working day after d, Prev the last one before it.
func (c *Calendar) Next(d data.Date) data.Date { return c.AddDays(d, 1) }

// Prev is the last working day before d.
func (c *Calendar) Prev(d data.Date) data.Date { return c.AddDays(d, -1) }

// AddDays is the n-th working day strictly after d, which itself need not be
// worked ("n рабочих дней после D"); with a negative n the n-th strictly before;
// with 0 it is d.
func (c *Calendar) AddDays(d data.Date, n int) data.Date {
	switch {
	case n > 0:
		return c.Day(c.Number(d) + int64(n))
	case n < 0:
		return c.Day(c.Number(d-1) + int64(n) + 1)
	}
	return d
}

// Between counts the working days from one day to another, both included; 0
// when the second is earlier.
func (c *Calendar) Between(from, to data.Date) int {
	if to < from {
		return 0
	}
	return int(c.Number(to) - c.Number(from-1))
}

// Distance is how many working days lie after one day up to another: 0 for the
// same day, 1 from Friday to Monday, negative backwards.
func (c *Calendar) Distance(from, to data.Date) int { return int(c.Number(to) - c.Number(from)) }

// MinutesBetween is the working time from one day to another, both included.
func (c *Calendar) MinutesBetween(from, to data.Date) data.Minutes {
	if to < from {
		return 0
	}
	return c.Worked(to) - c.Worked(from-1)
}

// Endless tells whether the weekly pattern works at all, so that every number
// has a day.
func (c *Calendar) Endless() bool { return c.beat.days > 0 }

// Week is the weekly pattern.
func (c *Calendar) Week() Week { return c.week }

// Nominal is the length of the ordinary working day.
func (c *Calendar) Nominal() data.Minutes { return c.week.Nominal() }
