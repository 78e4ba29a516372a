package report

import (
	"strings"

	"portfel/data/text"
)

// PackedPaper is a line of the list of a pack: the line of the report, or another
// paper of the trip.
type PackedPaper struct {
	AdvanceLine
	Number string
	Sheets int
	Files  []string // names of what lies in the pack under the number
}

// PackList is the numbered list of the papers of an advance report.
func PackList(s AdvanceSheet, list []PackedPaper, w *text.Words) Document {
	t := &Table{Columns: []Column{{Title: "№", Type: AsText, Align: Centre}, {Title: w.T("paper.sheet.date"), Type: AsDate}, {Title: w.T("paper.sheet.number"), Type: AsText},
		{Title: w.T("paper.sheet.name"), Type: AsText, Width: 3}, {Title: w.T("paper.sheet.sum"), Type: AsMoney}, {Title: w.T("paper.sheet.sheets"), Type: AsInt}, {Title: w.T("paper.pack.file"), Type: AsText, Width: 2}}}
	for _, p := range list {
		row := Row{Cells: []Cell{Text(p.Number), Date(p.On), Text(p.AdvanceLine.Number), Text(p.Name), {}, {}, Text(strings.Join(p.Files, ", "))}}
		if !p.On.IsZero() {
			row.Cells[4] = Money(p.Sum)
		}
		if p.Sheets > 0 {
			row.Cells[5] = Int(int64(p.Sheets))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Rows = append(t.Rows, Row{Style: Total, Cells: []Cell{{}, {}, {}, Text(w.T("paper.sheet.total")), Money(s.Spent), Int(int64(s.Sheets))}})
	return Document{Title: w.T("paper.pack.list"), Subtitle: w.F("paper.pack.to", s.Number, s.On, s.Person), Author: s.Firm, Made: s.Made, Blocks: []Block{t}}
}
