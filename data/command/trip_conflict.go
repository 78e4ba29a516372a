package command

import (
	"portfel/data"
	"portfel/data/grammar"
	"portfel/data/sqlite"
	"portfel/data/text"
	"portfel/data/workday"
)

// ConflictKind is what speaks against a trip.
type ConflictKind string

// The conflicts of a trip, the most pressing first. No record keeps them.
const (
	ConflictAway      = ConflictKind("away")      // vacation or another absence
	ConflictTrip      = ConflictKind("trip")      // another trip
	ConflictMeeting   = ConflictKind("meeting")   // a meeting elsewhere
	ConflictRide      = ConflictKind("ride")      // a call while on the way
	ConflictSite      = ConflictKind("site")      // a colleague's work at the client's place without a trip
	ConflictDeadline  = ConflictKind("deadline")  // a term in another project
	ConflictMilestone = ConflictKind("milestone") // a milestone of another project
	ConflictLoad      = ConflictKind("load")      // more hours than the days hold
)

// TripConflict is one thing that speaks against a trip, with the ways out.
type TripConflict struct {
	What   ConflictKind
	Title  string // name of the record, of a task with its WBS code
	Code   string // of an absence its kind, of a meeting its sort
	Status string
	From   data.Date
	To     data.Date
	Starts data.Moment // timed ones only
	Ends   data.Moment
	Ref    data.Ref
	Who    string       // a colleague; empty = the traveller
	Home   string       // project that the work belongs to
	Hours  data.Minutes // of an overload: the task's in the days
	Load   data.Minutes // all work in the days
	Norm   data.Minutes // what the days hold
	Ways   []Way
}

// Blocks tells whether the trip cannot take place as long as this stands.
func (c TripConflict) Blocks() bool { return c.What == ConflictAway || c.What == ConflictTrip }

// Way is one way out of a conflict: the words of a button and what it does, one
// step.
type Way struct {
	Key     string
	Args    []any
	Command sqlite.Command
}

// maxLoad is how many tasks of an overload are named.
const maxLoad = 5

// TripConflicts is what speaks against a trip as it stands: absences, other
// trips and meetings elsewhere in its days, calls during its rides, colleagues
// whose work at the client's place has no trip, terms and milestones of the
// traveller in other projects, more hours than the days hold. What is over has
// none. w says in which language reasons and places are written.
func TripConflicts(r *sqlite.Reader, w *text.Words, id data.ID[data.Trip], today data.Date) ([]TripConflict, error) {
	f, err := newFinder(r, w, id, today)
	if err != nil || !f.asks() {
		return nil, err
	}
	for _, step := range []func() error{f.clashes, f.site, f.deadlines, f.load} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return f.out, nil
}

// finder looks for the conflicts of one trip.
type finder struct {
	r     *sqlite.Reader
	w     *text.Words
	today data.Date
	d     deriver
	trip  data.Trip
	row   data.TripRow
	legs  []data.Leg
	group []data.TripRow    // other travellers of the journey who still travel
	cal   *workday.Calendar // of the traveller, without absences
	out   []TripConflict
}

func newFinder(r *sqlite.Reader, w *text.Words, id data.ID[data.Trip], today data.Date) (*finder, error) {
	f := &finder{r: r, w: w, today: today, d: deriver{tx: &sqlite.Tx{Reader: r}}}
	var err error
	if f.trip, err = r.Trip(id); err != nil {
		return nil, err
	}
	if f.row, err = r.TripRow(id); err != nil {
		return nil, err
	}
	if f.legs, err = r.TripLegs(id); err != nil {
		return nil, err
	}
	all, err := r.TripGroup(f.trip)
	if err != nil {
		return nil, err
	}
	for _, x := range all {
		if x.ID != id && x.Status != data.TripCancelled {
			f.group = append(f.group, x)
		}
	}
	p, err := f.d.person(f.trip.PersonID)
	if err == nil {
		f.cal = p.cal
	}
	return f, err
}

// asks tells whether conflicts of the trip still matter.
func (f *finder) asks() bool {
	return tripOpen(f.trip) && !f.row.StartsOn.IsZero() && f.row.EndsOn >= f.today
}

// clashes are absences, other trips and meetings.
func (f *finder) clashes() error {
	rows, err := f.r.TripClashes(f.row)
	if err != nil {
		return err
	}
	for _, x := range rows {
		c := TripConflict{What: ConflictMeeting, Title: x.Title, Code: x.What, Status: x.Status, From: x.StartsOn, To: x.EndsOn, Starts: x.Starts, Ends: x.Ends, Ref: x.Ref()}
		switch x.Kind {
		case data.KindAbsence:
			c.What = ConflictAway
			c.Ways, err = f.awayWays(c)
		case data.KindTrip:
			c.What = ConflictTrip
			c.Ways, err = f.tripWays(c)
		default:
			var told bool
			if told, err = f.meeting(&c); !told {
				continue
			}
		}
		if err != nil {
			return err
		}
		f.out = append(f.out, c)
	}
	return nil
}

// meeting adds the ways out of a meeting; it tells whether it is a conflict: one
// that can be held from afar is only while the traveller is on the way.
func (f *finder) meeting(c *TripConflict) (bool, error) {
	place := ""
	if c.Ref.Kind == data.KindEvent {
		e, err := sqlite.Get(f.r, data.As[data.Event](c.Ref))
		if err != nil {
			return true, err
		}
		place = e.Place
	} else if s, err := sqlite.Get(f.r, data.As[data.Series](c.Ref)); err == nil {
		place = s.Place
	}
	remote := data.TripMeeting{What: data.EventKind(c.Code), Place: place}.Remote()
	if remote && f.trip.What != data.TripLocal {
		if !f.riding(c.Starts, c.Ends) {
			return false, nil
		}
		c.What = ConflictRide
	}
	var err error
	c.Ways, err = f.meetingWays(*c, remote)
	return true, err
}

// riding tells whether a stretch of time touches a leg.
func (f *finder) riding(from, to data.Moment) bool {
	for _, l := range f.legs {
		if !from.IsZero() && from.Before(l.Arrive) && l.Depart.Before(to) {
			return true
		}
	}
	return false
}

// site are colleagues who are assigned to work at the client's place in the
// days and do not travel.
func (f *finder) site() error {
	if f.trip.ClientID.IsZero() {
		return nil
	}
	rows, err := f.r.SiteShares(f.trip.ClientID, f.row.StartsOn, f.row.EndsOn)
	if err != nil {
		return err
	}
	for _, x := range rows {
		code, err := f.r.TaskCode(x.TaskID)
		if err != nil {
			return err
		}
		f.out = append(f.out, TripConflict{What: ConflictSite, Title: code + " " + x.Task, From: x.StartsOn, To: x.EndsOn, Ref: data.RefTo(data.KindTask, x.TaskID), Who: x.Person,
			Ways: []Way{
				{Key: "trip.way.join", Command: AddParticipant{TripID: f.trip.ID, PersonID: x.PersonID, Name: x.Person}},
				{Key: remoteKey(x.FullName), Command: WorkRemotely{AssignmentID: x.AssignmentID, Name: x.Person}},
			}})
	}
	return nil
}

// remoteKey is the key of «его часть удалённо», or of «её».
func remoteKey(fullName string) string {
	if g, _ := grammar.GenderOf(fullName); g == grammar.Feminine {
		return "trip.way.remote.her"
	}
	return "trip.way.remote.his"
}

// deadlines are terms and milestones of other projects.
func (f *finder) deadlines() error {
	rows, err := f.r.TripDeadlines(f.row)
	if err != nil {
		return err
	}
	for _, x := range rows {
		code, err := f.r.TaskCode(x.TaskID)
		if err != nil {
			return err
		}
		on, what := x.Deadline, ConflictDeadline
		if on.IsZero() {
			on, what = x.EndsOn, ConflictMilestone
		}
		c := TripConflict{What: what, Title: code + " " + x.Name, From: on, To: on, Ref: data.RefTo(data.KindTask, x.TaskID), Home: x.Project}
		if c.Ways, err = f.deadlineWays(c, x); err != nil {
			return err
		}
		f.out = append(f.out, c)
	}
	return nil
}

// load names the tasks of other projects when the days hold less than what is
// to be done in them, rides and mentoring among it.
func (f *finder) load() error {
	norm := f.cal.MinutesBetween(f.row.StartsOn, f.row.EndsOn)
	works, err := f.r.WorkOf(f.trip.PersonID, f.row.StartsOn, f.row.EndsOn)
	if err != nil {
		return err
	}
	all := data.Minutes(0)
	of := map[data.ID[data.Task]]data.Minutes{}
	for i, x := range asWork(works, f.today) {
		part := f.between(x)
		all += part
		if works[i].What == data.WorkShare {
			of[works[i].TaskID] += part
		}
	}
	if all <= norm {
		return nil
	}
	rows, err := f.r.TripShares(f.row)
	if err != nil {
		return err
	}
	for _, x := range rows {
		if of[x.TaskID] == 0 {
			continue
		}
		if len(f.named(ConflictLoad)) == maxLoad {
			break
		}
		if err := f.overload(x, TripConflict{What: ConflictLoad, From: x.StartsOn, To: x.EndsOn, Ref: data.RefTo(data.KindTask, x.TaskID), Home: x.Project,
			Hours: of[x.TaskID], Load: all, Norm: norm}); err != nil {
			return err
		}
	}
	return nil
}

func (f *finder) overload(x data.TripShare, c TripConflict) error {
	code, err := f.r.TaskCode(x.TaskID)
	if err != nil {
		return err
	}
	c.Title = code + " " + x.Name
	if c.Ways, err = f.loadWays(x); err != nil {
		return err
	}
	f.out = append(f.out, c)
	return nil
}

// named are the conflicts of a kind that were found.
func (f *finder) named(k ConflictKind) (out []TripConflict) {
	for _, c := range f.out {
		if c.What == k {
			out = append(out, c)
		}
	}
	return out
}
