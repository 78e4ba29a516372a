package command

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// JournalPeriod is the period of a journal, both days inclusive: as given, else
// the month of today, of a plan the year; an open end is that of the month or
// year of the other day. The end before the beginning is a data.Problem "order".
func JournalPeriod(code string, from, to, today data.Date) (data.Date, data.Date, error) {
	months := 1
	first := func(d data.Date) data.Date { return d.MonthStart() }
	if code == PaperTripPlan {
		months = 12
		first = func(d data.Date) data.Date { return data.NewDate(d.Year(), 1, 1) }
	}
	switch {
	case from.IsZero() && to.IsZero():
		from = first(today)
	case from.IsZero():
		from = first(to)
	}
	if to.IsZero() {
		to = first(from).AddMonths(months) - 1
	}
	if to < from {
		return from, to, data.Problem{Field: "endsOn", Code: "order"}
	}
	return from, to, nil
}

// journal reads what journals list.
type journal struct {
	r        *sqlite.Reader
	w        *text.Words
	from, to data.Date
	rows     []data.TripRow // whose days touch the period, by day
	people   map[data.ID[data.Person]]data.Person
	firm     firm
	keeper   report.Signature
	me       data.Person
}

// readJournal reads the trips of a period, the archived ones too.
func readJournal(r *sqlite.Reader, o PaperOptions, w *text.Words) (*journal, error) {
	j := &journal{r: r, w: w, people: map[data.ID[data.Person]]data.Person{}}
	var err error
	if j.from, j.to, err = JournalPeriod(o.Code, o.From, o.To, r.Today()); err != nil {
		return nil, err
	}
	for _, show := range []data.TripShow{data.TripsAll, data.TripsArchive} {
		all, err := r.Trips(data.TripFilter{Show: show, Sort: data.TripsOldest, Today: r.Today(), PersonID: o.PersonID})
		if err != nil {
			return nil, err
		}
		for _, t := range all {
			if !t.StartsOn.IsZero() && t.StartsOn <= j.to && t.EndsOn >= j.from && t.Status != data.TripCancelled && (t.What == data.TripLocal) == (o.Code == PaperLocalTrips) {
				j.rows = append(j.rows, t)
			}
		}
	}
	slices.SortStableFunc(j.rows, func(a, b data.TripRow) int {
		return cmp.Or(cmp.Compare(a.StartsOn, b.StartsOn), cmp.Compare(a.TimeFrom, b.TimeFrom))
	})
	people, err := sqlite.List[data.Person](r, "")
	for _, p := range people {
		j.people[p.ID] = p
	}
	if err != nil {
		return nil, err
	}
	return j, j.keep()
}

// keep finds who keeps the journal: the head of department among those who sign,
// else the owner of the file.
func (j *journal) keep() (err error) {
	if j.firm, err = readFirm(j.r); err != nil {
		return err
	}
	if j.me, err = j.r.Me(); err != nil && !errors.Is(err, data.ErrNotFound) {
		return err
	}
	name, position := j.me.FullName, j.me.Position
	if s, ok := SignerOn(j.firm.signers, data.SignDepartment, j.r.Today()); ok {
		name, position = SignName(j.r, s)
	}
	j.keeper = report.Signature{Role: text.Title(position), Name: initials(name)}
	return nil
}

// visits are the trips in town.
func (j *journal) visits() ([]report.LocalVisit, error) {
	contacts, err := j.r.ClientContacts(data.ID[data.Client]{})
	if err != nil {
		return nil, err
	}
	var list []report.LocalVisit
	for _, t := range j.rows {
		full, err := sqlite.Get(j.r, t.ID)
		if err != nil {
			return nil, err
		}
		v := report.LocalVisit{On: t.StartsOn, Person: initials(j.people[t.PersonID].FullName), Organization: t.Client, Place: t.Place, Purpose: text.Title(t.Purpose), Contacts: contactOf(contacts, full)}
		if t.TimeTo > 0 {
			v.Left, v.Back = j.w.Clock(t.TimeFrom), j.w.Clock(t.TimeTo)
		}
		list = append(list, v)
	}
	return list, nil
}

// contactOf is whom the traveller sees: the telephone with the name of the
// contact whose it is, «Рябов А. В., +7 495 000-33-44».
func contactOf(all []data.ContactRow, t data.Trip) string {
	for _, c := range all {
		if c.ClientID == t.ClientID && t.HostPhone != "" && phoneDigits(c.Phone) == phoneDigits(t.HostPhone) {
			return data.ShortName(c.FullName) + ", " + t.HostPhone
		}
	}
	return t.HostPhone
}

func phoneDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// departures are the trips whose order is signed. The day of arrival is written
// once it has come.
func (j *journal) departures() ([]report.Departure, error) {
	changes, err := sqlite.List[data.TripChange](j.r, "true ORDER BY order_on, id")
	if err != nil {
		return nil, err
	}
	var list []report.Departure
	for _, t := range j.rows {
		if t.OrderNo == "" || !slices.Contains([]data.TripStatus{data.TripOrdered, data.TripReported, data.TripApproved, data.TripClosed}, t.Status) {
			continue
		}
		full, err := sqlite.Get(j.r, t.ID)
		if err != nil {
			return nil, err
		}
		d := report.Departure{Person: j.people[t.PersonID].FullName, Organization: t.Client, Place: placeNamed(j.w, full), OrderNo: t.OrderNo, OrderOn: full.OrderOn, Left: t.StartsOn, Note: j.changed(changes, t.ID)}
		if t.EndsOn <= j.r.Today() {
			d.Back = t.EndsOn
		}
		list = append(list, d)
	}
	return list, nil
}

// changed names the orders that changed a trip: «продление: 60-ком».
//
//text:prefix trip.change.
func (j *journal) changed(all []data.TripChange, id data.ID[data.Trip]) string {
	var list []string
	for _, c := range all {
		if c.TripID == id {
			list = append(list, text.Lower(j.w.T("trip.change."+string(c.What)))+": "+c.OrderNo)
		}
	}
	return strings.Join(list, "; ")
}

// placeNamed is the place of a trip, abroad with its country.
func placeNamed(w *text.Words, t data.Trip) string {
	key := "country." + strings.ToLower(t.Country)
	if t.What != data.TripAbroad || !w.Has(key) || strings.Contains(t.Place, w.T(key)) {
		return t.Place
	}
	return t.Place + ", " + w.T(key)
}

// planned are the trips of a plan with their money.
func (j *journal) planned() ([]report.PlannedTrip, error) {
	rules, err := ReadTripRules(j.r)
	if err != nil {
		return nil, err
	}
	var list []report.PlannedTrip
	for _, t := range j.rows {
		f, err := rules.Trip(t.ID)
		if err != nil {
			return nil, err
		}
		x := report.PlannedTrip{Person: t.Person, Place: placeNamed(j.w, f.Trip), Organization: t.Client, Purpose: text.Title(t.Purpose), Project: t.Project, From: t.StartsOn, To: t.EndsOn,
			Days: int(min(t.EndsOn, j.to)-max(t.StartsOn, j.from)) + 1, Status: t.Phase(j.r.Today()), Plan: f.Money.Estimated, HasFact: f.Reported(), Doubt: j.doubt(f)}
		if x.HasFact {
			x.Fact = f.Money.Cost
		}
		list = append(list, x)
	}
	return list, nil
}

// doubt says why the money of a trip could not be counted, "" when it could.
func (j *journal) doubt(f TripFacts) string {
	if f.DiemErr != nil {
		return j.w.Error(f.DiemErr)
	}
	return j.w.Error(f.MoneyErr)
}

// journalDocument is a journal or the plan as a neutral document.
func journalDocument(r *sqlite.Reader, o PaperOptions, w *text.Words) (report.Document, error) {
	j, err := readJournal(r, o, w)
	if err != nil {
		return report.Document{}, err
	}
	head := report.TripJournal{Firm: j.firm.company.Name, From: j.from, To: j.to, Keeper: j.keeper, Made: r.NowMoment()}
	switch o.Code {
	case PaperLocalTrips:
		list, err := j.visits()
		return report.LocalTrips(head, list, w), err
	case PaperDepartures:
		list, err := j.departures()
		return report.Departures(head, list, w), err
	}
	list, err := j.planned()
	return report.TripPlan(head, list, w), err
}
