package command_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// terms are the computed days of a record: «dates 2026-11-30–2026-12-04».
func terms(t testing.TB, f *sqlite.File, ref data.Ref) string {
	t.Helper()
	rows, err := f.Read().DueDates(ref)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		s := string(r.Code)
		if r.Code == data.DueControl {
			s += fmt.Sprint(r.Ord)
		}
		if s += " " + r.StartsOn.String(); r.EndsOn != r.StartsOn {
			s += "–" + r.EndsOn.String()
		}
		if !r.Starts.IsZero() {
			s += " " + r.Starts.Clock() + "–" + r.Ends.Clock()
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

// journey is a trip of the owner with one leg out and one back; it returns what
// names it.
func journey(t testing.TB, f *sqlite.File, out, back data.Leg) data.Ref {
	t.Helper()
	trip := data.Trip{ID: data.NewID[data.Trip](), Name: "Поездка", PersonID: owner(t, f), Place: "город", Purpose: "дело", Status: data.TripPlanned}
	do(t, f, command.PlanTrip{Trip: trip, Legs: []data.Leg{out, back}})
	return data.RefTo(data.KindTrip, trip.ID)
}

// Working days: 25, 26, 27.11 before Monday 30.11; 7, 8, 9.12 after Friday 4.12
// and after Saturday 5.12.
func TestTripDatesStandOnTheClockOfThePlaceOfWork(t *testing.T) {
	f := newFile(t)
	out := leg("SVO", "SVX", "2026-11-30T06:35 Europe/Moscow", "2026-11-30T11:05 Asia/Yekaterinburg")
	for _, c := range []struct{ what, depart, arrive, want string }{
		{"story 3", "2026-12-04T21:40 Asia/Yekaterinburg", "2026-12-04T22:15 Europe/Moscow", "dates 2026-11-30–2026-12-04, papers 2026-11-25, report 2026-12-09"},
		{"home after midnight", "2026-12-04T23:40 Asia/Yekaterinburg", "2026-12-05T00:15 Europe/Moscow", "dates 2026-11-30–2026-12-05, papers 2026-11-25, report 2026-12-09"},
		{"before midnight in the west, after it at home", "2026-12-04T21:30 Europe/Kaliningrad", "2026-12-04T23:30 Europe/Kaliningrad", "dates 2026-11-30–2026-12-05, papers 2026-11-25, report 2026-12-09"},
		{"after midnight in the east, before it at home", "2026-12-04T23:00 Asia/Yekaterinburg", "2026-12-05T01:30 Asia/Yekaterinburg", "dates 2026-11-30–2026-12-04, papers 2026-11-25, report 2026-12-09"},
		{"a month end", "2026-12-31T20:00 Asia/Yekaterinburg", "2026-12-31T21:00 Europe/Moscow", "dates 2026-11-30–2026-12-31, papers 2026-11-25, report 2027-01-13"},
	} {
		ref := journey(t, f, out, leg("SVX", "SVO", c.depart, c.arrive))
		if got := terms(t, f, ref); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

func TestAMoveToAnotherTownMovesTheDatesOfTrips(t *testing.T) {
	f := newFile(t)
	ref := journey(t, f, leg("А", "Б", "2026-11-30T00:30 Europe/Moscow", "2026-11-30T03:00 Europe/Moscow"), leg("Б", "А", "2026-12-04T20:00 Europe/Moscow", "2026-12-04T23:30 Europe/Moscow"))
	me, _ := f.Read().Me()
	me.Zone = "Europe/Kaliningrad"
	do(t, f, command.Put{Record: me})
	// 00:30 of Monday in Moscow is Sunday evening in Kaliningrad: papers on the third working day before 29.11
	if got := terms(t, f, ref); got != "dates 2026-11-29–2026-12-04, papers 2026-11-25, report 2026-12-09" {
		t.Error(got)
	}
	undo(t, f)
	if got := terms(t, f, ref); got != "dates 2026-11-30–2026-12-04, papers 2026-11-25, report 2026-12-09" {
		t.Errorf("undone: %s", got)
	}
}

func TestTypedDatesCountOnlyWithoutLegs(t *testing.T) {
	f := newFile(t)
	trip := data.Trip{ID: data.NewID[data.Trip](), Name: "Тверь", PersonID: owner(t, f), What: data.TripHome, Status: data.TripPlanned, StartsOn: data.NewDate(2026, 12, 28)}
	ref := data.RefTo(data.KindTrip, trip.ID)
	do(t, f, command.Put{Record: trip})
	// 23, 24, 25.12 before it; 29, 30.12 and 11.01 after it: 31.12–10.01 are off
	if got := terms(t, f, ref); got != "dates 2026-12-28, papers 2026-12-23, report 2027-01-11" {
		t.Errorf("one typed day: %s", got)
	}
	l := leg("А", "Б", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T12:00 Europe/Moscow")
	l.TripID, l.ID = trip.ID, data.NewID[data.Leg]()
	do(t, f, command.EditLeg{Leg: l})
	if got := terms(t, f, ref); got != "dates 2026-12-01, papers 2026-11-26, report 2026-12-04" {
		t.Errorf("with a leg: %s", got)
	}
	do(t, f, command.DeleteLeg{Leg: l})
	if got := terms(t, f, ref); got != "dates 2026-12-28, papers 2026-12-23, report 2027-01-11" {
		t.Errorf("without it again: %s", got)
	}
	trip.StartsOn = 0
	do(t, f, command.Put{Record: trip})
	if got := terms(t, f, ref); got != "" {
		t.Errorf("without any date: %s", got)
	}
}

func TestDraftsCancelledAndLocalTripsHaveNoTerms(t *testing.T) {
	f := newFile(t)
	day := data.NewDate(2026, 11, 25)
	trip := data.Trip{ID: data.NewID[data.Trip](), Name: "Тверь", PersonID: owner(t, f), What: data.TripHome, Status: data.TripDraft, StartsOn: day, EndsOn: day + 1, Purpose: "дело", Place: "Тверь"}
	ref := data.RefTo(data.KindTrip, trip.ID)
	do(t, f, command.Put{Record: trip})
	if got := terms(t, f, ref); got != "dates 2026-11-25–2026-11-26" {
		t.Errorf("draft: %s", got)
	}
	trip.Status = data.TripPlanned
	do(t, f, command.MoveTrip{Trip: trip})
	if got := terms(t, f, ref); got != "dates 2026-11-25–2026-11-26, papers 2026-11-20, report 2026-12-01" {
		t.Errorf("planned: %s", got)
	}
	do(t, f, command.CancelTrip{TripID: trip.ID, Reason: "клиент перенёс"})
	if got := terms(t, f, ref); got != "dates 2026-11-25–2026-11-26" {
		t.Errorf("cancelled: %s", got)
	}
	do(t, f, command.Delete{Ref: ref})
	if got := terms(t, f, ref); got != "" {
		t.Errorf("deleted: %s", got)
	}
	local := data.Trip{ID: data.NewID[data.Trip](), Name: "Балтик-Тара", PersonID: trip.PersonID, What: data.TripLocal, Status: data.TripPlanned, StartsOn: day, EndsOn: day, TimeFrom: 14 * 60, TimeTo: 17 * 60}
	do(t, f, command.Put{Record: local})
	if got := terms(t, f, data.RefTo(data.KindTrip, local.ID)); got != "dates 2026-11-25 14:00–17:00" {
		t.Errorf("local, with hours: %s", got)
	}
	local.TimeFrom, local.TimeTo = 0, 0
	do(t, f, command.Put{Record: local})
	if got := terms(t, f, data.RefTo(data.KindTrip, local.ID)); got != "dates 2026-11-25" {
		t.Errorf("local, the whole day: %s", got)
	}
}

func TestControlPointsMoveToWorkingDaysAndFollowTheNorm(t *testing.T) {
	f, m := traineeFile(t)
	ref := data.RefTo(data.KindMentoring, m.ID)
	if got := terms(t, f, ref); got != "control30 2026-12-16, control60 2027-01-15, control90 2027-02-15" {
		t.Errorf("story 2: %s", got)
	}
	// 45 days after 16.11 is 31.12; the next working day is 11.01.2027
	do(t, f, command.SucceedNorm{Code: "mentoring.control.1", Value: "45", From: data.NewDate(2026, 11, 1)})
	if got := terms(t, f, ref); got != "control45 2027-01-11, control60 2027-01-15, control90 2027-02-15" {
		t.Errorf("another norm: %s", got)
	}
	undo(t, f)
	m.EndsOn = data.NewDate(2027, 1, 20)
	do(t, f, command.Put{Record: m})
	if got := terms(t, f, ref); got != "control30 2026-12-16, control60 2027-01-15" {
		t.Errorf("a shorter mentoring: %s", got)
	}
}

// meetings are the days of the series that are computed.
func meetings(t testing.TB, f *sqlite.File, s data.ID[data.Series]) string {
	t.Helper()
	rows, err := f.Read().DueDates(data.RefTo(data.KindSeries, s))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		if r.Starts.Clock() != "17:30" || r.Ends.Clock() != "18:00" || r.Starts.Zone != "Europe/Moscow" {
			t.Errorf("the meeting of %s is at %s–%s", r.StartsOn, r.Starts, r.Ends)
		}
		_, m, d := r.StartsOn.Civil()
		all = append(all, fmt.Sprintf("%d.%d", d, m))
	}
	return strings.Join(all, " ")
}

func TestTheWeeklyMeetingSkipsDaysOffAndTouchedDays(t *testing.T) {
	f, m := traineeFile(t)
	list, err := f.Read().MentoringSeries(m.ID)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d series, %v", len(list), err)
	}
	s := list[0].ID
	all := "18.11 25.11 2.12 9.12 16.12 23.12 30.12 13.1 20.1 27.1 3.2 10.2" // 30.12 is worked, 6.01 is off
	check := func(what, want string) {
		t.Helper()
		if got := meetings(t, f, s); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	check("as planned", all)
	moved := data.Event{Title: "1:1 по телефону", What: data.EventOneToOne, Starts: data.Moment{Day: data.NewDate(2026, 12, 3), Min: 600, Zone: "Europe/Moscow"}, Ends: data.Moment{Day: data.NewDate(2026, 12, 3), Min: 630, Zone: "Europe/Moscow"}}
	do(t, f, command.EditOccurrence{SeriesID: s, On: data.NewDate(2026, 12, 2), Event: moved})
	check("one day moved", strings.Replace(all, "2.12 ", "", 1))
	do(t, f, command.CancelOccurrence{SeriesID: s, On: data.NewDate(2026, 12, 9), Reason: "болею"})
	check("one day called off", strings.Replace(all, "2.12 9.12 ", "", 1))
	undo(t, f)
	undo(t, f)
	check("undone", all)
	do(t, f, command.Put{Record: data.CalendarDay{ID: data.NewID[data.CalendarDay](), CalendarID: command.Russia, OnDate: data.NewDate(2026, 12, 23), Type: data.DayIsOff}})
	check("a day of the calendar taken away", strings.Replace(all, "23.12 ", "", 1))
	do(t, f, command.EndSeries{ID: s, LastOn: data.NewDate(2026, 12, 16)})
	check("ended", "18.11 25.11 2.12 9.12 16.12")
}

// A day off between return and deadline: a plan and a report move by one day.
func TestAChangeOfTheCalendarMovesWhatStandsOnIt(t *testing.T) {
	f, p := planFile(t)
	ref := journey(t, f, leg("SVO", "SVX", "2026-11-30T06:35 Europe/Moscow", "2026-11-30T11:05 Asia/Yekaterinburg"), leg("SVX", "SVO", "2026-12-04T21:40 Asia/Yekaterinburg", "2026-12-04T22:15 Europe/Moscow"))
	off := data.CalendarDay{ID: data.NewID[data.CalendarDay](), CalendarID: command.Russia, OnDate: data.NewDate(2026, 12, 8), Type: data.DayIsOff, Title: "санитарный день"}
	do(t, f, command.Put{Record: off})
	if got := terms(t, f, ref); got != "dates 2026-11-30–2026-12-04, papers 2026-11-25, report 2026-12-10" {
		t.Errorf("trip: %s", got)
	}
	want(t, "plan", planLines(t, f, p.Plan.ID)[1:4], []string{"1.1 Интервью с ЦФО 2026-11-30 2026-12-04", "1.2 Анализ форм отчётности 2026-12-07 2026-12-11", "1.3 Отчёт о диагностике 2026-12-14 2026-12-16"})
	undo(t, f)
	want(t, "plan, undone", planLines(t, f, p.Plan.ID), story1Dates)
	if got := terms(t, f, ref); got != "dates 2026-11-30–2026-12-04, papers 2026-11-25, report 2026-12-09" {
		t.Errorf("trip, undone: %s", got)
	}
}

// A norm holds from its day: papers of earlier days keep the old one.
func TestANormHoldsFromItsDay(t *testing.T) {
	f := newFile(t)
	me := owner(t, f)
	refs := map[string]data.Ref{}
	for _, day := range []string{"2026-11-30", "2026-12-04"} {
		d, _ := data.ParseDate(day)
		trip := data.Trip{ID: data.NewID[data.Trip](), Name: day, PersonID: me, Status: data.TripPlanned, StartsOn: d, EndsOn: d}
		do(t, f, command.Put{Record: trip})
		refs[day] = data.RefTo(data.KindTrip, trip.ID)
	}
	do(t, f, command.SucceedNorm{Code: "trip.report.days", Value: "5", From: data.NewDate(2026, 12, 1), Source: "приказ"})
	// 30.11 + 3 = 3.12; 4.12 + 5 = 11.12
	for day, want := range map[string]string{"2026-11-30": "report 2026-12-03", "2026-12-04": "report 2026-12-11"} {
		if got := terms(t, f, refs[day]); !strings.HasSuffix(got, want) {
			t.Errorf("trip of %s: %s, want %s", day, got, want)
		}
	}
	refuses(t, f, command.SucceedNorm{Code: "trip.report.days", Value: "5"}, "validFrom", "required")
	refuses(t, f, command.SucceedNorm{Code: "trip.report.days", Value: "много", From: data.NewDate(2027, 1, 1)}, "value", "number")
}

// Two open ends: the rows of a series without an end go on as days go by,
// without a step that a user would see.
func TestOpenSeriesGoOnAsDaysGoBy(t *testing.T) {
	now := tuesday
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	at := data.Moment{Day: data.NewDate(2026, 11, 15), Min: 600, Zone: "Europe/Moscow"}
	s := data.Series{ID: data.NewID[data.Series](), Title: "Отчёт", Starts: at, Ends: at.Add(30), Rule: "FREQ=MONTHLY;BYMONTHDAY=15", DaysOff: data.DaysOffKeep}
	do(t, f, command.NewSeries{Series: s})
	last := func() string {
		rows, err := f.Read().DueDates(data.RefTo(data.KindSeries, s.ID))
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprintf("%d to %s", len(rows), rows[len(rows)-1].StartsOn)
	}
	if got := last(); got != "14 to 2027-12-15" { // 24.11.2026 and 400 days: 29.12.2027
		t.Errorf("today: %s", got)
	}
	steps, _ := f.Read().Steps(100)
	now = now.AddDate(0, 0, 60)
	if err := command.Refresh(f); err != nil {
		t.Fatal(err)
	}
	if got := last(); got != "16 to 2028-02-15" { // 23.01.2027 and 400 days: 27.02.2028
		t.Errorf("60 days later: %s", got)
	}
	if after, _ := f.Read().Steps(100); len(after) != len(steps) {
		t.Errorf("%d steps became %d", len(steps), len(after))
	}
	undo(t, f)
	if rows, _ := f.Read().DueDates(data.RefTo(data.KindSeries, s.ID)); len(rows) != 0 {
		t.Errorf("an undone series keeps %d days", len(rows))
	}
}

func TestLoadedYearsReplaceTheirDaysAndLeaveOthers(t *testing.T) {
	w := newWorld(t)
	before := w.look()
	g := &gen{q: w.f.Read(), raw: w.raw}
	c := g.year(2026, "2026-12-23")
	do(t, w.f, c)
	days, err := w.f.Read().CalendarDays(command.Russia, 2026)
	if err != nil || len(days) != 1 || days[0].OnDate != data.NewDate(2026, 12, 23) {
		t.Errorf("%d days of 2026, %v", len(days), err)
	}
	if rest, _ := w.f.Read().CalendarDays(command.Russia, 2027); len(rest) == 0 {
		t.Error("the days of 2027 are gone")
	}
	ch, err := w.f.Do(c)
	if err != nil {
		t.Fatal(err)
	}
	if len(ch.IDs) != 0 {
		t.Error("the same file loaded again is a step")
		undo(t, w.f)
	}
	undo(t, w.f)
	w.same("undone", w.look(), before)
}
