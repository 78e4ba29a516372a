package trips

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// changeItems are the orders that may change a trip whose first order is signed.
func (c *detail) changeItems() []ui.MenuItem {
	if c.trip.Status != data.TripOrdered || c.trip.What == data.TripLocal {
		return nil
	}
	w := c.d.Words()
	var out []ui.MenuItem
	for _, k := range data.TripChangeKinds {
		out = append(out, ui.MenuItem{Label: w.T("trips.change." + string(k)), Icon: ui.IconCalendar, Do: func() { c.askChange(k) }})
	}
	return append(out, ui.MenuItem{})
}

//text:prefix trips.change.
//text:prefix trips.change.on.

// askChange asks for the new day, the reason and the order of a change.
func (c *detail) askChange(k data.TripChangeKind) {
	d, w := c.d, c.d.Words()
	first := c.row.EndsOn + 1
	switch k {
	case data.TripRecalled:
		first = max(c.row.StartsOn, min(c.s.tell.today, c.row.EndsOn-1))
	case data.TripShifted:
		first = c.row.StartsOn
	}
	on, orderOn := card.NewDate(d, first), card.NewDate(d, c.s.tell.today)
	reason, no := ui.NewField(""), ui.NewField("")
	no.PlaceHolder = c.nextNumber(data.PaperOrder)
	form := ui.NewForm().Add("on", w.T("trips.change.on."+string(k)), on).Add("reason", w.T("field.reason"), reason).
		AddNote("number", w.T("field.orderNo"), no, w.T("trips.number.note")).Add("orderOn", w.T("field.orderOn"), orderOn)
	all := c.addAll(form, c.others())
	x := command.ChangeTrip{TripID: c.trip.ID, What: k, Name: c.trip.Name}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trips.change." + string(k)), Content: form, OnConfirm: c.submit(form, func() error {
		x.Reason, x.OrderNo, x.Group = reason.Text, no.Text, all.On
		var err error
		if x.On, err = on.Get(); err != nil {
			return err
		}
		if x.OrderOn, err = orderOn.Get(); err != nil {
			return err
		}
		return d.Do(x)
	})})
}

// changeRows are the orders that changed the trip, the newest last.
func (c *detail) changeRows() (out []ui.KV) {
	w := c.d.Words()
	for _, x := range c.facts.Changes {
		out = append(out, ui.KV{Label: w.Code(x.What), Text: text.Join(c.span(x.OldValue)+" → "+c.span(x.NewValue), w.F("trips.order", x.OrderNo, w.DayMonth(x.OrderOn)), x.Reason)})
	}
	return out
}

// span is a stored pair of days as people write it.
func (c *detail) span(s string) string {
	from, to, err := data.ParsePeriod(s)
	if err != nil {
		return s
	}
	return c.d.Words().Period(from, to)
}
