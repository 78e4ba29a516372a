package schedule

import (
	"os"
	"strconv"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, n := range []int{100, 1000, 5000, 10000, 50000} {
		b, _ := os.ReadFile("/tmp/w/sched/g/plan-" + strconv.Itoa(n) + ".csv")
		w, _ := os.ReadFile("/tmp/w/sched/g/ref-" + strconv.Itoa(n) + ".tsv")
		p, ids := readPlan(t, b)
		r := Solve(p)
		sameLines(t, strconv.Itoa(n), table(r, ids), string(w))
		c := 0
		for _, x := range r.Rows {
			if x.Critical {
				c++
			}
		}
		t.Log(n, len(r.Rows), r.Finish, c, len(r.Problems))
	}
}
