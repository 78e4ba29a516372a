package overview

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// bare is a desk over a file with its owner and nothing else.
func bare(t *testing.T) *desktest.Desk {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "bare.portfel"), command.Options(func() time.Time { return desktest.Now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	for _, c := range []sqlite.Command{command.Seed{}, command.SetUp{Me: data.Person{FullName: "Кузнецова Анна Сергеевна", Zone: "Europe/Moscow", WeekHours: data.Hours(40)}, Language: "ru"}} {
		if _, err := f.Do(c); err != nil {
			t.Fatal(err)
		}
	}
	return desktest.Over(t, f, text.RU, false)
}

func open(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	return d, s
}

// find is the row of the attention list whose title holds the words.
func (s *Screen) find(words string) (int, ui.ListRow) {
	for i := range s.attention.rows {
		var r ui.ListRow
		s.attention.fill(&s.attention.rows[i], &r)
		if strings.Contains(r.Title, words) {
			return i, r
		}
	}
	return -1, ui.ListRow{}
}

func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestTheHeadIsTheDay(t *testing.T) {
	_, s := open(t)
	h := s.Header()
	// 24, 25, 26, 27 and 30 November are worked
	if h.Title != "Вторник, 24 ноября" || plain(h.Crumb) != "неделя 48 · рабочий день, до конца месяца 5 раб. дней с сегодняшним" {
		t.Errorf("%q, %q", h.Title, plain(h.Crumb))
	}
	for day, want := range map[data.Date]string{
		data.NewDate(2026, 11, 28): "выходной, до конца месяца 1 раб. день",
		data.NewDate(2026, 11, 30): "рабочий день, последний в этом месяце",
		data.NewDate(2026, 12, 29): "рабочий день, до конца месяца 2 раб. дня с сегодняшним", // the 31st is off
		data.NewDate(2026, 12, 31): "выходной, до конца месяца 0 раб. дней",
	} {
		if got := plain(s.monthLine(day)); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
}

func TestAttentionSaysWhatIsLateAndWhy(t *testing.T) {
	_, s := open(t)
	for _, c := range []struct{ title, badge, right, note string }{
		{"Согласовать техническое задание с заказчиком", "−4 дня", "20.11", "ждём 8 дней: Петрова А. И.: ответ по разделу 4.2 · Ромашка-Ритейл · Бюджетирование розничной сети"},
		{"Техническое задание на подсистему бюджетирования", "−4 дня", "20.11", "Документ · версия 0.7, у заказчика · Ромашка-Ритейл · Бюджетирование розничной сети"},
		{"Проверить: Разобрать отчёт о диагностике", "−1 день", "23.11", "Наставничество · Громов И. П. · сдан на проверку"},
		{"Авансовый отчёт: Казань, 17–19 ноября", "сегодня", "24.11", "Командировка · сегодня · Ромашка-Ритейл · Бюджетирование розничной сети"},
		{"Созвон: ответ по разделу 4.2", "сегодня", "17:00", "17:00–17:30 · видеосвязь · Ромашка-Ритейл · Бюджетирование розничной сети"},
		{"Получить подписанный протокол приёмки", "завтра", "25.11", "ждём 6 дней: Рябов А. В.: подпись · Балтик-Тара · Методика учёта затрат"},
		{"Согласовать: Регламент закрытия периода", "чт", "26.11", "Документ · версия 0.4, внутреннее согласование · Тихонов А. С. · Север-Энерго · Консолидация отчётности"},
	} {
		_, r := s.find(c.title)
		if plain(r.Badge) != c.badge || r.Right != c.right || plain(r.Note) != c.note {
			t.Errorf("%s: %q %q\n%q", c.title, r.Badge, r.Right, plain(r.Note))
		}
	}
	if got := plain(s.attention.card.Note); !strings.HasPrefix(got, "3 просрочено · ") {
		t.Errorf("%q", got)
	}
}

func TestTheReportCountsItsDaysDown(t *testing.T) {
	_, s := open(t)
	// Екатеринбург is back on 04.12: the report is due on 09.12, three working days later
	row := data.AttentionRow{What: data.AttentionReport, RefKind: data.KindTrip, Title: "Екатеринбург", DueOn: data.NewDate(2026, 12, 9),
		StartsOn: data.NewDate(2026, 11, 30), EndsOn: data.NewDate(2026, 12, 4), Mine: true}
	for day, want := range map[int]string{4: "осталось 3 раб. дня", 7: "осталось 2 раб. дня", 8: "остался 1 раб. день", 9: "сегодня", 10: "просрочен на 1 раб. день"} {
		s.agenda.Today = data.NewDate(2026, 12, day)
		if got := plain(s.attention.note(&row)); got != "Командировка · "+want {
			t.Errorf("%d.12: %q, want %q", day, got, want)
		}
	}
}

func TestEnterOpensTheRecord(t *testing.T) {
	d, s := open(t)
	i, _ := s.find("Авансовый отчёт")
	s.Focus()
	s.attention.list.Select(i)
	s.attention.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(d.Opened) != 1 || d.Opened[0].Kind != data.KindTrip {
		t.Errorf("%v", d.Opened)
	}
	s.projects.grid.OnOpen(0)
	s.trainees.list.OnOpen(0)
	s.trips.list.OnOpen(0)
	if len(d.Opened) != 4 || d.Opened[1].Kind != data.KindProject || d.Opened[2].Kind != data.KindMentoring || d.Opened[3].Kind != data.KindTrip {
		t.Errorf("%v", d.Opened)
	}
}

func TestMyLoadFollowsThePlan(t *testing.T) {
	_, s := open(t)
	b := s.burden.data
	if len(b) != 8 || b[0].Monday != data.NewDate(2026, 11, 23) {
		t.Fatalf("%d weeks from %s", len(b), b[0].Monday)
	}
	// Week 49: 24 h of «Интервью с ЦФО», rides 06:35–09:05 and 19:40–22:15 by the
	// Moscow clock (155 + 150 minutes), the 1:1 of Wednesday (30 minutes).
	if b[1].By["project"] != data.Hours(24) || b[1].By["travel"] != 305 || b[1].By["mentoring"] != 30 || b[1].Load != 24*60+335 {
		t.Errorf("week 49: %+v", b[1])
	}
	for i, want := range []int{40, 40, 40, 40, 40, 24, 0, 40} { // 31.12 to 10.01 are off
		if b[i].Norm != data.Hours(want) {
			t.Errorf("week of %s: norm %v, want %d h", b[i].Monday, b[i].Norm, want)
		}
	}
}

func TestProjectsSayTheirHealth(t *testing.T) {
	_, s := open(t)
	state := map[string]string{}
	for i := range s.projects.rows {
		_, state[s.projects.rows[i].Code] = s.projects.state(&s.projects.rows[i])
	}
	// МК-26 ends on 26.01 a working day before 27.01; РР-26 after 18.01
	for code, want := range map[string]string{"МК-26": "запас 1 дн.", "ВН-27": "внутренний", "АЛ-26": "приостановлен", "ДФ-27": "предпродажа"} {
		if state[code] != want {
			t.Errorf("%s: %q, want %q", code, state[code], want)
		}
	}
	if !strings.HasPrefix(state["РР-26"], "сдвиг +") || plain(s.projects.card.Note) != "5 в работе" {
		t.Errorf("РР-26 %q, note %q", state["РР-26"], s.projects.card.Note)
	}
}

func TestPeopleAndTripsAtTheRight(t *testing.T) {
	_, s := open(t)
	var r ui.ListRow
	s.trainees.fill(0, &r)
	if r.Title != "Громов Илья" || plain(r.Note) != "план до 15.02 · встреча 25.11" || r.ChipWord != "1 просроч." {
		t.Errorf("%q %q %q", r.Title, r.Note, r.ChipWord)
	}
	words := map[string]string{}
	for i := range s.trips.rows {
		var r ui.ListRow
		s.trips.fill(i, &r)
		words[r.Title] = plain(r.ChipWord)
	}
	if words["Казань · Ромашка-Ритейл"] != "отчёт сегодня" || words["Химки, местная · Альфа-Логистик"] != "чт" || words["Екатеринбург · Медный Кряж"] == "" {
		t.Errorf("%v", words)
	}
}

// typed writes a line and presses Enter.
func typed(d *desktest.Desk, s *Screen, line string) {
	s.line.begin()
	s.line.field.SetText("")
	test.Type(s.line.field, line)
	s.line.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func chips(s *Screen) string {
	var out []string
	if !s.line.chips.Visible() {
		return ""
	}
	for _, o := range s.line.chips.Objects[0].(*fyne.Container).Objects {
		if c, ok := o.(*ui.Chip); ok {
			out = append(out, plain(c.Word))
		}
	}
	return strings.Join(out, " | ")
}

func TestTheLineShowsWhatItUnderstood(t *testing.T) {
	_, s := open(t)
	for line, want := range map[string]string{
		"местная ср 14-17 Балтик-Тара согласование протокола": "Местная командировка | ср 25.11 · 14:00–17:00 | Балтик-Тара | согласование протокола",
		"звонок завтра 11 Рябову о протоколе":                 "Звонок | ср 25.11 · 11:00–12:00 | Рябов А. В. | о протоколе",
		"задача МК-26 проверить реестр до 27.11 3ч":           "Задача | до пт 27.11 | МК-26 | 3 ч | проверить реестр",
		"купить бумагу": "Задача | купить бумагу | для задачи назовите проект, для встречи — время",
	} {
		s.line.field.SetText(line)
		if got := chips(s); !sameChips(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", line, got, want)
		}
	}
	s.line.field.SetText("")
	if chips(s) != "" {
		t.Error("an empty line still shows chips")
	}
}

// sameChips allows a name to stay inside the title.
func sameChips(got, want string) bool {
	g, w := strings.Split(got, " | "), strings.Split(want, " | ")
	if len(g) != len(w) {
		return false
	}
	for i := range g {
		if g[i] != w[i] && !strings.HasSuffix(g[i], w[i]) {
			return false
		}
	}
	return true
}

func TestALocalTripIsTakenDownAndUndone(t *testing.T) {
	d, s := open(t)
	typed(d, s, "местная ср 14-17 Балтик-Тара согласование протокола")
	find := func() (data.Trip, bool) {
		rows, err := sqlite.List[data.Trip](d.Read(), "purpose = 'согласование протокола'")
		if err != nil {
			t.Fatal(err)
		}
		if len(rows) == 0 {
			return data.Trip{}, false
		}
		return rows[0], true
	}
	got, ok := find()
	if !ok || got.What != data.TripLocal || got.Status != data.TripPlanned || got.StartsOn != data.NewDate(2026, 11, 25) || got.TimeFrom != 14*60 || got.TimeTo != 17*60 ||
		got.Name != "Балтик-Тара" || got.Place != "Москва, ул. Складочная, 1" || got.ClientID.IsZero() {
		t.Fatalf("%+v (%v; %s)", got, d.Failed, chips(s))
	}
	if s.line.field.Text != "" || len(d.Said) != 1 {
		t.Errorf("line %q, said %q", s.line.field.Text, d.Said)
	}
	d.Undo()
	if _, there := find(); there {
		t.Error("undo has left the trip")
	}
}

func TestOtherKindsAreTakenDown(t *testing.T) {
	d, s := open(t)
	typed(d, s, "звонок завтра 11 Рябову о протоколе")
	events, err := sqlite.List[data.Event](d.Read(), "what = 'call' AND starts LIKE '2026-11-25T11:00%'")
	if err != nil || len(events) != 1 || events[0].ClientID.IsZero() || events[0].Ends.Clock() != "12:00" {
		t.Fatalf("%+v %v (%s)", events, err, chips(s))
	}
	if party, err := d.Read().Party(data.RefTo(data.KindEvent, events[0].ID)); err != nil || len(party) != 2 || !party[0].IsMe {
		t.Errorf("%+v %v", party, err)
	}
	typed(d, s, "командировка Самара 14.12-16.12 диагностика")
	trips, err := sqlite.List[data.Trip](d.Read(), "place = 'Самара' AND starts_on = '2026-12-14'")
	if err != nil || len(trips) != 1 || trips[0].Status != data.TripDraft || trips[0].EndsOn != data.NewDate(2026, 12, 16) {
		t.Fatalf("%+v %v (%s)", trips, err, chips(s))
	}
	typed(d, s, "задача МК-26 проверить реестр до 27.11 3ч")
	tasks, err := sqlite.List[data.Task](d.Read(), "effort = 180 AND deadline_on = '2026-11-27'")
	if err != nil || len(tasks) != 1 || tasks[0].Name != "проверить реестр" {
		t.Fatalf("%+v %v (%s)", tasks, err, chips(s))
	}
	if i, _ := s.find("проверить реестр"); i < 0 {
		t.Error("the new task does not ask for attention this week")
	}
	typed(d, s, "документ протокол встречи до 1.12")
	docs, err := sqlite.List[data.Deliverable](d.Read(), "due_on = '2026-12-01'")
	if err != nil || len(docs) != 1 || docs[0].Title != "протокол встречи" {
		t.Fatalf("%+v %v (%s)", docs, err, chips(s))
	}
	typed(d, s, "купить бумагу")
	if s.line.field.Text != "купить бумагу" {
		t.Error("a line that lacks something was taken away")
	}
	s.line.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.line.field.Text != "" {
		t.Error("Escape has not emptied the line")
	}
	if len(d.Failed) > 0 {
		t.Error(errors.Join(d.Failed...))
	}
}

func TestAnEmptyFileTeaches(t *testing.T) {
	d := bare(t)
	s := New(d, desk.Filter{})
	d.Show(s)
	if s.content.Objects[0] == s.page {
		t.Fatal("an empty file shows empty cards")
	}
	typed(d, s, "встреча завтра 10 знакомство")
	if s.content.Objects[0] != s.page || len(s.ahead.items) != 1 {
		t.Errorf("after the first meeting: %d items (%v)", len(s.ahead.items), d.Failed)
	}
}

// A local trip that is called after its client does not say the client twice.
func TestALocalTripNamesItsClientOnce(t *testing.T) {
	_, s := open(t)
	x := data.TripRow{Name: "Балтик-Тара", Client: "ООО «Балтик-Тара»", What: data.TripLocal}
	if got := s.trips.title(x); got != "Балтик-Тара, местная" {
		t.Errorf("%q", got)
	}
}
