package rcpsp

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

func makespan(t *testing.T, p *Project, tries int) int {
	t.Helper()
	r := solve(t, p, Options{Tries: tries})
	feasible(t, p, r)
	return r.Score.Makespan
}

// graham is the example of nine jobs on identical processors.
// Source: Graham, "Bounds on multiprocessing timing anomalies", 1969.
func graham(processors int, durations []int, links []Link) *Project {
	p := &Project{Resources: []Resource{{Capacity: processors}}, Links: links}
	for _, d := range durations {
		p.Activities = append(p.Activities, Activity{Duration: d, Demands: []Demand{{0, 1}}})
	}
	return p
}

// In Graham's anomalies a fixed list gets longer with another processor, shorter
// jobs or fewer links. The best plans don't: job 1 and then job 9 take 3 + 9, or
// 2 + 8, and the rest fits beside them.
func TestGrahamsAnomaliesDoNotHappen(t *testing.T) {
	links := []Link{{Pred: 0, Succ: 8}, {Pred: 3, Succ: 4}, {Pred: 3, Succ: 5}, {Pred: 3, Succ: 6}, {Pred: 3, Succ: 7}}
	durations := []int{3, 2, 2, 2, 4, 4, 4, 4, 9}
	for _, c := range []struct {
		name string
		p    *Project
		want int
	}{
		{"three processors", graham(3, durations, links), 12},
		{"four processors", graham(4, durations, links), 12},
		{"shorter jobs", graham(3, []int{2, 1, 1, 1, 3, 3, 3, 3, 8}, links), 10},
		{"fewer links", graham(3, durations, append(links[:2:2], links[4])), 12},
	} {
		if got := makespan(t, c.p, 500); got != c.want {
			t.Errorf("%s: %d, not %d", c.name, got, c.want)
		}
	}
}

// The job shop of six jobs on six machines, optimum 55.
// Source: Fisher, Thompson, "Probabilistic learning combinations of local
// job-shop scheduling rules", 1963. Each row is a job: machine and time in turn.
func TestFisherThompson6x6(t *testing.T) {
	jobs := [6][12]int{
		{2, 1, 0, 3, 1, 6, 3, 7, 5, 3, 4, 6},
		{1, 8, 2, 5, 4, 10, 5, 10, 0, 10, 3, 4},
		{2, 5, 3, 4, 5, 8, 0, 9, 1, 1, 4, 7},
		{1, 5, 0, 5, 2, 5, 3, 3, 4, 8, 5, 9},
		{2, 9, 1, 3, 4, 5, 5, 4, 0, 3, 3, 1},
		{1, 3, 3, 3, 5, 9, 0, 10, 4, 4, 2, 1},
	}
	p := &Project{Resources: make([]Resource, 6)}
	for m := range p.Resources {
		p.Resources[m].Capacity = 1
	}
	for _, job := range jobs {
		for k := 0; k < len(job); k += 2 {
			if k > 0 {
				n := len(p.Activities)
				p.Links = append(p.Links, Link{Pred: n - 1, Succ: n})
			}
			p.Activities = append(p.Activities, Activity{Duration: job[k+1], Demands: []Demand{{job[k], 1}}})
		}
	}
	if got := makespan(t, p, 20000); got != 55 {
		t.Errorf("%d, not 55", got)
	}
}

// Equal jobs of one slot are bin packing: 6+4, 7+3, 5+5 in bins of ten.
func TestBinPacking(t *testing.T) {
	p := &Project{Resources: []Resource{{Capacity: 10}}}
	for _, u := range []int{6, 5, 7, 3, 4, 5} {
		p.Activities = append(p.Activities, Activity{Duration: 1, Demands: []Demand{{0, u}}})
	}
	if got := makespan(t, p, 300); got != 3 {
		t.Errorf("%d bins, not 3", got)
	}
}

// read reads an instance of testdata: name and optimum, capacities, durations, a
// line of units for each resource, the successors of each activity from 1 on.
func read(t *testing.T, file string) (*Project, int) {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(raw), "\n")
	p := &Project{}
	for _, c := range numbers(t, lines[1]) {
		p.Resources = append(p.Resources, Resource{Capacity: c})
	}
	for _, d := range numbers(t, lines[2]) {
		p.Activities = append(p.Activities, Activity{Duration: d})
	}
	for k := range p.Resources {
		for i, u := range numbers(t, lines[3+k]) {
			p.Activities[i].Demands = append(p.Activities[i].Demands, Demand{k, u})
		}
	}
	for i, s := range strings.Split(lines[3+len(p.Resources)], ";") {
		for _, j := range numbers(t, s) {
			p.Links = append(p.Links, Link{Pred: i, Succ: j - 1})
		}
	}
	return p, numbers(t, strings.Fields(lines[0])[1])[0]
}

func numbers(t *testing.T, s string) []int {
	t.Helper()
	var out []int
	for _, f := range strings.Fields(s) {
		v, err := strconv.Atoi(f)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// Two instances of PSPLIB with 30 activities are solved to their optima.
// Source: Kolisch, Sprecher, "PSPLIB - a project scheduling problem library",
// European Journal of Operational Research 96, 1997: j301_1 and j3013_1.
func TestPSPLIB(t *testing.T) {
	for _, file := range []string{"j301_1.txt", "j3013_1.txt"} {
		p, want := read(t, file)
		if got := makespan(t, p, 20000); got != want {
			t.Errorf("%s: %d, not %d", file, got, want)
		}
	}
}
