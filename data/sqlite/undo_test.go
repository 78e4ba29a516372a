package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	"portfel/data"
)

func mustUndo(t testing.TB, f *File) {
	t.Helper()
	if _, err := f.Undo(); err != nil {
		t.Fatalf("undo: %v", err)
	}
}

func mustRedo(t testing.TB, f *File) {
	t.Helper()
	if _, err := f.Redo(); err != nil {
		t.Fatalf("redo: %v", err)
	}
}

func remove(t testing.TB, f *File, ref data.Ref) {
	t.Helper()
	if _, err := f.Do(write(func(tx *Tx) error { return tx.Delete(ref) })); err != nil {
		t.Fatal(err)
	}
}

// edit runs a command of several writes.
func edit(t testing.TB, f *File, fn func(*Tx) error) {
	t.Helper()
	if _, err := f.Do(write(fn)); err != nil {
		t.Fatal(err)
	}
}

func TestManyStepsAreUndoneOverSeveralOpenings(t *testing.T) {
	f := fresh(t)
	dumps := []string{dump(t, f)}
	n := 6
	if raced {
		n = 2
	}
	for i := range n {
		put(t, f, client(fmt.Sprintf("К%d", i)))
		dumps = append(dumps, dump(t, f))
	}
	for i := n - 1; i >= 0; i-- {
		f = reopened(t, f)
		mustUndo(t, f)
		if dump(t, f) != dumps[i] {
			t.Errorf("step %d is not undone whole", i+1)
		}
	}
	if _, err := f.Undo(); !errors.Is(err, ErrNothing) {
		t.Errorf("undo of nothing: %v", err)
	}
	for i := 1; i <= n; i++ {
		f = reopened(t, f)
		mustRedo(t, f)
		if dump(t, f) != dumps[i] {
			t.Errorf("step %d is not redone whole", i)
		}
	}
}

func TestTheNextUndoAndRedoAreNamed(t *testing.T) {
	f := fresh(t)
	if _, _, err := f.Read().NextUndo(); !errors.Is(err, ErrNothing) {
		t.Errorf("an empty file offers an undo: %v", err)
	}
	for _, n := range []string{"А", "Б"} {
		if _, err := f.Do(named{n, client(n)}); err != nil {
			t.Fatal(err)
		}
	}
	check := func(undo, redo string) {
		t.Helper()
		_, u, _ := f.Read().NextUndo()
		_, r, _ := f.Read().NextRedo()
		if u != undo || r != redo {
			t.Errorf("undo %q, redo %q; want %q, %q", u, r, undo, redo)
		}
	}
	check("Б", "")
	mustUndo(t, f)
	check("А", "Б")
	mustUndo(t, f)
	check("", "А")
	mustRedo(t, f)
	check("А", "Б")
}

// named is a command that puts a record under a subject.
type named struct {
	subject string
	rec     data.Record
}

func (n named) Label() (string, string) { return "command.put.client", n.subject }
func (n named) Run(tx *Tx) error        { return tx.Put(n.rec) }

func TestBaseStepsStay(t *testing.T) {
	f := fresh(t)
	if _, err := f.Base(named{"А", client("А")}); err != nil {
		t.Fatal(err)
	}
	put(t, f, client("Б"))
	if _, err := f.Base(named{"В", client("В")}); err != nil {
		t.Fatal(err)
	}
	mustUndo(t, f)
	if _, err := f.Undo(); !errors.Is(err, ErrNothing) || names(t, f) != "А В" {
		t.Errorf("%v, clients %s", err, names(t, f))
	}
	mustRedo(t, f)
	if names(t, f) != "А Б В" {
		t.Errorf("after redo %s", names(t, f))
	}
}

func TestHistoryOnlyGrowsAndTellsOfUndoing(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	c.City = "Пермь"
	put(t, f, c)
	mustUndo(t, f)
	mustRedo(t, f)
	h, err := f.Read().History(data.RefTo(data.KindClient, c.ID))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, x := range h {
		if x.Field == "city" {
			lines = append(lines, x.Label+": "+x.Old+" → "+x.New)
		}
	}
	want := "step.redo: Екатеринбург → Пермь; step.undo: Пермь → Екатеринбург; command.put.client: Екатеринбург → Пермь; command.put.client:  → Екатеринбург"
	if got := strings.Join(lines, "; "); got != want {
		t.Errorf("history %s", got)
	}
	all, err := f.Read().HistorySince("")
	if err != nil || len(all) < len(h) || all[0].Step > all[len(all)-1].Step {
		t.Errorf("%d lines since ever, %v", len(all), err)
	}
	if none, err := f.Read().HistorySince("2027-01-01"); err != nil || len(none) != 0 {
		t.Errorf("%d lines since next year, %v", len(none), err)
	}
}

// behind writes into clients past the program: over another connection, and
// without the triggers of the table.
func behind(t testing.TB, f *File, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+f.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	triggers, err := query[struct{ Name, Text string }](f.Read(), "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'client'")
	if err != nil || len(triggers) != 3 {
		t.Fatalf("%d triggers, %v", len(triggers), err)
	}
	all := ""
	for _, x := range triggers {
		all += "DROP TRIGGER " + x.Name + ";"
	}
	all += statement + ";"
	for _, x := range triggers {
		all += x.Text + ";"
	}
	if _, err := db.Exec(all); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestUndoDeclinesWhenARowHasChangedBehindItsBack(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	d := c
	d.City = "Пермь"
	put(t, f, d)
	behind(t, f, "UPDATE client SET city = 'Тверь'")
	before := dump(t, f)
	if _, err := f.Undo(); !errors.Is(err, data.ErrStale) {
		t.Errorf("undo: %v", err)
	}
	if dump(t, f) != before {
		t.Error("a declined undo changed something")
	}
	if label, _, err := f.Read().NextUndo(); err != nil || label == "" {
		t.Errorf("after a declined undo the step is gone: %v", err)
	}
	behind(t, f, "UPDATE client SET city = 'Пермь'")
	mustUndo(t, f)
	if got, _ := Get(f.Read(), c.ID); got != c {
		t.Errorf("after undo %+v", got)
	}
	behind(t, f, "UPDATE client SET city = 'Тверь'")
	if _, err := f.Redo(); !errors.Is(err, data.ErrStale) {
		t.Errorf("redo: %v", err)
	}
}

func TestUndoDeclinesWhenARowIsGone(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	c.City = "Пермь"
	put(t, f, c)
	behind(t, f, "DELETE FROM client")
	if _, err := f.Undo(); !errors.Is(err, data.ErrStale) {
		t.Errorf("undo: %v", err)
	}
}

// The row already holds what undo would put back: there is nothing to write,
// and the step must not be offered for ever.
func TestAnUndoThatFindsItsWorkDoneMovesOn(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	d := c
	d.City = "Пермь"
	put(t, f, d)
	behind(t, f, "UPDATE client SET city = 'Екатеринбург'")
	mustUndo(t, f)
	mustUndo(t, f)
	if names(t, f) != "" {
		t.Error("the second undo did not reach the first step")
	}
}

// family is a plan with a tree of tasks, links between them and people.
type family struct {
	person data.Person
	plan   data.Plan
	tasks  []data.Task
}

func newFamily(t testing.TB, f *File) family {
	t.Helper()
	x := family{person: data.Person{ID: data.NewID[data.Person](), FullName: "Ласточкин Дмитрий Олегович"}}
	p := data.Project{ID: data.NewID[data.Project](), Code: "МК-26", Name: "Бюджетирование", Status: data.ProjectRunning}
	x.plan = data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfProject, ProjectID: p.ID, StartsOn: data.NewDate(2026, 11, 30), IsCurrent: true}
	rs := []data.Record{x.person, p, x.plan}
	for i := range 4 {
		task := data.Task{ID: data.NewID[data.Task](), PlanID: x.plan.ID, Ord: int64(i), Name: fmt.Sprintf("Задача %d", i), What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen}
		if i > 1 {
			task.ParentID = x.tasks[1].ID
		}
		x.tasks = append(x.tasks, task)
		rs = append(rs, task, data.Assignment{ID: data.NewID[data.Assignment](), TaskID: task.ID, PersonID: x.person.ID, Effort: 60})
	}
	rs = append(rs, data.Dependency{ID: data.NewID[data.Dependency](), PredID: x.tasks[0].ID, SuccID: x.tasks[2].ID, Type: data.FinishStart},
		data.Dependency{ID: data.NewID[data.Dependency](), PredID: x.tasks[2].ID, SuccID: x.tasks[3].ID, Type: data.FinishStart, Lag: data.Days(-1)},
		data.Link{ID: data.NewID[data.Link](), LeftKind: data.KindTask, LeftID: x.tasks[3].Key(), RightKind: data.KindTask, RightID: x.tasks[0].Key(), Role: "task"},
		data.Source{ID: data.NewID[data.Source](), RecordKind: data.KindTask, RecordID: x.tasks[2].Key(), System: "csv:МК", ExternalID: "3", Hash: "h"})
	put(t, f, rs...)
	return x
}

func TestAWholeTreeIsDeletedAndComesBack(t *testing.T) {
	f := fresh(t)
	x := newFamily(t, f)
	before := dump(t, f)
	remove(t, f, data.RefTo(data.KindTask, x.tasks[1].ID))
	if n, _ := number(f.Read(), "SELECT (SELECT count(*) FROM task) * 1000 + (SELECT count(*) FROM assignment) * 100 + (SELECT count(*) FROM dependency) * 10 + (SELECT count(*) FROM link) + (SELECT count(*) FROM source)"); n != 1100 {
		t.Errorf("left: %d (tasks, assignments, dependencies, links and sources as digits)", n)
	}
	after := dump(t, f)
	f = reopened(t, f)
	mustUndo(t, f)
	if got := dump(t, f); got != before {
		t.Errorf("after undo:\n%s\nwant:\n%s", got, before)
	}
	mustRedo(t, f)
	if dump(t, f) != after {
		t.Error("redo differs")
	}
	mustUndo(t, f)
	sound(t, f)
}

// A child is moved under a parent that the same command writes only afterwards.
// Undoing takes the parent away first; what hung on the child must survive.
func TestUndoSurvivesAParentWrittenAfterItsChild(t *testing.T) {
	f := fresh(t)
	x := newFamily(t, f)
	before := dump(t, f)
	edit(t, f, func(tx *Tx) error {
		child := x.tasks[1]
		stage := data.Task{ID: data.NewID[data.Task](), PlanID: x.plan.ID, Name: "Этап", What: data.TaskStage, Status: data.TaskOpen}
		child.ParentID = stage.ID
		if err := tx.Put(child); err != nil {
			return err
		}
		return tx.Put(stage)
	})
	after := dump(t, f)
	mustUndo(t, f)
	if got := dump(t, f); got != before {
		t.Errorf("after undo:\n%s\nwant:\n%s", got, before)
	}
	mustRedo(t, f)
	if got := dump(t, f); got != after {
		t.Errorf("after redo:\n%s\nwant:\n%s", got, after)
	}
	sound(t, f)
}

// A row is deleted and written again in one step, as an import does: what points
// to it without a foreign key stays.
func TestLinksOfARowThatWasRewrittenStay(t *testing.T) {
	f := fresh(t)
	x := newFamily(t, f)
	before := dump(t, f)
	edit(t, f, func(tx *Tx) error {
		if err := tx.Delete(data.RefTo(data.KindTask, x.tasks[3].ID)); err != nil {
			return err
		}
		return tx.Put(x.tasks[3])
	})
	if n, _ := number(f.Read(), "SELECT count(*) FROM link"); n != 1 {
		t.Errorf("%d links", n)
	}
	mustUndo(t, f)
	if got := dump(t, f); got != before {
		t.Errorf("after undo:\n%s\nwant:\n%s", got, before)
	}
}

func TestFilesOfADeletedRecordAreFoundAgain(t *testing.T) {
	f := fresh(t)
	c := client("А")
	body := []byte("протокол \x00\xff встречи")
	a := data.Attachment{ID: data.NewID[data.Attachment](), OwnerKind: data.KindClient, OwnerID: c.Key(), Name: "протокол.pdf", Size: int64(len(body))}
	edit(t, f, func(tx *Tx) (err error) {
		if a.Sha256, err = tx.PutBlob(body); err != nil {
			return err
		}
		if err := tx.Put(c); err != nil {
			return err
		}
		return tx.Put(a)
	})
	remove(t, f, data.RefTo(data.KindClient, c.ID))
	if files, _ := f.Read().Attachments(data.RefTo(data.KindClient, c.ID)); len(files) != 0 {
		t.Errorf("a deleted client keeps %d files", len(files))
	}
	f = reopened(t, f)
	mustUndo(t, f)
	files, err := f.Read().Attachments(data.RefTo(data.KindClient, c.ID))
	if err != nil || len(files) != 1 || files[0] != a {
		t.Fatalf("%+v, %v", files, err)
	}
	if got, err := f.Read().Blob(files[0].Sha256); err != nil || string(got) != string(body) {
		t.Errorf("%q, %v", got, err)
	}
	if n, _ := number(f.Read(), "SELECT count(*) FROM change WHERE tbl = 'blob'"); n != 0 {
		t.Error("file contents stand in the journal")
	}
}

// Text with every character that could break JSON, SQL or a terminal.
func TestAnyTextSurvivesTheJournal(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	for _, s := range []string{`"кавычки" 'одинарные' \ слеш`, "строка\nещё\r\nтаб\t", "ноль\x00внутри", "\x01\x1f\x7f", "😀 👩‍👩‍👧 ё", `{"json": [1]}`, "null", "0", "1e400", "$.name", "); DROP TABLE client;--", "\u2028\ufeff\u202e"} {
		d := c
		d.Note = s
		put(t, f, d)
		if got, _ := Get(f.Read(), c.ID); got.Note != s {
			t.Errorf("%q is read as %q", s, got.Note)
		}
		mustUndo(t, f)
		mustRedo(t, f)
		if got, _ := Get(f.Read(), c.ID); got.Note != s {
			t.Errorf("%q is %q after undo and redo", s, got.Note)
		}
		if _, err := f.Read().History(data.RefTo(data.KindClient, c.ID)); err != nil {
			t.Errorf("%q: history: %v", s, err)
		}
	}
}

func TestListenersHearWhatTheJournalHolds(t *testing.T) {
	f := fresh(t)
	var heard []data.Changed
	f.OnChange(func(ch data.Changed) { heard = append(heard, ch) })
	c, d := client("А"), client("Б")
	k := data.Contact{ID: data.NewID[data.Contact](), ClientID: c.ID, FullName: "Седых"}
	put(t, f, c, k, d)
	put(t, f, c) // nothing changes: nobody is told
	remove(t, f, data.RefTo(data.KindClient, c.ID))
	mustUndo(t, f)
	f.Do(write(func(tx *Tx) error { tx.Put(client("В")); return errors.New("нет") }))
	if len(heard) != 3 {
		t.Fatalf("%d events", len(heard))
	}
	if len(heard[0].IDs[data.KindClient]) != 2 || len(heard[0].IDs[data.KindContact]) != 1 {
		t.Errorf("of the first step %v", heard[0].IDs)
	}
	for _, ch := range heard[1:] {
		if !ch.Has(data.KindContact) || ch.IDs[data.KindClient][0] != c.Key() || len(ch.IDs[data.KindClient]) != 1 {
			t.Errorf("of the deletion or its undo %v", ch.IDs)
		}
	}
	if heard[2].Label != "command.put.client" || heard[2].Step <= heard[1].Step {
		t.Errorf("the undo says %+v", heard[2])
	}
}
