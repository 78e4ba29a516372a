package norm

import "portfel/data"

// Codes of the norms that the program itself asks for.
const (
	ReportDays    = "trip.report.days"    // working days after return
	PapersDays    = "trip.papers.days"    // working days before departure
	LimitHome     = "trip.limit.ru"       // roubles a day free of tax, in Russia
	LimitAbroad   = "trip.limit.abroad"   // the same abroad
	OneDayHome    = "trip.oneday.ru"      // per cent of the norm that a one-day trip in Russia earns
	OneDayAbroad  = "trip.oneday.abroad"  // the same abroad
	BorderOut     = "trip.border.out"     // whose norm counts on leaving Russia: 1 = the country entered, 0 = left
	BorderBack    = "trip.border.back"    // the same on the way back to Russia
	BorderBetween = "trip.border.between" // the same between two foreign countries
	Vat           = "vat.rate"            // per cent, by the date of supply
	Control1      = "mentoring.control.1" // calendar days after the start
	Control2      = "mentoring.control.2"
	Control3      = "mentoring.control.3"
	MaxTrainees   = "mentoring.trainees.max"
	NoticeDays    = "mentoring.notice.days"     // whole calendar days between the notice and the end of the probation
	Conclusion    = "mentoring.conclusion.days" // working days from the conclusion to the notice
	RefusalDays   = "mentoring.refusal.days"    // working days of notice of a mentoring by instruction
	StalledDays   = "mentoring.stalled.days"    // working days without a move after which a trainee stands still
	CheckDays     = "mentoring.check.days"      // working days in which the mentor checks
)

// Thousandths is the value of a norm in thousandths of its unit.
func (t Table) Thousandths(code string, day data.Date) (int64, error) {
	n, err := t.On(code, day)
	if err != nil {
		return 0, err
	}
	return thousandths(n)
}

// Roubles is the value of a norm of money; a part of a kopeck is refused.
func Roubles(n data.Norm) (data.Money, error) {
	v, err := thousandths(n)
	if err == nil && v%10 != 0 {
		err = data.Problems{{Field: "value", Code: "number", Args: []string{n.Value}}}
	}
	return data.Money(v / 10), err
}

func thousandths(n data.Norm) (int64, error) {
	v, err := data.ParseThousandths(n.Value)
	if err != nil {
		return 0, data.Problems{{Field: "value", Code: "number", Args: []string{n.Value}}}
	}
	return v, nil
}
