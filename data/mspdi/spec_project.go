package mspdi

import "portfel/data"

var fileSpec = newSpec("Project", projectOrder,
	func(f *File) *string { return &f.Project.Extra },
	func(f *File) *marks { return &f.Project.marks },
	map[string]field[File]{
		"SaveVersion":        whole(func(f *File) *int { return &f.Project.SaveVersion }, 0, 10_000),
		"GUID":               text(func(f *File) *string { return &f.Project.GUID }),
		"Name":               text(func(f *File) *string { return &f.Project.Name }),
		"Title":              text(func(f *File) *string { return &f.Project.Title }),
		"Company":            text(func(f *File) *string { return &f.Project.Company }),
		"Manager":            text(func(f *File) *string { return &f.Project.Manager }),
		"Author":             text(func(f *File) *string { return &f.Project.Author }),
		"ScheduleFromStart":  needed(flagNot(func(f *File) *bool { return &f.Project.FromFinish })),
		"StartDate":          stamp(func(f *File) *data.Stamp { return &f.Project.Start }),
		"FinishDate":         stamp(func(f *File) *data.Stamp { return &f.Project.Finish }),
		"StatusDate":         stamp(func(f *File) *data.Stamp { return &f.Project.StatusDate }),
		"CurrencyDigits":     whole(func(f *File) *int { return &f.Project.CurrencyDigits }, 0, 9),
		"CurrencySymbol":     text(func(f *File) *string { return &f.Project.CurrencySymbol }),
		"CurrencyCode":       text(func(f *File) *string { return &f.Project.CurrencyCode }),
		"CalendarUID":        integer(func(f *File) *int { return &f.Project.CalendarUID }),
		"DefaultStartTime":   timeOfDay(func(f *File) *Clock { return &f.Project.DefaultStart }),
		"DefaultFinishTime":  timeOfDay(func(f *File) *Clock { return &f.Project.DefaultFinish }),
		"MinutesPerDay":      whole(func(f *File) *int { return &f.Project.MinutesPerDay }, 0, 1440),
		"MinutesPerWeek":     whole(func(f *File) *int { return &f.Project.MinutesPerWeek }, 0, 7*1440),
		"DaysPerMonth":       whole(func(f *File) *int { return &f.Project.DaysPerMonth }, 0, 31),
		"DurationFormat":     format(func(f *File) *Format { return &f.Project.DurationFormat }),
		"WeekStartDay":       whole(func(f *File) *int { return &f.Project.WeekStart }, 0, 6),
		"ExtendedAttributes": collection("ExtendedAttributes", attributeSpec, func(f *File) *[]Attribute { return &f.Attributes }),
		"Calendars":          collection("Calendars", calendarSpec, func(f *File) *[]Calendar { return &f.Calendars }),
		"Tasks":              collection("Tasks", taskSpec, func(f *File) *[]Task { return &f.Tasks }),
		"Resources":          collection("Resources", resourceSpec, func(f *File) *[]Resource { return &f.Resources }),
		"Assignments":        collection("Assignments", assignmentSpec, func(f *File) *[]Assignment { return &f.Assignments }),
	})

var attributeSpec = newSpec("ExtendedAttribute", attributeOrder,
	func(a *Attribute) *string { return &a.Extra },
	func(a *Attribute) *marks { return &a.marks },
	map[string]field[Attribute]{
		"FieldID":   text(func(a *Attribute) *string { return &a.FieldID }),
		"FieldName": text(func(a *Attribute) *string { return &a.Field }),
		"Alias":     text(func(a *Attribute) *string { return &a.Alias }),
	})

var valueSpec = newSpec("ExtendedAttribute", valueOrder,
	func(v *Value) *string { return &v.Extra },
	func(v *Value) *marks { return &v.marks },
	map[string]field[Value]{
		"FieldID":        text(func(v *Value) *string { return &v.FieldID }),
		"Value":          text(func(v *Value) *string { return &v.Value }),
		"ValueID":        text(func(v *Value) *string { return &v.ValueID }),
		"ValueGUID":      text(func(v *Value) *string { return &v.ValueGUID }),
		"DurationFormat": format(func(v *Value) *Format { return &v.DurationFormat }),
	})

var baselineSpec = newSpec("Baseline", baselineOrder,
	func(b *Baseline) *string { return &b.Extra },
	func(b *Baseline) *marks { return &b.marks },
	map[string]field[Baseline]{
		"Number":            needed(whole(func(b *Baseline) *int { return &b.Number }, 0, 10)),
		"Start":             stamp(func(b *Baseline) *data.Stamp { return &b.Start }),
		"Finish":            stamp(func(b *Baseline) *data.Stamp { return &b.Finish }),
		"Duration":          amount(func(b *Baseline) *Period { return &b.Duration }),
		"DurationFormat":    format(func(b *Baseline) *Format { return &b.DurationFormat }),
		"EstimatedDuration": flag(func(b *Baseline) *bool { return &b.Estimated }),
		"Work":              amount(func(b *Baseline) *Period { return &b.Work }),
		"Cost":              cost(func(b *Baseline) *data.Money { return &b.Cost }),
	})
