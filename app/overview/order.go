package overview

import (
	"errors"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
)

// order is the command that a draft asks for, or in words what it lacks.
func (q *quickLine) order(d quick.Draft) (desk.Command, string) {
	w := q.s.d.Words()
	if d.Title == "" {
		return nil, w.T("overview.line.title")
	}
	switch d.Kind {
	case data.KindEvent:
		return q.event(d), ""
	case data.KindTrip:
		if d.Trip == data.TripLocal {
			return q.localTrip(d), ""
		}
		return q.trip(d), ""
	case data.KindDeliverable:
		return q.document(d), ""
	}
	return q.task(d)
}

// span is the time of a draft: an hour when no end was typed.
func span(d quick.Draft) (from, to int) {
	if d.End > d.Start {
		return d.Start, d.End
	}
	return d.Start, min(d.Start+60, 24*60)
}

// day is the first day of a draft, today when none was typed.
func (q *quickLine) day(d quick.Draft) (from, to data.Date) {
	from, to = d.From, d.To
	if from.IsZero() {
		from = q.s.agenda.Today
	}
	return from, max(from, to)
}

// event is a meeting with the owner and everybody the line names; without a
// time it takes the whole day.
func (q *quickLine) event(d quick.Draft) desk.Command {
	zone := q.s.agenda.Zone()
	first, last := q.day(d)
	e := data.Event{What: d.Event, Title: d.Title, AllDay: !d.Timed, ProjectID: data.As[data.Project](d.Ref(data.KindProject)), ClientID: q.client(d),
		Starts: data.Moment{Day: first, Zone: zone}, Ends: data.Moment{Day: last, Zone: zone}}
	if d.Timed {
		from, to := span(d)
		e.Starts.Min = from
		e.Ends = e.Starts.Add(to - from)
	}
	party := command.Party{People: []data.ID[data.Person]{q.s.agenda.Me.ID}}
	for _, n := range d.Names {
		switch n.Ref.Kind {
		case data.KindPerson:
			party.People = append(party.People, data.As[data.Person](n.Ref))
			e.MentoringID = q.mentoring(d.Event, data.As[data.Person](n.Ref))
		case data.KindContact:
			party.Contacts = append(party.Contacts, data.As[data.Contact](n.Ref))
		}
	}
	return command.PlanEvent{Event: e, Party: party}
}

// mentoring is the running one of a trainee to whom a 1:1 belongs.
func (q *quickLine) mentoring(what data.EventKind, who data.ID[data.Person]) data.ID[data.Mentoring] {
	if what != data.EventOneToOne {
		return data.ID[data.Mentoring]{}
	}
	rows, err := q.s.d.Read().Mentorings(data.MentoringFilter{PersonID: who}, q.s.agenda.Today)
	if err == nil {
		for _, m := range rows {
			if m.Mine && m.TraineeID == who && m.Status == data.MentoringRunning {
				return m.ID
			}
		}
	}
	return data.ID[data.Mentoring]{}
}

// client is the client that the line names, or that of its contact or project.
func (q *quickLine) client(d quick.Draft) data.ID[data.Client] {
	if ref := d.Ref(data.KindClient); !ref.IsZero() {
		return data.As[data.Client](ref)
	}
	for _, kind := range []data.Kind{data.KindContact, data.KindProject} {
		ref := d.Ref(kind)
		if ref.IsZero() {
			continue
		}
		rec, err := q.s.d.Read().Load(ref)
		if err != nil {
			continue
		}
		switch x := rec.(type) {
		case data.Contact:
			return x.ClientID
		case data.Project:
			return x.ClientID
		}
	}
	return data.ID[data.Client]{}
}

// visited is the client's record; zero when there is none.
func (q *quickLine) visited(id data.ID[data.Client]) data.Client {
	if id.IsZero() {
		return data.Client{}
	}
	rec, err := q.s.d.Read().Load(data.RefTo(data.KindClient, id))
	if err != nil {
		return data.Client{}
	}
	c, _ := rec.(data.Client)
	return c
}

// draftTrip is what all trips of a line have in common.
func (q *quickLine) draftTrip(d quick.Draft) (data.Trip, data.Client) {
	c := q.visited(q.client(d))
	t := data.Trip{ID: data.NewID[data.Trip](), What: d.Trip, PersonID: q.s.agenda.Me.ID, ClientID: c.ID, ProjectID: data.As[data.Project](d.Ref(data.KindProject)),
		Purpose: d.Title, OwnPhone: q.s.agenda.Me.Phone, Status: command.FirstTripStatus(d.Trip), StartsOn: d.From, EndsOn: d.To}
	if rec, err := q.s.d.Read().Load(d.Ref(data.KindContact)); err == nil {
		if k, ok := rec.(data.Contact); ok {
			t.HostPhone = k.Phone
		}
	}
	return t, c
}

// localTrip is named by the client and lies at the client's address.
func (q *quickLine) localTrip(d quick.Draft) desk.Command {
	t, c := q.draftTrip(d)
	t.StartsOn, t.EndsOn = q.day(d)
	t.Name = firstOf(card.Bare(c.Name), d.Title)
	t.Place = firstOf(c.Address, c.City)
	if d.Timed {
		t.TimeFrom, t.TimeTo = span(d)
	}
	return command.PlanTrip{Trip: t}
}

// trip is named by its town.
func (q *quickLine) trip(d quick.Draft) desk.Command {
	t, c := q.draftTrip(d)
	t.Place = firstOf(d.Place, c.City)
	t.Name = firstOf(t.Place, d.Title)
	if t.Purpose == t.Place || t.Purpose == c.Name {
		t.Purpose = ""
	}
	return command.PlanTrip{Trip: t}
}

// document belongs to the project that the line names, if it names one.
func (q *quickLine) document(d quick.Draft) desk.Command {
	return command.Put{Record: data.Deliverable{ID: data.NewID[data.Deliverable](), Title: d.Title, AuthorID: q.s.agenda.Me.ID,
		ProjectID: data.As[data.Project](d.Ref(data.KindProject)), DueOn: max(d.Until, d.To)}}
}

// task goes to the end of the current plan of the project that the line names,
// with the named person or the owner on it.
func (q *quickLine) task(d quick.Draft) (desk.Command, string) {
	w := q.s.d.Words()
	project := d.Ref(data.KindProject)
	if project.IsZero() {
		return nil, w.T("overview.line.project")
	}
	plan, err := q.s.d.Read().CurrentPlan(data.As[data.Project](project))
	if errors.Is(err, data.ErrNotFound) {
		return nil, w.T("overview.line.plan")
	}
	if err != nil {
		return nil, w.Error(err)
	}
	who := q.s.agenda.Me.ID
	if ref := d.Ref(data.KindPerson); !ref.IsZero() {
		who = data.As[data.Person](ref)
	}
	t := q.workTask(d, plan)
	t.ResponsibleID = who
	share := data.Assignment{ID: data.NewID[data.Assignment](), TaskID: t.ID, PersonID: who, Effort: t.Effort, Units: 100}
	return command.All{Key: "command.task.add", Subject: t.Name, Commands: []desk.Command{command.AddTask{Task: t}, command.Put{Record: share}}}, ""
}

// workTask lasts a day, or the days that were typed, or as long as its effort
// asks for. It does not begin before today.
func (q *quickLine) workTask(d quick.Draft, plan data.ID[data.Plan]) data.Task {
	t := data.Task{ID: data.NewID[data.Task](), PlanID: plan, Name: d.Title, What: data.TaskErrand, Mode: data.ModeAuto, Status: data.TaskOpen, Place: data.PlaceOffice,
		DeadlineOn: d.Until, Effort: d.Effort, ConstraintKind: data.NotEarlier, ConstraintOn: q.s.agenda.Today}
	switch {
	case !d.From.IsZero():
		t.ConstraintOn, t.DeadlineOn = d.From, max(d.Until, d.To)
		t.Duration = data.Days(max(1, q.s.agenda.Days.Between(d.From, d.To)))
	case d.Effort == 0:
		t.Duration = data.Days(1)
	}
	return t
}

// firstOf is the first text that is not empty.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
