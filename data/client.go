package data

import "strings"

// Client is an organisation that the firm works with or would like to.
type Client struct {
	ID           ID[Client]
	Name         string // as lists show it
	FullName     string
	What         ClientKind
	Inn          string
	Kpp          string
	Ogrn         string
	LegalAddress string
	Address      string // where people go
	City         string
	Zone         string // IANA zone of the client's clock
	Category     string // A, B, C or empty
	CadenceDays  int    // contact not rarer than; 0 = no rule
	OwnerID      ID[Person]
	Confidential bool
	VerifiedOn   Date
	Note         string
	ArchivedOn   Date
}

// ClientKind is what the organisation is to the firm.
type ClientKind string

// The kinds of clients.
const (
	ClientLead       ClientKind = "lead"
	ClientPotential  ClientKind = "potential"
	ClientActive     ClientKind = "active"
	ClientFormer     ClientKind = "former"
	ClientPartner    ClientKind = "partner"
	ClientCompetitor ClientKind = "competitor"
)

// ClientKinds lists the kinds in the order of choices.
var ClientKinds = []ClientKind{ClientLead, ClientPotential, ClientActive, ClientFormer, ClientPartner, ClientCompetitor}

// Kind is KindClient.
func (Client) Kind() Kind { return KindClient }

// Key is the id without its type.
func (c Client) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a name; numbers of registers must have the right length.
func (c Client) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(c.Name) == "", "name", "required")
	ps.Add(c.Inn != "" && !digitsOf(c.Inn, 10, 12), "inn", "inn")
	ps.Add(c.Kpp != "" && !digitsOf(c.Kpp, 9), "kpp", "kpp")
	ps.Add(c.Ogrn != "" && !digitsOf(c.Ogrn, 13, 15), "ogrn", "ogrn")
	ps.Add(c.CadenceDays < 0 || c.CadenceDays > 3650, "cadenceDays", "range", "0", "3650")
	_, err := Location(c.Zone)
	ps.Add(c.Zone != "" && err != nil, "zone", "zone", c.Zone)
	return ps
}

func digitsOf(s string, lengths ...int) bool {
	for _, n := range lengths {
		if len(s) == n && digits(s) {
			return true
		}
	}
	return false
}

// Contact is a person at a client.
type Contact struct {
	ID         ID[Contact]
	ClientID   ID[Client]
	FullName   string
	Position   string
	Role       ContactRole
	Phone      string
	Email      string
	Birthday   Date
	Note       string
	ArchivedOn Date
}

// ContactRole is what the person decides or does in a project.
type ContactRole string

// The roles of contacts.
const (
	RoleDecides    ContactRole = "decides"
	RoleCustomer   ContactRole = "customer"
	RoleTeam       ContactRole = "team"
	RoleAccounting ContactRole = "accounting"
	RoleOther      ContactRole = "other"
)

// ContactRoles lists the roles in the order of choices.
var ContactRoles = []ContactRole{RoleDecides, RoleCustomer, RoleTeam, RoleAccounting, RoleOther}

// Kind is KindContact.
func (Contact) Kind() Kind { return KindContact }

// Key is the id without its type.
func (c Contact) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a client, a name, and an address that could be one.
func (c Contact) Validate() (ps Problems) {
	ps.Add(c.ClientID.IsZero(), "clientId", "required")
	ps.Add(strings.TrimSpace(c.FullName) == "", "fullName", "required")
	ps.Add(c.Email != "" && !strings.Contains(c.Email, "@"), "email", "email")
	return ps
}
