package ical

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
)

// wantFile compares whole bytes with a file that was written by hand and folded
// by another program.
func wantFile(t *testing.T, name, got string) {
	t.Helper()
	want, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\r\n"), strings.Split(string(want), "\r\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s line %d:\n got %q\nwant %q", name, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, want %d", name, len(g), len(w))
}

func TestTripOfStory4(t *testing.T) {
	got, p := export(t, tripRows(), mine())
	wantFile(t, "story4.ics", got)

	// The table says the same from the records: days exclusive, legs in UTC.
	want := "UID\tCOMP\tKIND\tSTART\tEND\tINSTANCES\tSTATUS\tSUMMARY\n" +
		key(1, "papers") + "\tVEVENT\tDATE\t2026-11-25\t2026-11-26\t2026-11-25\tCONFIRMED\tПодготовить документы: Екатеринбург — " + copperName + "\n" +
		key(1, "") + "\tVEVENT\tDATE\t2026-11-30\t2026-12-05\t2026-11-30\tCONFIRMED\tКомандировка: Екатеринбург — " + copperName + "\n" +
		key(2, "") + "\tVEVENT\tTIMED\t2026-11-30T03:35:00Z\t2026-11-30T06:05:00Z\t2026-11-30T03:35:00Z\tCONFIRMED\tМосква → Екатеринбург · SU 1404\n" +
		key(3, "") + "\tVEVENT\tTIMED\t2026-12-04T16:40:00Z\t2026-12-04T19:15:00Z\t2026-12-04T16:40:00Z\tCONFIRMED\tЕкатеринбург → Москва · SU 1405\n" +
		key(1, "report") + "\tVEVENT\tDATE\t2026-12-09\t2026-12-10\t2026-12-09\tCONFIRMED\tАвансовый отчёт: Екатеринбург — " + copperName + "\n"
	if got := string(Table(p.Write)); got != want {
		t.Errorf("table\n got %s\nwant %s", got, want)
	}
}

func TestSeriesWithDayOffAndMovedDay(t *testing.T) {
	o := mine()
	o.Off = winterBreak
	got, p := export(t, []data.AgendaRow{moved(), weekly()}, o)
	wantFile(t, "series.ics", got)

	// Ten Wednesdays at 17:30 of Moscow (14:30 UTC) without 06.01.2027.
	want := "2026-11-18T14:30:00Z,2026-11-25T14:30:00Z,2026-12-02T14:30:00Z,2026-12-09T14:30:00Z,2026-12-16T14:30:00Z," +
		"2026-12-23T14:30:00Z,2026-12-30T14:30:00Z,2027-01-13T14:30:00Z,2027-01-20T14:30:00Z,2027-01-27T14:30:00Z"
	if cells := p.Write[0].cells(); cells[5] != want {
		t.Errorf("instances\n got %s\nwant %s", cells[5], want)
	}
	if cells := p.Write[1].cells(); cells[5] != "2026-12-02T04:00:00Z" { // 09:00 in Yekaterinburg
		t.Errorf("moved day: %s", cells[5])
	}
}

func TestTasksAsTaskList(t *testing.T) {
	o := mine()
	o.Tasks = TasksAsTodos
	task := taskRow(30, "Интервью с ЦФО", "2026-11-30", "2026-12-04", "working", 40)
	milestone := taskRow(31, "Протокол подписан", "2026-12-08", "2026-12-08", "open", 0)
	milestone.Kind, milestone.Layer = data.AgendaMilestone, data.LayerMilestones
	got, p := export(t, []data.AgendaRow{milestone, task}, o)
	wantFile(t, "todo.ics", got)
	if c := p.Write[1].cells(); strings.Join(c[1:7], " ") != "VTODO DATE - 2026-12-08 - NEEDS-ACTION" {
		t.Errorf("milestone: %v", c)
	}
}

func TestDoneTask(t *testing.T) {
	o := mine()
	o.Tasks = TasksAsTodos
	got, _ := export(t, []data.AgendaRow{taskRow(30, "Интервью", "2026-11-30", "2026-12-04", "done", 80)}, o)
	for _, want := range []string{"STATUS:COMPLETED\r\n", "PERCENT-COMPLETE:100\r\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "COMPLETED:20") {
		t.Error("a moment of completion that nobody knows")
	}
}

func TestClientSeesDatesAndTownOnly(t *testing.T) {
	o := mine()
	o.Audience, o.Client = ForClient, copper
	got, _ := export(t, tripRows(), o)
	wantFile(t, "client.ics", got)
}

func TestOpenSeriesInASummerTimeZone(t *testing.T) {
	r := meeting(40, "Jour fixe", "2026-03-16T10:00 Europe/Berlin", "2026-03-16T11:00 Europe/Berlin")
	r.Kind, r.Rule = data.AgendaSeries, "FREQ=WEEKLY;BYDAY=MO"
	got, p := export(t, []data.AgendaRow{r}, mine())
	wantFile(t, "berlin.ics", got)
	// 10:00 is 09:00 UTC in winter and 08:00 from 29.03 on.
	want := "2026-03-16T09:00:00Z,2026-03-23T09:00:00Z,2026-03-30T08:00:00Z,"
	if c := p.Write[0].cells(); !strings.HasPrefix(c[5], want) {
		t.Errorf("instances %s", c[5])
	}
}

func TestEmptyCalendarHasAComponent(t *testing.T) {
	got, _ := export(t, nil, mine())
	wantFile(t, "empty.ics", got)
	if strings.Contains(got, "VTIMEZONE") || strings.Count(got, "BEGIN:") != 2 {
		t.Error("a zone that nothing uses, or no component: ", got)
	}
	if list, refused, err := Decode([]byte(got), DecodeOptions{Zone: "Europe/Moscow"}); len(list)+len(refused) != 0 || err != nil {
		t.Errorf("read back: %v, %v, %v", list, refused, err)
	}
}

func TestMovedThenCancelled(t *testing.T) {
	o := mine()
	rows := tripRows()[:1]
	var k Known
	k.remember(Plan(Items(rows, o), k, o, false))

	rows[0].StartsOn++
	rows[0].EndsOn++
	o.Now = o.Now.Add(time.Hour)
	p := Plan(Items(rows, o), k, o, true)
	k.remember(p)
	if len(p.Write) != 1 || p.Write[0].Sequence != 1 || p.Write[0].Status != Confirmed {
		t.Fatalf("after the move: %+v", p.Write)
	}

	rows[0].Status = "cancelled"
	o.Now = o.Now.Add(time.Hour)
	p = Plan(Items(rows, o), k, o, true)
	k.remember(p)
	wantFile(t, "cancelled.ics", string(Encode(p.Write, o)))
	want := key(1, "") + "\tVEVENT\tDATE\t2026-12-01\t2026-12-06\t2026-12-01\tCANCELLED\tКомандировка: Екатеринбург — " + copperName + "\n"
	if got := string(Table(p.Write)); !strings.HasSuffix(got, want) {
		t.Errorf("table %s", got)
	}

	o.Now = o.Now.Add(time.Hour)
	if p = Plan(Items(rows, o), k, o, false); len(p.Write)+len(p.Items)+len(p.Feed) != 0 {
		t.Errorf("cancelled twice: %+v", p)
	}
}

func TestTheSameOnEveryMachine(t *testing.T) {
	o := mine()
	o.Off = winterBreak
	rows := append(tripRows(), weekly(), moved(), meeting(60, "Jour fixe", "2026-03-16T10:00 Europe/Berlin", "2026-03-16T11:00 Europe/Berlin"))
	first, _ := export(t, rows, o)
	was := time.Local
	defer func() { time.Local = was }()
	for _, zone := range []string{"Pacific/Honolulu", "America/New_York", "Asia/Kathmandu"} {
		time.Local = location(zone)
		if got, _ := export(t, rows, o); got != first {
			t.Errorf("other bytes in %s", zone)
		}
		// The order of rows does not matter either.
		back := append([]data.AgendaRow(nil), rows...)
		for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
			back[i], back[j] = back[j], back[i]
		}
		if got, _ := export(t, back, o); got != first {
			t.Errorf("other bytes for another order of rows")
		}
	}
}
