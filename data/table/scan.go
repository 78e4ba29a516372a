package table

import (
	"strconv"
	"strings"

	"portfel/data"
)

// scanner cuts text into rows. A line ends with LF, CR or both; inside quotes a
// line end and a separator are letters, and a doubled quote is one.
type scanner struct {
	text string
	pos  int
	line int
	sep  byte
}

func (s *scanner) done() bool { return s.pos >= len(s.text) }

// row reads one row and its line end.
func (s *scanner) row() (Row, error) {
	r := Row{Line: s.line}
	for {
		c, err := s.cell()
		if err != nil {
			return r, err
		}
		r.Cells = append(r.Cells, strings.TrimSpace(c))
		if s.done() || s.text[s.pos] != s.sep {
			s.lineEnd()
			return r, nil
		}
		s.pos++
	}
}

// cell reads up to a separator or a line end.
func (s *scanner) cell() (string, error) {
	start := s.pos
	for s.pos < len(s.text) && s.text[s.pos] == ' ' {
		s.pos++
	}
	if s.pos < len(s.text) && s.text[s.pos] == '"' {
		c, ok := s.quoted()
		if ok {
			return c, nil
		}
		if s.sep != '\t' {
			return "", data.Problem{Code: "table.quote", Args: []string{strconv.Itoa(s.line)}}
		}
	}
	s.pos = start
	if i := strings.IndexAny(s.text[s.pos:], string([]byte{s.sep, '\n', '\r'})); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.text)
	}
	return s.text[start:s.pos], nil
}

// quoted reads a quoted cell; it is one only when the closing quote ends the
// cell. On false nothing is read: tab-separated texts know no quoting.
func (s *scanner) quoted() (string, bool) {
	var b strings.Builder
	lines := 0
	for i := s.pos + 1; i < len(s.text); i++ {
		c := s.text[i]
		switch {
		case c != '"':
			b.WriteByte(c)
			if c == '\n' || c == '\r' && !strings.HasPrefix(s.text[i+1:], "\n") {
				lines++
			}
		case strings.HasPrefix(s.text[i+1:], `"`):
			b.WriteByte('"')
			i++
		default:
			return s.close(i+1, b.String(), lines)
		}
	}
	return "", false
}

// close accepts a quoted cell when only spaces follow it before the next cell.
func (s *scanner) close(end int, cell string, lines int) (string, bool) {
	for end < len(s.text) && s.text[end] == ' ' {
		end++
	}
	if end < len(s.text) && s.text[end] != s.sep && s.text[end] != '\n' && s.text[end] != '\r' {
		return "", false
	}
	s.pos = end
	s.line += lines
	return cell, true
}

func (s *scanner) lineEnd() {
	rest := s.text[s.pos:]
	switch {
	case strings.HasPrefix(rest, "\r\n"):
		s.pos += 2
	case rest != "":
		s.pos++
	}
	s.line++
}
