package sqlite

import "portfel/data"

// rederive rebuilds every computed row and the search index, after a migration
// or on request.
func (f *File) rederive() error {
	return f.Keep(func(t *Tx) error {
		if f.opt.All != nil {
			if err := f.opt.All(t); err != nil {
				return err
			}
		}
		return t.reindex()
	})
}

// Rederive rebuilds every computed row and the search index.
func (f *File) Rederive() error { return f.rederive() }

// PutTaskDates makes the computed dates of a plan be exactly rows: what differs
// is written, what is not there is removed.
func (t *Tx) PutTaskDates(plan data.ID[data.Plan], rows []data.TaskDate) error {
	have, err := t.TaskDates(plan)
	if err != nil {
		return err
	}
	old := make(map[data.ID[data.Task]]data.TaskDate, len(have))
	for _, h := range have {
		old[h.TaskID] = h
	}
	m := mappingOf(data.TaskDate{})
	for _, d := range rows {
		if old[d.TaskID] != d {
			vals, err := m.values(d)
			if err != nil {
				return err
			}
			if err := t.exec(taskDatePut, taskDateArgs(vals)...); err != nil {
				return err
			}
		}
		delete(old, d.TaskID)
	}
	for id := range old {
		if err := t.exec("DELETE FROM task_date WHERE task_id = ?", id.String()); err != nil {
			return err
		}
	}
	return nil
}

const taskDatePut = `INSERT INTO task_date (task_id, plan_id, starts_on, ends_on, days, float_days, critical, slack_days, percent, effort, is_summary, problem,
    start_at, finish_at, float, free)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (task_id) DO UPDATE SET plan_id = excluded.plan_id, starts_on = excluded.starts_on, ends_on = excluded.ends_on, days = excluded.days,
  float_days = excluded.float_days, critical = excluded.critical, slack_days = excluded.slack_days, percent = excluded.percent, effort = excluded.effort,
  is_summary = excluded.is_summary, problem = excluded.problem, start_at = excluded.start_at, finish_at = excluded.finish_at,
  float = excluded.float, free = excluded.free`

// taskDateArgs joins HasSlack into a nullable slack.
func taskDateArgs(vals []any) []any {
	args := append([]any{}, vals[:8]...)
	if vals[8] == int64(0) {
		args[7] = nil
	}
	return append(args, vals[9:]...)
}

const taskDateCols = "task_id, plan_id, starts_on, ends_on, days, float_days, critical, coalesce(slack_days, 0), slack_days IS NOT NULL, percent, effort, is_summary, problem, start_at, finish_at, float, free"

// TaskDates are the computed dates of a plan, in no order.
func (r *Reader) TaskDates(plan data.ID[data.Plan]) ([]data.TaskDate, error) {
	return query[data.TaskDate](r, "SELECT "+taskDateCols+" FROM task_date WHERE plan_id = ?", plan.String())
}

// TaskDate are the computed dates of one task; data.ErrNotFound if none.
func (r *Reader) TaskDate(task data.ID[data.Task]) (data.TaskDate, error) {
	return one[data.TaskDate](r, "SELECT "+taskDateCols+" FROM task_date WHERE task_id = ?", task.String())
}

// PutDueDates makes the computed days of a record be exactly rows.
func (t *Tx) PutDueDates(owner data.Ref, rows []data.DueDate) error {
	have, err := t.DueDates(owner)
	if err != nil {
		return err
	}
	type key struct {
		code data.DueCode
		ord  int64
	}
	old := map[key]data.DueDate{}
	for _, h := range have {
		old[key{h.Code, h.Ord}] = h
	}
	m := mappingOf(data.DueDate{})
	for _, d := range rows {
		k := key{d.Code, d.Ord}
		if old[k] != d {
			vals, err := m.values(d)
			if err != nil {
				return err
			}
			if err := t.exec(dueDatePut, vals...); err != nil {
				return err
			}
		}
		delete(old, k)
	}
	for k := range old {
		if err := t.exec("DELETE FROM due_date WHERE owner_id = ? AND code = ? AND ord = ?", owner.ID.String(), string(k.code), k.ord); err != nil {
			return err
		}
	}
	return nil
}

const dueDatePut = `INSERT INTO due_date (owner_kind, owner_id, code, ord, starts_on, ends_on, starts, ends) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (owner_id, code, ord) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on, starts = excluded.starts, ends = excluded.ends`

const dueDateSelect = "SELECT owner_kind, owner_id, code, ord, starts_on, ends_on, starts, ends FROM due_date"

// DueDates are the computed days of a record.
func (r *Reader) DueDates(owner data.Ref) ([]data.DueDate, error) {
	return query[data.DueDate](r, dueDateSelect+" WHERE owner_id = ? ORDER BY code, ord", owner.ID.String())
}

// Remember keeps where the window was: not journaled, not the user's data.
func (t *Tx) Remember(place, body string) error {
	return t.exec("INSERT INTO remembered (place, body) VALUES (?, ?) ON CONFLICT (place) DO UPDATE SET body = excluded.body", place, body)
}

// Remembered is what Remember kept, or "".
func (r *Reader) Remembered(place string) string {
	v, err := one[struct{ Body string }](r, "SELECT body FROM remembered WHERE place = ?", place)
	if err != nil {
		return ""
	}
	return v.Body
}

// PutDraft keeps unfinished form text under the place of the form; "" drops it.
func (t *Tx) PutDraft(place, body string) error {
	if body == "" {
		return t.exec("DELETE FROM draft WHERE place = ?", place)
	}
	return t.exec("INSERT INTO draft (place, at, body) VALUES (?, ?, ?) ON CONFLICT (place) DO UPDATE SET at = excluded.at, body = excluded.body",
		place, t.Now().UTC().Format("2006-01-02T15:04:05Z"), body)
}

// Draft is the unfinished text of a form, or "".
func (r *Reader) Draft(place string) string {
	v, err := one[struct{ Body string }](r, "SELECT body FROM draft WHERE place = ?", place)
	if err != nil {
		return ""
	}
	return v.Body
}

// IDs are the ids of all records of a kind.
func IDs[T data.Record](r *Reader) ([]data.ID[T], error) {
	var zero T
	rows, err := query[struct{ ID data.ID[T] }](r, "SELECT id FROM "+string(zero.Kind())+" ORDER BY id")
	out := make([]data.ID[T], len(rows))
	for i, x := range rows {
		out[i] = x.ID
	}
	return out, err
}
