package calendar

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/workday"
)

// markID begins the id of an item that is a day of the production calendar.
const markID = "day:"

// mark lays the days that differ from the week into the items: holidays with
// their names, moved days off, short days, worked Saturdays. Neighbours of one
// name are one item.
func (s *Screen) mark(from, to data.Date) {
	s.marked = map[string]data.Date{}
	var last *ui.Item
	for d := from; d <= to; d++ {
		name, role := s.dayName(d)
		if name == "" {
			last = nil
			continue
		}
		if last != nil && last.Title == name {
			last.To = d
			continue
		}
		id := markID + d.String()
		s.marked[id] = d
		s.items = append(s.items, ui.Item{ID: id, From: d, To: d, AllDay: true, Title: name, Role: role, Fixed: true})
		last = &s.items[len(s.items)-1]
	}
}

// dayName is what the calendar says of a day that differs, "" for others.
func (s *Screen) dayName(d data.Date) (string, ui.Role) {
	row, ok := s.agenda.Days.On(d)
	if !ok {
		return "", ui.Muted
	}
	w := s.d.Words()
	switch {
	case row.Title != "":
		return row.Title, ui.Muted
	case row.Type == data.DayIsOff:
		return w.T("calendar.mark.moved"), ui.Muted
	case row.Type == data.DayIsShort:
		return w.F("calendar.mark.short", row.Minutes), ui.Planned
	case weekend(d):
		return w.T("calendar.mark.worked"), ui.Planned
	}
	return "", ui.Muted
}

func weekend(d data.Date) bool { return workday.FiveDays[d.Weekday()] == 0 }

// dayKind is the muted line under the name of a day: working day, day off and
// why, short day.
func (s *Screen) dayKind(d data.Date) string {
	w := s.d.Words()
	row, known := s.agenda.Days.On(d)
	switch {
	case !s.agenda.Days.IsWorking(d) && known && row.Title != "":
		return w.F("calendar.kind.holiday", row.Title)
	case !s.agenda.Days.IsWorking(d) && known && row.MovedFrom != 0:
		return w.F("calendar.kind.movedfrom", row.MovedFrom)
	case !s.agenda.Days.IsWorking(d) && known:
		return w.T("calendar.kind.moved")
	case !s.agenda.Days.IsWorking(d):
		return w.T("calendar.kind.off")
	case known && row.Type == data.DayIsShort:
		return w.F("calendar.kind.short", row.Minutes)
	}
	return w.F("calendar.kind.work", s.agenda.Days.Minutes(d))
}
