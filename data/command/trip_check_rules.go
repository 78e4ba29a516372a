package command

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
)

// settings: a report that nobody can sign is not printed.
func (c *tripChecker) settings() {
	for _, p := range c.Missing {
		c.add(true, CheckWrong, "settings", data.RefTo(data.KindCompany, data.CompanyID()), error(p))
	}
}

// order: without an order there is no trip for the accountant.
func (c *tripChecker) order() {
	t := c.Facts.Trip
	unsigned := slices.Contains([]data.TripStatus{data.TripDraft, data.TripPlanned, data.TripAgreed}, t.Status)
	c.add(unsigned, CheckWrong, "order", c.trip())
	c.add(!unsigned && t.OrderNo == "", CheckDoubt, "orderNo", c.trip())
	for _, p := range c.Facts.Papers {
		c.add(p.What == data.PaperOrder && p.SignedOn.IsZero() && !unsigned, CheckWrong, "orderSigned", c.trip(), p.Number)
	}
	c.add(!unsigned && t.AcquaintedOn.IsZero(), CheckHint, "acquainted", c.trip())
}

// counting: days and money that could not be counted, or stand on a guess.
func (c *tripChecker) counting() {
	f := c.Facts
	c.add(f.DiemErr != nil, CheckWrong, "diem", c.trip(), f.DiemErr)
	c.add(f.MoneyErr != nil, CheckWrong, "money", c.trip(), f.MoneyErr)
	for _, p := range f.Diem.Faults {
		c.add(true, CheckDoubt, "fault", c.trip(), error(p))
	}
	stale, now := staleReport(f)
	c.add(stale, CheckWrong, "stale", c.trip(), f.Report.Spent, now)
}

// dates: a report is handed in after the trip, and by its day.
func (c *tripChecker) dates() {
	f := c.Facts
	due, handed := f.Row.ReportOn, f.Report.ReportedOn
	c.add(c.Today < f.Row.EndsOn, CheckHint, "notOver", c.trip(), f.Row.EndsOn)
	c.add(handed.IsZero() && !due.IsZero() && due < c.Today, CheckWrong, "late", c.trip(), due)
	c.add(!handed.IsZero() && !due.IsZero() && due < handed, CheckDoubt, "wasLate", c.trip(), due, handed)
}

// over tells whether a ride has been made.
func (c *tripChecker) over(l data.Leg) bool { return l.Arrive.Day <= c.Today }

// flights: each has a boarding pass, or a memo.
func (c *tripChecker) flights() {
	for _, l := range flightsWithoutPass(c.Facts, c.Files) {
		if c.over(l) {
			c.add(true, CheckDoubt, "boarding", data.RefTo(data.KindLeg, l.ID), l, l.Depart.Day)
			c.found[len(c.found)-1].Memo = true
		}
	}
}

// flightsWithoutPass are the flights for which there is neither an expense nor a
// file that is a boarding pass, nor a memo.
func flightsWithoutPass(f TripFacts, files []TripFile) []data.Leg {
	passes := 0
	for _, x := range files {
		name := data.Fold(x.Attachment.Name)
		if strings.Contains(name, "посадоч") || strings.Contains(name, "boarding") {
			passes++
		}
	}
	for _, p := range f.Papers {
		if p.What == data.PaperMemo {
			passes++
		}
	}
	legs := withoutBoarding(f)
	return legs[min(passes, len(legs)):]
}

// rides: a train or a bus is proved by a ticket.
func (c *tripChecker) rides() {
	tickets := 0
	for _, e := range c.Facts.Expenses {
		if e.Category == data.SpentTravel && e.DocWhat != data.DocNone {
			tickets++
		}
	}
	for _, l := range c.Facts.Legs {
		byLand := l.Transport == data.ByTrain || l.Transport == data.ByBus || l.Transport == data.ByShip
		c.add(byLand && tickets == 0 && l.TicketNo == "" && c.over(l), CheckDoubt, "ticket", data.RefTo(data.KindLeg, l.ID), l, l.Depart.Day)
		c.add(l.Transport == data.ByCar && !c.hasPaper(data.PaperCarMemo) && c.over(l), CheckDoubt, "car", data.RefTo(data.KindLeg, l.ID), l, l.Depart.Day)
	}
}

func (c *tripChecker) hasPaper(k data.PaperKind) bool {
	return slices.ContainsFunc(c.Facts.Papers, func(p data.Paper) bool { return p.What == k })
}

// boughtAhead are what is paid before the trip as a rule.
var boughtAhead = []data.ExpenseCategory{data.SpentTravel, data.SpentBaggage, data.SpentVisa, data.SpentInsurance, data.SpentExchange}

// expenses: each has a paper of the days of the trip, and sheets.
func (c *tripChecker) expenses() {
	from, to := c.Facts.Row.StartsOn, c.Facts.Row.EndsOn
	for _, e := range c.Facts.Expenses {
		on := cmp.Or(e.DocOn, e.SpentOn)
		if e.DocWhat == data.DocNone {
			c.add(true, CheckDoubt, "noPaper", expenseRef(e), e, e.Money())
			c.found[len(c.found)-1].Memo = true
		}
		c.add(!from.IsZero() && (on > to || on < from && !slices.Contains(boughtAhead, e.Category)), CheckDoubt, "outside", expenseRef(e), e, on)
		c.add(e.DocWhat != data.DocNone && e.Sheets == 0 && !c.sharesPaper(e), CheckDoubt, "sheets", expenseRef(e), e)
		c.add(e.DocWhat != data.DocNone && !c.hasFile(expenseRef(e)), CheckHint, "noFile", expenseRef(e), e)
	}
}

// sharesPaper tells whether an expense stands on the paper of another one that
// has sheets: the tourist tax on the bill of the hotel.
func (c *tripChecker) sharesPaper(e data.Expense) bool {
	return e.DocNo != "" && slices.ContainsFunc(c.Facts.Expenses, func(x data.Expense) bool {
		return x.ID != e.ID && x.DocNo == e.DocNo && x.DocWhat == e.DocWhat && x.Sheets > 0
	})
}

func (c *tripChecker) hasFile(o data.Ref) bool {
	return slices.ContainsFunc(c.Files, func(f TripFile) bool { return f.Owner == o })
}

// twins: the same receipt, or the same sum on the same day.
func (c *tripChecker) twins() {
	all := c.Facts.Expenses
	for i, a := range all {
		for _, b := range all[:i] {
			same := a.Fiscal != "" && a.Fiscal == b.Fiscal
			alike := a.Fiscal == b.Fiscal && a.SpentOn == b.SpentOn && a.Sum == b.Sum && a.Currency == b.Currency && a.Category == b.Category && a.DocNo == b.DocNo && a.Sum > 0
			if same || alike {
				c.add(true, CheckDoubt, "twin", expenseRef(a), a, a.SpentOn, a.Money())
				break
			}
		}
	}
}

// nightsIn reads «4 ночи», 4 nights out of a title.
var nightsIn = regexp.MustCompile(`(?i)(\d+)\s*(?:ноч|сут|night)`)

// nights: those of the lodging against those of the trip.
func (c *tripChecker) nights() {
	f := c.Facts
	nights := int(f.Row.EndsOn - f.Row.StartsOn)
	for _, l := range f.Legs {
		nights -= int(l.Arrive.Day - l.Depart.Day)
	}
	paid, lodged, said := 0, false, true
	for _, e := range f.Expenses {
		if e.Category != data.SpentLodging {
			continue
		}
		lodged = true
		m := nightsIn.FindStringSubmatch(e.Title)
		if said = said && m != nil; m != nil {
			n, _ := strconv.Atoi(m[1])
			paid += n
		}
	}
	c.add(nights > 0 && !lodged && f.Row.EndsOn <= c.Today, CheckHint, "noLodging", c.trip(), nights)
	c.add(lodged && said && paid != nights, CheckDoubt, "nights", c.trip(), paid, max(nights, 0))
}

// touristTax: a line of its own beside the lodging.
func (c *tripChecker) touristTax() {
	if c.Facts.Trip.What != data.TripHome {
		return
	}
	taxed := slices.ContainsFunc(c.Facts.Expenses, func(e data.Expense) bool { return e.Category == data.SpentTax })
	for _, e := range c.Facts.Expenses {
		if e.Category != data.SpentLodging || taxed {
			continue
		}
		inside := strings.Contains(data.Fold(e.Title), data.Fold("налог")) || strings.Contains(data.Fold(e.Title), "tax")
		c.add(inside, CheckDoubt, "taxInside", expenseRef(e), e)
		c.add(!inside, CheckHint, "tax", expenseRef(e), e)
	}
}

// limit: the part of the per diem that is income.
func (c *tripChecker) limit() {
	d := c.Facts.Diem
	c.add(d.Above > 0 && !d.IncomeOn.IsZero(), CheckHint, "above", c.trip(), d.PerDiem, d.Within, d.Above, d.IncomeOn)
	c.add(d.Above > 0 && d.IncomeOn.IsZero(), CheckHint, "aboveLater", c.trip(), d.PerDiem, d.Within, d.Above)
}

// daysOff: the three kinds of days off are paid differently.
func (c *tripChecker) daysOff() {
	said := map[data.Date]bool{}
	for _, d := range c.Facts.Days {
		said[d.DayOn] = d.Use != "" || d.Personal
	}
	for _, d := range c.Facts.Diem.Days {
		c.add(d.Off && d.Part > 0 && !said[d.On] && d.Use != data.DayRoad, CheckDoubt, "dayOff", c.trip(), d.On)
	}
}

// money: what was paid out stands in the file.
func (c *tripChecker) money() {
	f := c.Facts
	paid := slices.ContainsFunc(f.Moves, func(m data.MoneyMove) bool { return m.What == data.MoneyAdvance })
	from := slices.ContainsFunc(f.Expenses, func(e data.Expense) bool { return e.Payer == data.PaidAdvance })
	c.add(!paid && from, CheckWrong, "advance", c.trip())
	c.add(!paid && !from && f.Money.Spent > 0, CheckHint, "noAdvance", c.trip(), f.Money.Spent)
	if f.MoneyErr == nil && f.DiemErr == nil && paid {
		c.add(f.Money.Rest > 0, CheckHint, "rest", c.trip(), f.Money.Rest)
		c.add(f.Money.Rest < 0, CheckHint, "owed", c.trip(), -f.Money.Rest)
	}
}

// result: a trip has a result, and its points are ticked off.
func (c *tripChecker) result() {
	open := 0
	for _, x := range c.Facts.Items {
		if !x.Done && x.What != data.ItemPersonal {
			open++
		}
	}
	c.add(strings.TrimSpace(c.Facts.Trip.ResultText) == "", CheckDoubt, "result", c.trip())
	c.add(open > 0, CheckHint, "items", c.trip(), open)
}

// files: each can be read.
func (c *tripChecker) files() {
	for _, f := range c.Files {
		c.add(f.Bad, CheckWrong, "file", f.Owner, f.Attachment.Name)
	}
}
