package command_test

import (
	"path/filepath"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// traineeFile is a fresh file with calendars, norms, mentor and trainee, and a
// mentoring of the dates of the stories that runs.
func traineeFile(t *testing.T) (*sqlite.File, data.Mentoring) {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return papersNow }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	papersDo(t, f, command.Seed{})
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	me.FullName, me.Zone = "Кузнецова Анна Сергеевна", "Europe/Moscow"
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Громов Илья Павлович", Zone: "Europe/Moscow", Grade: data.GradeTrainee}
	papersDo(t, f, command.Put{Record: me})
	papersDo(t, f, command.Put{Record: who})
	m := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: me.ID, StartsOn: papersDay(11, 16), EndsOn: data.NewDate(2027, 2, 15),
		Status: data.MentoringRunning, Grounds: data.GroundsJob}
	papersDo(t, f, command.NewMentoring{Mentoring: m, PlanName: "Стажёр", Name: "Громов И. П.",
		Weekly: &command.Weekly{Day: time.Wednesday, Min: 17*60 + 30, Minutes: 30, Title: "1:1 с Громовым"}})
	return f, m
}

func itemsOf(t *testing.T, f *sqlite.File, m data.Mentoring) []data.ItemRow {
	t.Helper()
	rows, err := f.Read().Items(m.ID)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func meetingsOf(t *testing.T, f *sqlite.File, m data.Mentoring) []data.MeetingRow {
	t.Helper()
	rows, err := f.Read().Meetings(m.ID, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestANewMentoringIsOneStep(t *testing.T) {
	f, m := traineeFile(t)
	rows, err := f.Read().Mentorings(data.MentoringFilter{}, papersDay(11, 24))
	if err != nil || len(rows) != 1 || rows[0].Trainee != "Громов Илья Павлович" || !rows[0].Mine || rows[0].PlanName != "Стажёр" {
		t.Fatalf("%+v, %v", rows, err)
	}
	s, _ := f.Read().MentoringSeries(m.ID)
	if len(s) != 1 || s[0].Rule != "FREQ=WEEKLY;BYDAY=WE" || s[0].Starts.Day != papersDay(11, 18) || s[0].UntilOn != m.EndsOn || s[0].Ends.Clock() != "18:00" {
		t.Fatalf("series %+v", s)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	rows, _ = f.Read().Mentorings(data.MentoringFilter{}, papersDay(11, 24))
	if s, _ := f.Read().MentoringSeries(m.ID); len(rows)+len(s) != 0 {
		t.Errorf("one undo left %d plans and %d series", len(rows), len(s))
	}
}

func TestControlPointsOfTheStory(t *testing.T) {
	f, m := traineeFile(t)
	due, err := f.Read().DueDates(data.RefTo(data.KindMentoring, m.ID))
	if err != nil {
		t.Fatal(err)
	}
	want := map[int64]data.Date{30: papersDay(12, 16), 60: data.NewDate(2027, 1, 15), 90: data.NewDate(2027, 2, 15)}
	for _, d := range due {
		if d.Code == data.DueControl && want[d.Ord] != d.StartsOn {
			t.Errorf("control point %d on %s, want %s", d.Ord, d.StartsOn, want[d.Ord])
		}
	}
	if len(due) != 3 {
		t.Errorf("%d control points, want 3", len(due))
	}
}

func TestItemsAndTheirHours(t *testing.T) {
	f, m := traineeFile(t)
	section := data.Task{ID: data.NewID[data.Task](), Name: "Введение", What: data.TaskStage}
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: section})
	add := func(name string, hours int, due data.Date) {
		papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{ParentID: section.ID, Name: name, Effort: data.Hours(hours), DeadlineOn: due}})
	}
	add("Конспект по ABC-бюджетированию", 8, papersDay(11, 27))
	add("Реестр форм", 16, papersDay(12, 10))
	add("Прочитать порядок отдела", 0, papersDay(11, 20))
	rows := itemsOf(t, f, m)
	if len(rows) != 4 || !rows[0].Section() || rows[1].Name != "Конспект по ABC-бюджетированию" || rows[1].Depth != 1 || rows[1].Effort != data.Hours(8) {
		t.Fatalf("items %+v", rows)
	}
	papersDo(t, f, command.ItemEffort{ID: rows[1].ID, Effort: data.Hours(24)})
	papersDo(t, f, command.MoveItem{ID: rows[2].ID, To: data.TaskDone, Score: 4})
	// 16 of 24 + 16 hours; the item without hours weighs nothing.
	got, _ := f.Read().Mentorings(data.MentoringFilter{}, papersDay(11, 24))
	if s := got[0].Share(); s != 16.0/40 {
		t.Errorf("progress %v, want 0.4", s)
	}
	if got[0].Items != 3 || got[0].Accepted != 1 || got[0].Late() != 1 {
		t.Errorf("%d items, %d accepted, %d late; want 3, 1, 1", got[0].Items, got[0].Accepted, got[0].Late())
	}
	if r := itemsOf(t, f, m)[2]; r.Score != 4 || r.Percent != 100 || r.Status != data.TaskDone {
		t.Errorf("accepted item %+v", r)
	}
}

func TestWithoutHoursTheLengthWeighs(t *testing.T) {
	f, m := traineeFile(t)
	for _, days := range []int{1, 3} {
		papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{Name: "x", Duration: data.Days(days)}})
	}
	papersDo(t, f, command.MoveItem{ID: itemsOf(t, f, m)[1].ID, To: data.TaskDone})
	got, _ := f.Read().Mentorings(data.MentoringFilter{}, papersDay(11, 24))
	if s := got[0].Share(); s != .75 {
		t.Errorf("progress %v, want 3 of 4 days", s)
	}
}

func TestReturningAnItemGivesItANewTerm(t *testing.T) {
	f, m := traineeFile(t)
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{Name: "Конспект", DeadlineOn: papersDay(11, 27)}})
	id := itemsOf(t, f, m)[0].ID
	refused(t, f, "move", command.MoveItem{ID: id, To: data.TaskReturned})
	papersDo(t, f, command.MoveItem{ID: id, To: data.TaskWorking})
	papersDo(t, f, command.MoveItem{ID: id, To: data.TaskReview})
	papersDo(t, f, command.MoveItem{ID: id, To: data.TaskReturned, Due: papersDay(12, 1), Note: "нет источников"})
	if r := itemsOf(t, f, m)[0]; r.Due() != papersDay(12, 1) || r.Note != "нет источников" || r.Status != data.TaskReturned {
		t.Errorf("%+v", r)
	}
	papersDo(t, f, command.MoveItem{ID: id, To: data.TaskDone, Score: 5})
	papersDo(t, f, command.MoveItem{ID: id, To: data.TaskWorking})
	if r := itemsOf(t, f, m)[0]; r.Score != 0 {
		t.Errorf("an item taken up again keeps its score %d", r.Score)
	}
}

func TestAnItemIsLinkedToOneProjectTask(t *testing.T) {
	f, m := traineeFile(t)
	j := data.Project{ID: data.NewID[data.Project](), Code: "МК-26", Name: "Постановка бюджетирования", Status: data.ProjectRunning}
	p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: j.ID, IsCurrent: true, StartsOn: papersDay(11, 30)}
	papersDo(t, f, command.Put{Record: j})
	papersDo(t, f, command.Put{Record: p})
	for _, name := range []string{"Интервью с ЦФО", "Анализ форм отчётности"} {
		papersDo(t, f, command.AddTask{Task: data.Task{PlanID: p.ID, Name: name, Duration: data.Days(4)}})
	}
	papersDo(t, f, command.AddItem{MentoringID: m.ID, Item: data.Task{Name: "Реестр форм"}})
	item := itemsOf(t, f, m)[0].ID
	tasks, err := f.Read().ProjectTasks()
	if err != nil || len(tasks) != 2 || tasks[1].Note != "МК-26" {
		t.Fatalf("%+v, %v", tasks, err)
	}
	for _, x := range tasks {
		papersDo(t, f, command.LinkItem{ItemID: item, TaskID: data.ID[data.Task](x.ID)})
	}
	rows := itemsOf(t, f, m)
	if len(rows) != 1 || rows[0].Linked != "Анализ форм отчётности" || rows[0].LinkedCode != "МК-26" {
		t.Errorf("%+v", rows)
	}
	papersDo(t, f, command.LinkItem{ItemID: item})
	if r := itemsOf(t, f, m)[0]; r.Linked != "" {
		t.Errorf("still linked to %q", r.Linked)
	}
}

func TestADayOfTheSeriesBecomesAMeeting(t *testing.T) {
	f, m := traineeFile(t)
	all := meetingsOf(t, f, m)
	// Wednesdays 18.11.2026–10.02.2027 without 30.12 (a working day stays) and the
	// holidays of January: 06.01 is off, so 13 Wednesdays minus 1.
	if len(all) != 12 || all[0].OriginalOn != papersDay(11, 18) || !all[0].Missed(papersDay(11, 24)) {
		t.Fatalf("%d meetings, first %+v", len(all), all[0])
	}
	papersDo(t, f, command.HoldOccurrence{SeriesID: all[0].SeriesID, On: all[0].OriginalOn, Result: "Сдвинули анализ на 20.11"})
	after := meetingsOf(t, f, m)
	if len(after) != 12 || after[0].Status != data.EventHeld || after[0].EventID.IsZero() || after[0].Result != "Сдвинули анализ на 20.11" {
		t.Fatalf("%d meetings, first %+v", len(after), after[0])
	}
}

func TestCompetenciesBySelfMentorAndGoal(t *testing.T) {
	f, m := traineeFile(t)
	k := data.Competency{ID: data.NewID[data.Competency](), Name: "Интервьюирование", Scale: 5}
	papersDo(t, f, command.Put{Record: k})
	rate := func(by data.ScoreBy, level int, on data.Date) command.Rate {
		return command.Rate{MentoringID: m.ID, CompetencyID: k.ID, ByWhom: by, Level: level, On: on}
	}
	for _, c := range []command.Rate{rate(data.ScoreMentor, 1, papersDay(11, 16)), rate(data.ScoreTarget, 3, papersDay(11, 16)),
		rate(data.ScoreSelf, 3, papersDay(12, 16)), rate(data.ScoreMentor, 3, papersDay(12, 16)), rate(data.ScoreMentor, 2, papersDay(12, 16))} {
		papersDo(t, f, c)
	}
	refused(t, f, "range", rate(data.ScoreMentor, 6, papersDay(12, 16)))
	rows, _ := f.Read().Scores(m.ID)
	l := data.Ladders(rows)
	if len(rows) != 4 || len(l) != 1 || l[0].Start != 1 || l[0].Now != 2 || l[0].Self != 3 || l[0].Goal != 3 {
		t.Fatalf("%d scores, %+v", len(rows), l)
	}
	papersDo(t, f, rate(data.ScoreSelf, 0, papersDay(12, 16)))
	papersDo(t, f, command.DropCompetency{MentoringID: m.ID, CompetencyID: k.ID})
	if rows, _ = f.Read().Scores(m.ID); len(rows) != 0 {
		t.Errorf("%d scores stayed", len(rows))
	}
}

func TestEndingAMentoring(t *testing.T) {
	f, m := traineeFile(t)
	refused(t, f, "notLonger", command.Conclude{ID: m.ID, Outcome: data.ConclusionExtended, On: papersDay(11, 24), Until: m.EndsOn})
	refused(t, f, "required", command.Conclude{ID: m.ID, On: papersDay(11, 24)})
	papersDo(t, f, command.Conclude{ID: m.ID, Outcome: data.ConclusionFits, Text: " Рекомендован ", On: papersDay(11, 24)})
	got, err := sqlite.Get(f.Read(), m.ID)
	if err != nil || got.Status != data.MentoringDone || got.ConclusionText != "Рекомендован" || got.ClosedOn != papersDay(11, 24) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestTheLimitOfTraineesIsANorm(t *testing.T) {
	f, m := traineeFile(t)
	if n, err := command.TraineesLimit(f.Read(), papersDay(11, 24)); err != nil || n != 2 {
		t.Errorf("limit %d, %v; want 2", n, err)
	}
	if n, err := f.Read().RunningTrainees(m.MentorID); err != nil || n != 1 {
		t.Errorf("%d trainees run, %v; want 1", n, err)
	}
}
