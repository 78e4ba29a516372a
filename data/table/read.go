package table

import (
	"io"
	"strconv"
	"strings"

	"portfel/data"
)

// Limits of a source, in bytes.
const (
	MaxFile = 32 << 20
	MaxLine = 1 << 20
)

// Table is a header and the rows under it.
type Table struct {
	Header []string
	Rows   []Row
}

// Row is one record of the text; Line is where it begins, from 1. Cells are as
// many as the header has, without spaces around them.
type Row struct {
	Line  int
	Cells []string
}

// Read reads a whole table. Errors are a data.Problem that names the line:
// "table.large", "table.line", "table.binary", "table.encoding", "table.quote",
// "table.cells", "table.empty".
func Read(r io.Reader) (Table, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return Table{}, err
	}
	if len(b) > MaxFile {
		return Table{}, data.Problem{Code: "table.large", Args: []string{strconv.Itoa(MaxFile >> 20)}}
	}
	text, err := decode(b)
	if err != nil {
		return Table{}, err
	}
	return parse(text)
}

func parse(text string) (Table, error) {
	if strings.ContainsRune(text, 0) {
		return Table{}, data.Problem{Code: "table.binary"}
	}
	if line := longLine(text); line > 0 {
		return Table{}, data.Problem{Code: "table.line", Args: []string{strconv.Itoa(line), strconv.Itoa(MaxLine >> 20)}}
	}
	s := newScanner(text)
	var t Table
	for !s.done() {
		row, err := s.row()
		if err != nil {
			return Table{}, err
		}
		if blank(row.Cells) {
			continue
		}
		if t.Header == nil {
			t.Header = row.Cells
			continue
		}
		if row.Cells, err = fit(row, len(t.Header)); err != nil {
			return Table{}, err
		}
		t.Rows = append(t.Rows, row)
	}
	if t.Header == nil {
		return Table{}, data.Problem{Code: "table.empty"}
	}
	return t, nil
}

// longLine is the number of the first line that is too long, 0 when none is.
func longLine(text string) int {
	for line := 1; text != ""; line++ {
		i := strings.IndexByte(text, '\n')
		if i > MaxLine || i < 0 && len(text) > MaxLine {
			return line
		}
		if i < 0 {
			break
		}
		text = text[i+1:]
	}
	return 0
}

func blank(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

// fit makes a row as wide as the header; cells beyond it must be empty, because
// else a separator stands unquoted somewhere and the cells are shifted.
func fit(r Row, width int) ([]string, error) {
	for len(r.Cells) < width {
		r.Cells = append(r.Cells, "")
	}
	if !blank(r.Cells[width:]) {
		return nil, data.Problem{Code: "table.cells", Args: []string{strconv.Itoa(r.Line), strconv.Itoa(len(r.Cells)), strconv.Itoa(width)}}
	}
	return r.Cells[:width], nil
}

// newScanner begins behind a first line that names the separator, else at the
// beginning with the one that the text looks parted by.
func newScanner(text string) *scanner {
	if sep, rest, ok := declared(text); ok {
		return &scanner{text: rest, line: 2, sep: sep}
	}
	return &scanner{text: text, line: 1, sep: separator(text)}
}

// declared reads the line «sep=;» that Excel writes and reads before the header:
// the separator, and the text behind the line.
func declared(text string) (sep byte, rest string, ok bool) {
	const name = "sep="
	if len(text) < len(name)+2 || !strings.EqualFold(text[:len(name)], name) {
		return 0, "", false
	}
	sep, rest = text[len(name)], text[len(name)+1:]
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if rest, ok = strings.CutPrefix(rest, end); ok {
			return sep, rest, strings.IndexByte(";,\t|", sep) >= 0
		}
	}
	return 0, "", false
}

// separator is the one of ; tab , that the first line with words has most of,
// outside quotes.
func separator(text string) byte {
	text = strings.TrimLeft(text, "\r\n \t")
	count := map[byte]int{}
	quoted := false
	for i := 0; i < len(text) && (quoted || text[i] != '\n' && text[i] != '\r'); i++ {
		switch c := text[i]; {
		case c == '"':
			quoted = !quoted
		case !quoted:
			count[c]++
		}
	}
	best := byte(';')
	for _, c := range []byte{'\t', ','} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}
