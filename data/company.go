package data

// Company is the own firm as papers name it. A file has one, under CompanyID.
type Company struct {
	ID            ID[Company]
	Name          string // «ООО «Вектор Консалт»»
	FullName      string
	Inn           string
	Kpp           string
	Okpo          string
	LegalAddress  string
	PostalAddress string
	Town          string // where papers are signed
	Bank          string
	Bik           string
	Account       string
	Corr          string
}

// CompanyID is the id of the own firm: the same in every file.
func CompanyID() ID[Company] { return ShippedID[Company]("company") }

// Kind is KindCompany.
func (Company) Kind() Kind { return KindCompany }

// Key is the id without its type.
func (c Company) Key() ID[Any] { return ID[Any](c.ID) }

// Validate needs a name; numbers are digits of the right length.
func (c Company) Validate() (ps Problems) {
	ps.Add(c.Name == "", "name", "required")
	for _, n := range []struct {
		field, value string
		lengths      []int
	}{{"inn", c.Inn, []int{10, 12}}, {"kpp", c.Kpp, []int{9}}, {"okpo", c.Okpo, []int{8, 10}}, {"bik", c.Bik, []int{9}}, {"account", c.Account, []int{20}}, {"corr", c.Corr, []int{20}}} {
		ps.Add(n.value != "" && !(digits(n.value) && known(n.lengths, len(n.value))), n.field, "digits")
	}
	return ps
}

// Signatory is somebody who signs papers for the firm from a day to a day.
type Signatory struct {
	ID          ID[Signatory]
	PersonID    ID[Person] // when he or she is in the file
	Name        string     // full name, when not
	Position    string
	Role        SignRole
	Authority   Authority
	AuthorityNo string // of the power of attorney
	AuthorityOn Date
	ValidFrom   Date
	ValidTo     Date // inclusive, empty = open
}

// SignRole is what a signatory signs as.
type SignRole string

// The roles.
const (
	SignHead       SignRole = "head"       // orders, approval of reports
	SignAccountant SignRole = "accountant" // advance reports
	SignCashier    SignRole = "cashier"
	SignDepartment SignRole = "department" // head of department: assignments
)

// SignRoles lists the roles in the order of choices.
var SignRoles = []SignRole{SignHead, SignAccountant, SignDepartment, SignCashier}

// Authority is the ground on which somebody signs.
type Authority string

// The grounds.
const (
	ByStatute Authority = "statute"
	ByProxy   Authority = "proxy"
)

// Authorities lists the grounds in the order of choices.
var Authorities = []Authority{ByStatute, ByProxy}

// Kind is KindSignatory.
func (Signatory) Kind() Kind { return KindSignatory }

// Key is the id without its type.
func (s Signatory) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs a person or a name, known words and days in order.
func (s Signatory) Validate() (ps Problems) {
	ps.Add(s.PersonID.IsZero() && s.Name == "", "name", "required")
	ps.Add(!known(SignRoles, s.Role), "role", "unknown", string(s.Role))
	ps.Add(!known(Authorities, s.Authority), "authority", "unknown", string(s.Authority))
	ps.Add(s.Authority == ByProxy && s.AuthorityNo == "", "authorityNo", "required")
	ps.Add(!s.ValidTo.IsZero() && s.ValidTo < s.ValidFrom, "validTo", "order")
	return ps
}

// Numbering says how papers of a kind are numbered.
type Numbering struct {
	ID      ID[Numbering]
	Code    PaperKind
	Pattern string // «{n}-ком»; {n} the number, {nn} and {nnn} with zeros, {yy} and {yyyy} the year
	First   int64  // the first number of the file, or of a year
	Yearly  bool   // begins anew each year
}

// NumberingID is the id of a kind's rule: the same in every file.
func NumberingID(code PaperKind) ID[Numbering] {
	return ShippedID[Numbering]("numbering:" + string(code))
}

// Kind is KindNumbering.
func (Numbering) Kind() Kind { return KindNumbering }

// Key is the id without its type.
func (n Numbering) Key() ID[Any] { return ID[Any](n.ID) }

// Validate needs a kind, a pattern with a number in it and a first number.
func (n Numbering) Validate() (ps Problems) {
	ps.Add(n.Code == "", "code", "required")
	ps.Add(n.First < 1, "first", "positive")
	_, ok := n.Print(1, 2026)
	ps.Add(!ok, "pattern", "pattern", n.Pattern)
	return ps
}

// Form is a template of a paper that the user gave instead of the shipped one;
// its file is an attachment of the form.
type Form struct {
	ID    ID[Form]
	Code  string // of the paper: "order", "local-trips"
	Lang  string
	Name  string // of the file, as it was
	SetOn Date
}

// FormID is the id of the template of a paper in a language: the same in every file.
func FormID(code, lang string) ID[Form] { return ShippedID[Form]("form:" + code + ":" + lang) }

// Kind is KindForm.
func (Form) Kind() Kind { return KindForm }

// Key is the id without its type.
func (f Form) Key() ID[Any] { return ID[Any](f.ID) }

// Validate needs a code and a language.
func (f Form) Validate() (ps Problems) {
	ps.Add(f.Code == "", "code", "required")
	ps.Add(f.Lang != "ru" && f.Lang != "en", "lang", "unknown", f.Lang)
	return ps
}
