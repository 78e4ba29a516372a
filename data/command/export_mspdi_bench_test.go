package command_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// largePlan is a plan of n tasks in packages of ten, of twelve people of whom
// each is away for two weeks, with 1.6 links a task and a baseline.
func largePlan(n int) batch {
	r := rand.New(rand.NewSource(7))
	var b batch
	p := data.Project{ID: data.NewID[data.Project](), Name: "Большой", What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectPlanning}
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: p.ID, IsCurrent: true, StartsOn: data.NewDate(2026, 1, 12), CalendarID: command.Russia}
	b.records = append(b.records, p, plan)
	var people []data.ID[data.Person]
	for i := range 12 {
		who := data.Person{ID: data.NewID[data.Person](), FullName: string(rune(1040+i)) + "ндреев Пётр Ильич", Zone: "Europe/Moscow", CalendarID: command.Russia, WeekHours: data.Hours(40)}
		from := data.NewDate(2026, 3, 2) + data.Date(20*i)
		b.records = append(b.records, who, data.Absence{ID: data.NewID[data.Absence](), PersonID: who.ID, What: data.Vacation, StartsOn: from, EndsOn: from + 13, Status: data.AbsencePlanned})
		people = append(people, who.ID)
	}
	base := data.Baseline{ID: data.NewID[data.Baseline](), PlanID: plan.ID, Name: "Первый", TakenAt: data.Moment{Day: plan.StartsOn, Zone: "Europe/Moscow"}}
	b.records = append(b.records, base)
	var stage data.ID[data.Task]
	var leaves []data.ID[data.Task]
	for i := range n {
		t := data.Task{ID: data.NewID[data.Task](), PlanID: plan.ID, Ord: int64(i+1) << 16, Name: fmt.Sprintf("Задача %d", i+1), What: data.TaskWork, Mode: data.ModeAuto,
			Status: data.TaskOpen, Place: data.PlaceOffice, Duration: data.Days(1 + r.Intn(10))}
		if i%11 == 0 {
			stage, t.What, t.Duration = t.ID, data.TaskStage, data.Span{}
			b.records = append(b.records, t)
			continue
		}
		t.ParentID = stage
		if i%5 == 0 {
			t.CalendarID = command.Russia
		}
		b.records = append(b.records, t, data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, PersonID: people[r.Intn(12)], Effort: data.Hours(1 + r.Intn(40)), Units: 100},
			data.BaselineTask{ID: data.NewID[data.BaselineTask](), BaselineID: base.ID, TaskID: t.ID, StartsOn: plan.StartsOn, EndsOn: plan.StartsOn + 4, Effort: data.Hours(8)})
		leaves = append(leaves, t.ID)
		k := len(leaves) - 1
		for pred := range map[int]bool{k - 1 - r.Intn(30): true, k - 1 - r.Intn(200): true} {
			if pred >= 0 && r.Intn(10) < 8 {
				b.records = append(b.records, data.Dependency{ID: data.NewID[data.Dependency](), PredID: leaves[pred], SuccID: t.ID, Type: data.FinishStart})
			}
		}
	}
	return b
}

// BenchmarkMSProject writes a plan of 10 000 tasks as an MS Project file, and
// imports it into an empty file.
func BenchmarkMSProject(b *testing.B) {
	m := largePlan(10_000)
	f := newFile(b)
	if _, err := f.Do(m); err != nil {
		b.Fatal(err)
	}
	id := m.records[1].(data.Plan).ID
	var source []byte
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			source, _ = projectBytes(b, f, id)
		}
	})
	whole, back := b, f
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			g := newFile(whole)
			back = g
			b.StartTimer()
			file, err := mspdi.Read(bytes.NewReader(source), mspdi.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			var seen command.ImportPreview
			cmd := command.ImportMSPDI{Source: file, File: "план.xml", Project: "Большой", Words: text.For(text.RU), Report: func(p command.ImportPreview) { seen = p }}
			if _, err := g.Do(cmd); err != nil {
				b.Fatal(err, lines(seen.Rows))
			}
		}
	})
	b.Run("export again", func(b *testing.B) {
		list, err := sqlite.List[data.Project](back.Read(), "name = ?", "Большой")
		if err != nil || len(list) != 1 {
			b.Fatal(err, len(list))
		}
		id, err := back.Read().CurrentPlan(list[0].ID)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			projectBytes(b, back, id)
		}
	})
}
