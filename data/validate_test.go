package data

import (
	"reflect"
	"strings"
	"testing"
)

var (
	anID   = NewID[Any]()
	other  = NewID[Any]()
	sample = NewDate(2026, 11, 30)
)

func clock(min int) Moment { return Moment{sample, min, "Europe/Moscow"} }

// valid are records that have just what their kind needs.
func valid() map[Kind]Record {
	list := []Record{
		Calendar{ID: ID[Calendar](anID), Name: "Россия"},
		CalendarDay{CalendarID: ID[Calendar](anID), OnDate: sample, Type: DayIsShort, Minutes: 420},
		CalendarYear{CalendarID: ID[Calendar](anID), Year: 2026},
		Person{ID: ID[Person](anID), FullName: "Громов Илья Павлович"},
		Absence{PersonID: ID[Person](anID), StartsOn: sample, EndsOn: sample, Status: AbsencePlanned},
		Client{Name: "АО «Медный Кряж»"},
		Contact{ClientID: ID[Client](anID), FullName: "Седых Павел Игоревич"},
		Project{Name: "Постановка бюджетирования", Status: ProjectRunning},
		Member{ProjectID: ID[Project](anID), PersonID: ID[Person](anID)},
		Mentoring{TraineeID: ID[Person](anID), MentorID: ID[Person](other), StartsOn: sample, EndsOn: sample, Status: MentoringDraft},
		Competency{Name: "Интервьюирование", Scale: 5},
		Plan{StartsOn: sample, What: PlanOfSelf},
		Task{ID: ID[Task](anID), PlanID: ID[Plan](anID), Name: "Интервью с ЦФО", Status: TaskOpen},
		Dependency{PredID: ID[Task](anID), SuccID: ID[Task](other), Type: FinishStart},
		Assignment{TaskID: ID[Task](anID), PersonID: ID[Person](anID)},
		Resource{Name: "Переговорная", What: ResourceRoom},
		Rate{PersonID: ID[Person](anID), What: RateCost, Amount: 160000},
		Baseline{PlanID: ID[Plan](anID), Name: "Согласовано 23.11"},
		BaselineTask{BaselineID: ID[Baseline](anID), TaskID: ID[Task](anID)},
		Review{MentoringID: ID[Mentoring](anID), HeldOn: sample, Visibility: VisibleMentor},
		Score{MentoringID: ID[Mentoring](anID), CompetencyID: ID[Competency](anID), Level: 3},
		Trip{PersonID: ID[Person](anID), Name: "Екатеринбург", What: TripHome, Status: TripDraft},
		Leg{TripID: ID[Trip](anID), FromPlace: "Москва", ToPlace: "Екатеринбург", Depart: clock(395), Arrive: clock(545)},
		Attachment{OwnerID: anID, Name: "отчёт.docx", Sha256: strings.Repeat("a", 64)},
		Deliverable{Title: "ТЗ"},
		Version{DeliverableID: ID[Deliverable](anID), Label: "0.1", CreatedOn: sample, Status: VersionDraft},
		Approval{VersionID: ID[Version](anID), PersonID: ID[Person](anID), Decision: DecisionPending},
		Series{Title: "1:1", Starts: clock(1050), Ends: clock(1080), Rule: "FREQ=WEEKLY;BYDAY=WE"},
		Event{Title: "Встреча", Starts: clock(600), Ends: clock(660), Status: EventPlanned},
		EventPerson{EventID: ID[Event](anID), ContactID: ID[Contact](anID)},
		Link{LeftID: anID, RightID: other},
		Source{RecordID: anID, System: "ics", ExternalID: "x"},
		Norm{Code: "trip.report.days", Value: "3"},
		Setting{Code: "language"},
		TripDay{TripID: ID[Trip](anID), DayOn: sample},
		TripItem{TripID: ID[Trip](anID), What: ItemSign, Title: "Протокол стартовой встречи"},
		TripChange{TripID: ID[Trip](anID), What: TripExtended, Reason: "просьба клиента"},
		Estimate{TripID: ID[Trip](anID), Category: SpentLodging, Count: 4000, Price: 520000, Payer: PaidAdvance},
		Expense{PersonID: ID[Person](anID), SpentOn: sample, Category: SpentTaxi, Sum: 235000, DocWhat: DocReceipt, Payer: PaidAdvance},
		AdvanceReport{TripID: ID[Trip](anID)},
		MoneyMove{TripID: ID[Trip](anID), MovedOn: sample, What: MoneyAdvance, Amount: 3130000},
		Paper{TripID: ID[Trip](anID), What: PaperOrder},
		Company{Name: "ООО «Вектор Консалт»"},
		Signatory{Name: "Белов Сергей Ильич", Role: SignHead, Authority: ByStatute},
		Numbering{Code: PaperOrder, Pattern: "{n}-ком", First: 57},
		Form{Code: "order", Lang: "ru"},
		PerDiem{Country: "RU", Amount: 150000},
		Submission{TaskID: ID[Task](anID), HandedOn: sample, Verdict: VerdictPending},
		Material{TaskID: ID[Task](anID), Title: "ГОСТ 34.602-2020"},
		FxRate{Currency: "USD", RatedOn: sample, Rate: 921250, Nominal: 1},
	}
	m := map[Kind]Record{}
	for _, r := range list {
		m[r.Kind()] = r
	}
	return m
}

func TestEveryKindHasAValidExampleAndItsKey(t *testing.T) {
	all := valid()
	for _, r := range Records {
		x, ok := all[r.Kind()]
		if !ok {
			t.Errorf("%s has no example", r.Kind())
			continue
		}
		if err := x.Validate().Err(); err != nil {
			t.Errorf("%s: %v", r.Kind(), err)
		}
		v := reflect.New(reflect.TypeOf(x)).Elem()
		v.Set(reflect.ValueOf(x))
		v.Field(0).Set(reflect.ValueOf(other).Convert(v.Field(0).Type()))
		if v.Interface().(Record).Key() != other {
			t.Errorf("%s does not tell its id", r.Kind())
		}
	}
}

// change is a valid example with one field made wrong.
func change[T Record](edit func(*T)) Record {
	var zero T
	x := valid()[zero.Kind()].(T)
	edit(&x)
	return x
}

func TestWhatIsWrongIsNamedByFieldAndCode(t *testing.T) {
	for want, r := range map[string]Record{
		"name required":             change(func(c *Calendar) { c.Name = " " }),
		"baseId self":               change(func(c *Calendar) { c.BaseID = c.ID }),
		"onDate required":           change(func(d *CalendarDay) { d.OnDate = 0 }),
		"minutes dayOffHours":       change(func(d *CalendarDay) { d.Type = DayIsOff }),
		"minutes range":             change(func(d *CalendarDay) { d.Minutes = 0 }),
		"type unknown":              change(func(d *CalendarDay) { d.Type = "half" }),
		"year range":                change(func(y *CalendarYear) { y.Year = 26 }),
		"fullName required":         change(func(p *Person) { p.FullName = "\t" }),
		"weekHours range":           change(func(p *Person) { p.WeekHours = Hours(169) }),
		"zone zone":                 change(func(p *Person) { p.Zone = "Mars/Olympus" }),
		"managerId self":            change(func(p *Person) { p.ManagerID = p.ID }),
		"endsOn order":              change(func(a *Absence) { a.EndsOn-- }),
		"endsOn tooLong":            change(func(a *Absence) { a.EndsOn += 4000 }),
		"personId required":         change(func(a *Absence) { a.PersonID = ID[Person]{} }),
		"deputyId self":             change(func(a *Absence) { a.DeputyID = a.PersonID }),
		"inn inn":                   change(func(c *Client) { c.Inn = "77070838931" }),
		"kpp kpp":                   change(func(c *Client) { c.Kpp = "77360100X" }),
		"ogrn ogrn":                 change(func(c *Client) { c.Ogrn = "1" }),
		"cadenceDays range":         change(func(c *Client) { c.CadenceDays = -1 }),
		"email email":               change(func(c *Contact) { c.Email = "sedyh.example.org" }),
		"clientId required":         change(func(c *Contact) { c.ClientID = ID[Client]{} }),
		"deadlineOn order":          change(func(p *Project) { p.StartsOn, p.DeadlineOn = sample, sample-1 }),
		"status unknown":            change(func(p *Project) { p.Status = "open" }),
		"projectId required":        change(func(p *Plan) { p.What = PlanOfProject }),
		"mentoringId required":      change(func(p *Plan) { p.What = PlanOfMentoring }),
		"startsOn required":         change(func(p *Plan) { p.StartsOn = 0 }),
		"mentorId self":             change(func(m *Mentoring) { m.MentorID = m.TraineeID }),
		"conclusion required":       change(func(m *Mentoring) { m.Status = MentoringDone }),
		"scale range":               change(func(c *Competency) { c.Scale = 1 }),
		"parentId self":             change(func(x *Task) { x.ParentID = x.ID }),
		"duration negative":         change(func(x *Task) { x.Duration = Days(-1) }),
		"duration range":            change(func(x *Task) { x.Duration = Days(20001) }),
		"effort negative":           change(func(x *Task) { x.Effort = -1 }),
		"percent range":             change(func(x *Task) { x.Percent = 101 }),
		"score range":               change(func(x *Task) { x.Score = 6 }),
		"constraintOn required":     change(func(x *Task) { x.ConstraintKind = MustStart }),
		"predId self":               change(func(d *Dependency) { d.SuccID = d.PredID }),
		"lag range":                 change(func(d *Dependency) { d.Lag = Days(-20001) }),
		"units range":               change(func(a *Assignment) { a.Units = 1001 }),
		"constraintAt range":        change(func(x *Task) { x.ConstraintAt = 1441 }),
		"actualFinish order":        change(func(x *Task) { x.ActualStart, x.ActualFinish = OnDay(sample), OnDay(sample-1) }),
		"estO required":             change(func(x *Task) { x.EstP = Days(5) }),
		"estP units":                change(func(x *Task) { x.EstO, x.EstP = Days(1), Span{600, WorkMinutes} }),
		"estP estimateOrder":        change(func(x *Task) { x.EstO, x.EstP, x.Duration = Days(2), Days(5), Days(6) }),
		"priority range":            change(func(x *Task) { x.Priority = 1001 }),
		"hours shifts":              change(func(c *Calendar) { c.Hours = "09:00-13:00" }),
		"shifts shifts":             change(func(d *CalendarDay) { d.Shifts = "09:00-13:00" }),
		"capacity range":            change(func(r *Resource) { r.Capacity = -1 }),
		"amount negative":           change(func(r *Rate) { r.Amount = -1 }),
		"price negative":            change(func(p *Project) { p.Price = -1 }),
		"visibility unknown":        change(func(r *Review) { r.Visibility = "" }),
		"level range":               change(func(s *Score) { s.Level = 0 }),
		"cancelReason required":     change(func(x *Trip) { x.Status = TripCancelled }),
		"timeTo order":              change(func(x *Trip) { x.TimeFrom, x.TimeTo = 900, 840 }),
		"timeFrom time":             change(func(x *Trip) { x.TimeFrom = 1440 }),
		"arrive arriveBeforeDepart": change(func(l *Leg) { l.Arrive = clock(394) }),
		"arrive tooLong":            change(func(l *Leg) { l.Arrive.Day += MaxLegDays + 1 }),
		"depart zone":               change(func(l *Leg) { l.Depart.Zone = "" }),
		"toPlace required":          change(func(l *Leg) { l.ToPlace = "" }),
		"sha256 unknown":            change(func(a *Attachment) { a.Sha256 = "ab" }),
		"size tooLarge":             change(func(a *Attachment) { a.Size = MaxAttachment + 1 }),
		"title required":            change(func(d *Deliverable) { d.Title = "" }),
		"label required":            change(func(v *Version) { v.Label = "" }),
		"decidedOn required":        change(func(a *Approval) { a.Decision = DecisionAgreed }),
		"rule required":             change(func(s *Series) { s.Rule = "" }),
		"untilOn order":             change(func(s *Series) { s.UntilOn = sample - 1 }),
		"ends tooLong":              change(func(s *Series) { s.Ends.Day += 4000 }),
		"starts zone":               change(func(e *Event) { e.Starts.Zone = "MSK" }),
		"ends order":                change(func(e *Event) { e.Ends.Min = 599 }),
		"eventId required":          change(func(p *EventPerson) { p.SeriesID = ID[Series](anID) }),
		"rightId self":              change(func(l *Link) { l.RightID = l.LeftID }),
		"externalId required":       change(func(s *Source) { s.System = "" }),
		"value number":              change(func(n *Norm) { n.Value = "NaN" }),
		"validTo order":             change(func(n *Norm) { n.ValidFrom, n.ValidTo = sample, sample-1 }),
		"code required":             change(func(s *Setting) { s.Code = "" }),
	} {
		field, code, _ := strings.Cut(want, " ")
		ps := r.Validate()
		if len(ps) != 1 || ps[0].Field != field || ps[0].Code != code {
			t.Errorf("%s: %v, want %s", r.Kind(), ps, want)
		}
	}
}

func TestAllProblemsAreToldAtOnce(t *testing.T) {
	ps := Absence{Status: "maybe"}.Validate()
	if got := ps.Error(); len(ps) != 4 || !strings.Contains(got, "personId: required; startsOn: required; endsOn: required; status: unknown (maybe)") {
		t.Errorf("%d problems: %s", len(ps), got)
	}
	if (Problems{}).Err() != nil {
		t.Error("no problem is an error")
	}
}

// A flight west lands earlier by the local clock: 21:40 in Yekaterinburg is
// 19:40 in Moscow, so 20:15 is after it and 19:35 is not.
func TestALegIsOrderedAsAnInstant(t *testing.T) {
	l := valid()[KindLeg].(Leg)
	l.Depart = Moment{sample, 21*60 + 40, "Asia/Yekaterinburg"}
	for min, want := range map[int]int{20*60 + 15: 0, 19*60 + 40: 0, 19*60 + 35: 1} {
		l.Arrive = Moment{sample, min, "Europe/Moscow"}
		if ps := l.Validate(); len(ps) != want {
			t.Errorf("landing at %s: %v", l.Arrive, ps)
		}
	}
}

func TestNamesOfPeopleAsListsShowThem(t *testing.T) {
	for full, want := range map[string]string{"Кузнецова Анна Сергеевна": "Кузнецова А. С.", "Ли Ан": "Ли А.", "Громов": "Громов", "": "", "  Орлова   Марина ": "Орлова М."} {
		if got := ShortName(full); got != want {
			t.Errorf("%q: %q, want %q", full, got, want)
		}
	}
	if got := (Person{FullName: "Кузнецова Анна Сергеевна", ShortName: "Аня"}).Short(); got != "Аня" {
		t.Errorf("the chosen short name is %q", got)
	}
}

func TestFoldingMakesSpellingsEqual(t *testing.T) {
	for a, b := range map[string]string{"Ёлка": "елка", "ОРЁЛ": "орел", "1\u00a0312\u202f000": "1 312 000", "Straße": "straße", "ÉCOLE": "école"} {
		if Fold(a) != b || Fold(Fold(a)) != b {
			t.Errorf("%q folds to %q, want %q", a, Fold(a), b)
		}
	}
}

// A share is of a person or of another resource, never of both.
func TestAShareHasOneOwner(t *testing.T) {
	for _, a := range []Assignment{{TaskID: ID[Task](anID)}, {TaskID: ID[Task](anID), PersonID: ID[Person](anID), ResourceID: ID[Resource](other)}} {
		if ps := a.Validate(); len(ps) != 1 || ps[0].Field != "personId" {
			t.Errorf("%+v: %v", a, ps)
		}
	}
}
