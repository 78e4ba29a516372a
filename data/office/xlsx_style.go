package office

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"portfel/data/report"
	"portfel/data/text"
)

// sheetFont is on every desktop, or has a twin of the same widths there.
const (
	sheetFont = "Arial"
	sheetSize = 10.0
)

// role says what a cell of a sheet is.
type role uint8

const (
	bodyCell role = iota
	titleCell
	subtitleCell
	headingCell
	textCell // running text over the width of the sheet
	noteCell
	labelCell
	valueCell
	headCellRole
	groupCell
)

// look is all that makes one style.
type look struct {
	role    role
	kind    report.Type
	style   report.Style
	mark    report.Mark
	align   report.Align
	level   int
	decimal bool // hours, days or per cent with decimals
	strong  bool
}

// style gives the id of a look; each is made once.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.f.NewStyle(l.made(b.words))
	if err != nil {
		return 0, err
	}
	b.styles[l] = id
	return id, nil
}

func (l look) made(w *text.Words) *excelize.Style {
	s := &excelize.Style{Font: l.font(), Alignment: l.alignment()}
	if f := format(l.kind, l.decimal, w) + l.unit(w); f != "" {
		s.CustomNumFmt = &f
	}
	if fill := l.back(); fill.On() {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(fill)[1:]}}
	}
	switch {
	case l.role == headCellRole:
		s.Border = border("bottom", 2, report.Planned)
	case l.role == bodyCell && l.style == report.Total:
		s.Border = append(border("top", 2, report.Ink), border("bottom", 1, report.Hair)...)
	case l.role == bodyCell:
		s.Border = border("bottom", 1, report.Hair)
	}
	return s
}

// unit is the unit behind a value that stands alone, without a head.
func (l look) unit(w *text.Words) string {
	switch {
	case l.role == valueCell && l.kind == report.AsHours:
		return `\ "` + w.T("unit.hour") + `"`
	case l.role == valueCell && l.kind == report.AsDays:
		return `\ "` + w.T("unit.day") + `"`
	}
	return ""
}

func border(side string, style int, c report.Colour) []excelize.Border {
	return []excelize.Border{{Type: side, Style: style, Color: hex(c)[1:]}}
}

func (l look) font() *excelize.Font {
	f := &excelize.Font{Family: sheetFont, Size: sheetSize, Color: hex(report.Ink)[1:]}
	switch l.role {
	case titleCell:
		f.Size, f.Bold = 14, true
	case headingCell:
		f.Size, f.Bold = 11, true
	case subtitleCell, noteCell, labelCell:
		f.Color = hex(report.Mute)[1:]
	case headCellRole, groupCell:
		f.Bold = true
	case valueCell:
		ink, _ := l.mark.Colours()
		f.Color = hex(ink)[1:]
	}
	f.Bold = f.Bold || l.strong || l.role == bodyCell && l.style != report.Plain
	return f
}

func (l look) alignment() *excelize.Alignment {
	a := &excelize.Alignment{Vertical: "top", Indent: min(l.level, 15), WrapText: true}
	numeric := l.kind.Numeric()
	switch l.role {
	case bodyCell:
		a.Vertical = "center"
	case headCellRole:
		a.Vertical = "bottom"
	case groupCell:
		a.Horizontal = "center"
	}
	if numeric || l.kind == report.AsDate || l.kind == report.AsMoment {
		a.WrapText = false
	}
	switch {
	case l.align == report.Centre:
		a.Horizontal = "center"
	case l.align == report.Right || l.align == report.ByType && numeric && l.role == bodyCell:
		a.Horizontal, a.Indent = "right", 1 // so that a number does not touch the text after it
	case a.Horizontal == "":
		a.Horizontal = "left"
	}
	return a
}

func (l look) back() report.Colour {
	_, back := l.mark.Colours()
	switch {
	case l.role == headCellRole || l.role == groupCell:
		return report.Paper
	case l.role != bodyCell:
		return 0
	case l.style == report.Band:
		return report.AccentSoft
	case l.style == report.Total:
		return report.Paper
	}
	return back
}

// format is the number format of a type, "" for the general one.
func format(t report.Type, decimal bool, w *text.Words) string {
	fraction := ""
	if decimal {
		fraction = ".00"
	}
	switch t {
	case report.AsDate:
		return dateFormat(w)
	case report.AsMoment:
		return dateFormat(w) + " hh:mm"
	case report.AsInt:
		return "#,##0"
	case report.AsMoney:
		if w.Lang() == text.EN {
			return `"₽"#,##0.00;\-"₽"#,##0.00`
		}
		return `#,##0.00\ "₽"`
	case report.AsHours, report.AsDays:
		return "#,##0" + fraction
	case report.AsPercent:
		if decimal {
			fraction = ".0"
		}
		if w.Lang() == text.EN {
			return "0" + fraction + "%"
		}
		return "0" + fraction + `\ %`
	}
	return ""
}

func dateFormat(w *text.Words) string {
	if w.Lang() == text.EN {
		return "d mmm yyyy"
	}
	return "dd.mm.yyyy"
}

// firstSheetDay is the first day that Excel and all others count alike:
// 1900-03-01, number 61. Earlier days are written as text.
const firstSheetDay = 61

// value is what a cell holds in a sheet: a number for Excel, or text.
func value(c report.Cell, w *text.Words) any {
	serial := float64(c.Day() - sheetEpoch)
	switch c.Type {
	case report.AsDate, report.AsMoment:
		if serial < firstSheetDay {
			return c.Written(w)
		}
		return serial + float64(c.Minute())/1440
	case report.AsInt:
		return c.N
	case report.AsMoney:
		return float64(c.N) / 100
	case report.AsHours:
		return float64(c.N) / 60
	case report.AsPercent, report.AsDays:
		return float64(c.N) / 1000
	case report.AsText:
		return escapedText(c.Text)
	}
	return nil
}

// cellName is the name of a cell: columns count from 0, rows from 1.
func cellName(column, row int) string { return fmt.Sprintf("%s%d", letterOf(column), row) }
