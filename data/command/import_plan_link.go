package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/table"
)

// pred is a link of the source: the row that comes first.
type pred struct {
	row int
	typ data.LinkType
	lag data.Span
}

// links reads the predecessors of every row.
func (b *planImport) links() {
	rows := b.c.Source.Rows
	all := make([]string, len(rows))
	for i, row := range rows {
		all[i] = row.ID
	}
	ids := table.NewIds(all)
	b.preds = make([][]pred, len(rows))
	for i, row := range rows {
		list, problems := ids.Links(row.Links)
		for _, p := range problems {
			b.refuseRow(i, "predecessors", p.Code, p.Args...)
		}
		for _, l := range list {
			p := pred{b.index[l.ID], l.Type, l.Lag}
			switch {
			case p.row == i:
				b.refuseRow(i, "predecessors", "import.ownLink", l.ID)
			case slices.ContainsFunc(b.preds[i], func(o pred) bool { return o.row == p.row && o.typ == p.typ }):
				b.refuseRow(i, "predecessors", "import.linkTwice", l.ID)
			default:
				b.preds[i] = append(b.preds[i], p)
			}
		}
	}
}

// structure asks the engine what it would have to leave out, and refuses it:
// circles, links between a stage and its own part, links that a stage cannot
// have.
func (b *planImport) structure() {
	rows := b.c.Source.Rows
	p := &schedule.Plan{Start: 1, Tasks: make([]schedule.Task, len(rows))}
	for i, row := range rows {
		p.Tasks[i] = schedule.Task{Parent: b.parent(i), Kind: data.TaskWork, Duration: row.Duration}
		for _, l := range b.preds[i] {
			p.Links = append(p.Links, schedule.Link{Pred: l.row, Succ: i, Type: l.typ, Lag: l.lag})
		}
	}
	for _, x := range schedule.Solve(p).Problems {
		if code, ok := refusals[x.Code]; ok {
			b.refuseRow(x.Task, "predecessors", code, b.namesOf(p, x)...)
		}
	}
}

// refusals are the problems of a plan that an import does not take.
var refusals = map[schedule.Code]string{
	schedule.Cycle:       "import.cycle",
	schedule.Cycles:      "import.cycles",
	schedule.OwnParent:   "import.ownStage",
	schedule.SummaryLink: "import.stageLink",
}

// namesOf are the ids to show: the way of a circle back to its first task, or
// the predecessor of a link.
func (b *planImport) namesOf(p *schedule.Plan, x schedule.Problem) []string {
	if x.Code != schedule.Cycle {
		return []string{b.called(p.Links[x.Link].Pred)}
	}
	var ids []string
	for _, t := range x.Tasks {
		ids = append(ids, b.called(t))
	}
	if len(ids) > 12 {
		ids = append(ids[:12], "…")
	}
	return []string{strings.Join(append(ids, ids[0]), " → ")}
}

// called is how a refusal calls a row: the id in a table.
func (b *planImport) called(i int) string {
	if b.foreign != nil {
		_, name := b.foreign.called(i)
		return name
	}
	return b.c.Source.Rows[i].ID
}

// parent is the row of a row's parent, schedule.None at the top.
func (b *planImport) parent(i int) int {
	if up, ok := b.index[b.c.Source.Rows[i].Parent]; ok && b.c.Source.Rows[i].Parent != "" {
		return up
	}
	return schedule.None
}
