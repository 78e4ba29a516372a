package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// signatories is the card of those who sign for the firm: the list by role, and
// the chosen one edited in place below it.
type signatories struct {
	s     *Screen
	rows  []data.Signatory
	grid  *ui.Grid
	place *fyne.Container // the list, as high as its rows
	kv    *ui.KeyValues
	title *ui.Heading
	more  *ui.Button
	one   *fyne.Container // the chosen one
	all   *ui.Card
}

//text:prefix signatory.role.
//text:prefix signatory.authority.

func newSignatories(s *Screen) *signatories {
	g := &signatories{s: s, kv: ui.NewKeyValues(), place: container.NewStack()}
	t := s.d.Words().T
	g.kv.LabelWidth = 190
	g.grid = ui.NewGrid([]ui.Column{
		{ID: "role", Title: t("settings.sign.role"), Width: 192},
		{ID: "name", Title: t("settings.sign.who"), Width: 230, MinWidth: 170, Flex: true},
		{ID: "authority", Title: t("settings.sign.ground"), Width: 255, MinWidth: 120, Drop: 1},
		{ID: "to", Title: t("field.validTo"), Width: 104},
		{ID: "state", Title: t("settings.sign.today"), Width: 118},
	}, func() int { return len(g.rows) }, g.fill)
	g.grid.OnSelect = func(int) { g.detail() }
	g.grid.OnOpen = func(int) { g.kv.Edit(0) }
	g.grid.OnMenu = func(i int) []ui.MenuItem {
		return append([]ui.MenuItem{{Label: t("settings.sign.next"), Do: func() { g.add(g.rows[i].Role) }}}, card.Menu(s.d, g.ref(i), g.name(g.rows[i]))...)
	}
	g.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, g.ref(rows[0]), g.name(g.rows[rows[0]]))
		}
	}
	g.grid.Empty = ui.NewEmpty(t("settings.sign.empty"), ui.NewButton(ui.Secondary, t("settings.sign.add"), func() { g.add("") }))
	g.more = ui.NewMenuButton(t("settings.more"), func() []ui.MenuItem {
		if i, ok := g.chosen(); ok {
			return g.grid.OnMenu(i)
		}
		return nil
	})
	g.more.Small = true
	g.title = ui.NewHeading("", "", g.more)
	g.one = ui.Down(0, ui.Own(ui.NewRule()), ui.Own(g.title), ui.Own(g.kv))
	g.all = ui.NewCard(t("settings.sign"), t("settings.sign.note"), ui.Down(0, ui.Own(g.place), ui.Own(g.one)))
	return g
}

func (g *signatories) ref(i int) data.Ref { return data.RefTo(data.KindSignatory, g.rows[i].ID) }

// name is the full name of a signatory.
func (g *signatories) name(x data.Signatory) string {
	name, _ := command.SignName(g.s.d.Read(), x)
	return name
}

func (g *signatories) chosen() (int, bool) {
	if c := g.grid.Chosen(); len(c) > 0 && c[0] < len(g.rows) {
		return c[0], true
	}
	return 0, false
}

func (g *signatories) reload() {
	rows, err := g.s.d.Read().Signatories()
	if err != nil {
		g.s.d.Fail(err)
		return
	}
	g.rows = g.rows[:0]
	for _, role := range data.SignRoles {
		for _, x := range rows {
			if x.Role == role {
				g.rows = append(g.rows, x)
			}
		}
	}
	g.grid.Reload()
	if _, ok := g.chosen(); !ok && len(g.rows) > 0 {
		g.grid.SelectID(g.rows[0].ID.String())
	}
	high := float32(130)
	if n := len(g.rows); n > 0 {
		high = g.grid.HeadHeight + g.grid.RowHeight*float32(n) + 2
	}
	g.place.Objects = []fyne.CanvasObject{ui.Down(0, ui.Fixed(high, g.grid))}
	g.detail()
}

func (g *signatories) fill(i int, r *ui.Row) {
	w, x := g.s.d.Words(), g.rows[i]
	name, position := command.SignName(g.s.d.Read(), x)
	r.ID = x.ID.String()
	r.Cells[0].Text = w.T("signatory.role." + string(x.Role))
	r.Cells[1].Text, r.Cells[1].Note = data.ShortName(name), position
	r.Cells[2].Text = g.ground(x)
	r.Cells[3].Text = w.Date(x.ValidTo)
	if x.ValidTo.IsZero() {
		r.Cells[3].Text, r.Cells[3].Role = w.T("settings.open"), ui.Muted
	}
	r.Cells[4].ChipWord, r.Cells[4].ChipRole = g.state(x)
	r.Faint = command.SignStateOn(x, g.s.d.Today()) != command.SignHolds
}

// ground is why somebody may sign: «Устав», «Доверенность № 7 от 12.01.2026».
func (g *signatories) ground(x data.Signatory) string {
	w := g.s.d.Words()
	if x.Authority != data.ByProxy {
		return w.T("signatory.authority." + string(x.Authority))
	}
	if x.AuthorityOn.IsZero() {
		return w.F("settings.sign.proxy", x.AuthorityNo)
	}
	return w.F("settings.sign.proxy.on", x.AuthorityNo, x.AuthorityOn)
}

// state is what a right to sign is today, as a chip.
func (g *signatories) state(x data.Signatory) (string, ui.Role) {
	t := g.s.d.Words().T
	switch command.SignStateOn(x, g.s.d.Today()) {
	case command.SignAhead:
		return t("settings.sign.ahead"), ui.Planned
	case command.SignExpired:
		return t("settings.sign.expired"), ui.Late
	}
	if now, _ := command.SignerOn(g.rows, x.Role, g.s.d.Today()); now.ID != x.ID {
		return t("settings.sign.replaced"), ui.Planned
	}
	return t("settings.sign.holds"), ui.Done
}

// warning says in words that a right to sign has ended, or ends soon.
func (g *signatories) warning(x data.Signatory) (string, ui.Role) {
	w, left := g.s.d.Words(), int(x.ValidTo-g.s.d.Today())
	what := w.T("settings.sign.right")
	if x.Authority == data.ByProxy {
		what = g.ground(x)
	}
	switch {
	case x.ValidTo.IsZero():
		return "", ui.Plain
	case left < 0:
		return w.F("settings.sign.expired.words", what, x.ValidTo), ui.Late
	case left <= signSoon:
		return w.F("settings.sign.soon", what, x.ValidTo, w.Days(left)), ui.Risk
	}
	return "", ui.Plain
}

// signSoon is how many calendar days before its end a right to sign is told of.
const signSoon = 30

func (g *signatories) detail() {
	i, ok := g.chosen()
	if !ok {
		g.one.Hide()
		return
	}
	g.title.Set(g.name(g.rows[i]), text.Lower(g.s.d.Words().T("signatory.role."+string(g.rows[i].Role))), g.more)
	g.kv.Set(g.fields(g.rows[i])...)
	g.one.Show()
	g.all.Refresh()
}

// fields are those of a signatory, edited in place.
func (g *signatories) fields(x data.Signatory) (out []ui.KV) {
	d := g.s.d
	t := d.Words().T
	with := func(set func(*data.Signatory)) data.Record { q := x; set(&q); return q }
	if says, role := g.warning(x); says != "" {
		out = append(out, ui.KV{Label: t("settings.file.warning"), Text: says, Role: role})
	}
	_, position := command.SignName(d.Read(), x)
	at := card.Text(d, t("field.position"), x.Position, func(v string) data.Record { return with(func(q *data.Signatory) { q.Position = tidy(v) }) })
	if x.Position == "" && position != "" {
		at.Hint = position
	}
	out = append(out, g.who(x), at,
		card.Pick(d, t("settings.sign.role"), card.Codes(d, "signatory.role.", data.SignRoles), string(x.Role),
			func(v string) data.Record { return with(func(q *data.Signatory) { q.Role = data.SignRole(v) }) }),
		g.byWhat(x))
	if x.Authority == data.ByProxy {
		out = append(out,
			card.Text(d, t("field.authorityNo"), x.AuthorityNo, func(v string) data.Record { return with(func(q *data.Signatory) { q.AuthorityNo = tidy(v) }) }),
			card.Date(d, t("field.authorityOn"), x.AuthorityOn, func(v data.Date) data.Record { return with(func(q *data.Signatory) { q.AuthorityOn = v }) }))
	}
	return append(out,
		card.Date(d, t("field.validFrom"), x.ValidFrom, func(v data.Date) data.Record { return with(func(q *data.Signatory) { q.ValidFrom = v }) }),
		card.Date(d, t("field.validTo"), x.ValidTo, func(v data.Date) data.Record { return with(func(q *data.Signatory) { q.ValidTo = v }) }))
}

// who is a person of the file, or a name that is typed.
func (g *signatories) who(x data.Signatory) ui.KV {
	d := g.s.d
	return ui.KV{Label: d.Words().T("settings.sign.who"), Text: g.name(x), Edit: func() ui.Editor {
		c := whoSigns(g.s, x)
		c.OnSelect = func(o ui.Option) error {
			q := x
			q.PersonID, q.Name = signer(o)
			return d.Do(command.Put{Record: q})
		}
		return c
	}}
}

// byWhat is the ground; a power of attorney needs its number, so both are asked
// for together when the ground is changed to it.
func (g *signatories) byWhat(x data.Signatory) ui.KV {
	d := g.s.d
	options := card.Codes(d, "signatory.authority.", data.Authorities)
	return ui.KV{Label: d.Words().T("field.authority"), Text: ui.NewChoice(options, string(x.Authority)).Chosen().Label, Edit: func() ui.Editor {
		c := ui.NewChoice(options, string(x.Authority))
		c.OnSelect = func(o ui.Option) error {
			q := x
			q.Authority = data.Authority(o.ID)
			switch {
			case q.Authority == data.ByStatute:
				q.AuthorityNo, q.AuthorityOn = "", 0
			case q.AuthorityNo == "":
				q.AuthorityNo = d.Words().T("settings.sign.nonumber")
			}
			return d.Do(command.Put{Record: q})
		}
		return c
	}}
}

// open shows a signatory.
func (g *signatories) open(ref data.Ref) bool {
	if !g.grid.SelectID(ref.ID.String()) {
		return false
	}
	g.detail()
	return true
}
