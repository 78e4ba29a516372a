package command

import (
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/table"
)

// refusedNotes are the values that a plan cannot do without: a file in which they
// cannot be read is not taken. The others are told.
var refusedNotes = map[string]string{
	"durationNegative": " Duration RemainingDuration ActualDuration ManualDuration Work ",
	"durationLong":     " Duration RemainingDuration ActualDuration ManualDuration Work ",
	"duration":         " Duration RemainingDuration ManualDuration Work ",
	"dateRange":        " Start Finish ManualStart ManualFinish ActualStart ActualFinish ConstraintDate Deadline StartDate StatusDate ",
	"date":             " Start Finish ManualStart ManualFinish ActualStart ActualFinish ConstraintDate Deadline StartDate StatusDate ",
	"linkMissing":      " PredecessorLink ",
	"linkSelf":         " PredecessorLink ",
}

//text:prefix problem.mspdi.

// check refuses what the reader of the file could not understand where a plan
// needs it, and outlines that are too deep; the reader's other notes are told.
func (m *mspdiImport) check() {
	if len(m.at) == 0 {
		m.refuse(0, "Tasks", m.table().projectName(), data.Problem{Code: "mspdi.noTasks"})
		return
	}
	for _, n := range m.file.Notes {
		if m.grave(n) {
			name := n.Name
			if name == "" {
				name = m.table().projectName()
			}
			m.refuse(n.Line, placeOf(n), name, n.Problem())
			continue
		}
		if n.Code != "noNamespace" && n.Code != "seconds" {
			m.notes = append(m.notes, ImportNote{n.Name, n.Line, n.Problem()})
		}
	}
	m.depths()
	m.lengths()
}

// placeOf is the element and the UID of a note.
func placeOf(n mspdi.Note) string {
	if n.UID < 0 {
		return n.Element
	}
	return n.Element + ", UID " + strconv.Itoa(n.UID)
}

// grave tells whether a note hinders the import.
func (m *mspdiImport) grave(n mspdi.Note) bool {
	record, element, _ := strings.Cut(n.Element, "/")
	list, ok := refusedNotes[n.Code]
	if !ok || record != "Task" && record != "Project" || !strings.Contains(list, " "+element+" ") {
		return false
	}
	i, known := m.row[n.UID]
	if record == "Task" && !known {
		return false
	}
	if element == "ConstraintDate" {
		return m.task(i).Constraint.Dated()
	}
	return true
}

// depths refuses rows that lie too deep, the first of each branch.
func (m *mspdiImport) depths() {
	depth := make([]int, len(m.at))
	for i := range m.at {
		if up := m.parent(i); up >= 0 {
			depth[i] = depth[up] + 1
		}
		if depth[i] == table.MaxDepth {
			m.refuseRow(i, "", "table.depth", strconv.Itoa(table.MaxDepth))
		}
	}
}

// lengths refuses what is longer than a plan can hold.
func (m *mspdiImport) lengths() {
	for i := range m.at {
		t := m.task(i)
		if day := int64(m.dayMinutes()); int64(t.Duration.Minutes())/day > data.MaxTaskDays {
			m.refuseRow(i, "", "mspdi.durationLong", t.Duration.String())
		}
		if t.FixedCost < 0 {
			m.refuseRow(i, "", "mspdi.negativeCost")
		}
		if !t.ActualFinish.IsZero() && t.ActualFinish.Day < t.ActualStart.Day {
			m.refuseRow(i, "", "mspdi.factsOrder", t.ActualStart.Day.String(), t.ActualFinish.Day.String())
		}
	}
}

// dayMinutes is the length of the day in which the file shows durations.
func (m *mspdiImport) dayMinutes() int {
	if n := m.file.Project.MinutesPerDay; n >= 1 && n <= 1440 {
		return n
	}
	return 480
}

// readLinks reads the links of every row. What leads out of the file or to a row
// that is none is told and kept for the way back.
func (m *mspdiImport) readLinks() {
	for i := range m.at {
		t := m.task(i)
		for k := range t.Links {
			m.readLink(i, t, &t.Links[k])
		}
	}
}

func (m *mspdiImport) readLink(i int, t *mspdi.Task, l *mspdi.Link) {
	from, known := m.row[l.PredecessorUID]
	switch {
	case l.Cross: // told among the losses
		m.dropped[i] = append(m.dropped[i], *l)
		return
	case !known:
		m.dropped[i] = append(m.dropped[i], *l)
		m.note(t.Name, "mspdi.linkToNothing", strconv.Itoa(l.PredecessorUID))
		return
	case m.task(from).Inactive && !t.Inactive:
		m.dropped[i] = append(m.dropped[i], *l)
		m.note(t.Name, "mspdi.inactiveLink", m.task(from).Name)
		return
	}
	typ := l.Type
	if typ == "" {
		typ = data.FinishStart
	}
	if m.isStage(from) && (typ == data.StartStart || typ == data.StartFinish) {
		leaf := m.firstLeaf(from)
		m.note(t.Name, "mspdi.stageStart", m.task(from).Name, m.task(leaf).Name)
		from = leaf
	}
	if slices.ContainsFunc(m.preds[i], func(o pred) bool { return o.row == from && o.typ == typ }) {
		m.dropped[i] = append(m.dropped[i], *l)
		m.note(t.Name, "mspdi.linkTwice", m.task(from).Name)
		return
	}
	p := pred{row: from, typ: typ, lag: m.lag(i, from, l)}
	if most := int64(data.MaxTaskDays) * 1000; p.lag.Amount > most || p.lag.Amount < -most {
		m.refuseRow(i, "", "mspdi.durationLong", p.lag.String())
		return
	}
	m.preds[i] = append(m.preds[i], p)
}

// firstLeaf is the part of a summary that starts first in the file.
func (m *mspdiImport) firstLeaf(stage int) (first int) {
	first = stage
	for k := stage + 1; k < len(m.at) && m.under(k, stage); k++ {
		if m.isStage(k) {
			continue
		}
		if a, b := m.task(k).Start, m.task(first).Start; first == stage || a.Day < b.Day || a.Day == b.Day && a.Min < b.Min {
			first = k
		}
	}
	return first
}

// under tells whether a row lies in a summary.
func (m *mspdiImport) under(i, stage int) bool {
	for up := m.parent(i); up != top; up = m.parent(up) {
		if up == stage {
			return true
		}
	}
	return false
}
