package sqlite

import (
	"slices"
	"strings"

	"portfel/data"
)

// foreignKey is one column that points to another table.
type foreignKey struct{ Table, Column, Parent, OnDelete string }

const foreignKeys = `SELECT m.name, f."from", f."table", f.on_delete FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
  WHERE m.type = 'table' AND f.on_delete <> 'CASCADE'`

// maxUses is how many records a refusal names.
const maxUses = 200

// refuseDangling looks, for the records that this step deleted, for others that
// still point to them, and names at most maxUses in a Problem "inUse", which
// also refers to them. SQLite would refuse the commit too, but without saying who.
func (t *Tx) refuseDangling() error {
	gone, err := number(t.Reader, "SELECT count(*) FROM change WHERE step_id = ? AND new IS NULL", t.step)
	if err != nil || gone == 0 {
		return err
	}
	keys, err := query[foreignKey](t.Reader, foreignKeys)
	if err != nil {
		return err
	}
	p := data.Problem{Code: "inUse"}
	for _, k := range keys {
		rows, err := query[struct{ ID string }](t.Reader, "SELECT c.id FROM "+k.Table+" c WHERE c."+k.Column+
			" IN (SELECT row_id FROM change WHERE step_id = ? AND tbl = ? AND new IS NULL) AND NOT EXISTS (SELECT 1 FROM "+k.Parent+" p WHERE p.id = c."+k.Column+") LIMIT ?",
			t.step, k.Parent, maxUses-len(p.Args))
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := t.use(&p, data.Kind(k.Table), row.ID); err != nil {
				return err
			}
		}
	}
	if len(p.Args) == 0 {
		return nil
	}
	return data.Problems{p}
}

// use names a record in the problem, once.
func (t *Tx) use(p *data.Problem, kind data.Kind, id string) error {
	key, err := data.ParseID[data.Any](id)
	ref := data.Ref{Kind: kind, ID: key}
	if err != nil || slices.Contains(p.Refs, ref) {
		return err
	}
	p.Refs = append(p.Refs, ref)
	p.Args = append(p.Args, "@kind."+string(kind)+"|"+t.referName(kind, id))
	return nil
}

// looseEnds are the references that no foreign key guards: table, column of the
// kind, column of the id.
var looseEnds = []struct {
	table    data.Kind
	kind, id string
}{
	{data.KindLink, "left_kind", "left_id"}, {data.KindLink, "right_kind", "right_id"},
	{data.KindAttachment, "owner_kind", "owner_id"}, {data.KindSource, "record_kind", "record_id"},
}

// refuseLoose looks, among the links, files and foreign ids that this step
// wrote, for those that belong to nothing.
func (t *Tx) refuseLoose(ch data.Changed) error {
	for _, e := range looseEnds {
		if !ch.Has(e.table) {
			continue
		}
		written := " FROM " + string(e.table) + " x WHERE id IN (SELECT row_id FROM change WHERE step_id = ?1 AND tbl = '" + string(e.table) + "')"
		kinds, err := query[struct{ Kind string }](t.Reader, "SELECT DISTINCT "+e.kind+written, t.step)
		if err != nil {
			return err
		}
		for _, k := range kinds {
			lost := int64(1)
			if isJournaled(data.Kind(k.Kind)) {
				lost, err = number(t.Reader, "SELECT count(*)"+written+" AND "+e.kind+" = ?2 AND NOT EXISTS (SELECT 1 FROM "+k.Kind+" y WHERE y.id = x."+e.id+")", t.step, k.Kind)
			}
			if err != nil {
				return err
			}
			if lost > 0 {
				return data.Problems{{Code: "dangling"}}
			}
		}
	}
	return nil
}

// danglingProblem puts words to SQLite's refusal of a commit.
func danglingProblem(err error) error {
	if strings.Contains(err.Error(), "FOREIGN KEY") {
		return data.Problems{{Code: "dangling"}}
	}
	return err
}
