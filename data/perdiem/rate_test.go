package perdiem

import (
	"strings"
	"testing"

	"portfel/assets"
	"portfel/data"
	"portfel/data/norm"
)

func TestTheRowThatSaysMostWins(t *testing.T) {
	on := day("2026-06-01")
	row := func(country, city string, grade data.Grade, amount int64, from string) data.PerDiem {
		return data.PerDiem{ID: data.ShippedID[data.PerDiem](country + city + string(grade) + from), Country: country, City: city, Grade: grade, Amount: amount, ValidFrom: day(from)}
	}
	town, country, grade, all := row("DE", "Берлин", "", 1, ""), row("DE", "", "", 2, ""), row("*", "", data.GradeHead, 3, ""), row("*", "", "", 4, "")
	home := row("RU", "", "", 5, "")
	for _, x := range []struct {
		name    string
		rows    []data.PerDiem
		country string
		town    string
		want    int64
		scope   Scope
	}{
		{"town before all", []data.PerDiem{all, grade, country, town}, "DE", "берлин", 1, ScopeTown},
		{"country before grade", []data.PerDiem{all, grade, country}, "DE", "Берлин", 2, ScopeCountry},
		{"grade before the default", []data.PerDiem{all, grade}, "DE", "Берлин", 3, ScopeGrade},
		{"the default", []data.PerDiem{all}, "DE", "Берлин", 4, ScopeDefault},
		{"another town of the country", []data.PerDiem{all, grade, country, town}, "DE", "Бонн", 2, ScopeCountry},
		{"abroad is not Russia", []data.PerDiem{all, home}, "RU", "", 5, ScopeDefault},
		{"an unnamed country takes the general row", []data.PerDiem{all, home, country}, "", "", 4, ScopeDefault},
		{"the later beginning of equals", []data.PerDiem{all, row("*", "", "", 6, "2026-01-01"), row("*", "", "", 7, "2027-01-01")}, "DE", "", 6, ScopeDefault},
	} {
		p, scope, ok := Rate(x.rows, x.country, x.town, data.GradeHead, on)
		if !ok || p.Amount != x.want || scope != x.scope {
			t.Errorf("%s: %d %s %v, want %d %s", x.name, p.Amount, scope, ok, x.want, x.scope)
		}
	}
	if _, _, ok := Rate([]data.PerDiem{all, country}, "RU", "", "", on); ok {
		t.Error("a row for abroad was taken for Russia")
	}
	ended := all
	ended.ValidTo = on - 1
	if _, _, ok := Rate([]data.PerDiem{ended}, "DE", "", "", on); ok {
		t.Error("a row that has ended was taken")
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	in := Input{Trip: data.Trip{What: data.TripAbroad, Country: "TR", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-16")}, Zone: zones["MSK"], Rates: firm(), Norms: norms(t), Fx: bank}
	for _, x := range []struct {
		name string
		edit func(*Input)
		want []string
	}{
		{"no rate", func(i *Input) { i.Rates = nil }, []string{"perdiem.noRate (@country.tr, 2026-10-13)", "perdiem.noRate (@country.ru, 2026-10-16)"}},
		{"no exchange rate", func(i *Input) { i.Fx = nil }, []string{"perdiem.noFx (USD, 2026-10-13)"}},
		{"no exchange rate at the end of the month", func(i *Input) {
			i.ApprovedOn = day("2026-10-20")
			i.Fx = func(c string, on data.Date) (int64, int64, bool) { return 90_0000, 1, on < day("2026-10-31") }
		}, []string{"perdiem.noFx (USD, 2026-10-31)"}},
		{"no dates", func(i *Input) { i.Trip.StartsOn, i.Trip.EndsOn = 0, 0 }, []string{"startsOn: perdiem.noDates"}},
		{"an unknown zone", func(i *Input) { i.Zone = "Nowhere" }, []string{"zone: zone (Nowhere)"}},
		{"dates in the wrong order", func(i *Input) { i.Trip.EndsOn -= 10 }, []string{"endsOn: order"}},
		{"a leg without arrival", func(i *Input) {
			i.Legs = []data.Leg{{Depart: data.Moment{Day: day("2026-10-13"), Zone: zones["MSK"]}}}
		}, []string{"arrive: required"}},
		{"a leg in an unknown zone", func(i *Input) {
			i.Legs = []data.Leg{{Depart: data.Moment{Day: day("2026-10-13"), Zone: "Nowhere"}}}
		}, []string{"depart: zone (Nowhere)"}},
		{"no limit", func(i *Input) {
			i.Norms = norm.Table{}
			for code, rows := range norms(t) {
				if code != norm.LimitAbroad {
					i.Norms[code] = rows
				}
			}
		}, []string{"noNorm (@norm.trip.limit.abroad, 2026-10-13)"}},
		{"no norms at all", func(i *Input) { i.Norms = nil }, []string{"noNorm (@norm.trip.border.out, 2026-10-13)", "noNorm (@norm.trip.limit.abroad, 2026-10-13)",
			"noNorm (@norm.trip.border.back, 2026-10-16)", "noNorm (@norm.trip.limit.ru, 2026-10-16)"}},
	} {
		i := in
		x.edit(&i)
		_, err := Calculate(i)
		if err == nil {
			t.Errorf("%s: no error", x.name)
			continue
		}
		if want := strings.Join(x.want, "; "); err.Error() != want {
			t.Errorf("%s: %s, want %s", x.name, err, want)
		}
	}
}

// A trip keeps the norms of its own dates, whenever they were changed.
func TestNormsAreThoseOfTheDate(t *testing.T) {
	rows := []data.Norm{
		{Code: norm.LimitHome, Value: "700", ValidFrom: day("2020-01-01"), ValidTo: day("2026-12-31")},
		{Code: norm.LimitHome, Value: "1000.50", ValidFrom: day("2027-01-01")},
		{Code: norm.ReportDays, Value: "3", ValidFrom: day("2020-01-01"), ValidTo: day("2026-12-31")},
		{Code: norm.ReportDays, Value: "5", ValidFrom: day("2027-01-01")},
	}
	in := Input{Trip: data.Trip{What: data.TripHome, StartsOn: day("2026-12-30"), EndsOn: day("2027-01-02")}, Zone: zones["MSK"], Rates: firm(), Norms: norm.New(rows)}
	r, err := Calculate(in)
	// 2×700 + 2×1000.50 of 4×1500
	if err != nil || r.Within != 3401_00 || r.Above != 2599_00 {
		t.Errorf("within %s, above %s, %v", r.Within.Decimal(), r.Above.Decimal(), err)
	}
	// after 30.12.2026 by the old term 11, 12, 13.01; after 12.01.2027 by the new one 13, 14, 15, 18, 19.01
	for last, want := range map[string]string{"2026-12-30": "2027-01-13", "2027-01-12": "2027-01-19"} {
		if d, err := ReportDue(day(last), in.Norms, russia(t)); err != nil || d.On != day(want) {
			t.Errorf("after %s: %s %v, want %s", last, d.On, err, want)
		}
	}
}

// The rule of the border and the part of a one-day trip are rows like the rest.
func TestTheRulesOfBordersAndOneDayTripsAreNorms(t *testing.T) {
	change := func(code, value string) norm.Table {
		tab := norm.Table{}
		for c, rows := range norms(t) {
			tab[c] = rows
		}
		tab[code] = []data.Norm{{Code: code, Value: value}}
		return tab
	}
	in := Input{Trip: data.Trip{What: data.TripAbroad, Country: "KZ", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-15")}, Zone: zones["MSK"], Rates: firm(), Fx: bank}
	in.Norms = change(norm.BorderOut, "0")
	// the day of leaving at Russia's 1500, then 2500, then 1500
	if r, err := Calculate(in); err != nil || r.PerDiem != 5500_00 || r.AbroadDays != 1000 || r.Days[0].Regime != Home || r.Days[0].Rule != RuleBorderOut {
		t.Errorf("%+v %v", r, err)
	}
	in.Norms = change(norm.BorderBack, "0")
	if r, err := Calculate(in); err != nil || r.PerDiem != 7500_00 || r.AbroadDays != 3000 {
		t.Errorf("the day back at the norm of Kazakhstan: %s %v", r.PerDiem.Decimal(), err)
	}
	in.Trip.EndsOn = in.Trip.StartsOn
	in.Norms = change(norm.OneDayAbroad, "75")
	if r, err := Calculate(in); err != nil || r.PerDiem != 1875_00 || r.PerDiemDays != 750 {
		t.Errorf("three quarters of 2500: %s %v", r.PerDiem.Decimal(), err)
	}
	in.Trip = data.Trip{What: data.TripHome, StartsOn: day("2026-10-13")}
	in.Norms = change(norm.OneDayHome, "100")
	if r, err := Calculate(in); err != nil || r.PerDiem != 1500_00 || r.PerDiemDays != 1000 {
		t.Errorf("a whole day at home: %s %v", r.PerDiem.Decimal(), err)
	}
}

// The accrual is by the rate of the advance, the limit by the rate of the last
// day of the month of approval.
func TestALimitInACurrencyIsTestedAtTheEndOfTheMonthOfApproval(t *testing.T) {
	rates := map[data.Date]int64{day("2026-10-09"): 90_0000, day("2026-10-31"): 95_1234}
	in := Input{Trip: data.Trip{What: data.TripAbroad, Country: "TR", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-14")}, Zone: zones["MSK"], Rates: firm(), Norms: norms(t),
		RateOn: day("2026-10-09"), ApprovedOn: day("2026-10-20"),
		Fx: func(_ string, on data.Date) (int64, int64, bool) { r, ok := rates[on]; return r, 1, ok }}
	r, err := Calculate(in)
	if err != nil {
		t.Fatal(err)
	}
	// 50 × 90 = 4500 accrued; 50 × 95.1234 = 4756.17 compared: 2256.17 above
	d := r.Days[0]
	if d.Amount != 4500_00 || d.Tested != 4756_17 || d.Within != 2500_00 || d.Above != 2256_17 {
		t.Errorf("%+v", d)
	}
	if r.IncomeOn != day("2026-10-31") || r.PerDiem != 6000_00 || r.Above != 3056_17 {
		t.Errorf("income on %s, per diem %s, above %s", r.IncomeOn, r.PerDiem.Decimal(), r.Above.Decimal())
	}
	in.ApprovedOn = 0
	if r, _ = Calculate(in); r.Days[0].Above != 2000_00 || !r.IncomeOn.IsZero() {
		t.Errorf("before approval %s", r.Days[0].Above.Decimal())
	}
	if len(r.Sums) != 2 || r.Sums[0].Foreign.Sum != 50_00 || r.Sums[0].Foreign.Currency != "USD" || r.Sums[0].Money != 4500_00 || r.Sums[1].Money != 1500_00 {
		t.Errorf("by currency %+v", r.Sums)
	}
}

func TestIncomeIsOfTheLastDayOfTheMonthOfApproval(t *testing.T) {
	for on, want := range map[string]string{"2026-12-09": "2026-12-31", "2026-12-31": "2026-12-31", "2027-02-01": "2027-02-28", "2028-02-29": "2028-02-29", "2026-11-30": "2026-11-30"} {
		if got := MonthEnd(day(on)); got != day(want) {
			t.Errorf("approved %s: %s, want %s", on, got, want)
		}
	}
}

func TestShippedRatesAreWithinTheLimit(t *testing.T) {
	b, err := assets.Norm.ReadFile("norm/perdiem.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := ParseRates(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		trip data.Trip
		want data.Money
	}{
		{data.Trip{What: data.TripHome, StartsOn: day("2026-10-13"), EndsOn: day("2026-10-14")}, 1400_00},
		{data.Trip{What: data.TripAbroad, Country: "TR", StartsOn: day("2026-10-13"), EndsOn: day("2026-10-14")}, 3200_00},
	} {
		r, err := Calculate(Input{Trip: x.trip, Zone: zones["MSK"], Rates: rows, Norms: norms(t)})
		if err != nil || r.PerDiem != x.want || r.Above != 0 {
			t.Errorf("%s: %s above %s %v", x.trip.What, r.PerDiem.Decimal(), r.Above.Decimal(), err)
		}
	}
	if rows[0].ID.IsZero() || rows[0].SourceText == "" {
		t.Error("a shipped row has an id and a source")
	}
}

func TestAWrongTableNamesItsLine(t *testing.T) {
	head := rateColumns + "\n"
	for text, want := range map[string]string{
		"country\n":            "line 1",
		head + "RU\t\t\t700\n": "line 2: 4 columns",
		head + "\nRU\t\t\t7,00\tRUB\t2015-01-01\t\tx\n":      "line 3",
		head + "RU\t\t\t700\tRUB\t2015\t\tx\n":               "line 2",
		head + "Russia\t\t\t700\tRUB\t2015-01-01\t\tx\n":     "line 2: country",
		head + "RU\t\t\t700\tRUB\t2015-01-01\t2014-01-01\tx": "line 2: validTo",
	} {
		if _, err := ParseRates([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func FuzzParseRates(f *testing.F) {
	f.Add([]byte(rateColumns + "\nRU\t\t\t700\tRUB\t2015-01-01\t\tx\n"))
	f.Add([]byte("\n\t\t\t"))
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, err := ParseRates(b)
		if err != nil && rows != nil {
			t.Error("rows beside an error")
		}
		for _, p := range rows {
			if len(p.Validate()) > 0 {
				t.Errorf("%+v is not valid", p)
			}
		}
	})
}
