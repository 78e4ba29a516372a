package trips

import (
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/place"
	"portfel/data/quick"
)

// tripForm is the dialog of a new trip. Its first line takes the whole trip in
// words («местная ср 14-17 Балтик-Тара согласование протокола») and fills the
// fields below.
type tripForm struct {
	s       *Screen
	form    *ui.Form
	line    *ui.Field
	what    *ui.Choice
	who     *ui.Choice
	place   *ui.Field
	country *ui.Choice
	client  *ui.Choice
	project *ui.Choice
	days    *ui.Field
	hours   *ui.Field
	purpose *ui.Field
	made    card.NewClients
}

// create opens the dialog of a new trip.
func (s *Screen) create() {
	f := newTripForm(s)
	ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: s.d.Words().T("trips.new"), Content: f.form, Width: 560, Confirm: s.d.Words().T("trips.create"),
		OnConfirm: func() error { return card.Submit(s.d, f.form, f.save) }})
}

func newTripForm(s *Screen) *tripForm {
	d := s.d
	t := d.Words().T
	f := &tripForm{s: s, made: card.NewClients{}, form: ui.NewForm(), line: ui.NewField(""), place: ui.NewField(""), days: ui.NewField(""), hours: ui.NewField(""), purpose: ui.NewField("")}
	f.what = ui.NewChoice(card.Codes(d, "trip.kind.", data.TripKinds), string(data.TripHome))
	f.who = ui.NewChoice(card.People(d, false), s.fixed.PersonID.String())
	if f.who.ID == "" && len(f.who.Options) > 0 {
		f.who.ID = f.who.Options[0].ID
	}
	f.client = ui.NewChoice(card.Clients(d, true), s.fixed.ClientID.String())
	f.client.OnCreate = f.made.Make
	f.country = ui.NewChoice(countryOptions(d), "")
	f.country.OnSelect = func(o ui.Option) error { f.ofCountry(o.ID); return nil }
	f.project = ui.NewChoice(card.Projects(d, true), s.fixed.ProjectID.String())
	f.line.PlaceHolder, f.days.PlaceHolder, f.hours.PlaceHolder = t("trips.line.hint"), t("trips.days.hint"), t("trips.hours.hint")
	f.place.PlaceHolder = t("trips.town.hint")
	f.line.OnCommit = f.take
	f.client.OnSelect = func(o ui.Option) error { f.ofClient(o.ID); return nil }
	f.project.OnSelect = func(o ui.Option) error { f.ofProject(o.ID); return nil }
	if !s.fixed.ProjectID.IsZero() {
		f.ofProject(s.fixed.ProjectID.String())
	} else if !s.fixed.ClientID.IsZero() {
		f.ofClient(s.fixed.ClientID.String())
	}
	f.form.AddNote("line", t("trips.line"), f.line, t("trips.line.note")).
		Add("what", t("trips.kind"), f.what).Add("personId", t("trips.who"), f.who).Add("place", t("field.place"), f.place).
		Add("clientId", t("field.clientId"), f.client).Add("projectId", t("field.projectId"), f.project).
		Add("startsOn", t("trips.days"), f.days).Add("timeFrom", t("trips.hours"), f.hours).Add("purpose", t("field.purpose"), f.purpose).
		Add("country", t("field.country"), f.country) // last: most trips stay at home
	return f
}

// ofClient takes the town of a client while none was typed.
func (f *tripForm) ofClient(id string) {
	if id == "" || f.place.Text != "" {
		return
	}
	rec, err := f.s.d.Read().Load(data.RefTo(data.KindClient, card.ID[data.Client](id)))
	if err != nil {
		return
	}
	c := rec.(data.Client)
	if f.what.ID == string(data.TripLocal) && c.Address != "" {
		f.place.SetValue(c.Address)
		return
	}
	f.place.SetValue(c.City)
}

// ofProject takes the client of a project while none was chosen.
func (f *tripForm) ofProject(id string) {
	if id == "" || f.client.ID != "" {
		return
	}
	rec, err := f.s.d.Read().Load(data.RefTo(data.KindProject, card.ID[data.Project](id)))
	if err != nil {
		return
	}
	if p := rec.(data.Project); !p.ClientID.IsZero() {
		f.client.Set(p.ClientID.String())
		f.ofClient(p.ClientID.String())
	}
}

// ofCountry makes the trip one abroad, or takes that back.
func (f *tripForm) ofCountry(id string) {
	switch {
	case id != "":
		f.what.Set(string(data.TripAbroad))
	case f.what.ID == string(data.TripAbroad):
		f.what.Set(string(data.TripHome))
	}
}

// take fills the fields from the line. A line with a day or hours that cannot be
// is refused, and the fields stay as they are.
func (f *tripForm) take(line string) error {
	if strings.TrimSpace(line) == "" {
		return nil
	}
	t := f.s.tell
	d := quick.TripLine(line, data.TripKind(f.what.ID), t.today, t.cal.AddDays, names(f.s.d))
	if len(d.Problems) > 0 {
		return d.Problems[:1].Err()
	}
	if town, rest := townFirst(strings.TrimSpace(d.Place + " " + d.Title)); town != "" {
		d.Place, d.Title = town, rest
	}
	f.what.Set(string(d.Trip))
	if r := d.Ref(data.KindPerson); !r.IsZero() {
		f.who.Set(r.ID.String())
	}
	if d.Place != "" {
		f.place.SetValue(d.Place)
	}
	f.takeParty(d)
	f.takeTime(d)
	if d.Title != "" {
		f.purpose.SetValue(d.Title)
	}
	return nil
}

// takeParty fills in the project and the client that a line names.
func (f *tripForm) takeParty(d quick.Draft) {
	if r := d.Ref(data.KindProject); !r.IsZero() {
		f.project.Set(r.ID.String())
		f.ofProject(r.ID.String())
	}
	if r := d.Ref(data.KindClient); !r.IsZero() {
		f.client.Set(r.ID.String())
		f.ofClient(r.ID.String())
	}
}

// takeTime fills in the days and hours of a line.
func (f *tripForm) takeTime(d quick.Draft) {
	w := f.s.d.Words()
	if !d.From.IsZero() {
		f.days.SetValue(w.Date(d.From))
		if d.To != d.From {
			f.days.SetValue(w.Date(d.From) + "–" + w.Date(d.To))
		}
	}
	if d.Timed {
		f.hours.SetValue(w.ClockRange(d.Start, d.End))
	}
}

// townFirst divides a title that begins with the name of a town: «Химки график
// работ» is Химки and what for. Without a town the title stays whole.
func townFirst(title string) (town, rest string) {
	words := strings.Fields(title)
	for n := min(3, len(words)); n > 0; n-- {
		name := strings.Join(words[:n], " ")
		if p, ok := place.Find(name); ok && data.Fold(p.City) == data.Fold(name) {
			return p.City, strings.Join(words[n:], " ")
		}
	}
	return "", title
}

// save makes the trip and shows it.
func (f *tripForm) save() error {
	t, err := f.trip()
	if err != nil {
		return err
	}
	if err := f.s.d.Do(f.made.With(f.client.ID, command.PlanTrip{Trip: t})); err != nil {
		return err
	}
	if f.s.embedded() {
		f.s.d.Open(ref(t.ID))
		return nil
	}
	f.s.Show(ref(t.ID))
	return nil
}

// trip is what the fields say.
func (f *tripForm) trip() (data.Trip, error) {
	t := data.Trip{ID: data.NewID[data.Trip](), What: data.TripKind(f.what.ID), PersonID: card.ID[data.Person](f.who.ID),
		ClientID: card.ID[data.Client](f.client.ID), ProjectID: card.ID[data.Project](f.project.ID),
		Place: strings.TrimSpace(f.place.Text), Purpose: strings.TrimSpace(f.purpose.Text)}
	if t.What == data.TripAbroad {
		t.Country = f.country.ID
	}
	t.Status = command.FirstTripStatus(t.What)
	t.Name = f.name(t)
	var ps data.Problems
	ps.Add(t.Name == "", "place", "required")
	if s := strings.TrimSpace(f.days.Text); s != "" {
		var err error
		if t.StartsOn, t.EndsOn, err = quick.DateRange(s, f.s.tell.today, f.s.tell.cal.AddDays); err != nil {
			ps = append(ps, fieldProblem("startsOn", err))
		}
	}
	if t.What == data.TripLocal {
		ps.Add(t.StartsOn.IsZero() && len(ps) == 0, "startsOn", "required")
		var err error
		if t.TimeFrom, t.TimeTo, err = hours(strings.TrimSpace(f.hours.Text)); err != nil {
			ps = append(ps, fieldProblem("timeFrom", err))
		}
	}
	f.phones(&t)
	return t, ps.Err()
}

// fieldProblem says under which field a refusal of a reader stands.
func fieldProblem(field string, err error) data.Problem {
	if p, ok := err.(data.Problem); ok {
		p.Field = field
		return p
	}
	return data.Problem{Field: field, Code: "dateFormat", Args: []string{err.Error()}}
}

// name is what lists call the trip: the town, or whom a local trip goes to.
func (f *tripForm) name(t data.Trip) string {
	if t.What == data.TripLocal && f.client.ID != "" {
		return f.chosenClient()
	}
	town, _, _ := strings.Cut(t.Place, ",")
	if town = strings.TrimSpace(town); town != "" {
		return town
	}
	return f.chosenClient()
}

// chosenClient is the plain name of the chosen client, "" for none.
func (f *tripForm) chosenClient() string {
	if f.client.ID == "" {
		return ""
	}
	return plainName(f.client.Chosen().Label)
}

// phones takes the traveller's telephone, and that of the client's contact when
// there is only one.
func (f *tripForm) phones(t *data.Trip) {
	r := f.s.d.Read()
	if rec, err := r.Load(data.RefTo(data.KindPerson, t.PersonID)); err == nil {
		t.OwnPhone = rec.(data.Person).Phone
	}
	if t.ClientID.IsZero() {
		return
	}
	contacts, err := r.ContactNames(t.ClientID)
	if err != nil || len(contacts) != 1 {
		return
	}
	if rec, err := r.Load(data.Ref{Kind: data.KindContact, ID: contacts[0].ID}); err == nil && rec.(data.Contact).Phone != "" {
		t.HostPhone = rec.(data.Contact).Phone + " (" + data.ShortName(rec.(data.Contact).FullName) + ")"
	}
}
