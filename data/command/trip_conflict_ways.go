package command

import (
	"slices"

	"portfel/data"
	"portfel/data/load"
	"portfel/data/sqlite"
)

// searchDays is how far ahead free days for a trip or an absence are looked for.
const searchDays = 180

// slotDays is how far behind the trip a meeting is put.
const slotDays = 14

// between is the part of a work on the days of the trip.
func (f *finder) between(x load.Work) data.Minutes {
	return load.Between(f.cal, x, f.row.StartsOn, f.row.EndsOn)
}

// after is the first working day after the trip, before the last one before it.
func (f *finder) after() data.Date  { return f.cal.Next(f.row.EndsOn) }
func (f *finder) before() data.Date { return f.cal.Prev(f.row.StartsOn) }

// together tells whether the whole journey moves when the trip does.
func (f *finder) together() bool { return len(f.group) > 0 }

// freeDays is the nearest later first day from which all travellers can make
// the same trip: as many working days as now, nobody absent or on another trip.
func (f *finder) freeDays() (data.Date, bool, error) {
	who, trips := []data.ID[data.Person]{f.trip.PersonID}, []data.ID[data.Any]{data.ID[data.Any](f.trip.ID)}
	for _, g := range f.group {
		who, trips = append(who, g.PersonID), append(trips, data.ID[data.Any](g.ID))
	}
	long := f.row.EndsOn - f.row.StartsOn
	busy, err := f.r.AwaySpans(who, f.row.StartsOn, f.row.EndsOn+searchDays, trips...)
	if err != nil {
		return 0, false, err
	}
	days := f.cal.Between(f.row.StartsOn, f.row.EndsOn)
	for from := max(f.row.StartsOn+1, f.today+1); from <= f.row.StartsOn+searchDays-long; from++ {
		if f.cal.IsWorking(from) && f.cal.Between(from, from+long) >= days && free(busy, from, from+long) {
			return from, true, nil
		}
	}
	return 0, false, nil
}

func free(busy []data.AwaySpan, from, to data.Date) bool {
	return !slices.ContainsFunc(busy, func(b data.AwaySpan) bool { return b.From <= to && b.To >= from })
}

// moveTrip is the way that moves the trip to its nearest free days; with a
// signed order it is an order that changes it.
func (f *finder) moveTrip(key string, reason string) ([]Way, error) {
	to, ok, err := f.freeDays()
	if err != nil || !ok {
		return nil, err
	}
	way := Way{Key: key, Args: []any{f.w.Period(to, to+f.row.EndsOn-f.row.StartsOn)},
		Command: ShiftTrip{TripID: f.trip.ID, Days: int(to - f.row.StartsOn), Group: f.together(), Name: f.trip.Name}}
	if f.trip.Status == data.TripOrdered {
		way.Command = ChangeTrip{TripID: f.trip.ID, What: data.TripShifted, On: to, Reason: reason, Group: f.together(), Name: f.trip.Name}
	}
	return []Way{way}, nil
}

// awayWays are those out of an absence: the trip later, the trip without this
// traveller, the absence later. Illness is not moved.
func (f *finder) awayWays(c TripConflict) ([]Way, error) {
	a, err := sqlite.Get(f.r, data.As[data.Absence](c.Ref))
	if err != nil {
		return nil, err
	}
	reason := f.w.F("trip.reason.away", f.w.Code(a.What), f.w.Period(a.StartsOn, a.EndsOn))
	ways, err := f.moveTrip("trip.way.move", reason)
	if err != nil {
		return nil, err
	}
	without, err := f.without(a, reason)
	if err != nil {
		return nil, err
	}
	ways = append(ways, without...)
	if a.What == data.Sick {
		return ways, nil
	}
	later, err := f.laterAbsence(a)
	return append(ways, later...), err
}

// without leaves the traveller at home: the others go, or somebody else does.
func (f *finder) without(a data.Absence, reason string) ([]Way, error) {
	if f.together() {
		return []Way{{Key: "trip.way.without", Args: []any{f.row.Person}, Command: CancelTrip{TripID: f.trip.ID, Reason: reason, Name: f.trip.Name}}}, nil
	}
	if f.trip.Status == data.TripOrdered { // the order names the traveller
		return nil, nil
	}
	id, name := a.DeputyID, ""
	if p, err := sqlite.Get(f.r, id); err == nil {
		name = data.ShortName(p.Short())
	}
	if ok, err := f.canStandIn(id); err != nil || !ok {
		if err != nil {
			return nil, err
		}
		if id, name, err = f.standIn(f.trip.ProjectID); err != nil || id.IsZero() {
			return nil, err
		}
	}
	return []Way{{Key: "trip.way.instead", Args: []any{name}, Command: SendInstead{TripID: f.trip.ID, PersonID: id, Name: name}}}, nil
}

// canStandIn tells whether somebody is at work on all days of the trip.
func (f *finder) canStandIn(id data.ID[data.Person]) (bool, error) {
	if id.IsZero() || id == f.trip.PersonID || slices.ContainsFunc(f.group, func(g data.TripRow) bool { return g.PersonID == id }) {
		return false, nil
	}
	busy, err := f.r.AwaySpans([]data.ID[data.Person]{id}, f.row.StartsOn, f.row.EndsOn)
	return len(busy) == 0, err
}

// standIn is the first of a project's team who is at work on the days of the
// trip; none when there is nobody.
func (f *finder) standIn(project data.ID[data.Project]) (id data.ID[data.Person], name string, err error) {
	if project.IsZero() {
		return id, "", nil
	}
	team, err := f.r.ProjectTeam(project)
	if err != nil {
		return id, "", err
	}
	for _, p := range team {
		if ok, err := f.canStandIn(data.ID[data.Person](p.ID)); err != nil || ok {
			return data.ID[data.Person](p.ID), p.Name, err
		}
	}
	return id, "", nil
}

// laterAbsence moves an absence behind the trip, to a working day, as long as it
// is, where it meets no other trip or absence.
func (f *finder) laterAbsence(a data.Absence) ([]Way, error) {
	long := a.EndsOn - a.StartsOn
	busy, err := f.r.AwaySpans([]data.ID[data.Person]{a.PersonID}, f.row.EndsOn, f.row.EndsOn+searchDays, data.ID[data.Any](a.ID))
	if err != nil {
		return nil, err
	}
	for from := f.after(); from <= f.row.EndsOn+searchDays-long; from = f.cal.Next(from) {
		if free(busy, from, from+long) {
			moved := a
			moved.StartsOn, moved.EndsOn = from, from+long
			return []Way{{Key: "trip.way.absence." + string(a.What), Args: []any{f.w.Period(from, from+long)}, Command: Put{Record: moved}}}, nil
		}
	}
	return nil, nil
}

// tripWays are those out of another trip: this one later, that one later.
func (f *finder) tripWays(c TripConflict) ([]Way, error) {
	reason := f.w.F("trip.reason.trip", c.Title)
	ways, err := f.moveTrip("trip.way.move", reason)
	if err != nil {
		return nil, err
	}
	other, err := newFinder(f.r, f.w, data.As[data.Trip](c.Ref), f.today)
	if err != nil || !tripOpen(other.trip) || other.row.EndsOn < f.today {
		return ways, err
	}
	more, err := other.moveTrip("trip.way.move.other", f.w.F("trip.reason.trip", f.trip.Name))
	for i := range more {
		more[i].Args = append([]any{other.trip.Name}, more[i].Args...)
	}
	if f.together() {
		more = append(more, Way{Key: "trip.way.without", Args: []any{f.row.Person}, Command: CancelTrip{TripID: f.trip.ID, Reason: reason, Name: f.trip.Name}})
	}
	return append(ways, more...), err
}

// meetingWays are those out of a meeting: by telephone, later, not at all.
func (f *finder) meetingWays(c TripConflict, remote bool) ([]Way, error) {
	var ways []Way
	if !remote {
		ways = append(ways, Way{Key: "trip.way.call", Command: MeetByPhone{Ref: c.Ref, On: c.From, Place: f.w.T("trip.place.phone"), Name: c.Title}})
	}
	to, ok, err := f.freeSlot(c)
	if err != nil {
		return nil, err
	}
	if ok {
		when := f.w.WeekdayDay(to)
		if !c.Starts.IsZero() {
			when += " " + f.w.Clock(c.Starts.Min)
		}
		ways = append(ways, Way{Key: "trip.way.meeting", Args: []any{when}, Command: ShiftEvent{Ref: c.Ref, On: c.From, Days: int(to - c.From), Name: c.Title}})
	}
	off := Way{Key: "trip.way.off", Command: CancelEvent{ID: data.As[data.Event](c.Ref), Name: c.Title, Reason: f.w.F("trip.reason.trip", f.trip.Name)}}
	if c.Ref.Kind == data.KindSeries {
		off.Command = CancelOccurrence{SeriesID: data.As[data.Series](c.Ref), On: c.From, Name: c.Title, Reason: f.w.F("trip.reason.trip", f.trip.Name)}
	}
	return append(ways, off), nil
}

// freeSlot is the first working day after the trip on which all own people of a
// meeting are at work and the traveller has nothing at its time.
func (f *finder) freeSlot(c TripConflict) (data.Date, bool, error) {
	party, err := f.r.Party(c.Ref)
	if err != nil {
		return 0, false, err
	}
	who := []data.ID[data.Person]{f.trip.PersonID}
	for _, p := range party {
		if p.Kind == data.KindPerson {
			who = append(who, data.ID[data.Person](p.ID))
		}
	}
	last := f.row.EndsOn + slotDays
	busy, err := f.r.AwaySpans(who, f.row.EndsOn+1, last)
	if err != nil {
		return 0, false, err
	}
	others, err := f.r.TripMeetings(data.TripRow{PersonID: f.trip.PersonID, StartsOn: f.row.EndsOn + 1, EndsOn: last})
	if err != nil {
		return 0, false, err
	}
	for day := f.after(); day <= last; day = f.cal.Next(day) {
		if free(busy, day, day) && !taken(others, c, day) {
			return day, true, nil
		}
	}
	return 0, false, nil
}

// taken tells whether the hours of a meeting are taken on another day.
func taken(others []data.TripMeeting, c TripConflict, day data.Date) bool {
	if c.Starts.IsZero() {
		return false
	}
	from, to := shiftMoment(c.Starts, int(day-c.From), 0), shiftMoment(c.Ends, int(day-c.From), 0)
	return slices.ContainsFunc(others, func(m data.TripMeeting) bool {
		return m.Status == data.EventPlanned && !m.AllDay && from.Before(m.Ends) && m.Starts.Before(to)
	})
}

// deadlineWays are those out of a term: before the trip, after it, in other
// hands. A milestone without a term can be later, or in other hands.
func (f *finder) deadlineWays(c TripConflict, x data.TripDeadline) (ways []Way, err error) {
	t, err := sqlite.Get(f.r, x.TaskID)
	if err != nil {
		return nil, err
	}
	if c.What == ConflictDeadline {
		if before := f.before(); before >= f.today && before >= x.EndsOn {
			t.DeadlineOn = before
			ways = append(ways, Way{Key: "trip.way.due", Args: []any{f.w.WeekdayDay(before)}, Command: Put{Record: t}})
		}
		t.DeadlineOn = f.after()
		ways = append(ways, Way{Key: "trip.way.due", Args: []any{f.w.WeekdayDay(f.after())}, Command: Put{Record: t}})
	} else if canBegin(t) {
		ways = append(ways, f.begin(t))
	}
	hands, err := f.hands(x.ProjectID, func(id data.ID[data.Person]) sqlite.Command {
		t.DeadlineOn, t.ResponsibleID = x.Deadline, id
		return Put{Record: t}
	})
	return append(ways, hands...), err
}

// canBegin tells whether a day before which a task does not begin can be set.
func canBegin(t data.Task) bool {
	return t.Mode == data.ModeAuto && (!t.ConstraintKind.Dated() || t.ConstraintKind == data.NotEarlier)
}

// begin lets a task start after the trip.
func (f *finder) begin(t data.Task) Way {
	t.ConstraintKind, t.ConstraintOn, t.ConstraintAt = data.NotEarlier, f.after(), 0
	return Way{Key: "trip.way.begin", Args: []any{f.w.WeekdayDay(f.after())}, Command: Put{Record: t}}
}

// hands gives work to the first of the team who can stand in.
func (f *finder) hands(project data.ID[data.Project], give func(data.ID[data.Person]) sqlite.Command) ([]Way, error) {
	id, name, err := f.standIn(project)
	if err != nil || id.IsZero() {
		return nil, err
	}
	return []Way{{Key: "trip.way.hand", Args: []any{name}, Command: give(id)}}, nil
}

// loadWays are those out of an overload: the task later, or in other hands.
func (f *finder) loadWays(x data.TripShare) (ways []Way, err error) {
	t, err := sqlite.Get(f.r, x.TaskID)
	if err != nil {
		return nil, err
	}
	if t.ActualStart.IsZero() && canBegin(t) {
		ways = append(ways, f.begin(t))
	}
	hands, err := f.hands(x.ProjectID, func(id data.ID[data.Person]) sqlite.Command {
		return HandShare{AssignmentID: x.AssignmentID, PersonID: id, Name: x.Name}
	})
	return append(ways, hands...), err
}
