package command

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// ApplyPack takes a package into the file in one step: what joins, and of conflicts
// what was chosen. The same package taken twice changes nothing the second time.
type ApplyPack struct {
	Package  pack.Package
	Join     bool            // the owner of the file is the trainee
	Theirs   map[string]bool // conflicts, by their Key, that end as the package says
	Progress pack.Progress   // of the files that are kept; its error takes all back
}

// Label is "command.pack.apply" and the trainee.
func (c ApplyPack) Label() (string, string) {
	who, name := (&packMerge{p: c.Package, theirs: rowsOf(c.Package.Records)}).traineeOfPack()
	if who.IsZero() {
		return "command.pack.apply", ""
	}
	return "command.pack.apply", data.ShortName(name)
}

// Preview is OpenPack as other imports tell it: a row an item, and one for each
// conflict, which by itself stays as the file has it.
func (c ApplyPack) Preview(r *sqlite.Reader) (rows []ImportRow, err error) {
	p, err := OpenPack(r, c.Package, c.Join)
	if err != nil {
		return nil, err
	}
	for _, x := range p.Items {
		rows = append(rows, ImportRow{Action: x.Action, Kind: x.Ref.Kind, Name: x.Name})
	}
	for _, x := range p.Conflicts {
		if !c.Theirs[x.Key] {
			rows = append(rows, ImportRow{Action: ImportRefused, Kind: x.Ref.Kind, Name: x.Name, Reason: x.Problem()})
		}
	}
	if len(rows) == 0 {
		_, name := (&packMerge{p: c.Package, theirs: rowsOf(c.Package.Records)}).traineeOfPack()
		rows = append(rows, ImportRow{Action: ImportSame, Kind: data.KindMentoring, Name: data.ShortName(name)})
	}
	return rows, nil
}

// Problem says what the two sides have.
func (c PackConflict) Problem() data.Problem {
	switch {
	case c.OursDeleted:
		return data.Problem{Code: "vplan.oursDeleted"}
	case c.TheirsDeleted:
		return data.Problem{Code: "vplan.theirsDeleted"}
	}
	return data.Problem{Field: c.Field, Code: "vplan.conflict", Args: []string{c.Ours, c.Theirs}}
}

// Run merges anew, writes the records and what the files hold, and remembers the
// package.
func (c ApplyPack) Run(tx *sqlite.Tx) error {
	m, err := mergePack(tx.Reader, c.Package, c.Join)
	if err != nil || m.same {
		return err
	}
	after := m.result.Resolve(func(x merge.Conflict) merge.Side { return merge.Side(c.Theirs[conflictKey(x)]) })
	if err := m.write(tx, merge.Changes(m.mine, after)); err != nil {
		return err
	}
	if err := keepFiles(tx, c.Package, c.Progress); err != nil {
		return err
	}
	if !m.join.IsZero() {
		s := data.Source{ID: data.NewID[data.Source](), RecordKind: data.KindPerson, RecordID: data.ID[data.Any](m.me.ID), System: packPerson, ExternalID: m.join.String()}
		if err := tx.Put(s); err != nil {
			return err
		}
	}
	if err := markTaken(tx, c.Package); err != nil {
		return err
	}
	return m.afterwards(tx, after)
}

// write puts changed and new records and deletes, parts before wholes, what is gone.
func (m *packMerge) write(tx *sqlite.Tx, changes []merge.Change) error {
	fields := map[data.Ref]map[string]string{}
	var gone []data.Ref
	for _, c := range changes {
		if c.Deleted {
			gone = append(gone, c.Ref)
			continue
		}
		if fields[c.Ref] == nil {
			fields[c.Ref] = map[string]string{}
		}
		if c.Field != "" {
			fields[c.Ref][c.Field] = c.New
		}
	}
	byKind := func(a, b data.Ref) int { return orderOf(a.Kind) - orderOf(b.Kind) }
	for _, ref := range slices.SortedStableFunc(maps.Keys(fields), byKind) {
		if err := m.put(tx, translate(merge.Row{Kind: ref.Kind, ID: ref.ID, Fields: fields[ref]}, m.ids.in)); err != nil {
			return err
		}
	}
	slices.SortStableFunc(gone, func(a, b data.Ref) int { return byKind(b, a) })
	for _, ref := range gone {
		if err := tx.Delete(m.local(ref)); err != nil && !errors.Is(err, data.ErrNotFound) {
			return err
		}
	}
	return nil
}

// put writes the fields of a row over the record that is there, or a new one.
func (m *packMerge) put(tx *sqlite.Tx, row merge.Row) error {
	rec, ok := withID(row.Ref())
	if !ok {
		return packProblem("content", string(row.Kind))
	}
	stored, found, err := tx.Stored(rec)
	if err != nil {
		return err
	}
	if found {
		rec = stored
	}
	if rec, err = row.Record(rec); err != nil {
		return err
	}
	if !found {
		rec = newHere(rec, m.me)
	}
	return tx.Put(rec)
}

// newHere gives a new record what packages do not say: people and plans go by the
// shipped calendar.
func newHere(r data.Record, me data.Person) data.Record {
	switch x := r.(type) {
	case data.Person:
		x.CalendarID = Russia
		if x.Zone == "" {
			x.Zone = me.Zone
		}
		if x.WeekHours == 0 {
			x.WeekHours = data.Hours(40)
		}
		return x
	case data.Plan:
		x.CalendarID = Russia
		return x
	}
	return r
}

// keepFiles keeps what the files of the package hold.
func keepFiles(tx *sqlite.Tx, p pack.Package, progress pack.Progress) error {
	var done, total int64
	for _, f := range p.Files {
		total += f.Size
	}
	for _, f := range p.Files {
		b, err := f.Read()
		if err != nil {
			return err
		}
		if _, err := tx.PutBlob(b); err != nil {
			return err
		}
		done += f.Size
		if progress != nil {
			if err := progress(done, total); err != nil {
				return err
			}
		}
	}
	return nil
}

// afterwards checks what only stands together: items in items without a circle, no
// links in a circle, nothing handed in before the mentoring began.
func (m *packMerge) afterwards(tx *sqlite.Tx, after []merge.Row) error {
	about, err := sqlite.Get(tx.Reader, data.ID[data.Mentoring](m.p.About))
	if err != nil {
		return err
	}
	plans := map[data.ID[data.Plan]]bool{}
	for _, row := range after {
		switch row.Kind {
		case data.KindTask:
			t, err := sqlite.Get(tx.Reader, data.ID[data.Task](row.ID))
			if err != nil {
				return err
			}
			if err := boundedParent(tx, t, len(after)); err != nil {
				return err
			}
			plans[t.PlanID] = true
		case data.KindSubmission:
			s, err := sqlite.Get(tx.Reader, data.ID[data.Submission](row.ID))
			if err != nil {
				return err
			}
			if err := checkHanded(s, about); err != nil {
				return err
			}
		}
	}
	for id := range plans {
		if err := checkPlan(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// boundedParent is checkParent that ends in a circle above the task too.
func boundedParent(tx *sqlite.Tx, t data.Task, most int) error {
	for up, n := t.ParentID, 0; !up.IsZero(); n++ {
		p, err := sqlite.Get(tx.Reader, up)
		switch {
		case err != nil:
			return err
		case n > most || p.ID == t.ID:
			return data.Problems{{Field: "parentId", Code: "ownChild"}}
		case p.PlanID != t.PlanID:
			return data.Problems{{Field: "parentId", Code: "notFound"}}
		}
		up = p.ParentID
	}
	return nil
}

// overlaid are fields with others over them.
func overlaid(under, over map[string]string) map[string]string {
	out := maps.Clone(under)
	maps.Copy(out, over)
	return out
}

// lowerCamel is a struct's field as problems name it: "deadlineOn".
func lowerCamel(field string) string {
	if field == "" {
		return ""
	}
	return strings.ToLower(field[:1]) + field[1:]
}
