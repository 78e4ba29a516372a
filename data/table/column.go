package table

import (
	"strings"

	"portfel/data"
)

// Column is a column that a kind of source knows: its English name and further
// names, compared without case, ё, spaces around and what follows a comma (the
// unit: «трудозатраты, ч»).
type Column struct {
	Name  string
	Alias []string
}

// Columns says where the known columns stand.
type Columns struct {
	At      map[string]int // English name -> index
	Shown   map[string]string
	Ignored []string // headers that are not known, as written
}

// Has tells whether the source has the column.
func (c Columns) Has(name string) bool { _, ok := c.At[name]; return ok }

// Cell is the text of a column in a row, "" when the column is missing.
func (c Columns) Cell(r Row, name string) string {
	if i, ok := c.At[name]; ok {
		return r.Cells[i]
	}
	return ""
}

// Match finds the known columns of a table. A column that stands twice is a
// data.Problem "table.twice".
func (t Table) Match(known []Column) (Columns, error) {
	names := map[string]string{}
	for _, k := range known {
		names[headerKey(k.Name)] = k.Name
		for _, a := range k.Alias {
			names[headerKey(a)] = k.Name
		}
	}
	c := Columns{At: map[string]int{}, Shown: map[string]string{}}
	for i, h := range t.Header {
		name, ok := names[headerKey(h)]
		if !ok {
			if h != "" {
				c.Ignored = append(c.Ignored, h)
			}
			continue
		}
		if _, twice := c.At[name]; twice {
			return c, data.Problem{Code: "table.twice", Args: []string{h}}
		}
		c.At[name], c.Shown[name] = i, h
	}
	return c, nil
}

func headerKey(h string) string {
	h, _, _ = strings.Cut(data.Fold(h), ",")
	return strings.Join(strings.Fields(strings.TrimRight(h, ". ")), " ")
}
