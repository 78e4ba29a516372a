package command

import (
	"portfel/data"
	"portfel/data/schedule"
)

// setShares makes the people of a task those of its row.
func (b *planImport) setShares(i int, t data.Task) {
	if b.foreign != nil {
		now, old := b.foreign.team(i, t)
		for _, a := range now {
			b.puts = append(b.puts, a)
		}
		for _, a := range old {
			b.gone = append(b.gone, data.RefTo(data.KindAssignment, a.ID))
		}
		return
	}
	if !b.has("resource") && !b.has("effort_h") {
		return
	}
	old := map[data.ID[data.Person]]data.Assignment{}
	for _, a := range b.have.shares[t.ID] {
		if !a.PersonID.IsZero() { // rooms and the like are not in a table: they stay
			old[a.PersonID] = a
		}
	}
	shares := b.shares[i]
	if t.What == data.TaskStage {
		shares = nil
	}
	for _, s := range shares {
		a, known := old[s.PersonID]
		delete(old, s.PersonID)
		if !known {
			a = data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, PersonID: s.PersonID}
		}
		if !known || a.Effort != s.Effort || a.Units != s.Units {
			a.Effort, a.Units = s.Effort, s.Units
			b.puts = append(b.puts, a)
		}
	}
	for _, a := range b.have.shares[t.ID] {
		if _, left := old[a.PersonID]; left {
			b.gone = append(b.gone, data.RefTo(data.KindAssignment, a.ID))
		}
	}
}

// setLinks makes what a task waits for be what its row says.
func (b *planImport) setLinks(i int) {
	if !b.has("predecessors") {
		return
	}
	left := append([]data.Dependency(nil), b.have.links[b.ids[i]]...)
	for _, p := range b.preds[i] {
		d, known := takeLink(&left, b.ids[p.row], p.typ)
		if !known {
			d = data.Dependency{ID: data.NewID[data.Dependency](), PredID: b.ids[p.row], SuccID: b.ids[i]}
		}
		if !known || d.Type != p.typ || d.Lag != p.lag {
			d.Type, d.Lag = p.typ, p.lag
			b.puts = append(b.puts, d)
		}
	}
	for _, d := range left {
		b.gone = append(b.gone, data.RefTo(data.KindDependency, d.ID))
	}
}

// takeLink takes out of a list the link to a predecessor: that of the type, else
// any.
func takeLink(list *[]data.Dependency, pred data.ID[data.Task], typ data.LinkType) (data.Dependency, bool) {
	at := -1
	for i, d := range *list {
		if d.PredID == pred && (at < 0 || d.Type == typ) {
			at = i
		}
	}
	if at < 0 {
		return data.Dependency{}, false
	}
	d := (*list)[at]
	*list = append((*list)[:at], (*list)[at+1:]...)
	return d, true
}

// places gives each row its place among its siblings. A task that is there keeps
// it. A new one comes after the row before it in the source; without one, before
// the next row that is there; and where the plan knows no sibling of it, behind
// all that the plan holds. Equal places are told apart by the ids, which grow with
// time.
func (b *planImport) places() []int64 {
	taken := b.takenPlaces()
	next := b.nextKnown()
	out := make([]int64, len(b.c.Source.Rows))
	last := map[int]int64{} // by parent row: the place of its last part so far
	for i := range b.c.Source.Rows {
		up := b.whole(i)
		before, any := last[up]
		switch t, found := b.have.byID[b.ids[i]]; {
		case found:
			out[i] = t.Ord
		case any:
			out[i] = between(before, taken)
		case !next[i].ID.IsZero():
			out[i] = justBefore(next[i].Ord, taken)
		default:
			out[i] = between(taken[len(taken)-1], taken)
		}
		last[up] = out[i]
	}
	return out
}

// whole is the row that a row is a part of, as far as the source tells it.
func (b *planImport) whole(i int) int {
	if b.has("parent") {
		return b.parent(i)
	}
	return schedule.None
}

// nextKnown is, by row, the task of the next sibling in the source that the plan
// has; none where there is none.
func (b *planImport) nextKnown() []data.Task {
	out := make([]data.Task, len(b.c.Source.Rows))
	known := map[int]data.Task{} // by parent row
	for i := len(out) - 1; i >= 0; i-- {
		up := b.whole(i)
		out[i] = known[up]
		if t, found := b.have.byID[b.ids[i]]; found {
			known[up] = t
		}
	}
	return out
}

// takenPlaces lists the places taken in the plan, in order, behind 0.
func (b *planImport) takenPlaces() []int64 {
	taken := make([]int64, 1, len(b.have.tasks)+1)
	for _, t := range b.have.tasks {
		taken = append(taken, t.Ord)
	}
	return taken
}

// between is a place after one and before the next that is taken.
func between(after int64, taken []int64) int64 {
	for _, t := range taken {
		if t > after {
			return after + max(1, (t-after)/2)
		}
	}
	return after + ordGap
}

// justBefore is a place before one and after the last that is taken before it.
func justBefore(place int64, taken []int64) int64 {
	before := place - 2*ordGap
	for _, t := range taken {
		if t < place {
			before = t
		}
	}
	return place - max(1, (place-before)/2)
}
