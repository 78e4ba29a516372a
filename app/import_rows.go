package app

import (
	"strconv"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/text"
)

// importRows are the lines of a preview: what is refused and what is lost stand
// first, then what changes, what is added, what is the same.
func importRows(w *text.Words, p command.ImportPreview) (out []ui.ListRow) {
	section := func(key string, rows []ui.ListRow) {
		if len(rows) > 0 {
			out = append(out, ui.ListRow{Title: w.T(key), Right: w.Number(int64(len(rows))), Head: true})
			out = append(out, rows...)
		}
	}
	rows := map[command.ImportAction][]ui.ListRow{}
	for _, r := range p.Rows {
		rows[r.Action] = append(rows[r.Action], importRow(w, r))
	}
	section("importing.head.refused", rows[command.ImportRefused])
	section("importing.head.notes", noteRows(w, p.Notes))
	section("importing.head.changed", rows[command.ImportChanged])
	section("importing.head.added", rows[command.ImportAdded])
	section("importing.head.same", rows[command.ImportSame])
	return out
}

//text:prefix import.action.

var actionRoles = map[command.ImportAction]ui.Role{command.ImportAdded: ui.Done, command.ImportChanged: ui.Go, command.ImportSame: ui.Planned, command.ImportRefused: ui.Late}

// importRow is a record with its place in the file and why it is refused.
func importRow(w *text.Words, x command.ImportRow) ui.ListRow {
	r := ui.ListRow{Title: x.Name, Note: text.Title(w.Code(x.Kind)), ChipWord: w.T("import.action." + string(x.Action)), ChipRole: actionRoles[x.Action],
		NoteLines: 3, TitleLines: 2, Right: w.Date(x.Day)}
	if r.Title == "" {
		r.Title = r.Note
	}
	if why := placed(w, x.Line, x.Column, x.Reason); why != "" {
		r.Note += " · " + why
	}
	return r
}

// placed is a problem with its line and column.
func placed(w *text.Words, line int, column string, what data.Problem) string {
	if what.Code == "" {
		return ""
	}
	s := w.Problem(what)
	switch {
	case line > 0 && column != "":
		return w.F("import.place", strconv.Itoa(line), column, s)
	case line > 0:
		return w.F("import.line", strconv.Itoa(line), s)
	case column != "":
		return w.F("exchange.element", column, s)
	}
	return s
}

// noteRows are what an exchange loses or takes otherwise: the record, and what
// becomes of it.
func noteRows(w *text.Words, notes []command.ImportNote) []ui.ListRow {
	out := make([]ui.ListRow, len(notes))
	for i, n := range notes {
		out[i] = ui.ListRow{Title: n.Name, Note: placed(w, n.Line, "", n.What), NoteLines: 4, TitleLines: 2}
		if n.Name == "" {
			out[i].Title = w.T("importing.whole")
		}
	}
	return out
}

// faultRows are why an MS Project file is refused, a row a fault.
func faultRows(w *text.Words, faults mspdi.Faults) []ui.ListRow {
	out := make([]ui.ListRow, len(faults))
	for i, f := range faults {
		title := f.Element
		if title != "" && f.UID >= 0 {
			title += " UID " + strconv.Itoa(f.UID)
		}
		if title == "" {
			title = w.T("importing.whole")
		}
		out[i] = ui.ListRow{Title: title, Note: w.Problem(f.Problem()), NoteLines: 3}
		if f.Line > 0 {
			out[i].Right = w.F("ics.line", strconv.Itoa(f.Line))
		}
	}
	return out
}

// listOf shows rows that are only read.
func listOf(rows *[]ui.ListRow, empty string) *ui.List {
	l := ui.NewList(func() int { return len(*rows) }, func(i int, r *ui.ListRow) { *r = (*rows)[i] })
	l.Empty = ui.NewEmpty(empty, nil)
	return l
}
