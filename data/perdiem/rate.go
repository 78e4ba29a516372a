package perdiem

import (
	"bytes"
	"strings"

	"portfel/data"
)

// Rate is the row that gives a date its norm, and how particular it is: by town,
// then country, then grade, then the default of Russia or of abroad; of equals
// the one that began last. False when no row holds on the date.
func Rate(rates []data.PerDiem, country, town string, grade data.Grade, on data.Date) (data.PerDiem, Scope, bool) {
	i, scope := newTable(rates).find(country, bare(town), grade, on)
	if i < 0 {
		return data.PerDiem{}, "", false
	}
	return rates[i], scope, true
}

// table is rates with their towns as they are compared.
type table struct {
	rows  []data.PerDiem
	towns []string
}

func newTable(rows []data.PerDiem) table {
	t := table{rows, make([]string, len(rows))}
	for i := range rows {
		if rows[i].City != "" {
			t.towns[i] = bare(rows[i].City)
		}
	}
	return t
}

// find is the index of the row for a date, -1 when there is none.
func (t table) find(country, town string, grade data.Grade, on data.Date) (int, Scope) {
	best, rank := -1, -1
	for i := range t.rows {
		p := &t.rows[i]
		if p.ValidFrom > on || !p.ValidTo.IsZero() && p.ValidTo < on {
			continue
		}
		k := t.rank(i, country, town, grade)
		if k > rank || k == rank && k >= 0 && later(p, &t.rows[best]) {
			best, rank = i, k
		}
	}
	return best, scopeOf(rank)
}

// The weights of what a row says: each outweighs all below it.
const (
	byGrade   = 1
	byCountry = 2
	byTown    = 4
)

// rank is how particular a row is for a date; -1 = it is not for it.
func (t table) rank(i int, country, town string, grade data.Grade) (k int) {
	p := &t.rows[i]
	switch {
	case strings.EqualFold(p.Country, country) && country != "":
		if country != Russia {
			k += byCountry
		}
	case p.Country != data.AnyAbroad || country == Russia:
		return -1
	}
	if p.City != "" {
		if town == "" || t.towns[i] != town {
			return -1
		}
		k += byTown
	}
	if p.Grade != "" {
		if p.Grade != grade {
			return -1
		}
		k += byGrade
	}
	return k
}

// later decides between equal rows: the later beginning, then the id.
func later(p, q *data.PerDiem) bool {
	if p.ValidFrom != q.ValidFrom {
		return p.ValidFrom > q.ValidFrom
	}
	return bytes.Compare(p.ID[:], q.ID[:]) > 0
}

func scopeOf(rank int) Scope {
	switch {
	case rank&byTown != 0:
		return ScopeTown
	case rank&byCountry != 0:
		return ScopeCountry
	case rank&byGrade != 0:
		return ScopeGrade
	}
	return ScopeDefault
}
