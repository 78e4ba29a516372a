package command

import (
	"io"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// The codes of the reports on a plan.
const (
	ReportResources = "resources" // «Обоснование ресурсов»
	ReportExecution = "execution" // «Исполнение плана за период»
	ReportGantt     = "gantt"     // the chart of the plan
)

// PlanReports lists the reports on a plan in the order of choices.
var PlanReports = []string{ReportResources, ReportExecution, ReportGantt}

// ReportOptions say which report on which plan is written, and how.
type ReportOptions struct {
	Code     string
	Format   string // file extension without the point: see ReportFormats
	Plan     data.ID[data.Plan]
	Baseline data.ID[data.Baseline] // dates are compared with it; none = the newest one
	From, To data.Date              // of ReportExecution; none = the last whole week
	Paper    string                 // of ReportGantt in PDF: "a4" to "a0"; none = chosen by the size of the chart
	Tiled    bool                   // of ReportGantt in PDF: in its own size over several pages
	Scale    float64                // of ReportGantt in PNG: pixels a point; 0 = 2
}

// ReportFormats are the file extensions of a report, the usual one first; none
// for an unknown report.
func ReportFormats(code string) []string {
	switch code {
	case ReportResources, ReportExecution:
		return []string{"pdf", "xlsx"}
	case ReportGantt:
		return []string{"pdf", "png", "svg"}
	}
	return nil
}

// WriteReport writes a report on a plan. It reads and changes nothing. An unknown
// code or format, and a period that ends before it begins, are a data.Problem
// ("report.code", "report.format", "order").
func WriteReport(r *sqlite.Reader, o ReportOptions, w *text.Words, out io.Writer) error {
	formats := ReportFormats(o.Code)
	if formats == nil {
		return data.Problem{Code: "report.code", Args: []string{o.Code, strings.Join(PlanReports, " ")}}
	}
	if !slices.Contains(formats, o.Format) {
		return data.Problem{Code: "report.format", Args: []string{o.Format, strings.Join(formats, " ")}}
	}
	if o.Code == ReportGantt {
		return writeGantt(r, o, w, out)
	}
	doc, err := PlanReport(r, o, w)
	if err != nil {
		return err
	}
	if o.Format == "xlsx" {
		return office.WriteXLSX(out, doc, w)
	}
	return office.WritePDF(out, doc, w)
}

// PlanReport is the document of ReportResources or ReportExecution.
func PlanReport(r *sqlite.Reader, o ReportOptions, w *text.Words) (report.Document, error) {
	p, err := newPlanReport(r, o, w)
	if err != nil {
		return report.Document{}, err
	}
	if o.Code == ReportExecution {
		x, err := p.execution(o.From, o.To)
		return report.Execution(x, w), err
	}
	c, err := p.resources()
	return report.Resources(c, w), err
}

//text:prefix report.file.

// ReportFileName is a name for the file of a report: «МК-26 Обоснование
// ресурсов.pdf».
func ReportFileName(w *text.Words, tree data.PlanTree, code, format string) string {
	name := tree.Project.Code
	if name == "" {
		name = planTitle(w, tree)
	}
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`\/:*?"<>|`, r) {
			return '-'
		}
		return r
	}, strings.TrimSpace(name+" "+w.T("report.file."+code)))
	return strings.TrimSpace(string([]rune(name)[:min(len([]rune(name)), 80)])) + "." + format
}

// planTitle is the title of a plan's project, else the plan's name, else the kind
// of the plan.
func planTitle(w *text.Words, t data.PlanTree) string {
	switch {
	case t.Project.Name != "":
		return t.Project.Title()
	case t.Plan.Name != "":
		return t.Plan.Name
	}
	return w.Code(t.Plan.What)
}
