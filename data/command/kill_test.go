package command_test

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// writerEnv makes the test binary write into a file until it is killed.
const writerEnv = "PORTFEL_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerEnv); path != "" {
		if err := writeForEver(path); err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// writeForEver runs commands one after another and says each step that was
// confirmed.
func writeForEver(path string) error {
	f, err := sqlite.Open(path, command.Options(func() time.Time { return tuesday }))
	if err != nil {
		return err
	}
	fmt.Println("open")
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	for {
		ch, err := writeOnce(f, r)
		if err == sqlite.ErrNothing {
			continue
		}
		if err != nil {
			return err
		}
		if _, err := fmt.Printf("step %d\n", ch.Step); err != nil {
			return err
		}
	}
}

func writeOnce(f *sqlite.File, r *rand.Rand) (data.Changed, error) {
	day := data.NewDate(2026, 12, 1) + data.Date(r.Intn(60))
	at := func(min int) data.Moment { return data.Moment{Day: day, Min: min, Zone: "Asia/Yekaterinburg"} }
	switch r.Intn(8) {
	case 0:
		return f.Undo()
	case 1:
		return f.Redo()
	case 2:
		return f.Do(command.NewClient{Client: data.Client{Name: fmt.Sprintf("Завод %d", r.Intn(1000)), Note: strings.Repeat("слово ", r.Intn(900))}, Contact: data.Contact{FullName: "Седых"}})
	case 3:
		return f.Do(command.PlanTrip{Trip: data.Trip{Name: "Екатеринбург", PersonID: command.Owner}, Legs: []data.Leg{{FromPlace: "А", ToPlace: "Б", Depart: at(600), Arrive: at(700)}}})
	case 4:
		return f.Do(command.NewSeries{Series: data.Series{Title: "1:1", Starts: at(1050), Ends: at(1080), Rule: "FREQ=WEEKLY", UntilOn: day + 100}})
	case 5:
		return f.Do(manyTasks{r.Intn(40) + 1, day})
	}
	ids, err := sqlite.IDs[data.Trip](f.Read())
	if err != nil || len(ids) == 0 {
		return data.Changed{}, sqlite.ErrNothing
	}
	if r.Intn(2) == 0 {
		return f.Do(command.Delete{Ref: data.RefTo(data.KindTrip, ids[r.Intn(len(ids))])})
	}
	return f.Do(command.ShiftTrip{TripID: ids[r.Intn(len(ids))], Days: 1})
}

// manyTasks is one large command: a plan with its tasks in a row.
type manyTasks struct {
	n  int
	on data.Date
}

func (manyTasks) Label() (string, string) { return "command.import.plan", "" }

func (c manyTasks) Run(tx *sqlite.Tx) error {
	plan := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfSelf, StartsOn: c.on}
	if err := tx.Put(plan); err != nil {
		return err
	}
	for i := range c.n {
		t := data.Task{PlanID: plan.ID, Name: fmt.Sprintf("Задача %d", i), Duration: data.Days(i % 4)}
		if err := (command.AddTask{Task: t}).Run(tx); err != nil {
			return err
		}
	}
	return nil
}

// killed runs a writer, kills it with -9 after so many confirmed steps and a
// random moment, and returns the steps that it confirmed.
func killed(t *testing.T, path string, after int, moment time.Duration) (steps []int64) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerEnv+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	take := func() bool {
		line, err := lines.ReadString('\n')
		var n int64
		if k, _ := fmt.Sscanf(line, "step %d", &n); k == 1 && err == nil {
			steps = append(steps, n)
		} else if strings.HasPrefix(line, "failed") {
			rest, _ := io.ReadAll(lines)
			t.Errorf("the writer says: %s%s", line, rest)
		}
		return err == nil
	}
	for i := 0; i < after && take(); i++ {
	}
	<-time.After(moment)
	cmd.Process.Kill()
	for take() {
	}
	cmd.Wait()
	return steps
}

// Fifty kills while writing: the file opens, is whole, holds every confirmed
// step, and its journal, search index and computed rows fit its records.
func TestFiftyKillsLoseNoConfirmedStep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.portfel")
	f, err := sqlite.Create(path, command.Options(func() time.Time { return tuesday }))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []sqlite.Command{smallCalendar(t), command.Seed{}} {
		if _, err := f.Base(c); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	r := rand.New(rand.NewSource(50))
	var sure []int64
	rounds := 50
	if raced {
		rounds = 5
	}
	for round := range rounds {
		sure = append(sure, killed(t, path, r.Intn(12), time.Duration(r.Intn(6000))*time.Microsecond)...)
		if f, err = sqlite.Open(path, command.Options(func() time.Time { return tuesday })); err != nil {
			t.Fatalf("after kill %d: %v", round+1, err)
		}
		w := &world{t: t, f: f, raw: rawReader(t, path)}
		w.prepare()
		w.sound(fmt.Sprintf("after kill %d", round+1))
		w.confirmed(sure)
		if round%5 == 4 {
			w.journalFits()
			w.fresh(fmt.Sprintf("after kill %d", round+1))
		}
		w.raw.Close()
		f.Close()
		if t.Failed() {
			return
		}
	}
	if len(sure) < 2*rounds {
		t.Errorf("only %d steps were confirmed in all: the test says little", len(sure))
	}
}

// confirmed looks for the steps that the writers printed.
func (w *world) confirmed(steps []int64) {
	w.t.Helper()
	have := map[int64]bool{}
	rows, err := w.raw.Query("SELECT s.id FROM step s WHERE is_open = 0 AND EXISTS (SELECT 1 FROM change c WHERE c.step_id = s.id)")
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			w.t.Fatal(err)
		}
		have[n] = true
	}
	for _, n := range steps {
		if !have[n] {
			w.t.Errorf("the confirmed step %d is lost", n)
		}
	}
	var open int
	if err := w.raw.QueryRow("SELECT count(*) FROM step WHERE is_open = 1").Scan(&open); err != nil || open != 0 {
		w.t.Errorf("%d steps stand open, %v", open, err)
	}
}

// journalFits compares each record with the last line that the journal has of it.
func (w *world) journalFits() {
	w.t.Helper()
	for _, r := range data.Records {
		table := string(r.Kind())
		var cols string
		if err := w.raw.QueryRow("SELECT group_concat('''' || name || ''', x.' || name, ', ') FROM pragma_table_info(?)", table).Scan(&cols); err != nil {
			w.t.Fatal(err)
		}
		last := "(SELECT row_id, new, max(id) FROM change WHERE tbl = '" + table + "' GROUP BY row_id)"
		for what, text := range map[string]string{
			"differ from the journal":   "SELECT count(*) FROM " + table + " x LEFT JOIN " + last + " c ON c.row_id = x.id WHERE c.new IS NOT json_object(" + cols + ")",
			"stand only in the journal": "SELECT count(*) FROM " + last + " c WHERE c.new IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + table + " x WHERE x.id = c.row_id)",
		} {
			var n int
			if err := w.raw.QueryRow(text).Scan(&n); err != nil || n != 0 {
				w.t.Errorf("%d rows of %s %s, %v", n, table, what, err)
			}
		}
	}
}
