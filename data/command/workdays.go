package command

import (
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/sqlite"
	"portfel/data/workday"
)

// Workdays is the owner's calendar: the production calendar with the personal
// week. Beside an error it is Monday to Friday, so that a screen can go on.
func Workdays(r *sqlite.Reader) (*workday.Calendar, error) {
	me, err := r.Me()
	if err != nil {
		return workday.New(workday.FiveDays, nil, nil), err
	}
	return PersonDays(r, me)
}

// PersonDays is the calendar of a person: the production calendar (the shipped
// one if none is chosen) with the person's week.
func PersonDays(r *sqlite.Reader, p data.Person) (*workday.Calendar, error) {
	cal, err := CalendarDays(r, p.CalendarID)
	return ownWeek(cal, p), err
}

// ownWeek is a calendar with the week of a person.
func ownWeek(cal *workday.Calendar, p data.Person) *workday.Calendar {
	if p.WeekHours == 0 || p.WeekHours == data.Hours(40) {
		return cal
	}
	return cal.WithWeek(workday.HoursWeek(p.WeekHours))
}

// CalendarDays builds a calendar with what it is based on; the zero id is the
// shipped calendar of Russia.
func CalendarDays(r *sqlite.Reader, id data.ID[data.Calendar]) (*workday.Calendar, error) {
	if id.IsZero() {
		id = Russia
	}
	fallback := workday.New(workday.FiveDays, nil, nil)
	chain, err := calendarChain(r, id)
	if err != nil {
		return fallback, err
	}
	var days []workday.Day
	var years []workday.Year
	week := workday.FiveDays
	var hours workday.Hours
	for _, c := range chain {
		rec, err := sqlite.Get(r, c)
		if err != nil {
			return fallback, err
		}
		if h, ok := rec.Hours.Days(); ok {
			hours = h
			week = hours.Week()
		}
		rows, err := sqlite.List[data.CalendarDay](r, "calendar_id = ? ORDER BY on_date", c)
		if err != nil {
			return fallback, err
		}
		for _, d := range rows {
			days = append(days, workday.Day{Date: d.OnDate, Type: d.Type, Minutes: d.Minutes, Title: d.Title, Source: d.Source, Shifts: d.Shifts})
		}
		ys, err := sqlite.List[data.CalendarYear](r, "calendar_id = ?", c)
		if err != nil {
			return fallback, err
		}
		for _, y := range ys {
			years = append(years, workday.Year{Year: y.Year, Confirmed: y.Confirmed, Source: y.Source})
		}
	}
	if week != workday.FiveDays || hours != (workday.Hours{}) {
		return workday.NewHours(hours, days, years), nil
	}
	return workday.New(week, days, years), nil
}

// calendarChain is a calendar with its bases, the deepest base first: later
// rows of a day overlay earlier ones.
func calendarChain(r *sqlite.Reader, id data.ID[data.Calendar]) ([]data.ID[data.Calendar], error) {
	var chain []data.ID[data.Calendar]
	for !id.IsZero() && len(chain) < 10 {
		chain = append([]data.ID[data.Calendar]{id}, chain...)
		c, err := sqlite.Get(r, id)
		if err != nil {
			return nil, err
		}
		id = c.BaseID
	}
	return chain, nil
}

// Norms are the dated norms of the file.
func Norms(r *sqlite.Reader) (norm.Table, error) {
	rows, err := sqlite.List[data.Norm](r, "")
	return norm.New(rows), err
}
