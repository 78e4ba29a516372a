package merge

import "portfel/data"

// wholeConflicts are the records that one side deleted and the other still works
// on: changed, or in use by something that it changed or added, or by a record that
// stays for the same reason.
func (m *Result) wholeConflicts() map[data.Ref]Conflict {
	out := map[data.Ref]Conflict{}
	for ref, b := range m.base {
		_, inOurs := m.ours[ref]
		_, inTheirs := m.theirs[ref]
		switch {
		case inOurs && !inTheirs && changed(b, m.ours[ref]):
			out[ref] = Conflict{Ref: ref, TheirsDeleted: true}
		case !inOurs && inTheirs && changed(b, m.theirs[ref]):
			out[ref] = Conflict{Ref: ref, OursDeleted: true}
		}
	}
	m.inUse(out, m.ours, m.theirs, func(ref data.Ref) Conflict { return Conflict{Ref: ref, TheirsDeleted: true} })
	m.inUse(out, m.theirs, m.ours, func(ref data.Ref) Conflict { return Conflict{Ref: ref, OursDeleted: true} })
	return out
}

// inUse adds what one side deleted although a changed or new row of the other side
// points to it, and what that points to in turn.
func (m *Result) inUse(out map[data.Ref]Conflict, live, gone set3, conflict func(data.Ref) Conflict) {
	byID := map[string]data.Ref{}
	for ref := range m.base {
		_, stays := gone[ref]
		if _, there := live[ref]; there && !stays {
			byID[ref.ID.String()] = ref
		}
	}
	if len(byID) == 0 {
		return
	}
	var todo []Row
	for ref, r := range live {
		b, known := m.base[ref]
		_, whole := out[ref]
		if !known || whole || changed(b, r) {
			todo = append(todo, r)
		}
	}
	for len(todo) > 0 {
		r := todo[0]
		todo = todo[1:]
		for _, v := range r.Fields {
			ref, deleted := byID[v]
			if _, done := out[ref]; !deleted || done {
				continue
			}
			out[ref] = conflict(ref)
			todo = append(todo, live[ref])
		}
	}
}

// changed tells whether a row says something else than the base.
func changed(b, r Row) bool {
	for f, v := range r.Fields {
		if b.Fields[f] != v {
			return true
		}
	}
	return false
}
