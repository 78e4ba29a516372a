package sqlite

import "portfel/data"

// tables lists the journaled records, a line a noun, wholes before parts.
var tables = []data.Record{
	data.Calendar{}, data.CalendarDay{}, data.CalendarYear{},
	data.Person{}, data.Absence{},
	data.Client{}, data.Contact{},
	data.Project{}, data.Member{},
	data.Mentoring{}, data.Competency{},
	data.Plan{}, data.Task{}, data.Dependency{}, data.Assignment{},
	data.Review{}, data.Score{},
	data.Trip{}, data.Leg{},
	data.Attachment{},
	data.Deliverable{}, data.Version{}, data.Approval{},
	data.Series{}, data.Event{}, data.EventPerson{},
	data.Link{}, data.Source{}, data.Norm{}, data.Setting{},
}

// archived lists the kinds that can be put away instead of deleted.
var archived = map[data.Kind]bool{}

func init() {
	for _, r := range tables {
		m := mappingOf(r)
		archived[r.Kind()] = m.has("archived_on")
	}
}
