package report

import (
	"portfel/data"
	"portfel/data/text"
)

// ResourceCase is what the report «Обоснование ресурсов» is made of: who works
// how much on a plan, what it costs and brings, and how it was decided.
type ResourceCase struct {
	PlanHead
	Billing   data.Billing
	Price     data.Money // agreed, without VAT; 0 = by rates
	Other     data.Money // fixed costs of tasks, beside the hours
	Travel    data.Money // estimates of trips; 0 = none are known, and the line is left out
	Team      []TeamRow
	Stages    []StageRow
	Weeks     []WeekLoad
	Variants  []VariantRow   // shown when there are several
	Past      []PastRow      // finished projects of the same kind
	Now       PastRow        // this project beside them
	Kind      string         // of the project, in words
	Approvals []ApprovalLine // newest last
	Unsure    []int          // years of the period whose calendar is not confirmed
}

// TeamRow is a person's part of the plan. Norm is the working time of the period
// without absences.
type TeamRow struct {
	Name     string
	Grade    data.Grade
	Hours    data.Minutes
	Norm     data.Minutes
	CostRate data.Money // an hour; used when Rates is OneRate
	BillRate data.Money
	Rates    RateState
	Cost     data.Money
	Price    data.Money
	Unknown  data.Minutes // of the hours: without a rate
}

// RateState says whether one rate stands for all hours of a person.
type RateState uint8

// The states of rates.
const (
	OneRate    RateState = iota
	SeveralSet           // the rate changes within the plan
	NoRate
)

// StageRow is a top line of the plan.
type StageRow struct {
	Code          string
	Name          string
	Start, Finish data.Date
	Hours         data.Minutes
	Cost, Price   data.Money // Cost with fixed costs
}

// VariantRow is one of several plans of the project.
type VariantRow struct {
	Name        string
	Chosen      bool // the one that counts
	Start       data.Date
	Finish      data.Date
	Days        int // working days from the first to the last
	Hours       data.Minutes
	Cost, Price data.Money
	Slack       int
	HasSlack    bool
}

// PastRow is a project of the same kind as it was planned and as it went.
type PastRow struct {
	Name     string
	Hours    data.Minutes // planned
	Days     int          // working days from the first to the last
	Promised data.Date    // finish of the baseline, else the deadline
	Finish   data.Date
	Shift    int // working days from the promised finish to the real one
	HasShift bool
}

// ApprovalLine is who was asked for a decision, and what was decided.
type ApprovalLine struct {
	Who      string
	Role     data.ApprovalRole
	Decision data.Decision
	On       data.Date
	Due      data.Date
	Comment  string
}

// Resources is the report that gives reasons for the people and hours of a plan:
// what the head of the department decides on.
func Resources(c ResourceCase, w *text.Words) Document {
	doc := c.document(w, w.T("report.resources"))
	m := c.money()
	doc.Blocks = append(doc.Blocks, c.facts(w, m), Paragraph{Text: c.summary(w, m)}, c.team(w, m))
	doc.Blocks = append(doc.Blocks, c.teamNotes(w)...)
	if t := c.grades(w, m); t != nil {
		doc.Blocks = append(doc.Blocks, t)
	}
	doc.Blocks = append(doc.Blocks, c.economy(w, m), Note{Text: c.economyNote(w)})
	if len(c.Stages) > 1 {
		doc.Blocks = append(doc.Blocks, c.stages(w, m))
	}
	doc.Blocks = append(doc.Blocks, c.weeks(w)...)
	if len(c.Variants) > 1 {
		doc.Blocks = append(doc.Blocks, c.variants(w))
	}
	if len(c.Past) > 0 {
		doc.Blocks = append(doc.Blocks, c.past(w))
	}
	doc.Blocks = append(doc.Blocks, c.approvals(w), c.signatures(w, w.T("report.approves")))
	return doc
}

// caseMoney are the sums of the report.
type caseMoney struct {
	hours   data.Minutes
	norm    data.Minutes
	people  data.Money // own cost of the hours
	byRates data.Money
	cost    data.Money // of the hours and what is fixed
	income  data.Money // the agreed price, else by rates
	margin  data.Money // without trips
	net     data.Money // with trips
	paid    bool       // somebody pays: there is a margin
	unknown data.Minutes
}

func (c *ResourceCase) money() (m caseMoney) {
	for _, r := range c.Team {
		m.hours, m.norm = m.hours+r.Hours, m.norm+r.Norm
		m.people, m.byRates, m.unknown = m.people+r.Cost, m.byRates+r.Price, m.unknown+r.Unknown
	}
	m.cost = m.people + c.Other
	m.income = c.income(m.byRates)
	m.paid = c.Billing != data.BillingNone && m.income > 0
	m.margin = m.income - m.cost
	m.net = m.margin - c.Travel
	return m
}

// income is what a plan brings: the agreed price, else the price by rates.
func (c *ResourceCase) income(byRates data.Money) data.Money {
	if c.Price > 0 && c.Billing != data.BillingTime {
		return c.Price
	}
	return byRates
}

func (c *ResourceCase) facts(w *text.Words, m caseMoney) Facts {
	items := []Fact{
		{Label: w.T("report.period"), Value: Text(w.PeriodYear(c.Start, c.Finish))}, c.term(w),
		{Label: w.T("report.hours"), Value: Hours(m.hours)}, {Label: w.T("report.billing"), Value: Text(w.Code(c.Billing))},
		{Label: w.T("report.byRates"), Value: Money(m.byRates)}, {Label: w.T("report.cost"), Value: Money(m.cost)}}
	if m.paid && m.income != m.byRates {
		items = append(items, Fact{Label: c.priceLabel(w), Value: Money(m.income)})
	}
	if m.paid {
		items = append(items, Fact{Label: w.T("report.margin"), Value: marginCell(w, m.margin, m.income), Mark: lossMark(m.margin)})
	}
	return Facts{Columns: 4, Items: items}
}

// priceLabel names what the income is.
func (c *ResourceCase) priceLabel(w *text.Words) string {
	if c.Price > 0 && c.Billing != data.BillingTime {
		return w.T("report.price.agreed")
	}
	return w.T("report.price.byRates")
}

// priceHow says where the income comes from.
func (c *ResourceCase) priceHow(w *text.Words) string {
	if c.Price > 0 && c.Billing != data.BillingTime {
		return w.T("report.how.price")
	}
	return w.T("report.how.rates")
}

// marginCell is a sum with its share of the price: «1 608 000 ₽ (76,6 %)».
func marginCell(w *text.Words, margin, income data.Money) Cell {
	return Text(w.Money(margin) + " (" + w.PercentTenths(tenths(int64(margin), int64(income))) + ")")
}

func lossMark(margin data.Money) Mark {
	if margin < 0 {
		return Risk
	}
	return Unmarked
}
