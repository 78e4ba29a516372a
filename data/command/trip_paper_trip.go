package command

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/place"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// fillTrip fills a paper of one trip.
func (p *paper) fillTrip() error {
	var err error
	if p.f, err = ReadTrip(p.r, p.o.TripID); err != nil {
		return err
	}
	if p.f.Trip.What == data.TripLocal {
		return data.Problem{Field: "trip", Code: "paper.local"}
	}
	if err := p.record(); err != nil {
		return err
	}
	for _, step := range []func() error{p.fillFirm, p.fillPerson, p.fillRoute, p.fillTasks} {
		if err := step(); err != nil {
			return err
		}
	}
	return p.fillKind()
}

// fillKind fills what only papers of this kind say.
func (p *paper) fillKind() error {
	switch data.PaperKind(p.o.Code) {
	case data.PaperOrder:
		p.head()
		return p.fillEstimate()
	case data.PaperAssignment:
		return p.boss()
	case data.PaperEstimate:
		p.head()
		if err := p.boss(); err != nil {
			return err
		}
		return p.fillEstimate()
	case data.PaperReport:
		p.head()
		p.accountant()
		return p.fillReport()
	case data.PaperCarMemo:
		p.head()
		p.fillCar()
		return p.boss()
	}
	p.head()
	p.fillMemo()
	return nil
}

// record finds the paper's own record, its number and its day.
func (p *paper) record() error {
	kind := data.PaperKind(p.o.Code)
	for _, x := range p.f.Papers {
		if x.What == kind && (p.o.MemoID.IsZero() || x.ID == p.o.MemoID) {
			p.rec = x
		}
	}
	number, on, err := p.numbered(kind)
	if err != nil {
		return err
	}
	if !on.IsZero() {
		p.day = on
	}
	if number == "" {
		if number, _, err = NextNumber(p.r, kind, p.day); err != nil {
			return err
		}
		if number != "" {
			p.note(PaperNote{Code: "number", Args: []string{number}})
		}
	}
	p.set("doc.number", orBlank(number))
	p.set("doc.date", p.w.Date(p.day))
	p.set("doc.date_long", p.w.PaperDate(p.day))
	return nil
}

// numbered are the number and the day that a paper has already: its own, those
// that stand in the trip, or of an order those of the other travellers.
func (p *paper) numbered(kind data.PaperKind) (string, data.Date, error) {
	number, on := p.rec.Number, p.rec.PaperOn
	switch kind {
	case data.PaperOrder:
		if p.f.Trip.OrderNo != "" {
			number, on = p.f.Trip.OrderNo, p.f.Trip.OrderOn
		}
		if number == "" {
			return groupOrder(p.r, p.f.Trip)
		}
	case data.PaperAssignment:
		if number == "" {
			number = p.f.Trip.AssignmentNo
		}
	case data.PaperReport:
		if p.f.Report.Number != "" {
			number = p.f.Report.Number
		}
		if p.f.Reported() {
			on = p.f.Report.ReportedOn
		}
	}
	return number, on, nil
}

// groupOrder is the order that another traveller of the journey has.
func groupOrder(r *sqlite.Reader, t data.Trip) (string, data.Date, error) {
	if t.GroupID.IsZero() {
		return "", 0, nil
	}
	all, err := sqlite.List[data.Trip](r, "group_id = ? AND order_no <> '' ORDER BY id LIMIT 1", t.GroupID)
	if err != nil || len(all) == 0 {
		return "", 0, err
	}
	return all[0].OrderNo, all[0].OrderOn, nil
}

// NumberPaper is the command that gives a paper of a trip its number before it
// is printed; false when it has one or its kind is not numbered.
func NumberPaper(r *sqlite.Reader, o PaperOptions) (PutPaper, bool, error) {
	kind := data.PaperKind(o.Code)
	if !slices.Contains(data.PaperKinds, kind) {
		return PutPaper{}, false, nil
	}
	f, err := ReadTrip(r, o.TripID)
	if err != nil {
		return PutPaper{}, false, err
	}
	p := &paper{r: r, w: text.For(text.RU), o: o, f: f}
	for _, x := range f.Papers {
		if x.What == kind && (o.MemoID.IsZero() || x.ID == o.MemoID) {
			p.rec = x
		}
	}
	number, on, err := p.numbered(kind)
	if err != nil || p.rec.Number != "" {
		return PutPaper{}, false, err
	}
	if _, ok, err := r.Numbering(kind); err != nil || !ok && number == "" {
		return PutPaper{}, false, err
	}
	rec := p.rec
	rec.TripID, rec.What, rec.Number = f.Trip.ID, kind, number
	if rec.PaperOn.IsZero() {
		rec.PaperOn = on
	}
	return PutPaper{Paper: rec}, true, nil
}

// fillPerson fills the traveller. The cases are the user's own, else by the
// rules of grammar; an English paper has no cases.
func (p *paper) fillPerson() error {
	x := p.f.Person
	p.set("person.name", x.FullName)
	p.set("person.short_name", initials(x.FullName))
	p.set("person.position", text.Title(x.Position))
	p.set("person.department", x.Department)
	p.set("person.tab_no", x.TabNo)
	cases := map[string]string{}
	for _, c := range PersonCases(x) {
		cases[c.Field] = c.Text()
	}
	for field, c := range caseOf {
		value := cases[c]
		if p.w.Lang() == text.EN {
			value = p.values.Text[strings.TrimSuffix(strings.TrimSuffix(field, "_genitive"), "_dative")]
		}
		p.set(field, value)
	}
	return nil
}

// fillRoute fills where, when and why.
//
//text:prefix country.
func (p *paper) fillRoute() error {
	t, row := p.f.Trip, p.f.Row
	p.set("trip.place", t.Place)
	p.set("trip.organization", row.Client)
	p.set("trip.purpose", text.Title(t.Purpose))
	p.set("trip.from", p.w.Date(row.StartsOn))
	p.set("trip.from_long", p.w.PaperDate(row.StartsOn))
	p.set("trip.to", p.w.Date(row.EndsOn))
	p.set("trip.to_long", p.w.PaperDate(row.EndsOn))
	p.set("trip.report_due", p.w.PaperDate(row.ReportOn))
	p.set("trip.days", strconv.Itoa(int(row.EndsOn-row.StartsOn)+1))
	p.set("trip.basis", t.Basis)
	p.set("trip.paid_by", t.PaidBy)
	if t.PaidBy == "" {
		p.set("trip.paid_by", p.firm.company.Name)
	}
	country := "ru"
	if t.What == data.TripAbroad {
		p.set("trip.abroad", "1")
		country = strings.ToLower(t.Country)
	}
	if p.w.Has("country." + country) {
		p.set("trip.country", p.w.T("country."+country))
	}
	project, err := sqlite.Get(p.r, t.ProjectID)
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return err
	}
	p.set("trip.project", project.Title())
	p.set("trip.order_number", t.OrderNo)
	p.set("trip.order_date", p.w.Date(t.OrderOn))
	p.legs()
	return nil
}

// legs fills the route and the means of travel.
func (p *paper) legs() {
	var stops, means []string
	for i, l := range p.f.Legs {
		if i == 0 || shownTown(p.w, l.FromPlace) != stops[len(stops)-1] {
			stops = append(stops, shownTown(p.w, l.FromPlace))
		}
		stops = append(stops, shownTown(p.w, l.ToPlace))
		if m := text.Lower(p.w.Code(l.Transport)); !slices.Contains(means, m) {
			means = append(means, m)
		}
	}
	p.set("trip.route", strings.Join(stops, " — "))
	p.set("trip.transport", strings.Join(means, ", "))
}

// shownTown is the town of a place in the language, the place itself when it is
// not known.
func shownTown(w *text.Words, s string) string {
	if x, ok := place.Find(s); ok {
		return x.Name(w.Lang() == text.EN)
	}
	return s
}

// numberedLine is «1. Показать техническое задание».
var numberedLine = regexp.MustCompile(`^\s*\d+[.)]\s+`)

// fillTasks fills the assignment: its points, else the lines of its text,
// else the purpose of the trip.
func (p *paper) fillTasks() error {
	var rows []map[string]string
	for _, x := range p.f.Items {
		if x.What == data.ItemPersonal {
			continue
		}
		result := x.Result
		if result == "" && x.Done {
			result = p.w.T("paper.done")
		}
		rows = append(rows, map[string]string{"task.what": text.Title(x.Title), "task.result": result})
	}
	if len(rows) > 0 {
		p.set("task.text", p.f.Trip.TaskText)
	} else {
		rows = taskLines(cmp.Or(strings.TrimSpace(p.f.Trip.TaskText), p.f.Trip.Purpose))
	}
	p.set("task.report", p.f.Trip.ResultText)
	p.values.Lists["tasks"] = rows
	return nil
}

// taskLines are the lines of an assignment that was written as a text.
func taskLines(s string) (rows []map[string]string) {
	for _, line := range strings.Split(s, "\n") {
		if line = strings.TrimSpace(numberedLine.ReplaceAllString(line, "")); line != "" {
			rows = append(rows, map[string]string{"task.what": text.Title(line)})
		}
	}
	return rows
}
