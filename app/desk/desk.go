package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Command is one action of a user, as package command makes it.
type Command = sqlite.Command

// Desk is what a screen sees of the program.
type Desk interface {
	// Read gives a reader of the committed state. Take a fresh one for each reload.
	Read() *sqlite.Reader
	// Do runs a command. The error is the user's to mend (data.Problems belong
	// to fields) or goes to Fail. After success screens reload by themselves.
	Do(Command) error
	// Undo and Redo move through the steps and say what they did.
	Undo()
	Redo()
	// Open shows a record in the screen it belongs to.
	Open(data.Ref)
	// Embed makes another screen narrowed by a filter, to be shown as a part.
	Embed(screen string, f Filter) Screen
	// Ask shows a question with buttons; the last one is the way out.
	Ask(title, sentence string, buttons ...Answer)
	// Say shows a line at the bottom with one action (empty label = none).
	Say(sentence, action string, do func())
	// Fail tells an error in one calm sentence and writes it to the log.
	Fail(error)
	// Work runs a long job aside with a progress bar and a cancel button; done
	// runs on the window's goroutine.
	Work(title string, job func(ctx context.Context, progress func(share float64)) error, done func(error))
	// Perform runs an action of the window.
	Perform(Deed)
	// Words is the catalogue of the language now shown.
	Words() *text.Words
	// Today is the day on the owner's clock.
	Today() data.Date
	// Canvas is where dialogs and menus are put.
	Canvas() fyne.Canvas
	// OpenFile and SaveFile ask for a path and call back when one was chosen.
	OpenFile(extensions []string, do func(path string))
	SaveFile(name string, do func(path string))
}

// Deed is an action of the window that a screen may offer as a button.
type Deed string

// The deeds of the window.
const (
	DeedSearch    Deed = "search"
	DeedOpenFile  Deed = "file.open"
	DeedNewFile   Deed = "file.new"
	DeedCopyFile  Deed = "file.copy"
	DeedICSExport Deed = "ics.export" // the dialog of the calendar file
	DeedICSImport Deed = "ics.import"
)

// Lister is a desk with a window: it shows the records that refuse a deletion as
// a list, each of which can be opened, above the answers. It tells whether the
// error was such a refusal.
type Lister interface {
	ShowUses(err error, answers ...Answer) bool
}

// Filter narrows an embedded screen; zero ids do not narrow.
type Filter struct {
	ProjectID   data.ID[data.Project]
	ClientID    data.ID[data.Client]
	PersonID    data.ID[data.Person]
	MentoringID data.ID[data.Mentoring]
}

// Answer is one button of a question.
type Answer struct {
	Label   string
	Primary bool
	Do      func()
}

// Screen is one room of the window.
type Screen interface {
	// Content is made once.
	Content() fyne.CanvasObject
	// Kinds are the kinds of records whose change makes the screen stale.
	Kinds() []data.Kind
	// Reload reads again and redraws; selection and scroll stay.
	Reload()
}

// Header is what the top bar shows for a screen.
type Header struct {
	Title    string
	Crumb    string
	ChipRole ui.Role
	Chip     string       // empty = no chip
	Buttons  []*ui.Button // secondary first, the primary one last
}

// Headed is a screen that fills the top bar. The window asks after each reload.
type Headed interface{ Header() Header }

// Opener is a screen that can show one record. It tells whether it knows it.
type Opener interface{ Show(data.Ref) bool }

// Actor is a screen with actions for the palette and the keys.
type Actor interface{ Actions() []Action }

// Action is something that the palette can run. Key is a shortcut of the house:
// "Ctrl+N", "F2"; empty = none.
type Action struct {
	Label string
	Key   string
	Do    func()
}

// Rememberer is a screen whose place (selection, filters, widths) is kept when
// the program ends.
type Rememberer interface {
	Remember() string
	Recall(string)
}

// Focuser is a screen that knows which part takes the keyboard first.
type Focuser interface{ Focus() }

// Dropper is a screen that takes a file which was dropped on the window. It
// tells whether it did; else the window offers to import the file.
type Dropper interface{ Drop(path string) bool }

// Committer is a screen that may hold an open edit; the window asks it to keep
// the edit before it leaves or closes.
type Committer interface{ CommitEdit() }
