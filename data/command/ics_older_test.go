package command_test

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
)

// version is a meeting of another program under a number: "" = none written.
func version(sequence, hour, status string) string {
	s := "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a1@x\nDTSTAMP:20261101T000000Z\nSUMMARY:Встреча\nDTSTART;TZID=Europe/Moscow:20261201T" +
		hour + "0000\nDTEND;TZID=Europe/Moscow:20261201T" + hour + "3000\n"
	if sequence != "" {
		s += "SEQUENCE:" + sequence + "\n"
	}
	if status != "" {
		s += "STATUS:" + status + "\n"
	}
	return s + "END:VEVENT\nEND:VCALENDAR\n"
}

// RFC 5545 3.8.7.4: of two versions the one with the higher number holds,
// whichever file comes later.
func TestAnOlderVersionOfAnItemChangesNothing(t *testing.T) {
	f := newFile(t)
	for _, x := range []struct {
		file, says, stands string
		status             data.EventStatus
	}{
		{version("1", "12", ""), "added event Встреча", "12:00", data.EventPlanned},
		{version("0", "10", ""), "same event Встреча icsOlder", "12:00", data.EventPlanned},
		{version("1", "13", ""), "changed event Встреча", "13:00", data.EventPlanned}, // a program that does not count
		{version("3", "13", "CANCELLED"), "changed event Встреча", "13:00", data.EventCancelled},
		{version("", "10", ""), "same event Встреча icsOlder", "13:00", data.EventCancelled},
		{version("2", "15", "CONFIRMED"), "same event Встреча icsOlder", "13:00", data.EventCancelled},
		{version("4", "16", "CONFIRMED"), "changed event Встреча", "16:00", data.EventPlanned},
	} {
		rows, step := taken(t, f, x.file)
		want(t, x.file, rows, []string{x.says})
		if e := one[data.Event](t, f, ""); e.Starts.Clock() != x.stands || e.Status != x.status {
			t.Errorf("after %s the meeting stands at %s, %s", x.says, e.Starts, e.Status)
		}
		if step == strings.HasPrefix(x.says, "same") {
			t.Errorf("%s: step %v", x.says, step)
		}
	}
	// Undone, the number goes back with the meeting.
	undo(t, f)
	rows, _ := taken(t, f, version("4", "16", "CONFIRMED"))
	want(t, "after undo", rows, []string{"changed event Встреча"})
}

// An old export of our own does not move a meeting back.
func TestAnOlderExportOfOursChangesNothing(t *testing.T) {
	f, _, _ := story4(t)
	id := meetingOf(t, f, "Встреча о методике", data.ID[data.Client]{}, command.Party{People: []data.ID[data.Person]{owner(t, f)}})
	old, err := command.ExportCalendar(f, mine, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Keep(); err != nil {
		t.Fatal(err)
	}
	e := one[data.Event](t, f, "id = '"+id.String()+"'")
	e.Starts.Min, e.Ends.Min = 15*60, 16*60
	do(t, f, command.Put{Record: e})
	exported(t, f, mine, true)
	rows, step := taken(t, f, strings.ReplaceAll(string(old.ICS), "\r\n", "\n"))
	for _, r := range rows {
		if strings.HasPrefix(r, "same event Встреча о методике") && r != "same event Встреча о методике icsOlder" || !strings.HasPrefix(r, "same ") {
			t.Error(r)
		}
	}
	if got := one[data.Event](t, f, "id = '"+id.String()+"'"); step || got.Starts.Clock() != "15:00" {
		t.Errorf("step %v, the meeting stands at %s", step, got.Starts)
	}
}
