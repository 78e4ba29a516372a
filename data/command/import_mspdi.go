package command

import (
	"strconv"

	"portfel/data"
	"portfel/data/mspdi"
	"portfel/data/schedule"
	"portfel/data/sqlite"
	"portfel/data/table"
	"portfel/data/text"
)

// ImportNote is something that the user should hear of an import or an export:
// what was not understood, what is taken otherwise than it stands, what has no
// place here.
type ImportNote struct {
	Name string // of the record concerned, empty = the whole file
	Line int    // in the source, 0 when there is none
	What data.Problem
}

// ImportPreview is all that an import tells before it is done: a row a record
// (added, changed, same, refused), and what is lost or altered on the way.
type ImportPreview struct {
	Rows  []ImportRow
	Notes []ImportNote
}

// Refused is how many rows hinder the import.
func (p ImportPreview) Refused() (n int) {
	for _, r := range p.Rows {
		if r.Action == ImportRefused {
			n++
		}
	}
	return n
}

// ImportMSPDI takes the plan of an MS Project file, all or nothing. Records are
// known by their UID among the sources of the project: a newer file of the plan
// changes what it says otherwise, an unchanged record is left alone whatever the
// user has made of it, and what is missing in the file stays and is named.
//
// How what the file says is read:
//
//   - A duration in days is counted in working days when every working day of
//     the calendars that matter to the task (its own, its people's, else the
//     project's) is as long as the file's day, within the dates of the plan. If
//     not, it is counted in working minutes, because MS Project counts hours.
//     So are durations in hours, and days that are no thousandths of a day.
//     Elapsed durations are elapsed minutes. A task without duration but with
//     work is in effort mode.
//   - A date at the opening of a working day, or for a finish at its close, is
//     the whole day; else the minute is kept. A finish at midnight or in the first
//     minute of a working day is the working day before. A milestone set by hand
//     keeps its minute, so that what follows begins on the day that MS Project
//     says; what runs by the clock keeps its minutes too.
//   - The status date is taken unless work that is not done stands before it in
//     the file: MS Project moves such work only when it is told to, this
//     program always, and the dates of the file count more. That it was left out
//     is told.
//   - What is inactive becomes cancelled; it holds nobody in MS Project, so its
//     links to later tasks are kept only for the way back.
//   - Rows that stand for tasks of other files stand on their dates by hand.
//   - A link from the start of a summary begins at its first task.
//   - People are found by name, or made with the calendar of their resource; who
//     is there already keeps the calendar of this file, which is told.
//   - Where a summary has a constraint that it cannot have here, a split, a drawn
//     contour or a resource that is a material or a cost, it is told.
type ImportMSPDI struct {
	Source  *mspdi.File
	File    string      // of the source; names the project when Project is empty
	Project string      // exact name or code; created when there is none
	Start   data.Date   // of the plan; none = as the file says
	Words   *text.Words // name what has no name of its own in the file
	Report  func(ImportPreview)
}

// Label is "command.import.plan" with the project.
func (c ImportMSPDI) Label() (string, string) { return "command.import.plan", c.table().projectName() }

func (c ImportMSPDI) table() ImportPlan {
	return ImportPlan{File: c.File, Project: c.Project, Start: c.Start}
}

// Preview tells the rows of Look.
func (c ImportMSPDI) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	p, err := c.Look(r)
	return p.Rows, err
}

// Look tells what Run would do, and writes nothing.
func (c ImportMSPDI) Look(r *sqlite.Reader) (ImportPreview, error) {
	m, err := c.prepare(r)
	if err != nil {
		return ImportPreview{}, err
	}
	return m.preview(), nil
}

// Run imports. A source with refused rows is not taken at all: the error is a
// data.Problem "import.refused" with their number, the rows go to Report.
func (c ImportMSPDI) Run(tx *sqlite.Tx) error {
	m, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	if c.Report != nil {
		c.Report(m.preview())
	}
	if m.refused > 0 {
		return data.Problems{{Code: "import.refused", Args: []string{strconv.Itoa(m.refused)}}}
	}
	return m.write(tx)
}

// mspdiImport works out what the import of an MS Project file writes.
type mspdiImport struct {
	planImport
	ImportMSPDI
	file      *mspdi.File
	at        []int       // by row: the place of its task in the file
	row       map[int]int // by UID: the row of a task
	fresh     []mspdiTask // by row
	notes     []ImportNote
	dropped   map[int][]mspdi.Link // by row: links kept only for the way back
	others    map[string]data.Source
	calendars map[int]data.ID[data.Calendar] // by UID of the file
	views     map[int]*mspdi.View
	even      map[int]bool // by UID of a calendar: its days are as long as the file's
	first     data.Date    // of the plan's dates in the file
	last      data.Date
	workers   map[int]worker // by UID of a resource
	shares    map[int][]int  // by UID of a task: its assignments
	expanded  int            // odd days of calendars so far, as they are taken
	viewed    int            // and as they are looked at
	scanned   int            // days looked over for odd ones
	huge      bool           // a calendar was refused
}

func (c ImportMSPDI) prepare(r *sqlite.Reader) (*mspdiImport, error) {
	m := &mspdiImport{ImportMSPDI: c, file: c.Source, row: map[int]int{}, dropped: map[int][]mspdi.Link{},
		others: map[string]data.Source{}, calendars: map[int]data.ID[data.Calendar]{}, views: map[int]*mspdi.View{},
		even: map[int]bool{}, workers: map[int]worker{}, shares: map[int][]int{}}
	m.planImport = planImport{c: c.table(), r: r, index: map[string]int{}, foreign: m}
	if c.Words == nil {
		m.Words = text.For(text.RU)
	}
	m.readRows()
	m.check()
	if m.refused == 0 {
		m.readLinks()
		m.structure()
	}
	if m.refused > 0 {
		return m, nil
	}
	if err := m.everybody(); err != nil || m.refused > 0 {
		return m, err
	}
	for _, part := range []func() error{m.project, m.stored, m.otherSources, m.allCalendars, m.header, m.newcomers, m.build, m.tasks, m.rates, m.baselines, m.absent} {
		if err := part(); err != nil || m.refused > 0 {
			return m, err
		}
	}
	m.losses()
	return m, nil
}

func (m *mspdiImport) preview() ImportPreview { return ImportPreview{m.rows, m.notes} }

// readRows makes a row of each task that is neither blank nor the summary of the
// whole project.
func (m *mspdiImport) readRows() {
	f := m.file
	parents := f.Parents()
	rows := make([]table.PlanRow, 0, len(f.Tasks))
	all := table.Columns{At: map[string]int{}}
	for i, c := range table.PlanColumns {
		all.At[c.Name] = i
	}
	for i := range f.Tasks {
		t := &f.Tasks[i]
		if t.Blank() || t.UID == 0 && t.Level() == 0 {
			continue
		}
		x := table.PlanRow{ID: strconv.Itoa(t.UID), Name: oneLine(t.Name)}
		if up := parents[i]; up >= 0 {
			x.Parent = strconv.Itoa(f.Tasks[up].UID)
		}
		m.row[t.UID] = len(rows)
		m.at = append(m.at, i)
		rows = append(rows, x)
		m.window(t)
	}
	m.c.Source = table.Plan{Columns: all, Rows: rows}
	m.lookUp()
	m.preds = make([][]pred, len(rows))
	for i := range f.Assignments {
		a := &f.Assignments[i]
		m.shares[a.TaskUID] = append(m.shares[a.TaskUID], i)
	}
}

// window widens the dates of the plan in the file by those of a task.
func (m *mspdiImport) window(t *mspdi.Task) {
	for _, s := range []data.Stamp{t.Start, t.Finish} {
		if s.IsZero() {
			continue
		}
		if m.first.IsZero() || s.Day < m.first {
			m.first = s.Day
		}
		m.last = max(m.last, s.Day)
	}
}

// task is the file's task of a row.
func (m *mspdiImport) task(i int) *mspdi.Task { return &m.file.Tasks[m.at[i]] }

func (m *mspdiImport) note(name string, code string, args ...string) {
	m.notes = append(m.notes, ImportNote{Name: name, What: data.Problem{Code: code, Args: args}})
}

// system is the name of MS Project among the sources of records.
func (m *mspdiImport) system() string { return "mspdi" }

// called is the UID of a row's task as its place, and its name.
func (m *mspdiImport) called(i int) (place, name string) {
	return "UID " + m.c.Source.Rows[i].ID, "«" + m.c.Source.Rows[i].Name + "»"
}

// isStage tells whether a row has parts.
func (m *mspdiImport) isStage(i int) bool { return m.hasParts[i] }

// startDay is the first day of the plan.
func (m *mspdiImport) startDay() data.Date {
	switch s := m.file.Project.Start; {
	case !m.Start.IsZero():
		return m.Start
	case !s.IsZero() && s.Min > 0:
		return m.view(m.file.Project.CalendarUID).StartDay(s)
	case !s.IsZero():
		return s.Day
	case !m.first.IsZero():
		return m.first
	}
	return m.r.Today()
}

// view is how a calendar of the file works, made once. A calendar that has too
// many odd days, or of which there are too many, is refused and not laid out.
func (m *mspdiImport) view(uid int) *mspdi.View {
	if v := m.views[uid]; v != nil {
		return v
	}
	v := standardView
	if !m.huge {
		if m.viewed += len(m.file.ExceptionDays(uid)); m.viewed <= 4*mostCalendarDays {
			v = m.file.View(uid)
		} else {
			m.hugeCalendar(uid)
		}
	}
	m.views[uid] = v
	return v
}

// standardView is MS Project's own calendar.
var standardView = new(mspdi.File).View(0)

// otherSources reads what else of this project came from such a file.
func (m *mspdiImport) otherSources() error {
	list, err := sqlite.List[data.Source](m.r, "system = ? AND record_kind <> 'task'", m.planImport.system())
	for _, s := range list {
		m.others[s.ExternalID] = s
	}
	return err
}

// known finds the record of another kind that came from the file, or names a new
// one. same tells that the file says of it what it said before, and that it is
// still there or was deleted here since.
func (m *mspdiImport) known(kind data.Kind, external, hash string) (id data.ID[data.Any], found, same bool) {
	s, found := m.others[external]
	if found && s.Hash == hash {
		return s.RecordID, true, true
	}
	if !found {
		s = data.Source{ID: data.NewID[data.Source](), RecordKind: kind, RecordID: data.NewID[data.Any](), System: m.planImport.system(), ExternalID: external}
	}
	s.Hash = hash
	m.others[external] = s
	m.puts = append(m.puts, s)
	return s.RecordID, found, false
}

// top is the index of nothing, as the engine says it.
const top = schedule.None
