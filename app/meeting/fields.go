package meeting

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// fields are the rows of a meeting in a card, edited in their place.
type fields struct {
	*dialog
	row   data.AgendaRow
	party []data.PartyRow
	done  func(data.Ref) // hears of the event that was kept
}

// Fields are the rows of a meeting, edited in their place: an event, or one day
// of a series, which becomes an event of its own by the first change. Kept hears
// which record the meeting is then.
func Fields(d desk.Desk, a data.AgendaRow, kept func(data.Ref)) []ui.KV {
	ref, on := place(a)
	x, err := load(d, ref, on)
	if err != nil {
		d.Fail(err)
		return nil
	}
	party, err := d.Read().Party(ref)
	if err != nil {
		d.Fail(err)
	}
	f := &fields{dialog: x, row: a, party: party, done: kept}
	return append(f.what(), f.outcome()...)
}

// keep writes the meeting, as it stands by now, with a change.
func (f *fields) keep(change func(*data.Event)) error {
	e := f.event
	if f.on.IsZero() {
		rec, err := f.d.Read().Load(data.RefTo(data.KindEvent, e.ID))
		if err != nil {
			return err
		}
		e = rec.(data.Event)
	}
	change(&e)
	var c desk.Command = command.Put{Record: e}
	if !f.on.IsZero() {
		e.ID = data.NewID[data.Event]()
		c = command.EditOccurrence{SeriesID: f.series.ID, On: f.on, Event: e, Party: partyOf(f.party)}
	}
	f.done(data.RefTo(data.KindEvent, e.ID)) // before the screens read again
	if err := f.d.Do(c); err != nil {
		f.done(f.row.Ref())
		return err
	}
	f.on, f.event.ID = 0, e.ID
	return nil
}

// partyOf is a party of its rows.
func partyOf(rows []data.PartyRow) (c command.Party) {
	for _, r := range rows {
		if r.Kind == data.KindContact {
			c.Contacts = append(c.Contacts, data.ID[data.Contact](r.ID))
		} else {
			c.People = append(c.People, data.ID[data.Person](r.ID))
		}
	}
	return c
}

// what is the subject of the meeting, when and where it is, and with whom.
func (f *fields) what() []ui.KV {
	w, e := f.d.Words(), f.event
	rows := append([]ui.KV{f.text("meeting.title", e.Title, func(e *data.Event, v string) { e.Title = v })}, f.when()...)
	rows = append(rows, f.pick("meeting.what", card.Codes(f.d, "event.kind.", data.EventKinds), string(e.What), func(e *data.Event, v string) { e.What = data.EventKind(v) }),
		f.text("meeting.place", e.Place, func(e *data.Event, v string) { e.Place = v }),
		f.pick("meeting.client", known(card.Clients(f.d, true), e.ClientID.String(), f.row.Client), e.ClientID.String(),
			func(e *data.Event, v string) { e.ClientID = card.ID[data.Client](v) }),
		f.pick("meeting.project", known(card.Projects(f.d, true), e.ProjectID.String(), f.row.Project), e.ProjectID.String(),
			func(e *data.Event, v string) { e.ProjectID = card.ID[data.Project](v) }))
	ref, on := place(f.row)
	who := ui.KV{Label: w.T("meeting.party"), Text: PartyWords(f.party), Open: func() { Edit(f.d, ref, on) }}
	if who.Text == "" {
		who.Text = w.T("meeting.party.more")
	}
	return append(rows, who)
}

// known adds a record that is chosen and no longer offered.
func known(all []ui.Option, id, label string) []ui.Option {
	for _, o := range all {
		if o.ID == id {
			return all
		}
	}
	return append(all, ui.Option{ID: id, Label: label})
}

// when is the day, of several days the last one, and the time on the meeting's
// own clock.
func (f *fields) when() []ui.KV {
	w, e := f.d.Words(), f.event
	last := lastOf(e.Starts, e.Ends, e.AllDay)
	rows := []ui.KV{{Label: w.T("meeting.day"), Text: w.Weekday(e.Starts.Day) + ", " + w.LongDate(e.Starts.Day), Edit: func() ui.Editor {
		x := card.NewDate(f.d, e.Starts.Day)
		x.OnSet = func(on data.Date) error {
			if on.IsZero() {
				return data.Problem{Code: "required"}
			}
			return f.keep(func(e *data.Event) { e.Starts.Day, e.Ends.Day = on, e.Ends.Day+on-e.Starts.Day })
		}
		return x
	}}}
	if last != 0 || e.AllDay {
		rows = append(rows, f.lastDay(last))
	}
	clock, sign := f.clock(hoursOf(e.Starts, e.Ends, e.AllDay)), ""
	if clock != "" && e.Starts.Zone != Home(f.d) {
		sign = " " + w.ZoneSign(e.Starts.Zone)
	}
	return append(rows, ui.KV{Label: w.T("meeting.time"), Text: clock + sign, Hint: w.T("ui.allday"), Edit: func() ui.Editor {
		x := ui.NewParsed(hoursOf(e.Starts, e.Ends, e.AllDay), func(s string) (hours, error) { return readHoursOf(s, last != 0) }, f.clock)
		x.PlaceHolder = w.T("meeting.time.hint")
		x.OnSet = func(h hours) error { return f.put(h, e.Starts.Day, last) }
		return x
	}})
}

// lastDay is the row of the last day; an empty one makes it a single day.
func (f *fields) lastDay(last data.Date) ui.KV {
	w, e := f.d.Words(), f.event
	kv := card.Date(f.d, w.T("meeting.last"), last, nil)
	kv.Edit = func() ui.Editor {
		x := card.NewDate(f.d, last)
		x.OnSet = func(v data.Date) error {
			if !v.IsZero() && v < e.Starts.Day {
				return data.Problem{Code: "order"}
			}
			return f.put(hoursOf(e.Starts, e.Ends, e.AllDay), e.Starts.Day, v)
		}
		return x
	}
	return kv
}

// put keeps hours between two days; no last day is the first one.
func (f *fields) put(h hours, on, last data.Date) error {
	days := max(0, last-on)
	return f.keep(func(e *data.Event) { e.Starts, e.Ends, e.AllDay = h.moments(on, days, e.Starts.Zone) })
}

// outcome is what came of the meeting; of one that is ahead only the note.
func (f *fields) outcome() []ui.KV {
	w, e := f.d.Words(), f.event
	note := f.long("meeting.note", e.Note, func(e *data.Event, v string) { e.Note = v })
	if !f.on.IsZero() || e.Status == data.EventPlanned && e.Starts.Day > f.d.Today() && e.Result+e.NextStep == "" {
		return []ui.KV{note}
	}
	next := card.Date(f.d, w.T("meeting.nextOn"), e.NextOn, nil)
	next.Edit = func() ui.Editor {
		x := card.NewDate(f.d, e.NextOn)
		x.OnSet = func(v data.Date) error { return f.keep(func(e *data.Event) { e.NextOn = v }) }
		return x
	}
	return []ui.KV{f.long("meeting.result", e.Result, func(e *data.Event, v string) { e.Result = v }),
		f.text("meeting.next", e.NextStep, func(e *data.Event, v string) { e.NextStep = v }), next, note}
}

// text is a row of one line.
func (f *fields) text(key, value string, set func(*data.Event, string)) ui.KV {
	return ui.KV{Label: f.d.Words().T(key), Text: value, Hint: "—", Edit: func() ui.Editor {
		x := ui.NewField(value)
		x.OnCommit = func(v string) error { return f.keep(func(e *data.Event) { set(e, v) }) }
		return x
	}}
}

// long is a row of several lines.
func (f *fields) long(key, value string, set func(*data.Event, string)) ui.KV {
	return ui.KV{Label: f.d.Words().T(key), Text: value, Hint: "—", Edit: func() ui.Editor {
		x := ui.NewArea(value, 3)
		x.OnCommit = func(v string) error { return f.keep(func(e *data.Event) { set(e, v) }) }
		return x
	}}
}

// pick is a row of one of several options.
func (f *fields) pick(key string, options []ui.Option, id string, set func(*data.Event, string)) ui.KV {
	return ui.KV{Label: f.d.Words().T(key), Text: ui.NewChoice(options, id).Chosen().Label, Hint: "—", Edit: func() ui.Editor {
		x := ui.NewChoice(options, id)
		x.OnSelect = func(o ui.Option) error { return f.keep(func(e *data.Event) { set(e, o.ID) }) }
		return x
	}}
}
