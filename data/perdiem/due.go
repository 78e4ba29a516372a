package perdiem

import (
	"portfel/data"
	"portfel/data/norm"
	"portfel/data/workday"
)

// Due is by when an advance report is handed in.
type Due struct {
	On        data.Date
	Days      int    // working days after the return
	Source    string // of the term
	Confirmed bool   // the calendar of that year is confirmed by an act
}

// ReportDue is the n-th working day strictly after the last day of a trip, n
// being the norm of that day. A prolongation or a recall moves the last day,
// and with it the term. The error is a norm that is missing, or a calendar that
// never works.
func ReportDue(last data.Date, norms norm.Table, cal *workday.Calendar) (Due, error) {
	if last.IsZero() {
		return Due{}, data.Problems{{Field: "endsOn", Code: "perdiem.noDates"}}
	}
	n, err := norms.On(norm.ReportDays, last)
	if err != nil {
		return Due{}, err
	}
	d := Due{Source: n.SourceText}
	if d.Days, err = norms.Whole(norm.ReportDays, last); err != nil {
		return Due{}, err
	}
	d.On = cal.AddDays(last, d.Days)
	if d.On.IsZero() {
		return Due{}, data.Problems{{Code: "perdiem.noWork"}}
	}
	d.Confirmed = cal.Confirmed(d.On.Year())
	return d, nil
}
