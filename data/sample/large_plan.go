package sample

import (
	"fmt"

	"portfel/data"
)

// projects writes the projects with their plans: stages of ten tasks, chained
// inside a stage and, now and then, across stages.
func (g *generator) projects() error {
	for n := range g.size.Projects {
		start := on(2026, 1, 12) + data.Date(n*7)
		p := data.Project{ID: number[data.Project]("project", n), Code: fmt.Sprintf("П-%03d", n+1), Name: oneOf(g.r, verbs) + " " + oneOf(g.r, nouns),
			ClientID: pick[data.Client](g, "client", g.size.Clients), What: oneOf(g.r, data.ProjectKinds), Billing: oneOf(g.r, data.Billings),
			Status:    oneOf(g.r, []data.ProjectStatus{data.ProjectRunning, data.ProjectRunning, data.ProjectPlanning, data.ProjectClosing, data.ProjectClosed}),
			ManagerID: g.person(), StartsOn: start, DeadlineOn: start + 700}
		plan := data.Plan{ID: number[data.Plan]("plan", n), What: data.PlanOfProject, ProjectID: p.ID, IsCurrent: true, StartsOn: start, CalendarID: g.calendar}
		if err := g.put(p, plan); err != nil {
			return err
		}
		if err := g.tasks(n, plan.ID); err != nil {
			return err
		}
	}
	return nil
}

const perStage = 10

func (g *generator) tasks(project int, plan data.ID[data.Plan]) error {
	var stage data.ID[data.Task]
	taskID := func(n int) data.ID[data.Task] { return number[data.Task]("task", project*1_000_000+n) }
	for n := range g.size.TasksPerProject {
		t := data.Task{ID: taskID(n), PlanID: plan, Ord: int64(n+1) * 10, Name: fmt.Sprintf("%s %s %d", oneOf(g.r, verbs), oneOf(g.r, nouns), n+1),
			What: data.TaskWork, Mode: data.ModeAuto, Status: data.TaskOpen, Place: oneOf(g.r, data.TaskPlaces)}
		if n%perStage == 0 && n+1 < g.size.TasksPerProject {
			stage, t.What = t.ID, data.TaskStage
			if err := g.put(t); err != nil {
				return err
			}
			continue
		}
		t.ParentID, t.Duration = stage, data.Days(1+g.r.Intn(5))
		g.progress(&t)
		a := data.Assignment{ID: number[data.Assignment]("assignment", project*1_000_000+n), TaskID: t.ID, PersonID: g.person(), Effort: data.Hours(4 + g.r.Intn(36)), Units: 100}
		t.Effort, t.ResponsibleID = a.Effort, a.PersonID
		if err := g.put(t, a); err != nil {
			return err
		}
		if err := g.dependencies(project, n, taskID); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) progress(t *data.Task) {
	switch g.r.Intn(6) {
	case 0:
		t.Status, t.Percent = data.TaskDone, 100
	case 1:
		t.Status, t.Percent = data.TaskWorking, 10*g.r.Intn(10)
	}
	if g.r.Intn(20) == 0 {
		t.DeadlineOn = on(2026, 3, 1) + data.Date(g.r.Intn(600))
	}
}

// dependencies waits for the task before in the same stage, or for one of the
// hundred tasks before; stages themselves are not linked.
func (g *generator) dependencies(project, n int, taskID func(int) data.ID[data.Task]) error {
	d := data.Dependency{ID: number[data.Dependency]("dependency", project*1_000_000+n), SuccID: taskID(n), Type: data.FinishStart}
	before := n - 1
	if before%perStage == 0 {
		before = n - 2 - g.r.Intn(100)
	}
	if before < 1 || before%perStage == 0 {
		return nil
	}
	d.PredID = taskID(before)
	switch g.r.Intn(10) {
	case 0:
		d.Type = data.StartStart
	case 1:
		d.Type = data.FinishFinish
	case 2:
		d.Lag = data.Days(1 + g.r.Intn(5))
	}
	return g.put(d)
}
