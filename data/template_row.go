package data

// TemplateRow is a template of plans as lists show it. Its days mean nothing by
// themselves; what lies between them does.
type TemplateRow struct {
	ID         ID[Plan]
	Name       string
	CalendarID ID[Calendar]
	StartsOn   Date
	EndsOn     Date
	Tasks      int // without stages and milestones
	Effort     Minutes
}

// Ref is the record to open.
func (t TemplateRow) Ref() Ref { return RefTo(KindPlan, t.ID) }
