package mspdi

import (
	"strconv"
	"strings"
)

// Level is the outline level of the row: what the file gives, else what its
// outline number says, else 1. Only the summary of the project has 0.
func (t *Task) Level() int {
	switch {
	case t.OutlineLevel > 0:
		return t.OutlineLevel
	case t.UID == 0 && (t.OutlineNumber == "" || t.OutlineNumber == "0"):
		return 0
	case t.OutlineNumber != "" && t.OutlineNumber != "0":
		return min(strings.Count(t.OutlineNumber, ".")+1, maxLevel)
	}
	return 1
}

// Parents is the parent of each task by its place in Tasks, -1 for the top
// level and the summary of the project, which is nobody's parent. A task more
// than one level below the one above is that one's child. Blank rows are
// nobody's parent.
func (f *File) Parents() []int {
	parents := make([]int, len(f.Tasks))
	var open []int // tasks that may still get children, each a level deeper
	for i := range f.Tasks {
		t := &f.Tasks[i]
		parents[i] = -1
		if t.root() {
			continue
		}
		k := len(open)
		for k > 0 && f.Tasks[open[k-1]].Level() >= t.Level() {
			k--
		}
		if k > 0 {
			parents[i] = open[k-1]
		}
		if !t.Blank() {
			open = append(open[:k], i)
		}
	}
	return parents
}

// root tells whether the row is the summary of the project.
func (t *Task) root() bool { return t.UID == 0 && t.Level() == 0 }

// Blank tells whether the row is an empty line of the table.
func (t *Task) Blank() bool { return t.Null || strings.TrimSpace(t.Name) == "" }

// numbersDeep is the depth below which Number writes no outline numbers: they
// would grow with its square.
const numbersDeep = 200

// Number sets what follows from the order and levels of the rows: ID,
// OutlineNumber, OutlineLevel, Summary, and WBS where it is empty.
func (f *File) Number() {
	parents := f.Parents()
	children := make([]int, len(f.Tasks)+1) // by place of the parent + 1
	id := 0
	for i := range f.Tasks {
		t := &f.Tasks[i]
		if t.root() {
			t.ID, t.OutlineNumber, t.OutlineLevel, t.Summary = 0, "0", 0, true
			continue
		}
		id++
		t.ID, t.Summary = id, false
		above, level := "", 1
		if p := parents[i]; p >= 0 {
			above, level = f.Tasks[p].OutlineNumber+".", f.Tasks[p].OutlineLevel+1
			f.Tasks[p].Summary = true
		}
		children[parents[i]+1]++
		t.OutlineLevel, t.OutlineNumber = level, ""
		if level <= numbersDeep {
			t.OutlineNumber = above + strconv.Itoa(children[parents[i]+1])
		}
		if t.WBS == "" {
			t.WBS = t.OutlineNumber
		}
	}
}

// outline notes what is odd about the levels.
func (r *reader) outline(f *File) {
	above := 0
	for i := range f.Tasks {
		t := &f.Tasks[i]
		if t.Blank() {
			continue
		}
		r.level(t, r.lines.tasks[i])
		if t.Level() > above+1 {
			r.about(t.note("levelJump", "OutlineLevel", strconv.Itoa(t.Level())), r.lines.tasks[i])
		}
		above = t.Level()
	}
}

func (r *reader) level(t *Task, line int) {
	given := t.marks.has(taskOrder.at["OutlineLevel"])
	byNumber := *t
	byNumber.OutlineLevel = 0
	switch {
	case t.OutlineNumber == "" && !given && t.UID != 0:
		r.about(t.note("levelMissing", "OutlineLevel"), line)
	case t.OutlineNumber != "" && given && byNumber.Level() != t.OutlineLevel:
		r.about(t.note("levelMismatch", "OutlineNumber", t.OutlineNumber), line)
	}
}
