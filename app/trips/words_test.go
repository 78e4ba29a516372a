package trips

import (
	"testing"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
	"portfel/data/workday"
)

func day(month, d int) data.Date { return data.NewDate(2026, 0, 1).AddMonths(month) + data.Date(d-1) }

func tellerOn(today data.Date) teller {
	// 2026 as far as these tests go: Saturdays and Sundays off
	return teller{text.For(text.RU), workday.New(workday.FiveDays, nil, nil), today}
}

// Story 3: return on Friday 04.12, the report is due on 09.12.
func TestCountdownOfTheReport(t *testing.T) {
	r := data.TripRow{Name: "Екатеринбург", What: data.TripHome, Status: data.TripOrdered, StartsOn: day(11, 30), EndsOn: day(12, 4), ReportOn: day(12, 9)}
	for _, c := range []struct {
		today data.Date
		role  ui.Role
		word  string
	}{
		{day(11, 24), ui.Go, "через 6 дн."},
		{day(11, 29), ui.Go, "завтра"},
		{day(11, 30), ui.Go, "в пути"},
		{day(12, 4), ui.Go, "в пути"},
		{day(12, 5), ui.Risk, "отчёт: 3 раб. дня"},
		{day(12, 7), ui.Risk, "отчёт: 2 раб. дня"},
		{day(12, 8), ui.Risk, "отчёт: 1 раб. день"},
		{day(12, 9), ui.Risk, "отчёт сегодня"},
		{day(12, 10), ui.Late, "просрочен на 1 раб. день"},
		{day(12, 12), ui.Late, "просрочен на 2 раб. дня"},
		{day(12, 17), ui.Late, "просрочен на 6 раб. дней"},
	} {
		role, word := tellerOn(c.today).chip(r)
		if role != c.role || word != c.word {
			t.Errorf("%s: %d %q, want %d %q", c.today, role, word, c.role, c.word)
		}
	}
}

func TestWhatIsLateWithoutAReport(t *testing.T) {
	te := tellerOn(day(11, 24))
	agreed := data.TripRow{What: data.TripHome, Status: data.TripAgreed, StartsOn: day(11, 24), EndsOn: day(11, 25)}
	if role, word := te.chip(agreed); role != ui.Late || word != "нет приказа" {
		t.Error(role, word)
	}
	local := data.TripRow{What: data.TripLocal, Status: data.TripPlanned, StartsOn: day(11, 23), EndsOn: day(11, 23)}
	if role, word := te.chip(local); role != ui.Risk || word != "не отмечена" {
		t.Error(role, word)
	}
}

func TestDaysAsPeopleSayThem(t *testing.T) {
	te := tellerOn(day(11, 24))
	next := data.NewDate(2027, 1, 10)
	for want, d := range map[string][2]data.Date{
		"30 ноября\u00a0– 4 декабря":            {day(11, 30), day(12, 4)},
		"16–19 ноября":                          {day(11, 16), day(11, 19)},
		"26 ноября":                             {day(11, 26), day(11, 26)},
		"28 декабря 2026\u00a0– 10 января 2027": {day(12, 28), next},
		"10–12 января 2027":                     {next, next + 2},
		"10 января\u00a0– 2 февраля 2027":       {next, next + 23},
		"без дат":                               {},
	} {
		if got := te.span(d[0], d[1]); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	r := data.TripRow{Name: "Химки", What: data.TripLocal, StartsOn: day(11, 26), EndsOn: day(11, 26), TimeFrom: 600, TimeTo: 780}
	if got := te.title(r) + "; " + te.when(r); got != "Химки, местная; 26 ноября, 10–13" {
		t.Error(got)
	}
	r.TimeTo = 810
	if got := te.when(r); got != "26 ноября, 10:00–13:30" {
		t.Error(got)
	}
}

func TestZonesAndRoutes(t *testing.T) {
	te := tellerOn(day(11, 24))
	for zone, want := range map[string]string{"Europe/Moscow": "МСК", "Asia/Yekaterinburg": "МСК+2", "Asia/Barnaul": "МСК+4", "Europe/Kaliningrad": "МСК−1",
		"Asia/Kathmandu": "МСК+2:45", "America/New_York": "МСК−8", "Asia/Anadyr": "МСК+9"} {
		if got := te.sign(data.Moment{Day: day(11, 30), Min: 20 * 60, Zone: zone}); got != want {
			t.Errorf("%s is %q, want %q", zone, got, want)
		}
	}
	l := data.Leg{FromPlace: "Москва (SVO)", ToPlace: "Екатеринбург (SVX)"}
	if got := te.route(l) + "; " + te.towns(l); got != "SVO → SVX; Москва — Екатеринбург" {
		t.Error(got)
	}
	l.ToPlace = "Минск"
	if got := te.route(l) + te.towns(l); got != "Москва (SVO) → Минск" {
		t.Error(got)
	}
	if !samePlace("Москва (SVO)", "Москва, Ленинградский вокзал") || samePlace("Химки", "Москва") || !samePlace("Верхние Коты", "верхние коты") {
		t.Error("places are compared by their towns")
	}
}

func TestMeetingsStandBetweenLegs(t *testing.T) {
	at := func(d data.Date, min int) data.Moment { return data.Moment{Day: d, Min: min, Zone: "Europe/Moscow"} }
	legs := []data.Leg{{Depart: at(day(12, 1), 400), Hotel: "«Рудный двор»"}, {Depart: at(day(12, 4), 1000)}}
	meets := []data.TripMeeting{{Title: "до", Starts: at(day(12, 1), 300), OwnTrip: true}, {Title: "чужая", Starts: at(day(12, 2), 600)},
		{Title: "там", Starts: at(day(12, 2), 700), OwnTrip: true}, {Title: "после", Starts: at(day(12, 5), 600), OwnTrip: true}}
	got := ""
	for _, s := range stops(legs, meets) {
		switch {
		case s.leg < 0:
			got += meets[s.meeting].Title + " "
		case s.stay:
			got += "гостиница "
		default:
			got += "переезд "
		}
	}
	if got != "до переезд гостиница там переезд после " {
		t.Error(got)
	}
}
