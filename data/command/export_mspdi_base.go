package command

import (
	"fmt"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
)

// baselines write the lines of the baselines into their tasks.
func (x *mspdiExport) baselines(id data.ID[data.Plan]) error {
	list, err := x.r.Baselines(id)
	if err != nil {
		return err
	}
	numbers, err := x.baselineNumbers(list)
	if err != nil {
		return err
	}
	at := map[int]int{}
	for i := range x.file.Tasks {
		at[x.file.Tasks[i].UID] = i
	}
	for i, b := range list {
		if numbers[i] < 0 {
			continue
		}
		lines, err := x.r.BaselineTasks(b.ID)
		if err != nil {
			return err
		}
		for _, r := range x.tree.Rows {
			if l, ok := lines[r.Task.ID]; ok {
				t := &x.file.Tasks[at[x.uids[r.Task.ID]]]
				t.Baselines = append(t.Baselines, x.baseline(numbers[i], r, l))
			}
		}
	}
	return nil
}

// baselineNumbers are the numbers of the baselines in the file: those that they
// came with, else the free ones, the newest first; -1 for those that are too many.
func (x *mspdiExport) baselineNumbers(list []data.Baseline) ([]int, error) {
	out, taken := make([]int, len(list)), map[int]bool{}
	for i, b := range list {
		out[i] = -1
		from, err := sqlite.List[data.Source](x.r, "record_kind = 'baseline' AND record_id = ?", b.ID)
		if err != nil {
			return nil, err
		}
		for _, s := range from {
			var n int
			if _, err := fmt.Sscanf(s.ExternalID, "baseline %d", &n); err == nil && !taken[n] {
				out[i], taken[n] = n, true
			}
		}
	}
	var left []string
	next := 0
	for i, b := range list {
		for out[i] < 0 && taken[next] {
			next++
		}
		switch {
		case out[i] >= 0:
		case next >= mostBaselines:
			left = append(left, b.Name)
		default:
			out[i], taken[next] = next, true
		}
	}
	if len(left) > 0 {
		x.note("", "baselines", strings.Join(left, ", "))
	}
	return out, nil
}

func (x *mspdiExport) baseline(n int, r data.PlanRow, l data.BaselineTask) mspdi.Baseline {
	c := x.viewOf(r)
	b := mspdi.Baseline{Number: n, Start: x.opens(c, l.StartsOn), Finish: x.closes(c, l.EndsOn), Work: mspdi.PeriodOf(l.Effort), Cost: l.Cost}
	if r.Task.What == data.TaskMilestone && l.StartsOn == l.EndsOn {
		b.Start = b.Finish
	}
	return b
}
