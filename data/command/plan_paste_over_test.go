package command_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
	"portfel/data/sqlite"
)

// over lays a text over the rows of a plan from a code down, as one step.
func over(t *testing.T, f *sqlite.File, plan data.ID[data.Plan], code, typed string, columns ...string) (command.Paste, error) {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	people, err := f.Read().PersonNames()
	if err != nil {
		t.Fatal(err)
	}
	read := command.ReadOver(typed, columns, p, people, func(v string) (data.Date, error) { return quick.Date(v, f.Read().Today(), nil) })
	c := command.PasteOver{PlanID: plan, Rows: read.Rows}
	for i := slices.IndexFunc(p.Rows, func(r data.PlanRow) bool { return r.Code == code }); i < len(p.Rows); i++ {
		c.IDs = append(c.IDs, p.Rows[i].Task.ID)
	}
	_, err = f.Do(c)
	return read, err
}

// planCells are the cells of a plan: code, name, length, links, people with hours.
func planCells(t *testing.T, f *sqlite.File, plan data.ID[data.Plan]) (out []string) {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		who := make([]string, 0, 3)
		for _, a := range r.Assignees {
			who = append(who, fmt.Sprintf("%c%d", []rune(a.Name)[0], a.Effort/60))
		}
		slices.Sort(who)
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s [%s] %s %s %d%%", r.Code, r.Task.Name, r.Task.Duration, command.WritePreds(r, true), strings.Join(who, " "), r.Task.DeadlineOn, r.Task.Percent)))
	}
	return out
}

// changed are the lines that differ.
func changed(t *testing.T, before, after []string) (out []string) {
	t.Helper()
	if len(before) != len(after) {
		t.Errorf("%d rows, were %d", len(after), len(before))
	}
	for i, x := range after {
		if i >= len(before) || before[i] != x {
			out = append(out, x)
		}
	}
	return out
}

// A block of cells without headers changes the columns that it is laid over, and
// nothing else; an empty name stays; undo is one step.
func TestCellsPastedOverRowsChangeOnlyTheirColumns(t *testing.T) {
	f, p := planFile(t)
	before := planCells(t, f, p.Plan.ID)
	if _, err := over(t, f, p.Plan.ID, "1.1", "Беседы\t6\nФормы\t4,5\n\t24ч\n", "name", "duration_days"); err != nil {
		t.Fatal(err)
	}
	want(t, "changed", changed(t, before, planCells(t, f, p.Plan.ID)), []string{
		"1.1 Беседы 6d [] К24 Л32  0%", "1.2 Формы 4.5d [1.1] Г16 Л32  0%", "1.3 Отчёт о диагностике 1440m [1.2] К16 Л16  0%"})
	undo(t, f)
	want(t, "undone", planCells(t, f, p.Plan.ID), before)
}

// Headers count before the columns of the screen. A stage keeps what its parts
// give it; an empty cell takes links and deadlines away; hours go to the people in
// their old proportion.
func TestRowsWithHeadersPastedOverRows(t *testing.T) {
	f, p := planFile(t)
	before := planCells(t, f, p.Plan.ID)
	read, err := over(t, f, p.Plan.ID, "2", "Дней\tПосле\tТрудозатраты, ч\n99\t\t500\n4\t1.2НН+1д\t28\n8\tмного\t80\n", "name")
	if err != nil {
		t.Fatal(err)
	}
	// 32 and 24 hours become 16 and 12 of 28
	want(t, "changed", changed(t, before, planCells(t, f, p.Plan.ID)), []string{"2.1 Финансовая структура 4d [1.2НН+1д] К16 Л12  0%"})
	if len(read.Faults) != 1 || read.Faults[0].Name != "много" || read.Faults[0].Line != 4 {
		t.Errorf("faults %+v", read.Faults)
	}
	if _, err := over(t, f, p.Plan.ID, "3.1", "Кто\tСрок\nГромов; Ласточкин\t\n\t\n"); err != nil {
		t.Fatal(err)
	}
	got := planCells(t, f, p.Plan.ID)
	want(t, "people and deadlines", got[8:], []string{"3.1 Техническое задание 10d [2.2] Г72 Л72  0%", "3.2 ТЗ утверждено 0d [3.1]   0%"})
}

// A column of links is laid over by the codes of the plan; a circle is refused and
// leaves everything as it was.
func TestACirclePastedOverRowsIsRefused(t *testing.T) {
	f, p := planFile(t)
	before := planCells(t, f, p.Plan.ID)
	if _, err := over(t, f, p.Plan.ID, "1.1", "2.1\n", "predecessors"); err == nil {
		t.Error("a circle was taken")
	}
	want(t, "after the circle", planCells(t, f, p.Plan.ID), before)
	if _, err := over(t, f, p.Plan.ID, "2.1", "1.2\n1.3; 2.1\n", "predecessors"); err != nil {
		t.Fatal(err)
	}
	want(t, "changed", changed(t, before, planCells(t, f, p.Plan.ID)), []string{"2.1 Финансовая структура 5d [1.2] К32 Л24  0%", "2.2 Регламент бюджетирования 8d [2.1; 1.3] К16 Л64  0%"})
}

// Two hundred rows over two hundred: all change in one step, in no time; rows
// beyond the last are put behind it.
func TestTwoHundredRowsPastedOverAsMany(t *testing.T) {
	f := newFile(t)
	project := data.Project{ID: data.NewID[data.Project](), Name: "Двести", StartsOn: data.NewDate(2026, 11, 30), Status: data.ProjectRunning}
	do(t, f, command.NewProject{Project: project})
	plan := must(f.Read().CurrentPlan(project.ID))(t)
	var rows []command.PasteRow
	for i := range 200 {
		rows = append(rows, command.PasteRow{Name: fmt.Sprintf("Работа %d", i+1), Duration: data.Days(1)})
	}
	do(t, f, command.PasteTasks{PlanID: plan, Rows: rows})
	before := planCells(t, f, plan)
	var b strings.Builder
	for i := range 202 {
		fmt.Fprintf(&b, "Дело %d\t%d\t%d%%\n", i+1, 1+i%7, i%2*50)
	}
	if _, err := over(t, f, plan, "1", b.String(), "name", "duration_days", "percent"); err != nil {
		t.Fatal(err)
	}
	after := planCells(t, f, plan)
	if len(after) != 202 || after[0] != "1 Дело 1 1d []   0%" || after[199] != "200 Дело 200 4d []   50%" || after[201] != "202 Дело 202 6d []   50%" {
		t.Errorf("%d rows: %q %q %q", len(after), after[0], after[199], after[len(after)-1])
	}
	undo(t, f)
	want(t, "undone", planCells(t, f, plan), before)
}
