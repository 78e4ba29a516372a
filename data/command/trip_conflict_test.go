package command_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
	"portfel/data/text"
)

var today24 = data.NewDate(2026, 11, 24)

func conflicts(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) []command.TripConflict {
	t.Helper()
	all, err := command.TripConflicts(f.Read(), text.For(text.RU), id, today24)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// said writes conflicts as «what: title [way | way]».
func said(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) (out []string) {
	t.Helper()
	w := text.For(text.RU)
	for _, c := range conflicts(t, f, id) {
		var ways []string
		for _, x := range c.Ways {
			ways = append(ways, w.F(x.Key, x.Args...))
		}
		who := ""
		if c.Who != "" {
			who = c.Who + ", "
		}
		out = append(out, fmt.Sprintf("%s: %s%s [%s]", c.What, who, c.Title, strings.Join(ways, " | ")))
	}
	return out
}

// way is the command behind the words of a button.
func way(t testing.TB, f *sqlite.File, id data.ID[data.Trip], label string) sqlite.Command {
	t.Helper()
	w := text.For(text.RU)
	for _, c := range conflicts(t, f, id) {
		for _, x := range c.Ways {
			if w.F(x.Key, x.Args...) == label {
				return x.Command
			}
		}
	}
	t.Fatalf("no way %q in %q", label, said(t, f, id))
	return nil
}

const (
	oneToOne = "meeting: 1:1 с Громовым [Перевести в звонок | Перенести на пн 07.12 17:30 | Отменить встречу]"
	onSite   = "site: Ласточкин Д. О., 1.1 Интервью с ЦФО [Добавить участником поездки | Его часть удалённо]"
)

func TestTheTripOfStory3HasTwoConflicts(t *testing.T) {
	f := tripFile(t, morning24)
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
}

// The 1:1 of 02.12 moves to the telephone: one event of its own at the same
// time; the series goes on.
func TestTheOneToOneOfStory3MovesToThePhone(t *testing.T) {
	f := tripFile(t, morning24)
	do(t, f, way(t, f, sampleTrip("copper"), "Перевести в звонок"))
	sameLines(t, said(t, f, sampleTrip("copper")), onSite)
	events, err := sqlite.List[data.Event](f.Read(), "original_on = '2026-12-02'")
	if err != nil || len(events) != 1 || events[0].Place != "по телефону" || events[0].What != data.EventOneToOne || events[0].Starts.Clock() != "17:30" || events[0].Starts.Day != data.NewDate(2026, 12, 2) {
		t.Errorf("%+v, %v", events, err)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
	do(t, f, way(t, f, sampleTrip("copper"), "Перенести на пн 07.12 17:30"))
	sameLines(t, said(t, f, sampleTrip("copper")), onSite)
}

// datesOfStory1 are those of the first table of story 1.
const datesOfStory1 = "1.1 30.11–04.12 1.2 07.12–10.12 1.3 11.12–15.12 2.1 16.12–22.12 2.2 23.12–12.01 3.1 13.01–26.01 3.2 26.01–26.01"

func copperDates(t testing.TB, f *sqlite.File) string {
	t.Helper()
	tree, err := f.Read().PlanTree(data.ShippedID[data.Plan]("sample:plan.copper"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range tree.Rows {
		if r.Depth == 1 {
			out = append(out, r.Code+" "+text.For(text.RU).DayMonth(r.Date.StartsOn)+"–"+text.For(text.RU).DayMonth(r.Date.EndsOn))
		}
		if r.Date.Problem != "" {
			t.Errorf("%s: %s", r.Code, r.Date.Problem)
		}
	}
	return strings.Join(out, " ")
}

// Ласточкин does his part from afar: his 32 hours stay, 1.1 stays on 30.11–04.12
// and nothing is warned of any more.
func TestLastochkinDoesHisPartRemotely(t *testing.T) {
	f := tripFile(t, morning24)
	do(t, f, way(t, f, sampleTrip("copper"), "Его часть удалённо"))
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne)
	if got := copperDates(t, f); got != datesOfStory1 {
		t.Errorf("%s", got)
	}
	task := data.ShippedID[data.Task]("sample:task.copper.1.1")
	for who, want := range map[data.ID[data.Person]]bool{samplePerson("lastochkin"): true, owner(t, f): false} {
		if got, err := f.Read().WorksRemotely(task, who); got != want || err != nil {
			t.Errorf("%s: %v, %v", who, got, err)
		}
	}
	do(t, f, mark(t, f, samplePerson("lastochkin"))) // once more changes nothing
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
	do(t, f, way(t, f, sampleTrip("copper"), "Добавить участником поездки"))
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne)
	if got := copperDates(t, f); got != datesOfStory1 {
		t.Errorf("%s", got)
	}
}

// mark marks the part of somebody in 1.1 again.
func mark(t testing.TB, f *sqlite.File, who data.ID[data.Person]) sqlite.Command {
	t.Helper()
	a, err := sqlite.List[data.Assignment](f.Read(), "task_id = ? AND person_id = ?", data.ShippedID[data.Task]("sample:task.copper.1.1"), who)
	if err != nil || len(a) != 1 {
		t.Fatal(a, err)
	}
	return command.WorkRemotely{AssignmentID: a[0].ID}
}

func away(t testing.TB, f *sqlite.File, what data.AbsenceKind, from, to data.Date, deputy data.ID[data.Person]) data.ID[data.Absence] {
	t.Helper()
	id := data.NewID[data.Absence]()
	do(t, f, command.Put{Record: data.Absence{ID: id, PersonID: owner(t, f), What: what, Status: data.AbsencePlanned, StartsOn: from, EndsOn: to, DeputyID: deputy}})
	return id
}

// A vacation on 03–08.12 meets the trip of 30.11–04.12. The nearest five working
// days without it begin on Wednesday 09.12 and would end on Sunday 13.12 with
// three of them; so it is the week of 14–18.12. The vacation itself can begin on
// Monday 07.12 and lasts six days.
func TestAVacationLeavesThreeWaysOut(t *testing.T) {
	f := tripFile(t, morning24)
	id := away(t, f, data.Vacation, data.NewDate(2026, 12, 3), data.NewDate(2026, 12, 8), data.ID[data.Person]{})
	got := said(t, f, sampleTrip("copper"))[0]
	want := "away:  [Перенести поездку на 14–18 декабря | Отправить вместо: Ласточкин Д. О. | Перенести отпуск на 7–12 декабря]"
	if got != want {
		t.Errorf("%s", got)
	}
	if ps, err := command.AbsenceProblems(f.Read(), tripRow(t, f)); err != nil || len(ps) != 1 ||
		text.For(text.RU).Problem(ps[0]) != "На эти дни приходится Отпуск: 03.12.2026–08.12.2026. Перенесите поездку или отсутствие, либо отправьте другого." {
		t.Errorf("%v %v", ps, err)
	}
	for label, check := range map[string]func() bool{
		"Перенести поездку на 14–18 декабря": func() bool {
			return tripRow(t, f).StartsOn == data.NewDate(2026, 12, 14) && tripRow(t, f).EndsOn == data.NewDate(2026, 12, 18)
		},
		"Отправить вместо: Ласточкин Д. О.": func() bool { return tripRow(t, f).PersonID == samplePerson("lastochkin") },
		"Перенести отпуск на 7–12 декабря": func() bool {
			a, err := sqlite.Get(f.Read(), id)
			return err == nil && a.StartsOn == data.NewDate(2026, 12, 7) && a.EndsOn == data.NewDate(2026, 12, 12)
		},
	} {
		do(t, f, way(t, f, sampleTrip("copper"), label))
		if !check() {
			t.Errorf("%s did something else", label)
		}
		for _, s := range said(t, f, sampleTrip("copper")) {
			if strings.HasPrefix(s, "away") {
				t.Errorf("after %s: %s", label, s)
			}
		}
		if ps, _ := command.AbsenceProblems(f.Read(), tripRow(t, f)); len(ps) != 0 {
			t.Errorf("after %s: %v", label, ps)
		}
		if _, err := f.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

// With a signed order the trip moves by an order that changes it: the next number
// after 57-ком, the vacation as the reason.
func TestASignedTripMovesByAnOrder(t *testing.T) {
	f := tripFile(t, morning24)
	tr := mustTrip(t, f, sampleTrip("copper"))
	tr.Status, tr.OrderNo, tr.OrderOn = data.TripOrdered, "57-ком", today24
	do(t, f, command.MoveTrip{Trip: tr})
	away(t, f, data.Vacation, data.NewDate(2026, 12, 3), data.NewDate(2026, 12, 8), data.ID[data.Person]{})
	if got := said(t, f, tr.ID)[0]; got != "away:  [Перенести поездку на 14–18 декабря | Перенести отпуск на 7–12 декабря]" {
		t.Error(got)
	}
	do(t, f, way(t, f, tr.ID, "Перенести поездку на 14–18 декабря"))
	all, err := f.Read().TripChanges(tr.ID)
	if err != nil || len(all) != 1 || all[0].OrderNo != "58-ком" || all[0].Reason != "Отпуск: 3–8 декабря" || all[0].NewValue != "2026-12-14..2026-12-18" {
		t.Errorf("%+v, %v", all, err)
	}
	if err := tryDo(f, command.SendInstead{TripID: tr.ID, PersonID: samplePerson("lastochkin")}); err == nil {
		t.Error("a signed order was given to another traveller")
	}
}

// A share that is handed over joins that of the person who works on the task
// already.
func TestASharedTaskIsHandedOver(t *testing.T) {
	f := tripFile(t, morning24)
	task := data.ShippedID[data.Task]("sample:task.copper.1.1")
	a, _ := sqlite.List[data.Assignment](f.Read(), "task_id = ? AND person_id = ?", task, owner(t, f))
	do(t, f, command.HandShare{AssignmentID: a[0].ID, PersonID: samplePerson("lastochkin")})
	left, err := sqlite.List[data.Assignment](f.Read(), "task_id = ?", task)
	if err != nil || len(left) != 1 || left[0].Effort != data.Hours(24+32) || left[0].PersonID != samplePerson("lastochkin") {
		t.Errorf("%+v, %v", left, err)
	}
	if x, _ := sqlite.Get(f.Read(), task); x.ResponsibleID != samplePerson("lastochkin") {
		t.Error("nobody answers for the task")
	}
}

func tripRow(t testing.TB, f *sqlite.File) data.TripRow {
	t.Helper()
	row, err := f.Read().TripRow(sampleTrip("copper"))
	if err != nil {
		t.Fatal(err)
	}
	return row
}

// With others on the journey the traveller can stay; illness is not moved, and
// the deputy of the absence goes before the team.
func TestWithoutTheTravellerAndIllness(t *testing.T) {
	f := tripFile(t, morning24)
	away(t, f, data.Sick, data.NewDate(2026, 12, 1), data.NewDate(2026, 12, 2), samplePerson("tikhonov"))
	got := said(t, f, sampleTrip("copper"))[0]
	if strings.Contains(got, "Больничный") || strings.Count(got, "|") != 1 {
		t.Errorf("%s", got)
	}
	do(t, f, command.AddParticipant{TripID: sampleTrip("copper"), PersonID: samplePerson("lastochkin")})
	do(t, f, way(t, f, sampleTrip("copper"), "Едут остальные, Кузнецова А. С. остаётся"))
	tr := mustTrip(t, f, sampleTrip("copper"))
	if tr.Status != data.TripCancelled || tr.CancelReason != "Больничный: 1–2 декабря" {
		t.Errorf("%s %q", tr.Status, tr.CancelReason)
	}
}

// Another trip on 04–06.12: this one can be from Monday 07.12, that one from the
// same Monday (three days, Friday alone is a working day of it now).
func TestAnotherTripLeavesTwoWaysOut(t *testing.T) {
	f := tripFile(t, morning24)
	do(t, f, command.PlanTrip{Trip: data.Trip{Name: "Тула", PersonID: owner(t, f), StartsOn: data.NewDate(2026, 12, 4), EndsOn: data.NewDate(2026, 12, 6)}})
	sameLines(t, said(t, f, sampleTrip("copper"))[:1], "trip: Тула [Перенести поездку на 7–11 декабря | Перенести «Тула» на 7–9 декабря]")
	do(t, f, way(t, f, sampleTrip("copper"), "Перенести «Тула» на 7–9 декабря"))
	sameLines(t, said(t, f, sampleTrip("copper")), strings.Replace(oneToOne, "пн 07.12", "чт 10.12", 1), onSite) // 7–9 are taken now
}

// A call is no conflict, unless it rings during the flight of 30.11, 06:35–11:05
// by two clocks (two and a half hours, 06:35–09:05 in Moscow).
func TestACallIsAConflictOnTheWayOnly(t *testing.T) {
	f := tripFile(t, morning24)
	call := func(hour int) {
		m := data.Moment{Day: data.NewDate(2026, 11, 30), Min: hour * 60, Zone: "Europe/Moscow"}
		do(t, f, command.PlanEvent{Event: data.Event{What: data.EventCall, Title: "Созвон", Starts: m, Ends: m.Add(30)}, Party: command.Party{People: []data.ID[data.Person]{owner(t, f)}}})
	}
	call(11)
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
	call(8)
	sameLines(t, said(t, f, sampleTrip("copper"))[:1], "ride: Созвон [Перенести на пн 07.12 08:00 | Отменить встречу]")
}

// A meeting at the office in the days of the trip becomes a call and is no
// conflict any more; so it is when it is moved, and when it is called off.
func TestAMeetingElsewhereHasThreeWaysOut(t *testing.T) {
	f := tripFile(t, morning24)
	m := data.Moment{Day: data.NewDate(2026, 12, 2), Min: 11 * 60, Zone: "Europe/Moscow"}
	id := data.NewID[data.Event]()
	do(t, f, command.PlanEvent{Event: data.Event{ID: id, What: data.EventMeeting, Title: "Бюджет отдела", Place: "переговорная 1", Starts: m, Ends: m.Add(60)},
		Party: command.Party{People: []data.ID[data.Person]{owner(t, f)}}})
	sameLines(t, said(t, f, sampleTrip("copper"))[:1], "meeting: Бюджет отдела [Перевести в звонок | Перенести на пн 07.12 11:00 | Отменить встречу]")
	for label, want := range map[string]string{"Перевести в звонок": "call planned 2026-12-02 по телефону", "Перенести на пн 07.12 11:00": "meeting planned 2026-12-07 переговорная 1",
		"Отменить встречу": "meeting cancelled 2026-12-02 переговорная 1"} {
		do(t, f, meetingWay(t, f, "Бюджет отдела", label))
		e, err := sqlite.Get(f.Read(), id)
		if got := fmt.Sprint(e.What, " ", e.Status, " ", e.Starts.Day, " ", e.Place); got != want || err != nil {
			t.Errorf("%s: %s, %v", label, got, err)
		}
		sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
		if _, err := f.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

// meetingWay is the way out of one meeting among several.
func meetingWay(t testing.TB, f *sqlite.File, title, label string) sqlite.Command {
	t.Helper()
	for _, c := range conflicts(t, f, sampleTrip("copper")) {
		for _, x := range c.Ways {
			if c.Title == title && text.For(text.RU).F(x.Key, x.Args...) == label {
				return x.Command
			}
		}
	}
	t.Fatalf("no way %q out of %q", label, title)
	return nil
}

// putTask makes a task of the project «Север-Энерго», for which Кузнецова answers.
func putTask(t testing.TB, f *sqlite.File, edit func(*data.Task)) data.Task {
	t.Helper()
	x := data.Task{ID: data.NewID[data.Task](), PlanID: data.ShippedID[data.Plan]("sample:plan.north"), Ord: 90000, Name: "Справка", What: data.TaskWork, Mode: data.ModeAuto,
		Duration: data.Days(2), Status: data.TaskOpen, ConstraintKind: data.NotEarlier, ConstraintOn: data.NewDate(2026, 11, 25), ResponsibleID: owner(t, f)}
	edit(&x)
	do(t, f, command.Put{Record: x})
	return x
}

// A term on Thursday 03.12 in another project: the last working day before the
// trip is Friday 27.11, the first after it Monday 07.12. Тихонов, the other one of
// the team, travels himself on 01–04.12 and cannot take it over.
func TestATermOfAnotherProjectInsideTheTrip(t *testing.T) {
	f := tripFile(t, morning24)
	x := putTask(t, f, func(x *data.Task) { x.DeadlineOn = data.NewDate(2026, 12, 3) })
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite, "deadline: 3 Справка [Срок пт 27.11 | Срок пн 07.12]")
	do(t, f, way(t, f, sampleTrip("copper"), "Срок пт 27.11"))
	if y, _ := sqlite.Get(f.Read(), x.ID); y.DeadlineOn != data.NewDate(2026, 11, 27) {
		t.Error(y.DeadlineOn)
	}
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
}

// Without his trip Тихонов can take the term over.
func TestATermIsHandedOver(t *testing.T) {
	f := tripFile(t, morning24)
	x := putTask(t, f, func(x *data.Task) { x.DeadlineOn = data.NewDate(2026, 12, 3) })
	do(t, f, command.CancelTrip{TripID: sampleTrip("north"), Reason: "нет"})
	do(t, f, way(t, f, sampleTrip("copper"), "Передать: Тихонов А. С."))
	if y, _ := sqlite.Get(f.Read(), x.ID); y.ResponsibleID != samplePerson("tikhonov") || y.DeadlineOn != data.NewDate(2026, 12, 3) {
		t.Errorf("%+v", y)
	}
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
}

// 24 h of 1.1, 5 h 05 min of flights and 0,5 h of the 1:1 leave 10 h 25 min of the
// 40 h of the week; 16 h more of another project are too much, 10 h are not.
func TestHoursOfAnotherProjectAreTooMuch(t *testing.T) {
	f := tripFile(t, morning24)
	load := func(hours int) data.Task {
		x := putTask(t, f, func(x *data.Task) { x.ConstraintKind, x.ConstraintOn, x.Effort = "", 0, data.Hours(hours) })
		x.ConstraintKind, x.ConstraintOn = data.NotEarlier, data.NewDate(2026, 12, 1)
		x.ResponsibleID = data.ID[data.Person]{}
		do(t, f, command.All{Key: "command.sample", Commands: []sqlite.Command{command.Put{Record: x},
			command.Put{Record: data.Assignment{ID: data.NewID[data.Assignment](), TaskID: x.ID, PersonID: owner(t, f), Effort: data.Hours(hours), Units: 100}}}})
		return x
	}
	small := load(10)
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
	do(t, f, command.Delete{Ref: data.RefTo(data.KindTask, small.ID)})
	load(16)
	all := conflicts(t, f, sampleTrip("copper"))
	last := all[len(all)-1]
	if len(all) != 3 || last.What != command.ConflictLoad || last.Hours != data.Hours(16) || last.Norm != data.Hours(40) || last.Load != data.Hours(45)+35 {
		t.Errorf("%+v", last)
	}
	do(t, f, way(t, f, sampleTrip("copper"), "Начать пн 07.12"))
	sameLines(t, said(t, f, sampleTrip("copper")), oneToOne, onSite)
}

func TestATripThatIsOverHasNoConflicts(t *testing.T) {
	f := tripFile(t, morning24)
	sameLines(t, said(t, f, sampleTrip("daisy")))
	sameLines(t, said(t, f, sampleTrip("minsk.kuznetsova")))
}

// BenchmarkTripConflicts: 5 000 trips, 20 plans of 1 000 tasks, 50 000 events.
func BenchmarkTripConflicts(b *testing.B) {
	size := sample.Full
	size.Trips = 5000
	f := largeTrips(b, size)
	rows, err := f.Read().Trips(data.TripFilter{Show: data.TripsAhead, Sort: data.TripsOldest, Today: today24})
	if err != nil || len(rows) < 100 {
		b.Fatal(len(rows), err)
	}
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			if rows, err := f.Read().Trips(data.TripFilter{Year: 2026, Today: today24}); err != nil || len(rows) < 500 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("conflicts", func(b *testing.B) {
		n, i := 0, 0
		for b.Loop() {
			n += len(conflicts(b, f, rows[i%100].ID))
			i++
		}
		b.ReportMetric(float64(n)/float64(i), "found")
	})
	b.Run("gather", func(b *testing.B) {
		i := 0
		for b.Loop() {
			if _, err := command.TripProposals(f.Read(), text.For(text.RU), command.GatherOf(rows[i%100])); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
}

func largeTrips(b *testing.B, size sample.Size) *sqlite.File {
	b.Helper()
	f, err := sqlite.Create(filepath.Join(b.TempDir(), "large.portfel"), command.Options(func() time.Time { return morning24 }))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	if err := sample.Large(f, size, 1); err != nil {
		b.Fatal(err)
	}
	return f
}
