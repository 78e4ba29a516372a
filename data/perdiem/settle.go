package perdiem

import "portfel/data"

// Account is the money of one traveller's trip as it was recorded.
type Account struct {
	PrevBalance data.Money // rest of an earlier advance in hand; below zero = overspent then
	Moves       []data.MoneyMove
	Expenses    []data.Expense
	Estimates   []data.Estimate
	Planned     data.Money // per diem that the estimate counts on
	PerDiem     data.Money // of the days as they were
	Above       data.Money // of it above the limit
}

// Settlement is what the money comes to, in kopecks. Every line is rounded half
// up before it is added.
type Settlement struct {
	Advance  data.Money // paid out before
	PerDiem  data.Money
	Own      data.Money // out of the advance or the own pocket
	Company  data.Money // paid by the firm: transfer or its card
	Spent    data.Money // the report's total: PerDiem and Own
	Accepted data.Money // of Spent, as far as the firm has decided
	Declined data.Money // Spent without Accepted
	Balance  data.Money // to give back; below zero the firm owes it
	Returned data.Money
	Extra    data.Money // paid by the firm after the report
	Rest     data.Money // of Balance still to be moved; 0 = settled
	Above    data.Money // income: per diem above the limit
	Cost     data.Money // of the trip to its project: Accepted and Company
	Billable data.Money // of the expenses, what the client refunds
	Vat      data.Money // named by papers in roubles

	AdvanceDue data.Money // what the estimate asks for: per diem and own lines
	Estimated  data.Money // with the lines of the firm
	Lines      []Line     // by category; the per diem is not among them
}

// Line compares a category's estimate with its fact.
type Line struct {
	Category data.ExpenseCategory
	Estimate data.Money
	Fact     data.Money
}

// Settle settles a trip. A sum in a currency without a rate is an error that
// names the currency; it counts as nothing.
func Settle(a Account) (Settlement, error) {
	var ps data.Problems
	s := Settlement{PerDiem: a.PerDiem, Spent: a.PerDiem, Accepted: a.PerDiem, Above: a.Above, AdvanceDue: a.Planned, Estimated: a.Planned}
	for _, m := range a.Moves {
		s.move(m)
	}
	for _, e := range a.Expenses {
		if !e.Foreign().Known() {
			ps = once(ps, data.Problem{Field: "rate", Code: "noRate", Args: []string{e.Currency, ""}})
			continue
		}
		s.spend(e)
	}
	for _, e := range a.Estimates {
		if !e.Foreign().Known() {
			ps = once(ps, data.Problem{Field: "rate", Code: "noRate", Args: []string{e.Currency, ""}})
			continue
		}
		s.expect(e)
	}
	s.Declined = s.Spent - s.Accepted
	s.Balance = a.PrevBalance + s.Advance - s.Accepted
	s.Rest = s.Balance - s.Returned + s.Extra
	s.Cost = s.Accepted + s.Company
	return s, ps.Err()
}

func (s *Settlement) move(m data.MoneyMove) {
	switch m.What {
	case data.MoneyAdvance:
		s.Advance += m.Amount
	case data.MoneyReturn:
		s.Returned += m.Amount
	case data.MoneyExtra:
		s.Extra += m.Amount
	}
}

// spend takes an expense in: of the traveller's own what was accepted, once that
// is decided.
func (s *Settlement) spend(e data.Expense) {
	sum := e.Money()
	taken := sum
	if !e.AcceptedOn.IsZero() {
		taken = e.Accepted
	}
	if e.Payer.Own() {
		s.Own += sum
		s.Spent += sum
		s.Accepted += taken
	} else {
		s.Company += sum
		taken = sum
	}
	if e.Billable {
		s.Billable += taken
	}
	if e.Foreign().Home() {
		s.Vat += e.Vat
	}
	s.line(e.Category).Fact += sum
}

func (s *Settlement) expect(e data.Estimate) {
	sum := e.Money()
	if e.Payer.Own() {
		s.AdvanceDue += sum
	}
	s.Estimated += sum
	s.line(e.Category).Estimate += sum
}

// line is the line of a category; lines stand in the order of the categories.
func (s *Settlement) line(c data.ExpenseCategory) *Line {
	at := 0
	for at < len(s.Lines) && place(s.Lines[at].Category) < place(c) {
		at++
	}
	if at < len(s.Lines) && s.Lines[at].Category == c {
		return &s.Lines[at]
	}
	s.Lines = append(s.Lines, Line{})
	copy(s.Lines[at+1:], s.Lines[at:])
	s.Lines[at] = Line{Category: c}
	return &s.Lines[at]
}

// place is where a category stands; an unknown one comes last.
func place(c data.ExpenseCategory) int {
	for i, x := range data.ExpenseCategories {
		if x == c {
			return i
		}
	}
	return len(data.ExpenseCategories)
}
