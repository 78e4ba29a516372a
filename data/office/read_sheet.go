package office

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"portfel/data"
)

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	*foreignBook
	*partReader
	sheet  string
	rows   []SheetRow
	line   int // of the row being read
	column int // of the last cell, from 0
	cells  int
	row    []string
}

func (b *foreignBook) readSheet(ref sheetRef) ([]SheetRow, error) {
	p, err := b.part(ref.part)
	if err != nil {
		return nil, err
	}
	if p == nil {
		return nil, damaged(ref.part)
	}
	defer p.rc.Close()
	s := &sheetReader{foreignBook: b, partReader: p, sheet: ref.name}
	for {
		t, err := s.next()
		if err != nil {
			return nil, err
		}
		switch e := t.(type) {
		case nil:
			return s.rows, nil
		case xml.StartElement:
			err = s.start(e)
		case xml.EndElement:
			if e.Name.Local == "row" {
				err = s.endRow()
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

func (s *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return s.startRow(attr(e, "r"))
	case "c":
		return s.cell(e)
	}
	return nil
}

func (s *sheetReader) startRow(number string) error {
	line := s.line + 1
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n <= s.line || n > maxSheetRows {
			return damaged(s.name)
		}
		line = n
	}
	s.line, s.column, s.row = line, -1, nil
	return nil
}

func (s *sheetReader) endRow() error {
	for len(s.row) > 0 && s.row[len(s.row)-1] == "" {
		s.row = s.row[:len(s.row)-1]
	}
	if len(s.row) == 0 {
		return nil
	}
	if len(s.rows) >= MaxReadRows {
		return data.Problem{Code: "sheet.manyRows", Args: []string{s.sheet, strconv.Itoa(MaxReadRows)}}
	}
	s.rows = append(s.rows, SheetRow{s.line, s.row})
	s.row = nil
	return nil
}

// cell reads one cell to its end.
func (s *sheetReader) cell(e xml.StartElement) error {
	if s.line == 0 {
		return damaged(s.name)
	}
	column := s.column + 1
	if ref := attr(e, "r"); ref != "" {
		n, ok := columnOf(ref)
		if !ok || n <= s.column {
			return damaged(s.name)
		}
		column = n
	}
	s.column = column
	raw, inline, err := s.content()
	if err != nil {
		return err
	}
	v, ok := s.value(attr(e, "t"), attr(e, "s"), raw, inline)
	if !ok {
		return data.Problem{Code: "sheet.cell", Args: []string{s.sheet, s.here()}}
	}
	return s.keep(strings.TrimSpace(v))
}

// here names the cell being read.
func (s *sheetReader) here() string { return cellName(s.column, s.line) }

// keep puts a value into the row, within the limits.
func (s *sheetReader) keep(v string) error {
	switch {
	case v == "":
		return nil
	case s.column >= maxColumn:
		return data.Problem{Code: "sheet.wide", Args: []string{s.sheet, s.here()}}
	case len(v) > maxCellText && utf8.RuneCountInString(v) > maxCellText:
		return data.Problem{Code: "sheet.long", Args: []string{s.sheet, s.here(), strconv.Itoa(maxCellText)}}
	}
	if s.cells++; s.cells > MaxReadCells {
		return data.Problem{Code: "sheet.manyCells", Args: []string{s.sheet, strconv.Itoa(MaxReadCells)}}
	}
	for len(s.row) < s.column {
		s.row = append(s.row, "")
	}
	s.row = append(s.row, v)
	return nil
}

// content is what the value element and the inline text of a cell hold.
func (s *sheetReader) content() (raw, inline string, err error) {
	end := s.depth - 1
	for s.depth > end {
		t, err := s.next()
		if err != nil {
			return "", "", err
		}
		if t == nil {
			return "", "", damaged(s.name)
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "v":
			raw, err = s.text()
		case "is":
			inline, err = s.text()
		}
		if err != nil {
			return "", "", err
		}
	}
	return raw, inline, nil
}

// columnOf is the column of a cell's name, from 0.
func columnOf(ref string) (int, bool) {
	n := 0
	for i := 0; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			return n - 1, i > 0
		}
		if n = n*26 + int(c-'A') + 1; n > 16_384 {
			return 0, false
		}
	}
	return n - 1, n > 0
}

// value makes the text of a cell of a type; false is a value that cannot be
// read.
func (s *sheetReader) value(kind, style, raw, inline string) (string, bool) {
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(raw))
		if raw == "" {
			return "", true
		}
		if err != nil || i < 0 || i >= len(s.strings) {
			return "", false
		}
		return isoText(s.strings[i]), true
	case "inlineStr":
		return isoText(inline), true
	case "str":
		return isoText(raw), true
	case "e":
		return raw, true
	case "b":
		return map[bool]string{true: "1", false: "0"}[truth(strings.TrimSpace(raw))], true
	case "d":
		return isoMoment(raw), true
	}
	if raw = strings.TrimSpace(raw); raw == "" {
		return "", true
	}
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return "", false
	}
	return s.number(f, style), true
}

func (s *sheetReader) number(f float64, style string) string {
	kind := plainNumber
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.kinds) {
		kind = s.kinds[i]
	}
	switch kind {
	case dateNumber, momentNumber, clockNumber:
		if t, ok := serialText(f, kind, s.from04); ok {
			return t
		}
	case durationNumber:
		return numberText(math.Round(f*24*3600) / 3600)
	}
	return numberText(f)
}

// numberText is a number with a point and at most 15 digits, which is what Excel
// keeps: 0.1+0.2 is 0.3.
func numberText(f float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil {
		short = f
	}
	if a := math.Abs(short); a >= 1e21 || a > 0 && a < 1e-9 {
		return strconv.FormatFloat(short, 'g', -1, 64)
	}
	return strconv.FormatFloat(short+0, 'f', -1, 64) // +0 makes -0 a 0
}

// lastSerial is 9999-12-31.
const lastSerial = 2_958_465

// serialText is the day and the time of a number of days; false for numbers that
// are none: negative, too large, or 1900-02-29, which there never was.
func serialText(f float64, kind numberKind, from04 bool) (string, bool) {
	if f < 0 || f >= lastSerial+1 {
		return "", false
	}
	minutes := int64(math.Round(f * 1440))
	days, minute := minutes/1440, int(minutes%1440)
	clock := data.Moment{Min: minute}.Clock()
	if days == 0 && !from04 && kind == clockNumber {
		return clock, true
	}
	d := sheetEpoch + data.Date(days)
	switch {
	case from04:
		d = data.NewDate(1904, 1, 1) + data.Date(days)
	case days == 60 || days == 0:
		return "", false
	case days < 60: // before the day that never was
		d++
	}
	if !d.Known() {
		return "", false
	}
	if minute == 0 {
		return d.String(), true
	}
	return d.String() + "T" + clock, true
}

// isoText turns a text that is a day as people write it, 30.11.2026 or
// 30.11.2026 06:35, into 2026-11-30; all other texts stay.
func isoText(s string) string {
	t := strings.TrimSpace(s)
	if len(t) < 8 || len(t) > 19 || t[0] < '0' || t[0] > '9' {
		return s
	}
	day, clock, timed := strings.Cut(t, " ")
	p := strings.Split(day, ".")
	if len(p) != 3 || len(p[0]) > 2 || len(p[1]) > 2 || len(p[2]) != 4 {
		return s
	}
	d, err := data.ParseDate(p[2] + "-" + twoDigits(p[1]) + "-" + twoDigits(p[0]))
	if err != nil || d.IsZero() {
		return s
	}
	if !timed {
		return d.String()
	}
	minute, ok := clockMinute(clock)
	if !ok {
		return s
	}
	return d.String() + "T" + data.Moment{Min: minute}.Clock()
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// clockMinute reads 6:35, 06:35 or 06:35:00.
func clockMinute(s string) (int, bool) {
	p := strings.Split(s, ":")
	if len(p) < 2 || len(p) > 3 {
		return 0, false
	}
	h, err1 := strconv.Atoi(p[0])
	m, err2 := strconv.Atoi(p[1])
	return h*60 + m, err1 == nil && err2 == nil && h >= 0 && h < 24 && m >= 0 && m < 60
}

// isoMoment shortens the ISO form of a cell of type d: midnight is the day alone.
func isoMoment(s string) string {
	day, clock, ok := strings.Cut(strings.TrimSuffix(strings.TrimSpace(s), "Z"), "T")
	if !ok {
		return day
	}
	minute, fine := clockMinute(strings.SplitN(clock, ".", 2)[0])
	if !fine || minute == 0 {
		return day
	}
	return day + "T" + data.Moment{Min: minute}.Clock()
}
