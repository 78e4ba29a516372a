package office

import (
	"portfel/data/report"
)

// headRows is how many rows the head of the table takes.
func (s *sheetRows) headRows() int {
	for _, c := range s.table.Columns {
		if c.Group != "" {
			return 2
		}
	}
	return 1
}

// tableRows writes the head and the rows of the table.
func (s *sheetRows) tableRows() error {
	if s.table == nil || len(s.table.Columns) == 0 {
		return nil
	}
	if err := s.tableHead(); err != nil {
		return err
	}
	first := s.row + 1
	plain, bands, last := false, false, s.row
	for i := range s.table.Rows {
		r := &s.table.Rows[i]
		s.row++
		if err := s.tableRow(r); err != nil {
			return err
		}
		bands = bands || r.Style == report.Band
		if r.Style != report.Total {
			plain, last = true, s.row
		}
	}
	if len(s.table.Rows) == 0 {
		return s.emptyTable()
	}
	s.row++ // a gap before what follows
	if plain && !bands {
		return s.f.AutoFilter(s.name, cellName(0, first-1)+":"+cellName(len(s.widths)-1, last), nil)
	}
	return nil
}

func (s *sheetRows) emptyTable() error {
	t := s.table.Empty
	if t == "" {
		t = s.words.T("office.empty")
	}
	return s.line(0, t, look{role: noteCell}, sheetSize)
}

func (s *sheetRows) tableHead() error {
	if s.headRows() == 2 {
		s.row++
		if err := s.groups(); err != nil {
			return err
		}
	}
	s.row++
	s.head = s.row
	for i, c := range s.table.Columns {
		l := look{role: headCellRole, align: c.Align}
		if c.Numeric() {
			l.align = report.Right
		}
		if err := s.put(i, escapedText(c.Title), l); err != nil {
			return err
		}
	}
	if s.marks {
		return s.put(len(s.table.Columns), s.words.T("office.mark"), look{role: headCellRole, level: 1})
	}
	return nil
}

func (s *sheetRows) groups() error {
	columns := s.table.Columns
	for i := 0; i < len(s.widths); {
		to := i + 1
		title := ""
		if i < len(columns) {
			title = columns[i].Group
			for title != "" && to < len(columns) && columns[to].Group == title {
				to++
			}
		}
		if err := s.over(i, to, escapedText(title), look{role: groupCell}); err != nil {
			return err
		}
		i = to
	}
	return nil
}

func (s *sheetRows) tableRow(r *report.Row) error {
	if r.Style == report.Band {
		return s.over(0, len(s.widths), escapedText(bandText(r, s.words)), look{role: bodyCell, style: report.Band})
	}
	indented, lines := s.table.Indented(), 1
	for i, col := range s.table.Columns {
		c := r.Cell(i)
		l := look{role: bodyCell, kind: c.Type, style: r.Style, mark: r.Mark, align: col.Align, decimal: s.deci[i]}
		if c.Type == report.AsText || c.Type == report.Empty {
			l.decimal = false
		}
		if i == indented {
			l.level = max(0, r.Level)
		}
		if c.Type == report.AsText {
			lines = max(lines, s.linesIn(c.Text, i, i+1, sheetSize))
		}
		if err := s.put(i, value(c, s.words), l); err != nil {
			return err
		}
	}
	if s.marks {
		if err := s.put(len(s.table.Columns), markWord(r.Mark, s), look{role: bodyCell, kind: report.AsText, style: r.Style, mark: r.Mark, level: 1}); err != nil {
			return err
		}
	}
	if err := s.height(lines, sheetSize); err != nil {
		return err
	}
	if r.Level > 0 {
		return s.f.SetRowOutlineLevel(s.name, s.row, uint8(min(r.Level, 7)))
	}
	return nil
}

// markWord is the word of a mark, nothing for none.
func markWord(m report.Mark, s *sheetRows) any {
	if m == report.Unmarked {
		return nil
	}
	return m.Word(s.words)
}
