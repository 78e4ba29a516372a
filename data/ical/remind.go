package ical

import (
	"strconv"

	"portfel/data"
)

// Reminder is when a calendar should remind of a kind of rows. Minutes count
// from the start of the item, before it when negative; the start of a whole day
// is midnight, so that -15*60 is nine o'clock of the day before.
type Reminder struct {
	Kind    data.AgendaKind
	Minutes int
}

// DefaultReminders are the reminders of the program's own choice. Kinds that
// are not here get none. Only me and the trainee are reminded.
var DefaultReminders = []Reminder{
	{data.AgendaEvent, -15},
	{data.AgendaSeries, -15},
	{data.AgendaLocal, -60},
	{data.AgendaLeg, -3 * 60},
	{data.AgendaTrip, dayBeforeAtNine},
	{data.AgendaPapers, onTheDayAtNine},
	{data.AgendaReport, dayBeforeAtNine},
	{data.AgendaDocument, dayBeforeAtNine},
	{data.AgendaDue, dayBeforeAtNine},
	{data.AgendaItem, dayBeforeAtNine},
	{data.AgendaControl, dayBeforeAtNine},
	{data.AgendaMilestone, dayBeforeAtNine},
	{data.AgendaProject, dayBeforeAtNine},
}

const (
	dayBeforeAtNine = -15 * 60
	onTheDayAtNine  = 9 * 60
)

// reminders is the table as a map; nobody but me and the trainee is reminded.
func (o Options) reminders() map[data.AgendaKind]int {
	m := map[data.AgendaKind]int{}
	if a := o.audience(); a != ForMe && a != ForTrainee {
		return m
	}
	list := o.Reminders
	if list == nil {
		list = DefaultReminders
	}
	for _, r := range list {
		m[r.Kind] = r.Minutes
	}
	return m
}

// remindOf is the trigger of an item: minutes from its start, and whether there
// is one. A whole day has no quarter of an hour before it: such a reminder
// moves to nine o'clock of the day before.
func remindOf(it Item, table map[data.AgendaKind]int) (int, bool) {
	min, ok := table[it.Kind]
	if ok && it.AllDay && min < 0 && min > dayBeforeAtNine {
		min = dayBeforeAtNine
	}
	return min, ok && it.Status != Cancelled && it.Status != Completed
}

// trigger writes minutes as a DURATION: -PT15M, -PT3H, PT9H.
func trigger(min int) string {
	sign := ""
	if min < 0 {
		sign, min = "-", -min
	}
	switch {
	case min == 0:
		return "PT0M"
	case min%60 == 0:
		return sign + "PT" + strconv.Itoa(min/60) + "H"
	case min < 60:
		return sign + "PT" + strconv.Itoa(min) + "M"
	}
	return sign + "PT" + strconv.Itoa(min/60) + "H" + strconv.Itoa(min%60) + "M"
}
