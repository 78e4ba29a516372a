package sqlite

import (
	"fmt"
	"testing"

	"portfel/data"
)

// fillDocuments writes 20 projects with n documents of two versions each.
func fillDocuments(tb testing.TB, f *File, n int) {
	tb.Helper()
	me := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна Сергеевна", IsMe: true}
	rows := []data.Record{me}
	var projects []data.ID[data.Project]
	for i := range 20 {
		p := data.Project{ID: data.NewID[data.Project](), Code: fmt.Sprintf("П-%02d", i), Name: "Проект", Status: data.ProjectRunning}
		projects = append(projects, p.ID)
		rows = append(rows, p)
	}
	for i := range n {
		d := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: fmt.Sprintf("Документ %d", i), What: "report", ProjectID: projects[i%20], AuthorID: me.ID,
			DueOn: data.NewDate(2026, 1, 1) + data.Date(i%500)}
		rows = append(rows, d)
		for k, s := range []data.VersionStatus{data.VersionReplaced, data.VersionClient} {
			rows = append(rows, data.Version{ID: data.NewID[data.Version](), DeliverableID: d.ID, Label: fmt.Sprintf("0.%d", k+1), CreatedOn: d.DueOn - data.Date(9-k), Status: s})
		}
	}
	put(tb, f, rows...)
}

// fillTrainees writes n running mentorings of 60 items each, with the computed
// rows that the engine would give.
func fillTrainees(tb testing.TB, f *File, n int) {
	tb.Helper()
	mentor := data.Person{ID: data.NewID[data.Person](), FullName: "Орлова Марина Викторовна"}
	rows := []data.Record{mentor}
	dates := map[data.ID[data.Plan]][]data.TaskDate{}
	for i := range n {
		who := data.Person{ID: data.NewID[data.Person](), FullName: fmt.Sprintf("Стажёр %03d", i)}
		m := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: mentor.ID, StartsOn: data.NewDate(2026, 11, 2), EndsOn: data.NewDate(2027, 2, 1), Status: data.MentoringRunning}
		p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfMentoring, MentoringID: m.ID, IsCurrent: true, StartsOn: m.StartsOn}
		rows = append(rows, who, m, p)
		for k := range 60 {
			t := data.Task{ID: data.NewID[data.Task](), PlanID: p.ID, Ord: int64(k), Name: "Задание", What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen, Effort: data.Hours(4)}
			if k < 15 {
				t.Status = data.TaskDone
			}
			rows = append(rows, t)
			dates[p.ID] = append(dates[p.ID], data.TaskDate{TaskID: t.ID, PlanID: p.ID, StartsOn: m.StartsOn, EndsOn: m.StartsOn + data.Date(k), Days: 1000, Effort: t.Effort})
		}
	}
	put(tb, f, rows...)
	err := f.Keep(func(tx *Tx) error {
		for plan, list := range dates {
			if err := tx.PutTaskDates(plan, list); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
}

func TestProgressOfManyTrainees(t *testing.T) {
	f := fresh(t)
	fillTrainees(t, f, 3)
	rows, err := f.Read().Mentorings(data.MentoringFilter{}, data.NewDate(2026, 11, 24))
	if err != nil || len(rows) != 3 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	// 15 of 60 equal items are accepted; those that end on 17.11–23.11 are late.
	for _, m := range rows {
		if m.Share() != .25 || m.Items != 60 || m.Late() != 7 {
			t.Errorf("share %v, %d items, %d late; want 0.25, 60, 7", m.Share(), m.Items, m.Late())
		}
	}
}

func BenchmarkDeliverables5000(b *testing.B) {
	f := fresh(b)
	fillDocuments(b, f, 5000)
	for b.Loop() {
		if rows, err := f.Read().Deliverables(data.DeliverableFilter{}); err != nil || len(rows) != 5000 {
			b.Fatal(len(rows), err)
		}
	}
}

func BenchmarkMentorings200(b *testing.B) {
	f := fresh(b)
	fillTrainees(b, f, 200)
	for b.Loop() {
		if rows, err := f.Read().Mentorings(data.MentoringFilter{}, data.NewDate(2026, 11, 24)); err != nil || len(rows) != 200 {
			b.Fatal(len(rows), err)
		}
	}
}

func BenchmarkItems60(b *testing.B) {
	f := fresh(b)
	fillTrainees(b, f, 200)
	rows, err := f.Read().Mentorings(data.MentoringFilter{}, data.NewDate(2026, 11, 24))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if items, err := f.Read().Items(rows[7].ID); err != nil || len(items) != 60 {
			b.Fatal(len(items), err)
		}
	}
}
