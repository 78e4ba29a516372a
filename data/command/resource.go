package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// PutResource adds a room, equipment or a role, or edits one in place. Names are
// unique among those that are not archived: plans and imports name them.
type PutResource struct{ Resource data.Resource }

// Label is "command.put.resource" and the name.
func (c PutResource) Label() (string, string) { return "command.put.resource", c.Resource.Name }

// Run refuses a name that is taken (Problem "resourceTwice" of "name"), then
// writes.
func (c PutResource) Run(tx *sqlite.Tx) error {
	r := c.Resource
	r.Name = strings.TrimSpace(r.Name)
	if r.ID.IsZero() {
		r.ID = data.NewID[data.Resource]()
	}
	if err := r.Validate().Err(); err != nil {
		return err
	}
	others, err := sqlite.List[data.Resource](tx.Reader, "id <> ? AND archived_on IS NULL", r.ID)
	if err != nil {
		return err
	}
	for _, o := range others {
		if data.Fold(o.Name) == data.Fold(r.Name) {
			return data.Problems{{Field: "name", Code: "resourceTwice", Args: []string{o.Name}}}
		}
	}
	return tx.Put(r)
}
