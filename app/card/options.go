package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/workday"
)

// Workdays is the owner's calendar.
func Workdays(d desk.Desk) *workday.Calendar {
	cal, err := command.Workdays(d.Read())
	if err != nil {
		d.Fail(err)
	}
	return cal
}

// None is the option that takes a choice away.
var None = ui.Option{ID: "", Label: "—"}

// Codes are the options of an enumeration, worded by prefix + code.
func Codes[S ~string](d desk.Desk, prefix string, codes []S) []ui.Option {
	out := make([]ui.Option, len(codes))
	for i, c := range codes {
		out[i] = ui.Option{ID: string(c), Label: d.Words().T(prefix + string(c))}
	}
	return out
}

// People are the options of the firm's people who are not archived, the owner
// first; with none, the first option is None.
func People(d desk.Desk, none bool) []ui.Option {
	rows, err := d.Read().PersonNames()
	return options(d, rows, err, none)
}

// Clients are the options of clients that are not archived.
func Clients(d desk.Desk, none bool) []ui.Option {
	rows, err := d.Read().ClientNames()
	return options(d, rows, err, none)
}

// Contacts are the options of the people of a client.
func Contacts(d desk.Desk, client data.ID[data.Client], none bool) []ui.Option {
	rows, err := d.Read().ContactNames(client)
	return options(d, rows, err, none)
}

// Projects are the options of projects that are not archived, open ones first.
func Projects(d desk.Desk, none bool) []ui.Option {
	rows, err := d.Read().ProjectNames()
	return options(d, rows, err, none)
}

// Tasks are the options of the tasks of a project's current plan.
func Tasks(d desk.Desk, project data.ID[data.Project], none bool) []ui.Option {
	rows, err := d.Read().TaskNames(project)
	return options(d, rows, err, none)
}

// Zones are the options of time zones: the eleven of Russia first.
func Zones(d desk.Desk) []ui.Option {
	var out []ui.Option
	for _, z := range data.CommonZones {
		out = append(out, ui.Option{ID: z, Label: d.Words().Zone(z), Note: z})
	}
	return out
}

func options(d desk.Desk, rows []data.NameRow, err error, none bool) []ui.Option {
	if err != nil {
		d.Fail(err)
	}
	var out []ui.Option
	if none {
		out = append(out, None)
	}
	for _, r := range rows {
		out = append(out, ui.Option{ID: r.ID.String(), Label: r.Name, Note: r.Note})
	}
	return out
}
