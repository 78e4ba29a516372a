package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// The calendar of a colleague is a feed of its own: it holds nothing of mine,
// and mine does not change because of it.
func TestTheCalendarOfOnePersonIsAFeedOfItsOwn(t *testing.T) {
	f, id, _ := story4(t)
	all := exported(t, f, mine, false)
	his := mine
	his.Who = samplePerson("lastochkin")
	theirs := exported(t, f, his, false)
	if len(theirs) == 0 || len(theirs) >= len(all) {
		t.Errorf("%d components of a colleague, %d of mine", len(theirs), len(all))
	}
	for uid, c := range theirs {
		if c["STATUS"] == "CANCELLED" || c["SEQUENCE"] != "0" || strings.HasPrefix(uid, id.String()) {
			t.Errorf("in the calendar of a colleague: %s", c.show())
		}
	}
	if again := exported(t, f, mine, true); len(again) != 0 {
		t.Errorf("nothing changed, and %d components are told to me", len(again))
	}
	for uid, c := range exported(t, f, mine, false) {
		if c["SEQUENCE"] != "0" || c["STATUS"] != all[uid]["STATUS"] {
			t.Errorf("mine changed without a change: %s", c.show())
		}
	}
	me := mine
	me.Who = owner(t, f)
	if again := exported(t, f, me, true); len(again) != 0 {
		t.Errorf("my own name is another feed: %d components", len(again))
	}
}

// The file that is rewritten by itself does not use up what an import by hand is
// still to be told.
func TestTheAutomaticFileKeepsNothingFromTheHand(t *testing.T) {
	f, id, names := story4(t)
	auto := command.AutoCalendar(f.Read())
	exported(t, f, mine, false)
	exported(t, f, auto, false)
	do(t, f, command.ShiftTrip{TripID: id, Days: 1})
	if c := exported(t, f, auto, false)[uidOf(f, id)]; !strings.Contains(c["DTSTART"], "20261201") || c["SEQUENCE"] != "1" {
		t.Errorf("the automatic file: %s", c.show())
	}
	moved := exported(t, f, mine, true)
	if c := moved[uidOf(f, id)]; !strings.Contains(c["DTSTART"], "20261201") || c["SEQUENCE"] != "1" {
		t.Errorf("by hand: %v", about(moved, names))
	}
	do(t, f, command.CancelTrip{TripID: id, Reason: "клиент перенёс переговоры"})
	exported(t, f, auto, false)
	if c := exported(t, f, mine, true)[uidOf(f, id)]; c["STATUS"] != "CANCELLED" || c["SEQUENCE"] <= "1" {
		t.Errorf("the end is not told by hand: %s", c.show())
	}
}

// meetingOf adds a meeting of the project of story 1.
func meetingOf(t *testing.T, f *sqlite.File, title string, client data.ID[data.Client], party command.Party) data.ID[data.Event] {
	t.Helper()
	project := one[data.Project](t, f, "code = 'МК-26'")
	day := data.NewDate(2026, 12, 8)
	e := data.Event{ID: data.NewID[data.Event](), What: data.EventMeeting, Title: title, Place: "переговорная 1", ProjectID: project.ID, ClientID: client, Note: "между нами",
		Starts: data.Moment{Day: day, Min: 600, Zone: "Europe/Moscow"}, Ends: data.Moment{Day: day, Min: 660, Zone: "Europe/Moscow"}}
	do(t, f, command.PlanEvent{Event: e, Party: party})
	return e.ID
}

// Story 4: the client's file holds days and town. A meeting stands in it only
// when the client itself is named in it, and without our words.
func TestTheClientSeesItsOwnMeetingsOnly(t *testing.T) {
	f, id, _ := story4(t)
	client := mustTrip(t, f, id).ClientID
	us := []data.ID[data.Person]{owner(t, f)}
	inner := meetingOf(t, f, "Внутренний разбор: маржа 73,9 % по МК", data.ID[data.Client]{}, command.Party{People: us})
	invited := meetingOf(t, f, "Седых: торг о сроках", data.ID[data.Client]{}, command.Party{People: us, Contacts: []data.ID[data.Contact]{one[data.Contact](t, f, "full_name LIKE 'Седых%'").ID}})
	theirs := meetingOf(t, f, "Подготовить Ковалёву", client, command.Party{People: us})
	e, err := command.ExportCalendar(f, ical.Options{Lang: text.RU, Audience: ical.ForClient, Client: client}, false)
	if err != nil {
		t.Fatal(err)
	}
	all := components(t, e.ICS)
	file := "@" + f.Read().Setting(command.FileID, "")
	if c := all[inner.String()+file]; c != nil {
		t.Errorf("an inner meeting about the client's project: %s", c.show())
	}
	for _, id := range []data.ID[data.Event]{invited, theirs} {
		c := all[id.String()+file]
		if c == nil || c["SUMMARY"] != "Встреча" || !strings.HasSuffix(c["DTSTART"], "20261208T100000") || c["LOCATION"] != "" || c["DESCRIPTION"] != "" {
			t.Errorf("a meeting with the client: %v", c)
		}
	}
	towns := 0
	for _, c := range all {
		switch c["SUMMARY"] {
		case "Встреча", "Звонок", "Визит":
		case "Командировка: Екатеринбург":
			towns++
		default:
			t.Errorf("the client reads %q", c["SUMMARY"])
		}
	}
	if towns == 0 {
		t.Error("the trip to the client is not there")
	}
	plain := strings.ReplaceAll(string(e.ICS), "\r\n ", "")
	for _, secret := range []string{"марж", "торг", "Ковал", "Седых", "Рудная", "переговорная", "между нами", "ЦФО", "ТЗ", "Стартовая", "Кузнецова", "МК-26"} {
		if strings.Contains(plain, secret) {
			t.Errorf("the client's calendar holds %q", secret)
		}
	}
}

func TestAnExportWithoutAnOwnerSaysSo(t *testing.T) {
	f, _, _ := story4(t)
	path := f.Path
	f.Close()
	past(t, path, "DROP TRIGGER person_UPDATE", "UPDATE person SET is_me = 0")
	g, err := sqlite.Open(path, f.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	_, err = command.ExportCalendar(g, mine, false)
	if got := text.For(text.RU).Error(err); !strings.HasPrefix(got, "В файле данных нет владельца") {
		t.Errorf("%q of %s", got, filepath.Base(path))
	}
}
