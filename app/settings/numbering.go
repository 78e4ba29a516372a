package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// numbering is the table of rules by which papers are numbered, each with the
// number that the next paper gets.
type numbering struct {
	s     *Screen
	rows  []data.Numbering // one a paper; without an id where there is no rule
	typed map[int]string   // patterns that are being typed, by row
	grid  *ui.Grid
	all   fyne.CanvasObject
}

//text:prefix trip.paper.

func newNumbering(s *Screen) page {
	n := &numbering{s: s, typed: map[int]string{}}
	t := s.d.Words().T
	n.grid = ui.NewGrid([]ui.Column{
		{ID: "paper", Title: t("settings.number.paper"), Width: 260, MinWidth: 180, Flex: true},
		{ID: "pattern", Title: t("field.pattern"), Width: 170, Editor: n.editPattern},
		{ID: "first", Title: t("field.first"), Width: 120, Right: true, Editor: n.editFirst},
		{ID: "yearly", Title: t("settings.number.yearly"), Width: 150},
		{ID: "next", Title: t("settings.number.next"), Width: 190},
	}, func() int { return len(n.rows) }, n.fill)
	n.grid.Calm = true
	n.grid.OnCheck = func(i int, _ string, on bool) { n.yearly(i, on) }
	n.grid.OnMenu = func(i int) []ui.MenuItem {
		if n.rows[i].ID.IsZero() {
			return nil
		}
		return card.Menu(s.d, n.ref(i), n.paper(i))
	}
	n.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 && !n.rows[rows[0]].ID.IsZero() {
			card.Delete(s.d, n.ref(rows[0]), n.paper(rows[0]))
		}
	}
	n.all = ui.Down(12, ui.Own(ui.NewNote(s.d.Words().F("settings.number.note", "{n}", "{nn}", "{nnn}", "{yy}", "{yyyy}"))), ui.Flex(1, ui.NewCard("", "", n.grid)))
	return n
}

func (n *numbering) content() fyne.CanvasObject { return n.all }

func (n *numbering) ref(i int) data.Ref { return data.RefTo(data.KindNumbering, n.rows[i].ID) }

func (n *numbering) paper(i int) string {
	return n.s.d.Words().T("trip.paper." + string(n.rows[i].Code))
}

func (n *numbering) reload() {
	n.rows = n.rows[:0]
	for _, k := range data.PaperKinds {
		x, ok, err := n.s.d.Read().Numbering(k)
		if err != nil {
			n.s.d.Fail(err)
			return
		}
		if !ok {
			x = data.Numbering{Code: k}
		}
		n.rows = append(n.rows, x)
	}
	clear(n.typed)
	n.grid.Reload()
}

func (n *numbering) fill(i int, r *ui.Row) {
	w, x := n.s.d.Words(), n.rows[i]
	r.ID = string(x.Code)
	r.Cells[0].Text = n.paper(i)
	if x.ID.IsZero() {
		r.Cells[1].Text, r.Cells[1].Role = w.T("settings.number.none"), ui.Muted
	} else {
		r.Cells[1].Text, r.Cells[2].Text = x.Pattern, strconv.FormatInt(x.First, 10)
		r.Cells[3].Check, r.Cells[3].On, r.Cells[3].Text = true, x.Yearly, w.T("settings.number.everyyear")
	}
	r.Cells[4].Text, r.Cells[4].Role = n.next(i)
}

// next says which number the next paper gets; while a pattern is typed, by it.
func (n *numbering) next(i int) (string, ui.Role) {
	w, x := n.s.d.Words(), n.rows[i]
	number, seq, err := command.NextNumber(n.s.d.Read(), x.Code, n.s.d.Today())
	if err != nil {
		n.s.d.Fail(err)
	}
	if pattern, open := n.typed[i]; open && n.grid.Editing() {
		ok := false
		if number, ok = (data.Numbering{Pattern: pattern}).Print(max(seq, 1), n.s.d.Today().Year()); !ok {
			return w.T("settings.number.wrong"), ui.Risk
		}
	}
	if number == "" {
		return "", ui.Plain
	}
	return w.F("settings.number.is", number), ui.Plain
}

// put keeps a rule; one that was not there begins with 1.
func (n *numbering) put(x data.Numbering) error {
	if x.ID.IsZero() {
		x.ID, x.First = data.NumberingID(x.Code), max(x.First, 1)
	}
	return n.s.d.Do(command.Put{Record: x})
}

func (n *numbering) yearly(i int, on bool) {
	x := n.rows[i]
	x.Yearly = on
	if err := n.put(x); err != nil {
		n.s.d.Fail(err)
	}
}

// editPattern shows the next number while the pattern is typed.
func (n *numbering) editPattern(i int) ui.Editor {
	f := ui.NewField(n.rows[i].Pattern)
	f.OnChanged = func(v string) { n.typed[i] = strings.TrimSpace(v); n.grid.Refresh() }
	f.OnCancel = func() { delete(n.typed, i); n.grid.Refresh() }
	f.OnCommit = func(v string) error {
		x := n.rows[i]
		x.Pattern = strings.TrimSpace(v)
		return n.put(x)
	}
	return f
}

func (n *numbering) editFirst(i int) ui.Editor {
	if n.rows[i].ID.IsZero() {
		return nil
	}
	f := ui.NewNumberField(int(n.rows[i].First), 1, 1_000_000)
	f.OnSet = func(v int) error { x := n.rows[i]; x.First = int64(v); return n.put(x) }
	return f
}

// open shows the rule of a paper.
func (n *numbering) open(ref data.Ref) bool {
	for i, x := range n.rows {
		if data.RefTo(data.KindNumbering, data.NumberingID(x.Code)) == ref {
			n.grid.Select(i)
		}
	}
	return true
}
