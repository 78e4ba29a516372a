package command

import (
	"cmp"
	"fmt"
	"strconv"

	"portfel/data"
	"portfel/data/cost"
	"portfel/data/mspdi"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/text"
	"portfel/data/workday"
)

// ExportMSPDI is a plan as an MS Project file, with what was kept of the file
// that it came from, and what of it such a file cannot say. Importing it into a
// new file gives the same plan.
//
// MS Project counts hours where this program counts days. So that it shows the
// same dates, a task in days whose calendar has odd days gets the hours that it
// takes there. What it is exactly (and other lengths that an import would read
// otherwise) stands in a custom field of the file, Text30 «portfel», beside the
// value that it goes with: whoever changes the value in MS Project is right.
func ExportMSPDI(r *sqlite.Reader, id data.ID[data.Plan], w *text.Words) (*mspdi.File, []ImportNote, error) {
	x := &mspdiExport{r: r, words: w, d: deriver{tx: &sqlite.Tx{Reader: r}}, uids: map[data.ID[data.Task]]int{}, calendarUID: map[string]int{},
		people: map[data.ID[data.Any]]int{}, idOf: map[data.ID[data.Task]]int{}, taskUID: map[data.ID[data.Calendar]]int{}, kept: map[data.ID[data.Task]]*mspdi.File{}}
	for _, part := range []func(data.ID[data.Plan]) error{x.read, x.head, x.resources, x.tasks, x.baselines} {
		if err := part(id); err != nil {
			return nil, nil, err
		}
	}
	x.file.Number()
	return &x.file, x.notes, nil
}

// mspdiExport is an export on the way.
type mspdiExport struct {
	r           *sqlite.Reader
	words       *text.Words
	d           deriver
	file        mspdi.File
	tree        data.PlanTree
	in          *planInput
	own         *workday.Calendar
	first, last data.Date
	uids        map[data.ID[data.Task]]int
	idOf        map[data.ID[data.Task]]int // index in the engine's input
	calendarUID map[string]int
	people      map[data.ID[data.Any]]int // UID of a resource
	assignments int
	notes       []ImportNote
	external    map[data.ID[data.Task]]string
	taken       map[int]bool                   // UIDs of tasks
	taskUID     map[data.ID[data.Calendar]]int // UID of a calendar that tasks name
	kept        map[data.ID[data.Task]]*mspdi.File
}

func (x *mspdiExport) note(name, code string, args ...string) {
	x.notes = append(x.notes, ImportNote{Name: name, What: data.Problem{Code: "mspdi.out." + code, Args: args}})
}

// read reads the plan with its dates, and the calendars that it is worked by.
func (x *mspdiExport) read(id data.ID[data.Plan]) (err error) {
	if x.tree, err = x.r.PlanTree(id); err != nil {
		return err
	}
	if x.in, err = x.d.planInput(id); err != nil {
		return err
	}
	if x.own, _, err = x.d.planHome(x.tree.Plan); err != nil {
		return err
	}
	responsibleFirst(x.tree.Rows)
	for i, t := range x.in.tasks {
		x.idOf[t.ID] = i
	}
	x.first, x.last = x.tree.Plan.StartsOn, x.tree.Plan.StartsOn
	for _, r := range x.tree.Rows {
		if !r.Date.StartsOn.IsZero() {
			x.first, x.last = min(x.first, r.Date.StartsOn), max(x.last, r.Date.EndsOn)
		}
	}
	names, err := x.r.PlanNames(id)
	if err != nil {
		return err
	}
	x.external = names.External
	x.numbers()
	return nil
}

// numbers gives each task its UID: that of the file that it came from, else a
// new one.
func (x *mspdiExport) numbers() {
	taken, next := map[int]bool{0: true}, 1
	for _, r := range x.tree.Rows {
		kept := x.keptOf(r.Task).Tasks[0].UID
		n, err := strconv.Atoi(x.external[r.Task.ID])
		if kept > 0 {
			n, err = kept, nil
		}
		if err == nil && n > 0 && n < 1<<30 && !taken[n] && strconv.Itoa(n) == cmp.Or(x.external[r.Task.ID], strconv.Itoa(n)) {
			x.uids[r.Task.ID], taken[n] = n, true
		}
	}
	for _, r := range x.tree.Rows {
		if x.uids[r.Task.ID] > 0 {
			continue
		}
		for taken[next] {
			next++
		}
		x.uids[r.Task.ID], taken[next] = next, true
	}
	x.taken = taken
}

// keptOf is what is kept of a task of the file that it came from, read once.
func (x *mspdiExport) keptOf(t data.Task) *mspdi.File {
	if t.Extra == "" {
		return keptOf("")
	}
	f := x.kept[t.ID]
	if f == nil {
		f = keptOf(t.Extra)
		x.kept[t.ID] = f
	}
	return f
}

// head writes the header and the plan's own calendar.
func (x *mspdiExport) head(data.ID[data.Plan]) error {
	p := &x.file.Project
	*p = mspdi.Project{SaveVersion: 14, Name: planTitle(x.words, x.tree), Title: planTitle(x.words, x.tree), MinutesPerDay: x.dayLength(), DaysPerMonth: 20, DurationFormat: mspdi.InDays,
		CurrencyDigits: 2, CurrencySymbol: "₽", CurrencyCode: "RUB", WeekStart: 1}
	name := ""
	if c, err := sqlite.Get(x.r, cmp.Or(x.tree.Plan.CalendarID, x.tree.Project.CalendarID, Russia)); err == nil {
		name = c.Name
	}
	p.CalendarUID = x.calendar(x.own, name, 0)
	p.MinutesPerWeek = 0
	for _, m := range x.own.Week() {
		p.MinutesPerWeek += int(m)
	}
	p.Start = x.opens(x.own, x.tree.Plan.StartsOn)
	p.Finish = x.closes(x.own, x.last)
	if !x.tree.Plan.StatusOn.IsZero() {
		p.StatusDate = x.closes(x.own, x.tree.Plan.StatusOn)
	}
	if s := x.own.Longest().List(); len(s) > 0 {
		p.DefaultStart, p.DefaultFinish = mspdi.Clock(s[0].From), mspdi.Clock(s[len(s)-1].To)
	}
	if !x.tree.Project.ClientID.IsZero() || x.tree.Project.Price != 0 {
		x.note("", "projectFields")
	}
	return nil
}

// dayLength is the day of the file: the usual one of the plan's calendar.
func (x *mspdiExport) dayLength() int {
	count, best := map[data.Minutes]int{}, data.Minutes(0)
	for _, m := range x.own.Week() {
		if m > 0 {
			if count[m]++; count[m] > count[best] {
				best = m
			}
		}
	}
	if best == 0 {
		return 480
	}
	return int(best)
}

// opens and closes are a whole day as a time of the file.
func (x *mspdiExport) opens(c *workday.Calendar, d data.Date) data.Stamp {
	if s := c.Shape(d); s.Minutes > 0 {
		return data.Stamp{Day: d, Min: int(s.Open)}
	}
	return data.Stamp{Day: d}
}

func (x *mspdiExport) closes(c *workday.Calendar, d data.Date) data.Stamp {
	if s := c.Shape(d); s.Minutes > 0 {
		return data.Stamp{Day: d, Min: int(s.Close)}
	}
	return data.Stamp{Day: d, Min: 24*60 - 1} // midnight would be the working day before
}

// horizonOfExport is how far beyond the plan the days of its calendars are
// written.
const horizonOfExport = 370

// calendar writes a calendar once and gives its UID. base is that of the plan
// for the calendar of a person, 0 for one that others can be based on.
func (x *mspdiExport) calendar(c *workday.Calendar, name string, base int) int {
	days := x.oddDays(c)
	key := fmt.Sprint(c.Hours(), days)
	if uid, known := x.calendarUID[key]; known {
		return uid
	}
	uid := len(x.file.Calendars) + 1
	x.calendarUID[key] = uid
	out := mspdi.Calendar{UID: uid, Name: cmp.Or(name, x.words.T("mspdi.calendar.standard")), Base: base == 0, BaseUID: -1}
	hours := c.Hours()
	for d := range 7 {
		out.Days = append(out.Days, mspdi.WeekDay{DayType: d + 1, Working: hours[d] != "", Shifts: hours[d]})
	}
	out.Exceptions = days
	x.file.Calendars = append(x.file.Calendars, out)
	return uid
}

// oddDays are the days about the plan that differ from the week, as ranges.
func (x *mspdiExport) oddDays(c *workday.Calendar) (out []mspdi.Exception) {
	from, to := c.Window()
	from, to = max(from, x.first-horizonOfExport), min(to, x.last+horizonOfExport)
	hours := c.Hours()
	for d := from; d <= to; d++ {
		s := c.Shifts(d)
		if s == hours[d.Weekday()] {
			continue
		}
		title := c.Title(d)
		if n := len(out) - 1; n >= 0 && out[n].Range.Last() == d-1 && out[n].Shifts == s && out[n].Name == title {
			out[n].Range = mspdi.WholeDays(out[n].Range.From.Day, d)
			continue
		}
		out = append(out, mspdi.Exception{Name: title, Type: mspdi.Daily, Period: 1, Range: mspdi.WholeDays(d, d), Working: s != "", Shifts: s})
	}
	for i := range out {
		out[i].Occurrences = int(out[i].Range.Last()-out[i].Range.From.Day) + 1
	}
	return out
}

// resources writes the people and roles of the plan with their calendars and
// rates.
func (x *mspdiExport) resources(data.ID[data.Plan]) error {
	table, err := Costs(x.r)
	if err != nil {
		return err
	}
	for k, key := range x.in.who {
		uid := k + 1
		x.people[key] = uid
		cal := x.in.plan.Calendars[x.in.plan.Resources[k].Calendar]
		p, err := sqlite.Get(x.r, data.ID[data.Person](key))
		if err == nil {
			x.file.Resources = append(x.file.Resources, x.person(uid, p, cal, table))
			continue
		} else if err != data.ErrNotFound {
			return err
		}
		res, err := sqlite.Get(x.r, data.ID[data.Resource](key))
		if err != nil {
			return err
		}
		if res.What != data.ResourceRole {
			x.note("", "room", res.Name)
		}
		x.file.Resources = append(x.file.Resources, mspdi.Resource{UID: uid, ID: uid, Name: res.Name, Generic: true, MaxUnits: mspdi.Decimal(cmp.Or(res.Capacity, 100)) * 10_000,
			CalendarUID: x.calendar(cal, res.Name, x.file.Project.CalendarUID)})
	}
	return nil
}

func (x *mspdiExport) person(uid int, p data.Person, cal *workday.Calendar, table *cost.Table) mspdi.Resource {
	out := mspdi.Resource{UID: uid, ID: uid, Name: oneLine(p.FullName), Email: p.Email, Group: p.Department, Notes: p.Note, MaxUnits: mspdi.One,
		CalendarUID: x.calendar(cal, p.FullName, x.file.Project.CalendarUID)}
	if _, known := table.Rate(data.RateBill, x.work(p, x.first)); known {
		x.note(p.FullName, "billRates")
	}
	days, err := sqlite.List[data.Rate](x.r, "what = 'cost' AND valid_from > ? AND (person_id = ? OR grade = ? AND grade <> '') ORDER BY valid_from", x.first, p.ID, p.Grade)
	from := []data.Date{0}
	for _, r := range days {
		if err == nil && r.ValidFrom <= x.last && from[len(from)-1] != r.ValidFrom {
			from = append(from, r.ValidFrom)
		}
	}
	for i, d := range from {
		amount, known := table.Rate(data.RateCost, x.work(p, max(d, x.first)))
		if !known {
			continue
		}
		rate := mspdi.Decimal(amount) * 10_000
		if out.StandardRate == 0 {
			out.StandardRate, out.StandardRateFormat = rate, mspdi.PerHour
		}
		if len(from) > 1 {
			r := mspdi.Rate{From: data.Stamp{Day: max(d, firstRate)}, To: lastRate, StandardRate: rate, StandardRateFormat: mspdi.PerHour}
			if i+1 < len(from) {
				r.To = data.Stamp{Day: from[i+1] - 1, Min: 24*60 - 1}
			}
			out.Rates = append(out.Rates, r)
		}
	}
	return out
}

// lastRate is the last moment that MS Project knows.
var lastRate = data.Stamp{Day: data.NewDate(2049, 12, 31), Min: 24*60 - 1}

func (x *mspdiExport) work(p data.Person, on data.Date) cost.Work {
	return cost.Work{Person: p.ID, Client: x.tree.Project.ClientID, Project: x.tree.Project.ID, On: on}
}

// viewOf is the calendar whose days open and close the dates of a task, as an
// import takes it: its own, else that of its first person, else the plan's.
func (x *mspdiExport) viewOf(r data.PlanRow) *workday.Calendar {
	if !r.Task.CalendarID.IsZero() {
		if c, err := x.d.calendar(r.Task.CalendarID); err == nil {
			return c
		}
	}
	if len(r.Assignees) > 0 {
		a := r.Assignees[0]
		if uid, ok := x.people[personOrRole(a)]; ok {
			return x.in.plan.Calendars[x.in.plan.Resources[uid-1].Calendar]
		}
	}
	return x.own
}

func personOrRole(a data.Assignee) data.ID[data.Any] {
	if a.PersonID.IsZero() {
		return data.ID[data.Any](a.ResourceID)
	}
	return data.ID[data.Any](a.PersonID)
}

// worksBy is the calendar on which the engine runs a task.
func (x *mspdiExport) worksBy(r data.PlanRow) *workday.Calendar {
	k := x.in.plan.Tasks[x.idOf[r.Task.ID]].Calendar
	if k >= 0 && k < len(x.in.plan.Calendars) && k != schedule.None {
		return x.in.plan.Calendars[k]
	}
	return x.own
}
