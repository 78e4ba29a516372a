package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// account is the page of the advance report: its figures, and what speaks
// against handing it in.
type account struct {
	c     *detail
	kv    *ui.KeyValues
	place *fyne.Container
	box   fyne.CanvasObject
}

func newAccount(c *detail) *account {
	a := &account{c: c, kv: ui.NewKeyValues(), place: container.NewStack()}
	a.kv.LabelWidth = 226
	a.box = ui.Scroll(a.place)
	return a
}

func (a *account) reload() {
	w := a.c.d.Words()
	a.kv.Set(append([]ui.KV{{Label: w.T("field.status"), Text: a.state()}}, a.rows()...)...)
	a.place.Objects = []fyne.CanvasObject{ui.Down(0, append([]ui.Part{ui.Own(a.kv)}, a.c.checks()...)...)}
	a.place.Refresh()
}

// state is where the report stands, in words.
func (a *account) state() string {
	w, r := a.c.d.Words(), a.c.facts.Report
	switch {
	case !r.ApprovedOn.IsZero():
		return w.F("trips.report.approved", w.Date(r.ApprovedOn))
	case !r.ReportedOn.IsZero():
		return w.F("trips.report.handed", w.Date(r.ReportedOn))
	}
	return w.T("trips.report.open")
}

// rows are the figures of the report.
func (a *account) rows() []ui.KV {
	f, d := a.c.facts, a.c.d
	w := d.Words()
	sum := func(label string, m data.Money) ui.KV { return ui.KV{Label: w.T(label), Text: w.MoneyExact(m)} }
	fixed := f.Reported()
	rows := []ui.KV{
		card.Text(d, w.T("trips.report.number"), f.Report.Number, a.change(func(r *data.AdvanceReport, v string) { r.Number = v })),
		card.Date(d, w.T("trips.report.on"), f.Report.ReportedOn, nil),
		card.Text(d, w.T("field.purpose"), a.purpose(), a.change(func(r *data.AdvanceReport, v string) { r.Purpose = v })),
		a.prevRow(),
		sum("field.received", f.Money.Advance),
		sum("field.perDiem", f.Money.PerDiem),
		sum("trips.report.own", f.Money.Own),
		{Label: w.T("field.spent"), Text: w.MoneyExact(f.Money.Spent), Bold: true},
		sum("trips.report.company", f.Money.Company),
	}
	rows[1].Edit = nil
	if fixed {
		rows[3].Edit = nil
	}
	if f.Money.Declined != 0 {
		rows = append(rows, sum("trips.report.declined", f.Money.Declined))
	}
	balance := a.c.balanceRow()
	balance.Number, balance.Text = false, w.MoneyExact(max(f.Money.Rest, -f.Money.Rest))
	rows = append(rows, balance, sum("trips.report.cost", f.Money.Cost))
	if f.Diem.Above > 0 {
		above := sum("trips.report.above", f.Diem.Above)
		if on := f.Diem.IncomeOn; !on.IsZero() {
			above.Text = w.F("trips.report.income", above.Text, w.Date(on))
		}
		rows = append(rows, above)
	}
	return append(rows, card.Long(d, w.T("field.note"), f.Report.Note, a.change(func(r *data.AdvanceReport, v string) { r.Note = v })))
}

func (a *account) purpose() string {
	if p := a.c.facts.Report.Purpose; p != "" {
		return p
	}
	return a.c.trip.Purpose
}

// change makes the save of one field of the report; a trip without one gets it.
func (a *account) change(set func(*data.AdvanceReport, string)) card.Save[string] {
	return func(v string) data.Record {
		r := a.report()
		set(&r, v)
		return r
	}
}

func (a *account) report() data.AdvanceReport {
	r := a.c.facts.Report
	if r.ID.IsZero() {
		r.ID, r.TripID, r.Purpose = data.NewID[data.AdvanceReport](), a.c.trip.ID, a.c.trip.Purpose
	}
	return r
}

// prevRow is the rest of an earlier advance; below zero it was overspent.
func (a *account) prevRow() ui.KV {
	w, r := a.c.d.Words(), a.c.facts.Report
	kv := ui.KV{Label: w.T("field.prevBalance"), Text: w.MoneyExact(r.PrevBalance)}
	kv.Edit = func() ui.Editor {
		f := ui.NewMoneyField(r.PrevBalance)
		f.OnSet = func(v data.Money) error {
			x := a.report()
			x.PrevBalance = v
			return a.c.d.Do(command.Put{Record: x})
		}
		return f
	}
	return kv
}

// askHandIn asks for what a report needs and hands it in.
func (c *detail) askHandIn() {
	w, d := c.d.Words(), c.d
	rep := c.facts.Report
	no, on := ui.NewField(rep.Number), card.NewDate(d, orToday(c, rep.ReportedOn))
	no.PlaceHolder = c.nextNumber(data.PaperReport)
	prev, result := ui.NewMoneyField(rep.PrevBalance), ui.NewArea(c.result(), 6)
	form := ui.NewForm().AddNote("number", w.T("trips.report.number"), no, w.T("trips.number.note")).Add("on", w.T("trips.report.on"), on).
		Add("prevBalance", w.T("field.prevBalance"), prev).Add("resultText", w.T("field.resultText"), result)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("trips.report.sum", w.MoneyExact(c.facts.Money.Spent), c.balanceText()), Content: form, Width: 560, Confirm: w.T("trips.report.handin"), OnConfirm: c.submit(form, func() error {
		x := command.HandInReport{TripID: c.trip.ID, Number: no.Text, Purpose: c.account.purpose(), Result: result.Text, Name: c.trip.Name}
		var err error
		if x.On, err = on.Get(); err != nil {
			return err
		}
		if x.PrevBalance, err = prev.Get(); err != nil {
			return err
		}
		return d.Do(x)
	})})
}

// result is what came of the trip, as written, else as the ticks of its
// assignment say.
func (c *detail) result() string {
	if c.trip.ResultText != "" || len(c.facts.Items) == 0 {
		return c.trip.ResultText
	}
	return command.AssignmentReport(c.d.Words(), c.facts.Items)
}

// balanceText is «к возврату 50,00 ₽».
func (c *detail) balanceText() string {
	kv := c.balanceRow()
	return small(kv.Label) + " " + c.d.Words().MoneyExact(max(c.facts.Money.Rest, -c.facts.Money.Rest))
}

// askApprove asks who approved the report, and when.
func (c *detail) askApprove() {
	w, d := c.d.Words(), c.d
	by, on := ui.NewChoice(card.People(d, true), c.approver()), card.NewDate(d, c.s.tell.today)
	form := ui.NewForm().Add("approvedById", w.T("field.approvedById"), by).Add("approvedOn", w.T("field.approvedOn"), on)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trips.report.approve"), Content: form, Confirm: w.T("trips.report.approve"), OnConfirm: c.submit(form, func() error {
		x := command.ApproveReport{TripID: c.trip.ID, ByID: card.ID[data.Person](by.ID), Name: c.trip.Name}
		var err error
		if x.On, err = on.Get(); err != nil {
			return err
		}
		return d.Do(x)
	})})
}

// approver is the traveller's head, as a first guess.
func (c *detail) approver() string {
	if id := c.facts.Person.ManagerID; !id.IsZero() {
		return id.String()
	}
	return ""
}

// askSettle asks for the paper of the last payment and closes the trip; when
// nothing is to be moved it closes at once.
func (c *detail) askSettle() {
	w, d := c.d.Words(), c.d
	x := command.SettleTrip{TripID: c.trip.ID, Name: c.trip.Name}
	if c.facts.Money.Rest == 0 {
		card.Do(d, x)
		return
	}
	doc, on := ui.NewField(""), card.NewDate(d, c.s.tell.today)
	doc.PlaceHolder = w.T("trips.move.doc.hint")
	form := ui.NewForm().Add("docNo", w.T("field.docNo"), doc).Add("movedOn", w.T("field.movedOn"), on)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("trips.settle.title", c.balanceText()), Content: form, Confirm: w.T("trips.report.settle"), OnConfirm: c.submit(form, func() error {
		x.DocNo = doc.Text
		var err error
		if x.On, err = on.Get(); err != nil {
			return err
		}
		return d.Do(x)
	})})
}
