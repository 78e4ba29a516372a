package card

import (
	"strings"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// NewClients are the clients that a choice has made of typed names, by their
// ids. A client is kept together with the record that it was made for, as one
// step; one that was made and not chosen is never kept.
type NewClients map[string]data.Client

// Make makes an option of a typed name.
func (n NewClients) Make(typed string) (ui.Option, error) {
	c := data.Client{ID: data.NewID[data.Client](), Name: strings.TrimSpace(typed), What: data.ClientPotential}
	if err := c.Validate().Err(); err != nil {
		return ui.Option{}, err
	}
	n[c.ID.String()] = c
	return ui.Option{ID: c.ID.String(), Label: c.Name}, nil
}

// With is a command that first keeps the client of the id, when it was made here.
func (n NewClients) With(id string, c desk.Command) desk.Command {
	client, fresh := n[id]
	if !fresh {
		return c
	}
	key, subject := c.Label()
	return command.All{Key: key, Subject: subject, Commands: []desk.Command{command.Put{Record: client}, c}}
}
