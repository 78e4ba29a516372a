package mspdi

import "portfel/data"

// Resource is a person, a material or a cost.
type Resource struct {
	UID                int
	GUID               string
	ID                 int
	Name               string
	Type               ResourceType
	Null               bool
	Initials           string
	MaterialLabel      string // unit of a material
	Code               string
	Group              string
	Email              string
	MaxUnits           Decimal // 1 = a whole person
	StandardRate       Decimal // per hour
	StandardRateFormat RateFormat
	OvertimeRate       Decimal // per hour
	OvertimeRateFormat RateFormat
	CostPerUse         data.Money
	CalendarUID        int // 0 or -1 = none
	Notes              string
	Generic            bool
	Inactive           bool
	Cost               bool // a cost resource, as 2007 marks it
	Budget             bool
	Values             []Value
	Baselines          []Baseline
	Availability       []Availability
	Rates              []Rate
	Extra              string
	marks              marks
}

// ResourceType is the sort of resource.
type ResourceType int

// The types of resources.
const (
	WorkResource ResourceType = iota
	MaterialResource
	CostResource
)

// RateFormat is the unit in which a rate is shown; its amount is per hour all
// the same.
type RateFormat int

// The formats of rates; 0 is not given.
const (
	PerMinute   RateFormat = 1
	PerHour     RateFormat = 2
	PerDay      RateFormat = 3
	PerWeek     RateFormat = 4
	PerMonth    RateFormat = 5
	PerYear     RateFormat = 7
	PerMaterial RateFormat = 8
)

// Availability is how much of a resource there is for a time.
type Availability struct {
	From, To data.Stamp
	Units    Decimal
	Extra    string
	marks    marks
}

// Rate is a row of the rate tables A to E.
type Rate struct {
	From, To           data.Stamp
	Table              int // 0 = A ... 4 = E
	StandardRate       Decimal
	StandardRateFormat RateFormat
	OvertimeRate       Decimal
	OvertimeRateFormat RateFormat
	CostPerUse         data.Money
	Extra              string
	marks              marks
}

// Unassigned is the resource of an assignment that has none.
const Unassigned = -65535

// Assignment is the share of a resource in a task.
type Assignment struct {
	UID                 int // 0 = not given
	GUID                string
	TaskUID             int
	ResourceUID         int     // Unassigned = nobody
	Units               Decimal // 1 = 100 %
	Work                Period
	PercentWork         int
	ActualWork          Period
	RemainingWork       Period
	OvertimeWork        Period
	Start               data.Stamp
	Finish              data.Stamp
	Stop                data.Stamp
	Resume              data.Stamp
	ActualStart         data.Stamp
	ActualFinish        data.Stamp
	Delay               Tenths
	LevelingDelay       Tenths // elapsed
	LevelingDelayFormat Format
	Contour             Contour
	RateTable           int // 0 = A ... 4 = E
	Cost                data.Money
	ActualCost          data.Money
	RemainingCost       data.Money
	Milestone           bool
	Notes               string
	Values              []Value
	Baselines           []Baseline

	// Gaps are the working days without work between the first and the last
	// work, computed by Read from the phased work; Write ignores them.
	Gaps []Gap

	Extra string
	marks marks
}

// Gap is a range of days, both included.
type Gap struct{ From, To data.Date }

// Contour is how the work of an assignment is spread.
type Contour int

// The contours; DrawnContour is edited by hand.
const (
	FlatContour  Contour = 0
	DrawnContour Contour = 8
)
