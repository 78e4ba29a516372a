package card

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// HealthMark is how a project stands in one chip: what was set by hand, said to be
// so; else the term by the plan, unless a graver fact speaks against the project.
// distance counts working days.
func HealthMark(w *text.Words, p data.ProjectRow, today data.Date, distance func(from, to data.Date) int) (ui.Role, string) {
	h, days := p.Health(today, distance)
	if p.HealthSet != "" && h != data.HealthNone {
		return HealthRole(p.HealthSet), w.T("projects.hand." + string(p.HealthSet))
	}
	role, word := healthWord(w, h, days, !p.PlanID.IsZero())
	if why := p.Reasons(today, distance); len(why) > 0 && gravity[HealthRole(p.Verdict(why))] > gravity[role] {
		return HealthRole(p.Verdict(why)), shortReason(w, why[0])
	}
	return role, word
}

//text:prefix projects.hand.

// gravity orders the colours of health.
var gravity = map[ui.Role]int{ui.Risk: 1, ui.Late: 2}

// HealthRole is the colour of a health; none has no colour.
func HealthRole(s data.HealthSet) ui.Role {
	switch s {
	case data.HealthSetGood:
		return ui.Done
	case data.HealthSetRisk:
		return ui.Risk
	case data.HealthSetLate:
		return ui.Late
	}
	return ui.Plain
}

// shortReason is a reason as a chip says it.
func shortReason(w *text.Words, r data.HealthReason) string {
	switch r.Code {
	case data.WhyLate:
		return w.N("projects.late", r.Count)
	case data.WhyBase:
		return w.F("projects.why.base.short", r.Days)
	case data.WhyEffort:
		return w.F("projects.why.effort.short", w.Hours(r.Effort))
	case data.WhyBehind:
		return w.T("projects.why.behind.short")
	case data.WhyProblems:
		return w.T("projects.why.problems.short")
	}
	return ""
}

// healthWord is the word of a health and its colour; planned tells whether there
// is a plan, with nothing in it when the health is that of none.
func healthWord(w *text.Words, h data.Health, days int, planned bool) (ui.Role, string) {
	switch h {
	case data.HealthShift:
		return ui.Late, w.F("projects.health.shift", days)
	case data.HealthOverdue:
		return ui.Late, w.T("projects.health.overdue")
	case data.HealthTight:
		if days == 0 {
			return ui.Risk, w.T("projects.health.brink")
		}
		return ui.Risk, w.F("projects.health.tight", days)
	case data.HealthFits:
		return ui.Done, w.T("projects.health.fits")
	case data.HealthInternal:
		return ui.Planned, w.T("projects.health.internal")
	case data.HealthUnplanned:
		if planned {
			return ui.Planned, w.T("projects.health.empty")
		}
		return ui.Planned, w.T("projects.health.unplanned")
	case data.HealthNoDeadline:
		return ui.Planned, w.T("projects.health.nodeadline")
	}
	return ui.Plain, ""
}
