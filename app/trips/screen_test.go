package trips

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// shown lists the rows of a list as «title | note | chip».
func shown(l *ui.List) (all []string) {
	for i := range l.Len() {
		var r ui.ListRow
		l.Fill(i, &r)
		all = append(all, strings.ReplaceAll(r.Title+" | "+r.Note+" | "+r.ChipWord, "\u00a0", " "))
	}
	return all
}

// mine leaves out the trips of Тихонов, of which the sample has several.
func mine(rows []string) []string {
	return slices.DeleteFunc(rows, func(s string) bool { return strings.Contains(s, "Тихонов") })
}

func same(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// steps writes the line of steps; the present one in capitals.
func steps(s *Screen) string {
	var all []string
	for i, x := range s.detail.steps.Steps {
		if i == s.detail.steps.Now {
			x.Label = strings.ToUpper(x.Label)
		}
		all = append(all, x.Label)
	}
	return strings.Join(all, " ")
}

func title(s *Screen) string { return strings.ReplaceAll(s.detail.heading.Title, "\u00a0", " ") }

// tap presses the button of the heading with the label.
func tap(t *testing.T, buttons []*ui.Button, label string) {
	t.Helper()
	for _, b := range buttons {
		if b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

// choose does the line of a menu.
func choose(t *testing.T, items []ui.MenuItem, label string) {
	t.Helper()
	for _, x := range items {
		if x.Label == label && !x.Disabled {
			x.Do()
			return
		}
	}
	t.Fatalf("no line %q", label)
}

func TestTheListOnTheDayOfTheSample(t *testing.T) {
	d, s := room(t, text.RU, false)
	same(t, mine(shown(s.list)),
		"Новосибирск | 27–29 января 2027 · Дельта-Фарм | черновик",
		"Екатеринбург | 30 ноября – 4 декабря · Медный Кряж | через 6 дн.",
		"Химки, местная | 26 ноября, 10–13 · Альфа-Логистик | через 2 дн.",
		"Казань | 17–19 ноября · Ромашка-Ритейл | отчёт сегодня",
		"Балтик-Тара, местная | 11 ноября, 10–13 · Балтик-Тара | состоялась",
		"Самара | 27–28 октября · Волга-Агро | отменена",
		"Минск | 22–25 сентября · Балтик-Тара | закрыта",
		"Минск | 22–25 сентября · Балтик-Тара · Ласточкин Д. О. | закрыта")
	if !slices.Contains(shown(s.list), "Санкт-Петербург | 1–4 декабря · Север-Энерго · Тихонов А. С. | через 7 дн.") {
		t.Error("a colleague's trip is not in the list")
	}
	h := s.Header()
	if h.Title != "Командировки" || h.Crumb != "4 впереди · 1 ждёт отчёта · 9 за 2026 год · я в пути 7 дней" || h.Chip != "" {
		t.Errorf("%q %q", h.Crumb, h.Chip)
	}
	if got := h.Buttons[len(h.Buttons)-1]; got.Label != "Новая поездка" || got.Kind != ui.Primary {
		t.Errorf("%+v", got)
	}
	if title(s) != "Казань, 17–19 ноября" || s.detail.heading.Note != "показ технического задания, сбор замечаний · ООО «Ромашка-Ритейл» · приказ № 54-ком от 12.11" {
		t.Errorf("what burns is chosen first: %q %q", title(s), s.detail.heading.Note)
	}
	if got := steps(s); got != "Заявка Утверждена В пути ОТЧЁТ Закрыта" {
		t.Error(got)
	}
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

func TestChipsYearsAndOrder(t *testing.T) {
	d, s := room(t, text.RU, false)
	names := func() (all []string) {
		for _, r := range s.rows {
			if !strings.HasPrefix(r.Person, "Тихонов") {
				all = append(all, r.Name)
			}
		}
		return all
	}
	d.Canvas().Focus(s.chips)
	press(t, d, fyne.KeyRight, fyne.KeySpace) // Впереди
	same(t, names(), "Новосибирск", "Екатеринбург", "Химки")
	if title(s) != "Химки, местная, 26 ноября, 10–13" {
		t.Errorf("the nearest of what is shown: %q", title(s))
	}
	press(t, d, fyne.KeyRight, fyne.KeySpace) // В пути
	same(t, names())
	press(t, d, fyne.KeyRight, fyne.KeySpace)
	same(t, names(), "Казань")
	press(t, d, fyne.KeyRight, fyne.KeySpace)
	same(t, names(), "Балтик-Тара", "Минск", "Минск")
	press(t, d, fyne.KeyRight, fyne.KeySpace)
	same(t, names(), "Самара")
	if got := steps(s); got != "Заявка Утверждена В пути Отчёт Закрыта" || !strings.Contains(s.detail.heading.Note, "отменена: клиент перенёс переговоры на январь") {
		t.Error(got, s.detail.heading.Note)
	}
	press(t, d, fyne.KeyRight, fyne.KeySpace)
	same(t, names(), "Химки", "Балтик-Тара")
	press(t, d, fyne.KeyRight, fyne.KeySpace)
	same(t, names())
	press(t, d, fyne.KeyHome, fyne.KeySpace)
	choose(t, s.sortMenu(), "сначала ранние")
	if got := names(); got[0] != "Минск" || got[len(got)-1] != "Новосибирск" {
		t.Error(got)
	}
	choose(t, s.sortMenu(), "по названию")
	if got := names(); got[0] != "Балтик-Тара" || got[1] != "Екатеринбург" {
		t.Error(got)
	}
	choose(t, s.yearMenu(), "2027")
	same(t, names(), "Новосибирск")
	place := s.Remember()
	again := New(d, desk.Filter{})
	again.Recall(place)
	again.Reload()
	if again.filter.Year != 2027 || again.filter.Sort != data.TripsByName || again.chosen != s.chosen {
		t.Errorf("%q is not remembered: %+v", place, again.filter)
	}
}

// The local trip of story 7 in one typed line.
func TestALocalTripIsTypedInOneLine(t *testing.T) {
	d, s := room(t, text.RU, false)
	tap(t, s.Header().Buttons, "Новая поездка")
	typeIn(d, "местная ср 14-17 Балтик-Тара согласование протокола")
	press(t, d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() != nil {
		t.Fatal("Enter did not make the trip")
	}
	x := s.detail.trip
	if x.What != data.TripLocal || x.Status != data.TripPlanned || x.Purpose != "согласование протокола" || x.Place != "Москва, ул. Складочная, 1" ||
		x.HostPhone != "+7 495 000-33-44 (Рябов А. В.)" || x.OwnPhone != "+7 495 000-00-21" {
		t.Errorf("%+v", x)
	}
	if title(s) != "Балтик-Тара, местная, 25 ноября, 14–17" {
		t.Error(title(s))
	}
	if got := steps(s); got != "ЗАПЛАНИРОВАНА Состоялась" {
		t.Error(got)
	}
	d.Undo()
	if _, err := d.Read().Trip(x.ID); err == nil {
		t.Error("undo has left the trip")
	}
}

func TestATripIsTypedFieldByField(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.create()
	sheet := d.Canvas().Overlays().Top()
	d.Canvas().FocusNext() // kind
	d.Canvas().FocusNext() // traveller
	d.Canvas().FocusNext() // place
	press(t, d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() != sheet {
		t.Fatal("a trip without a place was made")
	}
	typeIn(d, "Пермь")
	d.Canvas().FocusNext() // client
	d.Canvas().FocusNext() // project
	d.Canvas().FocusNext() // days
	typeIn(d, "7.12-9.12")
	d.Canvas().FocusNext() // hours
	d.Canvas().FocusNext() // purpose
	typeIn(d, "опрос отделов")
	press(t, d, fyne.KeyReturn)
	if d.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still open")
	}
	if title(s) != "Пермь, 7–9 декабря" || s.detail.trip.Status != data.TripDraft || s.detail.heading.Note != "опрос отделов" {
		t.Errorf("%q %q %s", title(s), s.detail.heading.Note, s.detail.trip.Status)
	}
	if s.list.SelectedID() != s.detail.trip.ID.String() {
		t.Error("the new trip is not chosen")
	}
}

// The legs of story 3 typed by hand: codes become towns with their zones, and
// the dates of the trip follow.
func TestLegsAreTypedInPlace(t *testing.T) {
	d, s := room(t, text.RU, false)
	id := data.NewID[data.Trip]()
	me, _ := d.Read().Me()
	if err := d.Do(command.PlanTrip{Trip: data.Trip{ID: id, Name: "Екатеринбург", PersonID: me.ID, Place: "Екатеринбург", StartsOn: day(12, 14), EndsOn: day(12, 18)}}); err != nil {
		t.Fatal(err)
	}
	s.Show(ref(id))
	test.Tap(s.detail.route.list.Empty.Button)
	f := s.detail.route.form
	if f.from.Text != "Москва" || f.to.Text != "Екатеринбург" || f.depart.day.Text != "14.12.2026" || f.arrive.zone.ID != "Asia/Yekaterinburg" || f.depart.zone.ID != "Europe/Moscow" {
		t.Errorf("proposed %q %q %q %q", f.from.Text, f.to.Text, f.depart.day.Text, f.arrive.zone.ID)
	}
	fill := func(x fyne.Focusable, text string) {
		d.Canvas().Focus(x)
		typeIn(d, text)
	}
	f.from.SetText("")
	fill(f.from, "svo")
	f.to.SetText("")
	fill(f.to, "SVX")
	fill(f.depart.time, "635")
	fill(f.arrive.time, "11.05")
	if f.from.Text != "Москва (SVO)" || f.to.Text != "Екатеринбург (SVX)" {
		t.Errorf("%q %q", f.from.Text, f.to.Text)
	}
	fill(f.carrier, "SU 1404")
	press(t, d, fyne.KeyReturn)
	if s.detail.route.form != nil {
		t.Fatalf("the leg is not kept: %v", d.Failed)
	}
	// the way back: 21:40 there is 19:40 in Moscow; an arrival at 19:30 by the
	// clock of Moscow would be before the departure
	s.detail.route.add()
	f = s.detail.route.form
	if f.from.Text != "Екатеринбург (SVX)" || f.to.Text != "Москва (SVO)" || f.depart.day.Text != "18.12.2026" || f.arrive.zone.ID != "Europe/Moscow" {
		t.Errorf("proposed %q %q %q", f.from.Text, f.to.Text, f.depart.day.Text)
	}
	fill(f.depart.time, "21:40")
	fill(f.arrive.time, "19:30")
	press(t, d, fyne.KeyReturn)
	if s.detail.route.form == nil {
		t.Fatal("an arrival before the departure was kept")
	}
	if at := s.list.Selected(); at > 0 {
		s.list.Select(at - 1)
	}
	if s.detail.route.form != f || s.list.SelectedID() != id.String() {
		t.Fatal("another trip was shown and what was typed is lost")
	}
	f.arrive.time.SetText("")
	fill(f.arrive.time, "19:50") // earlier by the local clock, ten minutes later as an instant
	press(t, d, fyne.KeyReturn)
	if s.detail.route.form != nil {
		t.Fatal("an arrival earlier by the local clock was refused")
	}
	var rows []string
	for i := range s.detail.route.stops {
		var r ui.ListRow
		s.detail.route.fill(i, &r)
		rows = append(rows, strings.ReplaceAll(r.Left[0]+" "+r.Left[1]+" | "+r.Title+" | "+r.Note, "\u00a0", " "))
	}
	same(t, rows,
		"пн 14.12 06:35 – 11:05 | SVO → SVX · SU 1404 | Москва — Екатеринбург · 2 ч 30 мин · местное время (МСК → МСК+2)",
		"пт 18.12 21:40 – 19:50 | SVX → SVO | Екатеринбург — Москва · 0 ч 10 мин · местное время (МСК+2 → МСК)")
	if title(s) != "Екатеринбург, 14–18 декабря" {
		t.Error(title(s))
	}
	// F2 edits, Escape without a change goes back, Delete removes and undo brings back
	d.Canvas().Focus(s.detail.route.list)
	press(t, d, fyne.KeyHome)
	s.detail.edit()
	if s.detail.route.form == nil || s.detail.route.form.carrier.Text != "SU 1404" {
		t.Fatal("F2 did not open the leg")
	}
	press(t, d, fyne.KeyEscape)
	if s.detail.route.form != nil || d.Canvas().Focused() != fyne.Focusable(s.detail.route.list) {
		t.Fatal("Escape did not leave the leg")
	}
	press(t, d, fyne.KeyDelete)
	if len(s.detail.legs) != 1 || d.Said[len(d.Said)-1] != "Переезд удалён: SVO → SVX" {
		t.Error(s.detail.legs, d.Said)
	}
	d.Undo()
	if len(s.detail.legs) != 2 {
		t.Error("undo did not bring the leg back")
	}
}

func TestWhatAMoveAsksFor(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	tap(t, s.detail.heading.Buttons, "Приказ подписан")
	press(t, d, fyne.KeyReturn) // an empty number is the next in the row: 57-ком
	if s.detail.trip.Status != data.TripOrdered || s.detail.heading.Note != "интервью с ЦФО, этап 1 · АО «Медный Кряж» · приказ № 57-ком от 24.11" {
		t.Errorf("%s %q", s.detail.trip.Status, s.detail.heading.Note)
	}
	choose(t, s.detail.menu(), "Отменить поездку")
	press(t, d, fyne.KeyReturn)
	if s.detail.trip.Status != data.TripOrdered {
		t.Fatal("cancelled without a reason")
	}
	typeIn(d, "клиент перенёс")
	press(t, d, fyne.KeyReturn)
	if s.detail.trip.Status != data.TripCancelled || d.Said[len(d.Said)-1] != "Поездка отменена: Екатеринбург" {
		t.Error(s.detail.trip.Status, d.Said)
	}
	d.Undo()
	if s.detail.trip.Status != data.TripOrdered {
		t.Error(s.detail.trip.Status)
	}
	// the report of a trip ahead is not offered: it comes after the return
	for _, b := range s.detail.heading.Buttons {
		if b.Kind == ui.Primary {
			t.Errorf("a trip that starts in six days offers %q", b.Label)
		}
	}
	for _, x := range s.detail.menu() {
		if x.Label == "Сдать отчёт" {
			t.Error("the menu offers the report of a trip ahead")
		}
	}
}

// The palette moves a trip on as the card does, with the same limits.
func TestThePaletteMovesATrip(t *testing.T) {
	d, s := room(t, text.RU, false)
	labels := func() (all []string) {
		for _, a := range s.Actions() {
			all = append(all, a.Label)
		}
		return all
	}
	if got := labels(); !slices.Contains(got, "Сдать отчёт: Казань") {
		t.Error(got)
	}
	s.Show(ref(sampleTrip("copper")))
	got := labels()
	if !slices.Contains(got, "Приказ подписан: Екатеринбург") || !slices.Contains(got, "Отменить поездку: Екатеринбург") || slices.Contains(got, "Сдать отчёт: Екатеринбург") {
		t.Error(got)
	}
	for _, a := range s.Actions() {
		if a.Label == "Вернуть на согласование: Екатеринбург" {
			a.Do()
		}
	}
	if s.detail.trip.Status != data.TripPlanned || len(d.Failed) > 0 {
		t.Error(s.detail.trip.Status, d.Failed)
	}
}

func TestTheReportIsHandedInApprovedAndTheTripClosed(t *testing.T) {
	d, s := room(t, text.RU, false)
	tap(t, s.detail.heading.Buttons, "Сдать отчёт")
	for range 3 { // number, day, earlier balance
		d.Canvas().(interface{ FocusNext() }).FocusNext()
	}
	typeIn(d, "14 замечаний собраны")
	d.Canvas().(interface{ FocusNext() }).FocusNext()
	sheetButton(t, d, "Сдать отчёт")
	if s.detail.trip.Status != data.TripReported || s.detail.trip.ResultText != "14 замечаний собраны" {
		t.Fatalf("%s %q", s.detail.trip.Status, s.detail.trip.ResultText)
	}
	// 3 days at 1 500 and receipts of 12 860 of 18 000: 640 are left
	if got := strings.Join(shown(s.detail.side.close), "\n"); !strings.Contains(got, "Авансовый отчёт и чеки | № 38 от 24.11") {
		t.Error(got)
	}
	tap(t, s.detail.heading.Buttons, "Отчёт утверждён")
	sheetButton(t, d, "Утвердить отчёт")
	if got := steps(s); got != "Заявка Утверждена В пути Отчёт ЗАКРЫТА" {
		t.Error(got)
	}
	tap(t, s.detail.heading.Buttons, "Закрыть")
	typeIn(d, "ПКО 88")
	sheetButton(t, d, "Рассчитать и закрыть")
	if m := s.detail.facts.Moves; len(m) != 2 || m[1].What != data.MoneyReturn || m[1].Amount != 64000 || m[1].DocNo != "ПКО 88" {
		t.Errorf("payments %+v", m)
	}
	if s.detail.trip.Status != data.TripClosed || len(s.detail.heading.Buttons) != 1 {
		t.Errorf("%s, %d buttons", s.detail.trip.Status, len(s.detail.heading.Buttons))
	}
}

// sheetButton presses a button of the dialog that is open.
func sheetButton(t *testing.T, d *desktest.Desk, label string) {
	t.Helper()
	for range 20 {
		if b, ok := d.Canvas().Focused().(*ui.Button); ok && b.Label == label {
			press(t, d, fyne.KeyReturn)
			return
		}
		d.Canvas().FocusNext()
	}
	t.Fatalf("no button %q in the dialog", label)
}

func TestShiftRepeatAndParticipant(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	s.detail.shift()
	typeIn(d, "1.12")
	press(t, d, fyne.KeyReturn)
	if title(s) != "Екатеринбург, 1–5 декабря" || s.detail.legs[0].Depart.String() != "2026-12-01T06:35 Europe/Moscow" {
		t.Error(title(s), s.detail.legs[0].Depart)
	}
	same(t, shown(s.detail.history().(*ui.List))[:3], "Прибытие · SVX → SVO | 04.12.2026 22:15 МСК → 05.12.2026 22:15 МСК | ",
		"Отправление · SVX → SVO | 04.12.2026 21:40 МСК+2 → 05.12.2026 21:40 МСК+2 | ", "Прибытие · SVO → SVX | 30.11.2026 11:05 МСК+2 → 01.12.2026 11:05 МСК+2 | ")
	s.detail.addParticipant()
	d.Canvas().Focused().TypedRune('Л')
	press(t, d, fyne.KeyReturn)
	sheetButton(t, d, "Добавить")
	same(t, shown(s.detail.side.who), "Кузнецова А. С. | эта поездка | через 7 дн.", "Ласточкин Д. О. |  | через 7 дн.")
	if len(s.detail.legs) != 2 || len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
	// a move of one who does not travel alone asks for whom
	choose(t, s.detail.menu(), "Вернуть на согласование")
	if s.detail.trip.Status != data.TripPlanned {
		t.Errorf("the others stand elsewhere, nothing to ask: %s", s.detail.trip.Status)
	}
	tap(t, s.detail.heading.Buttons, "Согласовать")
	if len(d.Asked) != 1 || len(d.Asked[0].Answers) != 3 {
		t.Fatalf("%+v", d.Asked)
	}
	d.Asked[0].Answers[0].Do()
	for _, g := range s.detail.group {
		if g.Status != data.TripAgreed {
			t.Errorf("%s: %s", g.Person, g.Status)
		}
	}
	s.detail.repeat()
	typeIn(d, "11.01.2027")
	press(t, d, fyne.KeyReturn)
	if title(s) != "Екатеринбург, 11–15 января 2027" || s.detail.trip.Status != data.TripDraft || len(s.detail.group) != 1 {
		t.Error(title(s), s.detail.trip.Status)
	}
}

func TestFieldsAreEditedInPlace(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("north")))
	s.detail.turn(pageTask)
	d.Canvas().Focus(s.detail.task.kv)
	press(t, d, fyne.KeyF2)
	typeIn(d, "показ проекта и обучение")
	press(t, d, fyne.KeyReturn)
	if s.detail.trip.Purpose != "показ проекта и обучение" || !strings.HasPrefix(s.detail.heading.Note, "показ проекта и обучение · АО «Север-Энерго»") {
		t.Errorf("%q %q", s.detail.trip.Purpose, s.detail.heading.Note)
	}
	s.Show(ref(sampleTrip("pharmacy"))) // no legs: the days are typed
	row := slices.IndexFunc(s.detail.task.kv.Rows(), func(r ui.KV) bool { return r.Label == "Даты" })
	if !s.detail.task.kv.Edit(row) {
		t.Fatal("days without legs cannot be typed")
	}
	typeIn(d, "28.01-2.02")
	press(t, d, fyne.KeyReturn)
	if title(s) != "Новосибирск, 28 января – 2 февраля 2027" {
		t.Error(title(s), d.Failed)
	}
	d.Undo()
	if title(s) != "Новосибирск, 27–29 января 2027" {
		t.Error(title(s))
	}
}

func TestTheListByKeyboard(t *testing.T) {
	d, s := room(t, text.RU, false)
	all := len(s.rows)
	s.Focus()
	press(t, d, fyne.KeyHome)
	if title(s) != "Новосибирск, 27–29 января 2027" {
		t.Error(title(s))
	}
	press(t, d, fyne.KeyDown, fyne.KeyDelete)
	if d.Said[len(d.Said)-1] != "Удалено: Санкт-Петербург" || len(s.rows) != all-1 {
		t.Error(d.Said, len(s.rows))
	}
	d.Undo()
	if len(s.rows) != all {
		t.Error("undo did not bring the trip back")
	}
	if !strings.HasPrefix(title(s), "Санкт-Петербург") || s.list.SelectedID() != s.chosen.String() {
		t.Errorf("undo brought the trip back and left the choice on %q", title(s))
	}
	press(t, d, fyne.KeyHome, fyne.KeyReturn)
	if d.Canvas().Focused() != fyne.Focusable(s.detail.tabs) {
		t.Error("Enter goes to the card")
	}
	press(t, d, fyne.KeyRight)
	if s.detail.page != pageTask {
		t.Error(s.detail.page)
	}
}

func TestTheListInsideAProjectCard(t *testing.T) {
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{ProjectID: data.ShippedID[data.Project]("sample:project.copper")})
	d.Show(s)
	same(t, shown(s.list), "Екатеринбург | 30 ноября – 4 декабря · Медный Кряж | через 6 дн.")
	d.Canvas().Focus(s.list)
	press(t, d, fyne.KeyHome, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0] != ref(sampleTrip("copper")) {
		t.Error(d.Opened)
	}
	empty := New(d, desk.Filter{ClientID: data.NewID[data.Client]()})
	empty.Reload()
	if empty.list.Len() != 0 || empty.list.Empty.Button == nil {
		t.Error("an empty list does not teach")
	}
}

func TestAnArchivedTripIsFoundAndBroughtBack(t *testing.T) {
	d, s := room(t, text.RU, false)
	all := len(s.rows)
	if err := d.Do(command.Archive{Ref: ref(sampleTrip("volga")), Name: "Самара", On: day(11, 24)}); err != nil {
		t.Fatal(err)
	}
	if len(s.rows) != all-1 {
		t.Error(len(s.rows))
	}
	if !s.Show(ref(sampleTrip("volga"))) || s.filter.Show != data.TripsArchive || title(s) != "Самара, 27–28 октября" {
		t.Error(s.filter.Show, title(s))
	}
	choose(t, s.detail.menu(), "Вернуть из архива")
	if row, _ := d.Read().TripRow(sampleTrip("volga")); !row.ArchivedOn.IsZero() {
		t.Error("still in the archive")
	}
}

func TestTheEnglishRoomIsEnglish(t *testing.T) {
	_, s := room(t, text.EN, false)
	if got := s.Header().Crumb; got != "4 ahead · 1 awaits its report · 9 in 2026 · I travelled 7 days" {
		t.Error(got)
	}
	if got := steps(s); got != "Request Approved Under way REPORT Closed" {
		t.Error(got)
	}
}
