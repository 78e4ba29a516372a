package settings

import (
	"strings"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

func (n *norms) edit(i int, was string, set func(*data.Norm, string)) ui.Editor {
	f := ui.NewField(was)
	f.OnCommit = func(v string) error {
		x := n.lines[i].norm
		set(&x, v)
		return n.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (n *norms) editValue(i int) ui.Editor {
	return n.edit(i, n.lines[i].norm.Value, func(x *data.Norm, v string) { x.Value = strings.Replace(tidy(v), ",", ".", 1) })
}

func (n *norms) editSource(i int) ui.Editor {
	return n.edit(i, n.lines[i].norm.SourceText, func(x *data.Norm, v string) { x.SourceText = v })
}

func (n *norms) editDay(i int, was data.Date, set func(*data.Norm, data.Date)) ui.Editor {
	f := card.NewDate(n.s.d, was)
	f.OnSet = func(v data.Date) error {
		x := n.lines[i].norm
		set(&x, v)
		return n.s.d.Do(command.Put{Record: x})
	}
	return f
}

func (n *norms) editFrom(i int) ui.Editor {
	return n.editDay(i, n.lines[i].norm.ValidFrom, func(x *data.Norm, v data.Date) { x.ValidFrom = v })
}

func (n *norms) editTo(i int) ui.Editor {
	return n.editDay(i, n.lines[i].norm.ValidTo, func(x *data.Norm, v data.Date) { x.ValidTo = v })
}

func (n *norms) buttons() []*ui.Button {
	t := n.s.d.Words().T
	return []*ui.Button{ui.NewButton(ui.Secondary, t("settings.import.file"), n.load), ui.NewButton(ui.Primary, t("settings.norm.new"), func() {
		if i, _ := n.grid.CursorRow(); i >= 0 && i < len(n.lines) && n.lines[i].group == "" {
			n.succeed(n.lines[i].norm)
		} else if len(n.rows) > 0 {
			n.succeed(n.rows[0])
		}
	})}
}

// load takes norms from a file of the columns of the shipped table.
func (n *norms) load() {
	card.PickFile(n.s.d, func(f command.File) {
		x, err := command.ReadNorms(f.Bytes)
		if err != nil {
			n.s.d.Fail(err)
			return
		}
		w := n.s.d.Words()
		p := &preview{s: n.s, title: "settings.norms.preview", columns: []ui.Column{
			{ID: "name", Title: w.T("settings.norm.name"), Width: 220, MinWidth: 120, Flex: true},
			{ID: "value", Title: w.T("field.value"), Width: 76, Right: true},
			{ID: "from", Title: w.T("field.validFrom"), Width: 104},
			{ID: "to", Title: w.T("field.validTo"), Width: 112},
		}, cells: func(r command.FirmRow) []string {
			x, _ := r.Record.(data.Norm)
			return []string{n.name(x), n.value(x), w.Date(x.ValidFrom), w.Date(x.ValidTo)}
		}, all: command.ImportNorms{File: x}}
		p.show()
	})
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
