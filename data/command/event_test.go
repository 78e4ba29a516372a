package command_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// sampleOn is the sample on 24.11.2026, 09:42 in Moscow, or on another day at
// the same time.
func sampleOn(t *testing.T, now time.Time) *sqlite.File {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	return f
}

func wall(month, day, hour, min int) data.Moment {
	return data.Moment{Day: papersDay(month, day), Min: hour*60 + min, Zone: "Europe/Moscow"}
}

func eventIn(t *testing.T, f *sqlite.File, id data.ID[data.Event]) data.Event {
	t.Helper()
	e, err := sqlite.Get(f.Read(), id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func partyNames(t *testing.T, f *sqlite.File, ref data.Ref) (names string) {
	t.Helper()
	rows, err := f.Read().Party(ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		names += data.ShortName(r.Name) + ";"
	}
	return names
}

func TestMeetingKeepsExactlyItsParty(t *testing.T) {
	f, _, me, k := papersFile(t)
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Title: "  Согласование протокола ", Starts: wall(11, 25, 14, 0), Ends: wall(11, 25, 17, 0), ClientID: k.ClientID}
	party := command.Party{People: []data.ID[data.Person]{me.ID}, Contacts: []data.ID[data.Contact]{k.ID}}
	papersDo(t, f, command.PlanEvent{Event: e, Party: party})
	got := eventIn(t, f, e.ID)
	if got.Title != "Согласование протокола" || got.Status != data.EventPlanned {
		t.Errorf("%q, %q", got.Title, got.Status)
	}
	ref := data.RefTo(data.KindEvent, e.ID)
	if s := partyNames(t, f, ref); s != "Кузнецова А. С.;Седых П. И.;" {
		t.Errorf("party %q", s)
	}
	got.Title = "Протокол"
	papersDo(t, f, command.PlanEvent{Event: got, Party: command.Party{Contacts: party.Contacts}})
	if s := partyNames(t, f, ref); s != "Седых П. И.;" {
		t.Errorf("party after the edit %q", s)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if s := partyNames(t, f, ref); s != "Кузнецова А. С.;Седых П. И.;" {
		t.Errorf("party after undo %q", s)
	}
	got.Status = data.EventHeld
	refused(t, f, "move", command.PlanEvent{Event: got, Party: party})
}

func TestMeetingIsHeldOrCalledOff(t *testing.T) {
	f, _, _, _ := papersFile(t)
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventCall, Title: "Созвон", Starts: wall(11, 24, 17, 0), Ends: wall(11, 24, 17, 30)}
	papersDo(t, f, command.PlanEvent{Event: e})
	papersDo(t, f, command.HoldEvent{ID: e.ID, Name: e.Title, Result: "Ответ к пятнице", NextStep: "Позвонить", NextOn: papersDay(11, 27)})
	got := eventIn(t, f, e.ID)
	if got.Status != data.EventHeld || got.Result != "Ответ к пятнице" || got.NextOn != papersDay(11, 27) {
		t.Errorf("%+v", got)
	}
	papersDo(t, f, command.HoldEvent{ID: e.ID, Result: "Ответ в четверг"})
	if got = eventIn(t, f, e.ID); got.Result != "Ответ в четверг" || got.NextStep != "" {
		t.Errorf("the result of a held one is edited: %+v", got)
	}
	refused(t, f, "move", command.CancelEvent{ID: e.ID})
	got.Status = data.EventPlanned
	papersDo(t, f, command.Move{Record: got})
	papersDo(t, f, command.CancelEvent{ID: e.ID, Reason: "клиент заболел"})
	if got = eventIn(t, f, e.ID); got.Status != data.EventCancelled || got.Note != "клиент заболел" {
		t.Errorf("%+v", got)
	}
	refused(t, f, "move", command.HoldEvent{ID: e.ID})
}

// wednesdays is a series 17:30–18:00 on Wednesdays 25.11–16.12.2026, typed on
// the Monday before.
func wednesdays(t *testing.T, f *sqlite.File, me data.Person) data.Series {
	t.Helper()
	papersDo(t, f, command.Seed{})
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, Title: "Статус", Starts: wall(11, 23, 17, 30), Ends: wall(11, 23, 18, 0),
		Rule: "FREQ=WEEKLY;BYDAY=WE", UntilOn: papersDay(12, 16)}
	papersDo(t, f, command.NewSeries{Series: s, Party: command.Party{People: []data.ID[data.Person]{me.ID}}})
	return s
}

func daysOf(t *testing.T, f *sqlite.File, s data.Series) (days string) {
	t.Helper()
	rows, err := f.Read().DueDates(data.RefTo(data.KindSeries, s.ID))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		days += r.StartsOn.String()[5:] + " "
	}
	return days
}

func TestSeriesBeginsOnItsFirstDay(t *testing.T) {
	f, _, me, _ := papersFile(t)
	s := wednesdays(t, f, me)
	if got := daysOf(t, f, s); got != "11-25 12-02 12-09 12-16 " {
		t.Errorf("days %s", got)
	}
	kept, err := sqlite.Get(f.Read(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Starts != wall(11, 25, 17, 30) || kept.Ends != wall(11, 25, 18, 0) || kept.DaysOff != data.DaysOffSkip {
		t.Errorf("%+v", kept)
	}
	bad := s
	bad.ID, bad.Rule = data.NewID[data.Series](), "FREQ=SECONDLY"
	if _, err := f.Do(command.NewSeries{Series: bad}); err == nil {
		t.Error("a rule of seconds was taken")
	}
	bad.Rule, bad.UntilOn = "FREQ=WEEKLY;BYDAY=WE", papersDay(11, 24)
	refused(t, f, "seriesEmpty", command.NewSeries{Series: bad})
}

// 31.12.2026 is a Thursday off by the production calendar.
func TestSeriesSkipsOrKeepsDaysOff(t *testing.T) {
	f := sampleOn(t, papersNow)
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, Title: "Четверг", Starts: wall(12, 24, 10, 0), Ends: wall(12, 24, 11, 0),
		Rule: "FREQ=WEEKLY;BYDAY=TH", UntilOn: papersDay(12, 31), DaysOff: data.DaysOffSkip}
	papersDo(t, f, command.NewSeries{Series: s})
	if got := daysOf(t, f, s); got != "12-24 " {
		t.Errorf("skipping: %s", got)
	}
	s.DaysOff = data.DaysOffKeep
	papersDo(t, f, command.NewSeries{Series: s})
	if got := daysOf(t, f, s); got != "12-24 12-31 " {
		t.Errorf("keeping: %s", got)
	}
}

func TestOneDayOfASeriesIsTakenOut(t *testing.T) {
	f, _, me, k := papersFile(t)
	s := wednesdays(t, f, me)
	moved := data.Event{ID: data.NewID[data.Event](), What: data.EventCall, Title: "Статус по телефону", Starts: wall(12, 3, 9, 0), Ends: wall(12, 3, 9, 30)}
	edit := command.EditOccurrence{SeriesID: s.ID, On: papersDay(12, 2), Event: moved, Party: command.Party{Contacts: []data.ID[data.Contact]{k.ID}}}
	papersDo(t, f, edit)
	got := eventIn(t, f, moved.ID)
	if got.SeriesID != s.ID || got.OriginalOn != papersDay(12, 2) || got.Starts != wall(12, 3, 9, 0) || got.Status != data.EventPlanned {
		t.Errorf("%+v", got)
	}
	if days := daysOf(t, f, s); days != "11-25 12-09 12-16 " {
		t.Errorf("days left %s", days)
	}
	edit.Event.ID = data.ID[data.Event]{}
	if _, err := f.Do(edit); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("the day is gone from the series: %v", err)
	}
	papersDo(t, f, command.CancelOccurrence{SeriesID: s.ID, On: papersDay(12, 9), Reason: "поездка"})
	papersDo(t, f, command.HoldOccurrence{SeriesID: s.ID, On: papersDay(11, 25), Result: "обсудили"})
	if days := daysOf(t, f, s); days != "12-16 " {
		t.Errorf("days left %s", days)
	}
	out, err := sqlite.List[data.Event](f.Read(), "series_id = ? ORDER BY original_on", s.ID)
	if err != nil || len(out) != 3 || out[0].Status != data.EventHeld || out[0].Result != "обсудили" || out[2].Status != data.EventCancelled || out[2].Note != "поездка" {
		t.Fatalf("%v %+v", err, out)
	}
	if s := partyNames(t, f, data.RefTo(data.KindEvent, out[0].ID)); s != "Кузнецова А. С.;" {
		t.Errorf("the party of the series comes along: %q", s)
	}
	papersDo(t, f, command.EndSeries{ID: s.ID, LastOn: papersDay(12, 10)})
	if days := daysOf(t, f, s); days != "" {
		t.Errorf("after the end: %s", days)
	}
	for range 4 {
		if _, err := f.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if days := daysOf(t, f, s); days != "11-25 12-02 12-09 12-16 " {
		t.Errorf("after undo %s", days)
	}
}

// Minutes that were written before the meeting was marked as held are not lost
// when the mark says nothing of its own.
func TestHoldingKeepsTheMinutes(t *testing.T) {
	f, _, me, _ := papersFile(t)
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Title: "Разбор", Starts: wall(11, 24, 9, 0), Ends: wall(11, 24, 9, 30), Result: "решили: срок 01.12", NextStep: "письмо"}
	papersDo(t, f, command.PlanEvent{Event: e, Party: command.Party{People: []data.ID[data.Person]{me.ID}}})
	papersDo(t, f, command.HoldEvent{ID: e.ID})
	if got := eventIn(t, f, e.ID); got.Status != data.EventHeld || got.Result != "решили: срок 01.12" || got.NextStep != "письмо" {
		t.Errorf("%+v", got)
	}
	papersDo(t, f, command.HoldEvent{ID: e.ID, Result: "решили: срок 02.12"})
	if got := eventIn(t, f, e.ID); got.Result != "решили: срок 02.12" || got.NextStep != "" {
		t.Errorf("edited: %+v", got)
	}
}

// A day is away once; illness alone may fall into a vacation, and a cancelled
// absence takes no day.
func TestADayIsAwayOnce(t *testing.T) {
	f, _, me, _ := papersFile(t)
	put := func(what data.AbsenceKind, from, to int) error {
		_, err := f.Do(command.PutAbsence{Absence: data.Absence{ID: data.NewID[data.Absence](), PersonID: me.ID, What: what, Status: data.AbsencePlanned,
			StartsOn: papersDay(12, from), EndsOn: papersDay(12, to)}})
		return err
	}
	first := data.Absence{ID: data.NewID[data.Absence](), PersonID: me.ID, What: data.Vacation, Status: data.AbsencePlanned, StartsOn: papersDay(12, 1), EndsOn: papersDay(12, 5)}
	papersDo(t, f, command.PutAbsence{Absence: first})
	for _, days := range [][2]int{{3, 4}, {5, 8}, {1, 1}} {
		var ps data.Problems
		if err := put(data.Study, days[0], days[1]); !errors.As(err, &ps) || ps[0].Code != "absenceTwice" || ps[0].Field != "startsOn" {
			t.Errorf("%v: %v", days, err)
		}
	}
	for _, err := range []error{put(data.Sick, 3, 4), put(data.Study, 6, 8)} {
		if err != nil {
			t.Error(err)
		}
	}
	first.Status = data.AbsenceCancelled
	papersDo(t, f, command.PutAbsence{Absence: first})
	if err := put(data.DayOff, 2, 2); err != nil {
		t.Error(err)
	}
	first.Status = data.AbsencePlanned
	if _, err := f.Do(command.PutAbsence{Absence: first}); err == nil {
		t.Error("a cancelled absence came back onto days that are taken")
	}
}
