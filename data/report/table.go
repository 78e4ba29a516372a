package report

import (
	"strings"

	"portfel/data/text"
)

// Table is rows under typed columns.
type Table struct {
	Name    string // caption above the table and name of its sheet
	Columns []Column
	Rows    []Row
	Empty   string // what stands there when there are no rows
}

// Column is the head of a column and how its cells are set.
type Column struct {
	Title string // for people
	Code  string // for programs (the head in CSV); empty = Title
	Group string // head over neighbouring columns of the same group
	Type  Type
	Width float64 // weight of the column where width is shared out; 0 = by content
	Align Align
}

// Numeric tells whether the column is set to the right.
func (c Column) Numeric() bool {
	return c.Align == Right || c.Align == ByType && c.Type.Numeric()
}

// Head is the title with the unit of money, which its cells leave out.
func (c Column) Head(w *text.Words) string {
	if c.Type != AsMoney || c.Title == "" {
		return c.Title
	}
	return strings.Replace(w.F("office.head.money", c.Title), " ₽", "\u00a0₽", 1)
}

// Style says what kind of row a row is.
type Style uint8

// The styles of rows.
const (
	Plain   Style = iota
	Band          // a heading over the rows that follow: its first text spans the table
	Summary       // sums up the rows below it of a deeper level
	Total         // sums up the table
)

// Mark is an emphasis with a meaning. Writers show it by a sign or a word too,
// because colour never stands alone.
type Mark uint8

// The marks.
const (
	Unmarked Mark = iota
	Late
	Risk
	Done
)

// Sign is the mark as one letter.
func (m Mark) Sign() string { return [...]string{"", "!", "△", "✓"}[m] }

// Word is the mark in words, "" for none.
func (m Mark) Word(w *text.Words) string {
	switch m {
	case Late:
		return w.T("office.mark.late")
	case Risk:
		return w.T("office.mark.risk")
	case Done:
		return w.T("office.mark.done")
	}
	return ""
}

// Row is one row. Cells beyond the columns are ignored, missing ones empty.
type Row struct {
	Cells []Cell
	Style Style
	Level int // indent of the first text column, from 0
	Mark  Mark
}

// Cell is the cell of a column, empty where the row has none.
func (r Row) Cell(column int) Cell {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return Cell{}
}

// Marks lists the marks that occur in the table, in their order.
func (t *Table) Marks() []Mark {
	var has [Done + 1]bool
	for i := range t.Rows {
		has[t.Rows[i].Mark] = true
	}
	var all []Mark
	for m := Late; m <= Done; m++ {
		if has[m] {
			all = append(all, m)
		}
	}
	return all
}

// Indented is the column whose texts are indented by a row's level: the first
// column of text that has a width weight, else the first of text, else -1.
func (t *Table) Indented() int {
	first := -1
	for i, c := range t.Columns {
		if c.Type != AsText {
			continue
		}
		if c.Width > 0 {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}
