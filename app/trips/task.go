package trips

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

// change makes the save of one field: the trip as it stands now with the field
// changed.
func change[T any](c *detail, set func(*data.Trip, T)) card.Save[T] {
	return func(v T) data.Record {
		t := c.trip
		set(&t, v)
		return t
	}
}

// taskRows are the fields of the assignment, edited in place.
func (c *detail) taskRows() []ui.KV {
	t, d := c.trip, c.d
	w := d.Words()
	local := t.What == data.TripLocal
	rows := []ui.KV{
		card.Text(d, w.T("field.purpose"), t.Purpose, change(c, func(t *data.Trip, v string) { t.Purpose = v })),
		card.Long(d, w.T("field.taskText"), t.TaskText, change(c, func(t *data.Trip, v string) { t.TaskText = v })),
		card.Long(d, w.T("field.resultText"), t.ResultText, change(c, func(t *data.Trip, v string) { t.ResultText = v })),
		card.Text(d, w.T("trips.name"), t.Name, change(c, func(t *data.Trip, v string) { t.Name = v })),
		card.Text(d, w.T("field.place"), t.Place, change(c, func(t *data.Trip, v string) { t.Place = v })),
		c.daysRow(),
	}
	if local {
		rows = append(rows, c.hoursRow())
	}
	if t.What == data.TripAbroad {
		rows = append(rows, card.Pick(d, w.T("field.country"), countryOptions(d), t.Country, change(c, func(t *data.Trip, v string) { t.Country = v })))
	}
	rows = append(rows, c.partyRows()...)
	rows = append(rows,
		card.Text(d, w.T("trips.phone.host"), t.HostPhone, change(c, func(t *data.Trip, v string) { t.HostPhone = v })),
		card.Text(d, w.T("trips.phone.own"), t.OwnPhone, change(c, func(t *data.Trip, v string) { t.OwnPhone = v })))
	if !local {
		rows = append(rows, c.orderRows()...)
	}
	if !local {
		rows = append(rows, c.ruleRows()...)
		rows = append(rows, c.changeRows()...)
	}
	if t.Status == data.TripCancelled {
		rows = append(rows, card.Text(d, w.T("field.cancelReason"), t.CancelReason, change(c, func(t *data.Trip, v string) { t.CancelReason = v })))
	}
	return append(rows, card.Long(d, w.T("field.note"), t.Note, change(c, func(t *data.Trip, v string) { t.Note = v })))
}

// partyRows are who travels, to whom, and for what.
func (c *detail) partyRows() []ui.KV {
	t, d := c.trip, c.d
	w := d.Words()
	return []ui.KV{
		card.Pick(d, w.T("trips.who"), withOption(card.People(d, false), t.PersonID.String(), c.row.Person), t.PersonID.String(),
			change(c, func(t *data.Trip, v string) { t.PersonID = card.ID[data.Person](v) })),
		c.clientRow(),
		card.Pick(d, w.T("field.projectId"), withOption(card.Projects(d, true), t.ProjectID.String(), c.row.Project), t.ProjectID.String(),
			change(c, func(t *data.Trip, v string) { t.ProjectID = card.ID[data.Project](v) })),
		card.Pick(d, w.T("trips.kind"), card.Codes(d, "trip.kind.", c.kinds()), string(t.What),
			change(c, setKind)),
	}
}

// setKind changes the kind; a trip inside Russia has no country.
func setKind(t *data.Trip, v string) {
	if t.What = data.TripKind(v); t.What != data.TripAbroad {
		t.Country = ""
	}
}

// clientRow is the client, or a new one of a typed name.
func (c *detail) clientRow() ui.KV {
	t, d := c.trip, c.d
	options := withOption(card.Clients(d, true), t.ClientID.String(), c.row.Client)
	save := change(c, func(t *data.Trip, v string) { t.ClientID = card.ID[data.Client](v) })
	kv := card.Pick(d, d.Words().T("field.clientId"), options, t.ClientID.String(), save)
	kv.Edit = func() ui.Editor {
		made, x := card.NewClients{}, ui.NewChoice(options, t.ClientID.String())
		x.OnCreate = made.Make
		x.OnSelect = func(o ui.Option) error { return d.Do(made.With(o.ID, command.Put{Record: save(o.ID)})) }
		return x
	}
	return kv
}

// kinds are the kinds that the trip may become: a local trip has another way.
func (c *detail) kinds() []data.TripKind {
	if c.trip.What == data.TripLocal {
		return []data.TripKind{data.TripLocal}
	}
	return []data.TripKind{data.TripHome, data.TripAbroad}
}

// withOption adds an archived record that is still chosen.
func withOption(all []ui.Option, id, label string) []ui.Option {
	for _, o := range all {
		if o.ID == id {
			return all
		}
	}
	return append(all, ui.Option{ID: id, Label: label})
}

// orderRows are the papers that the trip stands on.
func (c *detail) orderRows() []ui.KV {
	t, d := c.trip, c.d
	w := d.Words()
	return []ui.KV{
		card.Text(d, w.T("field.basis"), t.Basis, change(c, func(t *data.Trip, v string) { t.Basis = v })),
		card.Text(d, w.T("field.orderNo"), t.OrderNo, change(c, func(t *data.Trip, v string) { t.OrderNo = v })),
		card.Date(d, w.T("field.orderOn"), t.OrderOn, change(c, func(t *data.Trip, v data.Date) { t.OrderOn = v })),
		card.Text(d, w.T("trips.assignment"), t.AssignmentNo, change(c, func(t *data.Trip, v string) { t.AssignmentNo = v })),
	}
}

// daysRow is the days: typed in one field, or following from the legs.
func (c *detail) daysRow() ui.KV {
	w := c.d.Words()
	kv := ui.KV{Label: w.T("trips.days"), Hint: "—"}
	if !c.row.StartsOn.IsZero() {
		kv.Text = w.PeriodYear(c.row.StartsOn, c.row.EndsOn)
	}
	if len(c.legs) > 0 {
		kv.Text += " · " + w.T("trips.days.legs")
		return kv
	}
	kv.Edit = func() ui.Editor {
		f := ui.NewField(spanTyped(c, c.trip.StartsOn, c.trip.EndsOn))
		f.OnCommit = c.setDays
		return f
	}
	return kv
}

// spanTyped is what a field of days begins with.
func spanTyped(c *detail, from, to data.Date) string {
	w := c.d.Words()
	switch {
	case from.IsZero():
		return ""
	case from == to || to.IsZero():
		return w.Date(from)
	}
	return w.Date(from) + "–" + w.Date(to)
}

// setDays keeps «30.11-4.12»; an empty text takes the days away.
func (c *detail) setDays(s string) error {
	t := c.trip
	t.StartsOn, t.EndsOn = 0, 0
	if s != "" {
		var err error
		if t.StartsOn, t.EndsOn, err = quick.DateRange(s, c.s.tell.today, c.s.tell.cal.AddDays); err != nil {
			return err
		}
	}
	return c.d.Do(command.Put{Record: t})
}

// hoursRow is the hours of a local trip: «14-17».
func (c *detail) hoursRow() ui.KV {
	w := c.d.Words()
	kv := ui.KV{Label: w.T("trips.hours"), Hint: w.T("trips.allday")}
	if c.trip.TimeTo > 0 {
		kv.Text = w.ClockRange(c.trip.TimeFrom, c.trip.TimeTo)
	}
	kv.Edit = func() ui.Editor {
		f := ui.NewField(kv.Text)
		f.OnCommit = c.setHours
		return f
	}
	return kv
}

func (c *detail) setHours(s string) error {
	from, to, err := hours(s)
	if err != nil {
		return err
	}
	t := c.trip
	t.TimeFrom, t.TimeTo = from, to
	return c.d.Do(command.Put{Record: t})
}

// hours reads the hours of a local trip; one time is an hour's visit, and an
// empty text the whole day.
func hours(s string) (from, to int, err error) {
	if s == "" {
		return 0, 0, nil
	}
	from, to, err = quick.TimeRange(s)
	if err == nil && to == 0 {
		to = min(from+60, 1440)
	}
	return from, to, err
}

// ruleRows are what the traveller's days and the order depend on.
func (c *detail) ruleRows() []ui.KV {
	t, d := c.trip, c.d
	w := d.Words()
	return []ui.KV{
		card.Text(d, w.T("field.paidBy"), t.PaidBy, change(c, func(t *data.Trip, v string) { t.PaidBy = v })),
		card.Date(d, w.T("field.acquaintedOn"), t.AcquaintedOn, change(c, func(t *data.Trip, v data.Date) { t.AcquaintedOn = v })),
		card.Date(d, w.T("trips.consent"), t.ConsentOn, change(c, func(t *data.Trip, v data.Date) { t.ConsentOn = v })),
		c.yesRow(w.T("field.homeDaily"), t.HomeDaily, func(t *data.Trip, v bool) { t.HomeDaily = v }),
		c.yesRow(w.T("field.roadCounts"), t.RoadCounts, func(t *data.Trip, v bool) { t.RoadCounts = v }),
	}
}

// yesRow is a yes or no of the trip.
func (c *detail) yesRow(label string, on bool, set func(*data.Trip, bool)) ui.KV {
	w := c.d.Words()
	now := "no"
	if on {
		now = "yes"
	}
	options := []ui.Option{{ID: "no", Label: w.T("stored.no")}, {ID: "yes", Label: w.T("stored.yes")}}
	return card.Pick(c.d, label, options, now, change(c, func(t *data.Trip, v string) { set(t, v == "yes") }))
}
