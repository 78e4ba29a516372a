package command_test

import (
	"fmt"
	"testing"

	"portfel/data"
)

// The days of these files open at 08:00 and close at 17:00, Monday to Friday;
// 02.03.2026 is a Monday.

const (
	manual  = "<Manual>1</Manual>"
	elapsed = "<DurationFormat>8</DurationFormat>"
)

func facts(start, finish string) string {
	s := "<PercentComplete>50</PercentComplete><ActualStart>" + start + ":00</ActualStart>"
	if finish != "" {
		s = "<PercentComplete>100</PercentComplete><ActualStart>" + start + ":00</ActualStart><ActualFinish>" + finish + ":00</ActualFinish>"
	}
	return s
}

// What follows a milestone that was set by hand begins where MS Project begins it:
// on its day when that has not been worked yet, else on the next; and its day is
// that of the file. The file that is written again has the same minute.
func TestAManualMilestoneKeepsItsMinute(t *testing.T) {
	for at, want := range map[string]string{
		"08:00": "2026-03-04@480 then 2026-03-04..2026-03-04",
		"00:00": "2026-03-04@480 then 2026-03-04..2026-03-04",
		"13:00": "2026-03-04@780 then 2026-03-04..2026-03-05",
		"17:00": "2026-03-04@0 then 2026-03-05..2026-03-05",
		"20:00": "2026-03-04@0 then 2026-03-05..2026-03-05",
	} {
		f := newFile(t)
		when := "2026-03-04T" + at
		if _, err := take(t, f, project{tasks: row(1, 1, when, when, 0, manual+"<Milestone>1</Milestone>") + row(2, 1, "2026-03-05T08:00", "2026-03-05T17:00", 8, after(1, 1, 0, 7))}.xml()); err != nil {
			t.Fatal(err)
		}
		r := tree(t, f, "план").Rows
		got := fmt.Sprintf("%s@%d then %s..%s", r[0].Date.EndsOn, r[0].Task.ConstraintAt, r[1].Date.StartsOn, r[1].Date.EndsOn)
		if got != want || r[0].Task.StartsOn != r[0].Date.EndsOn || r[0].Task.Mode != data.ModeManual {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
		b, _ := projectBytes(t, f, tree(t, f, "план").Plan.ID)
		g := newFile(t)
		if _, err := take(t, g, string(b)); err != nil {
			t.Fatal(err)
		}
		if x := tree(t, g, "план").Rows[0].Task; x.ConstraintAt != r[0].Task.ConstraintAt || x.StartsOn != r[0].Task.StartsOn {
			t.Errorf("%s comes back as %s@%d", at, x.StartsOn, x.ConstraintAt)
		}
	}
}

// A finish at midnight, or in the first minute of a working day, is the working day
// before, wherever it stands; a start is the day itself.
func TestFinishesAtMidnightAreTheDayBefore(t *testing.T) {
	for _, c := range []struct{ what, more, start, finish, want string }{
		{"deadline at midnight", "<Deadline>2026-03-05T00:00:00</Deadline>", "", "", "due 2026-03-04"},
		{"deadline in the first minute", "<Deadline>2026-03-05T08:00:00</Deadline>", "", "", "due 2026-03-04"},
		{"deadline at the close", "<Deadline>2026-03-05T17:00:00</Deadline>", "", "", "due 2026-03-05"},
		{"deadline on Monday at midnight", "<Deadline>2026-03-09T00:00:00</Deadline>", "", "", "due 2026-03-06"},
		{"start not earlier at midnight", constraint(4, "2026-03-05T00:00"), "", "", "not_earlier 2026-03-05@0"},
		{"start not earlier at the opening", constraint(4, "2026-03-05T08:00"), "", "", "not_earlier 2026-03-05@0"},
		{"start not earlier at the close", constraint(4, "2026-03-05T17:00"), "", "", "not_earlier 2026-03-06@0"},
		{"finish not later at midnight", constraint(7, "2026-03-05T00:00"), "", "", "not_later 2026-03-04@0"},
		{"finish not later in the first minute", constraint(7, "2026-03-05T08:00"), "", "", "not_later 2026-03-04@0"},
		{"must finish at noon", constraint(3, "2026-03-05T12:00"), "", "", "must_finish 2026-03-05@720"},
		{"finished at midnight", facts("2026-03-02T08:00", "2026-03-06T00:00"), "", "", "2026-03-02..2026-03-05"},
		{"finished in the first minute", facts("2026-03-02T08:00", "2026-03-06T08:00"), "", "", "2026-03-02..2026-03-05"},
		{"finished on Monday at midnight", facts("2026-03-02T08:00", "2026-03-09T00:00"), "", "", "2026-03-02..2026-03-06"},
		{"begun at the close", facts("2026-03-03T17:00", ""), "", "", "2026-03-04.."},
		{"manual until midnight", manual, "2026-03-02T08:00", "2026-03-06T00:00", "by hand 2026-03-02..2026-03-05"},
		{"manual until the first minute", manual, "2026-03-02T08:00", "2026-03-09T08:00", "by hand 2026-03-02..2026-03-06"},
	} {
		f := newFile(t)
		if c.start == "" {
			c.start, c.finish = "2026-03-02T08:00", "2026-03-02T17:00"
		}
		if _, err := take(t, f, project{tasks: row(1, 1, c.start, c.finish, 8, c.more)}.xml()); err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		x := tree(t, f, "план").Rows[0].Task
		got := ""
		switch {
		case !x.DeadlineOn.IsZero():
			got = "due " + x.DeadlineOn.String()
		case x.ConstraintKind != "":
			got = fmt.Sprintf("%s %s@%d", x.ConstraintKind, x.ConstraintOn, x.ConstraintAt)
		case x.Mode == data.ModeManual:
			got = fmt.Sprintf("by hand %s..%s", x.StartsOn, x.EndsOn)
		default:
			got = fmt.Sprintf("%s..%s", x.ActualStart, x.ActualFinish)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// Elapsed time keeps its minutes: a day and a night from Monday 08:00 are over on
// Tuesday 08:00, planned, begun and done; a milestone keeps a deadline of its own
// morning.
func TestElapsedTimeKeepsItsMinutes(t *testing.T) {
	f := newFile(t)
	if _, err := take(t, f, project{tasks: row(1, 1, "2026-03-02T08:00", "2026-03-03T08:00", 24, elapsed+constraint(4, "2026-03-02T08:00")) +
		row(2, 1, "2026-03-02T08:00", "2026-03-03T08:00", 24, elapsed+facts("2026-03-02T08:00", "")) +
		row(3, 1, "2026-03-02T08:00", "2026-03-03T08:00", 24, elapsed+facts("2026-03-02T08:00", "2026-03-03T08:00")) +
		row(4, 1, "2026-03-06T00:00", "2026-03-08T00:00", 48, elapsed+facts("2026-03-06T00:00", "2026-03-08T00:00")) +
		row(5, 1, "2026-03-03T08:00", "2026-03-03T08:00", 0, constraint(4, "2026-03-03T08:00")+"<Deadline>2026-03-03T08:00:00</Deadline>")}.xml()); err != nil {
		t.Fatal(err)
	}
	out := tree(t, f, "план")
	for i, want := range []string{"2026-03-02 08:00..2026-03-03 08:00", "2026-03-02 08:00..2026-03-03 08:00", "2026-03-02 08:00..2026-03-03 08:00", "2026-03-06 08:00..2026-03-07 24:00", "2026-03-03 08:00..2026-03-03 08:00"} {
		d := out.Rows[i].Date
		got := fmt.Sprintf("%s %02d:%02d..%s %02d:%02d", d.StartsOn, d.StartAt/60, d.StartAt%60, d.EndsOn, d.FinishAt/60, d.FinishAt%60)
		if got != want {
			t.Errorf("task %d: %s, want %s", i+1, got, want)
		}
	}
	if d := out.Rows[4].Date; d.SlackDays != 0 || !d.HasSlack {
		t.Errorf("the milestone misses its deadline by %d", d.SlackDays)
	}
}

// A status date with unfinished work before it is left out, and this is told with
// the number of tasks; without such work it is taken.
func TestAStatusDateLeftOutIsTold(t *testing.T) {
	for head, want := range map[string]string{"2026-03-11": "mspdi.statusDate 2026-03-11 2", "2026-03-02": ""} {
		f := newFile(t)
		p, err := take(t, f, project{head: "<StatusDate>" + head + "T17:00:00</StatusDate>",
			tasks: row(1, 1, "2026-03-02T08:00", "2026-03-06T17:00", 40, "") + row(2, 1, "2026-03-09T08:00", "2026-03-09T17:00", 8, after(1, 1, 0, 7))}.xml())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, n := range p.Notes {
			if n.What.Code == "mspdi.statusDate" {
				got = fmt.Sprintf("%s %s %s", n.What.Code, n.What.Args[0], n.What.Args[1])
			}
		}
		if on := tree(t, f, "план").Plan.StatusOn; got != want || on.IsZero() != (want != "") {
			t.Errorf("status %s: told %q, want %q; taken %s", head, got, want, on)
		}
	}
}
