package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"portfel/data"
)

var now = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

func options() Options { return Options{Now: func() time.Time { return now }} }

// emptyFile is the content of a new file: making the tables once is enough.
var emptyFile = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "portfel")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	f, err := Create(filepath.Join(dir, "a.portfel"), options())
	if err != nil {
		panic(err)
	}
	f.Close()
	b, err := os.ReadFile(f.Path)
	if err != nil {
		panic(err)
	}
	return b
})

// fresh opens an empty file in a temporary folder.
func fresh(t testing.TB) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.portfel")
	if err := os.WriteFile(path, emptyFile(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// write is a command made of a function.
type write func(*Tx) error

func (write) Label() (string, string) { return "command.put.client", "x" }
func (w write) Run(tx *Tx) error      { return w(tx) }

func put(t testing.TB, f *File, rs ...data.Record) {
	t.Helper()
	_, err := f.Do(write(func(tx *Tx) error {
		for _, r := range rs {
			if err := tx.Put(r); err != nil {
				return err
			}
		}
		return nil
	}))
	if err != nil {
		t.Fatal(err)
	}
}

func client(name string) data.Client {
	return data.Client{ID: data.NewID[data.Client](), Name: name, What: data.ClientActive, Zone: "Asia/Yekaterinburg", City: "Екатеринбург"}
}

func TestEveryStructMirrorsItsTable(t *testing.T) {
	f := fresh(t)
	for _, r := range tables {
		m := mappingOf(r)
		cols, err := query[struct{ Name string }](f.Read(), "SELECT name FROM pragma_table_info(?) ORDER BY cid", m.table)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, c := range cols {
			have = append(have, c.Name)
		}
		if !reflect.DeepEqual(have, m.columns) {
			t.Errorf("%s: table %v, struct %v", m.table, have, m.columns)
		}
	}
}

func TestARecordIsReadAsWritten(t *testing.T) {
	f := fresh(t)
	want := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна Сергеевна", Zone: "Europe/Moscow",
		WeekHours: data.Hours(40), HiredOn: data.NewDate(2024, 2, 29), IsMe: true}
	put(t, f, want)
	got, err := Get(f.Read(), want.ID)
	if err != nil || got != want {
		t.Errorf("got %+v, %v\nwant %+v", got, err, want)
	}
	if f.Read().Today() != data.NewDate(2026, 11, 24) {
		t.Errorf("today %s", f.Read().Today())
	}
}

func TestUndoAndRedoAfterReopening(t *testing.T) {
	f := fresh(t)
	c := client("АО «Медный Кряж»")
	put(t, f, c)
	d := c
	d.City = "Верхняя Пышма"
	put(t, f, d)
	f.Close()
	f, err := Open(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ch, err := f.Undo()
	if err != nil || !ch.Has(data.KindClient) {
		t.Fatalf("undo: %v, told %v", err, ch)
	}
	if got, _ := Get(f.Read(), c.ID); got != c {
		t.Errorf("after undo %+v", got)
	}
	if _, err := f.Redo(); err != nil {
		t.Fatal(err)
	}
	if got, _ := Get(f.Read(), c.ID); got != d {
		t.Errorf("after redo %+v", got)
	}
	if _, err := f.Redo(); !errors.Is(err, ErrNothing) {
		t.Errorf("a second redo: %v", err)
	}
}

func TestANewStepDropsWhatWasUndone(t *testing.T) {
	f := fresh(t)
	put(t, f, client("А"))
	put(t, f, client("Б"))
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	put(t, f, client("В"))
	if _, err := f.Redo(); !errors.Is(err, ErrNothing) {
		t.Errorf("redo after a new step: %v", err)
	}
}

func TestACommandThatChangesNothingLeavesNoStep(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	before, _ := number(f.Read(), "SELECT count(*) FROM step")
	put(t, f, c)
	if after, _ := number(f.Read(), "SELECT count(*) FROM step"); after != before {
		t.Errorf("%d steps, had %d", after, before)
	}
}

func TestAnErrorRollsEverythingBack(t *testing.T) {
	f := fresh(t)
	boom := errors.New("boom")
	_, err := f.Do(write(func(tx *Tx) error {
		if err := tx.Put(client("А")); err != nil {
			return err
		}
		return boom
	}))
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	for _, table := range []string{"client", "step", "change", "search_row"} {
		if n, _ := number(f.Read(), "SELECT count(*) FROM "+table); n != 0 {
			t.Errorf("%s keeps %d rows", table, n)
		}
	}
}

func TestARecordInUseIsNotDeleted(t *testing.T) {
	f := fresh(t)
	c := client("Балтик-Тара")
	p := data.Project{ID: data.NewID[data.Project](), Code: "БТ-1", Name: "Аудит", ClientID: c.ID, Status: data.ProjectRunning}
	put(t, f, c, p)
	_, err := f.Do(write(func(tx *Tx) error { return tx.Delete(data.RefTo(data.KindClient, c.ID)) }))
	var ps data.Problems
	if !errors.As(err, &ps) || ps[0].Code != "inUse" || !strings.Contains(ps[0].Args[0], "БТ-1 Аудит") {
		t.Fatalf("delete: %v", err)
	}
	if _, err := Get(f.Read(), c.ID); err != nil {
		t.Errorf("the client is gone: %v", err)
	}
}

func TestPartsAndLinksGoWithTheirWholeAndComeBack(t *testing.T) {
	f := fresh(t)
	c := client("А")
	k := data.Contact{ID: data.NewID[data.Contact](), ClientID: c.ID, FullName: "Седых Павел Игоревич"}
	d := client("Б")
	l := data.Link{ID: data.NewID[data.Link](), LeftKind: data.KindContact, LeftID: data.ID[data.Any](k.ID), RightKind: data.KindClient, RightID: data.ID[data.Any](d.ID)}
	put(t, f, c, k, d, l)
	before := dump(t, f)
	if _, err := f.Do(write(func(tx *Tx) error { return tx.Delete(data.RefTo(data.KindClient, c.ID)) })); err != nil {
		t.Fatal(err)
	}
	if n, _ := number(f.Read(), "SELECT (SELECT count(*) FROM contact) + (SELECT count(*) FROM link)"); n != 0 {
		t.Errorf("%d parts stayed", n)
	}
	after := dump(t, f)
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, f); got != before {
		t.Errorf("after undo:\n%s\nwant:\n%s", got, before)
	}
	if _, err := f.Redo(); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, f); got != after {
		t.Errorf("after redo:\n%s\nwant:\n%s", got, after)
	}
}

// dump is all journaled tables and the search index as text.
func dump(t testing.TB, f *File) string {
	t.Helper()
	var b strings.Builder
	for _, r := range tables {
		m := mappingOf(r)
		rows, err := query[struct{ J string }](f.Read(), "SELECT "+rowJSON(m, m.table)+" FROM "+m.table+" ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range rows {
			b.WriteString(m.table + " " + x.J + "\n")
		}
	}
	rows, err := query[struct{ J string }](f.Read(), "SELECT record_id || ' ' || title FROM search_row ORDER BY record_id")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range rows {
		b.WriteString("search " + x.J + "\n")
	}
	return b.String()
}

func TestSearchFoldsAndCompletes(t *testing.T) {
	f := fresh(t)
	put(t, f, client("ООО «Ёлка-Орёл»"), client("АО «Медный Кряж»"))
	for q, want := range map[string]int{"елка": 1, "ОРЕЛ": 1, "мед кр": 1, "кряж медн": 1, "екатер": 2, `"(`: 0, "c-d AND": 0, "ничего": 0} {
		rows, err := f.Read().Search(q, 10)
		if err != nil || len(rows) != want {
			t.Errorf("%q finds %d, %v; want %d", q, len(rows), err, want)
		}
	}
}

func TestAWriteOutsideAStepIsAnError(t *testing.T) {
	f := fresh(t)
	err := f.Keep(func(tx *Tx) error { return tx.Put(client("А")) })
	if err == nil || !strings.Contains(err.Error(), "no step is open") {
		t.Errorf("a record was written without a step: %v", err)
	}
}

func TestHistoryNamesFields(t *testing.T) {
	f := fresh(t)
	c := client("А")
	put(t, f, c)
	c.City = "Пермь"
	put(t, f, c)
	h, err := f.Read().History(data.RefTo(data.KindClient, c.ID))
	if err != nil || len(h) == 0 {
		t.Fatal(h, err)
	}
	if h[0].Field != "city" || h[0].Old != "Екатеринбург" || h[0].New != "Пермь" || h[0].Op != "edit" {
		t.Errorf("newest change %+v", h[0])
	}
}

func code(err error) string {
	var e *OpenError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func TestFilesThatAreNotOursAreRefusedUnchanged(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"empty": "", "text": strings.Repeat("hello ", 100), "header": "SQLite format 3\x00" + strings.Repeat("\x00", 200)} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, options()); code(err) != "file.foreign" {
			t.Errorf("%s: %v", name, err)
		}
		if b, _ := os.ReadFile(path); string(b) != content {
			t.Errorf("%s was changed", name)
		}
	}
	if _, err := Open(filepath.Join(dir, "none"), options()); code(err) != "file.missing" {
		t.Errorf("missing: %v", err)
	}
}

func TestANewerFileIsRefusedUnchanged(t *testing.T) {
	f := fresh(t)
	if _, err := f.w.Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	before, _ := os.ReadFile(f.Path)
	if _, err := Open(f.Path, options()); code(err) != "file.newer" {
		t.Errorf("newer: %v", err)
	}
	if after, _ := os.ReadFile(f.Path); string(before) != string(after) {
		t.Error("the newer file was changed")
	}
}

func TestAFileOpenElsewhereIsRefusedButCanBeRead(t *testing.T) {
	f := fresh(t)
	put(t, f, client("А"))
	if _, err := Open(f.Path, options()); code(err) != "file.locked" {
		t.Errorf("second opening: %v", err)
	}
	r, err := OpenReader(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if all, err := List[data.Client](r.Read(), ""); err != nil || len(all) != 1 {
		t.Errorf("reader sees %d clients, %v", len(all), err)
	}
	if _, err := r.Undo(); code(err) != "file.locked" {
		t.Errorf("a reader wrote: %v", err)
	}
}

func TestADamagedFileIsNamed(t *testing.T) {
	f := fresh(t)
	put(t, f, client("А"))
	f.Close()
	b, _ := os.ReadFile(f.Path)
	if err := os.WriteFile(f.Path, b[:len(b)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if g, err := Open(f.Path, options()); code(err) != "file.damaged" {
		t.Errorf("truncated: %v %v", g, err)
	}
}
