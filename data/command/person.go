package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// NewPerson adds somebody to the people of the firm.
type NewPerson struct{ Person data.Person }

// Label is "command.person.add" and the short name.
func (c NewPerson) Label() (string, string) { return "command.person.add", c.Person.Short() }

// Run writes the person.
func (c NewPerson) Run(tx *sqlite.Tx) error { return tx.Put(c.Person) }
