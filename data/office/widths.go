package office

import (
	"portfel/data/report"
	"portfel/data/text"
)

// columnNeed is what the texts of a column ask for, in the unit of the size.
type columnNeed struct {
	least   float64 // widest part that cannot be broken
	natural float64 // widest text in one line
}

// needs measures the columns of a table at a size of 1.
func needs(t *report.Table, w *text.Words) []columnNeed {
	all := make([]columnNeed, len(t.Columns))
	indented := t.Indented()
	for i, c := range t.Columns {
		head := drawableLines(c.Head(w))
		all[i].least = report.LongestWord(head, 0.93, true)
		all[i].natural = min(report.Width(head, 0.93, true), max(all[i].least, 14))
	}
	for k := range t.Rows {
		r := &t.Rows[k]
		if r.Style == report.Band {
			continue
		}
		for i := range t.Columns {
			c := r.Cell(i)
			if c.Type == report.Empty {
				continue
			}
			s, bold := drawableLines(c.Written(w)), r.Style != report.Plain
			in := 0.0
			if i == indented {
				in = levelIndent(r.Level)
			}
			n := widestLine(s, bold) + in
			all[i].natural = max(all[i].natural, n)
			if c.Type == report.AsText {
				n = report.LongestWord(s, 1, bold) + in
			}
			all[i].least = max(all[i].least, n)
		}
	}
	return all
}

// widestLine is the width of the widest line at a size of 1.
func widestLine(s string, bold bool) float64 {
	widest, start := 0.0, 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '\n' {
			widest = max(widest, report.Width(s[start:i], 1, bold))
			start = i + 1
		}
	}
	return widest
}

// levelIndent is the indent of a level in sizes.
func levelIndent(level int) float64 { return 1.2 * float64(max(0, min(level, 10))) }

// share gives each column its width so that all fill a line: numbers and dates
// get what they need; texts share the rest by weight, else by content, and
// never get less than their longest word where that is possible.
func share(t *report.Table, needs []columnNeed, size, pad, avail float64) []float64 {
	widths := make([]float64, len(needs))
	least, natural := 0.0, 0.0
	for i, n := range needs {
		widths[i] = n.least*size + 2*pad
		least += widths[i]
		natural += n.natural*size + 2*pad
	}
	switch {
	case least >= avail: // too wide in any case: all shrink alike
		for i := range widths {
			widths[i] *= avail / least
		}
	case natural >= avail:
		spread(widths, avail-least, func(i int) float64 { return (needs[i].natural - needs[i].least) * size })
	default:
		for i, n := range needs {
			widths[i] = n.natural*size + 2*pad
		}
		spread(widths, avail-natural, func(i int) float64 { return surplusWeight(t, i) })
	}
	return widths
}

// surplusWeight is a column's claim to room that nobody needs: its weight, else
// an equal share among the columns of text, else a small one.
func surplusWeight(t *report.Table, i int) float64 {
	weighted, texts := false, false
	for _, c := range t.Columns {
		weighted = weighted || c.Width > 0
		texts = texts || c.Type == report.AsText
	}
	switch c := t.Columns[i]; {
	case weighted:
		return c.Width
	case texts && c.Type != report.AsText:
		return 0
	}
	return 1
}

// spread adds room to widths by weights.
func spread(widths []float64, room float64, weight func(int) float64) {
	sum := 0.0
	for i := range widths {
		sum += weight(i)
	}
	for i := range widths {
		if sum > 0 {
			widths[i] += room * weight(i) / sum
		}
	}
}
