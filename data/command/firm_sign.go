package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// SignerOn is who signs in a role on a day: of those whose days hold it the one
// who began last; false when there is nobody. An expired power of attorney signs
// nothing.
func SignerOn(all []data.Signatory, role data.SignRole, day data.Date) (best data.Signatory, found bool) {
	for _, s := range all {
		if s.Role != role || SignStateOn(s, day) != SignHolds {
			continue
		}
		if !found || s.ValidFrom > best.ValidFrom {
			best, found = s, true
		}
	}
	return best, found
}

// SignState is how the right of a signatory stands on a day.
type SignState string

// The states: before the first day, within the days, after the last day.
const (
	SignAhead   SignState = "ahead"
	SignHolds   SignState = "holds"
	SignExpired SignState = "expired"
)

// SignStateOn is the state of a signatory's right on a day.
func SignStateOn(s data.Signatory, day data.Date) SignState {
	switch {
	case s.ValidFrom > day:
		return SignAhead
	case !s.ValidTo.IsZero() && s.ValidTo < day:
		return SignExpired
	}
	return SignHolds
}

// SignName is the full name and the position of a signatory: those of the person
// of the file where the record has none of its own.
func SignName(r *sqlite.Reader, s data.Signatory) (name, position string) {
	name, position = s.Name, s.Position
	if s.PersonID.IsZero() {
		return name, position
	}
	p, err := sqlite.Get(r, s.PersonID)
	if err != nil {
		return name, position
	}
	if position == "" {
		position = p.Position
	}
	return p.FullName, position
}

// CheckCompany tells what is doubtful in the numbers of the firm: the check
// digits of its INN. A doubtful number is a warning, not a refusal.
func CheckCompany(c data.Company) data.Problems {
	return data.CheckRegister(data.Client{Inn: c.Inn})
}
