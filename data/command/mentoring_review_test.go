package command_test

import (
	"errors"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// reviewFile is the mentoring of the stories with one item due on 27.11: 8 hours
// of the trainee's and 1 of the mentor's.
func reviewFile(t *testing.T) (*sqlite.File, data.Mentoring, data.ID[data.Task]) {
	t.Helper()
	f, m := traineeFile(t)
	id := data.NewID[data.Task]()
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{ID: id, Name: "Конспект", Effort: data.Hours(8), MentorEffort: data.Hours(1), DeadlineOn: papersDay(11, 27)}})
	return f, m, id
}

func historyOf(t *testing.T, f *sqlite.File, id data.ID[data.Task]) []data.Submission {
	t.Helper()
	all, err := sqlite.List[data.Submission](f.Read(), "task_id = ? ORDER BY handed_on, id", id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func taskOf(t *testing.T, f *sqlite.File, id data.ID[data.Task]) data.Task {
	t.Helper()
	x, err := sqlite.Get(f.Read(), id)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func undone(t *testing.T, f *sqlite.File) {
	t.Helper()
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
}

// Story 2: handed in on 27.11 with a file and 6.5 hours, returned with «нет
// источников» and the new term 01.12, handed in again, accepted with 4.
func TestAnItemIsHandedInReturnedAndAccepted(t *testing.T) {
	f, m, id := reviewFile(t)
	day := papersDay(11, 27)
	papersDo(t, f, command.Submit{ItemID: id, On: day, Spent: 390, Comment: " Три страницы ", Files: []command.File{{Name: "Конспект.docx", Bytes: []byte("конспект")}}})
	h := historyOf(t, f, id)
	if len(h) != 1 || h[0].PersonID != m.TraineeID || h[0].TraineeSpent != 390 || h[0].Comment != "Три страницы" || h[0].Verdict != data.VerdictPending {
		t.Fatalf("%+v", h)
	}
	if x := taskOf(t, f, id); x.Status != data.TaskReview || x.ActualStart.IsZero() {
		t.Errorf("handed in: %+v", x)
	}
	files, err := sqlite.List[data.Attachment](f.Read(), "owner_id = ?", h[0].ID)
	if err != nil || len(files) != 1 || files[0].Name != "Конспект.docx" {
		t.Errorf("files %+v, %v", files, err)
	}
	refused(t, f, "move", command.Submit{ItemID: id, On: day})
	papersDo(t, f, command.Return{ItemID: id, Remarks: "нет источников", Due: papersDay(12, 1), On: day, Spent: 30})
	if x := taskOf(t, f, id); x.Status != data.TaskReturned || x.DeadlineOn != papersDay(12, 1) {
		t.Errorf("returned: %s until %s", x.Status, x.DeadlineOn)
	}
	papersDo(t, f, command.Submit{ItemID: id, On: papersDay(11, 30), Spent: 60})
	papersDo(t, f, command.Accept{ItemID: id, Score: 4, On: papersDay(11, 30)})
	h = historyOf(t, f, id)
	if len(h) != 2 || h[0].Verdict != data.VerdictReturned || h[0].Remarks != "нет источников" || h[0].NewTermOn != papersDay(12, 1) || h[0].DecidedOn != day {
		t.Errorf("first round %+v", h)
	}
	// The plan gives the mentor an hour: half of it went into the first check.
	if h[1].Verdict != data.VerdictAccepted || h[1].Score != 4 || h[1].DeciderID != m.MentorID || h[1].MentorSpent != 30 {
		t.Errorf("second round %+v", h[1])
	}
	if x := taskOf(t, f, id); x.Status != data.TaskDone || x.Score != 4 || x.Percent != 100 || x.ActualFinish.IsZero() {
		t.Errorf("accepted: %+v", x)
	}
}

func TestEachStepOfTheReviewIsTakenBackByOneUndo(t *testing.T) {
	f, _, id := reviewFile(t)
	before := taskOf(t, f, id)
	day := papersDay(11, 27)
	papersDo(t, f, command.Submit{ItemID: id, On: day, Files: []command.File{{Name: "a.txt", Bytes: []byte("a")}}})
	handed := taskOf(t, f, id)
	papersDo(t, f, command.Return{ItemID: id, Remarks: "мало", Due: day + 4, On: day})
	undone(t, f)
	if x := taskOf(t, f, id); x != handed || historyOf(t, f, id)[0].Verdict != data.VerdictPending {
		t.Errorf("return undone: %+v", x)
	}
	papersDo(t, f, command.Accept{ItemID: id, Score: 5, On: day})
	undone(t, f)
	if x := taskOf(t, f, id); x != handed || historyOf(t, f, id)[0].Score != 0 {
		t.Errorf("acceptance undone: %+v", x)
	}
	undone(t, f)
	if x := taskOf(t, f, id); x != before || len(historyOf(t, f, id)) != 0 {
		t.Errorf("handing in undone: %+v", x)
	}
}

func TestWhatTheReviewRefuses(t *testing.T) {
	f, m, id := reviewFile(t)
	day := papersDay(11, 27)
	refused(t, f, "move", command.Return{ItemID: id, Remarks: "мало", On: day}) // not handed in
	refused(t, f, "beforeStart", command.Submit{ItemID: id, On: m.StartsOn - 1})
	refused(t, f, "range", command.Submit{ItemID: id, On: day, Spent: -1})
	papersDo(t, f, command.Submit{ItemID: id, On: day})
	refused(t, f, "range", command.Accept{ItemID: id, Score: 6, On: day})
	refused(t, f, "range", command.Accept{ItemID: id, Score: -1, On: day})
	refused(t, f, "order", command.Accept{ItemID: id, Score: 5, On: day - 1}) // before it was handed in
	refused(t, f, "required", command.Return{ItemID: id, Remarks: "  ", On: day})
	refused(t, f, "order", command.Return{ItemID: id, Remarks: "мало", Due: day - 1, On: day})
	if x := taskOf(t, f, id); x.Status != data.TaskReview || x.DeadlineOn != day {
		t.Errorf("a refusal changed the item: %+v", x)
	}
	papersDo(t, f, command.Accept{ItemID: id, Score: 5, On: day})
	refused(t, f, "move", command.Accept{ItemID: id, Score: 4, On: day})
	section := data.Task{ID: data.NewID[data.Task](), Name: "Введение", What: data.TaskStage}
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: section})
	refused(t, f, "noItem", command.Submit{ItemID: section.ID, On: day})
	if err := doErr(f, command.Submit{ItemID: data.NewID[data.Task](), On: day}); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("an unknown item: %v", err)
	}
}

func doErr(f *sqlite.File, c sqlite.Command) error {
	_, err := f.Do(c)
	return err
}

// projectWith makes a project whose plan begins on 30.11.2026 with tasks of so
// many days, one after the other.
func projectWith(t *testing.T, f *sqlite.File, days ...int) []data.ID[data.Task] {
	t.Helper()
	j := data.Project{ID: data.NewID[data.Project](), Code: "МК-26", Name: "Постановка бюджетирования", Status: data.ProjectRunning}
	p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: j.ID, IsCurrent: true, StartsOn: papersDay(11, 30)}
	papersDo(t, f, command.Put{Record: j})
	papersDo(t, f, command.Put{Record: p})
	var ids []data.ID[data.Task]
	for i, n := range days {
		x := data.Task{ID: data.NewID[data.Task](), PlanID: p.ID, Name: "Задача", Duration: data.Days(n)}
		papersDo(t, f, command.AddTask{Task: x})
		if i > 0 {
			papersDo(t, f, command.LinkTasks{Dependency: data.Dependency{PredID: ids[i-1], SuccID: x.ID, Type: data.FinishStart}})
		}
		ids = append(ids, x.ID)
	}
	return ids
}

// The second task lies on 07.12-10.12, as 1.2 of story 1. A day more for the first
// moves it to 08.12-11.12, and the item with it.
func TestALinkedItemFollowsItsProjectTask(t *testing.T) {
	f, m, id := reviewFile(t)
	tasks := projectWith(t, f, 5, 4)
	next := data.NewID[data.Task]()
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{ID: next, Name: "Отчёт"}})
	papersDo(t, f, command.LinkTasks{Dependency: data.Dependency{PredID: id, SuccID: next, Type: data.FinishStart}})
	papersDo(t, f, command.LinkItem{ItemID: id, TaskID: tasks[1]})
	lies := func(what string, from, to, nextOn data.Date, percent int) {
		t.Helper()
		rows := itemsOf(t, f, m)
		if r := rows[0]; r.StartsOn != from || r.EndsOn != to || r.Due() != to || r.Percent != percent {
			t.Errorf("%s: %s-%s due %s %d %%, want %s-%s %d %%", what, r.StartsOn, r.EndsOn, r.Due(), r.Percent, from, to, percent)
		}
		if r := rows[1]; r.StartsOn != nextOn {
			t.Errorf("%s: the item that waits for it starts on %s, want %s", what, r.StartsOn, nextOn)
		}
	}
	lies("linked", papersDay(12, 7), papersDay(12, 10), papersDay(12, 11), 0)
	x := taskOf(t, f, tasks[0])
	x.Duration = data.Days(6)
	papersDo(t, f, command.Put{Record: x})
	lies("the project moves", papersDay(12, 8), papersDay(12, 11), papersDay(12, 14), 0)
	y := taskOf(t, f, tasks[1])
	y.Percent = 50
	papersDo(t, f, command.Put{Record: y})
	if r := itemsOf(t, f, m)[0]; r.Percent != 50 {
		t.Errorf("progress %d %%, want that of the task, 50 %%", r.Percent)
	}
	// 4 of 8 hours of the item; the one without hours weighs nothing.
	if got, _ := f.Read().Mentorings(data.MentoringFilter{}, papersDay(11, 24)); got[0].Share() != .5 {
		t.Errorf("progress of the plan %v, want 0.5", got[0].Share())
	}
	undone(t, f)
	papersDo(t, f, command.LinkItem{ItemID: id})
	if r := itemsOf(t, f, m)[0]; r.Due() != papersDay(12, 11) || r.Percent != 0 {
		t.Errorf("an item that follows no more: due %s, %d %%; it keeps the term it had", r.Due(), r.Percent)
	}
}

func TestALinkOfAnItemMustMakeSense(t *testing.T) {
	f, m, id := reviewFile(t)
	tasks := projectWith(t, f, 5, 4)
	other := data.NewID[data.Task]()
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{ID: other, Name: "Отчёт"}})
	refused(t, f, "noProjectTask", command.LinkItem{ItemID: id, TaskID: other})
	refused(t, f, "noItem", command.LinkItem{ItemID: tasks[0], TaskID: tasks[1]})
	papersDo(t, f, command.Put{Record: data.Dependency{ID: data.NewID[data.Dependency](), PredID: id, SuccID: tasks[0], Type: data.FinishStart}})
	refused(t, f, "linkedCycle", command.LinkItem{ItemID: id, TaskID: tasks[1]})
}

// Story 2: the probation ends on Monday 15.02.2027; three whole days, 12-14
// February, lie between the notice on 11.02 and the end; the conclusion is due a
// working day before, on 10.02. Probation until Wednesday 13.01.2027: the fourth
// day before is Saturday 09.01, in the holidays of 31.12-10.01, so the notice is
// due on 30.12.2026 and the conclusion on 29.12.
func TestTheEndOfProbationHasItsTerms(t *testing.T) {
	f, m := traineeFile(t)
	terms := func() (conclusion, notice data.Date) {
		due, err := f.Read().DueDates(data.RefTo(data.KindMentoring, m.ID))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range due {
			switch d.Code {
			case data.DueConclusion:
				conclusion = d.StartsOn
			case data.DueNotice:
				notice = d.StartsOn
			}
		}
		return conclusion, notice
	}
	for _, x := range []struct{ end, conclusion, notice data.Date }{
		{0, 0, 0},
		{data.NewDate(2027, 2, 15), data.NewDate(2027, 2, 10), data.NewDate(2027, 2, 11)},
		{data.NewDate(2027, 1, 13), papersDay(12, 29), papersDay(12, 30)},
	} {
		m.ProbationUntil = x.end
		if !x.end.IsZero() {
			papersDo(t, f, command.Put{Record: m})
		}
		if c, n := terms(); c != x.conclusion || n != x.notice {
			t.Errorf("probation until %s: conclusion %s, notice %s; want %s, %s", x.end, c, n, x.conclusion, x.notice)
		}
	}
}
