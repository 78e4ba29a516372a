package command_test

import (
	"fmt"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// project writes an MS Project file: eight hours from 8 to 12 and 13 to 17, five
// days a week, from Monday 2 March 2026 on, unless the elements say otherwise.
type project struct {
	head, calendars, tasks, resources, assignments string
}

const standardCalendar = `<Calendar><UID>1</UID><Name>Стандартный</Name><IsBaseCalendar>1</IsBaseCalendar></Calendar>`

func (p project) xml() string {
	head := p.head
	if !strings.Contains(head, "<StartDate>") {
		head += "<StartDate>2026-03-02T08:00:00</StartDate>"
	}
	return `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project"><Name>План</Name>` + head +
		`<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><DurationFormat>7</DurationFormat>` +
		`<Calendars>` + standardCalendar + p.calendars + `</Calendars><Tasks>` + p.tasks + `</Tasks><Resources>` + p.resources +
		`</Resources><Assignments>` + p.assignments + `</Assignments></Project>`
}

// row writes a task: UID and level, the start and finish that MS Project stores,
// hours of duration, and further elements.
func row(uid, level int, start, finish string, hours float64, more string) string {
	minutes := int(hours * 60)
	if !strings.Contains(more, "<DurationFormat>") {
		more = "<DurationFormat>7</DurationFormat>" + more
	}
	return fmt.Sprintf("<Task><UID>%d</UID><ID>%d</ID><Name>Задача %d</Name><OutlineLevel>%d</OutlineLevel><Start>%s:00</Start><Finish>%s:00</Finish><Duration>PT%dH%dM0S</Duration>%s</Task>",
		uid, uid, uid, level, start, finish, minutes/60, minutes%60, more)
}

// after is a link to a predecessor: type 0 FF, 1 FS, 2 SF, 3 SS; lag in tenths of
// a minute and its format.
func after(uid, typ, lag, format int) string {
	return fmt.Sprintf("<PredecessorLink><PredecessorUID>%d</PredecessorUID><Type>%d</Type><LinkLag>%d</LinkLag><LagFormat>%d</LagFormat></PredecessorLink>", uid, typ, lag, format)
}

func constraint(typ int, date string) string {
	return fmt.Sprintf("<ConstraintType>%d</ConstraintType><ConstraintDate>%s:00</ConstraintDate>", typ, date)
}

func readProject(t testing.TB, source string) *mspdi.File {
	t.Helper()
	f, err := mspdi.Read(strings.NewReader(source), mspdi.Limits{})
	if err != nil {
		t.Fatalf("%v\n%s", err, source)
	}
	return f
}

// take imports a source as a step and tells what it told.
func take(t testing.TB, f *sqlite.File, source string) (command.ImportPreview, error) {
	t.Helper()
	var p command.ImportPreview
	_, err := f.Do(command.ImportMSPDI{Source: readProject(t, source), File: "план.xml", Words: text.For(text.RU), Report: func(x command.ImportPreview) { p = x }})
	return p, err
}

// storedDays are the dates of a task as MS Project stores them: a finish at the
// first minute of a day is the working day before; a milestone stands on its day.
func storedDays(f *mspdi.File, t *mspdi.Task) (from, to data.Date) {
	if t.Start == t.Finish {
		return t.Start.Day, t.Start.Day
	}
	v := f.View(f.Project.CalendarUID)
	return t.Start.Day, v.FinishDay(t.Finish)
}

// agreement compares the engine's dates with those that the file stores. Tasks
// with splits, with contours and rows of other files do not count.
func agreement(t testing.TB, f *sqlite.File, file *mspdi.File, plan string) (same, all int, differ []string) {
	t.Helper()
	skip := map[int]bool{}
	for _, n := range file.Losses() {
		if n.Code == "split" || n.Code == "contour" || n.Code == "contourDrawn" {
			skip[n.UID] = true
		}
	}
	out := tree(t, f, plan)
	names, err := f.Read().PlanNames(out.Plan.ID)
	if err != nil {
		t.Fatal(err)
	}
	at := file.TaskIndex()
	for _, r := range out.Rows {
		var uid int
		fmt.Sscan(names.External[r.Task.ID], &uid)
		x := &file.Tasks[at[uid]]
		if skip[uid] || x.Start.IsZero() || x.Finish.IsZero() {
			continue
		}
		all++
		from, to := storedDays(file, x)
		if from == r.Date.StartsOn && to == r.Date.EndsOn {
			same++
			continue
		}
		differ = append(differ, fmt.Sprintf("UID %d %s: %s..%s, stored %s..%s (%s..%s) %s", uid, x.Name, r.Date.StartsOn, r.Date.EndsOn, from, to, x.Start, x.Finish, r.Date.Problem))
	}
	return same, all, differ
}

// resource writes a person with a calendar.
func resource(uid int, name string, calendar int, more string) string {
	return fmt.Sprintf("<Resource><UID>%d</UID><ID>%d</ID><Name>%s</Name><Type>1</Type>%s<CalendarUID>%d</CalendarUID></Resource>", uid, uid, name, more, calendar)
}

// assign writes an assignment with units and hours of work.
func assign(uid, task, resource int, units float64, hours int) string {
	return fmt.Sprintf("<Assignment><UID>%d</UID><TaskUID>%d</TaskUID><ResourceUID>%d</ResourceUID><Units>%g</Units><Work>PT%dH0M0S</Work></Assignment>", uid, task, resource, units, hours)
}
