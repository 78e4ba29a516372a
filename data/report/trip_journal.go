package report

import (
	"strconv"

	"portfel/data"
	"portfel/data/text"
)

// TripJournal is the head of a journal or a plan over a period.
type TripJournal struct {
	Firm     string
	From, To data.Date
	Keeper   Signature
	Made     data.Moment
}

// LocalVisit is a trip in town, as the journal lists it.
type LocalVisit struct {
	On                                     data.Date
	Person, Left, Back                     string
	Organization, Place, Purpose, Contacts string
}

// Departure is a trip, as the journal of departures lists it.
type Departure struct {
	Person, Organization, Place string
	OrderNo                     string
	OrderOn                     data.Date
	Left, Back                  data.Date
	Note                        string
}

func (j TripJournal) document(title string, t *Table) Document {
	d := Document{Title: title, Subtitle: j.Firm, Author: j.Firm, Made: j.Made, Landscape: true, Blocks: []Block{t}}
	if j.Keeper.Name != "" {
		d.Blocks = append(d.Blocks, Signatures{Items: []Signature{j.Keeper}})
	}
	return d
}

// LocalTrips is the journal of trips in town, with a column to sign in.
func LocalTrips(j TripJournal, list []LocalVisit, w *text.Words) Document {
	t := &Table{Name: w.T("paper.local.name"), Empty: w.T("paper.journal.empty"), Columns: []Column{{Title: "№", Type: AsInt, Align: Centre}, {Title: w.T("paper.sheet.date"), Type: AsDate},
		{Title: w.T("paper.journal.person"), Type: AsText}, {Title: w.T("paper.local.left"), Type: AsText, Align: Centre}, {Title: w.T("paper.local.back"), Type: AsText, Align: Centre},
		{Title: w.T("paper.journal.organization"), Type: AsText, Width: 2}, {Title: w.T("paper.local.address"), Type: AsText, Width: 2}, {Title: w.T("paper.sheet.purposeOf"), Type: AsText, Width: 2},
		{Title: w.T("paper.local.contact"), Type: AsText}, {Title: w.T("paper.journal.sign"), Type: AsText, Width: 1}}}
	for i, v := range list {
		t.Rows = append(t.Rows, Row{Cells: []Cell{Int(int64(i + 1)), Date(v.On), Text(v.Person), Text(v.Left), Text(v.Back), Text(v.Organization), Text(v.Place), Text(v.Purpose), Text(v.Contacts)}})
	}
	return j.document(w.F("paper.local.title", PeriodNamed(w, j.From, j.To)), t)
}

// Departures is the journal of departures and arrivals, with a column to sign in.
func Departures(j TripJournal, list []Departure, w *text.Words) Document {
	t := &Table{Name: w.T("paper.departures.name"), Empty: w.T("paper.journal.empty"), Columns: []Column{{Title: "№", Type: AsInt, Align: Centre}, {Title: w.T("paper.journal.person"), Type: AsText, Width: 2},
		{Title: w.T("paper.departures.order"), Type: AsText}, {Title: w.T("paper.departures.orderOn"), Type: AsDate}, {Title: w.T("paper.journal.organization"), Type: AsText, Width: 2},
		{Title: w.T("paper.sheet.place"), Type: AsText, Width: 1}, {Title: w.T("paper.departures.left"), Type: AsDate}, {Title: w.T("paper.departures.back"), Type: AsDate},
		{Title: w.T("paper.departures.note"), Type: AsText, Width: 1}, {Title: w.T("paper.journal.sign"), Type: AsText, Width: 1}}}
	for i, d := range list {
		t.Rows = append(t.Rows, Row{Cells: []Cell{Int(int64(i + 1)), Text(d.Person), Text(d.OrderNo), Date(d.OrderOn), Text(d.Organization), Text(d.Place), Date(d.Left), Date(d.Back), Text(d.Note)}})
	}
	return j.document(w.F("paper.departures.title", PeriodNamed(w, j.From, j.To)), t)
}

// PlannedTrip is a trip in the plan of a period, in kopecks.
type PlannedTrip struct {
	Person, Place, Organization, Purpose, Project string
	From, To                                      data.Date
	Days                                          int // calendar days within the period
	Status                                        data.TripStatus
	Plan                                          data.Money // estimate with the per diem
	Fact                                          data.Money // of trips whose report was handed in
	HasFact                                       bool
	Doubt                                         string // why a sum could not be counted
}

// TripPlan is the plan and fact of the trips of a period: quarters as bands where
// the period is longer than one.
func TripPlan(j TripJournal, list []PlannedTrip, w *text.Words) Document {
	t := &Table{Name: w.T("paper.plan.name"), Empty: w.T("paper.journal.empty"), Columns: []Column{{Title: "№", Type: AsInt, Align: Centre}, {Title: w.T("paper.plan.person"), Type: AsText, Width: 2},
		{Title: w.T("paper.sheet.place"), Type: AsText, Width: 1}, {Title: w.T("paper.journal.organization"), Type: AsText, Width: 2}, {Title: w.T("paper.sheet.purposeOf"), Type: AsText, Width: 2},
		{Title: w.T("paper.plan.project"), Type: AsText}, {Title: w.T("paper.departures.left"), Type: AsDate}, {Title: w.T("paper.departures.back"), Type: AsDate}, {Title: w.T("paper.plan.days"), Type: AsInt},
		{Title: w.T("paper.plan.status"), Type: AsText}, {Title: w.T("paper.plan.plan"), Type: AsMoney}, {Title: w.T("paper.plan.fact"), Type: AsMoney}}}
	bands := quarterOf(j.From) != quarterOf(j.To)
	days, plan, fact, last := 0, data.Money(0), data.Money(0), -1
	var doubts []string
	for i, x := range list {
		if q := quarterOf(max(x.From, j.From)); bands && q != last {
			last = q
			t.Rows = append(t.Rows, Row{Style: Band, Cells: []Cell{{}, Text(w.F("paper.plan.quarter", strconv.Itoa(q%4+1), strconv.Itoa(q/4)))}})
		}
		t.Rows = append(t.Rows, x.row(i+1, w))
		days, plan, fact = days+x.Days, plan+x.Plan, fact+x.Fact
		if x.Doubt != "" {
			doubts = append(doubts, w.F("paper.plan.doubt", i+1, x.Doubt))
		}
	}
	if len(list) > 0 {
		t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, Text(w.T("paper.sheet.total")), {}, {}, {}, {}, {}, {}, Int(int64(days)), {}, Money(plan), Money(fact)}})
	}
	d := j.document(w.F("paper.plan.title", PeriodNamed(w, j.From, j.To)), t)
	for _, s := range doubts {
		d.Blocks = append(d.Blocks, Note{Text: s})
	}
	return d
}

func (x PlannedTrip) row(n int, w *text.Words) Row {
	fact := Cell{}
	if x.HasFact {
		fact = Money(x.Fact)
	}
	return Row{Cells: []Cell{Int(int64(n)), Text(x.Person), Text(x.Place), Text(x.Organization), Text(x.Purpose), Text(x.Project), Date(x.From), Date(x.To), Int(int64(x.Days)),
		Text(w.Code(x.Status)), Money(x.Plan), fact}}
}

// PeriodNamed is a period as a heading names it: «ноябрь 2026», «2026 год», else
// its days.
func PeriodNamed(w *text.Words, from, to data.Date) string {
	switch year := strconv.Itoa(from.Year()); {
	case from == from.MonthStart() && to == from.AddMonths(1)-1:
		return w.MonthYear(from)
	case from == data.NewDate(from.Year(), 1, 1) && to == data.NewDate(from.Year(), 12, 31):
		return w.F("paper.plan.year", year)
	}
	return w.PeriodYear(from, to)
}

// quarterOf numbers the quarters of all years.
func quarterOf(d data.Date) int {
	y, m, _ := d.Civil()
	return y*4 + (int(m)-1)/3
}
