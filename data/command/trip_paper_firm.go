package command

import (
	"errors"

	"portfel/data"
	"portfel/data/grammar"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// firm is the own firm with those who sign for it.
type firm struct {
	company data.Company
	signers []data.Signatory
}

// readFirm reads the firm.
func readFirm(r *sqlite.Reader) (f firm, err error) {
	if f.company, err = r.Company(); err != nil {
		return f, err
	}
	f.signers, err = r.Signatories()
	return f, err
}

// fillFirm fills the firm and the number and day of the paper. Nothing of it can
// be written by hand on a paper that is to hold: without a name of the firm there
// is no paper.
func (p *paper) fillFirm() error {
	var err error
	if p.firm, err = readFirm(p.r); err != nil {
		return err
	}
	c := p.firm.company
	p.lacking.Add(c.Name == "", "company", "paper.company")
	full := c.FullName
	if full == "" {
		full = c.Name
	}
	for name, value := range map[string]string{"company.name": c.Name, "company.full_name": full, "company.inn": c.Inn, "company.kpp": c.Kpp,
		"company.okpo": c.Okpo, "company.address": c.LegalAddress, "company.town": c.Town} {
		p.set(name, value)
	}
	return nil
}

// head fills who signs first. A paper with nobody to sign it is refused.
func (p *paper) head() {
	s, ok := p.signer(data.SignHead)
	if !ok {
		return
	}
	name, position := SignName(p.r, s)
	p.set("company.head_name", initials(name))
	p.set("company.head_position", text.Title(position))
	p.set("company.head_authority", p.authority(s))
}

// accountant fills the chief accountant.
func (p *paper) accountant() {
	if s, ok := p.signer(data.SignAccountant); ok {
		name, _ := SignName(p.r, s)
		p.set("company.accountant", initials(name))
	}
}

// boss fills who gives the traveller work: the head of department of the
// signatories, else the traveller's own manager.
func (p *paper) boss() error {
	name, position := "", ""
	if s, ok := SignerOn(p.firm.signers, data.SignDepartment, p.day); ok {
		name, position = SignName(p.r, s)
	} else if m, err := sqlite.Get(p.r, p.f.Person.ManagerID); err == nil {
		name, position = m.FullName, m.Position
	} else if !errors.Is(err, data.ErrNotFound) {
		return err
	}
	if name == "" {
		p.signer(data.SignDepartment)
	}
	p.set("boss.name", initials(name))
	p.set("boss.position", text.Title(position))
	return nil
}

// signer is who signs in a role on the day of the paper; nobody is written down
// as lacking.
func (p *paper) signer(role data.SignRole) (data.Signatory, bool) {
	s, ok := SignerOn(p.firm.signers, role, p.day)
	p.lacking.Add(!ok, "signatory", "paper.signer", "@signatory.role."+string(role), p.day.String())
	return s, ok
}

// authority is the ground on which somebody signs.
//
//text:prefix signatory.authority.
func (p *paper) authority(s data.Signatory) string {
	word := text.Lower(p.w.T("signatory.authority." + string(s.Authority)))
	if s.Authority != data.ByProxy {
		return word
	}
	return p.w.F("paper.proxy", word, s.AuthorityNo, s.AuthorityOn)
}

// initials is a name as it stands under a signature: «А. С. Кузнецова».
func initials(full string) string {
	if full == "" {
		return ""
	}
	return grammar.InitialsFirst(full, grammar.Nominative).Text
}

// detail notes that the firm lacks a detail that the paper has room for.
func (p *paper) detail(name, value string) {
	if value == "" {
		p.note(PaperNote{Code: "detail", Field: name, Args: []string{"@field." + name}, Ref: data.RefTo(data.KindCompany, data.CompanyID())})
	}
}
