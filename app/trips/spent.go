package trips

import (
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
	"portfel/data/text"
)

// spending is the page of expenses: a table edited in place, and the files of the
// chosen one below.
type spending struct {
	c     *detail
	grid  *ui.Grid
	files *card.Files
	sum   *ui.Label
	box   fyne.CanvasObject
}

func newSpending(c *detail) *spending {
	p := &spending{c: c}
	w := c.d.Words()
	t := w.T
	p.grid = ui.NewGrid([]ui.Column{
		{ID: "day", Title: t("trips.spent.day"), Width: 66, Editor: p.editDay},
		{ID: "category", Title: t("field.category"), Width: 120, MinWidth: 84, Editor: p.editCategory},
		{ID: "title", Title: t("trips.estimate.what"), Width: 110, MinWidth: 90, Flex: true, Drop: 1, Editor: p.editTitle},
		{ID: "sum", Title: t("field.sum"), Width: 96, Right: true, Editor: p.editSum},
		{ID: "payer", Title: t("trips.spent.payer"), Width: 112, Drop: 2, Editor: p.editPayer},
		{ID: "paper", Title: t("field.docWhat"), Width: 104, MinWidth: 80, Drop: 3, Editor: p.editPaper},
	}, func() int { return len(c.facts.Expenses) }, p.fill)
	p.grid.OnSelect = func(int) { p.showFiles() }
	p.grid.OnMenu = p.menu
	p.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(c.d, data.RefTo(data.KindExpense, p.at(rows[0]).ID), p.name(rows[0]))
		}
	}
	p.grid.OnOpen = func(i int) { p.edit(p.at(i)) }
	p.grid.Empty = ui.NewEmpty(t("trips.spent.empty"), ui.NewButton(ui.Secondary, t("trips.spent.add"), p.add))
	p.files = card.NewFiles(c.d, data.Ref{})
	p.sum = ui.NewStrong("")
	add := smallButton(ui.NewButton(ui.Secondary, t("trips.spent.add"), p.add), ui.IconAdd)
	scan := smallButton(ui.NewButton(ui.Secondary, t("trips.spent.receipt"), p.receipt), ui.IconCheck)
	bar := ui.Pad(16, 10, ui.Across(8, ui.Own(add), ui.Own(scan), ui.Flex(1, ui.Spacer())))
	p.box = ui.Down(0, ui.Flex(1, p.grid), ui.Own(ui.Pad(16, 8, p.sum)), ui.Own(ui.Pad(16, 4, p.files.Content())), ui.Own(bar))
	return p
}

func (p *spending) reload() {
	w, m := p.c.d.Words(), p.c.facts.Money
	p.grid.Reload()
	p.sum.Set(w.F("trips.spent.sum", w.MoneyExact(m.Own), w.MoneyExact(m.Company)))
	p.showFiles()
}

func (p *spending) at(i int) data.Expense { return p.c.facts.Expenses[i] }

func (p *spending) name(i int) string {
	if e := p.at(i); e.Title != "" {
		return e.Title
	}
	return p.c.d.Words().Code(p.at(i).Category)
}

// showFiles are the receipts of the chosen expense.
func (p *spending) showFiles() {
	i, _ := p.grid.CursorRow()
	if i < 0 || i >= len(p.c.facts.Expenses) {
		p.files.Show(data.Ref{})
		return
	}
	p.files.Show(data.RefTo(data.KindExpense, p.at(i).ID))
}

func (p *spending) fill(i int, row *ui.Row) {
	e, w := p.at(i), p.c.d.Words()
	row.ID = e.ID.String()
	row.Cells[0].Text = w.DayMonth(e.SpentOn)
	row.Cells[1].Text, row.Cells[2].Text = w.Code(e.Category), e.Title
	row.Cells[3].Text = sumText(w, e.Foreign())
	row.Cells[4].Text = w.Code(e.Payer)
	if !e.Payer.Own() {
		row.Cells[3].Role, row.Cells[4].Role = ui.Muted, ui.Muted
	}
	row.Cells[5].Text = text.Join(w.Code(e.DocWhat), e.DocNo)
	if e.DocWhat == data.DocNone {
		row.Cells[5].Role = ui.Risk
	}
	if p.c.receipts[e.ID] > 0 {
		row.Cells[5].Icon = ui.IconAttach
	}
}

func (p *spending) put(e data.Expense) error { return p.c.d.Do(command.PutExpense{Expense: e}) }

func (p *spending) editDay(i int) ui.Editor {
	f := card.NewDate(p.c.d, p.at(i).SpentOn)
	f.OnSet = func(v data.Date) error { e := p.at(i); e.SpentOn = v; return p.put(e) }
	return f
}

func (p *spending) editCategory(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(p.c.d, "expense.category.", data.ExpenseCategories), string(p.at(i).Category))
	f.OnSelect = func(o ui.Option) error { e := p.at(i); e.Category = data.ExpenseCategory(o.ID); return p.put(e) }
	return f
}

func (p *spending) editTitle(i int) ui.Editor {
	f := ui.NewField(p.at(i).Title)
	f.OnCommit = func(s string) error { e := p.at(i); e.Title = s; return p.put(e) }
	return f
}

func (p *spending) editSum(i int) ui.Editor {
	f := newSum(p.c, p.at(i).Foreign(), p.at(i).SpentOn)
	f.OnSet = func(v data.Foreign) error { return p.put(withSum(p.at(i), v)) }
	return f
}

func withSum(e data.Expense, v data.Foreign) data.Expense {
	e.Sum, e.Currency, e.Rate, e.Nominal = v.Sum, v.Currency, v.Rate, v.Nominal
	return e
}

func (p *spending) editPayer(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(p.c.d, "expense.payer.", data.Payers), string(p.at(i).Payer))
	f.OnSelect = func(o ui.Option) error { e := p.at(i); e.Payer = data.Payer(o.ID); return p.put(e) }
	return f
}

func (p *spending) editPaper(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(p.c.d, "expense.doc.", data.DocKinds), string(p.at(i).DocWhat))
	f.OnSelect = func(o ui.Option) error { e := p.at(i); e.DocWhat = data.DocKind(o.ID); return p.put(e) }
	return f
}

func (p *spending) menu(i int) []ui.MenuItem {
	w, e := p.c.d.Words(), p.at(i)
	items := []ui.MenuItem{
		{Label: w.T("trips.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { p.edit(e) }},
		{Label: w.T("card.files.add"), Icon: ui.IconAttach, Do: p.files.Add},
		{},
	}
	return append(items, card.Menu(p.c.d, data.RefTo(data.KindExpense, e.ID), p.name(i))...)
}

// add opens the dialog of a new expense: of the last day that the trip has
// reached.
func (p *spending) add() { p.edit(p.fresh()) }

func (p *spending) fresh() data.Expense {
	e := data.Expense{TripID: p.c.trip.ID, PersonID: p.c.trip.PersonID, SpentOn: p.c.s.tell.today, Category: data.SpentTaxi, DocWhat: data.DocReceipt, Payer: data.PaidAdvance, Sheets: 1}
	if p.c.row.EndsOn != 0 && e.SpentOn > p.c.row.EndsOn {
		e.SpentOn = p.c.row.EndsOn
	}
	if p.c.facts.Money.Advance == 0 {
		e.Payer = data.PaidSelf
	}
	return e
}

// edit asks for an expense in full.
func (p *spending) edit(e data.Expense) {
	d, w := p.c.d, p.c.d.Words()
	on, doc := card.NewDate(d, e.SpentOn), card.NewDate(d, e.DocOn)
	what := ui.NewChoice(card.Codes(d, "expense.category.", data.ExpenseCategories), string(e.Category))
	title, no, note := ui.NewField(e.Title), ui.NewField(e.DocNo), ui.NewField(e.Note)
	sum := newSum(p.c, e.Foreign(), e.SpentOn)
	sum.PlaceHolder = w.T("trips.sum.hint")
	vat := ui.NewMoneyField(e.Vat)
	paper := ui.NewChoice(card.Codes(d, "expense.doc.", data.DocKinds), string(e.DocWhat))
	payer := ui.NewChoice(card.Codes(d, "expense.payer.", data.Payers), string(e.Payer))
	sheets := ui.NewNumberField(e.Sheets, 0, 1000)
	billable := ui.NewCheck(w.T("field.billable"), e.Billable, nil)
	form := ui.NewForm().Add("spentOn", w.T("field.spentOn"), on).Add("category", w.T("field.category"), what).Add("title", w.T("trips.estimate.what"), title).
		AddNote("sum", w.T("field.sum"), sum, rateNote(w, e)).Add("payer", w.T("trips.spent.payer"), payer).Add("docWhat", w.T("field.docWhat"), paper).
		Add("docNo", w.T("field.docNo"), no).Add("docOn", w.T("field.docOn"), doc).Add("sheets", w.T("field.sheets"), sheets).Add("vat", w.T("trips.spent.vat"), vat).
		Add("billable", "", billable).Add("note", w.T("field.note"), note)
	head := "trips.spent.add"
	if !e.ID.IsZero() {
		head = "trips.spent.edit"
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T(head), Content: form, OnConfirm: p.c.submit(form, func() error {
		v, err := sum.Get()
		if err != nil {
			return err
		}
		x := withSum(e, v)
		x.Category, x.Title, x.DocWhat, x.Payer = data.ExpenseCategory(what.ID), title.Text, data.DocKind(paper.ID), data.Payer(payer.ID)
		x.DocNo, x.Note, x.Billable = no.Text, note.Text, billable.On
		if x.SpentOn, err = on.Get(); err != nil {
			return err
		}
		if x.DocOn, err = doc.Get(); err != nil {
			return err
		}
		if x.Sheets, err = sheets.Get(); err != nil {
			return err
		}
		if x.Vat, err = vat.Get(); err != nil {
			return err
		}
		return p.put(x)
	})})
}

// rateNote says at which rate a foreign sum counts.
func rateNote(w *text.Words, e data.Expense) string {
	if e.Foreign().Home() {
		return w.T("trips.sum.note")
	}
	return w.F("trips.sum.rate", w.Decimal(e.Rate/10), e.Currency, w.MoneyExact(e.Money()))
}

// receipt asks for the text of a receipt's QR and opens the expense that it
// makes; the same receipt twice is refused.
func (p *spending) receipt() {
	d, w := p.c.d, p.c.d.Words()
	line := ui.NewArea("", 3)
	line.PlaceHolder = "t=20261204T1530&s=2350.00&fn=…&i=…&fp=…&n=1"
	form := ui.NewForm().AddNote("receipt", w.T("field.receipt"), line, w.T("trips.receipt.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trips.spent.receipt"), Content: form, Width: 560, Confirm: w.T("trips.receipt.do"), OnConfirm: p.c.submit(form, func() error {
		r, err := quick.ParseReceipt(line.Text)
		if err != nil {
			return err
		}
		e := p.fresh()
		e.SpentOn, e.Sum, e.Fiscal, e.DocNo = r.On, int64(r.Sum), r.Fiscal, receiptNo(r.Fiscal)
		if err := p.put(e); err != nil {
			return err
		}
		p.c.d.Say(w.F("trips.receipt.done", w.MoneyExact(r.Sum), w.Date(r.On)), w.T("step.undo"), d.Undo)
		return nil
	})})
}

// receiptNo is the number of the fiscal document within the receipt's identity.
func receiptNo(fiscal string) string {
	if parts := strings.Split(fiscal, "-"); len(parts) == 3 {
		return parts[1]
	}
	return ""
}
