package mspdi

import (
	"testing"

	"portfel/data"
)

func TestSpans(t *testing.T) {
	p := &Project{MinutesPerDay: 450}
	for name, x := range map[string]struct {
		d    Period
		f    Format
		want data.Span
	}{
		"5 days":                  {5 * 450 * 60, 7, data.Days(5)},
		"5 days?":                 {5 * 450 * 60, 39, data.Days(5)},
		"half a day":              {225 * 60, 7, data.Span{Amount: 225, Unit: data.WorkMinutes}},
		"a milestone":             {0, 7, data.Days(0)},
		"two weeks":               {2 * 2250 * 60, 9, data.Days(10)},
		"a month":                 {20 * 450 * 60, 11, data.Days(20)},
		"hours stay hours":        {450 * 60, 5, data.Span{Amount: 450, Unit: data.WorkMinutes}},
		"minutes":                 {30 * 60, 3, data.Span{Amount: 30, Unit: data.WorkMinutes}},
		"a day by the clock":      {1440 * 60, 8, data.Span{Amount: 1440, Unit: data.ElapsedMins}},
		"an hour by the clock?":   {3600, 38, data.Span{Amount: 60, Unit: data.ElapsedMins}},
		"none given":              {450 * 60, 21, data.Days(1)},
		"none given, a guess":     {450 * 60, 53, data.Days(1)},
		"nothing said":            {450 * 60, 0, data.Days(1)},
		"seconds are rounded":     {90, 5, data.Span{Amount: 2, Unit: data.WorkMinutes}},
		"per cent of a day, work": {450 * 60, 19, data.Span{Amount: 450, Unit: data.WorkMinutes}},
	} {
		equal(t, name, p.Span(x.d, x.f), x.want)
	}
	equal(t, "the project's hours", (&Project{DurationFormat: 5}).Span(480*60, 21), data.Span{Amount: 480, Unit: data.WorkMinutes})
	equal(t, "480 by default", (&Project{}).Span(480*60, 7), data.Days(1))
	equal(t, "450 is no whole day of 480", (&Project{}).Span(450*60, 7), data.Span{Amount: 450, Unit: data.WorkMinutes})
}

func TestLengths(t *testing.T) {
	p := &Project{MinutesPerDay: 450}
	for _, x := range []struct {
		s data.Span
		d Period
		f Format
	}{
		{data.Days(2), 2 * 450 * 60, InDays},
		{data.Span{Amount: 2500, Unit: data.WorkDays}, 1125 * 60, InDays},
		{data.Span{Amount: 120, Unit: data.WorkMinutes}, 7200, InHours},
		{data.Span{Amount: 1440, Unit: data.WorkMinutes}, 1440 * 60, InHours},
		{data.Span{Amount: 90, Unit: data.WorkMinutes}, 5400, InMinutes},
		{data.Span{Amount: 3000, Unit: data.CalendarDays}, 3 * 86400, InElapsedDays},
		{data.Span{Amount: 2880, Unit: data.ElapsedMins}, 2880 * 60, InElapsedDays},
		{data.Span{Amount: 60, Unit: data.ElapsedMins}, 3600, InElapsedHours},
		{data.Span{Amount: 61, Unit: data.ElapsedMins}, 3660, InElapsedMinutes},
	} {
		d, f := p.Length(x.s)
		equal(t, x.s.String(), [2]any{d, f}, [2]any{x.d, x.f})
	}
	var l Link
	p.SetLag(&l, data.Days(-1))
	equal(t, "lead of a day", [2]any{l.Lag, l.LagFormat}, [2]any{Tenths(-4500), InDays})
	span, ok := p.Lag(&l)
	equal(t, "back", [2]any{span, ok}, [2]any{data.Days(-1), true})
	_, ok = p.Lag(&Link{Lag: 50, LagFormat: 51})
	equal(t, "per cent has no length", ok, false)
}

func TestFormats(t *testing.T) {
	elapsed := map[Format]bool{4: true, 6: true, 8: true, 10: true, 12: true, 20: true, 36: true, 38: true, 40: true, 42: true, 44: true, 52: true}
	known := map[Format]bool{}
	for _, f := range []Format{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20, 21, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 51, 52, 53} {
		known[f] = true
	}
	for f := Format(-1); f < 60; f++ {
		equal(t, "known", f.Known(), known[f])
		if f.Known() {
			equal(t, "elapsed", f.Elapsed(), elapsed[f])
			equal(t, "estimated", f.Estimated(), f >= 35)
			equal(t, "per cent", f.Percent(), f == 19 || f == 20 || f == 51 || f == 52)
		}
	}
}
