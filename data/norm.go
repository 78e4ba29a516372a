package data

import "strings"

// Norm is a number that a law or the firm's own act sets, valid from a day to a
// day (inclusive, none = open). Documents keep the norms of their own day.
type Norm struct {
	ID         ID[Norm]
	Code       string // "trip.report.days"; its words are the text key "norm.<code>"
	Value      string // decimal with a point
	Unit       string // code: "workdays", "rub-day", "percent", "days", "people"
	ValidFrom  Date
	ValidTo    Date
	SourceText string
}

// Kind is KindNorm.
func (Norm) Kind() Kind { return KindNorm }

// Key is the id without its type.
func (n Norm) Key() ID[Any] { return ID[Any](n.ID) }

// Validate needs a code, a number and days in order.
func (n Norm) Validate() (ps Problems) {
	ps.Add(strings.TrimSpace(n.Code) == "", "code", "required")
	_, err := ParseThousandths(n.Value)
	ps.Add(err != nil, "value", "number", n.Value)
	ps.Add(!n.ValidTo.IsZero() && n.ValidTo < n.ValidFrom, "validTo", "order")
	return ps
}

// Setting is one choice of the user that belongs to the file.
type Setting struct {
	ID    ID[Setting]
	Code  string // "language", "theme", "department.name"
	Value string
}

// SettingID is the id of a setting: the same in every file.
func SettingID(code string) ID[Setting] { return ShippedID[Setting]("setting:" + code) }

// Kind is KindSetting.
func (Setting) Kind() Kind { return KindSetting }

// Key is the id without its type.
func (s Setting) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs a code.
func (s Setting) Validate() (ps Problems) {
	ps.Add(s.Code == "", "code", "required")
	return ps
}
