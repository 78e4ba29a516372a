package command_test

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// ownFile is the sample with a meeting and a series of ours in December: Tuesdays at
// nine, four of them, with one who takes part.
func ownFile(t *testing.T) (f *sqlite.File, meeting data.ID[data.Event], series data.ID[data.Series]) {
	f, _, _ = story4(t)
	us := command.Party{People: []data.ID[data.Person]{owner(t, f)}}
	meeting = meetingOf(t, f, "Встреча о методике", data.ID[data.Client]{}, us)
	at := func(d, min int) data.Moment {
		return data.Moment{Day: data.NewDate(2026, 12, d), Min: min, Zone: "Europe/Moscow"}
	}
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, Title: "Разбор недели", Place: "каб. 5", Starts: at(1, 540), Ends: at(1, 600), Rule: "FREQ=WEEKLY;COUNT=4", DaysOff: data.DaysOffKeep}
	do(t, f, command.NewSeries{Series: s, Party: us})
	return f, meeting, s.ID
}

// sent is our calendar as it was exported and kept, by components of one UID.
func sent(t *testing.T, f *sqlite.File, o ical.Options) map[string]string {
	t.Helper()
	e, err := command.ExportCalendar(f, o, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Keep(); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	plain := strings.ReplaceAll(strings.ReplaceAll(string(e.ICS), "\r\n ", ""), "\r\n", "\n")
	for _, c := range strings.Split(plain, "BEGIN:VEVENT\n")[1:] {
		c, _, _ = strings.Cut(c, "END:VEVENT\n")
		_, id, _ := strings.Cut(c, "UID:")
		all[id[:36]] += "BEGIN:VEVENT\n" + c + "END:VEVENT\n"
	}
	return all
}

// returned imports one component with words changed.
func returned(t *testing.T, f *sqlite.File, component string, changes ...string) (string, bool) {
	t.Helper()
	edited := strings.NewReplacer(changes...).Replace(component)
	if len(changes) > 0 && edited == component {
		t.Fatalf("nothing of %q in\n%s", changes, component)
	}
	rows, step := taken(t, f, "BEGIN:VCALENDAR\nVERSION:2.0\n"+edited+"END:VCALENDAR\n")
	return strings.Join(rows, "; "), step
}

// A meeting of ours that was edited in another calendar.
func TestAMeetingEditedElsewhere(t *testing.T) {
	for _, x := range []struct {
		changes []string
		says    string
		want    func(data.Event) bool
	}{
		{[]string{"SUMMARY:Встреча о методике", "SUMMARY:Методика\\, часть 2"}, "changed event Методика, часть 2", func(e data.Event) bool { return e.Title == "Методика, часть 2" }},
		{[]string{"LOCATION:переговорная 1", "LOCATION:зал"}, "changed event Встреча о методике", func(e data.Event) bool { return e.Place == "зал" }},
		{[]string{"LOCATION:переговорная 1\n", ""}, "changed event Встреча о методике", func(e data.Event) bool { return e.Place == "" }},
		{[]string{"T100000", "T120000", "T110000", "T130000"}, "changed event Встреча о методике", func(e data.Event) bool { return e.Starts.Clock() == "12:00" && e.Ends.Clock() == "13:00" }},
		{[]string{"STATUS:CONFIRMED", "STATUS:CANCELLED"}, "changed event Встреча о методике", func(e data.Event) bool { return e.Status == data.EventCancelled }},
		{[]string{"DESCRIPTION:между нами", "DESCRIPTION:взять смету"}, "changed event Встреча о методике", func(e data.Event) bool { return e.Note == "взять смету" }},
		{[]string{"SUMMARY:Встреча о методике", "SUMMARY:Иначе", "STATUS:CONFIRMED", "STATUS:TENTATIVE"}, "changed event Иначе icsPartly", func(e data.Event) bool { return e.Title == "Иначе" && e.Status == data.EventPlanned }},
		{[]string{"STATUS:CONFIRMED", "STATUS:TENTATIVE"}, "refused event Встреча о методике icsNotHere", nil},
		{[]string{"STATUS:CONFIRMED", "STATUS:CONFIRMED\nRRULE:FREQ=WEEKLY"}, "refused event Встреча о методике icsNotHere", nil},
		{[]string{"МК-26", "ДФ-27"}, "refused event Встреча о методике icsNotHere", nil},                           // of the labelled lines
		{[]string{"STATUS:CONFIRMED\n", "", "CATEGORIES:", "X-CATEGORIES:"}, "same event Встреча о методике", nil}, // dropped on the way
	} {
		f, id, _ := ownFile(t)
		before := one[data.Event](t, f, "id = '"+id.String()+"'")
		says, step := returned(t, f, sent(t, f, mine)[id.String()], x.changes...)
		e := one[data.Event](t, f, "id = '"+id.String()+"'")
		if says != x.says || step != (x.want != nil) {
			t.Errorf("%v: %s, step %v", x.changes, says, step)
		}
		if x.want == nil && e != before || x.want != nil && !x.want(e) {
			t.Errorf("%v: %+v", x.changes, e)
		}
		if e.ProjectID != before.ProjectID || count[data.EventPerson](t, f) == 0 {
			t.Error("what belongs to the meeting is lost")
		}
	}
}

// A held meeting cannot be called off by a calendar, and says so.
func TestAHeldMeetingIsNotCalledOff(t *testing.T) {
	f, id, _ := ownFile(t)
	do(t, f, command.HoldEvent{ID: id, Result: "решено"})
	if says, step := returned(t, f, sent(t, f, mine)[id.String()], "STATUS:CONFIRMED", "STATUS:CANCELLED"); step || says != "refused event Встреча о методике move" {
		t.Errorf("%s, step %v", says, step)
	}
}

// What was changed here after the export is not taken back by the calendar, and what
// was changed there still comes.
func TestChangesOnBothSides(t *testing.T) {
	f, id, _ := ownFile(t)
	was := sent(t, f, mine)[id.String()]
	e := one[data.Event](t, f, "id = '"+id.String()+"'")
	e.Title = "Встреча о бюджете"
	do(t, f, command.Put{Record: e})
	if says, step := returned(t, f, was); step || says != "same event Встреча о методике icsChangedHere" {
		t.Errorf("not edited there: %s, step %v", says, step)
	}
	says, _ := returned(t, f, was, "T100000", "T120000", "T110000", "T130000", "SEQUENCE:0", "SEQUENCE:3")
	e = one[data.Event](t, f, "id = '"+id.String()+"'")
	if says != "changed event Встреча о методике" || e.Title != "Встреча о бюджете" || e.Starts.Clock() != "12:00" {
		t.Errorf("%s: %s at %s", says, e.Title, e.Starts)
	}
	// The next export is later than what the other calendar has.
	if c := sent(t, f, mine)[id.String()]; !strings.Contains(c, "SEQUENCE:4\n") || !strings.Contains(c, "T120000") {
		t.Errorf("exported again:\n%s", c)
	}
	if says, step := returned(t, f, was); step || says != "same event Встреча о методике icsOlder" {
		t.Errorf("an old version: %s", says)
	}
}

// The same change on both sides, and another one here, is nothing to take.
func TestTheSameChangeOnBothSides(t *testing.T) {
	f, id, series := ownFile(t)
	all := sent(t, f, mine)
	e := one[data.Event](t, f, "id = '"+id.String()+"'")
	e.Title, e.Place = "Иначе", "зал"
	do(t, f, command.Put{Record: e})
	s := one[data.Series](t, f, "id = '"+series.String()+"'")
	s.Title, s.Place = "Иначе", "зал"
	do(t, f, command.Put{Record: s})
	for _, x := range []struct{ item, was, says string }{
		{all[id.String()], "SUMMARY:Встреча о методике", "same event Иначе icsChangedHere"},
		{all[series.String()], "SUMMARY:Разбор недели", "same event_series Иначе icsChangedHere"},
	} {
		if says, step := returned(t, f, x.item, x.was, "SUMMARY:Иначе"); step || says != x.says {
			t.Errorf("%s, step %v", says, step)
		}
	}
}

// A calendar in another language, for others or as a list of tasks is not an edited
// one, kept or not.
func TestAnotherLanguageOrAudienceIsNoEdit(t *testing.T) {
	f, id, _ := ownFile(t)
	trip := mustTrip(t, f, sampleTrip("copper"))
	for _, o := range []ical.Options{
		{Lang: text.EN, Audience: ical.ForMe}, {Lang: text.EN, Audience: ical.ForTeam}, {Lang: text.RU, Audience: ical.ForMe, Tasks: ical.TasksAsTodos},
		{Lang: text.RU, Audience: ical.ForClient, Client: trip.ClientID}, {Lang: text.EN, Audience: ical.ForTrainee, Who: samplePerson("gromov")},
	} {
		e, err := command.ExportCalendar(f, o, false)
		if err != nil || e.Items == 0 {
			t.Fatalf("%v: %d items, %v", o.Audience, e.Items, err)
		}
		rows, step := taken(t, f, strings.ReplaceAll(string(e.ICS), "\r\n", "\n"))
		for _, r := range rows {
			if !strings.HasPrefix(r, "same ") && !strings.HasSuffix(r, " icsTodo") {
				t.Errorf("%s %s: %s", o.Audience, o.Lang, r)
			}
		}
		if step {
			t.Errorf("%s %s: a step", o.Audience, o.Lang)
		}
	}
	// Of a client's calendar only what was edited comes, not the words that it never had.
	e, err := command.ExportCalendar(f, ical.Options{Lang: text.RU, Audience: ical.ForTeam}, false)
	if err != nil {
		t.Fatal(err)
	}
	moved := strings.NewReplacer("20261208T100000", "20261208T150000", "20261208T110000", "20261208T160000").Replace(string(e.ICS))
	taken(t, f, strings.ReplaceAll(moved, "\r\n", "\n"))
	if got := one[data.Event](t, f, "id = '"+id.String()+"'"); got.Starts.Clock() != "15:00" || got.Note != "между нами" {
		t.Errorf("%+v", got)
	}
}

// A series of ours, edited elsewhere as a whole and day by day.
func TestASeriesEditedElsewhere(t *testing.T) {
	only := func(f *sqlite.File) string {
		var out []string
		for _, x := range strings.Fields(standing(t, f)) {
			if d := x[8:10]; d == "01" || d == "08" || d == "15" || d == "22" || d == "16" || d == "29" {
				if !strings.HasSuffix(x, "T10:00") { // the meeting of the 8th and the department
					out = append(out, x)
				}
			}
		}
		return strings.Join(out, " ")
	}
	const start = "DTSTART;TZID=Europe/Moscow:20261201T090000"
	for _, x := range []struct {
		name    string
		changes []string
		says    string
		want    string
	}{
		{"a day out", []string{"RRULE", "EXDATE;TZID=Europe/Moscow:20261215T090000\nRRULE"}, "changed event_series Разбор недели", "2026-12-01T09:00 2026-12-08T09:00 2026-12-22T09:00"},
		{"an hour later", []string{"T090000", "T093000", "T100000", "T103000"}, "changed event_series Разбор недели", "2026-12-01T09:30 2026-12-08T09:30 2026-12-15T09:30 2026-12-22T09:30"},
		{"shorter", []string{"COUNT=4", "COUNT=2"}, "changed event_series Разбор недели", "2026-12-01T09:00 2026-12-08T09:00"},
		{"the rule rearranged", []string{"RRULE:FREQ=WEEKLY;COUNT=4", "RRULE:COUNT=4;WKST=MO;INTERVAL=1;FREQ=WEEKLY"}, "same event_series Разбор недели", "2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 2026-12-22T09:00"},
		{"called off", []string{"STATUS:CONFIRMED", "STATUS:CANCELLED"}, "refused event_series Разбор недели icsSeriesEnd", "2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 2026-12-22T09:00"},
		{"no rule", []string{"RRULE:", "X-RULE:"}, "refused event_series Разбор недели icsNotHere", "2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 2026-12-22T09:00"},
	} {
		f, _, id := ownFile(t)
		c := sent(t, f, mine)[id.String()]
		if !strings.Contains(c, start) {
			t.Fatal(c)
		}
		says, step := returned(t, f, c, x.changes...)
		if says != x.says || step != strings.HasPrefix(x.says, "changed") || only(f) != x.want {
			t.Errorf("%s: %s, step %v\n got %s\nwant %s", x.name, says, step, only(f), x.want)
		}
	}
}

func TestADayOfASeriesEditedElsewhere(t *testing.T) {
	f, _, id := ownFile(t)
	uid := "UID:" + id.String() + "@" + f.Read().Setting(command.FileID, "") + "\n"
	day := func(on, starts, ends, more string) string {
		return "BEGIN:VEVENT\n" + uid + "SEQUENCE:1\nSUMMARY:Разбор недели\nLOCATION:каб. 5\nRECURRENCE-ID;TZID=Europe/Moscow:" + on + "\nDTSTART;TZID=Europe/Moscow:" + starts + "\nDTEND;TZID=Europe/Moscow:" + ends + "\n" + more + "END:VEVENT\n"
	}
	sent(t, f, mine)
	party := count[data.EventPerson](t, f)
	for _, x := range []struct{ item, says, status, starts string }{
		{day("20261215T090000", "20261215T090000", "20261215T100000", ""), "same event Разбор недели", "", ""},
		{day("20261215T090000", "20261216T140000", "20261216T150000", ""), "changed event Разбор недели", "planned", "2026-12-16T14:00"},
		{day("20261215T090000", "20261216T140000", "20261216T150000", ""), "same event Разбор недели", "planned", "2026-12-16T14:00"},
		{day("20261215T090000", "20261217T140000", "20261217T150000", ""), "changed event Разбор недели", "planned", "2026-12-17T14:00"},
		{day("20261215T090000", "20261217T140000", "20261217T150000", "STATUS:CANCELLED\n"), "changed event Разбор недели", "cancelled", "2026-12-17T14:00"},
		{day("20261216T090000", "20261216T140000", "20261216T150000", ""), "refused event_series Разбор недели icsNoDay", "cancelled", "2026-12-17T14:00"},
	} {
		says, step := returned(t, f, x.item)
		if says != x.says || step != strings.HasPrefix(says, "changed") {
			t.Errorf("%s, step %v, want %s", says, step, x.says)
		}
		if x.status == "" {
			continue
		}
		e := one[data.Event](t, f, "series_id = '"+id.String()+"'")
		if string(e.Status) != x.status || !strings.HasPrefix(e.Starts.String(), x.starts) || e.OriginalOn != data.NewDate(2026, 12, 15) || count[data.EventPerson](t, f) != party+1 {
			t.Errorf("after %s: %s %s of %s", says, e.Status, e.Starts, e.OriginalOn)
		}
	}
	// Put in again: the day of the exported EXDATE.
	c := sent(t, f, mine)[id.String()]
	master, _, _ := strings.Cut(c, "END:VEVENT\n")
	says, _ := returned(t, f, master+"END:VEVENT\n", "EXDATE;TZID=Europe/Moscow:20261215T090000\n", "")
	if e := one[data.Event](t, f, "series_id = '"+id.String()+"'"); says != "changed event_series Разбор недели" || e.Status != data.EventPlanned {
		t.Errorf("%s: %s", says, e.Status)
	}
}

// A trip can be called off by a calendar; everything else of it, and what is
// computed, is changed here. What is gone on both sides is no fault.
func TestTripsAndComputedDaysEditedElsewhere(t *testing.T) {
	f, id, _ := story4(t)
	c := sent(t, f, mine)
	trip := strings.SplitAfter(c[id.String()], "END:VEVENT\n")
	find := func(part string) string {
		for _, x := range trip {
			if strings.Contains(x, id.String()+part+"@") {
				return x
			}
		}
		t.Fatal(part)
		return ""
	}
	for _, x := range []struct{ part, from, to, says string }{
		{"", "20261130", "20261201", "refused trip Командировка: Екатеринбург — АО «Медный Кряж» icsComputed"},
		{"", "SUMMARY:Командировка: Екат", "SUMMARY:Поездка: Екат", "refused trip Поездка: Екатеринбург — АО «Медный Кряж» icsNotHere"},
		{"", "LOCATION:Екатеринбург", "LOCATION:Пермь", "refused trip Командировка: Екатеринбург — АО «Медный Кряж» icsNotHere"},
		{"-papers", "STATUS:CONFIRMED", "STATUS:CANCELLED", "refused trip Подготовить документы: Екатеринбург — АО «Медный Кряж» icsNotHere"},
		{"", "STATUS:CONFIRMED", "STATUS:CANCELLED", "changed trip Командировка: Екатеринбург — АО «Медный Кряж»"},
	} {
		if says, step := returned(t, f, find(x.part), x.from, x.to); says != x.says || step != strings.HasPrefix(says, "changed") {
			t.Errorf("%s %s: %s, step %v", x.part, x.to, says, step)
		}
	}
	if got := mustTrip(t, f, id); got.Status != data.TripCancelled || got.CancelReason != "отменена в календаре" {
		t.Errorf("%s, %q", got.Status, got.CancelReason)
	}
	if says, step := returned(t, f, find(""), "STATUS:CONFIRMED", "STATUS:CANCELLED"); step || !strings.HasPrefix(says, "same trip") {
		t.Errorf("twice: %s", says)
	}
	undo(t, f)
	do(t, f, command.Delete{Ref: data.RefTo(data.KindTrip, id)})
	if says, step := returned(t, f, find(""), "STATUS:CONFIRMED", "STATUS:CANCELLED"); step || !strings.HasPrefix(says, "same ") || strings.Contains(says, "ics") {
		t.Errorf("gone on both sides: %s", says)
	}
	if says, step := returned(t, f, find("")); step || !strings.HasSuffix(says, "icsGone") {
		t.Errorf("gone here: %s", says)
	}
}
