package plan

import (
	"portfel/app/card"
	"portfel/data"
	"portfel/data/command"
)

// moving tells which shown rows go along when rows are moved: the rows and what
// stands below them.
func (s *Screen) moving(rows []int) []bool {
	out := make([]bool, len(s.rows))
	for _, i := range rows {
		if i >= len(s.rows) {
			continue
		}
		out[i] = true
		for k := i + 1; k < len(s.rows) && s.rows[k].Depth > s.rows[i].Depth; k++ {
			out[k] = true
		}
	}
	return out
}

// around are the rows above and below a gap that stay, -1 for none.
func (s *Screen) around(rows []int, before int) (above, below int) {
	gone := s.moving(rows)
	above, below = min(before, len(s.rows))-1, before
	for above >= 0 && gone[above] {
		above--
	}
	for below < len(s.rows) && gone[below] {
		below++
	}
	if below >= len(s.rows) {
		below = -1
	}
	return above, below
}

// depths are the depths that rows may get in a gap: no deeper than one below the
// row above, no higher than the row below.
func (s *Screen) depths(rows []int, before int) (least, most int) {
	above, below := s.around(rows, before)
	if below >= 0 {
		least = s.rows[below].Depth
	}
	if above >= 0 {
		most = s.rows[above].Depth
		if s.rows[above].Task.What != data.TaskMilestone && !s.folded[s.rows[above].Task.ID] {
			most++
		}
	}
	return min(least, most), most
}

// moveRows puts dragged rows into a gap.
func (s *Screen) moveRows(rows []int, before, depth int) {
	if s.narrowed() {
		s.d.Say(s.d.Words().T("plan.move.filter"), "", nil)
		return
	}
	var ids []data.ID[data.Task]
	for _, i := range rows {
		if i < len(s.rows) {
			ids = append(ids, s.rows[i].Task.ID)
		}
	}
	if len(ids) == 0 {
		return
	}
	c := command.PlaceTasks{IDs: ids, Name: s.called(ids)}
	c.Parent, c.After = s.gap(rows, before, depth)
	if card.Do(s.d, c) {
		s.bringOut(ids)
		s.chart.Grid.ChooseIDs(texts(ids))
		s.detail.reload()
	}
}

// gap is the parent and the sibling before a gap at a depth.
func (s *Screen) gap(rows []int, before, depth int) (parent, after data.ID[data.Task]) {
	above, _ := s.around(rows, before)
	if above < 0 {
		return parent, after
	}
	if s.rows[above].Depth < depth {
		return s.rows[above].Task.ID, after
	}
	gone := s.moving(rows)
	for i := above; i >= 0; i-- {
		if s.rows[i].Depth == depth && !gone[i] {
			return s.rows[i].Task.ParentID, s.rows[i].Task.ID
		}
	}
	return parent, after
}
