package mspdi

import "portfel/data"

// File is one MS Project file.
type File struct {
	Project     Project
	Attributes  []Attribute // custom fields that the project defines
	Calendars   []Calendar
	Tasks       []Task // in the order of rows; the tree follows from OutlineLevel
	Resources   []Resource
	Assignments []Assignment
	Notes       []Note // what Read could not understand; Write ignores it
}

// Project is the header of the file.
type Project struct {
	SaveVersion    int // 12 = 2007, 14 = 2010 and later; 0 = not given (2003)
	GUID           string
	Name           string
	Title          string
	Company        string
	Manager        string
	Author         string
	Start          data.Stamp
	Finish         data.Stamp
	FromFinish     bool // scheduled backwards from Finish
	StatusDate     data.Stamp
	CalendarUID    int
	DefaultStart   Clock // of new tasks
	DefaultFinish  Clock
	MinutesPerDay  int // 0 = not given, reads as 480
	MinutesPerWeek int // 0 = not given, reads as 2400
	DaysPerMonth   int // 0 = not given, reads as 20
	DurationFormat Format
	CurrencyDigits int
	CurrencySymbol string
	CurrencyCode   string // ISO 4217
	WeekStart      int    // 0 = Sunday ... 6 = Saturday
	Extra          string
	marks          marks
}

// Attribute is the definition of a custom field.
type Attribute struct {
	FieldID string // number of the field, as tasks name it
	Field   string // "Text1"
	Alias   string // the person's name for it
	Extra   string
	marks   marks
}

// Value is a custom field of a record.
type Value struct {
	FieldID        string
	Value          string
	ValueID        string
	ValueGUID      string
	DurationFormat Format
	Extra          string
	marks          marks
}

// Baseline is a snapshot of a task, resource or assignment.
type Baseline struct {
	Number         int // 0..10
	Start          data.Stamp
	Finish         data.Stamp
	Duration       Period
	DurationFormat Format
	Estimated      bool
	Work           Period
	Cost           data.Money
	Extra          string
	marks          marks
}

// Calendar finds a calendar by its UID, nil if there is none.
func (f *File) Calendar(uid int) *Calendar {
	for i := range f.Calendars {
		if f.Calendars[i].UID == uid {
			return &f.Calendars[i]
		}
	}
	return nil
}

// TaskIndex is the place of each task in Tasks by its UID.
func (f *File) TaskIndex() map[int]int {
	at := make(map[int]int, len(f.Tasks))
	for i := range f.Tasks {
		at[f.Tasks[i].UID] = i
	}
	return at
}

// ResourceIndex is the place of each resource in Resources by its UID.
func (f *File) ResourceIndex() map[int]int {
	at := make(map[int]int, len(f.Resources))
	for i := range f.Resources {
		at[f.Resources[i].UID] = i
	}
	return at
}

// dayMinutes is the length of the day that durations are shown in, with MS
// Project's own default for what is missing or senseless.
func (p *Project) dayMinutes() int {
	if p.MinutesPerDay < 1 || p.MinutesPerDay > 1440 {
		return 480
	}
	return p.MinutesPerDay
}
