package command

import (
	"fmt"
	"sort"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
)

// worker is who or what a resource of the file is here: a person or a role; for
// materials, costs and the like neither.
type worker struct {
	name     string
	person   data.ID[data.Person]
	role     data.ID[data.Resource]
	calendar int // UID in the file
	made     bool
}

// works tells whether the resource does work.
func (w worker) works() bool { return !w.person.IsZero() || !w.role.IsZero() }

// everybody finds the people and roles that work on tasks of the file, and makes
// those who are not known. A name that fits several people is refused.
func (m *mspdiImport) everybody() error {
	who, err := newNamedPeople(m.r)
	if err != nil {
		return err
	}
	m.who = who
	roles, err := sqlite.List[data.Resource](m.r, "archived_on IS NULL ORDER BY id")
	if err != nil {
		return err
	}
	for _, p := range m.workingResources() {
		if p.Generic {
			m.role(p, &roles)
		} else {
			m.person(p)
		}
	}
	return nil
}

// workingResources are the work resources with tasks, those of longer names
// first: «Иванов Пётр» is made before «Иванов» is looked for.
func (m *mspdiImport) workingResources() (out []*mspdi.Resource) {
	used := map[int]bool{}
	for i := range m.file.Assignments {
		if _, ok := m.row[m.file.Assignments[i].TaskUID]; ok {
			used[m.file.Assignments[i].ResourceUID] = true
		}
	}
	var idle []string
	for i := range m.file.Resources {
		p := &m.file.Resources[i]
		switch {
		case p.Null || p.Type != mspdi.WorkResource || p.Cost || p.Budget:
		case oneLine(p.Name) == "" && used[p.UID]:
			m.note("", "mspdi.resourceName", fmt.Sprint(p.UID))
		case oneLine(p.Name) == "":
		case used[p.UID]:
			out = append(out, p)
		default:
			idle = append(idle, oneLine(p.Name))
		}
	}
	if len(idle) > 0 {
		m.note("", "mspdi.resourcesIdle", namesShort(idle))
	}
	sort.SliceStable(out, func(i, j int) bool { return len(strings.Fields(out[i].Name)) > len(strings.Fields(out[j].Name)) })
	return out
}

// namesShort lists at most eight names.
func namesShort(names []string) string {
	const most = 8
	if len(names) > most {
		return strings.Join(names[:most], ", ") + fmt.Sprintf(" … (%d)", len(names))
	}
	return strings.Join(names, ", ")
}

// calendarUID is the calendar by which a resource works.
func (m *mspdiImport) calendarUID(p *mspdi.Resource) int {
	if m.hasCalendar(p.CalendarUID) {
		return p.CalendarUID
	}
	return m.file.Project.CalendarUID
}

func (m *mspdiImport) person(p *mspdi.Resource) {
	name := oneLine(p.Name)
	id, fits := m.who.find(name)
	made := id.IsZero() && len(fits) == 0
	switch {
	case made:
		m.who.take(name)
		id, _ = m.who.find(name)
		x := &m.who.added[len(m.who.added)-1]
		x.Email, x.Note, x.Department = p.Email, strings.TrimSpace(p.Notes), p.Group
	case len(fits) > 1:
		m.refuse(0, fmt.Sprintf("Resource, UID %d", p.UID), name, data.Problem{Code: "import.manyPeople", Args: append([]string{name}, fits...)})
		m.rows[len(m.rows)-1].Kind = data.KindPerson
		return
	}
	m.workers[p.UID] = worker{name: name, person: id, calendar: m.calendarUID(p), made: made}
}

// role takes a generic resource, which is no person, as a role.
func (m *mspdiImport) role(p *mspdi.Resource, all *[]data.Resource) {
	name := oneLine(p.Name)
	w := worker{name: name, calendar: m.calendarUID(p)}
	for _, x := range *all {
		if data.Fold(x.Name) == data.Fold(name) {
			w.role = x.ID
		}
	}
	if w.role.IsZero() {
		x := data.Resource{ID: data.NewID[data.Resource](), Name: name, What: data.ResourceRole, Capacity: min(max(p.MaxUnits.Percent(), 0), 100_000)}
		*all = append(*all, x)
		w.role, w.made = x.ID, true
		m.puts = append(m.puts, x)
		m.rows = append(m.rows, ImportRow{Action: ImportAdded, Kind: data.KindResource, Name: name})
	}
	m.workers[p.UID] = w
}

// newcomers give the people and roles made the calendar of their resource. Who
// was there keeps another calendar, which is told: dates may differ.
func (m *mspdiImport) newcomers() error {
	for i := range m.who.added {
		p := &m.who.added[i]
		for _, w := range m.workers {
			if w.made && w.person == p.ID {
				p.CalendarID = m.calendars[w.calendar]
				if p.WeekHours = data.Hours(40); m.weekHours(w.calendar) != p.WeekHours {
					p.WeekHours = 0 // as the calendar says
				}
			}
		}
	}
	for i, r := range m.puts {
		x, ok := r.(data.Resource)
		for _, w := range m.workers {
			if ok && w.role == x.ID {
				x.CalendarID = m.calendars[w.calendar]
				m.puts[i] = x
			}
		}
	}
	return m.ownCalendars()
}

// ownCalendars tells who keeps a calendar other than that of the file.
func (m *mspdiImport) ownCalendars() error {
	marks, err := m.calendarMarks()
	if err != nil {
		return err
	}
	var names []string
	for i := range m.file.Resources {
		w, ok := m.workers[m.file.Resources[i].UID]
		if !ok || w.made || w.person.IsZero() {
			continue
		}
		for _, p := range m.who.all {
			mine := m.calendars[w.calendar]
			if p.ID == w.person && p.CalendarID != mine && (marks[mine] == "" || marks[mine] != marks[p.CalendarID]) {
				names = append(names, p.Short())
			}
		}
	}
	if len(names) > 0 {
		m.note("", "mspdi.ownCalendar", namesShort(names))
	}
	return nil
}

// calendarMarks are the marks of the calendars that came from such files, of this
// project and others: equal marks are equal calendars.
func (m *mspdiImport) calendarMarks() (map[data.ID[data.Calendar]]string, error) {
	list, err := sqlite.List[data.Source](m.r, "record_kind = 'calendar' AND system LIKE 'mspdi:%'")
	out := map[data.ID[data.Calendar]]string{}
	for _, s := range list {
		out[data.ID[data.Calendar](s.RecordID)] = s.Hash
	}
	for _, s := range m.others {
		if s.RecordKind == data.KindCalendar {
			out[data.ID[data.Calendar](s.RecordID)] = s.Hash
		}
	}
	return out, err
}

// readTeam reads who works on a task: of one person with several assignments the
// hours and units add up.
func (m *mspdiImport) readTeam(x *mspdiTask, t *mspdi.Task) {
	at := map[string]int{}
	for _, k := range m.shares[t.UID] {
		a := &m.file.Assignments[k]
		w, ok := m.workers[a.ResourceUID]
		if !ok || !w.works() {
			continue
		}
		units := a.Units.Percent()
		if units > 1000 || units < 0 {
			m.note(t.Name, "mspdi.units", w.name, fmt.Sprint(units))
			units = min(max(units, 0), 1000)
		}
		if units == 0 {
			units = 100
		}
		key := w.person.String() + w.role.String()
		n, known := at[key]
		if !known {
			n = len(x.team)
			at[key] = n
			x.team = append(x.team, mspdiShare{who: w})
		}
		s := &x.team[n]
		s.effort, s.units = s.effort+max(a.Work.Minutes(), 0), min(s.units+units, 1000)
		x.task.Effort += max(a.Work.Minutes(), 0)
	}
}

// team are the assignments of a task as the file has them, and those that give
// way.
func (m *mspdiImport) team(i int, t data.Task) (now, old []data.Assignment) {
	have := m.have.shares[t.ID]
	left := map[data.ID[data.Assignment]]bool{}
	for _, a := range have {
		left[a.ID] = true
	}
	for _, s := range m.fresh[i].team {
		a := data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, PersonID: s.who.person, ResourceID: s.who.role}
		known := false
		for _, h := range have {
			if left[h.ID] && h.PersonID == a.PersonID && h.ResourceID == a.ResourceID {
				a, known = h, true
				delete(left, h.ID)
				break
			}
		}
		if !known || a.Effort != s.effort || a.Units != s.units {
			a.Effort, a.Units = s.effort, s.units
			now = append(now, a)
		}
	}
	for _, h := range have {
		if left[h.ID] {
			old = append(old, h)
		}
	}
	return now, old
}

// rates take what an hour of a person costs: rates of this project alone, so
// that a file changes no other plan's money.
func (m *mspdiImport) rates() error {
	taken := map[string]bool{}
	for i := range m.file.Resources {
		p := &m.file.Resources[i]
		w, ok := m.workers[p.UID]
		switch {
		case !ok || !w.works():
			continue
		case w.person.IsZero():
			if p.StandardRate > 0 {
				m.note(p.Name, "mspdi.roleRate")
			}
			continue
		}
		for _, x := range m.ratesOf(p) {
			key := w.person.String() + x.ValidFrom.String()
			if !taken[key] {
				taken[key] = true
				x.PersonID = w.person
				m.rate(p, x)
			}
		}
	}
	return nil
}

// ratesOf are the rates of table A of a resource, by the days from which they
// are valid; all of them nought are none.
func (m *mspdiImport) ratesOf(p *mspdi.Resource) (out []data.Rate) {
	any := false
	for i := range p.Rates {
		r := &p.Rates[i]
		if r.Table != 0 {
			continue
		}
		x := data.Rate{What: data.RateCost, Amount: max(r.StandardRate.Money(), 0), ValidFrom: r.From.Day}
		if r.From.Day <= firstRate {
			x.ValidFrom = 0
		}
		any = any || x.Amount > 0
		out = append(out, x)
	}
	if len(out) == 0 && p.StandardRate > 0 {
		return []data.Rate{{What: data.RateCost, Amount: p.StandardRate.Money()}}
	}
	if !any {
		return nil
	}
	return out
}

// firstRate is the first day that MS Project knows: from then on is always.
var firstRate = data.NewDate(1984, 1, 1)

func (m *mspdiImport) rate(p *mspdi.Resource, x data.Rate) {
	external := strings.TrimSpace(fmt.Sprintf("rate %d %s", p.UID, x.ValidFrom))
	id, found, same := m.known(data.KindRate, external, x.Amount.Decimal())
	action := ImportAdded
	if found {
		action = ImportChanged
	}
	if same {
		action = ImportSame
	} else {
		x.ID, x.ProjectID = data.ID[data.Rate](id), m.home.ID
		m.puts = append(m.puts, x)
	}
	m.rows = append(m.rows, ImportRow{Action: action, Kind: data.KindRate, Name: oneLine(p.Name), Day: x.ValidFrom})
}
