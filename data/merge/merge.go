package merge

import (
	"cmp"
	"maps"
	"slices"

	"portfel/data"
)

// Conflict is what both sides changed: a field, or a whole record (Field "") that
// one side deleted while the other changed it or something that points to it.
type Conflict struct {
	Ref    data.Ref
	Field  string
	Base   string
	Ours   string
	Theirs string
	// Of a whole record: which side deleted it.
	OursDeleted, TheirsDeleted bool
}

// Result is a merge: what joins, and what somebody must decide. Joined holds every
// conflict as the base had it.
type Result struct {
	Joined    []Row
	Conflicts []Conflict
	base      set3
	ours      set3
	theirs    set3
}

// set3 is one version of the records by reference.
type set3 map[data.Ref]Row

func index(rows []Row) set3 {
	m := make(set3, len(rows))
	for _, r := range rows {
		m[r.Ref()] = r
	}
	return m
}

// Merge joins two versions of what began as base. Of several rows with one id the
// last counts. The order of rows does not matter; results are sorted.
func Merge(base, ours, theirs []Row) Result {
	m := Result{base: index(base), ours: index(ours), theirs: index(theirs)}
	whole := m.wholeConflicts()
	joined := set3{}
	for ref := range m.all() {
		if c, ok := whole[ref]; ok {
			m.Conflicts = append(m.Conflicts, c)
			joined[ref] = m.base[ref]
		} else if r, stays := m.join(ref); stays {
			joined[ref] = r
		}
	}
	m.Joined = joined.sorted()
	slices.SortFunc(m.Conflicts, func(a, b Conflict) int {
		return cmp.Or(byRef(a.Ref, b.Ref), cmp.Compare(a.Field, b.Field))
	})
	return m
}

func (m *Result) all() set3 {
	all := maps.Clone(m.base)
	maps.Copy(all, m.ours)
	maps.Copy(all, m.theirs)
	return all
}

// join is a record that is no conflict of the whole; false when it goes.
func (m *Result) join(ref data.Ref) (Row, bool) {
	b, known := m.base[ref]
	o, inOurs := m.ours[ref]
	t, inTheirs := m.theirs[ref]
	switch {
	case known && (!inOurs || !inTheirs):
		return Row{}, false
	case !inOurs:
		return t.clone(), true
	case !inTheirs:
		return o.clone(), true
	}
	out := Row{ref.Kind, ref.ID, map[string]string{}}
	for _, f := range names(b, o, t) {
		m.field(&out, f, b, o, t)
	}
	return out, true
}

// field joins one field, or notes the conflict and keeps the base.
func (m *Result) field(out *Row, f string, b, o, t Row) {
	base := b.Fields[f]
	ours, inOurs := o.Fields[f]
	theirs, inTheirs := t.Fields[f]
	switch {
	case !inOurs && !inTheirs:
		out.Fields[f] = base
	case !inTheirs, theirs == base && inOurs:
		out.Fields[f] = ours
	case !inOurs, ours == base, ours == theirs:
		out.Fields[f] = theirs
	default:
		m.Conflicts = append(m.Conflicts, Conflict{Ref: out.Ref(), Field: f, Base: base, Ours: ours, Theirs: theirs})
		out.Fields[f] = base
	}
}

func names(rows ...Row) []string {
	all := map[string]bool{}
	for _, r := range rows {
		for f := range r.Fields {
			all[f] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

func (s set3) sorted() []Row {
	rows := slices.Collect(maps.Values(s))
	slices.SortFunc(rows, func(a, b Row) int { return byRef(a.Ref(), b.Ref()) })
	return rows
}

func byRef(a, b data.Ref) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), slices.Compare(a.ID[:], b.ID[:]))
}
