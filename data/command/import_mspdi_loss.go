package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
)

// carried are losses of the format's reader that the records do have a place
// for.
var carried = map[string]bool{
	"taskCalendar":      true,
	"workWeek":          true, // its days are days of the calendar
	"levelingDelay":     true,
	"summaryConstraint": true, // told where it is one that a summary cannot have
	"generic":           true, // a role
	"rateTables":        true, // table A; others are told below
	"customFields":      true, // kept
	"outlineCode":       true, // kept
	"lagRounded":        true, // told where it matters, in readLink
	"blankRow":          true, // told together
}

// losses tell what the file says and the plan does not: what the format's reader
// finds, and what is lost beyond that.
func (m *mspdiImport) losses() {
	for _, n := range m.file.Losses() {
		if carried[n.Code] || n.Code == "durationRounded" && m.exact(n.UID) {
			continue
		}
		if n.Code == "estimated" || strings.HasPrefix(n.Element, "Task") && m.unread(n.UID) {
			continue // kept for the way back; a row that is not taken
		}
		m.notes = append(m.notes, ImportNote{Name: n.Name, What: n.Problem()})
	}
	m.blankRows()
	for i := range m.file.Resources {
		m.resourceLoss(&m.file.Resources[i])
	}
	for i := range m.at {
		m.taskLoss(i)
	}
	m.headLoss()
}

// exact tells whether the seconds of a duration are thousandths of a day.
func (m *mspdiImport) exact(uid int) bool {
	i, ok := m.row[uid]
	return ok && m.fresh[i].task.Duration.Unit == data.WorkDays
}

// unread tells whether a task of the file has no row.
func (m *mspdiImport) unread(uid int) bool {
	_, ok := m.row[uid]
	return !ok
}

func (m *mspdiImport) blankRows() {
	n := 0
	for i := range m.file.Tasks {
		if m.file.Tasks[i].Blank() && m.file.Tasks[i].UID != 0 {
			n++
		}
	}
	if n > 0 {
		m.note("", "mspdi.blankRows", strconv.Itoa(n))
	}
}

// taskLoss tells what a task has and a record has not.
func (m *mspdiImport) taskLoss(i int) {
	t := m.task(i)
	if t.IgnoreResourceCalendar && m.fresh[i].calendar != 0 && len(m.fresh[i].team) > 0 {
		m.note(t.Name, "mspdi.ignoreCalendar", oneLine(m.file.Calendar(t.CalendarUID).Name))
	}
	if !m.isStage(i) && t.Manual && m.fresh[i].task.Mode == data.ModeManual && !t.Finish.IsZero() && t.Duration > 0 {
		if v := m.dayView(t); finishOf(v, t.Finish).Min > 0 || startOf(v, t.Start).Min > 0 {
			m.note(t.Name, "mspdi.manualMinutes")
		}
	}
	for k := range t.Links {
		if l := &t.Links[k]; l.Lag%10 != 0 && !l.LagFormat.Percent() && m.span(t, mspdi.Period(l.Lag)*6, l.LagFormat).Unit != data.WorkDays {
			m.note(t.Name, "mspdi.lagRounded", strconv.Itoa(int(l.Lag)))
		}
	}
}

// resourceLoss tells what a person who works here has and a record has not.
func (m *mspdiImport) resourceLoss(p *mspdi.Resource) {
	w, ok := m.workers[p.UID]
	if !ok {
		return
	}
	other := false
	for _, r := range p.Rates {
		other = other || r.Table != 0
	}
	if other {
		m.note(p.Name, "mspdi.rateTables", strconv.Itoa(len(p.Rates)))
	}
	if p.CostPerUse != 0 || p.OvertimeRate > 0 {
		m.note(p.Name, "mspdi.useCost")
	}
	if !w.person.IsZero() && p.MaxUnits != 0 && p.MaxUnits != mspdi.One {
		m.note(p.Name, "mspdi.maxUnits", strconv.Itoa(p.MaxUnits.Percent()))
	}
	if len(p.Values) > 0 || strings.Contains(p.Extra, "<?") {
		m.note(p.Name, "mspdi.resourceFields")
	}
	if !w.made && (p.Notes != "" || p.Email != "" || p.Group != "") {
		m.note(p.Name, "mspdi.personKept")
	}
}

// headLoss tells that the file's own properties have no place.
func (m *mspdiImport) headLoss() {
	p := &m.file.Project
	if p.Title+p.Company+p.Manager+p.Author != "" || strings.Contains(p.Extra, "<?") {
		m.note("", "mspdi.properties")
	}
	if p.CurrencyCode != "" && p.CurrencyCode != "RUB" && p.CurrencyCode != "RUR" && m.hasMoney() {
		m.note("", "mspdi.currency", p.CurrencyCode)
	}
	if p.Start.Min > 0 {
		if at := startOf(m.view(p.CalendarUID), p.Start); at.Min > 0 {
			m.note("", "mspdi.startMinute", at.Day.String(), m.Words.Clock(at.Min))
		}
	}
}

// hasMoney tells whether rates or costs of the file are taken.
func (m *mspdiImport) hasMoney() bool {
	for i := range m.fresh {
		if m.fresh[i].task.FixedCost != 0 {
			return true
		}
	}
	for i := range m.file.Resources {
		if _, ok := m.workers[m.file.Resources[i].UID]; ok && len(m.ratesOf(&m.file.Resources[i])) > 0 {
			return true
		}
	}
	return false
}
