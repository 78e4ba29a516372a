package command_test

import (
	"errors"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

func shiftEvents(t *testing.T, f *sqlite.File, where string, args ...any) []data.Event {
	t.Helper()
	rows, err := sqlite.List[data.Event](f.Read(), where, args...)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestAMeetingMovesOnItsOwnClock(t *testing.T) {
	f := sampleFile(t)
	e := shiftEvents(t, f, "title = 'Интервью: финансовый директор'")[0] // 01.12 10:00–12:00 in Екатеринбург
	if _, err := f.Do(command.ShiftEvent{Ref: data.RefTo(data.KindEvent, e.ID), Days: 1, Minutes: 90, Name: e.Title}); err != nil {
		t.Fatal(err)
	}
	got := shiftEvents(t, f, "id = ?", e.ID)[0]
	if got.Starts.String() != "2026-12-02T11:30 Asia/Yekaterinburg" || got.Ends.String() != "2026-12-02T13:30 Asia/Yekaterinburg" {
		t.Errorf("%s – %s", got.Starts, got.Ends)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if back := shiftEvents(t, f, "id = ?", e.ID)[0]; back != e {
		t.Errorf("undone: %+v", back)
	}
}

func TestAnAllDayMeetingKeepsItsClock(t *testing.T) {
	f := sampleFile(t)
	e := shiftEvents(t, f, "all_day = 1")[0] // the seminar of 26.11
	if _, err := f.Do(command.ShiftEvent{Ref: data.RefTo(data.KindEvent, e.ID), Days: 4, Minutes: 60}); err != nil {
		t.Fatal(err)
	}
	if got := shiftEvents(t, f, "id = ?", e.ID)[0]; got.Starts.String() != "2026-11-30T00:00 Europe/Moscow" {
		t.Errorf("%s", got.Starts)
	}
}

func TestADayOfASeriesBecomesAnEventWithItsPeople(t *testing.T) {
	f := sampleFile(t)
	s, err := sqlite.List[data.Series](f.Read(), "title = '1:1 с Громовым'")
	if err != nil || len(s) != 1 {
		t.Fatal(err, len(s))
	}
	on := data.NewDate(2026, 12, 2) // a Wednesday, 17:30
	if _, err := f.Do(command.ShiftEvent{Ref: data.RefTo(data.KindSeries, s[0].ID), On: on, Days: 1, Minutes: -30, Name: s[0].Title}); err != nil {
		t.Fatal(err)
	}
	got := shiftEvents(t, f, "series_id = ? AND original_on = ?", s[0].ID, on)
	if len(got) != 1 || got[0].Starts.String() != "2026-12-03T17:00 Europe/Moscow" || got[0].Ends.String() != "2026-12-03T17:30 Europe/Moscow" {
		t.Fatalf("%+v", got)
	}
	people, err := sqlite.List[data.EventPerson](f.Read(), "event_id = ?", got[0].ID)
	if err != nil || len(people) != 2 {
		t.Errorf("%d people, want mentor and trainee (%v)", len(people), err)
	}
	if _, err := f.Read().OccurrenceOf(s[0].ID, on); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("the series still has the day: %v", err)
	}
	if _, err := f.Read().OccurrenceOf(s[0].ID, on+7); err != nil {
		t.Errorf("the series has lost the next day: %v", err)
	}
}

func TestAHeldMeetingStays(t *testing.T) {
	f := sampleFile(t)
	e := shiftEvents(t, f, "status = 'held'")[0]
	_, err := f.Do(command.ShiftEvent{Ref: data.RefTo(data.KindEvent, e.ID), Days: 1})
	var ps data.Problems
	if !errors.As(err, &ps) || ps[0].Code != "eventDone" {
		t.Errorf("%v", err)
	}
}

func TestALocalTripMovesWithinItsDay(t *testing.T) {
	f := sampleFile(t)
	trips, err := sqlite.List[data.Trip](f.Read(), "what = 'local' AND status = 'planned'") // Химки, 26.11 10–13
	if err != nil || len(trips) != 1 {
		t.Fatal(err, len(trips))
	}
	id := trips[0].ID
	for _, c := range []struct{ days, minutes, from, to int }{{1, 240, 14 * 60, 17 * 60}, {0, 900, 21 * 60, 24 * 60}, {0, -2000, 0, 3 * 60}} {
		if _, err := f.Do(command.ShiftLocalTrip{ID: id, Days: c.days, Minutes: c.minutes}); err != nil {
			t.Fatal(err)
		}
		got, err := f.Read().Trip(id)
		if err != nil || got.StartsOn != data.NewDate(2026, 11, 27) || got.TimeFrom != c.from || got.TimeTo != c.to {
			t.Errorf("%+v: %s %d–%d (%v)", c, got.StartsOn, got.TimeFrom, got.TimeTo, err)
		}
	}
}
