package command

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"

	"portfel/data"
	"portfel/data/schedule"
	"portfel/data/table"
)

// tasks works out every row: the person rows first, then the tasks in the order
// of the source.
func (b *planImport) tasks() error {
	for _, p := range b.who.added {
		b.puts = append(b.puts, p)
		b.rows = append(b.rows, ImportRow{Action: ImportAdded, Kind: data.KindPerson, Name: p.FullName})
	}
	b.ids = make([]data.ID[data.Task], len(b.c.Source.Rows))
	for i, row := range b.c.Source.Rows {
		if s, known := b.sources[row.ID]; known {
			b.ids[i] = data.ID[data.Task](s.RecordID)
		} else {
			b.ids[i] = data.NewID[data.Task]()
		}
	}
	places := b.places()
	hash := b.hasher()
	for i, row := range b.c.Source.Rows {
		mark := ""
		if b.foreign != nil {
			mark = b.foreign.hash(i)
		} else {
			mark = hash(row)
		}
		b.task(i, row, places[i], mark)
	}
	return nil
}

// task puts a row's task with its people and links, unless the row is the one
// that was taken before.
func (b *planImport) task(i int, row table.PlanRow, ord int64, hash string) {
	s, known := b.sources[row.ID]
	if known && s.Hash == hash {
		b.rows = append(b.rows, ImportRow{Action: ImportSame, Kind: data.KindTask, Name: row.Name})
		return
	}
	if !known {
		s = data.Source{ID: data.NewID[data.Source](), RecordKind: data.KindTask, RecordID: data.ID[data.Any](b.ids[i]), System: b.system(), ExternalID: row.ID}
	}
	s.Hash = hash
	old, found := b.have.byID[b.ids[i]]
	var t data.Task
	if b.foreign != nil {
		t = b.foreign.apply(i, old, found)
	} else {
		t = b.apply(i, row, old, found)
	}
	t.Ord = ord
	before := len(b.puts) + len(b.gone)
	if t != old {
		b.puts = append(b.puts, t)
	}
	b.setShares(i, t)
	b.setLinks(i)
	action := ImportAdded
	if found {
		action = ImportChanged
		if len(b.puts)+len(b.gone) == before {
			action = ImportSame
		}
	}
	b.puts = append(b.puts, s)
	b.rows = append(b.rows, ImportRow{Action: action, Kind: data.KindTask, Name: row.Name})
}

// apply writes the columns that are present into a task.
func (b *planImport) apply(i int, row table.PlanRow, t data.Task, found bool) data.Task {
	if !found {
		t = data.Task{ID: b.ids[i], PlanID: b.plan.ID, Mode: data.ModeAuto, Status: data.TaskOpen, What: data.TaskWork, Place: data.PlaceOffice}
	}
	t.Name = row.Name
	stage := b.stage(i, t, found)
	if b.has("parent") {
		t.ParentID = data.ID[data.Task]{}
		if up := b.parent(i); up != schedule.None {
			t.ParentID = b.ids[up]
		}
	}
	if b.has("duration_days") {
		t.Duration = row.Duration
	}
	if b.has("deadline") {
		t.DeadlineOn = row.Deadline
	}
	if b.has("start") {
		t = notEarlier(t, row.Start)
	}
	return b.kind(b.withEffort(i, row, t), stage)
}

// stage tells whether the row has parts.
func (b *planImport) stage(i int, t data.Task, found bool) bool {
	if !b.has("parent") {
		return found && t.What == data.TaskStage
	}
	return b.hasParts[i]
}

// kind follows from the parts and the duration; an errand stays one. The dates
// and hours of a stage are those of its parts.
func (b *planImport) kind(t data.Task, stage bool) data.Task {
	switch {
	case stage:
		t.What, t.Duration, t.Effort = data.TaskStage, data.Span{}, 0
	case !t.Duration.IsZero() && t.Duration.Amount == 0:
		t.What = data.TaskMilestone
	case t.What != data.TaskErrand:
		t.What = data.TaskWork
	}
	return t
}

func notEarlier(t data.Task, day data.Date) data.Task {
	switch {
	case !day.IsZero():
		t.ConstraintKind, t.ConstraintOn = data.NotEarlier, day
	case t.ConstraintKind == data.NotEarlier:
		t.ConstraintKind, t.ConstraintOn = data.AsSoonAsPossible, 0
	}
	return t
}

// withEffort sets hours and the responsible person from what the source says of
// them; people who are there keep their hours when it tells only names.
func (b *planImport) withEffort(i int, row table.PlanRow, t data.Task) data.Task {
	if !b.has("resource") && !b.has("effort_h") {
		return t
	}
	b.shares[i] = b.completeShares(i, row, t)
	var sum data.Minutes
	stays := len(b.shares[i]) == 0
	for _, s := range b.shares[i] {
		sum += s.Effort
		stays = stays || s.PersonID == t.ResponsibleID
	}
	if len(b.shares[i]) == 0 {
		sum = row.Effort
	}
	if b.has("effort_h") {
		t.Effort = sum
	}
	if !stays {
		t.ResponsibleID = b.shares[i][0].PersonID
	}
	return t
}

// completeShares fills what a source with only one of the two columns leaves
// open from what the task has.
func (b *planImport) completeShares(i int, row table.PlanRow, t data.Task) []Share {
	shares := b.shares[i]
	have := b.have.shares[t.ID]
	if !b.has("resource") && len(row.Efforts) == 0 {
		shares = nil
		for _, a := range have {
			shares = append(shares, Share{PersonID: a.PersonID, Units: a.Units})
		}
		spread(shares, row.Effort)
	}
	if !b.has("effort_h") {
		for k := range shares {
			for _, a := range have {
				if a.PersonID == shares[k].PersonID {
					shares[k].Effort, shares[k].Units = a.Effort, a.Units
				}
			}
		}
	}
	return shares
}

// hasher makes the mark by which an unchanged row is known again: of the columns
// that are present and what they say.
func (b *planImport) hasher() func(table.PlanRow) string {
	var columns []string
	for c := range b.c.Source.Columns.At {
		columns = append(columns, c)
	}
	sort.Strings(columns)
	return func(row table.PlanRow) string {
		row.Line = 0
		sum := sha256.Sum256([]byte(fmt.Sprintf("%q %+q", columns, fmt.Sprintf("%+v", row))))
		return hex.EncodeToString(sum[:12])
	}
}
