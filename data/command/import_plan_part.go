package command

import (
	"portfel/data"
	"portfel/data/schedule"
)

// setShares makes the people of a task those of its row.
func (b *planImport) setShares(i int, t data.Task) {
	if !b.has("resource") && !b.has("effort_h") {
		return
	}
	old := map[data.ID[data.Person]]data.Assignment{}
	for _, a := range b.have.shares[t.ID] {
		old[a.PersonID] = a
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
	old := map[data.ID[data.Task]]data.Dependency{}
	for _, d := range b.have.links[b.ids[i]] {
		old[d.PredID] = d
	}
	for _, p := range b.preds[i] {
		d, known := old[b.ids[p.row]]
		delete(old, b.ids[p.row])
		if !known {
			d = data.Dependency{ID: data.NewID[data.Dependency](), PredID: b.ids[p.row], SuccID: b.ids[i]}
		}
		if !known || d.Type != p.typ || d.Lag != p.lag {
			d.Type, d.Lag = p.typ, p.lag
			b.puts = append(b.puts, d)
		}
	}
	for _, d := range b.have.links[b.ids[i]] {
		if _, left := old[d.PredID]; left {
			b.gone = append(b.gone, data.RefTo(data.KindDependency, d.ID))
		}
	}
}

// places gives each row its place among its siblings: a task that is there
// keeps it, a new one comes after the row before it in the source. Siblings
// are numbered anew only where no room is left.
func (b *planImport) places() []int64 {
	next := b.nextOrd()
	out := make([]int64, len(b.c.Source.Rows))
	last := map[int]int64{} // by parent row: the place of its last part so far
	for i := range b.c.Source.Rows {
		up := schedule.None
		if b.has("parent") {
			up = b.parent(i)
		}
		if t, found := b.have.byID[b.ids[i]]; found {
			out[i] = t.Ord
			last[up] = t.Ord
			continue
		}
		out[i] = b.between(last[up], next)
		last[up] = out[i]
	}
	return out
}

// nextOrd lists the places taken in the plan, in order.
func (b *planImport) nextOrd() []int64 {
	taken := make([]int64, 0, len(b.have.tasks))
	for _, t := range b.have.tasks {
		taken = append(taken, t.Ord)
	}
	return taken
}

// between is a place after one and before the next that is taken. Equal places
// are told apart by the ids, which grow with time.
func (b *planImport) between(after int64, taken []int64) int64 {
	for _, t := range taken {
		if t > after {
			return after + max(1, (t-after)/2)
		}
	}
	return after + ordGap
}
