package rcpsp

// Options bound the search of Solve.
type Options struct {
	// Seed decides all that is random. The same project, seed and number of tries
	// give the same result.
	Seed uint64
	// Tries is the most plans that are made, the backward ones too. Zero means no
	// bound if there is a Stop, else DefaultTries.
	Tries int
	// Stop is asked once after each try; true ends the search. Time budgets come in
	// through it.
	Stop func() bool
}

// DefaultTries bounds a search that nothing else bounds.
const DefaultTries = 1000

// Result is a plan.
type Result struct {
	// Start and Finish are the first slot of each activity and the one after its
	// last.
	Start, Finish []int
	Score         Score
	// Tries is how many plans were made to find this one.
	Tries int
	// Problems are what a person has to decide about, by activity.
	Problems []Problem
}

// Solve searches for the best plan within the options. Its first plan is that of
// Serial with the rule LatestFinish, its first 24 are those of all rules moved to
// the right and back; so it is never worse than these. The error is ErrInput or a
// CycleError.
func Solve(p *Project, o Options) (*Result, error) {
	s, err := newSearch(p, o)
	if err != nil {
		return nil, err
	}
	s.run()
	return s.result(), nil
}

// Serial makes the plan of one priority rule, in one pass.
func Serial(p *Project, r Rule) (*Result, error) {
	s, err := newSearch(p, Options{Tries: 1})
	if err != nil {
		return nil, err
	}
	s.forward(s.p.ruled(r))
	return s.result(), nil
}

// prepare makes everything that a search needs of a project.
func prepare(p *Project) (*planner, error) {
	m, err := newModel(p)
	if err != nil {
		return nil, err
	}
	slots, w, base := m.live(m.offers(p))
	prof := behind(slots, newRuns(w, m.needs, base))
	m.windows(prof)
	if g := newGrid(m, w, base); g != nil {
		prof = behind(slots, g)
	}
	return newPlanner(m, prof), nil
}

// windows leaves out the demands of activities that would find no time even if
// they were alone.
func (m *model) windows(r profile) {
	for i := range m.needs {
		if len(m.needs[i]) == 0 || m.pinned[i] || m.alone(r, i) {
			continue
		}
		all := m.needs[i]
		m.needs[i] = nil
		for _, d := range all {
			m.needs[i] = append(m.needs[i], d)
			if m.alone(r, i) {
				continue
			}
			m.needs[i] = m.needs[i][:len(m.needs[i])-1]
			m.complain(NoWindow, i, d.Resource)
		}
	}
}

// alone says whether an activity finds time in an empty plan, or could find none
// whatever the resources.
func (m *model) alone(r profile, i int) bool {
	return m.why(i, m.early.start[i]) != NoRoom || r.fit(i, m.early.start[i]) != None
}
