package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// AddPerson adds somebody to the people of the firm.
type AddPerson struct{ Person data.Person }

// Label is "command.person.add" and the short name.
func (c AddPerson) Label() (string, string) { return "command.person.add", c.Person.Short() }

// Run writes the person.
func (c AddPerson) Run(tx *sqlite.Tx) error { return tx.Put(c.Person) }
