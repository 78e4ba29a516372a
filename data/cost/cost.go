package cost

import "portfel/data"

// Table is the rates of a file.
type Table struct {
	rates  []data.Rate
	grades map[data.ID[data.Person]]data.Grade
}

// New takes the rates, and the grades of the people.
func New(rates []data.Rate, people []data.Person) *Table {
	t := &Table{rates: rates, grades: map[data.ID[data.Person]]data.Grade{}}
	for _, p := range people {
		t.grades[p.ID] = p.Grade
	}
	return t
}

// Work is hours of a person for a project of a client on a day.
type Work struct {
	Person  data.ID[data.Person]
	Client  data.ID[data.Client]
	Project data.ID[data.Project]
	On      data.Date
	Effort  data.Minutes
}

// Rate is what an hour of such work costs; false when no rate says so.
func (t *Table) Rate(what data.RateKind, w Work) (data.Money, bool) {
	best, rank, from := data.Money(0), 0, data.Date(-1)
	for _, r := range t.rates {
		if r.What != what || r.ValidFrom > w.On {
			continue
		}
		k := t.rank(r, w)
		if k > rank || k == rank && k > 0 && r.ValidFrom > from {
			best, rank, from = r.Amount, k, r.ValidFrom
		}
	}
	return best, rank > 0
}

// rank says how particular a rate is for a work; 0 = it is not for it.
func (t *Table) rank(r data.Rate, w Work) int {
	k := 0
	switch {
	case !r.PersonID.IsZero() && r.PersonID == w.Person:
		k = 4
	case r.PersonID.IsZero() && r.Grade != "" && r.Grade == t.grades[w.Person]:
		k = 1
	default:
		return 0
	}
	if !r.ProjectID.IsZero() && r.ProjectID != w.Project || !r.ClientID.IsZero() && r.ClientID != w.Client {
		return 0
	}
	switch {
	case !r.ProjectID.IsZero():
		k += 2
	case !r.ClientID.IsZero():
		k++
	}
	return k
}

// Sum is what the work comes to, rounded half up to kopecks; false when no rate
// says so.
func (t *Table) Sum(what data.RateKind, w Work) (data.Money, bool) {
	rate, ok := t.Rate(what, w)
	return Of(w.Effort, rate), ok
}

// Of is minutes at a rate for an hour, rounded half up to kopecks.
func Of(m data.Minutes, rate data.Money) data.Money {
	n := int64(m)*int64(rate)*2 + 60
	q := n / 120
	if n%120 < 0 {
		q--
	}
	return data.Money(q)
}
