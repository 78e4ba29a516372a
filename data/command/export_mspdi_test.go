package command_test

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// batch puts records as one step.
type batch struct{ records []data.Record }

func (batch) Label() (string, string) { return "command.put.task", "" }

func (b batch) Run(tx *sqlite.Tx) error {
	for _, r := range b.records {
		if err := tx.Put(r); err != nil {
			return fmt.Errorf("%+v: %w", r, err)
		}
	}
	return nil
}

// planMaker makes a random plan of what an MS Project file can carry.
type planMaker struct {
	*rand.Rand
	batch
	plan    data.Plan
	tasks   []data.Task
	people  []data.ID[data.Person]
	roles   []data.ID[data.Resource]
	nights  data.ID[data.Calendar]
	project data.Project
}

func (m *planMaker) add(r data.Record) { m.records = append(m.records, r) }

func (m *planMaker) chance(percent int) bool { return m.Intn(100) < percent }

// span is a random length of at most n days.
func (m *planMaker) span(n int) data.Span {
	switch m.Intn(8) {
	case 0:
		return data.Span{Amount: int64(60 * (1 + m.Intn(8*n))), Unit: data.WorkMinutes}
	case 1:
		return data.Span{Amount: int64(1000 * (1 + m.Intn(n))), Unit: data.CalendarDays}
	case 2:
		return data.Span{Amount: int64(60 * (1 + m.Intn(24*n))), Unit: data.ElapsedMins}
	case 3:
		return data.Span{Amount: int64(1 + m.Intn(n*1000)), Unit: data.WorkDays}
	}
	return data.Days(1 + m.Intn(n))
}

func (m *planMaker) day() data.Date { return m.plan.StartsOn + data.Date(m.Intn(60)) }

func makePlan(seed int64) *planMaker {
	m := &planMaker{Rand: rand.New(rand.NewSource(seed))}
	m.project = data.Project{ID: data.NewID[data.Project](), Name: "Обмен", What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectPlanning}
	m.plan = data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: m.project.ID, IsCurrent: true, StartsOn: data.NewDate(2026, 11, 2+m.Intn(60)), CalendarID: command.Russia}
	if m.chance(30) {
		m.plan.StatusOn = m.plan.StartsOn + data.Date(m.Intn(10))
	}
	m.add(m.project)
	m.add(m.plan)
	m.nights = data.NewID[data.Calendar]()
	m.add(data.Calendar{ID: m.nights, Name: "Ночи", Hours: data.MakeWeekShifts([7]data.Shifts{"", "00:00-08:00", "00:00-08:00", "00:00-08:00", "00:00-08:00", "00:00-08:00", "12:00-18:00"})})
	for i, name := range []string{"Борисова Инна Олеговна", "Власов Пётр Ильич", "Громов Илья Павлович"} {
		p := data.Person{ID: data.NewID[data.Person](), FullName: name, Zone: "Europe/Moscow", CalendarID: command.Russia, WeekHours: data.Hours([]int{40, 20, 36}[i])}
		m.people = append(m.people, p.ID)
		m.add(p)
		if m.chance(60) {
			d := m.day()
			m.add(data.Absence{ID: data.NewID[data.Absence](), PersonID: p.ID, What: data.Vacation, StartsOn: d, EndsOn: d + data.Date(m.Intn(12)), Status: data.AbsencePlanned})
		}
		if m.chance(50) {
			m.add(data.Rate{ID: data.NewID[data.Rate](), PersonID: p.ID, What: data.RateCost, Amount: data.Money(100 * (1000 + m.Intn(3000)))})
		}
	}
	role := data.Resource{ID: data.NewID[data.Resource](), Name: "Тестировщик", What: data.ResourceRole, Capacity: 100 * (1 + m.Intn(3)), CalendarID: command.Russia}
	m.roles = append(m.roles, role.ID)
	m.add(role)
	m.tree(data.ID[data.Task]{}, 0, 4+m.Intn(4))
	m.links()
	if m.chance(70) {
		m.baseline()
	}
	return m
}

// tree makes the tasks below a parent.
func (m *planMaker) tree(parent data.ID[data.Task], depth, n int) {
	for i := range n {
		t := data.Task{ID: data.NewID[data.Task](), PlanID: m.plan.ID, ParentID: parent, Ord: int64(i+1) << 16, Name: fmt.Sprintf("Задача %d", len(m.tasks)+1), What: data.TaskWork,
			Mode: data.ModeAuto, Status: data.TaskOpen, Place: data.PlaceOffice}
		at := len(m.tasks)
		m.tasks = append(m.tasks, t)
		if depth < 2 && m.chance(30) {
			m.tasks[at].What = data.TaskStage
			m.tree(t.ID, depth+1, 1+m.Intn(4))
		} else {
			m.leaf(&m.tasks[at])
		}
		m.share(&m.tasks[at])
		m.add(m.tasks[at])
	}
}

// leaf gives a task its length, limits and facts.
func (m *planMaker) leaf(t *data.Task) {
	t.Duration = m.span(6)
	if m.chance(15) {
		t.Duration, t.What = data.Days(0), data.TaskMilestone
	}
	if m.chance(20) {
		t.DeadlineOn = m.day()
	}
	if m.chance(20) {
		t.Priority = 1 + m.Intn(1000)
	}
	if m.chance(15) {
		t.FixedCost = data.Money(m.Intn(1_000_000))
	}
	if m.chance(20) {
		t.Note = "Первая строка\nвторая & <третья>"
	}
	if m.chance(10) && t.What == data.TaskWork {
		t.CalendarID = m.nights
	}
	switch {
	case m.chance(10):
		t.Mode, t.StartsOn = data.ModeManual, m.day()
		t.EndsOn = t.StartsOn
		if t.What == data.TaskWork {
			t.EndsOn += data.Date(m.Intn(10))
		}
	case m.chance(30):
		t.ConstraintKind = data.ConstraintKinds[1+m.Intn(len(data.ConstraintKinds)-1)]
		if t.ConstraintKind.Dated() {
			t.ConstraintOn = m.day()
		}
	}
	if m.chance(15) && t.Mode == data.ModeAuto && t.What == data.TaskWork {
		t.LevelDelay = data.Days(1 + m.Intn(3))
	}
	if t.Mode == data.ModeAuto && t.What == data.TaskWork && m.chance(20) {
		m.facts(t)
	} else if t.What == data.TaskWork && t.Duration.Unit == data.WorkDays && m.chance(10) {
		t.Remaining = data.Days(1 + m.Intn(8)) // another estimate of what is not begun
	}
}

// facts begin or finish a task.
func (m *planMaker) facts(t *data.Task) {
	t.LevelDelay = data.Span{}
	t.ActualStart, t.Status = data.OnDay(m.working(m.day())), data.TaskWorking
	if m.chance(50) {
		t.ActualFinish, t.Status, t.Percent = data.OnDay(m.working(t.ActualStart.Day+data.Date(m.Intn(5)))), data.TaskDone, 100
		return
	}
	t.Percent = 10 * (1 + m.Intn(8))
	if t.Duration.Unit == data.WorkDays && t.CalendarID.IsZero() {
		t.Remaining = data.Span{Amount: max(1, t.Duration.Amount/2), Unit: data.WorkDays}
	}
}

// working is a day on or after one that nobody is off on by the week.
func (m *planMaker) working(d data.Date) data.Date {
	for d.Weekday() == 0 || d.Weekday() == 6 {
		d++
	}
	return d
}

// share gives a task people, with hours and units.
func (m *planMaker) share(t *data.Task) {
	if t.What != data.TaskWork || m.chance(30) {
		return
	}
	if m.chance(10) {
		t.Effort = data.Hours(1 + m.Intn(20))
		m.add(data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, ResourceID: m.roles[0], Effort: t.Effort, Units: 100})
		return
	}
	for _, k := range m.Perm(len(m.people))[:1+m.Intn(2)] {
		a := data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, PersonID: m.people[k], Effort: data.Minutes(30 * (1 + m.Intn(60))), Units: []int{100, 50, 25, 100}[m.Intn(4)]}
		t.Effort += a.Effort
		t.ResponsibleID = a.PersonID
		m.add(a)
	}
}

// links join earlier leaves to later ones.
func (m *planMaker) links() {
	var leaves []data.Task
	for _, t := range m.tasks {
		if t.What != data.TaskStage {
			leaves = append(leaves, t)
		}
	}
	for i := 1; i < len(leaves); i++ {
		if m.chance(30) {
			continue
		}
		d := data.Dependency{ID: data.NewID[data.Dependency](), PredID: leaves[m.Intn(i)].ID, SuccID: leaves[i].ID, Type: data.LinkTypes[[]int{0, 0, 0, 1, 2, 3}[m.Intn(6)]]}
		if m.chance(40) {
			d.Lag = m.span(3)
			if m.chance(30) {
				d.Lag.Amount = -d.Lag.Amount
			}
		}
		m.add(d)
	}
}

func (m *planMaker) baseline() {
	b := data.Baseline{ID: data.NewID[data.Baseline](), PlanID: m.plan.ID, Name: "Первый", TakenAt: data.Moment{Day: m.plan.StartsOn, Zone: "Europe/Moscow"}}
	m.add(b)
	for _, t := range m.tasks {
		if t.What == data.TaskWork {
			d := m.working(m.day())
			m.add(data.BaselineTask{ID: data.NewID[data.BaselineTask](), BaselineID: b.ID, TaskID: t.ID, StartsOn: d, EndsOn: m.working(d + 3), Effort: data.Hours(m.Intn(40)), Cost: data.Money(m.Intn(100_000))})
		}
	}
}

// projectBytes is the plan of a project as the bytes of an MS Project file.
func projectBytes(t testing.TB, f *sqlite.File, plan data.ID[data.Plan]) ([]byte, []command.ImportNote) {
	t.Helper()
	file, notes, err := command.ExportMSPDI(f.Read(), plan, text.For(text.RU))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mspdi.Write(&b, file); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), notes
}

// described is a plan in words without ids: what a person would compare.
func described(t testing.TB, f *sqlite.File, plan data.ID[data.Plan]) (out []string) {
	t.Helper()
	p, err := f.Read().PlanTree(plan)
	if err != nil {
		t.Fatal(err)
	}
	out = append(out, fmt.Sprintf("plan %s status %s", p.Plan.StartsOn, p.Plan.StatusOn))
	names := map[data.ID[data.Task]]string{}
	for _, r := range p.Rows {
		names[r.Task.ID] = r.Task.Name
	}
	for _, r := range p.Rows {
		x := r.Task
		s := fmt.Sprintf("%s %s %s %s %s %q | %s..%s | %s %d | %s %s@%d | due %s | %d%% %s %s..%s rest %s | %d %s %d cal %v", r.Code, x.Name, x.What, x.Mode, x.Status, x.Note,
			x.StartsOn, x.EndsOn, x.Duration, x.Effort, x.ConstraintKind, x.ConstraintOn, x.ConstraintAt, x.DeadlineOn, x.Percent, "", x.ActualStart, x.ActualFinish, x.Remaining,
			x.Rank(), x.LevelDelay, x.FixedCost, !x.CalendarID.IsZero())
		var links, who []string
		for _, l := range r.Preds {
			links = append(links, fmt.Sprint(names[l.Dependency.PredID], l.Dependency.Type, l.Dependency.Lag))
		}
		for _, a := range r.Assignees {
			mark := ""
			if a.PersonID == x.ResponsibleID && !a.PersonID.IsZero() {
				mark = "!"
			}
			who = append(who, fmt.Sprint(a.Name, a.Effort, a.Units, mark))
		}
		slices.Sort(links)
		slices.Sort(who)
		out = append(out, s+" | "+strings.Join(links, ", ")+" | "+strings.Join(who, ", "), fmt.Sprintf("%s dates %s..%s %s", r.Code, r.Date.StartsOn, r.Date.EndsOn, r.Date.Problem))
	}
	list, err := f.Read().Baselines(plan)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range list {
		lines, err := f.Read().BaselineTasks(b.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Rows {
			if l, ok := lines[r.Task.ID]; ok {
				out = append(out, fmt.Sprintf("base %s %s..%s %d %d", r.Code, l.StartsOn, l.EndsOn, l.Effort, l.Cost))
			}
		}
	}
	return out
}

// Whatever a plan holds, its MS Project file gives it back in a new file: tasks,
// links, people, limits, facts, baselines and every date. A second import of the
// same bytes changes nothing.
func TestAPlanComesBackFromItsMSProjectFile(t *testing.T) {
	for seed := range int64(60) {
		m := makePlan(seed)
		f := newFile(t)
		if _, err := f.Do(m.batch); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		b, _ := projectBytes(t, f, m.plan.ID)
		g := newFile(t)
		file, err := mspdi.Read(bytes.NewReader(b), mspdi.Limits{})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		var seen command.ImportPreview
		cmd := command.ImportMSPDI{Source: file, File: "обмен.xml", Project: "Обмен", Report: func(p command.ImportPreview) { seen = p }}
		if _, err := g.Do(cmd); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, strings.Join(lines(seen.Rows), "\n"))
		}
		want, got := described(t, f, m.plan.ID), described(t, g, tree(t, g, "Обмен").Plan.ID)
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Errorf("seed %d:\nwant %s\ngot  %s", seed, at(want, i), at(got, i))
			}
		}
		if again, err := g.Do(cmd); err != nil || len(again.IDs) > 0 {
			t.Errorf("seed %d: a second import changes %d records, %v", seed, len(again.IDs), err)
		}
		if t.Failed() {
			return
		}
	}
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "-"
}
