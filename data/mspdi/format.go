package mspdi

import "portfel/data"

// Format is the unit in which a duration or a lag is shown, and whether it is
// estimated.
type Format int

// The formats. The elapsed ones are one more, the estimated ones 32 more.
const (
	InMinutes        Format = 3
	InElapsedMinutes Format = 4
	InHours          Format = 5
	InElapsedHours   Format = 6
	InDays           Format = 7
	InElapsedDays    Format = 8
	InWeeks          Format = 9
	InElapsedWeeks   Format = 10
	InMonths         Format = 11
	InElapsedMonths  Format = 12
	InPercent        Format = 19
	InElapsedPercent Format = 20
	NoFormat         Format = 21 // as the project has it

	estimated Format = 32
)

// Known tells whether the schema has the format.
func (f Format) Known() bool {
	b := f.base()
	return b >= InMinutes && b <= InElapsedMonths || b >= InPercent && b <= NoFormat
}

// Estimated tells whether the duration is only a guess: «1 день?».
func (f Format) Estimated() bool { return f > estimated }

// Elapsed tells whether the amount runs by the clock, days off included.
func (f Format) Elapsed() bool {
	b := f.base()
	return b <= InElapsedMonths && b%2 == 0 && b != 0 || b == InElapsedPercent
}

// Percent tells whether the amount is per cent of the predecessor's duration.
func (f Format) Percent() bool {
	b := f.base()
	return b == InPercent || b == InElapsedPercent
}

// base is the format without its mark of a guess.
func (f Format) base() Format {
	if f > estimated {
		return f - estimated
	}
	return f
}

// inDays tells whether the unit is made of days.
func (f Format) inDays() bool {
	b := f.base()
	return b == InDays || b == InWeeks || b == InMonths
}

// format resolves what is not given: the project's format, or days.
func (p *Project) format(f Format) Format {
	for _, g := range []Format{f, p.DurationFormat} {
		if b := g.base(); b != 0 && b != NoFormat {
			return g
		}
	}
	return InDays
}

// Span is a duration as a plan counts it: working days when the format counts
// days (or weeks and months of them) and the amount is whole days of
// MinutesPerDay; elapsed minutes when the format is elapsed; working minutes
// otherwise. A part of a minute is rounded.
func (p *Project) Span(d Period, f Format) data.Span {
	f = p.format(f)
	day := Period(p.dayMinutes()) * 60
	switch {
	case f.Elapsed():
		return data.Span{Amount: int64(d.Minutes()), Unit: data.ElapsedMins}
	case f.inDays() && d%day == 0:
		return data.Days(int(d / day))
	}
	return data.Span{Amount: int64(d.Minutes()), Unit: data.WorkMinutes}
}

// Lag is a lag as a plan counts it, by the rules of Span. It is false for a lag
// in per cent, whose length is known only with the predecessor's.
func (p *Project) Lag(l *Link) (data.Span, bool) {
	if l.LagFormat.Percent() {
		return data.Span{}, false
	}
	return p.Span(Period(l.Lag)*6, l.LagFormat), true
}

// Length is the amount and format of a span, the other way round: calendar days
// become elapsed days. A part of a second is rounded.
func (p *Project) Length(s data.Span) (Period, Format) {
	switch s.Unit {
	case data.WorkDays:
		return Period(roundDiv(s.Amount*int64(p.dayMinutes())*60, 1000)), InDays
	case data.CalendarDays:
		return Period(roundDiv(s.Amount*86400, 1000)), InElapsedDays
	case data.ElapsedMins:
		return Period(s.Amount * 60), largest(s.Amount, 1440, InElapsedDays)
	}
	return Period(s.Amount * 60), largest(s.Amount, 0, InElapsedDays) - 1
}

// SetLag writes a span into a link.
func (p *Project) SetLag(l *Link, s data.Span) {
	d, f := p.Length(s)
	l.Lag, l.LagFormat = Tenths(roundDiv(int64(d), 6)), f
}

// largest is the largest elapsed format that shows the minutes as a whole
// number; day is the length of the day, 0 for none.
func largest(minutes, day int64, days Format) Format {
	switch {
	case day > 0 && minutes%day == 0:
		return days
	case minutes%60 == 0:
		return days - 2
	}
	return days - 4
}
