package command

import (
	"regexp"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/table"
	"portfel/data/text"
)

// levels gives each row its depth, from the surest sign that the text has.
func (p *pasteReader) levels() {
	switch {
	case p.byParents():
	case p.byColumn(colLevel, func(s string) (int, bool) { n, err := strconv.Atoi(s); return n, err == nil && n >= 0 }):
	case p.byColumn(colCode, codeDepth), p.byColumn("id", codeDepth):
	case p.byNames():
	default:
		p.byIndent()
	}
}

// settle makes depths begin at 0 and never grow by more than one.
func (p *pasteReader) settle() {
	least := table.MaxDepth
	for _, r := range p.rows {
		least = min(least, max(r.Depth, 0))
	}
	last := -1
	for i := range p.rows {
		d := min(max(p.rows[i].Depth, 0)-least, last+1, table.MaxDepth)
		p.rows[i].Depth = d
		last = d
	}
	for i := range p.rows {
		p.rows[i].HasKids = i+1 < len(p.rows) && p.rows[i+1].Depth > p.rows[i].Depth
	}
}

// byParents walks the column of parents, whose ids must stand above.
func (p *pasteReader) byParents() bool {
	if _, ok := p.at["parent"]; !ok {
		return false
	}
	depth := map[string]int{}
	for i := range p.rows {
		p.rows[i].Depth = 0
		if up := p.cell(i, "parent"); up != "" {
			d, known := depth[up]
			if !known {
				p.fault(i, "parent", up, data.Problem{Code: "table.noParent", Args: []string{up}})
			}
			p.rows[i].Depth = d + 1
			if !known {
				p.rows[i].Depth = 0
			}
		}
		depth[p.cell(i, "id")] = p.rows[i].Depth
	}
	return true
}

// byColumn reads the depth of each row out of a column; a column of which no two
// rows differ says nothing.
func (p *pasteReader) byColumn(column string, depth func(string) (int, bool)) bool {
	if _, ok := p.at[column]; !ok {
		return false
	}
	differ := false
	for i := range p.rows {
		n, ok := depth(p.cell(i, column))
		if !ok {
			return false
		}
		p.rows[i].Depth = n
		differ = differ || n != p.rows[0].Depth
	}
	return differ
}

var codeShape = regexp.MustCompile(`^\d+(\.\d+)*\.?$`)

// codeDepth is the depth of a WBS code: «1» 0, «1.2» 1, «1.2.» 1.
func codeDepth(s string) (int, bool) {
	return strings.Count(strings.TrimRight(s, "."), "."), codeShape.MatchString(s)
}

var codedName = regexp.MustCompile(`^(\d+(?:\.\d+)*)[.)]?\s+(\S.*)$`)

// byNames takes codes off the names when every name begins with one.
func (p *pasteReader) byNames() bool {
	for _, r := range p.rows {
		if !codedName.MatchString(r.Name) {
			return false
		}
	}
	if _, ok := p.at[colCode]; ok || len(p.rows) == 0 {
		return false
	}
	k := p.at["name"]
	code := 0
	for _, l := range p.lines {
		code = max(code, len(l.cells))
	}
	for i := range p.rows {
		m := codedName.FindStringSubmatch(p.rows[i].Name)
		p.rows[i].Name = m[2]
		p.rows[i].Depth, _ = codeDepth(m[1])
		for len(p.lines[i].cells) <= code {
			p.lines[i].cells = append(p.lines[i].cells, "")
		}
		p.lines[i].cells[k], p.lines[i].cells[code] = m[2], m[1]
	}
	p.at[colCode] = code
	return true
}

// byIndent reads the spaces and tabs before the names: more of them is one level
// deeper, as many as a row above had is its level.
func (p *pasteReader) byIndent() {
	var open []int
	for i := range p.rows {
		in := p.indent(i)
		for len(open) > 0 && open[len(open)-1] >= in {
			open = open[:len(open)-1]
		}
		p.rows[i].Depth = len(open)
		open = append(open, in)
	}
}

// indent is the width before a name; an empty cell before it counts as eight.
func (p *pasteReader) indent(i int) (n int) {
	l := p.lines[i]
	for k := p.at["name"]; k < len(l.cells); k++ {
		if l.text(k) == "" {
			n += 8
			continue
		}
		cell := l.cells[k]
		return n + len([]rune(cell)) - len([]rune(strings.TrimLeft(cell, " \u00a0")))
	}
	return n
}

// guessColumns tells what stands where in a text without headers.
func guessColumns(lines []pasteLine, people []data.NameRow, day func(string) (data.Date, error)) map[string]int {
	at := map[string]int{}
	untab(lines)
	wide := 0
	for _, l := range lines {
		wide = max(wide, len(l.cells))
	}
	each := func(k int, is func(string) bool) bool {
		any := false
		for _, l := range lines {
			if s := l.text(k); s != "" {
				any = true
				if !is(s) {
					return false
				}
			}
		}
		return any
	}
	k := 0
	if wide > 1 && each(0, codeShape.MatchString) {
		at[colCode], k = 0, 1
	}
	at["name"] = k
	isDay := func(s string) bool { _, err := day(bareDay(s)); return err == nil && strings.ContainsAny(s, "./-") }
	isWho := func(s string) bool { return knowsOne(people, s) }
	for k++; k < wide; k++ {
		switch {
		case put(at, k, "predecessors", each(k, isCodes(lines, at)) && !each(k, isSpan)):
		case put(at, k, "duration_days", each(k, isSpan)), put(at, k, "predecessors", at["duration_days"] > 0 && each(k, isCodes(lines, at))):
		case put(at, k, "effort_h", each(k, isHours)), put(at, k, colPercent, each(k, isPercent)):
		case put(at, k, "start", each(k, isDay)), put(at, k, colFinish, each(k, isDay)):
		case put(at, k, "resource", each(k, isWho)):
		}
	}
	if _, both := at[colFinish]; both {
		delete(at, "start")
		delete(at, colFinish)
	}
	return at
}

// put notes a column once.
func put(at map[string]int, k int, name string, is bool) bool {
	if _, taken := at[name]; taken || !is {
		return false
	}
	at[name] = k
	return true
}

// untab puts the empty cells before names into the names as spaces, so that the
// name stands in the first cell of every line: of an outline over several columns,
// and of a text with tabs before its lines.
func untab(lines []pasteLine) {
	most := 0
	for _, l := range lines {
		k := l.first()
		if isSpan(l.text(k)) {
			return
		}
		most = max(most, k)
	}
	outline := true
	for _, l := range lines {
		for k := l.first() + 1; k <= most; k++ {
			outline = outline && l.text(k) == ""
		}
	}
	for i, l := range lines {
		k := l.first()
		rest := k + 1
		if outline {
			rest = most + 1
		}
		cells := []string{strings.Repeat(" ", 8*k) + l.cells[k]}
		if rest < len(l.cells) {
			cells = append(cells, l.cells[rest:]...)
		}
		lines[i].cells = cells
	}
}

// first is the first cell that is not empty.
func (l pasteLine) first() int {
	for k := range l.cells {
		if l.text(k) != "" {
			return k
		}
	}
	return 0
}

func isSpan(s string) bool {
	v, err := text.ParseSpan(strings.TrimRight(s, "?"))
	return err == nil && v.Amount >= 0
}
func isHours(s string) bool   { _, err := text.ParseHours(s); return err == nil }
func isPercent(s string) bool { _, err := text.ParsePercent(s); return err == nil }

// isCodes tells whether a cell is links to rows of the text: by code, else by
// number.
func isCodes(lines []pasteLine, at map[string]int) func(string) bool {
	var ids []string
	for i, l := range lines {
		if k, ok := at[colCode]; ok {
			ids = append(ids, strings.TrimRight(l.text(k), "."))
		} else {
			ids = append(ids, strconv.Itoa(i+1))
		}
	}
	known := table.NewIds(ids)
	return func(s string) bool {
		_, bad := known.Links(strings.ReplaceAll(s, ",", ";"))
		return len(bad) == 0
	}
}

// knowsOne tells whether a cell begins with somebody's name.
func knowsOne(people []data.NameRow, s string) bool {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, ",", ";"), ";")
	s, _, _ = strings.Cut(s, "[")
	name, _, _, err := splitShare(strings.TrimSpace(s))
	if err != nil {
		return false
	}
	_, err = onePerson(people, name)
	return err == nil
}
