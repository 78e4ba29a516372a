package command_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

func sampleFile(t testing.TB) *sqlite.File {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "sample.portfel"), command.Options(func() time.Time { return tuesday }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheSampleFileHasNoDefect(t *testing.T) {
	defects, err := command.Check(sampleFile(t).Read())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range defects {
		t.Errorf("%+v", d)
	}
}

// spoil replaces bytes of a closed file by as many others.
func spoil(t *testing.T, path string, old, new string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(old) != len(new) || !bytes.Contains(b, []byte(old)) {
		t.Fatalf("cannot replace %q", old)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(b, []byte(old), []byte(new)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// past writes into a closed file past the program.
func past(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestEachSortOfDefectIsFound(t *testing.T) {
	f := sampleFile(t)
	task := one[data.Task](t, f, "name = 'Интервью с ЦФО'")
	trip := one[data.Trip](t, f, "name = 'Екатеринбург'")
	nobody := data.NewID[data.Any]()
	err := f.Keep(func(tx *sqlite.Tx) error {
		rows, err := tx.TaskDates(task.PlanID)
		for i := range rows {
			if rows[i].TaskID == task.ID {
				rows[i].EndsOn++
			}
		}
		err = errors.Join(err, tx.PutTaskDates(task.PlanID, rows))
		dates, e := tx.DueDates(data.RefTo(data.KindTrip, trip.ID))
		for i := range dates {
			dates[i].EndsOn++
		}
		return errors.Join(err, e, tx.PutDueDates(data.RefTo(data.KindTrip, trip.ID), dates))
	})
	if err != nil {
		t.Fatal(err)
	}
	file := data.Attachment{ID: data.NewID[data.Attachment](), OwnerKind: data.KindTrip, OwnerID: trip.Key(), Name: "билет.pdf", Sha256: strings.Repeat("0", 64)}
	link := data.Link{ID: data.NewID[data.Link](), LeftKind: data.KindTrip, LeftID: trip.Key(), RightKind: data.KindTask, RightID: task.Key()}
	for _, r := range []data.Record{file, link} {
		if _, err := f.Do(command.Put{Record: r}); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	past(t, f.Path, "DROP TRIGGER link_UPDATE", "UPDATE link SET right_id = '"+nobody.String()+"' WHERE id = '"+link.ID.String()+"'")
	reason := "клиент перенёс переговоры на январь"
	spoil(t, f.Path, reason, strings.Repeat(" ", len(reason)))
	want(t, "defects", defectsOf(t, f.Path), []string{
		"attachment билет.pdf blob_damaged",
		"link " + link.ID.String() + " dangling right",
		"task Интервью с ЦФО computed",
		"trip Екатеринбург computed",
		"trip Самара field cancelReason required",
	})
}

func TestAnUnreadableRecordIsNamedByItsId(t *testing.T) {
	f := sampleFile(t)
	who := one[data.Person](t, f, "full_name LIKE 'Тихонов%'")
	f.Close()
	spoil(t, f.Path, "2018-02-05", "2018-22-05")
	want(t, "defects", defectsOf(t, f.Path), []string{"person " + who.ID.String() + " unreadable"})
}

func TestAFileNeedsAnOwnerAndRulesThatCanBeRead(t *testing.T) {
	f := sampleFile(t)
	series := one[data.Series](t, f, "title = 'Планёрка отдела'")
	f.Close()
	past(t, f.Path, "DROP TRIGGER person_UPDATE", "DROP TRIGGER event_series_UPDATE", "UPDATE person SET is_me = 0",
		"UPDATE event_series SET rule = 'FREQ=SECONDLY' WHERE id = '"+series.ID.String()+"'")
	want(t, "defects", defectsOf(t, f.Path), []string{"event_series Планёрка отдела field rule ruleFreq", "person  owner missing"})
}

func defectsOf(t *testing.T, path string) (out []string) {
	t.Helper()
	f, err := sqlite.OpenReader(path, command.Options(func() time.Time { return tuesday }))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	defects, err := command.Check(f.Read())
	if err != nil {
		t.Error(err)
	}
	for _, d := range defects {
		out = append(out, fmt.Sprintf("%s %s %s", d.Kind, d.Name, d.Code))
	}
	sort.Strings(out)
	return out
}

func one[T data.Record](t testing.TB, f *sqlite.File, where string) T {
	t.Helper()
	all, err := sqlite.List[T](f.Read(), where)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d records where %s, %v", len(all), where, err)
	}
	return all[0]
}

// A control point and a day of a series that were moved in the file are told.
func TestMovedComputedDaysAreTold(t *testing.T) {
	f := sampleFile(t)
	f.Close()
	if got := defectsOf(t, f.Path); len(got) != 0 {
		t.Fatal(got)
	}
	past(t, f.Path, "UPDATE due_date SET starts_on = '2026-12-17' WHERE code = 'control' AND starts_on = '2026-12-16'",
		"DELETE FROM due_date WHERE code = 'occurrence' AND starts_on = '2026-12-02'")
	kinds := map[string]int{}
	for _, d := range defectsOf(t, f.Path) {
		kind, _, _ := strings.Cut(d, " ")
		kinds[kind]++
		if !strings.HasSuffix(d, " computed") {
			t.Error(d)
		}
	}
	if kinds["mentoring"] != 1 || kinds["event_series"] == 0 || len(kinds) != 2 {
		t.Error(kinds)
	}
}
