package schedule

import (
	"fmt"
	"slices"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// The first story: seven tasks of three people. К leads and travels, Л works in
// the office and is on vacation later, Г is a trainee.
const (
	personK = iota
	personL
	personG
	siteOfClient = 1
)

var storyNames = []string{"1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "3", "3.1", "3.2"}

func storyTask(name string) int { return slices.Index(storyNames, name) }

// storyPlan is the plan as Anna enters it, with a vacation of Л if there is one.
func storyPlan(t *testing.T, trip Trip, away ...workday.Absence) *Plan {
	base := russia(t)
	p := &Plan{Start: day("2026-11-30"), Calendars: []*workday.Calendar{base, base.WithAbsences(away...)},
		Resources: []Resource{{Calendar: 0, Trips: []Trip{trip}}, {Calendar: 1}, {Calendar: 0}}}
	stage := None
	for i, x := range []struct {
		days    int
		k, l, g int
	}{{}, {5, 24, 32, 0}, {4, 0, 32, 16}, {3, 16, 16, 0}, {}, {5, 32, 24, 0}, {8, 16, 64, 0}, {}, {10, 56, 64, 24}, {}} {
		task := Task{Parent: stage, Kind: data.TaskWork}
		if len(storyNames[i]) == 1 {
			stage, task.Parent, task.Kind = i, None, data.TaskStage
		} else {
			task.Duration = data.Days(x.days)
		}
		p.Tasks = append(p.Tasks, task)
		for person, hours := range []int{x.k, x.l, x.g} {
			if hours > 0 {
				p.Assignments = append(p.Assignments, Assignment{Task: i, Resource: person, Effort: data.Hours(hours)})
			}
		}
	}
	p.Tasks[storyTask("1.1")].Site = siteOfClient
	last := &p.Tasks[storyTask("3.2")]
	last.Kind, last.DeadlineOn = data.TaskMilestone, day("2027-01-27")
	chain := []string{"1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "3.2"}
	for i := range chain[1:] {
		p.Links = append(p.Links, Link{storyTask(chain[i]), storyTask(chain[i+1]), data.FinishStart, data.Span{}})
	}
	p.UseAssignees()
	return p
}

func storyTrip(from, to string) Trip { return Trip{day(from), day(to), siteOfClient} }

func sameDates(t *testing.T, r *Result, want map[string]string) {
	t.Helper()
	for name, dates := range want {
		row := r.Rows[storyTask(name)]
		if got := fmt.Sprintf("%s %s", row.Start, row.Finish); got != dates {
			t.Errorf("%s: %s, want %s", name, got, dates)
		}
	}
}

var storyDates = map[string]string{"1": "2026-11-30 2026-12-15", "1.1": "2026-11-30 2026-12-04", "1.2": "2026-12-07 2026-12-10",
	"1.3": "2026-12-11 2026-12-15", "2": "2026-12-16 2027-01-12", "2.1": "2026-12-16 2026-12-22", "2.2": "2026-12-23 2027-01-12",
	"3": "2027-01-13 2027-01-26", "3.1": "2027-01-13 2027-01-26", "3.2": "2027-01-26 2027-01-26"}

func TestStoryOneAsPlanned(t *testing.T) {
	r := Solve(storyPlan(t, storyTrip("2026-11-30", "2026-12-04")))
	sameDates(t, r, storyDates)
	last := r.Rows[storyTask("3.2")]
	if last.Slack != 1 || !last.HasSlack || !last.Critical {
		t.Errorf("the milestone of 26.01 has a working day to 27.01: %+v", last)
	}
	if r.Effort != data.Hours(416) || r.Rows[storyTask("1")].Effort != data.Hours(136) || r.Finish != day("2027-01-26") {
		t.Errorf("effort %d, stage 1 %d, finish %s", r.Effort, r.Rows[storyTask("1")].Effort, r.Finish)
	}
	// Ласточкин is at 1.1 by assignment and travels nowhere: the window asks.
	want := []Problem{{Code: StaysHome, Task: storyTask("1.1"), Link: None, Resource: personL}}
	if fmt.Sprint(r.Problems) != fmt.Sprint(want) {
		t.Errorf("problems %v, want %v", r.Problems, want)
	}
}

// 28-30.12 are three working days, 31.12-10.01 nobody works: eight days from 23.12
// are 23 24 25.12, 11 12 13 14 15.01.
func TestStoryOneWithTheVacation(t *testing.T) {
	vacation := workday.Absence{From: day("2026-12-28"), To: day("2026-12-30"), Kind: data.Vacation, Title: "Ласточкин"}
	trip := storyTrip("2026-11-30", "2026-12-04")
	before := slices.Clone(Solve(storyPlan(t, trip)).Rows)
	p := storyPlan(t, trip, vacation)
	var s Solver
	r := s.Solve(p)
	sameDates(t, r, map[string]string{"1.1": "2026-11-30 2026-12-04", "1.2": "2026-12-07 2026-12-10", "1.3": "2026-12-11 2026-12-15",
		"2.1": "2026-12-16 2026-12-22", "2.2": "2026-12-23 2027-01-15", "3.1": "2027-01-18 2027-01-29", "3.2": "2027-01-29 2027-01-29"})
	last := storyTask("3.2")
	if r.Rows[last].Slack != -2 {
		t.Errorf("29.01 misses 27.01 by two working days, not %d", r.Rows[last].Slack)
	}
	if ghost := p.Calendars[0].Distance(before[last].Finish, r.Rows[last].Finish); ghost != 3 {
		t.Errorf("the baseline lies %d working days before, want 3", ghost)
	}
	causes(t, s.WhyStart(storyTask("3.1")), "link 2.2 2026-12-23 2027-01-15 0", "weekend 3.1 2027-01-16 2027-01-17 0",
		"absence 2.2 2026-12-28 2026-12-30 3 Ласточкин", "daysOff 2.2 2026-12-31 2027-01-10 7 Новогодние каникулы")
	causes(t, s.WhyStart(last), "link 3.1 2027-01-18 2027-01-29 0")
	causes(t, s.WhyFinish(storyTask("2.2")), "absence 2.2 2026-12-28 2026-12-30 3 Ласточкин", "daysOff 2.2 2026-12-31 2027-01-10 7 Новогодние каникулы")
	sameDates(t, Solve(storyPlan(t, trip)), storyDates) // the vacation taken back
}

func causes(t *testing.T, got []Cause, want ...string) {
	t.Helper()
	var lines []string
	for _, c := range got {
		line := fmt.Sprintf("%s %s %s %s %d", c.Kind, storyNames[c.Task], c.From, c.To, c.Days)
		if c.Title != "" {
			line += " " + c.Title
		}
		lines = append(lines, line)
	}
	if !slices.Equal(lines, want) {
		t.Errorf("causes\n got %q\nwant %q", lines, want)
	}
}

// A trip a day later, 01-07.12, takes the interviews along, and all that follows:
// the milestone on 27.01 keeps its deadline with no day to spare. A trip of four
// days leaves the fifth to the next ordinary one, and says so. Without a trip the
// work goes on at once, and says so.
func TestStoryOneWithOtherTrips(t *testing.T) {
	var s Solver
	r := s.Solve(storyPlan(t, storyTrip("2026-12-01", "2026-12-07")))
	sameDates(t, r, map[string]string{"1.1": "2026-12-01 2026-12-07", "1.2": "2026-12-08 2026-12-11", "3.2": "2027-01-27 2027-01-27"})
	if r.Rows[storyTask("3.2")].Slack != 0 {
		t.Errorf("slack %d", r.Rows[storyTask("3.2")].Slack)
	}
	causes(t, s.WhyStart(storyTask("1.1")), "planStart 1.1 2026-11-30 2026-11-30 0", "awaitsTrip 1.1 2026-11-30 2026-11-30 1")

	site := storyTask("1.1")
	for trip, want := range map[Trip]Code{storyTrip("2026-11-30", "2026-12-03"): OutsideTrip, {}: NoTrip} {
		r = s.Solve(storyPlan(t, trip))
		sameDates(t, r, map[string]string{"1.1": "2026-11-30 2026-12-04", "3.2": "2027-01-26 2027-01-26"})
		if !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Code == want && p.Task == site }) {
			t.Errorf("trip %s-%s: %v, want %s", trip.From, trip.To, r.Problems, want)
		}
	}
}

// What would change if 2.1 took a day more: everything behind it, and the
// milestone with it; the plan itself stays.
func TestStoryOneWhatIf(t *testing.T) {
	p := storyPlan(t, storyTrip("2026-11-30", "2026-12-04"))
	var s Solver
	s.Solve(p)
	change := Change{Task: storyTask("2.1"), To: p.Tasks[storyTask("2.1")]}
	change.To.Duration = data.Days(6)
	s.Try(func(moved []int, r *Result) {
		sameDates(t, r, map[string]string{"2.1": "2026-12-16 2026-12-23", "2.2": "2026-12-24 2027-01-13", "3.2": "2027-01-27 2027-01-27"})
		var names []string
		for _, i := range moved {
			names = append(names, storyNames[i])
		}
		if want := []string{"2", "2.1", "2.2", "3", "3.1", "3.2"}; !slices.Equal(names, want) {
			t.Errorf("moved %v, want %v", names, want)
		}
	}, change)
	sameDates(t, &s.result, storyDates)
}
