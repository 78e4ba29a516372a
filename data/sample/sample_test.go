package sample

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// morning is 24.11.2026 09:42 in Moscow, the moment that the sample shows.
var morning = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

func create(t testing.TB) *sqlite.File {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "sample.portfel"), command.Options(func() time.Time { return morning }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func filled(t testing.TB) *sqlite.File {
	t.Helper()
	f := create(t)
	if err := Fill(f); err != nil {
		t.Fatal(err)
	}
	return f
}

func list[T data.Record](t testing.TB, f *sqlite.File, where string, args ...any) []T {
	t.Helper()
	out, err := sqlite.List[T](f.Read(), where, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheSampleIsTheDeskOfTheStories(t *testing.T) {
	f := filled(t)
	me, err := f.Read().Me()
	if err != nil || me.FullName != "Кузнецова Анна Сергеевна" || me.Zone != "Europe/Moscow" {
		t.Errorf("owner %+v, %v", me, err)
	}
	if n := len(list[data.Client](t, f, "")); n != 8 {
		t.Errorf("%d clients", n)
	}
	effort := map[string]data.Minutes{}
	for _, a := range list[data.Assignment](t, f, "task_id IN (SELECT id FROM task WHERE plan_id = ?)", id[data.Plan]("plan.copper")) {
		p, err := sqlite.Get(f.Read(), a.PersonID)
		if err != nil {
			t.Fatal(err)
		}
		effort[p.Short()] += a.Effort
	}
	for who, want := range map[string]int{"Кузнецова А. С.": 144, "Ласточкин Д. О.": 232, "Громов И. П.": 40} {
		if effort[who] != data.Hours(want) {
			t.Errorf("%s: %d minutes, story 1 says %d hours", who, effort[who], want)
		}
	}
	if n := len(list[data.Absence](t, f, "person_id = ? AND status <> 'cancelled'", id[data.Person]("person.lastochkin"))); n != 0 {
		t.Errorf("Ласточкин has %d absences before his vacation is entered", n)
	}
}

func TestTheTraineesPlanIsThatOfStory2(t *testing.T) {
	f := filled(t)
	items := list[data.Task](t, f, "plan_id = ? AND what <> 'stage'", id[data.Plan]("plan.gromov"))
	sections := list[data.Task](t, f, "plan_id = ? AND what = 'stage'", id[data.Plan]("plan.gromov"))
	var own, mentor data.Minutes
	for _, x := range items {
		own += x.Effort
		mentor += x.MentorEffort
	}
	if len(items) != 14 || len(sections) != 5 || own != data.Hours(124) || mentor != data.Hours(24) {
		t.Errorf("%d items in %d sections, %d and %d minutes", len(items), len(sections), own, mentor)
	}
	s := list[data.Series](t, f, "mentoring_id = ?", id[data.Mentoring]("mentoring.gromov"))
	if len(s) != 1 || s[0].Starts.Clock() != "17:30" || s[0].Ends.Clock() != "18:00" || s[0].Starts.Day.Weekday() != time.Wednesday || s[0].DaysOff != data.DaysOffSkip {
		t.Errorf("weekly meeting %+v", s)
	}
}

func TestTheTripOfStory3IsAgreedWithItsLegs(t *testing.T) {
	f := filled(t)
	tr, err := sqlite.Get(f.Read(), trip(copper))
	if err != nil || tr.Status != data.TripAgreed || tr.OrderNo != "" {
		t.Errorf("%+v, %v", tr, err)
	}
	legs := list[data.Leg](t, f, "trip_id = ? ORDER BY ord", tr.ID)
	if len(legs) != 2 {
		t.Fatalf("%d legs", len(legs))
	}
	for i, want := range []string{"2026-11-30T03:35 2026-11-30T06:05", "2026-12-04T16:40 2026-12-04T19:15"} {
		from, _ := legs[i].Depart.Instant()
		to, _ := legs[i].Arrive.Instant()
		if got := from.UTC().Format("2006-01-02T15:04 ") + to.UTC().Format("2006-01-02T15:04"); got != want {
			t.Errorf("leg %d: %s, want %s", i, got, want)
		}
	}
}

// The week of the trip must hold only what story 1 says of it: 24 hours of
// Кузнецова's and 32 of Ласточкин's, all on one task.
func TestNobodyOfTheStoryHasOtherWorkInTheWeekOfTheTrip(t *testing.T) {
	f := filled(t)
	who := map[data.ID[data.Person]]data.Minutes{}
	for _, d := range list[data.Assignment](t, f, `task_id IN (SELECT task_id FROM task_date WHERE is_summary = 0 AND ends_on >= '2026-11-30' AND starts_on <= '2026-12-04')`) {
		who[d.PersonID] += d.Effort
	}
	me, _ := f.Read().Me()
	if who[me.ID] != data.Hours(24) || who[id[data.Person]("person.lastochkin")] != data.Hours(32) || who[id[data.Person]("person.gromov")] != 0 {
		t.Errorf("minutes %v", who)
	}
}

// The first table of story 1, and the float to the term of the contract.
func TestTheProjectHasTheDatesOfStory1(t *testing.T) {
	f := filled(t)
	plan, err := f.Read().PlanTree(id[data.Plan]("plan.copper"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"1.1": "2026-11-30 2026-12-04", "1.2": "2026-12-07 2026-12-10", "1.3": "2026-12-11 2026-12-15", "2.1": "2026-12-16 2026-12-22",
		"2.2": "2026-12-23 2027-01-12", "3.1": "2027-01-13 2027-01-26", "3.2": "2027-01-26 2027-01-26"}
	for _, r := range plan.Rows {
		if w := want[r.Code]; w != "" && r.Date.StartsOn.String()+" "+r.Date.EndsOn.String() != w {
			t.Errorf("%s: %s..%s, want %s", r.Code, r.Date.StartsOn, r.Date.EndsOn, w)
		}
		if r.Code == "3.2" && (!r.Date.HasSlack || r.Date.SlackDays != 1) {
			t.Errorf("slack of the milestone %d", r.Date.SlackDays)
		}
	}
}

func TestComputedDaysAreThoseOfTheStories(t *testing.T) {
	f := filled(t)
	for name, c := range map[string]struct {
		owner data.Ref
		code  data.DueCode
		want  string
	}{
		"papers of the trip": {data.RefTo(data.KindTrip, trip(copper)), data.DueTripPapers, "2026-11-25"},
		"report of the trip": {data.RefTo(data.KindTrip, trip(copper)), data.DueTripReport, "2026-12-09"},
		"report of Казань":   {data.RefTo(data.KindTrip, trip(daisy)), data.DueTripReport, "2026-11-24"},
		"control points":     {data.RefTo(data.KindMentoring, mentoring(ilya)), data.DueControl, "2026-12-16 2027-01-15 2027-02-15"},
		"weekly meetings":    {data.RefTo(data.KindSeries, id[data.Series]("series.one2one")), data.DueOccurrence, "2026-11-25 2026-12-02 2026-12-09 2026-12-16 2026-12-23 2026-12-30 2027-01-13 2027-01-20 2027-01-27 2027-02-03 2027-02-10"},
	} {
		rows, err := f.Read().DueDates(c.owner)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range rows {
			if r.Code == c.code {
				got += " " + r.EndsOn.String()
			}
		}
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%s:%s, want %s", name, got, c.want)
		}
	}
}

func TestSixClientsAreSilentOnMonday(t *testing.T) {
	f := filled(t)
	monday := on(2026, 11, 23)
	silent := map[string]int{}
	for _, c := range list[data.Client](t, f, "cadence_days > 0") {
		var last data.Date
		for _, e := range list[data.Event](t, f, "client_id = ? AND status = 'held'", c.ID) {
			last = max(last, e.Starts.Day)
		}
		if n := int(monday - last); n > c.CadenceDays {
			silent[c.Name] = n
		}
	}
	if len(silent) != 6 || silent["ООО «Балтик-Тара»"] != 12 {
		t.Errorf("%d silent: %v; story 7 says six, Балтик-Тара for 12 days", len(silent), silent)
	}
}

func TestEveryStatusThatAListCanShowIsThere(t *testing.T) {
	f := filled(t)
	have := map[string]bool{}
	for _, x := range list[data.Project](t, f, "") {
		have["project "+string(x.Status)] = true
	}
	for _, x := range list[data.Task](t, f, "") {
		have["task "+string(x.Status)] = true
	}
	for _, x := range list[data.Trip](t, f, "") {
		have["trip "+string(x.Status)] = true
	}
	for _, want := range []string{"project presale", "project planning", "project running", "project paused", "project closing", "project closed",
		"task open", "task working", "task waiting", "task review", "task returned", "task done",
		"task cancelled", "trip reported", "trip approved", "trip draft", "trip planned", "trip agreed", "trip ordered", "trip closed", "trip held", "trip cancelled"} {
		if !have[want] {
			t.Errorf("nothing is %s", want)
		}
	}
}

func TestFillingLeavesNothingToUndo(t *testing.T) {
	f := filled(t)
	if _, err := f.Undo(); err != sqlite.ErrNothing {
		t.Errorf("undo: %v", err)
	}
}

func TestTheOwnerOfTheFileBecomesTheSamplesOwner(t *testing.T) {
	f := create(t)
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	if err := Fill(f); err != nil {
		t.Fatal(err)
	}
	me, err := f.Read().Me()
	if err != nil || me.ID != command.Owner || me.FullName != "Кузнецова Анна Сергеевна" {
		t.Errorf("owner %+v, %v", me, err)
	}
}
