package table

import (
	"strings"

	"portfel/data"
)

// PlanColumns are the columns of a plan.
var PlanColumns = []Column{
	{"id", []string{"№", "ид", "номер"}},
	{"parent", []string{"родитель"}},
	{"name", []string{"задача", "название", "наименование"}},
	{"duration_days", []string{"дней", "длительность"}},
	{"predecessors", []string{"предшественники"}},
	{"resource", []string{"исполнитель", "исполнители"}},
	{"effort_h", []string{"трудозатраты", "часы"}},
	{"start", []string{"старт", "начало"}},
	{"deadline", []string{"срок"}},
}

// Plan is a source that holds a plan of tasks.
type Plan struct {
	Columns Columns
	Rows    []PlanRow
}

// PlanRow is one task as the source has it. Links is the text of the
// predecessors.
type PlanRow struct {
	Line      int
	ID        string
	Parent    string
	Name      string
	Duration  data.Span // not given, or working days
	Links     string
	Resources []string
	Effort    data.Minutes // in all, when Efforts is empty
	Efforts   []NamedEffort
	Start     data.Date // not earlier than
	Deadline  data.Date
}

// NamedEffort is a name with its own hours.
type NamedEffort struct {
	Name   string
	Effort data.Minutes
}

// IsPlan tells whether the columns are those of a plan: an id, a name, and
// something that plans have.
func IsPlan(c Columns) bool {
	return c.Has("id") && c.Has("name") && (c.Has("duration_days") || c.Has("predecessors") || c.Has("effort_h") || c.Has("parent"))
}

// ReadPlan reads the rows of a plan with every fault that they have: cells that
// cannot be read, ids that are missing or stand twice, parents that are not
// there or go in a circle.
func ReadPlan(t Table) (Plan, []Fault, error) {
	c, err := t.Match(PlanColumns)
	if err != nil {
		return Plan{}, nil, err
	}
	if !IsPlan(c) {
		return Plan{Columns: c}, nil, data.Problem{Code: "table.notPlan", Args: []string{strings.Join(t.Header, ", ")}}
	}
	if len(t.Rows) == 0 {
		return Plan{Columns: c}, nil, data.Problem{Code: "table.noTasks"}
	}
	p := &planReader{plan: Plan{Columns: c}}
	for _, r := range t.Rows {
		p.row(r)
	}
	p.ids()
	p.parents()
	return p.plan, p.faults, nil
}

type planReader struct {
	plan   Plan
	faults []Fault
}

func (p *planReader) fault(r PlanRow, column, code string, args ...string) {
	name := r.Name
	if name == "" {
		name = r.ID
	}
	shown := p.plan.Columns.Shown[column]
	p.faults = append(p.faults, Fault{r.Line, shown, name, data.Problem{Code: code, Args: args}})
}

func (p *planReader) row(r Row) {
	get := func(name string) string { return p.plan.Columns.Cell(r, name) }
	x := PlanRow{Line: r.Line, ID: get("id"), Parent: get("parent"), Name: strings.Join(strings.Fields(get("name")), " "), Links: get("predecessors")}
	if x.ID == "" {
		p.fault(x, "id", "required")
	}
	if x.Name == "" {
		p.fault(x, "name", "required")
	}
	p.duration(&x, get("duration_days"))
	x.Resources = names(get("resource"))
	p.effort(&x, get("effort_h"))
	x.Start = p.date(x, "start", get("start"))
	x.Deadline = p.date(x, "deadline", get("deadline"))
	p.plan.Rows = append(p.plan.Rows, x)
}

func (p *planReader) duration(x *PlanRow, s string) {
	if s == "" {
		return
	}
	n, ok := decimal(s)
	if !ok || n < 0 || n > data.MaxTaskDays*1000 {
		p.fault(*x, "duration_days", "table.days", s, "20000")
		return
	}
	x.Duration = data.Span{Amount: n, Unit: data.WorkDays}
}

// effort reads hours in all, or hours of names.
func (p *planReader) effort(x *PlanRow, s string) {
	if s == "" {
		return
	}
	if !strings.Contains(s, ":") {
		m, ok := hours(s)
		if !ok {
			p.fault(*x, "effort_h", "table.hours", s)
		}
		x.Effort = m
		return
	}
	seen := map[string]bool{}
	for _, part := range names(s) {
		name, h, _ := cutLast(part, ":")
		m, ok := hours(h)
		if !ok || name == "" {
			p.fault(*x, "effort_h", "table.hours", part)
			continue
		}
		if seen[data.Fold(name)] {
			p.fault(*x, "effort_h", "table.nameTwice", name)
		}
		seen[data.Fold(name)] = true
		x.Efforts = append(x.Efforts, NamedEffort{name, m})
	}
}

func (p *planReader) date(x PlanRow, column, s string) data.Date {
	d, ok := date(s)
	if !ok {
		p.fault(x, column, "table.date", s)
	}
	return d
}
