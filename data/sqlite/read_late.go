package sqlite

import "portfel/data"

// Late counts what is overdue on the day: tasks whose finish or deadline has
// passed, advance reports, documents, items of trainees. Archived and finished
// records do not count.
func (r *Reader) Late(today data.Date) (data.Late, error) {
	return one[data.Late](r, `SELECT
  (SELECT count(*) FROM project j CROSS JOIN plan p ON p.project_id = j.id CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id
    WHERE d.is_summary = 0 AND p.is_current = 1 AND p.archived_on IS NULL AND j.archived_on IS NULL AND j.status IN ('planning', 'running', 'closing')
      AND t.status NOT IN ('done', 'cancelled') AND coalesce(t.deadline_on, d.ends_on) < ?1),
  (SELECT count(*) FROM due_date d JOIN trip t ON t.id = d.owner_id
    WHERE d.code = 'report' AND d.ends_on < ?1 AND t.status = 'ordered' AND t.archived_on IS NULL),
  (SELECT count(*) FROM deliverable v WHERE v.due_on < ?1 AND v.archived_on IS NULL
      AND coalesce((SELECT w.status FROM version w WHERE w.deliverable_id = v.id ORDER BY w.created_on DESC, w.id DESC LIMIT 1), '')
        NOT IN ('approved', 'handed', 'replaced', 'cancelled')),
  (SELECT count(*) FROM mentoring m CROSS JOIN plan p ON p.mentoring_id = m.id CROSS JOIN task t ON t.plan_id = p.id CROSS JOIN task_date d ON d.task_id = t.id
    WHERE d.is_summary = 0 AND m.status = 'running' AND t.status NOT IN ('done', 'cancelled') AND coalesce(t.deadline_on, d.ends_on) < ?1)`,
		today.String())
}

// wholes says to which record a part belongs, for opening it.
var wholes = map[data.Kind]struct{ kind, column string }{
	data.KindContact:       {"client", "client_id"},
	data.KindMember:        {"project", "project_id"},
	data.KindLeg:           {"trip", "trip_id"},
	data.KindTripDay:       {"trip", "trip_id"},
	data.KindTripItem:      {"trip", "trip_id"},
	data.KindTripChange:    {"trip", "trip_id"},
	data.KindEstimate:      {"trip", "trip_id"},
	data.KindExpense:       {"trip", "trip_id"},
	data.KindMoneyMove:     {"trip", "trip_id"},
	data.KindPaper:         {"trip", "trip_id"},
	data.KindAdvanceReport: {"trip", "trip_id"},
	data.KindVersion:       {"deliverable", "deliverable_id"},
	data.KindReview:        {"mentoring", "mentoring_id"},
	data.KindScore:         {"mentoring", "mentoring_id"},
	data.KindAssignment:    {"task", "task_id"},
	data.KindSubmission:    {"task", "task_id"},
	data.KindMaterial:      {"task", "task_id"},
	data.KindDependency:    {"task", "succ_id"},
	data.KindApproval:      {"version", "version_id"},
}

// Whole is the record to open for a part: the trip of a leg, the owner of a
// file. Other references come back unchanged.
func (r *Reader) Whole(ref data.Ref) data.Ref {
	type row struct {
		Kind data.Kind
		ID   data.ID[data.Any]
	}
	if ref.Kind == data.KindAttachment {
		if o, err := one[row](r, "SELECT owner_kind, owner_id FROM attachment WHERE id = ?", ref.ID.String()); err == nil {
			return r.Whole(data.Ref{Kind: o.Kind, ID: o.ID})
		}
	}
	w, ok := wholes[ref.Kind]
	if ref.Kind == data.KindEventPerson {
		return r.eventOf(ref)
	}
	if !ok {
		return ref
	}
	o, err := one[row](r, "SELECT '"+w.kind+"', "+w.column+" FROM "+string(ref.Kind)+" WHERE id = ?", ref.ID.String())
	if err != nil || o.ID.IsZero() {
		return ref
	}
	return r.Whole(data.Ref{Kind: o.Kind, ID: o.ID})
}

// eventOf is the event or the series that somebody takes part in.
func (r *Reader) eventOf(ref data.Ref) data.Ref {
	p, err := Get(r, data.As[data.EventPerson](ref))
	switch {
	case err != nil:
	case !p.EventID.IsZero():
		return data.RefTo(data.KindEvent, p.EventID)
	case !p.SeriesID.IsZero():
		return data.RefTo(data.KindSeries, p.SeriesID)
	}
	return ref
}
