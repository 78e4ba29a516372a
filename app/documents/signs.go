package documents

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// signs is the page «Согласование»: every round of every version, the newest
// first.
type signs struct {
	x     *side
	list  *ui.List
	lines []signLine
	box   fyne.CanvasObject
	again *ui.Button
	none  *ui.Empty
}

// signLine is a signature, or the heading of a round.
type signLine struct {
	head, right string
	approval    *data.ApprovalRow
}

func newSigns(x *side) *signs {
	g := &signs{x: x}
	t := x.s.d.Words().T
	g.list = ui.NewList(func() int { return len(g.lines) }, g.row)
	at := func(i int) *data.ApprovalRow { return g.lines[i].approval }
	g.list.OnOpen = func(i int) { x.decide(at(i)) }
	g.list.OnMenu = func(i int) []ui.MenuItem { return x.approvalMenu(at(i)) }
	g.list.OnDelete = func(i int) { x.removeApproval(at(i)) }
	g.list.OnCheck = func(i int, on bool) { x.tick(at(i), on) }
	g.list.Empty = ui.NewEmpty(t("documents.approval.empty"), ui.NewButton(ui.Primary, t("documents.ask"), x.askApproval))
	add := ui.NewButton(ui.Secondary, t("documents.ask"), x.askApproval)
	g.again = ui.NewButton(ui.Secondary, t("documents.round.next"), x.nextRound)
	add.Small, g.again.Small = true, true
	g.box = ui.Down(0, ui.Own(ui.Pad(16, 9, ui.Across(8, ui.Own(add), ui.Own(g.again)))), ui.Flex(1, g.list))
	g.none = ui.NewEmpty(t("documents.version.empty"), ui.NewButton(ui.Primary, t("documents.version.new"), x.newVersion))
	return g
}

func (g *signs) fill() fyne.CanvasObject {
	if len(g.x.versions) == 0 {
		return g.none
	}
	w := g.x.s.d.Words()
	g.lines = g.lines[:0]
	head := -1
	given, asked := 0, 0
	for i := range g.x.approvals {
		a := &g.x.approvals[i]
		if i == 0 || a.VersionID != g.x.approvals[i-1].VersionID || a.Round != g.x.approvals[i-1].Round {
			head, given, asked = len(g.lines), 0, 0
			g.lines = append(g.lines, signLine{head: w.F("documents.round", a.Label, a.Round)})
		}
		asked++
		if a.Decision.Positive() {
			given++
		}
		g.lines[head].right = w.F("documents.given", given, asked)
		g.lines = append(g.lines, signLine{approval: a})
	}
	g.fillAgain()
	g.list.Reload()
	return g.box
}

// fillAgain offers another round when the last one is answered.
func (g *signs) fillAgain() {
	done := false
	if v := g.x.version(); v != nil {
		round := g.x.lastRound(v.ID)
		done = len(round) > 0
		for _, a := range round {
			done = done && a.Decision != data.DecisionPending
		}
	}
	if done {
		g.again.Show()
	} else {
		g.again.Hide()
	}
}

func (g *signs) row(i int, r *ui.ListRow) {
	if l := g.lines[i]; l.approval == nil {
		r.Head, r.Title, r.Right = true, l.head, l.right
		return
	}
	g.x.approvalRow(g.lines[i].approval, r)
}

// approvalRow shows who is asked, for what, by when, and the answer.
func (x *side) approvalRow(a *data.ApprovalRow, r *ui.ListRow) {
	w, today := x.s.d.Words(), x.s.d.Today()
	r.ID = a.ID.String()
	r.Title, r.TitleLines = x.s.name(a.Name, a.Mine), 2
	r.Checkable, r.Checked = true, a.Decision.Positive()
	day := ""
	if a.Decision != data.DecisionPending {
		day = x.s.day(a.DecidedOn)
	} else if !a.DueOn.IsZero() {
		day = w.F("documents.due", x.s.day(a.DueOn))
	}
	comment := ""
	if a.Comment != "" {
		comment = w.Quote(a.Comment)
	}
	r.Note, r.NoteLines = text.Join(w.Code(a.Role), a.Position, a.Client, day, comment), 3
	r.ChipRole, r.ChipWord = x.answer(a, today)
}

// answer is the chip of a signature: the delay, the day left, or a decision that
// stops the document; who agreed has his tick.
func (x *side) answer(a *data.ApprovalRow, today data.Date) (ui.Role, string) {
	w := x.s.d.Words()
	switch a.Decision {
	case data.DecisionAgreed, data.DecisionInformed:
		return ui.Done, ""
	case data.DecisionRemarks:
		return ui.Risk, w.T("documents.sign.remarks")
	case data.DecisionRefused:
		return ui.Late, w.T("documents.sign.refused")
	}
	switch {
	case a.Late(today):
		return ui.Late, w.Overdue(a.DueOn, today)
	case !a.DueOn.IsZero() && a.DueOn-today <= 3:
		return ui.Risk, w.Relative(a.DueOn, today)
	}
	return ui.Planned, w.T("documents.sign.pending")
}

func (x *side) approvalMenu(a *data.ApprovalRow) []ui.MenuItem {
	if a == nil {
		return nil
	}
	w := x.s.d.Words()
	var items []ui.MenuItem
	for _, to := range a.Role.Answers() {
		items = append(items, ui.MenuItem{Label: w.Code(to), Checked: a.Decision == to, Do: func() {
			x.do(command.Decide{ID: a.ID, Decision: to, On: x.s.d.Today(), Comment: a.Comment, Name: x.name(a.VersionID)}, "")
		}})
	}
	if a.Decision != data.DecisionPending {
		items = append(items, ui.MenuItem{Label: w.T("documents.answer.back"), Do: func() { x.do(command.Decide{ID: a.ID, Decision: data.DecisionPending, Name: x.name(a.VersionID)}, "") }})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("documents.answer.comment"), Shortcut: "Enter", Do: func() { x.decide(a) }},
		ui.MenuItem{Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { x.removeApproval(a) }})
}

// tick agrees, or takes the answer back.
func (x *side) tick(a *data.ApprovalRow, on bool) {
	if a == nil {
		return
	}
	c := command.Decide{ID: a.ID, Decision: data.DecisionPending, Name: x.name(a.VersionID)}
	if on {
		c.Decision, c.On, c.Comment = a.Role.Answers()[0], x.s.d.Today(), a.Comment
	}
	x.do(c, "")
}

func (x *side) removeApproval(a *data.ApprovalRow) {
	if a != nil {
		card.Delete(x.s.d, data.RefTo(data.KindApproval, a.ID), a.Name)
	}
}
