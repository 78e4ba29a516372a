package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/place"
	"portfel/data/text"
)

// route is the page of legs, stays and meetings in the order of time; a leg is
// edited in the place of the list.
type route struct {
	c     *detail
	stops []stop
	list  *ui.List
	bar   fyne.CanvasObject
	box   *fyne.Container
	form  *legForm // the leg that is being edited, nil when none is
}

// stop is one line of the page: a leg, the stay after it, or a meeting.
type stop struct {
	leg     int // index into the legs, -1 for a meeting
	stay    bool
	meeting int // index into the meetings, -1 otherwise
}

func newRoute(c *detail) *route {
	w := c.d.Words()
	r := &route{c: c, box: container.NewStack()}
	r.list = ui.NewList(func() int { return len(r.stops) }, r.fill)
	r.list.OnOpen = func(int) { r.open() }
	r.list.OnMenu = r.menu
	r.list.OnDelete = func(int) { r.remove() }
	r.list.Empty = ui.NewEmpty(w.T("trips.route.empty"), ui.NewButton(ui.Primary, w.T("trips.leg.add"), r.add))
	add := ui.NewButton(ui.Secondary, w.T("trips.leg.add"), r.add)
	add.Small, add.Icon = true, ui.IconAdd
	meet := ui.NewButton(ui.Secondary, w.T("trips.meeting.add"), r.meet)
	meet.Small = true
	r.bar = ui.Pad(16, 10, ui.Across(8, ui.Own(add), ui.Own(meet), ui.Flex(1, ui.Spacer())))
	r.view()
	return r
}

// view puts the list, or the open leg, into the page.
func (r *route) view() {
	if r.form != nil {
		r.box.Objects = []fyne.CanvasObject{r.form.content}
	} else {
		r.box.Objects = []fyne.CanvasObject{ui.Down(0, ui.Flex(1, r.list), ui.Own(r.bar))}
	}
	r.box.Refresh()
}

// reload shows the stops anew; an open leg stays open while it exists.
func (r *route) reload() {
	r.list.Reload()
	if r.form != nil && !r.form.alive(r.c) {
		r.form = nil
	}
	r.view()
}

// stops merges meetings of the trip into its legs by time.
func stops(legs []data.Leg, meets []data.TripMeeting) (out []stop) {
	next := 0
	meetingsBefore := func(m data.Moment) {
		for next < len(meets) && (m.IsZero() || meets[next].Starts.Before(m)) {
			if meets[next].OwnTrip {
				out = append(out, stop{leg: -1, meeting: next})
			}
			next++
		}
	}
	for i, l := range legs {
		meetingsBefore(l.Depart)
		out = append(out, stop{leg: i, meeting: -1})
		if l.Hotel != "" {
			out = append(out, stop{leg: i, meeting: -1, stay: true})
		}
	}
	meetingsBefore(data.Moment{})
	return out
}

func (r *route) fill(i int, row *ui.ListRow) {
	switch s := r.stops[i]; {
	case s.leg < 0:
		r.fillMeeting(r.c.meets[s.meeting], row)
	case s.stay:
		r.fillStay(s.leg, row)
	default:
		r.fillLeg(s.leg, row)
	}
}

func (r *route) fillLeg(i int, row *ui.ListRow) {
	l, w, t := r.c.legs[i], r.c.d.Words(), r.c.s.tell
	row.ID = l.ID.String()
	times := w.Clock(l.Depart.Min) + " – " + w.Clock(l.Arrive.Min)
	if n := int(l.Arrive.Day - l.Depart.Day); n != 0 {
		times += " (" + w.Signed(int64(n)) + ")"
	}
	row.Left = [2]string{w.WeekdayDay(l.Depart.Day), times}
	row.Title, row.TitleLines = text.Join(t.route(l), l.Carrier), 2
	row.Note, row.NoteLines = text.Join(r.how(l), r.ride(l), r.zones(l), l.TicketNo, l.Note), 3
	row.ChipRole, row.ChipWord = r.ticket(l)
}

// how is the towns between two airports, or the means of travel.
func (r *route) how(l data.Leg) string {
	if towns := r.c.s.tell.towns(l); towns != "" && l.Transport == data.ByPlane {
		return towns
	}
	return text.Join(r.c.s.tell.towns(l), small(r.c.d.Words().Code(l.Transport)))
}

// ride is how long a leg takes, by the instants.
func (r *route) ride(l data.Leg) string {
	a, err1 := l.Depart.Instant()
	b, err2 := l.Arrive.Instant()
	if err1 != nil || err2 != nil {
		return ""
	}
	min := int(b.Sub(a).Minutes())
	if min%60 == 0 {
		return r.c.d.Words().F("trips.ride.hours", min/60)
	}
	return r.c.d.Words().F("trips.ride", min/60, min%60)
}

// zones says by which clocks the times are.
func (r *route) zones(l data.Leg) string {
	a, b := r.c.s.tell.sign(l.Depart), r.c.s.tell.sign(l.Arrive)
	if a == b {
		return r.c.d.Words().F("trips.zone.one", a)
	}
	return r.c.d.Words().F("trips.zone.two", a, b)
}

// ticket says whether the place is bought.
func (r *route) ticket(l data.Leg) (ui.Role, string) {
	w := r.c.d.Words()
	switch {
	case l.TicketNo != "":
		return ui.Done, w.T("trips.ticket.yes")
	case l.Transport != data.ByCar && l.Transport != data.ByOther && l.Depart.Day >= r.c.s.tell.today && r.c.trip.Status != data.TripCancelled:
		return ui.Planned, w.T("trips.ticket.no")
	}
	return ui.Plain, ""
}

// fillStay is the hotel after a leg, to the departure of the next one.
func (r *route) fillStay(i int, row *ui.ListRow) {
	l, w := r.c.legs[i], r.c.d.Words()
	row.ID = l.ID.String() + " stay"
	row.Title, row.TitleLines, row.Note = l.Hotel, 2, w.T("trips.stay")
	from := l.Arrive.Day
	row.Left[0] = w.DayMonth(from)
	if i+1 < len(r.c.legs) {
		if to := r.c.legs[i+1].Depart.Day; to > from {
			row.Left[0] = w.DayMonth(from) + " – " + w.DayMonth(to)
			row.Note = text.Join(row.Note, w.N("trips.nights", int(to-from)))
		}
	}
}

func (r *route) fillMeeting(m data.TripMeeting, row *ui.ListRow) {
	w := r.c.d.Words()
	row.ID = m.ID.String() + m.Starts.String()
	row.Left = [2]string{w.WeekdayDay(m.Starts.Day), w.Clock(m.Starts.Min) + " – " + w.Clock(m.Ends.Min)}
	if m.AllDay {
		row.Left[1] = w.T("trips.allday")
	}
	row.Title, row.TitleLines = m.Title, 2
	row.Note, row.NoteLines = text.Join(m.Place, m.People, r.elsewhere(m)), 3
	row.ChipRole, row.ChipWord = ui.Go, small(w.Code(m.What))
	if m.Status != data.EventPlanned {
		row.ChipRole, row.ChipWord = ui.Done, small(w.Code(m.Status))
	}
}

// elsewhere is the zone of a meeting by another clock than the traveller's.
func (r *route) elsewhere(m data.TripMeeting) string {
	_, zone := r.c.home()
	if m.AllDay || m.Starts.Zone == zone {
		return ""
	}
	return r.c.s.tell.sign(m.Starts)
}

// chosen is the chosen stop.
func (r *route) chosen() (stop, bool) {
	i := r.list.Selected()
	if i < 0 || i >= len(r.stops) {
		return stop{}, false
	}
	return r.stops[i], true
}

// open edits the chosen leg or goes to the chosen meeting.
func (r *route) open() {
	s, ok := r.chosen()
	if ok && s.leg < 0 {
		r.c.openMeeting(r.c.meets[s.meeting])
		return
	}
	r.edit()
}

// edit opens the chosen leg in the place of the list; it tells whether there is
// one.
func (r *route) edit() bool {
	s, ok := r.chosen()
	if !ok || s.leg < 0 {
		return false
	}
	r.begin(r.c.legs[s.leg], false)
	return true
}

// add opens a new leg: the way there, or the way back.
func (r *route) add() {
	r.c.turn(pageRoute)
	r.begin(r.c.nextLeg(), true)
}

// meet opens the dialog of a meeting in the trip's days, by the clock there.
func (r *route) meet() {
	c := r.c
	zone := place.Zone(c.trip.Place)
	if zone == "" {
		_, zone = c.home()
	}
	on := max(c.row.StartsOn, c.s.tell.today)
	starts := data.Moment{Day: on, Min: 10 * 60, Zone: zone}
	meeting.New(c.d, data.Event{What: data.EventMeeting, TripID: c.trip.ID, ClientID: c.trip.ClientID, ProjectID: c.trip.ProjectID,
		Starts: starts, Ends: starts.Add(60)})
}

// openMeeting opens the dialog of a meeting, of one day of a series.
func (c *detail) openMeeting(m data.TripMeeting) {
	on := data.Date(0)
	if m.Kind == data.KindSeries {
		on = m.Starts.Day
	}
	meeting.Edit(c.d, m.Ref(), on)
}

func (r *route) begin(l data.Leg, fresh bool) {
	r.commit()
	if r.form != nil {
		return // what is typed there is not yet right
	}
	r.form = newLegForm(r, l, fresh)
	r.view()
	r.form.focus()
}

// close takes the open leg away without keeping it.
func (r *route) close() {
	r.form = nil
	r.view()
}

// done closes the form and goes back to the list.
func (r *route) done() {
	r.close()
	if cv := r.c.d.Canvas(); cv != nil {
		cv.Focus(r.list)
	}
}

// commit keeps the open leg when something was typed and it can be kept.
func (r *route) commit() {
	if r.form == nil {
		return
	}
	if !r.form.touched() || r.form.save() {
		r.close()
	}
}

// remove deletes the chosen leg, of all travellers when they share it and the
// user wants so.
func (r *route) remove() {
	s, ok := r.chosen()
	if !ok || s.leg < 0 {
		return
	}
	l := r.c.legs[s.leg]
	r.c.forWhom(r.c.d.Words().T("trips.leg.delete"), func(group bool) {
		if card.Do(r.c.d, command.DeleteLeg{Leg: l, Group: group}) {
			r.c.d.Say(r.c.d.Words().F("trips.leg.deleted", r.c.s.tell.route(l)), r.c.d.Words().T("step.undo"), r.c.d.Undo)
		}
	})
}

// move brings the chosen leg up or down.
func (r *route) move(by int) {
	s, ok := r.chosen()
	if !ok || s.leg < 0 {
		return
	}
	card.Do(r.c.d, command.OrderLeg{Leg: r.c.legs[s.leg], By: by, Group: r.c.others()})
}

func (r *route) menu(i int) []ui.MenuItem {
	w, s := r.c.d.Words(), r.stops[i]
	if s.leg < 0 {
		return []ui.MenuItem{{Label: w.T("trips.open"), Shortcut: "Enter", Do: r.open}}
	}
	return []ui.MenuItem{
		{Label: w.T("trips.leg.edit"), Icon: ui.IconEdit, Shortcut: "F2", Do: func() { r.edit() }},
		{Label: w.T("trips.leg.up"), Icon: ui.IconUp, Disabled: s.leg == 0, Do: func() { r.move(-1) }},
		{Label: w.T("trips.leg.down"), Icon: ui.IconDown, Disabled: s.leg == len(r.c.legs)-1, Do: func() { r.move(1) }},
		{Label: w.T("trips.leg.add"), Icon: ui.IconAdd, Do: r.add},
		{},
		{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: r.remove},
	}
}
