package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/norm"
)

// norms is the table of dated norms with their source, by groups: of each norm
// the row in force today, and its history and its future under it.
type norms struct {
	s     *Screen
	rows  []data.Norm // all, as read
	lines []normLine
	shown map[string]bool // codes whose history is shown
	grid  *ui.Grid
	all   fyne.CanvasObject
}

// normLine is a line of the table: the name of a group, or a norm.
type normLine struct {
	group string
	norm  data.Norm
	older bool // stands under the row in force
	more  int  // rows under this one
}

//text:prefix norm.
//text:prefix unit.norm.
//text:prefix settings.norm.group.

func newNorms(s *Screen) page {
	n := &norms{s: s, shown: map[string]bool{}}
	t := s.d.Words().T
	n.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: t("settings.norm.name"), Width: 386, MinWidth: 300, Flex: true, Tree: true},
		{ID: "value", Title: t("field.value"), Width: 84, Right: true, Editor: n.editValue},
		{ID: "unit", Title: t("field.unit"), Width: 90},
		{ID: "from", Title: t("field.validFrom"), Width: 104, Editor: n.editFrom},
		{ID: "to", Title: t("field.validTo"), Width: 104, Editor: n.editTo},
		{ID: "source", Title: t("field.sourceText"), Width: 130, MinWidth: 100, Flex: true, Drop: 1, Editor: n.editSource},
	}, func() int { return len(n.lines) }, n.fill)
	n.grid.OnMenu = n.menu
	n.grid.OnToggle = func(i int, open bool) { n.shown[n.lines[i].norm.Code] = open; n.lay() }
	n.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 && n.lines[rows[0]].group == "" {
			x := n.lines[rows[0]].norm
			card.Delete(s.d, data.RefTo(data.KindNorm, x.ID), n.name(x))
		}
	}
	n.all = ui.Down(12, ui.Own(ui.NewNote(t("settings.norms.note"))), ui.Flex(1, ui.NewCard("", "", n.grid)))
	return n
}

func (n *norms) menu(i int) []ui.MenuItem {
	if n.lines[i].group != "" {
		return nil
	}
	t, x := n.s.d.Words().T, n.lines[i].norm
	items := []ui.MenuItem{{Label: t("settings.norm.new"), Do: func() { n.succeed(x) }}}
	if x.ValidTo.IsZero() {
		items = append(items, ui.MenuItem{Label: t("settings.close"), Do: func() { n.grid.Edit(i, "to", "") }})
	}
	return append(items, card.Menu(n.s.d, data.RefTo(data.KindNorm, x.ID), n.name(x))...)
}

func (n *norms) content() fyne.CanvasObject { return n.all }

func (n *norms) reload() {
	rows, err := n.s.d.Read().Norms()
	if err != nil {
		n.s.d.Fail(err)
		return
	}
	n.rows = rows
	n.lay()
}

// lay makes the lines: groups in their order, in each the norms in force with
// their other rows under them, as far as these are open.
func (n *norms) lay() {
	n.lines = n.lines[:0]
	for _, g := range normGroups {
		begun := false
		for _, code := range n.codesOf(g) {
			if !begun {
				n.lines = append(n.lines, normLine{group: g})
				begun = true
			}
			n.layCode(code)
		}
	}
	n.grid.Reload()
}

// layCode adds the rows of a code: the one in force, else the last that was.
func (n *norms) layCode(code string) {
	rows := n.history(code)
	first := rows[0]
	if now, err := norm.New(rows).On(code, n.s.d.Today()); err == nil {
		first = now
	}
	n.lines = append(n.lines, normLine{norm: first, more: len(rows) - 1})
	if !n.shown[code] {
		return
	}
	for _, x := range rows {
		if x.ID != first.ID {
			n.lines = append(n.lines, normLine{norm: x, older: true})
		}
	}
}

// history are the rows of a code, the newest first.
func (n *norms) history(code string) (rows []data.Norm) {
	for _, x := range n.rows {
		if x.Code == code {
			rows = append(rows, x)
		}
	}
	return rows
}

// normGroups are the groups in their order; the last takes what has no other.
var normGroups = []string{"trip", "mentoring", "vat", "other"}

// groupOf is the group of a code: its first word.
func groupOf(code string) string {
	g, _, _ := strings.Cut(code, ".")
	if slices.Contains(normGroups, g) {
		return g
	}
	return normGroups[len(normGroups)-1]
}

func (n *norms) codesOf(group string) (codes []string) {
	for _, x := range n.rows {
		if groupOf(x.Code) == group && !slices.Contains(codes, x.Code) {
			codes = append(codes, x.Code)
		}
	}
	return codes
}

// name is what a norm is called; one of the user's own goes by its code.
func (n *norms) name(x data.Norm) string {
	if key := "norm." + x.Code; n.s.d.Words().Has(key) {
		return n.s.d.Words().T(key)
	}
	return x.Code
}

//text:prefix settings.norm.border.

// unit is the word of a unit; one of the user's own stands as it is. Of a rule
// for the day of a border it says whose norm that day takes.
func (n *norms) unit(x data.Norm) string {
	if key := "settings.norm.border." + x.Value; x.Unit == "border" && n.s.d.Words().Has(key) {
		return n.s.d.Words().T(key)
	}
	if key := "unit.norm." + x.Unit; n.s.d.Words().Has(key) {
		return n.s.d.Words().T(key)
	}
	return x.Unit
}

func (n *norms) value(x data.Norm) string {
	if v, err := data.ParseThousandths(x.Value); err == nil {
		return n.s.d.Words().Decimal(v)
	}
	return x.Value
}

func (n *norms) fill(i int, r *ui.Row) {
	w, l := n.s.d.Words(), n.lines[i]
	if l.group != "" {
		r.ID, r.Group, r.Title = "group:"+l.group, true, w.T("settings.norm.group."+l.group)
		return
	}
	x := l.norm
	r.ID = x.ID.String()
	if l.older {
		r.Depth = 1
	}
	if l.more > 0 {
		r.Toggle = ui.Folded
		if n.shown[x.Code] {
			r.Toggle = ui.Open
		}
	}
	r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text = n.name(x), n.value(x), n.unit(x)
	if says := n.state(x); says != "" {
		r.Faint = true
		if l.older {
			r.Cells[0].Text = says
		} else {
			r.Cells[0].Note = says
		}
	}
	r.Cells[3].Text, r.Cells[4].Text = w.Date(x.ValidFrom), w.Date(x.ValidTo)
	if x.ValidTo.IsZero() {
		r.Cells[4].Text, r.Cells[4].Role = w.T("settings.open"), ui.Muted
	}
	r.Cells[5].Text, r.Cells[5].Role = x.SourceText, ui.Muted
}

// state says of a row that is not in force today whether it is over or ahead.
func (n *norms) state(x data.Norm) string {
	t, today := n.s.d.Words().T, n.s.d.Today()
	switch now, err := norm.New(n.rows).On(x.Code, today); {
	case x.ValidFrom > today:
		return t("settings.norm.ahead")
	case err != nil || now.ID != x.ID:
		return t("settings.norm.past")
	}
	return ""
}

// open shows a norm, with its history when it is not the one in force.
func (n *norms) open(ref data.Ref) bool {
	for _, x := range n.rows {
		if data.RefTo(data.KindNorm, x.ID) == ref {
			n.shown[x.Code] = n.shown[x.Code] || !n.grid.SelectID(ref.ID.String())
			n.lay()
			return n.grid.SelectID(ref.ID.String())
		}
	}
	return ref.ID == (data.ID[data.Any]{})
}
