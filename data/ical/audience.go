package ical

import (
	"strings"

	"portfel/data"
)

// view says how much of a row an audience sees.
type view int

const (
	hide  view = iota
	dates      // when, and a trip in which town; colleagues also who
	full       // what and where, without what never leaves the owner
)

// views is what each audience may see, the only place where it is decided. An
// expanded day of a series never stands in a file: the series stands there
// with its rule.
var views = map[data.AgendaKind]map[Audience]view{
	data.AgendaTrip:       {ForMe: full, ForTeam: full, ForClient: dates},
	data.AgendaLocal:      {ForMe: full, ForTeam: full, ForClient: dates},
	data.AgendaPapers:     {ForMe: full},
	data.AgendaReport:     {ForMe: full},
	data.AgendaLeg:        {ForMe: full, ForTeam: full},
	data.AgendaTask:       {ForMe: full, ForTeam: full},
	data.AgendaMilestone:  {ForMe: full, ForTeam: full},
	data.AgendaDue:        {ForMe: full, ForTeam: full},
	data.AgendaItem:       {ForMe: full, ForTrainee: full},
	data.AgendaControl:    {ForMe: full, ForTrainee: full},
	data.AgendaAbsence:    {ForMe: full, ForTeam: dates},
	data.AgendaDocument:   {ForMe: full, ForTeam: full},
	data.AgendaEvent:      {ForMe: full, ForTeam: full, ForClient: dates, ForTrainee: full},
	data.AgendaSeries:     {ForMe: full, ForTeam: full, ForClient: dates, ForTrainee: full},
	data.AgendaOccurrence: {},
	data.AgendaProject:    {ForMe: full, ForTeam: full},
}

// viewOf is the table with the conditions of the row: whose it is, of which
// client, of which trainee, whether it is confidential.
func viewOf(r data.AgendaRow, o Options) view {
	a := o.audience()
	v := views[r.Kind][a]
	mentoring := !r.MentoringID.IsZero()
	switch a {
	case ForClient:
		if o.Client.IsZero() || mentoring || !o.concerns(r) {
			return hide
		}
		return v
	case ForTrainee:
		if o.Who.IsZero() || r.TraineeID != o.Who || !mentoring {
			return hide
		}
		return v
	case ForTeam:
		if v == full && (mentoring || o.confidential(r)) {
			v = dates
		}
	}
	if !o.Who.IsZero() && !r.PersonID.IsZero() && r.PersonID != o.Who {
		return hide
	}
	return v
}

// concerns tells whether a row is the client's own business: a trip to the
// client, or a meeting (a letter is none) in which the client itself is named and
// which is not confidential. That a meeting belongs to the client's project is not enough:
// the firm also meets about a project among itself.
func (o Options) concerns(r data.AgendaRow) bool {
	if isMeeting(r.Kind) {
		return r.What != string(data.EventLetter) && o.Named != nil && o.Named(r) && !o.confidential(r)
	}
	return r.ClientID == o.Client
}

// seen is the row as the audience may know it: everything else is taken out,
// so that no text can be made of it.
func seen(r data.AgendaRow, v view, a Audience) data.AgendaRow {
	if a == ForMe {
		return r
	}
	if v == dates {
		return whenAndWhere(r, a)
	}
	r.Detail, r.City = "", ""
	if !hasPlace(r.Kind) {
		r.Place, r.ToPlace = "", ""
	}
	switch a {
	case ForTeam:
		r.Trainee = ""
		r.Percent = 0
	case ForTrainee:
		r.Person, r.Client, r.Project, r.Trainee = "", "", "", ""
		r.PersonID = data.ID[data.Person]{}
	}
	return r
}

// hasPlace tells the kinds that happen somewhere.
func hasPlace(k data.AgendaKind) bool {
	switch k {
	case data.AgendaTrip, data.AgendaLocal, data.AgendaLeg, data.AgendaEvent, data.AgendaSeries:
		return true
	}
	return false
}

// whenAndWhere keeps the days, and the town of a trip. Colleagues also see who,
// and the hours of what takes the day only in part; the client sees the hours of
// a meeting and whether it is a call. A meeting has no town of its own, and its
// place may be one of our rooms.
func whenAndWhere(r data.AgendaRow, a Audience) data.AgendaRow {
	k := data.AgendaRow{
		Kind: r.Kind, Layer: r.Layer, UIDID: r.UIDID, UIDPart: r.UIDPart,
		StartsOn: r.StartsOn, EndsOn: r.EndsOn, AllDay: true, Status: r.Status,
		MentoringID: r.MentoringID, // a mark of the layer, never shown
	}
	switch {
	case r.Kind == data.AgendaTrip:
		k.Place, _, _ = strings.Cut(r.Place, ",") // a street may stand behind the town
	case r.Kind == data.AgendaLocal:
		k.Place = r.City
	case isMeeting(r.Kind) && a == ForClient:
		k.What = r.What
	}
	if a == ForTeam {
		k.Person, k.PersonID = r.Person, r.PersonID
	}
	if a == ForTeam || isMeeting(r.Kind) {
		k.Starts, k.Ends, k.AllDay = r.Starts, r.Ends, r.AllDay
		k.Rule, k.UntilOn, k.DaysOff = r.Rule, r.UntilOn, r.DaysOff
		k.SeriesID, k.OriginalOn = r.SeriesID, r.OriginalOn
	}
	return k
}

// isMeeting tells events and series.
func isMeeting(k data.AgendaKind) bool { return k == data.AgendaEvent || k == data.AgendaSeries }
