package command

import (
	"portfel/data"
	"portfel/data/schedule"
)

// followed is what an item takes from the project task that it stands for.
type followed struct {
	date    data.TaskDate
	percent int
}

// follow gives the items of a trainee's plan that stand for a project task the
// dates and the progress of that task. What is accepted keeps its own facts. The
// project's rows are read as they are stored: deriveAll and derive compute them
// first.
func (d *deriver) follow(in *planInput, p data.Plan) error {
	if p.MentoringID.IsZero() {
		return nil
	}
	links, err := d.tx.ItemLinks(p.ID)
	if err != nil {
		return err
	}
	for _, l := range links {
		i, known := in.at[l.ItemID]
		if !known || l.StartsOn.IsZero() || in.tasks[i].Status.Finished() {
			continue
		}
		in.plan.Tasks[i] = followTask(in.plan.Tasks[i], followed{data.TaskDate{StartsOn: l.StartsOn, EndsOn: l.EndsOn}, l.Percent})
	}
	return nil
}

// followTask lies where the project's task lies.
func followTask(x schedule.Task, f followed) schedule.Task {
	x.Manual, x.StartsOn, x.EndsOn = true, f.date.StartsOn, f.date.EndsOn
	x.Constraint, x.On, x.At = data.AsSoonAsPossible, 0, 0
	x.ActualStart, x.Remaining, x.Delay = data.Stamp{}, data.Span{}, data.Span{}
	x.Percent = f.percent
	return x
}

// followers computes the trainees' plans anew whose items stand for tasks of the
// plans that were computed since the deriver began, and those whose links changed.
func (d *deriver) followers(linksToo bool) error {
	ids := map[data.ID[data.Plan]]bool{}
	for plan := range d.done {
		list, err := d.tx.FollowingPlans(plan)
		if err != nil {
			return err
		}
		for _, id := range list {
			ids[id] = true
		}
	}
	if linksToo {
		list, err := d.tx.TouchedItemPlans()
		if err != nil {
			return err
		}
		for _, id := range list {
			ids[id] = true
		}
	}
	for id := range ids {
		if err := d.plan(id); err != nil {
			return err
		}
	}
	return nil
}

// mentoringPlans computes every trainee's plan that has linked items, after all
// others.
func (d *deriver) mentoringPlans() error {
	list, err := d.tx.FollowingPlans(data.ID[data.Plan]{})
	if err != nil {
		return err
	}
	for _, id := range list {
		if err := d.plan(id); err != nil {
			return err
		}
	}
	return nil
}
