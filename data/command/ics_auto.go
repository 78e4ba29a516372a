package command

import (
	"path/filepath"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// AutoICS is the setting that holds the path of the calendar file rewritten
// after each change; empty = off.
const AutoICS = "ics.auto"

// SetAutoICS turns the automatic calendar file on (a full path of an .ics) or
// off (empty).
type SetAutoICS struct{ Path string }

// Label is "command.set".
func (SetAutoICS) Label() (string, string) { return "command.set", "" }

// Run refuses a path that is not full or does not end in .ics.
func (c SetAutoICS) Run(tx *sqlite.Tx) error {
	if c.Path != "" && (!filepath.IsAbs(c.Path) || filepath.Ext(c.Path) != ".ics") {
		return data.Problems{{Code: "icsPath", Args: []string{c.Path}}}
	}
	return (Set{AutoICS, c.Path}).Run(tx)
}

// fileWords are the words of the language of the file.
func fileWords(r *sqlite.Reader) *text.Words {
	return text.For(text.LangOf(r.Setting("language", r.Setting(templateLang, ""))))
}

// AutoCalendar is the calendar that is rewritten after each change: all that is
// mine, in a feed of its own. It speaks the language of the file, whoever makes
// the change: that of its settings, else that of its shipped records. In another
// language every item would be told as changed.
func AutoCalendar(r *sqlite.Reader) ical.Options {
	w := fileWords(r)
	return ical.Options{Lang: w.Lang(), Audience: ical.ForMe, Auto: true, CalName: w.T("app.name")}
}
