package plan

import (
	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// shiftText is a shift in working days as a person says it: «+3 раб. дня»,
// «−1 раб. день», «без сдвига».
func shiftText(w *text.Words, days int) string {
	switch {
	case days > 0:
		return "+" + w.N("plantab.workdays", days)
	case days < 0:
		return w.N("plantab.workdays", days)
	}
	return w.T("plantab.noShift")
}

// shiftRole is late for a shift to later, done for one to earlier.
func shiftRole(days int) ui.Role {
	switch {
	case days > 0:
		return ui.Late
	case days < 0:
		return ui.Done
	}
	return ui.Muted
}

// slackText is what is left until a deadline: «запас 1 раб. день», «в срок»,
// «просрочка 2 раб. дня».
func slackText(w *text.Words, days int) (string, ui.Role) {
	switch {
	case days < 0:
		return w.N("plantab.over", -days), ui.Late
	case days == 0:
		return w.T("plantab.onTime"), ui.Risk
	case days <= 5:
		return w.N("plantab.slack", days), ui.Risk
	}
	return w.N("plantab.slack", days), ui.Done
}

// finishOf is the last day of a plan; none without dates.
func finishOf(t data.PlanTree) (end data.Date) {
	for _, r := range t.Rows {
		end = max(end, r.Date.EndsOn)
	}
	return end
}

// effortOf is the work of all leaves of a plan.
func effortOf(t data.PlanTree) (sum data.Minutes) {
	for _, r := range t.Rows {
		if !r.HasKids {
			sum += r.Date.Effort
		}
	}
	return sum
}

// hasTasks tells whether a plan has anything in it.
func (s *Screen) hasTasks() bool { return len(s.tree.Rows) > 0 }

// noTasks teaches where there is no plan or nothing in it.
func (s *Screen) noTasks() *ui.Empty {
	w := s.d.Words()
	if s.tree.Plan.ID.IsZero() {
		return ui.NewEmpty(w.T("plan.empty.none"), s.toProjects())
	}
	return ui.NewEmpty(w.T("plantab.noTasks"), ui.NewButton(ui.Primary, w.T("plantab.toTable"), func() { s.pages.show(pagePlan) }))
}

// shortPeriod is a span of days as a cell writes it: «23.12–12.01», one day as
// «26.01».
func shortPeriod(w *text.Words, from, to data.Date) string {
	switch {
	case to.IsZero():
		return ""
	case from == to || from.IsZero():
		return w.DayMonth(to)
	}
	return w.DayMonth(from) + "–" + w.DayMonth(to)
}

// variantName is how people call a variant of a plan: by its own name, the one
// that counts as «Основной».
func variantName(w *text.Words, p data.Plan) string {
	switch {
	case p.Variant != "":
		return p.Variant
	case p.IsCurrent:
		return w.T("plantab.variant.main")
	}
	return w.T("plantab.variant.unnamed")
}

// emptyFocus is the button of an empty table, or the table itself.
func emptyFocus(g *ui.Grid) fyne.Focusable {
	if g.Len() == 0 && g.Empty != nil && g.Empty.Button != nil {
		return g.Empty.Button
	}
	return g
}
