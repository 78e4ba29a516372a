package quick

import (
	"fmt"
	"strings"
	"testing"

	"portfel/data"
)

// The people, clients and projects of the stories.
var (
	tara    = Name{ref(data.KindClient, 1), "ООО «Балтик-Тара»"}
	kryazh  = Name{ref(data.KindClient, 2), "АО «Медный Кряж»"}
	code    = Name{ref(data.KindProject, 3), "МК-26"}
	project = Name{ref(data.KindProject, 3), "Постановка бюджетирования"}
	gromov  = Name{ref(data.KindPerson, 4), "Громов Илья Павлович"}
	anna    = Name{ref(data.KindPerson, 5), "Кузнецова Анна Сергеевна"}
	sedykh  = Name{ref(data.KindContact, 6), "Седых Павел Игоревич"}
	known   = NewLookup([]Name{tara, kryazh, code, project, gromov, anna, sedykh,
		{ref(data.KindPerson, 7), "Орлова Марина Викторовна"}, {ref(data.KindPerson, 8), "Орлов Пётр Ильич"}})
)

func ref(k data.Kind, n byte) data.Ref { return data.Ref{Kind: k, ID: data.ID[data.Any]{n}} }

// say writes a draft as one line, leaving out what is not there.
func say(d Draft) string {
	var p []string
	add := func(ok bool, format string, args ...any) {
		if ok {
			p = append(p, fmt.Sprintf(format, args...))
		}
	}
	add(true, "%s%s%s", d.Kind, opt("/", string(d.Trip)), opt("/", string(d.Event)))
	add(d.Guessed, "?")
	add(d.From != 0, "%s..%s", short(d.From), short(d.To))
	add(d.Timed, "%d:%02d", d.Start/60, d.Start%60)
	add(d.End != 0, "-%d:%02d", d.End/60, d.End%60)
	add(d.Until != 0, "до %s", short(d.Until))
	add(d.Effort != 0, "%dм", d.Effort)
	for _, n := range d.Names {
		add(true, "#%d", n.Ref.ID[0])
	}
	add(d.Place != "", "@%s", d.Place)
	add(true, "«%s»", d.Title)
	for _, q := range d.Problems {
		add(true, "!%s", q.Code)
	}
	return strings.Join(p, " ")
}

func opt(sep, s string) string {
	if s == "" {
		return ""
	}
	return sep + s
}

func short(d data.Date) string { _, m, day := d.Civil(); return fmt.Sprintf("%d.%d", day, int(m)) }

func TestLinesOfTheStories(t *testing.T) {
	check(t, [][2]string{
		{"местная ср 14-17 Балтик-Тара согласование протокола", "trip/local 25.11..25.11 14:00 -17:00 #1 «согласование протокола»"},
		{"встреча 25.11 10-11 Медный Кряж стартовая встреча", "event/meeting 25.11..25.11 10:00 -11:00 #2 «стартовая встреча»"},
		{"задача МК-26 подготовить форму до 27.11 4ч", "task до 27.11 240м #3 «подготовить форму»"},
		{"командировка Екатеринбург 30.11-4.12 Медный Кряж интервью", "trip/ru 30.11..4.12 #2 @Екатеринбург «интервью»"},
		{"документ ТЗ на подсистему бюджетирования до 29.01", "deliverable до 29.1 «ТЗ на подсистему бюджетирования»"},
		{"local wed 14-17 Балтик-Тара sign the minutes", "trip/local 25.11..25.11 14:00 -17:00 #1 «sign the minutes»"},
		{"meeting 25.11 10-11 Медный Кряж kick-off", "event/meeting 25.11..25.11 10:00 -11:00 #2 «kick-off»"},
		{"task МК-26 prepare the form by 27.11 4h", "task до 27.11 240м #3 «prepare the form»"},
		{"trip Kazan 30.11-4.12 interviews", "trip/ru 30.11..4.12 @Kazan «interviews»"},
		{"document Specification by fri", "deliverable до 27.11 «Specification»"},
		{"call tomorrow 2pm Седых", "event/call 25.11..25.11 14:00 #6 «Седых»"},
	})
}

func check(t *testing.T, cases [][2]string) {
	t.Helper()
	for _, c := range cases {
		if got := say(Line(c[0], today, nil, known)); got != c[1] {
			t.Errorf("%q:\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func TestKindsOfLines(t *testing.T) {
	check(t, [][2]string{
		{"встр завтра 10:00 планёрка", "event/meeting 25.11..25.11 10:00 «планёрка»"},
		{"Встреча: планёрка завтра в 10", "event/meeting 25.11..25.11 10:00 «планёрка»"},
		{"созвон завтра в 10 30 мин", "event/call 25.11..25.11 10:00 -10:30 30м «»"},
		{"визит пт 11-12 склад", "event/visit 27.11..27.11 11:00 -12:00 «склад»"},
		{"1:1 ср 17:30 Громов", "event/one2one 25.11..25.11 17:30 #4 «Громов»"},
		{"местная командировка ср 14-17 склад", "trip/local 25.11..25.11 14:00 -17:00 «склад»"},
		{"позвонить Седых завтра", "task ? до 25.11 #6 «позвонить»"},
		{"планёрка завтра 10:00-11:30", "event/meeting ? 25.11..25.11 10:00 -11:30 «планёрка»"},
		{"планёрка 15-16", "event/meeting ? 24.11..24.11 15:00 -16:00 «планёрка»"},
		{"купить бумагу", "task ? «купить бумагу»"},
		{"документы собрать до пт", "task ? до 27.11 «документы собрать»"},
		{"", "task ? «»"},
		{"задача", "task «»"},
	})
}

func TestDatesAndTimesInsideALine(t *testing.T) {
	check(t, [][2]string{
		{"встреча 25 ноября 14-17 склад", "event/meeting 25.11..25.11 14:00 -17:00 «склад»"},
		{"встреча 25 ноября 14 склад", "event/meeting 25.11..25.11 14:00 «склад»"},
		{"встреча ср 1430 склад", "event/meeting 25.11..25.11 14:30 «склад»"},
		{"встреча ср 25.11 10-11", "event/meeting 25.11..25.11 10:00 -11:00 «»"},
		{"встреча с 14 до 17 завтра склад", "event/meeting 25.11..25.11 14:00 -17:00 «склад»"},
		{"встреча 10.11 14.30 склад", "event/meeting 10.11..10.11 14:30 «склад»"},
		{"встреча в среду в 14 на складе", "event/meeting 25.11..25.11 14:00 «на складе»"},
		{"встреча завтра 9:00 1,5ч склад", "event/meeting 25.11..25.11 9:00 -10:30 90м «склад»"},
		{"встреча пн след 10-11", "event/meeting 30.11..30.11 10:00 -11:00 «»"},
		{"встреча +3 14-17 склад", "event/meeting 27.11..27.11 14:00 -17:00 «склад»"},
		{"звонок +7 495 000-33-44 завтра", "event/call 25.11..25.11 «+7 495 000-33-44»"},
		{"командировка Казань 14-17 декабря", "trip/ru 14.12..17.12 @Казань «Казань»"},
		{"командировка Нижний Новгород с 30.11 по 4.12 аудит", "trip/ru 30.11..4.12 @Нижний Новгород «аудит»"},
		{"командировка Казань с 30 ноября по 4 декабря аудит", "trip/ru 30.11..4.12 @Казань «аудит»"},
		{"командировка 30.11-4.12 Казань аудит", "trip/ru 30.11..4.12 @Казань «аудит»"},
		{"командировка 30.11-4.12 аудит", "trip/ru 30.11..4.12 «аудит»"},
		{"командировка Казань", "trip/ru @Казань «Казань»"},
		{"задача форма 27.11", "task до 27.11 «форма»"},
		{"задача форма 25.11-27.11", "task 25.11..27.11 «форма»"},
		{"задача форма к пятнице 1ч30м", "task до 27.11 90м «форма»"},
		{"задача форма до 27 4 ч", "task до 27.11 240м «форма»"},
		{"задача форма до 27", "task до 27.11 «форма»"},
		{"задача сжать отчёт до 5 страниц", "task «сжать отчёт до 5 страниц»"},
		{"задача 1.2 анализ форм, этап 2", "task «1.2 анализ форм, этап 2»"},
		{"задача версия 0.7 за 2026", "task «версия 0.7 за 2026»"},
		{"задача оценить на 5 в 14:30", "task «оценить на 5 в 14:30»"},
		{"задача форма 31.11", "task «форма 31.11» !dateNone"},
		{"задача форма +3р", "task до 27.11 «форма»"},
	})
}

func TestNamesInsideALine(t *testing.T) {
	check(t, [][2]string{
		{"встреча Медному Кряжу 10-11 план", "event/meeting 24.11..24.11 10:00 -11:00 #2 «план»"},
		{"встреча Балтик-Тару завтра", "event/meeting 25.11..25.11 #1 «Балтик-Тару»"},
		{"встреча балт завтра план", "event/meeting 25.11..25.11 #1 «план»"},
		{"встреча ООО «Балтик-Тара» завтра план", "event/meeting 25.11..25.11 #1 «план»"},
		{"встреча стартовая 25.11 Медный Кряж", "event/meeting 25.11..25.11 #2 «стартовая»"},
		{"встреча обсуждение с Медный Кряж 25.11", "event/meeting 25.11..25.11 #2 «обсуждение с Медный Кряж»"},
		{"задача спросить Громова про отчёт", "task #4 «спросить Громова про отчёт»"},
		{"задача Анне Кузнецовой форма", "task #5 «форма»"},
		{"задача Кузнецова А. С. форма", "task #5 «форма»"},
		{"задача Орлова форма", "task #7 «форма»"},
		{"задача Орлову форма", "task «Орлову форма»"}, // Орлова or Орлов
		{"задача Павел форма", "task #6 «форма»"},      // Павлович does not begin so
		{"задача бюджетирования постановка", "task «бюджетирования постановка»"},
		{"задача Постановка бюджетирования форма", "task #3 «форма»"},
		{"задача форма постановка до пт", "task до 27.11 «форма постановка»"},
		{"задача МК-27 форма", "task «МК-27 форма»"},
		{"встреча Медный Кряж Громов Седых 10-11 план", "event/meeting 24.11..24.11 10:00 -11:00 #2 #4 #6 «план»"},
		{"встреча Медный Кряж Балтик-Тара план", "event/meeting #2 «Балтик-Тара план»"},
	})
	if got := say(Line("встреча Медный Кряж завтра план", today, nil, nil)); got != "event/meeting 25.11..25.11 «Медный Кряж план»" {
		t.Errorf("without known names: %s", got)
	}
	d := Line("встреча Медный Кряж Громов план", today, nil, known)
	if d.Ref(data.KindClient) != kryazh.Ref || d.Ref(data.KindContact, data.KindPerson) != gromov.Ref || !d.Ref(data.KindProject).IsZero() {
		t.Errorf("matches by kind are wrong: %v", d.Names)
	}
}

func TestLinesInTheOtherLayout(t *testing.T) {
	check(t, [][2]string{
		{"vtcnyfz ch 14-17 <fknbr-Nfhf cjukfcjdfybt", "trip/local 25.11..25.11 14:00 -17:00 #1 «согласование»"},
		{"pflfxf VR-26 ajhvf lj 27.11 4x", "task до 27.11 240м #3 «форма»"},
		{"gkfythrf pfdnhf 10:00", "event/meeting ? 25.11..25.11 10:00 «планерка»"},
		{"ьууештп цув 10-11 лшсл-щаа", "event/meeting 25.11..25.11 10:00 -11:00 «kick-off»"},
	})
}

// In the form of a new trip the line says so by itself, and a word such as
// «встреча» is what the trip is for.
func TestTheLineOfATrip(t *testing.T) {
	for _, c := range []struct {
		what       data.TripKind
		line, want string
	}{
		{data.TripHome, "Казань 7-9.12 переговоры Медный Кряж", "trip/ru 7.12..9.12 #2 @Казань «переговоры»"},
		{data.TripHome, "Казань 7-9 декабря встреча с заказчиком", "trip/ru 7.12..9.12 @Казань «встреча с заказчиком»"},
		{data.TripHome, "Rfpfym gn", "trip/ru 27.11..27.11 @Казань «»"},
		{data.TripHome, "согласование протокола", "trip/ru «согласование протокола»"},
		{data.TripAbroad, "командировка Минск 7-9.12 аудит", "trip/abroad 7.12..9.12 @Минск «аудит»"},
		{data.TripHome, "местная ср 14-17 Балтик-Тара протокол", "trip/local 25.11..25.11 14:00 -17:00 #1 «протокол»"},
		{data.TripLocal, "ср 14-17 Балтик-Тара протокол", "trip/local 25.11..25.11 14:00 -17:00 #1 «протокол»"},
	} {
		if got := say(TripLine(c.line, c.what, today, nil, known)); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.line, got, c.want)
		}
	}
}

// Hours that run backwards are not silently a part of the title.
func TestHoursBackwardsAreDoubted(t *testing.T) {
	check(t, [][2]string{
		{"местная сб 17-14 Балтик-Тара спор", "trip/local 28.11..28.11 #1 «17-14 Балтик-Тара спор» !timeOrder"},
		{"встреча ср 17:30-16:00 склад", "event/meeting 25.11..25.11 «17:30-16:00 склад» !timeOrder"},
		{"задача форма 17-14", "task «форма 17-14»"},
	})
}

// The parts are stretches of the text as it was typed, in runes.
func TestPartsOfALine(t *testing.T) {
	const s = "местная ср 14-17 Балтик-Тара согласование протокола"
	want := "местная=kind ср=date 14-17=time Балтик-Тара=client"
	if got := parts(s); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	want = "задача=kind МК-26=project до 27.11=until 4 ч=effort"
	if got := parts("  задача  МК-26 форма до 27.11   4 ч"); strings.Join(strings.Fields(got), " ") != want {
		t.Errorf("got %s, want %s", got, want)
	}
	want = "rjvfylbhjdrf=kind Rfpfym=place 30.11-4.12=date"
	if got := parts("rjvfylbhjdrf Rfpfym 30.11-4.12 felbn"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func parts(s string) string {
	var all []string
	for _, p := range Line(s, today, nil, known).Parts {
		all = append(all, string([]rune(s)[p.From:p.To])+"="+string(p.What))
	}
	return strings.Join(all, " ")
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"местная ср 14-17 Балтик-Тара согласование протокола", "задача МК-26 форма до 27.11 4ч", "командировка Казань с 30.11 по 4.12", "vtcnyfz ch 14-17",
		"+7 495", "ООО", "до", "\u00a0—\u00a0", "встреча 25 ноября 14"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Line(s, today, nil, known)
		n, end := len([]rune(s)), 0
		for _, p := range d.Parts {
			if p.From < end || p.To <= p.From || p.To > n {
				t.Fatalf("%q: part %v of %d runes after %d", s, p, n, end)
			}
			end = p.To
		}
		if d.To < d.From || d.End != 0 && d.End <= d.Start || d.Effort < 0 {
			t.Errorf("%q: %s", s, say(d))
		}
	})
}
