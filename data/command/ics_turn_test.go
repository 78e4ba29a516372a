package command_test

import (
	"sort"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// calendarOf is a calendar of items, each given by its lines.
func calendarOf(items ...string) string {
	s := "BEGIN:VCALENDAR\nVERSION:2.0\n"
	for _, it := range items {
		s += "BEGIN:VEVENT\nDTSTAMP:20261101T000000Z\n" + it + "\nEND:VEVENT\n"
	}
	return s + "END:VCALENDAR\n"
}

// Mondays at ten from 7.12.2026: the 14th taken out, the 21st moved to the 22nd.
const (
	weekSeries  = "UID:ser@example.com\nSUMMARY:Планёрка\nDTSTART;TZID=Europe/Moscow:20261207T100000\nDTEND;TZID=Europe/Moscow:20261207T110000\nRRULE:FREQ=WEEKLY;COUNT=4"
	weekOut     = "\nEXDATE;TZID=Europe/Moscow:20261214T100000"
	weekMoved   = "UID:ser@example.com\nSUMMARY:Планёрка\nDTSTART;TZID=Europe/Moscow:20261222T150000\nDTEND;TZID=Europe/Moscow:20261222T160000\nRECURRENCE-ID;TZID=Europe/Moscow:20261221T100000"
	weekOnce    = "UID:ser@example.com\nSUMMARY:Планёрка\nDTSTART;TZID=Europe/Moscow:20261207T100000\nDTEND;TZID=Europe/Moscow:20261207T110000"
	allFour     = "2026-12-07T10:00 2026-12-14T10:00 2026-12-21T10:00 2026-12-28T10:00"
	outAndMoved = "2026-12-07T10:00 2026-12-22T15:00 2026-12-28T10:00"
)

// standing is when meetings stand in the agenda of December, cancelled ones left
// out.
func standing(t *testing.T, f *sqlite.File) string {
	t.Helper()
	rows, err := f.Read().Agenda(data.AgendaFilter{From: data.NewDate(2026, 12, 1), To: data.NewDate(2026, 12, 31), Layers: []data.Layer{data.LayerMeetings}})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		if r.Status != string(data.EventCancelled) {
			out = append(out, r.Starts.Day.String()+"T"+r.Starts.Clock())
		}
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

func stands(t *testing.T, f *sqlite.File, about, want string) {
	t.Helper()
	if got := standing(t, f); got != want {
		t.Errorf("%s:\n got %s\nwant %s", about, got, want)
	}
}

// A UID that is a series, then a single meeting, then a series again is one thing
// all the time.
func TestASeriesThatBecomesOneMeetingAndBack(t *testing.T) {
	w := newWorld(t)
	f := w.f
	empty := w.look()
	taken(t, f, calendarOf(weekSeries+weekOut, weekMoved))
	stands(t, f, "a series", outAndMoved)
	rows, _ := taken(t, f, calendarOf("SEQUENCE:2\n"+weekOnce))
	want(t, "one meeting", rows, []string{"changed event Планёрка"})
	stands(t, f, "one meeting", "2026-12-07T10:00")
	if count[data.Series](t, f) != 0 || count[data.Event](t, f) != 1 {
		t.Errorf("%d series, %d events", count[data.Series](t, f), count[data.Event](t, f))
	}
	rows, step := taken(t, f, calendarOf("SEQUENCE:2\n"+weekOnce))
	want(t, "the same", rows, []string{"same event Планёрка"})
	if step {
		t.Error("the same meeting is a step")
	}
	rows, _ = taken(t, f, calendarOf("SEQUENCE:3\n"+weekSeries))
	want(t, "a series again", rows, []string{"changed event_series Планёрка"})
	stands(t, f, "a series again", allFour)
	if count[data.Series](t, f) != 1 || count[data.Event](t, f) != 0 {
		t.Errorf("%d series, %d events", count[data.Series](t, f), count[data.Event](t, f))
	}
	w.sound("turned twice")
	for range 3 {
		undo(t, f)
	}
	w.same("all undone", w.look(), empty)
}

// Days that a newer version neither takes out nor moves stand where the series has
// them.
func TestDaysOfASeriesComeBack(t *testing.T) {
	w := newWorld(t)
	f := w.f
	taken(t, f, calendarOf(weekSeries+weekOut, weekMoved))
	rows, _ := taken(t, f, calendarOf("SEQUENCE:1\n"+weekSeries, weekMoved))
	want(t, "the 14th back", rows, []string{"changed event_series Планёрка", "changed event Планёрка", "same event Планёрка"})
	stands(t, f, "the 14th back", "2026-12-07T10:00 2026-12-14T10:00 2026-12-22T15:00 2026-12-28T10:00")
	rows, step := taken(t, f, calendarOf("SEQUENCE:1\n"+weekSeries))
	want(t, "the 21st back", rows, []string{"same event_series Планёрка", "changed event Планёрка"})
	stands(t, f, "the 21st back", allFour)
	if again, twice := taken(t, f, calendarOf("SEQUENCE:1\n"+weekSeries)); !step || twice {
		t.Errorf("steps %v %v: %v", step, twice, again)
	}
	taken(t, f, calendarOf("SEQUENCE:2\n"+weekSeries+weekOut, "SEQUENCE:2\n"+weekMoved))
	stands(t, f, "out and moved again", outAndMoved)
	// Now the moved day is taken out, and the one taken out is moved.
	other := strings.NewReplacer("20261214T100000", "20261221T100000").Replace(weekOut)
	moved := strings.NewReplacer("20261221T100000", "20261214T100000", "20261222", "20261215").Replace(weekMoved)
	taken(t, f, calendarOf("SEQUENCE:3\n"+weekSeries+other, "SEQUENCE:3\n"+moved))
	stands(t, f, "the other way round", "2026-12-07T10:00 2026-12-15T15:00 2026-12-28T10:00")
	taken(t, f, calendarOf("SEQUENCE:4\n"+weekSeries))
	stands(t, f, "all back", allFour)
	if n := count[data.Event](t, f); n != 0 {
		t.Errorf("%d events are left", n)
	}
	w.sound("all back")
}

// What somebody wrote to a day is not lost with its move.
func TestWhatWasWrittenToADayStays(t *testing.T) {
	f := newFile(t)
	taken(t, f, calendarOf(weekSeries, weekMoved))
	e := one[data.Event](t, f, "original_on = '2026-12-21'")
	do(t, f, command.HoldEvent{ID: e.ID, Result: "согласовано"})
	taken(t, f, calendarOf("SEQUENCE:1\n"+weekSeries))
	if got := one[data.Event](t, f, ""); got.Result != "согласовано" || got.Starts.String() != "2026-12-21T10:00 Europe/Moscow" || got.Status != data.EventHeld {
		t.Errorf("back: %+v", got)
	}
	taken(t, f, calendarOf("SEQUENCE:2\n"+weekOnce))
	stands(t, f, "one meeting and the held one", "2026-12-07T10:00 2026-12-21T10:00")
	if got := one[data.Event](t, f, "result <> ''"); !got.SeriesID.IsZero() {
		t.Errorf("the held day has a series: %+v", got)
	}
	taken(t, f, calendarOf("SEQUENCE:3\n"+weekSeries))
	if n := count[data.Series](t, f); n != 1 {
		t.Errorf("%d series", n)
	}
}

// Who takes part and whose it is goes over.
func TestWhatBelongsToAnItemGoesOverWhenItTurns(t *testing.T) {
	f := newFile(t)
	taken(t, f, calendarOf(weekOnce))
	e := one[data.Event](t, f, "")
	e.Note = "взять смету"
	do(t, f, command.PlanEvent{Event: e, Party: command.Party{People: []data.ID[data.Person]{owner(t, f)}}})
	taken(t, f, calendarOf("SEQUENCE:1\n"+weekSeries))
	s := one[data.Series](t, f, "")
	if p := one[data.EventPerson](t, f, ""); p.SeriesID != s.ID || s.Note != "взять смету" || count[data.Event](t, f) != 0 {
		t.Errorf("series %+v, party %+v", s, p)
	}
	taken(t, f, calendarOf("SEQUENCE:2\n"+weekOnce))
	e = one[data.Event](t, f, "")
	if p := one[data.EventPerson](t, f, ""); p.EventID != e.ID || e.Note != "взять смету" {
		t.Errorf("event %+v, party %+v", e, p)
	}
}

// A series that is called off is there no longer, and may come again.
func TestASeriesThatIsCalledOff(t *testing.T) {
	f := newFile(t)
	taken(t, f, calendarOf(weekSeries))
	rows, _ := taken(t, f, calendarOf("SEQUENCE:1\nSTATUS:CANCELLED\n"+weekSeries))
	want(t, "called off", rows, []string{"changed event Планёрка"})
	stands(t, f, "called off", "")
	rows, _ = taken(t, f, calendarOf(weekSeries))
	want(t, "an older version", rows, []string{"same event Планёрка icsOlder"})
	taken(t, f, calendarOf("SEQUENCE:2\n"+weekSeries))
	stands(t, f, "again", allFour)
}

// Days that a list adds follow the list.
func TestAddedDaysFollowTheirList(t *testing.T) {
	f := newFile(t)
	list := "\nRDATE;TZID=Europe/Moscow:20261209T100000,20261210T100000"
	taken(t, f, calendarOf(weekOnce+list))
	stands(t, f, "two more", "2026-12-07T10:00 2026-12-09T10:00 2026-12-10T10:00")
	taken(t, f, calendarOf("SEQUENCE:1\n"+strings.ReplaceAll(weekOnce, "Планёрка", "Летучка")+"\nRDATE;TZID=Europe/Moscow:20261210T120000"))
	stands(t, f, "one moved, one gone", "2026-12-07T10:00 2026-12-10T12:00")
	if n := count[data.Event](t, f); n != 2 || one[data.Event](t, f, "starts LIKE '2026-12-10%'").Title != "Летучка" {
		t.Errorf("%d events", n)
	}
}

func TestATripCannotBecomeASeries(t *testing.T) {
	f := newFile(t)
	trip := "UID:t@x\nSUMMARY:Командировка: Тверь\nDTSTART;VALUE=DATE:20261214\nDTEND;VALUE=DATE:20261217"
	taken(t, f, calendarOf(trip))
	rows, step := taken(t, f, calendarOf("SEQUENCE:1\n"+trip+"\nRRULE:FREQ=YEARLY"))
	want(t, "a yearly trip", rows, []string{"refused trip Тверь icsTripRepeats"})
	if step || count[data.Series](t, f) != 0 {
		t.Error("something was written")
	}
}

// Trips of other calendars: whole days, or hours that end on a later day, that say
// so; the title says where.
func TestTripsOfOtherCalendars(t *testing.T) {
	whole := "\nDTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261204"
	hours := "\nDTSTART;TZID=Europe/Moscow:20261130T080000\nDTEND;TZID=Europe/Moscow:20261203T200000"
	for lines, says := range map[string]string{
		"SUMMARY:Командировка в Пермь" + whole:                                                                                                   "Пермь | Пермь",
		"SUMMARY:Командировка в Пермь" + hours:                                                                                                   "Пермь | Пермь",
		"SUMMARY:Business trip to Perm" + hours:                                                                                                  "Perm | Perm",
		"SUMMARY:Trip to Perm" + whole:                                                                                                           "Perm | Perm",
		"SUMMARY:Поездка в Москву" + hours:                                                                                                       "Москва | Москва",
		"SUMMARY:Командировка Нижний Новгород" + whole:                                                                                           "Нижний Новгород | Нижний Новгород",
		"SUMMARY:Командировка: Пермь — ПАО «Вектор»" + whole:                                                                                     "Пермь — ПАО «Вектор» | Пермь",
		"SUMMARY:Командировка на Урал (аудит)" + whole:                                                                                           "Урал (аудит) | Урал",
		"SUMMARY:Командировка Иванова" + whole:                                                                                                   "Иванова | ",
		"SUMMARY:Командировка в феврале" + whole:                                                                                                 "в феврале | ",
		"SUMMARY:Командировка\nLOCATION:Уфа" + hours:                                                                                             "Уфа | Уфа",
		"SUMMARY:Командировка в Пермь\nLOCATION:Пермь\\, ул. Ленина" + hours:                                                                     "Пермь | Пермь, ул. Ленина",
		"SUMMARY:Конференция\nLOCATION:Казань" + whole:                                                                                           "Конференция | Казань",
		"SUMMARY:Конференция\nLOCATION:Казань" + hours:                                                                                           "event",
		"SUMMARY:Командировка в Пермь\nDTSTART;TZID=Europe/Moscow:20261130T080000\nDTEND;TZID=Europe/Moscow:20261130T200000":                     "event",
		"SUMMARY:Командировка в Пермь\nDTSTART;TZID=Europe/Moscow:20261130T080000\nDTEND;TZID=Europe/Moscow:20261201T000000":                     "event",
		"SUMMARY:Командировка в Пермь\nRRULE:FREQ=MONTHLY\nDTSTART;TZID=Europe/Moscow:20261130T080000\nDTEND;TZID=Europe/Moscow:20261202T200000": "event_series",
	} {
		f := newFile(t)
		rows, _ := taken(t, f, calendarOf("UID:t@x\n"+lines))
		if count[data.Trip](t, f) == 0 {
			if !strings.HasPrefix(rows[0], "added "+says+" ") {
				t.Errorf("%s: %v", lines, rows)
			}
			continue
		}
		trip := one[data.Trip](t, f, "")
		if got := trip.Name + " | " + trip.Place; got != says || trip.StartsOn != data.NewDate(2026, 11, 30) || trip.EndsOn != data.NewDate(2026, 12, 3) {
			t.Errorf("%s: %s %s–%s", lines, got, trip.StartsOn, trip.EndsOn)
		}
		if again, step := taken(t, f, calendarOf("UID:t@x\n"+lines)); step || again[0] != "same trip "+trip.Name {
			t.Errorf("again: %v", again)
		}
	}
}

// A trip that got its hours later keeps its days.
func TestATripThatGotHours(t *testing.T) {
	f := newFile(t)
	taken(t, f, calendarOf("UID:t@x\nSUMMARY:Командировка: Тверь\nDTSTART;VALUE=DATE:20261214\nDTEND;VALUE=DATE:20261217"))
	taken(t, f, calendarOf("UID:t@x\nSUMMARY:Командировка: Тверь\nDTSTART;TZID=Europe/Moscow:20261215T080000\nDTEND;TZID=Europe/Moscow:20261217T200000"))
	if trip := one[data.Trip](t, f, ""); trip.StartsOn != data.NewDate(2026, 12, 15) || trip.EndsOn != data.NewDate(2026, 12, 17) {
		t.Errorf("%s–%s", trip.StartsOn, trip.EndsOn)
	}
}
