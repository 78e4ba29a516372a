package command

import (
	"strings"

	"portfel/data"
	"portfel/data/grammar"
	"portfel/data/perdiem"
	"portfel/data/report"
	"portfel/data/text"
)

// inWords is a sum in words of the language.
func inWords(w *text.Words, m data.Money) string {
	if w.Lang() == text.EN {
		return grammar.RoublesEnglish(m)
	}
	return grammar.Roubles(m)
}

// setSum fills a sum and, where the paper has it, the sum in words.
func (p *paper) setSum(name string, m data.Money, words bool) {
	p.set(name, p.w.Amount(m))
	if words {
		p.set(name+"_words", inWords(p.w, m))
	}
}

// price is a sum of a day in its currency: «1 500,00», «60,00 USD».
func price(w *text.Words, f data.Foreign) string {
	s := w.Amount(data.Money(f.Sum))
	if f.Home() {
		return s
	}
	return s + "\u00a0" + f.Currency
}

// diemLine is the part of a per diem that is paid at one norm: how many
// thousandths of a day, at what, and what they come to.
type diemLine struct {
	rate data.Foreign
	days int64
	sum  data.Money
	own  bool // sums of one's own instead of a norm
}

// diemLines joins the dates of a trip by their norm, in the order of the dates.
func diemLines(r perdiem.Result) (lines []diemLine) {
	for _, d := range r.Days {
		if d.Amount == 0 {
			continue
		}
		x := diemLine{rate: d.Rate, days: d.Part, sum: d.Amount, own: d.Rule == perdiem.RuleOverride}
		if x.own {
			x.rate, x.days = data.Foreign{}, perdiem.Whole
		}
		at := -1
		for i, y := range lines {
			if y.rate == x.rate && y.own == x.own {
				at = i
			}
		}
		if at < 0 {
			lines = append(lines, x)
			continue
		}
		lines[at].days += x.days
		lines[at].sum += x.sum
	}
	return lines
}

// days is «5 дней», of parts of days «2,5 дн.».
func dayCount(w *text.Words, thousandths int64) string {
	if thousandths%1000 == 0 {
		return w.Days(int(thousandths / 1000))
	}
	return w.DurationDays(thousandths)
}

// name is the line as a report names it: «Суточные: 5 дней × 1 500,00».
func (l diemLine) name(w *text.Words) string {
	if l.own {
		return w.F("paper.diem.own", dayCount(w, l.days))
	}
	return w.F("paper.diem", dayCount(w, l.days), price(w, l.rate))
}

// category is what a sum was spent on, in one's own words where there are some.
//
//text:prefix expense.category.
func category(w *text.Words, c data.ExpenseCategory, title string) string {
	word := w.T("expense.category." + string(c))
	if title == "" {
		return word
	}
	first, _, _ := strings.Cut(data.Fold(word), " ")
	if strings.HasPrefix(data.Fold(title), first) {
		return text.Title(title) // «такси до аэропорта» says its category itself
	}
	return word + ": " + title
}

// costCount is how much of something an estimate plans: «4 ночи», «2».
func costCount(w *text.Words, e data.Estimate) string {
	if e.Category == data.SpentLodging && e.Count%1000 == 0 {
		return w.N("paper.nights", int(e.Count/1000))
	}
	return w.Decimal(e.Count)
}

// estimateSheet are the lines of the estimate, the per diem first.
func (p *paper) estimateSheet() report.EstimateSheet {
	s := report.EstimateSheet{PaperHead: p.sheetHead(), Total: p.f.Money.Estimated, Advance: p.f.Money.AdvanceDue}
	for _, l := range diemLines(p.f.Diem) {
		x := report.EstimateLine{What: p.w.T("paper.perdiem"), Count: dayCount(p.w, l.days), Sum: l.sum, Own: true}
		if !l.own {
			x.Price = price(p.w, l.rate)
		}
		s.Lines = append(s.Lines, x)
	}
	for _, e := range p.f.Estimates {
		s.Lines = append(s.Lines, report.EstimateLine{What: category(p.w, e.Category, e.Title), Count: costCount(p.w, e),
			Price: price(p.w, data.Foreign{Sum: e.Price, Currency: e.Currency}), Sum: e.Money(), Own: e.Payer.Own()})
	}
	return s
}

// fillEstimate fills the estimate and the advance that it asks for. What the
// firm pays itself stands among the lines and not in the advance.
func (p *paper) fillEstimate() error {
	if err := p.counted(); err != nil {
		return err
	}
	s := p.estimateSheet()
	var rows []map[string]string
	for _, l := range s.Lines {
		row := map[string]string{"cost.what": l.What, "cost.count": l.Count, "cost.price": l.Price, "cost.sum": p.w.Amount(l.Sum)}
		if !l.Own {
			row["cost.note"] = p.w.T("paper.firmPays")
		}
		rows = append(rows, row)
	}
	p.values.Lists["costs"] = rows
	p.setSum("estimate.total", s.Total, true)
	if s.Advance > 0 {
		p.setSum("estimate.advance", s.Advance, true)
	}
	return nil
}

// counted is the error of days or money that could not be counted: figures that
// silently lack something would be worse than no paper.
func (p *paper) counted() error {
	if p.f.DiemErr != nil {
		return p.f.DiemErr
	}
	return p.f.MoneyErr
}

// sheetHead is what stands above the figures of a sheet.
func (p *paper) sheetHead() report.PaperHead {
	v := p.values.Text
	return report.PaperHead{Firm: v["company.full_name"], Number: v["doc.number"], On: p.day, Person: v["person.name"], Position: v["person.position"], TabNo: v["person.tab_no"],
		Place: text.Join(v["trip.place"], v["trip.organization"]), From: p.f.Row.StartsOn, To: p.f.Row.EndsOn, Purpose: v["trip.purpose"],
		Order: p.orderNamed(), Boss: sheetSigner(v["boss.position"], v["boss.name"]), Head: sheetSigner(v["company.head_position"], v["company.head_name"]),
		Accountant: v["company.accountant"], Short: v["person.short_name"], Made: p.r.NowMoment()}
}

func sheetSigner(role, name string) report.Signature { return report.Signature{Role: role, Name: name} }

// orderNamed is «№ 57-ком от 25.11.2026», "" without an order.
func (p *paper) orderNamed() string {
	if p.f.Trip.OrderNo == "" {
		return ""
	}
	return p.w.F("paper.orderNamed", p.f.Trip.OrderNo, p.f.Trip.OrderOn)
}
