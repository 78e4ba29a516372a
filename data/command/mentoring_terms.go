package command

import (
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/workday"
)

// endTerms are the days before the end of a probation: the last one on which the
// trainee may be given notice (ст. 71 ТК РФ), and the one by which the mentor's
// conclusion is due. Between notice and end lie so many whole calendar days as the
// norm says; a notice that falls on a day off is given on the working day before
// it. The conclusion is due so many working days before the notice.
func endTerms(m data.Mentoring, norms norm.Table, cal *workday.Calendar) ([]data.DueDate, error) {
	if m.ProbationUntil.IsZero() {
		return nil, nil
	}
	days, err := norms.Whole(norm.NoticeDays, m.ProbationUntil)
	if err != nil {
		return nil, err
	}
	before, err := norms.Whole(norm.Conclusion, m.ProbationUntil)
	if err != nil {
		return nil, err
	}
	notice := cal.OnOrBefore(m.ProbationUntil - data.Date(days) - 1)
	conclusion := cal.AddDays(notice, -before)
	row := func(code data.DueCode, on data.Date) data.DueDate {
		return data.DueDate{OwnerKind: data.KindMentoring, OwnerID: data.ID[data.Any](m.ID), Code: code, StartsOn: on, EndsOn: on}
	}
	return []data.DueDate{row(data.DueConclusion, conclusion), row(data.DueNotice, notice)}, nil
}
