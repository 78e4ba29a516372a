package schedule

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/workday"
)

// byHand is a small plan whose dates were worked out on paper from the
// definitions: of each task the start, the finish and the float in days; minutes
// where they are not those of the whole day.
type byHand struct {
	name     string
	start    string
	tasks    []Task
	links    []Link
	more     func(p *Plan)
	want     []string
	problems string
}

func hours(n int) data.Span    { return data.Span{Amount: int64(60 * n), Unit: data.WorkMinutes} }
func elapsedH(n int) data.Span { return data.Span{Amount: int64(60 * n), Unit: data.ElapsedMins} }
func calDays(n int) data.Span  { return data.Span{Amount: int64(1000 * n), Unit: data.CalendarDays} }

// top is a task of days at the top.
func top(n int) Task { return Task{Parent: None, Duration: data.Days(n)} }

func (t Task) with(change func(t *Task)) Task {
	change(&t)
	return t
}

func limited(n int, kind data.ConstraintKind, on string, at data.Minutes) Task {
	return top(n).with(func(t *Task) { t.Constraint, t.On, t.At = kind, day(on), at })
}

// milestoneBy is a manual milestone.
func milestoneBy(on string, at data.Minutes) Task {
	return top(0).with(func(t *Task) {
		t.Kind, t.Manual, t.StartsOn, t.EndsOn, t.At = data.TaskMilestone, true, day(on), day(on), at
	})
}

func shownByHand(c *workday.Calendar, r Row) string {
	one := func(d data.Date, at, whole data.Minutes) string {
		s := d.String()[5:]
		if at != whole {
			s += fmt.Sprintf(" %02d:%02d", at/60, at%60)
		}
		return s
	}
	a, b := c.Shape(r.Start), c.Shape(r.Finish)
	s := one(r.Start, r.StartAt, a.Open) + ".." + one(r.Finish, r.FinishAt, b.Close)
	return fmt.Sprintf("%s %s", s, strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.3f", float64(r.Float)/1000), "0"), "."))
}

func (b byHand) check(t *testing.T, base *workday.Calendar) {
	t.Helper()
	p := &Plan{Start: day(b.start), Calendars: []*workday.Calendar{base}, Tasks: b.tasks, Links: b.links}
	if b.more != nil {
		b.more(p)
	}
	p.UseAssignees()
	r := Solve(p)
	var got []string
	for i, row := range r.Rows {
		c := base
		if k := p.Tasks[i].Calendar; inside(k, len(p.Calendars)) {
			c = p.Calendars[k]
		}
		got = append(got, shownByHand(c, row))
	}
	if !slices.Equal(got, b.want) {
		t.Errorf("%s:\n got %q\nwant %q", b.name, got, b.want)
	}
	var codes []string
	for _, x := range r.Problems {
		codes = append(codes, fmt.Sprintf("%s:%d", x.Code, x.Task))
	}
	if got := strings.Join(codes, " "); got != b.problems {
		t.Errorf("%s: problems %q, want %q", b.name, got, b.problems)
	}
}

// 03.11.2026 is seven hours, 04.11 is off; 30.11 is a Monday; 31.12 to 10.01 is
// off.
var byHands = []byHand{
	{name: "days and hours over a short day and a holiday", start: "2026-11-02",
		tasks: []Task{top(2), {Parent: None, Duration: hours(8)}, {Parent: None, Duration: hours(16)}, top(1), {Parent: None, Duration: hours(1)}},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 2, Succ: 3}, {Pred: 3, Succ: 4}},
		// 16 h: 8 on Monday, 7 on Tuesday, 1 on Thursday; a day from 10:00 is until 10:00 of the next
		want: []string{"11-02..11-03 0.25", "11-05..11-05 0.25", "11-02..11-05 10:00 0", "11-05 10:00..11-06 10:00 0", "11-06 10:00..11-06 11:00 0"}},
	{name: "lags in hours over a short day", start: "2026-11-02", tasks: []Task{top(5), top(1), top(1)},
		links: []Link{{0, 1, data.StartStart, hours(15)}, {0, 2, data.StartStart, hours(16)}},
		want:  []string{"11-02..11-09 0", "11-05..11-05 2", "11-05 10:00..11-06 10:00 1.875"}},
	{name: "start to finish, lag and lead", start: "2026-11-30",
		tasks: []Task{limited(1, data.MustStart, "2026-12-07", 0), top(2), top(2)},
		links: []Link{{0, 1, data.StartFinish, data.Days(1)}, {0, 2, data.StartFinish, data.Days(-1)}},
		// 07.12 is day 5: the one ends with day 5, the other with day 3
		want: []string{"12-07..12-07 0", "12-04..12-07 0", "12-02..12-03 2"}},
	{name: "a chain as late as possible, with a deadline that moves nothing", start: "2026-11-30",
		tasks: []Task{top(10), limited(3, data.AsLateAsPossible, "", 0), limited(2, data.AsLateAsPossible, "", 0).with(func(t *Task) { t.DeadlineOn = day("2026-12-09") })},
		links: []Link{{Pred: 1, Succ: 2}},
		want:  []string{"11-30..12-11 0", "12-07..12-09 0", "12-10..12-11 0"}},
	{name: "links to and from a summary", start: "2026-11-30",
		tasks: []Task{top(2), {Parent: None}, top(2).with(func(t *Task) { t.Parent = 1 }), top(3).with(func(t *Task) { t.Parent = 1 }), top(1)},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 1, Succ: 4}},
		want:  []string{"11-30..12-01 0", "12-02..12-04 0", "12-02..12-03 1", "12-02..12-04 0", "12-07..12-07 0"}},
	{name: "a manual task in a summary with links", start: "2026-11-30",
		tasks: []Task{top(2), {Parent: None}, top(2).with(func(t *Task) { t.Parent = 1 }),
			top(6).with(func(t *Task) {
				t.Parent, t.Manual, t.StartsOn, t.EndsOn = 1, true, day("2026-12-01"), day("2026-12-08")
			}), top(1)},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 1, Succ: 4}},
		// 09.12 is day 7: the part of two days from day 2 on has 3 to spare, what precedes the manual one a day too few
		want: []string{"11-30..12-01 -1", "12-01..12-08 0", "12-02..12-03 3", "12-01..12-08 0", "12-09..12-09 0"}, problems: "startsTooEarly:3"},
	{name: "calendar days over the holidays", start: "2026-12-28", tasks: []Task{top(3), top(1), top(1)},
		links: []Link{{0, 1, data.FinishStart, calDays(3)}, {0, 2, data.FinishStart, calDays(-2)}},
		want:  []string{"12-28..12-30 0", "01-11..01-11 0", "12-29..12-29 2"}},
	{name: "milestones after a lag and after a lead", start: "2026-11-30", tasks: []Task{top(2), top(0), top(1), top(0), top(1)},
		links: []Link{{0, 1, data.FinishFinish, data.Days(1)}, {Pred: 1, Succ: 2}, {0, 3, data.FinishStart, data.Days(-1)}, {Pred: 3, Succ: 4}},
		want:  []string{"11-30..12-01 0", "12-02 18:00..12-02 0", "12-03..12-03 0", "12-01..12-01 09:00 2", "12-01..12-01 2"}},
	{name: "hours to the break and after it", start: "2026-11-30", tasks: []Task{{Parent: None, Duration: hours(4)}, {Parent: None, Duration: hours(1)}, {Parent: None, Duration: hours(2)}},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 0, Succ: 2, Type: data.FinishFinish}},
		want:  []string{"11-30..11-30 13:00 0", "11-30 14:00..11-30 15:00 0", "11-30 11:00..11-30 13:00 0.125"}},
	{name: "elapsed time that ends on days off", start: "2026-11-30",
		// six days and nights from Monday are over on Sunday 00:00: Saturday is the last of them; Monday 09:00
		// would do as well, which is Tuesday 09:00 for the start: a day. Two from Friday night end with Sunday.
		tasks: []Task{{Parent: None, Duration: elapsedH(144)}, top(1), top(5), {Parent: None, Duration: elapsedH(48)}, top(1)},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 2, Succ: 3}, {Pred: 3, Succ: 4}},
		want:  []string{"11-30 00:00..12-05 24:00 1", "12-07..12-07 0", "11-30..12-04 0", "12-05..12-06 24:00 0", "12-07..12-07 0"}},
	{name: "an absence inside, and a successor of another calendar", start: "2026-11-30", tasks: []Task{top(3), top(1)}, links: []Link{{Pred: 0, Succ: 1}},
		more: func(p *Plan) {
			p.Calendars = append(p.Calendars, p.Calendars[0].WithAbsences(workday.Absence{From: day("2026-12-02"), To: day("2026-12-02")}))
			p.Tasks[0].Calendar = 1
		}, want: []string{"11-30..12-03 0", "12-04..12-04 0"}},
	{name: "two trips with an absence in the second", start: "2026-11-30", tasks: []Task{top(4).with(func(t *Task) { t.Site = 1 }), top(1)}, links: []Link{{Pred: 0, Succ: 1}},
		more: func(p *Plan) {
			p.Calendars = append(p.Calendars, p.Calendars[0].WithAbsences(workday.Absence{From: day("2026-12-16"), To: day("2026-12-16")}))
			p.Resources = []Resource{{Calendar: 1, Trips: []Trip{{day("2026-12-08"), day("2026-12-08"), 1}, {day("2026-12-15"), day("2026-12-17"), 1}}}}
			p.Assignments = []Assignment{{Task: 0}}
		}, want: []string{"12-08..12-18 0", "12-21..12-21 0"}, problems: "outsideTrip:0"}, // 08, 15, 17, and 18 beyond the trip
	{name: "what remains of what is begun", start: "2026-11-30",
		tasks: []Task{begunBy(5, 40, data.Span{}), begunBy(5, 40, data.Days(3)), begunBy(5, 40, data.Days(4)), begunBy(5, 40, data.Days(1)), begunBy(5, 0, data.Days(3))},
		// 40 % of five days are two: 2+3, 2+3, 2+4, 2+1; without a per cent the duration tells: 2+3
		want: []string{"11-30..12-04 1", "11-30..12-04 1", "11-30..12-07 0", "11-30..12-02 3", "11-30..12-04 1"}},
	{name: "what remains after the status date", start: "2026-11-30", more: func(p *Plan) { p.Status = day("2026-12-07") },
		tasks: []Task{begunBy(5, 40, data.Span{}), begunBy(5, 40, data.Days(4)), top(5).with(func(t *Task) { t.Percent, t.Remaining = 40, data.Days(1) })},
		want:  []string{"11-30..12-09 1", "11-30..12-10 0", "11-30..12-07 3"}},
	{name: "what remains of what is not begun is all of it", start: "2026-11-30",
		tasks: []Task{top(5).with(func(t *Task) { t.Remaining = data.Days(2) }), top(5).with(func(t *Task) { t.Percent, t.Remaining = 40, data.Days(1) }),
			top(5).with(func(t *Task) { t.Remaining = data.Days(0) }), top(0).with(func(t *Task) { t.Remaining = data.Days(3) })},
		want: []string{"11-30..12-01 3", "11-30..12-02 2", "11-30..12-04 0", "11-30..11-30 09:00 5"}},
	{name: "calendar days over a weekend, and a milestone that a lag puts on a day off", start: "2026-11-30",
		tasks: []Task{top(5), {Parent: None, Duration: calDays(3)}, top(1), top(0), top(1)},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 1, Succ: 2}, {0, 3, data.FinishStart, calDays(1)}, {Pred: 3, Succ: 4}},
		want:  []string{"11-30..12-04 0", "12-05 09:00..12-07 0", "12-08..12-08 0", "12-07..12-07 09:00 1", "12-07..12-07 1"}},
	{name: "halves of a short day", start: "2026-11-03",
		tasks: []Task{{Parent: None, Duration: data.Span{Amount: 500, Unit: data.WorkDays}}, {Parent: None, Duration: data.Span{Amount: 500, Unit: data.WorkDays}}, top(1)},
		links: []Link{{Pred: 0, Succ: 1}, {Pred: 1, Succ: 2}},
		want:  []string{"11-03..11-03 12:30 0", "11-03 12:30..11-03 0", "11-05..11-05 0"}},
	{name: "begun on a Saturday", start: "2026-11-30", tasks: []Task{top(2).with(func(t *Task) { t.ActualStart = data.OnDay(day("2026-12-05")) }), top(1)},
		links: []Link{{Pred: 0, Succ: 1}}, want: []string{"12-05..12-08 0", "12-09..12-09 0"}},
	{name: "a manual task of hours", start: "2026-11-02",
		tasks: []Task{{Parent: None, Duration: hours(12), Manual: true, StartsOn: day("2026-11-02")}, {Parent: None, Duration: hours(4)}}, links: []Link{{Pred: 0, Succ: 1}},
		// until Tuesday 13:00; three hours are left of the short day, the fourth is on Thursday
		want: []string{"11-02..11-03 13:00 0", "11-03 14:00..11-05 10:00 0"}},
	{name: "a lag between two summaries", start: "2026-11-30",
		tasks: []Task{{Parent: None}, top(2).with(func(t *Task) { t.Parent = 0 }), top(3).with(func(t *Task) { t.Parent = 0 }),
			{Parent: None}, top(1).with(func(t *Task) { t.Parent = 3 }), top(2).with(func(t *Task) { t.Parent = 3 })},
		links: []Link{{0, 3, data.FinishStart, data.Days(2)}},
		want:  []string{"11-30..12-02 0", "11-30..12-01 1", "11-30..12-02 0", "12-07..12-08 0", "12-07..12-07 1", "12-07..12-08 0"}},
	{name: "limits by the minute on a short day", start: "2026-11-02",
		tasks: []Task{limited(2, data.NotLater, "2026-11-03", 17*60), limited(2, data.NotLater, "2026-11-03", 16*60)},
		// 16:00 is six of the seven hours: a seventh of a day too late
		want: []string{"11-02..11-03 0", "11-02..11-03 -0.143"}, problems: "notLaterMissed:1"},
	{name: "pinned on a day off, and before the plan", start: "2026-11-30",
		tasks: []Task{limited(1, data.MustStart, "2026-12-06", 0), limited(1, data.MustStart, "2026-11-27", 0)},
		want:  []string{"12-07..12-07 0", "11-27..11-27 0"}, problems: "beforePlanStart:1"},
	{name: "as late as possible before the holidays, and before a minute", start: "2026-12-21",
		tasks: []Task{limited(1, data.AsLateAsPossible, "", 0), limited(1, data.MustStart, "2027-01-11", 0)}, links: []Link{{Pred: 0, Succ: 1}},
		want: []string{"12-30..12-30 0", "01-11..01-11 0"}},
	{name: "as late as possible before a minute", start: "2026-11-30",
		tasks: []Task{{Parent: None, Duration: hours(2), Constraint: data.AsLateAsPossible}, {Parent: None, Duration: hours(1), Constraint: data.NotEarlier, On: day("2026-12-02"), At: 15 * 60}},
		links: []Link{{Pred: 0, Succ: 1}}, want: []string{"12-02 12:00..12-02 15:00 0", "12-02 15:00..12-02 16:00 0"}},
	{name: "half of a person for a day of work", start: "2026-11-30", tasks: []Task{{Parent: None}, top(1)}, links: []Link{{Pred: 0, Succ: 1}},
		more: func(p *Plan) {
			p.Resources, p.Assignments = []Resource{{}}, []Assignment{{Task: 0, Effort: data.Hours(8), Units: 50}}
		}, want: []string{"11-30..12-01 0", "12-02..12-02 0"}},
}

// begunBy is a task of n days that was begun on 30.11.
func begunBy(n, percent int, rest data.Span) Task {
	return top(n).with(func(t *Task) { t.ActualStart, t.Percent, t.Remaining = data.OnDay(day("2026-11-30")), percent, rest })
}

func TestPlansWorkedOutByHand(t *testing.T) {
	base := russia(t)
	for _, b := range byHands {
		b.check(t, base)
	}
}

// Where a milestone that a person has set lets the next task of a day begin: on
// its own day if it stands at the opening, inside it at a minute, else on the day
// after. Wednesday 02.12 opens at 09:00, has its break from 13:00 to 14:00 and
// closes at 18:00; Saturday 05.12 is off.
func TestWhatFollowsAMilestoneOfADate(t *testing.T) {
	base := russia(t)
	open, noon, closing := data.Minutes(9*60), data.Minutes(13*60), data.Minutes(18*60)
	const wednesday = "2026-12-02"
	for _, c := range []struct {
		m    Task
		want string
	}{
		{milestoneBy(wednesday, 0), "12-03..12-03"},
		{milestoneBy(wednesday, open), "12-02..12-02"},
		{milestoneBy(wednesday, 1), "12-02..12-02"},
		{milestoneBy(wednesday, noon), "12-02 14:00..12-03 13:00"},
		{milestoneBy(wednesday, closing), "12-03..12-03"},
		{milestoneBy(wednesday, 24*60), "12-03..12-03"},
		{milestoneBy("2026-12-05", open), "12-07..12-07"},
		{milestoneBy("2026-12-05", 0), "12-07..12-07"},
		{limited(0, data.MustStart, wednesday, 0), "12-02..12-02"},
		{limited(0, data.MustStart, wednesday, open), "12-02..12-02"},
		{limited(0, data.MustStart, wednesday, closing), "12-03..12-03"},
		{limited(0, data.NotEarlier, wednesday, 0), "12-02..12-02"},
		{limited(0, data.NotEarlier, wednesday, open), "12-02..12-02"},
		{limited(0, data.MustFinish, wednesday, 0), "12-03..12-03"},
		{limited(0, data.MustFinish, wednesday, open), "12-02..12-02"},
		{limited(0, data.FinishNotEarlier, wednesday, 0), "12-03..12-03"},
		{limited(0, data.FinishNotEarlier, wednesday, open), "12-02..12-02"},
		{top(0).with(func(t *Task) { t.ActualFinish = data.Stamp{Day: day(wednesday), Min: int(open)} }), "12-02..12-02"},
		{top(0).with(func(t *Task) { t.ActualFinish = data.OnDay(day(wednesday)) }), "12-03..12-03"},
	} {
		r := Solve(&Plan{Start: day("2026-11-30"), Calendars: []*workday.Calendar{base}, Tasks: []Task{c.m, top(1)}, Links: []Link{{Pred: 0, Succ: 1}}})
		if got := shownByHand(base, r.Rows[1]); !strings.HasPrefix(got, c.want+" ") {
			t.Errorf("%s %s at %d, manual %v, done %s: %s, want %s", c.m.Constraint, max(c.m.On, c.m.StartsOn), c.m.At, c.m.Manual, c.m.ActualFinish, got, c.want)
		}
		if d := r.Rows[0].Finish; d != day(wednesday) && d != day("2026-12-05") && c.m.At < closing {
			t.Errorf("%s at %d stands on %s", c.m.Constraint, c.m.At, d)
		}
	}
}
