package settings

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// norms is the table of dated norms with their source.
type norms struct {
	s    *Screen
	rows []data.Norm
	grid *ui.Grid
	all  fyne.CanvasObject
}

//text:prefix norm.
//text:prefix unit.norm.

func newNorms(s *Screen) page {
	n := &norms{s: s}
	t := s.d.Words().T
	n.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: t("settings.norm.name"), Width: 330, Flex: true, MinWidth: 290},
		{ID: "value", Title: t("field.value"), Width: 80, Right: true, Editor: n.editValue},
		{ID: "unit", Title: t("field.unit"), Width: 98},
		{ID: "from", Title: t("field.validFrom"), Width: 108, Editor: n.editFrom},
		{ID: "to", Title: t("field.validTo"), Width: 114, Editor: n.editTo},
		{ID: "source", Title: t("field.sourceText"), Width: 170, MinWidth: 120, Drop: 1, Editor: n.editSource},
	}, func() int { return len(n.rows) }, n.fill)
	n.grid.OnMenu = func(i int) []ui.MenuItem {
		return append([]ui.MenuItem{{Label: t("settings.norm.new"), Do: func() { n.succeed(n.rows[i]) }}}, card.Menu(s.d, data.RefTo(data.KindNorm, n.rows[i].ID), n.name(n.rows[i]))...)
	}
	n.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, data.RefTo(data.KindNorm, n.rows[rows[0]].ID), n.name(n.rows[rows[0]]))
		}
	}
	n.all = ui.Down(12, ui.Own(ui.NewNote(t("settings.norms.note"))), ui.Flex(1, ui.NewCard("", "", n.grid)))
	return n
}

func (n *norms) content() fyne.CanvasObject { return n.all }

func (n *norms) reload() {
	rows, err := n.s.d.Read().Norms()
	if err != nil {
		n.s.d.Fail(err)
		return
	}
	n.rows = rows
	n.grid.Reload()
}

func (n *norms) name(x data.Norm) string { return n.s.d.Words().T("norm." + x.Code) }

func (n *norms) fill(i int, r *ui.Row) {
	w := n.s.d.Words()
	x := n.rows[i]
	v, err := data.ParseThousandths(x.Value)
	r.ID = x.ID.String()
	r.Cells[0].Text = n.name(x)
	r.Cells[1].Text = x.Value
	if err == nil {
		r.Cells[1].Text = w.Decimal(v)
	}
	r.Cells[2].Text = w.T("unit.norm." + x.Unit)
	r.Cells[3].Text, r.Cells[4].Text = w.Date(x.ValidFrom), w.Date(x.ValidTo)
	r.Cells[5].Text, r.Cells[5].Role = x.SourceText, ui.Muted
	today := n.s.d.Today()
	r.Faint = x.ValidFrom > today || !x.ValidTo.IsZero() && x.ValidTo < today
}

func (n *norms) edit(i int, was string, set func(*data.Norm, string)) ui.Editor {
	f := ui.NewField(was)
	f.OnCommit = func(v string) error {
		x := n.rows[i]
		set(&x, v)
		return n.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (n *norms) editValue(i int) ui.Editor {
	return n.edit(i, n.rows[i].Value, func(x *data.Norm, v string) { x.Value = v })
}

func (n *norms) editSource(i int) ui.Editor {
	return n.edit(i, n.rows[i].SourceText, func(x *data.Norm, v string) { x.SourceText = v })
}

func (n *norms) editDay(i int, was data.Date, set func(*data.Norm, data.Date)) ui.Editor {
	f := card.NewDate(n.s.d, was)
	f.OnSet = func(v data.Date) error {
		x := n.rows[i]
		set(&x, v)
		return n.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (n *norms) editFrom(i int) ui.Editor {
	return n.editDay(i, n.rows[i].ValidFrom, func(x *data.Norm, v data.Date) { x.ValidFrom = v })
}

func (n *norms) editTo(i int) ui.Editor {
	return n.editDay(i, n.rows[i].ValidTo, func(x *data.Norm, v data.Date) { x.ValidTo = v })
}

func (n *norms) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, n.s.d.Words().T("settings.norm.new"), func() {
		if i, _ := n.grid.CursorRow(); i >= 0 && i < len(n.rows) {
			n.succeed(n.rows[i])
		} else if len(n.rows) > 0 {
			n.succeed(n.rows[0])
		}
	})}
}

// succeed asks from when which value holds, ends the old row the day before and
// adds the new one: papers of earlier days keep the old value.
func (n *norms) succeed(old data.Norm) {
	d := n.s.d
	w := d.Words()
	which := ui.NewChoice(n.codes(), old.Code)
	value, from, source := ui.NewField(""), card.NewDate(d, 0), ui.NewField("")
	form := ui.NewForm().Add("code", w.T("settings.norm.name"), which).Add("value", w.T("field.value"), value).
		Add("validFrom", w.T("field.validFrom"), from).Add("sourceText", w.T("field.sourceText"), source)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.norm.new"), Content: form, Confirm: w.T("settings.add"), Width: 560, OnConfirm: submit(d, form, func() error {
		day, err := from.Get()
		if err != nil {
			return err
		}
		return d.Do(command.SucceedNorm{Code: which.ID, Value: value.Text, From: day, Source: source.Text})
	})})
}

func (n *norms) codes() []ui.Option {
	var out []ui.Option
	seen := map[string]bool{}
	for _, x := range n.rows {
		if !seen[x.Code] {
			seen[x.Code] = true
			out = append(out, ui.Option{ID: x.Code, Label: n.name(x)})
		}
	}
	return out
}
