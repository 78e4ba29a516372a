package documents

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// showMenu opens a menu below a widget.
func showMenu(d desk.Desk, below fyne.CanvasObject, items []ui.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below).AddXY(0, below.Size().Height+4)
	ui.ShowMenu(d.Canvas(), at, items)
}

// menu is what can be done with the chosen document.
func (s *Screen) menu(int) []ui.MenuItem {
	r := s.chosen()
	if r == nil {
		return nil
	}
	w, ref := s.d.Words(), data.RefTo(data.KindDeliverable, r.ID)
	var items []ui.MenuItem
	if s.part {
		items = append(items, ui.MenuItem{Label: w.T("documents.open"), Shortcut: "Enter", Do: func() { s.d.Open(ref) }}, ui.MenuItem{})
	} else {
		items = append(items, ui.MenuItem{Label: w.T("documents.version.new"), Icon: ui.IconAdd, Do: s.side.newVersion},
			ui.MenuItem{Label: w.T("documents.ask"), Icon: ui.IconUser, Do: s.side.askApproval}, ui.MenuItem{})
	}
	return append(items, card.Menu(s.d, ref, r.Title)...)
}

func (s *Screen) remove() {
	if r := s.chosen(); r != nil {
		card.Delete(s.d, data.RefTo(data.KindDeliverable, r.ID), r.Title)
	}
}

// do runs a command and offers to take it back.
func (x *side) do(c desk.Command, what string) {
	if !card.Do(x.s.d, c) {
		return
	}
	w := x.s.d.Words()
	key, subject := c.Label()
	if what != "" {
		subject = what
	}
	x.s.d.Say(w.F("documents.did", w.Step(key, subject)), w.T("step.undo"), x.s.d.Undo)
}

func (x *side) move(id data.ID[data.Version], to data.VersionStatus) {
	x.do(command.MoveVersion{ID: id, To: to, On: x.s.d.Today(), Name: x.name(id)}, x.row.Title+" — "+x.s.chip(to))
}

// openFile reads the record of a version's file and hands it on.
func (x *side) openFile(v *data.VersionRow, do func(desk.Desk, data.Attachment)) {
	rec, err := x.s.d.Read().Load(data.RefTo(data.KindAttachment, v.AttachmentID))
	if err != nil {
		x.s.d.Fail(err)
		return
	}
	do(x.s.d, rec.(data.Attachment))
}

// takeFile asks for the file of a version.
func (x *side) takeFile(v *data.VersionRow) {
	id := v.ID
	card.PickFile(x.s.d, func(f command.File) { x.do(command.VersionFile{ID: id, File: f}, "") })
}

func (x *side) removeVersion(v *data.VersionRow) {
	card.Delete(x.s.d, data.RefTo(data.KindVersion, v.ID), x.row.Title+" "+v.Label)
}

func (x *side) askApproval() {
	if v := x.version(); v != nil {
		x.askFor(v)
		return
	}
	x.newVersion()
}
