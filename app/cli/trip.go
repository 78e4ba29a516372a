package cli

import (
	"strings"

	"portfel/data"
	"portfel/data/command"
)

// runTrip prints one trip as key and value, then a line a calendar day: the day,
// the regime, the rate of a full day and the rule that gave it.
func runTrip(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	id, err := lookUp[data.Trip](f.Read(), data.KindTrip, c.args[1])
	if err != nil {
		return err
	}
	x, err := command.ReadTrip(f.Read(), id)
	if err != nil {
		return err
	}
	if err := c.printTrip(x, f.Read().Today()); err != nil {
		return err
	}
	for _, e := range []error{x.DiemErr, x.MoneyErr} {
		if e != nil {
			return in(c.args[1], exitDefect, e)
		}
	}
	return nil
}

func (c *call) printTrip(x command.TripFacts, today data.Date) error {
	t := c.table("key", "value", "regime", "rate", "rule")
	t.header = false
	t.add("name", x.Trip.Name)
	t.add("person", x.Person.FullName)
	t.add("from", x.Row.StartsOn)
	t.add("to", x.Row.EndsOn)
	t.add("days", len(x.Diem.Days))
	for _, k := range []struct {
		key   string
		count int64
	}{{"per_diem_days", x.Diem.PerDiemDays}, {"abroad_days", x.Diem.AbroadDays}} {
		t.add(k.key, number(data.Thousandths(k.count)))
	}
	for _, k := range []struct {
		key string
		sum data.Money
	}{{"per_diem", x.Diem.PerDiem}, {"within_limit", x.Diem.Within}, {"above_limit", x.Diem.Above},
		{"advance", x.Money.Advance}, {"spent", x.Money.Spent}, {"balance", x.Money.Balance}} {
		t.add(k.key, number(k.sum.Decimal()))
	}
	t.add("report_due", x.Row.ReportOn)
	t.add("status", string(x.Row.Phase(today)))
	for _, d := range x.Diem.Days {
		t.add("day", d.On, string(d.Regime), rateOf(d.Rate), string(d.Rule))
	}
	return t.print(c.env.Stdout)
}

// rateOf is «1500.00», or «60.00 USD».
func rateOf(f data.Foreign) string {
	s := data.Money(f.Sum).Decimal()
	if f.Home() {
		return s
	}
	return strings.Join([]string{s, f.Currency}, " ")
}
