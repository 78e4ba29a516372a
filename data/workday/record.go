package workday

import "portfel/data"

// Rows are the stored days of a calendar as the package takes them.
func Rows(days []data.CalendarDay) []Day {
	out := make([]Day, len(days))
	for i, d := range days {
		out[i] = Day{Date: d.OnDate, Type: d.Type, Minutes: d.Minutes, Title: d.Title, Source: d.Source, Shifts: d.Shifts}
	}
	return out
}

// YearRows are the stored years of a calendar.
func YearRows(years []data.CalendarYear) []Year {
	out := make([]Year, len(years))
	for i, y := range years {
		out[i] = Year{y.Year, y.Confirmed, y.Source}
	}
	return out
}

// AbsenceRows are the stored absences that count: cancelled ones do not. Title
// is empty; words are made from Kind and Who.
func AbsenceRows(absences []data.Absence) []Absence {
	var out []Absence
	for _, a := range absences {
		if a.Status != data.AbsenceCancelled {
			out = append(out, Absence{From: a.StartsOn, To: a.EndsOn, Kind: a.What, Who: a.PersonID})
		}
	}
	return out
}
