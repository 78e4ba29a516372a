package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// fileOf writes a file to import.
func fileOf(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// previewed reads a file and works its preview out, as the window does aside.
func previewed(t *testing.T, w *Window, path string) *importDialog {
	t.Helper()
	src, err := readSource(path)
	if err != nil {
		t.Fatal(err)
	}
	d, err := w.newImport(src)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// heads are the sections of a preview with their numbers.
func heads(rows []ui.ListRow) string {
	var out []string
	for _, r := range rows {
		if r.Head {
			out = append(out, r.Title+" "+r.Right)
		}
	}
	return strings.Join(out, "; ")
}

const twoTasks = "№;Задача;Дней;Предшественники;Цвет\n1;Опись форм;5;;красный\n2;Разбор форм;4;1;синий\n"

// A plan of a table goes into a new project of the file's name, in one step that
// is undone at once; the newer file changes only what it says otherwise.
func TestAPlanIsImportedWithAPreview(t *testing.T) {
	w := sampleWindow(t)
	path := fileOf(t, "Архив форм.csv", twoTasks)
	d := previewed(t, w, path)
	d.show()
	if got := heads(d.rows); got != "Переносится не полностью 1; Добавится 3" {
		t.Errorf("the preview has %q", got)
	}
	if note := d.rows[1]; note.Title != "Весь файл" || !strings.Contains(note.Note, "Цвет") {
		t.Errorf("the note is %+v", note)
	}
	if d.into.Chosen().Label != "Архив форм" || d.into.Chosen().Note != "новый проект" {
		t.Errorf("into %+v", d.into.Chosen())
	}
	if err := d.again(d.project, data.NewDate(2026, 11, 30)); err != nil {
		t.Fatal(err)
	}
	if err := w.DoAside(context.Background(), d.cmd); err != nil {
		t.Fatal(err)
	}
	d.sheet.Close()
	d.open()
	if w.active != "plan" || w.top.Title != "Архив форм" || !strings.Contains(w.top.Crumb, "10.12.26") { // 5 days from 30.11 end on 04.12, 4 more on 10.12
		t.Errorf("room %s, %q, %q", w.active, w.top.Title, w.top.Crumb)
	}
	d = previewed(t, w, path)
	d.show()
	if got := heads(d.rows); got != "Переносится не полностью 1; Без изменений 3" || d.sum.Text != "В файле нет ничего нового: всё уже есть в программе." {
		t.Errorf("the second time %q, %q", got, d.sum.Text)
	}
	d.sheet.Close()
	if err := os.WriteFile(path, []byte(strings.Replace(twoTasks, "Разбор форм;4", "Разбор форм;6", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := heads(importRows(w.Words(), previewed(t, w, path).preview)); got != "Переносится не полностью 1; Изменится 1; Без изменений 2" {
		t.Errorf("the newer file: %q", got)
	}
	w.Undo()
	if found, err := w.Read().Search("Опись форм", 5); err != nil || len(found) != 0 {
		t.Errorf("after undo %v %v", found, err)
	}
}

// A plan with a row that cannot be taken is refused as a whole, with the place
// first in the list; the dialog stays.
func TestARefusedRowStopsAPlan(t *testing.T) {
	w := sampleWindow(t)
	d := previewed(t, w, fileOf(t, "План.csv", "№;Задача;Дней;Предшественники\n1;Первая;2;\n2;Вторая;много;1\n"))
	d.show()
	if d.rows[0].Title != "Отклонено" || d.rows[1].Title != "Вторая" || !strings.Contains(d.rows[1].Note, "строка 3, столбец «Дней»") {
		t.Errorf("the list begins with %+v", d.rows[:min(2, len(d.rows))])
	}
	if err := d.take(); err == nil || !strings.Contains(w.Words().Error(err), "План принимается целиком") {
		t.Errorf("taken: %v", err)
	}
}

// A job that is cancelled writes nothing.
func TestACancelledImportWritesNothing(t *testing.T) {
	w := sampleWindow(t)
	d := previewed(t, w, fileOf(t, "Архив форм.csv", twoTasks))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.DoAside(ctx, d.cmd); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if found, _ := w.Read().Search("Опись форм", 5); len(found) != 0 {
		t.Errorf("written all the same: %v", found)
	}
}

// The kind is found by the content, whatever the name says, and what is no source
// says what to do.
func TestTheKindOfASource(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"люди.txt":   {"Сотрудник;Должность\nИванов Пётр Ильич;аналитик\n", "importing.kind.people"},
		"отпуск.csv": {"person,kind,from,to\nЛасточкин Дмитрий Олегович,vacation,2026-12-28,2026-12-30\n", "importing.kind.absences"},
		"план.csv":   {twoTasks, "importing.kind.plan"},
		"план.txt":   {"<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks></Tasks></Project>", "importing.kind.mspdi"},
		"встречи":    {"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "importing.kind.ics"},
	} {
		s, err := readSource(fileOf(t, name, c.text))
		if err != nil || s.word() != c.want {
			t.Errorf("%s: %v, %v", name, s, err)
		}
	}
	w := sampleWindow(t)
	for name, c := range map[string]struct{ text, want string }{
		"план.mpp":  {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Сохранить как"},
		"план.xls":  {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Книга Excel"},
		"план.pdf":  {"%PDF-1.7", "исходный файл"},
		"план.html": {"<!DOCTYPE html><html></html>", "веб-страница"},
		"план.csv":  {"", "нет ни одной строки"},
		"план.xml":  {"<?xml version=\"1.0\"?><Other/>", "Сохраните план из MS Project"},
	} {
		_, err := readSource(fileOf(t, name, c.text))
		if err == nil {
			t.Errorf("%s was read", name)
			continue
		}
		if f := faultsOf(err); len(f) == 1 {
			err = f[0].Problem()
		}
		if said := w.Words().Error(err); !strings.Contains(said, c.want) {
			t.Errorf("%s: %q", name, said)
		}
	}
}

// A plan written as MS Project XML, CSV or XLSX comes back without a change.
func TestAnExportedPlanComesBackTheSame(t *testing.T) {
	w := sampleWindow(t)
	for _, format := range command.ExportFormats(command.ExportOfPlan) {
		f := w.askReport(command.ExportOfPlan, planOf(t, w, "МК-26"))
		f.format.Set(format, true)
		f.path.SetValue(filepath.Join(t.TempDir(), "обратно."+format))
		written(t, f)
		src, err := readSource(f.path.Text)
		if err != nil {
			t.Fatal(err)
		}
		d := &importDialog{w: w, src: src, project: "Обратно " + format}
		if err := d.look(w.Read()); err != nil {
			t.Fatal(err)
		}
		if err := w.Do(d.cmd); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		plan := data.ID[data.Plan]{}
		plans, _ := w.Read().Plans()
		for _, p := range plans {
			if p.Name == d.project {
				plan = p.ID
			}
		}
		was, _ := w.Read().PlanTree(planOf(t, w, "МК-26"))
		now, err := w.Read().PlanTree(plan)
		if err != nil || len(now.Rows) != len(was.Rows) {
			t.Fatalf("%s: %d rows for %d, %v", format, len(now.Rows), len(was.Rows), err)
		}
		for i, x := range now.Rows {
			if o := was.Rows[i]; x.Task.Name != o.Task.Name || x.Date.StartsOn != o.Date.StartsOn || x.Date.EndsOn != o.Date.EndsOn {
				t.Errorf("%s: %s %s to %s, it was %s to %s", format, x.Task.Name, x.Date.StartsOn, x.Date.EndsOn, o.Date.StartsOn, o.Date.EndsOn)
			}
		}
	}
}

// The palette finds the import, also on the other layout.
func TestThePaletteOffersTheImport(t *testing.T) {
	w := sampleWindow(t)
	w.Search()
	typed(w, "bvgjhn") // «импорт»
	press(w, fyne.KeyReturn)
	if w.win.Canvas().Overlays().Top() == nil {
		t.Error("no dialog asks for the file")
	}
}

// A file that is let fall behind a dialog is left alone.
func TestAFileFallsBehindADialog(t *testing.T) {
	w := sampleWindow(t)
	w.Search()
	w.dropped([]fyne.URI{storage.NewFileURI(fileOf(t, "План.csv", twoTasks))})
	if n := len(w.win.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d things lie over the window", n)
	}
}

// A file that names a project whose plan was made here gets a project of its own;
// who chooses that project all the same is warned.
func TestAForeignFileLeavesAPlanAlone(t *testing.T) {
	w := sampleWindow(t)
	d := previewed(t, w, fileOf(t, "МК-26.csv", twoTasks))
	d.show()
	if d.project != "МК-26, из файла" || strings.Contains(d.sum.Text, "не знаком") {
		t.Errorf("into %q: %q", d.project, d.sum.Text)
	}
	if err := d.again("МК-26", 0); err != nil || !strings.Contains(d.sum.Text, "файл ему не знаком") {
		t.Errorf("%q %v", d.sum.Text, err)
	}
}
