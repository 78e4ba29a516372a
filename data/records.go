package data

// Records lists a zero record of each noun, wholes before parts: the order in
// which tables are made, dumped and checked.
var Records = []Record{
	Calendar{}, CalendarDay{}, CalendarYear{},
	Person{}, Absence{},
	Client{}, Contact{},
	Project{}, Member{},
	Mentoring{}, Competency{},
	Resource{}, Rate{},
	Plan{}, Task{}, Dependency{}, Assignment{},
	Baseline{}, BaselineTask{},
	Review{}, Score{}, Submission{}, Material{},
	Trip{}, Leg{}, TripDay{}, TripItem{}, TripChange{}, Estimate{},
	Expense{}, AdvanceReport{}, MoneyMove{}, Paper{},
	Company{}, Signatory{}, Numbering{}, Form{}, PerDiem{}, FxRate{},
	Attachment{},
	Deliverable{}, Version{}, Approval{},
	Series{}, Event{}, EventPerson{},
	Link{}, Source{}, Norm{}, Setting{},
}
