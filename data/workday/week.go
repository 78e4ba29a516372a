package workday

import "portfel/data"

// Regular and Short are the working time of an ordinary day and of a day
// before a holiday (ст. 91 and 95 ТК РФ), used where a row gives no minutes.
const (
	Regular data.Minutes = 8 * 60
	Short   data.Minutes = 7 * 60
)

// Week is the working time of each day of the week, indexed by time.Weekday:
// Week[0] is Sunday.
type Week [7]data.Minutes

// FiveDays is Monday to Friday, 8 hours.
var FiveDays = Week{0, Regular, Regular, Regular, Regular, Regular, 0}

// HoursWeek spreads the minutes of a personal week evenly over Monday to
// Friday; less than nothing is nothing, more than whole days is whole days.
func HoursWeek(perWeek data.Minutes) Week {
	per := min(max(perWeek, 0)/5, 24*60)
	return Week{0, per, per, per, per, per, 0}
}

// Nominal is the length of the week's ordinary working day: all minutes by all
// days worked. A week without work has none.
func (w Week) Nominal() data.Minutes {
	var sum, n data.Minutes
	for _, m := range w {
		if m > 0 {
			sum, n = sum+m, n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// rhythm is a week prepared for counting. Day 1 of data.Date is a Monday, so
// d/7 whole weeks and a rest of d%7 days have passed by the end of d.
type rhythm struct {
	days    int64    // worked days of a week
	minutes int64    // working minutes of a week
	upTo    [7]int64 // worked days in the first r days from Monday
	minUpTo [7]int64
	nth     [8]int64 // offset from the Sunday before of the n-th worked day, from 1
}

func newRhythm(w Week) (r rhythm) {
	for i := 1; i <= 7; i++ {
		if m := w[i%7]; m > 0 {
			r.days++
			r.minutes += int64(m)
			r.nth[r.days] = int64(i)
		}
		if i < 7 {
			r.upTo[i], r.minUpTo[i] = r.days, r.minutes
		}
	}
	return r
}

// number is how many days the pattern works up to the end of d.
func (r *rhythm) number(d int64) int64 {
	q, rest := divide(d, 7)
	return q*r.days + r.upTo[rest]
}

// worked is the minutes that the pattern works up to the end of d.
func (r *rhythm) worked(d int64) int64 {
	q, rest := divide(d, 7)
	return q*r.minutes + r.minUpTo[rest]
}

// day is the k-th worked day; the pattern must work at all.
func (r *rhythm) day(k int64) int64 {
	q, rest := divide(k-1, r.days)
	return q*7 + r.nth[rest+1]
}

// dayOfMinute is the first day by whose end m minutes are worked.
func (r *rhythm) dayOfMinute(m int64) int64 {
	q, rest := divide(m-1, r.minutes)
	for i := int64(1); i < 7; i++ {
		if r.minUpTo[i] > rest {
			return q*7 + i
		}
	}
	return q*7 + 7
}

// divide rounds towards minus infinity, so that days before day 1 count too.
func divide(a, b int64) (quotient, rest int64) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}
