package schedule

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

var update = flag.Bool("update", false, "write what the cases give below their line")

// Cases are text files: a plan above the line "---", below it what is expected.
//
//	start 2026-11-30
//	calendar 2026-12-28..2026-12-30 title     the next calendar: Russia's with an absence
//	week 20                                   the next calendar: Russia's with hours a week
//	shifts 08:00-12:00,13:00-16:00            the next calendar: Russia's with shifts
//	people 0 1                                the calendars of the resources
//	trip 0 1 2026-11-30..2026-12-04           of resource 0 to site 1
//	status 2026-12-01                         the status date
//	project 2026-11-30 2026-12-01             the next project, with its status date
//	common                                    float to the last end of all projects
//	show minutes free                         more columns
//	why id                                    the causes of its dates
//	id parent duration predecessors options   a task; "-" for nothing
//
// Options: cal=1 kind=milestone deadline=D not_earlier=D must_start=D@12:00 ...
// manual=D..D percent=50 effort=32h on=0:24h,1:32h@50 (resource, effort, units)
// begun=D done=D done=D..D (the last also begun) remaining=2d delay=240m site=1
// project=1. Stamps of facts may be 2026-01-12T13:00.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/case/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		above, below, _ := strings.Cut(string(b), "---\n")
		got := runCase(t, name, above)
		if *update {
			if err := os.WriteFile(name, []byte(above+"---\n"+got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		sameLines(t, name, got, below)
	}
}

// casePlan is a plan under construction.
type casePlan struct {
	Plan
	ids   []string
	preds []string
	why   []string
	show  string
}

func readCase(t *testing.T, name, text string) *casePlan {
	t.Helper()
	c := &casePlan{Plan: Plan{Calendars: []*workday.Calendar{russia(t)}}}
	for i, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if err := c.line(f); err != nil {
			t.Fatalf("%s:%d: %v", name, i+1, err)
		}
	}
	index := func(id string) (int, bool) {
		for i, x := range c.ids {
			if x == id {
				return i, true
			}
		}
		return 0, false
	}
	for i, text := range c.preds {
		preds, err := ParseLinks(text, index)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, p := range preds {
			c.Links = append(c.Links, Link{p.Task, i, p.Type, p.Lag})
		}
	}
	return c
}

func (c *casePlan) line(f []string) (err error) {
	switch f[0] {
	case "start":
		c.Start = day(f[1])
	case "status":
		c.Status = day(f[1])
	case "common":
		c.CommonEnd = true
	case "show":
		c.show = strings.Join(f[1:], " ")
	case "project":
		c.Projects = append(c.Projects, Project{Start: day(f[1])})
		if len(f) > 2 {
			c.Projects[len(c.Projects)-1].Status = day(f[2])
		}
	case "trip":
		who, _ := strconv.Atoi(f[1])
		site, _ := strconv.Atoi(f[2])
		from, to, _ := strings.Cut(f[3], "..")
		c.Resources[who].Trips = append(c.Resources[who].Trips, Trip{day(from), day(to), site})
	case "shifts":
		s, err := data.ParseShifts(f[1])
		if err != nil {
			return err
		}
		c.Calendars = append(c.Calendars, workday.NewHours(workday.Hours{"", s, s, s, s, s, ""}, c.Calendars[0].Days(), nil))
	case "calendar":
		from, to, _ := strings.Cut(f[1], "..")
		c.Calendars = append(c.Calendars, c.Calendars[0].WithAbsences(workday.Absence{From: day(from), To: day(to), Kind: data.Vacation, Title: strings.Join(f[2:], " ")}))
	case "week":
		hours, _ := strconv.Atoi(f[1])
		c.Calendars = append(c.Calendars, c.Calendars[0].WithWeek(workday.HoursWeek(data.Hours(hours))))
	case "people":
		for _, x := range f[1:] {
			n, _ := strconv.Atoi(x)
			c.Resources = append(c.Resources, Resource{Calendar: n})
		}
	case "why":
		c.why = append(c.why, f[1])
	default:
		return c.task(f)
	}
	return nil
}

func (c *casePlan) task(f []string) (err error) {
	t := Task{Parent: None, Kind: data.TaskWork}
	if f[1] != "-" {
		t.Parent = len(c.ids) + 1000
		for i, id := range c.ids {
			if id == f[1] {
				t.Parent = i
			}
		}
	}
	if f[2] != "-" {
		if t.Duration, err = data.ParseSpan(f[2]); err != nil {
			return err
		}
	}
	for _, o := range f[4:] {
		key, value, _ := strings.Cut(o, "=")
		if err := c.option(&t, key, value); err != nil {
			return err
		}
	}
	c.ids, c.preds = append(c.ids, f[0]), append(c.preds, strings.Trim(f[3], "-"))
	c.Tasks = append(c.Tasks, t)
	return nil
}

func (c *casePlan) option(t *Task, key, value string) (err error) {
	switch key {
	case "cal":
		t.Calendar, err = strconv.Atoi(value)
	case "kind":
		t.Kind = data.TaskKind(value)
	case "deadline":
		t.DeadlineOn = day(value)
	case "percent":
		t.Percent, err = strconv.Atoi(value)
	case "effort":
		t.Effort, err = minutesOf(value)
	case "site":
		t.Site, err = strconv.Atoi(value)
	case "project":
		t.Project, err = strconv.Atoi(value)
	case "remaining":
		t.Remaining, err = data.ParseSpan(value)
	case "delay":
		t.Delay, err = data.ParseSpan(value)
	case "begun":
		t.ActualStart, err = data.ParseStamp(value)
	case "done":
		from, to, both := strings.Cut(value, "..")
		if both {
			if t.ActualStart, err = data.ParseStamp(from); err != nil {
				return err
			}
			from = to
		}
		t.ActualFinish, err = data.ParseStamp(from)
	case "manual":
		from, to, _ := strings.Cut(value, "..")
		t.Manual, t.StartsOn, t.EndsOn = true, day(from), day(to)
	case "on":
		for _, x := range strings.Split(value, ",") {
			who, rest, _ := strings.Cut(x, ":")
			hours, units, _ := strings.Cut(rest, "@")
			a := Assignment{Task: len(c.ids)}
			a.Resource, _ = strconv.Atoi(who)
			a.Units, _ = strconv.Atoi(units)
			if hours != "" {
				if a.Effort, err = minutesOf(hours); err != nil {
					return err
				}
			}
			c.Assignments = append(c.Assignments, a)
		}
	default:
		on, at, _ := strings.Cut(value, "@")
		t.Constraint, t.On = data.ConstraintKind(key), day(on)
		if at != "" {
			var s data.Stamp
			s, err = data.ParseStamp(on + "T" + at)
			t.At = data.Minutes(s.Min)
		}
	}
	return err
}

func minutesOf(s string) (data.Minutes, error) {
	h, err := data.ParseThousandths(strings.TrimSuffix(s, "h"))
	return data.Minutes(h * 60 / 1000), err
}

// runCase is what a case gives: rows, totals, problems, causes.
func runCase(t *testing.T, name, text string) string {
	t.Helper()
	c := readCase(t, name, text)
	if strings.Contains(text, "people") {
		c.UseAssignees()
	}
	var s Solver
	r := s.Solve(&c.Plan)
	var b strings.Builder
	minutes, free := strings.Contains(c.show, "minutes"), strings.Contains(c.show, "free")
	b.WriteString("id\tstart\tfinish\tdays\tfloat\tcritical\tslack\tpercent\thours")
	if free {
		b.WriteString("\tfree")
	}
	b.WriteString("\n")
	for i, row := range r.Rows {
		critical, slack := "-", "-"
		if row.Critical {
			critical = "critical"
		}
		if row.HasSlack {
			slack = strconv.Itoa(row.Slack)
		}
		start, finish := row.Start.String(), row.Finish.String()
		if minutes {
			start, finish = fmt.Sprintf("%sT%02d:%02d", start, row.StartAt/60, row.StartAt%60), fmt.Sprintf("%sT%02d:%02d", finish, row.FinishAt/60, row.FinishAt%60)
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t%s", c.ids[i], start, finish, data.Thousandths(row.Duration),
			data.Thousandths(row.Float), critical, slack, row.Percent, data.Thousandths(int64(row.Effort)*1000/60))
		if free {
			b.WriteString("\t" + data.Thousandths(row.Free))
		}
		b.WriteString("\n")
	}
	fmt.Fprintf(&b, "plan\t%s\t%s\t%d %%\t%s h\n", r.Start, r.Finish, r.Percent, data.Thousandths(int64(r.Effort)*1000/60))
	for _, p := range r.Problems {
		fmt.Fprintf(&b, "problem %s%s\n", p.Code, c.about(p))
	}
	for _, id := range c.why {
		c.explain(&b, &s, id)
	}
	return b.String()
}

func (c *casePlan) about(p Problem) string {
	out := ""
	if p.Task != None {
		out += " " + c.ids[p.Task]
	}
	if p.Link != None {
		l := c.Links[p.Link]
		out += fmt.Sprintf(", link %s%s -> %s", c.ids[l.Pred], l.Type, c.ids[l.Succ])
	}
	if p.Code == StaysHome {
		out += fmt.Sprintf(", resource %d", p.Resource)
	}
	if len(p.Tasks) > 0 {
		out += ", tasks"
		for _, t := range p.Tasks {
			out += " " + c.ids[t]
		}
	}
	return out
}

func (c *casePlan) explain(b *strings.Builder, s *Solver, id string) {
	for i, x := range c.ids {
		if x != id {
			continue
		}
		for _, w := range s.WhyStart(i) {
			c.cause(b, id+" starts", w)
		}
		for _, w := range s.WhyFinish(i) {
			c.cause(b, id+" finishes", w)
		}
	}
}

func (c *casePlan) cause(b *strings.Builder, what string, w Cause) {
	link := ""
	if w.Link != None {
		link = " " + string(c.Links[w.Link].Type) + c.Links[w.Link].Lag.String()
	}
	fmt.Fprintf(b, "%s: %s %s%s %s..%s %d %s\n", what, w.Kind, c.ids[w.Task], link, w.From, w.To, w.Days, w.Title)
}
