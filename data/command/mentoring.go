package command

import (
	"strconv"
	"strings"
	"time"

	"portfel/data"
	"portfel/data/norm"
	"portfel/data/sqlite"
)

// Weekly is the meeting that mentor and trainee hold every week.
type Weekly struct {
	Day     time.Weekday
	Min     int // minute of the day at which it begins
	Minutes int
	Title   string
	Place   string
}

// NewMentoring begins a mentoring: the record, its plan (empty, or laid from a
// template) and, if wished, the weekly meeting with both people, all in one step.
type NewMentoring struct {
	Mentoring data.Mentoring
	PlanName  string
	Name      string // of the trainee, for the label
	Template  *MentoringTemplate
	Weekly    *Weekly
}

// Label is "command.mentoring.new" and the trainee.
func (c NewMentoring) Label() (string, string) { return "command.mentoring.new", c.Name }

// Run writes them all.
func (c NewMentoring) Run(tx *sqlite.Tx) error {
	m := c.Mentoring
	if m.ID.IsZero() {
		m.ID = data.NewID[data.Mentoring]()
	}
	if m.Status == "" {
		m.Status = data.MentoringDraft
	}
	if m.Grounds == "" {
		m.Grounds = data.GroundsJob
	}
	if err := tx.Put(m); err != nil {
		return err
	}
	p := data.Plan{ID: data.NewID[data.Plan](), What: data.PlanOfMentoring, MentoringID: m.ID, Name: c.PlanName, IsCurrent: true, StartsOn: m.StartsOn}
	if who, err := sqlite.Get(tx.Reader, m.TraineeID); err == nil {
		p.CalendarID = who.CalendarID
	}
	if err := tx.Put(p); err != nil {
		return err
	}
	if c.Template != nil {
		if err := (LayTemplate{MentoringID: m.ID, Template: *c.Template}).Run(tx); err != nil {
			return err
		}
	}
	if c.Weekly == nil {
		return nil
	}
	return c.Weekly.put(tx, m)
}

// weekRules are the days of RFC 5545 from Sunday.
var weekRules = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

func (w Weekly) put(tx *sqlite.Tx, m data.Mentoring) error {
	mentor, err := sqlite.Get(tx.Reader, m.MentorID)
	if err != nil {
		return err
	}
	zone := mentor.Zone
	if zone == "" {
		zone = "Europe/Moscow"
	}
	start := data.Moment{Day: m.StartsOn, Min: w.Min, Zone: zone}
	s := data.Series{What: data.EventOneToOne, Title: w.Title, MentoringID: m.ID, Starts: start, Ends: start.Add(w.Minutes), Place: w.Place,
		Rule: "FREQ=WEEKLY;BYDAY=" + weekRules[w.Day], UntilOn: m.EndsOn, DaysOff: data.DaysOffSkip}
	return NewSeries{Series: s, Party: Party{People: []data.ID[data.Person]{m.MentorID, m.TraineeID}}}.Run(tx)
}

// Conclude ends a mentoring with its outcome. An outcome "extended" needs the
// day until which the mentoring goes on.
type Conclude struct {
	ID      data.ID[data.Mentoring]
	Name    string
	Outcome data.ConclusionKind
	Text    string
	On      data.Date
	Until   data.Date // extended only
}

// Label is "command.move.mentoring" and the trainee.
func (c Conclude) Label() (string, string) { return "command.move.mentoring", c.Name }

// Run refuses an outcome that is not said, and a day that does not extend.
func (c Conclude) Run(tx *sqlite.Tx) error {
	m, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	if c.Outcome == data.ConclusionExtended {
		if c.Until <= m.EndsOn {
			return data.Problems{{Field: "until", Code: "notLonger", Args: []string{m.EndsOn.String()}}}
		}
		m.EndsOn = c.Until
	}
	m.Status, m.Conclusion, m.ConclusionText, m.ClosedOn = data.MentoringDone, c.Outcome, strings.TrimSpace(c.Text), c.On
	return Move{Record: m}.Run(tx)
}

// TraineesLimit is how many trainees a mentor should lead at once on a day:
// norm.MaxTrainees, which the user can change.
func TraineesLimit(r *sqlite.Reader, on data.Date) (int, error) {
	rows, err := sqlite.List[data.Norm](r, "code = ?", norm.MaxTrainees)
	if err != nil {
		return 0, err
	}
	return norm.New(rows).Whole(norm.MaxTrainees, on)
}

// Rate writes down how somebody sees a competency on a day: a second judgement
// of the same person on the same day corrects the first. Level 0 takes the
// day's judgement away.
type Rate struct {
	MentoringID  data.ID[data.Mentoring]
	CompetencyID data.ID[data.Competency]
	ByWhom       data.ScoreBy
	Level        int
	On           data.Date
	Name         string // of the competency, for the label
}

// Label is "command.rate" and the competency.
func (c Rate) Label() (string, string) { return "command.rate", c.Name }

// Run refuses a level outside the competency's scale.
func (c Rate) Run(tx *sqlite.Tx) error {
	k, err := sqlite.Get(tx.Reader, c.CompetencyID)
	if err != nil {
		return err
	}
	if c.Level < 0 || c.Level > k.Scale {
		return data.Problems{{Field: "level", Code: "range", Args: []string{"1", strconv.Itoa(k.Scale)}}}
	}
	same, err := sqlite.List[data.Score](tx.Reader, "mentoring_id = ? AND competency_id = ? AND by_whom = ? AND on_date = ? AND review_id IS NULL ORDER BY id",
		c.MentoringID, c.CompetencyID, c.ByWhom, c.On)
	if err != nil {
		return err
	}
	s := data.Score{ID: data.NewID[data.Score](), MentoringID: c.MentoringID, CompetencyID: c.CompetencyID, ByWhom: c.ByWhom, OnDate: c.On}
	if len(same) > 0 {
		s = same[len(same)-1]
	}
	if c.Level == 0 {
		if len(same) == 0 {
			return nil
		}
		return tx.Delete(data.RefTo(data.KindScore, s.ID))
	}
	s.Level = c.Level
	return tx.Put(s)
}

// DropCompetency takes a competency with all its judgements out of a mentoring.
type DropCompetency struct {
	MentoringID  data.ID[data.Mentoring]
	CompetencyID data.ID[data.Competency]
	Name         string
}

// Label is "command.delete.competency_score" and the competency.
func (c DropCompetency) Label() (string, string) { return "command.delete.competency_score", c.Name }

// Run deletes the scores.
func (c DropCompetency) Run(tx *sqlite.Tx) error {
	all, err := sqlite.List[data.Score](tx.Reader, "mentoring_id = ? AND competency_id = ?", c.MentoringID, c.CompetencyID)
	if err != nil {
		return err
	}
	for _, s := range all {
		if err := tx.Delete(data.RefTo(data.KindScore, s.ID)); err != nil {
			return err
		}
	}
	return nil
}
