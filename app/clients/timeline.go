package clients

import (
	"slices"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// timeline is the page of a client's life: what is ahead, the nearest first,
// then what was, the newest first.
type timeline struct {
	d     desk.Desk
	of    data.ID[data.Client]
	rows  []lineRow
	home  string
	today data.Date // of the last reading
	list  *ui.List
}

// lineRow is a heading or a thing.
type lineRow struct {
	head string
	row  data.TimelineRow
}

func newTimeline(d desk.Desk, plan func()) *timeline {
	t := &timeline{d: d}
	w := d.Words()
	t.list = ui.NewList(func() int { return len(t.rows) }, t.fill)
	t.list.OnOpen = t.open
	t.list.OnMenu = t.menu
	t.list.OnDelete = t.remove
	t.list.Empty = ui.NewEmpty(w.T("clients.timeline.empty"), ui.NewButton(ui.Primary, w.T("clients.meeting"), plan))
	return t
}

func (t *timeline) show(id data.ID[data.Client]) {
	t.today = t.d.Today()
	rows, err := t.d.Read().ClientTimeline(id, t.today)
	if err != nil {
		t.d.Fail(err)
		return
	}
	t.of, t.home = id, meeting.Home(t.d)
	t.rows = parted(rows, t.today, t.d.Words())
	t.list.Reload()
}

// parted puts what is ahead above what was, each under its heading.
func parted(rows []data.TimelineRow, today data.Date, w *text.Words) (out []lineRow) {
	var ahead, was []lineRow
	for _, r := range rows {
		if r.OnDate >= today && !called(r) {
			ahead = append(ahead, lineRow{row: r})
		} else {
			was = append(was, lineRow{row: r})
		}
	}
	slices.Reverse(ahead)
	if len(ahead) > 0 {
		out = append(append(out, lineRow{head: w.T("clients.timeline.ahead")}), ahead...)
	}
	if len(was) > 0 {
		out = append(append(out, lineRow{head: w.T("clients.timeline.was")}), was...)
	}
	return out
}

// called tells whether a thing was called off or is over before its day.
func called(r data.TimelineRow) bool {
	return r.Status == string(data.EventCancelled) || r.Kind == data.KindEvent && r.Status == string(data.EventHeld)
}

func (t *timeline) fill(i int, r *ui.ListRow) {
	w, x := t.d.Words(), t.rows[i]
	if x.head != "" {
		r.Head, r.Title = true, x.head
		return
	}
	row := x.row
	r.ID, r.Title, r.TitleLines, r.NoteLines = string(row.Kind)+row.ID.String()+row.OnDate.String(), row.Title, 2, 3
	r.Left = [2]string{w.ShortDate(row.OnDate), t.second(row)}
	r.Note = text.Join(kindWord(w, row), row.Person, row.Detail)
	r.ChipRole, r.ChipWord = t.state(row)
	if called(row) && row.Status == string(data.EventCancelled) {
		r.Role = ui.Muted
	}
}

// second is the line below the day: the time of an event, the end of a trip.
func (t *timeline) second(r data.TimelineRow) string {
	w := t.d.Words()
	switch {
	case !r.Starts.IsZero() && r.Starts.Zone != t.home:
		return w.Clock(r.Starts.Min) + " " + w.ZoneSign(r.Starts.Zone)
	case !r.Starts.IsZero():
		return w.Clock(r.Starts.Min)
	case r.Kind == data.KindTrip && r.EndsOn > r.OnDate:
		return w.F("period.to", w.DayMonth(r.EndsOn))
	}
	return w.Weekday(r.OnDate)
}

// kindWord is what a thing is: «Звонок», «Командировка», «Документ».
func kindWord(w *text.Words, r data.TimelineRow) string {
	switch r.Kind {
	case data.KindEvent, data.KindSeries:
		return w.Code(data.EventKind(r.What))
	case data.KindTrip:
		if data.TripKind(r.What) == data.TripLocal {
			return w.T("agenda.kind.local")
		}
		return w.T("kind.trip")
	case data.KindDeliverable:
		return w.T("kind.deliverable")
	}
	return w.T("kind.project")
}

// state is the chip of a thing.
func (t *timeline) state(r data.TimelineRow) (ui.Role, string) {
	w, today := t.d.Words(), t.today
	switch r.Kind {
	case data.KindEvent, data.KindSeries:
		return meeting.State(w, agenda(r), today)
	case data.KindTrip:
		phase := data.TripStatus(r.Status).Phase(r.OnDate, r.EndsOn, today)
		return tripRole(phase), lower(w.Code(phase))
	case data.KindDeliverable:
		v := data.VersionStatus(r.Status)
		if v == "" {
			return ui.Planned, lower(w.T("version.status.none"))
		}
		return versionRole(v), lower(w.Code(v))
	}
	p := data.ProjectStatus(r.Status)
	if p.Open() {
		return ui.Go, lower(w.Code(p))
	}
	return ui.Planned, lower(w.Code(p))
}

func tripRole(s data.TripStatus) ui.Role {
	switch s {
	case data.TripDue:
		return ui.Risk
	case data.TripDraft, data.TripCancelled:
		return ui.Planned
	case data.TripApproved, data.TripClosed, data.TripHeld:
		return ui.Done
	}
	return ui.Go
}

func versionRole(s data.VersionStatus) ui.Role {
	switch s {
	case data.VersionClient, data.VersionRemarks:
		return ui.Risk
	case data.VersionApproved, data.VersionHanded:
		return ui.Done
	case data.VersionDraft, data.VersionInternal:
		return ui.Go
	}
	return ui.Planned
}

// agenda is an event of the timeline as package meeting knows it.
func agenda(r data.TimelineRow) data.AgendaRow {
	a := data.AgendaRow{RefKind: r.Kind, RefID: r.ID, StartsOn: r.OnDate, EndsOn: r.EndsOn, Starts: r.Starts, AllDay: r.Starts.IsZero(), Title: r.Title, Status: r.Status, What: r.What}
	if r.Kind == data.KindSeries {
		a.Occurrence, a.SeriesID, a.OriginalOn = true, data.ID[data.Series](r.ID), r.OnDate
	}
	return a
}

func meets(r data.TimelineRow) bool { return r.Kind == data.KindEvent || r.Kind == data.KindSeries }

// open goes to the record; a meeting opens in its dialog.
func (t *timeline) open(i int) {
	if r := t.rows[i].row; meets(r) {
		meeting.Open(t.d, agenda(r))
	} else if r.Kind != "" {
		t.d.Open(r.Ref())
	}
}

func (t *timeline) menu(i int) []ui.MenuItem {
	r := t.rows[i].row
	if meets(r) {
		return meeting.Menu(t.d, agenda(r))
	}
	return []ui.MenuItem{{Label: t.d.Words().T("clients.open"), Shortcut: "Enter", Do: func() { t.open(i) }},
		{Label: t.d.Words().T("card.history"), Do: func() { card.ShowHistory(t.d, r.Ref(), r.Title) }}}
}

// remove deletes a meeting; other records are deleted in their own rooms.
func (t *timeline) remove(i int) {
	if r := t.rows[i].row; meets(r) {
		meeting.Remove(t.d, agenda(r))
	}
}
