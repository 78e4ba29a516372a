package card

import (
	"strings"

	"portfel/app/desk"
	"portfel/data"
)

// Value writes a journaled value as people read it; an id becomes the name of
// its record, a time zone its city.
func Value(d desk.Desk, kind data.Kind, column, v string) string {
	if v != "" && strings.HasSuffix(column, "_id") {
		if name := d.Read().NameOfID(v); name != "" {
			return name
		}
	}
	if v != "" && strings.HasSuffix(column, "zone") {
		return d.Words().Zone(v)
	}
	return d.Words().Stored(kind, column, v)
}
