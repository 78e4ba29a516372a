package report

import (
	"portfel/data"
	"portfel/data/text"
)

// PlanHead is what every report on a plan says first. It is an internal paper:
// rates, costs and margins are not for the client, so the title, which all pages
// repeat in their footer, says so.
type PlanHead struct {
	Project    string // code and name, or the name of a plan without a project
	Client     string
	Variant    string // of the plan, empty when there is one plan only
	Goal       string
	Start      data.Date // first and last day of the plan
	Finish     data.Date
	Deadline   data.Date
	Slack      int // working days from the finish to the deadline; negative = missed
	Author     string
	AuthorPost string
	For        string // the head who reads and decides
	ForPost    string
	Baseline   string // name of the baseline that dates are compared with, empty = none
	Made       data.Moment
}

// document begins the report: title, what it is about, who made it for whom.
func (h PlanHead) document(w *text.Words, title string, more ...Fact) Document {
	doc := Document{Title: text.Join(title, w.T("report.internal")), Subtitle: text.Join(h.Project, h.Client), Author: h.Author, Made: h.Made, Landscape: true}
	add := func(label, value string) {
		if value != "" {
			doc.Meta = append(doc.Meta, Fact{Label: w.T(label), Value: Text(value)})
		}
	}
	add("report.variant", h.Variant)
	doc.Meta = append(doc.Meta, more...)
	add("report.author", commaJoin(h.Author, h.AuthorPost))
	add("report.for", commaJoin(h.For, h.ForPost))
	doc.Meta = append(doc.Meta, Fact{Label: w.T("report.made"), Value: Date(h.Made.Day)})
	return doc
}

// term is the deadline with the reserve or the delay in words.
func (h PlanHead) term(w *text.Words) Fact {
	f := Fact{Label: w.T("report.deadline"), Value: Text(w.T("report.deadline.none"))}
	if h.Deadline.IsZero() {
		return f
	}
	f.Value = Text(w.Date(h.Deadline) + ", " + slackWords(w, h.Slack))
	if h.Slack < 0 {
		f.Mark = Late
	}
	return f
}

// slackWords are «запас 1 раб. день», «срок нарушен на 2 раб. дня» or «в срок».
func slackWords(w *text.Words, days int) string {
	switch {
	case days < 0:
		return w.N("report.missed", -days)
	case days == 0:
		return w.T("report.exactly")
	}
	return w.N("report.slack", days)
}

// shiftWords are a shift in working days with its sign: «+3 раб. дня».
func shiftWords(w *text.Words, days int) string {
	if days == 0 {
		return w.T("report.noShift")
	}
	s := w.N("report.shift", days)
	if days > 0 {
		s = "+" + s
	}
	return s
}

// ending is the sentence about the end of the plan and its deadline.
func (h PlanHead) ending(w *text.Words) string {
	switch {
	case h.Finish.IsZero():
		return w.T("report.sum.noDates")
	case h.Deadline.IsZero():
		return w.F("report.sum.finish", h.Finish)
	case h.Slack == 0:
		return w.F("report.sum.finish.exact", h.Finish)
	case h.Slack < 0:
		return w.N("report.sum.finish.missed", -h.Slack, h.Finish, h.Deadline)
	}
	return w.N("report.sum.finish.slack", h.Slack, h.Finish, h.Deadline)
}

// signatures are the places for the author and for the one who decides.
func (h PlanHead) signatures(w *text.Words, decide string) Signatures {
	return Signatures{Items: []Signature{
		{Role: joinLine(w.T("report.author"), h.AuthorPost), Name: h.Author, Dated: true},
		{Role: joinLine(decide, h.ForPost), Name: h.For, Dated: true}}}
}

func joinLine(a, b string) string {
	if b == "" {
		return a
	}
	return a + ":\n" + b
}

func commaJoin(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

// shareOf is a part in tenths of a per cent of a whole, rounded half away from
// zero; an empty cell when the whole is not above zero.
func shareOf(part, whole int64) Cell {
	if whole <= 0 {
		return Cell{}
	}
	return Tenths(tenths(part, whole))
}

func tenths(part, whole int64) int64 {
	if part < 0 {
		return -tenths(-part, whole)
	}
	return (part*2000 + whole) / (2 * whole)
}

// perHour is a sum for each hour of a number of minutes, rounded to kopecks.
func perHour(sum data.Money, minutes data.Minutes) data.Money {
	n := int64(sum) * 60
	if n < 0 {
		return -perHour(-sum, minutes)
	}
	return data.Money((2*n + int64(minutes)) / (2 * int64(minutes)))
}

func textColumn(title, code string, width float64) Column {
	return Column{Title: title, Code: code, Type: AsText, Width: width}
}

func column(title, code string, t Type) Column { return Column{Title: title, Code: code, Type: t} }

// totalRow is the row that sums a table up, with its word in the first column.
func totalRow(w *text.Words, cells ...Cell) Row {
	return Row{Style: Total, Cells: append([]Cell{Text(w.T("report.total"))}, cells...)}
}
