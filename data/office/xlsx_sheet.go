package office

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"portfel/data"
	"portfel/data/report"
)

// sheetEpoch is day 0 of a sheet's calendar: 1899-12-30.
var sheetEpoch = data.NewDate(1899, 12, 30)

// maxSheetRows is how many rows a sheet of Excel has.
const maxSheetRows = 1_048_576

// sheetRows writes one sheet row by row.
type sheetRows struct {
	*book
	part
	name   string
	title  bool
	row    int // the last one written
	widths []float64
	split  int // columns of the labels of facts
	head   int // last row of the table's head
	marks  bool
	deci   []bool // columns with decimals
}

func (s *sheetRows) write() error {
	if s.table != nil && len(s.table.Rows) > maxSheetRows-1000 {
		return data.Problem{Code: "sheet.rows", Args: []string{strconv.Itoa(maxSheetRows - 1000)}}
	}
	s.measure()
	steps := []func() error{s.setColumns, s.titles, func() error { return s.blocks(s.before) }, s.tableRows, func() error { return s.blocks(s.after) }, s.page}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// measure decides on the columns of the sheet.
func (s *sheetRows) measure() {
	if s.table == nil || len(s.table.Columns) == 0 {
		s.widths, s.split = []float64{30, 30, 30}, 1
		return
	}
	s.marks = len(s.table.Marks()) > 0
	for i, n := range needs(s.table, s.words) {
		s.widths = append(s.widths, columnChars(s.table.Columns[i], n))
	}
	if s.marks {
		s.widths = append(s.widths, 14)
	}
	s.split = splitAt(s.widths, 24)
	s.deci = make([]bool, len(s.table.Columns))
	for i := range s.table.Columns {
		s.deci[i] = hasDecimals(s.table, i)
	}
}

// charWidth is the width of the digit 0 of Arial in sizes: the unit of column
// widths.
const charWidth = 0.556

// columnChars is the width of a column in characters: what its values need in
// their number format, texts up to 60.
func columnChars(c report.Column, n columnNeed) float64 {
	chars := n.natural/charWidth + 2.5
	switch c.Type {
	case report.AsMoney:
		chars += 2.5 // the sign of the currency
	case report.AsHours, report.AsDays:
		chars += 2
	case report.AsText:
		chars = min(chars, 60)
	}
	return math.Ceil(max(chars, n.least/charWidth*0.8, 6)*10) / 10
}

// splitAt is how many columns the labels of facts take to be so many characters
// wide; one column is left for the values.
func splitAt(widths []float64, chars float64) int {
	sum := 0.0
	for i, w := range widths {
		if sum += w; sum >= chars && i+1 < len(widths) {
			return i + 1
		}
	}
	return max(1, len(widths)-1)
}

func hasDecimals(t *report.Table, column int) bool {
	for i := range t.Rows {
		if decimals(t.Rows[i].Cell(column)) {
			return true
		}
	}
	return false
}

func (s *sheetRows) setColumns() error {
	for i, w := range s.widths {
		if err := s.f.SetColWidth(s.name, letterOf(i), letterOf(i), min(w, 255)); err != nil {
			return err
		}
	}
	return nil
}

// put writes a value with its look.
func (s *sheetRows) put(column int, v any, l look) error {
	id, err := s.style(l)
	if err != nil {
		return err
	}
	cell := cellName(column, s.row)
	switch v := v.(type) {
	case nil:
	case string:
		err = s.f.SetCellStr(s.name, cell, v)
	case int64:
		err = s.f.SetCellInt(s.name, cell, v)
	case float64:
		err = s.f.SetCellFloat(s.name, cell, v, -1, 64)
	}
	if err != nil {
		return err
	}
	return s.f.SetCellStyle(s.name, cell, cell, id)
}

// over writes a value into merged columns.
func (s *sheetRows) over(from, to int, v any, l look) error {
	for i := from; i < to; i++ {
		if err := s.put(i, nil, l); err != nil {
			return err
		}
	}
	if err := s.put(from, v, l); err != nil || to-from < 2 {
		return err
	}
	return s.f.MergeCell(s.name, cellName(from, s.row), cellName(to-1, s.row))
}

// line writes running text from a column to the right edge.
func (s *sheetRows) line(from int, t string, l look, size float64) error {
	s.row++
	t = escapedText(t)
	if err := s.over(from, len(s.widths), t, l); err != nil {
		return err
	}
	return s.height(s.linesIn(t, from, len(s.widths), size), size)
}

// linesIn is how many lines a text takes in columns.
func (s *sheetRows) linesIn(t string, from, to int, size float64) int {
	room := 0.0
	for _, w := range s.widths[from:to] {
		room += (w - 1) * charWidth * sheetSize
	}
	return len(report.Wrap(drawableLines(t), room, size, false))
}

// Heights of rows in points. Neither Excel nor Calc fits the height of rows that
// are merged or come from a file, so it is set.
const (
	rowHeight    = 16.0
	maxRowHeight = 409.0 // of Excel
)

// height makes the row high enough for lines of a size.
func (s *sheetRows) height(lines int, size float64) error {
	if lines < 2 && size <= sheetSize {
		return nil
	}
	return s.f.SetRowHeight(s.name, s.row, min(float64(lines)*size*1.3+4, maxRowHeight))
}

func (s *sheetRows) titles() error {
	if !s.title {
		return nil
	}
	for i, t := range s.titleLines() {
		l, size := look{role: subtitleCell}, sheetSize
		if i == 0 && s.doc.Title != "" {
			l.role, size = titleCell, 14
		}
		if err := s.line(0, t, l, size); err != nil {
			return err
		}
	}
	if s.row > 0 {
		s.row++
	}
	return nil
}

func (s *sheetRows) blocks(blocks []report.Block) error {
	for _, b := range blocks {
		if err := s.block(b); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetRows) block(b report.Block) error {
	switch v := b.(type) {
	case report.Heading:
		return s.line(0, v.Text, look{role: headingCell}, 11)
	case report.Paragraph:
		return s.line(s.insetColumn(v.Inset), v.Text, look{role: textCell, strong: v.Strong, align: v.Align}, sheetSize)
	case report.Note:
		return s.line(0, v.Text, look{role: noteCell}, sheetSize)
	case report.Facts:
		return s.facts(v.Items)
	case report.Signatures:
		return s.signatures(v)
	case report.Figure:
		return s.figure(v)
	}
	return nil
}

// insetColumn is the column where a text begins that leaves a share of the line
// empty.
func (s *sheetRows) insetColumn(share float64) int {
	all, sum := 0.0, 0.0
	for _, w := range s.widths {
		all += w
	}
	for i, w := range s.widths[:len(s.widths)-1] {
		if sum+w/2 > all*share {
			return i
		}
		sum += w
	}
	if share > 0 {
		return len(s.widths) - 1
	}
	return 0
}

func (s *sheetRows) facts(items []report.Fact) error {
	for _, f := range items {
		s.row++
		if err := s.over(0, s.split, escapedText(f.Label), look{role: labelCell}); err != nil {
			return err
		}
		l := look{role: valueCell, kind: f.Value.Type, mark: f.Mark, decimal: decimals(f.Value)}
		v := value(f.Value, s.words)
		if f.Mark != report.Unmarked && len(s.widths) > s.split+1 {
			if err := s.over(s.split+1, len(s.widths), f.Mark.Word(s.words), look{role: valueCell, mark: f.Mark}); err != nil {
				return err
			}
			if err := s.put(s.split, v, l); err != nil {
				return err
			}
			continue
		}
		if err := s.over(s.split, max(len(s.widths), s.split+1), v, l); err != nil {
			return err
		}
		if t, ok := v.(string); ok && s.split < len(s.widths) {
			if err := s.height(s.linesIn(t, s.split, len(s.widths), sheetSize), sheetSize); err != nil {
				return err
			}
		}
	}
	s.row++
	return nil
}

// decimals tells whether a value is not a whole number of its unit.
func decimals(c report.Cell) bool {
	switch c.Type {
	case report.AsHours:
		return c.N%60 != 0
	case report.AsDays:
		return c.N%1000 != 0
	case report.AsPercent:
		return c.N%10 != 0
	}
	return false
}

func (s *sheetRows) signatures(v report.Signatures) error {
	for _, it := range v.Items {
		s.row += 2
		if err := s.over(0, s.split, escapedText(it.Role), look{role: textCell}); err != nil {
			return err
		}
		line := "____________________  " + escapedText(it.Name)
		if it.Dated {
			line += "   " + s.words.T("office.sign.date")
		}
		if err := s.over(s.split, max(len(s.widths), s.split+1), line, look{role: textCell}); err != nil {
			return err
		}
	}
	return nil
}

// figure puts a picture below the rows so far and leaves room for it.
func (s *sheetRows) figure(f report.Figure) error {
	s.row++
	var b bytes.Buffer
	if err := WritePNG(&b, f.Picture, 2); err != nil {
		return err
	}
	scale := 0.5 * 96 / 72 // two pixels a point, shown in its own size
	err := s.f.AddPictureFromBytes(s.name, cellName(0, s.row), &excelize.Picture{Extension: ".png", File: b.Bytes(), InsertType: excelize.PictureInsertTypePlaceOverCells,
		Format: &excelize.GraphicOptions{ScaleX: scale, ScaleY: scale, AltText: escapedText(f.Picture.Title), Positioning: "oneCell"}})
	if err != nil {
		return err
	}
	s.row += int(math.Ceil(f.Picture.Height / rowHeight))
	if f.Caption == "" {
		return nil
	}
	return s.line(0, f.Caption, look{role: noteCell}, sheetSize)
}

// page sets how the sheet is printed.
func (s *sheetRows) page() error {
	orientation, one, all, a4, yes, no := "portrait", 1, 0, 9, true, false
	if s.doc.Landscape {
		orientation = "landscape"
	}
	if s.onePage {
		all, orientation = 1, "landscape"
	}
	height := rowHeight
	left, right, top, bottom := 0.7, 0.47, 0.55, 0.75
	steps := []error{
		s.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &one, FitToHeight: &all}),
		s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes, DefaultRowHeight: &height, CustomHeight: &yes, OutlineSummaryBelow: &no}),
		s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &left, Right: &right, Top: &top, Bottom: &bottom}),
		s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: s.footer()}),
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	if s.head == 0 {
		return nil
	}
	top1 := s.head - s.headRows() + 1
	quoted := "'" + strings.ReplaceAll(s.name, "'", "''") + "'"
	err := s.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted + "!$" + strconv.Itoa(top1) + ":$" + strconv.Itoa(s.head), Scope: s.name})
	if err != nil {
		return err
	}
	if s.head > mostBefore+4 {
		return nil
	}
	cell := cellName(0, s.head+1)
	return s.f.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: s.head, TopLeftCell: cell, ActivePane: "bottomLeft", Selection: []excelize.Selection{{SQRef: cell, ActiveCell: cell, Pane: "bottomLeft"}}})
}

// footer is the title at the left and the page at the right. A & of the title
// is doubled, because it begins a code there.
func (s *sheetRows) footer() string {
	title := strings.ReplaceAll(firstRunes(drawable(s.doc.Title), 80), "&", "&&")
	return "&L&8" + guardDigits(title) + "&R&8 " + s.words.F("office.page", "&P", "&N")
}

// guardDigits keeps digits at the beginning of a text apart from the size code
// before it.
func guardDigits(s string) string {
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		return " " + s
	}
	return s
}
