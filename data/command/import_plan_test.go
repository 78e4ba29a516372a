package command_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// tuesday is 24.11.2026 09:42 in Moscow.
var tuesday = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

// seededFile is the content of a new file with what the program ships.
var seededFile = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "portfel")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	f, err := sqlite.Create(filepath.Join(dir, "a.portfel"), command.Options(func() time.Time { return tuesday }))
	if err != nil {
		panic(err)
	}
	if _, err := f.Base(command.Seed{}); err != nil {
		panic(err)
	}
	f.Close()
	b, err := os.ReadFile(f.Path)
	if err != nil {
		panic(err)
	}
	return b
})

func newFile(t testing.TB) *sqlite.File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.portfel")
	if err := os.WriteFile(path, seededFile(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := sqlite.Open(path, command.Options(func() time.Time { return tuesday }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// story1 is the first table of story 1 as a file.
const story1 = `№;Родитель;Задача;Дней;Предшественники;Исполнитель;Трудозатраты, ч;Срок
1;;Диагностика;;;;;
1.1;1;Интервью с ЦФО;5;;Я;"Я:24;Ласточкин Дмитрий Олегович:32";
1.2;1;Анализ форм отчётности;4;1.1;;"Ласточкин Д. О.:32;Громов Илья Павлович:16";
1.3;1;Отчёт о диагностике;3;1.2ОН;"Я;Ласточкин";32;
2;;Методика;;;;;
2.1;2;Финансовая структура;5;1.3;;"me:32;Ласточкин:24";
2.2;2;Регламент бюджетирования;8;2.1;;"Я:16;Ласточкин:64";
3;;ТЗ;;;;;
3.1;3;Техническое задание;10;2.2;;"Я:56;Ласточкин:64;Громов:24";
В;3;ТЗ утверждено;0;3.1;;;27.01.2027
`

// load reads a source and runs its import as a step.
func load(t testing.TB, f *sqlite.File, text string, c command.ImportPlan) ([]command.ImportRow, error) {
	t.Helper()
	tab, err := table.Read(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if c.Source, c.Faults, err = table.ReadPlan(tab); err != nil {
		t.Fatal(err)
	}
	var rows []command.ImportRow
	c.Report = func(r []command.ImportRow) { rows = r }
	_, err = f.Do(c)
	return rows, err
}

func lines(rows []command.ImportRow) (out []string) {
	for _, r := range rows {
		s := fmt.Sprintf("%s %s %s", r.Action, r.Kind, r.Name)
		if r.Line > 0 {
			s += fmt.Sprintf(" | %d %s", r.Line, r.Column)
		}
		if r.Reason.Code != "" {
			s += " " + strings.TrimSpace(r.Reason.Code+" "+strings.Join(r.Reason.Args, " "))
		}
		out = append(out, s)
	}
	return out
}

func want(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

var mk = command.ImportPlan{File: "plan.csv", Project: "МК-26 Постановка бюджетирования", Start: data.NewDate(2026, 11, 30)}

func tree(t testing.TB, f *sqlite.File, project string) data.PlanTree {
	t.Helper()
	ps, err := sqlite.List[data.Project](f.Read(), "name = ?", project)
	if err != nil || len(ps) != 1 {
		t.Fatalf("%d projects %q, %v", len(ps), project, err)
	}
	id, err := f.Read().CurrentPlan(ps[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	out, err := f.Read().PlanTree(id)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestStory1IsImportedWithItsDates(t *testing.T) {
	f := newFile(t)
	rows, err := load(t, f, story1, mk)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "first import", lines(rows), []string{
		"added project МК-26 Постановка бюджетирования",
		"added person Ласточкин Дмитрий Олегович", "added person Громов Илья Павлович",
		"added task Диагностика", "added task Интервью с ЦФО", "added task Анализ форм отчётности", "added task Отчёт о диагностике", "added task Методика",
		"added task Финансовая структура", "added task Регламент бюджетирования", "added task ТЗ", "added task Техническое задание", "added task ТЗ утверждено",
	})
	var got []string
	hours := map[string]data.Minutes{}
	for _, r := range tree(t, f, mk.Project).Rows {
		got = append(got, fmt.Sprintf("%s %s %s..%s", r.Code, r.Task.What, r.Date.StartsOn, r.Date.EndsOn))
		for _, a := range r.Assignees {
			hours[a.Name] += a.Effort
		}
	}
	want(t, "dates", got, []string{
		"1 stage 2026-11-30..2026-12-15", "1.1 task 2026-11-30..2026-12-04", "1.2 task 2026-12-07..2026-12-10", "1.3 task 2026-12-11..2026-12-15",
		"2 stage 2026-12-16..2027-01-12", "2.1 task 2026-12-16..2026-12-22", "2.2 task 2026-12-23..2027-01-12",
		"3 stage 2027-01-13..2027-01-26", "3.1 task 2027-01-13..2027-01-26", "3.2 milestone 2027-01-26..2027-01-26",
	})
	wantHours := map[string]data.Minutes{"Я": data.Hours(144), "Ласточкин Д. О.": data.Hours(232), "Громов И. П.": data.Hours(40)}
	if !reflect.DeepEqual(hours, wantHours) {
		t.Errorf("hours %v, want %v", hours, wantHours)
	}
}

func TestTheSameSourceTwiceChangesNothingAndUndoTakesItBack(t *testing.T) {
	f := newFile(t)
	if _, err := load(t, f, story1, mk); err != nil {
		t.Fatal(err)
	}
	again := mk
	again.Start = 0
	rows, err := load(t, f, story1, again)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Action != command.ImportSame {
			t.Errorf("%s %s %s", r.Action, r.Kind, r.Name)
		}
	}
	if len(rows) != 11 {
		t.Errorf("%d rows, want the project and 10 tasks", len(rows))
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Undo(); !errors.Is(err, sqlite.ErrNothing) {
		t.Errorf("the second import left a step: %v", err)
	}
	for what, n := range map[string]int{"tasks": ownTasks(t, f), "people": count[data.Person](t, f) - 1, "projects": count[data.Project](t, f), "sources": count[data.Source](t, f)} {
		if n != 0 {
			t.Errorf("%d %s left after undo", n, what)
		}
	}
	if rows, err = load(t, f, story1, mk); err != nil || rows[0].Action != command.ImportAdded {
		t.Errorf("import after undo: %v, %v", lines(rows), err)
	}
}

func count[T data.Record](t testing.TB, f *sqlite.File) int {
	t.Helper()
	all, err := sqlite.List[T](f.Read(), "")
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

func TestANewerSourceWritesOnlyItsColumnsAndKeepsTheRest(t *testing.T) {
	f := newFile(t)
	c := command.ImportPlan{File: "/home/anna/План цеха.csv"}
	if _, err := load(t, f, "id,name,duration_days,predecessors,resource,effort_h\n1,Опись,3,,Я,8\n2,Проверка,2,1,Я,4\n3,Отчёт,1,2,Я,2\n", c); err != nil {
		t.Fatal(err)
	}
	rows, err := load(t, f, "id,name,duration_days\n1,Опись регистров,3\n2,Проверка,5\n4,Архив,1\n", c)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "newer source", lines(rows), []string{"same project План цеха", "changed task Опись регистров", "changed task Проверка", "added task Архив",
		"same task Отчёт import.absent"})
	var got []string
	for _, r := range tree(t, f, "План цеха").Rows {
		got = append(got, fmt.Sprintf("%s %s %s %d %d", r.Code, r.Task.Name, r.Task.Duration, len(r.Preds), r.Task.Effort))
	}
	want(t, "plan", got, []string{"1 Опись регистров 3d 0 480", "2 Проверка 5d 1 240", "3 Архив 1d 0 0", "4 Отчёт 1d 1 120"})
}

func TestWhatTheUserChangedStaysUntilTheSourceChanges(t *testing.T) {
	f := newFile(t)
	c := command.ImportPlan{File: "а.csv"}
	source := "id,name,duration_days\n1,Опись,3\n"
	if _, err := load(t, f, source, c); err != nil {
		t.Fatal(err)
	}
	mine := tree(t, f, "а").Rows[0].Task
	mine.Name = "Опись регистров"
	if _, err := f.Do(command.Put{Record: mine}); err != nil {
		t.Fatal(err)
	}
	if _, err := load(t, f, source, c); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, f, "а").Rows[0].Task.Name; got != "Опись регистров" {
		t.Errorf("the same source took back what the user wrote: %s", got)
	}
}

func TestHoursAreSplitEvenlyAmongNames(t *testing.T) {
	f := newFile(t)
	if _, err := load(t, f, "id,name,duration_days,resource,effort_h\n1,Опись,3,Абрамов;Борисов;Волков,\"10,01\"\n", command.ImportPlan{File: "а.csv"}); err != nil {
		t.Fatal(err)
	}
	row := tree(t, f, "а").Rows[0]
	var got []string
	for _, a := range row.Assignees {
		got = append(got, fmt.Sprintf("%s %d", a.Name, a.Effort))
	}
	// 10.01 h are 600.6 minutes, so 601: two people get 200 and one 201.
	want(t, "shares", got, []string{"Абрамов 201", "Борисов 200", "Волков 200"})
}

func TestRefusalsAreAllTold(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		want   []string
	}{
		"self link":           {"id,name,predecessors\n1,А,1\n", []string{"refused task А | 2 predecessors import.ownLink 1"}},
		"link twice":          {"id,name,predecessors\n1,А,\n2,Б,1;1FS+1d\n", []string{"refused task Б | 3 predecessors import.linkTwice 1"}},
		"unknown task":        {"id,name,predecessors\n1,А,7\n2,Б,1XX\n", []string{"refused task А | 2 predecessors table.noTask 7", "refused task Б | 3 predecessors table.link 1XX"}},
		"a circle":            {"id,name,predecessors\n1,А,3\n2,Б,1\n3,В,2\n", []string{"refused task В | 4 predecessors import.cycle 1 → 2 → 3 → 1"}},
		"a link to own stage": {"id,parent,name,predecessors\n1,,А,\n2,1,Б,1\n", []string{"refused task Б | 3 predecessors import.ownStage 1"}},
		"a stage by SS":       {"id,parent,name,predecessors\n1,,А,\n2,1,Б,\n3,,В,1SS\n", []string{"refused task В | 4 predecessors import.stageLink 1"}},
		"orphan and twice":    {"id,parent,name\n1,9,А\n1,,Б\n", []string{"refused task Б | 3 id table.idTwice 1 2", "refused task А | 2 parent table.noParent 9"}},
	} {
		f := newFile(t)
		rows, err := load(t, f, c.source, command.ImportPlan{File: "а.csv"})
		var ps data.Problems
		if !errors.As(err, &ps) || ps[0].Code != "import.refused" {
			t.Errorf("%s: error %v", name, err)
		}
		want(t, name, lines(rows), c.want)
		if n := ownTasks(t, f) + count[data.Project](t, f); n != 0 {
			t.Errorf("%s: %d records written", name, n)
		}
	}
}

func TestANameThatFitsSeveralPeopleIsRefused(t *testing.T) {
	f := newFile(t)
	rows, err := load(t, f, "id,name,duration_days,resource\n1,А,1,Иванов Пётр\n2,Б,1,Иванов Павел\n3,В,1,Иванов\n", command.ImportPlan{File: "а.csv"})
	if err == nil {
		t.Error("accepted")
	}
	want(t, "rows", lines(rows), []string{"refused task В | 4 resource import.manyPeople Иванов Иванов П. Иванов П."})
}

func TestAPreviewWritesNothing(t *testing.T) {
	f := newFile(t)
	tab, _ := table.Read(strings.NewReader(story1))
	c := mk
	c.Source, c.Faults, _ = table.ReadPlan(tab)
	rows, err := c.Preview(f.Read())
	if err != nil || len(rows) != 13 || rows[0].Action != command.ImportAdded {
		t.Errorf("%v, %v", lines(rows), err)
	}
	if n := ownTasks(t, f); n != 0 {
		t.Errorf("%d tasks written", n)
	}
}

// codesOf are the tasks of a project's plan as they stand in the table.
func codesOf(t testing.TB, f *sqlite.File, project string) (out []string) {
	t.Helper()
	for _, r := range tree(t, f, project).Rows {
		out = append(out, r.Code+" "+r.Task.Name)
	}
	return out
}

// A source for a project that has tasks already: they keep their numbers, and
// only what once came from a source is named as missing in it.
func TestTasksOfASourceComeBehindTheTasksOfTheProject(t *testing.T) {
	f := newFile(t)
	c := command.ImportPlan{File: "план.csv"}
	if _, err := load(t, f, "id,parent,name,duration_days\nА,,Подготовка,\nБ,А,Приказ,1\nВ,А,Рассылка,1\n", c); err != nil {
		t.Fatal(err)
	}
	plan := tree(t, f, "план").Rows[0].Task.PlanID
	byHand := data.Task{ID: data.NewID[data.Task](), PlanID: plan, Name: "Своя", What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen, Place: data.PlaceOffice, Ord: 5 << 16}
	do(t, f, command.Put{Record: byHand})
	before := codesOf(t, f, "план")
	want(t, "before", before, []string{"1 Подготовка", "1.1 Приказ", "1.2 Рассылка", "2 Своя"})
	rows, err := load(t, f, "id,parent,name,duration_days\n1,,Диагностика,\n1.1,1,Интервью,5\n1.2,1,Формы,4\n2,,Методика,\n2.1,2,Структура,5\n", c)
	if err != nil {
		t.Fatal(err)
	}
	want(t, "plan", codesOf(t, f, "план"), append(before, "3 Диагностика", "3.1 Интервью", "3.2 Формы", "4 Методика", "4.1 Структура"))
	want(t, "rows", lines(rows), []string{"same project план", "added task Диагностика", "added task Интервью", "added task Формы", "added task Методика", "added task Структура",
		"same task Подготовка import.absent", "same task Приказ import.absent", "same task Рассылка import.absent"})
}

// A newer source with a row before the first, one between two and one in front
// of a stage's parts: the order of the source holds.
func TestNewRowsOfANewerSourceKeepItsOrder(t *testing.T) {
	f := newFile(t)
	c := command.ImportPlan{File: "план.csv"}
	if _, err := load(t, f, "id,parent,name,duration_days\n1,,Опись,1\n2,,Проверка,\n2.1,2,Сверка,1\n3,,Отчёт,1\n", c); err != nil {
		t.Fatal(err)
	}
	newer := "id,parent,name,duration_days\n0,,Начало,1\n00,,Приказ,1\n1,,Опись,1\n1а,,Выборка,1\n2,,Проверка,\n2.0,2,Запрос,1\n2.1,2,Сверка,1\n3,,Отчёт,1\n"
	if _, err := load(t, f, newer, c); err != nil {
		t.Fatal(err)
	}
	want(t, "plan", codesOf(t, f, "план"), []string{"1 Начало", "2 Приказ", "3 Опись", "4 Выборка", "5 Проверка", "5.1 Запрос", "5.2 Сверка", "6 Отчёт"})
}

// ownTasks counts the tasks that are not of the shipped templates.
func ownTasks(t *testing.T, f *sqlite.File) int {
	t.Helper()
	list, err := sqlite.List[data.Task](f.Read(), "plan_id NOT IN (SELECT id FROM plan WHERE what = 'template')")
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}
