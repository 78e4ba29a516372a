package trips

import (
	"slices"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/perdiem"
	"portfel/data/text"
)

// moneyRows are the card «Деньги»: the estimate until the trip is under way,
// then what was spent, and what is left.
func (c *detail) moneyRows() []ui.KV {
	if c.trip.What == data.TripLocal {
		return nil
	}
	m, w := c.facts.Money, c.d.Words()
	row := func(label string, sum data.Money) ui.KV {
		return ui.KV{Label: label, Text: w.Amount(sum), Number: true}
	}
	planning := len(c.facts.Expenses) == 0 && !c.facts.Reported()
	var rows []ui.KV
	if planning {
		rows = append(rows, c.diemRow(), row(w.T("trips.money.advance.due"), m.AdvanceDue))
		for _, l := range m.Lines {
			rows = append(rows, row(w.Code(l.Category), l.Estimate))
		}
		if m.Advance > 0 {
			rows = append(rows, row(w.T("trips.money.advance"), m.Advance))
		}
		return append(rows, ui.KV{Label: w.T("trips.money.estimated"), Text: w.Amount(m.Estimated), Number: true, Bold: true})
	}
	rows = append(rows, row(w.T("trips.money.advance"), m.Advance))
	for _, l := range m.Lines {
		if l.Fact > 0 {
			rows = append(rows, row(w.Code(l.Category), l.Fact))
		}
	}
	rows = append(rows, c.diemRow())
	return append(rows, c.balanceRow())
}

// diemRow is «Суточные 5 × 1 500» and its sum.
func (c *detail) diemRow() ui.KV {
	w := c.d.Words()
	kv := ui.KV{Label: w.T("trips.money.perdiem"), Number: true}
	if c.facts.DiemErr != nil {
		kv.Text, kv.Role = w.T("trips.money.unknown"), ui.Late
		return kv
	}
	kv.Text = w.Amount(c.facts.Money.PerDiem)
	if rate, same := oneRate(c.facts.Diem); same {
		kv.Label = w.F("trips.money.perdiem.by", w.Decimal(c.facts.Diem.PerDiemDays), rateText(w, rate))
	}
	return kv
}

// oneRate is the rate of all paid days, if they have the same.
func oneRate(r perdiem.Result) (rate data.Foreign, same bool) {
	for _, d := range r.Days {
		if d.Part == 0 {
			continue
		}
		if same && (d.Rate.Sum != rate.Sum || d.Rate.Currency != rate.Currency) || d.Rule == perdiem.RuleOverride {
			return data.Foreign{}, false
		}
		rate, same = d.Rate, true
	}
	return rate, same
}

// rateText is «1 500» or «60 USD».
func rateText(w *text.Words, f data.Foreign) string {
	s := w.MoneyTyped(data.Money(f.Sum))
	if f.Sum%100 == 0 {
		s = w.Number(f.Sum / 100)
	}
	if f.Home() {
		return s
	}
	return s + "\u00a0" + f.Currency
}

// balanceRow is what is to be returned or paid, or that all is settled.
func (c *detail) balanceRow() ui.KV {
	w, rest := c.d.Words(), c.facts.Money.Rest
	kv := ui.KV{Number: true, Bold: true}
	switch {
	case rest > 0:
		kv.Label, kv.Text = w.T("trips.money.return"), w.Amount(rest)
	case rest < 0:
		kv.Label, kv.Text = w.T("trips.money.owed"), w.Amount(-rest)
	default:
		kv.Label, kv.Text = w.T("trips.money.settled"), w.Amount(0)
	}
	return kv
}

// point is one line of «До закрытия».
type point struct {
	key  string // of its word
	note string
	done bool
	page string // where it is done
}

//text:prefix trips.close.

// closing are the things a trip needs until it is closed, in their order.
func (c *detail) closing() []point {
	if c.trip.What == data.TripLocal || c.trip.Status == data.TripCancelled {
		return nil
	}
	f, w := c.facts, c.d.Words()
	over := tripOrder[c.trip.Status] >= tripOrder[data.TripReported]
	list := []point{
		{"order", c.order(), tripOrder[c.trip.Status] >= tripOrder[data.TripOrdered], pagePapers},
		{"assignment", w.N("trips.close.points", len(f.Items)), len(f.Items) > 0 || c.trip.TaskText != "", pageTask},
		{"tickets", "", ticketed(f.Legs), pageRoute},
		{"advance", w.Amount(f.Money.Advance), f.Money.Advance > 0 || f.Money.AdvanceDue == 0, pageMoney},
	}
	list = append(list, c.travelPoints()...)
	list = append(list, []point{
		{"result", "", c.trip.ResultText != "" || allTicked(f.Items), pageTask},
		{"report", reportNote(w, f.Report), over, pageReport},
		{"settled", "", over && f.Money.Rest == 0 && tripOrder[c.trip.Status] >= tripOrder[data.TripApproved], pageReport},
	}...)
	if len(f.Items) == 0 {
		list[1].note = ""
	}
	if f.Money.Advance == 0 {
		list[3].note = ""
	}
	return list
}

func reportNote(w *text.Words, r data.AdvanceReport) string {
	if r.Number == "" || r.ReportedOn.IsZero() {
		return ""
	}
	return w.F("trips.report.no", r.Number, w.DayMonth(r.ReportedOn))
}

// ticketed tells whether every ride that needs a ticket has one.
func ticketed(legs []data.Leg) bool {
	for _, l := range legs {
		if l.TicketNo == "" && l.Transport != data.ByCar && l.Transport != data.ByOther {
			return false
		}
	}
	return len(legs) > 0
}

func allTicked(items []data.TripItem) bool {
	for _, i := range items {
		if !i.Done && i.What != data.ItemPersonal {
			return false
		}
	}
	return len(items) > 0
}

func (s *side) fillClosing(i int, r *ui.ListRow) {
	p, w := s.points[i], s.c.d.Words()
	r.ID, r.Title, r.Note = p.key, w.T("trips.close."+p.key), p.note
	r.Checkable, r.Checked = true, p.done
	if p.done {
		r.Role = ui.Muted
	}
}

// openClosing goes to the page where a point is done.
func (s *side) openClosing(i int) { s.c.turn(s.points[i].page) }

// rateDay is the day whose exchange rates count for an estimate: the first day
// of the trip, at the latest today.
func (c *detail) rateDay() data.Date {
	if c.row.StartsOn.IsZero() {
		return c.s.tell.today
	}
	return min(c.row.StartsOn, c.s.tell.today)
}

// travelPoints are what each means of travel must be proved by.
func (c *detail) travelPoints() (out []point) {
	by := map[data.Transport]bool{}
	for _, l := range c.facts.Legs {
		by[l.Transport] = true
	}
	if by[data.ByPlane] {
		out = append(out, point{"boarding", "", c.hasDoc(data.DocBoarding), pageSpent})
	}
	if by[data.ByTrain] || by[data.ByBus] || by[data.ByShip] {
		out = append(out, point{"coupon", "", c.hasDoc(data.DocTicket), pageSpent})
	}
	if by[data.ByCar] {
		out = append(out, point{"car", "", c.hasPaper(data.PaperCarMemo), pagePapers})
	}
	return out
}

func (c *detail) hasDoc(k data.DocKind) bool {
	return slices.ContainsFunc(c.facts.Expenses, func(e data.Expense) bool { return e.DocWhat == k })
}

func (c *detail) hasPaper(k data.PaperKind) bool {
	return slices.ContainsFunc(c.facts.Papers, func(p data.Paper) bool { return p.What == k })
}

// moneyActions are what the palette can do with the money and the papers of a
// trip; each turns to its page first.
func (c *detail) moneyActions() []desk.Action {
	if c.trip.What == data.TripLocal {
		return nil
	}
	t := c.d.Words().T
	at := func(page string, do func()) func() { return func() { c.turn(page); do() } }
	out := []desk.Action{
		{Label: t("trips.gather"), Do: at(pageTask, c.gather)},
		{Label: t("trips.items.add"), Do: at(pageTask, c.task.add)},
		{Label: t("trips.estimate.add"), Do: at(pageMoney, c.budget.addLine)},
		{Label: t("trips.move.add"), Do: at(pageMoney, func() { c.budget.editMove(data.MoneyMove{}) })},
		{Label: t("trips.spent.add"), Do: at(pageSpent, c.spent.add)},
		{Label: t("trips.spent.receipt"), Do: at(pageSpent, c.spent.receipt)},
	}
	for _, i := range c.changeItems() {
		if i.Do != nil {
			out = append(out, desk.Action{Label: i.Label, Do: i.Do})
		}
	}
	return out
}
