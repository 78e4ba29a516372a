package calendar

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

func open(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

func day(y, m, n int) data.Date { return data.NewDate(y, 1, 1).AddMonths(m-1) + data.Date(n-1) }

// titles are what the items of a day say, without those of the calendar itself.
func titles(s *Screen, on data.Date) []string {
	var out []string
	for _, it := range s.items {
		if it.From <= on && on <= it.To && !strings.HasPrefix(it.ID, markID) {
			out = append(out, it.Title)
		}
	}
	return out
}

func has(list []string, words string) bool {
	for _, x := range list {
		if strings.Contains(x, words) {
			return true
		}
	}
	return false
}

// values are the rows of the card at the side, joined.
func values(s *Screen) string {
	r, ok := s.row(s.chosen)
	if !ok {
		return ""
	}
	var out []string
	for _, kv := range s.values(r) {
		out = append(out, kv.Label+": "+kv.Text)
	}
	return strings.Join(out, "\n")
}

func TestTheMonthShowsTheStoryOfTheTrip(t *testing.T) {
	_, s := open(t)
	s.goTo(day(2026, 12, 1))
	if got := titles(s, day(2026, 12, 2)); !has(got, "Екатеринбург · Медный Кряж") || !has(got, "1:1 с Громовым") {
		t.Errorf("02.12: %q", got)
	}
	if got := titles(s, day(2026, 12, 9)); !has(got, "Отчёт: Екатеринбург") { // 3 working days after 04.12
		t.Errorf("09.12: %q", got)
	}
	if got := titles(s, day(2026, 12, 16)); !has(got, "Контрольная точка: 30 дней") { // 30 days after 16.11
		t.Errorf("16.12: %q", got)
	}
	if has(titles(s, day(2026, 12, 2)), "Санкт-Петербург") {
		t.Error("a colleague's trip stands in «только моё»")
	}
	s.setWho(everybody)
	if got := titles(s, day(2026, 12, 2)); !has(got, "Санкт-Петербург · Север-Энерго · Тихонов А. С.") {
		t.Errorf("everybody: %q", got)
	}
}

func TestHolidaysShortDaysAndForecastYearsAreNamed(t *testing.T) {
	_, s := open(t)
	named := map[data.Date]string{}
	for _, it := range s.items {
		if strings.HasPrefix(it.ID, markID) {
			named[it.From] = it.Title
		}
	}
	if got := named[day(2026, 11, 4)]; got != "День народного единства" {
		t.Errorf("04.11: %q", got)
	}
	if got := strings.ReplaceAll(named[day(2026, 11, 3)], "\u00a0", " "); got != "короткий день, 7 ч" {
		t.Errorf("03.11: %q", got)
	}
	if s.month.DayOff(day(2026, 11, 3)) || !s.month.DayOff(day(2026, 11, 4)) || !s.month.DayOff(day(2026, 12, 31)) {
		t.Error("the shading does not follow the production calendar")
	}
	if s.yearNote() != "" {
		t.Errorf("November: %q", s.yearNote())
	}
	s.goTo(day(2027, 2, 10))
	if s.yearNote() != "календарь 2027 не подтверждён" || s.bar.top.Note != s.yearNote() {
		t.Errorf("February 2027: %q", s.yearNote())
	}
}

func TestKeysTurnThePeriods(t *testing.T) {
	d, s := open(t)
	s.Focus()
	press := func(k fyne.KeyName) { d.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyPageDown)
	if s.title() != "Декабрь 2026" || !has(titles(s, day(2026, 12, 9)), "Отчёт") {
		t.Errorf("Page down: %s, %q", s.title(), titles(s, day(2026, 12, 9)))
	}
	press(fyne.KeyPageUp)
	press(fyne.KeyRight)
	if s.day != day(2026, 11, 25) {
		t.Errorf("after ←→: %s", s.day)
	}
	for _, a := range s.Actions() {
		if a.Key == "T" {
			a.Do()
		}
	}
	if s.day != day(2026, 11, 24) || s.month.Day() != s.day {
		t.Errorf("T: %s", s.day)
	}
	s.setMode(byWeek)
	if got := s.title(); got != "Неделя 48 · 23–29 ноября 2026" {
		t.Errorf("%q", got)
	}
	s.Focus()
	press(fyne.KeyPageDown)
	if !strings.HasPrefix(s.title(), "Неделя 49") || len(titles(s, day(2026, 12, 1))) == 0 {
		t.Errorf("next week: %s", s.title())
	}
}

func TestTheCardOfAMeetingNamesBothClocks(t *testing.T) {
	_, s := open(t)
	s.goTo(day(2026, 12, 1))
	s.choose(idOf(t, s, data.AgendaEvent, "Интервью: финансовый директор"))
	got := values(s) // 10:00–12:00 in Екатеринбург is 08:00–10:00 in Moscow
	for _, want := range []string{"По моим часам: вт, 1 декабря 2026, 08:00–10:00", "День: вт, 1 декабря 2026", "Время: 10:00–12:00 МСК+2", "Кузнецова А. С.", "Седых П. И.", "Клиент: АО «Медный Кряж»"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	r, _ := s.row(s.chosen)
	var words []string
	for _, b := range s.states(r) {
		words = append(words, b.Label)
	}
	if strings.Join(words, " ") != "Состоялась Отменить" {
		t.Errorf("states %q", words)
	}
}

func TestAMeetingIsDraggedAndUndone(t *testing.T) {
	d, s := open(t)
	id := idOf(t, s, data.AgendaEvent, "Созвон: ответ по разделу 4.2") // 24.11 17:00
	s.setMode(byWeek)
	s.week.OnMove(id, 1, -90)
	if got := titles(s, day(2026, 11, 25)); !has(got, "Созвон") {
		t.Fatalf("25.11: %q; failed %v", got, d.Failed)
	}
	if got := d.Said[len(d.Said)-1]; got != "Созвон: ответ по разделу 4.2: перенос на ср 25.11, 15:30" {
		t.Errorf("%q", got)
	}
	d.Undo()
	if !has(titles(s, day(2026, 11, 24)), "Созвон") {
		t.Error("undo has not brought the meeting back")
	}
}

func TestOneDayOfASeriesIsDragged(t *testing.T) {
	d, s := open(t)
	s.goTo(day(2026, 12, 2))
	id := ""
	for _, it := range s.items {
		if r, ok := s.row(it.ID); ok && r.Kind == data.AgendaOccurrence && it.From == day(2026, 12, 2) {
			id = it.ID
		}
	}
	s.month.OnMove(id, 1)
	if has(titles(s, day(2026, 12, 2)), "1:1") || !has(titles(s, day(2026, 12, 3)), "1:1") || !has(titles(s, day(2026, 12, 9)), "1:1") {
		t.Errorf("02.12 %q, 03.12 %q, 09.12 %q (%v)", titles(s, day(2026, 12, 2)), titles(s, day(2026, 12, 3)), titles(s, day(2026, 12, 9)), d.Failed)
	}
}

func TestAWholeTripIsDraggedWithItsRides(t *testing.T) {
	d, s := open(t)
	s.setLayer(string(data.LayerLegs), true)
	s.month.OnMove(idOf(t, s, data.AgendaTrip, "Екатеринбург"), 7) // 30.11–04.12 becomes 07.12–11.12
	s.goTo(day(2026, 12, 7))
	if got := titles(s, day(2026, 12, 7)); !has(got, "Екатеринбург · Медный Кряж") || !has(got, "SU 1402") {
		t.Errorf("07.12: %q (%v)", got, d.Failed)
	}
	if got := titles(s, day(2026, 12, 16)); !has(got, "Отчёт: Екатеринбург") { // 3 working days after 11.12
		t.Errorf("16.12: %q", got)
	}
}

func TestWhatFollowsFromSomethingElseSaysSo(t *testing.T) {
	d, s := open(t)
	s.month.OnMove(idOf(t, s, data.AgendaReport, "Казань"), 1)
	if len(d.Said) == 0 || !strings.Contains(d.Said[0], "считается от конца поездки") {
		t.Errorf("said %q", d.Said)
	}
	s.month.OnMove(idOf(t, s, data.AgendaEvent, "Стартовая встреча"), 1)
	if got := d.Said[len(d.Said)-1]; !strings.Contains(got, "уже состоялась") {
		t.Errorf("said %q", got)
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

func TestLayersAndCancelledAreChips(t *testing.T) {
	_, s := open(t)
	on := day(2026, 11, 23)
	if has(titles(s, on), "Созвон о сроках предложения") {
		t.Error("a cancelled call is shown")
	}
	s.setLayer(struckID, true)
	if !has(titles(s, on), "Созвон о сроках предложения") {
		t.Errorf("23.11 with cancelled: %q", titles(s, on))
	}
	s.setLayer(string(data.LayerMeetings), false)
	if has(titles(s, on), "Созвон") {
		t.Error("the layer is still there")
	}
	was := s.Remember()
	_, next := open(t)
	next.Recall(was)
	next.Reload()
	if !next.place.Struck || !next.off(data.LayerMeetings) || next.Remember() != was {
		t.Errorf("recalled %s", next.Remember())
	}
	if next.Recall("{"); next.Remember() != was {
		t.Error("a damaged memory has changed the screen")
	}
}

func TestAMeetingIsMadeOnAFreeSlot(t *testing.T) {
	d, s := open(t)
	s.setMode(byWeek)
	s.week.OnCreate(day(2026, 11, 26), 15*60)
	if d.Canvas().Overlays().Top() == nil {
		t.Fatal("no dialog")
	}
	test.Type(d.Canvas().Focused(), "Звонок Рябову")
	d.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := titles(s, day(2026, 11, 26)); !has(got, "Звонок Рябову") {
		t.Fatalf("26.11: %q (%v)", got, d.Failed)
	}
	for _, it := range s.items {
		if it.Title == "Звонок Рябову" && (it.Start != 15*60 || it.End != 16*60) {
			t.Errorf("%d–%d", it.Start, it.End)
		}
	}
}

func TestOpeningLeadsToTheRecord(t *testing.T) {
	d, s := open(t)
	s.open(idOf(t, s, data.AgendaReport, "Казань"))
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindTrip {
		t.Errorf("%v", d.Opened)
	}
	r, _ := s.row(idOf(t, s, data.AgendaEvent, "Отчёт отдела за неделю"))
	s.goTo(day(2026, 9, 1))
	if !s.Show(r.Ref()) || s.day != day(2026, 11, 27) {
		t.Fatalf("shown on %s", s.day)
	}
	if got, ok := s.row(s.chosen); !ok || got.Title != "Отчёт отдела за неделю" {
		t.Errorf("chosen %q", got.Title)
	}
	if s.Show(data.Ref{Kind: data.KindTrip, ID: d.Opened[0].ID}) {
		t.Error("the calendar says that it shows trips")
	}
}

func TestTheCrumbCounts(t *testing.T) {
	_, s := open(t)
	h := s.Header()
	if h.Title != "Календарь" || len(h.Buttons) != 1 || h.Buttons[0].Kind != ui.Primary || !strings.HasPrefix(h.Crumb, "Ноябрь 2026 · ") {
		t.Errorf("%+v", h)
	}
	// Казань 17–19.11, Балтик-Тара 11.11, Химки 26.11, Екатеринбург from 30.11
	if !strings.Contains(h.Crumb, "4 командировки") {
		t.Errorf("%q", h.Crumb)
	}
}

func TestAnEmbeddedCalendarIsNarrow(t *testing.T) {
	d := desktest.New(t, text.EN, true)
	rows, err := d.Read().ClientNames()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range rows {
		if strings.Contains(c.Name, "Балтик") {
			s := New(d, desk.Filter{ClientID: data.ID[data.Client](c.ID)})
			d.Show(s)
			if got := titles(s, day(2026, 11, 11)); !has(got, "Сдача итогового отчёта") || len(titles(s, day(2026, 11, 24))) > 0 {
				t.Errorf("%q, 24.11 %q", got, titles(s, day(2026, 11, 24)))
			}
		}
	}
}

// A meeting is edited in the panel, without a dialog; the panel stays on it.
func TestAMeetingIsEditedInThePanel(t *testing.T) {
	d, s := open(t)
	s.choose(idOf(t, s, data.AgendaEvent, "Созвон: ответ по разделу 4.2")) // 24.11 17:00
	set := func(label, typed string) {
		t.Helper()
		for i, kv := range s.facts.Rows() {
			if kv.Label == label {
				if !s.facts.Edit(i) {
					t.Fatalf("%q cannot be edited", label)
				}
				d.Replace(typed)
				d.Press(fyne.KeyReturn)
				return
			}
		}
		t.Fatalf("no row %q", label)
	}
	set("Итог", "ответ согласован")
	set("О чём", "Созвон о разделе 4.2")
	set("День", "25.11")
	set("Время", "18-18:30")
	if d.Canvas().Overlays().Top() != nil || len(d.Failed) > 0 {
		t.Fatal("a dialog, or a refusal", d.Failed)
	}
	r, ok := s.row(s.chosen)
	if !ok || r.Title != "Созвон о разделе 4.2" || r.StartsOn != day(2026, 11, 25) || r.Starts.Min != 18*60 || r.Ends.Min != 18*60+30 {
		t.Errorf("%v %+v", ok, r)
	}
	if !strings.Contains(values(s), "Итог: ответ согласован") {
		t.Error(values(s))
	}
	set("Время", "22-2") // over midnight
	if r, _ = s.row(s.chosen); r.Starts.Min != 22*60 || r.Ends.Day != day(2026, 11, 26) || r.Ends.Min != 2*60 {
		t.Errorf("%+v", r)
	}
	d.Undo()
	if r, _ = s.row(s.chosen); r.Starts.Min != 18*60 {
		t.Error("undo has not brought the time back")
	}
}

// A day of a series becomes a meeting of its own, and the panel follows it.
func TestADayOfASeriesIsEditedInThePanel(t *testing.T) {
	d, s := open(t)
	s.goTo(day(2026, 12, 2))
	s.choose(idOf(t, s, data.AgendaOccurrence, "1:1 с Громовым"))
	was, _ := s.row(s.chosen)
	for i, kv := range s.facts.Rows() {
		if kv.Label == "Место" {
			s.facts.Edit(i)
		}
	}
	d.Replace("кабинет 12")
	d.Press(fyne.KeyReturn)
	r, ok := s.row(s.chosen)
	if !ok || r.Kind != data.AgendaEvent || r.Place != "кабинет 12" || r.StartsOn != was.StartsOn || len(d.Failed) > 0 {
		t.Errorf("%v %+v %v", ok, r, d.Failed)
	}
	if got := values(s); !strings.Contains(got, "Громов") {
		t.Errorf("who takes part is lost:\n%s", got)
	}
}

// Everything that the menu of a meeting does is done by keys too: Del, F2, and
// the palette for states, series and history.
func TestAChosenMeetingByKeys(t *testing.T) {
	d, s := open(t)
	title := "Созвон: ответ по разделу 4.2"
	s.choose(idOf(t, s, data.AgendaEvent, title))
	act := map[string]func(){}
	keys := map[string]func(){}
	for _, a := range s.Actions() {
		act[a.Label], keys[a.Key] = a.Do, a.Do
	}
	for _, want := range []string{"Состоялась: " + title, "Отменить встречу: " + title, "История изменений: " + title} {
		if act[want] == nil {
			t.Errorf("no action %q", want)
		}
	}
	keys["F2"]()
	if d.Canvas().Focused() != fyne.Focusable(s.facts) {
		t.Error("F2 does not go to the fields")
	}
	keys["Delete"]()
	if has(titles(s, day(2026, 11, 24)), title) {
		t.Error("Del has left the meeting")
	}
	d.Undo()
	if !has(titles(s, day(2026, 11, 24)), title) {
		t.Error("undo has not brought it back")
	}
	s.goTo(day(2026, 12, 2))
	s.choose(idOf(t, s, data.AgendaOccurrence, "1:1 с Громовым"))
	act = map[string]func(){}
	for _, a := range s.Actions() {
		act[a.Label] = a.Do
	}
	for _, want := range []string{"Изменить всю серию: 1:1 с Громовым", "Завершить серию: 1:1 с Громовым"} {
		if act[want] == nil {
			t.Errorf("no action %q", want)
		}
	}
}

// From an item there is a way back to its day, and the frame of the month goes
// along with the item.
func TestFromAnItemBackToItsDay(t *testing.T) {
	d, s := open(t)
	s.choose(idOf(t, s, data.AgendaEvent, "Отчёт отдела за неделю")) // 27.11
	if s.day != day(2026, 11, 27) || s.month.Day() != s.day {
		t.Errorf("the frame stands on %s, %s", s.day, s.month.Day())
	}
	if _, ok := s.row(s.chosen); !ok {
		t.Fatal("the item is not shown")
	}
	var back *ui.Link
	find(s.side.Content, func(o fyne.CanvasObject) {
		if l, ok := o.(*ui.Link); ok && strings.Contains(l.Text, "27") {
			back = l
		}
	})
	if back == nil {
		t.Fatal("nothing leads back to the day")
	}
	test.Tap(back)
	var days *ui.List
	find(s.side.Content, func(o fyne.CanvasObject) {
		if l, ok := o.(*ui.List); ok {
			days = l
		}
	})
	days.Select(0)
	if s.chosen == "" || d.Canvas().Focused() != fyne.Focusable(s.facts) {
		t.Errorf("from the day's list the keyboard goes to %T", d.Canvas().Focused())
	}
	s.toDay(s.day)
	if s.chosen != "" || !strings.Contains(d.Seen(), "Добавить встречу") {
		t.Error("the day is not shown")
	}
}

// find walks an object and what it holds.
func find(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	do(o)
	switch x := o.(type) {
	case *fyne.Container:
		for _, c := range x.Objects {
			find(c, do)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			find(c, do)
		}
	}
}
