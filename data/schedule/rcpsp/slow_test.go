package rcpsp

import "fmt"

// The slow reference: the definitions, slot by slot, without any code of the
// package but its data.

func worksIn(c *Calendar, t int) bool {
	if c == nil {
		return true
	}
	w := tables[c]
	switch n := len(w.works); {
	case t < 0:
		return false
	case t < n:
		return w.works[t]
	case w.period == 0:
		return true
	default:
		return w.works[n-w.period+(t-n)%w.period]
	}
}

// worked is the number of working slots in [a, b), negative when b comes first.
func worked(c *Calendar, a, b int) int {
	if b < a {
		return -worked(c, b, a)
	}
	sum := 0
	for t := a; t < b; t++ {
		if worksIn(c, t) {
			sum++
		}
	}
	return sum
}

func slowFinish(a *Activity, s int) int {
	for left := a.Duration; left > 0; s++ {
		if worksIn(a.Calendar, s) {
			left--
		}
	}
	return s
}

// kept says whether a link holds between two activities at these dates.
func kept(p *Project, l Link, s, f []int) bool {
	x, y := s[l.Succ], f[l.Pred]
	if l.Type == FinishFinish || l.Type == StartFinish {
		x = f[l.Succ]
	}
	if l.Type == StartStart || l.Type == StartFinish {
		y = s[l.Pred]
	}
	if l.Lag == 0 {
		return x >= y
	}
	return worked(p.Activities[l.Succ].Calendar, y, x) >= l.Lag
}

func slowCapacity(r *Resource, t int) int {
	c, set := r.Capacity, false
	for _, o := range r.Overrides {
		if o.From <= t && t < o.To && (!set || o.Capacity < c) {
			c, set = o.Capacity, true
		}
	}
	return c
}

// slowEarly is the first start of an activity that release, calendar and links
// from activities with known dates allow.
func slowEarly(p *Project, i int, s, f []int) int {
	a := &p.Activities[i]
	for t := max(0, a.Release); ; t++ {
		if a.Duration > 0 && !worksIn(a.Calendar, t) {
			continue
		}
		s[i], f[i] = t, slowFinish(a, t)
		ok := true
		for _, l := range p.Links {
			ok = ok && (l.Succ != i || kept(p, l, s, f))
		}
		if ok {
			return t
		}
	}
}

// taken are the units of each resource that an activity holds by the problems.
func taken(p *Project, i int, problems []Problem) []int {
	out := make([]int, len(p.Resources))
	for _, d := range p.Activities[i].Demands {
		out[d.Resource] += d.Units
	}
	for _, q := range problems {
		if q.Activity != i {
			continue
		}
		switch q.Code {
		case Overdemand, NoWindow:
			out[q.Resource] = 0
		case NoRoom, Beyond, NoWork:
			clear(out)
		}
	}
	return out
}

// faults lists what a plan breaks.
func faults(p *Project, r *Result) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	last := 0
	for i := range p.Activities {
		a := &p.Activities[i]
		s := r.Start[i]
		last = max(last, r.Finish[i])
		switch {
		case a.Pinned && s != a.Start:
			say("pinned %d moved from %d to %d", i, a.Start, s)
		case !a.Pinned && (s < 0 || s < a.Release):
			say("%d starts at %d before its release %d", i, s, a.Release)
		case !a.Pinned && a.Duration > 0 && !worksIn(a.Calendar, s):
			say("%d starts in the idle slot %d", i, s)
		case r.Finish[i] != slowFinish(a, s):
			say("%d finishes at %d, not %d", i, r.Finish[i], slowFinish(a, s))
		}
	}
	for k, l := range p.Links {
		if !p.Activities[l.Succ].Pinned && !kept(p, l, r.Start, r.Finish) {
			say("link %d %+v is broken", k, l)
		}
	}
	return append(out, overloads(p, r, last)...)
}

// overloads lists the slots in which activities that could move take more than
// there is.
func overloads(p *Project, r *Result, last int) []string {
	var out []string
	holds := make([][]int, len(p.Activities))
	for i := range holds {
		holds[i] = taken(p, i, r.Problems)
	}
	for t := range last {
		for k := range p.Resources {
			sum, moving := 0, 0
			for i := range p.Activities {
				a := &p.Activities[i]
				if r.Start[i] <= t && t < r.Finish[i] && worksIn(a.Calendar, t) {
					sum += holds[i][k]
					if !a.Pinned {
						moving += holds[i][k]
					}
				}
			}
			if moving > 0 && sum > slowCapacity(&p.Resources[k], t) {
				out = append(out, fmt.Sprintf("resource %d has %d of %d in slot %d", k, slowCapacity(&p.Resources[k], t), sum, t))
			}
		}
	}
	return out
}

// slowScore counts lateness and makespan again.
func slowScore(p *Project, r *Result) (lateness, makespan int) {
	for i := range p.Activities {
		a := &p.Activities[i]
		makespan = max(makespan, r.Finish[i])
		if a.Weight > 0 && r.Finish[i] > a.Deadline {
			lateness += a.Weight * (r.Finish[i] - a.Deadline)
		}
	}
	return lateness, makespan
}
