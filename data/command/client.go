package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// NewClient makes a client and, when a name is given, its first contact in one
// step. A client without a zone gets that of the file's owner.
type NewClient struct {
	Client  data.Client  // an empty ID or kind is filled in
	Contact data.Contact // no name = none
}

// Label is "command.client.new" and the name.
func (c NewClient) Label() (string, string) { return "command.client.new", c.Client.Name }

// Run writes both.
func (c NewClient) Run(tx *sqlite.Tx) error {
	x := c.Client
	x.Name = strings.TrimSpace(x.Name)
	if x.ID.IsZero() {
		x.ID = data.NewID[data.Client]()
	}
	if x.What == "" {
		x.What = data.ClientPotential
	}
	if x.Zone == "" {
		if me, err := tx.Me(); err == nil {
			x.Zone = me.Zone
		}
	}
	if err := tx.Put(x); err != nil {
		return err
	}
	k := c.Contact
	if k.FullName = strings.TrimSpace(k.FullName); k.FullName == "" {
		return nil
	}
	if k.ID.IsZero() {
		k.ID = data.NewID[data.Contact]()
	}
	if k.Role == "" {
		k.Role = data.RoleCustomer
	}
	k.ClientID = x.ID
	return tx.Put(k)
}
