package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// ID reads the id of a chosen option; no option is the zero id.
func ID[T any](option string) data.ID[T] {
	id, err := data.ParseID[T](option)
	if err != nil {
		return data.ID[T]{}
	}
	return id
}

// Calendars are the options of production calendars that are not archived.
func Calendars(d desk.Desk) []ui.Option {
	rows, err := d.Read().CalendarNames()
	return options(d, rows, err, false)
}
