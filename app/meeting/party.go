package meeting

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// partyField ticks who takes part: likely people are listed, others are added
// by a choice.
type partyField struct {
	d    desk.Desk
	rows []data.PartyRow
	on   map[data.ID[data.Any]]bool
	list *ui.List
	more *ui.Choice
	box  fyne.CanvasObject
}

// newParty makes the field; chosen are ticked.
func newParty(d desk.Desk, chosen []data.PartyRow) *partyField {
	p := &partyField{d: d, on: map[data.ID[data.Any]]bool{}}
	for _, c := range chosen {
		p.on[c.ID] = true
	}
	p.rows = append(p.rows, chosen...)
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.OnCheck = func(i int, on bool) { p.on[p.rows[i].ID] = on; p.list.Reload() }
	p.list.OnOpen = func(i int) { p.list.OnCheck(i, !p.on[p.rows[i].ID]) }
	p.more = ui.NewChoice(nil, "")
	p.more.Hint = d.Words().T("meeting.party.more")
	p.more.OnSelect = p.add
	p.box = ui.Down(4, ui.Fixed(118, ui.NewCard("", "", p.list)), ui.Fixed(30, p.more))
	return p
}

func (p *partyField) fill(i int, r *ui.ListRow) {
	row := p.rows[i]
	r.ID, r.Title, r.Checkable, r.Checked = row.ID.String(), row.Name, true, p.on[row.ID]
	r.Right = row.Client
	if r.Right == "" {
		r.Right = row.Position
	}
}

// suggest lists those who are likely for a client and a project; who is ticked
// stays.
func (p *partyField) suggest(client data.ID[data.Client], project data.ID[data.Project]) {
	likely, err := p.d.Read().PartyChoices(client, project)
	if err != nil {
		p.d.Fail(err)
		return
	}
	kept := p.rows[:0:0]
	for _, r := range p.rows {
		if p.on[r.ID] {
			kept = append(kept, r)
		}
	}
	p.rows = kept
	for _, r := range likely {
		p.append(r)
	}
	p.others(client)
	p.list.Reload()
}

func (p *partyField) append(r data.PartyRow) {
	for _, have := range p.rows {
		if have.ID == r.ID {
			return
		}
	}
	p.rows = append(p.rows, r)
}

// others fills the choice with all people and, without a client, all contacts.
func (p *partyField) others(client data.ID[data.Client]) {
	var out []ui.Option
	for _, o := range card.People(p.d, false) {
		o.ID = string(data.KindPerson) + ":" + o.ID
		out = append(out, o)
	}
	if client.IsZero() {
		for _, o := range card.Contacts(p.d, client, false) {
			o.ID = string(data.KindContact) + ":" + o.ID
			out = append(out, o)
		}
	}
	p.more.SetOptions(out)
}

// add ticks somebody of the choice, which then stands empty again.
func (p *partyField) add(o ui.Option) error {
	kind, id := data.KindPerson, o.ID
	if len(id) > 36 {
		kind, id = data.Kind(id[:len(id)-37]), id[len(id)-36:]
	}
	row := data.PartyRow{Kind: kind, ID: card.ID[data.Any](id), Name: o.Label, Position: o.Note}
	p.append(row)
	p.on[row.ID] = true
	p.list.Reload()
	p.list.SelectID(row.ID.String())
	return nil
}

// chosen are the rows of those who are ticked.
func (p *partyField) chosen() (out []data.PartyRow) {
	for _, r := range p.rows {
		if p.on[r.ID] {
			out = append(out, r)
		}
	}
	return out
}

// party is who is ticked.
func (p *partyField) party() (c command.Party) {
	for _, r := range p.rows {
		switch {
		case !p.on[r.ID]:
		case r.Kind == data.KindContact:
			c.Contacts = append(c.Contacts, data.ID[data.Contact](r.ID))
		default:
			c.People = append(c.People, data.ID[data.Person](r.ID))
		}
	}
	return c
}

// PartyWords names who takes part: «Кузнецова А. С., Седых П. И.».
func PartyWords(rows []data.PartyRow) string {
	var out string
	for i, r := range rows {
		if i > 0 {
			out += ", "
		}
		out += data.ShortName(r.Name)
	}
	return out
}
