package settings

import (
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// typedName marks the option of a name that is no person of the file.
const typedName = "name:"

// whoSigns is the choice of a person of the file; any other name is typed.
func whoSigns(s *Screen, x data.Signatory) *ui.Choice {
	options, on := card.People(s.d, false), x.PersonID.String()
	if x.PersonID.IsZero() && x.Name != "" {
		on = typedName + x.Name
		options = append([]ui.Option{{ID: on, Label: x.Name}}, options...)
	}
	c := ui.NewChoice(options, on)
	c.Hint = s.d.Words().T("settings.sign.who.hint")
	c.OnCreate = func(typed string) (ui.Option, error) {
		typed = tidy(typed)
		return ui.Option{ID: typedName + typed, Label: typed}, nil
	}
	return c
}

// signer is what a chosen option stands for: a person of the file, or a name.
func signer(o ui.Option) (data.ID[data.Person], string) {
	if name, ok := strings.CutPrefix(o.ID, typedName); ok {
		return data.ID[data.Person]{}, name
	}
	return card.ID[data.Person](o.ID), ""
}

// ask adds a signatory for the first role that nobody fills today.
func (g *signatories) ask() {
	for _, role := range data.SignRoles {
		if _, ok := command.SignerOn(g.rows, role, g.s.d.Today()); !ok {
			g.add(role)
			return
		}
	}
}

// signForm are the fields of the dialog of a new signatory.
type signForm struct {
	role, who, ground *ui.Choice
	position, no      *ui.Field
	on, from, to      *ui.DateField
	form              *ui.Form
}

func (g *signatories) newForm(role data.SignRole) *signForm {
	d := g.s.d
	t := d.Words().T
	if role == "" {
		role = data.SignHead
	}
	f := &signForm{role: ui.NewChoice(card.Codes(d, "signatory.role.", data.SignRoles), string(role)), who: whoSigns(g.s, data.Signatory{}),
		ground:   ui.NewChoice(card.Codes(d, "signatory.authority.", data.Authorities), string(data.ByStatute)),
		position: ui.NewField(""), no: ui.NewField(""), on: card.NewDate(d, 0), from: card.NewDate(d, d.Today()), to: card.NewDate(d, 0)}
	if role != data.SignHead {
		f.ground.Set(string(data.ByProxy))
	}
	f.form = ui.NewForm().Add("name", t("settings.sign.who"), f.who).AddNote("position", t("field.position"), f.position, t("settings.sign.position.note")).
		Add("role", t("settings.sign.role"), f.role).Add("authority", t("field.authority"), f.ground).
		Add("authorityNo", t("field.authorityNo"), f.no).Add("authorityOn", t("field.authorityOn"), f.on).
		Add("validFrom", t("field.validFrom"), f.from).AddNote("validTo", t("field.validTo"), f.to, t("settings.sign.to.note"))
	return f
}

// read makes the signatory of what is typed.
func (f *signForm) read() (x data.Signatory, err error) {
	x = data.Signatory{ID: data.NewID[data.Signatory](), Position: tidy(f.position.Text), Role: data.SignRole(f.role.ID), Authority: data.Authority(f.ground.ID)}
	x.PersonID, x.Name = signer(f.who.Chosen())
	if x.ValidFrom, err = f.from.Get(); err == nil {
		x.ValidTo, err = f.to.Get()
	}
	if x.Authority == data.ByProxy && err == nil {
		x.AuthorityNo = tidy(f.no.Text)
		x.AuthorityOn, err = f.on.Get()
	}
	return x, err
}

// add asks for a new signatory. Another one of the role stays in the list with
// its own days.
func (g *signatories) add(role data.SignRole) {
	d := g.s.d
	f := g.newForm(role)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: d.Words().T("settings.sign.add"), Content: f.form, Confirm: d.Words().T("settings.add"), Width: 560,
		OnConfirm: submit(d, f.form, func() error {
			x, err := f.read()
			if err != nil {
				return err
			}
			if err := d.Do(command.Put{Record: x}); err != nil {
				return err
			}
			g.open(data.RefTo(data.KindSignatory, x.ID))
			return nil
		})})
}
