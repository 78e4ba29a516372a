package report

import (
	"portfel/data"
	"portfel/data/text"
)

// PaperHead is what stands above the figures of a trip's paper.
type PaperHead struct {
	Firm, Number            string
	On                      data.Date
	Person, Position, TabNo string
	Short                   string // the traveller under a signature
	Place, Purpose, Order   string
	From, To                data.Date
	Boss, Head              Signature
	Accountant              string
	Made                    data.Moment
}

// EstimateSheet are the figures of a trip's estimate, in kopecks.
type EstimateSheet struct {
	PaperHead
	Lines          []EstimateLine
	Total, Advance data.Money
}

// EstimateLine is one line of an estimate. Count and Price are as a person reads
// them, because their units differ from line to line.
type EstimateLine struct {
	What, Count, Price string
	Sum                data.Money
	Own                bool // goes into the advance; else the firm pays it
}

// AdvanceSheet are the figures of an advance report, in kopecks.
type AdvanceSheet struct {
	PaperHead
	Purpose               string // of the advance
	Lines                 []AdvanceLine
	Previous              data.Money // rest of the earlier advance; below zero = overspent then
	Received              data.Money
	Spent                 data.Money
	Accepted              data.Money // when Approved
	Approved              bool
	ApprovedOn            data.Date
	ReceivedBy, SettledBy string // papers of the payments
	Docs, Sheets          int
}

// AdvanceLine is one line of an advance report.
type AdvanceLine struct {
	On           data.Date
	Number, Name string
	Sum          data.Money // to reimburse; 0 of what the firm paid itself
	Accepted     data.Money
}

// Rest is what the traveller gives back; below zero the firm owes it.
func (s AdvanceSheet) Rest() data.Money {
	spent := s.Spent
	if s.Approved {
		spent = s.Accepted
	}
	return s.Previous + s.Received - spent
}

// facts are the traveller and the trip.
func (h PaperHead) facts(w *text.Words) Facts {
	all := []Fact{{Label: w.T("paper.sheet.person"), Value: Text(h.Person)}, {Label: w.T("paper.sheet.position"), Value: Text(h.Position)}, {Label: w.T("paper.sheet.tab"), Value: Text(h.TabNo)},
		{Label: w.T("paper.sheet.place"), Value: Text(h.Place)}, {Label: w.T("paper.sheet.term"), Value: Text(w.PeriodYear(h.From, h.To))}, {Label: w.T("paper.sheet.order"), Value: Text(h.Order)}}
	var kept []Fact
	for _, f := range all {
		if f.Value.Type != Empty {
			kept = append(kept, f)
		}
	}
	return Facts{Items: kept}
}

// TripEstimate is the estimate of a trip as a sheet of figures.
func TripEstimate(s EstimateSheet, w *text.Words) Document {
	t := &Table{Name: w.T("paper.sheet.estimate"), Columns: []Column{{Title: "№", Type: AsInt, Align: Centre}, {Title: w.T("paper.sheet.what"), Type: AsText, Width: 3}, {Title: w.T("paper.sheet.count"), Type: AsText, Align: Right},
		{Title: w.T("paper.sheet.price"), Type: AsText, Align: Right}, {Title: w.T("paper.sheet.sum"), Type: AsMoney}, {Title: w.T("paper.sheet.payer"), Type: AsText}}}
	for i, l := range s.Lines {
		payer := w.T("paper.fromAdvance")
		if !l.Own {
			payer = w.T("paper.firmPays")
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{Int(int64(i + 1)), Text(l.What), Text(l.Count), Text(l.Price), Money(l.Sum), Text(payer)}})
	}
	t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, Text(w.T("paper.sheet.total")), {}, {}, Money(s.Total)}})
	sums := Facts{Items: []Fact{{Label: w.T("paper.sheet.all"), Value: Money(s.Total)}, {Label: w.T("paper.sheet.advance"), Value: Money(s.Advance)}}}
	return Document{Title: w.F("paper.sheet.estimateTitle", s.Number, s.On), Subtitle: s.Firm, Author: s.Firm, Made: s.Made,
		Blocks: []Block{s.facts(w), t, sums, Signatures{Items: []Signature{{Role: s.Position, Name: s.Short}, s.Boss, s.Head}}}}
}

// TripAdvance is an advance report as a sheet of figures: every sum is a number.
func TripAdvance(s AdvanceSheet, w *text.Words) Document {
	facts := s.facts(w)
	if s.Purpose != "" {
		facts.Items = append(facts.Items, Fact{Label: w.T("paper.sheet.purpose"), Value: Text(s.Purpose)})
	}
	return Document{Title: w.F("paper.sheet.advanceTitle", s.Number, s.On), Subtitle: s.Firm, Author: s.Firm, Made: s.Made,
		Blocks: []Block{facts, s.lines(w), s.sums(w), Signatures{Items: []Signature{{Role: w.T("paper.sheet.traveller"), Name: s.Short, Dated: true},
			{Role: w.T("paper.sheet.accountant"), Name: s.Accountant}, s.Head}}}}
}

// lines is the list of what was spent.
func (s AdvanceSheet) lines(w *text.Words) *Table {
	t := &Table{Name: w.T("paper.sheet.advanceName"), Columns: []Column{{Title: "№", Type: AsInt, Align: Centre}, {Title: w.T("paper.sheet.date"), Type: AsDate}, {Title: w.T("paper.sheet.number"), Type: AsText},
		{Title: w.T("paper.sheet.name"), Type: AsText, Width: 3}, {Title: w.T("paper.sheet.sum"), Type: AsMoney}, {Title: w.T("paper.sheet.accepted"), Type: AsMoney}}}
	for i, l := range s.Lines {
		row := Row{Cells: []Cell{Int(int64(i + 1)), Date(l.On), Text(l.Number), Text(l.Name), Money(l.Sum)}}
		if s.Approved {
			row.Cells = append(row.Cells, Money(l.Accepted))
		}
		t.Rows = append(t.Rows, row)
	}
	total := Row{Style: Total, Cells: []Cell{{}, {}, {}, Text(w.T("paper.sheet.total")), Money(s.Spent)}}
	if s.Approved {
		total.Cells = append(total.Cells, Money(s.Accepted))
	}
	t.Rows = append(t.Rows, total)
	return t
}

// sums are the figures below the list.
func (s AdvanceSheet) sums(w *text.Words) Facts {
	var all []Fact
	add := func(is bool, label string, c Cell) {
		if is {
			all = append(all, Fact{Label: label, Value: c})
		}
	}
	add(s.Previous > 0, w.T("paper.sheet.prevRest"), Money(s.Previous))
	add(s.Previous < 0, w.T("paper.sheet.prevOver"), Money(-s.Previous))
	add(true, w.T("paper.sheet.received"), Money(s.Received))
	add(s.ReceivedBy != "", w.T("paper.sheet.receivedBy"), Text(s.ReceivedBy))
	add(true, w.T("paper.sheet.receivedAll"), Money(s.Previous+s.Received))
	add(true, w.T("paper.sheet.spent"), Money(s.Spent))
	add(s.Approved, w.T("paper.sheet.approved"), Money(s.Accepted))
	add(s.Approved, w.T("paper.sheet.approvedOn"), Date(s.ApprovedOn))
	rest := s.Rest()
	add(rest > 0, w.T("paper.sheet.rest"), Money(rest))
	add(rest < 0, w.T("paper.sheet.over"), Money(-rest))
	add(rest == 0, w.T("paper.sheet.rest"), Money(0))
	add(s.SettledBy != "", w.T("paper.sheet.settledBy"), Text(s.SettledBy))
	add(true, w.T("paper.sheet.docs"), Int(int64(s.Docs)))
	add(true, w.T("paper.sheet.sheets"), Int(int64(s.Sheets)))
	return Facts{Items: all}
}
