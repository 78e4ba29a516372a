package schedule

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"portfel/assets"
	"portfel/data"
	"portfel/data/workday"
)

// russia is the shipped production calendar.
func russia(t testing.TB) *workday.Calendar {
	t.Helper()
	b, err := assets.Calendar.ReadFile("calendar/ru.tsv")
	if err != nil {
		t.Fatal(err)
	}
	f, err := workday.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f.Calendar()
}

func day(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// readPlan reads a plan in the columns id, parent, name, duration_days,
// predecessors, with the start of the generated plans.
func readPlan(t testing.TB, b []byte) (*Plan, []string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	p := &Plan{Start: day("2026-01-12"), Calendars: []*workday.Calendar{russia(t)}}
	index, ids := map[string]int{}, []string{}
	for _, r := range rows[1:] {
		index[r[0]] = len(ids)
		ids = append(ids, r[0])
	}
	find := func(id string) (int, bool) { i, ok := index[id]; return i, ok }
	for i, r := range rows[1:] {
		task := Task{Parent: None}
		if r[1] != "" {
			task.Parent = index[r[1]]
		}
		if r[3] != "" {
			days, err := strconv.Atoi(r[3])
			if err != nil {
				t.Fatal(err)
			}
			task.Duration = data.Days(days)
		}
		p.Tasks = append(p.Tasks, task)
		preds, err := ParseLinks(r[4], find)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range preds {
			p.Links = append(p.Links, Link{q.Task, i, q.Type, q.Lag})
		}
	}
	return p, ids
}

func unzip(t testing.TB, name string) []byte {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// table writes a result in the oracle's columns.
func table(r *Result, ids []string) string {
	var b strings.Builder
	b.WriteString("id\tstart\tfinish\ttotal_float_days\tcritical\n")
	for i, row := range r.Rows {
		critical := 0
		if row.Critical {
			critical = 1
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%d\t%d\n", ids[i], row.Start, row.Finish, row.FloatDays(), critical)
	}
	return b.String()
}

// The generated plans come with the dates of a scheduler written straight from
// the definitions in another language; finish and critical rows are known.
func TestGeneratedPlansEqualTheOracle(t *testing.T) {
	for _, x := range []struct {
		name     string
		rows     int
		finish   string
		critical int
	}{{"plan-100", 137, "2026-04-29", 24}, {"plan-1000", 1172, "2026-10-05", 70}, {"milestones-100", 139, "", 0}, {"milestones-1000", 1170, "", 0}} {
		p, ids := readPlan(t, unzip(t, x.name+".csv.gz"))
		r := Solve(p)
		if len(r.Problems) > 0 {
			t.Errorf("%s: %v", x.name, r.Problems)
		}
		sameLines(t, x.name, table(r, ids), string(unzip(t, x.name+".tsv.gz")))
		critical := 0
		for _, row := range r.Rows {
			if row.Critical {
				critical++
			}
		}
		if len(r.Rows) != x.rows || x.finish != "" && (r.Finish != day(x.finish) || critical != x.critical) {
			t.Errorf("%s: %d rows, finish %s, %d critical", x.name, len(r.Rows), r.Finish, critical)
		}
	}
}

func sameLines(t *testing.T, name, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("%s, line %d:\n got %q\nwant %q", name, i+1, g[min(i, len(g)-1)], w[min(i, len(w)-1)])
			return
		}
	}
}
