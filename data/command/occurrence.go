package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// EditOccurrence takes one day out of a series: it becomes an event of its own
// that remembers the series and its original day. Of Event, identity and
// belonging are set here; the rest is as the user wants it.
type EditOccurrence struct {
	SeriesID data.ID[data.Series]
	On       data.Date // the day that the series has for it
	Event    data.Event
	Party
}

// Label is "command.occurrence.edit" and the title.
func (c EditOccurrence) Label() (string, string) { return "command.occurrence.edit", c.Event.Title }

// Run refuses a day that the series does not have.
func (c EditOccurrence) Run(tx *sqlite.Tx) error {
	base, err := occurrence(tx, c.SeriesID, c.On)
	if err != nil {
		return err
	}
	e := c.Event
	if e.ID.IsZero() {
		e.ID = base.ID
	}
	e.SeriesID, e.OriginalOn, e.MentoringID = base.SeriesID, base.OriginalOn, base.MentoringID
	return PlanEvent{Event: e, Party: c.Party}.Run(tx)
}

// HoldOccurrence says that one day of a series took place, with what came of it.
type HoldOccurrence struct {
	SeriesID data.ID[data.Series]
	On       data.Date
	Name     string
	Result   string
	NextStep string
	NextOn   data.Date
}

// Label is "command.event.hold" and the title.
func (c HoldOccurrence) Label() (string, string) { return "command.event.hold", c.Name }

// Run takes the day out of the series as a held event.
func (c HoldOccurrence) Run(tx *sqlite.Tx) error {
	e, err := takeOut(tx, c.SeriesID, c.On)
	if err != nil {
		return err
	}
	return HoldEvent{ID: e.ID, Result: c.Result, NextStep: c.NextStep, NextOn: c.NextOn}.Run(tx)
}

// CancelOccurrence calls off one day of a series.
type CancelOccurrence struct {
	SeriesID data.ID[data.Series]
	On       data.Date
	Name     string
	Reason   string
}

// Label is "command.event.cancel" and the title.
func (c CancelOccurrence) Label() (string, string) { return "command.event.cancel", c.Name }

// Run takes the day out of the series as a cancelled event.
func (c CancelOccurrence) Run(tx *sqlite.Tx) error {
	e, err := takeOut(tx, c.SeriesID, c.On)
	if err != nil {
		return err
	}
	return CancelEvent{ID: e.ID, Reason: c.Reason}.Run(tx)
}

// takeOut makes an event of one day of a series, with the party of the series.
func takeOut(tx *sqlite.Tx, id data.ID[data.Series], on data.Date) (data.Event, error) {
	e, err := occurrence(tx, id, on)
	if err != nil {
		return e, err
	}
	party, err := seriesParty(tx.Reader, id)
	if err != nil {
		return e, err
	}
	return e, PlanEvent{Event: e, Party: party}.Run(tx)
}

// occurrence is one day of a series as a planned event that is not written yet.
// A day that the series does not have, or that was taken out before, is
// data.ErrNotFound.
func occurrence(tx *sqlite.Tx, id data.ID[data.Series], on data.Date) (data.Event, error) {
	s, err := sqlite.Get(tx.Reader, id)
	if err != nil {
		return data.Event{}, err
	}
	days, err := tx.DueDates(data.RefTo(data.KindSeries, id))
	if err != nil {
		return data.Event{}, err
	}
	for _, d := range days {
		if d.Code == data.DueOccurrence && d.Ord == dayNumber(on) {
			return data.Event{ID: data.NewID[data.Event](), What: s.What, Title: s.Title, Status: data.EventPlanned, Starts: d.Starts, Ends: d.Ends,
				AllDay: s.AllDay, Place: s.Place, ClientID: s.ClientID, ProjectID: s.ProjectID, MentoringID: s.MentoringID, Note: s.Note,
				SeriesID: s.ID, OriginalOn: on}, nil
		}
	}
	return data.Event{}, data.ErrNotFound
}

// seriesParty is who takes part in a series.
func seriesParty(r *sqlite.Reader, id data.ID[data.Series]) (p Party, err error) {
	rows, err := sqlite.List[data.EventPerson](r, "series_id = ? ORDER BY id", id)
	return partyOf(rows), err
}

func partyOf(rows []data.EventPerson) (p Party) {
	for _, x := range rows {
		if x.ContactID.IsZero() {
			p.People = append(p.People, x.PersonID)
		} else {
			p.Contacts = append(p.Contacts, x.ContactID)
		}
	}
	return p
}
