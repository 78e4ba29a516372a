package command_test

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"portfel/assets"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// world is a small file with a raw, read-only look at all of its tables.
type world struct {
	t     *testing.T
	f     *sqlite.File
	raw   *sql.DB
	texts []string // a query a part of the dump
	names []string
	last  state
	blob  string // hash of a file's contents that are there
}

// state is everything that undo must bring back: a text a table, and the words
// of the search index.
type state []string

func newWorld(t *testing.T) *world {
	t.Helper()
	now := tuesday
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "world.portfel"), command.Options(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.Base(smallCalendar(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	for _, p := range must(f.Read().Templates())(t) { // their tasks would crowd out those of the world
		if _, err := f.Base(command.Delete{Ref: data.RefTo(data.KindPlan, p.ID)}); err != nil {
			t.Fatal(err)
		}
	}
	w := &world{t: t, f: f}
	if err := f.Keep(func(tx *sqlite.Tx) (err error) { w.blob, err = tx.PutBlob([]byte("файл")); return err }); err != nil {
		t.Fatal(err)
	}
	w.raw = rawReader(t, f.Path)
	w.prepare()
	return w
}

// smallCalendar is the production calendar of Russia from November 2026 to
// March 2027: enough days for the commands below, few enough to compare often.
func smallCalendar(t testing.TB) sqlite.Command {
	t.Helper()
	b, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	file, err := workday.ParseTSV(b)
	if err != nil {
		t.Fatal(err)
	}
	all := []sqlite.Command{command.Put{Record: data.Calendar{ID: command.Russia, Name: "Россия"}}}
	for _, d := range file.Days {
		if d.Date < data.NewDate(2026, 11, 1) || d.Date > data.NewDate(2027, 3, 31) {
			continue
		}
		row := data.CalendarDay{ID: data.NewID[data.CalendarDay](), CalendarID: command.Russia, OnDate: d.Date, Type: d.Type, Minutes: d.Minutes}
		if row.Type == data.DayIsShort {
			row.Minutes = 420
		} else if row.Type == data.DayIsWork {
			row.Minutes = 480
		}
		all = append(all, command.Put{Record: row})
	}
	return command.All{Key: "command.seed", Commands: all}
}

// rawReader reads the file past the program.
func rawReader(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	if _, err := db.Exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_word, instance)"); err != nil {
		t.Fatal(err)
	}
	return db
}

// prepare writes the queries of the dump.
func (w *world) prepare() {
	tables := []string{"task_date", "due_date"}
	for _, r := range data.Records {
		tables = append(tables, string(r.Kind()))
	}
	for _, table := range tables {
		var cols string
		if err := w.raw.QueryRow("SELECT group_concat(name, ', ') FROM pragma_table_info(?)", table).Scan(&cols); err != nil {
			w.t.Fatal(err)
		}
		w.names = append(w.names, table)
		w.texts = append(w.texts, "SELECT coalesce(group_concat(j, char(10)), '') FROM (SELECT json_array("+cols+") AS j FROM "+table+" ORDER BY j)")
	}
	w.names = append(w.names, "search_row", "words")
	w.texts = append(w.texts, "SELECT coalesce(group_concat(j, char(10)), '') FROM (SELECT json_array(kind, record_id, title) AS j FROM search_row ORDER BY j)",
		"SELECT coalesce(group_concat(j, char(10)), '') FROM (SELECT coalesce(r.record_id, 'nobody') || ' ' || w.term || ' ' || w.col || w.offset AS j FROM temp.words w LEFT JOIN search_row r ON r.id = w.doc ORDER BY j)")
}

// look is the state of the file now. Tables that did not change share their text
// with the state before.
func (w *world) look() state {
	w.t.Helper()
	now := make(state, len(w.texts))
	tx, err := w.raw.Begin()
	if err != nil {
		w.t.Fatal(err)
	}
	defer tx.Rollback()
	for i, text := range w.texts {
		if err := tx.QueryRow(text).Scan(&now[i]); err != nil {
			w.t.Fatalf("%s: %v", w.names[i], err)
		}
		if w.last != nil && w.last[i] == now[i] {
			now[i] = w.last[i]
		}
	}
	w.last = now
	return now
}

// same fails the test when two states differ, and shows where.
func (w *world) same(what string, got, want state) {
	w.t.Helper()
	for i := range got {
		if got[i] != want[i] {
			w.t.Fatalf("%s: table %s differs\n%s", what, w.names[i], difference(got[i], want[i]))
		}
	}
}

func difference(got, want string) string {
	have, b := map[string]int{}, strings.Builder{}
	for _, l := range strings.Split(got, "\n") {
		have[l]++
	}
	for _, l := range strings.Split(want, "\n") {
		have[l]--
	}
	var all []string
	for l, n := range have {
		if n > 0 {
			all = append(all, "+ "+l)
		} else if n < 0 {
			all = append(all, "- "+l)
		}
	}
	sort.Strings(all)
	for _, l := range all[:min(len(all), 20)] {
		b.WriteString(l + "\n")
	}
	return b.String()
}

// fresh fails the test unless the computed rows and the search index are those
// of a computation from nothing.
func (w *world) fresh(what string) {
	w.t.Helper()
	before := w.look()
	if err := w.f.Rederive(); err != nil {
		w.t.Fatalf("%s: %v", what, err)
	}
	w.same(what+", against a fresh computation", before, w.look())
}

func (w *world) sound(what string) {
	w.t.Helper()
	defects, err := command.Check(w.f.Read())
	if err != nil {
		w.t.Fatalf("%s: %v", what, err)
	}
	for _, d := range defects {
		w.t.Errorf("%s: %+v", what, d)
	}
	var text string
	if err := w.raw.QueryRow("PRAGMA integrity_check").Scan(&text); err != nil || text != "ok" {
		w.t.Errorf("%s: integrity %s, %v", what, text, err)
	}
	var table sql.NullString
	if err := w.raw.QueryRow(`SELECT "table" FROM pragma_foreign_key_check LIMIT 1`).Scan(&table); !errors.Is(err, sql.ErrNoRows) {
		w.t.Errorf("%s: broken foreign key in %s, %v", what, table.String, err)
	}
}

// tally counts what became of each sort of command over all seeds.
type tally struct {
	done, refused map[string]int
	why           map[string]string
}

// Any sequence of commands undone gives the same file as before it, redone the
// same as after it; a refused command changes nothing; the computed rows are at
// each moment those of a fresh computation.
func TestAnySequenceOfCommandsIsUndoneAndRedone(t *testing.T) {
	sum := tally{map[string]int{}, map[string]int{}, map[string]string{}}
	seeds := int64(6)
	if raced {
		seeds = 1
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { undoAndRedo(t, seed, sum) })
		if t.Failed() {
			return
		}
	}
	if raced {
		return
	}
	for _, m := range makers {
		if sum.done[m.name] == 0 {
			t.Errorf("%s was never done (%d refused, last: %s): the test says nothing of it", m.name, sum.refused[m.name], sum.why[m.name])
		}
	}
	for _, r := range data.Records {
		if k := "put " + string(r.Kind()); sum.done[k] == 0 {
			t.Errorf("%s was never done (%d refused, last: %s)", k, sum.refused[k], sum.why[k])
		}
	}
}

func undoAndRedo(t *testing.T, seed int64, sum tally) {
	w := newWorld(t)
	g := &gen{r: rand.New(rand.NewSource(seed)), q: w.f.Read(), raw: w.raw, blob: w.blob, day: data.NewDate(2026, 11, 24)}
	states := []state{w.look()}
	for _, c := range g.prelude() {
		if _, err := w.f.Do(c); err != nil {
			t.Fatal(err)
		}
		states = append(states, w.look())
	}
	n := 180
	if raced {
		n = 50
	}
	for len(states) <= n {
		name, changed := w.try(g, sum)
		if now := w.look(); changed {
			states = append(states, now)
		} else {
			w.same("refused or empty "+name, now, states[len(states)-1])
		}
		if len(states)%30 == 0 {
			w.fresh("after " + name)
		}
	}
	w.sound("after all commands")
	w.back(states, len(states)-1)
	w.fresh("after undoing everything")
	w.sound("after undoing everything")
	w.forth(states)
	w.fresh("after redoing everything")
	w.wander(g, sum, states, n/2)
	w.fresh("at the end")
	w.sound("at the end")
}

// try runs one random command.
func (w *world) try(g *gen, sum tally) (name string, changed bool) {
	w.t.Helper()
	name, c := g.command()
	if c == nil {
		return name, false
	}
	ch, err := w.f.Do(c)
	if err != nil {
		sum.refused[name]++
		sum.why[name] = err.Error()
		g.mayBeRefused(w.t, name, err)
		return name, false
	}
	if len(ch.IDs) > 0 {
		sum.done[name]++
	}
	return name, len(ch.IDs) > 0
}

func (w *world) back(states []state, from int) {
	w.t.Helper()
	for i := from; i > 0; i-- {
		label, subject, _ := w.f.Read().NextUndo()
		if _, err := w.f.Undo(); err != nil {
			w.t.Fatalf("undo of step %d (%s %s): %v", i, label, subject, err)
		}
		w.same(fmt.Sprintf("undo of step %d (%s %s)", i, label, subject), w.look(), states[i-1])
	}
	if _, err := w.f.Undo(); !errors.Is(err, sqlite.ErrNothing) {
		w.t.Fatalf("an undo more than there are steps: %v", err)
	}
}

func (w *world) forth(states []state) {
	w.t.Helper()
	for i := 1; i < len(states); i++ {
		label, subject, _ := w.f.Read().NextRedo()
		if _, err := w.f.Redo(); err != nil {
			w.t.Fatalf("redo of step %d (%s %s): %v", i, label, subject, err)
		}
		w.same(fmt.Sprintf("redo of step %d (%s %s)", i, label, subject), w.look(), states[i])
	}
	if _, err := w.f.Redo(); !errors.Is(err, sqlite.ErrNothing) {
		w.t.Fatalf("a redo more than there are steps: %v", err)
	}
}

// wander mixes undo, redo and new commands, which drop what was undone.
func (w *world) wander(g *gen, sum tally, states []state, n int) {
	w.t.Helper()
	at := len(states) - 1
	for range n {
		switch k := g.r.Intn(10); {
		case k < 4 && at > 0:
			if _, err := w.f.Undo(); err != nil {
				w.t.Fatalf("undo among others: %v", err)
			}
			at--
		case k < 6 && at < len(states)-1:
			if _, err := w.f.Redo(); err != nil {
				w.t.Fatalf("redo among others: %v", err)
			}
			at++
		default:
			if _, changed := w.try(g, sum); changed {
				at++
				states = append(states[:at], w.look())
			}
		}
		w.same("among undo, redo and commands", w.look(), states[at])
	}
}
