package command

import (
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/perdiem"
	"portfel/data/place"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// TripFacts is all that is recorded of one traveller's trip, with what follows
// from it. What keeps the days or the money from being counted stands beside
// them as Problems.
type TripFacts struct {
	Trip      data.Trip
	Row       data.TripRow
	Person    data.Person
	Legs      []data.Leg
	Days      []data.TripDay
	Items     []data.TripItem
	Changes   []data.TripChange
	Estimates []data.Estimate
	Expenses  []data.Expense
	Moves     []data.MoneyMove
	Papers    []data.Paper
	Report    data.AdvanceReport // zero id: none yet
	Diem      perdiem.Result
	DiemErr   error
	Money     perdiem.Settlement
	MoneyErr  error
}

// Reported tells whether the figures of the report are fixed.
func (f TripFacts) Reported() bool { return !f.Report.ReportedOn.IsZero() }

// TripRules is what the days and the money of any trip are counted by.
type TripRules struct {
	r         *sqlite.Reader
	norms     norm.Table
	rates     []data.PerDiem
	fx        map[string][]data.FxRate
	byReport  bool // currencies at the rate of the approval, not of the advance
	calendars map[data.ID[data.Person]]*workday.Calendar
}

// FxDay is the setting that says which day's rate of a currency counts for the
// per diem: "advance" (also when unset) or "approval".
const FxDay = "trip.fx.day"

// ReadTripRules reads the rules once, for one trip or for many.
func ReadTripRules(r *sqlite.Reader) (*TripRules, error) {
	x := &TripRules{r: r, fx: map[string][]data.FxRate{}, calendars: map[data.ID[data.Person]]*workday.Calendar{}, byReport: r.Setting(FxDay, "advance") == "approval"}
	var err error
	if x.norms, err = Norms(r); err != nil {
		return nil, err
	}
	if x.rates, err = r.PerDiems(); err != nil {
		return nil, err
	}
	all, err := r.FxRates()
	for _, f := range all {
		x.fx[f.Currency] = append(x.fx[f.Currency], f)
	}
	return x, err
}

// town is the name of the town that a place of a trip stands for, "" when the
// program does not know it.
func town(s string) string {
	if p, ok := place.Find(s); ok {
		return p.Name(false)
	}
	return ""
}

// rateOn is the rate of a currency in force on a day.
func (x *TripRules) rateOn(currency string, on data.Date) (rate, nominal int64, ok bool) {
	for _, f := range x.fx[currency] {
		if f.RatedOn <= on {
			rate, nominal, ok = f.Rate, f.Nominal, true
		}
	}
	return rate, nominal, ok
}

// calendar is the calendar of the traveller's place of work.
func (x *TripRules) calendar(p data.Person) *workday.Calendar {
	if c := x.calendars[p.ID]; c != nil {
		return c
	}
	c, err := PersonDays(x.r, p)
	if err != nil {
		return nil
	}
	x.calendars[p.ID] = c
	return c
}

// Count counts the days of a trip.
func (x *TripRules) Count(f *TripFacts) {
	f.Diem, f.DiemErr = perdiem.Calculate(perdiem.Input{Trip: f.Trip, Legs: f.Legs, Days: f.Days, Grade: f.Person.Grade, Zone: zoneOf(f.Person),
		Rates: x.rates, Norms: x.norms, Fx: x.rateOn, RateOn: x.fxDay(f), ApprovedOn: f.Report.ApprovedOn, Calendar: x.calendar(f.Person), Town: town})
}

// fxDay is the day whose rate counts: of the approval where the firm says so and
// it is there, else of the first advance.
func (x *TripRules) fxDay(f *TripFacts) data.Date {
	if x.byReport && !f.Report.ApprovedOn.IsZero() {
		return f.Report.ApprovedOn
	}
	for _, m := range f.Moves {
		if m.What == data.MoneyAdvance {
			return m.MovedOn
		}
	}
	return 0
}

// settle counts the money of a trip: a report that was handed in keeps its per
// diem.
func (f *TripFacts) settle() {
	diem := f.Diem.PerDiem
	if f.Reported() {
		diem = f.Report.PerDiem
	}
	f.Money, f.MoneyErr = perdiem.Settle(perdiem.Account{PrevBalance: f.Report.PrevBalance, Moves: f.Moves, Expenses: f.Expenses, Estimates: f.Estimates,
		Planned: f.Diem.PerDiem, PerDiem: diem, Above: f.Diem.Above})
}

// zoneOf is the zone of a person's place of work.
func zoneOf(p data.Person) string {
	if p.Zone == "" {
		return "Europe/Moscow"
	}
	return p.Zone
}

// ReadTrip reads one trip with all that hangs on it; data.ErrNotFound when there
// is none.
func ReadTrip(r *sqlite.Reader, id data.ID[data.Trip]) (TripFacts, error) {
	x, err := ReadTripRules(r)
	if err != nil {
		return TripFacts{}, err
	}
	return x.Trip(id)
}

// Trip is ReadTrip by rules that were read before.
func (x *TripRules) Trip(id data.ID[data.Trip]) (f TripFacts, err error) {
	r := x.r
	if f.Trip, err = r.Trip(id); err != nil {
		return f, err
	}
	for _, read := range []func() error{
		func() error { f.Row, err = r.TripRow(id); return err },
		func() error { f.Person, err = sqlite.Get(r, f.Trip.PersonID); return err },
		func() error { f.Legs, err = r.TripLegs(id); return err },
		func() error { f.Days, err = r.TripDays(id); return err },
		func() error { f.Items, err = r.TripItems(id); return err },
		func() error { f.Changes, err = r.TripChanges(id); return err },
		func() error { f.Estimates, err = r.Estimates(id); return err },
		func() error { f.Expenses, err = r.Expenses(id); return err },
		func() error { f.Moves, err = r.MoneyMoves(id); return err },
		func() error { f.Papers, err = r.Papers(id); return err },
		func() error { f.Report, _, err = r.AdvanceReport(id); return err },
	} {
		if err := read(); err != nil {
			return f, err
		}
	}
	x.Count(&f)
	f.settle()
	return f, nil
}
