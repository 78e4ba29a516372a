package command_test

import (
	"fmt"
	"strings"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/table"
	"portfel/data/workday"
)

// maker makes a random command of one sort; nil when the file has nothing for it.
type maker struct {
	name string
	make func(*gen) sqlite.Command
}

// command is a random command and the name under which it is counted.
func (g *gen) command() (string, sqlite.Command) {
	if g.chance(35) {
		rec := g.record(data.Records[g.r.Intn(len(data.Records))].Kind())
		name := "put " + string(rec.Kind())
		if g.chance(40) {
			rec = g.edited(rec)
		}
		return name, command.Put{Record: rec}
	}
	if len(g.deck) == 0 {
		g.deck = g.r.Perm(len(makers))
	}
	m := makers[g.deck[0]]
	g.deck = g.deck[1:]
	return m.name, m.make(g)
}

// prelude is what a file needs for most commands to have something to work on.
func (g *gen) prelude() []sqlite.Command {
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Громов Илья Павлович", Zone: "Europe/Moscow"}
	p := data.Project{ID: data.NewID[data.Project](), Name: "Бюджетирование", StartsOn: data.NewDate(2026, 11, 30), Status: data.ProjectPlanning}
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: p.ID, IsCurrent: true, StartsOn: p.StartsOn}
	m := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: command.Owner, StartsOn: data.NewDate(2026, 11, 16), EndsOn: data.NewDate(2027, 2, 15), Status: data.MentoringRunning}
	doc := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "ТЗ"}
	trip := data.Trip{ID: data.NewID[data.Trip](), Name: "Екатеринбург", PersonID: command.Owner}
	cs := []sqlite.Command{command.Put{Record: who}, command.Put{Record: p}, command.Put{Record: plan}, command.NewMentoring{Mentoring: m, Weekly: &command.Weekly{Day: time.Wednesday, Min: 1050, Minutes: 30, Title: "1:1"}},
		command.Put{Record: doc}, command.AddVersion{Version: data.Version{DeliverableID: doc.ID, Label: "0.1"}}, command.PlanTrip{Trip: trip, Legs: []data.Leg{g.leg(trip.ID), g.leg(trip.ID)}, With: []data.ID[data.Person]{who.ID}},
		command.Put{Record: data.Competency{ID: data.NewID[data.Competency](), Name: "Интервьюирование", Scale: 5}}}
	for i := range 5 {
		t := data.Task{ID: data.NewID[data.Task](), PlanID: plan.ID, Name: fmt.Sprintf("Задача %d", i), Duration: data.Days(i)}
		cs = append(cs, command.AddTask{Task: t}, command.Assign{TaskID: t.ID, Shares: []command.Share{{PersonID: who.ID, Effort: 600}}},
			command.AddItem{MentoringID: m.ID, Item: data.Task{Name: fmt.Sprintf("Пункт %d", i), Effort: 120}})
	}
	return cs
}

var makers []maker

func init() {
	makers = append(makers, recordMakers...)
	makers = append(makers, planMakers...)
	makers = append(makers, tripMakers...)
	makers = append(makers, eventMakers...)
	makers = append(makers, mentoringMakers...)
	makers = append(makers, paperMakers...)
	makers = append(makers, otherMakers...)
}

// moves are the kinds with a status.
var moves = []data.Record{data.Absence{}, data.Project{}, data.Task{}, data.Mentoring{}, data.Trip{}, data.Version{}, data.Approval{}, data.Event{}}

var recordMakers = []maker{
	{"move", func(g *gen) sqlite.Command { return g.move() }},
	{"delete", func(g *gen) sqlite.Command { return command.Delete{Ref: g.anyRef()} }},
	{"archive", func(g *gen) sqlite.Command { return command.Archive{Ref: g.anyRef(), On: g.maybeDate()} }},
	{"all", func(g *gen) sqlite.Command {
		all := command.All{Key: "command.import.plan"}
		for range 2 + g.r.Intn(3) {
			if _, c := g.command(); c != nil {
				all.Commands = append(all.Commands, c)
			}
		}
		return all
	}},
	{"parent after child", func(g *gen) sqlite.Command {
		t, ok := drawn[data.Task](g)
		if !ok {
			return nil
		}
		stage := g.task()
		stage.PlanID, stage.ParentID = t.PlanID, data.ID[data.Task]{}
		t.ParentID = stage.ID
		return raws{t, stage}
	}},
}

// raws puts records as an import does, without asking about their order.
type raws []data.Record

func (raws) Label() (string, string) { return "command.import.plan", "" }

func (c raws) Run(tx *sqlite.Tx) error {
	for _, r := range c {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

func (g *gen) move() sqlite.Command {
	refs := g.refs(choose(g, moves...).Kind())
	if len(refs) == 0 {
		return nil
	}
	rec, err := g.q.Load(refs[g.r.Intn(len(refs))])
	if err != nil {
		panic(err)
	}
	next := rec.(data.Staged).Stages()
	if len(next) == 0 {
		return nil
	}
	to := choose(g, next...)
	switch x := rec.(type) {
	case data.Absence:
		x.Status = data.AbsenceStatus(to)
		return command.Move{Record: x}
	case data.Project:
		x.Status = data.ProjectStatus(to)
		return command.Move{Record: x}
	case data.Task:
		x.Status = data.TaskStatus(to)
		return command.Move{Record: x}
	case data.Mentoring:
		x.Status, x.Conclusion = data.MentoringStatus(to), data.ConclusionFits
		return command.Move{Record: x}
	case data.Trip:
		x.Status, x.CancelReason = data.TripStatus(to), "клиент перенёс"
		return command.Move{Record: x}
	case data.Version:
		x.Status = data.VersionStatus(to)
		return command.Move{Record: x}
	case data.Approval:
		x.Decision, x.DecidedOn = data.Decision(to), g.date()
		return command.Move{Record: x}
	case data.Event:
		x.Status = data.EventStatus(to)
		return command.Move{Record: x}
	}
	panic("no such kind")
}

var planMakers = []maker{
	{"AddTask", func(g *gen) sqlite.Command {
		t := g.task()
		return command.AddTask{Task: t, After: g.taskOf(t.PlanID), First: g.chance(20)}
	}},
	{"AddTask", func(g *gen) sqlite.Command { return command.AddTask{Task: g.task()} }},
	{"PlaceTask", func(g *gen) sqlite.Command {
		t, _ := drawn[data.Task](g)
		return command.PlaceTask{ID: t.ID, Parent: g.taskOf(t.PlanID), After: g.taskOf(t.PlanID)}
	}},
	{"Nudge", func(g *gen) sqlite.Command {
		return command.Nudge{ID: pick[data.Task](g), How: choose(g, command.Indent, command.Outdent, command.Up, command.Down)}
	}},
	{"SetLinks", func(g *gen) sqlite.Command {
		t, _ := drawn[data.Task](g)
		c := command.SetLinks{TaskID: t.ID}
		for range g.r.Intn(4) {
			c.Preds = append(c.Preds, data.Dependency{PredID: g.taskOf(t.PlanID), Type: choose(g, data.LinkTypes...), Lag: g.lag()})
		}
		return c
	}},
	{"LinkTasks", func(g *gen) sqlite.Command {
		t, _ := drawn[data.Task](g)
		return command.LinkTasks{Dependency: data.Dependency{PredID: g.taskOf(t.PlanID), SuccID: t.ID, Type: choose(g, data.LinkTypes...), Lag: g.lag()}}
	}},
	{"Assign", func(g *gen) sqlite.Command {
		c := command.Assign{TaskID: pick[data.Task](g)}
		for range g.r.Intn(4) {
			c.Shares = append(c.Shares, command.Share{PersonID: pick[data.Person](g), Effort: data.Minutes(g.r.Intn(40) * 60), Units: choose(g, 0, 50, 100)})
		}
		return c
	}},
	{"DragTask", func(g *gen) sqlite.Command {
		return command.DragTask{ID: pick[data.Task](g), StartsOn: g.maybeDate(), Days: int64(g.r.Intn(9)-1) * 1000}
	}},
	{"DeleteTasks", func(g *gen) sqlite.Command {
		return command.DeleteTasks{IDs: []data.ID[data.Task]{pick[data.Task](g), pick[data.Task](g)}}
	}},
	{"NewProject", func(g *gen) sqlite.Command {
		return command.NewProject{Project: data.Project{Name: g.word() + "!", StartsOn: g.maybeDate(), ManagerID: some[data.Person](g, 60)}, Role: "руководитель"}
	}},
	{"EnsurePlan", func(g *gen) sqlite.Command {
		bare := data.Project{ID: data.NewID[data.Project](), Name: g.word() + ".", StartsOn: g.date(), Status: data.ProjectPlanning}
		return command.All{Key: "command.put.project", Commands: []sqlite.Command{command.Put{Record: bare}, command.EnsurePlan{ID: bare.ID}}}
	}},
	{"StartProject", func(g *gen) sqlite.Command { return command.StartProject{ID: pick[data.Project](g), On: g.date()} }},
	{"AddMember", func(g *gen) sqlite.Command {
		return command.AddMember{Member: data.Member{ProjectID: pick[data.Project](g), PersonID: pick[data.Person](g)}}
	}},
	{"ImportPlan", func(g *gen) sqlite.Command { return g.csv() }},
}

// csv is a plan of a table that changes from one import to the next.
func (g *gen) csv() sqlite.Command {
	b := strings.Builder{}
	b.WriteString("№;Родитель;Задача;Дней;Предшественники;Исполнитель;Часы\n")
	for i := 1; i <= 2+g.r.Intn(5); i++ {
		parent, pred := "", ""
		if g.chance(40) {
			parent = fmt.Sprint(1 + g.r.Intn(6)) // may come later in the table, or not at all
		}
		if i > 1 && g.chance(40) {
			pred = fmt.Sprint(1 + g.r.Intn(i-1))
		}
		fmt.Fprintf(&b, "%d;%s;Строка %d %s;%d;%s;%s;%d\n", i, parent, i, choose(g, "", "новая", "ещё"), g.r.Intn(6), pred, choose(g, "", "Я", "Заглядова Ия"), g.r.Intn(20))
	}
	tab, err := table.Read(strings.NewReader(b.String()))
	if err != nil {
		panic(err)
	}
	c := command.ImportPlan{File: "план.csv", Project: choose(g, "Импорт А", "Импорт Б"), Start: g.maybeDate()}
	if c.Source, c.Faults, err = table.ReadPlan(tab); err != nil {
		panic(err)
	}
	return c
}

var tripMakers = []maker{
	{"PlanTrip", func(g *gen) sqlite.Command {
		c := command.PlanTrip{Trip: g.trip()}
		for range g.r.Intn(3) {
			l := g.leg(c.Trip.ID)
			l.ID = data.ID[data.Leg]{}
			c.Legs = append(c.Legs, l)
		}
		if g.chance(30) {
			c.With = append(c.With, pick[data.Person](g))
		}
		return c
	}},
	{"AddParticipant", func(g *gen) sqlite.Command {
		return command.AddParticipant{TripID: pick[data.Trip](g), PersonID: pick[data.Person](g)}
	}},
	{"RepeatTrip", func(g *gen) sqlite.Command { return command.RepeatTrip{TripID: pick[data.Trip](g), StartsOn: g.date()} }},
	{"ShiftTrip", func(g *gen) sqlite.Command {
		return command.ShiftTrip{TripID: pick[data.Trip](g), Days: g.r.Intn(20) - 5, Group: g.chance(50)}
	}},
	{"CancelTrip", func(g *gen) sqlite.Command {
		return command.CancelTrip{TripID: pick[data.Trip](g), Reason: "клиент перенёс", Group: g.chance(50)}
	}},
	{"MoveTrip", func(g *gen) sqlite.Command {
		t, ok := drawn[data.Trip](g)
		if !ok || len(t.Stages()) == 0 {
			return nil
		}
		t.Status, t.CancelReason = data.TripStatus(choose(g, t.Stages()...)), "отказ"
		t.OrderNo, t.OrderOn, t.Purpose, t.Place = "57-ком", g.date(), "интервью", "Екатеринбург"
		return command.MoveTrip{Trip: t, Group: g.chance(50)}
	}},
	{"EditLeg", func(g *gen) sqlite.Command {
		l := g.leg(pick[data.Trip](g))
		if old, ok := drawn[data.Leg](g); ok && g.chance(50) {
			l.ID, l.TripID, l.Ord = old.ID, old.TripID, old.Ord
		}
		return command.EditLeg{Leg: l, Group: g.chance(50)}
	}},
	{"DeleteLeg", func(g *gen) sqlite.Command {
		l, _ := drawn[data.Leg](g)
		return command.DeleteLeg{Leg: l, Group: g.chance(50)}
	}},
	{"OrderLeg", func(g *gen) sqlite.Command {
		l, _ := drawn[data.Leg](g)
		return command.OrderLeg{Leg: l, By: choose(g, -1, 1), Group: g.chance(50)}
	}},
	{"ShiftLocalTrip", func(g *gen) sqlite.Command {
		list, _ := sqlite.List[data.Trip](g.q, "what = 'local' AND status = 'planned' ORDER BY id")
		if len(list) == 0 {
			return nil
		}
		return command.ShiftLocalTrip{ID: choose(g, list...).ID, Days: g.r.Intn(5) - 2, Minutes: g.r.Intn(400) - 200}
	}},
}

var eventMakers = []maker{
	{"PlanEvent", func(g *gen) sqlite.Command {
		e := g.event()
		if old, ok := drawn[data.Event](g); ok && g.chance(40) {
			e.ID, e.Status, e.SeriesID, e.OriginalOn = old.ID, old.Status, old.SeriesID, old.OriginalOn
		}
		return command.PlanEvent{Event: e, Party: g.party()}
	}},
	{"HoldEvent", func(g *gen) sqlite.Command {
		return command.HoldEvent{ID: pick[data.Event](g), Result: g.word(), NextStep: g.word(), NextOn: g.maybeDate()}
	}},
	{"CancelEvent", func(g *gen) sqlite.Command { return command.CancelEvent{ID: pick[data.Event](g), Reason: g.word()} }},
	{"NewSeries", func(g *gen) sqlite.Command {
		s := g.series()
		if old, ok := drawn[data.Series](g); ok && g.chance(30) {
			s.ID = old.ID
		}
		return command.NewSeries{Series: s, Party: g.party()}
	}},
	{"EndSeries", func(g *gen) sqlite.Command { return command.EndSeries{ID: pick[data.Series](g), LastOn: g.date() + 40} }},
	{"EditOccurrence", func(g *gen) sqlite.Command {
		id, on := g.occurrence()
		return command.EditOccurrence{SeriesID: id, On: on, Event: g.event(), Party: g.party()}
	}},
	{"HoldOccurrence", func(g *gen) sqlite.Command {
		id, on := g.occurrence()
		return command.HoldOccurrence{SeriesID: id, On: on, Result: g.word()}
	}},
	{"CancelOccurrence", func(g *gen) sqlite.Command {
		id, on := g.occurrence()
		return command.CancelOccurrence{SeriesID: id, On: on, Reason: g.word()}
	}},
	{"ShiftEvent", func(g *gen) sqlite.Command {
		ref := data.RefTo(data.KindEvent, pick[data.Event](g))
		c := command.ShiftEvent{Ref: ref, Days: g.r.Intn(9) - 3, Minutes: g.r.Intn(300) - 100}
		if id, on := g.occurrence(); g.chance(50) && !id.IsZero() {
			c.Ref, c.On = data.RefTo(data.KindSeries, id), on
		}
		return c
	}},
	{"ImportCalendar", func(g *gen) sqlite.Command { return g.ics() }},
}

// occurrence is a day of a series that can be taken out of it.
func (g *gen) occurrence() (data.ID[data.Series], data.Date) {
	id := pick[data.Series](g)
	days, err := g.q.DueDates(data.RefTo(data.KindSeries, id))
	if err != nil || len(days) == 0 {
		return id, g.date()
	}
	return id, days[g.r.Intn(len(days))].StartsOn
}

// ics is a calendar file of another program: few UIDs, so that a later one
// changes what an earlier one brought.
func (g *gen) ics() sqlite.Command {
	b := strings.Builder{}
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n")
	for range 1 + g.r.Intn(4) {
		n := g.r.Intn(6)
		day := strings.ReplaceAll(g.date().String(), "-", "")
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:foreign-%d@elsewhere\r\nDTSTAMP:20261101T000000Z\r\nSUMMARY:Чужая встреча %d\r\nLOCATION:%s\r\n", n, g.r.Intn(3), choose(g, "", "Тверь"))
		switch {
		case n == 0:
			fmt.Fprintf(&b, "DTSTART;VALUE=DATE:%s\r\nSUMMARY:Командировка: Тверь\r\n", day)
		case n < 3:
			fmt.Fprintf(&b, "DTSTART:20261201T090000Z\r\nDTEND:20261201T093000Z\r\nRRULE:FREQ=WEEKLY;COUNT=%d\r\nEXDATE:202612%02dT090000Z\r\n", 3+g.r.Intn(5), 1+7*g.r.Intn(3))
			if g.chance(40) {
				b.WriteString("RECURRENCE-ID:20261215T090000Z\r\n")
			}
		default:
			fmt.Fprintf(&b, "DTSTART:%sT100000Z\r\nDTEND:%sT110000Z\r\n", day, day)
		}
		if g.chance(20) {
			b.WriteString("STATUS:CANCELLED\r\n")
		}
		b.WriteString("END:VEVENT\r\n")
	}
	b.WriteString("END:VCALENDAR\r\n")
	c, err := command.ReadCalendar(g.q, []byte(b.String()), "чужой.ics")
	if err != nil {
		panic(err)
	}
	return c
}

var mentoringMakers = []maker{
	{"NewMentoring", func(g *gen) sqlite.Command {
		c := command.NewMentoring{Mentoring: g.mentoring(), PlanName: g.word(), Name: "Громов"}
		if g.chance(60) {
			c.Weekly = &command.Weekly{Day: time.Weekday(g.r.Intn(7)), Min: 17*60 + 30, Minutes: 30, Title: "1:1"}
		}
		return c
	}},
	{"Conclude", func(g *gen) sqlite.Command {
		return command.Conclude{ID: pick[data.Mentoring](g), Outcome: choose(g, data.ConclusionKinds...), Text: g.word(), On: g.date(), Until: g.date() + 100}
	}},
	{"Rate", func(g *gen) sqlite.Command {
		return command.Rate{MentoringID: pick[data.Mentoring](g), CompetencyID: pick[data.Competency](g), ByWhom: choose(g, data.ScoreBys...), Level: g.r.Intn(6), On: data.NewDate(2026, 12, 16)}
	}},
	{"DropCompetency", func(g *gen) sqlite.Command {
		s, _ := drawn[data.Score](g)
		return command.DropCompetency{MentoringID: s.MentoringID, CompetencyID: s.CompetencyID}
	}},
	{"AddItem", func(g *gen) sqlite.Command {
		return command.AddItem{MentoringID: pick[data.Mentoring](g), Item: data.Task{Name: g.word() + "!", Effort: data.Minutes(g.r.Intn(9) * 60), DeadlineOn: g.maybeDate()}}
	}},
	{"ItemEffort", func(g *gen) sqlite.Command {
		return command.ItemEffort{ID: pick[data.Task](g), Effort: data.Minutes(g.r.Intn(20) * 60)}
	}},
	{"MoveItem", func(g *gen) sqlite.Command {
		t, _ := drawn[data.Task](g)
		to := data.TaskDone
		if next := t.Stages(); len(next) > 0 {
			to = data.TaskStatus(choose(g, next...))
		}
		return command.MoveItem{ID: t.ID, To: to, Score: g.r.Intn(6), Due: g.maybeDate(), Note: g.word()}
	}},
	{"LinkItem", func(g *gen) sqlite.Command {
		return command.LinkItem{ItemID: pick[data.Task](g), TaskID: some[data.Task](g, 70)}
	}},
}

var paperMakers = []maker{
	{"AddVersion", func(g *gen) sqlite.Command {
		c := command.AddVersion{Version: data.Version{DeliverableID: pick[data.Deliverable](g), Label: g.word()}}
		if g.chance(60) {
			c.File = &command.File{Name: "тз.docx", Bytes: []byte(g.word())}
		}
		return c
	}},
	{"MoveVersion", func(g *gen) sqlite.Command {
		v, ok := drawn[data.Version](g)
		if !ok || len(v.Stages()) == 0 {
			return nil
		}
		return command.MoveVersion{ID: v.ID, To: data.VersionStatus(choose(g, v.Stages()...)), On: g.date()}
	}},
	{"VersionFile", func(g *gen) sqlite.Command {
		return command.VersionFile{ID: pick[data.Version](g), File: command.File{Name: "новый.docx", Bytes: []byte(g.word())}}
	}},
	{"DropVersionFile", func(g *gen) sqlite.Command {
		list, _ := sqlite.List[data.Version](g.q, "attachment_id IS NOT NULL ORDER BY id")
		if len(list) == 0 {
			return nil
		}
		return command.DropVersionFile{ID: choose(g, list...).ID}
	}},
	{"AskApproval", func(g *gen) sqlite.Command {
		return command.AskApproval{Approval: data.Approval{VersionID: pick[data.Version](g), PersonID: pick[data.Person](g), Role: choose(g, data.ApprovalRoles...), DueOn: g.maybeDate()}}
	}},
	{"NextRound", func(g *gen) sqlite.Command {
		a, _ := drawn[data.Approval](g)
		return command.NextRound{VersionID: a.VersionID, DueOn: g.date()}
	}},
	{"Decide", func(g *gen) sqlite.Command {
		return command.Decide{ID: pick[data.Approval](g), Decision: choose(g, data.DecisionAgreed, data.DecisionRemarks, data.DecisionRefused, data.DecisionInformed, data.DecisionPending), On: g.date(), Comment: g.word()}
	}},
	{"Attach", func(g *gen) sqlite.Command {
		return command.Attach{Owner: g.anyRef(), File: command.File{Name: "файл.txt", Bytes: []byte(g.word())}}
	}},
}

var otherMakers = []maker{
	{"NewClient", func(g *gen) sqlite.Command {
		return command.NewClient{Client: data.Client{Name: g.word()}, Contact: data.Contact{FullName: g.word()}}
	}},
	{"SucceedNorm", func(g *gen) sqlite.Command {
		return command.SucceedNorm{Code: choose(g, "trip.report.days", "trip.papers.days", "mentoring.control.2"), Value: fmt.Sprint(1 + g.r.Intn(30)), From: g.date(), Source: g.word()}
	}},
	{"LoadCalendar", func(g *gen) sqlite.Command {
		file := workday.File{Years: []workday.Year{{Year: choose(g, 2026, 2027), Confirmed: g.chance(50), Source: g.word()}}}
		for _, d := range []int{1, 2, 3} {
			day := data.NewDate(file.Years[0].Year, choose(g, time.January, time.December), d*7)
			file.Days = append(file.Days, workday.Day{Date: day, Type: choose(g, data.DayTypes...), Title: g.word()})
		}
		return command.LoadCalendar{CalendarID: pick[data.Calendar](g), File: file}
	}},
	{"Set", func(g *gen) sqlite.Command { return command.Set{Code: choose(g, "theme", "y"), Value: g.word()} }},
	{"SetUp", func(g *gen) sqlite.Command {
		return command.SetUp{Me: data.Person{FullName: "Кузнецова " + g.word(), Zone: choose(g, someZones...), WeekHours: data.Hours(40)}, Department: g.word(), Head: choose(g, "", "Орлова Марина"), Language: "ru"}
	}},
	{"SetAutoICS", func(g *gen) sqlite.Command { return command.SetAutoICS{Path: choose(g, "", "/tmp/a.ics", "a.ics")} }},
}

// year is a calendar file of one year with days off.
func (g *gen) year(n int, off ...string) command.LoadCalendar {
	file := workday.File{Years: []workday.Year{{Year: n, Confirmed: true}}}
	for _, s := range off {
		d, err := data.ParseDate(s)
		if err != nil {
			panic(err)
		}
		file.Days = append(file.Days, workday.Day{Date: d, Type: data.DayIsOff})
	}
	return command.LoadCalendar{CalendarID: command.Russia, File: file}
}
