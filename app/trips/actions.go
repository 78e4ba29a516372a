package trips

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// forWhom asks whether a change is for all travellers of the journey; alone it
// does at once.
func (c *detail) forWhom(title string, do func(group bool)) {
	if !c.others() {
		do(false)
		return
	}
	w := c.d.Words()
	c.d.Ask(title, w.T("trips.forwhom"),
		desk.Answer{Label: w.T("trips.forall.yes"), Primary: true, Do: func() { do(true) }},
		desk.Answer{Label: w.T("trips.forone"), Do: func() { do(false) }},
		desk.Answer{Label: w.T("app.cancel")})
}

// buttons are the menu of everything and the next state.
func (c *detail) buttons() []*ui.Button {
	more := ui.NewMenuButton(c.d.Words().T("trips.more"), c.menu)
	all := []*ui.Button{more}
	if next := c.stages(); len(next) > 0 && forward(c.trip, next[0]) {
		all = append(all, ui.NewButton(ui.Primary, c.verb(next[0]), func() { c.move(next[0]) }))
	}
	return all
}

// stages are the states to which the trip may go today.
func (c *detail) stages() []string {
	return command.TripStages(c.trip, c.row.EndsOn, c.s.tell.today)
}

// menu is what can be done with the trip.
func (c *detail) menu() []ui.MenuItem {
	w := c.d.Words()
	var items []ui.MenuItem
	for _, to := range c.stages() {
		items = append(items, ui.MenuItem{Label: c.verb(to), Danger: to == string(data.TripCancelled), Do: func() { c.move(to) }})
	}
	if len(items) > 0 {
		items = append(items, ui.MenuItem{})
	}
	items = append(items, c.changeItems()...)
	items = append(items,
		ui.MenuItem{Label: w.T("trips.gather"), Icon: ui.IconCheck, Disabled: c.trip.What == data.TripLocal, Do: c.gather},
		ui.MenuItem{Label: w.T("trips.participant.add"), Icon: ui.IconUser, Do: c.addParticipant},
		c.itineraryItem(),
		ui.MenuItem{Label: w.T("trips.shift"), Icon: ui.IconCalendar, Disabled: !c.movable(), Do: c.shift},
		ui.MenuItem{Label: w.T("trips.repeat"), Icon: ui.IconCopy, Do: c.repeat},
		ui.MenuItem{})
	return append(items, card.Menu(c.d, ref(c.trip.ID), c.trip.Name)...)
}

// tripOrder is the way of a trip, for telling a step back from one ahead.
var tripOrder = map[data.TripStatus]int{data.TripDraft: 1, data.TripPlanned: 2, data.TripAgreed: 3, data.TripOrdered: 4, data.TripReported: 5,
	data.TripApproved: 6, data.TripClosed: 7, data.TripHeld: 7}

func forward(t data.Trip, to string) bool {
	return tripOrder[data.TripStatus(to)] > tripOrder[t.Status]
}

//text:prefix trip.back.

// verb is the word of a move; a step back has a word of its own.
func (c *detail) verb(to string) string {
	if !forward(c.trip, to) && to != string(data.TripCancelled) {
		return c.d.Words().T("trip.back." + to)
	}
	return card.MoveWord(c.d, c.trip, to)
}

// movable tells whether dates and legs may still change.
func (c *detail) movable() bool {
	switch c.trip.Status {
	case data.TripDraft, data.TripPlanned, data.TripAgreed, data.TripOrdered:
		return true
	}
	return false
}

// move asks for what the next state needs and moves.
func (c *detail) move(to string) {
	switch data.TripStatus(to) {
	case data.TripOrdered:
		if forward(c.trip, to) {
			c.askOrder()
			return
		}
	case data.TripCancelled:
		c.askReason()
		return
	case data.TripReported:
		c.askHandIn()
		return
	case data.TripApproved:
		c.askApprove()
		return
	case data.TripClosed:
		c.askSettle()
		return
	case data.TripHeld:
		c.askResult(data.TripStatus(to))
		return
	}
	next := c.trip
	next.Status = data.TripStatus(to)
	if !c.sameStage() {
		card.Do(c.d, command.MoveTrip{Trip: next})
		return
	}
	c.forWhom(c.verb(to), func(group bool) { card.Do(c.d, command.MoveTrip{Trip: next, Group: group}) })
}

// sameStage tells whether another traveller of the journey stands where this
// one stands.
func (c *detail) sameStage() bool {
	for _, g := range c.group {
		if g.ID != c.trip.ID && g.Status == c.trip.Status {
			return true
		}
	}
	return false
}

// askOrder asks for number and day of the order.
func (c *detail) askOrder() {
	w, next := c.d.Words(), c.trip
	no, on := ui.NewField(next.OrderNo), card.NewDate(c.d, orToday(c, next.OrderOn))
	no.PlaceHolder = c.nextNumber(data.PaperOrder)
	form := ui.NewForm().Add("orderNo", w.T("field.orderNo"), no).Add("orderOn", w.T("field.orderOn"), on)
	all := c.addAll(form, c.sameStage())
	var sheet *ui.Sheet
	content, refuse := c.beforeOrder(form, func() { sheet.Relay() })
	sheet = ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: w.T("trips.order.title"), Content: content, Confirm: c.verb(string(data.TripOrdered)), OnConfirm: c.submit(form, func() error {
		if err := refuse(); err != nil {
			return err
		}
		day, err := on.Get()
		if err != nil {
			return err
		}
		next.Status, next.OrderNo, next.OrderOn = data.TripOrdered, no.Text, day
		return c.d.Do(command.MoveTrip{Trip: next, Group: all.On})
	})})
}

func orToday(c *detail, d data.Date) data.Date {
	if d.IsZero() {
		return c.s.tell.today
	}
	return d
}

// addAll adds the check "for all travellers" when there are others.
func (c *detail) addAll(form *ui.Form, others bool) *ui.Check {
	all := ui.NewCheck(c.d.Words().T("trips.forall"), others, nil)
	if others {
		form.Add("group", "", all)
	}
	return all
}

// submit is what a dialog does on its primary button.
func (c *detail) submit(form *ui.Form, do func() error) func() error {
	return func() error { return card.Submit(c.d, form, do) }
}

// askReason asks why the trip is cancelled.
func (c *detail) askReason() {
	w := c.d.Words()
	reason := ui.NewField("")
	form := ui.NewForm().Add("cancelReason", w.T("field.cancelReason"), reason)
	all := c.addAll(form, c.others())
	id, name := c.trip.ID, c.trip.Name
	ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: w.F("trips.cancel.title", c.s.tell.title(c.row)), Content: form, Confirm: w.T("trip.move.cancelled"), Cancel: w.T("trips.cancel.no"), Danger: true,
		OnConfirm: c.submit(form, func() error {
			err := c.d.Do(command.CancelTrip{TripID: id, Reason: reason.Text, Group: all.On, Name: name})
			if err == nil {
				c.d.Say(w.F("trips.cancel.done", name), w.T("step.undo"), c.d.Undo)
			}
			return err
		})})
}

// askResult asks for the result of a trip that is over; it may be left empty.
func (c *detail) askResult(to data.TripStatus) {
	w, next := c.d.Words(), c.trip
	result := ui.NewArea(next.ResultText, 5)
	form := ui.NewForm().Add("resultText", w.T("field.resultText"), result)
	all := c.addAll(form, c.sameStage())
	all.Set(false)
	ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: c.verb(string(to)), Content: form, Width: 560, Confirm: c.verb(string(to)), OnConfirm: c.submit(form, func() error {
		next.Status, next.ResultText = to, result.Text
		return c.d.Do(command.MoveTrip{Trip: next, Group: all.On})
	})})
}

// shift asks for the new first day and moves the trip with its legs.
func (c *detail) shift() {
	if !c.movable() || c.row.StartsOn.IsZero() {
		return
	}
	w := c.d.Words()
	on := card.NewDate(c.d, c.row.StartsOn)
	form := ui.NewForm().AddNote("startsOn", w.T("trips.shift.on"), on, w.T("trips.shift.note"))
	all := c.addAll(form, c.others())
	row := c.row
	ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: w.F("trips.shift.title", c.s.tell.title(row)), Content: form, Confirm: w.T("trips.shift.do"), OnConfirm: c.submit(form, func() error {
		day, err := on.Get()
		if err != nil || day.IsZero() {
			return orRequired(err, "startsOn")
		}
		return c.d.Do(command.ShiftTrip{TripID: row.ID, Days: int(day - row.StartsOn), Group: all.On, Name: row.Name})
	})})
}

func orRequired(err error, field string) error {
	if err != nil {
		return err
	}
	return data.Problems{{Field: field, Code: "required"}}
}

// repeat asks for the first day of a new trip like this one.
func (c *detail) repeat() {
	w, row := c.d.Words(), c.row
	on := card.NewDate(c.d, 0)
	form := ui.NewForm().AddNote("startsOn", w.T("trips.shift.on"), on, w.T("trips.repeat.note"))
	ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: w.F("trips.repeat.title", c.s.tell.title(row)), Content: form, Confirm: w.T("trips.repeat.do"), OnConfirm: c.submit(form, func() error {
		day, err := on.Get()
		if err != nil {
			return err
		}
		id := data.NewID[data.Trip]()
		err = c.d.Do(command.RepeatTrip{TripID: row.ID, NewID: id, StartsOn: day, Name: row.Name})
		if err == nil {
			c.s.Show(ref(id))
		}
		return err
	})})
}

// addParticipant asks who else travels.
func (c *detail) addParticipant() {
	w, id := c.d.Words(), c.trip.ID
	var free []ui.Option
	for _, o := range card.People(c.d, false) {
		if !c.travels(o.ID) {
			free = append(free, o)
		}
	}
	who := ui.NewChoice(free, "")
	form := ui.NewForm().AddNote("personId", w.T("trips.who"), who, w.T("trips.participant.note"))
	ui.ShowDialog(c.d.Canvas(), ui.Dialog{Title: w.T("trips.participant.title"), Content: form, Confirm: w.T("trips.add"), OnConfirm: c.submit(form, func() error {
		if who.ID == "" {
			return orRequired(nil, "personId")
		}
		return c.d.Do(command.AddParticipant{TripID: id, PersonID: card.ID[data.Person](who.ID), Name: who.Chosen().Label})
	})})
}

// travels tells whether a person takes part in the journey.
func (c *detail) travels(person string) bool {
	for _, g := range c.group {
		if g.PersonID.String() == person && g.Status != data.TripCancelled {
			return true
		}
	}
	return false
}
