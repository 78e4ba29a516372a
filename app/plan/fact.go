package plan

import (
	"slices"

	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
)

// do runs what a fact comes to.
func (s *Screen) do(c desk.Command) error { return s.d.Do(c) }

// factStart is a task begun on a day; no day takes the fact back.
func factStart(t data.Task, day data.Date) desk.Command {
	t.ActualStart = data.OnDay(day)
	if day.IsZero() {
		t.ActualStart = data.Stamp{}
	}
	if !day.IsZero() && t.Status == data.TaskOpen {
		t.Status = data.TaskWorking
		return command.Move{Record: t}
	}
	return command.Put{Record: t}
}

// factFinish is a task finished on a day, which begins it too where it has not
// begun; no day takes the fact back.
func factFinish(x data.PlanRow, day data.Date) desk.Command {
	t := x.Task
	if day.IsZero() {
		t.ActualFinish = data.Stamp{}
		return command.Put{Record: t}
	}
	name := command.All{Key: "command.task.fact", Subject: t.Name}
	if t.ActualStart.IsZero() {
		t.ActualStart = data.OnDay(min(x.Date.StartsOn, day))
	}
	t.ActualFinish, t.Percent = data.OnDay(day), 100
	for _, to := range wayToDone(t.Status) {
		t.Status = to
		name.Commands = append(name.Commands, command.Move{Record: t})
	}
	if len(name.Commands) == 0 {
		name.Commands = append(name.Commands, command.Put{Record: t})
	}
	return name
}

// wayToDone are the moves from a status to done.
func wayToDone(s data.TaskStatus) []data.TaskStatus {
	switch s {
	case data.TaskDone, data.TaskCancelled:
		return nil
	case data.TaskWorking, data.TaskReview:
		return []data.TaskStatus{data.TaskDone}
	}
	return []data.TaskStatus{data.TaskWorking, data.TaskDone}
}

// markFact notes for the chosen tasks that they were begun or finished today.
func (s *Screen) markFact(finished bool) {
	all := command.All{Key: "command.task.fact"}
	var ids []data.ID[data.Task]
	for _, id := range s.chosenIDs() {
		i, ok := s.at[id]
		if !ok || s.rows[i].HasKids || s.rows[i].Task.Status == data.TaskCancelled {
			continue
		}
		x := s.rows[i]
		ids = append(ids, id)
		if finished {
			all.Commands = append(all.Commands, factFinish(x, s.now))
		} else {
			all.Commands = append(all.Commands, factStart(x.Task, s.now))
		}
	}
	if len(ids) == 0 {
		return
	}
	all.Subject = s.called(ids)
	if err := s.d.Do(all); err != nil {
		s.d.Fail(err)
		return
	}
	key := "plan.fact.begun"
	if finished {
		key = "plan.fact.ended"
	}
	s.d.Say(s.d.Words().F(key, all.Subject, s.d.Words().LongDay(s.now)), s.d.Words().T("step.undo"), s.d.Undo)
}

//text:key plan.fact.begun
//text:key plan.fact.ended

// moveAll brings the chosen tasks to a state as one step, those that may go
// there.
func (s *Screen) moveAll(to string) {
	all := command.All{Key: "command.move.task"}
	var ids []data.ID[data.Task]
	for _, id := range s.chosenIDs() {
		i, ok := s.at[id]
		if !ok || s.rows[i].HasKids || !slices.Contains(s.rows[i].Task.Stages(), to) {
			continue
		}
		ids = append(ids, id)
		all.Commands = append(all.Commands, command.Move{Record: s.inState(s.rows[i].Task, to)})
	}
	if len(ids) == 0 {
		s.d.Say(s.d.Words().T("plan.noMove"), "", nil)
		return
	}
	all.Subject = s.called(ids)
	if err := s.d.Do(all); err != nil {
		s.d.Fail(err)
	}
}

// inState is a task in its next state with what changes with it: done means all
// of it.
func (s *Screen) inState(t data.Task, to string) data.Task {
	t.Status = data.TaskStatus(to)
	switch t.Status {
	case data.TaskDone:
		t.Percent = 100
	case data.TaskWaiting:
		if t.WaitingSince.IsZero() {
			t.WaitingSince = s.now
		}
	case data.TaskWorking:
		t.WaitingFor, t.WaitingSince = "", 0
	}
	return t
}
