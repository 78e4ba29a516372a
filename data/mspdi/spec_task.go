package mspdi

import "portfel/data"

var taskSpec = newSpec("Task", taskOrder,
	func(t *Task) *string { return &t.Extra },
	func(t *Task) *marks { return &t.marks },
	map[string]field[Task]{
		"UID":                    needed(integer(func(t *Task) *int { return &t.UID })),
		"GUID":                   text(func(t *Task) *string { return &t.GUID }),
		"ID":                     needed(integer(func(t *Task) *int { return &t.ID })),
		"Name":                   text(func(t *Task) *string { return &t.Name }),
		"Active":                 needed(flagNot(func(t *Task) *bool { return &t.Inactive })),
		"Manual":                 needed(flag(func(t *Task) *bool { return &t.Manual })),
		"Type":                   needed(code(func(t *Task) *TaskType { return &t.Type }, 0, 2)),
		"IsNull":                 needed(flag(func(t *Task) *bool { return &t.Null })),
		"WBS":                    text(func(t *Task) *string { return &t.WBS }),
		"OutlineNumber":          text(func(t *Task) *string { return &t.OutlineNumber }),
		"OutlineLevel":           needed(whole(func(t *Task) *int { return &t.OutlineLevel }, 0, maxLevel)),
		"Priority":               priority(func(t *Task) *int { return &t.Priority }),
		"Start":                  stamp(func(t *Task) *data.Stamp { return &t.Start }),
		"Finish":                 stamp(func(t *Task) *data.Stamp { return &t.Finish }),
		"Duration":               needed(amount(func(t *Task) *Period { return &t.Duration })),
		"ManualStart":            stamp(func(t *Task) *data.Stamp { return &t.ManualStart }),
		"ManualFinish":           stamp(func(t *Task) *data.Stamp { return &t.ManualFinish }),
		"ManualDuration":         amount(func(t *Task) *Period { return &t.ManualDuration }),
		"DurationFormat":         format(func(t *Task) *Format { return &t.DurationFormat }),
		"Work":                   amount(func(t *Task) *Period { return &t.Work }),
		"Stop":                   stamp(func(t *Task) *data.Stamp { return &t.Stop }),
		"Resume":                 stamp(func(t *Task) *data.Stamp { return &t.Resume }),
		"EffortDriven":           needed(flag(func(t *Task) *bool { return &t.EffortDriven })),
		"Recurring":              flag(func(t *Task) *bool { return &t.Recurring }),
		"Estimated":              needed(flag(func(t *Task) *bool { return &t.Estimated })),
		"Milestone":              needed(flag(func(t *Task) *bool { return &t.Milestone })),
		"Summary":                needed(flag(func(t *Task) *bool { return &t.Summary })),
		"Critical":               flag(func(t *Task) *bool { return &t.Critical }),
		"IsSubproject":           flag(func(t *Task) *bool { return &t.Subproject }),
		"SubprojectName":         text(func(t *Task) *string { return &t.SubprojectName }),
		"ExternalTask":           flag(func(t *Task) *bool { return &t.External }),
		"ExternalTaskProject":    text(func(t *Task) *string { return &t.ExternalName }),
		"EarlyStart":             stamp(func(t *Task) *data.Stamp { return &t.EarlyStart }),
		"EarlyFinish":            stamp(func(t *Task) *data.Stamp { return &t.EarlyFinish }),
		"LateStart":              stamp(func(t *Task) *data.Stamp { return &t.LateStart }),
		"LateFinish":             stamp(func(t *Task) *data.Stamp { return &t.LateFinish }),
		"FreeSlack":              tenths(func(t *Task) *Tenths { return &t.FreeSlack }),
		"TotalSlack":             tenths(func(t *Task) *Tenths { return &t.TotalSlack }),
		"FixedCost":              cost(func(t *Task) *data.Money { return &t.FixedCost }),
		"FixedCostAccrual":       unset(code(func(t *Task) *Accrual { return &t.FixedCostAccrual }, 1, 3)),
		"PercentComplete":        needed(percent(func(t *Task) *int { return &t.Percent })),
		"PercentWorkComplete":    percent(func(t *Task) *int { return &t.PercentWork }),
		"Cost":                   cost(func(t *Task) *data.Money { return &t.Cost }),
		"ActualStart":            stamp(func(t *Task) *data.Stamp { return &t.ActualStart }),
		"ActualFinish":           stamp(func(t *Task) *data.Stamp { return &t.ActualFinish }),
		"ActualDuration":         amount(func(t *Task) *Period { return &t.ActualDuration }),
		"ActualCost":             cost(func(t *Task) *data.Money { return &t.ActualCost }),
		"ActualWork":             amount(func(t *Task) *Period { return &t.ActualWork }),
		"RemainingDuration":      amount(func(t *Task) *Period { return &t.RemainingDuration }),
		"RemainingCost":          cost(func(t *Task) *data.Money { return &t.RemainingCost }),
		"RemainingWork":          amount(func(t *Task) *Period { return &t.RemainingWork }),
		"ConstraintType":         needed(listed(func(t *Task) *data.ConstraintKind { return &t.Constraint }, constraints)),
		"CalendarUID":            integer(func(t *Task) *int { return &t.CalendarUID }),
		"ConstraintDate":         stamp(func(t *Task) *data.Stamp { return &t.ConstraintDate }),
		"Deadline":               stamp(func(t *Task) *data.Stamp { return &t.Deadline }),
		"LevelingDelay":          tenths(func(t *Task) *Tenths { return &t.LevelingDelay }),
		"LevelingDelayFormat":    format(func(t *Task) *Format { return &t.LevelingDelayFormat }),
		"Hyperlink":              text(func(t *Task) *string { return &t.Hyperlink }),
		"HyperlinkAddress":       text(func(t *Task) *string { return &t.HyperlinkAddress }),
		"HyperlinkSubAddress":    text(func(t *Task) *string { return &t.HyperlinkSubAddress }),
		"IgnoreResourceCalendar": flag(func(t *Task) *bool { return &t.IgnoreResourceCalendar }),
		"Notes":                  text(func(t *Task) *string { return &t.Notes }),
		"PredecessorLink":        records(linkSpec, func(t *Task) *[]Link { return &t.Links }),
		"ExtendedAttribute":      records(valueSpec, func(t *Task) *[]Value { return &t.Values }),
		"Baseline":               records(baselineSpec, func(t *Task) *[]Baseline { return &t.Baselines }),
	})

// maxLevel is the deepest outline that MS Project has.
const maxLevel = 65535

func percent[T any](p func(*T) *int) field[T] { return whole(p, 0, 100) }

func tenths[T any](p func(*T) *Tenths) field[T] { return whole(p, -mostTenths, mostTenths) }

// priority reads as 500 when it is not there.
func priority[T any](p func(*T) *int) field[T] {
	f := whole(p, 0, 1000)
	f.zero = func(t *T) bool { return *p(t) == 0 || *p(t) == ordinary }
	return f
}

// ordinary is the priority of a task that has none.
const ordinary = 500

var linkSpec = newSpec("PredecessorLink", linkOrder,
	func(l *Link) *string { return &l.Extra },
	func(l *Link) *marks { return &l.marks },
	map[string]field[Link]{
		"PredecessorUID":   needed(integer(func(l *Link) *int { return &l.PredecessorUID })),
		"Type":             linkType(),
		"CrossProject":     needed(flag(func(l *Link) *bool { return &l.Cross })),
		"CrossProjectName": text(func(l *Link) *string { return &l.CrossName }),
		"LinkLag":          needed(tenths(func(l *Link) *Tenths { return &l.Lag })),
		"LagFormat":        format(func(l *Link) *Format { return &l.LagFormat }),
	})

// linkTypes are the types of links as the file numbers them.
var linkTypes = []data.LinkType{data.FinishFinish, data.FinishStart, data.StartFinish, data.StartStart}

// linkType reads as finish to start when it is not there.
func linkType() field[Link] {
	f := listed(func(l *Link) *data.LinkType { return &l.Type }, linkTypes)
	number := f.get
	f.get = func(l *Link) string {
		if l.Type == "" {
			return "1"
		}
		return number(l)
	}
	f.zero = func(l *Link) bool { return l.Type == "" || l.Type == data.FinishStart }
	return needed(f)
}

// constraints are the constraints as the file numbers them.
var constraints = []data.ConstraintKind{data.AsSoonAsPossible, data.AsLateAsPossible, data.MustStart, data.MustFinish,
	data.NotEarlier, data.StartNotLater, data.FinishNotEarlier, data.NotLater}
