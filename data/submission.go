package data

import (
	"net/url"
	"strings"
)

// Submission is one handing-in of an item of a trainee's plan and what the mentor
// made of it. Its files are the attachments of this record; those of the item are
// the materials given to the trainee. An item handed in again gets a new one, so
// the rows of an item are its history.
type Submission struct {
	ID           ID[Submission]
	TaskID       ID[Task]
	PersonID     ID[Person] // who hands in
	HandedOn     Date
	TraineeSpent Minutes // since the last handing-in
	Comment      string  // the trainee's words
	Verdict      Verdict
	Score        int     // 1..5 of an accepted item, 0 = none
	Remarks      string  // the mentor's words, for the trainee
	NewTermOn    Date    // the term that a returned item got, if it got one
	MentorSpent  Minutes // for this check
	DecidedOn    Date
	DeciderID    ID[Person]
}

// Verdict is what the mentor decided about a submission.
type Verdict string

// The verdicts.
const (
	VerdictPending  Verdict = "pending"
	VerdictAccepted Verdict = "accepted"
	VerdictReturned Verdict = "returned"
)

// MaxItemScore is the best mark of an item; the worst is 1.
const MaxItemScore = 5

// MaxSpent is the most time that one handing-in or one check can name.
const MaxSpent Minutes = 1000 * 60

// Kind is KindSubmission.
func (Submission) Kind() Kind { return KindSubmission }

// Key is the id without its type.
func (s Submission) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs the item and a day; a score belongs to what was accepted, a new
// term and remarks to what was returned, and no decision is older than what it is
// about.
func (s Submission) Validate() (ps Problems) {
	ps.Add(s.TaskID.IsZero(), "taskId", "required")
	ps.Add(s.HandedOn.IsZero(), "handedOn", "required")
	ps.Add(s.TraineeSpent < 0 || s.TraineeSpent > MaxSpent, "traineeSpent", "range", "0", "1000")
	ps.Add(s.MentorSpent < 0 || s.MentorSpent > MaxSpent, "mentorSpent", "range", "0", "1000")
	ps.Add(s.Score < 0 || s.Score > MaxItemScore, "score", "range", "1", "5")
	ps.Add(s.Score != 0 && s.Verdict != VerdictAccepted, "score", "verdict")
	switch s.Verdict {
	case VerdictPending:
		ps.Add(!s.DecidedOn.IsZero(), "decidedOn", "verdict")
	case VerdictAccepted, VerdictReturned:
		ps.Add(s.DecidedOn.IsZero(), "decidedOn", "required")
		ps.Add(!s.DecidedOn.IsZero() && s.DecidedOn < s.HandedOn, "decidedOn", "order")
		ps.Add(s.Verdict == VerdictReturned && strings.TrimSpace(s.Remarks) == "", "remarks", "required")
		ps.Add(!s.NewTermOn.IsZero() && s.NewTermOn < s.DecidedOn, "newTermOn", "order")
	default:
		ps.Add(true, "verdict", "unknown", string(s.Verdict))
	}
	return ps
}

// Material is what a trainee needs for an item: a page, a book, a folder. Files
// are attachments of the item.
type Material struct {
	ID     ID[Material]
	TaskID ID[Task]
	Ord    int64
	Title  string
	Link   string // an address that a browser opens; may be empty
}

// Kind is KindMaterial.
func (Material) Kind() Kind { return KindMaterial }

// Key is the id without its type.
func (m Material) Key() ID[Any] { return ID[Any](m.ID) }

// Validate needs an item and a title; a link is a whole http or https address.
func (m Material) Validate() (ps Problems) {
	ps.Add(m.TaskID.IsZero(), "taskId", "required")
	ps.Add(strings.TrimSpace(m.Title) == "", "title", "required")
	ps.Add(m.Link != "" && !IsWebAddress(m.Link), "link", "webAddress", m.Link)
	return ps
}

// IsWebAddress tells whether a text is an address that may be handed to a
// browser: http or https with a host, and nothing else.
func IsWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}
