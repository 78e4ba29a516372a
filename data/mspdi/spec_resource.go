package mspdi

import "portfel/data"

var resourceSpec = newSpec("Resource", resourceOrder,
	func(r *Resource) *string { return &r.Extra },
	func(r *Resource) *marks { return &r.marks },
	map[string]field[Resource]{
		"UID":                 needed(integer(func(r *Resource) *int { return &r.UID })),
		"GUID":                text(func(r *Resource) *string { return &r.GUID }),
		"ID":                  needed(integer(func(r *Resource) *int { return &r.ID })),
		"Name":                text(func(r *Resource) *string { return &r.Name }),
		"Type":                needed(listed(func(r *Resource) *ResourceType { return &r.Type }, resourceTypes)),
		"IsNull":              needed(flag(func(r *Resource) *bool { return &r.Null })),
		"Initials":            text(func(r *Resource) *string { return &r.Initials }),
		"MaterialLabel":       text(func(r *Resource) *string { return &r.MaterialLabel }),
		"Code":                text(func(r *Resource) *string { return &r.Code }),
		"Group":               text(func(r *Resource) *string { return &r.Group }),
		"EmailAddress":        text(func(r *Resource) *string { return &r.Email }),
		"MaxUnits":            decimal(func(r *Resource) *Decimal { return &r.MaxUnits }),
		"StandardRate":        decimal(func(r *Resource) *Decimal { return &r.StandardRate }),
		"StandardRateFormat":  rateFormat(func(r *Resource) *RateFormat { return &r.StandardRateFormat }),
		"OvertimeRate":        decimal(func(r *Resource) *Decimal { return &r.OvertimeRate }),
		"OvertimeRateFormat":  rateFormat(func(r *Resource) *RateFormat { return &r.OvertimeRateFormat }),
		"CostPerUse":          cost(func(r *Resource) *data.Money { return &r.CostPerUse }),
		"CalendarUID":         integer(func(r *Resource) *int { return &r.CalendarUID }),
		"Notes":               text(func(r *Resource) *string { return &r.Notes }),
		"IsGeneric":           flag(func(r *Resource) *bool { return &r.Generic }),
		"IsInactive":          flag(func(r *Resource) *bool { return &r.Inactive }),
		"ExtendedAttribute":   records(valueSpec, func(r *Resource) *[]Value { return &r.Values }),
		"Baseline":            records(baselineSpec, func(r *Resource) *[]Baseline { return &r.Baselines }),
		"IsCostResource":      flag(func(r *Resource) *bool { return &r.Cost }),
		"IsBudget":            flag(func(r *Resource) *bool { return &r.Budget }),
		"AvailabilityPeriods": collection("AvailabilityPeriods", availabilitySpec, func(r *Resource) *[]Availability { return &r.Availability }),
		"Rates":               collection("Rates", rateSpec, func(r *Resource) *[]Rate { return &r.Rates }),
	})

// resourceTypes are the types as the file numbers them.
var resourceTypes = []ResourceType{MaterialResource, WorkResource, CostResource}

func rateFormat[T any](p func(*T) *RateFormat) field[T] {
	return unset(coded(p,
		func(n int) (RateFormat, bool) { return RateFormat(n), n >= 1 && n <= 8 && n != 6 },
		func(f RateFormat) int { return int(f) }))
}

var availabilitySpec = newSpec("AvailabilityPeriod", availabilityOrder,
	func(a *Availability) *string { return &a.Extra },
	func(a *Availability) *marks { return &a.marks },
	map[string]field[Availability]{
		"AvailableFrom":  stamp(func(a *Availability) *data.Stamp { return &a.From }),
		"AvailableTo":    stamp(func(a *Availability) *data.Stamp { return &a.To }),
		"AvailableUnits": needed(decimal(func(a *Availability) *Decimal { return &a.Units })),
	})

var rateSpec = newSpec("Rate", rateOrder,
	func(r *Rate) *string { return &r.Extra },
	func(r *Rate) *marks { return &r.marks },
	map[string]field[Rate]{
		"RatesFrom":          stamp(func(r *Rate) *data.Stamp { return &r.From }),
		"RatesTo":            stamp(func(r *Rate) *data.Stamp { return &r.To }),
		"RateTable":          needed(whole(func(r *Rate) *int { return &r.Table }, 0, 4)),
		"StandardRate":       decimal(func(r *Rate) *Decimal { return &r.StandardRate }),
		"StandardRateFormat": rateFormat(func(r *Rate) *RateFormat { return &r.StandardRateFormat }),
		"OvertimeRate":       decimal(func(r *Rate) *Decimal { return &r.OvertimeRate }),
		"OvertimeRateFormat": rateFormat(func(r *Rate) *RateFormat { return &r.OvertimeRateFormat }),
		"CostPerUse":         cost(func(r *Rate) *data.Money { return &r.CostPerUse }),
	})

var assignmentSpec = newSpec("Assignment", assignmentOrder,
	func(a *Assignment) *string { return &a.Extra },
	func(a *Assignment) *marks { return &a.marks },
	map[string]field[Assignment]{
		"UID":                 integer(func(a *Assignment) *int { return &a.UID }),
		"GUID":                text(func(a *Assignment) *string { return &a.GUID }),
		"TaskUID":             needed(integer(func(a *Assignment) *int { return &a.TaskUID })),
		"ResourceUID":         needed(integer(func(a *Assignment) *int { return &a.ResourceUID })),
		"PercentWorkComplete": percent(func(a *Assignment) *int { return &a.PercentWork }),
		"ActualCost":          cost(func(a *Assignment) *data.Money { return &a.ActualCost }),
		"ActualFinish":        stamp(func(a *Assignment) *data.Stamp { return &a.ActualFinish }),
		"ActualStart":         stamp(func(a *Assignment) *data.Stamp { return &a.ActualStart }),
		"ActualWork":          amount(func(a *Assignment) *Period { return &a.ActualWork }),
		"Cost":                cost(func(a *Assignment) *data.Money { return &a.Cost }),
		"CostRateTable":       whole(func(a *Assignment) *int { return &a.RateTable }, 0, 4),
		"Delay":               tenths(func(a *Assignment) *Tenths { return &a.Delay }),
		"Finish":              stamp(func(a *Assignment) *data.Stamp { return &a.Finish }),
		"LevelingDelay":       tenths(func(a *Assignment) *Tenths { return &a.LevelingDelay }),
		"LevelingDelayFormat": format(func(a *Assignment) *Format { return &a.LevelingDelayFormat }),
		"Milestone":           flag(func(a *Assignment) *bool { return &a.Milestone }),
		"Notes":               text(func(a *Assignment) *string { return &a.Notes }),
		"OvertimeWork":        amount(func(a *Assignment) *Period { return &a.OvertimeWork }),
		"RemainingCost":       cost(func(a *Assignment) *data.Money { return &a.RemainingCost }),
		"RemainingWork":       amount(func(a *Assignment) *Period { return &a.RemainingWork }),
		"Start":               stamp(func(a *Assignment) *data.Stamp { return &a.Start }),
		"Stop":                stamp(func(a *Assignment) *data.Stamp { return &a.Stop }),
		"Resume":              stamp(func(a *Assignment) *data.Stamp { return &a.Resume }),
		"Units":               needed(decimal(func(a *Assignment) *Decimal { return &a.Units })),
		"Work":                needed(amount(func(a *Assignment) *Period { return &a.Work })),
		"WorkContour":         code(func(a *Assignment) *Contour { return &a.Contour }, 0, 8),
		"ExtendedAttribute":   records(valueSpec, func(a *Assignment) *[]Value { return &a.Values }),
		"Baseline":            records(baselineSpec, func(a *Assignment) *[]Baseline { return &a.Baselines }),
	})
