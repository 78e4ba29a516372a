package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// gathered is what a trainee may see of a mentoring, as rows with the ids that
// packages use.
type gathered struct {
	r     *sqlite.Reader
	ids   packIDs
	m     data.Mentoring
	rows  []merge.Row
	names map[data.Ref]string
	of    map[data.Ref]data.Ref // the record under which a part is shown
	files []data.Attachment
	err   error
}

// gather reads the rows of a mentoring. One that is not in the file has none.
func gather(r *sqlite.Reader, id data.ID[data.Mentoring], ids packIDs) (*gathered, error) {
	g := &gathered{r: r, ids: ids, names: map[data.Ref]string{}, of: map[data.Ref]data.Ref{}}
	found := list[data.Mentoring](g, "id = ?", id)
	if g.err != nil || len(found) == 0 {
		return g, g.err
	}
	g.m = found[0]
	g.mentoring()
	g.plan()
	g.judgements()
	g.meetings()
	g.people()
	return g, g.err
}

// list reads records; after the first error it reads nothing.
func list[T data.Record](g *gathered, where string, args ...any) []T {
	if g.err != nil {
		return nil
	}
	out, err := sqlite.List[T](g.r, where, args...)
	g.err = err
	return out
}

// put adds a record with the fields of its line, and others where named.
func (g *gathered) put(r data.Record, more ...string) {
	line, ok := packLineOf(r.Kind())
	row, err := merge.RowOf(r)
	if err != nil || !ok {
		if g.err == nil {
			g.err = err
		}
		return
	}
	fields := append(strings.Fields(line.both+" "+line.down), more...)
	if r.Kind() == data.KindMentoring && g.m.Status != data.MentoringDone {
		fields = slices.DeleteFunc(fields, func(f string) bool { return slices.Contains(strings.Fields(ofConclusion), f) })
	}
	g.rows = append(g.rows, translate(only(row, fields), g.ids.out))
	if name := nameOf(r); name != "" {
		g.names[data.Ref{Kind: r.Kind(), ID: r.Key()}] = name
	}
}

func (g *gathered) mentoring() { g.put(g.m) }

// plan gathers the plan that counts, its items and what hangs on them.
func (g *gathered) plan() {
	for _, p := range list[data.Plan](g, "mentoring_id = ? AND is_current = 1 ORDER BY id LIMIT 1", g.m.ID) {
		g.put(p)
		const items = "(SELECT id FROM task WHERE plan_id = ?1)"
		for _, t := range list[data.Task](g, "plan_id = ?", p.ID) {
			g.put(t)
		}
		for _, d := range list[data.Dependency](g, "pred_id IN "+items+" AND succ_id IN "+items, p.ID) {
			g.put(d)
		}
		for _, a := range list[data.Assignment](g, "person_id IS NOT NULL AND task_id IN "+items, p.ID) {
			g.put(a)
		}
		for _, m := range list[data.Material](g, "task_id IN "+items, p.ID) {
			g.put(m)
		}
		for _, s := range list[data.Submission](g, "task_id IN "+items, p.ID) {
			g.put(s)
		}
		g.files = list[data.Attachment](g, `owner_kind = 'task' AND owner_id IN `+items+`
			OR owner_kind = 'submission' AND owner_id IN (SELECT id FROM submission WHERE task_id IN `+items+`) ORDER BY id`, p.ID)
		for _, a := range g.files {
			g.put(a)
		}
	}
}

// judgements gathers the reviews that both may read, and scores that stand in no
// other; of competencies those that are meant.
func (g *gathered) judgements() {
	for _, v := range list[data.Review](g, "mentoring_id = ? AND visibility = 'both'", g.m.ID) {
		g.put(v)
	}
	const open = "mentoring_id = ?1 AND (review_id IS NULL OR review_id IN (SELECT id FROM review WHERE visibility = 'both'))"
	for _, s := range list[data.Score](g, open, g.m.ID) {
		g.put(s)
	}
	for _, c := range list[data.Competency](g, `id IN (SELECT competency_id FROM competency_score WHERE `+open+`)
		OR id IN (SELECT t.competency_id FROM task t JOIN plan p ON p.id = t.plan_id WHERE p.mentoring_id = ?1 AND p.is_current = 1)`, g.m.ID) {
		g.put(c)
	}
}

// meetings gathers what the trainee takes part in.
func (g *gathered) meetings() {
	const with = "EXISTS (SELECT 1 FROM event_person q WHERE (q.event_id = x.id OR q.series_id = x.id) AND q.person_id = ?2)"
	const series = "SELECT x.id FROM event_series x WHERE x.mentoring_id = ?1 AND " + with
	const events = "SELECT x.id FROM event x WHERE x.mentoring_id = ?1 AND " + with
	for _, s := range list[data.Series](g, "id IN ("+series+")", g.m.ID, g.m.TraineeID) {
		g.put(s)
	}
	for _, e := range list[data.Event](g, "id IN ("+events+")", g.m.ID, g.m.TraineeID) {
		g.put(e)
	}
	for _, p := range list[data.EventPerson](g, "person_id IS NOT NULL AND (series_id IN ("+series+") OR event_id IN ("+events+"))", g.m.ID, g.m.TraineeID) {
		g.put(p)
	}
}

// people gathers the names of those whom the other rows point to.
func (g *gathered) people() {
	meant := map[string]bool{}
	for _, row := range g.rows {
		for f, v := range row.Fields {
			if strings.HasSuffix(f, "ID") {
				meant[v] = true
			}
		}
	}
	for _, p := range list[data.Person](g, "1 ORDER BY id") {
		row := translate(merge.Row{Kind: data.KindPerson, ID: data.ID[data.Any](p.ID)}, g.ids.out)
		switch {
		case p.ID == g.m.TraineeID:
			g.put(p, strings.Fields(ofTrainee)...)
		case meant[row.ID.String()]:
			g.put(p)
		}
	}
}

// out is what goes one way. known are the records that the other side has sent.
func (g *gathered) out(way pack.Kind, known map[data.Ref]bool) (rows []merge.Row) {
	for _, row := range g.rows {
		line, _ := packLineOf(row.Kind)
		fresh := !known[row.Ref()]
		switch {
		case way == pack.ToMentor && (line.back == backNothing || line.back == backNew && !fresh || !ofTheirs(row)):
		case way == pack.ToMentor:
			rows = append(rows, only(row, line.fields(way, fresh)))
		default:
			rows = append(rows, row)
		}
	}
	return rows
}

// ofTheirs tells whether a row is one that a trainee may say something about: files
// that were handed in and his own scores, of records that the mentor has too.
func ofTheirs(row merge.Row) bool {
	switch row.Kind {
	case data.KindAttachment:
		return row.Fields["OwnerKind"] == string(data.KindSubmission)
	case data.KindScore:
		return row.Fields["ByWhom"] == string(data.ScoreSelf)
	}
	return true
}
