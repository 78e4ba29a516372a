package command_test

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand"
	"reflect"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// gen makes random records and commands that fit a file as it stands: most are
// legal, some are not.
type gen struct {
	r    *rand.Rand
	q    *sqlite.Reader
	raw  *sql.DB
	blob string
	day  data.Date
	n    int
	deck []int // sorts of command that are still to come in this round
}

// refs are all records of a kind.
func (g *gen) refs(k data.Kind) (all []data.Ref) {
	rows, err := g.raw.Query("SELECT id FROM " + string(k) + " ORDER BY id")
	if err != nil {
		panic(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			panic(err)
		}
		id, err := data.ParseID[data.Any](s)
		if err != nil {
			panic(err)
		}
		all = append(all, data.Ref{Kind: k, ID: id})
	}
	return all
}

// mayBeRefused fails the test when an error is none that a user could be told.
func (g *gen) mayBeRefused(t *testing.T, name string, err error) {
	t.Helper()
	var ps data.Problems
	if !errors.As(err, &ps) && !errors.Is(err, data.ErrNotFound) {
		t.Errorf("%s: %v", name, err)
	}
}

func (g *gen) chance(percent int) bool { return g.r.Intn(100) < percent }

func choose[T any](g *gen, list ...T) T { return list[g.r.Intn(len(list))] }

// pick is the id of a record that is there, or of none.
func pick[T data.Record](g *gen) data.ID[T] {
	if g.chance(1) {
		return data.NewID[T]() // of nobody
	}
	ids, err := sqlite.IDs[T](g.q)
	if err != nil {
		panic(err)
	}
	if len(ids) == 0 {
		return data.ID[T]{}
	}
	return ids[g.r.Intn(len(ids))]
}

// some is pick, or none.
func some[T data.Record](g *gen, percent int) data.ID[T] {
	if !g.chance(percent) {
		return data.ID[T]{}
	}
	return pick[T](g)
}

// drawn is a record that is there.
func drawn[T data.Record](g *gen) (T, bool) {
	x, err := sqlite.Get(g.q, pick[T](g))
	return x, err == nil
}

var someWords = []string{"Ёлка", "Интервью с ЦФО", "Отчёт «о диагностике»", "ТЗ 34.602", "медный кряж", "a\"b\\c", "строка\nдве", "日本 😀", "", "%_", "проверка"}

func (g *gen) word() string {
	g.n++
	if g.chance(15) {
		return choose(g, someWords...)
	}
	return fmt.Sprintf("%s %d", choose(g, "Медный", "Отчёт", "Ёж", "План", "Встреча", "Завод"), g.n)
}

func (g *gen) date() data.Date { return g.day + data.Date(g.r.Intn(110)-15) }

func (g *gen) maybeDate() data.Date {
	if g.chance(50) {
		return 0
	}
	return g.date()
}

var someZones = []string{"Europe/Moscow", "Asia/Yekaterinburg", "Europe/Kaliningrad", "Europe/Berlin", "America/New_York", "Asia/Vladivostok"}

func (g *gen) moment() data.Moment {
	return data.Moment{Day: g.date(), Min: g.r.Intn(96) * 15, Zone: choose(g, someZones...)}
}

func (g *gen) span() data.Span {
	return choose(g, data.Span{}, data.Days(g.r.Intn(9)), data.Span{Amount: int64(g.r.Intn(4000)), Unit: data.WorkMinutes},
		data.Span{Amount: int64(g.r.Intn(5000)), Unit: data.CalendarDays}, data.Span{Amount: 2500, Unit: data.WorkDays})
}

func (g *gen) lag() data.Span {
	s := g.span()
	if g.chance(30) {
		s.Amount = -s.Amount
	}
	return s
}

func (g *gen) task() data.Task {
	p, _ := drawn[data.Plan](g)
	t := data.Task{ID: data.NewID[data.Task](), PlanID: p.ID, Ord: int64(g.r.Intn(1 << 20)), Name: g.word(), What: choose(g, data.TaskKinds...), Mode: choose(g, data.ModeAuto, data.ModeAuto, data.ModeManual),
		Duration: g.span(), Effort: data.Minutes(g.r.Intn(40) * 30), Status: choose(g, data.TaskOpen, data.TaskWorking, data.TaskDone), Percent: g.r.Intn(101),
		ResponsibleID: some[data.Person](g, 30), ReviewerID: some[data.Person](g, 10), CompetencyID: some[data.Competency](g, 10), DeadlineOn: g.maybeDate(), Note: g.word()}
	if t.Mode == data.ModeManual {
		t.StartsOn = g.date()
		t.EndsOn = t.StartsOn + data.Date(g.r.Intn(9))
	}
	if g.chance(25) {
		t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = choose(g, data.ConstraintKinds...), g.date(), choose[data.Minutes](g, 0, 0, 780)
	}
	g.facts(&t)
	if g.chance(50) {
		t.ParentID = g.taskOf(p.ID)
	}
	return t
}

// facts gives some tasks what only few have.
func (g *gen) facts(t *data.Task) {
	switch g.r.Intn(9) {
	case 0:
		t.ActualStart = data.OnDay(g.date())
	case 1:
		t.ActualStart, t.Remaining = data.Stamp{Day: g.date(), Min: 600}, g.span()
	case 2:
		on := g.date()
		t.ActualStart, t.ActualFinish = data.OnDay(on), data.OnDay(on+data.Date(g.r.Intn(9)))
	case 3:
		t.LevelDelay, t.Priority = data.Days(g.r.Intn(5)), g.r.Intn(1001)
	case 4:
		t.EstO, t.EstP, t.Duration = data.Days(1), data.Days(9), data.Days(3)
	case 5:
		t.CalendarID, t.FixedCost, t.Place = some[data.Calendar](g, 90), data.Money(g.r.Intn(9999)), choose(g, data.TaskPlaces...)
	}
}

// taskOf is a task of a plan, or of any plan now and then.
func (g *gen) taskOf(plan data.ID[data.Plan]) data.ID[data.Task] {
	list, err := sqlite.List[data.Task](g.q, "plan_id = ? ORDER BY id", plan)
	if err != nil {
		panic(err)
	}
	if len(list) == 0 || g.chance(5) {
		return pick[data.Task](g)
	}
	return list[g.r.Intn(len(list))].ID
}

func (g *gen) trip() data.Trip {
	t := data.Trip{ID: data.NewID[data.Trip](), Name: g.word(), What: choose(g, data.TripHome, data.TripHome, data.TripAbroad, data.TripLocal), PersonID: pick[data.Person](g),
		ProjectID: some[data.Project](g, 40), ClientID: some[data.Client](g, 40), Purpose: g.word(), Place: g.word(), StartsOn: g.maybeDate(), Note: g.word()}
	if !t.StartsOn.IsZero() {
		t.EndsOn = t.StartsOn + data.Date(g.r.Intn(6))
	}
	t.Status = command.FirstTripStatus(t.What)
	if t.What == data.TripLocal {
		t.EndsOn, t.TimeFrom, t.TimeTo = t.StartsOn, 600, 600+g.r.Intn(400)+1
	}
	return t
}

func (g *gen) leg(trip data.ID[data.Trip]) data.Leg {
	l := data.Leg{ID: data.NewID[data.Leg](), TripID: trip, Ord: int64(g.r.Intn(900)), Transport: choose(g, data.Transports...), FromPlace: "Москва", ToPlace: g.word() + "!", Depart: g.moment(),
		TicketNo: g.word(), Hotel: g.word()}
	at, err := l.Depart.Add(60 + g.r.Intn(700)).In(choose(g, someZones...))
	if err != nil {
		panic(err)
	}
	l.Arrive = at
	return l
}

func (g *gen) event() data.Event {
	e := data.Event{ID: data.NewID[data.Event](), What: choose(g, data.EventKinds...), Title: g.word(), Status: data.EventPlanned, Starts: g.moment(), Place: g.word(), AllDay: g.chance(15),
		ClientID: some[data.Client](g, 40), ProjectID: some[data.Project](g, 40), MentoringID: some[data.Mentoring](g, 10), TripID: some[data.Trip](g, 10), Note: g.word()}
	if e.AllDay {
		e.Starts.Min = 0
	}
	e.Ends = e.Starts.Add(g.r.Intn(4) * 30)
	return e
}

func (g *gen) series() data.Series {
	s := data.Series{ID: data.NewID[data.Series](), What: data.EventMeeting, Title: g.word(), Starts: g.moment(), Rule: choose(g, "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;INTERVAL=2"),
		DaysOff: choose(g, data.DaysOffList...), ClientID: some[data.Client](g, 20), MentoringID: some[data.Mentoring](g, 20), Place: g.word()}
	s.Ends = s.Starts.Add(30)
	if g.chance(90) {
		s.UntilOn = s.Starts.Day + data.Date(g.r.Intn(80))
	}
	return s
}

func (g *gen) mentoring() data.Mentoring {
	on := g.date()
	return data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: pick[data.Person](g), MentorID: pick[data.Person](g), StartsOn: on, EndsOn: on + data.Date(20+g.r.Intn(90)),
		Grounds: choose(g, data.GroundsList...), Status: choose(g, data.MentoringDraft, data.MentoringRunning), Goals: g.word()}
}

func (g *gen) party() command.Party {
	var p command.Party
	for range g.r.Intn(3) {
		p.People = append(p.People, pick[data.Person](g))
	}
	if id := some[data.Contact](g, 40); !id.IsZero() {
		p.Contacts = append(p.Contacts, id)
	}
	return p
}

// anyRef is a reference to a record of any kind that can be pointed to.
func (g *gen) anyRef() data.Ref {
	rec := data.Records[g.r.Intn(len(data.Records))]
	all := g.refs(rec.Kind())
	if len(all) == 0 {
		return data.RefTo(data.KindPerson, command.Owner)
	}
	return all[g.r.Intn(len(all))]
}

// record is a random valid record of a kind.
func (g *gen) record(k data.Kind) data.Record {
	switch k {
	case data.KindCalendar:
		return data.Calendar{ID: data.NewID[data.Calendar](), Name: g.word(), BaseID: some[data.Calendar](g, 60)}
	case data.KindCalendarDay:
		d := data.CalendarDay{ID: data.NewID[data.CalendarDay](), CalendarID: pick[data.Calendar](g), OnDate: g.date(), Type: choose(g, data.DayTypes...), Title: g.word()}
		if d.Type != data.DayIsOff {
			d.Minutes = 420
		}
		return d
	case data.KindCalendarYear:
		return data.CalendarYear{ID: data.NewID[data.CalendarYear](), CalendarID: pick[data.Calendar](g), Year: 2020 + g.r.Intn(20)}
	case data.KindPerson:
		return data.Person{ID: data.NewID[data.Person](), FullName: g.word() + " Иван", Zone: choose(g, append(someZones, "")...), ManagerID: some[data.Person](g, 30), CalendarID: some[data.Calendar](g, 60),
			WeekHours: choose(g, data.Hours(40), data.Hours(20), 0, data.Hours(36)), HiredOn: g.maybeDate(), Note: g.word()}
	case data.KindAbsence:
		on := g.date()
		return data.Absence{ID: data.NewID[data.Absence](), PersonID: pick[data.Person](g), What: choose(g, data.AbsenceKinds...), StartsOn: on, EndsOn: on + data.Date(g.r.Intn(14)), Status: data.AbsencePlanned}
	case data.KindClient:
		return data.Client{ID: data.NewID[data.Client](), Name: g.word(), What: choose(g, data.ClientKinds...), Zone: choose(g, someZones...), City: g.word(), OwnerID: some[data.Person](g, 50), Confidential: g.chance(20), Note: g.word()}
	case data.KindContact:
		return data.Contact{ID: data.NewID[data.Contact](), ClientID: pick[data.Client](g), FullName: g.word(), Role: choose(g, data.ContactRoles...), Birthday: g.maybeDate()}
	case data.KindProject:
		return data.Project{ID: data.NewID[data.Project](), Code: choose(g, "", g.word()), Name: g.word(), ClientID: some[data.Client](g, 60), Status: data.ProjectPlanning, ManagerID: some[data.Person](g, 50), StartsOn: g.maybeDate(), Goal: g.word()}
	}
	return g.partRecord(k)
}

func (g *gen) partRecord(k data.Kind) data.Record {
	switch k {
	case data.KindMember:
		return data.Member{ID: data.NewID[data.Member](), ProjectID: pick[data.Project](g), PersonID: pick[data.Person](g), Role: g.word()}
	case data.KindMentoring:
		return g.mentoring()
	case data.KindCompetency:
		return data.Competency{ID: data.NewID[data.Competency](), Name: g.word(), Scale: 5}
	case data.KindPlan:
		return data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: pick[data.Project](g), StartsOn: g.date(), CalendarID: some[data.Calendar](g, 50), IsCurrent: g.chance(50), Name: g.word()}
	case data.KindTask:
		return g.task()
	case data.KindDependency:
		succ := pick[data.Task](g)
		t, _ := sqlite.Get(g.q, succ)
		return data.Dependency{ID: data.NewID[data.Dependency](), PredID: g.taskOf(t.PlanID), SuccID: succ, Type: choose(g, data.LinkTypes...), Lag: g.lag()}
	case data.KindAssignment:
		if r := some[data.Resource](g, 20); !r.IsZero() {
			return data.Assignment{ID: data.NewID[data.Assignment](), TaskID: pick[data.Task](g), ResourceID: r, Effort: data.Minutes(g.r.Intn(3000))}
		}
		return data.Assignment{ID: data.NewID[data.Assignment](), TaskID: pick[data.Task](g), PersonID: pick[data.Person](g), Effort: data.Minutes(g.r.Intn(3000)), Units: choose(g, 0, 50, 100, 200)}
	case data.KindResource:
		return data.Resource{ID: data.NewID[data.Resource](), Name: g.word() + "?", What: choose(g, data.ResourceKinds...), Capacity: g.r.Intn(300), CalendarID: some[data.Calendar](g, 40)}
	case data.KindRate:
		return data.Rate{ID: data.NewID[data.Rate](), PersonID: pick[data.Person](g), ProjectID: some[data.Project](g, 20), What: choose(g, data.RateKinds...), Amount: data.Money(g.r.Intn(500000)), ValidFrom: g.maybeDate()}
	case data.KindBaseline:
		return data.Baseline{ID: data.NewID[data.Baseline](), PlanID: pick[data.Plan](g), Name: g.word() + "!", TakenAt: g.moment()}
	case data.KindBaselineTask:
		return data.BaselineTask{ID: data.NewID[data.BaselineTask](), BaselineID: pick[data.Baseline](g), TaskID: pick[data.Task](g), StartsOn: g.date(), EndsOn: g.date(), Cost: data.Money(g.r.Intn(9999))}
	case data.KindReview:
		return data.Review{ID: data.NewID[data.Review](), MentoringID: pick[data.Mentoring](g), What: choose(g, data.ReviewKinds...), HeldOn: g.date(), MentorNote: g.word(), Visibility: data.VisibleMentor}
	case data.KindScore:
		return data.Score{ID: data.NewID[data.Score](), MentoringID: pick[data.Mentoring](g), CompetencyID: pick[data.Competency](g), ReviewID: some[data.Review](g, 50), ByWhom: choose(g, data.ScoreBys...), Level: 1 + g.r.Intn(5), OnDate: g.date()}
	case data.KindSubmission:
		return data.Submission{ID: data.NewID[data.Submission](), TaskID: pick[data.Task](g), PersonID: pick[data.Person](g), HandedOn: g.date(), TraineeSpent: data.Minutes(g.r.Intn(600)), Comment: g.word(), Verdict: data.VerdictPending}
	case data.KindMaterial:
		return data.Material{ID: data.NewID[data.Material](), TaskID: pick[data.Task](g), Ord: int64(g.r.Intn(900)), Title: g.word(), Link: choose(g, "", "https://example.org/gost")}
	case data.KindTrip:
		return g.trip()
	case data.KindLeg:
		return g.leg(pick[data.Trip](g))
	case data.KindAttachment:
		o := g.anyRef()
		return data.Attachment{ID: data.NewID[data.Attachment](), OwnerKind: o.Kind, OwnerID: o.ID, Name: g.word() + ".txt", Sha256: g.blob}
	}
	return g.otherRecord(k)
}

func (g *gen) otherRecord(k data.Kind) data.Record {
	switch k {
	case data.KindDeliverable:
		return data.Deliverable{ID: data.NewID[data.Deliverable](), Title: g.word(), What: "spec", ProjectID: some[data.Project](g, 60), TaskID: some[data.Task](g, 40), AuthorID: some[data.Person](g, 50), DueOn: g.maybeDate()}
	case data.KindVersion:
		return data.Version{ID: data.NewID[data.Version](), DeliverableID: pick[data.Deliverable](g), Label: g.word(), CreatedOn: g.date(), Status: data.VersionDraft, Changes: g.word()}
	case data.KindApproval:
		if p := some[data.Plan](g, 20); !p.IsZero() {
			return data.Approval{ID: data.NewID[data.Approval](), PlanID: p, Round: 1, Role: choose(g, data.ApprovalRoles...), PersonID: pick[data.Person](g), Decision: data.DecisionPending}
		}
		return data.Approval{ID: data.NewID[data.Approval](), VersionID: pick[data.Version](g), Round: 1, Ord: int64(g.r.Intn(500)), Role: choose(g, data.ApprovalRoles...), PersonID: pick[data.Person](g), Decision: data.DecisionPending}
	case data.KindSeries:
		return g.series()
	case data.KindEvent:
		e := g.event()
		if s, ok := drawn[data.Series](g); ok && g.chance(20) {
			e.SeriesID, e.OriginalOn = s.ID, s.Starts.Day+data.Date(g.r.Intn(20))
		}
		return e
	case data.KindEventPerson:
		return data.EventPerson{ID: data.NewID[data.EventPerson](), EventID: pick[data.Event](g), PersonID: pick[data.Person](g)}
	case data.KindLink:
		a, b := g.anyRef(), g.anyRef()
		return data.Link{ID: data.NewID[data.Link](), LeftKind: a.Kind, LeftID: a.ID, RightKind: b.Kind, RightID: b.ID, Role: "task"}
	case data.KindSource:
		o := g.anyRef()
		return data.Source{ID: data.NewID[data.Source](), RecordKind: o.Kind, RecordID: o.ID, System: "ics", ExternalID: fmt.Sprintf("x%d", g.r.Intn(50)), Hash: g.word()}
	case data.KindNorm:
		return data.Norm{ID: data.NewID[data.Norm](), Code: choose(g, "trip.report.days", "mentoring.control.1", "own.norm"), Value: fmt.Sprint(1 + g.r.Intn(40)), ValidFrom: g.date()}
	}
	if r := g.tripPart(k); r != nil {
		return r
	}
	code := choose(g, "theme", "language", "x")
	return data.Setting{ID: data.SettingID(code), Code: code, Value: g.word()}
}

// edited gives a random record the id, and the status, of one that is there.
func (g *gen) edited(rec data.Record) data.Record {
	refs := g.refs(rec.Kind())
	if len(refs) == 0 || rec.Kind() == data.KindSetting {
		return rec
	}
	old, err := g.q.Load(refs[g.r.Intn(len(refs))])
	if err != nil {
		panic(err)
	}
	v := reflect.New(reflect.TypeOf(rec)).Elem()
	v.Set(reflect.ValueOf(rec))
	was := reflect.ValueOf(old)
	v.Field(0).Set(was.Field(0))
	for _, name := range []string{"Status", "Decision", "IsMe", "Conclusion", "CancelReason", "DecidedOn", "What"} {
		if f := v.FieldByName(name); f.IsValid() {
			f.Set(was.FieldByName(name))
		}
	}
	return v.Interface().(data.Record)
}
