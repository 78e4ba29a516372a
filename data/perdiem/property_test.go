package perdiem

import (
	"fmt"
	"math/rand"
	"reflect"
	"slices"
	"testing"
	"time"

	"portfel/data"
)

var (
	anyZone    = []string{"MSK", "YEKT", "VVO", "KGD", "IST", "DEL", "KTM", "TYO", "LAX", "AKL", "HNL", "BER"}
	anyTown    = []string{"Москва", "Казань", "Санкт-Петербург (LED)", "Стамбул", "SVX", ""}
	anyCountry = []string{"", "RU", "TR", "KZ", "DE", "XX"}
)

func one[T any](g *rand.Rand, list []T) T { return list[g.Intn(len(list))] }

// anyTrip is a trip of some legs, one after the other, with words about some of
// its days.
func anyTrip(g *rand.Rand) Input {
	in := Input{Zone: zones[one(g, anyZone)], Rates: firm(), Fx: bank, Grade: one(g, []data.Grade{"", data.GradeHead})}
	in.Trip = data.Trip{What: one(g, data.TripKinds), Country: one(g, anyCountry), Place: one(g, anyTown), RoadCounts: g.Intn(2) == 0, HomeDaily: g.Intn(8) == 0}
	at := data.NewDate(2024, 2, 1) + data.Date(g.Intn(1200))
	in.Trip.StartsOn, in.Trip.EndsOn = at, at+data.Date(g.Intn(9))
	clock := time.Unix(int64(at-data.NewDate(1970, 1, 1))*86400, 0)
	next := func(minutes int) data.Moment {
		clock = clock.Add(time.Duration(g.Intn(minutes)) * time.Minute)
		m, err := data.MomentOf(clock, zones[one(g, anyZone)])
		if err != nil {
			panic(err)
		}
		return m
	}
	for i := range g.Intn(6) {
		l := data.Leg{ID: data.ShippedID[data.Leg](fmt.Sprint(g.Int())), Ord: int64(i), FromPlace: one(g, anyTown), ToPlace: one(g, anyTown), Depart: next(5000), Arrive: next(1500),
			Crosses: g.Intn(2) == 0, Country: one(g, anyCountry), RoadTo: g.Intn(200), RoadFrom: g.Intn(200)}
		if g.Intn(3) == 0 {
			l.BorderOn = l.Depart.Day
		}
		in.Legs = append(in.Legs, l)
	}
	for range g.Intn(4) {
		in.Days = append(in.Days, data.TripDay{ID: data.ShippedID[data.TripDay](fmt.Sprint(g.Int())), DayOn: at + data.Date(g.Intn(12)), Personal: g.Intn(3) == 0,
			Override: g.Intn(3) == 0, Amount: data.Money(g.Intn(500000)), Reason: "приказ", Use: one(g, append([]data.DayUse{""}, data.DayUses...))})
	}
	return in
}

// runs makes many trips, the same in every run.
func runs(t *testing.T, check func(t *testing.T, g *rand.Rand, in Input, r Result)) {
	t.Helper()
	g := rand.New(rand.NewSource(20261124))
	table, cal := norms(t), russia(t)
	for i := range 3000 {
		in := anyTrip(g)
		in.Norms, in.Calendar = table, cal
		r, err := Calculate(in)
		if err != nil {
			t.Fatalf("trip %d: %v\n%+v\n%+v", i, err, in.Trip, in.Legs)
		}
		check(t, g, in, r)
		if t.Failed() {
			t.Fatalf("trip %d: %+v\n%+v", i, in.Trip, in.Legs)
		}
	}
}

func TestDaysAddUpToTotals(t *testing.T) {
	runs(t, func(t *testing.T, _ *rand.Rand, in Input, r Result) {
		var sum, within, above, money data.Money
		var paid int64
		for i, d := range r.Days {
			if d.On != r.From+data.Date(i) {
				t.Errorf("day %d is %s", i, d.On)
			}
			sum, within, above, paid = sum+d.Amount, within+d.Within, above+d.Above, paid+d.Part
			if d.Above > 0 && d.Within != d.Limit || d.Within > d.Limit && d.Limit > 0 {
				t.Errorf("%s: within %d of the limit %d, above %d", d.On, d.Within, d.Limit, d.Above)
			}
		}
		for _, s := range r.Sums {
			money += s.Money
		}
		if r.Days[len(r.Days)-1].On != r.To || sum != r.PerDiem || money != r.PerDiem || within != r.Within || above != r.Above || within+above != sum || paid != r.PerDiemDays {
			t.Errorf("%d = %d = %d + %d; %d", sum, r.PerDiem, within, above, paid)
		}
		first, last, err := Days(in.Legs, in.Trip.StartsOn, in.Trip.EndsOn, in.Zone, in.Trip.RoadCounts)
		if err != nil || first != r.From || last != r.To {
			t.Errorf("Days says %s..%s %v", first, last, err)
		}
	})
}

func TestTheOrderOfLegsDoesNotMatter(t *testing.T) {
	runs(t, func(t *testing.T, g *rand.Rand, in Input, r Result) {
		in.Legs, in.Days = slices.Clone(in.Legs), slices.Clone(in.Days)
		g.Shuffle(len(in.Legs), func(i, j int) { in.Legs[i], in.Legs[j] = in.Legs[j], in.Legs[i] })
		g.Shuffle(len(in.Days), func(i, j int) { in.Days[i], in.Days[j] = in.Days[j], in.Days[i] })
		other, err := Calculate(in)
		if err != nil {
			t.Error(err)
		}
		other.Faults = r.Faults // names the first of several days
		if !reflect.DeepEqual(r, other) {
			t.Errorf("%+v\n%+v", r, other)
		}
	})
}

func TestAPersonalDayOnlyLowers(t *testing.T) {
	runs(t, func(t *testing.T, g *rand.Rand, in Input, r Result) {
		in.Days = append(slices.Clone(in.Days), data.TripDay{DayOn: r.From + data.Date(g.Intn(len(r.Days))), Personal: true})
		less, err := Calculate(in)
		if err != nil {
			t.Error(err)
		}
		if less.PerDiem > r.PerDiem || less.Within > r.Within || less.Above > r.Above || less.PerDiemDays > r.PerDiemDays || less.AbroadDays > r.AbroadDays || less.TripDays > r.TripDays {
			t.Errorf("%s, then %s", r.PerDiem.Decimal(), less.PerDiem.Decimal())
		}
	})
}

// The zone of the machine must not matter: runs agree with one under another
// local zone.
func TestTheZoneOfTheMachineDoesNotMatter(t *testing.T) {
	honolulu, err := data.Location("Pacific/Honolulu")
	if err != nil {
		t.Fatal(err)
	}
	kiritimati, err := data.Location("Pacific/Kiritimati")
	if err != nil {
		t.Fatal(err)
	}
	defer func(l *time.Location) { time.Local = l }(time.Local)
	runs(t, func(t *testing.T, _ *rand.Rand, in Input, r Result) {
		for _, l := range []*time.Location{honolulu, kiritimati} {
			time.Local = l
			if other, err := Calculate(in); err != nil || !reflect.DeepEqual(r, other) {
				t.Errorf("%v: %+v\n%+v", l, r, other)
			}
		}
	})
}

// A trip does not change what it was given.
func TestTheInputIsLeftAlone(t *testing.T) {
	in := homeRows[1].input(t)
	in.Days = personal("2026-12-03", "2026-12-02")
	legs, days := slices.Clone(in.Legs), slices.Clone(in.Days)
	if _, err := Calculate(in); err != nil || !reflect.DeepEqual(legs, in.Legs) || !reflect.DeepEqual(days, in.Days) {
		t.Errorf("the input was changed, %v", err)
	}
}

func TestATermNeedsACalendarThatWorks(t *testing.T) {
	if _, err := ReportDue(0, norms(t), russia(t)); err == nil {
		t.Error("a term without a return")
	}
	d, err := ReportDue(day("2026-12-30"), norms(t), russia(t))
	if err != nil || d.On != day("2027-01-13") || d.Days != 3 || d.Confirmed || d.Source == "" {
		t.Errorf("the calendar of 2027 is not confirmed: %+v %v", d, err)
	}
	if d, _ = ReportDue(day("2026-12-04"), norms(t), russia(t)); !d.Confirmed {
		t.Error("the calendar of 2026 is confirmed")
	}
}

func FuzzCalculate(f *testing.F) {
	f.Add(int32(739950), 395, uint8(0), int32(739954), 1335, uint8(0), "TR", true, 60, int32(0), uint8(2), "Казань")
	f.Add(int32(1), 0, uint8(3), int32(3652059), 1439, uint8(9), "", true, -5, int32(-1), uint8(1), "")
	f.Add(int32(0), -1, uint8(200), int32(-7), 99999, uint8(255), "RU", false, 1<<40, int32(739951), uint8(0), "Москва, (")
	table, cal := norms(f), russia(f)
	f.Fuzz(func(t *testing.T, d1 int32, m1 int, z1 uint8, d2 int32, m2 int, z2 uint8, country string, crosses bool, road int, border int32, kind uint8, place string) {
		name := func(z uint8) string { return zones[anyZone[int(z)%len(anyZone)]] }
		out := data.Leg{FromPlace: "Москва", ToPlace: place, Depart: data.Moment{Day: data.Date(d1), Min: m1, Zone: name(z1)}, Arrive: data.Moment{Day: data.Date(d2), Min: m2, Zone: name(z2)},
			Crosses: crosses, Country: country, BorderOn: data.Date(border), RoadTo: road, RoadFrom: road}
		back := out
		back.Depart, back.Arrive, back.FromPlace, back.ToPlace, back.Country = out.Arrive, out.Arrive.Add(90), place, "Москва", ""
		trip := data.Trip{What: data.TripKinds[int(kind)%len(data.TripKinds)], Country: country, Place: place, StartsOn: data.Date(d1), EndsOn: data.Date(d2), RoadCounts: kind%2 == 0}
		for _, legs := range [][]data.Leg{nil, {out}, {back, out}} {
			r, err := Calculate(Input{Trip: trip, Legs: legs, Zone: name(z1), Rates: firm(), Norms: table, Fx: bank, Calendar: cal, Days: personal("2026-12-01")})
			if err == nil && (len(r.Days) == 0 || int(r.To-r.From)+1 != len(r.Days) || len(r.Days) > maxDays+1) {
				t.Errorf("%d days from %s to %s", len(r.Days), r.From, r.To)
			}
			for _, d := range r.Days {
				if d.Part < 0 || d.Part > Whole || len(d.Why()) == 0 {
					t.Errorf("%+v", d)
				}
			}
		}
	})
}

// The trip of story 3, five days.
func BenchmarkCalculate(b *testing.B) { bench(b, homeRows[0]) }

// Fourteen days over two countries and the date line, in a currency.
func BenchmarkCalculateFar(b *testing.B) { bench(b, farRows[len(farRows)-1]) }

func bench(b *testing.B, x row) {
	in := x.input(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Calculate(in); err != nil {
			b.Fatal(err)
		}
	}
}
