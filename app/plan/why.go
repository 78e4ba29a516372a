package plan

import (
	"strings"

	"portfel/app/card"
	"portfel/data"
	"portfel/data/command"
)

//text:prefix plan.cause.

// whyText is why a task begins and ends when it does: one line a cause.
func (s *Screen) whyText(x data.PlanRow) string {
	w := s.d.Words()
	start, finish, err := command.Why(s.d.Read(), s.tree, x.Task.ID)
	if err != nil {
		return w.Error(err)
	}
	var lines []string
	for _, c := range start {
		lines = append(lines, w.F("plan.why.start", w.Date(x.Date.StartsOn), s.cause(c)))
	}
	for _, c := range finish {
		lines = append(lines, w.F("plan.why.finish", w.Date(x.Date.EndsOn), s.cause(c)))
	}
	return strings.Join(lines, "\n")
}

// cause is one cause in words.
func (s *Screen) cause(c command.WhyLine) string {
	w := s.d.Words()
	task := c.Code + " «" + c.Name + "»"
	switch c.Kind {
	case "link":
		return w.F("plan.cause.link", task, w.LinkCode(c.Link), w.Period(c.From, c.To))
	case "constraint":
		return w.F("plan.cause.constraint", w.Date(c.From))
	case "manual":
		return w.T("plan.cause.manual")
	case "planStart":
		return w.F("plan.cause.planStart", w.Date(c.From))
	case "child":
		return w.F("plan.cause.child", task)
	case "absence":
		return w.F("plan.cause.absence", card.Lower(w.Code(c.Away)), c.Who, w.Period(c.From, c.To), w.Days(c.Days))
	case "daysOff":
		return w.F("plan.cause.daysOff", w.Period(c.From, c.To), c.Title)
	}
	return w.F("plan.cause.weekend", w.Period(c.From, c.To))
}
