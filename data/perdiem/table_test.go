package perdiem

import (
	"slices"
	"testing"

	"portfel/data"
)

// row is a trip with what it must come to, worked out by hand. The rates are
// those of firm and bank: Russia 1 500 a day (1 200 up to 2025), heads 2 000,
// Petersburg 1 800; abroad 3 000, KZ 2 500, BY 2 000, UZ 2 200, TR 50 USD =
// 4 500, IN 40 USD = 3 600, US 70 USD = 6 300, DE 60 EUR = 6 000, CN 400 CNY =
// 5 000, JP 8 000 JPY = 4 800. Free of tax: 700 and 2 500 a day. Sums are
// roubles.
type row struct {
	name  string
	why   string // how the figures were worked out
	kind  data.TripKind
	place string
	land  string // the trip's country
	zone  string // of the place of work; empty = MSK
	grade data.Grade
	typed [2]string // first and last day, of trips without legs
	legs  []string
	road  bool
	daily bool
	own   []data.TripDay

	first, last  string
	rules        string // a letter a date, see letters
	paid, abroad int64  // thousandths
	sum, in, out int64
	due          string
	offs         string // days off and how they were spent, where it is the point
	faults       []string
}

func (x row) input(t testing.TB) Input {
	t.Helper()
	zone := zones["MSK"]
	if x.zone != "" {
		zone = zones[x.zone]
	}
	trip := data.Trip{What: x.kind, Place: x.place, Country: x.land, StartsOn: day(x.typed[0]), EndsOn: day(x.typed[1]), HomeDaily: x.daily, RoadCounts: x.road}
	if x.kind == "" {
		trip.What = data.TripHome
	}
	return Input{Trip: trip, Legs: legs(t, x.legs...), Days: x.own, Grade: x.grade, Zone: zone, Rates: firm(), Norms: norms(t), Fx: bank, Calendar: russia(t)}
}

func personal(days ...string) (list []data.TripDay) {
	for _, s := range days {
		list = append(list, data.TripDay{DayOn: day(s), Personal: true})
	}
	return list
}

func override(on string, roubles data.Money, reason string) []data.TripDay {
	return []data.TripDay{{DayOn: day(on), Override: true, Amount: roubles * 100, Reason: reason}}
}

func TestTrips(t *testing.T) {
	all := slices.Concat(homeRows, zoneRows, holidayRows, saidRows, abroadRows, farRows)
	if len(all) < 60 {
		t.Errorf("%d trips, want at least 60", len(all))
	}
	cal, table := russia(t), norms(t)
	for _, x := range all {
		t.Run(x.name, func(t *testing.T) {
			r, err := Calculate(x.input(t))
			if err != nil {
				t.Fatal(err)
			}
			checkRow(t, x, r)
			if x.due == "" {
				return
			}
			if d, err := ReportDue(r.To, table, cal); err != nil || d.On != day(x.due) {
				t.Errorf("report due %s %v, want %s", d.On, err, x.due)
			}
		})
	}
}

func checkRow(t *testing.T, x row, r Result) {
	t.Helper()
	if r.From != day(x.first) || r.To != day(x.last) {
		t.Errorf("%s..%s, want %s..%s", r.From, r.To, x.first, x.last)
	}
	if rules(r) != x.rules {
		t.Errorf("days %s, want %s", rules(r), x.rules)
	}
	if r.PerDiemDays != x.paid || r.AbroadDays != x.abroad {
		t.Errorf("paid %d, abroad %d thousandths; want %d, %d", r.PerDiemDays, r.AbroadDays, x.paid, x.abroad)
	}
	if r.PerDiem != data.Money(x.sum*100) || r.Within != data.Money(x.in*100) || r.Above != data.Money(x.out*100) {
		t.Errorf("per diem %s, within %s, above %s; want %d, %d, %d", r.PerDiem.Decimal(), r.Within.Decimal(), r.Above.Decimal(), x.sum, x.in, x.out)
	}
	if x.offs != "" && offs(r) != x.offs {
		t.Errorf("days off %s, want %s", offs(r), x.offs)
	}
	var codes []string
	for _, p := range r.Faults {
		codes = append(codes, p.Code)
	}
	if !slices.Equal(codes, x.faults) {
		t.Errorf("faults %v, want %v", codes, x.faults)
	}
	if t.Failed() {
		t.Log(x.why)
	}
}
