package command

import (
	"errors"

	"portfel/data"
	"portfel/data/sqlite"
)

// planRecords is what the plan holds before the import.
type planRecords struct {
	tasks  []data.Task // in order
	byID   map[data.ID[data.Task]]data.Task
	shares map[data.ID[data.Task]][]data.Assignment
	links  map[data.ID[data.Task]][]data.Dependency // by successor
}

// project finds the project and its plan, or makes them.
func (b *planImport) project() error {
	name := b.c.projectName()
	found, err := sqlite.List[data.Project](b.r, "code = ?1 AND ?1 <> '' OR name = ?1 OR trim(code || ' ' || name) = ?1 ORDER BY code = ?1 DESC, archived_on IS NOT NULL, id", name)
	if err != nil {
		return err
	}
	if len(found) > 1 && found[0].Code != name {
		return data.Problems{{Code: "import.manyProjects", Args: []string{name}}}
	}
	if len(found) == 0 {
		b.newProject(name)
		return nil
	}
	b.home = found[0]
	id, err := b.r.CurrentPlan(b.home.ID)
	if errors.Is(err, data.ErrNotFound) {
		b.newPlan()
		b.rows = append(b.rows, ImportRow{Action: ImportChanged, Kind: data.KindProject, Name: b.home.Title()})
		return nil
	}
	if err != nil {
		return err
	}
	if b.plan, err = sqlite.Get(b.r, id); err != nil {
		return err
	}
	action := ImportSame
	if !b.c.Start.IsZero() && b.c.Start != b.plan.StartsOn {
		b.plan.StartsOn, action = b.c.Start, ImportChanged
		b.puts = append(b.puts, b.plan)
	}
	b.rows = append(b.rows, ImportRow{Action: action, Kind: data.KindProject, Name: b.home.Title()})
	return nil
}

func (b *planImport) newProject(name string) {
	b.home = data.Project{ID: data.NewID[data.Project](), Name: name, What: data.ProjectConsulting, Billing: data.BillingFixed, Status: data.ProjectPlanning,
		ManagerID: b.who.me.ID, StartsOn: b.start()}
	b.puts = append(b.puts, b.home)
	b.newPlan()
	b.rows = append(b.rows, ImportRow{Action: ImportAdded, Kind: data.KindProject, Name: name})
}

func (b *planImport) newPlan() {
	b.plan = data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: b.home.ID, IsCurrent: true, StartsOn: b.start(), CalendarID: b.who.me.CalendarID}
	if b.foreign == nil {
		b.puts = append(b.puts, b.plan)
	}
}

// start is the first day of a new plan.
func (b *planImport) start() data.Date {
	if b.foreign != nil {
		return b.foreign.startDay()
	}
	if !b.c.Start.IsZero() {
		return b.c.Start
	}
	var first data.Date
	for _, row := range b.c.Source.Rows {
		if !row.Start.IsZero() && (first.IsZero() || row.Start < first) {
			first = row.Start
		}
	}
	if first.IsZero() {
		first = b.r.Today()
	}
	return first
}

// system names the project's tables among the sources of records.
func (b *planImport) system() string {
	kind := "csv"
	if b.foreign != nil {
		kind = b.foreign.system()
	}
	return kind + ":" + b.home.ID.String()
}

// stored reads what the plan holds, and which ids of the source are known.
func (b *planImport) stored() error {
	b.sources = map[string]data.Source{}
	list, err := sqlite.List[data.Source](b.r, "system = ? AND record_kind = 'task'", b.system())
	if err != nil {
		return err
	}
	for _, s := range list {
		b.sources[s.ExternalID] = s
	}
	h := planRecords{byID: map[data.ID[data.Task]]data.Task{}, shares: map[data.ID[data.Task]][]data.Assignment{}, links: map[data.ID[data.Task]][]data.Dependency{}}
	if h.tasks, err = sqlite.List[data.Task](b.r, "plan_id = ? ORDER BY ord, id", b.plan.ID); err != nil {
		return err
	}
	for _, t := range h.tasks {
		h.byID[t.ID] = t
	}
	shares, err := sqlite.List[data.Assignment](b.r, "task_id IN (SELECT id FROM task WHERE plan_id = ?) ORDER BY id", b.plan.ID)
	if err != nil {
		return err
	}
	for _, a := range shares {
		h.shares[a.TaskID] = append(h.shares[a.TaskID], a)
	}
	links, err := b.r.PlanLinks(b.plan.ID)
	for _, l := range links {
		h.links[l.SuccID] = append(h.links[l.SuccID], l)
	}
	b.have = h
	return err
}

// absent names the tasks that came from this source once and are not in it any
// more: they stay.
func (b *planImport) absent() error {
	gone := map[data.ID[data.Any]]bool{}
	for id, s := range b.sources {
		if _, here := b.index[id]; !here {
			gone[s.RecordID] = true
		}
	}
	for _, t := range b.have.tasks {
		if gone[t.Key()] {
			b.rows = append(b.rows, ImportRow{Action: ImportSame, Kind: data.KindTask, Name: t.Name, Reason: data.Problem{Code: "import.absent"}})
		}
	}
	return nil
}
