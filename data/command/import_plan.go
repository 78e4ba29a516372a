package command

import (
	"path/filepath"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// ImportAction is what an import does with one record.
type ImportAction string

// The actions, as the command line prints them.
const (
	ImportAdded   ImportAction = "added"
	ImportChanged ImportAction = "changed"
	ImportSame    ImportAction = "same"
	ImportRefused ImportAction = "refused"
)

// ImportRow is one record of an import, done or previewed. A refusal has its
// place in the source (Line from 1, Column; 0 and "" where they do not apply).
type ImportRow struct {
	Action ImportAction
	Kind   data.Kind
	Name   string
	Line   int
	Column string
	Day    data.Date    // on which it begins; none where that does not apply
	Reason data.Problem // empty Code = none
}

// ImportPlan takes the plan of a project from a table, all or nothing. Tasks are
// known by the source's project and id: what was taken before is found again,
// and a row that has not changed since is left alone, whatever the user has made
// of the task meanwhile. Of a changed row only the columns present are written.
type ImportPlan struct {
	Source  table.Plan
	Faults  []table.Fault
	File    string    // of the source; names the project when Project is empty
	Project string    // exact name or code; created when there is none
	Start   data.Date // of the plan; none = the earliest start in the source, else today
	Report  func([]ImportRow)
}

// Label is "command.import.plan" with the project.
func (c ImportPlan) Label() (string, string) { return "command.import.plan", c.projectName() }

func (c ImportPlan) projectName() string {
	if p := strings.TrimSpace(c.Project); p != "" {
		return p
	}
	base := filepath.Base(c.File)
	return strings.TrimSpace(strings.TrimSuffix(base, filepath.Ext(base)))
}

// Preview tells what Run would do, and writes nothing.
func (c ImportPlan) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	b, err := c.prepare(r)
	if err != nil {
		return nil, err
	}
	return b.rows, nil
}

// Run imports. A source with refused rows is not taken at all: the error is a
// data.Problem "import.refused" with their number, the rows go to Report.
func (c ImportPlan) Run(tx *sqlite.Tx) error {
	b, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	if c.Report != nil {
		c.Report(b.rows)
	}
	if b.refused > 0 {
		return data.Problems{{Code: "import.refused", Args: []string{strconv.Itoa(b.refused)}}}
	}
	return b.write(tx)
}

func (c ImportPlan) prepare(r *sqlite.Reader) (*planImport, error) {
	b := &planImport{c: c, r: r, index: map[string]int{}}
	for _, f := range c.Faults {
		b.refuse(f.Line, f.Column, f.Name, f.What)
	}
	b.lookUp()
	b.links()
	if b.refused == 0 {
		b.structure()
	}
	if err := b.people(); err != nil || b.refused > 0 {
		return b, err
	}
	for _, part := range []func() error{b.project, b.stored, b.tasks, b.absent} {
		if err := part(); err != nil {
			return b, err
		}
	}
	return b, nil
}

// lookUp finds the row of each id, and which rows have parts.
func (b *planImport) lookUp() {
	rows := b.c.Source.Rows
	for i, row := range rows {
		if _, twice := b.index[row.ID]; !twice {
			b.index[row.ID] = i
		}
	}
	b.hasParts = make([]bool, len(rows))
	for i := range rows {
		if up := b.parent(i); up >= 0 {
			b.hasParts[up] = true
		}
	}
}

// planImport works out what an import writes.
type planImport struct {
	c        ImportPlan
	r        *sqlite.Reader
	index    map[string]int // row of an id
	hasParts []bool         // by row: it is the parent of another
	preds    [][]pred       // by row
	shares   [][]Share      // by row
	who      *namedPeople
	home     data.Project
	plan     data.Plan
	sources  map[string]data.Source // by id in the source
	have     planRecords
	ids      []data.ID[data.Task] // by row
	puts     []data.Record
	gone     []data.Ref
	rows     []ImportRow
	refused  int
	foreign  foreignRows // of a source that is no table; nil for one
}

// foreignRows are the rows of a source that says more of a task than the columns
// of a table: the file of another program.
type foreignRows interface {
	// system names the program among the sources of records.
	system() string
	// startDay is the first day of the plan.
	startDay() data.Date
	// called is where row i stands, and its name in a refusal.
	called(i int) (place, name string)
	// hash is the mark by which an unchanged row is known again.
	hash(i int) string
	// apply writes what row i says into a task.
	apply(i int, t data.Task, found bool) data.Task
	// team are the assignments of row i that are to be written, and those that
	// give way.
	team(i int, t data.Task) (now, old []data.Assignment)
}

func (b *planImport) refuse(line int, column, name string, what data.Problem) {
	b.refused++
	b.rows = append(b.rows, ImportRow{Action: ImportRefused, Kind: data.KindTask, Name: name, Line: line, Column: column, Reason: what})
}

func (b *planImport) refuseRow(i int, column, code string, args ...string) {
	row := b.c.Source.Rows[i]
	if b.foreign != nil {
		place, _ := b.foreign.called(i)
		b.refuse(0, place, row.Name, data.Problem{Code: code, Args: args})
		return
	}
	b.refuse(row.Line, b.c.Source.Columns.Shown[column], row.Name, data.Problem{Code: code, Args: args})
}

func (b *planImport) has(column string) bool { return b.c.Source.Columns.Has(column) }

// write puts what prepare has found, and lets the engine judge the whole.
func (b *planImport) write(tx *sqlite.Tx) error {
	for _, ref := range b.gone {
		if err := tx.Delete(ref); err != nil {
			return err
		}
	}
	for _, r := range b.puts {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	if len(b.puts)+len(b.gone) == 0 {
		return nil
	}
	return checkPlan(tx, b.plan.ID)
}
