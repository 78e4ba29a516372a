package projects

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

// team is the page of those who take part: the list, and below it the role and
// the days of the one who is chosen.
type team struct {
	d       desk.Desk
	project data.Project
	rows    []data.MemberRow
	list    *ui.List
	fields  *ui.KeyValues
	below   *fyne.Container
	box     fyne.CanvasObject
}

func newTeam(d desk.Desk) *team {
	t := &team{d: d, fields: ui.NewKeyValues(), below: container.NewStack()}
	w := d.Words()
	t.list = ui.NewList(func() int { return len(t.rows) }, t.row)
	t.list.OnSelect = func(int) { t.details() }
	t.list.OnOpen = func(int) { t.edit() }
	t.list.OnDelete = t.remove
	t.list.OnMenu = t.menu
	t.list.Empty = ui.NewEmpty(w.T("projects.team.empty"), ui.NewButton(ui.Primary, w.T("projects.team.add"), t.add))
	plus := ui.NewButton(ui.Secondary, w.T("projects.team.add"), t.add)
	plus.Small = true
	t.below.Hide()
	t.box = ui.Down(0, ui.Fixed(42, bar(plus)), ui.Flex(1, t.list), ui.Own(t.below))
	return t
}

func (t *team) object() fyne.CanvasObject { return t.box }

func (t *team) fill(_ data.ProjectRow, p data.Project) {
	rows, err := t.d.Read().Members(p.ID)
	if err != nil {
		t.d.Fail(err)
		return
	}
	t.project, t.rows = p, rows
	t.list.Reload()
	t.details()
}

func (t *team) row(i int, r *ui.ListRow) {
	w, m := t.d.Words(), t.rows[i]
	r.ID, r.Title = m.ID.String(), m.Name
	position := m.Position
	if data.Fold(position) == data.Fold(m.Role) {
		position = ""
	}
	r.Note = text.Join(m.Role, position, m.Client)
	r.Right = w.PeriodYear(m.StartsOn, m.EndsOn)
	r.Initials = initials(m.Name)
	r.BadgeRole = ui.Go
	if !m.ContactID.IsZero() {
		r.BadgeRole = ui.Risk
		r.ChipRole, r.ChipWord = ui.Planned, w.T("projects.team.client")
	}
}

// initials are the first letters of family and given name.
func initials(name string) string {
	var out []rune
	start := true
	for _, c := range name {
		if start && c != ' ' && len(out) < 2 {
			out = append(out, c)
		}
		start = c == ' '
	}
	return string(out)
}

// chosen is the member whose details are shown.
func (t *team) chosen() (data.MemberRow, bool) {
	if i := t.list.Selected(); i >= 0 && i < len(t.rows) {
		return t.rows[i], true
	}
	return data.MemberRow{}, false
}

// details shows the fields of the chosen one.
func (t *team) details() {
	m, ok := t.chosen()
	if !ok {
		t.below.Hide()
		return
	}
	t.fields.Set(t.facts(m)...)
	t.below.Objects = []fyne.CanvasObject{ui.Pad(12, 12, ui.NewCard("", "", t.fields))}
	t.below.Show()
	t.below.Refresh()
	t.box.Refresh()
}

func (t *team) facts(m data.MemberRow) []ui.KV {
	w, d := t.d.Words(), t.d
	rec := data.Member{ID: m.ID, ProjectID: t.project.ID, PersonID: m.PersonID, ContactID: m.ContactID, Role: m.Role, StartsOn: m.StartsOn, EndsOn: m.EndsOn}
	return []ui.KV{
		card.Text(d, w.T("projects.team.role"), m.Role, func(v string) data.Record { q := rec; q.Role = v; return q }),
		card.Date(d, w.T("projects.team.from"), m.StartsOn, func(v data.Date) data.Record { q := rec; q.StartsOn = v; return q }),
		card.Date(d, w.T("projects.team.to"), m.EndsOn, func(v data.Date) data.Record { q := rec; q.EndsOn = v; return q }),
		{Label: w.T("projects.team.reach"), Text: text.Join(m.Phone, m.Email)},
	}
}

// edit opens the role of the chosen one.
func (t *team) edit() {
	t.details()
	t.fields.Edit(0)
}

func (t *team) remove(i int) {
	m := t.rows[i]
	card.Delete(t.d, data.RefTo(data.KindMember, m.ID), m.Name)
}

func (t *team) menu(i int) []ui.MenuItem {
	w, m := t.d.Words(), t.rows[i]
	items := []ui.MenuItem{{Label: w.T("projects.team.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: t.edit}}
	if !m.ContactID.IsZero() {
		items = append(items, ui.MenuItem{Label: w.T("projects.team.open"), Icon: ui.IconClients, Do: func() { t.d.Open(data.RefTo(data.KindContact, m.ContactID)) }})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("projects.team.remove"), Shortcut: "Del", Danger: true, Do: func() { t.remove(i) }})
}

// add asks who takes part and as what. Own people come first, then the
// contacts of the project's client, or of every client when it has none.
func (t *team) add() {
	w := t.d.Words()
	options := members(t.d, t.project)
	who, role := ui.NewChoice(options, ""), ui.NewField("")
	from, to := card.NewDate(t.d, 0), card.NewDate(t.d, 0)
	form := ui.NewForm().Add("personId", w.T("projects.team.who"), who).Add("role", w.T("projects.team.role"), role).
		Add("startsOn", w.T("projects.team.from"), from).Add("endsOn", w.T("projects.team.to"), to)
	keep := func() error {
		m := data.Member{ProjectID: t.project.ID, Role: role.Value()}
		m.StartsOn, _ = from.Get()
		m.EndsOn, _ = to.Get()
		m.PersonID, m.ContactID = whoIs(who.ID)
		return t.d.Do(command.AddMember{Member: m, Name: who.Chosen().Label})
	}
	ui.ShowDialog(t.d.Canvas(), ui.Dialog{Title: w.T("projects.team.add"), Content: form, Confirm: w.T("projects.team.take"),
		OnConfirm: func() error { return card.Submit(t.d, form, keep) }})
}

// contactMark stands before the id of a contact in a choice of both kinds.
const contactMark = "@"

func members(d desk.Desk, p data.Project) []ui.Option {
	out := card.People(d, false)
	for _, o := range card.Contacts(d, p.ClientID, false) {
		o.ID = contactMark + o.ID
		out = append(out, o)
	}
	return out
}

func whoIs(option string) (data.ID[data.Person], data.ID[data.Contact]) {
	if len(option) > 0 && option[:1] == contactMark {
		return data.ID[data.Person]{}, card.ID[data.Contact](option[1:])
	}
	return card.ID[data.Person](option), data.ID[data.Contact]{}
}
