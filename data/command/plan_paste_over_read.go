package command

import (
	"slices"
	"strings"

	"portfel/data"
)

// ReadOver reads cells that are to be laid over rows of a plan, as a spreadsheet
// lays what is pasted over what is chosen. Columns are the columns of the screen
// from the chosen cell on, by the names of a plan's file ("" for one that cannot
// be written); they count where the text has no headers of its own. Without
// either, columns are known by what stands in them. A row needs no name, and links
// call tasks of the plan by their codes, unless the text has codes of its own. An
// empty cell, and each cell of an empty line, says that nothing is there; what cannot be read is a fault and leaves
// the task as it is.
func ReadOver(typed string, columns []string, t data.PlanTree, people []data.NameRow, day func(string) (data.Date, error)) Paste {
	p := &pasteReader{lines: pasteCells(typed, true), tree: t, people: people, day: day, byID: map[string]int{}, over: true}
	p.overColumns(columns)
	for i := range p.lines {
		p.row(i)
	}
	p.byNames()
	p.callNames()
	p.ids = p.callable()
	for i := range p.rows {
		p.preds(i)
		p.say(i)
	}
	return Paste{p.rows, p.found(), p.ignored, p.faults}
}

// overColumns takes a line of headers off, else lays the columns of the screen
// over the cells, else guesses.
func (p *pasteReader) overColumns(columns []string) {
	if len(p.lines) == 0 {
		return
	}
	switch {
	case p.headed(columns):
		p.at = knownColumns(p.lines[0].cells)
		p.takeHead()
		return
	case len(columns) == 0:
		p.at = guessColumns(p.lines, p.people, p.day)
		return
	}
	p.at = map[string]int{}
	for k, c := range columns {
		if _, twice := p.at[c]; c != "" && !twice {
			p.at[c] = k
		}
	}
	wide := 0
	for _, l := range p.lines {
		wide = max(wide, len(l.cells))
	}
	for c, k := range p.at {
		if k >= wide {
			delete(p.at, c)
		}
	}
}

// headed tells whether the first line names columns: several cells of which most
// are known, or the one of the screen's own column.
func (p *pasteReader) headed(columns []string) bool {
	head := p.lines[0]
	cells := 0
	for k := range head.cells {
		if head.text(k) != "" {
			cells++
		}
	}
	known := knownColumns(head.cells)
	if cells > 1 {
		return len(known) > 1 && 2*len(known) >= cells
	}
	_, own := known[firstOf(columns)]
	return own && len(p.lines) > 1
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// callNames gives rows the names by which links call them, where the text has
// codes of its own.
func (p *pasteReader) callNames() {
	column := ""
	for _, c := range []string{"id", colCode} {
		if _, ok := p.at[c]; ok {
			column = c
			break
		}
	}
	for i := range p.rows {
		id := strings.TrimRight(p.cell(i, column), ".")
		if _, twice := p.byID[id]; id != "" && !twice {
			p.byID[id] = i
		}
	}
}

// overWritten are the columns that can be laid over a task.
var overWritten = []string{"name", "duration_days", "effort_h", "resource", "predecessors", "start", "deadline", colPercent, colNote}

// say notes which columns a row writes and which it empties.
func (p *pasteReader) say(i int) {
	r := &p.rows[i]
	for _, c := range overWritten {
		switch _, given := p.at[c]; {
		case !given || p.bad[badCell{r.Line, c}]:
		case p.cell(i, c) == "":
			r.Clear = append(r.Clear, c)
		default:
			r.Write = append(r.Write, c)
		}
	}
	if p.bad[badCell{r.Line, "resource"}] {
		r.Write = slices.DeleteFunc(r.Write, func(c string) bool { return c == "effort_h" })
	}
}

// badCell is a cell that could not be read.
type badCell struct {
	line   int
	column string
}
