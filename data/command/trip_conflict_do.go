package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// WorkRemotely marks somebody's part in work at the client's place as done from
// afar: the work keeps its people, hours and days (those of the trips of the
// others), and nobody misses a trip of this one. The mark is a data.Link of the
// role data.RoleRemote from the assignment to the task; it goes with either.
type WorkRemotely struct {
	AssignmentID data.ID[data.Assignment]
	Name         string // of the person
}

// Label is "command.trip.remote" and the person's name.
func (c WorkRemotely) Label() (string, string) { return "command.trip.remote", c.Name }

// Run writes the mark; one that is there already changes nothing.
func (c WorkRemotely) Run(tx *sqlite.Tx) error {
	a, err := sqlite.Get(tx.Reader, c.AssignmentID)
	if err != nil {
		return err
	}
	have, err := sqlite.List[data.Link](tx.Reader, "left_id = ? AND role = ?", a.ID, data.RoleRemote)
	if err != nil || len(have) > 0 {
		return err
	}
	return tx.Put(data.Link{ID: data.NewID[data.Link](), LeftKind: data.KindAssignment, LeftID: data.ID[data.Any](a.ID),
		RightKind: data.KindTask, RightID: data.ID[data.Any](a.TaskID), Role: data.RoleRemote})
}

// MeetByPhone turns a planned meeting into a call: its place becomes the given
// one («по телефону»), a visit or a meeting becomes a call, the rest stays. Of a
// series it is the one day On, which becomes an event of its own.
type MeetByPhone struct {
	Ref   data.Ref // KindEvent or KindSeries
	On    data.Date
	Place string
	Name  string
}

// Label is "command.trip.call" and the title.
func (c MeetByPhone) Label() (string, string) { return "command.trip.call", c.Name }

// Run refuses an event that was held or called off (Problem "eventDone").
func (c MeetByPhone) Run(tx *sqlite.Tx) error {
	e, err := ShiftEvent{Ref: c.Ref, On: c.On}.event(tx)
	if err != nil {
		return err
	}
	if e.Status != data.EventPlanned {
		return data.Problems{{Code: "eventDone"}}
	}
	e.Place = c.Place
	if e.What == data.EventMeeting || e.What == data.EventVisit {
		e.What = data.EventCall
	}
	return tx.Put(e)
}

// SendInstead gives a trip whose order is not signed to another traveller, with
// that one's telephone.
type SendInstead struct {
	TripID   data.ID[data.Trip]
	PersonID data.ID[data.Person]
	Name     string // of the person
}

// Label is "command.trip.instead" and the person's name.
func (c SendInstead) Label() (string, string) { return "command.trip.instead", c.Name }

// Run refuses a trip with a signed order ("tripSigned") and one that is over
// ("tripDone").
func (c SendInstead) Run(tx *sqlite.Tx) error {
	p, err := sqlite.Get(tx.Reader, c.PersonID)
	if err != nil {
		return err
	}
	return withGroup(tx, c.TripID, false, func(t data.Trip) error {
		if t.Status == data.TripOrdered {
			return data.Problems{{Field: "personId", Code: "tripSigned"}}
		}
		t.PersonID, t.OwnPhone, t.ConsentOn, t.AcquaintedOn = p.ID, p.Phone, 0, 0
		return tx.Put(t)
	})
}

// HandShare gives somebody's part in a task to another person; hours join where
// that one works on the task already. Who was responsible hands that over too.
type HandShare struct {
	AssignmentID data.ID[data.Assignment]
	PersonID     data.ID[data.Person]
	Name         string // of the task
}

// Label is "command.trip.hand" and the task.
func (c HandShare) Label() (string, string) { return "command.trip.hand", c.Name }

// Run writes.
func (c HandShare) Run(tx *sqlite.Tx) error {
	a, err := sqlite.Get(tx.Reader, c.AssignmentID)
	if err != nil {
		return err
	}
	t, err := sqlite.Get(tx.Reader, a.TaskID)
	if err != nil {
		return err
	}
	if t.ResponsibleID == a.PersonID {
		t.ResponsibleID = c.PersonID
		if err := tx.Put(t); err != nil {
			return err
		}
	}
	same, err := sqlite.List[data.Assignment](tx.Reader, "task_id = ? AND person_id = ? ORDER BY id LIMIT 1", a.TaskID, c.PersonID)
	if err != nil {
		return err
	}
	if len(same) == 0 {
		a.PersonID = c.PersonID
		return tx.Put(a)
	}
	same[0].Effort += a.Effort
	if err := tx.Put(same[0]); err != nil {
		return err
	}
	return tx.Delete(data.RefTo(data.KindAssignment, a.ID))
}

// AbsenceProblems are what refuses a trip whose traveller is away on its days:
// Problem "tripAway" with the kind and the days of each absence.
func AbsenceProblems(r *sqlite.Reader, row data.TripRow) (ps data.Problems, err error) {
	if row.StartsOn.IsZero() {
		return nil, nil
	}
	rows, err := r.TripClashes(row)
	for _, x := range rows {
		ps.Add(x.Kind == data.KindAbsence, "", "tripAway", "@absence.kind."+x.What, x.StartsOn.String(), x.EndsOn.String())
	}
	return ps, err
}
