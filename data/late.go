package data

// Late counts what is overdue today, by room.
type Late struct {
	Tasks     int
	Trips     int // advance reports
	Documents int
	Mentoring int // items of trainees
}

// All is everything that is late.
func (l Late) All() int { return l.Tasks + l.Trips + l.Documents + l.Mentoring }
