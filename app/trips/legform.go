package trips

import (
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/place"
	"portfel/data/text"
)

// legForm is a leg being typed: places, days and times, zones that follow the
// places until they are chosen by hand.
type legForm struct {
	r       *route
	leg     data.Leg
	fresh   bool
	first   data.Leg // as the form was opened
	form    *ui.Form
	by      *ui.Choice
	from    *ui.Field
	to      *ui.Field
	depart  *clock
	arrive  *clock
	carrier *ui.Field
	ticket  *ui.Field
	hotel   *ui.Field
	note    *ui.Field
	all     *ui.Check
	border  *legBorder
	content fyne.CanvasObject
}

// clock is a day, a time and a zone.
type clock struct {
	day    *ui.DateField
	time   *ui.Parsed[int]
	zone   *ui.Choice
	byHand bool // the zone was chosen
	row    fyne.CanvasObject
}

func newLegForm(r *route, l data.Leg, fresh bool) *legForm {
	d := r.c.d
	w := d.Words()
	f := &legForm{r: r, leg: l, first: l, fresh: fresh, form: ui.NewForm()}
	f.by = ui.NewChoice(card.Codes(d, "transport.", data.Transports), string(l.Transport))
	f.from, f.to = ui.NewField(l.FromPlace), ui.NewField(l.ToPlace)
	f.from.PlaceHolder, f.to.PlaceHolder = w.T("trips.place.hint"), w.T("trips.place.hint")
	f.depart, f.arrive = f.clock(l.Depart), f.clock(l.Arrive)
	f.carrier, f.ticket = ui.NewField(l.Carrier), ui.NewField(l.TicketNo)
	f.carrier.PlaceHolder = w.T("trips.carrier.hint")
	f.hotel, f.note = ui.NewField(l.Hotel), ui.NewField(l.Note)
	f.all = ui.NewCheck(w.T("trips.forall"), true, nil)
	f.border = newLegBorder(d, l)
	f.fields()
	f.follow()
	f.buttons()
	return f
}

// fields lays the form out.
func (f *legForm) fields() {
	w := f.r.c.d.Words()
	f.form.LabelWidth = 104
	f.form.Add("transport", w.T("trips.transport"), f.by).
		Add("fromPlace", w.T("field.fromPlace"), f.from).
		Add("depart", w.T("field.depart"), f.depart.row).
		Add("toPlace", w.T("field.toPlace"), f.to).
		Add("arrive", w.T("field.arrive"), f.arrive.row).
		Add("carrier", w.T("trips.carrier"), f.carrier).
		Add("ticketNo", w.T("trips.ticket"), f.ticket).
		Add("hotel", w.T("trips.hotel"), f.hotel).
		Add("note", w.T("field.note"), f.note)
	f.border.add(f.form, f.r.c.trip.What == data.TripAbroad, w)
	if f.r.c.others() {
		f.form.Add("group", "", f.all)
	}
}

// clock makes the fields of a moment.
func (f *legForm) clock(m data.Moment) *clock {
	d := f.r.c.d
	c := &clock{day: card.NewDate(d, m.Day), byHand: !f.fresh && m.Zone != ""}
	min := ui.NoTime
	if !m.IsZero() && !f.fresh {
		min = m.Min
	}
	c.time = ui.NewTimeField(min)
	c.zone = ui.NewChoice(f.zones(m.Zone), m.Zone)
	c.zone.OnSelect = func(ui.Option) error { c.byHand = true; return nil }
	c.row = ui.Across(8, ui.Fixed(126, c.day), ui.Fixed(70, c.time), ui.Flex(1, c.zone))
	for _, x := range []*ui.Field{&c.day.Field, &c.time.Field} {
		x.OnProblem = func(s string) { f.form.Problem(f.nameOf(c), s) }
	}
	return c
}

func (f *legForm) nameOf(c *clock) string {
	if c == f.depart {
		return "depart"
	}
	return "arrive"
}

// zones are the choices of a zone by its best known town.
func (f *legForm) zones(chosen string) []ui.Option {
	english := f.r.c.d.Words().Lang() == text.EN
	seen, day := map[string]bool{}, f.r.c.s.tell.today
	var all []ui.Option
	add := func(zone, label string) {
		if zone == "" || seen[zone] {
			return
		}
		seen[zone] = true
		sign := f.r.c.s.tell.sign(data.Moment{Day: day, Min: 720, Zone: zone})
		all = append(all, ui.Option{ID: zone, Label: label + " (" + sign + ")"})
	}
	for _, p := range place.All() { // the town that the zone is named after
		if strings.HasSuffix(p.Zone, "/"+strings.ReplaceAll(p.English, " ", "_")) {
			add(p.Zone, p.Name(english))
		}
	}
	for _, p := range place.All() {
		add(p.Zone, p.Name(english))
	}
	add(chosen, chosen)
	return all
}

// follow lets zones and days follow what is typed.
func (f *legForm) follow() {
	f.from.OnCommit = func(s string) error { f.placed(f.from, f.depart, s); return nil }
	f.to.OnCommit = func(s string) error { f.placed(f.to, f.arrive, s); return nil }
	f.depart.day.OnSet = func(d data.Date) error {
		if f.arrive.day.Text == "" || f.fresh && f.arrive.time.Text == "" {
			f.arrive.day.Set(d)
		}
		return nil
	}
	for _, x := range []*ui.Field{f.from, f.to, &f.depart.day.Field, &f.depart.time.Field, &f.arrive.day.Field, &f.arrive.time.Field, f.carrier, f.ticket, f.hotel, f.note, &f.border.on.Field, &f.border.to.Field, &f.border.from.Field} {
		x.OnSubmitted = func(string) { f.keep() }
		own := x.OnKey
		x.OnKey = func(e *fyne.KeyEvent) bool { return f.key(e) || own != nil && own(e) }
	}
}

// key leaves the form on Escape unless something was typed: then Escape takes
// back the text of the field.
func (f *legForm) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape || f.touched() {
		return false
	}
	f.r.done()
	return true
}

// placed writes an airport's code out and takes the zone of the place.
func (f *legForm) placed(field *ui.Field, c *clock, s string) {
	p, ok := place.Find(s)
	if !ok {
		return
	}
	if strings.EqualFold(strings.TrimSpace(s), p.Code) {
		field.SetValue(p.Title(f.r.c.d.Words().Lang() == text.EN))
	}
	if !c.byHand {
		c.zone.Set(p.Zone)
	}
}

// buttons keep the leg, give it up, or delete it.
func (f *legForm) buttons() {
	w := f.r.c.d.Words()
	head := w.T("trips.leg.new")
	if !f.fresh {
		head = f.r.c.s.tell.route(f.leg)
	}
	save := ui.NewButton(ui.Primary, w.T("app.save"), f.keep)
	quit := ui.NewButton(ui.Secondary, w.T("app.cancel"), f.r.done)
	parts := []ui.Part{ui.Flex(1, ui.Spacer()), ui.Own(quit), ui.Own(save)}
	if !f.fresh {
		drop := ui.NewButton(ui.Ghost, w.T("card.delete"), func() { f.r.done(); f.r.remove() })
		parts = append([]ui.Part{ui.Own(drop)}, parts...)
	}
	body := ui.Scroll(ui.Pad(16, 0, f.form))
	f.content = ui.Down(0, ui.Own(ui.Pad(16, 10, ui.NewStrong(head))), ui.Flex(1, body), ui.Own(ui.Pad(16, 10, ui.Across(10, parts...))))
}

// focus puts the keyboard on the first thing that is missing.
func (f *legForm) focus() {
	cv := f.r.c.d.Canvas()
	switch {
	case cv == nil:
	case f.from.Text == "":
		cv.Focus(f.from)
	case f.to.Text == "":
		cv.Focus(f.to)
	case f.depart.day.Text == "":
		cv.Focus(f.depart.day)
	case f.depart.time.Text == "":
		cv.Focus(f.depart.time)
	default:
		cv.Focus(f.from)
	}
}

// alive tells whether the leg and its trip are still there.
func (f *legForm) alive(c *detail) bool {
	if f.leg.TripID != c.trip.ID {
		return false
	}
	if f.fresh {
		return true
	}
	for _, l := range c.legs {
		if l.ID == f.leg.ID {
			return true
		}
	}
	return false
}

// read takes the leg out of the fields; false when one of them was refused.
func (f *legForm) read() (data.Leg, bool) {
	ok := true
	for _, x := range []*ui.Field{f.from, f.to, &f.depart.day.Field, &f.depart.time.Field, &f.arrive.day.Field, &f.arrive.time.Field} {
		ok = x.Commit() && ok
	}
	l := f.leg
	l.Transport = data.Transport(f.by.ID)
	l.FromPlace, l.ToPlace = strings.TrimSpace(f.from.Text), strings.TrimSpace(f.to.Text)
	l.Depart, l.Arrive = f.depart.get(), f.arrive.get()
	l.Carrier, l.TicketNo = strings.TrimSpace(f.carrier.Text), strings.TrimSpace(f.ticket.Text)
	l.Hotel, l.Note = strings.TrimSpace(f.hotel.Text), strings.TrimSpace(f.note.Text)
	return l, f.border.read(&l) && ok
}

// get is the moment, zero when the day or the time is missing.
func (c *clock) get() data.Moment {
	day, err1 := c.day.Get()
	min, err2 := c.time.Get()
	if err1 != nil || err2 != nil || day.IsZero() || min == ui.NoTime {
		return data.Moment{}
	}
	return data.Moment{Day: day, Min: min, Zone: c.zone.ID}
}

// touched tells whether something was typed.
func (f *legForm) touched() bool {
	l, ok := f.read()
	if f.fresh {
		return f.depart.time.Text != "" || f.arrive.time.Text != "" || l.FromPlace != f.first.FromPlace || l.ToPlace != f.first.ToPlace
	}
	return !ok || l != f.first
}

// keep saves and goes back to the list.
func (f *legForm) keep() {
	if f.save() {
		f.r.done()
	}
}

// save puts the leg; what is wrong stands under its field.
func (f *legForm) save() bool {
	l, ok := f.read()
	if !ok {
		return false
	}
	f.form.Clean()
	err := f.r.c.d.Do(command.EditLeg{Leg: l, Group: f.r.c.others() && f.all.On})
	if err == nil {
		return true
	}
	if rest := f.form.Fail(err); rest != nil {
		f.r.c.d.Fail(rest)
	}
	return false
}

// nextLeg is what a new leg begins with: the way to the place, or from where
// the last leg ended back to where the first began.
func (c *detail) nextLeg() data.Leg {
	l := data.Leg{ID: data.NewID[data.Leg](), TripID: c.trip.ID, Transport: data.ByPlane}
	home, zone := c.home()
	if n := len(c.legs); n > 0 {
		last, first := c.legs[n-1], c.legs[0]
		l.Transport, l.FromPlace, l.Depart.Zone = last.Transport, last.ToPlace, last.Arrive.Zone
		if !samePlace(first.FromPlace, last.ToPlace) {
			l.ToPlace, l.Arrive.Zone = first.FromPlace, first.Depart.Zone
		}
		l.Depart.Day = max(c.trip.EndsOn, last.Arrive.Day)
	} else {
		l.FromPlace, l.Depart.Zone = home, zone
		l.ToPlace, l.Arrive.Zone = c.trip.Place, place.Zone(c.trip.Place)
		l.Depart.Day = c.trip.StartsOn
	}
	if l.Arrive.Zone == "" {
		l.Arrive.Zone = zone
	}
	l.Arrive.Day = l.Depart.Day
	return l
}

// home is the traveller's place of work and its zone.
func (c *detail) home() (town, zone string) {
	p, err := c.d.Read().Load(data.RefTo(data.KindPerson, c.trip.PersonID))
	if err != nil {
		return "", "Europe/Moscow"
	}
	person := p.(data.Person)
	zone = person.Zone
	if zone == "" {
		zone = "Europe/Moscow"
	}
	return person.WorkPlace, zone
}
