package data

import (
	"cmp"
	"strings"
	"unicode"
)

// ClientRow is a client as the list shows it: the record, the names that belong
// to it, and when there was contact.
type ClientRow struct {
	ID           ID[Client]
	Name         string
	FullName     string
	City         string
	What         ClientKind
	Inn          string
	Category     string
	CadenceDays  int
	OwnerID      ID[Person]
	Owner        string // short name
	Confidential bool
	ArchivedOn   Date
	LastOn       Date   // last day of contact: held event, day of a series, trip
	NextOn       Date   // next planned day of contact
	Projects     int    // open projects
	Contacts     string // names of its people, for finding
}

// Ref is the record to open.
func (c ClientRow) Ref() Ref { return RefTo(KindClient, c.ID) }

// Silence is how many days there has been no contact, and whether that is
// longer than the cadence allows. Without any contact days is -1. A client
// without a cadence is never over it.
func (c ClientRow) Silence(today Date) (days int, over bool) {
	if c.LastOn.IsZero() {
		return -1, false
	}
	days = max(0, int(today-c.LastOn))
	return days, c.CadenceDays > 0 && days > c.CadenceDays
}

// Finds tells whether every word of a query occurs in the client's names, town,
// register number or people, whatever the case and ё.
func (c ClientRow) Finds(query string) bool {
	in := Fold(c.Name + " " + c.FullName + " " + c.City + " " + c.Inn + " " + c.Contacts)
	for _, w := range strings.Fields(Fold(query)) {
		if !strings.Contains(in, w) {
			return false
		}
	}
	return true
}

// ContactRow is a person at a client as the card lists it.
type ContactRow struct {
	ID       ID[Contact]
	ClientID ID[Client]
	FullName string
	Position string
	Role     ContactRole
	Phone    string
	Email    string
	Client   string
}

// TimelineRow is one thing in the life of a client.
type TimelineRow struct {
	Kind   Kind
	ID     ID[Any]
	OnDate Date
	EndsOn Date   // trips and projects
	Starts Moment // timed events
	Title  string
	Detail string // result of an event, purpose of a trip
	Status string
	What   string // code of the record's own kind
	Person string // short name of a traveller who is not the owner of the file
	Ahead  bool   // one day of a series that is yet to come; ID is the series
}

// Ref is the record to open.
func (t TimelineRow) Ref() Ref { return Ref{t.Kind, t.ID} }

// Twin is a client that looks like the one that is being made.
type Twin struct {
	Ref    Ref    // the client, or its contact
	Client string // name of the client
	Name   string // of the contact
	Reason TwinReason
}

// TwinReason says what is the same.
type TwinReason int

// What two clients have in common, the surest first.
const (
	TwinInn TwinReason = iota + 1
	TwinPhone
	TwinEmail
	TwinName
)

// Code is the short word of the reason.
func (r TwinReason) Code() string {
	return [...]string{"", "inn", "phone", "email", "name"}[r]
}

// Sketch is what is known of a client or a contact before it is kept. Own is
// left out of the search: a client that is edited is no twin of its own.
type Sketch struct {
	Own                     ID[Client]
	Name, Inn, Phone, Email string
}

// Twins compares a sketch with the clients and contacts of the file.
func Twins(s Sketch, clients []ClientRow, contacts []ContactRow) (out []Twin) {
	name, phone, email := BareName(s.Name), PhoneKey(s.Phone), strings.TrimSpace(Fold(s.Email))
	for _, c := range clients {
		switch {
		case c.ID == s.Own:
		case s.Inn != "" && c.Inn == s.Inn:
			out = append(out, Twin{c.Ref(), c.Name, "", TwinInn})
		case name != "" && (BareName(c.Name) == name || BareName(c.FullName) == name):
			out = append(out, Twin{c.Ref(), c.Name, "", TwinName})
		}
	}
	for _, k := range contacts {
		ref := RefTo(KindContact, k.ID)
		switch {
		case k.ClientID == s.Own && !s.Own.IsZero():
		case phone != "" && PhoneKey(k.Phone) == phone:
			out = append(out, Twin{ref, k.Client, k.FullName, TwinPhone})
		case email != "" && strings.TrimSpace(Fold(k.Email)) == email:
			out = append(out, Twin{ref, k.Client, k.FullName, TwinEmail})
		}
	}
	return out
}

// legalForms are words of a name that do not tell clients apart.
var legalForms = map[string]bool{"ооо": true, "оао": true, "зао": true, "пао": true, "ао": true, "нао": true, "ип": true, "ано": true, "фгуп": true,
	"гуп": true, "муп": true, "llc": true, "ltd": true, "inc": true, "общество": true, "с": true, "ограниченной": true, "ответственностью": true,
	"акционерное": true, "публичное": true, "закрытое": true, "открытое": true}

// BareName is a name without legal form, quotes, case and ё: «ООО «Балтик-Тара»»
// and «балтик тара» are the same.
func BareName(s string) string {
	words := strings.FieldsFunc(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var kept []string
	for _, w := range words {
		if !legalForms[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// PhoneKey is the last ten digits of a number, by which +7 and 8 are the same;
// "" when there are fewer than six.
func PhoneKey(s string) string {
	d := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	if len(d) < 6 {
		return ""
	}
	return d[max(0, len(d)-10):]
}

// CompareSilence puts clients that wait longest for their cadence first: over it
// by days, then the others by days of silence.
func CompareSilence(a, b ClientRow, today Date) int {
	da, oa := a.Silence(today)
	db, ob := b.Silence(today)
	switch {
	case oa != ob && oa:
		return -1
	case oa != ob:
		return 1
	case oa:
		return cmp.Compare(db-b.CadenceDays, da-a.CadenceDays)
	}
	return cmp.Compare(db, da)
}

// Categories are the classes of clients in the order of choices.
var Categories = []string{"A", "B", "C"}

// CadenceOf is how many days a client of a category may wait for a contact by
// the firm's custom, 0 for none.
func CadenceOf(category string) int { return map[string]int{"A": 7, "B": 14, "C": 30}[category] }
