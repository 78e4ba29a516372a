package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/norm"
	"portfel/data/perdiem"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// deriver keeps what several records of one step need: norms, calendars and
// people are read once.
type deriver struct {
	tx     *sqlite.Tx
	norms  norm.Table
	people map[data.ID[data.Person]]*personDays
	mine   *workday.Calendar
	solver schedule.Solver

	calendars map[data.ID[data.Calendar]]*workday.Calendar

	done map[data.ID[data.Plan]]bool // plans computed so far
}

type personDays struct {
	person data.Person
	cal    *workday.Calendar
}

// horizon is how far ahead an open-ended series is laid out, in days.
const horizon = 400

func (d *deriver) normTable() (norm.Table, error) {
	if d.norms == nil {
		t, err := Norms(d.tx.Reader)
		if err != nil {
			return nil, err
		}
		d.norms = t
	}
	return d.norms, nil
}

func (d *deriver) person(id data.ID[data.Person]) (*personDays, error) {
	if p := d.people[id]; p != nil {
		return p, nil
	}
	rec, err := sqlite.Get(d.tx.Reader, id)
	if err != nil {
		return nil, err
	}
	cal, err := d.calendar(rec.CalendarID)
	if err != nil {
		return nil, err
	}
	if rec.Zone == "" {
		rec.Zone = "Europe/Moscow"
	}
	p := &personDays{rec, ownWeek(cal, rec)}
	if d.people == nil {
		d.people = map[data.ID[data.Person]]*personDays{}
	}
	d.people[id] = p
	return p, nil
}

// calendar builds a production calendar once.
func (d *deriver) calendar(id data.ID[data.Calendar]) (*workday.Calendar, error) {
	if c := d.calendars[id]; c != nil {
		return c, nil
	}
	c, err := CalendarDays(d.tx.Reader, id)
	if err != nil {
		return nil, err
	}
	if d.calendars == nil {
		d.calendars = map[data.ID[data.Calendar]]*workday.Calendar{}
	}
	d.calendars[id] = c
	return c, nil
}

func (d *deriver) owner() (*workday.Calendar, error) {
	if d.mine == nil {
		cal, err := Workdays(d.tx.Reader)
		if err != nil {
			return nil, err
		}
		d.mine = cal
	}
	return d.mine, nil
}

// trip computes the dates of a trip on the clock of the place of work, the day
// by which its papers are prepared, and the day its advance report is due.
func (d *deriver) trip(id data.ID[data.Trip]) error {
	rows, err := d.tripRows(id)
	if err != nil {
		return err
	}
	return d.tx.PutDueDates(data.RefTo(data.KindTrip, id), rows)
}

func (d *deriver) tripRows(id data.ID[data.Trip]) ([]data.DueDate, error) {
	t, err := sqlite.Get(d.tx.Reader, id)
	if err != nil {
		return nil, err
	}
	p, err := d.person(t.PersonID)
	if err != nil {
		return nil, err
	}
	legs, err := sqlite.List[data.Leg](d.tx.Reader, "trip_id = ? ORDER BY ord, id", id)
	if err != nil {
		return nil, err
	}
	dates, err := tripDates(t, legs, p.person.Zone)
	if err != nil || dates.StartsOn.IsZero() {
		return nil, err
	}
	rows := []data.DueDate{dates}
	if t.What != data.TripLocal && t.Status != data.TripDraft && t.Status != data.TripCancelled {
		more, err := d.tripTerms(dates, p.cal)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// tripDates are the days of a trip, both inclusive: from the legs, with the road
// to a station where it counts, else as typed.
func tripDates(t data.Trip, legs []data.Leg, zone string) (data.DueDate, error) {
	d := data.DueDate{OwnerKind: data.KindTrip, OwnerID: data.ID[data.Any](t.ID), Code: data.DueTripDates, StartsOn: t.StartsOn, EndsOn: t.EndsOn}
	if d.EndsOn.IsZero() {
		d.EndsOn = d.StartsOn
	}
	if len(legs) > 0 {
		var err error
		d.StartsOn, d.EndsOn, err = perdiem.Days(legs, t.StartsOn, t.EndsOn, zone, t.RoadCounts)
		return d, err
	}
	if t.What == data.TripLocal && t.TimeTo > 0 {
		d.Starts = data.Moment{Day: d.StartsOn, Min: t.TimeFrom, Zone: zone}
		d.Ends = data.Moment{Day: d.EndsOn, Zone: zone}.Add(t.TimeTo)
	}
	return d, nil
}

// tripTerms are the day to have the papers ready and the day the report is due.
func (d *deriver) tripTerms(dates data.DueDate, cal *workday.Calendar) ([]data.DueDate, error) {
	norms, err := d.normTable()
	if err != nil {
		return nil, err
	}
	before, err := norms.Whole(norm.PapersDays, dates.StartsOn)
	if err != nil {
		return nil, err
	}
	after, err := norms.Whole(norm.ReportDays, dates.EndsOn)
	if err != nil {
		return nil, err
	}
	papers, report := dates, dates
	papers.Code, report.Code = data.DueTripPapers, data.DueTripReport
	papers.StartsOn = cal.AddDays(dates.StartsOn, -before)
	report.StartsOn = cal.AddDays(dates.EndsOn, after)
	papers.EndsOn, report.EndsOn = papers.StartsOn, report.StartsOn
	return []data.DueDate{papers, report}, nil
}

// mentoring computes the control points: so many calendar days after the start,
// on the next working day if that one is off.
func (d *deriver) mentoring(id data.ID[data.Mentoring]) error {
	rows, err := d.mentoringRows(id)
	if err != nil {
		return err
	}
	return d.tx.PutDueDates(data.RefTo(data.KindMentoring, id), rows)
}

func (d *deriver) mentoringRows(id data.ID[data.Mentoring]) ([]data.DueDate, error) {
	m, err := sqlite.Get(d.tx.Reader, id)
	if err != nil {
		return nil, err
	}
	p, err := d.person(m.TraineeID)
	if err != nil {
		return nil, err
	}
	norms, err := d.normTable()
	if err != nil {
		return nil, err
	}
	var rows []data.DueDate
	for _, code := range []string{norm.Control1, norm.Control2, norm.Control3} {
		n, err := norms.Whole(code, m.StartsOn)
		if err != nil {
			return nil, err
		}
		if m.StartsOn+data.Date(n) > m.EndsOn {
			continue
		}
		on := p.cal.OnOrAfter(m.StartsOn + data.Date(n))
		rows = append(rows, data.DueDate{OwnerKind: data.KindMentoring, OwnerID: data.ID[data.Any](id), Code: data.DueControl, Ord: int64(n), StartsOn: on, EndsOn: on})
	}
	ends, err := endTerms(m, norms, p.cal)
	return append(rows, ends...), err
}

// series lays out the days of a series that no event has taken out.
func (d *deriver) series(id data.ID[data.Series]) error {
	rows, err := d.seriesRows(id)
	if err != nil {
		return err
	}
	return d.tx.PutDueDates(data.RefTo(data.KindSeries, id), rows)
}

func (d *deriver) seriesRows(id data.ID[data.Series]) ([]data.DueDate, error) {
	s, err := sqlite.Get(d.tx.Reader, id)
	if err != nil {
		return nil, err
	}
	cal, err := d.owner()
	if err != nil {
		return nil, err
	}
	own, err := sqlite.List[data.Event](d.tx.Reader, "series_id = ?", id)
	if err != nil {
		return nil, err
	}
	taken := map[data.Date]bool{}
	for _, e := range own {
		taken[e.OriginalOn] = true
	}
	to := s.UntilOn
	if to.IsZero() {
		to = max(d.tx.Today(), s.Starts.Day) + horizon
	}
	var rows []data.DueDate
	for _, o := range ical.Occurrences(s, s.Starts.Day, to, func(x data.Date) bool { return !cal.IsWorking(x) }, 0) {
		if taken[o.OriginalDay] {
			continue
		}
		rows = append(rows, data.DueDate{OwnerKind: data.KindSeries, OwnerID: data.ID[data.Any](id), Code: data.DueOccurrence, Ord: dayNumber(o.OriginalDay),
			StartsOn: o.Starts.Day, EndsOn: o.Ends.Day, Starts: o.Starts, Ends: o.Ends})
	}
	return rows, nil
}

// dayNumber is 20261202 for 02.12.2026.
func dayNumber(d data.Date) int64 {
	n, _ := strconv.ParseInt(strings.ReplaceAll(d.String(), "-", ""), 10, 64)
	return n
}
