package command

import (
	"io"

	"portfel/data"
	"portfel/data/office"
	"portfel/data/report"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// papers are the sizes that a chart can be asked on.
var papers = map[string]office.Paper{"a4": office.A4, "a3": office.A3, "a2": office.A2, "a1": office.A1, "a0": office.A0}

// PaperSizes lists the names of papers, the smallest first.
var PaperSizes = []string{"a4", "a3", "a2", "a1", "a0"}

// chart reads what the chart of a plan shows.
func (p *planReport) chart() (c report.PlanChart, err error) {
	c = report.PlanChart{PlanHead: p.head, Tree: p.tree, Base: p.base, Today: p.today}
	c.Off = func(d data.Date) bool { return !p.own.IsWorking(d) }
	if !p.tree.Project.ID.IsZero() && !c.Start.IsZero() {
		c.Trips, err = p.r.ProjectTrips(p.tree.Project.ID, c.Start, c.Finish)
	}
	return c, err
}

// writeGantt writes the chart of a plan.
func writeGantt(r *sqlite.Reader, o ReportOptions, w *text.Words, out io.Writer) error {
	if _, known := papers[o.Paper]; o.Paper != "" && !known {
		return data.Problem{Code: "report.paper", Args: []string{o.Paper}}
	}
	p, err := newPlanReport(r, o, w)
	if err != nil {
		return err
	}
	c, err := p.chart()
	if err != nil {
		return err
	}
	switch o.Format {
	case "svg":
		return office.WriteSVG(out, report.PlanGantt(c, 0, w))
	case "png":
		scale := o.Scale
		if scale <= 0 {
			scale = 2
		}
		return office.WritePNG(out, report.PlanGantt(c, 0, w), scale)
	}
	pic, paper := ganttPage(c, o, w)
	return office.WritePicturePDF(out, pic, office.PictureOptions{Paper: paper, Tiled: o.Tiled, Made: c.Made, Author: c.Author, Words: w})
}

// readable is the least scale at which the small print of a chart can be read:
// 8 points become 5,6.
const readable = 0.7

// ganttPage draws the chart for its paper. Tiles keep the chart's own size; on
// one page it is drawn in the page's shape, across or upright, whichever makes
// it larger. Without a paper it is the smallest on which the print can be read,
// and a page of the chart's own size when none is large enough.
func ganttPage(c report.PlanChart, o ReportOptions, w *text.Words) (report.Picture, office.Paper) {
	if o.Tiled {
		paper := office.A4
		if o.Paper != "" {
			paper = papers[o.Paper]
		}
		return report.PlanGantt(c, 0, w), paper.Across()
	}
	if o.Paper != "" {
		pic, paper, _ := onPaper(c, papers[o.Paper], w)
		return pic, paper
	}
	for _, name := range PaperSizes {
		if pic, paper, k := onPaper(c, papers[name], w); k >= readable {
			return pic, paper
		}
	}
	pic := report.PlanGantt(c, 0, w)
	return pic, office.PaperOf(pic)
}

// onPaper draws the chart for a paper and tells at which scale it fits.
func onPaper(c report.PlanChart, paper office.Paper, w *text.Words) (best report.Picture, turned office.Paper, scale float64) {
	for _, p := range []office.Paper{paper.Across(), paper} {
		pic := report.PlanGantt(c, (p.Width-2*pageEdge)/(p.Height-2*pageEdge), w)
		if k := min((p.Width-2*pageEdge)/pic.Width, (p.Height-2*pageEdge)/pic.Height); k > scale+0.01 {
			best, turned, scale = pic, p, k
		}
	}
	return best, turned, scale
}

// pageEdge is the white edge of a page, in points, as package office leaves it.
const pageEdge = 28.0
