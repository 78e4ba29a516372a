package mspdi

import (
	"strconv"
	"strings"

	"portfel/data"
)

// LossCodes are the codes of Losses. Args are named behind.
var LossCodes = []string{
	"fromFinish",        // the project is scheduled backwards
	"exceptionsDiffer",  // the two forms of exceptions disagree; first day, number of days
	"calendarLong",      // rules with more days than can be expanded
	"workWeek",          // a calendar has other weeks for a time; their names. Their days are in ExceptionDays
	"inactive",          // an inactive task
	"blankRow",          // a row without a name
	"recurring",         // the row of a recurring task
	"subproject",        // an inserted project; its file
	"external",          // stands for a task of another project; its file
	"split",             // work with a break; first and last day off work, number of breaks
	"estimated",         // the duration is a guess
	"durationRounded",   // the duration has seconds
	"durationPercent",   // a duration in per cent
	"taskCalendar",      // a task works by a calendar of its own; its name
	"levelingDelay",     // a delay by levelling; minutes
	"summaryConstraint", // a constraint of a summary
	"lagPercent",        // a lag in per cent of the predecessor; per cent
	"lagRounded",        // a lag with a part of a minute
	"crossLink",         // a link to another project; its file
	"customFields",      // custom fields of a task; their number
	"outlineCode",       // a task has outline codes
	"material",          // a material
	"costResource",      // a cost resource
	"budget",            // a budget resource
	"generic",           // a generic resource: a role, not a person
	"availability",      // a resource is not always there, or not always as much
	"rateTables",        // several rates, by date or table; their number
	"overtime",          // overtime of an assignment; minutes
	"contour",           // the work is not spread evenly; the number of the contour
	"contourDrawn",      // the work is spread by hand
	"assignmentDelay",   // the assignment begins later than the task; minutes
	"rateTable",         // the assignment uses another rate table; its letter
	"more",              // so many losses more; the number
}

// Losses names what the file says and a plan of this program has no place for,
// in the order of the file. It is computed anew each time. What a caller leaves
// out beyond that (custom fields it does not show, baselines it does not take)
// is the caller's to tell.
func (f *File) Losses() []Note {
	l := losses{workers: f.workers()}
	if f.Project.FromFinish {
		l.add(Note{Code: "fromFinish", Element: "Project/ScheduleFromStart", UID: -1})
	}
	for i := range f.Calendars {
		l.exceptions(&f.Calendars[i])
		l.workWeeks(&f.Calendars[i])
	}
	breaks := l.breaks()
	for i := range f.Tasks {
		l.task(&f.Tasks[i], breaks[f.Tasks[i].UID])
	}
	for i := range f.Resources {
		l.resource(&f.Resources[i])
	}
	for i := range f.Assignments {
		l.assignment(&f.Assignments[i])
	}
	return l.all()
}

type losses struct {
	notes
	*workers
}

// when adds a note if the condition holds.
func (l *losses) when(is bool, n Note) {
	if is {
		l.add(n)
	}
}

func (l *losses) exceptions(c *Calendar) {
	if len(c.Exceptions) == 0 {
		return
	}
	n, first := l.differing(c)
	l.when(l.steps < 0, c.note("calendarLong", "Exceptions"))
	l.when(n > 0, c.note("exceptionsDiffer", "WeekDays", first.String(), strconv.Itoa(n)))
}

// workWeeks tells of other weeks for a time.
func (l *losses) workWeeks(c *Calendar) {
	if len(c.WorkWeeks) == 0 {
		return
	}
	var names []string
	for i := range c.WorkWeeks {
		names = append(names, c.WorkWeeks[i].Name)
	}
	l.add(c.note("workWeek", "WorkWeeks", strings.Join(names, ", ")))
}

// differing counts the days of the old form on which the rules of the same
// calendar say something else, or nothing at all.
func (l *losses) differing(c *Calendar) (n int, first data.Date) {
	week := week(l.set.chain(c.UID, &l.steps))
	rules := map[data.Date]Day{}
	bare := Calendar{Exceptions: c.Exceptions}
	bare.exceptionDays(l.set.weekStart, week, &l.steps, rules)
	for _, x := range c.oldForm(&l.steps) {
		for _, d := range x.days {
			r, ok := rules[d]
			if ok && r.Shifts == hours(x.working, x.shifts, week[d.Weekday()]) {
				continue
			}
			if n++; n == 1 || d < first {
				first = d
			}
		}
	}
	return n, first
}

func (l *losses) task(t *Task, breaks []Gap) {
	if t.root() {
		return
	}
	if t.Blank() {
		l.add(t.note("blankRow", "Name"))
		return
	}
	l.when(t.Inactive, t.note("inactive", "Active"))
	l.when(t.Recurring, t.note("recurring", "Recurring"))
	l.when(t.Subproject, t.note("subproject", "IsSubproject", t.SubprojectName))
	l.when(t.External, t.note("external", "ExternalTask", t.ExternalName))
	l.split(t, breaks)
	l.duration(t)
	if c := l.set.at[t.CalendarUID]; c != nil && t.CalendarUID > 0 {
		l.add(t.note("taskCalendar", "CalendarUID", c.Name))
	}
	l.when(t.LevelingDelay != 0, t.note("levelingDelay", "LevelingDelay", minutes(t.LevelingDelay.Minutes())))
	l.when(t.Summary && t.Constraint.Dated(), t.note("summaryConstraint", "ConstraintType"))
	for i := range t.Links {
		l.link(t, &t.Links[i])
	}
	l.when(len(t.Values) > 0, t.note("customFields", "ExtendedAttribute", strconv.Itoa(len(t.Values))))
	l.when(strings.Contains(t.Extra, "<OutlineCode>"), t.note("outlineCode", "OutlineCode"))
}

func (l *losses) duration(t *Task) {
	l.when(!t.Summary && (t.Estimated || t.DurationFormat.Estimated()), t.note("estimated", "Duration"))
	l.when(t.Duration%60 != 0, t.note("durationRounded", "Duration", t.Duration.String()))
	l.when(t.DurationFormat.Percent(), t.note("durationPercent", "DurationFormat"))
}

func (l *losses) link(t *Task, k *Link) {
	const element = "PredecessorLink"
	l.when(k.Cross, t.note("crossLink", element, k.CrossName))
	if k.Lag == 0 {
		return
	}
	if k.LagFormat.Percent() {
		l.add(t.note("lagPercent", element, strconv.FormatInt(int64(k.Lag), 10)))
		return
	}
	l.when(k.Lag%10 != 0, t.note("lagRounded", element, strconv.FormatInt(int64(k.Lag), 10)))
}

// breaks are the gaps of the assignments by task.
func (l *losses) breaks() map[int][]Gap {
	by := map[int][]Gap{}
	for i := range l.f.Assignments {
		if a := &l.f.Assignments[i]; len(a.Gaps) > 0 {
			by[a.TaskUID] = append(by[a.TaskUID], a.Gaps...)
		}
	}
	return by
}

// split tells of a break in the work, or of working time between what is done
// and what is left.
func (l *losses) split(t *Task, breaks []Gap) {
	if len(breaks) > 0 {
		l.add(t.note("split", "TimephasedData", breaks[0].From.String(), breaks[0].To.String(), strconv.Itoa(len(breaks))))
		return
	}
	if t.Summary || t.Stop.IsZero() || t.Resume.IsZero() || !stampBefore(t.Stop, t.Resume) {
		return
	}
	uid := t.CalendarUID
	if uid <= 0 || l.set.at[uid] == nil {
		uid = l.f.Project.CalendarUID
	}
	l.when(l.view(uid).between(t.Stop, t.Resume, &l.steps), t.note("split", "Resume", t.Stop.String(), t.Resume.String(), "1"))
}

func (l *losses) resource(p *Resource) {
	if p.UID == 0 && p.Name == "" {
		return // stands for «nobody» in every file
	}
	l.when(p.Type == MaterialResource, p.note("material", "Type", p.MaterialLabel))
	l.when(p.Type == CostResource || p.Cost, p.note("costResource", "Type"))
	l.when(p.Budget, p.note("budget", "IsBudget"))
	l.when(p.Generic, p.note("generic", "IsGeneric"))
	l.when(len(p.Availability) > 1, p.note("availability", "AvailabilityPeriods"))
	l.when(len(p.Rates) > 1, p.note("rateTables", "Rates", strconv.Itoa(len(p.Rates))))
}

func (l *losses) assignment(a *Assignment) {
	note := func(code, element string, args ...string) Note {
		n := Note{Code: code, Element: "Assignment/" + element, UID: a.TaskUID, Args: args}
		if i, ok := l.tasks[a.TaskUID]; ok {
			n.Name = short(l.f.Tasks[i].Name)
		}
		return n
	}
	l.when(a.OvertimeWork != 0, note("overtime", "OvertimeWork", minutes(a.OvertimeWork.Minutes())))
	l.when(a.Contour != FlatContour && a.Contour != DrawnContour, note("contour", "WorkContour", strconv.Itoa(int(a.Contour))))
	l.when(a.Contour == DrawnContour, note("contourDrawn", "WorkContour"))
	l.when(a.Delay != 0, note("assignmentDelay", "Delay", minutes(a.Delay.Minutes())))
	l.when(a.LevelingDelay != 0, note("levelingDelay", "LevelingDelay", minutes(a.LevelingDelay.Minutes())))
	l.when(a.RateTable != 0, note("rateTable", "CostRateTable", string(rune('A'+a.RateTable))))
}

func minutes(m data.Minutes) string { return strconv.FormatInt(int64(m), 10) }
