package clients

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// Header is the name of the room, how many clients wait, and the new one.
func (s *Screen) Header() desk.Header {
	w := s.d.Words()
	active, over := 0, 0
	for _, r := range s.all {
		if !r.ArchivedOn.IsZero() {
			continue
		}
		if r.What == data.ClientActive {
			active++
			if _, late := r.Silence(s.today); late {
				over++
			}
		}
	}
	crumb := w.N("clients.crumb.active", active)
	if over > 0 {
		crumb = text.Join(crumb, w.N("clients.crumb.over", over))
	}
	add := ui.NewButton(ui.Primary, w.T("clients.new"), s.create)
	add.Shortcut = "Ctrl+N"
	return desk.Header{Title: w.T("nav.clients"), Crumb: crumb, Buttons: []*ui.Button{add}}
}

// Actions are what the palette can run here.
func (s *Screen) Actions() []desk.Action {
	w := s.d.Words()
	out := []desk.Action{{Label: w.T("clients.new"), Key: "Ctrl+N", Do: s.create}}
	if s.chosen.IsZero() {
		return out
	}
	return append(out, desk.Action{Label: w.T("clients.meeting"), Do: s.view.plan}, desk.Action{Label: w.T("clients.people.add"), Do: s.view.people.add},
		desk.Action{Label: w.T("clients.find"), Key: "Ctrl+F", Do: func() { s.d.Canvas().Focus(s.search) }})
}

// menu is the context menu of a row.
func (s *Screen) menu(i int) []ui.MenuItem {
	rec, err := s.d.Read().Load(s.rows[i].Ref())
	if err != nil {
		s.d.Fail(err)
		return nil
	}
	return menu(s.d, rec.(data.Client))
}

// form is the dialog of a new client.
type form struct {
	s                     *Screen
	form                  *ui.Form
	sheet                 *ui.Sheet
	name, city, inn       *ui.Field
	what, category        *ui.Choice
	contact, phone, email *ui.Field
	sure                  bool // doubles were seen and are wanted
}

// create asks for a new client: a name is enough.
func (s *Screen) create() {
	w, d := s.d.Words(), s.d
	f := &form{s: s, form: ui.NewForm(), name: ui.NewField(""), city: ui.NewField(""), inn: ui.NewField(""),
		contact: ui.NewField(""), phone: ui.NewField(""), email: ui.NewField("")}
	f.what = ui.NewChoice(card.Codes(d, "client.kind.", data.ClientKinds), string(data.ClientPotential))
	f.category = ui.NewChoice(categories(), "")
	f.form.LabelWidth = 130
	f.form.Add("name", w.T("clients.name"), f.name).Add("what", w.T("clients.kind"), f.what).Add("city", w.T("clients.city"), f.city).
		Add("inn", w.T("clients.inn"), f.inn).AddNote("category", w.T("clients.category"), f.category, w.T("clients.category.note")).
		Section(w.T("clients.first")).Add("fullName", w.T("clients.contact.name"), f.contact).Add("phone", w.T("clients.contact.phone"), f.phone).
		Add("email", w.T("clients.contact.email"), f.email)
	f.sheet = ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("clients.new"), Width: 520, Content: f.form, Confirm: w.T("clients.make"),
		OnConfirm: func() error { return card.Submit(d, f.form, f.save) }})
	d.Canvas().Focus(f.name)
}

// read makes the records of the fields.
func (f *form) read() (data.Client, data.Contact) {
	c := data.Client{ID: data.NewID[data.Client](), Name: f.name.Value(), What: data.ClientKind(f.what.ID), Inn: digits(f.inn.Value())}
	setCategory(&c, f.category.ID)
	setCity(&c, f.city.Value())
	if me, err := f.s.d.Read().Me(); err == nil {
		c.OwnerID = me.ID
	}
	return c, data.Contact{FullName: f.contact.Value(), Phone: f.phone.Value(), Email: f.email.Value()}
}

// save points out doubles once, then makes client and contact and opens the
// card.
func (f *form) save() error {
	d := f.s.d
	c, k := f.read()
	ps := append(c.Validate(), data.CheckRegister(c)...)
	if k.FullName == "" && k.Phone+k.Email != "" {
		ps.Add(true, "fullName", "required")
	}
	ps.Add(k.Email != "" && !hasAt(k.Email), "email", "email")
	if err := ps.Err(); err != nil {
		return err
	}
	found := twins(d, data.Sketch{Name: c.Name, Inn: c.Inn, Phone: k.Phone, Email: k.Email})
	if len(found) > 0 && !f.sure {
		askTwin(d, found[0], d.Words().T("clients.twin.anyway"), func() { f.sure = true; f.sheet.Confirm() }, f.sheet.Close)
		return ui.Refuse(twinWords(d, found[0]))
	}
	if err := d.Do(command.NewClient{Client: c, Contact: k}); err != nil {
		return err
	}
	f.s.Show(data.RefTo(data.KindClient, c.ID))
	return nil
}

func hasAt(s string) bool {
	for _, r := range s {
		if r == '@' {
			return true
		}
	}
	return false
}
