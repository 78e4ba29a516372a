package projects

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// form is the dialog of a new project.
type form struct {
	s                       *Screen
	form                    *ui.Form
	code, name              *ui.Field
	client, what, lead, pay *ui.Choice
	template                *ui.Choice
	starts, deadline        *ui.DateField
	made                    card.NewClients
}

// create asks for a new project: a name is enough.
func (s *Screen) create() {
	w, d := s.d.Words(), s.d
	f := &form{s: s, made: card.NewClients{}, form: ui.NewForm(), code: ui.NewField(""), name: ui.NewField("")}
	f.client = ui.NewChoice(append(card.Clients(d, false), ui.Option{ID: "none", Label: w.T("projects.client.none")}), s.filter.ClientID.String())
	f.client.Hint = w.T("projects.client.hint")
	f.client.OnCreate = f.made.Make
	f.what = ui.NewChoice(card.Codes(d, "project.kind.", data.ProjectKinds), string(data.ProjectConsulting))
	f.pay = ui.NewChoice(card.Codes(d, "project.billing.", data.Billings), string(data.BillingFixed))
	people := card.People(d, true)
	me, err := d.Read().Me()
	if err != nil {
		d.Fail(err)
	}
	f.lead = ui.NewChoice(people, me.ID.String())
	f.template = ui.NewChoice(templateOptions(d), noTemplate)
	f.starts = card.NewDate(d, card.Workdays(d).OnOrAfter(d.Today()))
	f.deadline = card.NewDate(d, 0)
	f.form.LabelWidth = 130
	f.form.Add("name", w.T("projects.name"), f.name).AddNote("code", w.T("projects.code"), f.code, w.T("projects.code.note")).
		Add("clientId", w.T("projects.client"), f.client).Add("what", w.T("projects.kind"), f.what).Add("billing", w.T("projects.billing"), f.pay).
		AddNote("template", w.T("projects.template"), f.template, w.T("projects.template.why")).Add("startsOn", w.T("projects.start"), f.starts).Add("deadlineOn", w.T("projects.deadline"), f.deadline).
		Add("managerId", w.T("projects.manager"), f.lead)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("projects.new"), Width: 520, Content: f.form, Confirm: w.T("projects.make"),
		OnConfirm: func() error { return card.Submit(d, f.form, f.save) }})
	d.Canvas().Focus(f.name)
}

// save makes the project and opens its card.
func (f *form) save() error {
	p := data.Project{ID: data.NewID[data.Project](), Code: f.code.Value(), Name: f.name.Value(), ClientID: card.ID[data.Client](f.client.ID),
		What: data.ProjectKind(f.what.ID), Billing: data.Billing(f.pay.ID), ManagerID: card.ID[data.Person](f.lead.ID)}
	p.StartsOn, _ = f.starts.Get()
	p.DeadlineOn, _ = f.deadline.Get()
	if err := f.s.d.Do(f.made.With(f.client.ID, command.NewProject{Project: p, Template: card.ID[data.Plan](f.template.ID), Role: f.s.d.Words().T("projects.role.lead")})); err != nil {
		return err
	}
	if !f.s.embedded() {
		f.s.Show(data.RefTo(data.KindProject, p.ID))
	}
	return nil
}
