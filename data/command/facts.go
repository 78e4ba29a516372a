package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// withFacts writes down what a status or a per cent says about a task's dates:
// work that is begun has a start, work that is done has a finish. The dates are
// those of the plan as far as they are over by today, else today; a person can
// set others. Reopening takes the finish away. Tasks that have no computed dates
// yet, and summaries, stay as they are.
func withFacts(tx *sqlite.Tx, was, t data.Task) (data.Task, error) {
	done, wasDone := t.Status == data.TaskDone, was.Status == data.TaskDone
	if wasDone && !done {
		t.ActualFinish = data.Stamp{}
	}
	begins := t.ActualStart.IsZero() && (t.Status == data.TaskWorking && was.Status == data.TaskOpen || t.Percent > 0 && was.Percent == 0)
	ends := done && !wasDone && t.ActualFinish.IsZero()
	if !begins && !ends {
		return t, nil
	}
	d, err := tx.TaskDate(t.ID)
	if err != nil || d.StartsOn.IsZero() || d.IsSummary {
		return t, ignoreMissing(err)
	}
	today := tx.Today()
	if ends {
		t.ActualFinish = data.OnDay(min(d.EndsOn, today))
		if !t.ActualStart.IsZero() {
			t.ActualFinish.Day = max(t.ActualFinish.Day, t.ActualStart.Day)
		}
	}
	if t.ActualStart.IsZero() {
		t.ActualStart = data.OnDay(min(d.StartsOn, today))
		if ends {
			t.ActualStart.Day = min(t.ActualStart.Day, t.ActualFinish.Day)
		}
	}
	return t, nil
}

func ignoreMissing(err error) error {
	if err == data.ErrNotFound {
		return nil
	}
	return err
}
