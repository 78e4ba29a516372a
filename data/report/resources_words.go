package report

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/text"
)

// summary says in a few sentences what the tables show: what is needed, whether
// the term is kept, whether it pays, who is overloaded, and what was decided.
func (c *ResourceCase) summary(w *text.Words, m caseMoney) string {
	lines := []string{w.N("report.sum.team", len(c.Team), m.hours, w.PercentTenths(shareOf(int64(m.hours), int64(m.norm)).N))}
	if len(c.Team) == 0 {
		lines[0] = w.T("report.sum.nobody")
	}
	lines = append(lines, c.ending(w))
	if m.paid && m.hours > 0 {
		lines = append(lines, w.F("report.sum.hour", perHour(m.income, m.hours), perHour(m.cost, m.hours)))
	}
	lines = append(lines, c.overload(w), c.decided(w))
	return strings.Join(lines, " ")
}

// mostOverloads is how many overloaded weeks the summary names.
const mostOverloads = 4

// overload names the weeks in which somebody has more work than working time.
func (c *ResourceCase) overload(w *text.Words) string {
	var all []string
	n := 0
	for _, week := range c.Weeks {
		for _, p := range week.People {
			if over := p.Over(); over > 0 {
				if n++; n <= mostOverloads {
					all = append(all, w.F("report.sum.over", p.Name, week.Monday, over))
				}
			}
		}
	}
	switch {
	case n == 0:
		return w.T("report.sum.noOverload")
	case n > mostOverloads:
		return w.F("report.sum.overload", strings.Join(all, "; ")) + " " + w.N("report.sum.more", n-mostOverloads)
	}
	return w.F("report.sum.overload", strings.Join(all, "; "))
}

// decided is the last decision that was taken.
func (c *ResourceCase) decided(w *text.Words) string {
	for i := len(c.Approvals) - 1; i >= 0; i-- {
		if a := c.Approvals[i]; a.Decision != data.DecisionPending {
			return w.F("report.sum.decided", a.Who, text.Lower(decisionWord(w, a)), a.On)
		}
	}
	return w.T("report.sum.undecided")
}

// decisionWord is «утверждено» for one who approves and agreed, else the word of
// the decision.
func decisionWord(w *text.Words, a ApprovalLine) string {
	if a.Role == data.RoleApproves && a.Decision == data.DecisionAgreed {
		return w.T("report.approved")
	}
	return w.Code(a.Decision)
}

// teamNotes explain the table of the team.
func (c *ResourceCase) teamNotes(w *text.Words) (out []Block) {
	parts := []string{w.T("report.note.norm"), w.T("report.note.rate")}
	var unknown data.Minutes
	for _, r := range c.Team {
		unknown += r.Unknown
	}
	if unknown > 0 {
		parts = append(parts, w.F("report.note.unknown", unknown))
	}
	for _, y := range c.Unsure {
		parts = append(parts, w.F("report.note.calendar", strconv.Itoa(y)))
	}
	return append(out, Note{Text: strings.Join(parts, " ")})
}

func (c *ResourceCase) economyNote(w *text.Words) string {
	if c.Travel > 0 {
		return w.T("report.note.vat") + " " + w.T("report.note.travel")
	}
	return w.T("report.note.vat") + " " + w.T("report.note.noTravel")
}
