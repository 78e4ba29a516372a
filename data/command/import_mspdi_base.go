package command

import (
	"fmt"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
)

// mostBaselines is how many baselines a file has: 0 to 10.
const mostBaselines = 11

// baselines take the snapshots of the file, each as a baseline with its number in
// the name.
func (m *mspdiImport) baselines() error {
	lines := make([][]data.BaselineTask, mostBaselines)
	for i := range m.at {
		t := m.task(i)
		for k := range t.Baselines {
			b := &t.Baselines[k]
			if x := m.baselineTask(i, t, b); !x.StartsOn.IsZero() && b.Number >= 0 && b.Number < mostBaselines {
				lines[b.Number] = append(lines[b.Number], x)
			}
		}
	}
	for n, list := range lines {
		if len(list) == 0 {
			continue
		}
		if err := m.baseline(n, list); err != nil {
			return err
		}
	}
	return nil
}

// baselineTask is a snapshot of a task; its days are inclusive.
func (m *mspdiImport) baselineTask(i int, t *mspdi.Task, b *mspdi.Baseline) data.BaselineTask {
	v := m.dayView(t)
	x := data.BaselineTask{TaskID: m.ids[i], StartsOn: b.Start.Day, EndsOn: m.finishOf(&m.fresh[i].task, v, b.Finish).Day, Effort: max(b.Work.Minutes(), 0), Cost: b.Cost}
	if b.Start != b.Finish {
		x.StartsOn = startOf(v, b.Start).Day
	}
	if x.EndsOn < x.StartsOn {
		x.EndsOn = x.StartsOn
	}
	return x
}

// baseline makes the lines of a baseline those of the file.
func (m *mspdiImport) baseline(n int, list []data.BaselineTask) error {
	var mark strings.Builder
	for _, x := range list {
		fmt.Fprintln(&mark, x.TaskID, x.StartsOn, x.EndsOn, x.Effort, x.Cost)
	}
	name := m.Words.F("mspdi.baseline.name", strconv.Itoa(n))
	id, found, same := m.known(data.KindBaseline, fmt.Sprintf("baseline %d", n), shortHash(mark.String()))
	row := ImportRow{Action: ImportAdded, Kind: data.KindBaseline, Name: name}
	if found {
		row.Action = ImportChanged
	}
	if same {
		row.Action = ImportSame
	}
	m.rows = append(m.rows, row)
	if same {
		return nil
	}
	b := data.Baseline{ID: data.ID[data.Baseline](id), PlanID: m.planImport.plan.ID, Name: name, TakenAt: m.r.NowMoment()}
	if old, err := sqlite.Get(m.r, b.ID); err == nil {
		b = old
	} else if err != data.ErrNotFound {
		return err
	}
	m.puts = append(m.puts, b)
	return m.baselineLines(b.ID, list)
}

func (m *mspdiImport) baselineLines(id data.ID[data.Baseline], list []data.BaselineTask) error {
	have, err := m.r.BaselineTasks(id)
	if err != nil {
		return err
	}
	for _, x := range list {
		was, known := have[x.TaskID]
		delete(have, x.TaskID)
		x.BaselineID = id
		if x.ID = was.ID; !known {
			x.ID = data.NewID[data.BaselineTask]()
		}
		if x != was {
			m.puts = append(m.puts, x)
		}
	}
	for _, x := range have {
		m.planImport.gone = append(m.planImport.gone, data.RefTo(data.KindBaselineTask, x.ID))
	}
	return nil
}
