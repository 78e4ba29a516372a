package office

import "portfel/data/report"

// Paper is the size of a page in points.
type Paper struct{ Width, Height float64 }

// The sizes of ISO 216, upright.
var (
	A4 = Paper{595.28, 841.89}
	A3 = Paper{841.89, 1190.55}
	A2 = Paper{1190.55, 1683.78}
	A1 = Paper{1683.78, 2383.94}
	A0 = Paper{2383.94, 3370.39}
)

// Across is the paper turned so that it is wider than high.
func (p Paper) Across() Paper {
	return Paper{max(p.Width, p.Height), min(p.Width, p.Height)}
}

// Ratio is width to height, as report.GanttOptions wants it.
func (p Paper) Ratio() float64 { return p.Width / p.Height }

// maxPaper is the longest side of a page that viewers of PDF take: 200 inches.
const maxPaper = 14_400.0

// PaperOf is a page as large as the picture with its margins; of a picture that
// is longer than a page can be, it is the largest page of its shape.
func PaperOf(p report.Picture) Paper {
	const edges = 2 * pictureMargin
	k := min(1, (maxPaper-edges)/max(p.Width, p.Height, 1))
	return Paper{p.Width*k + edges, p.Height*k + edges}
}
