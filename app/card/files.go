package card

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// Files is the card of the files that belong to a record: name, size, day of
// each. Enter opens one, Delete removes it, the menu saves a copy.
type Files struct {
	d     desk.Desk
	owner data.Ref
	rows  []data.Attachment
	List  *ui.List
	card  *ui.Card
}

// NewFiles makes the card of a record's files; a zero owner has none.
func NewFiles(d desk.Desk, owner data.Ref) *Files {
	f := &Files{d: d, owner: owner}
	w := d.Words()
	f.List = ui.NewList(func() int { return len(f.rows) }, f.fill)
	f.List.Full = true
	f.List.OnOpen = func(i int) { OpenAttachment(d, f.rows[i]) }
	f.List.OnMenu = f.menu
	f.List.OnDelete = func(i int) { f.remove(f.rows[i]) }
	f.List.Empty = ui.NewEmpty(w.T("card.files.empty"), ui.NewButton(ui.Secondary, w.T("card.files.add"), f.Add))
	f.card = ui.NewCard(w.T("card.files"), "", f.List)
	f.card.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconAttach, w.T("card.files.add"), f.Add)}
	f.Reload()
	return f
}

// Content is the card.
func (f *Files) Content() fyne.CanvasObject { return f.card }

// Len is the number of files.
func (f *Files) Len() int { return len(f.rows) }

// Show lists the files of another record.
func (f *Files) Show(owner data.Ref) {
	f.owner = owner
	f.Reload()
}

// Reload reads the list again.
func (f *Files) Reload() {
	f.rows = nil
	if !f.owner.IsZero() {
		rows, err := f.d.Read().Attachments(f.owner)
		if err != nil {
			f.d.Fail(err)
		}
		f.rows = rows
	}
	f.List.Reload()
	f.card.Refresh()
}

func (f *Files) fill(i int, r *ui.ListRow) {
	a, w := f.rows[i], f.d.Words()
	r.ID, r.Title, r.TitleLines, r.Icon = a.ID.String(), a.Name, 2, ui.IconAttach
	r.Note = w.FileSize(a.Size) + " · " + w.Date(a.AddedOn)
}

func (f *Files) menu(i int) []ui.MenuItem {
	a, w := f.rows[i], f.d.Words()
	return []ui.MenuItem{
		{Label: w.T("card.files.open"), Shortcut: "Enter", Do: func() { OpenAttachment(f.d, a) }},
		{Label: w.T("card.files.save"), Icon: ui.IconExport, Do: func() { SaveAttachment(f.d, a) }},
		{},
		{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { f.remove(a) }},
	}
}

// Add asks for a file and takes it in.
func (f *Files) Add() {
	owner := f.owner
	if owner.IsZero() {
		return
	}
	PickFile(f.d, func(x command.File) {
		if Do(f.d, command.Attach{Owner: owner, File: x}) {
			f.d.Say(f.d.Words().F("files.added", x.Name), f.d.Words().T("step.undo"), f.d.Undo)
			f.Reload()
		}
	})
}

func (f *Files) remove(a data.Attachment) {
	Delete(f.d, data.RefTo(data.KindAttachment, a.ID), a.Name)
	f.Reload()
}

// PickFile asks for a file of the disk and takes it.
func PickFile(d desk.Desk, do func(command.File)) {
	d.OpenFile(nil, func(path string) { TakeFile(d, path, do) })
}

// TakeFile reads a file of the disk, a large one aside. A file above the limit
// is refused before it is read.
func TakeFile(d desk.Desk, path string, do func(command.File)) {
	size, err := fileSize(path)
	if err != nil {
		d.Fail(err)
		return
	}
	if size <= readAtOnce {
		x, err := readFile(path)
		taken(d, x, err, do)
		return
	}
	var x command.File
	d.Work(d.Words().T("files.reading"), readAside(path, &x), func(err error) { taken(d, x, err, do) })
}

func taken(d desk.Desk, x command.File, err error, do func(command.File)) {
	switch {
	case errors.Is(err, context.Canceled):
	case err != nil:
		d.Fail(err)
	default:
		do(x)
	}
}

// OpenAttachment writes a read-only copy into a new temporary folder and opens
// it with the program that the system has for it. The file inside stays as it
// is, whatever happens to the copy.
func OpenAttachment(d desk.Desk, a data.Attachment) {
	b, ok := bytesOf(d, a)
	if !ok {
		return
	}
	path, err := tempCopy(a.Name, b)
	if err == nil {
		err = OpenPath(path)
	}
	if err != nil {
		d.Fail(err)
	}
}

// SaveAttachment writes a copy where the user wants it; it never writes over a
// file that is there.
func SaveAttachment(d desk.Desk, a data.Attachment) {
	d.SaveFile(data.SafeName(a.Name), func(path string) {
		b, ok := bytesOf(d, a)
		if !ok {
			return
		}
		if err := writeNew(path, b, 0o644); err != nil {
			d.Fail(err)
			return
		}
		d.Say(d.Words().F("files.saved", path), "", nil)
	})
}

// bytesOf reads a file and says when it is not what was taken in.
func bytesOf(d desk.Desk, a data.Attachment) ([]byte, bool) {
	b, err := d.Read().Blob(a.Sha256)
	switch {
	case errors.Is(err, data.ErrDamaged):
		d.Ask(a.Name, d.Words().T("card.files.changed"), desk.Answer{Label: d.Words().T("app.close")})
	case err != nil:
		d.Fail(err)
	}
	return b, err == nil
}
