package command

import (
	"maps"
	"slices"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// packMerge is a package beside what the file holds, merged but not written.
type packMerge struct {
	r      *sqlite.Reader
	p      pack.Package
	me     data.Person
	ids    packIDs
	join   data.ID[data.Person] // whom the owner of the file becomes with it
	same   bool                 // taken before
	ours   *gathered
	base   []merge.Row
	mine   []merge.Row
	theirs []merge.Row
	result merge.Result
}

// mergePack looks at a package for the file behind the reader. join says that the
// owner of the file is the trainee; an owner without a name and without data needs
// not say so. All refusals are Problems "pack.…".
func mergePack(r *sqlite.Reader, p pack.Package, join bool) (*packMerge, error) {
	m := &packMerge{r: r, p: p, theirs: rowsOf(p.Records)}
	var err error
	if m.me, err = owner(r); err != nil {
		return nil, err
	}
	if m.ids, err = readPackIDs(r, m.me); err != nil {
		return nil, err
	}
	taken, err := takenPacks(r, data.ID[data.Mentoring](p.About))
	if err != nil {
		return nil, err
	}
	for _, n := range taken {
		m.same = m.same || n.ID == p.ID
	}
	if m.same {
		return m, nil
	}
	if err := m.direction(taken, join); err != nil {
		return nil, err
	}
	if m.ours, err = gather(r, data.ID[data.Mentoring](p.About), m.ids); err != nil {
		return nil, err
	}
	return m, m.merge(taken)
}

// direction refuses a package that is not for this file, or older than one that was
// taken, and finds out who its trainee is here.
func (m *packMerge) direction(taken []packNote, join bool) error {
	if m.p.FileID.String() == m.r.Setting(FileID, "") {
		return packProblem("own")
	}
	for _, n := range taken {
		if n.FileID == m.p.FileID && n.Number >= m.p.Number {
			return packProblem("older")
		}
	}
	here, err := m.r.HasRecord(data.Ref{Kind: data.KindMentoring, ID: m.p.About})
	switch {
	case err != nil:
		return err
	case m.p.Kind == pack.ToMentor && !here:
		return packProblem("stranger")
	case m.p.Kind == pack.ToMentor:
		return nil
	case here && len(taken) == 0:
		return packProblem("direction")
	}
	return m.trainee(join)
}

// trainee makes the owner of the file the trainee of the package.
func (m *packMerge) trainee(join bool) error {
	who, name := m.traineeOfPack()
	here, known := m.ids.in[who.String()]
	switch {
	case who.IsZero():
		return packProblem("content", "mentoring")
	case who == m.me.ID || known && here == m.me.ID.String():
		return nil
	}
	empty, err := emptyOwner(m.r, m.me)
	if err != nil {
		return err
	}
	if !join && !empty && data.Fold(name) != data.Fold(m.me.FullName) {
		return packProblem("notYou", name, m.me.FullName)
	}
	m.join = who
	m.ids.add(m.me.ID, who)
	return nil
}

// traineeOfPack is the trainee's id and full name as the package says.
func (m *packMerge) traineeOfPack() (id data.ID[data.Person], name string) {
	for _, row := range m.theirs {
		if row.Kind == data.KindMentoring && row.ID == m.p.About {
			id, _ = data.ParseID[data.Person](row.Fields["TraineeID"])
		}
	}
	for _, row := range m.theirs {
		if row.Kind == data.KindPerson && row.ID == data.ID[data.Any](id) {
			name = row.Fields["FullName"]
		}
	}
	return id, name
}

// unnamed is what the owner of a new file is called.
const unnamed = "Я"

// emptyOwner tells whether the owner of a file has no name yet and nothing of his.
func emptyOwner(r *sqlite.Reader, me data.Person) (bool, error) {
	if me.FullName != unnamed {
		return false, nil
	}
	for _, none := range []func(*sqlite.Reader) (bool, error){none[data.Mentoring], none[data.Project], none[data.Trip], none[data.Event], none[data.Deliverable]} {
		if ok, err := none(r); err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// none tells whether a file has no record of a kind.
func none[T data.Record](r *sqlite.Reader) (bool, error) {
	rows, err := sqlite.List[T](r, "1 LIMIT 1")
	return len(rows) == 0, err
}

// merge checks what the package says and joins it with what the file holds.
func (m *packMerge) merge(taken []packNote) error {
	base, sent, err := commonRows(m.r, m.p, taken)
	if err != nil {
		return err
	}
	if m.p.Kind == pack.ToMentor && !sent {
		return packProblem("stranger")
	}
	m.base, m.mine = base, m.ours.rows
	if err := m.check(); err != nil {
		return err
	}
	if m.p.Kind == pack.ToMentor {
		m.narrow()
	}
	m.result = merge.Merge(m.base, m.mine, m.theirs)
	return nil
}

// narrow leaves of both versions here what a trainee's package speaks of: the rest
// is missing in it without being deleted.
func (m *packMerge) narrow() {
	said := rowsByRef(m.theirs)
	keep := func(rows []merge.Row) (out []merge.Row) {
		for _, row := range rows {
			line, _ := packLineOf(row.Kind)
			if _, ok := said[row.Ref()]; ok || line.back == backAll && ofTheirs(row) {
				out = append(out, row)
			}
		}
		return out
	}
	m.base, m.mine = keep(m.base), keep(m.mine)
}

func rowsByRef(rows []merge.Row) map[data.Ref]merge.Row {
	out := make(map[data.Ref]merge.Row, len(rows))
	for _, row := range rows {
		out[row.Ref()] = row
	}
	return out
}

// local is the reference in this file of a row of a package.
func (m *packMerge) local(ref data.Ref) data.Ref {
	return translate(merge.Row{Kind: ref.Kind, ID: ref.ID}, m.ids.in).Ref()
}

// share adds people and competencies that the file has from elsewhere: what it says
// of them stays. Only an owner who has just come takes his data from the package.
func (m *packMerge) share(row merge.Row) error {
	ref := m.local(row.Ref())
	rec, err := m.r.Load(ref)
	if err != nil {
		return err
	}
	here, err := merge.RowOf(rec)
	if err != nil {
		return err
	}
	here = only(translate(here, m.ids.out), slices.Collect(maps.Keys(row.Fields)))
	m.mine = append(m.mine, here)
	if ref.ID == data.ID[data.Any](m.me.ID) && m.me.FullName == unnamed {
		m.base = append(m.base, here)
	} else {
		m.base = append(m.base, row)
	}
	return nil
}

func packProblem(code string, args ...string) error {
	return data.Problems{{Code: "pack." + code, Args: args}}
}
