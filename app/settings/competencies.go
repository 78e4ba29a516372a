package settings

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// competencies is the list of what trainees learn.
type competencies struct {
	s    *Screen
	rows []data.Competency
	grid *ui.Grid
	card *ui.Card
}

func newCompetencies(s *Screen) page {
	c := &competencies{s: s}
	t := s.d.Words().T
	c.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: t("field.name"), Width: 320, Flex: true, Editor: c.editName},
		{ID: "area", Title: t("field.area"), Width: 220, Editor: c.editArea},
		{ID: "scale", Title: t("field.scale"), Width: 90, Right: true, Editor: c.editScale},
	}, func() int { return len(c.rows) }, c.fill)
	c.grid.Empty = ui.NewEmpty(t("settings.competencies.empty"), ui.NewButton(ui.Primary, t("settings.competency.add"), c.add))
	c.grid.OnMenu = func(i int) []ui.MenuItem {
		return card.Menu(s.d, data.RefTo(data.KindCompetency, c.rows[i].ID), c.rows[i].Name)
	}
	c.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, data.RefTo(data.KindCompetency, c.rows[rows[0]].ID), c.rows[rows[0]].Name)
		}
	}
	c.card = ui.NewCard("", "", c.grid)
	return c
}

func (c *competencies) content() fyne.CanvasObject { return c.card }

func (c *competencies) reload() {
	rows, err := c.s.d.Read().Competencies(false)
	if err != nil {
		c.s.d.Fail(err)
		return
	}
	c.rows = rows
	c.grid.Reload()
}

func (c *competencies) fill(i int, r *ui.Row) {
	x := c.rows[i]
	r.ID = x.ID.String()
	r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text = x.Name, x.Area, strconv.Itoa(x.Scale)
}

func (c *competencies) editName(i int) ui.Editor {
	return c.text(i, c.rows[i].Name, func(x *data.Competency, v string) { x.Name = v })
}

func (c *competencies) editArea(i int) ui.Editor {
	return c.text(i, c.rows[i].Area, func(x *data.Competency, v string) { x.Area = v })
}

func (c *competencies) text(i int, was string, set func(*data.Competency, string)) ui.Editor {
	f := ui.NewField(was)
	f.OnCommit = func(v string) error {
		x := c.rows[i]
		set(&x, v)
		return c.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (c *competencies) editScale(i int) ui.Editor {
	f := ui.NewNumberField(c.rows[i].Scale, 2, 10)
	f.OnSet = func(v int) error {
		x := c.rows[i]
		x.Scale = v
		return c.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (c *competencies) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, c.s.d.Words().T("settings.competency.add"), c.add)}
}

func (c *competencies) add() {
	d := c.s.d
	w := d.Words()
	name, area, scale := ui.NewField(""), ui.NewField(""), ui.NewNumberField(5, 2, 10)
	form := ui.NewForm().Add("name", w.T("field.name"), name).Add("area", w.T("field.area"), area).Add("scale", w.T("field.scale"), scale)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("settings.competency.add"), Content: form, Confirm: w.T("settings.add"), OnConfirm: submit(d, form, func() error {
		n, err := scale.Get()
		if err != nil {
			return err
		}
		return d.Do(command.Put{Record: data.Competency{ID: data.NewID[data.Competency](), Name: name.Text, Area: area.Text, Scale: n}})
	})})
}
