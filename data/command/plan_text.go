package command

import (
	"errors"
	"strings"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// ReadPreds reads the predecessors of a task as people type them, by WBS codes:
// «1.2;1.3НН+2д». The links come without ids, for SetLinks.
func ReadPreds(t data.PlanTree, typed string) ([]data.Dependency, error) {
	at := make(map[string]int, len(t.Rows))
	for i, r := range t.Rows {
		at[r.Code] = i
	}
	list, err := schedule.ParseLinks(typed, func(id string) (int, bool) { i, ok := at[id]; return i, ok })
	if err != nil {
		var bad *schedule.LinkError
		if errors.As(err, &bad) {
			return nil, bad.Problem()
		}
		return nil, err
	}
	out := make([]data.Dependency, len(list))
	for i, p := range list {
		out[i] = data.Dependency{PredID: t.Rows[p.Task].Task.ID, Type: p.Type, Lag: p.Lag}
	}
	return out, nil
}

// WritePreds is what ReadPreds reads; russian writes ОН, НН, ОО, НО.
func WritePreds(row data.PlanRow, russian bool) string {
	n := schedule.Latin
	if russian {
		n = schedule.Russian
	}
	parts := make([]string, len(row.Preds))
	for i, p := range row.Preds {
		parts[i] = p.Code + schedule.FormatLink(p.Dependency.Type, p.Dependency.Lag, n)
	}
	return strings.Join(parts, "; ")
}

// ReadShares reads the people of a task as they are typed: «Кузнецова 24;
// Ласточкин 32»: a name or its beginning that only one person has, and hours.
// Hours left out keep what the person has, or share what is left of the effort.
func ReadShares(people []data.NameRow, row data.PlanRow, typed string) ([]Share, error) {
	var out []Share
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == ';' || r == '\n' }) {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		name, effort, given, err := splitShare(part)
		if err != nil {
			return nil, err
		}
		id, err := onePerson(people, name)
		if err != nil {
			return nil, err
		}
		s := Share{PersonID: id, Effort: effort, Units: 100}
		for _, a := range row.Assignees {
			if a.PersonID == id {
				s.Units = a.Units
				if !given {
					s.Effort, given = a.Effort, true
				}
			}
		}
		if !given {
			s.Effort = -1
		}
		out = append(out, s)
	}
	return fillShares(out, row.Task.Effort), nil
}

// splitShare divides «Ласточкин 32» or «Ласточкин:32 ч» into name and hours.
func splitShare(part string) (name string, effort data.Minutes, given bool, err error) {
	i := strings.IndexAny(part, "0123456789")
	if i < 0 {
		return strings.TrimRight(part, ": "), 0, false, nil
	}
	name = strings.TrimRight(part[:i], ": ")
	effort, err = text.ParseHours(part[i:])
	return name, effort, true, err
}

// onePerson finds the person whose name begins with the typed words.
func onePerson(people []data.NameRow, name string) (data.ID[data.Person], error) {
	want := data.Fold(name)
	var found []data.NameRow
	for _, p := range people {
		if data.Fold(p.Name) == want {
			return data.ID[data.Person](p.ID), nil
		}
		if want != "" && strings.HasPrefix(data.Fold(p.Name), want) {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 0:
		return data.ID[data.Person]{}, data.Problems{{Field: "assignees", Code: "noPerson", Args: []string{name}}}
	case 1:
		return data.ID[data.Person](found[0].ID), nil
	}
	return data.ID[data.Person]{}, data.Problems{{Field: "assignees", Code: "manyPeople", Args: []string{name}}}
}

// fillShares gives shares without hours an even part of what is left.
func fillShares(shares []Share, effort data.Minutes) []Share {
	open := 0
	for _, s := range shares {
		if s.Effort < 0 {
			open++
		} else {
			effort -= s.Effort
		}
	}
	for i := range shares {
		if shares[i].Effort < 0 {
			part := max(effort, 0) / data.Minutes(open)
			shares[i].Effort = part
			effort -= part
			open--
		}
	}
	return shares
}

// WhyLine is one cause of a date, with the names that its sentence needs.
type WhyLine struct {
	Kind     string // of schedule.CauseKind
	Code     string // WBS code of the task concerned
	Name     string
	Link     data.LinkType
	From, To data.Date
	Days     int
	Title    string // of a holiday
	Who      string // of an absence
	Away     data.AbsenceKind
}

// Why tells what binds the start of a task, binding causes only, then what the
// finish loses within the task's own days.
func Why(r *sqlite.Reader, t data.PlanTree, task data.ID[data.Task]) (start, finish []WhyLine, err error) {
	d := deriver{tx: &sqlite.Tx{Reader: r}}
	in, err := d.treeInput(t)
	if err != nil {
		return nil, nil, err
	}
	d.solver.Solve(&in.plan)
	i, ok := in.at[task]
	if !ok {
		return nil, nil, data.ErrNotFound
	}
	return in.causes(t, d.solver.WhyStart(i)), in.causes(t, d.solver.WhyFinish(i)), nil
}

func (in *planInput) causes(t data.PlanTree, list []schedule.Cause) []WhyLine {
	codes := make(map[data.ID[data.Task]]string, len(t.Rows))
	for _, r := range t.Rows {
		codes[r.Task.ID] = r.Code
	}
	var out []WhyLine
	for _, c := range list {
		l := WhyLine{Kind: string(c.Kind), From: c.From, To: c.To, Days: c.Days, Title: c.Title, Who: c.Absence.Title, Away: c.Absence.Kind}
		if c.Task >= 0 && c.Task < len(in.tasks) {
			l.Code, l.Name = codes[in.tasks[c.Task].ID], in.tasks[c.Task].Name
		}
		if c.Link >= 0 && c.Link < len(in.links) {
			l.Link = in.links[c.Link].Type
		}
		out = append(out, l)
	}
	return out
}

// PreviewDrag is where the tasks of a plan would stand if a bar went to other
// days; nothing is written. Only tasks that move are listed.
func PreviewDrag(r *sqlite.Reader, tree data.PlanTree, c DragTask) ([]data.TaskDate, error) {
	d := deriver{tx: &sqlite.Tx{Reader: r}}
	plan := tree.Plan.ID
	in, err := d.treeInput(tree)
	if err != nil {
		return nil, err
	}
	i, ok := in.at[c.ID]
	if !ok {
		return nil, data.ErrNotFound
	}
	before := in.rows(plan, d.solver.Solve(&in.plan))
	t := c.apply(in.tasks[i])
	in.tasks[i] = t
	cal := in.plan.Tasks[i].Calendar
	in.plan.Tasks[i] = in.task(t)
	in.plan.Tasks[i].Calendar = cal
	after := in.rows(plan, d.solver.Solve(&in.plan))
	var moved []data.TaskDate
	for k := range after {
		if after[k].StartsOn != before[k].StartsOn || after[k].EndsOn != before[k].EndsOn {
			moved = append(moved, after[k])
		}
	}
	return moved, nil
}
