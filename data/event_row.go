package data

// PartyRow is somebody who takes part in an event, or may: a person of the firm
// or a contact.
type PartyRow struct {
	Kind     Kind // KindPerson or KindContact
	ID       ID[Any]
	Name     string // full name
	Position string
	Client   string // of a contact, else empty
	IsMe     bool
}
