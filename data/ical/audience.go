package ical

import "portfel/data"

// view says how much of a row an audience sees.
type view int

const (
	hide  view = iota
	dates      // when, and in which town; colleagues also who
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
	data.AgendaMilestone:  {ForMe: full, ForTeam: full, ForClient: full},
	data.AgendaDue:        {ForMe: full, ForTeam: full},
	data.AgendaItem:       {ForMe: full, ForTrainee: full},
	data.AgendaControl:    {ForMe: full, ForTrainee: full},
	data.AgendaAbsence:    {ForMe: full, ForTeam: dates},
	data.AgendaDocument:   {ForMe: full, ForTeam: full, ForClient: full},
	data.AgendaEvent:      {ForMe: full, ForTeam: full, ForClient: full, ForTrainee: full},
	data.AgendaSeries:     {ForMe: full, ForTeam: full, ForClient: full, ForTrainee: full},
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
		if o.Client.IsZero() || r.ClientID != o.Client || mentoring {
			return hide
		}
		if v == full && o.confidential(r) {
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
	case ForClient:
		r.Person, r.Client, r.Project, r.Trainee, r.Percent = "", "", "", "", 0
		r.PersonID = data.ID[data.Person]{}
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

// whenAndWhere keeps the days and the town; colleagues also see who, and the
// hours of what takes the day only in part.
func whenAndWhere(r data.AgendaRow, a Audience) data.AgendaRow {
	k := data.AgendaRow{
		Kind: r.Kind, Layer: r.Layer, UIDID: r.UIDID, UIDPart: r.UIDPart,
		StartsOn: r.StartsOn, EndsOn: r.EndsOn, AllDay: true, Status: r.Status,
		MentoringID: r.MentoringID, // a mark of the layer, never shown
	}
	switch r.Kind {
	case data.AgendaTrip:
		k.Place = r.Place
	case data.AgendaLocal:
		k.Place = r.City
	}
	if a == ForTeam {
		k.Person, k.PersonID = r.Person, r.PersonID
		k.Starts, k.Ends, k.AllDay = r.Starts, r.Ends, r.AllDay
		k.Rule, k.UntilOn, k.DaysOff = r.Rule, r.UntilOn, r.DaysOff
		k.SeriesID, k.OriginalOn = r.SeriesID, r.OriginalOn
	}
	return k
}
