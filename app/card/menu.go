package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// Do runs a command and tells what went wrong; it tells whether it was done.
func Do(d desk.Desk, c desk.Command) bool {
	if err := d.Do(c); err != nil {
		d.Fail(err)
		return false
	}
	return true
}

// Delete removes a record at once and offers to take it back; one that others
// point to is offered to the archive instead.
func Delete(d desk.Desk, ref data.Ref, name string) {
	w := d.Words()
	err := d.Do(command.Delete{Ref: ref, Name: name})
	if err == nil {
		d.Say(w.F("card.deleted", name), w.T("step.undo"), d.Undo)
		return
	}
	if _, used := inUse(err); !used || !command.Archivable(ref.Kind) {
		d.Fail(err)
		return
	}
	answers := []desk.Answer{{Label: w.T("card.archive"), Primary: true, Do: func() { Archive(d, ref, name) }}, {Label: w.T("app.cancel")}}
	if l, ok := d.(desk.Lister); ok && l.ShowUses(err, answers...) {
		return
	}
	d.Ask(w.T("card.inuse"), w.Error(err), answers...)
}

// Archive puts a record away and offers to take it back.
func Archive(d desk.Desk, ref data.Ref, name string) {
	if Do(d, command.Archive{Ref: ref, Name: name, On: d.Today()}) {
		d.Say(d.Words().F("card.archived", name), d.Words().T("step.undo"), d.Undo)
	}
}

// Unarchive brings a record back from the archive and offers to take that back.
func Unarchive(d desk.Desk, ref data.Ref, name string) {
	if Do(d, command.Archive{Ref: ref, Name: name}) {
		d.Say(d.Words().F("card.unarchived", name), d.Words().T("step.undo"), d.Undo)
	}
}

// Menu is what can be done with any record: history, archive or the way back
// from it, delete.
func Menu(d desk.Desk, ref data.Ref, name string) []ui.MenuItem {
	w := d.Words()
	items := []ui.MenuItem{{Label: w.T("card.history"), Do: func() { ShowHistory(d, ref, name) }}, {}}
	switch {
	case d.Read().Archived(ref):
		items = append(items, ui.MenuItem{Label: w.T("card.unarchive"), Icon: ui.IconUndo, Do: func() { Unarchive(d, ref, name) }})
	case command.Archivable(ref.Kind):
		items = append(items, ui.MenuItem{Label: w.T("card.archive"), Icon: ui.IconArchive, Do: func() { Archive(d, ref, name) }})
	}
	return append(items, ui.MenuItem{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { Delete(d, ref, name) }})
}
