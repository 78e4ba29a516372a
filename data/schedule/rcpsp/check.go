package rcpsp

import "fmt"

// Check says what a plan breaks: links, releases, calendars, capacities, pinned
// starts, the horizon. Nothing means that it is feasible. What the problems of
// the result leave out is not asked for; nor are links into pinned activities and
// what pinned activities take too much of, which no plan can mend. The result has
// to be one for this project. The error is ErrInput or a CycleError.
func Check(p *Project, r *Result) ([]Problem, error) {
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	if len(r.Start) != m.n || len(r.Finish) != m.n {
		return nil, fmt.Errorf("%w: a plan of %d activities for %d", ErrInput, len(r.Start), m.n)
	}
	c := &checker{m: m, r: r, waived: make([][]int, m.n)}
	for _, q := range r.Problems {
		switch q.Code {
		case Overdemand, NoWindow, NoRoom, Beyond, NoWork:
			c.waived[q.Activity] = append(c.waived[q.Activity], q.Resource)
		}
	}
	for i := range m.n {
		c.activity(p, i)
	}
	for k, l := range p.Links {
		if t := m.asked(l, dates{r.Start, r.Finish}); t > r.Start[l.Succ] && !m.pinned[l.Succ] {
			c.found = append(c.found, Problem{BrokenLink, l.Succ, None, k, t})
		}
	}
	c.resources(p)
	return c.found, nil
}

type checker struct {
	m      *model
	r      *Result
	waived [][]int // by activity: resources it does without, None for all
	found  []Problem
}

func (c *checker) complain(code Code, i int) {
	c.found = append(c.found, Problem{code, i, None, None, c.r.Start[i]})
}

// activity checks the dates of one activity by themselves.
func (c *checker) activity(p *Project, i int) {
	m, s, f := c.m, c.r.Start[i], c.r.Finish[i]
	if m.pinned[i] {
		if t, end := m.stand(i, p.Activities[i].Start); t != s || end != f {
			c.complain(Moved, i)
		}
		return
	}
	if s < m.release[i] {
		c.complain(TooEarly, i)
	}
	if t, end := m.loose(i, s); t != s || end != f {
		c.complain(OffCalendar, i)
	}
	if f > m.horizon && !c.without(i, None) {
		c.complain(Beyond, i)
	}
}

// without says whether an activity does without a resource.
func (c *checker) without(i, resource int) bool {
	for _, r := range c.waived[i] {
		if r == None || r == resource {
			return true
		}
	}
	return false
}

// resources checks that what is taken is there.
func (c *checker) resources(p *Project) {
	left := c.m.offers(p)
	var borders []int32
	var scratch steps
	for i := range c.m.n {
		for _, d := range c.m.needs[i] {
			if c.m.pinned[i] || c.without(i, d.Resource) {
				continue
			}
			borders = c.m.stretches(borders[:0], i, c.r.Start[i])
			left[d.Resource].lowerAll(borders, int32(d.Units), &scratch)
			left[d.Resource].saturate()
		}
	}
	for r := range left {
		for k, v := range left[r].left {
			if v < 0 {
				c.found = append(c.found, Problem{Overload, None, r, None, int(left[r].at[k])})
				break
			}
		}
	}
}
