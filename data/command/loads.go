package command

import (
	"portfel/data"
	"portfel/data/load"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// PersonLoad is how full somebody's weeks are.
type PersonLoad struct {
	Person data.NameRow
	Weeks  []load.Week
	Away   []data.Minutes // working time that absences take, by week
	Works  []data.WorkRow // what the load is made of
	Spread []load.Work    // the same as the engine spreads it
	Days   *workday.Calendar
}

// Loads are the loads of people over n weeks from the week of the first day on,
// over all projects, trips and mentorings. Work that is late stands on today.
func Loads(r *sqlite.Reader, people []data.NameRow, first data.Date, n int, today data.Date) ([]PersonLoad, error) {
	d := deriver{tx: &sqlite.Tx{Reader: r}}
	from := first.Monday()
	out := make([]PersonLoad, 0, len(people))
	for _, p := range people {
		x, err := d.personLoad(data.ID[data.Person](p.ID), from, n, today)
		if err != nil {
			return nil, err
		}
		x.Person = p
		out = append(out, x)
	}
	return out, nil
}

func (d *deriver) personLoad(id data.ID[data.Person], from data.Date, n int, today data.Date) (x PersonLoad, err error) {
	if x.Works, err = d.tx.WorkOf(id, from, from+data.Date(7*n)-1); err != nil {
		return x, err
	}
	p, err := d.person(id)
	if err != nil {
		return x, err
	}
	if x.Days, err = d.available(id); err != nil {
		return x, err
	}
	x.Spread = asWork(x.Works, today)
	x.Weeks = load.Weeks(x.Days, from, n, x.Spread)
	for _, w := range x.Weeks {
		x.Away = append(x.Away, p.cal.MinutesBetween(w.Monday, w.Monday+6)-w.Norm)
	}
	return x, nil
}

// asWork turns rows into what the engine spreads. Rides and meetings last as
// long as their clocks say.
func asWork(rows []data.WorkRow, today data.Date) []load.Work {
	out := make([]load.Work, 0, len(rows))
	for _, r := range rows {
		w := load.Work{What: load.Project, From: r.StartsOn, To: r.EndsOn, Effort: r.Effort}
		switch r.What {
		case data.WorkMentor, data.WorkStudy:
			w.What = load.Mentoring
		case data.WorkMeeting:
			w.What, w.Effort, w.Fixed = load.Mentoring, lasts(r), true
		case data.WorkRide:
			w.What, w.Effort, w.Fixed = load.Travel, lasts(r), true
		}
		if !w.Fixed && r.Percent < 100 {
			w = load.Late(w, r.Percent, today)
		}
		out = append(out, w)
	}
	return out
}

// lasts is the time between two moments, in minutes; 0 when a zone is unknown.
func lasts(r data.WorkRow) data.Minutes {
	from, err := r.Starts.Instant()
	if err != nil {
		return 0
	}
	to, err := r.Ends.Instant()
	if err != nil || to.Before(from) {
		return 0
	}
	return data.Minutes(to.Sub(from).Minutes())
}
