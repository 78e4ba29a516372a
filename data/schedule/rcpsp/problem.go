package rcpsp

import (
	"errors"
	"fmt"
)

// Code names what is wrong with a project or a plan.
type Code uint8

const (
	// Overdemand: the activity needs more of the resource than there ever is. The
	// demand is left out.
	Overdemand Code = iota + 1
	// NoWindow: no time is long enough for the activity, even if it were alone.
	// The demand is left out; without a resource, all of them are.
	NoWindow
	// NoRoom: the others left no time for the activity. It stands at its
	// precedence date and takes nothing of its resources.
	NoRoom
	// Beyond: the activity does not finish before the horizon. It stands at its
	// precedence date and takes nothing of its resources.
	Beyond
	// NoWork: the calendar has too few working slots. The activity runs on every
	// slot from its precedence date on and takes nothing of its resources.
	NoWork
	// PinnedOverload: the pinned activities alone need more of the resource than
	// there is, from Slot on.
	PinnedOverload
	// PinnedLink: the link asks a pinned activity to be later than it stands.
	PinnedLink

	// The rest is found by Check only.

	// BrokenLink: the successor is too early.
	BrokenLink
	// Overload: the resource has less than what is taken of it in Slot.
	Overload
	// OffCalendar: the activity starts in a slot that does not work for it, or its
	// finish does not follow from its start.
	OffCalendar
	// TooEarly: the activity starts before its release.
	TooEarly
	// Moved: a pinned activity does not stand at its start.
	Moved
)

// Problem is something that a person has to decide about. Fields that do not
// matter for the code are None.
type Problem struct {
	Code     Code
	Activity int
	Resource int
	Link     int
	Slot     int
}

// problem makes one that is about nothing yet.
func problem(c Code) Problem { return Problem{c, None, None, None, None} }

// ErrInput is wrapped by the error for a project that makes no sense: an index
// out of range, a negative duration.
var ErrInput = errors.New("rcpsp: malformed project")

// CycleError says that activities wait for each other.
type CycleError struct {
	// Activities are those of one cycle, each the predecessor of the next, the
	// last one of the first.
	Activities []int
}

func (e *CycleError) Error() string {
	return fmt.Sprintf("rcpsp: links form a cycle of %d activities", len(e.Activities))
}
