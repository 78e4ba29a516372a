package merge

import "portfel/data"

// Side says whose value a conflict ends with.
type Side bool

// The two sides of a conflict.
const (
	Ours   Side = false
	Theirs Side = true
)

// Resolve is the rows after every conflict was decided by choose. Deleting a record
// takes what the other side added under it along, and empties what pointed to it;
// a record is kept, whatever was chosen for it, while a kept one points to it.
func (m Result) Resolve(choose func(Conflict) Side) []Row {
	out := index(m.Joined)
	for ref, r := range out {
		out[ref] = r.clone()
	}
	gone := map[string]bool{}
	for _, c := range m.Conflicts {
		side := choose(c)
		if c.Field != "" {
			out[c.Ref].Fields[c.Field] = pick(side, c.Ours, c.Theirs)
			continue
		}
		live := m.ours
		if c.OursDeleted {
			live = m.theirs
		}
		out[c.Ref] = over(m.base[c.Ref], live[c.Ref])
		if (side == Ours) == c.OursDeleted {
			gone[c.Ref.ID.String()] = true
		}
	}
	m.keepUsed(out, gone)
	m.drop(out, gone)
	return out.sorted()
}

func pick(s Side, ours, theirs string) string {
	if s == Theirs {
		return theirs
	}
	return ours
}

// over is a row with the fields that another version of it says.
func over(b, r Row) Row {
	out := b.clone()
	out.Kind, out.ID = r.Kind, r.ID
	for f, v := range r.Fields {
		out.Fields[f] = v
	}
	return out
}

// keepUsed takes back the deletion of what a record points to that was in conflict
// itself and stays.
func (m Result) keepUsed(out set3, gone map[string]bool) {
	var stay []Row
	for _, c := range m.Conflicts {
		if c.Field == "" && !gone[c.Ref.ID.String()] {
			stay = append(stay, out[c.Ref])
		}
	}
	at := map[string]Row{}
	for ref, r := range out {
		at[ref.ID.String()] = r
	}
	for len(stay) > 0 {
		r := stay[0]
		stay = stay[1:]
		for _, v := range r.Fields {
			if gone[v] {
				delete(gone, v)
				stay = append(stay, at[v])
			}
		}
	}
}

// drop removes deleted rows, new rows under them, and what points to them.
func (m Result) drop(out set3, gone map[string]bool) {
	for again := true; again; {
		again = false
		for ref, r := range out {
			switch {
			case gone[ref.ID.String()]:
				delete(out, ref)
			case m.loose(r, gone):
				gone[ref.ID.String()] = true
				again = true
			}
		}
	}
}

// loose puts fields that point to a deleted record back to the base, and tells
// whether the row is a new one that has no place any more.
func (m Result) loose(r Row, gone map[string]bool) bool {
	base, known := m.base[r.Ref()]
	for f, v := range r.Fields {
		if !gone[v] {
			continue
		}
		if !known {
			return true
		}
		r.Fields[f] = base.Fields[f]
		if gone[r.Fields[f]] {
			r.Fields[f] = ""
		}
	}
	return false
}

// Change is what a merge does to one version: a field with its old and new value;
// Added or Deleted without a field for a whole record. The fields of an added
// record follow it as changes from nothing.
type Change struct {
	Ref            data.Ref
	Field          string
	Old, New       string
	Added, Deleted bool
}

// Changes are the steps from one version to another. A field that the new version
// does not name stays.
func Changes(from, to []Row) (out []Change) {
	old, now := index(from), index(to)
	for _, r := range now.sorted() {
		was, known := old[r.Ref()]
		if !known {
			out = append(out, Change{Ref: r.Ref(), Added: true})
		}
		for _, f := range names(r) {
			if was.Fields[f] != r.Fields[f] {
				out = append(out, Change{Ref: r.Ref(), Field: f, Old: was.Fields[f], New: r.Fields[f]})
			}
		}
	}
	for _, r := range old.sorted() {
		if _, stays := now[r.Ref()]; !stays {
			out = append(out, Change{Ref: r.Ref(), Deleted: true})
		}
	}
	return out
}
