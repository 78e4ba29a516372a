package plan

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// decisions are what was decided about the plan, and by whom: they stand beside
// the baselines and in the report «Обоснование ресурсов».
type decisions struct {
	s    *Screen
	rows []data.ApprovalRow
	list *ui.List
	card *ui.Card
}

func newDecisions(s *Screen) *decisions {
	x := &decisions{s: s}
	t := s.d.Words().T
	x.list = ui.NewList(func() int { return len(x.rows) }, x.fill)
	x.list.OnMenu = x.menu
	x.list.OnDelete = x.remove
	x.list.Empty = ui.NewEmpty(t("plandecision.empty"), nil)
	add := ui.NewButton(ui.Secondary, t("plandecision.new"), x.ask)
	add.Small = true
	x.card = ui.NewCard(t("plandecision.title"), "", x.list)
	x.card.Actions = append(x.card.Actions, add)
	return x
}

func (x *decisions) reload() {
	x.rows = nil
	if plan := x.s.tree.Plan.ID; !plan.IsZero() {
		var err error
		if x.rows, err = x.s.d.Read().PlanDecisions(plan); err != nil {
			x.s.d.Fail(err)
		}
	}
	x.list.Reload()
}

// decisionWord is «утверждено» for one who approves and agreed, else the word of
// the decision.
func decisionWord(w *text.Words, role data.ApprovalRole, d data.Decision) string {
	if role == data.RoleApproves && d == data.DecisionAgreed {
		return w.T("report.approved")
	}
	return w.Code(d)
}

var decisionRoles = map[data.Decision]ui.Role{data.DecisionAgreed: ui.Done, data.DecisionInformed: ui.Done, data.DecisionRemarks: ui.Risk, data.DecisionRefused: ui.Late, data.DecisionPending: ui.Planned}

func (x *decisions) fill(i int, r *ui.ListRow) {
	w, a := x.s.d.Words(), x.rows[i]
	r.ID, r.Title = a.ID.String(), a.Name
	r.Note, r.NoteLines = text.Join(a.Position, a.Comment), 2
	r.ChipRole, r.ChipWord = decisionRoles[a.Decision], text.Lower(decisionWord(w, a.Role, a.Decision))
	r.Right = w.DayMonth(a.DecidedOn)
}

func (x *decisions) menu(i int) []ui.MenuItem {
	return []ui.MenuItem{{Label: x.s.d.Words().T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { x.remove(i) }}}
}

func (x *decisions) remove(i int) {
	card.Delete(x.s.d, data.RefTo(data.KindApproval, x.rows[i].ID), x.rows[i].Name)
}

// verdicts are the answers that are offered: what is meant by each stands in its
// role and decision.
var verdicts = []struct {
	role     data.ApprovalRole
	decision data.Decision
}{{data.RoleApproves, data.DecisionAgreed}, {data.RoleAgrees, data.DecisionAgreed}, {data.RoleAgrees, data.DecisionRemarks}, {data.RoleApproves, data.DecisionRefused}}

// ask writes down a decision that was taken: who, what, when.
func (x *decisions) ask() {
	d, w := x.s.d, x.s.d.Words()
	if x.s.tree.Plan.ID.IsZero() {
		return
	}
	who := ui.NewChoice(card.People(d, false), x.boss())
	who.Hint = w.T("plan.give.hint")
	var opts []ui.Option
	for _, v := range verdicts {
		opts = append(opts, ui.Option{ID: string(v.role) + " " + string(v.decision), Label: decisionWord(w, v.role, v.decision)})
	}
	what := ui.NewChoice(opts, opts[0].ID)
	on, note := card.NewDate(d, d.Today()), ui.NewField("")
	f := ui.NewForm().Add("personId", w.T("plandecision.who"), who).Add("decision", w.T("plandecision.what"), what).
		Add("decidedOn", w.T("plandecision.on"), on).Add("comment", w.T("field.note"), note)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("plandecision.ask"), Content: f, Confirm: w.T("plandecision.write"), OnConfirm: func() error {
		return card.Submit(d, f, func() error {
			a := data.Approval{PlanID: x.s.tree.Plan.ID, PersonID: card.ID[data.Person](who.ID), Comment: note.Value()}
			for i, v := range verdicts {
				if opts[i].ID == what.ID {
					a.Role, a.Decision = v.role, v.decision
				}
			}
			a.DecidedOn, _ = on.Get() // what cannot be read was refused by the field
			return d.Do(command.DecidePlan{Approval: a, Name: x.s.tree.Project.Title()})
		})
	}})
}

// boss is who decides as a rule: the head of the owner.
func (x *decisions) boss() string {
	me, err := x.s.d.Read().Me()
	if err != nil || me.ManagerID.IsZero() {
		return ""
	}
	return me.ManagerID.String()
}
