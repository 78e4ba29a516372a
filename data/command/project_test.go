package command_test

import (
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

func projectRow(t *testing.T, f *sqlite.File, code string) data.ProjectRow {
	t.Helper()
	rows, err := f.Read().Projects(data.ProjectFilter{}, f.Read().Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Code == code {
			return r
		}
	}
	t.Fatalf("no project %s", code)
	return data.ProjectRow{}
}

// The numbers are those of story 1 and of the sample's plans, counted by hand
// on the production calendar.
func TestRegisterOfProjectsTellsHowPlansStand(t *testing.T) {
	f := sampleOn(t, papersNow)
	cal, err := command.Workdays(f.Read())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		code   string
		finish data.Date
		effort int
		pct    int
		late   int
		health data.Health
		days   int
	}{
		{"МК-26", data.NewDate(2027, 1, 26), 416, 0, 0, data.HealthTight, 1},
		{"РР-26", data.NewDate(2027, 1, 26), 456, 50, 1, data.HealthShift, 6}, // done 72+56+88+0.7×16 = 227.2 of 456
		{"БТ-26", data.NewDate(2026, 11, 25), 292, 100, 0, data.HealthTight, 2},
		{"ДФ-27", 0, 0, 0, 0, data.HealthNone, 0},
	} {
		r := projectRow(t, f, c.code)
		h, days := r.Health(papersDay(11, 24), cal.Distance)
		if r.FinishOn != c.finish || r.Effort != data.Hours(c.effort) || r.Percent != c.pct || r.Late != c.late || h != c.health || days != c.days {
			t.Errorf("%s: finish %s, effort %d, %d %%, late %d, health %d, %d days", c.code, r.FinishOn, r.Effort/60, r.Percent, r.Late, h, days)
		}
	}
	if r := projectRow(t, f, "МК-26"); r.Client != "АО «Медный Кряж»" || r.Manager != "Кузнецова А. С." || !r.Mine || r.Tasks != 7 {
		t.Errorf("%+v", r)
	}
}

func TestNewProjectComesWithItsPlan(t *testing.T) {
	f := sampleOn(t, papersNow)
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	p := data.Project{ID: data.NewID[data.Project](), Code: " НП-1 ", Name: "Новый", ManagerID: me.ID, StartsOn: papersDay(11, 30), DeadlineOn: papersDay(12, 30)}
	papersDo(t, f, command.NewProject{Project: p, Role: "руководитель проекта"})
	r := projectRow(t, f, "НП-1")
	if r.Status != data.ProjectPlanning || r.PlanID.IsZero() || !r.Mine {
		t.Errorf("%+v", r)
	}
	plan, err := sqlite.Get(f.Read(), r.PlanID)
	if err != nil || plan.StartsOn != papersDay(11, 30) || !plan.IsCurrent || plan.CalendarID != me.CalendarID {
		t.Errorf("plan %+v %v", plan, err)
	}
	if m, err := f.Read().Members(p.ID); err != nil || len(m) != 1 || m[0].Role != "руководитель проекта" {
		t.Errorf("team %+v %v", m, err)
	}
	refused(t, f, "taken", command.NewProject{Project: data.Project{Code: "НП-1", Name: "Второй"}})
	papersDo(t, f, command.StartProject{ID: p.ID, On: papersDay(12, 7)})
	if plan, err = sqlite.Get(f.Read(), r.PlanID); err != nil || plan.StartsOn != papersDay(12, 7) {
		t.Errorf("the plan did not move along: %s %v", plan.StartsOn, err)
	}
	for range 2 {
		if _, err := f.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := sqlite.List[data.Plan](f.Read(), "id = ?", r.PlanID); err != nil || len(n) != 0 {
		t.Errorf("one undo takes project and plan back: %v %v", n, err)
	}
}

func TestProjectWithoutPlanGetsOne(t *testing.T) {
	f := sampleOn(t, papersNow)
	p := projectRow(t, f, "ДФ-27")
	papersDo(t, f, command.EnsurePlan{ID: p.ID, Name: p.Title()})
	again, err := f.Do(command.EnsurePlan{ID: p.ID, Name: p.Title()})
	if err != nil || len(again.IDs) != 0 {
		t.Errorf("a second plan: %+v %v", again, err)
	}
	if r := projectRow(t, f, "ДФ-27"); r.PlanID.IsZero() {
		t.Error("no plan")
	}
}

func TestTeamTakesEverybodyOnce(t *testing.T) {
	f := sampleOn(t, papersNow)
	p := projectRow(t, f, "МК-26")
	team, err := f.Read().Members(p.ID)
	if err != nil || len(team) != 5 {
		t.Fatalf("%d members, %v", len(team), err)
	}
	refused(t, f, "memberTwice", command.AddMember{Member: data.Member{ProjectID: p.ID, PersonID: team[0].PersonID}})
}

// On Monday, 23.11, these clients wait longer than their cadence (story 7).
func TestClientsThatAreSilentTooLong(t *testing.T) {
	f := sampleOn(t, time.Date(2026, 11, 23, 6, 42, 0, 0, time.UTC))
	today := f.Read().Today()
	rows, err := f.Read().Clients(today)
	if err != nil {
		t.Fatal(err)
	}
	over := map[string]int{}
	for _, r := range rows {
		if days, late := r.Silence(today); late {
			over[data.BareName(r.Name)] = days
		}
	}
	for _, name := range []string{"медный кряж", "ромашка ритейл"} { // 20.11 and 19.11
		if over[name] != 0 {
			t.Errorf("%s is within its cadence: %d", name, over[name])
		}
	}
	for name, days := range map[string]int{"балтик тара": 12, "альфа логистик": 17, "волга агро": 40, "приборостроитель": 53, "дельта фарм": 24} {
		if over[name] != days {
			t.Errorf("%s: %d days, want %d", name, over[name], days)
		}
	}
}

// A trip counts as contact until its last day: Kazan 17–19.11.
func TestTripsAndSeriesCountAsContact(t *testing.T) {
	f := sampleOn(t, papersNow)
	last := func(name string) data.Date {
		rows, err := f.Read().Clients(papersDay(11, 24))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if data.BareName(r.Name) == name {
				return r.LastOn
			}
		}
		return 0
	}
	if d := last("ромашка ритейл"); d != papersDay(11, 19) {
		t.Errorf("Ромашка: %s", d)
	}
	rows, err := f.Read().Clients(papersDay(11, 24))
	if err != nil {
		t.Fatal(err)
	}
	var volga data.ClientRow
	for _, r := range rows {
		if data.BareName(r.Name) == "волга агро" {
			volga = r
		}
	}
	papersDo(t, f, command.NewSeries{Series: data.Series{ID: data.NewID[data.Series](), What: data.EventCall, Title: "Статус", ClientID: volga.ID,
		Starts: wall(11, 20, 9, 0), Ends: wall(11, 20, 9, 30), Rule: "FREQ=WEEKLY;BYDAY=FR", UntilOn: papersDay(12, 31)}})
	if d := last("волга агро"); d != papersDay(11, 20) {
		t.Errorf("Волга after its call of Friday: %s", d)
	}
}

func TestNewClientComesWithItsFirstContact(t *testing.T) {
	f := sampleOn(t, papersNow)
	c := data.Client{ID: data.NewID[data.Client](), Name: "ООО «Новый»"}
	papersDo(t, f, command.NewClient{Client: c, Contact: data.Contact{FullName: "Новиков Ян", Phone: "+7 900 000-00-01"}})
	got, err := sqlite.Get(f.Read(), c.ID)
	if err != nil || got.What != data.ClientPotential || got.Zone != "Europe/Moscow" {
		t.Errorf("%+v %v", got, err)
	}
	people, err := f.Read().ClientContacts(c.ID)
	if err != nil || len(people) != 1 || people[0].FullName != "Новиков Ян" || people[0].Role != data.RoleCustomer {
		t.Errorf("%+v %v", people, err)
	}
}

func TestTimelineOfAClient(t *testing.T) {
	f := sampleOn(t, papersNow)
	rows, err := f.Read().Clients(papersDay(11, 24))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if data.BareName(r.Name) != "балтик тара" {
			continue
		}
		line, err := f.Read().ClientTimeline(r.ID, papersDay(11, 24))
		if err != nil {
			t.Fatal(err)
		}
		kinds := map[data.Kind]int{}
		for i, x := range line {
			kinds[x.Kind]++
			if i > 0 && x.OnDate > line[i-1].OnDate {
				t.Errorf("%s stands below %s", x.OnDate, line[i-1].OnDate)
			}
		}
		// one visit, Minsk of two travellers and the local trip, the project
		if kinds[data.KindEvent] != 1 || kinds[data.KindTrip] != 3 || kinds[data.KindProject] != 1 || kinds[data.KindDeliverable] == 0 {
			t.Errorf("%v", kinds)
		}
	}
}
