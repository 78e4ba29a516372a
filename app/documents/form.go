package documents

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// create asks for a new document: a title is enough.
func (s *Screen) create() {
	d, t := s.d, s.d.Words().T
	title := ui.NewField("")
	kind := ui.NewChoice(s.kinds(""), "")
	kind.OnCreate = s.ownKind
	project := ui.NewChoice(card.Projects(d, true), s.projectHere())
	task := ui.NewChoice(s.tasks(card.ID[data.Project](project.ID)), "")
	project.OnSelect = func(o ui.Option) error {
		task.SetOptions(s.tasks(card.ID[data.Project](o.ID)))
		task.Set("")
		return nil
	}
	me := ""
	if p, err := d.Read().Me(); err == nil {
		me = p.ID.String()
	}
	author := ui.NewChoice(card.People(d, true), me)
	due := card.NewDate(d, 0)
	profile := ui.NewChoice(s.profiles(), "")
	form := ui.NewForm().Add("title", t("documents.field.title"), title).Add("what", t("documents.field.kind"), kind).
		Add("projectId", t("documents.field.project"), project).Add("taskId", t("documents.field.task"), task).
		Add("authorId", t("documents.field.author"), author).Add("dueOn", t("documents.field.due"), due).Add("profile", t("documents.field.profile"), profile)
	keep := func() error {
		day, err := due.Get()
		if err != nil {
			return err
		}
		x := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: title.Text, What: kind.ID, ProjectID: card.ID[data.Project](project.ID),
			TaskID: card.ID[data.Task](task.ID), AuthorID: card.ID[data.Person](author.ID), DueOn: day, Profile: data.Profile(profile.ID)}
		if err := d.Do(command.Put{Record: x}); err != nil {
			return err
		}
		s.after(x.ID)
		return nil
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("documents.new"), Content: form, Width: 540, Confirm: t("documents.create"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(title)
}

// projectHere is the project of the register, else that of the chosen document.
func (s *Screen) projectHere() string {
	if !s.narrow.ProjectID.IsZero() {
		return s.narrow.ProjectID.String()
	}
	if r := s.chosen(); r != nil {
		return r.ProjectID.String()
	}
	return ""
}

// after shows the document that was made, though it may not be told of yet.
func (s *Screen) after(id data.ID[data.Deliverable]) {
	s.Reload()
	s.Show(data.RefTo(data.KindDeliverable, id))
}

// newVersion asks for the next version: the label is proposed, the file may come
// with it.
func (x *side) newVersion() {
	if x.row == nil {
		return
	}
	d, t, id := x.s.d, x.s.d.Words().T, x.row.ID
	last := ""
	if len(x.versions) > 0 {
		last = x.versions[0].Label
	}
	label := ui.NewField(data.NextLabel(last))
	changes := ui.NewArea("", 3)
	var file *command.File
	chosen := ui.NewNote(t("documents.file.none"))
	pick := ui.NewButton(ui.Secondary, t("documents.file.pick"), nil)
	pick.Icon, pick.Small = ui.IconAttach, true
	pick.OnTapped = func() {
		card.PickFile(d, func(f command.File) {
			file = &f
			chosen.Set(f.Name + " · " + d.Words().FileSize(int64(len(f.Bytes))))
			d.Canvas().Focus(label)
		})
	}
	form := ui.NewForm().Add("label", t("documents.label"), label).Add("changes", t("documents.changes"), changes).
		Add("file", t("documents.file"), ui.Across(10, ui.Own(pick), ui.Flex(1, chosen)))
	keep := func() error {
		v := data.Version{ID: data.NewID[data.Version](), DeliverableID: id, Label: label.Text, Changes: changes.Text}
		if err := d.Do(command.AddVersion{Version: v, File: file}); err != nil {
			return err
		}
		x.life.chosen = v.ID
		x.s.after(id)
		return nil
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("documents.version.new"), Content: form, Width: 540, Confirm: t("documents.create"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(label)
}

// askFor asks for one more signature on a version.
func (x *side) askFor(v *data.VersionRow) {
	d, w, version := x.s.d, x.s.d.Words(), v.ID
	who := ui.NewChoice(x.signers(), "")
	role := ui.NewChoice(card.Codes(d, "approval.role.", data.ApprovalRoles), string(data.RoleAgrees))
	due := card.NewDate(d, card.Workdays(d).AddDays(d.Today(), 3))
	form := ui.NewForm().Add("personId", w.T("documents.who"), who).Add("role", w.T("documents.role"), role).Add("dueOn", w.T("documents.field.due"), due)
	keep := func() error {
		day, err := due.Get()
		if err != nil {
			return err
		}
		a := data.Approval{VersionID: version, Role: data.ApprovalRole(role.ID), DueOn: day}
		a.PersonID, a.ContactID = signer(who.ID)
		if err := d.Do(command.AskApproval{Approval: a, Name: who.Chosen().Label}); err != nil {
			return err
		}
		x.s.Reload()
		return nil
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("documents.ask.title", v.Label), Content: form, Width: 500, Confirm: w.T("documents.ask.ok"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(who)
}

// The first letter of a signer's option says who it is.
const person, contact = "p", "c"

// signers are the firm's people and the contacts of the document's client.
func (x *side) signers() []ui.Option {
	var out []ui.Option
	for _, o := range card.People(x.s.d, false) {
		out = append(out, ui.Option{ID: person + o.ID, Label: o.Label, Note: o.Note})
	}
	if x.row.ClientID.IsZero() {
		return out
	}
	for _, o := range card.Contacts(x.s.d, x.row.ClientID, false) {
		note := o.Note
		if note == "" {
			note = x.row.Client
		}
		out = append(out, ui.Option{ID: contact + o.ID, Label: data.ShortName(o.Label), Note: note})
	}
	return out
}

// signer reads the id of a signer's option.
func signer(id string) (p data.ID[data.Person], c data.ID[data.Contact]) {
	switch {
	case len(id) < 2:
	case id[:1] == person:
		p = card.ID[data.Person](id[1:])
	default:
		c = card.ID[data.Contact](id[1:])
	}
	return p, c
}

// decide asks for the answer to a signature, its day and words.
func (x *side) decide(a *data.ApprovalRow) {
	if a == nil {
		return
	}
	d, w, id := x.s.d, x.s.d.Words(), a.ID
	var options []ui.Option
	for _, to := range a.Role.Answers() {
		options = append(options, ui.Option{ID: string(to), Label: w.Code(to)})
	}
	on, now := a.DecidedOn, a.Decision
	if now == data.DecisionPending {
		on, now = d.Today(), a.Role.Answers()[0]
	} else {
		options = append(options, ui.Option{ID: string(data.DecisionPending), Label: w.Code(data.DecisionPending)})
	}
	answer := ui.NewChoice(options, string(now))
	day := card.NewDate(d, on)
	comment := ui.NewArea(a.Comment, 3)
	form := ui.NewForm().Add("decision", w.T("documents.answer"), answer).Add("decidedOn", w.T("documents.answer.day"), day).
		Add("comment", w.T("documents.comment"), comment)
	document := x.name(a.VersionID)
	keep := func() error {
		when, err := day.Get()
		if err != nil {
			return err
		}
		return d.Do(command.Decide{ID: id, Decision: data.Decision(answer.ID), On: when, Comment: comment.Text, Name: document})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("documents.answer.title", x.s.name(a.Name, a.Mine)), Content: form, Width: 500,
		Confirm: w.T("documents.answer.ok"), OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(answer)
}

// nextRound asks for the term of another round.
func (x *side) nextRound() {
	v := x.version()
	if v == nil {
		return
	}
	d, w, id, document := x.s.d, x.s.d.Words(), v.ID, x.name(v.ID)
	due := card.NewDate(d, card.Workdays(d).AddDays(d.Today(), 3))
	form := ui.NewForm().AddNote("dueOn", w.T("documents.field.due"), due, w.T("documents.round.note"))
	keep := func() error {
		day, err := due.Get()
		if err != nil {
			return err
		}
		return d.Do(command.NextRound{VersionID: id, DueOn: day, Name: document})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("documents.round.title", v.Label), Content: form, Confirm: w.T("documents.round.next"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
}
