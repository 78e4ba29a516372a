package meeting

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// dialog holds the fields of one meeting while it is made or changed.
type dialog struct {
	d      desk.Desk
	event  data.Event  // as it was
	series data.Series // of a repeated meeting
	repeat bool        // the fields of a series are shown
	on     data.Date   // the day taken out of the series, else none
	long   bool        // the field of the last day is shown
	first  data.Date   // the first day as it was kept last

	form                        *ui.Form
	what, client, project, zone *ui.Choice
	title, place                *ui.Field
	day, last, until            *ui.DateField
	time                        *ui.Parsed[hours]
	rule, off                   *ui.Choice
	party                       *partyField
	note                        *ui.Area
	sheet                       *ui.Sheet
}

// New opens the dialog of a new meeting. What the draft lacks is proposed; the
// owner and, of a project, its team are listed as participants.
func New(d desk.Desk, draft data.Event) {
	x := &dialog{d: d, event: fresh(d, draft)}
	x.show(me(d))
}

// NewSeries opens the dialog of a new repeated meeting.
func NewSeries(d desk.Desk, draft data.Event) {
	x := &dialog{d: d, event: fresh(d, draft), repeat: true}
	x.series = data.Series{DaysOff: data.DaysOffSkip, MentoringID: draft.MentoringID, Note: draft.Note}
	x.series.Rule = ruleOf("week", x.event.Starts.Day)
	x.show(me(d))
}

// me is the owner as a participant.
func me(d desk.Desk) []data.PartyRow {
	p, err := d.Read().Me()
	if err != nil {
		return nil
	}
	return []data.PartyRow{{Kind: data.KindPerson, ID: data.ID[data.Any](p.ID), Name: p.FullName, Position: p.Position, IsMe: true}}
}

// Edit opens the dialog of an event, of a whole series, or, with a day, of one
// day of a series. It tells whether there is such a record.
func Edit(d desk.Desk, ref data.Ref, on data.Date) bool {
	x, err := load(d, ref, on)
	if err != nil {
		d.Fail(err)
		return false
	}
	party, err := d.Read().Party(ref)
	if err != nil {
		d.Fail(err)
	}
	x.show(party)
	return true
}

// load reads what is to be changed.
func load(d desk.Desk, ref data.Ref, on data.Date) (*dialog, error) {
	x := &dialog{d: d}
	rec, err := d.Read().Load(ref)
	if err != nil {
		return nil, err
	}
	switch r := rec.(type) {
	case data.Event:
		x.event = r
	case data.Series:
		x.series, x.repeat = r, on.IsZero()
		x.event = data.Event{What: r.What, Title: r.Title, Status: data.EventPlanned, Starts: r.Starts, Ends: r.Ends, AllDay: r.AllDay,
			Place: r.Place, ClientID: r.ClientID, ProjectID: r.ProjectID, MentoringID: r.MentoringID, Note: r.Note}
		if !on.IsZero() {
			o, err := d.Read().OccurrenceOf(r.ID, on)
			if err != nil {
				return nil, err
			}
			x.on, x.event.Starts, x.event.Ends = on, o.Starts, o.Ends
		}
	default:
		return nil, data.ErrNotFound
	}
	return x, nil
}

// about names what is edited, "" for a new meeting.
func (x *dialog) about() string {
	switch {
	case !x.series.ID.IsZero():
		return x.series.ID.String()
	case !x.event.ID.IsZero():
		return x.event.ID.String()
	}
	return ""
}

// heading is the title of the dialog.
func (x *dialog) heading() string {
	w := x.d.Words()
	switch {
	case x.repeat && x.series.ID.IsZero():
		return w.T("meeting.new.series")
	case x.repeat:
		return w.T("meeting.edit.series")
	case !x.on.IsZero():
		return w.F("meeting.edit.occurrence", w.LongDay(x.on))
	case x.event.ID.IsZero():
		return w.T("meeting.new")
	}
	return w.T("meeting.edit")
}

func (x *dialog) show(party []data.PartyRow) {
	w, e := x.d.Words(), x.event
	x.what = ui.NewChoice(card.Codes(x.d, "event.kind.", data.EventKinds), string(e.What))
	x.title, x.place = ui.NewField(e.Title), ui.NewField(e.Place)
	x.day = card.NewDate(x.d, e.Starts.Day)
	x.last = card.NewDate(x.d, lastOf(e.Starts, e.Ends, e.AllDay))
	x.long = !x.repeat && (x.long || lastOf(e.Starts, e.Ends, e.AllDay) != 0)
	x.first, x.day.OnSet = e.Starts.Day, x.moved
	x.time = ui.NewParsed(hoursOf(e.Starts, e.Ends, e.AllDay), x.readTime, x.clock)
	x.time.PlaceHolder = w.T("meeting.time.hint")
	x.note = ui.NewArea(e.Note, 2)
	x.zone = ui.NewChoice(zones(x.d, e.Starts.Zone), e.Starts.Zone)
	x.client = ui.NewChoice(card.Clients(x.d, true), e.ClientID.String())
	x.client.OnSelect = func(o ui.Option) error { x.client.ID = o.ID; x.suggest(); return nil }
	x.project = ui.NewChoice(card.Projects(x.d, true), e.ProjectID.String())
	x.project.OnSelect = x.pickProject
	x.party = newParty(x.d, party)
	x.fields()
	x.suggest()
	var extra []*ui.Button
	if e.ID.IsZero() && !x.repeat && x.on.IsZero() {
		extra = append(extra, ui.NewButton(ui.Ghost, w.T("meeting.repeat"), x.toSeries))
	}
	if !x.repeat && !x.long {
		extra = append(extra, ui.NewButton(ui.Ghost, w.T("meeting.long"), x.toLong))
	}
	confirm := w.T("meeting.save")
	if e.ID.IsZero() && x.series.ID.IsZero() {
		confirm = w.T("meeting.plan")
	}
	x.sheet = ui.ShowDialog(x.d.Canvas(), ui.Dialog{Title: x.heading(), About: x.about(), Width: 560, Content: x.form, Confirm: confirm, Extra: extra, OnConfirm: x.save})
	if c := x.d.Canvas(); c != nil {
		c.Focus(x.title)
	}
}

// fields lays the form.
func (x *dialog) fields() {
	w := x.d.Words()
	x.form = ui.NewForm()
	x.form.LabelWidth = 138
	x.form.Add("title", w.T("meeting.title"), x.title).Add("what", w.T("meeting.what"), x.what)
	x.form.Add("starts", w.T("meeting.day"), x.day)
	if x.long {
		x.form.Add("last", w.T("meeting.last"), x.last)
	}
	x.form.Add("ends", w.T("meeting.time"), x.time)
	if x.repeat {
		x.rule = ui.NewChoice(repeatOptions(w, x.series.Rule, x.event.Starts.Day), codeOf(x.series.Rule, x.event.Starts.Day))
		x.until = card.NewDate(x.d, x.series.UntilOn)
		x.off = ui.NewChoice(card.Codes(x.d, "series.daysoff.", data.DaysOffList), string(x.series.DaysOff))
		x.form.Add("rule", w.T("meeting.rule"), x.rule).Add("untilOn", w.T("meeting.until"), x.until).Add("daysOff", w.T("meeting.daysoff"), x.off)
	}
	if len(x.zone.Options) > 1 {
		x.form.Add("zone", w.T("meeting.zone"), x.zone)
	}
	x.form.Add("place", w.T("meeting.place"), x.place).Add("clientId", w.T("meeting.client"), x.client).
		Add("projectId", w.T("meeting.project"), x.project).Add("party", w.T("meeting.party"), x.party.box)
	if !x.repeat {
		x.form.Add("note", w.T("meeting.note"), x.note)
	}
}

// moved lets the last day and «every Wednesday» follow the first day.
func (x *dialog) moved(on data.Date) error {
	if on.IsZero() {
		return nil
	}
	if last, err := x.last.Get(); err == nil && !last.IsZero() {
		x.last.Set(last + on - x.first)
	}
	x.first = on
	if !x.repeat {
		return nil
	}
	x.rule.SetOptions(repeatOptions(x.d.Words(), x.ruleNow(), on))
	return nil
}

// ruleNow is the rule of a kind of its own, else none.
func (x *dialog) ruleNow() string {
	if codeOf(x.series.Rule, x.event.Starts.Day) == x.series.Rule {
		return x.series.Rule
	}
	return ""
}

// readTime reads the hours; of several days they may be in any order.
func (x *dialog) readTime(s string) (hours, error) {
	last, err := x.last.Get()
	return readHoursOf(s, err == nil && !last.IsZero())
}

// clock writes a time; the whole day is empty.
func (x *dialog) clock(h hours) string {
	if !h.timed {
		return ""
	}
	return x.d.Words().ClockRange(h.from, h.to)
}

// zones are the zones of the dialog, the event's own among them.
func zones(d desk.Desk, now string) []ui.Option {
	out := card.Zones(d)
	for _, o := range out {
		if o.ID == now {
			return out
		}
	}
	return append(out, ui.Option{ID: now, Label: now})
}

// pickProject chooses the client of the project along with it.
func (x *dialog) pickProject(o ui.Option) error {
	x.project.ID = o.ID
	if rec, err := x.d.Read().Load(data.RefTo(data.KindProject, card.ID[data.Project](o.ID))); err == nil {
		if p, ok := rec.(data.Project); ok && !p.ClientID.IsZero() {
			x.client.Set(p.ClientID.String())
		}
	}
	x.suggest()
	return nil
}

func (x *dialog) suggest() {
	x.party.suggest(card.ID[data.Client](x.client.ID), card.ID[data.Project](x.project.ID))
}

// toSeries goes on with the same words as a series.
func (x *dialog) toSeries() {
	e, err := x.read()
	if err != nil {
		e = x.event
	}
	x.sheet.Close()
	NewSeries(x.d, e)
}

// toLong goes on with the same words and a field for the last day.
func (x *dialog) toLong() {
	party := x.party.chosen()
	if e, err := x.read(); err == nil {
		x.event = e
	}
	x.sheet.Close()
	x.long = true
	x.show(party)
}

// days is how many days after the first one the last one comes.
func (x *dialog) days(on data.Date) (data.Date, error) {
	if x.repeat {
		return max(0, lastOf(x.event.Starts, x.event.Ends, x.event.AllDay)-x.event.Starts.Day), nil
	}
	last, err := x.last.Get()
	switch {
	case err != nil || last.IsZero():
		return 0, err
	case last < on:
		return 0, data.Problems{{Field: "last", Code: "order"}}
	}
	return last - on, nil
}

// read makes the event of the fields.
func (x *dialog) read() (data.Event, error) {
	e := x.event
	on, err := x.day.Get()
	if err != nil {
		return e, err
	}
	h, err := x.time.Get()
	if err != nil {
		return e, err
	}
	if on.IsZero() {
		return e, data.Problems{{Field: "starts", Code: "required"}}
	}
	days, err := x.days(on)
	if err != nil {
		return e, err
	}
	e.Starts, e.Ends, e.AllDay = h.moments(on, days, x.zone.ID)
	e.What, e.Title, e.Place, e.Note = data.EventKind(x.what.ID), x.title.Value(), x.place.Value(), x.note.Value()
	e.ClientID, e.ProjectID = card.ID[data.Client](x.client.ID), card.ID[data.Project](x.project.ID)
	return e, nil
}

func (x *dialog) save() error {
	return card.Submit(x.d, x.form, func() error {
		e, err := x.read()
		if err != nil {
			return err
		}
		if err := x.d.Do(x.command(e)); err != nil {
			return err
		}
		x.told(e)
		return nil
	})
}

// command is what keeps the fields.
func (x *dialog) command(e data.Event) desk.Command {
	switch {
	case x.repeat:
		return command.NewSeries{Series: x.seriesOf(e), Party: x.party.party()}
	case !x.on.IsZero():
		return command.EditOccurrence{SeriesID: x.series.ID, On: x.on, Event: e, Party: x.party.party()}
	}
	return command.PlanEvent{Event: e, Party: x.party.party()}
}

func (x *dialog) seriesOf(e data.Event) data.Series {
	s := x.series
	s.What, s.Title, s.Starts, s.Ends, s.AllDay, s.Place, s.ClientID, s.ProjectID = e.What, e.Title, e.Starts, e.Ends, e.AllDay, e.Place, e.ClientID, e.ProjectID
	s.Rule, s.DaysOff = ruleOf(x.rule.ID, e.Starts.Day), data.DaysOff(x.off.ID)
	s.UntilOn, _ = x.until.Get()
	return s
}

// told says what was planned; a change is seen where it was made.
func (x *dialog) told(e data.Event) {
	w := x.d.Words()
	if x.event.ID.IsZero() && x.series.ID.IsZero() {
		x.d.Say(w.F("meeting.planned", e.Title, w.WeekdayDay(e.Starts.Day)), w.T("step.undo"), x.d.Undo)
	}
}
