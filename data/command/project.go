package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// NewProject makes a project with its current plan in one step: a plan without
// dates is of no use to anybody, and a project without a plan has no health.
// The one who leads it becomes its first member.
type NewProject struct {
	Project  data.Project // an empty ID or status is filled in
	Role     string       // of the manager in the team
	Template data.ID[data.Plan]
}

// Label is "command.project.new" and the project's title.
func (c NewProject) Label() (string, string) { return "command.project.new", c.Project.Title() }

// Run writes project, plan and manager. The plan starts with the project, else
// on the next working day, and runs on the calendar of the file's owner.
func (c NewProject) Run(tx *sqlite.Tx) error {
	p := c.Project
	p.Code, p.Name = strings.TrimSpace(p.Code), strings.TrimSpace(p.Name)
	if p.ID.IsZero() {
		p.ID = data.NewID[data.Project]()
	}
	if p.Status == "" {
		p.Status = data.ProjectPlanning
	}
	if err := tx.Put(p); err != nil {
		return err
	}
	plan, err := firstPlan(tx, p)
	if err != nil {
		return err
	}
	if err := c.plan(tx, plan); err != nil {
		return err
	}
	if p.ManagerID.IsZero() {
		return nil
	}
	return tx.Put(data.Member{ID: data.NewID[data.Member](), ProjectID: p.ID, PersonID: p.ManagerID, Role: c.Role})
}

// plan writes the plan, from the template if there is one.
func (c NewProject) plan(tx *sqlite.Tx, plan data.Plan) error {
	if c.Template.IsZero() {
		return tx.Put(plan)
	}
	return CopyPlan{From: c.Template, To: plan}.Run(tx)
}

// firstPlan is the current plan of a new project.
func firstPlan(tx *sqlite.Tx, p data.Project) (data.Plan, error) {
	me, err := tx.Me()
	if err != nil {
		return data.Plan{}, err
	}
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: p.ID, IsCurrent: true, StartsOn: p.StartsOn, CalendarID: me.CalendarID}
	if plan.StartsOn.IsZero() {
		cal, err := Workdays(tx.Reader)
		if err != nil {
			return plan, err
		}
		plan.StartsOn = cal.OnOrAfter(tx.Today())
	}
	return plan, nil
}

// EnsurePlan gives a project without a current plan an empty one.
type EnsurePlan struct {
	ID   data.ID[data.Project]
	Name string
}

// Label is "command.project.plan" and the project's name.
func (c EnsurePlan) Label() (string, string) { return "command.project.plan", c.Name }

// Run does nothing when there is a current plan.
func (c EnsurePlan) Run(tx *sqlite.Tx) error {
	have, err := sqlite.List[data.Plan](tx.Reader, "project_id = ? AND is_current = 1 LIMIT 1", c.ID)
	if err != nil || len(have) > 0 {
		return err
	}
	p, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	plan, err := firstPlan(tx, p)
	if err != nil {
		return err
	}
	return tx.Put(plan)
}

// AddMember lets a person or a contact take part in a project, once.
type AddMember struct {
	Member data.Member
	Name   string
}

// Label is "command.member.add" and the name.
func (c AddMember) Label() (string, string) { return "command.member.add", c.Name }

// Run refuses somebody who takes part already.
func (c AddMember) Run(tx *sqlite.Tx) error {
	m := c.Member
	if m.ID.IsZero() {
		m.ID = data.NewID[data.Member]()
	}
	have, err := sqlite.List[data.Member](tx.Reader, "project_id = ?", m.ProjectID)
	if err != nil {
		return err
	}
	for _, h := range have {
		if h.PersonID == m.PersonID && h.ContactID == m.ContactID {
			return data.Problems{{Field: "personId", Code: "memberTwice"}}
		}
	}
	return tx.Put(m)
}

// StartProject moves the start of a project. The current plan moves along when
// it began on the same day; a plan with a start of its own stays.
type StartProject struct {
	ID   data.ID[data.Project]
	Name string
	On   data.Date
}

// Label is "command.project.start" and the project's name.
func (c StartProject) Label() (string, string) { return "command.project.start", c.Name }

// Run writes the project and the plans that follow it.
func (c StartProject) Run(tx *sqlite.Tx) error {
	p, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	old := p.StartsOn
	p.StartsOn = c.On
	if err := tx.Put(p); err != nil || c.On.IsZero() || old.IsZero() {
		return err
	}
	plans, err := sqlite.List[data.Plan](tx.Reader, "project_id = ? AND is_current = 1 AND starts_on = ?", c.ID, old)
	if err != nil {
		return err
	}
	for _, plan := range plans {
		plan.StartsOn = c.On
		if err := tx.Put(plan); err != nil {
			return err
		}
	}
	return nil
}
