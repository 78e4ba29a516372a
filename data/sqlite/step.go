package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"portfel/data"
)

// Command is one action of a user. Label is a text key and the name of what it
// was done to; Run does all of it or returns an error.
type Command interface {
	Label() (key, subject string)
	Run(*Tx) error
}

// Do runs a command in one transaction and one step. Any error rolls everything
// back. A command that changes nothing leaves no step and no event.
func (f *File) Do(c Command) (data.Changed, error) {
	key, subject := c.Label()
	return f.run(step{kind: "do", label: key, subject: subject}, c.Run)
}

// Base runs a command whose rows came with the file: journaled, but not the
// user's to undo.
func (f *File) Base(c Command) (data.Changed, error) {
	key, subject := c.Label()
	return f.run(step{kind: "base", label: key, subject: subject}, c.Run)
}

// Keep runs a write that is neither journaled nor undone: export state, drafts,
// remembered places.
func (f *File) Keep(fn func(*Tx) error) error {
	if f.w == nil {
		return openError("file.locked", f.Path, nil)
	}
	tx, err := f.begin()
	if err != nil {
		return err
	}
	defer tx.tx.Rollback()
	if err := fn(tx); err != nil {
		return classify(f.Path, err)
	}
	return classify(f.Path, tx.tx.Commit())
}

type step struct {
	kind, label, subject string
	target               int64
}

// empty tells whether a step leaves nothing to keep. An undo that finds its work
// done already is kept all the same: else it would be offered for ever.
func (s step) empty(ch data.Changed) bool { return len(ch.IDs) == 0 && s.target == 0 }

func (f *File) run(s step, fn func(*Tx) error) (data.Changed, error) {
	if f.w == nil {
		return data.Changed{}, openError("file.locked", f.Path, nil)
	}
	tx, err := f.begin()
	if err != nil {
		return data.Changed{}, err
	}
	defer tx.tx.Rollback()
	if err := tx.openStep(s, f.opt.Who); err != nil {
		return data.Changed{}, classify(f.Path, err)
	}
	if err := fn(tx); err != nil {
		return data.Changed{}, classify(f.Path, err)
	}
	ch, err := tx.finish(s, f.opt.Derive)
	if err != nil {
		return data.Changed{}, classify(f.Path, err)
	}
	if s.empty(ch) {
		return ch, nil
	}
	if err := tx.tx.Commit(); err != nil {
		return data.Changed{}, classify(f.Path, danglingProblem(err))
	}
	for _, fn := range f.onChange {
		fn(ch)
	}
	return ch, nil
}

func (t *Tx) openStep(s step, who string) error {
	var target any
	if s.target != 0 {
		target = s.target
	}
	res, err := t.tx.Exec(`INSERT INTO step (uid, at, who, label, subject, kind, target, state, is_open) VALUES (?, ?, ?, ?, ?, ?, ?, 'done', 1)`,
		uuid.Must(uuid.NewV7()).String(), t.Now().UTC().Format(time.RFC3339Nano), who, s.label, s.subject, s.kind, target)
	if err != nil {
		return err
	}
	t.step, err = res.LastInsertId()
	return err
}

// finish is the common end of every step.
func (t *Tx) finish(s step, derive func(*Tx, data.Changed) error) (data.Changed, error) {
	if err := t.dropOrphans(); err != nil {
		return data.Changed{}, err
	}
	ch, err := t.changed(s)
	if err != nil || s.empty(ch) {
		return ch, err
	}
	if err := t.refuseLoose(ch); err != nil {
		return ch, err
	}
	if derive != nil {
		if err := derive(t, ch); err != nil {
			return ch, fmt.Errorf("computed rows: %w", err)
		}
	}
	if err := t.indexStep(ch); err != nil {
		return ch, err
	}
	if ch.Subject == "" {
		if ch.Subject = t.subjectOf(ch); ch.Subject != "" {
			if err := t.exec("UPDATE step SET subject = ? WHERE id = ?", ch.Subject, t.step); err != nil {
				return ch, err
			}
		}
	}
	if s.kind == "do" {
		if err := t.exec("UPDATE step SET state = 'dropped' WHERE state = 'undone'"); err != nil {
			return ch, err
		}
	}
	if err := t.exec("UPDATE step SET is_open = 0 WHERE id = ?", t.step); err != nil {
		return ch, err
	}
	return ch, t.refuseDangling()
}

// subjectOf names what a step was done to whose command has no name for it, as a
// part: the one record of the kind that the label ends with.
func (t *Tx) subjectOf(ch data.Changed) string {
	kind := data.Kind(ch.Label[strings.LastIndexByte(ch.Label, '.')+1:])
	ids := ch.IDs[kind]
	if _, part := partNames[kind]; len(ids) != 1 || !part || codes[kind] {
		return ""
	}
	return t.NameOf(kind, ids[0].String())
}

// codes are the kinds that partNames calls by a code that no reader knows.
var codes = map[data.Kind]bool{data.KindNorm: true, data.KindSetting: true, data.KindCalendarDay: true}

// dropOrphans removes links, files and foreign ids of records that this step
// deleted for good: they point without a foreign key.
func (t *Tx) dropOrphans() error {
	gone, err := number(t.Reader, "SELECT count(*) FROM change WHERE step_id = ? AND new IS NULL", t.step)
	if err != nil || gone == 0 {
		return err
	}
	const deleted = `(SELECT c.row_id FROM change c WHERE c.step_id = ?1 AND c.new IS NULL
  AND NOT EXISTS (SELECT 1 FROM change d WHERE d.row_id = c.row_id AND d.step_id = ?1 AND d.id > c.id))`
	for _, s := range []string{
		"DELETE FROM link WHERE left_id IN " + deleted + " OR right_id IN " + deleted,
		"DELETE FROM attachment WHERE owner_id IN " + deleted,
		"DELETE FROM source WHERE record_id IN " + deleted,
		"DELETE FROM due_date WHERE owner_id IN " + deleted,
	} {
		if err := t.exec(s, t.step); err != nil {
			return err
		}
	}
	return nil
}

// changed reads the event of a step from its journal.
func (t *Tx) changed(s step) (data.Changed, error) {
	type row struct{ Kind, ID string }
	rows, err := query[row](t.Reader, "SELECT DISTINCT tbl, row_id FROM change WHERE step_id = ?", t.step)
	if err != nil {
		return data.Changed{}, err
	}
	ch := data.Changed{Step: t.step, Label: s.label, Subject: s.subject, IDs: map[data.Kind][]data.ID[data.Any]{}}
	for _, r := range rows {
		id, err := data.ParseID[data.Any](r.ID)
		if err != nil {
			return ch, err
		}
		ch.IDs[data.Kind(r.Kind)] = append(ch.IDs[data.Kind(r.Kind)], id)
	}
	return ch, nil
}

// ErrNothing is returned by Undo and Redo when there is no step for them.
var ErrNothing = errors.New("nothing to undo or redo")

// Undo takes the last step back by a new step. It declines with data.ErrStale
// when a row no longer holds what that step left.
func (f *File) Undo() (data.Changed, error) {
	return f.replay("undo", "SELECT id, label, subject FROM step WHERE kind = 'do' AND state = 'done' ORDER BY id DESC LIMIT 1", "undone")
}

// Redo does the step again that was undone last.
func (f *File) Redo() (data.Changed, error) {
	return f.replay("redo", "SELECT id, label, subject FROM step WHERE kind = 'do' AND state = 'undone' ORDER BY id LIMIT 1", "done")
}

type stepName struct {
	ID             int64
	Label, Subject string
}

// NextUndo names the step that Undo would take back, ErrNothing if none.
func (r *Reader) NextUndo() (label, subject string, err error) {
	return r.stepName("kind = 'do' AND state = 'done' ORDER BY id DESC")
}

// NextRedo names the step that Redo would do again, ErrNothing if none.
func (r *Reader) NextRedo() (label, subject string, err error) {
	return r.stepName("kind = 'do' AND state = 'undone' ORDER BY id")
}

func (r *Reader) stepName(where string) (string, string, error) {
	s, err := one[stepName](r, "SELECT id, label, subject FROM step WHERE "+where+" LIMIT 1")
	if errors.Is(err, data.ErrNotFound) {
		err = ErrNothing
	}
	return s.Label, s.Subject, err
}

func (f *File) replay(kind, find, state string) (data.Changed, error) {
	if f.w == nil {
		return data.Changed{}, openError("file.locked", f.Path, nil)
	}
	s, err := one[stepName](f.Read(), find)
	if errors.Is(err, data.ErrNotFound) {
		return data.Changed{}, ErrNothing
	}
	if err != nil {
		return data.Changed{}, err
	}
	return f.run(step{kind: kind, label: s.Label, subject: s.Subject, target: s.ID}, func(t *Tx) error {
		if err := t.replay(s.ID, kind == "undo"); err != nil {
			return err
		}
		return t.exec("UPDATE step SET state = ? WHERE id = ?", state, s.ID)
	})
}

type changeRow struct {
	Table, RowID string
	Old, New     string
}

// replay writes the old values of a step in reverse order, or its new values in
// order.
func (t *Tx) replay(id int64, back bool) error {
	order := " ORDER BY id"
	if back {
		order = " ORDER BY id DESC"
	}
	rows, err := query[changeRow](t.Reader, "SELECT tbl, row_id, old, new FROM change WHERE step_id = ?"+order, id)
	if err != nil {
		return err
	}
	for _, c := range rows {
		if !back {
			c.Old, c.New = c.New, c.Old
		}
		if err := t.restore(c); err != nil {
			return err
		}
	}
	return t.bringBack(id)
}

// bringBack writes rows again that went by a cascade of this replay although the
// replayed step never touched them.
func (t *Tx) bringBack(id int64) error {
	rows, err := query[changeRow](t.Reader, `SELECT tbl, row_id, old, new FROM change c WHERE step_id = ? AND new IS NULL
  AND NOT EXISTS (SELECT 1 FROM change d WHERE d.row_id = c.row_id AND d.tbl = c.tbl AND +d.step_id = ?) ORDER BY id DESC`, t.step, id)
	if err != nil {
		return err
	}
	for _, c := range rows {
		if err := t.putJSON(c.Table, c.Old); err != nil {
			return err
		}
	}
	return nil
}

// restore brings a row from c.New back to c.Old; "" means no such row.
func (t *Tx) restore(c changeRow) error {
	now, err := t.rowJSON(c.Table, c.RowID)
	if err != nil {
		return err
	}
	if now == c.Old {
		return nil // a cascade or an earlier line has already done it
	}
	if now != c.New {
		if cascaded, err := t.cascaded(c); err != nil || !cascaded {
			return errors.Join(fmt.Errorf("%s %s: %w", c.Table, c.RowID, data.ErrStale), err)
		}
	}
	if c.Old == "" {
		return t.exec("DELETE FROM "+c.Table+" WHERE id = ?", c.RowID)
	}
	return t.putJSON(c.Table, c.Old)
}

// cascaded tells whether this replay itself removed the row, with a whole that
// was written after its part. The plus keeps SQLite from walking through all
// changes of the step, for each of them.
func (t *Tx) cascaded(c changeRow) (bool, error) {
	n, err := number(t.Reader, "SELECT count(*) FROM change WHERE row_id = ? AND +step_id = ? AND tbl = ? AND old = ? AND new IS NULL", c.RowID, t.step, c.Table, c.New)
	return n > 0, err
}

func (t *Tx) rowJSON(table, id string) (string, error) {
	m := mappingByTable(table)
	if m == nil {
		return "", fmt.Errorf("unknown table %q in the journal", table)
	}
	var s sql.NullString
	err := t.tx.QueryRow("SELECT "+rowJSON(m, table)+" FROM "+table+" WHERE id = ?", id).Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return s.String, err
}

func mappingByTable(table string) *mapping {
	for _, r := range tables {
		if m := mappingOf(r); m.table == table {
			return m
		}
	}
	return nil
}

// putJSON upserts a row from its journaled form.
func (t *Tx) putJSON(table, row string) error {
	m := mappingByTable(table)
	cols, sets := "", ""
	for i, c := range m.columns {
		if i > 0 {
			cols += ", "
			sets += c + " = excluded." + c
			if i < len(m.columns)-1 {
				sets += ", "
			}
		}
		cols += "json_extract(?1, '$." + c + "')"
	}
	return t.exec("INSERT INTO "+table+" ("+m.list+") SELECT "+cols+" WHERE 1 ON CONFLICT (id) DO UPDATE SET "+sets, row)
}
