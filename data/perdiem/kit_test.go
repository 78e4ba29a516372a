package perdiem

import (
	"strconv"
	"strings"
	"testing"

	"portfel/assets"
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/workday"
)

// zones of the rows, by a short name.
var zones = map[string]string{
	"MSK": "Europe/Moscow", "YEKT": "Asia/Yekaterinburg", "NSK": "Asia/Novosibirsk", "VVO": "Asia/Vladivostok",
	"KGD": "Europe/Kaliningrad", "YAK": "Asia/Yakutsk", "IST": "Europe/Istanbul", "ALA": "Asia/Almaty",
	"TAS": "Asia/Tashkent", "MSQ": "Europe/Minsk", "EVN": "Asia/Yerevan", "DEL": "Asia/Kolkata", "KTM": "Asia/Kathmandu",
	"PEK": "Asia/Shanghai", "TYO": "Asia/Tokyo", "LAX": "America/Los_Angeles", "AKL": "Pacific/Auckland",
	"HNL": "Pacific/Honolulu", "BER": "Europe/Berlin", "THR": "Asia/Tehran", "TLL": "Europe/Tallinn",
}

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// leg reads "MSK 2026-11-30 06:35 > YEKT 2026-11-30 11:05" and what follows:
// places "Москва>Казань", "x" or "xKZ" for a border (into a country), "b" and a
// day for its date, "t60" and "f60" for the road in minutes.
func leg(t testing.TB, s string) data.Leg {
	t.Helper()
	f := strings.Fields(s)
	l := data.Leg{FromPlace: "Москва", ToPlace: "Москва"}
	l.Depart, l.Arrive = moment(t, f[0:3]), moment(t, f[4:7])
	for _, w := range f[7:] {
		switch rest := w[1:]; {
		case strings.Contains(w, ">"):
			l.FromPlace, l.ToPlace, _ = strings.Cut(strings.ReplaceAll(w, "_", " "), ">")
		case w[0] == 'x':
			l.Crosses, l.Country = true, rest
		case w[0] == 'b':
			l.BorderOn = day(rest)
		case w[0] == 't':
			l.RoadTo = number(rest)
		case w[0] == 'f':
			l.RoadFrom = number(rest)
		default:
			t.Fatalf("leg %q: %q", s, w)
		}
	}
	return l
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func moment(t testing.TB, f []string) data.Moment {
	t.Helper()
	m, err := data.ParseMoment(f[1] + "T" + f[2] + " " + zones[f[0]])
	if err != nil || zones[f[0]] == "" {
		t.Fatalf("%v: %v", f, err)
	}
	return m
}

func legs(t testing.TB, all ...string) []data.Leg {
	t.Helper()
	list := make([]data.Leg, len(all))
	for i, s := range all {
		list[i] = leg(t, s)
		list[i].Ord = int64(i)
	}
	return list
}

func russia(t testing.TB) *workday.Calendar {
	t.Helper()
	b, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	f, err := workday.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f.Calendar()
}

func norms(t testing.TB) norm.Table {
	t.Helper()
	b, err := assets.Norm.ReadFile("norm/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := norm.ParseTSV(b)
	if err != nil {
		t.Fatal(err)
	}
	return norm.New(rows)
}

// firm is the local act that the rows count by.
func firm() []data.PerDiem {
	rate := func(country, city string, grade data.Grade, amount int64, currency, from, to string) data.PerDiem {
		return data.PerDiem{ID: data.ShippedID[data.PerDiem](country + city + string(grade) + from), Country: country, City: city, Grade: grade,
			Amount: amount * 100, Currency: currency, ValidFrom: day(from), ValidTo: day(to), SourceText: "приказ № 2"}
	}
	return []data.PerDiem{
		rate("RU", "", "", 1200, "RUB", "2024-01-01", "2025-12-31"),
		rate("RU", "", "", 1500, "RUB", "2026-01-01", ""),
		rate("RU", "", data.GradeHead, 2000, "RUB", "2026-01-01", ""),
		rate("RU", "Санкт-Петербург", "", 1800, "RUB", "2026-01-01", ""),
		rate("*", "", "", 3000, "RUB", "2024-01-01", ""),
		rate("KZ", "", "", 2500, "RUB", "2024-01-01", ""),
		rate("BY", "", "", 2000, "RUB", "2024-01-01", ""),
		rate("UZ", "", "", 2200, "RUB", "2024-01-01", ""),
		rate("TR", "", "", 50, "USD", "2024-01-01", ""),
		rate("IN", "", "", 40, "USD", "2024-01-01", ""),
		rate("US", "", "", 70, "USD", "2024-01-01", ""),
		rate("DE", "", "", 60, "EUR", "2024-01-01", ""),
		rate("CN", "", "", 400, "CNY", "2024-01-01", ""),
		rate("JP", "", "", 8000, "JPY", "2024-01-01", ""),
	}
}

// bank gives the same rates on every day: USD 90, EUR 100, CNY 12.50, and 60
// roubles for 100 JPY.
func bank(currency string, _ data.Date) (rate, nominal int64, ok bool) {
	switch currency {
	case "USD":
		return 90_0000, 1, true
	case "EUR":
		return 100_0000, 1, true
	case "CNY":
		return 12_5000, 1, true
	case "JPY":
		return 60_0000, 100, true
	}
	return 0, 0, false
}

// letters of the rules, a date each.
var letters = map[Rule]string{RuleHome: "h", RuleAbroad: "a", RuleBorderOut: "o", RuleBorderBack: "b", RuleBorderBetween: "t",
	RuleOneDayHome: "H", RuleOneDayAbroad: "A", RulePersonal: "p", RuleHomeDaily: "d", RuleLocal: "l", RuleOverride: "m"}

func rules(r Result) (s string) {
	for _, d := range r.Days {
		s += letters[d.Rule]
	}
	return s
}

func offs(r Result) (s string) {
	for _, d := range r.Days {
		switch {
		case !d.Off:
			s += "."
		default:
			s += map[data.DayUse]string{data.DayRoad: "r", data.DayWork: "w", data.DayStay: "s"}[d.Use]
		}
	}
	return s
}
