package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// reportMoved keeps a trip's advance report in step with the trip: its figures
// are fixed when it is handed in, freed when it is taken back, and what the firm
// accepted is fixed when it is approved. A trip is closed when its money is
// settled.
func reportMoved(tx *sqlite.Tx, old, next data.Trip) error {
	if next.What == data.TripLocal {
		return nil
	}
	switch next.Status {
	case data.TripReported:
		return fixReport(tx, next.ID)
	case data.TripOrdered:
		return freeReport(tx, old, next.ID)
	case data.TripApproved:
		return approveReport(tx, next.ID)
	case data.TripClosed:
		return closeMoney(tx, next.ID)
	}
	return nil
}

// fixReport writes the figures of the day on which a report is handed in, and
// gives it its number.
func fixReport(tx *sqlite.Tx, trip data.ID[data.Trip]) error {
	f, err := ReadTrip(tx.Reader, trip)
	if err != nil {
		return err
	}
	if f.DiemErr != nil {
		return f.DiemErr
	}
	if f.MoneyErr != nil {
		return f.MoneyErr
	}
	rep := f.Report
	if rep.ID.IsZero() {
		rep.ID, rep.TripID = data.NewID[data.AdvanceReport](), trip
	}
	if rep.ReportedOn.IsZero() {
		rep.ReportedOn = tx.Today()
	}
	if rep.Purpose == "" {
		rep.Purpose = f.Trip.Purpose
	}
	rep.Received, rep.PerDiem, rep.Spent = f.Money.Advance, f.Diem.PerDiem, f.Diem.PerDiem+f.Money.Own
	rep.DocCount, rep.SheetCount = countPapers(f.Expenses)
	p, err := paperNumber(tx, data.Paper{TripID: trip, What: data.PaperReport, Number: rep.Number, PaperOn: rep.ReportedOn})
	if err != nil {
		return err
	}
	rep.Number = p.Number
	return tx.Put(rep)
}

// paperNumber puts the paper of a kind with its number.
func paperNumber(tx *sqlite.Tx, p data.Paper) (data.Paper, error) {
	var err error
	if p.ID, err = paperOf(tx.Reader, p.TripID, p.What); err != nil {
		return p, err
	}
	if old, known := sqlite.Get(tx.Reader, p.ID); known == nil {
		p.Text, p.SignedOn = old.Text, max(old.SignedOn, 0)
		if p.Number == "" {
			p.Number = old.Number
		}
	}
	if p.SignedOn != 0 && p.SignedOn < p.PaperOn {
		p.SignedOn = p.PaperOn
	}
	if p, err = takeNumber(tx, p, data.ID[data.Trip]{}); err != nil {
		return p, err
	}
	return p, tx.Put(p)
}

// countPapers are the papers that go with a report, and their sheets.
func countPapers(list []data.Expense) (docs, sheets int) {
	for _, e := range list {
		if e.DocWhat != data.DocNone {
			docs, sheets = docs+1, sheets+e.Sheets
		}
	}
	return docs, sheets
}

// freeReport takes a report back.
func freeReport(tx *sqlite.Tx, old data.Trip, trip data.ID[data.Trip]) error {
	rep, found, err := tx.AdvanceReport(trip)
	if err != nil || !found || old.Status != data.TripReported {
		return err
	}
	rep.ReportedOn = 0
	return tx.Put(rep)
}

// approveReport fixes what the firm accepted.
func approveReport(tx *sqlite.Tx, trip data.ID[data.Trip]) error {
	f, err := ReadTrip(tx.Reader, trip)
	if err != nil || f.Report.ID.IsZero() {
		return err
	}
	rep := f.Report
	if rep.ApprovedOn.IsZero() {
		rep.ApprovedOn = max(tx.Today(), rep.ReportedOn)
	}
	rep.Accepted = f.Money.Accepted
	return tx.Put(rep)
}

// closeMoney refuses to close a trip while money is to be moved.
func closeMoney(tx *sqlite.Tx, trip data.ID[data.Trip]) error {
	f, err := ReadTrip(tx.Reader, trip)
	if err != nil || f.Report.ID.IsZero() {
		return err
	}
	switch {
	case f.Money.Rest > 0:
		return data.Problems{{Field: "status", Code: "moneyToReturn", Args: []string{"₽" + f.Money.Rest.Decimal()}}}
	case f.Money.Rest < 0:
		return data.Problems{{Field: "status", Code: "moneyOwed", Args: []string{"₽" + (-f.Money.Rest).Decimal()}}}
	}
	return nil
}

// HandInReport hands in the advance report of a trip that is over: its figures
// are fixed as of the day. Zero values: the next number, today.
type HandInReport struct {
	TripID      data.ID[data.Trip]
	Number      string
	On          data.Date
	PrevBalance data.Money
	Purpose     string
	Result      string // of the trip, kept in it; empty = as it stands
	Name        string
}

// Label is "command.trip.handin" and the trip's name.
func (c HandInReport) Label() (string, string) { return "command.trip.handin", c.Name }

// Run fixes the figures and moves the trip.
func (c HandInReport) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	rep, found, err := tx.AdvanceReport(c.TripID)
	if err != nil {
		return err
	}
	if !found {
		rep = data.AdvanceReport{ID: data.NewID[data.AdvanceReport](), TripID: c.TripID}
	}
	rep.PrevBalance, rep.Purpose, rep.ReportedOn = c.PrevBalance, c.Purpose, c.On
	if c.Number != "" {
		rep.Number = c.Number
	}
	if err := tx.Put(rep); err != nil {
		return err
	}
	next := t
	next.Status = data.TripReported
	if c.Result != "" {
		next.ResultText = c.Result
	}
	return moveTrip(tx, t, next)
}

// ApproveReport approves an advance report: by whom and when (zero = today).
type ApproveReport struct {
	TripID data.ID[data.Trip]
	ByID   data.ID[data.Person]
	On     data.Date
	Name   string
}

// Label is "command.trip.approve" and the trip's name.
func (c ApproveReport) Label() (string, string) { return "command.trip.approve", c.Name }

// Run approves and moves the trip.
func (c ApproveReport) Run(tx *sqlite.Tx) error {
	t, err := sqlite.Get(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	rep, found, err := tx.AdvanceReport(c.TripID)
	if err != nil {
		return err
	}
	if found {
		rep.ApprovedByID, rep.ApprovedOn = c.ByID, c.On
		if err := tx.Put(rep); err != nil {
			return err
		}
	}
	next := t
	next.Status = data.TripApproved
	return moveTrip(tx, t, next)
}

// SettleTrip moves what is left of an advance back, or pays what the firm owes,
// and closes the trip.
type SettleTrip struct {
	TripID data.ID[data.Trip]
	On     data.Date // zero = today
	DocNo  string
	Name   string
}

// Label is "command.trip.settle" and the trip's name.
func (c SettleTrip) Label() (string, string) { return "command.trip.settle", c.Name }

// Run writes the payment, if there is anything to pay, and closes.
func (c SettleTrip) Run(tx *sqlite.Tx) error {
	f, err := ReadTrip(tx.Reader, c.TripID)
	if err != nil {
		return err
	}
	if c.On.IsZero() {
		c.On = tx.Today()
	}
	move := data.MoneyMove{ID: data.NewID[data.MoneyMove](), TripID: c.TripID, MovedOn: c.On, What: data.MoneyReturn, Amount: f.Money.Rest, DocNo: c.DocNo}
	if f.Money.Rest < 0 {
		move.What, move.Amount = data.MoneyExtra, -f.Money.Rest
	}
	if f.Money.Rest != 0 && !f.Report.ID.IsZero() {
		if err := tx.Put(move); err != nil {
			return err
		}
	}
	next := f.Trip
	next.Status = data.TripClosed
	return moveTrip(tx, f.Trip, next)
}

// PutExpense writes an expense of a trip. A new one gets its place in the
// report, the traveller, and the day of its paper. A receipt that is there
// already is refused by the trip it stands in ("fiscalTwice"), and so is a
// change after the report was approved ("reportDone").
type PutExpense struct{ Expense data.Expense }

// Label is "command.put.expense" and its title.
func (c PutExpense) Label() (string, string) { return "command.put.expense", c.Expense.Title }

// Run puts.
func (c PutExpense) Run(tx *sqlite.Tx) error {
	e := c.Expense
	if !e.TripID.IsZero() {
		t, err := sqlite.Get(tx.Reader, e.TripID)
		if err != nil {
			return err
		}
		if t.Status == data.TripApproved && e.AcceptedOn.IsZero() || t.Status == data.TripClosed {
			return data.Problems{{Field: "status", Code: "reportDone"}}
		}
		if e.PersonID.IsZero() {
			e.PersonID = t.PersonID
		}
	}
	twins, err := tx.FiscalTwins(e.Fiscal, e.ID)
	if err != nil {
		return err
	}
	if len(twins) > 0 {
		return data.Problems{{Field: "receipt", Code: "fiscalTwice", Args: []string{tx.NameOf(data.KindTrip, twins[0].TripID.String()), twins[0].SpentOn.String()}}}
	}
	if e.ID.IsZero() {
		e.ID = data.NewID[data.Expense]()
	}
	if e.Ord == 0 {
		all, err := tx.Expenses(e.TripID)
		if err != nil {
			return err
		}
		for _, x := range all {
			e.Ord = max(e.Ord, x.Ord)
		}
		e.Ord += 100
	}
	return tx.Put(e)
}
