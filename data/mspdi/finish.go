package mspdi

import "strconv"

// finish checks what only the whole file can tell, and fills in what follows.
func (r *reader) finish(f *File) error {
	if faults := r.uids(f); len(faults) > 0 {
		return faults
	}
	for i := range f.Tasks {
		if t := &f.Tasks[i]; !t.marks.has(taskOrder.at["Priority"]) {
			t.Priority = ordinary
		}
	}
	r.outline(f)
	r.calendars(f)
	r.links(f)
	r.assignments(f)
	r.splits(f)
	f.Notes = r.notes.all()
	return nil
}

// about adds a note about a record by its line.
func (r *reader) about(n Note, line int) {
	n.Line = line
	r.notes.add(n)
}

// uids refuses records that cannot be told apart. The first element of their
// orders is the UID.
func (r *reader) uids(f *File) (faults Faults) {
	c := uidCheck{faults: &faults}
	c.start("Calendar", r.lines.calendars)
	for i := range f.Calendars {
		c.see(i, f.Calendars[i].UID, f.Calendars[i].marks.has(0))
	}
	c.start("Task", r.lines.tasks)
	for i := range f.Tasks {
		c.see(i, f.Tasks[i].UID, f.Tasks[i].marks.has(0))
	}
	c.start("Resource", r.lines.resources)
	for i := range f.Resources {
		c.see(i, f.Resources[i].UID, f.Resources[i].marks.has(0))
	}
	return faults
}

// uidCheck finds UIDs that lack or stand twice.
type uidCheck struct {
	faults  *Faults
	element string
	lines   []int
	seen    map[int]int
}

func (c *uidCheck) start(element string, lines []int) {
	c.element, c.lines, c.seen = element, lines, make(map[int]int, len(lines))
}

func (c *uidCheck) see(i, uid int, given bool) {
	first, taken := c.seen[uid]
	f := Fault{Element: c.element, UID: uid, Line: c.lines[i]}
	switch {
	case len(*c.faults) >= maxFaults:
		return
	case !given:
		f.Code, f.UID = "uidMissing", -1
	case taken:
		f.Code, f.Args = "uidDuplicate", []string{strconv.Itoa(uid), strconv.Itoa(c.lines[first])}
	default:
		c.seen[uid] = i
		return
	}
	*c.faults = append(*c.faults, f)
}

// calendars notes what hinders a calendar from being understood.
func (r *reader) calendars(f *File) {
	set := f.calendarSet()
	loops := set.loops(f.Calendars)
	for i := range f.Calendars {
		c := &f.Calendars[i]
		line := r.lines.calendars[i]
		if c.derived() && set.at[c.BaseUID] == nil {
			r.about(c.note("calendarMissing", "BaseCalendarUID", strconv.Itoa(c.BaseUID)), line)
		}
		if loops[c.UID] {
			r.about(c.note("calendarLoop", "BaseCalendarUID"), line)
		}
		c.check(func(code, element string, args ...string) { r.about(c.note(code, element, args...), line) })
	}
	if uid := f.Project.CalendarUID; uid > 0 && f.Calendar(uid) == nil {
		r.notes.add(Note{Code: "calendarMissing", Element: "Project/CalendarUID", UID: -1, Args: []string{strconv.Itoa(uid)}})
	}
}

// loops are the calendars whose bases lead back to themselves.
func (s calendarSet) loops(list []Calendar) map[int]bool {
	seen, loops := map[int]int{}, map[int]bool{}
	for i := range list {
		c := &list[i]
		for c != nil && seen[c.UID] == 0 && c.derived() {
			seen[c.UID] = i + 1
			c = s.at[c.BaseUID]
		}
		for c != nil && c.derived() && seen[c.UID] == i+1 && !loops[c.UID] {
			loops[c.UID] = true
			c = s.at[c.BaseUID]
		}
	}
	return loops
}

// check looks at the days of a calendar one by one.
func (c *Calendar) check(note func(code, element string, args ...string)) {
	days := func(element string, list []WeekDay) {
		for i := range list {
			d := &list[i]
			if d.DayType == 0 {
				checkRange(d.Range, element, note)
			}
			if d.Working && d.Shifts == "" {
				note("shiftsMissing", element)
			}
		}
	}
	days("WeekDay", c.Days)
	for i := range c.Exceptions {
		e := &c.Exceptions[i]
		checkRange(e.Range, "Exception", note)
		if e.Working && e.Shifts == "" {
			note("shiftsMissing", "Exception")
		}
	}
	for i := range c.WorkWeeks {
		checkRange(c.WorkWeeks[i].Range, "WorkWeek", note)
		days("WorkWeek", c.WorkWeeks[i].Days)
	}
}

func checkRange(r Range, element string, note func(code, element string, args ...string)) {
	switch {
	case r.IsZero():
		note("rangeMissing", element)
	case r.Last() < r.From.Day:
		note("rangeOrder", element, r.From.Day.String(), r.Last().String())
	}
}

// links notes links that lead nowhere.
func (r *reader) links(f *File) {
	at, set := f.TaskIndex(), f.calendarSet()
	for i := range f.Tasks {
		t := &f.Tasks[i]
		for k := range t.Links {
			l := &t.Links[k]
			_, ok := at[l.PredecessorUID]
			switch {
			case l.Cross:
			case !ok || !l.marks.has(linkOrder.at["PredecessorUID"]):
				r.about(t.note("linkMissing", "PredecessorLink", strconv.Itoa(l.PredecessorUID)), r.lines.tasks[i])
			case l.PredecessorUID == t.UID:
				r.about(t.note("linkSelf", "PredecessorLink"), r.lines.tasks[i])
			}
		}
		if t.CalendarUID > 0 && set.at[t.CalendarUID] == nil {
			r.about(t.note("calendarMissing", "CalendarUID", strconv.Itoa(t.CalendarUID)), r.lines.tasks[i])
		}
	}
}

// assignments notes assignments that lead nowhere or cannot be told apart.
func (r *reader) assignments(f *File) {
	tasks, people, set := f.TaskIndex(), f.ResourceIndex(), f.calendarSet()
	seen := make(map[int]bool, len(f.Assignments))
	for i := range f.Assignments {
		a := &f.Assignments[i]
		note := func(code, element string, args ...string) {
			r.about(Note{Code: code, Element: "Assignment/" + element, UID: a.UID, Args: args}, r.lines.assignments[i])
		}
		if !a.marks.has(0) {
			note("uidMissing", "UID")
		} else if seen[a.UID] {
			note("uidDuplicate", "UID", strconv.Itoa(a.UID))
		}
		seen[a.UID] = true
		if _, ok := tasks[a.TaskUID]; !ok || !a.marks.has(assignmentOrder.at["TaskUID"]) {
			note("taskMissing", "TaskUID", strconv.Itoa(a.TaskUID))
		}
		if _, ok := people[a.ResourceUID]; !ok && a.ResourceUID != Unassigned {
			note("resourceMissing", "ResourceUID", strconv.Itoa(a.ResourceUID))
		}
	}
	for i := range f.Resources {
		p := &f.Resources[i]
		if p.CalendarUID > 0 && set.at[p.CalendarUID] == nil {
			r.about(p.note("calendarMissing", "CalendarUID", strconv.Itoa(p.CalendarUID)), r.lines.resources[i])
		}
	}
}

func (t *Task) note(code, element string, args ...string) Note {
	return Note{Code: code, Element: "Task/" + element, UID: t.UID, Name: short(t.Name), Args: args}
}

func (c *Calendar) note(code, element string, args ...string) Note {
	return Note{Code: code, Element: "Calendar/" + element, UID: c.UID, Name: short(c.Name), Args: args}
}

func (p *Resource) note(code, element string, args ...string) Note {
	return Note{Code: code, Element: "Resource/" + element, UID: p.UID, Name: short(p.Name), Args: args}
}
