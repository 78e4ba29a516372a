package command_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// component is one VEVENT as a reader of its own sees it: unfolded lines by
// name, parameters left in the value.
type component map[string]string

// components reads a calendar without the package under test.
func components(t testing.TB, b []byte) map[string]component {
	t.Helper()
	for _, l := range strings.Split(string(b), "\r\n") {
		if len(l) > 75 {
			t.Errorf("a line of %d octets: %s", len(l), l)
		}
	}
	all := map[string]component{}
	var c component
	alarm := false
	for _, l := range strings.Split(strings.ReplaceAll(string(b), "\r\n ", ""), "\r\n") {
		switch l {
		case "BEGIN:VEVENT":
			c = component{}
			continue
		case "BEGIN:VALARM":
			alarm = true
		case "END:VALARM":
			alarm = false
		case "END:VEVENT":
			key := c["UID"]
			if on := c["RECURRENCE-ID"]; on != "" {
				key += "#" + on // a touched day has the UID of its series
			}
			all[key] = c
			c = nil
		}
		if name, value, ok := strings.Cut(l, ":"); ok && c != nil && !alarm {
			name, params, _ := strings.Cut(name, ";")
			c[name] = strings.TrimPrefix(params+" "+value, " ")
		}
	}
	return all
}

// show is what a calendar shows of a component, and its number.
func (c component) show() string {
	s := c["DTSTART"] + " … " + c["DTEND"] + " | " + c["SUMMARY"] + " | " + c["STATUS"] + " " + c["SEQUENCE"]
	return strings.ReplaceAll(s, "VALUE=DATE ", "")
}

var mine = ical.Options{Lang: text.RU, Audience: ical.ForMe}

// exported makes a calendar, keeps its state and returns what stands in it.
func exported(t testing.TB, f *sqlite.File, o ical.Options, onlyChanged bool) map[string]component {
	t.Helper()
	e, err := command.ExportCalendar(f, o, onlyChanged)
	if err != nil {
		t.Fatal(err)
	}
	all := components(t, e.ICS)
	if len(all) != e.Items {
		t.Errorf("%d components, %d items said", len(all), e.Items)
	}
	if err := e.Keep(); err != nil {
		t.Fatal(err)
	}
	return all
}

// about are the components whose UID begins with one of the ids, as lines.
func about(all map[string]component, names map[string]string) []string {
	var out []string
	for uid, c := range all {
		for id, name := range names {
			if rest, ok := strings.CutPrefix(uid, id); ok {
				part, _, _ := strings.Cut(rest, "@")
				out = append(out, name+part+": "+c.show())
			}
		}
	}
	sort.Strings(out)
	return out
}

// story4 is the sample file, the trip to Yekaterinburg and the names of its parts.
func story4(t *testing.T) (*sqlite.File, data.ID[data.Trip], map[string]string) {
	t.Helper()
	f := tripFile(t, morning24)
	id := sampleTrip("copper")
	names := map[string]string{id.String(): "поездка"}
	for i, l := range tripLegs(t, f, id) {
		names[l.ID.String()] = fmt.Sprintf("переезд %d", i+1)
	}
	return f, id, names
}

func TestStory4ExportMoveCancel(t *testing.T) {
	f, id, names := story4(t)
	all := exported(t, f, mine, false)
	want(t, "first export", about(all, names), []string{
		"переезд 1: TZID=Europe/Moscow 20261130T063500 … TZID=Asia/Yekaterinburg 20261130T110500 | " + all[legUID(t, f, id, 0)]["SUMMARY"] + " | CONFIRMED 0",
		"переезд 2: TZID=Asia/Yekaterinburg 20261204T214000 … TZID=Europe/Moscow 20261204T221500 | " + all[legUID(t, f, id, 1)]["SUMMARY"] + " | CONFIRMED 0",
		"поездка-papers: 20261125 … 20261126 | Подготовить документы: Екатеринбург — АО «Медный Кряж» | CONFIRMED 0",
		"поездка-report: 20261209 … 20261210 | Авансовый отчёт: Екатеринбург — АО «Медный Кряж» | CONFIRMED 0",
		"поездка: 20261130 … 20261205 | Командировка: Екатеринбург — АО «Медный Кряж» | CONFIRMED 0",
	})
	if uid := id.String() + "@" + f.Read().Setting(command.FileID, ""); all[uid] == nil {
		t.Errorf("no component has the UID %s", uid)
	}
	if again := exported(t, f, mine, true); len(again) != 0 {
		t.Errorf("nothing changed, and %d components are told", len(again))
	}

	do(t, f, command.ShiftTrip{TripID: id, Days: 1})
	moved := exported(t, f, mine, true)
	onlyChanges(t, all, moved)
	if got := about(moved, names); len(got) != 4 {
		t.Errorf("%d components of the trip: %v", len(got), got)
	}
	for line, want := range map[string]string{
		"поездка: ":        "20261201 … 20261206 | Командировка: Екатеринбург — АО «Медный Кряж» | CONFIRMED 1",
		"поездка-papers: ": "20261126 … 20261127 | Подготовить документы: Екатеринбург — АО «Медный Кряж» | CONFIRMED 1",
		"переезд 1: ":      "TZID=Europe/Moscow 20261201T063500",
		"переезд 2: ":      "TZID=Asia/Yekaterinburg 20261205T214000",
	} {
		if !strings.Contains("\n"+strings.Join(about(moved, names), "\n"), "\n"+line+want) {
			t.Errorf("moved by a day, %s is not %s in\n%s", line, want, strings.Join(about(moved, names), "\n"))
		}
	}
	if got := moved[reportUID(f, id)]; got != nil { // 5.12 is a Saturday: the report stays due on 9.12
		t.Errorf("the report did not move, and is told: %s", got.show())
	}

	do(t, f, command.CancelTrip{TripID: id, Reason: "клиент перенёс переговоры"})
	ended := exported(t, f, mine, true)
	onlyChanges(t, all, ended)
	if got := about(ended, names); len(got) != 5 {
		t.Errorf("%d components of a cancelled trip: %v", len(got), got)
	}
	for uid, c := range ended {
		if len(about(map[string]component{uid: c}, names)) > 0 && c["STATUS"] != "CANCELLED" {
			t.Errorf("%s: %s", uid, c.show())
		}
	}
	if again := exported(t, f, mine, true); len(again) != 0 {
		t.Errorf("cancelled twice: %v", about(again, names))
	}
	undo(t, f)
	back := exported(t, f, mine, true)
	onlyChanges(t, all, back)
	if c := back[uidOf(f, id)]; len(about(back, names)) != 5 || c["STATUS"] != "CONFIRMED" || c["SEQUENCE"] <= ended[uidOf(f, id)]["SEQUENCE"] {
		t.Errorf("taken back: %v", about(back, names))
	}
}

// onlyChanges checks a calendar of changes against what was told before, and notes
// it there: the same UIDs, each with a higher number, and nothing that still looks
// as it did. Days on site that move with the trip are changes, too.
func onlyChanges(t testing.TB, told, changes map[string]component) {
	t.Helper()
	for uid, c := range changes {
		was := told[uid]
		if was == nil || c["SEQUENCE"] <= was["SEQUENCE"] || strings.TrimSuffix(c.show(), c["SEQUENCE"]) == strings.TrimSuffix(was.show(), was["SEQUENCE"]) {
			t.Errorf("told without a change: %s, before %s", c.show(), was.show())
		}
		told[uid] = c
	}
}

// What was deleted is told once as cancelled, under the same UIDs.
func TestADeletedTripIsToldOnceAsCancelled(t *testing.T) {
	f, id, names := story4(t)
	all := exported(t, f, mine, false)
	do(t, f, command.Delete{Ref: data.RefTo(data.KindTrip, id)})
	gone := exported(t, f, mine, true)
	if len(gone) != 5 {
		t.Errorf("%d components: %v", len(gone), about(gone, names))
	}
	for uid, c := range gone {
		if all[uid] == nil || c["STATUS"] != "CANCELLED" || c["SEQUENCE"] != "1" || c["DTSTART"] != all[uid]["DTSTART"] {
			t.Errorf("%s: %s", uid, c.show())
		}
	}
	if again := exported(t, f, mine, true); len(again) != 0 {
		t.Errorf("told twice: %v", about(again, names))
	}
	if whole := exported(t, f, mine, false); len(about(whole, names)) != 0 {
		t.Errorf("a whole export still holds %v", about(whole, names))
	}
}

func uidOf(f *sqlite.File, id data.ID[data.Trip]) string {
	return id.String() + "@" + f.Read().Setting(command.FileID, "")
}

func reportUID(f *sqlite.File, id data.ID[data.Trip]) string {
	return id.String() + "-report@" + f.Read().Setting(command.FileID, "")
}

func legUID(t testing.TB, f *sqlite.File, id data.ID[data.Trip], n int) string {
	return tripLegs(t, f, id)[n].ID.String() + "@" + f.Read().Setting(command.FileID, "")
}

// An export that was not kept (the disk was full) is made again in full.
func TestOnlyAKeptExportCounts(t *testing.T) {
	f, _, _ := story4(t)
	first, err := command.ExportCalendar(f, mine, true)
	if err != nil || first.Items == 0 {
		t.Fatalf("%d items, %v", first.Items, err)
	}
	second, err := command.ExportCalendar(f, mine, true)
	if err != nil || string(second.ICS) != string(first.ICS) || string(second.Table()) != string(first.Table()) {
		t.Errorf("the same export differs, %v", err)
	}
	steps, _ := f.Read().Steps(100)
	if err := second.Keep(); err != nil {
		t.Fatal(err)
	}
	if after, _ := f.Read().Steps(100); len(after) != len(steps) {
		t.Error("an export is a step of the journal")
	}
	if third, _ := command.ExportCalendar(f, mine, true); third.Items != 0 {
		t.Errorf("%d items after keeping", third.Items)
	}
}

// The client sees days and the town of the client's trips, and nothing else.
func TestTheClientsCalendarHoldsOnlyDaysAndTown(t *testing.T) {
	f, id, names := story4(t)
	trip := mustTrip(t, f, id)
	e, err := command.ExportCalendar(f, ical.Options{Lang: text.RU, Audience: ical.ForClient, Client: trip.ClientID, Layers: []data.Layer{data.LayerTrips, data.LayerLegs, data.LayerDeadlines}}, false)
	if err != nil {
		t.Fatal(err)
	}
	all := components(t, e.ICS)
	got := about(all, names)
	if len(got) != 1 || !strings.HasPrefix(got[0], "поездка: 20261130 … 20261205 | ") || !strings.Contains(got[0], "Екатеринбург") {
		t.Errorf("the client sees %v", got)
	}
	plain := strings.ReplaceAll(string(e.ICS), "\r\n ", "")
	for _, secret := range []string{"ЦФО", "Кузнецова", "МК-26", "Громов", "SU ", "Шереметьево", "5 200", "Авансовый"} {
		if strings.Contains(plain, secret) {
			t.Errorf("the client's calendar holds %q", secret)
		}
	}
	for uid := range all {
		if !strings.HasPrefix(uid, id.String()) {
			if x, err := sqlite.Get(f.Read(), mustID[data.Trip](t, uid[:36])); err != nil || x.ClientID != trip.ClientID {
				t.Errorf("%s is not a trip to this client", uid)
			}
		}
	}
}

func mustID[T any](t testing.TB, s string) data.ID[T] {
	t.Helper()
	id, err := data.ParseID[T](s)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// foreign is a calendar of another program: a trip, a meeting, a series with a
// day taken out and one moved.
const foreign = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//elsewhere//EN
BEGIN:VEVENT
UID:trip-1@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;VALUE=DATE:20261214
DTEND;VALUE=DATE:20261217
SUMMARY:Командировка: Тверь
LOCATION:Тверь
END:VEVENT
BEGIN:VEVENT
UID:meet-1@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;TZID=Asia/Yekaterinburg:20261201T150000
DTEND;TZID=Asia/Yekaterinburg:20261201T160000
SUMMARY:Встреча с бухгалтерией
END:VEVENT
BEGIN:VEVENT
UID:weekly@elsewhere
DTSTAMP:20261101T000000Z
DTSTART;TZID=Europe/Moscow:20261203T100000
DTEND;TZID=Europe/Moscow:20261203T103000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Moscow:20261210T100000
SUMMARY:Планёрка
END:VEVENT
BEGIN:VEVENT
UID:weekly@elsewhere
DTSTAMP:20261101T000000Z
RECURRENCE-ID;TZID=Europe/Moscow:20261217T100000
DTSTART;TZID=Europe/Moscow:20261217T120000
DTEND;TZID=Europe/Moscow:20261217T123000
SUMMARY:Планёрка
END:VEVENT
END:VCALENDAR
`

// taken imports a calendar and tells what became of its items, and whether
// there was a step.
func taken(t *testing.T, f *sqlite.File, ics string) (rows []string, step bool) {
	t.Helper()
	c, err := command.ReadCalendar(f.Read(), []byte(strings.ReplaceAll(ics, "\n", "\r\n")), "чужой.ics")
	if err != nil {
		t.Fatal(err)
	}
	preview, err := c.Preview(f.Read())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range preview {
		rows = append(rows, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", r.Action, r.Kind, r.Name, r.Reason.Code)))
	}
	ch, err := f.Do(c)
	if err != nil {
		t.Fatal(err)
	}
	return rows, len(ch.IDs) > 0
}

func TestAnImportTwiceChangesNothingAndUndoTakesItBack(t *testing.T) {
	w := newWorld(t)
	f := w.f
	empty := w.look()
	rows, step := taken(t, f, foreign)
	want(t, "first import", rows, []string{"added trip Тверь", "added event Встреча с бухгалтерией", "added event_series Планёрка", "added event Планёрка"})
	if !step {
		t.Error("the first import is no step")
	}
	trip := one[data.Trip](t, f, "place = 'Тверь'")
	if trip.Name != "Тверь" || trip.StartsOn != data.NewDate(2026, 12, 14) || trip.EndsOn != data.NewDate(2026, 12, 16) || trip.PersonID != owner(t, f) || trip.Status != data.TripPlanned {
		t.Errorf("trip %+v", trip)
	}
	if e := one[data.Event](t, f, "title = 'Встреча с бухгалтерией'"); e.Starts.String() != "2026-12-01T15:00 Asia/Yekaterinburg" || e.Ends.Clock() != "16:00" {
		t.Errorf("event %+v", e)
	}
	series := one[data.Series](t, f, "title = 'Планёрка'")
	if days, _ := f.Read().DueDates(data.RefTo(data.KindSeries, series.ID)); len(days) != 2 || days[0].StartsOn != data.NewDate(2026, 12, 3) || days[1].StartsOn != data.NewDate(2026, 12, 24) {
		t.Errorf("days of the series %+v", days) // of 3, 10, 17, 24.12 the second is taken out, the third moved
	}
	full := w.look()
	rows, step = taken(t, f, foreign)
	want(t, "second import", rows, []string{"same trip Тверь", "same event Встреча с бухгалтерией", "same event_series Планёрка", "same event Планёрка"})
	if step {
		t.Error("the second import is a step")
	}
	w.same("imported twice", w.look(), full)
	undo(t, f)
	w.same("import undone", w.look(), empty)
	if rows, _ = taken(t, f, foreign); !strings.HasPrefix(rows[0], "added") {
		t.Errorf("after undo the import says %v", rows)
	}
	w.sound("imported again")
}

func TestALaterCalendarChangesWhatTheEarlierBrought(t *testing.T) {
	f := newFile(t)
	taken(t, f, foreign)
	e := one[data.Event](t, f, "title = 'Встреча с бухгалтерией'")
	e.Note, e.ClientID = "взять акт", data.ID[data.Client]{}
	do(t, f, command.Put{Record: e})
	later := strings.NewReplacer("20261201T150000", "20261202T150000", "20261201T160000", "20261202T163000", "UID:trip-1@elsewhere\n", "UID:trip-1@elsewhere\nSTATUS:CANCELLED\n").Replace(foreign)
	rows, _ := taken(t, f, later)
	want(t, "later import", rows, []string{"changed trip Тверь", "changed event Встреча с бухгалтерией", "same event_series Планёрка", "same event Планёрка"})
	got, _ := sqlite.Get(f.Read(), e.ID)
	if got.Starts.String() != "2026-12-02T15:00 Asia/Yekaterinburg" || got.Ends.Clock() != "16:30" || got.Note != "взять акт" {
		t.Errorf("the meeting is now %+v", got)
	}
	if trip := one[data.Trip](t, f, "place = 'Тверь'"); trip.Status != data.TripCancelled || trip.CancelReason == "" {
		t.Errorf("the trip is %s", trip.Status)
	}
	if n := count[data.Event](t, f); n != 3 {
		t.Errorf("%d events: a duplicate or a loss", n)
	}
}

// Our own export comes back: nothing is doubled, a meeting that was moved there
// moves here, what is computed is not.
func TestOurOwnItemsAreRecognised(t *testing.T) {
	f, id, _ := story4(t)
	do(t, f, command.PlanEvent{Event: data.Event{Title: "Встреча о методике", Starts: data.Moment{Day: data.NewDate(2026, 12, 8), Min: 600, Zone: "Europe/Moscow"}, Ends: data.Moment{Day: data.NewDate(2026, 12, 8), Min: 660, Zone: "Europe/Moscow"}},
		Party: command.Party{People: []data.ID[data.Person]{owner(t, f)}}})
	e, err := command.ExportCalendar(f, mine, false)
	if err != nil {
		t.Fatal(err)
	}
	own := strings.ReplaceAll(string(e.ICS), "\r\n", "\n")
	rows, step := taken(t, f, own)
	for _, r := range rows {
		if !strings.HasPrefix(r, "same ") {
			t.Errorf("our own item: %s", r)
		}
	}
	if step || len(rows) < 10 {
		t.Errorf("%d items, step %v", len(rows), step)
	}
	moved := strings.NewReplacer("20261208T100000", "20261209T100000", "20261208T110000", "20261209T110000", "DTSTART;VALUE=DATE:20261130", "DTSTART;VALUE=DATE:20261201").Replace(own)
	rows, step = taken(t, f, moved)
	var changed, refused []string
	for _, r := range rows {
		if strings.HasPrefix(r, "changed ") {
			changed = append(changed, r)
		} else if !strings.HasPrefix(r, "same ") {
			refused = append(refused, r)
		}
	}
	want(t, "moved elsewhere", changed, []string{"changed event Встреча о методике"})
	if got := one[data.Event](t, f, "title = 'Встреча о методике'"); !step || got.Starts.String() != "2026-12-09T10:00 Europe/Moscow" {
		t.Errorf("the meeting stands at %s", got.Starts)
	}
	if len(refused) == 0 || !strings.HasSuffix(refused[0], "icsComputed") || mustTrip(t, f, id).StartsOn != 0 && dates(t, f, id) != "30.11–4.12 бумаги 25.11 отчёт 9.12" {
		t.Errorf("a computed day was moved by a calendar: %v", refused)
	}
}

func TestADamagedCalendarIsRefusedByItsPlace(t *testing.T) {
	f := newFile(t)
	for name, ics := range map[string]string{"empty": "", "text": "привет", "html": "<html>"} {
		if _, err := command.ReadCalendar(f.Read(), []byte(ics), name); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	broken := strings.Replace(foreign, "DTSTART;TZID=Asia/Yekaterinburg:20261201T150000", "DTSTART;TZID=Nowhere/At/All:20261301T150000", 1)
	rows, step := taken(t, f, broken)
	if !step || len(rows) != 4 {
		t.Fatalf("%v, step %v", rows, step)
	}
	if last := rows[len(rows)-1]; !strings.HasPrefix(last, "refused event Встреча с бухгалтерией ics") {
		t.Errorf("the damaged item: %s", last)
	}
	if n := count[data.Trip](t, f); n != 1 {
		t.Errorf("%d trips: the good items did not come", n)
	}
}

// The bytes do not depend on the clock's zone of the computer.
func TestAnExportIsTheSameInEveryZoneOfTheComputer(t *testing.T) {
	f, _, _ := story4(t)
	first, err := command.ExportCalendar(f, mine, false)
	if err != nil {
		t.Fatal(err)
	}
	home := time.Local
	defer func() { time.Local = home }()
	for _, zone := range []string{"Pacific/Honolulu", "America/New_York", "Asia/Kathmandu"} {
		if time.Local, err = data.Location(zone); err != nil {
			t.Fatal(err)
		}
		if again, err := command.ExportCalendar(f, mine, false); err != nil || string(again.ICS) != string(first.ICS) {
			t.Errorf("in %s the calendar differs, %v", zone, err)
		}
	}
}
