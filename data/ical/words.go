package ical

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

//text:prefix ics.

// say sets the texts of an item from what the audience may know.
func (m *maker) say(it *Item, r data.AgendaRow, v view) {
	it.Summary = oneLine(m.summary(r, v))
	if it.Summary == "" {
		it.Summary = m.kinds[r.Kind]
	}
	it.Place = oneLine(m.place(r))
	if v == full && m.o.audience() == ForMe {
		it.Description = clean(m.description(r))
	}
}

// summary is the title of an item: what it is, of what, and whose it is when it
// is not the owner's.
func (m *maker) summary(r data.AgendaRow, v view) string {
	s := m.subject(r, v)
	if name := m.whose(r); name != "" {
		return text.Join(s, name)
	}
	return s
}

// subject is the title without the name of a person.
func (m *maker) subject(r data.AgendaRow, v view) string {
	switch r.Kind {
	case data.AgendaTrip, data.AgendaPapers, data.AgendaReport:
		return m.about(r, joined(" — ", r.Place, r.Client), r.Title)
	case data.AgendaLocal:
		return m.about(r, r.Client, r.Place, r.Title)
	case data.AgendaLeg:
		return text.Join(joined(" → ", r.Place, r.ToPlace), carrier(r.Detail))
	case data.AgendaMilestone, data.AgendaDue, data.AgendaDocument, data.AgendaProject:
		return m.about(r, r.Title)
	case data.AgendaControl:
		return m.about(r, m.days(r.Title))
	case data.AgendaAbsence:
		if v == dates {
			return m.kinds[r.Kind]
		}
		return m.w.Code(data.AbsenceKind(r.What))
	}
	switch {
	case v == dates && m.o.audience() == ForClient:
		return m.w.Code(data.EventKind(r.What))
	case v == dates:
		return m.w.T("ics.busy")
	}
	return r.Title
}

// about is «Командировка: Екатеринбург»: the kind and the first subject that is
// not empty, or the kind alone.
func (m *maker) about(r data.AgendaRow, subjects ...string) string {
	for _, s := range subjects {
		if s != "" {
			return m.kinds[r.Kind] + ": " + s
		}
	}
	return m.kinds[r.Kind]
}

// days is the number of days of a control point in words.
func (m *maker) days(n string) string {
	if d, err := strconv.Atoi(n); err == nil {
		return m.w.Days(d)
	}
	return n
}

// whose is the name that stands behind a title: of the trainee in the mentor's
// calendar, of another person in everybody's, of every person in the team's.
func (m *maker) whose(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaItem, data.AgendaControl:
		return r.Trainee
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg, data.AgendaPapers, data.AgendaReport, data.AgendaAbsence:
		if r.PersonID != m.o.Owner.ID || m.o.audience() == ForTeam {
			return r.Person
		}
	}
	return ""
}

// carrier is the name and number of the ride: numbers of tickets, which have
// ten digits and more, stand in no calendar.
func carrier(detail string) string {
	var kept []string
	for _, word := range strings.Fields(detail) {
		if digits(word) < 10 {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " ")
}

func digits(s string) (n int) {
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// place is the LOCATION: a ride is at its departure.
func (m *maker) place(r data.AgendaRow) string {
	if r.Place == "" && r.Kind == data.AgendaLocal {
		return r.City
	}
	return r.Place
}

// labelKeys are the labels of the description, keys behind "ics.label.".
var labelKeys = []string{"trip", "purpose", "goal", "result", "designation", "status", "percent", "person", "project", "client"}

// note gathers the lines of a description.
type note struct {
	m *maker
	b strings.Builder
}

// add writes a line behind its label; an empty value writes none.
func (n *note) add(key, value string) {
	if value == "" {
		return
	}
	if n.b.Len() > 0 {
		n.b.WriteByte('\n')
	}
	l := n.m.labels[key]
	n.b.WriteString(l.head)
	n.b.WriteString(value)
	n.b.WriteString(l.tail)
}

// description is what only the owner reads: one line each.
func (m *maker) description(r data.AgendaRow) string {
	n := note{m: m}
	if isTrip(r.Kind) || r.Kind == data.AgendaLocal {
		n.add("trip", r.Title)
	}
	if r.Kind != data.AgendaLeg {
		n.add(detailLabel(r.Kind), r.Detail)
	}
	if s := m.statusWord(r); s != "" {
		n.add("status", s)
		if r.Kind != data.AgendaDocument {
			n.add("percent", m.w.Percent(r.Percent))
		}
	}
	if isTask(r.Kind) || r.Kind == data.AgendaDue || r.Kind == data.AgendaDocument {
		n.add("person", r.Person)
	}
	n.add("project", r.Project)
	n.add("client", r.Client)
	return n.b.String()
}

// detailLabel says what the detail of a kind is; "" needs no label.
func detailLabel(k data.AgendaKind) string {
	switch k {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaPapers, data.AgendaReport:
		return "purpose"
	case data.AgendaTask, data.AgendaMilestone, data.AgendaDue, data.AgendaItem:
		return "result"
	case data.AgendaDocument:
		return "designation"
	case data.AgendaProject:
		return "goal"
	}
	return ""
}

// shownStatus is the code of the status that the description names, "" for
// kinds whose STATUS says enough.
func shownStatus(r data.AgendaRow) string {
	switch r.Kind {
	case data.AgendaTask, data.AgendaMilestone, data.AgendaItem, data.AgendaDocument:
		return r.Status
	}
	return ""
}

// statusWord is the word for it.
func (m *maker) statusWord(r data.AgendaRow) string {
	s := shownStatus(r)
	switch {
	case s == "":
		return ""
	case r.Kind == data.AgendaItem:
		return m.w.ItemStatus(data.TaskStatus(s))
	case r.Kind == data.AgendaDocument:
		return m.w.Code(data.VersionStatus(s))
	}
	return m.w.Code(data.TaskStatus(s))
}

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
