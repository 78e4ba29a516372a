package rcpsp

import "math/rand"

// progen makes a project in the manner of ProGen (Kolisch, Sprecher, Drexl 1995):
// n activities of 1 to 10 slots, about nc links an activity going forward, each
// activity taking 1 to 10 units of a share rf of four resources, and capacities
// between the least that is possible (rs 0) and what the precedence dates need
// at their peak (rs 1).
func progen(r *rand.Rand, n int, nc, rf, rs float64) *Project {
	const resources = 4
	p := &Project{Activities: make([]Activity, n), Resources: make([]Resource, resources)}
	most := make([]int, resources)
	for i := range p.Activities {
		a := &p.Activities[i]
		a.Duration = 1 + r.Intn(10)
		for k := range resources {
			if r.Float64() < rf {
				u := 1 + r.Intn(10)
				a.Demands = append(a.Demands, Demand{k, u})
				most[k] = max(most[k], u)
			}
		}
	}
	p.Links = network(r, n, int(nc*float64(n)))
	for k, peak := range peaks(p) {
		p.Resources[k].Capacity = most[k] + int(rs*float64(max(0, peak-most[k]))+0.5)
	}
	return p
}

// network makes links that go forward, at least one to each activity but the
// first three, none twice.
func network(r *rand.Rand, n, count int) []Link {
	var out []Link
	seen := map[[2]int]bool{}
	add := func(i, j int) {
		if !seen[[2]int{i, j}] {
			seen[[2]int{i, j}] = true
			out = append(out, Link{Pred: i, Succ: j})
		}
	}
	for j := 3; j < n; j++ {
		add(j-1-r.Intn(min(j, n/3+1)), j)
	}
	for tries := 0; len(out) < count && tries < 20*count; tries++ {
		if i, j := r.Intn(n), r.Intn(n); i < j && j-i <= n/3+1 {
			add(i, j)
		}
	}
	return out
}

// peaks is the most of each resource that the precedence dates take at once.
func peaks(p *Project) []int {
	out := make([]int, len(p.Resources))
	free := *p
	free.Resources = make([]Resource, len(p.Resources))
	for k := range free.Resources {
		free.Resources[k].Capacity = maxNumber
	}
	r, err := Serial(&free, EarliestStart)
	if err != nil {
		panic(err)
	}
	for t := range r.Score.Makespan {
		sum := make([]int, len(out))
		for i, a := range p.Activities {
			if r.Start[i] <= t && t < r.Finish[i] {
				for _, d := range a.Demands {
					sum[d.Resource] += d.Units
				}
			}
		}
		for k := range out {
			out[k] = max(out[k], sum[k])
		}
	}
	return out
}

// portfolio makes projects of about thirty tasks each, all done by the same
// people: tasks of 4 to 40 slots take one person, now and then two, wholly or in
// part, in chains with some cross links; people are absent; some projects have
// deadlines. A slot is an hour of work, so no calendar is needed.
func portfolio(r *rand.Rand, n, people int) *Project {
	p := &Project{Activities: make([]Activity, n), Resources: make([]Resource, people)}
	for k := range p.Resources {
		res := Resource{Capacity: 60}
		for at := r.Intn(400); at < 40*n/people+400; at += 400 + r.Intn(1200) {
			res.Overrides = append(res.Overrides, Override{at, at + 40 + r.Intn(80), 0})
		}
		p.Resources[k] = res
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		first := i / 30 * 30
		a.Duration, a.Release = 4+r.Intn(37), first
		a.Demands = []Demand{{r.Intn(people), []int{60, 60, 30, 45}[r.Intn(4)]}}
		if k := r.Intn(people); r.Intn(5) == 0 && k != a.Demands[0].Resource {
			a.Demands = append(a.Demands, Demand{k, 20})
		}
		if i%30 == 29 {
			a.Deadline, a.Weight = first+600, 1
		}
		for range 1 + r.Intn(2) {
			if i > first {
				p.Links = append(p.Links, Link{Pred: i - 1 - r.Intn(min(6, i-first)), Succ: i})
			}
		}
	}
	return p
}

// clock gives the activities of a portfolio one of three calendars of clock hours,
// with other days off, and spreads releases, deadlines and absences over them.
func clock(p *Project) *Project {
	var calendars []*Calendar
	for k := range 3 {
		works := make([]bool, 168)
		for t := range works {
			day, hour := t/24, t%24
			works[t] = (day+7-k)%7 < 5 && hour >= 9 && hour < 18 && hour != 13
		}
		calendars = append(calendars, NewCalendar(works, 168))
	}
	for i := range p.Activities {
		a := &p.Activities[i]
		a.Calendar = calendars[a.Demands[0].Resource%3]
		a.Release, a.Deadline = a.Release*168/40, a.Deadline*168/40
	}
	for k := range p.Resources {
		for j := range p.Resources[k].Overrides {
			o := &p.Resources[k].Overrides[j]
			o.From, o.To = o.From*168/40, o.To*168/40
		}
	}
	return p
}

// table is what a calendar of a test was made from.
type table struct {
	works  []bool
	period int
}

var tables = map[*Calendar]table{}

// calendarOf makes a calendar that the slow reference can read.
func calendarOf(works []bool, period int) *Calendar {
	c := NewCalendar(works, period)
	tables[c] = table{works, period}
	return c
}

// weekly is a random calendar that repeats after seven slots, with some holidays
// before.
func weekly(r *rand.Rand) *Calendar {
	works := make([]bool, 21+r.Intn(20))
	for t := range works {
		works[t] = t%7 < 5
	}
	for range r.Intn(6) {
		works[r.Intn(len(works)-7)] = r.Intn(3) == 0
	}
	return calendarOf(works, 7)
}

// mixed makes a project with everything in it: calendars unless it is plain, all
// types of links with lags of both signs, releases, pinned activities, deadlines,
// priorities, absences, demands that are too high.
func mixed(r *rand.Rand, n int, plain bool) *Project {
	p := &Project{Activities: make([]Activity, n)}
	for range 1 + r.Intn(6) {
		p.Resources = append(p.Resources, resourceOf(r))
	}
	calendars := []*Calendar{nil}
	for range r.Intn(3) {
		calendars = append(calendars, weekly(r))
	}
	priorities := 1 + r.Intn(3)
	for i := range p.Activities {
		a := &p.Activities[i]
		a.Duration, a.Priority = r.Intn(8), r.Intn(priorities)
		if !plain {
			a.Calendar = calendars[r.Intn(len(calendars))]
		}
		sometimes(r, 6, func() { a.Release = r.Intn(30) })
		sometimes(r, 10, func() { a.Pinned, a.Start = true, r.Intn(40) })
		sometimes(r, 5, func() { a.Deadline, a.Weight = r.Intn(60)-5, 1+r.Intn(3) })
		for range r.Intn(3) {
			k := r.Intn(len(p.Resources))
			a.Demands = append(a.Demands, Demand{k, 1 + r.Intn(max(1, p.Resources[k].Capacity))})
		}
		for range r.Intn(3) {
			if i > 0 {
				p.Links = append(p.Links, linkOf(r, r.Intn(i), i))
			}
		}
	}
	shuffle(r, p)
	return p
}

func sometimes(r *rand.Rand, one int, f func()) {
	if r.Intn(one) == 0 {
		f()
	}
}

func resourceOf(r *rand.Rand) Resource {
	res := Resource{Capacity: 1 + r.Intn(8)}
	sometimes(r, 8, func() { res.Capacity = 0 })
	for range r.Intn(4) {
		from := r.Intn(60)
		res.Overrides = append(res.Overrides, Override{from, from + r.Intn(12), r.Intn(10)})
	}
	return res
}

func linkOf(r *rand.Rand, i, j int) Link {
	l := Link{Pred: i, Succ: j}
	sometimes(r, 3, func() { l.Type = Type(r.Intn(4)) })
	sometimes(r, 3, func() { l.Lag = r.Intn(9) - 3 })
	return l
}

// shuffle gives the activities new indexes.
func shuffle(r *rand.Rand, p *Project) {
	to := r.Perm(len(p.Activities))
	acts := make([]Activity, len(to))
	for i, j := range to {
		acts[j] = p.Activities[i]
	}
	p.Activities = acts
	for k := range p.Links {
		p.Links[k].Pred, p.Links[k].Succ = to[p.Links[k].Pred], to[p.Links[k].Succ]
	}
}
