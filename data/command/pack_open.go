package command

import (
	"cmp"
	"slices"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// PackPreview is what a package would do to the file.
type PackPreview struct {
	Package   pack.Package
	Same      bool // taken before: nothing happens
	Joins     bool // the owner of the file becomes the trainee
	Items     []PackItem
	Conflicts []PackConflict
}

// PackItem is one record that a person sees as one, with all that changes in it and
// in its parts: an item of the plan with what was handed in for it.
type PackItem struct {
	Ref     data.Ref
	Name    string // as lists call it; empty for a record without a name
	Action  ImportAction
	Changes []PackChange
}

// PackChange is one field of a record, or a record that is added or deleted (no
// Field). Values are texts as the file stores them; Field is a struct field in lower
// camel case.
type PackChange struct {
	Ref            data.Ref
	Name           string
	Field          string
	Old, New       string
	Added, Deleted bool
}

// PackConflict is what both sides changed; a whole record has no Field. Until Theirs
// is chosen for its Key, the file's own stays.
type PackConflict struct {
	Key                        string
	Ref                        data.Ref
	Name                       string
	Field                      string
	Base, Ours, Theirs         string
	OursDeleted, TheirsDeleted bool
}

// OpenPack looks at a package and writes nothing. join says that the owner of the
// file is its trainee; without it a package for somebody else is refused with a
// Problem "vplan.notYou" that names both. Other Problems: "vplan.own", "vplan.older",
// "vplan.stranger", "vplan.direction", "vplan.alien", "vplan.right", "vplan.content",
// "vplan.path".
func OpenPack(r *sqlite.Reader, p pack.Package, join bool) (PackPreview, error) {
	m, err := mergePack(r, p, join)
	if err != nil {
		return PackPreview{}, err
	}
	return m.preview(), nil
}

// ours keeps the file's own in every conflict.
func ours(merge.Conflict) merge.Side { return merge.Ours }

func (m *packMerge) preview() PackPreview {
	out := PackPreview{Package: m.p, Same: m.same, Joins: !m.join.IsZero()}
	if m.same {
		return out
	}
	after := m.result.Resolve(ours)
	v := m.view(after)
	at := map[data.Ref]int{}
	for _, c := range merge.Changes(m.mine, after) {
		whole := v.wholeOf(c.Ref)
		i, ok := at[whole]
		if !ok {
			i = len(out.Items)
			at[whole] = i
			out.Items = append(out.Items, PackItem{Ref: m.local(whole), Name: v.nameOf(whole), Action: ImportChanged})
		}
		if c.Ref == whole && c.Added {
			out.Items[i].Action = ImportAdded
		}
		change := PackChange{m.local(c.Ref), v.nameOf(c.Ref), c.Field, c.Old, c.New, c.Added, c.Deleted}
		change.Field = lowerCamel(c.Field)
		out.Items[i].Changes = append(out.Items[i].Changes, change)
	}
	slices.SortStableFunc(out.Items, func(a, b PackItem) int {
		return cmp.Or(cmp.Compare(orderOf(a.Ref.Kind), orderOf(b.Ref.Kind)), cmp.Compare(a.Name, b.Name))
	})
	for _, c := range m.result.Conflicts {
		out.Conflicts = append(out.Conflicts, PackConflict{conflictKey(c), m.local(c.Ref), v.nameOf(c.Ref), lowerCamel(c.Field),
			c.Base, c.Ours, c.Theirs, c.OursDeleted, c.TheirsDeleted})
	}
	return out
}

// conflictKey names a conflict in the choices of ApplyPack.
func conflictKey(c merge.Conflict) string { return c.Ref.String() + "/" + c.Field }

// packView finds names and wholes among all versions of the rows.
type packView map[data.Ref]merge.Row

func (m *packMerge) view(after []merge.Row) packView {
	v := packView{}
	for _, rows := range [][]merge.Row{m.base, m.ours.rows, m.theirs, after} {
		for _, row := range rows {
			if have, ok := v[row.Ref()]; ok {
				row = merge.Row{Kind: row.Kind, ID: row.ID, Fields: overlaid(have.Fields, row.Fields)}
			}
			v[row.Ref()] = row
		}
	}
	return v
}

// wholeOf is the record under which a part is shown.
func (v packView) wholeOf(ref data.Ref) data.Ref {
	row := v[ref]
	to := func(k data.Kind, field string) data.Ref {
		id, err := data.ParseID[data.Any](row.Fields[field])
		if err != nil || id.IsZero() {
			return ref
		}
		return data.Ref{Kind: k, ID: id}
	}
	switch ref.Kind {
	case data.KindSubmission, data.KindMaterial, data.KindAssignment:
		return to(data.KindTask, "TaskID")
	case data.KindDependency:
		return to(data.KindTask, "SuccID")
	case data.KindAttachment:
		if owner := to(data.Kind(row.Fields["OwnerKind"]), "OwnerID"); owner != ref {
			return v.wholeOf(owner)
		}
	case data.KindEventPerson:
		if row.Fields["EventID"] != "" {
			return to(data.KindEvent, "EventID")
		}
		return to(data.KindSeries, "SeriesID")
	}
	return ref
}

// nameOf is what a person calls a record of the package.
func (v packView) nameOf(ref data.Ref) string {
	f := v[ref].Fields
	named := func(k data.Kind, field string) string {
		id, err := data.ParseID[data.Any](f[field])
		if err != nil {
			return ""
		}
		return v.nameOf(data.Ref{Kind: k, ID: id})
	}
	switch ref.Kind {
	case data.KindPerson:
		return oneOf(f["ShortName"], data.ShortName(f["FullName"]))
	case data.KindMentoring:
		return named(data.KindPerson, "TraineeID")
	case data.KindScore:
		return named(data.KindCompetency, "CompetencyID")
	case data.KindSubmission, data.KindAssignment:
		return named(data.KindTask, "TaskID")
	case data.KindDependency:
		return named(data.KindTask, "SuccID")
	case data.KindReview:
		return f["HeldOn"]
	case data.KindEventPerson:
		return named(data.KindPerson, "PersonID")
	}
	return oneOf(f["Name"], f["Title"])
}
