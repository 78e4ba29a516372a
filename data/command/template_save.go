package command

import (
	"path"
	"strings"

	"portfel/assets"
	"portfel/data"
	"portfel/data/sqlite"
)

// IsShippedTemplate tells whether a plan is one of the templates that come with
// the program.
func IsShippedTemplate(id data.ID[data.Plan]) bool {
	files, err := assets.Plan.ReadDir("plan/ru")
	if err != nil {
		return false
	}
	for _, f := range files {
		key := strings.TrimSuffix(f.Name(), path.Ext(f.Name()))
		if data.ShippedID[data.Plan]("template:"+key) == id {
			return true
		}
	}
	return false
}

// SaveTemplate keeps a plan as a template of new ones: its tasks, links and
// lengths, without facts and deadlines. With People the assignments go along,
// without them their hours stay with the tasks.
type SaveTemplate struct {
	ID     data.ID[data.Plan] // of the template; empty = made
	From   data.ID[data.Plan]
	Name   string
	People bool
}

// Label is "command.template.save" and the name.
func (c SaveTemplate) Label() (string, string) { return "command.template.save", c.Name }

// Run refuses an empty name and one that another template has, then copies.
func (c SaveTemplate) Run(tx *sqlite.Tx) error {
	name := strings.TrimSpace(c.Name)
	if name == "" {
		return data.Problems{{Field: "name", Code: "required"}}
	}
	have, err := sqlite.List[data.Plan](tx.Reader, "what = 'template' AND archived_on IS NULL")
	if err != nil {
		return err
	}
	for _, p := range have {
		if data.Fold(p.Name) == data.Fold(name) {
			return data.Problems{{Field: "name", Code: "templateTwice", Args: []string{p.Name}}}
		}
	}
	to := data.Plan{ID: c.ID, What: data.PlanTemplate, Name: name}
	if to.ID.IsZero() {
		to.ID = data.NewID[data.Plan]()
	}
	if err := (CopyPlan{From: c.From, To: to}).Run(tx); err != nil {
		return err
	}
	return c.tidy(tx, to.ID)
}

// tidy takes away what belongs to the one project that the plan was made for.
func (c SaveTemplate) tidy(tx *sqlite.Tx, plan data.ID[data.Plan]) error {
	tasks, err := sqlite.List[data.Task](tx.Reader, "plan_id = ?", plan)
	if err != nil {
		return err
	}
	for _, t := range tasks {
		if !c.People {
			if t, err = withoutPeople(tx, t); err != nil {
				return err
			}
		}
		t.DeadlineOn, t.Note, t.MentorEffort = 0, "", 0
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	return nil
}

// withoutPeople takes the people from a task; their hours become its own.
func withoutPeople(tx *sqlite.Tx, t data.Task) (data.Task, error) {
	shares, err := sqlite.List[data.Assignment](tx.Reader, "task_id = ? AND person_id IS NOT NULL", t.ID)
	if err != nil {
		return t, err
	}
	var sum data.Minutes
	for _, a := range shares {
		sum += a.Effort
		if err := tx.Delete(data.RefTo(data.KindAssignment, a.ID)); err != nil {
			return t, err
		}
	}
	t.ResponsibleID, t.ReviewerID = data.ID[data.Person]{}, data.ID[data.Person]{}
	if sum > 0 {
		t.Effort = sum
	}
	return t, nil
}
