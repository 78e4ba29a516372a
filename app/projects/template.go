package projects

import (
	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// noTemplate is the choice of an empty plan.
const noTemplate = "none"

// templateOptions are the shipped templates, the own ones, and none, each with
// how much work stands in it.
func templateOptions(d desk.Desk) []ui.Option {
	w := d.Words()
	rows, err := d.Read().TemplateRows()
	if err != nil {
		d.Fail(err)
	}
	var out, own []ui.Option
	for _, t := range rows {
		o := ui.Option{ID: t.ID.String(), Label: t.Name, Note: text.Join(w.N("projects.template.tasks", t.Tasks), w.Hours(t.Effort))}
		if command.IsShippedTemplate(t.ID) {
			out = append(out, o)
		} else {
			own = append(own, o)
		}
	}
	return append(append(out, own...), ui.Option{ID: noTemplate, Label: w.T("projects.template.none")})
}

// saveTemplate asks for the name of a template and makes it of a plan.
func saveTemplate(d desk.Desk, p data.Project, plan data.ID[data.Plan]) {
	w := d.Words()
	name := ui.NewField(p.Name)
	people := ui.NewCheck(w.T("projects.template.people"), false, nil)
	form := ui.NewForm().AddNote("name", w.T("projects.name"), name, w.T("projects.template.note")).Add("people", w.T("projects.template.who"), people)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("projects.template.save.title"), Width: 520, Content: form, Confirm: w.T("app.save"), OnConfirm: func() error {
		return card.Submit(d, form, func() error {
			err := d.Do(command.SaveTemplate{From: plan, Name: name.Value(), People: people.On})
			if err == nil {
				d.Say(w.F("projects.template.saved", name.Value()), w.T("step.undo"), d.Undo)
			}
			return err
		})
	}})
	d.Canvas().Focus(name)
}
