package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// fillReport fills the advance report. A report that was handed in keeps the
// figures of that day; when its lines no longer come to them it is refused.
func (p *paper) fillReport() error {
	if err := p.counted(); err != nil {
		return err
	}
	if stale, now := staleReport(p.f); stale {
		return data.Problem{Field: "report", Code: "paper.stale", Args: []string{"₽" + p.f.Report.Spent.Decimal(), "₽" + now.Decimal()}}
	}
	if err := p.approver(); err != nil {
		return err
	}
	p.detail("inn", p.firm.company.Inn)
	p.detail("okpo", p.firm.company.Okpo)
	s := p.advanceSheet()
	p.reportSums(s)
	p.set("report.purpose", s.Purpose)
	p.set("report.docs_count", strconv.Itoa(s.Docs))
	p.set("report.sheets_count", strconv.Itoa(s.Sheets))
	p.set("report.received_by", s.ReceivedBy)
	p.set("report.settled_by", s.SettledBy)
	var rows []map[string]string
	for _, l := range s.Lines {
		row := map[string]string{"expense.date": p.w.Date(l.On), "expense.number": l.Number, "expense.name": l.Name, "expense.sum": p.w.Amount(l.Sum)}
		if s.Approved {
			row["expense.accepted"] = p.w.Amount(l.Accepted)
		}
		rows = append(rows, row)
	}
	p.values.Lists["expenses"] = rows
	return nil
}

// approver puts who approved the report in the place of the head, once that is
// said.
func (p *paper) approver() error {
	if p.f.Report.ApprovedOn.IsZero() || p.f.Report.ApprovedByID.IsZero() {
		return nil
	}
	who, err := sqlite.Get(p.r, p.f.Report.ApprovedByID)
	if err != nil {
		return ignoreMissing(err)
	}
	p.set("company.head_name", initials(who.FullName))
	p.set("company.head_position", text.Title(who.Position))
	return nil
}

// reportSums fills the figures; of rest and overspending the one that is there.
func (p *paper) reportSums(s report.AdvanceSheet) {
	if s.Previous > 0 {
		p.setSum("report.prev_balance", s.Previous, false)
	}
	if s.Previous < 0 {
		p.setSum("report.prev_overspend", -s.Previous, false)
	}
	p.setSum("report.received", s.Received, false)
	p.setSum("report.total_received", s.Received+s.Previous, false)
	p.setSum("report.spent", s.Spent, true)
	if s.Approved {
		p.setSum("report.accepted", s.Accepted, true)
		p.set("report.approved_on", p.w.Date(p.f.Report.ApprovedOn))
	}
	switch rest := s.Rest(); {
	case rest > 0:
		p.setSum("report.balance", rest, true)
	case rest < 0:
		p.setSum("report.overspend", -rest, true)
	}
}

// staleReport tells whether the lines of a report that was handed in no longer
// come to its figures, and to what they come now.
func staleReport(f TripFacts) (bool, data.Money) {
	now := f.Report.PerDiem + f.Money.Own
	return f.Reported() && now != f.Report.Spent, now
}

// advanceSheet are the lines and figures of the advance report: the per diem,
// then the expenses in their order. What the firm paid itself is named with its
// sum and has nothing to reimburse.
func (p *paper) advanceSheet() report.AdvanceSheet {
	f, rep := p.f, p.f.Report
	s := report.AdvanceSheet{PaperHead: p.sheetHead(), Previous: rep.PrevBalance, Received: f.Money.Advance, Spent: f.Money.Spent, Approved: !rep.ApprovedOn.IsZero(),
		ApprovedOn: rep.ApprovedOn, ReceivedBy: p.movesNamed(data.MoneyAdvance), SettledBy: text.Join(p.movesNamed(data.MoneyReturn), p.movesNamed(data.MoneyExtra))}
	s.Docs, s.Sheets = countPapers(f.Expenses)
	s.Purpose = rep.Purpose
	if s.Purpose == "" {
		s.Purpose = f.Trip.Purpose
	}
	if f.Reported() {
		s.Received, s.Spent, s.Docs, s.Sheets = rep.Received, rep.Spent, rep.DocCount, rep.SheetCount
	}
	if s.Approved {
		s.Accepted = rep.Accepted
	}
	s.Purpose = text.Title(s.Purpose)
	s.Lines = p.diemRows()
	for _, e := range f.Expenses {
		s.Lines = append(s.Lines, p.expenseRow(e))
	}
	return s
}

// diemRows are the lines of the per diem. A report that was handed in with
// another per diem than the days come to now keeps its sum in one line.
func (p *paper) diemRows() (rows []report.AdvanceLine) {
	on := p.f.Row.EndsOn
	if p.f.Reported() && p.f.Report.PerDiem != p.f.Diem.PerDiem {
		sum := p.f.Report.PerDiem
		return []report.AdvanceLine{{On: on, Name: p.w.T("paper.perdiem"), Sum: sum, Accepted: sum}}
	}
	for _, l := range diemLines(p.f.Diem) {
		rows = append(rows, report.AdvanceLine{On: on, Name: l.name(p.w), Sum: l.sum, Accepted: l.sum})
	}
	return rows
}

// expenseRow is one expense as the report lists it.
//
//text:prefix expense.doc.
func (p *paper) expenseRow(e data.Expense) report.AdvanceLine {
	x := report.AdvanceLine{On: e.DocOn, Number: e.DocNo, Name: category(p.w, e.Category, e.Title)}
	if x.On.IsZero() {
		x.On = e.SpentOn
	}
	if e.DocWhat != data.DocNone {
		x.Name += ", " + text.Lower(p.w.T("expense.doc."+string(e.DocWhat)))
	}
	if !e.Foreign().Home() {
		x.Name += ", " + price(p.w, data.Foreign{Sum: e.Sum, Currency: e.Currency})
	}
	if !e.Payer.Own() {
		x.Name = p.w.F("paper.paidByFirm", x.Name, p.w.Amount(e.Money()))
		return x
	}
	x.Sum, x.Accepted = e.Money(), e.Money()
	if !e.AcceptedOn.IsZero() {
		x.Accepted = e.Accepted
	}
	return x
}

// movesNamed are the papers of the payments of a kind: «РКО 221 от 27.11.2026».
func (p *paper) movesNamed(k data.MoneyMoveKind) string {
	var all []string
	for _, m := range p.f.Moves {
		if m.What == k {
			all = append(all, p.w.F("paper.move."+string(k), strings.TrimSpace(m.DocNo), m.MovedOn, p.w.Amount(m.Amount)))
		}
	}
	return strings.Join(all, "; ")
}
