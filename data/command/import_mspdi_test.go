package command_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// whole is a file that uses most of what a plan can take.
var whole = project{
	calendars: `<Calendar><UID>2</UID><Name>Вечер</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>` + evening(2) + evening(3) + evening(4) + evening(5) + evening(6) + `</WeekDays></Calendar>` +
		`<Calendar><UID>9</UID><Name>Ночная смена</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>` +
		`<Calendar><UID>4</UID><Name>Борисова</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><Exceptions><Exception><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate><ToDate>2026-03-05T23:59:00</ToDate></TimePeriod><Name>Отгул</Name><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>` +
		`<Calendar><UID>5</UID><Name>Власов</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar>`,
	tasks: row(1, 1, "2026-03-02T08:00", "2026-03-12T17:00", 72, "<Summary>1</Summary>") +
		row(2, 2, "2026-03-02T08:00", "2026-03-10T17:00", 40, "<Work>PT40H0M0S</Work><GUID>7C9E6679-7425-40DE-944B-E07FC1F90AE7</GUID><WBS>А.1</WBS><Priority>700</Priority><FixedCost>1500000</FixedCost>"+
			"<Deadline>2026-03-13T17:00:00</Deadline><Hyperlink>Паспорт</Hyperlink><HyperlinkAddress>https://example.org/a</HyperlinkAddress><Notes>Строка 1</Notes>"+
			"<ExtendedAttribute><FieldID>188743731</FieldID><Value>№ 17</Value></ExtendedAttribute>"+
			"<Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start><Finish>2026-03-06T17:00:00</Finish><Work>PT38H0M0S</Work><Cost>700000</Cost></Baseline>"+
			"<Baseline><Number>3</Number><Start>2026-02-24T08:00:00</Start><Finish>2026-02-25T17:00:00</Finish></Baseline>") +
		row(3, 2, "2026-03-11T13:00", "2026-03-12T12:00", 8, constraint(4, "2026-03-11T13:00")+after(2, 1, 0, 7)+"<CalendarUID>1</CalendarUID>") +
		row(4, 1, "2026-03-12T12:00", "2026-03-12T12:00", 0, after(3, 1, 0, 7)),
	resources: resource(1, "Борисова Инна Олеговна", 4, "<EmailAddress>b@example.org</EmailAddress><StandardRate>1234.56</StandardRate><StandardRateFormat>2</StandardRateFormat>") + resource(2, "Власов Пётр", 5, "") +
		`<Resource><UID>3</UID><Name>Тестировщик</Name><Type>1</Type><IsGeneric>1</IsGeneric><MaxUnits>2</MaxUnits></Resource><Resource><UID>7</UID><Name>Кабель</Name><Type>0</Type><MaterialLabel>м</MaterialLabel></Resource>` +
		`<Resource><UID>8</UID><Name>Запасной</Name><Type>1</Type></Resource>`,
	assignments: assign(1, 2, 1, 1, 40) + assign(2, 3, 3, 0.5, 4) + assign(3, 2, 7, 1, 0),
}

func evening(n int) string {
	return fmt.Sprintf(`<WeekDay><DayType>%d</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>16:00:00</FromTime><ToTime>23:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`, n)
}

func TestAnMSProjectFileBecomesRecords(t *testing.T) {
	f := newFile(t)
	p, err := take(t, f, whole.xml())
	if err != nil {
		t.Fatal(err)
	}
	want(t, "rows", lines(p.Rows), []string{
		"added resource Тестировщик", "added project план", "added calendar Стандартный", "added calendar Борисова", "added person Борисова Инна Олеговна",
		"added task Задача 1", "added task Задача 2", "added task Задача 3", "added task Задача 4",
		"added rate Борисова Инна Олеговна", "added baseline Базовый план 0 (MS Project)", "added baseline Базовый план 3 (MS Project)",
	})
	out := tree(t, f, "план")
	a := out.Rows[1].Task
	if a.Duration != data.Days(5) || a.Effort != data.Hours(40) || a.Priority != 700 || a.FixedCost != 1_500_000 || a.DeadlineOn != data.NewDate(2026, 3, 13) || a.Note != "Строка 1\nПаспорт https://example.org/a" {
		t.Errorf("task 2: %+v", a)
	}
	if b := out.Rows[2].Task; b.ConstraintKind != data.NotEarlier || b.ConstraintOn != data.NewDate(2026, 3, 11) || b.ConstraintAt != 13*60 || b.CalendarID.IsZero() || b.CalendarID != out.Plan.CalendarID {
		t.Errorf("task 3: %+v", b)
	}
	if s, m := out.Rows[0].Task, out.Rows[3].Task; s.What != data.TaskStage || !s.Duration.IsZero() || m.What != data.TaskMilestone || m.Duration != data.Days(0) {
		t.Errorf("kinds: %s %s", s.What, m.What)
	}
	cal, err := sqlite.Get(f.Read(), out.Plan.CalendarID)
	if err != nil || cal.Name != "Стандартный" || !strings.HasPrefix(string(cal.Hours), "08:00-12:00 13:00-17:00|") {
		t.Errorf("calendar %+v, %v", cal, err)
	}
	who, err := sqlite.List[data.Person](f.Read(), "full_name = ?", "Борисова Инна Олеговна")
	if err != nil || len(who) != 1 || who[0].Email != "b@example.org" || who[0].CalendarID == cal.ID {
		t.Fatalf("people %+v, %v", who, err)
	}
	days, err := sqlite.List[data.CalendarDay](f.Read(), "calendar_id = ? ORDER BY on_date", who[0].CalendarID)
	if err != nil || len(days) != 2 || days[0].Type != data.DayIsOff || days[0].Title != "Отгул" || days[1].OnDate != data.NewDate(2026, 3, 5) {
		t.Errorf("days off %+v, %v", days, err)
	}
	rates, err := sqlite.List[data.Rate](f.Read(), "person_id = ?", who[0].ID)
	if err != nil || len(rates) != 1 || rates[0].Amount != 123456 || rates[0].What != data.RateCost || rates[0].ProjectID != out.Project.ID {
		t.Errorf("rates %+v, %v", rates, err)
	}
	bases, _ := f.Read().Baselines(out.Plan.ID)
	for _, b := range bases {
		l, err := f.Read().BaselineTasks(b.ID)
		if err != nil || b.Name == "Базовый план 0 (MS Project)" && (l[a.ID].StartsOn != data.NewDate(2026, 3, 2) || l[a.ID].EndsOn != data.NewDate(2026, 3, 6) || l[a.ID].Effort != data.Hours(38) || l[a.ID].Cost != 700_000) {
			t.Errorf("%s: %+v, %v", b.Name, l[a.ID], err)
		}
	}
	role := out.Rows[2].Assignees
	if len(role) != 1 || role[0].ResourceID.IsZero() || role[0].Units != 50 || role[0].Effort != data.Hours(4) {
		t.Errorf("role %+v", role)
	}
}

// What is not taken is told, each with its name: nothing is lost in silence.
func TestWhatAFileLosesIsTold(t *testing.T) {
	f := newFile(t)
	p, err := take(t, f, whole.xml())
	if err != nil {
		t.Fatal(err)
	}
	w := text.For(text.RU)
	var got []string
	for _, n := range p.Notes {
		got = append(got, strings.TrimPrefix(n.Name+": "+w.Problem(n.What), ": "))
	}
	slices.Sort(got)
	want(t, "notes", got, []string{
		"Кабель: Материал (м) не взят: здесь работают люди и роли.",
		"Календари, которыми план не пользуется, не взяты: Вечер, Ночная смена.",
		"Ресурсы без назначений не взяты: Власов Пётр, Запасной.",
	})
}

func TestTheSameFileASecondTimeChangesNothing(t *testing.T) {
	f := newFile(t)
	if _, err := take(t, f, whole.xml()); err != nil {
		t.Fatal(err)
	}
	steps, _ := f.Read().HistorySince("")
	p, err := take(t, f, whole.xml())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		if r.Action != command.ImportSame {
			t.Errorf("%+v", r)
		}
	}
	if again, _ := f.Read().HistorySince(""); len(again) != len(steps) {
		t.Errorf("a second import left a step: %d, before %d", len(again), len(steps))
	}
}

// A newer file of the plan is found again by the UIDs: what it says otherwise is
// changed, what the user made of a task meanwhile stays where the row has not
// changed, what is missing stays and is named.
func TestANewerFileUpdatesByUID(t *testing.T) {
	f := newFile(t)
	old := project{tasks: row(11, 1, "2026-03-02T08:00", "2026-03-04T17:00", 24, "") + row(12, 1, "2026-03-05T08:00", "2026-03-06T17:00", 16, after(11, 1, 0, 7)) + row(13, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, "")}
	if _, err := take(t, f, old.xml()); err != nil {
		t.Fatal(err)
	}
	x := tree(t, f, "план").Rows[0].Task
	x.Name, x.Result = "Моё имя", "отчёт"
	do(t, f, command.Put{Record: x})
	newer := project{tasks: row(11, 1, "2026-03-02T08:00", "2026-03-04T17:00", 24, "") + row(12, 1, "2026-03-06T08:00", "2026-03-10T17:00", 24, after(11, 1, 4800, 7)) + row(14, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, "")}
	p, err := take(t, f, newer.xml())
	if err != nil {
		t.Fatal(err)
	}
	want(t, "rows", lines(p.Rows), []string{"same project план", "same calendar Стандартный", "same task Задача 11", "changed task Задача 12", "added task Задача 14", "same task Задача 13 import.absent"})
	var got []string
	for _, r := range tree(t, f, "план").Rows {
		got = append(got, fmt.Sprintf("%s %s %s..%s", r.Task.Name, r.Task.Duration, r.Date.StartsOn, r.Date.EndsOn))
	}
	want(t, "plan", got, []string{"Моё имя 3d 2026-03-02..2026-03-04", "Задача 12 3d 2026-03-06..2026-03-10", "Задача 14 1d 2026-03-02..2026-03-02", "Задача 13 1d 2026-03-02..2026-03-02"})
	newer.tasks = strings.Replace(newer.tasks, "<Name>Задача 11</Name>", "<Name>Задача 11 снова</Name>", 1)
	if _, err := take(t, f, newer.xml()); err != nil {
		t.Fatal(err)
	}
	if y := tree(t, f, "план").Rows[0].Task; y.Name != "Задача 11 снова" || y.Result != "отчёт" {
		t.Errorf("a changed row takes the name and leaves what it knows nothing of: %q %q", y.Name, y.Result)
	}
}

func TestAPreviewOfAFileWritesNothing(t *testing.T) {
	f := newFile(t)
	p, err := command.ImportMSPDI{Source: readProject(t, whole.xml()), File: "план.xml"}.Look(f.Read())
	if err != nil || p.Refused() != 0 || len(p.Rows) < 10 || len(p.Notes) == 0 {
		t.Fatalf("%+v, %v", p, err)
	}
	if ps, _ := sqlite.List[data.Project](f.Read(), ""); len(ps) != 0 {
		t.Errorf("%d projects", len(ps))
	}
}

// refusedSources are files that are no plan: each is refused whole, with the
// record and the reason, and nothing is written.
var refusedSources = []struct{ name, tasks, place, what string }{
	{"a circle", row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(3, 1, 0, 7)) + row(2, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(1, 1, 0, 7)) +
		row(3, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(2, 1, 0, 7)), "UID 3", "import.cycle «Задача 1» → «Задача 2» → «Задача 3» → «Задача 1»"},
	{"an orphan", row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(77, 1, 0, 7)), "Task/PredecessorLink, UID 1", "mspdi.linkMissing 77"},
	{"a task that waits for itself", row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(1, 1, 0, 7)), "Task/PredecessorLink, UID 1", "mspdi.linkSelf"},
	{"a link into an own stage", row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, "") + row(2, 2, "2026-03-02T08:00", "2026-03-02T17:00", 8, after(1, 1, 0, 7)), "UID 2", "import.ownStage «Задача 1»"},
	{"a negative duration", strings.Replace(row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, ""), "PT8H", "-PT8H", 1), "Task/Duration, UID 1", "mspdi.durationNegative -PT8H0M0S"},
	{"a date in year 1", row(1, 1, "0001-01-01T00:00", "2026-03-02T17:00", 8, ""), "Task/Start, UID 1", "mspdi.dateRange 0001-01-01T00:00:00"},
	{"a date in year 9999", row(1, 1, "2026-03-02T08:00", "9999-12-31T17:00", 8, ""), "Task/Finish, UID 1", "mspdi.dateRange 9999-12-31T17:00:00"},
	{"a limit in year 9999", row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, constraint(4, "9999-12-31T17:00")), "Task/ConstraintDate, UID 1", "mspdi.dateRange 9999-12-31T17:00:00"},
	{"no task at all", "", "Tasks", "mspdi.noTasks"},
}

func TestFilesThatAreNoPlanAreRefused(t *testing.T) {
	for _, c := range refusedSources {
		f := newFile(t)
		p, err := take(t, f, project{tasks: c.tasks}.xml())
		var found []string
		for _, r := range p.Rows {
			if r.Action == command.ImportRefused {
				found = append(found, strings.TrimSpace(r.Column+": "+r.Reason.Code+" "+strings.Join(r.Reason.Args, " ")))
			}
		}
		if err == nil || !slices.Equal(found, []string{c.place + ": " + c.what}) {
			t.Errorf("%s: %v, %q", c.name, err, found)
		}
		if ps, _ := sqlite.List[data.Project](f.Read(), ""); len(ps) != 0 {
			t.Errorf("%s: something was written", c.name)
		}
	}
}

// An outline of 10 000 levels is refused by its first task that lies too deep.
func TestADeepOutlineIsRefused(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&b, "<Task><UID>%d</UID><Name>Уровень %d</Name><OutlineLevel>%d</OutlineLevel><Duration>PT8H0M0S</Duration></Task>", i+1, i+1, i+1)
	}
	f := newFile(t)
	p, err := take(t, f, project{tasks: b.String()}.xml())
	if err == nil || p.Refused() != 1 || p.Rows[0].Name != "Уровень 51" || p.Rows[0].Reason.Code != "table.depth" {
		t.Errorf("%v, %d rows", err, len(p.Rows))
	}
}

// Calendars with rules for a thousand years are refused, not laid out.
func TestACalendarWithoutEndIsRefused(t *testing.T) {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, `<Calendar><UID>%d</UID><Name>К%d</Name><IsBaseCalendar>1</IsBaseCalendar><Exceptions><Exception><TimePeriod><FromDate>1900-01-01T00:00:00</FromDate><ToDate>2199-12-31T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>`, i+10, i)
	}
	var tasks, res, assigned strings.Builder
	for i := range 40 {
		tasks.WriteString(row(i+1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, fmt.Sprintf("<CalendarUID>%d</CalendarUID>", i+10)))
	}
	f := newFile(t)
	p, err := take(t, f, project{calendars: b.String(), tasks: tasks.String(), resources: res.String(), assignments: assigned.String()}.xml())
	if err == nil || p.Refused() != 1 || !slices.ContainsFunc(p.Rows, func(r command.ImportRow) bool {
		return r.Kind == data.KindCalendar && r.Reason.Code == "mspdi.calendarHuge"
	}) {
		t.Errorf("%v\n%s", err, strings.Join(lines(p.Rows), "\n"))
	}
}

// Every code of a fault, a note and a loss has words in both languages.
func TestCodesOfTheFormatHaveWords(t *testing.T) {
	for _, l := range text.Langs {
		w := text.For(l)
		for _, code := range slices.Concat(mspdi.FaultCodes, mspdi.NoteCodes, mspdi.LossCodes) {
			if !w.Has("problem.mspdi." + code) {
				t.Errorf("%s: no words for mspdi.%s", l, code)
			}
		}
	}
}

// People whom the file names and who are there keep their own calendar, which is
// told; a name that fits several is refused with both.
func TestPeopleOfAFileAreFoundByName(t *testing.T) {
	source := project{tasks: row(1, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, ""), resources: resource(1, "Борисова", 1, ""), assignments: assign(1, 1, 1, 1, 8)}
	f := newFile(t)
	one := data.Person{ID: data.NewID[data.Person](), FullName: "Борисова Инна Олеговна", Zone: "Europe/Moscow", CalendarID: command.Russia, WeekHours: data.Hours(40)}
	do(t, f, command.Put{Record: one})
	p, err := take(t, f, source.xml())
	if err != nil || !slices.ContainsFunc(p.Notes, func(n command.ImportNote) bool {
		return n.What.Code == "mspdi.ownCalendar" && n.What.Args[0] == "Борисова И. О."
	}) {
		t.Errorf("%v, %+v", err, p.Notes)
	}
	if a := tree(t, f, "план").Rows[0].Assignees; len(a) != 1 || a[0].PersonID != one.ID {
		t.Errorf("%+v", a)
	}
	do(t, f, command.Put{Record: data.Person{ID: data.NewID[data.Person](), FullName: "Борисова Яна", Zone: "Europe/Moscow", WeekHours: data.Hours(40)}})
	p, err = take(t, f, source.xml())
	if err == nil || p.Refused() != 1 || p.Rows[0].Reason.Code != "import.manyPeople" || p.Rows[0].Kind != data.KindPerson {
		t.Errorf("%v, %+v", err, p.Rows)
	}
}

// Fields that the records have no place for come back with the file: the task's
// own, unknown ones, custom values with their definitions.
func TestKeptFieldsComeBack(t *testing.T) {
	source := project{head: `<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Договор</Alias></ExtendedAttribute></ExtendedAttributes>`,
		tasks: row(5, 1, "2026-03-02T08:00", "2026-03-02T17:00", 8, "<GUID>7C9E6679-7425-40DE-944B-E07FC1F90AE7</GUID><WBS>А.1</WBS><Contact>Орлов</Contact><EffortDriven>1</EffortDriven>"+
			"<ExtendedAttribute><FieldID>188743731</FieldID><Value>№ 17</Value></ExtendedAttribute>"+
			"<PredecessorLink><PredecessorUID>9</PredecessorUID><Type>1</Type><CrossProject>1</CrossProject><CrossProjectName>b.mpp\\9</CrossProjectName></PredecessorLink>"+
			`<z:Zebra xmlns:z="urn:z">полосы</z:Zebra>`)}
	f := newFile(t)
	if _, err := take(t, f, source.xml()); err != nil {
		t.Fatal(err)
	}
	b, _ := projectBytes(t, f, tree(t, f, "план").Plan.ID)
	for _, part := range []string{"<UID>5</UID>", "7C9E6679-7425-40DE-944B-E07FC1F90AE7", "<WBS>А.1</WBS>", "<Contact>Орлов</Contact>", "<EffortDriven>1</EffortDriven>", "<Value>№ 17</Value>", "<Alias>Договор</Alias>", "b.mpp\\9", "полосы"} {
		if !strings.Contains(string(b), part) {
			t.Errorf("no %s in\n%s", part, b)
		}
	}
}
