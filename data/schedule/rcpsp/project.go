package rcpsp

// Project is what is to be scheduled. Slots are numbered from zero; what a slot
// is, a day or an hour, is the caller's choice. Indexes are positions in the
// slices of the project.
type Project struct {
	Activities []Activity
	Links      []Link
	Resources  []Resource
	// Horizon is the first slot in which nothing may be planned any more; zero
	// means DefaultHorizon, and MaxHorizon is the most. It bounds the memory.
	Horizon int
}

// The horizon, in slots: 2^20 days are 2870 years, 2^20 hours 119 years.
const (
	DefaultHorizon = 1 << 20
	MaxHorizon     = 1 << 24
)

// Activity is a piece of work that cannot be split: it takes all the working
// slots of its calendar from its start on, as many as it lasts.
type Activity struct {
	// Duration is counted in working slots of the calendar; zero is an event,
	// which needs no slot, no calendar and no resource.
	Duration int
	// Calendar says which slots work; nil means every slot, the fast way.
	Calendar *Calendar
	// Release is the first slot in which it may start.
	Release int
	// Pinned activities stand at Start, whatever links, calendars, resources and
	// the horizon say, and take their resources from everybody else.
	Pinned bool
	Start  int
	// Deadline is the slot before which it should have finished. Each slot past
	// it costs Weight; a weight of zero means that there is no deadline.
	Deadline, Weight int
	// Priority: of two activities that could both go next, the one with more
	// goes first, always. What it waits for goes before it.
	Priority int
	Demands  []Demand
}

// Demand is what an activity takes of a resource in each of its working slots.
type Demand struct {
	Resource int
	Units    int
}

// Resource is renewed every slot. Units are in the caller's scale: people,
// per cent, minutes of a slot.
type Resource struct {
	Capacity int
	// Overrides are the slots with another capacity: absences, trips, overtime.
	// Where several overlap, the smallest holds.
	Overrides []Override
}

// Override sets the capacity in [From, To).
type Override struct {
	From, To int
	Capacity int
}

// Type says which ends of two activities a link joins.
type Type uint8

// The four types, the predecessor's end first.
const (
	FinishStart Type = iota
	StartStart
	FinishFinish
	StartFinish
)

// Link is a minimum time lag: between the two ends pass at least Lag working
// slots of the successor's calendar. With no lag the successor's end is simply
// not before the predecessor's; a negative lag lets it be so much before.
type Link struct {
	Pred, Succ int
	Type       Type
	Lag        int
}

// None is an index that points nowhere.
const None = -1
