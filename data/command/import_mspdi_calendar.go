package command

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
)

// mostCalendarDays is how many days off and other odd days a file may have in
// all its calendars.
const mostCalendarDays = 10_000

// allCalendars takes the calendars by which something of the plan is worked. A
// calendar that says no more than its base is its base.
func (m *mspdiImport) allCalendars() error {
	for _, uid := range m.usedCalendars() {
		if err := m.calendar(uid); err != nil || m.refused > 0 {
			return err
		}
	}
	var unused []string
	for i := range m.file.Calendars {
		c := &m.file.Calendars[i]
		if _, used := m.calendars[c.UID]; !used && c.Base && oneLine(c.Name) != "" {
			unused = append(unused, oneLine(c.Name))
		}
	}
	if len(unused) > 0 {
		m.note("", "mspdi.calendarsUnused", namesShort(unused))
	}
	return nil
}

// usedCalendars are those of the project, of its tasks and of who works on them,
// each once.
func (m *mspdiImport) usedCalendars() (out []int) {
	add := func(uid int) {
		if !slices.Contains(out, uid) {
			out = append(out, uid)
		}
	}
	add(m.file.Project.CalendarUID)
	seen := map[int]bool{}
	for i := range m.at {
		if uid := m.task(i).CalendarUID; !seen[uid] && m.hasCalendar(uid) {
			seen[uid] = true
			add(uid)
		}
	}
	for i := range m.file.Resources {
		if w, ok := m.workers[m.file.Resources[i].UID]; ok && !seen[w.calendar] {
			seen[w.calendar] = true
			add(w.calendar)
		}
	}
	return out
}

// pattern is the week and the odd days of a calendar.
type pattern struct {
	week [7]data.Shifts
	days []mspdi.Day
}

// calendar takes a calendar with its base.
func (m *mspdiImport) calendar(uid int) error {
	if _, done := m.calendars[uid]; done {
		return nil
	}
	var base int
	c := m.file.Calendar(uid)
	if c != nil && !c.Base && c.BaseUID > 0 && c.BaseUID != uid && m.file.Calendar(c.BaseUID) != nil {
		base = c.BaseUID
		m.calendars[uid] = data.ID[data.Calendar]{} // so that a circle of bases ends
		if err := m.calendar(base); err != nil || m.refused > 0 {
			return err
		}
	}
	own := m.pattern(uid)
	if m.refused > 0 {
		return nil
	}
	if base != 0 && !m.calendars[base].IsZero() {
		under := m.pattern(base)
		if own.week == under.week && slices.Equal(own.days, under.days) {
			m.calendars[uid] = m.calendars[base]
			return nil
		}
	}
	return m.putCalendar(uid, c, own)
}

// pattern reads a calendar, and refuses it when it has more days than all the
// calendars of a file may have.
func (m *mspdiImport) pattern(uid int) pattern {
	p := pattern{m.file.Week(uid), m.file.ExceptionDays(uid)}
	if m.expanded += len(p.days); m.expanded > 4*mostCalendarDays || len(p.days) > mostCalendarDays {
		m.hugeCalendar(uid)
	}
	return p
}

// hugeCalendar refuses a calendar, once in a file.
func (m *mspdiImport) hugeCalendar(uid int) {
	if m.huge {
		return
	}
	m.huge = true
	m.refuse(0, fmt.Sprintf("Calendar, UID %d", uid), m.calendarName(m.file.Calendar(uid)), data.Problem{Code: "mspdi.calendarHuge", Args: []string{strconv.Itoa(mostCalendarDays)}})
	m.rows[len(m.rows)-1].Kind = data.KindCalendar
}

// putCalendar writes a calendar with all its days, its base's too.
func (m *mspdiImport) putCalendar(uid int, c *mspdi.Calendar, p pattern) error {
	name := m.calendarName(c)
	id, found, same := m.known(data.KindCalendar, fmt.Sprintf("calendar %d", uid), shortHash(fmt.Sprint(name, p)))
	row := ImportRow{Action: ImportAdded, Kind: data.KindCalendar, Name: name}
	if found {
		row.Action = ImportChanged
	}
	m.calendars[uid] = data.ID[data.Calendar](id)
	there, err := m.r.HasRecord(data.Ref{Kind: data.KindCalendar, ID: id})
	if err != nil {
		return err
	}
	if same && there {
		row.Action = ImportSame
		m.rows = append(m.rows, row)
		return nil
	}
	m.rows = append(m.rows, row)
	cal := data.Calendar{ID: data.ID[data.Calendar](id), Name: name, Hours: data.MakeWeekShifts(p.week)}
	if found && there {
		if old, err := sqlite.Get(m.r, cal.ID); err == nil {
			old.Hours = cal.Hours
			cal = old
		}
	} else if cal.Name, err = m.freeName(name); err != nil {
		return err
	}
	m.puts = append(m.puts, cal)
	return m.putDays(cal.ID, p)
}

// freeName is the name of a calendar, with that of the project when another
// calendar is called so.
func (m *mspdiImport) freeName(name string) (string, error) {
	taken := func(s string) (bool, error) {
		list, err := sqlite.List[data.Calendar](m.r, "name = ?", s)
		for _, p := range m.puts {
			if c, ok := p.(data.Calendar); ok && c.Name == s {
				return true, err
			}
		}
		return len(list) > 0, err
	}
	if is, err := taken(name); !is || err != nil {
		return name, err
	}
	name += " — " + m.home.Title()
	for n := 2; n < 1000; n++ {
		is, err := taken(name)
		if !is || err != nil {
			return name, err
		}
		name = strings.TrimSuffix(name, fmt.Sprintf(" %d", n-1)) + fmt.Sprintf(" %d", n)
	}
	return name, nil
}

func (m *mspdiImport) calendarName(c *mspdi.Calendar) string {
	if c != nil && oneLine(c.Name) != "" {
		return oneLine(c.Name)
	}
	return m.Words.T("mspdi.calendar.standard")
}

// putDays makes the days of a calendar those of the file, and says that it knows
// the years of the plan.
func (m *mspdiImport) putDays(id data.ID[data.Calendar], p pattern) error {
	have, err := sqlite.List[data.CalendarDay](m.r, "calendar_id = ?", id)
	if err != nil {
		return err
	}
	old := map[data.Date]data.CalendarDay{}
	for _, d := range have {
		old[d.OnDate] = d
	}
	for _, d := range p.days {
		x := calendarDay(id, p.week, d)
		was, known := old[d.On]
		delete(old, d.On)
		if x.ID = was.ID; !known {
			x.ID = data.NewID[data.CalendarDay]()
		}
		if x != was {
			m.puts = append(m.puts, x)
		}
	}
	for _, d := range have {
		if _, left := old[d.OnDate]; left {
			m.planImport.gone = append(m.planImport.gone, data.RefTo(data.KindCalendarDay, d.ID))
		}
	}
	if m.first.IsZero() {
		return nil
	}
	for y := m.first.Year(); y <= min(m.last.Year()+1, 2200); y++ {
		m.puts = append(m.puts, data.CalendarYear{ID: data.ShippedID[data.CalendarYear](fmt.Sprintf("calendar:%s:%d", id, y)), CalendarID: id, Year: y, Confirmed: true})
	}
	return nil
}

// calendarDay is an odd day as a record.
func calendarDay(id data.ID[data.Calendar], week [7]data.Shifts, d mspdi.Day) data.CalendarDay {
	x := data.CalendarDay{CalendarID: id, OnDate: d.On, Type: data.DayIsWork, Title: oneLine(d.Name), Shifts: d.Shifts, Minutes: d.Shifts.Minutes()}
	switch usual := week[d.On.Weekday()].Minutes(); {
	case x.Minutes == 0:
		x.Type, x.Shifts = data.DayIsOff, ""
	case usual > x.Minutes:
		x.Type = data.DayIsShort
	}
	return x
}

// header writes what the file says of the whole plan: start, status date,
// calendar.
func (m *mspdiImport) header() error {
	p := &m.planImport.plan
	start, status := m.startDay(), m.statusDay()
	_, found, same := m.known(data.KindPlan, "plan", shortHash(fmt.Sprint(start, status, m.file.Project.CalendarUID)))
	stored, err := sqlite.List[data.Plan](m.r, "id = ?", p.ID)
	if err != nil {
		return err
	}
	if s := m.others["plan"]; !found {
		s.RecordID = data.ID[data.Any](p.ID)
		m.others["plan"] = s
		m.puts[len(m.puts)-1] = s
	}
	was := *p
	if !same {
		p.StartsOn, p.StatusOn, p.CalendarID = start, status, m.calendars[m.file.Project.CalendarUID]
	}
	if len(stored) == 0 || *p != was {
		m.puts = append(m.puts, *p)
		m.headline()
	}
	return nil
}

// headline turns the line of the project from same to changed.
func (m *mspdiImport) headline() {
	for i := range m.rows {
		if x := &m.rows[i]; x.Kind == data.KindProject && x.Action == ImportSame {
			x.Action = ImportChanged
		}
	}
}

// statusDay is the status date of the file, none when work that is not done
// stands before it.
func (m *mspdiImport) statusDay() data.Date {
	day := m.file.Project.StatusDate.Day
	if day.IsZero() {
		return 0
	}
	late := 0
	for i := range m.at {
		t := m.task(i)
		pinned := t.Manual || t.Constraint == data.MustStart || t.Constraint == data.MustFinish
		if !m.isStage(i) && !t.Inactive && !pinned && t.ActualFinish.IsZero() && t.Percent < 100 && before(t, day) {
			late++
		}
	}
	if late > 0 {
		m.note("", "mspdi.statusDate", day.String(), strconv.Itoa(late))
		return 0
	}
	return day
}

// before tells whether what is left of a task begins before a day.
func before(t *mspdi.Task, day data.Date) bool {
	rest := t.Start
	if !t.ActualStart.IsZero() || t.Percent > 0 {
		if rest = t.Resume; rest.IsZero() {
			rest = t.Stop
		}
	}
	return !rest.IsZero() && rest.Day < day
}
