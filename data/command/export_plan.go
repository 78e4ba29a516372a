package command

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// The exports of records as tables, beside the reports on plans.
const (
	ExportOfPlan     = "plan"
	ExportOfPeople   = "people"
	ExportOfAbsences = "absences"
)

// TableExports lists the exports that are tables, in the order of choices.
var TableExports = []string{ExportOfPlan, ExportOfPeople, ExportOfAbsences}

// ExportFormats are the file extensions of an export or a report on a plan, the
// usual one first; none for an unknown one.
func ExportFormats(code string) []string {
	switch code {
	case ExportOfPlan:
		return []string{"xlsx", "csv", "xml"}
	case ExportOfPeople, ExportOfAbsences:
		return []string{"xlsx", "csv"}
	}
	return ReportFormats(code)
}

// PlanTable is a plan in the columns that its import reads: importing it gives
// the same dates. What the columns cannot say is told: a task that stands on a
// date of its own (by hand, by a constraint, by facts, by levelling) gets that
// date as its start, a duration that is not in working days the days it takes.
func PlanTable(r *sqlite.Reader, id data.ID[data.Plan], w *text.Words) (report.Table, []ImportNote, error) {
	tree, err := r.PlanTree(id)
	if err != nil {
		return report.Table{}, nil, err
	}
	names, err := r.PlanNames(id)
	if err != nil {
		return report.Table{}, nil, err
	}
	people, err := sqlite.List[data.Person](r, "")
	if err != nil {
		return report.Table{}, nil, err
	}
	x := &planTable{tree: tree, ids: tableIDs(tree, names), people: map[data.ID[data.Person]]data.Person{}, words: w}
	for _, p := range people {
		x.people[p.ID] = p
	}
	responsibleFirst(x.tree.Rows)
	x.anchor()
	return x.table(), x.notes, nil
}

// responsibleFirst puts who is responsible for a task before the others who work
// on it: an import takes the first for that.
func responsibleFirst(rows []data.PlanRow) {
	for _, r := range rows {
		slices.SortStableFunc(r.Assignees, func(a, b data.Assignee) int {
			first := func(x data.Assignee) int {
				if x.PersonID == r.Task.ResponsibleID {
					return 0
				}
				return 1
			}
			return first(a) - first(b)
		})
	}
}

// planTable is a table of a plan on the way.
type planTable struct {
	tree   data.PlanTree
	ids    map[data.ID[data.Task]]string
	people map[data.ID[data.Person]]data.Person
	words  *text.Words
	first  int // row that carries the start of the plan
	notes  []ImportNote
}

// tableIDs are the ids of the tasks in the table: those of the source that they
// came from, if it knows all of them, else their numbers in the tree.
func tableIDs(tree data.PlanTree, names sqlite.PlanNames) map[data.ID[data.Task]]string {
	own, seen := map[data.ID[data.Task]]string{}, map[string]bool{}
	for _, r := range tree.Rows {
		id := names.External[r.Task.ID]
		if id == "" || seen[id] || strings.ContainsAny(id, ";+-−\n") {
			own = nil
			break
		}
		seen[id] = true
		own[r.Task.ID] = id
	}
	if own != nil {
		return own
	}
	own = map[data.ID[data.Task]]string{}
	for _, r := range tree.Rows {
		own[r.Task.ID] = r.Code
	}
	return own
}

// anchor finds a task that can say when the plan starts: one that nothing else
// holds on a date.
func (x *planTable) anchor() {
	x.first = -1
	for i, r := range x.tree.Rows {
		if !r.HasKids && r.Task.ActualStart.IsZero() && r.Task.Mode != data.ModeManual && !r.Task.ConstraintKind.Dated() {
			x.first = i
			return
		}
	}
}

func (x *planTable) table() report.Table {
	t := report.Table{Name: x.words.T("exchange.report.plan")}
	for _, c := range []struct {
		code string
		typ  report.Type
	}{{"id", report.AsText}, {"parent", report.AsText}, {"name", report.AsText}, {"duration_days", report.AsDays}, {"predecessors", report.AsText},
		{"resource", report.AsText}, {"effort_h", report.AsText}, {"start", report.AsDate}, {"deadline", report.AsDate}} {
		t.Columns = append(t.Columns, report.Column{Code: c.code, Title: x.words.T("exchange.column." + c.code), Type: c.typ})
	}
	for i, r := range x.tree.Rows {
		t.Rows = append(t.Rows, report.Row{Cells: x.cells(i, r), Level: 0})
	}
	return t
}

func (x *planTable) cells(i int, r data.PlanRow) []report.Cell {
	t := r.Task
	duration, start := report.Cell{}, data.Date(0)
	if !r.HasKids {
		duration, start = x.duration(r), x.start(i, r)
	} else if t.ConstraintKind == data.NotEarlier {
		start = t.ConstraintOn
	}
	resource, effort := x.team(r)
	x.lost(r)
	return []report.Cell{report.Text(x.ids[t.ID]), report.Text(x.ids[t.ParentID]), report.Text(oneLine(t.Name)), duration, report.Text(x.links(r)),
		report.Text(resource), report.Text(effort), report.Date(start), report.Date(t.DeadlineOn)}
}

func (x *planTable) note(name, code string, args ...string) {
	x.notes = append(x.notes, ImportNote{Name: name, What: data.Problem{Code: "tableout." + code, Args: args}})
}

// duration is the length in working days; one that is given otherwise is shown as
// the days it takes.
func (x *planTable) duration(r data.PlanRow) report.Cell {
	t := r.Task
	switch {
	case t.Duration.Unit == data.WorkDays:
		return report.Days(t.Duration.Amount)
	case t.Duration.IsZero() && t.Effort > 0 && t.Mode != data.ModeManual && x.fullTime(r):
		return report.Cell{}
	case t.Duration.IsZero() && t.Effort == 0 && r.Date.Days == 0:
		return report.Days(0)
	}
	x.note(t.Name, "duration")
	return report.Days(r.Date.Days)
}

// fullTime tells whether all people of a task work on it all day, as an import
// makes them.
func (x *planTable) fullTime(r data.PlanRow) bool {
	for _, a := range r.Assignees {
		if a.Units != 0 && a.Units != 100 || a.PersonID.IsZero() {
			return false
		}
	}
	return true
}

// start is the date before which the task does not begin: its own constraint, or
// the date on which something else holds it.
func (x *planTable) start(i int, r data.PlanRow) data.Date {
	t := r.Task
	switch {
	case t.ConstraintKind == data.NotEarlier && t.ConstraintAt == 0 && t.Mode != data.ModeManual && t.ActualStart.IsZero() && t.LevelDelay.Amount == 0:
		return t.ConstraintOn
	case t.Mode == data.ModeManual, t.ConstraintKind.Dated() && t.ConstraintKind != data.NotLater && t.ConstraintKind != data.StartNotLater,
		t.ConstraintKind == data.AsLateAsPossible, !t.ActualStart.IsZero(), !t.ActualFinish.IsZero(), t.LevelDelay.Amount > 0, x.tree.Plan.StatusOn > x.tree.Plan.StartsOn && t.Percent < 100:
		x.note(t.Name, "start", r.Date.StartsOn.String())
		return r.Date.StartsOn
	case i == x.first:
		return x.tree.Plan.StartsOn
	}
	return 0
}

// links are the predecessors as the import reads them.
func (x *planTable) links(r data.PlanRow) string {
	var all []string
	for _, p := range r.Preds {
		d := p.Dependency
		lag, exact := tableLag(d.Lag)
		if !exact {
			x.note(r.Task.Name, "lag", x.words.Lag(d.Lag))
		}
		all = append(all, x.ids[d.PredID]+schedule.FormatLink(d.Type, data.Span{}, schedule.Latin)+lag)
		if d.Type == data.FinishStart && lag != "" {
			all[len(all)-1] = x.ids[d.PredID] + "FS" + lag
		}
	}
	return strings.Join(all, ";")
}

// tableLag writes a lag in days, hours or calendar days; false when it is none of
// them.
func tableLag(s data.Span) (string, bool) {
	if s.Amount == 0 {
		return "", true
	}
	sign := "+"
	n := s.Amount
	if n < 0 {
		sign = ""
	}
	switch s.Unit {
	case data.WorkMinutes:
		return sign + data.Thousandths(n*1000/60) + "h", n*1000%60 == 0
	case data.CalendarDays:
		return sign + data.Thousandths(n) + "cd", true
	case data.ElapsedMins:
		return sign + data.Thousandths(n*1000/(24*60)) + "cd", false
	}
	return sign + data.Thousandths(n) + "d", true
}

// team are the names of the people and their hours.
func (x *planTable) team(r data.PlanRow) (resource, effort string) {
	if r.HasKids {
		return "", ""
	}
	var names, hours []string
	byName := false
	for _, a := range r.Assignees {
		p, ok := x.people[a.PersonID]
		if !ok {
			x.note(r.Task.Name, "room", a.Name)
			continue
		}
		name := strings.NewReplacer(";", ",", ":", " ", "\n", " ").Replace(p.FullName)
		names = append(names, name)
		byName = byName || a.Effort > 0
		hours = append(hours, name+":"+hoursText(a.Effort))
	}
	if byName {
		return strings.Join(names, ";"), strings.Join(hours, ";")
	}
	if r.Task.Effort > 0 {
		effort = hoursText(r.Task.Effort)
	}
	return strings.Join(names, ";"), effort
}

// hoursText are minutes as decimal hours that give the same minutes.
func hoursText(m data.Minutes) string { return data.Thousandths((int64(m)*1000 + 30) / 60) }

// lost tells what of a task the table has no column for.
func (x *planTable) lost(r data.PlanRow) {
	t := r.Task
	if t.Percent > 0 || !t.ActualStart.IsZero() || t.Status != data.TaskOpen {
		x.note(t.Name, "facts")
	}
	if t.ConstraintKind == data.NotLater || t.ConstraintKind == data.StartNotLater {
		x.note(t.Name, "limit", "@task.constraint."+string(t.ConstraintKind), t.ConstraintOn.String())
	}
	if t.Place == data.PlaceClient {
		x.note(t.Name, "site")
	}
	if !t.CalendarID.IsZero() {
		x.note(t.Name, "calendar")
	}
	for _, a := range r.Assignees {
		if !a.PersonID.IsZero() && a.Units != 0 && a.Units != 100 {
			x.note(t.Name, "units", a.Name, strconv.Itoa(a.Units))
		}
	}
	if t.Note != "" || t.FixedCost != 0 || !t.EstO.IsZero() || t.Result != "" || t.Criterion != "" {
		x.note(t.Name, "more")
	}
}

// PeopleTable is the people of the file who are not put away, with the rates that
// hold today, in the columns that their import reads.
func PeopleTable(r *sqlite.Reader, w *text.Words) (report.Table, error) {
	people, err := sqlite.List[data.Person](r, "archived_on IS NULL ORDER BY is_me DESC, full_name")
	if err != nil {
		return report.Table{}, err
	}
	rates, err := sqlite.List[data.Rate](r, "person_id IS NOT NULL AND client_id IS NULL AND project_id IS NULL")
	if err != nil {
		return report.Table{}, err
	}
	t := exportTable(w, ExportOfPeople, []string{"person", "position", "grade", "hours_week", "cost_rate", "bill_rate"},
		[]report.Type{report.AsText, report.AsText, report.AsText, report.AsHours, report.AsMoney, report.AsMoney})
	for _, p := range people {
		cells := []report.Cell{report.Text(p.FullName), report.Text(p.Position), report.Text(string(p.Grade)), report.Hours(p.WeekHours)}
		for _, what := range data.RateKinds {
			cells = append(cells, rateToday(rates, p.ID, what, r.Today()))
		}
		t.Rows = append(t.Rows, report.Row{Cells: cells})
	}
	return t, nil
}

func rateToday(rates []data.Rate, who data.ID[data.Person], what data.RateKind, today data.Date) report.Cell {
	var best *data.Rate
	for i := range rates {
		if x := &rates[i]; x.PersonID == who && x.What == what && x.ValidFrom <= today && (best == nil || x.ValidFrom > best.ValidFrom) {
			best = x
		}
	}
	if best == nil {
		return report.Cell{}
	}
	return report.Money(best.Amount)
}

// AbsencesTable is the absences that count, in the columns that their import
// reads.
func AbsencesTable(r *sqlite.Reader, w *text.Words) (report.Table, error) {
	list, err := sqlite.List[data.Absence](r, "status <> 'cancelled' ORDER BY starts_on, id")
	if err != nil {
		return report.Table{}, err
	}
	people, err := sqlite.List[data.Person](r, "")
	if err != nil {
		return report.Table{}, err
	}
	names := map[data.ID[data.Person]]string{}
	for _, p := range people {
		names[p.ID] = p.FullName
	}
	t := exportTable(w, ExportOfAbsences, []string{"person", "kind", "from", "to", "deputy"},
		[]report.Type{report.AsText, report.AsText, report.AsDate, report.AsDate, report.AsText})
	for _, a := range list {
		t.Rows = append(t.Rows, report.Row{Cells: []report.Cell{report.Text(names[a.PersonID]), report.Text(string(a.What)), report.Date(a.StartsOn), report.Date(a.EndsOn), report.Text(names[a.DeputyID])}})
	}
	return t, nil
}

//text:prefix exchange.column.
//text:prefix exchange.report.
//text:prefix problem.tableout.

func exportTable(w *text.Words, code string, columns []string, types []report.Type) report.Table {
	t := report.Table{Name: w.T("exchange.report." + code)}
	for i, c := range columns {
		t.Columns = append(t.Columns, report.Column{Code: c, Title: w.T("exchange.column." + c), Type: types[i]})
	}
	return t
}

// ExportCodes are the codes of all exports to a file but the calendar's.
func ExportCodes() []string { return slices.Concat(TableExports, PlanReports) }
