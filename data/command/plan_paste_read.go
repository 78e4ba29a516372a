package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/table"
	"portfel/data/text"
)

// Paste is what a text from a spreadsheet was understood to be.
type Paste struct {
	Rows    []PasteRow
	Columns []string // that were found, by the names of a plan's file, in their order
	Ignored []string // headers that say nothing to a plan
	Faults  []table.Fault
}

// ReadPaste reads rows that people copy out of a spreadsheet. Columns are known
// by their headers; without a line of headers by what stands in them: codes, a
// name, days, then hours, people, links and dates. The tree follows from a column
// of parents or levels, from codes («1.2»), else from the spaces or tabs before
// the names. A start beside a finish is what a program has computed and is
// left out; alone it means «not earlier than». What cannot be read is a fault and
// left out; the rest is taken. Day reads a date.
func ReadPaste(typed string, t data.PlanTree, people []data.NameRow, day func(string) (data.Date, error)) Paste {
	p := &pasteReader{lines: pasteCells(typed, false), tree: t, people: people, day: day, byID: map[string]int{}}
	p.columns()
	for i := range p.lines {
		p.row(i)
	}
	p.levels()
	p.names()
	p.settle()
	p.ids = p.callable()
	for i := range p.rows {
		p.preds(i)
	}
	return Paste{p.rows, p.found(), p.ignored, p.faults}
}

type pasteReader struct {
	lines   []pasteLine
	at      map[string]int // column -> index
	shown   []string       // headers as written
	ignored []string
	tree    data.PlanTree
	people  []data.NameRow
	day     func(string) (data.Date, error)
	rows    []PasteRow
	byID    map[string]int // id, code or number -> row
	faults  []table.Fault
	bad     map[badCell]bool // cells that are faults
	ids     table.Ids
	over    bool // for rows that are there: nothing is assumed
}

// columns takes the line of headers off, or guesses what stands where.
func (p *pasteReader) columns() {
	if len(p.lines) == 0 {
		return
	}
	head := p.lines[0]
	p.at = knownColumns(head.cells)
	_, named := p.at["name"]
	if !named || len(p.at) < 2 && len(head.cells) > 1 {
		p.at = guessColumns(p.lines, p.people, p.day)
		return
	}
	p.takeHead()
}

// takeHead takes the line of headers off. A start beside a finish is computed.
func (p *pasteReader) takeHead() {
	head := p.lines[0]
	p.shown, p.lines = head.cells, p.lines[1:]
	if _, both := p.at[colFinish]; both {
		delete(p.at, "start")
		delete(p.at, colFinish)
	}
	for k := range head.cells {
		if h := head.text(k); h != "" && !p.knows(k) {
			p.ignored = append(p.ignored, h)
		}
	}
}

func (p *pasteReader) knows(k int) bool {
	for _, at := range p.at {
		if at == k {
			return true
		}
	}
	return false
}

// found lists the columns from left to right.
func (p *pasteReader) found() (out []string) {
	for k := 0; len(out) < len(p.at) && k < 1000; k++ {
		for name, at := range p.at {
			if at == k {
				out = append(out, name)
			}
		}
	}
	return out
}

func (p *pasteReader) cell(i int, column string) string {
	k, ok := p.at[column]
	if !ok {
		return ""
	}
	return p.lines[i].text(k)
}

func (p *pasteReader) fault(i int, column, typed string, what data.Problem) {
	shown := ""
	if k := p.at[column]; k < len(p.shown) {
		shown = strings.TrimSpace(p.shown[k])
	}
	what.Field = ""
	if p.bad == nil {
		p.bad = map[badCell]bool{}
	}
	p.bad[badCell{p.lines[i].line, column}] = true
	p.faults = append(p.faults, table.Fault{Line: p.lines[i].line, Column: shown, Name: typed, What: what})
}

// row reads what stands in one line alone; a line without a name is left out.
func (p *pasteReader) row(i int) {
	r := PasteRow{Line: p.lines[i].line, Depth: -1, Name: strings.Join(strings.Fields(p.cell(i, "name")), " ")}
	r.Duration = p.span(i)
	r.Effort, r.Shares = p.work(i)
	r.Start, r.Deadline = p.date(i, "start"), p.date(i, "deadline")
	if s := p.cell(i, colPercent); s != "" {
		n, err := text.ParsePercent(s)
		if err != nil {
			p.fault(i, colPercent, s, problemOf(err))
		}
		r.Percent = n
	}
	r.Note = p.cell(i, colNote)
	if r.Duration.IsZero() && r.Effort == 0 && !p.over {
		r.Duration = data.Days(1)
	}
	p.rows = append(p.rows, r)
}

func (p *pasteReader) span(i int) data.Span {
	s := p.cell(i, "duration_days")
	v, err := text.ParseSpan(strings.TrimRight(s, "?"))
	if err == nil && (v.Amount < 0 || v.Amount > data.MaxTaskDays*1000) {
		err = data.Problem{Code: "spanFormat", Args: []string{s}}
	}
	if err != nil {
		p.fault(i, "duration_days", s, problemOf(err))
		return data.Span{}
	}
	return v
}

func (p *pasteReader) date(i int, column string) data.Date {
	s := p.cell(i, column)
	if s == "" {
		return 0
	}
	d, err := p.day(bareDay(s))
	if err != nil {
		p.fault(i, column, s, problemOf(err))
	}
	return d
}

// bareDay takes the day of the week and the time of the day off a date: «Пн
// 30.11.26», «30.11.2026 9:00».
func bareDay(s string) string {
	for _, w := range strings.Fields(s) {
		if strings.Count(w, ".") == 2 || strings.Count(w, "-") == 2 {
			return w
		}
	}
	return s
}

// work is the hours and the people of a row.
func (p *pasteReader) work(i int) (data.Minutes, []Share) {
	hours, who := p.cell(i, "effort_h"), p.cell(i, "resource")
	if strings.Contains(hours, ":") && strings.ContainsAny(hours, "аеиоуАЕИОУaeiouAEIOU") {
		who, hours = hours, ""
	}
	total, err := text.ParseHours(hours)
	if err != nil {
		p.fault(i, "effort_h", hours, problemOf(err))
	}
	shares := p.shares(i, who)
	var sum data.Minutes
	if shares = fillShares(shares, total); len(shares) > 0 {
		for _, s := range shares {
			sum += s.Effort
		}
		total = sum
	}
	return total, shares
}

// shares reads names with or without hours; a name that is not known is a fault.
func (p *pasteReader) shares(i int, who string) (out []Share) {
	if !strings.Contains(who, ";") {
		who = strings.ReplaceAll(who, ",", ";")
	}
	seen := map[data.ID[data.Person]]bool{}
	for _, part := range strings.FieldsFunc(who, func(r rune) bool { return r == ';' || r == '\n' }) {
		part, _, _ = strings.Cut(part, "[") // units of other programs
		if strings.TrimSpace(part) == "" {
			continue
		}
		name, effort, given, err := splitShare(strings.TrimSpace(part))
		var id data.ID[data.Person]
		if err == nil {
			id, err = onePerson(p.people, strings.TrimRight(name, " —–-:"))
		}
		if err != nil {
			p.fault(i, "resource", part, problemOf(err))
			continue
		}
		if !given {
			effort = -1
		}
		if !seen[id] {
			out = append(out, Share{PersonID: id, Effort: effort, Units: 100})
		}
		seen[id] = true
	}
	return out
}

// problemOf is the first problem of an error.
func problemOf(err error) data.Problem {
	switch x := err.(type) {
	case data.Problem:
		return x
	case data.Problems:
		if len(x) > 0 {
			return x[0]
		}
	}
	return data.Problem{Code: "unexpected", Args: []string{err.Error()}}
}

// preds reads what a row waits for: pasted rows by id, code or number, else tasks
// of the plan by code.
func (p *pasteReader) preds(i int) {
	typed := p.cell(i, "predecessors")
	if typed == "" {
		return
	}
	links, problems := p.links(typed)
	if len(problems) > 0 && !strings.Contains(typed, ";") {
		if again, still := p.links(strings.ReplaceAll(typed, ",", ";")); len(still) < len(problems) {
			links, problems = again, still
		}
	}
	for _, x := range problems {
		p.fault(i, "predecessors", typed, x)
	}
	for _, l := range links {
		to := PastePred{Row: -1, Type: l.Type, Lag: l.Lag}
		if k, pasted := p.byID[l.ID]; pasted {
			to.Row = k
		} else {
			to.Task = p.taskOf(l.ID)
		}
		if to.Row != i {
			p.rows[i].Preds = append(p.rows[i].Preds, to)
		}
	}
}

func (p *pasteReader) links(typed string) ([]table.Link, []data.Problem) { return p.ids.Links(typed) }

// callable are the names that links may use.
func (p *pasteReader) callable() table.Ids {
	known := make([]string, 0, len(p.byID)+len(p.tree.Rows))
	for id := range p.byID {
		known = append(known, id)
	}
	for _, r := range p.tree.Rows {
		known = append(known, r.Code)
	}
	return table.NewIds(known)
}

func (p *pasteReader) taskOf(code string) (id data.ID[data.Task]) {
	for _, r := range p.tree.Rows {
		if r.Code == code {
			return r.Task.ID
		}
	}
	return id
}

// names gives each row the name by which links call it: its id, its code, else its
// number among the pasted rows.
func (p *pasteReader) names() {
	column := ""
	for _, c := range []string{"id", colCode} {
		if _, ok := p.at[c]; ok {
			column = c
			break
		}
	}
	kept := p.rows[:0]
	lines := p.lines[:0]
	for i, r := range p.rows {
		if r.Name == "" {
			p.fault(i, "name", "", data.Problem{Code: "required"})
			continue
		}
		id := strconv.Itoa(i + 1)
		if column != "" {
			id = strings.TrimRight(p.cell(i, column), ".")
		}
		if _, twice := p.byID[id]; id != "" && !twice {
			p.byID[id] = len(kept)
		}
		kept, lines = append(kept, r), append(lines, p.lines[i])
	}
	p.rows, p.lines = kept, lines
}
