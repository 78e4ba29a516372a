package data

// TaskDate is what the engine computed for a task. Days are inclusive.
type TaskDate struct {
	TaskID    ID[Task]
	PlanID    ID[Plan]
	StartsOn  Date
	EndsOn    Date
	Days      int64 // thousandths of a working day
	FloatDays int64 // total float, whole working days
	Critical  bool
	SlackDays int64 // working days to the deadline, negative when missed
	HasSlack  bool  // there is a deadline
	Percent   int   // rolled up for summaries
	Effort    Minutes
	IsSummary bool
	Problem   string  // code of what hinders, empty = none
	StartAt   Minutes // minute of the day at which it starts, by its calendar's clock
	FinishAt  Minutes // minute of the day at which it is over
	Float     int64   // total float, thousandths of a working day
	Free      int64   // free float, thousandths of a working day
}

// DueDate is a computed day of a record that is not a task: the dates of a
// trip, its report, a control point, an occurrence of a series.
type DueDate struct {
	OwnerKind Kind
	OwnerID   ID[Any]
	Code      DueCode
	Ord       int64 // control: 30, 60, 90; occurrence: YYYYMMDD; else 0
	StartsOn  Date
	EndsOn    Date
	Starts    Moment // timed rows only
	Ends      Moment
}

// DueCode says what a DueDate is.
type DueCode string

// The codes of computed days.
const (
	DueTripDates  DueCode = "dates"
	DueTripPapers DueCode = "papers"
	DueTripReport DueCode = "report"
	DueControl    DueCode = "control"
	DueOccurrence DueCode = "occurrence"
	DueConclusion DueCode = "conclusion" // the mentor's, before the end of a probation
	DueNotice     DueCode = "notice"     // the last day of a notice under ст. 71 ТК РФ
)

// Changed tells which records a committed step touched.
type Changed struct {
	Step    int64
	Label   string // text key
	Subject string
	IDs     map[Kind][]ID[Any]
}

// Has tells whether any of the kinds was touched.
func (c Changed) Has(kinds ...Kind) bool {
	for _, k := range kinds {
		if len(c.IDs[k]) > 0 {
			return true
		}
	}
	return false
}

// SearchRow is one record that a search found.
type SearchRow struct {
	Kind  Kind
	ID    ID[Any]
	Title string
	Place string // where it belongs: client, project, day
}

// HistoryRow is one field of one change.
type HistoryRow struct {
	Step    int64
	At      string // instant, RFC 3339 UTC
	Who     string
	Label   string // text key of the command
	Subject string
	Op      string // add, edit, delete
	Kind    Kind
	ID      ID[Any]
	Name    string // title of the record, as far as known
	Field   string // column
	Old     string
	New     string
}

// StepRow is one line of the journal.
type StepRow struct {
	ID      int64
	At      string // instant, RFC 3339 UTC
	Kind    string // do, undo, redo, base
	Label   string
	Subject string
	State   string // done, undone, dropped
	Changes int
}
