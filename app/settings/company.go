package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// company is the own firm as papers name it, and who signs for it.
type company struct {
	s     *Screen
	firm  data.Company
	kv    *ui.KeyValues
	empty *ui.Empty
	place *fyne.Container // the details, or what stands in their place
	sign  *signatories
	all   fyne.CanvasObject
}

func newCompany(s *Screen) page {
	c := &company{s: s, kv: ui.NewKeyValues(), place: container.NewStack(), sign: newSignatories(s)}
	t := s.d.Words().T
	c.kv.LabelWidth = 190
	c.empty = ui.NewEmpty(t("settings.company.empty"), ui.NewButton(ui.Secondary, t("settings.company.fill"), c.fill))
	details := ui.NewCard(t("settings.company.details"), "", c.place)
	details.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconHistory, t("card.history"), c.history)}
	c.all = ui.Scroll(ui.Down(16, ui.Own(details), ui.Own(c.sign.all)))
	return c
}

func (c *company) content() fyne.CanvasObject { return c.all }

func (c *company) history() {
	card.ShowHistory(c.s.d, data.RefTo(data.KindCompany, data.CompanyID()), c.s.d.Words().T("settings.section.company"))
}

func (c *company) reload() {
	firm, err := c.s.d.Read().Company()
	if err != nil {
		c.s.d.Fail(err)
		return
	}
	c.firm = firm
	if firm.Name == "" {
		c.place.Objects = []fyne.CanvasObject{ui.Down(0, ui.Fixed(130, c.empty))}
	} else {
		c.kv.Set(c.rows()...)
		c.place.Objects = []fyne.CanvasObject{c.kv}
	}
	c.sign.reload()
	c.all.Refresh()
}

// rows are the details, edited in place; what is doubtful in a number stands
// under it in words and hinders nothing.
func (c *company) rows() []ui.KV {
	t := c.s.d.Words().T
	row := func(label, value string, at func(*data.Company) *string) ui.KV {
		return card.Text(c.s.d, t(label), value, func(v string) data.Record { q := c.firm; *at(&q) = tidy(v); return q })
	}
	f := c.firm
	out := []ui.KV{
		row("field.name", f.Name, func(q *data.Company) *string { return &q.Name }),
		row("settings.company.full", f.FullName, func(q *data.Company) *string { return &q.FullName }),
		row("field.inn", f.Inn, func(q *data.Company) *string { return &q.Inn }),
	}
	for _, p := range command.CheckCompany(f) {
		out = append(out, ui.KV{Text: c.s.d.Words().Problem(data.Problem{Code: p.Code, Args: p.Args}), Role: ui.Risk})
	}
	return append(out,
		row("field.kpp", f.Kpp, func(q *data.Company) *string { return &q.Kpp }),
		row("field.okpo", f.Okpo, func(q *data.Company) *string { return &q.Okpo }),
		row("field.legalAddress", f.LegalAddress, func(q *data.Company) *string { return &q.LegalAddress }),
		row("field.postalAddress", f.PostalAddress, func(q *data.Company) *string { return &q.PostalAddress }),
		row("settings.company.town", f.Town, func(q *data.Company) *string { return &q.Town }),
		row("field.bank", f.Bank, func(q *data.Company) *string { return &q.Bank }),
		row("field.bik", f.Bik, func(q *data.Company) *string { return &q.Bik }),
		row("field.account", f.Account, func(q *data.Company) *string { return &q.Account }),
		row("field.corr", f.Corr, func(q *data.Company) *string { return &q.Corr }))
}

// fill asks for what the papers of a trip print; the rest is edited in place.
func (c *company) fill() {
	d := c.s.d
	t := d.Words().T
	name, full, inn, kpp, address, town := ui.NewField(""), ui.NewField(""), ui.NewField(""), ui.NewField(""), ui.NewField(""), ui.NewField("")
	name.PlaceHolder = t("settings.company.name.hint")
	form := ui.NewForm().Add("name", t("field.name"), name).AddNote("fullName", t("settings.company.full"), full, t("settings.company.full.note")).
		Add("inn", t("field.inn"), inn).Add("kpp", t("field.kpp"), kpp).Add("legalAddress", t("field.legalAddress"), address).
		AddNote("town", t("settings.company.town"), town, t("settings.company.town.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("settings.company.fill"), Content: form, Confirm: t("app.save"), Width: 560, OnConfirm: submit(d, form, func() error {
		x := c.firm
		x.Name, x.FullName, x.Inn, x.Kpp, x.LegalAddress, x.Town = tidy(name.Text), tidy(full.Text), tidy(inn.Text), tidy(kpp.Text), tidy(address.Text), tidy(town.Text)
		return d.Do(command.Put{Record: x})
	})})
}

func (c *company) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, c.s.d.Words().T("settings.sign.add"), func() { c.sign.add("") })}
}

// open shows the details or a signatory. What is not there yet is asked for.
func (c *company) open(ref data.Ref) bool {
	switch {
	case ref.Kind == data.KindCompany && c.firm.Name == "":
		c.fill()
	case ref.Kind == data.KindSignatory && ref.ID == data.ID[data.Any]{}:
		c.sign.ask()
	case ref.Kind == data.KindSignatory:
		return c.sign.open(ref)
	}
	return true
}
