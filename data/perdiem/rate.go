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
	best, rank := -1, -1
	town = data.Fold(town)
	for i := range rates {
		p := &rates[i]
		if p.ValidFrom > on || !p.ValidTo.IsZero() && p.ValidTo < on {
			continue
		}
		k := rankOf(p, country, town, grade)
		if k > rank || k == rank && k >= 0 && later(p, &rates[best]) {
			best, rank = i, k
		}
	}
	if best < 0 {
		return data.PerDiem{}, "", false
	}
	return rates[best], scopeOf(rank), true
}

// The weights of what a row says: each outweighs all below it.
const (
	byGrade   = 1
	byCountry = 2
	byTown    = 4
)

// rankOf is how particular a row is for a date; -1 = it is not for it.
func rankOf(p *data.PerDiem, country, town string, grade data.Grade) (k int) {
	switch {
	case strings.EqualFold(p.Country, country) && country != "":
		if country != Russia {
			k += byCountry
		}
	case p.Country != data.AnyAbroad || country == Russia:
		return -1
	}
	if p.City != "" {
		if town == "" || !sameTown(p.City, town) {
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
