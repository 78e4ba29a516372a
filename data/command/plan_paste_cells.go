package command

import (
	"strings"

	"portfel/data/table"
)

// pasteLine is a line of the clipboard: its number from 1 and its cells as they
// stand, with the spaces before a name that show its depth.
type pasteLine struct {
	line  int
	cells []string
}

// text is the k-th cell without spaces around it, "" beyond the last.
func (l pasteLine) text(k int) string {
	if k < 0 || k >= len(l.cells) {
		return ""
	}
	return strings.Trim(l.cells[k], " \t\u00a0")
}

// pasteCells divides what a spreadsheet puts on the clipboard: cells parted by
// tabs, quoted where they hold a tab, a quote or a line end. A text without tabs
// is divided by semicolons when its first line is a header with them, else each
// line is one cell. Empty lines are left out, unless asked for.
func pasteCells(text string, empty bool) (out []pasteLine) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff"))
	sep := "\t"
	if !strings.Contains(text, sep) {
		sep = ";"
		first, _, _ := strings.Cut(text, "\n")
		if len(knownColumns(strings.Split(first, ";"))) < 2 {
			sep = "\x00"
		}
	}
	for line := 1; text != "" && len(out) < maxPaste; {
		l := pasteLine{line: line}
		for more := true; more; {
			var cell string
			cell, text, more = cutCell(text, sep)
			line += strings.Count(cell, "\n")
			l.cells = append(l.cells, cell)
		}
		line++
		if empty || strings.TrimSpace(strings.Join(l.cells, "")) != "" {
			out = append(out, l)
		}
	}
	return out
}

// maxPaste is the most rows taken at once.
const maxPaste = 20000

// cutCell takes the first cell off a text; more tells whether the line goes on.
func cutCell(text, sep string) (cell, rest string, more bool) {
	if strings.HasPrefix(text, `"`) {
		if cell, rest, more, ok := cutQuoted(text, sep); ok {
			return cell, rest, more
		}
	}
	end := strings.IndexAny(text, sep+"\n")
	if end < 0 {
		return text, "", false
	}
	return text[:end], text[end+1:], text[end] != '\n'
}

// cutQuoted takes a quoted cell off; a quote inside it is doubled. A quote that
// does not end before a separator is a letter.
func cutQuoted(text, sep string) (cell, rest string, more, ok bool) {
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] != '"':
			b.WriteByte(text[i])
		case strings.HasPrefix(text[i+1:], `"`):
			b.WriteByte('"')
			i++
		case i+1 == len(text):
			return b.String(), "", false, true
		case text[i+1] == '\n':
			return b.String(), text[i+2:], false, true
		case text[i+1] == sep[0]:
			return b.String(), text[i+2:], true, true
		default:
			return "", "", false, false
		}
	}
	return "", "", false, false
}

// The columns that a paste knows beside those of a plan's file.
const (
	colLevel   = "level"
	colCode    = "code"
	colPercent = "percent"
	colNote    = "note"
	colFinish  = "finish"
)

// pasteColumns are the columns of a plan's file and of the table on the screen,
// and what other programs call them.
var pasteColumns = append([]table.Column{
	{Name: colLevel, Alias: []string{"уровень", "уровень структуры", "outline level"}},
	{Name: colCode, Alias: []string{"сдр", "код", "wbs", "код сдр", "outline number"}},
	{Name: colPercent, Alias: []string{"%", "готовность", "готово", "% завершения", "% complete", "выполнено"}},
	{Name: colNote, Alias: []string{"примечание", "заметки", "notes"}},
	{Name: colFinish, Alias: []string{"финиш", "окончание", "конец"}},
}, table.PlanColumns...)

// alsoCalled are further names of the columns of a plan's file.
var alsoCalled = map[string]string{
	"работа": "name", "task": "name", "task name": "name", "название задачи": "name", "имя": "name",
	"days": "duration_days", "duration": "duration_days", "дни": "duration_days",
	"после": "predecessors", "after": "predecessors", "предшественник": "predecessors",
	"assignee": "resource", "названия ресурсов": "resource", "resource names": "resource", "ресурсы": "resource", "кто": "resource",
	"hours": "effort_h", "work": "effort_h", "ч": "effort_h", "no": "id", "n": "id",
}

// knownColumns are the columns that a line of headers names.
func knownColumns(cells []string) map[string]int {
	t := table.Table{Header: cells}
	at := map[string]int{}
	for k, h := range t.Header {
		one, err := table.Table{Header: []string{h}}.Match(pasteColumns)
		if err != nil {
			continue
		}
		name := alsoCalled[strings.TrimRight(strings.ToLower(strings.TrimSpace(h)), ".")]
		for known := range one.At {
			name = known
		}
		if _, twice := at[name]; name != "" && !twice {
			at[name] = k
		}
	}
	return at
}
