package schedule

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"portfel/data/workday"
)

func TestDebug(t *testing.T) {
	v := os.Getenv("ROUND")
	if v == "" {
		return
	}
	round, _ := strconv.Atoi(v)
	m := newMixed(round)
	n := 10 + m.Intn(30)
	if round%50 == 0 {
		n = 100 + m.Intn(300)
	}
	p := m.plan(russia(t), n)
	p.UseAssignees()
	w := walkPlan(p, map[*workday.Calendar]*strip{})
	var s Solver
	r := s.Solve(p)
	task, _ := strconv.Atoi(os.Getenv("TASK"))
	show := func(i int) {
		if len(w.kids[i]) > 0 {
			fmt.Println("summary", i, w.leaves(i))
			return
		}
		x := &w.things[i]
		nd := s.node[i]
		f := func(v int64) string {
			if v > 1<<60 {
				return "never"
			}
			if nd.axis == s.all() {
				return fmt.Sprintf("%.6f", float64(v)/minuteTicks-float64(w.every.from)*dayLong)
			}
			return fmt.Sprintf("%.6f", float64(v)/dayTicks-float64(s.axes[nd.axis].cal.Number(w.every.from-1)))
		}
		fmt.Printf("  task %d axis %d engine es %s ef %s ls %s lf %s fs %s side %d flags %b\n", i, nd.axis, f(nd.es), f(nd.ef), f(nd.ls), f(nd.lf), f(nd.fs), nd.side, nd.flags)
		fmt.Printf("     walk es %.6f ef %.6f ES %.9f late %v free %v side end %v hours %v point %v\n", x.es, x.ef, x.es, x.late, x.free, x.side, x.hours, x.point)
		fmt.Printf("     row %+v\n    want %+v\n", r.Rows[i], w.row(i).Row)
	}
	differs := map[int]bool{}
	for i := range p.Tasks {
		got, want := r.Rows[i], w.row(i)
		if len(w.kids[i]) == 0 && (got.Start != want.Start || got.Finish != want.Finish || abs(got.Float-want.Row.Float) > 0 || abs(got.Free-want.Row.Free) > 1 || abs(int64(got.StartAt-want.Row.StartAt)) > 0 || abs(int64(got.FinishAt-want.Row.FinishAt)) > 1) {
			differs[i] = true
		}
	}
	fmt.Println("differ:", differs)
	if os.Getenv("TASK") == "" {
		for i := range differs {
			late := true
			for _, k := range w.out[i] {
				for _, j := range w.leaves(p.Links[k].Succ) {
					late = late && !differs[j]
				}
			}
			early := true
			for _, k := range w.in[i] {
				for _, j := range w.leaves(p.Links[k].Pred) {
					early = early && !differs[j]
				}
			}
			if late || early {
				fmt.Println("candidate", i, late, early)
				task = i
			}
		}
	}
	show(task)
	for _, k := range w.in[task] {
		fmt.Println("in", p.Links[k])
		if len(w.kids[p.Links[k].Succ]) > 0 || len(w.kids[p.Links[k].Pred]) > 0 {
			fmt.Println("SUMMARY LINK")
		}
		for _, i := range w.leaves(p.Links[k].Pred) {
			show(i)
		}
	}
	for _, k := range w.out[task] {
		fmt.Println("out", p.Links[k])
		for _, j := range w.leaves(p.Links[k].Succ) {
			show(j)
			a, b := w.held(task, k, j, &w.things[j])
			fmt.Println("     held", a, b)
		}
	}
	if os.Getenv("DESCRIBE") != "" {
		fmt.Println(describe(p))
	}
	fmt.Println("ends", w.end, w.common)
	fmt.Println(difference(w, r))
}

func abs(v int64) int64 { return max(v, -v) }
