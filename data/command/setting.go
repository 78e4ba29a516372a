package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// Set makes a choice of the user that belongs to the file.
type Set struct{ Code, Value string }

// Label is "command.set".
func (c Set) Label() (string, string) { return "command.set", "" }

// Run writes the setting.
func (c Set) Run(tx *sqlite.Tx) error {
	return tx.Put(data.Setting{ID: data.SettingID(c.Code), Code: c.Code, Value: c.Value})
}
