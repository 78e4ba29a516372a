package clients

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// people is the column of a client's contacts: the list, and below it the
// fields of the one who is chosen.
type people struct {
	d       desk.Desk
	client  data.Client
	rows    []data.ContactRow
	list    *ui.List
	top     *ui.Card
	fields  *ui.KeyValues
	copies  *fyne.Container
	below   *ui.Card
	content *fyne.Container
}

func newPeople(d desk.Desk) *people {
	p := &people{d: d, fields: ui.NewKeyValues(), copies: container.NewStack()}
	w := d.Words()
	p.fields.LabelWidth = 84
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.OnSelect = func(int) { p.details() }
	p.list.OnOpen = func(int) { p.details(); p.fields.Edit(0) }
	p.list.OnDelete = p.remove
	p.list.OnMenu = p.menu
	p.list.Empty = ui.NewEmpty(w.T("clients.people.empty"), ui.NewButton(ui.Primary, w.T("clients.people.add"), p.add))
	p.top = ui.NewCard(w.T("clients.people"), "", p.list)
	p.top.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconAdd, w.T("clients.people.add"), p.add)}
	p.below = ui.NewCard("", "", ui.Down(0, ui.Flex(1, ui.Scroll(p.fields)), ui.Fixed(42, ui.Pad(16, 0, p.copies))))
	p.below.Hide()
	p.content = ui.Down(16, ui.Flex(1, p.top), ui.Fixed(292, p.below))
	return p
}

// show lists the people of a client; another client has nobody chosen.
func (p *people) show(c data.Client) {
	rows, err := p.d.Read().ClientContacts(c.ID)
	if err != nil {
		p.d.Fail(err)
		return
	}
	p.client, p.rows = c, rows
	p.top.SetTitle(p.d.Words().T("clients.people"), p.d.Words().Number(int64(len(rows))))
	p.list.Reload()
	p.details()
}

// choose marks a contact; it tells whether it is one of the client's.
func (p *people) choose(id data.ID[data.Contact]) bool {
	ok := p.list.SelectID(id.String())
	p.details()
	return ok
}

func (p *people) fill(i int, r *ui.ListRow) {
	w, k := p.d.Words(), p.rows[i]
	r.ID, r.Title, r.TitleLines, r.NoteLines = k.ID.String(), k.FullName, 2, 3
	r.Note = text.Join(k.Position, lower(w.Code(k.Role)), k.Phone)
}

// details shows the fields of the chosen one.
func (p *people) details() {
	i := p.list.Selected()
	if i < 0 || i >= len(p.rows) {
		p.below.Hide()
		p.content.Refresh()
		return
	}
	rec, err := p.d.Read().Load(data.RefTo(data.KindContact, p.rows[i].ID))
	if err != nil {
		p.d.Fail(err)
		return
	}
	k := rec.(data.Contact)
	p.fields.Set(contactFacts(p.d, k)...)
	p.copies.Objects = []fyne.CanvasObject{p.copyButtons(k)}
	p.below.Show()
	p.content.Refresh()
	p.below.Refresh()
}

func contactFacts(d desk.Desk, k data.Contact) []ui.KV {
	w := d.Words()
	with := func(set func(*data.Contact, string)) card.Save[string] {
		return func(v string) data.Record { q := k; set(&q, v); return q }
	}
	return []ui.KV{
		card.Text(d, w.T("clients.contact.name"), k.FullName, with(func(q *data.Contact, v string) { q.FullName = v })),
		card.Text(d, w.T("clients.contact.position"), k.Position, with(func(q *data.Contact, v string) { q.Position = v })),
		card.Pick(d, w.T("clients.contact.role"), card.Codes(d, "contact.role.", data.ContactRoles), string(k.Role),
			with(func(q *data.Contact, v string) { q.Role = data.ContactRole(v) })),
		card.Text(d, w.T("clients.contact.phone"), k.Phone, with(func(q *data.Contact, v string) { q.Phone = v })),
		card.Text(d, w.T("clients.contact.email"), k.Email, with(func(q *data.Contact, v string) { q.Email = v })),
		card.Date(d, w.T("clients.contact.birthday"), k.Birthday, func(v data.Date) data.Record { q := k; q.Birthday = v; return q }),
		card.Long(d, w.T("clients.contact.note"), k.Note, with(func(q *data.Contact, v string) { q.Note = v })),
	}
}

// copyButtons put phone or address on the clipboard.
func (p *people) copyButtons(k data.Contact) fyne.CanvasObject {
	w := p.d.Words()
	parts := []ui.Part{}
	add := func(icon ui.Icon, label, value string) {
		if value == "" {
			return
		}
		b := ui.NewButton(ui.Secondary, label, func() { p.copy(value) })
		b.Icon, b.Small, b.Tip = icon, true, w.F("clients.copy", value)
		parts = append(parts, ui.Own(container.NewCenter(b)))
	}
	add(ui.IconCopy, w.T("clients.copy.phone"), k.Phone)
	add(ui.IconCopy, w.T("clients.copy.email"), k.Email)
	parts = append(parts, ui.Flex(1, ui.Spacer()))
	return ui.Across(8, parts...)
}

func (p *people) copy(value string) {
	fyne.CurrentApp().Clipboard().SetContent(value)
	p.d.Say(p.d.Words().F("clients.copied", value), "", nil)
}

func (p *people) remove(i int) {
	k := p.rows[i]
	card.Delete(p.d, data.RefTo(data.KindContact, k.ID), k.FullName)
}

func (p *people) menu(i int) []ui.MenuItem {
	w, k := p.d.Words(), p.rows[i]
	var items []ui.MenuItem
	if k.Phone != "" {
		items = append(items, ui.MenuItem{Label: w.F("clients.copy", k.Phone), Icon: ui.IconPhone, Do: func() { p.copy(k.Phone) }})
	}
	if k.Email != "" {
		items = append(items, ui.MenuItem{Label: w.F("clients.copy", k.Email), Icon: ui.IconMail, Do: func() { p.copy(k.Email) }})
	}
	items = append(items, ui.MenuItem{Label: w.T("clients.contact.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { p.list.OnOpen(i) }}, ui.MenuItem{})
	return append(items, card.Menu(p.d, data.RefTo(data.KindContact, k.ID), k.FullName)...)
}

// add asks for a new person of the client.
func (p *people) add() {
	w, d := p.d.Words(), p.d
	name, position := ui.NewField(""), ui.NewField("")
	role := ui.NewChoice(card.Codes(d, "contact.role.", data.ContactRoles), string(data.RoleTeam))
	phone, email := ui.NewField(""), ui.NewField("")
	form := ui.NewForm().Add("fullName", w.T("clients.contact.name"), name).Add("position", w.T("clients.contact.position"), position).
		Add("role", w.T("clients.contact.role"), role).Add("phone", w.T("clients.contact.phone"), phone).Add("email", w.T("clients.contact.email"), email)
	var sheet *ui.Sheet
	sure := false
	keep := func() error {
		k := data.Contact{ID: data.NewID[data.Contact](), ClientID: p.client.ID, FullName: name.Value(), Position: position.Value(),
			Role: data.ContactRole(role.ID), Phone: phone.Value(), Email: email.Value()}
		if err := k.Validate().Err(); err != nil {
			return err
		}
		if found := twins(d, data.Sketch{Phone: k.Phone, Email: k.Email}); len(found) > 0 && !sure {
			askTwin(d, found[0], w.T("clients.twin.add"), func() { sure = true; sheet.Confirm() }, sheet.Close)
			return ui.Refuse(twinWords(d, found[0]))
		}
		if err := d.Do(command.Put{Record: k}); err != nil {
			return err
		}
		p.choose(k.ID)
		return nil
	}
	sheet = ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("clients.people.add"), Width: 500, Content: form, Confirm: w.T("clients.people.make"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(name)
}
