package sample

import (
	"path/filepath"
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

// A week with a trip must hold only what story 1 says: 24 and 32 hours.
func TestNobodyOfTheStoryHasOtherWorkInTheWeekOfTheTrip(t *testing.T) {
	f := filled(t)
	for _, x := range list[data.Task](t, f, "constraint_on BETWEEN '2026-11-30' AND '2026-12-04'") {
		t.Errorf("%s begins in that week", x.Name)
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
		"trip draft", "trip planned", "trip agreed", "trip ordered", "trip closed", "trip held", "trip cancelled"} {
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
