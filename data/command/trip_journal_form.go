package command

import (
	"portfel/data"
	"portfel/data/report"
	"portfel/data/text"
)

// fillJournal fills a journal over a period.
func (p *paper) fillJournal() error {
	if err := p.fillFirm(); err != nil {
		return err
	}
	j, err := readJournal(p.r, p.o, p.w)
	if err != nil {
		return err
	}
	period := text.Title(report.PeriodNamed(p.w, j.from, j.to))
	for name, value := range map[string]string{"doc.date": p.w.Date(p.day), "doc.date_long": p.w.PaperDate(p.day), "journal.from": p.w.Date(j.from), "journal.to": p.w.Date(j.to),
		"journal.period": period, "journal.department": j.me.Department, "journal.keeper_position": j.keeper.Role, "journal.keeper_name": j.keeper.Name} {
		p.set(name, value)
	}
	if p.o.Code == PaperLocalTrips {
		return p.fillVisits(j)
	}
	return p.fillDepartures(j)
}

func (p *paper) fillVisits(j *journal) error {
	list, err := j.visits()
	for _, v := range list {
		p.values.Lists["visits"] = append(p.values.Lists["visits"], map[string]string{"visit.date": p.w.Date(v.On), "visit.person": v.Person, "visit.left": v.Left, "visit.back": v.Back,
			"visit.organization": v.Organization, "visit.address": v.Place, "visit.purpose": v.Purpose, "visit.contact": v.Contacts})
	}
	return err
}

func (p *paper) fillDepartures(j *journal) error {
	list, err := j.departures()
	for _, d := range list {
		p.values.Lists["departures"] = append(p.values.Lists["departures"], map[string]string{"departure.person": d.Person, "departure.organization": d.Organization, "departure.place": d.Place,
			"departure.order_number": d.OrderNo, "departure.order_date": p.w.Date(d.OrderOn), "departure.left": p.w.Date(d.Left), "departure.back": p.w.Date(d.Back), "departure.note": d.Note})
	}
	return err
}

// PaperTitle is the name of a paper as lists and menus show it.
//
//text:prefix trip.paper.
func PaperTitle(w *text.Words, code string) string {
	if code == PaperTripPlan {
		return w.T("paper.plan.name")
	}
	return w.T("trip.paper." + code)
}

// PaperFileName is a name for the file of a paper: «Авансовый отчёт Екатеринбург
// 30.11.2026.docx».
func PaperFileName(r *data.TripRow, w *text.Words, code, format string) string {
	name := PaperTitle(w, code)
	if r != nil {
		name += " " + r.Name + " " + r.StartsOn.String()
	}
	return data.SafeName(name) + "." + format
}
