package report

import (
	"strconv"

	"portfel/data"
	"portfel/data/text"
)

// Type says what a cell or a column holds.
type Type uint8

// The types. The number of a cell is kept in the unit named here.
const (
	Empty     Type = iota
	AsText         // Cell.Text
	AsDate         // a data.Date
	AsMoment       // minutes from day 0, wall time
	AsInt          // a whole number
	AsMoney        // kopecks
	AsHours        // minutes
	AsPercent      // tenths of a per cent
	AsDays         // thousandths of a day
)

// Numeric tells whether values of the type stand to the right.
func (t Type) Numeric() bool { return t >= AsInt }

// Cell is one typed value. The zero Cell is empty.
type Cell struct {
	Type Type
	Text string
	N    int64
}

// Text is a cell of text; an empty text makes an empty cell.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Type: AsText, Text: s}
}

// Date is a cell of a day; no date makes an empty cell.
func Date(d data.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{Type: AsDate, N: int64(d)}
}

// Moment is a cell of a day and a time by the clock of the moment's own zone.
func Moment(m data.Moment) Cell {
	if m.IsZero() {
		return Cell{}
	}
	return Cell{Type: AsMoment, N: int64(m.Day)*1440 + int64(m.Min)}
}

// Int is a cell of a whole number.
func Int(n int64) Cell { return Cell{Type: AsInt, N: n} }

// Money is a cell of a sum.
func Money(m data.Money) Cell { return Cell{Type: AsMoney, N: int64(m)} }

// Hours is a cell of working time.
func Hours(m data.Minutes) Cell { return Cell{Type: AsHours, N: int64(m)} }

// Percent is a cell of a whole per cent.
func Percent(n int) Cell { return Cell{Type: AsPercent, N: int64(n) * 10} }

// Tenths is a cell of a per cent to one decimal: 739 is 73.9 %.
func Tenths(n int64) Cell { return Cell{Type: AsPercent, N: n} }

// Days is a cell of days in thousandths: 2500 is 2.5 days.
func Days(thousandths int64) Cell { return Cell{Type: AsDays, N: thousandths} }

// Day is the date of a cell of AsDate or AsMoment, else none.
func (c Cell) Day() data.Date {
	switch c.Type {
	case AsDate:
		return data.Date(c.N)
	case AsMoment:
		return data.Date(c.N / 1440)
	}
	return 0
}

// Minute is the minute of the day of a cell of AsMoment, else 0.
func (c Cell) Minute() int {
	if c.Type != AsMoment {
		return 0
	}
	return int(c.N % 1440)
}

// Written is the value in a table, as the language writes it; units stand in
// the head of the column: «28 000,00», «6,5», «60 %».
func (c Cell) Written(w *text.Words) string {
	switch c.Type {
	case AsText:
		return c.Text
	case AsDate:
		return w.Date(c.Day())
	case AsMoment:
		return w.Date(c.Day()) + " " + w.Clock(c.Minute())
	case AsInt:
		return w.Number(c.N)
	case AsMoney:
		return w.Amount(data.Money(c.N))
	case AsHours:
		return w.HoursNumber(data.Minutes(c.N))
	case AsPercent:
		return w.PercentTenths(c.N)
	case AsDays:
		return w.Decimal(c.N)
	}
	return ""
}

// Spoken is the value with its unit, as it stands alone: «28 000 ₽», «6,5 ч»,
// «2,5 дн.».
func (c Cell) Spoken(w *text.Words) string {
	switch c.Type {
	case AsMoney:
		return w.Money(data.Money(c.N))
	case AsHours:
		return w.Hours(data.Minutes(c.N))
	case AsDays:
		return w.DurationDays(c.N)
	}
	return c.Written(w)
}

// Plain is the value for a program: dates as 2026-11-24, moments as
// 2026-11-24T09:42, numbers with a point, money in roubles with two decimals,
// hours to a thousandth, per cent without the sign.
func (c Cell) Plain() string {
	switch c.Type {
	case AsText:
		return c.Text
	case AsDate:
		return c.Day().String()
	case AsMoment:
		return c.Day().String() + "T" + data.Moment{Min: c.Minute()}.Clock()
	case AsInt:
		return strconv.FormatInt(c.N, 10)
	case AsMoney:
		return data.Money(c.N).Decimal()
	case AsHours:
		return data.Thousandths(thousandthsOfHour(c.N))
	case AsPercent:
		return data.Thousandths(c.N * 100)
	case AsDays:
		return data.Thousandths(c.N)
	}
	return ""
}

// thousandthsOfHour rounds half away from zero, so that hours read back give
// the same minutes.
func thousandthsOfHour(minutes int64) int64 {
	half := int64(30)
	if minutes < 0 {
		half = -30
	}
	return (minutes*1000 + half) / 60
}
