package perdiem

import (
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/workday"
)

// Russia is the country that trips start from.
const Russia = "RU"

// Whole is the part of a norm that a full day earns; parts and day counts are
// thousandths.
const Whole = 1000

// Input is what a calculation knows of one traveller's trip.
type Input struct {
	Trip       data.Trip
	Legs       []data.Leg     // in any order; without legs the typed dates count
	Days       []data.TripDay // what was said of single dates
	Grade      data.Grade     // of the traveller
	Zone       string         // IANA zone of the place of work
	Rates      []data.PerDiem
	Norms      norm.Table
	Fx         Fx
	RateOn     data.Date           // the day whose exchange rate counts: of the advance; none = the first day of the trip
	ApprovedOn data.Date           // the report's approval, none = not yet
	Calendar   *workday.Calendar   // tells days off; nil = none are told
	Town       func(string) string // the town that a place names; nil = the text up to a comma or a bracket
}

// Fx is the official rate of a currency on a day, in ten-thousandths of a rouble
// for nominal units; false when there is none.
type Fx func(currency string, on data.Date) (rate, nominal int64, ok bool)

// Result is a trip counted. Money is kopecks, day counts are thousandths.
type Result struct {
	From, To    data.Date // both inclusive
	Days        []Day     // every date of the trip
	TripDays    int       // dates without the personal ones
	PerDiemDays int64     // paid days: a half is 500
	AbroadDays  int64     // of these at a foreign norm
	PerDiem     data.Money
	Within      data.Money // free of tax
	Above       data.Money // income of IncomeOn
	Sums        []Sum      // by currency, in the order of their first date
	IncomeOn    data.Date  // last day of the month of approval, none before it
	Faults      data.Problems
}

// Sum is the per diem of one currency. Money is the sum of its rounded lines.
type Sum struct {
	Foreign data.Foreign
	Money   data.Money
}

// Day is one date of a trip.
type Day struct {
	On          data.Date
	Regime      Regime
	Country     string       // ISO 3166 alpha-2 whose norm counts; "" = a country abroad that nobody named
	Town        string       // where the traveller stays, as the trip writes it
	Rule        Rule         // what decides the amount
	Route       Rule         // what the route alone says: differs from Rule on personal and overridden days
	Rate        data.Foreign // full norm of a day; Rate and Nominal in it are those of the accrual
	RateID      data.ID[data.PerDiem]
	Scope       Scope
	Source      string // of the norm of a day
	Part        int64  // of the norm, in thousandths
	RoutePart   int64  // the part by the route alone
	Amount      data.Money
	Tested      data.Money // Amount as the limit is compared with it
	Limit       data.Money // free of tax on this date
	LimitSource string
	Within      data.Money
	Above       data.Money
	Off         bool        // a day off of the calendar
	Use         data.DayUse // how a day off was spent; empty on others
	Road        bool        // the road to or from the station made the date
	RateOn      data.Date   // day of the exchange rate, none for roubles
	Reason      string      // of a sum of one's own, or of a personal day
}

// Regime is whose norm a date earns.
type Regime string

// The regimes.
const (
	Home     Regime = "home"
	Abroad   Regime = "abroad"
	Personal Regime = "personal"
	None     Regime = "none" // no per diem at all: local trips, return home every day
)

// Rule is what decides a date, as a stored code; its words are the key
// "perdiem.rule.<code>".
type Rule string

// The rules.
const (
	RuleHome          Rule = "home"
	RuleAbroad        Rule = "abroad"
	RuleBorderOut     Rule = "borderOut"
	RuleBorderBack    Rule = "borderBack"
	RuleBorderBetween Rule = "borderBetween"
	RuleOneDayHome    Rule = "oneDayHome"
	RuleOneDayAbroad  Rule = "oneDayAbroad"
	RulePersonal      Rule = "personal"
	RuleHomeDaily     Rule = "homeDaily"
	RuleLocal         Rule = "local"
	RuleOverride      Rule = "override"
)

// Scope is how particular the row is that gave a date its norm.
type Scope string

// The scopes, the most particular first.
const (
	ScopeTown    Scope = "town"
	ScopeCountry Scope = "country"
	ScopeGrade   Scope = "grade"
	ScopeDefault Scope = "default"
)
