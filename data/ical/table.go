package ical

import (
	"strings"

	"portfel/data"
)

// tableInstances is how many days of a series a table names.
const tableInstances = 10

// Table is what should be in the file, one component a line in the order of the
// file: UID COMP KIND START END INSTANCES STATUS SUMMARY, tab separated with a
// header. Days as in the file (the end of an event exclusive), times in UTC,
// the first ten days of a series without those taken out. It is made from the
// items, never from the bytes.
func Table(items []Item) []byte {
	var b strings.Builder
	b.WriteString("UID\tCOMP\tKIND\tSTART\tEND\tINSTANCES\tSTATUS\tSUMMARY\n")
	for _, it := range items {
		if it.stands() {
			b.WriteString(strings.Join(it.cells(), "\t") + "\n")
		}
	}
	return []byte(b.String())
}

// cells is the line of one item.
func (it Item) cells() []string {
	comp, kind := "VEVENT", "TIMED"
	if it.Todo {
		comp = "VTODO"
	}
	if it.AllDay {
		kind = "DATE"
	}
	start, end := it.bounds()
	list := []string{start}
	if it.Rule != "" {
		list = list[:0]
		for _, o := range it.instances(tableInstances) {
			list = append(list, it.cell(o.Starts))
		}
	}
	return []string{it.UID, comp, kind, start, end, dash(strings.Join(list, ",")), string(it.Status), it.Summary}
}

// bounds are start and end as the file has them.
func (it Item) bounds() (start, end string) {
	switch {
	case it.Todo && it.StartsOn < it.EndsOn:
		return it.StartsOn.String(), it.EndsOn.String()
	case it.Todo:
		return "-", it.EndsOn.String()
	case it.AllDay:
		return it.StartsOn.String(), (it.EndsOn + 1).String()
	}
	return it.cell(it.Starts), it.cell(it.Ends)
}

// cell is a day or an instant.
func (it Item) cell(m data.Moment) string {
	switch {
	case m.IsZero():
		return "-"
	case it.AllDay:
		return m.Day.String()
	}
	return instant(m).UTC().Format("2006-01-02T15:04:05Z")
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
