package trips

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data/text"
)

// tickets are what a traveller of story 3 is sent: both flights, the hotel, a
// dinner, an event that ends before it begins.
const tickets = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:out@carrier
DTSTART:20261130T033500Z
DTEND:20261130T060500Z
SUMMARY:Рейс SU 1402 Москва (SVO) – Екатеринбург (SVX)
DESCRIPTION:Билет 555 2134567890\nМесто 16E
END:VEVENT
BEGIN:VEVENT
UID:back@carrier
DTSTART:20261204T171000Z
DTEND:20261204T194500Z
SUMMARY:Рейс SU 1409 Екатеринбург (SVX) – Москва (SVO)
DESCRIPTION:Билет 555 2134567891
END:VEVENT
BEGIN:VEVENT
UID:side@rail
DTSTART;TZID=Asia/Yekaterinburg:20261202T080000
DTEND;TZID=Asia/Yekaterinburg:20261202T113000
SUMMARY:Поезд 7101 Екатеринбург → Челябинск
END:VEVENT
BEGIN:VEVENT
UID:hotel@sender
DTSTART;VALUE=DATE:20261130
DTEND;VALUE=DATE:20261204
SUMMARY:Отель «Рудный двор»
END:VEVENT
BEGIN:VEVENT
UID:second@sender
DTSTART;VALUE=DATE:20261202
DTEND;VALUE=DATE:20261203
SUMMARY:Отель «Южный Урал»
LOCATION:Челябинск\, пр. Ленина\, 52
END:VEVENT
BEGIN:VEVENT
UID:dinner@host
DTSTART:20261201T190000
DTEND:20261201T210000
SUMMARY:Ужин с заказчиком
LOCATION:Вайнера\, 8
END:VEVENT
BEGIN:VEVENT
UID:broken@host
DTSTART:20261201T190000Z
DTEND:20261201T180000Z
SUMMARY:Экскурсия
END:VEVENT
END:VCALENDAR
`

// withFile gives the desk a file to choose.
func withFile(t *testing.T, d *desktest.Desk, body string) {
	t.Helper()
	d.Path = filepath.Join(t.TempDir(), "tickets.ics")
	if err := os.WriteFile(d.Path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
}

// preview writes the list that has the keyboard.
func preview(t *testing.T, d *desktest.Desk) (out []string) {
	t.Helper()
	l, ok := d.Canvas().Focused().(*ui.List)
	if !ok {
		t.Fatalf("%T has the keyboard", d.Canvas().Focused())
	}
	for i := range l.Len() {
		r := ui.ListRow{}
		l.Fill(i, &r)
		mark := "    "
		switch {
		case r.Head:
			mark = "# "
		case r.Checked:
			mark = "[x] "
		case r.Checkable:
			mark = "[ ] "
		}
		out = append(out, strings.ReplaceAll(mark+r.Title+" | "+r.Note+" | "+r.ChipWord, "\u00a0", " "))
	}
	return out
}

// Two legs stand in the route; their tickets come, the way back has moved by half
// an hour, a train and its hotel are new.
func TestAnItineraryIsPreviewedAndTaken(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	before := shown(s.detail.route.list)
	withFile(t, d, tickets)
	if x := s.detail.itineraryItem(); x.Label != "Маршрут из календаря…" || x.Disabled {
		t.Fatalf("%+v", x)
	} else {
		x.Do()
	}
	same(t, preview(t, d), "# Переезды |  | ",
		"[x] Москва (SVO) → Екатеринбург (SVX) · SU 1402 | пн 30.11, 06:35 МСК – 11:05 МСК+2 · самолёт · 555 2134567890 · место 16E | изменится",
		"[x] Екатеринбург → Челябинск · поезд 7101 | ср 02.12, 08:00 МСК+2 – 11:30 МСК+2 · поезд | добавится",
		"[x] Екатеринбург (SVX) → Москва (SVO) · SU 1409 | пт 04.12, 22:10 МСК+2 – 22:45 МСК · самолёт · 555 2134567891 · сейчас: пт 04.12, 21:40 МСК+2 – 22:15 МСК | изменится",
		"# Проживание |  | ",
		"    «Рудный двор» | 30.11 – 04.12 · 4 ночи · после переезда SVO → SVX | уже есть",
		"[x] «Южный Урал», Челябинск, пр. Ленина, 52 | 02.12 – 03.12 · 1 ночь · после переезда Екатеринбург → Челябинск | добавится",
		"# Не распознано |  | ",
		"[ ] Ужин с заказчиком | вт 01.12, 19:00 МСК+2 · Вайнера, 8 | встреча",
		"    Экскурсия | строка 43: Конец раньше начала, или запись длиннее десяти лет. | не берётся")
	press(t, d, fyne.KeyEnd, fyne.KeySpace, fyne.KeyUp, fyne.KeySpace)
	if got := preview(t, d); !strings.HasPrefix(got[8], "[x] Ужин") || !strings.Contains(d.Seen(), "Отмечено 5 событий") {
		t.Error(got[8], d.Seen())
	}
	confirm(t, d)
	if d.Canvas().Overlays().Top() != nil {
		t.Fatal("the dialog is still there")
	}
	if last := d.Said[len(d.Said)-1]; last != "В поездку добавлено 5 событий" {
		t.Error(last)
	}
	same(t, titles(s.detail.route.list), "SVO → SVX · SU 1402", "«Рудный двор», 4 ночи, бронь 30118", "Интервью: финансовый директор", "Ужин с заказчиком", "Екатеринбург → Челябинск · поезд 7101",
		"«Южный Урал», Челябинск, пр. Ленина, 52", "Встреча с Ковалёвой: закрывающие документы", "SVX → SVO · SU 1409")
	s.detail.importItinerary()
	for _, l := range preview(t, d) {
		if strings.HasPrefix(l, "[") {
			t.Error("offered again:", l)
		}
	}
	press(t, d, fyne.KeyEscape)
	d.Undo()
	same(t, shown(s.detail.route.list), before...)
}

func titles(l *ui.List) (out []string) {
	for i := range l.Len() {
		var r ui.ListRow
		l.Fill(i, &r)
		out = append(out, r.Title)
	}
	return out
}

// Nothing ticked makes nothing. Without its ride a stay would go into another one,
// in the place of the hotel there: it is told and not ticked by itself.
func TestUntickedRidesAreNotTaken(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	before := titles(s.detail.route.list)
	withFile(t, d, tickets)
	s.detail.importItinerary()
	press(t, d, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	if got := preview(t, d)[6]; got != "[ ] «Южный Урал», Челябинск, пр. Ленина, 52 | 02.12 – 03.12 · 1 ночь · после переезда SVO → SVX · В маршруте записана другая гостиница: «Рудный двор», 4 ночи, бронь 30118. | изменится" {
		t.Error(got)
	}
	confirm(t, d)
	if d.Canvas().Overlays().Top() != nil || len(d.Said) > 0 {
		t.Error(d.Said)
	}
	same(t, titles(s.detail.route.list), before...)
}

func TestADamagedCalendarIsRefusedWithItsLine(t *testing.T) {
	d, s := room(t, text.RU, false)
	s.Show(ref(sampleTrip("copper")))
	for body, want := range map[string]string{tickets[:strings.Index(tickets, "SUMMARY")+9]: "обрывается на строке 7", "Рейс SU 1402": "Это не файл календаря", "BEGIN:VCALENDAR\nEND:VCALENDAR\n": "В файле нет событий."} {
		d.Asked = nil
		withFile(t, d, body)
		s.detail.importItinerary()
		if len(d.Asked) != 1 || d.Asked[0].Title != "Не удалось прочитать tickets.ics" || !strings.Contains(d.Asked[0].Sentence, want) {
			t.Errorf("%+v, want %q", d.Asked, want)
		}
	}
	d.Asked, d.Path = nil, filepath.Join(t.TempDir(), "gone.ics")
	s.detail.importItinerary()
	if len(d.Asked) != 1 || !strings.HasPrefix(d.Asked[0].Sentence, "Файл не открывается") {
		t.Errorf("%+v", d.Asked)
	}
}

func TestATripThatIsOverOffersNoItinerary(t *testing.T) {
	d, s := room(t, text.EN, false)
	for _, c := range []struct {
		key string
		off bool
	}{{"copper", false}, {"minsk.kuznetsova", true}} {
		if !s.Show(ref(sampleTrip(c.key))) {
			t.Fatal(c.key)
		}
		if x := s.detail.itineraryItem(); x.Disabled != c.off || x.Label != "Route from a calendar file…" {
			t.Errorf("%s: %+v", c.key, x)
		}
	}
	withFile(t, d, tickets)
	s.detail.importItinerary()
	if d.Canvas().Overlays().Top() != nil {
		t.Error("a closed trip takes a file")
	}
}

func TestItineraryShots(t *testing.T) {
	for _, c := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"itinerary", text.RU, false}, {"itinerary-dark", text.RU, true}, {"itinerary-en", text.EN, false}, {"itinerary-en-dark", text.EN, true}} {
		d, s := room(t, c.lang, c.dark)
		s.Show(ref(sampleTrip("copper")))
		withFile(t, d, tickets)
		s.detail.importItinerary()
		press(t, d, fyne.KeyDown)
		d.Shoot(c.name)
	}
}
