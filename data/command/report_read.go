package command

import (
	"portfel/data"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
	"portfel/data/workday"
)

// planReport is a plan with what every report on it needs.
type planReport struct {
	r          *sqlite.Reader
	w          *text.Words
	d          *deriver
	tree       data.PlanTree
	own        *workday.Calendar // of the plan
	head       report.PlanHead
	base       map[data.ID[data.Task]]data.BaselineTask // nil without a baseline
	baseFinish data.Date
	variants   []data.Plan
	today      data.Date
}

// newPlanReport reads a plan.
func newPlanReport(r *sqlite.Reader, o ReportOptions, w *text.Words) (*planReport, error) {
	p := &planReport{r: r, w: w, d: &deriver{tx: &sqlite.Tx{Reader: r}}, today: r.Today()}
	var err error
	if p.tree, err = r.PlanTree(o.Plan); err != nil {
		return nil, err
	}
	if p.own, _, err = p.d.planHome(p.tree.Plan); err != nil {
		return nil, err
	}
	if p.variants, err = r.Variants(p.tree.Plan); err != nil {
		return nil, err
	}
	if err = p.readBase(o.Baseline); err != nil {
		return nil, err
	}
	return p, p.readHead()
}

// readBase reads the baseline that is asked for, else the newest one.
func (p *planReport) readBase(id data.ID[data.Baseline]) error {
	list, err := p.r.Baselines(p.tree.Plan.ID)
	if err != nil {
		return err
	}
	for _, b := range list {
		if !id.IsZero() && b.ID != id {
			continue
		}
		p.head.Baseline = b.Name
		p.base, err = p.r.BaselineTasks(b.ID)
		for _, t := range p.base {
			p.baseFinish = max(p.baseFinish, t.EndsOn)
		}
		return err
	}
	if !id.IsZero() {
		return data.ErrNotFound
	}
	return nil
}

// readHead fills in what stands at the top of every report.
func (p *planReport) readHead() error {
	h := &p.head
	h.Project, h.Client, h.Goal, h.Made = planTitle(p.w, p.tree), p.tree.Client, p.tree.Project.Goal, p.r.NowMoment()
	if len(p.variants) > 1 {
		h.Variant = variantName(p.w, p.tree.Plan)
	}
	h.Start, h.Finish = span(p.tree)
	if h.Deadline = planDeadline(p.tree); !h.Deadline.IsZero() && !h.Finish.IsZero() {
		h.Slack = p.own.Distance(h.Finish, h.Deadline)
	}
	me, err := p.r.Me()
	if err != nil {
		return err
	}
	h.Author, h.AuthorPost = me.FullName, me.Position
	return p.readReader(me)
}

// readReader finds for whom the report is: the colleague who approves the plan,
// else the head of the author. It is never somebody of the client.
func (p *planReport) readReader(me data.Person) error {
	asked, err := p.asked()
	if err != nil {
		return err
	}
	for _, a := range asked {
		if a.Role == data.RoleApproves && !a.PersonID.IsZero() {
			p.head.For, p.head.ForPost, err = p.signer(a)
			return err
		}
	}
	if me.ManagerID.IsZero() {
		return nil
	}
	boss, err := sqlite.Get(p.r, me.ManagerID)
	p.head.For, p.head.ForPost = boss.FullName, boss.Position
	return err
}

// asked are the decisions on the plan, oldest first.
func (p *planReport) asked() ([]data.Approval, error) {
	return sqlite.List[data.Approval](p.r, "plan_id = ? ORDER BY round, ord, decided_on, id", p.tree.Plan.ID)
}

// signer is the name and the post of one who is asked.
func (p *planReport) signer(a data.Approval) (name, post string, err error) {
	if a.PersonID.IsZero() {
		c, err := sqlite.Get(p.r, a.ContactID)
		return c.FullName, c.Position, err
	}
	x, err := sqlite.Get(p.r, a.PersonID)
	return x.FullName, x.Position, err
}

// variantName is what a plan is called among the plans of its project.
func variantName(w *text.Words, p data.Plan) string {
	switch {
	case p.Variant != "":
		return p.Variant
	case p.Name != "":
		return p.Name
	}
	return w.T("report.variant.main")
}

// span is the first and the last day of a plan.
func span(t data.PlanTree) (from, to data.Date) {
	for _, x := range t.Rows {
		if x.Date.StartsOn.IsZero() {
			continue
		}
		if from.IsZero() || x.Date.StartsOn < from {
			from = x.Date.StartsOn
		}
		to = max(to, x.Date.EndsOn)
	}
	return from, to
}

// planDeadline is the deadline of the project, else the last one of a task.
func planDeadline(t data.PlanTree) (last data.Date) {
	if !t.Project.DeadlineOn.IsZero() {
		return t.Project.DeadlineOn
	}
	for _, x := range t.Rows {
		last = max(last, x.Task.DeadlineOn)
	}
	return last
}

// leaf tells whether a row of a plan is work or a milestone that counts.
func leaf(x data.PlanRow) bool { return !x.HasKids && x.Task.Status != data.TaskCancelled }

// withoutCancelled is the plan without tasks that are called off: they cost
// nothing.
func withoutCancelled(t data.PlanTree) data.PlanTree {
	rows := t.Rows
	t.Rows = nil
	for _, x := range rows {
		if x.HasKids || x.Task.Status != data.TaskCancelled {
			t.Rows = append(t.Rows, x)
		}
	}
	return t
}
