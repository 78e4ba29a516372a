package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
)

func calendarPage(t *testing.T) (*desktest.Desk, *Screen, *calendars) {
	t.Helper()
	d, s := open(t, "calendars")
	return d, s, s.pages["calendars"].(*calendars)
}

// hours is the last column of the months: twelve of them and the year.
func hours(c *calendars) (all []string) {
	for _, row := range table(c.months) {
		all = append(all, row[strings.LastIndex(row, " | ")+3:])
	}
	return all
}

// The norm of 2026 for a week of 40 hours, published with the calendar.
var hours2026 = []string{"120", "152", "168", "175", "151", "167", "184", "168", "176", "176", "159", "176", "1 972"}

func TestTheHoursOf2026(t *testing.T) {
	d, _, c := calendarPage(t)
	if got := hours(c); !slices.Equal(got, hours2026) {
		t.Errorf("%q", got)
	}
	// 11 months of whole days and 31.12 off: 247 working days in the year.
	if got := table(c.months)[12]; got != "Год | 247 | 1 972" {
		t.Errorf("the year: %q", got)
	}
	if !strings.Contains(d.Seen(), "Календарь 2026 года подтверждён.") {
		t.Errorf("says %q", c.note.Text)
	}
	has(t, table(c.grid), "Новогодние каникулы")
}

func TestYearsNotConfirmedAndNotKnown(t *testing.T) {
	d, _, c := calendarPage(t)
	c.years.OnChanged("2027", true)
	if !strings.Contains(d.Seen(), "Календарь 2027 не подтверждён") || c.years.Chosen() != "2027" {
		t.Errorf("2027 says %q", c.note.Text)
	}
	c.years.OnChanged("2030", true)
	if !strings.Contains(d.Seen(), "На 2030 год нет данных: считаются будни с понедельника по пятницу.") || c.years.Chosen() != "2030" {
		t.Errorf("2030 says %q", c.note.Text)
	}
	// Monday to Friday: 261 days of 8 hours.
	if got := table(c.months)[12]; got != "Год | 261 | 2 088" {
		t.Errorf("2030: %q", got)
	}
	if !strings.Contains(d.Seen(), "Загрузить год из файла…") {
		t.Error("nothing leads on")
	}
}

func pick(t *testing.T, d *desktest.Desk, name, content string) {
	t.Helper()
	d.Path = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(d.Path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

const year2030 = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2030" lang="ru" date="2029.10.01">
<holidays><holiday id="1" title="Новогодние каникулы"/></holidays>
<days>
<day d="01.01" t="1" h="1"/>
<day d="01.02" t="1" h="1"/>
<day d="02.22" t="2"/>
</days>
</calendar>
`

func TestAYearLoadedFromAnXMLFile(t *testing.T) {
	d, s, c := calendarPage(t)
	c.years.OnChanged("2030", true)
	pick(t, d, "calendar.xml", year2030)
	press(t, s, "Загрузить год из файла…")
	if len(d.Failed) > 0 {
		t.Fatal(d.Failed)
	}
	if len(d.Said) != 1 || d.Said[0] != "Загружено 3 дня" || !strings.Contains(d.Seen(), "Календарь 2030 года подтверждён.") {
		t.Errorf("said %q; %q", d.Said, c.note.Text)
	}
	// 261 days less two; 2072 hours less one of the short day.
	if got := table(c.months)[12]; got != "Год | 259 | 2 071" {
		t.Errorf("2030: %q", got)
	}
	has(t, table(c.grid), "Новогодние каникулы")
	d.Undo()
	if got := table(c.months)[12]; got != "Год | 261 | 2 088" || len(c.days) != 0 {
		t.Errorf("after undo: %q", got)
	}
}

func TestATableReplacesItsYears(t *testing.T) {
	d, s, c := calendarPage(t)
	c.years.OnChanged("2027", true)
	pick(t, d, "2027.tsv", "date\tkind\ttitle\tmoved_from\tsource\n2027-01-01\toff\tНовый год\t\tПП РФ 01.10.2026 № 1\n2027-01-02\twork\tСуббота\t\tПП РФ 01.10.2026 № 1\n")
	press(t, s, "Загрузить год из файла…")
	if len(c.days) != 2 || !strings.Contains(d.Seen(), "Календарь 2027 года подтверждён.") {
		t.Errorf("%d days, %q, failed %v", len(c.days), c.note.Text, d.Failed)
	}
	c.years.OnChanged("2026", true)
	if got := hours(c); !slices.Equal(got, hours2026) {
		t.Errorf("2026 changed: %q", got)
	}
	d.Undo()
	c.years.OnChanged("2027", true)
	if !strings.Contains(d.Seen(), "не подтверждён") {
		t.Errorf("after undo 2027 says %q", c.note.Text)
	}
}

func TestABrokenCalendarFileIsRefusedInRussian(t *testing.T) {
	d, s, c := calendarPage(t)
	n := len(c.days)
	for name, x := range map[string]struct{ content, line string }{
		"a.tsv": {"date\tkind\ttitle\tmoved_from\tsource\n2027-01-01\toff\tx\t\t\n2027-01-01\toff\tx\t\t\n", "строка 3"},
		"b.xml": {"<calendar year=\"2030\">\n<days>\n<day d=\"13.45\" t=\"1\"/>\n</days></calendar>", "строка 3"},
	} {
		d.Failed = nil
		pick(t, d, name, x.content)
		press(t, s, "Загрузить год из файла…")
		if len(d.Failed) != 1 {
			t.Fatalf("%s: failed %v", name, d.Failed)
		}
		if got := d.Words().Error(d.Failed[0]); got != "Файл календаря "+name+" не прочитан: "+x.line+". Нужен XML производственного календаря или таблица с табуляцией." {
			t.Errorf("%s: %q", name, got)
		}
	}
	if len(c.days) != n {
		t.Error("something was taken")
	}
}

func TestADayAddedEditedAndDeleted(t *testing.T) {
	d, s, c := calendarPage(t)
	n := len(c.days)
	press(t, s, "Добавить день")
	d.Replace("25.12.2026")
	d.Canvas().FocusNext()
	d.Canvas().FocusNext()
	d.Type("День отдела")
	d.Press(fyne.KeyReturn)
	i := slices.IndexFunc(c.days, func(x data.CalendarDay) bool { return x.OnDate == on(2026, 12, 25) })
	if len(c.days) != n+1 || i < 0 {
		t.Fatalf("%d days, failed %v, shows %q", len(c.days), d.Failed, d.Seen())
	}
	if got := hours(c); got[11] != "168" || got[12] != "1 964" {
		t.Errorf("a Friday off in December: %q", got)
	}
	c.grid.Edit(i, "source", "")
	d.Replace("приказ № 7")
	d.Press(fyne.KeyReturn)
	if c.days[i].Source != "приказ № 7" {
		t.Errorf("source %q", c.days[i].Source)
	}
	c.grid.Edit(i, "type", "")
	d.Type("сокр")
	d.Press(fyne.KeyReturn)
	if got := hours(c); c.days[i].Type != data.DayIsShort || got[11] != "175" {
		t.Errorf("short: %q %q", c.days[i].Type, got)
	}
	c.grid.Select(i)
	d.Canvas().Focus(c.grid)
	d.Press(fyne.KeyDelete)
	if got := hours(c); !slices.Equal(got, hours2026) {
		t.Errorf("deleted: %q", got)
	}
}

func TestACalendarOverRussia(t *testing.T) {
	d, s, c := calendarPage(t)
	press(t, s, "Новый календарь")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(d.Seen(), "Нужно заполнить.") {
		t.Error("a calendar without a name was made")
	}
	d.Type("Татарстан")
	d.Press(fyne.KeyReturn)
	if c.which.Chosen().Label != "Татарстан" || len(c.days) != 0 {
		t.Errorf("shows %q with %d days", c.which.Chosen().Label, len(c.days))
	}
	if got := hours(c); !slices.Equal(got, hours2026) {
		t.Errorf("it stands on Russia: %q", got)
	}
}

func normsPage(t *testing.T) (*desktest.Desk, *Screen, *norms) {
	t.Helper()
	d, s := open(t, "norms")
	return d, s, s.pages["norms"].(*norms)
}

const reportNorm = "Авансовый отчёт после возвращения, не позднее"

func TestANormSucceeded(t *testing.T) {
	d, s, n := normsPage(t)
	i := slices.IndexFunc(n.lines, func(l normLine) bool { return n.name(l.norm) == reportNorm })
	if i < 0 {
		t.Fatalf("norms: %q", table(n.grid))
	}
	count := len(n.rows)
	n.grid.Select(i)
	n.grid.OnToggle(i, true)
	press(t, s, "Новое значение")
	d.Canvas().FocusNext() // the norm is chosen; to the value
	d.Press(fyne.KeyReturn)
	if len(n.rows) != count || d.Canvas().Overlays().Top() == nil {
		t.Fatal("a norm without a day was taken")
	}
	d.Type("5")
	d.Canvas().FocusNext()
	d.Type("01.03.2027")
	d.Canvas().FocusNext()
	d.Type("ПП РФ 16.04.2025 № 501")
	d.Press(fyne.KeyReturn)
	rows := table(n.grid)[i:]
	for k, want := range []string{reportNorm + " | 3 | раб. дн. | 01.09.2025 | 28.02.2027 | Положение", "будущее значение | 5 | раб. дн. | 01.03.2027 | бессрочно | ПП РФ", "прежнее значение | 3 | раб. дн. | 08.01.2015 | 31.08.2025 | "} {
		if !strings.HasPrefix(rows[k], want) {
			t.Errorf("row %d: %q, want %q", k, rows[k], want)
		}
	}
	d.Undo()
	if len(n.rows) != count {
		t.Errorf("%d norms after undo", len(n.rows))
	}
}

func TestANormIsEditedInItsCell(t *testing.T) {
	d, _, n := normsPage(t)
	i := slices.IndexFunc(n.lines, func(l normLine) bool { return l.norm.Code == "mentoring.trainees.max" })
	if n.grid.Edit(i, "value", ""); true {
		d.Replace("много")
		d.Press(fyne.KeyReturn)
	}
	if !n.grid.Editing() {
		t.Error("a value that is no number was taken")
	}
	d.Replace("3")
	d.Press(fyne.KeyReturn)
	has(t, table(n.grid), "Стажёров у одного наставника, не больше | 3 | чел.")
}

func TestCompetencies(t *testing.T) {
	d, s := open(t, "competencies")
	c := s.pages["competencies"].(*competencies)
	n := len(c.rows)
	press(t, s, "Новая компетенция")
	d.Type("Переговоры")
	d.Press(fyne.KeyReturn)
	if len(c.rows) != n+1 {
		t.Fatalf("%d rows, failed %v", len(c.rows), d.Failed)
	}
	i := slices.IndexFunc(c.rows, func(x data.Competency) bool { return x.Name == "Переговоры" })
	c.grid.Edit(i, "scale", "")
	d.Replace("11")
	d.Press(fyne.KeyReturn)
	if !c.grid.Editing() {
		t.Error("a scale of 11 was taken")
	}
	d.Replace("3")
	d.Press(fyne.KeyReturn)
	has(t, table(c.grid), "Переговоры |  | 3")
	c.grid.SelectID(c.rows[i].ID.String())
	d.Canvas().Focus(c.grid)
	d.Press(fyne.KeyDelete)
	if len(c.rows) != n || len(d.Said) != 1 {
		t.Errorf("%d rows, said %q", len(c.rows), d.Said)
	}
	d.Undo()
	has(t, table(c.grid), "Переговоры")
}

func TestCloudFolders(t *testing.T) {
	for path, want := range map[string]bool{
		"/home/anna/Dropbox/portfel.portfel":          true,
		"/home/anna/OneDrive - Вектор/a.portfel":      true,
		"/home/anna/Яндекс.Диск/a.portfel":            true,
		"/home/anna/Yandex.Disk/работа/a.portfel":     true,
		"/home/anna/Documents/portfel.portfel":        false,
		"/home/anna/Documents/о dropbox/a.portfel":    false,
		"/home/anna/Documents/dropbox-заметки.txt.gz": false,
	} {
		if inCloud(path) != want {
			t.Errorf("%s: %v", path, !want)
		}
	}
}

// A year far ahead has no chip: it is asked for, and its file is loaded there. A
// file that speaks of other years leads to the first of them.
func TestAYearFarAheadIsAskedForAndLoaded(t *testing.T) {
	d, _, c := calendarPage(t)
	tap(t, d, "Другой год…")
	d.Replace("2031")
	d.Press(fyne.KeyReturn)
	if c.year != 2031 || !strings.Contains(d.Seen(), "На 2031 год нет данных") || !strings.Contains(d.Seen(), "Загрузить год из файла") {
		t.Fatalf("%d: %q", c.year, d.Seen())
	}
	pick(t, d, "2032.xml", `<?xml version="1.0"?><calendar year="2032" lang="ru" country="ru"><days><day d="01.02" t="1"/></days></calendar>`)
	c.load()
	if c.year != 2032 || len(c.days) != 1 || len(d.Failed) > 0 {
		t.Errorf("%d with %d days, failed %v", c.year, len(c.days), d.Failed)
	}
}

// A day found by search is shown in its calendar and its year.
func TestADayOfACalendarIsShownInItsYear(t *testing.T) {
	d, s, c := calendarPage(t)
	days, err := d.Read().CalendarDays(command.Russia, 2025)
	if err != nil || len(days) == 0 {
		t.Fatal(err, len(days))
	}
	if !s.Show(data.RefTo(data.KindCalendarDay, days[3].ID)) || c.year != 2025 {
		t.Errorf("the year %d", c.year)
	}
	if got := c.grid.Chosen(); len(got) != 1 || c.days[got[0]].ID != days[3].ID {
		t.Errorf("chosen %v", got)
	}
}
