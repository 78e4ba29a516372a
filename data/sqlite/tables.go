package sqlite

import "portfel/data"

// tables are the journaled records.
var tables = data.Records

// archived lists the kinds that can be put away instead of deleted.
var archived = map[data.Kind]bool{}

func init() {
	for _, r := range tables {
		m := mappingOf(r)
		archived[r.Kind()] = m.has("archived_on")
	}
}
