package meeting

import (
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

func open(t *testing.T) *desktest.Desk {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	d.Show(desktest.Blank{CanvasObject: ui.NewNote("")})
	return d
}

func typed(d *desktest.Desk, s string) {
	for _, r := range s {
		d.Canvas().Focused().TypedRune(r)
	}
}

func press(d *desktest.Desk, keys ...fyne.KeyName) {
	for _, k := range keys {
		d.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func next(d *desktest.Desk, n int) {
	for range n {
		d.Canvas().FocusNext()
	}
}

func meetingsOn(t *testing.T, d *desktest.Desk, day data.Date) []data.AgendaRow {
	t.Helper()
	rows, err := d.Read().Agenda(data.AgendaFilter{From: day, To: day, Layers: []data.Layer{data.LayerMeetings}})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func day(month, day int) data.Date {
	return data.NewDate(2026, 1, 1).AddMonths(month-1) + data.Date(day-1)
}

func find(rows []data.AgendaRow, title string) (data.AgendaRow, bool) {
	for _, r := range rows {
		if r.Title == title {
			return r, true
		}
	}
	return data.AgendaRow{}, false
}

func TestHoursTypedTheShortWay(t *testing.T) {
	for s, want := range map[string]hours{"": {}, "14-17": {840, 1020, true}, "9:30": {570, 630, true}, "23:30": {1410, 1440, true}} {
		if got, err := readHours(s); err != nil || got != want {
			t.Errorf("%q: %+v %v", s, got, err)
		}
	}
	if _, err := readHours("17-14"); err == nil {
		t.Error("the end before the start")
	}
	starts, ends, all := hours{1410, 1440, true}.moments(day(11, 25), 0, "Europe/Moscow")
	if all || starts.Clock() != "23:30" || ends.Day != day(11, 26) || ends.Min != 0 {
		t.Errorf("%v %v", starts, ends)
	}
}

// A meeting over midnight is typed as it is said; hours that would last half a
// day and more are a slip. One of several days may end at any clock.
func TestHoursOverMidnightAndSeveralDays(t *testing.T) {
	h, err := readHours("22-2")
	if err != nil || h != (hours{22 * 60, 2 * 60, true}) {
		t.Fatal(h, err)
	}
	starts, ends, _ := h.moments(day(11, 25), 0, "Europe/Moscow")
	if starts.String() != "2026-11-25T22:00 Europe/Moscow" || ends.String() != "2026-11-26T02:00 Europe/Moscow" {
		t.Errorf("%s %s", starts, ends)
	}
	if lastOf(starts, ends, false) != 0 || hoursOf(starts, ends, false) != h {
		t.Error("a night is not two days")
	}
	if h, err = readHoursOf("18-9", true); err != nil {
		t.Fatal(err)
	}
	starts, ends, _ = h.moments(day(11, 25), 2, "Europe/Moscow")
	if ends.String() != "2026-11-27T09:00 Europe/Moscow" || lastOf(starts, ends, false) != day(11, 27) {
		t.Errorf("%s, last %s", ends, lastOf(starts, ends, false))
	}
}

// An all-day event has a length: «Несколько дней…» asks for its last day.
func TestAnAllDayEventOfSeveralDays(t *testing.T) {
	d := open(t)
	New(d, On(d, day(11, 25), 0, 0))
	typed(d, "Семинар")
	for range 20 {
		if b, ok := d.Canvas().Focused().(*ui.Button); ok && b.Label == "Несколько дней…" {
			break
		}
		next(d, 1)
	}
	press(d, fyne.KeyReturn)
	next(d, 3) // from the subject over kind and day to the last day
	typed(d, "27.11")
	press(d, fyne.KeyReturn)
	r, ok := find(meetingsOn(t, d, day(11, 26)), "Семинар")
	if !ok || !r.AllDay || r.StartsOn != day(11, 25) || r.EndsOn != day(11, 27) {
		t.Fatalf("%v %+v %v", ok, r, d.Failed)
	}
	if !Edit(d, r.Ref(), 0) {
		t.Fatal("not opened")
	}
	next(d, 2) // the first day: the last one follows
	d.Replace("1.12")
	press(d, fyne.KeyReturn)
	if r, ok = find(meetingsOn(t, d, day(12, 3)), "Семинар"); !ok || r.StartsOn != day(12, 1) || r.EndsOn != day(12, 3) {
		t.Errorf("%v %+v %v", ok, r, d.Failed)
	}
}

func TestWaysToRepeat(t *testing.T) {
	w := text.For(text.RU)
	for _, c := range []struct {
		code, rule, words string
		on                data.Date
	}{
		{"week", "FREQ=WEEKLY;BYDAY=WE", "Каждую неделю, ср", day(11, 25)},
		{"twoweeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "Раз в две недели, пн", day(11, 23)},
		{"monthday", "FREQ=MONTHLY;BYMONTHDAY=25", "Каждый месяц, 25 числа", day(11, 25)},
		{"monthweekday", "FREQ=MONTHLY;BYDAY=4WE", "Каждый месяц, ср, 4-я неделя", day(11, 25)},
		{"monthweekday", "FREQ=MONTHLY;BYDAY=-1MO", "Каждый месяц, последний пн", day(11, 30)},
		{"workdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "По рабочим дням", day(11, 25)},
	} {
		if got := ruleOf(c.code, c.on); got != c.rule || codeOf(got, c.on) != c.code || RuleWords(w, got, c.on) != c.words {
			t.Errorf("%s: %s, %s, %s", c.code, got, codeOf(got, c.on), RuleWords(w, got, c.on))
		}
	}
	if got := RuleWords(w, "FREQ=YEARLY", day(11, 25)); got != "По правилу FREQ=YEARLY" {
		t.Error(got)
	}
}

func TestMeetingByTyping(t *testing.T) {
	d := open(t)
	New(d, data.Event{ProjectID: data.ShippedID[data.Project]("sample:project.copper"), ClientID: data.ShippedID[data.Client]("sample:client.copper")})
	press(d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() == nil {
		t.Fatal("a meeting about nothing was planned")
	}
	typed(d, "Протокол")
	next(d, 2)
	d.Canvas().Focused().(*ui.DateField).SetText("25.11")
	next(d, 1)
	typed(d, "14-17")
	press(d, fyne.KeyReturn)
	row, ok := find(meetingsOn(t, d, day(11, 25)), "Протокол")
	if !ok || row.Starts.Clock() != "14:00" || row.Ends.Clock() != "17:00" || row.Starts.Zone != "Europe/Moscow" || row.Project != "МК-26 Постановка бюджетирования" {
		t.Fatalf("%+v %v", row, d.Failed)
	}
	if len(d.Said) != 1 || d.Said[0] != "Запланировано: Протокол, ср 25.11" {
		t.Errorf("%v", d.Said)
	}
	party, err := d.Read().Party(row.Ref())
	if err != nil || PartyWords(party) != "Кузнецова А. С." {
		t.Errorf("%s %v", PartyWords(party), err)
	}
}

func TestPartyListsWhoIsLikely(t *testing.T) {
	d := open(t)
	p := newParty(d, me(d))
	p.suggest(data.ShippedID[data.Client]("sample:client.copper"), data.ShippedID[data.Project]("sample:project.copper"))
	if len(p.rows) != 6 || p.rows[0].Name != "Кузнецова Анна Сергеевна" { // me, two colleagues, three contacts
		t.Fatalf("%+v", p.rows)
	}
	p.list.OnCheck(3, true)
	if got := p.party(); len(got.People) != 1 || len(got.Contacts) != 1 {
		t.Errorf("%+v", got)
	}
	if err := p.add(p.more.Options[4]); err != nil || len(p.party().People) != 2 {
		t.Errorf("%v %+v", err, p.party())
	}
}

func TestResultAndCancellation(t *testing.T) {
	d := open(t)
	row, ok := find(meetingsOn(t, d, day(11, 24)), "Созвон: ответ по разделу 4.2")
	if !ok {
		t.Fatal("the call of 24.11 is missing")
	}
	Hold(d, row.Ref(), 0)
	typed(d, "Ответ завтра")
	next(d, 1)
	typed(d, "Получить ответ")
	press(d, fyne.KeyReturn)
	row, _ = find(meetingsOn(t, d, day(11, 24)), "Созвон: ответ по разделу 4.2")
	if role, word := State(d.Words(), row, d.Today()); role != ui.Done || word != "состоялась" {
		t.Errorf("%s %v", word, d.Failed)
	}
	d.Undo()
	row, _ = find(meetingsOn(t, d, day(11, 24)), row.Title)
	if _, word := State(d.Words(), row, d.Today()); word != "сегодня" {
		t.Errorf("after undo %s", word)
	}
	if _, word := State(d.Words(), row, d.Today()+1); word != "нет итога" {
		t.Errorf("the day after it asks for the result: %s", word)
	}
	Cancel(d, row.Ref(), 0)
	typed(d, "болезнь")
	press(d, fyne.KeyReturn)
	row, _ = find(meetingsOn(t, d, day(11, 24)), row.Title)
	if _, word := State(d.Words(), row, d.Today()); word != "отменена" {
		t.Errorf("%s %v", word, d.Failed)
	}
}

func TestSeriesAndOneDayOfIt(t *testing.T) {
	d := open(t)
	NewSeries(d, On(d, day(11, 25), 570, 600))
	typed(d, "Утренний созвон")
	press(d, fyne.KeyReturn)
	row, ok := find(meetingsOn(t, d, day(12, 2)), "Утренний созвон")
	if !ok || !row.Occurrence || row.Starts.Clock() != "09:30" {
		t.Fatalf("%+v %v", row, d.Failed)
	}
	if !Open(d, row) {
		t.Fatal("the day does not open")
	}
	next(d, 3) // from the subject: kind, day, time
	d.Canvas().Focused().(*ui.Parsed[hours]).SetText("12-13")
	press(d, fyne.KeyReturn)
	row, _ = find(meetingsOn(t, d, day(12, 2)), "Утренний созвон")
	if row.Occurrence || row.Starts.Clock() != "12:00" || row.OriginalOn != day(12, 2) {
		t.Errorf("%+v %v", row, d.Failed)
	}
	row, _ = find(meetingsOn(t, d, day(12, 9)), "Утренний созвон")
	Remove(d, row)
	press(d, fyne.KeyReturn)
	row, _ = find(meetingsOn(t, d, day(12, 9)), "Утренний созвон")
	if row.Status != string(data.EventCancelled) {
		t.Errorf("one day is called off, not deleted: %+v", row)
	}
	rows, _ := d.Read().Agenda(data.AgendaFilter{From: day(12, 1), Layers: []data.Layer{data.LayerMeetings}})
	n := 0
	for _, r := range Near(rows, d.Today()) {
		if r.Title == "Утренний созвон" && r.Occurrence {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d coming days in the list, want the next one", n)
	}
}
