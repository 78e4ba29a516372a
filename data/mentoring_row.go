package data

import "sort"

// MentoringRow is a mentoring as the list of plans shows it: the people, the
// period and how far the plan has come.
type MentoringRow struct {
	ID         ID[Mentoring]
	TraineeID  ID[Person]
	Trainee    string // full name
	Grade      Grade  // of the trainee
	MentorID   ID[Person]
	Mentor     string // full name
	Mine       bool   // the owner of the file is the mentor
	Own        bool   // the owner of the file is the trainee
	StartsOn   Date
	EndsOn     Date
	Status     MentoringStatus
	Goals      string
	Conclusion ConclusionKind
	ArchivedOn Date
	PlanID     ID[Plan]
	PlanName   string
	Items      int // without sections and what was cancelled
	Accepted   int
	Reviews    int // items that wait for the mentor's check
	Overdue    int // open items after their term
	EffortDone int64
	Effort     int64
	DaysDone   int64
	Days       int64
}

// MentoringFilter narrows the list of plans; zero ids do not narrow. A person is
// the trainee or the mentor.
type MentoringFilter struct {
	MentoringID ID[Mentoring]
	PersonID    ID[Person]
}

// Share is the progress of the plan, 0..1: weighted by effort, or by duration
// when no item has effort.
func (m MentoringRow) Share() float32 {
	switch {
	case m.Effort > 0:
		return float32(m.EffortDone) / float32(m.Effort*100)
	case m.Days > 0:
		return float32(m.DaysDone) / float32(m.Days*100)
	}
	return 0
}

// Late is the number of overdue items, counted only while the mentoring runs.
func (m MentoringRow) Late() int {
	if m.Status != MentoringRunning {
		return 0
	}
	return m.Overdue
}

// ItemRow is a line of a trainee's plan: a section or an item.
type ItemRow struct {
	ID           ID[Task]
	ParentID     ID[Task]
	Name         string
	What         TaskKind
	Status       TaskStatus
	Percent      int
	Score        int
	DeadlineOn   Date
	StartsOn     Date // by the engine
	EndsOn       Date // by the engine
	Effort       Minutes
	MentorEffort Minutes
	CompetencyID ID[Competency]
	Competency   string
	Result       string
	Criterion    string
	Note         string
	Children     int
	LinkedID     ID[Task] // the project task that the item is a part of
	Linked       string
	LinkedCode   string // code of its project
	Files        int
	Depth        int // set by OrderItems
}

// ItemLink says which project task an item stands for, and where that one is.
type ItemLink struct {
	ItemID   ID[Task]
	TaskID   ID[Task]
	StartsOn Date
	EndsOn   Date
	Percent  int
}

// Section tells whether the row is a heading over items.
func (i ItemRow) Section() bool { return i.What == TaskStage || i.Children > 0 }

// Due is the day the item is asked for: its own term, else the engine's finish.
func (i ItemRow) Due() Date {
	if !i.DeadlineOn.IsZero() {
		return i.DeadlineOn
	}
	return i.EndsOn
}

// Late tells whether the item is open after its term; what lies with the mentor
// for a check counts too.
func (i ItemRow) Late(today Date) bool {
	return !i.Section() && !i.Status.Finished() && !i.Due().IsZero() && i.Due() < today
}

// OrderItems puts rows that stand in the order of siblings into the order of
// the tree, parents before children, and sets their depth. Rows whose parent is
// not among them stand at the top level.
func OrderItems(rows []ItemRow) []ItemRow {
	known := map[ID[Task]]bool{}
	for _, r := range rows {
		known[r.ID] = true
	}
	kids := map[ID[Task]][]ItemRow{}
	for _, r := range rows {
		up := r.ParentID
		if !known[up] {
			up = ID[Task]{}
		}
		kids[up] = append(kids[up], r)
	}
	out := make([]ItemRow, 0, len(rows))
	var walk func(up ID[Task], depth int)
	walk = func(up ID[Task], depth int) {
		for _, r := range kids[up] {
			r.Depth = depth
			out = append(out, r)
			walk(r.ID, depth+1)
		}
	}
	walk(ID[Task]{}, 0)
	return out
}

// MeetingRow is a meeting of a mentoring: an event, or a day of its series that
// nobody has touched yet (no EventID).
type MeetingRow struct {
	EventID    ID[Event]
	SeriesID   ID[Series]
	OriginalOn Date
	What       EventKind
	Title      string
	Status     EventStatus
	Starts     Moment
	Ends       Moment
	Place      string
	Result     string
	Note       string // minutes
	NextStep   string
	NextOn     Date
}

// Key names the meeting in lists: the event, else series and day.
func (m MeetingRow) Key() string {
	if !m.EventID.IsZero() {
		return m.EventID.String()
	}
	return m.SeriesID.String() + "/" + m.OriginalOn.String()
}

// Agenda is the meeting as the calendar's parts take it.
func (m MeetingRow) Agenda() AgendaRow {
	a := AgendaRow{Kind: AgendaEvent, RefKind: KindEvent, RefID: ID[Any](m.EventID), StartsOn: m.Starts.Day, EndsOn: m.Ends.Day, Starts: m.Starts,
		Ends: m.Ends, Title: m.Title, Place: m.Place, Status: string(m.Status), What: string(m.What), SeriesID: m.SeriesID, OriginalOn: m.OriginalOn}
	if m.EventID.IsZero() {
		a.Kind, a.RefKind, a.RefID, a.Occurrence = AgendaOccurrence, KindSeries, ID[Any](m.SeriesID), true
	}
	return a
}

// Missed tells whether a planned meeting lies before today.
func (m MeetingRow) Missed(today Date) bool {
	return m.Status == EventPlanned && m.Ends.Day < today
}

// ScoreRow is one judgement of a competency with what it is about.
type ScoreRow struct {
	ID           ID[Score]
	CompetencyID ID[Competency]
	Name         string
	Area         string
	Scale        int
	ByWhom       ScoreBy
	Level        int
	OnDate       Date
}

// Ladder is the way of one competency: 0 is "not judged".
type Ladder struct {
	CompetencyID ID[Competency]
	Name, Area   string
	Scale        int
	Start        int // first judgement: the mentor's, else the trainee's own
	Now          int // last judgement: the mentor's, else the trainee's own
	Self, Mentor int // last of each
	Goal         int // last target
	Changed      Date
}

// Ladders joins scores, given in any order, into one row a competency, by name.
func Ladders(rows []ScoreRow) []Ladder {
	sorted := append([]ScoreRow{}, rows...)
	sort.SliceStable(sorted, func(a, b int) bool { return sorted[a].OnDate < sorted[b].OnDate })
	at := map[ID[Competency]]int{}
	var out []Ladder
	first := map[ID[Competency]][2]int{} // own, mentor's
	for _, s := range sorted {
		i, ok := at[s.CompetencyID]
		if !ok {
			i = len(out)
			at[s.CompetencyID] = i
			out = append(out, Ladder{CompetencyID: s.CompetencyID, Name: s.Name, Area: s.Area, Scale: s.Scale})
		}
		f := first[s.CompetencyID]
		out[i].take(s, &f)
		first[s.CompetencyID] = f
	}
	for i := range out {
		f := first[out[i].CompetencyID]
		out[i].Start, out[i].Now = orElse(f[1], f[0]), orElse(out[i].Mentor, out[i].Self)
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Name < out[b].Name })
	return out
}

func (l *Ladder) take(s ScoreRow, first *[2]int) {
	l.Changed = max(l.Changed, s.OnDate)
	switch s.ByWhom {
	case ScoreTarget:
		l.Goal = s.Level
	case ScoreSelf:
		l.Self, first[0] = s.Level, orElse(first[0], s.Level)
	case ScoreMentor:
		l.Mentor, first[1] = s.Level, orElse(first[1], s.Level)
	}
}

func orElse(a, b int) int {
	if a != 0 {
		return a
	}
	return b
}
