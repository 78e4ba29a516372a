package command

import (
	"bytes"
	"slices"
	"strings"

	"portfel/data/mspdi"
)

// What the file says of a task and the records have no field for is kept in
// data.Task.Extra for the way back: a small MS Project file of that task alone.
// It has the task's own fields (GUID, WBS, type, custom values, unknown
// elements), links that could not be taken, the definitions of its custom fields,
// and those of its assignments that say something of their own. What MS Project
// computes from the rest, the phased data above all, is not kept.
//
// Header and resources of the file have no record that could keep their unknown
// fields; what is in them is told as lost.

// maxExtra is the most that is kept of one task, in bytes.
const maxExtra = 64 << 10

// kept is what is kept of a row, "" for nothing.
func (m *mspdiImport) kept(i int) string {
	t := m.task(i)
	k := mspdi.Task{UID: t.UID, GUID: t.GUID, WBS: t.WBS, Type: t.Type, EffortDriven: t.EffortDriven, Recurring: t.Recurring, Estimated: t.Estimated,
		IgnoreResourceCalendar: t.IgnoreResourceCalendar, Subproject: t.Subproject, SubprojectName: t.SubprojectName, External: t.External, ExternalName: t.ExternalName,
		FixedCostAccrual: t.FixedCostAccrual, Hyperlink: t.Hyperlink, HyperlinkAddress: t.HyperlinkAddress, HyperlinkSubAddress: t.HyperlinkSubAddress,
		DurationFormat: t.DurationFormat, Values: withoutExact(t.Values), Extra: withoutPhased(t.Extra), Links: m.dropped[i]}
	if m.isStage(i) || t.DurationFormat == mspdi.InDays || t.DurationFormat == mspdi.NoFormat {
		k.DurationFormat = 0
	}
	f := mspdi.File{Tasks: []mspdi.Task{k}, Attributes: m.definitions(t), Assignments: m.keptAssignments(t)}
	for _, a := range f.Assignments {
		if w, ok := m.workers[a.ResourceUID]; ok {
			f.Resources = append(f.Resources, mspdi.Resource{UID: a.ResourceUID, Name: w.name})
		}
	}
	if len(f.Assignments) == 0 && !says(&k) {
		return ""
	}
	var b bytes.Buffer
	if mspdi.Write(&b, &f) != nil || b.Len() > maxExtra {
		m.note(t.Name, "mspdi.extraLarge")
		return ""
	}
	return b.String()
}

// says tells whether a task has something that is worth keeping.
func says(k *mspdi.Task) bool {
	return k.GUID != "" || k.WBS != "" || k.Type != 0 || k.EffortDriven || k.Recurring || k.Estimated || k.IgnoreResourceCalendar || k.Subproject || k.External ||
		k.FixedCostAccrual != 0 || k.Hyperlink+k.HyperlinkAddress+k.HyperlinkSubAddress != "" || k.DurationFormat != 0 || len(k.Values)+len(k.Links) > 0 || k.Extra != ""
}

// definitions are those of the custom fields that a task has values of.
func (m *mspdiImport) definitions(t *mspdi.Task) (out []mspdi.Attribute) {
	for _, a := range m.file.Attributes {
		for _, v := range withoutExact(t.Values) {
			if v.FieldID == a.FieldID {
				out = append(out, a)
				break
			}
		}
	}
	return out
}

// keptAssignments are the assignments of a task that say something that the
// records have no field for.
func (m *mspdiImport) keptAssignments(t *mspdi.Task) (out []mspdi.Assignment) {
	for _, k := range m.shares[t.UID] {
		a := &m.file.Assignments[k]
		if slices.ContainsFunc(out, func(o mspdi.Assignment) bool { return o.ResourceUID == a.ResourceUID }) {
			continue
		}
		own := strings.Contains(a.Extra, "<?")
		if !own && len(a.Values) == 0 && a.Notes == "" && a.Contour == mspdi.FlatContour && a.RateTable == 0 && a.Delay == 0 {
			continue
		}
		out = append(out, mspdi.Assignment{UID: a.UID, GUID: a.GUID, TaskUID: a.TaskUID, ResourceUID: a.ResourceUID, Values: a.Values, Notes: a.Notes,
			RateTable: a.RateTable, Extra: withoutPhased(a.Extra)})
	}
	return out
}

// withoutPhased takes the phased data out of a fragment.
func withoutPhased(s string) string {
	const from, to = "<TimephasedData>", "</TimephasedData>"
	for {
		a := strings.Index(s, from)
		if a < 0 {
			return s
		}
		n := strings.Index(s[a:], to)
		if n < 0 {
			return s
		}
		s = s[:a] + s[a+n+len(to):]
	}
}

// keptOf reads what is kept of a task; an empty file when nothing is, or when it
// cannot be read.
func keptOf(extra string) *mspdi.File {
	if extra != "" {
		if f, err := mspdi.Read(strings.NewReader(extra), mspdi.Limits{Bytes: 2 * maxExtra}); err == nil && len(f.Tasks) == 1 {
			return f
		}
	}
	return &mspdi.File{Tasks: make([]mspdi.Task, 1)}
}
