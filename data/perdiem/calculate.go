package perdiem

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/norm"
)

// calculation is one run over the dates of a trip.
type calculation struct {
	route
	in       Input
	said     []data.TripDay // of the trip's dates, by date
	stayed   []stay
	crossed  []crossing
	rates    table
	local    bool
	free     data.Norm // the limit asked for last, and its value
	limited  data.Money
	rateOn   data.Date
	incomeOn data.Date
	ps       data.Problems // what is missing
	notes    data.Problems // what looks wrong
}

// Calculate counts a trip. What is missing (a rate, a norm, an exchange rate, a
// date) is an error of data.Problems that names what, for which place and day;
// the result then holds all that could be counted without it. What only looks
// wrong (legs that overlap, an assumed border, words about a date outside the
// trip) stands in Faults.
func Calculate(in Input) (Result, error) {
	c := calculation{in: in, local: in.Trip.What == data.TripLocal}
	r, ps := newRoute(in.Legs, in.Trip.StartsOn, in.Trip.EndsOn, in.Zone, in.Trip.RoadCounts)
	if len(ps) > 0 {
		return Result{}, ps
	}
	c.route = r
	c.prepare()
	out := Result{From: c.first, To: c.last, IncomeOn: c.incomeOn, Days: make([]Day, 0, c.last-c.first+1)}
	here, k := Russia, 0
	for on := c.first; on <= c.last; on++ {
		var at *crossing
		for ; k < len(c.crossed) && c.crossed[k].on <= on; k++ {
			at, here = &c.crossed[k], c.crossed[k].into
		}
		d := Day{On: on, Country: here, Part: Whole}
		c.place(&d, at)
		c.speak(&d)
		c.price(&d)
		out.Days = append(out.Days, d)
	}
	out.total()
	out.Faults = c.notes
	return out, c.ps.Err()
}

// prepare finds what holds for all dates.
func (c *calculation) prepare() {
	c.notes = c.route.faults()
	c.rateOn = c.in.RateOn
	if c.rateOn.IsZero() {
		c.rateOn = c.first
	}
	if on := c.in.ApprovedOn; !on.IsZero() {
		c.incomeOn = MonthEnd(on)
	}
	if !c.local {
		c.crossed = c.borders()
		c.stayed = c.stays()
	}
	c.rates = newTable(c.in.Rates)
	c.said = c.rows()
}

// MonthEnd is the last day of a day's month: the day of an income that an
// approved report brings.
func MonthEnd(on data.Date) data.Date { return on.MonthStart().AddMonths(1) - 1 }

// rows are the words about dates of the trip; words about other dates are a
// fault, because a trip that moved leaves them behind.
func (c *calculation) rows() []data.TripDay {
	if len(c.in.Days) == 0 {
		return nil
	}
	list := make([]data.TripDay, 0, len(c.in.Days))
	for _, d := range c.in.Days {
		if d.DayOn < c.first || d.DayOn > c.last {
			c.fault("perdiem.outside", d.DayOn.String())
			continue
		}
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b data.TripDay) int {
		if a.DayOn != b.DayOn {
			return int(a.DayOn - b.DayOn)
		}
		return slices.Compare(a.ID[:], b.ID[:])
	})
	return list
}

// fault notes what looks wrong, once.
func (c *calculation) fault(code string, args ...string) {
	c.notes = once(c.notes, data.Problem{Code: code, Args: args})
}

// report takes the problems of an error in.
func (c *calculation) report(err error) {
	if ps, ok := err.(data.Problems); ok {
		for _, p := range ps {
			c.ps = once(c.ps, p)
		}
	}
}

// once appends a problem unless its like is there: the same but for the day,
// which is the last argument.
func once(ps data.Problems, p data.Problem) data.Problems {
	for _, q := range ps {
		if q.Code == p.Code && slices.Equal(butLast(q.Args), butLast(p.Args)) {
			return ps
		}
	}
	return append(ps, p)
}

func butLast(args []string) []string { return args[:max(len(args)-1, 0)] }

// place says what a date is by the route: its country, rule, regime and part.
func (c *calculation) place(d *Day, at *crossing) {
	d.Road = d.On < c.out || d.On > c.back
	d.Town = stayOn(c.stayed, d.On).town
	c.dayOff(d)
	switch {
	case c.local:
		d.Country, d.Rule, d.Part = Russia, RuleLocal, 0
	case c.first == c.last:
		c.oneDay(d)
	case at != nil:
		d.Country, d.Rule = c.side(*at)
	case d.Country == Russia:
		d.Rule = RuleHome
	default:
		d.Rule = RuleAbroad
	}
	d.Route, d.RoutePart, d.Regime = d.Rule, d.Part, Abroad
	switch {
	case c.local:
		d.Regime = None
	case c.in.Trip.HomeDaily:
		d.Rule, d.Route, d.Regime, d.Part = RuleHomeDaily, RuleHomeDaily, None, 0
	case d.Country == Russia:
		d.Regime = Home
	}
}

// oneDay is a trip of a single date: abroad if it left Russia.
func (c *calculation) oneDay(d *Day) {
	code := norm.OneDayHome
	d.Country, d.Rule = Russia, RuleOneDayHome
	for _, x := range c.crossed {
		if x.into != Russia {
			d.Country, d.Rule, code = x.into, RuleOneDayAbroad, norm.OneDayAbroad
		}
	}
	percent, err := c.in.Norms.Thousandths(code, d.On)
	c.report(err)
	d.Part = max(percent/100, 0)
}

// dayOff tells a day off and how it was spent as far as the route tells: on the
// way if a leg touches it.
func (c *calculation) dayOff(d *Day) {
	if c.in.Calendar == nil || c.in.Calendar.IsWorking(d.On) {
		return
	}
	d.Off, d.Use = true, data.DayStay
	if d.Road || len(c.rides) == 0 && !c.local && (d.On == c.first || d.On == c.last) {
		d.Use = data.DayRoad
	}
	for i := range c.rides {
		if x := &c.rides[i]; x.departs <= d.On && d.On <= x.arrives {
			d.Use = data.DayRoad
		}
	}
}

// speak puts what the traveller or the firm said over what the route says.
func (c *calculation) speak(d *Day) {
	for len(c.said) > 0 && c.said[0].DayOn == d.On {
		x := c.said[0]
		c.said = c.said[1:]
		if d.Off && x.Use != "" {
			d.Use = x.Use
		}
		switch {
		case x.Personal:
			d.Rule, d.Regime, d.Part = RulePersonal, Personal, 0
			d.Amount, d.Reason = 0, x.Reason
		case x.Override && !c.local && d.Rule != RulePersonal:
			d.Rule, d.Amount, d.Reason = RuleOverride, x.Amount, x.Reason
		}
	}
}

// price gives a date its amount and divides it by the limit.
func (c *calculation) price(d *Day) {
	switch {
	case d.Rule == RuleOverride:
		d.Tested = d.Amount
	case d.Part > 0:
		c.rate(d)
	}
	if d.Regime == Home || d.Regime == Abroad || d.Rule == RuleOverride {
		c.limit(d)
	}
}

// rate is the norm of a date and the amount of its part.
func (c *calculation) rate(d *Day) {
	i, scope := c.rates.find(d.Country, stayOn(c.stayed, d.On).bare, c.in.Grade, d.On)
	if i < 0 {
		c.report(data.Problems{{Code: "perdiem.noRate", Args: []string{"@" + CountryKey(d.Country), d.On.String()}}})
		return
	}
	row := &c.rates.rows[i]
	d.RateID, d.Scope, d.Source = row.ID, scope, row.SourceText
	d.Rate = data.Foreign{Sum: row.Amount, Currency: strings.ToUpper(row.Currency)}
	part := d.Rate
	if d.Part != Whole {
		part = part.Times(d.Part)
	}
	if part.Home() {
		d.Amount = data.Money(part.Sum)
		d.Tested = d.Amount
		return
	}
	d.RateOn = c.rateOn
	rate, nominal, ok := c.exchange(part.Currency, c.rateOn)
	if !ok {
		return
	}
	d.Rate = d.Rate.In(rate, nominal)
	d.Amount = part.In(rate, nominal).Money()
	d.Tested = d.Amount
	if !c.incomeOn.IsZero() && c.incomeOn != c.rateOn {
		if rate, nominal, ok = c.exchange(part.Currency, c.incomeOn); ok {
			d.Tested = part.In(rate, nominal).Money()
		}
	}
}

// exchange asks for an official rate; none is an error that names both.
func (c *calculation) exchange(currency string, on data.Date) (rate, nominal int64, ok bool) {
	if c.in.Fx != nil {
		rate, nominal, ok = c.in.Fx(currency, on)
	}
	if ok = ok && rate > 0; !ok {
		c.report(data.Problems{{Code: "perdiem.noFx", Args: []string{currency, on.String()}}})
	}
	return rate, nominal, ok
}

// limit divides the amount into what is free of tax on the date and the rest.
func (c *calculation) limit(d *Day) {
	code := norm.LimitHome
	if d.Country != Russia {
		code = norm.LimitAbroad
	}
	n, err := c.in.Norms.On(code, d.On)
	if err == nil && n != c.free {
		c.limited, err = norm.Roubles(n)
	}
	if c.report(err); err != nil {
		return
	}
	c.free = n
	d.Limit, d.LimitSource = c.limited, n.SourceText
	d.Within = min(d.Tested, d.Limit)
	d.Above = d.Tested - d.Within
}

// total adds the dates up.
func (r *Result) total() {
	for i := range r.Days {
		d := &r.Days[i]
		if d.Regime != Personal {
			r.TripDays++
			r.PerDiemDays += d.Part
		}
		if d.Regime == Abroad {
			r.AbroadDays += d.Part
		}
		r.PerDiem += d.Amount
		r.Within += d.Within
		r.Above += d.Above
		if d.Amount != 0 {
			r.add(d)
		}
	}
}

// add takes a date into the sum of its currency.
func (r *Result) add(d *Day) {
	f := data.Roubles(d.Amount)
	if d.Rule != RuleOverride && !d.Rate.Home() {
		f = d.Rate
		if d.Part != Whole {
			f = f.Times(d.Part)
		}
	}
	for i := range r.Sums {
		if r.Sums[i].Foreign.Currency == f.Currency {
			r.Sums[i].Foreign.Sum += f.Sum
			r.Sums[i].Money += d.Amount
			return
		}
	}
	r.Sums = append(r.Sums, Sum{f, d.Amount})
}

// CountryKey is the text key of a country's name: of Day.Country and of rates.
func CountryKey(code string) string {
	if code == "" {
		return "perdiem.country.unknown"
	}
	return "country." + strings.ToLower(code)
}

// percent is a part as a text of per cent: 500 is "50".
func percent(part int64) string { return strconv.FormatInt(part/10, 10) }
