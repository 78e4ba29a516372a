package documents

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// The columns of the register.
const (
	colTitle   = "title"
	colKind    = "kind"
	colVersion = "version"
	colAuthor  = "author"
	colDue     = "due"
	colState   = "state"
)

// newGrid makes the register; title, kind, author and term are edited in their
// cells.
func (s *Screen) newGrid() *ui.Grid {
	t := s.d.Words().T
	due := float32(116)
	if s.d.Words().Lang() == text.EN {
		due = 128 // «20 Nov −4 days» is longer than «20.11 −4 дня»
	}
	g := ui.NewGrid([]ui.Column{
		{ID: colTitle, Title: t("documents.col.title"), Width: 200, MinWidth: 190, Flex: true, Sortable: true, Editor: s.editor(s.titleCell)},
		{ID: colKind, Title: t("documents.col.kind"), Width: 124, Drop: 2, Sortable: true, Editor: s.editor(s.kindCell)},
		{ID: colVersion, Title: t("documents.col.version"), Width: 66, Drop: 1, Sortable: true},
		{ID: colAuthor, Title: t("documents.col.author"), Width: 127, Drop: 3, Sortable: true, Editor: s.editor(s.authorCell)},
		{ID: colDue, Title: t("documents.col.due"), Width: due, Sortable: true, Editor: s.editor(s.dueCell)},
		{ID: colState, Title: t("documents.col.state"), Width: 108, Sortable: true},
	}, func() int { return len(s.lines) }, s.fill)
	g.RowHeight = 37
	g.IndexOf = func(id string) int {
		if i, ok := s.at[id]; ok {
			return i
		}
		return -1
	}
	g.OnSort = func(o ui.Sort) { s.order = o; s.arrange() }
	g.OnSelect = s.selected
	g.OnMenu = s.menu
	g.OnDelete = func([]int) { s.remove() }
	if s.part {
		g.OnOpen = func(i int) { s.open(i) }
	}
	g.Empty = ui.NewEmpty(t("documents.empty"), ui.NewButton(ui.Primary, t("documents.new"), s.create))
	return g
}

func (s *Screen) selected(i int) {
	if s.side != nil {
		s.side.show(s.doc(i))
	}
}

func (s *Screen) open(i int) {
	if r := s.doc(i); r != nil {
		s.d.Open(data.RefTo(data.KindDeliverable, r.ID))
	}
}

func (s *Screen) fill(i int, row *ui.Row) {
	l := s.lines[i]
	if l.doc < 0 {
		row.Group, row.Title, row.Note = true, l.head, l.note
		return
	}
	r := &s.all[l.doc]
	row.ID = r.ID.String()
	row.Faint = !r.ArchivedOn.IsZero()
	row.Cells[0].Text = r.Title
	row.Cells[1].Text = s.kind(r.What)
	row.Cells[2].Text = orDash(r.Label)
	row.Cells[3].Text = orDash(s.name(r.Author, r.Mine))
	row.Cells[4] = s.dueLook(r)
	row.Cells[5] = ui.Cell{ChipRole: roleOf(r.Status), ChipWord: s.chip(r.Status)}
}

// name is who answers for a document; the owner of the file is «Вы».
func (s *Screen) name(short string, mine bool) string {
	if mine {
		return s.d.Words().T("documents.you")
	}
	return short
}

// dueLook is the term: red with the size of the delay when it is missed.
func (s *Screen) dueLook(r *data.DeliverableRow) ui.Cell {
	w, today := s.d.Words(), s.d.Today()
	c := ui.Cell{Text: s.day(r.DueOn)}
	if r.Late(today) {
		c.Role, c.Note = ui.Late, w.Overdue(r.DueOn, today)
	}
	return c
}

// day is a day of this year without the year: «20.11».
func (s *Screen) day(d data.Date) string {
	if d.Year() == s.d.Today().Year() {
		return s.d.Words().DayMonth(d)
	}
	return s.d.Words().ShortDate(d)
}

// kind is the short name of a kind of document; the user's own words stay.
//
//text:prefix documents.kind.
func (s *Screen) kind(what string) string {
	if key := "documents.kind." + what; s.d.Words().Has(key) {
		return s.d.Words().T(key)
	}
	return what
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// chip is the short word of a status.
//
//text:prefix documents.chip.
func (s *Screen) chip(v data.VersionStatus) string {
	if v == "" {
		return s.d.Words().T("documents.chip.none")
	}
	return s.d.Words().T("documents.chip." + string(v))
}

// roleOf is the colour that goes with the word of a status.
func roleOf(v data.VersionStatus) ui.Role {
	switch v {
	case data.VersionInternal:
		return ui.Go
	case data.VersionClient, data.VersionRemarks:
		return ui.Risk
	case data.VersionApproved, data.VersionHanded:
		return ui.Done
	}
	return ui.Planned
}

// editor wraps a maker of fields: headings have none.
func (s *Screen) editor(make func(*data.DeliverableRow) ui.Editor) func(int) ui.Editor {
	return func(i int) ui.Editor {
		if r := s.doc(i); r != nil {
			return make(r)
		}
		return nil
	}
}

func (s *Screen) titleCell(r *data.DeliverableRow) ui.Editor {
	f, id := ui.NewField(r.Title), r.ID
	f.OnCommit = func(v string) error { return s.edit(id, func(d *data.Deliverable) { d.Title = v }) }
	return f
}

func (s *Screen) kindCell(r *data.DeliverableRow) ui.Editor {
	id := r.ID
	c := ui.NewChoice(s.kinds(r.What), r.What)
	c.OnCreate = s.ownKind
	c.OnSelect = func(o ui.Option) error { return s.edit(id, func(d *data.Deliverable) { d.What = o.ID }) }
	return c
}

func (s *Screen) authorCell(r *data.DeliverableRow) ui.Editor {
	id := r.ID
	c := ui.NewChoice(card.People(s.d, true), r.AuthorID.String())
	c.OnSelect = func(o ui.Option) error {
		return s.edit(id, func(d *data.Deliverable) { d.AuthorID = card.ID[data.Person](o.ID) })
	}
	return c
}

func (s *Screen) dueCell(r *data.DeliverableRow) ui.Editor {
	f, id := card.NewDate(s.d, r.DueOn), r.ID
	f.OnSet = func(v data.Date) error { return s.edit(id, func(d *data.Deliverable) { d.DueOn = v }) }
	return f
}

// edit changes a document and keeps it.
func (s *Screen) edit(id data.ID[data.Deliverable], change func(*data.Deliverable)) error {
	rec, err := s.d.Read().Load(data.RefTo(data.KindDeliverable, id))
	if err != nil {
		return err
	}
	d := rec.(data.Deliverable)
	change(&d)
	return s.d.Do(command.Put{Record: d})
}

// kinds are the kinds of documents that the program knows, and the user's own
// words when the document has some.
func (s *Screen) kinds(own string) []ui.Option {
	out := []ui.Option{card.None}
	known := own == ""
	for _, k := range data.DeliverableKinds {
		o := ui.Option{ID: k, Label: s.d.Words().DeliverableKind(k)}
		if short := s.kind(k); short != o.Label {
			o.Note = short
		}
		out = append(out, o)
		known = known || k == own
	}
	if !known {
		out = append(out, ui.Option{ID: own, Label: own})
	}
	return out
}

// ownKind takes what was typed as the kind's own words; the short or the full
// word of a known kind is that kind.
func (s *Screen) ownKind(typed string) (ui.Option, error) {
	for _, o := range s.kinds("") {
		if o.ID != "" && (data.Fold(o.Label) == data.Fold(typed) || data.Fold(o.Note) == data.Fold(typed)) {
			return o, nil
		}
	}
	return ui.Option{ID: typed, Label: typed}, nil
}
