package settings

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

func open(t *testing.T, section string) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	s.Recall(section)
	return d, s
}

// list is what a list shows: «title | note | chip».
func list(l *ui.List) (all []string) {
	for i := range l.Len() {
		var r ui.ListRow
		l.Fill(i, &r)
		all = append(all, strings.ReplaceAll(r.Title+" | "+r.Note+" | "+r.ChipWord, "\u00a0", " "))
	}
	return all
}

// table is what a grid shows, cells joined by bars.
func table(g *ui.Grid) (all []string) {
	for i := range g.Len() {
		r := ui.Row{Cells: make([]ui.Cell, len(g.Columns()))}
		g.Fill(i, &r)
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.Text+c.ChipWord)
		}
		all = append(all, strings.ReplaceAll(strings.Join(cells, " | "), "\u00a0", " "))
	}
	return all
}

func has(t *testing.T, all []string, part string) {
	t.Helper()
	if !slices.ContainsFunc(all, func(s string) bool { return strings.Contains(s, part) }) {
		t.Errorf("no %q in\n  %s", part, strings.Join(all, "\n  "))
	}
}

// press taps the button of the head.
func press(t *testing.T, s *Screen, label string) {
	t.Helper()
	for _, b := range s.Header().Buttons {
		if b.Label == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}

// edit types into the row of a label and keeps it.
func edit(t *testing.T, d *desktest.Desk, kv *ui.KeyValues, label, typed string) {
	t.Helper()
	for i, r := range kv.Rows() {
		if r.Label == label && kv.Edit(i) {
			if _, pick := d.Canvas().Focused().(*ui.Choice); !pick && d.Canvas().Overlays().Top() == nil {
				d.Replace(typed)
			} else {
				d.Type(typed)
			}
			d.Press(fyne.KeyReturn)
			return
		}
	}
	t.Fatalf("%q cannot be edited", label)
}

// person is a person as the file holds it.
func person(t *testing.T, d *desktest.Desk, name string) data.Person {
	t.Helper()
	rows, err := d.Read().People(true)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rows {
		if strings.HasPrefix(p.FullName, name) {
			return p
		}
	}
	t.Fatalf("no %s in the file", name)
	return data.Person{}
}

func TestEachSectionOpens(t *testing.T) {
	d, s := open(t, "me")
	for i, want := range []struct{ head, shows string }{
		{"Я и отдел", "Кузнецова Анна Сергеевна"},
		{"Люди и отсутствия", "Отпуска и отсутствия"},
		{"Компетенции", "Методология"},
		{"Ставки ступеней", "Личная ставка важнее ставки ступени"},
		{"Ресурсы", "Ресурсов пока нет."},
		{"Шаблоны планов", "Постановка бюджетирования"},
		{"Компания", "ООО «Вектор Консалт»"},
		{"Нумерация", "следующий: 57-ком"},
		{"Шаблоны бумаг", "Приказ о направлении в командировку"},
		{"Нормы", "Авансовый отчёт после возвращения"},
		{"Суточные", "1 500,00"},
		{"Курсы валют", "Курсов нет."},
		{"Календари", "Особые дни 2026 года"},
		{"Вид и язык", "Меняется сразу и хранится в файле"},
		{"Файл и календарь", "test.portfel"},
		{"Журнал изменений", "Что сделано"},
	} {
		s.list.Select(slices.IndexFunc(s.lines, func(l line) bool { return l.group == "" && l.at == i }))
		if s.Header().Title != "Настройки" || s.Header().Crumb != want.head {
			t.Errorf("head %q, %q", s.Header().Title, s.Header().Crumb)
		}
		if !strings.Contains(d.Seen(), want.shows) {
			t.Errorf("%s does not show %q: %q", want.head, want.shows, d.Seen())
		}
		if a := s.Actions()[i]; a.Label != "Настройки: "+want.head {
			t.Errorf("action %q", a.Label)
		}
	}
	s.Actions()[9].Do()
	if s.Remember() != "norms" || len(d.Failed) > 0 {
		t.Errorf("on %s, failed %v", s.on, d.Failed)
	}
}

func TestTheOwnerAndTheDepartmentInPlace(t *testing.T) {
	d, s := open(t, "me")
	m := s.pages["me"].(*me)
	w := d.Words().T
	edit(t, d, m.own, w("field.position"), "ведущий консультант")
	edit(t, d, m.own, w("field.weekHours"), "30")
	edit(t, d, m.own, w("field.weekHours"), "5д")
	if !strings.Contains(d.Seen(), "«5д» — дни, а нужны часы.") {
		t.Error("days is not refused with words")
	}
	d.Press(fyne.KeyEscape)
	edit(t, d, m.dep, w("field.name"), "Отдел методологии")
	p := person(t, d, "Кузнецова")
	if p.Position != "ведущий консультант" || p.WeekHours != data.Hours(30) {
		t.Errorf("the file has %+v", p)
	}
	if got := d.Read().Setting("department.name", ""); got != "Отдел методологии" {
		t.Errorf("department %q", got)
	}
	for _, want := range []string{"ведущий консультант", "30 ч", "Отдел методологии"} {
		if !strings.Contains(d.Seen(), want) {
			t.Errorf("not shown: %q", want)
		}
	}
}

func TestLookAndLanguage(t *testing.T) {
	d, s := open(t, "look")
	l := s.pages["look"].(*look)
	l.theme.OnChanged("dark", true)
	if d.Read().Setting("theme", "") != "dark" || l.theme.Chosen() != "dark" {
		t.Error("the theme is not kept")
	}
	d.Undo()
	if d.Read().Setting("theme", "light") != "light" || l.theme.Chosen() != "light" {
		t.Error("undo does not bring the light back")
	}
	l.lang.OnChanged("en", true)
	if d.Read().Setting("language", "") != "en" {
		t.Error("the language is not kept")
	}
}

func TestTheJournalListsSteps(t *testing.T) {
	d, s := open(t, "people")
	p := s.pages["people"].(*people)
	p.list.SelectID(person(t, d, "Ласточкин").ID.String())
	p.detail()
	edit(t, d, p.kv, d.Words().T("field.position"), "ведущий аналитик")
	s.Recall("journal")
	j := s.pages["journal"].(*journal)
	rows := table(j.grid)
	// 24.11 09:42 in Moscow; one value changed.
	if !strings.HasPrefix(rows[0], "24.11 09:42 | ") || !strings.Contains(rows[0], "Ласточкин Д. О.") || !strings.HasSuffix(rows[0], " |  | 1") {
		t.Errorf("the last step is %q", rows[0])
	}
	press(t, s, "Отменить")
	rows = table(j.grid)
	if !strings.Contains(rows[0], "Отменено: ") || !strings.Contains(rows[1], "отменено") {
		t.Errorf("after undo %q", rows[:2])
	}
	if person(t, d, "Ласточкин").Position != "аналитик" {
		t.Error("undo did nothing")
	}
	press(t, s, "Вернуть")
	if rows = table(j.grid); !strings.Contains(rows[0], "Возвращено: ") || person(t, d, "Ласточкин").Position != "ведущий аналитик" {
		t.Errorf("after redo %q", rows[0])
	}
}

func TestTheJournalHearsOfEveryKind(t *testing.T) {
	d, s := open(t, "journal")
	j := s.pages["journal"].(*journal)
	rows, err := d.Read().ClientNames()
	if err != nil {
		t.Fatal(err)
	}
	card.Archive(d, data.Ref{Kind: data.KindClient, ID: rows[0].ID}, rows[0].Name)
	has(t, table(j.grid), rows[0].Name)
	n := len(j.rows)
	press(t, s, "Отменить")
	if len(j.rows) != n+1 || j.rows[0].Kind != "undo" {
		t.Errorf("%d rows after %d, said %q, failed %v", len(j.rows), n, d.Said, d.Failed)
	}
}

func TestTheFilePage(t *testing.T) {
	d, s := open(t, "file")
	f := s.pages["file"].(*file)
	if got := f.kv.Rows()[0].Text; got != d.File.Path || !strings.HasSuffix(got, "test.portfel") {
		t.Errorf("path %q", got)
	}
	if strings.Contains(d.Seen(), "облак") {
		t.Error("warned about a cloud without one")
	}
	f.check()
	if len(d.Said) != 1 || d.Said[0] != "Файл проверен: всё в порядке" {
		t.Errorf("said %q, failed %v", d.Said, d.Failed)
	}
	edit(t, d, f.ics, d.Words().T("settings.ics.auto"), "календарь")
	if !strings.Contains(d.Seen(), "Нужен полный путь к файлу") {
		t.Error("a path that is none was taken")
	}
	d.Press(fyne.KeyEscape)
	for _, label := range []string{"Выгрузить .ics…", "Загрузить .ics…"} {
		tap(t, d, label)
	}
	if !slices.Equal(d.Deeds, []desk.Deed{desk.DeedICSExport, desk.DeedICSImport}) {
		t.Errorf("asked for %v", d.Deeds)
	}
}

func TestAFileInACloudFolderIsWarnedAbout(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Яндекс.Диск")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", dir) // where the next test's file is made
	t.Run("inside", func(t *testing.T) {
		d, s := open(t, "file")
		if !strings.Contains(d.File.Path, "Яндекс.Диск") {
			t.Fatalf("the file is at %s", d.File.Path)
		}
		if r := s.pages["file"].(*file).kv.Rows()[2]; r.Label != "Внимание" || r.Role != ui.Risk || !strings.Contains(d.Seen(), "Папка синхронизируется с облаком.") {
			t.Errorf("%+v", r)
		}
	})
}

// tap presses a button of the screen or of the dialog over it.
func tap(t *testing.T, d *desktest.Desk, label string) {
	t.Helper()
	var root fyne.CanvasObject = d.Canvas().Content()
	if top := d.Canvas().Overlays().Top(); top != nil {
		root = top
	}
	for _, o := range test.LaidOutObjects(root) {
		if b, ok := o.(*ui.Button); ok && b.Label == label && b.Visible() {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q", label)
}
