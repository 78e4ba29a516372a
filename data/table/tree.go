package table

import (
	"strconv"
)

// MaxDepth is how deep a plan may be nested.
const MaxDepth = 50

// ids refuses ids that stand twice, by the line of the first.
func (p *planReader) ids() {
	first := map[string]int{}
	for _, r := range p.plan.Rows {
		if r.ID == "" {
			continue
		}
		if line, ok := first[r.ID]; ok {
			p.fault(r, "id", "table.idTwice", r.ID, strconv.Itoa(line))
			continue
		}
		first[r.ID] = r.Line
	}
}

// parents refuses parents that are not in the source, that are the row itself,
// that go in a circle, or that nest too deep.
func (p *planReader) parents() {
	at := map[string]int{}
	for i, r := range p.plan.Rows {
		if _, ok := at[r.ID]; !ok {
			at[r.ID] = i
		}
	}
	for i, r := range p.plan.Rows {
		if r.Parent == "" {
			continue
		}
		if _, ok := at[r.Parent]; !ok {
			p.fault(r, "parent", "table.noParent", r.Parent)
			continue
		}
		if r.Parent == r.ID {
			p.fault(r, "parent", "table.ownParent", r.ID)
			continue
		}
		switch p.climb(i, at) {
		case circle:
			p.fault(r, "parent", "table.parentCircle", r.Parent)
		case tooDeep:
			p.fault(r, "parent", "table.depth", strconv.Itoa(MaxDepth))
		}
	}
}

const (
	fine = iota
	circle
	tooDeep
)

// climb goes up from a row; at most MaxDepth steps are taken, so that a circle
// through the row is met or the depth is refused.
func (p *planReader) climb(i int, at map[string]int) int {
	n := i
	for step := 1; ; step++ {
		up := p.plan.Rows[n].Parent
		next, ok := at[up]
		if up == "" || !ok || next == n {
			return fine
		}
		if next == i {
			return circle
		}
		if step >= MaxDepth {
			return tooDeep
		}
		n = next
	}
}
