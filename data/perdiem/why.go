package perdiem

import (
	"fmt"
	"strings"

	"portfel/data"
)

//text:prefix perdiem.rule.
//text:prefix perdiem.why.
//text:prefix perdiem.regime.

// Cause is one reason for the amount of a date. Its words are the key
// "perdiem.<Code>", its values data.Date, data.Money, data.Foreign, Key, Quote,
// int64 or string, in the order of the places.
type Cause struct {
	Code string
	Args []any
}

// Key is a value that is a text key itself: the name of a country.
type Key string

// Quote is an exchange rate in ten-thousandths of a rouble.
type Quote int64

// Words is what a cause needs of data/text to become a sentence.
type Words interface {
	T(key string) string
	F(key string, args ...any) string
	Has(key string) bool
	Amount(m data.Money) string
	Money(m data.Money) string
}

// Text is the cause as a sentence of a language.
func (c Cause) Text(w Words) string {
	args := make([]any, len(c.Args))
	for i, a := range c.Args {
		switch v := a.(type) {
		case Key:
			args[i] = named(w, v)
		case data.Foreign:
			args[i] = sum(w, v)
		case Quote:
			args[i] = quoted(w, v)
		default:
			args[i] = a
		}
	}
	return w.F("perdiem."+c.Code, args...)
}

// named is the name of a country, its code when there is none.
func named(w Words, k Key) string {
	if w.Has(string(k)) {
		return w.T(string(k))
	}
	code, _ := strings.CutPrefix(string(k), "country.")
	return strings.ToUpper(code)
}

func sum(w Words, f data.Foreign) string {
	if f.Home() {
		return w.Money(data.Money(f.Sum))
	}
	return w.Amount(data.Money(f.Sum)) + "\u00a0" + f.Currency
}

// quoted is a rate with its four decimals, the last two only if they say
// something.
func quoted(w Words, q Quote) string {
	s := w.Amount(data.Money(q / 100))
	if rest := q % 100; rest != 0 {
		s += fmt.Sprintf("%02d", rest)
	}
	return s
}

// Why are the causes of a date's amount: what the route says, what was said over
// it, the norm and where it comes from, the exchange rate, the limit.
func (d Day) Why() []Cause {
	list := []Cause{d.ruled()}
	if d.Rule == RuleOverride || d.Rule == RulePersonal {
		list = append(list, d.routed())
	}
	add := func(is bool, code string, args ...any) {
		if is {
			list = append(list, Cause{"why." + code, args})
		}
	}
	add(d.Road, "road")
	add(d.Off && d.Part > 0, "off")
	if d.RateID != (data.ID[data.PerDiem]{}) || d.Scope != "" {
		list = append(list, d.rated())
		add(d.Source != "", "source", d.Source)
		add(d.Rate.Rate > 0, "fx", d.RateOn, Quote(d.Rate.Rate), d.Rate.Currency, max(d.Rate.Nominal, 1))
	}
	free := d.Tested > 0 && d.Limit > 0
	add(free && d.Tested != d.Amount, "tested", d.Tested)
	add(free && d.Above == 0, "within", d.Limit)
	add(free && d.Above > 0, "above", d.Limit, d.Above)
	add(free && d.LimitSource != "", "source", d.LimitSource)
	return list
}

// ruled is the cause that decides.
func (d Day) ruled() Cause {
	switch d.Rule {
	case RuleOverride:
		return Cause{"rule.override", []any{d.Amount, d.Reason}}
	case RulePersonal:
		return Cause{"rule.personal", nil}
	}
	return d.routed()
}

// routed is what the route alone says.
func (d Day) routed() Cause {
	country := Key(CountryKey(d.Country))
	switch d.Route {
	case RuleAbroad, RuleBorderOut, RuleBorderBack, RuleBorderBetween:
		return Cause{"rule." + string(d.Route), []any{country}}
	case RuleOneDayHome:
		return Cause{"rule.oneDayHome", []any{percent(d.RoutePart)}}
	case RuleOneDayAbroad:
		return Cause{"rule.oneDayAbroad", []any{country, percent(d.RoutePart)}}
	}
	return Cause{"rule." + string(d.Route), nil}
}

// rated is the row of the norm.
func (d Day) rated() Cause {
	code := "why.rate." + string(d.Scope)
	switch d.Scope {
	case ScopeTown:
		return Cause{code, []any{d.Town, d.Rate}}
	case ScopeCountry:
		return Cause{code, []any{Key(CountryKey(d.Country)), d.Rate}}
	}
	return Cause{code, []any{d.Rate}}
}
