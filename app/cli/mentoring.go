package cli

import (
	"strconv"

	"portfel/data"
	"portfel/data/command"
)

// runMentoring prints the plan of one trainee, a line an item, then its totals as
// key and value.
func runMentoring(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	id, err := lookUp[data.Mentoring](f.Read(), data.KindMentoring, c.args[1])
	if err != nil {
		return err
	}
	x, err := command.ReadMentoring(f.Read(), id)
	if err != nil {
		return err
	}
	t := c.table("section", "item", "status", "start", "due", "done", "score", "trainee_h", "mentor_h")
	for _, i := range x.Items {
		if !i.ItemRow.Section() {
			t.add(i.Section, i.Name, string(i.Status), i.StartsOn, i.Due(), i.DoneOn, scoreCell(i.Score), hoursCell(i.Effort), hoursCell(i.MentorEffort))
		}
	}
	if c.on["json"] {
		return t.print(c.env.Stdout)
	}
	if err := t.print(c.env.Stdout); err != nil {
		return err
	}
	return c.mentoringTotals(x)
}

// scoreCell is a score, nothing for none.
func scoreCell(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// hoursCell are hours with as many decimals as they need.
func hoursCell(m data.Minutes) number {
	return number(strconv.FormatFloat(float64(m)/60, 'f', -1, 64))
}

// mentoringTotals prints what the plan sums up to.
func (c *call) mentoringTotals(x command.MentoringFacts) error {
	t := c.table("key", "value")
	t.header = false
	m, sum := x.Mentoring, x.Totals
	for _, k := range []struct {
		key   string
		value any
	}{
		{"trainee", x.Row.Trainee}, {"mentor", x.Row.Mentor}, {"from", m.StartsOn}, {"to", m.EndsOn}, {"status", string(m.Status)}, {"grounds", string(m.Grounds)},
		{"items", sum.Items}, {"done", sum.Done}, {"on_time", sum.OnTime}, {"in_review", sum.InReview}, {"returned", sum.Returned}, {"overdue", sum.Overdue},
		{"progress", sum.Percent}, {"average", average(sum)}, {"trainee_h", hoursCell(sum.TraineePlan)}, {"mentor_h", hoursCell(sum.MentorPlan)},
		{"trainee_spent_h", hoursCell(sum.TraineeSpent)}, {"mentor_spent_h", hoursCell(sum.MentorSpent)},
	} {
		t.add(k.key, k.value)
	}
	for _, d := range x.Due {
		switch d.Code {
		case data.DueControl:
			t.add("control_"+strconv.FormatInt(d.Ord, 10), d.StartsOn)
		case data.DueConclusion, data.DueNotice:
			t.add(string(d.Code)+"_due", d.StartsOn)
		}
	}
	if m.Conclusion != "" {
		t.add("conclusion", string(m.Conclusion))
	}
	return t.print(c.env.Stdout)
}

// average is the average score with one decimal, nothing without scores.
func average(t command.MentoringTotals) any {
	if t.Scored == 0 {
		return nil
	}
	n := t.Average()
	return number(strconv.Itoa(n/10) + "." + strconv.Itoa(n%10))
}
