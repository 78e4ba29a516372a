package sqlite

import (
	"encoding/json"
	"sort"
	"unicode"

	"portfel/data"
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

type historySource struct {
	Step                   int64
	At, Who, Label, Subj   string
	Table, RowID, Old, New string
}

const historySelect = `SELECT s.id, s.at, s.who, CASE s.kind WHEN 'do' THEN s.label WHEN 'base' THEN s.label ELSE 'step.' || s.kind END, s.subject, c.tbl, c.row_id, c.old, c.new
  FROM change c JOIN step s ON s.id = c.step_id`

// History is what happened to one record, newest first, one row a field.
func (r *Reader) History(ref data.Ref) ([]data.HistoryRow, error) {
	return r.history(historySelect+" WHERE c.row_id = ? ORDER BY c.id DESC", ref.ID.String())
}

// HistorySince is what happened since an instant (RFC 3339 UTC, inclusive; ""
// = ever), oldest first.
func (r *Reader) HistorySince(at string) ([]data.HistoryRow, error) {
	return r.history(historySelect+" WHERE s.at >= ? AND s.kind <> 'base' ORDER BY c.id", at)
}

func (r *Reader) history(text string, args ...any) ([]data.HistoryRow, error) {
	src, err := query[historySource](r, text, args...)
	if err != nil {
		return nil, err
	}
	var out []data.HistoryRow
	names := journalNames{r: r, known: map[string]string{}}
	for _, s := range src {
		rows, err := names.fieldsOf(s)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

// fieldsOf splits one change into its fields; an added or deleted record gives
// its fields that are not empty.
func (n journalNames) fieldsOf(s historySource) ([]data.HistoryRow, error) {
	before, err := jsonRow(s.Old)
	if err != nil {
		return nil, err
	}
	after, err := jsonRow(s.New)
	if err != nil {
		return nil, err
	}
	id, err := data.ParseID[data.Any](s.RowID)
	if err != nil {
		return nil, err
	}
	base := data.HistoryRow{Step: s.Step, At: s.At, Who: s.Who, Label: s.Label, Subject: s.Subj,
		Kind: data.Kind(s.Table), ID: id, Op: op(s), Name: n.of(data.Kind(s.Table), s.RowID, before, after)}
	var out []data.HistoryRow
	for _, col := range columnsOf(before, after) {
		if col == "id" || before[col] == after[col] {
			continue
		}
		h := base
		h.Field, h.Old, h.New = col, before[col], after[col]
		out = append(out, h)
	}
	return out, nil
}

func op(s historySource) string {
	switch {
	case s.Old == "":
		return "add"
	case s.New == "":
		return "delete"
	}
	return "edit"
}

func titleOf(rows ...map[string]string) string {
	for _, m := range rows {
		for _, c := range []string{"name", "title", "full_name", "label"} {
			if m[c] != "" {
				return m[c]
			}
		}
	}
	return ""
}

func columnsOf(a, b map[string]string) []string {
	seen := map[string]bool{}
	var cols []string
	for _, m := range []map[string]string{a, b} {
		for c := range m {
			if !seen[c] {
				seen[c] = true
				cols = append(cols, c)
			}
		}
	}
	sort.Strings(cols)
	return cols
}

// jsonRow reads a journaled row; numbers stay as they were written, 0 and NULL
// are empty.
func jsonRow(s string) (map[string]string, error) {
	if s == "" {
		return nil, nil
	}
	var raw map[string]any
	if err := json.Unmarshal([]byte(s), &raw); err != nil {
		return nil, err
	}
	out := make(map[string]string, len(raw))
	for k, v := range raw {
		switch x := v.(type) {
		case nil:
		case string:
			out[k] = x
		case float64:
			if x != 0 {
				b, _ := json.Marshal(int64(x))
				out[k] = string(b)
			}
		}
	}
	return out, nil
}

// NameOf is what people call a record: its title as search knows it, or its id.
func (r *Reader) NameOf(kind data.Kind, id string) string {
	row, err := one[struct{ Title string }](r, "SELECT title FROM search WHERE kind = ? AND record_id = ?", string(kind), id)
	if err == nil && row.Title != "" {
		return row.Title
	}
	return r.partName(kind, id)
}

// partName names records that search does not hold by what they belong to.
func (r *Reader) partName(kind data.Kind, id string) string {
	text, ok := partNames[kind]
	if !ok {
		return ""
	}
	row, err := one[struct{ Title string }](r, text, id)
	if err != nil {
		return ""
	}
	return row.Title
}

var partNames = map[data.Kind]string{
	data.KindCalendar:    "SELECT name FROM calendar WHERE id = ?",
	data.KindPlan:        "SELECT coalesce((SELECT trim(p.code || ' ' || p.name) FROM project p WHERE p.id = plan.project_id), name) FROM plan WHERE id = ?",
	data.KindMember:      "SELECT p.full_name FROM project_member m JOIN person p ON p.id = m.person_id WHERE m.id = ?",
	data.KindAssignment:  "SELECT t.name FROM assignment a JOIN task t ON t.id = a.task_id WHERE a.id = ?",
	data.KindDependency:  "SELECT t.name FROM dependency d JOIN task t ON t.id = d.succ_id WHERE d.id = ?",
	data.KindScore:       "SELECT c.name FROM competency_score s JOIN competency c ON c.id = s.competency_id WHERE s.id = ?",
	data.KindApproval:    "SELECT d.title || ' ' || v.label FROM approval a JOIN version v ON v.id = a.version_id JOIN deliverable d ON d.id = v.deliverable_id WHERE a.id = ?",
	data.KindEventPerson: "SELECT coalesce(e.title, s.title, '') FROM event_person x LEFT JOIN event e ON e.id = x.event_id LEFT JOIN event_series s ON s.id = x.series_id WHERE x.id = ?",
	data.KindNorm:        "SELECT code FROM norm WHERE id = ?",
	data.KindSetting:     "SELECT code FROM setting WHERE id = ?",
	data.KindCalendarDay: "SELECT on_date FROM calendar_day WHERE id = ?",
}

// NameOfID is the name of a record of any kind; of a deleted one the name that it
// had; "" when there never was one.
func (r *Reader) NameOfID(id string) string {
	row, err := one[struct{ Title string }](r, "SELECT title FROM search_row WHERE record_id = ?", id)
	if err == nil && row.Title != "" {
		return row.Title
	}
	for kind := range partNames {
		if name := r.partName(kind, id); name != "" {
			return name
		}
	}
	return journalNames{r: r, known: map[string]string{}}.gone(id, 0)
}
