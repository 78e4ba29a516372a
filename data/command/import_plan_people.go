package command

import (
	"sort"
	"strings"
	"unicode"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// people finds the person of every name in the source, makes those who are not
// known, and works out the shares of each row. A name that fits several people
// is refused.
func (b *planImport) people() error {
	who, err := newNamedPeople(b.r)
	if err != nil {
		return err
	}
	b.who = who
	for _, name := range b.namesLongestFirst() {
		who.take(name)
	}
	b.shares = make([][]Share, len(b.c.Source.Rows))
	for i, row := range b.c.Source.Rows {
		b.shares[i] = b.share(i, row)
	}
	return nil
}

// namesLongestFirst are all names of the source: «Иванов Пётр» is made before
// «Иванов» is looked for.
func (b *planImport) namesLongestFirst() []string {
	seen := map[string]bool{}
	var out []string
	add := func(name string) {
		if key := data.Fold(name); !seen[key] {
			seen[key] = true
			out = append(out, name)
		}
	}
	for _, row := range b.c.Source.Rows {
		for _, n := range row.Resources {
			add(n)
		}
		for _, e := range row.Efforts {
			add(e.Name)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return len(strings.Fields(out[i])) > len(strings.Fields(out[j])) })
	return out
}

// share gives each person of a row the hours named, or an even part of all.
func (b *planImport) share(i int, row table.PlanRow) (out []Share) {
	at := map[data.ID[data.Person]]int{}
	add := func(name, column string, effort data.Minutes) {
		id, fits := b.who.find(name)
		if len(fits) > 1 {
			b.refuseRow(i, column, "import.manyPeople", append([]string{name}, fits...)...)
			return
		}
		if k, ok := at[id]; ok {
			out[k].Effort += effort
			return
		}
		at[id] = len(out)
		out = append(out, Share{PersonID: id, Effort: effort, Units: 100})
	}
	for _, n := range row.Resources {
		add(n, "resource", 0)
	}
	for _, e := range row.Efforts {
		add(e.Name, "effort_h", e.Effort)
	}
	if len(row.Efforts) == 0 {
		spread(out, row.Effort)
	}
	return out
}

// spread splits minutes evenly; what does not divide goes to the first ones.
func spread(shares []Share, all data.Minutes) {
	n := data.Minutes(len(shares))
	for i := range shares {
		shares[i].Effort = all / n
		if data.Minutes(i) < all%n {
			shares[i].Effort++
		}
	}
}

// namedPeople finds people by the names that sources use.
type namedPeople struct {
	me    data.Person
	all   []data.Person
	added []data.Person
}

func newNamedPeople(r *sqlite.Reader) (*namedPeople, error) {
	me, err := owner(r)
	if err != nil {
		return nil, err
	}
	all, err := sqlite.List[data.Person](r, "1 = 1 ORDER BY archived_on IS NOT NULL, full_name")
	return &namedPeople{me: me, all: all}, err
}

// take makes a person of the name unless it fits somebody.
func (p *namedPeople) take(name string) {
	if id, fits := p.find(name); !id.IsZero() || len(fits) > 0 {
		return
	}
	x := data.Person{ID: data.NewID[data.Person](), FullName: name, Zone: p.me.Zone, CalendarID: p.me.CalendarID, WeekHours: data.Hours(40)}
	p.all, p.added = append(p.all, x), append(p.added, x)
}

// find is the person of a name: the owner for «Я» and me; the one called just
// so in full or in short; else the only one whose name has all its words, of
// which initials may stand for given names. Of several the short names are
// told.
func (p *namedPeople) find(name string) (data.ID[data.Person], []string) {
	key := data.Fold(name)
	if key == "я" || key == "me" {
		return p.me.ID, nil
	}
	for _, x := range p.all {
		if data.Fold(x.FullName) == key || data.Fold(x.Short()) == key {
			return x.ID, nil
		}
	}
	var fits []data.Person
	for _, x := range p.all {
		if x.ArchivedOn.IsZero() && hasWords(data.Fold(x.FullName), key) {
			fits = append(fits, x)
		}
	}
	if len(fits) == 1 {
		return fits[0].ID, nil
	}
	var names []string
	for _, x := range fits {
		names = append(names, x.Short())
	}
	return data.ID[data.Person]{}, names
}

// hasWords tells whether each word of key is a word of the name, or one letter
// that begins one; at least one is a whole word.
func hasWords(name, key string) bool {
	free := strings.Fields(name)
	whole := false
	for _, w := range strings.FieldsFunc(key, func(r rune) bool { return r == ' ' || r == '.' }) {
		at := -1
		for i, f := range free {
			if f == w || at < 0 && initial(w) && strings.HasPrefix(f, w) {
				at = i
			}
			if f == w {
				whole = true
				break
			}
		}
		if at < 0 {
			return false
		}
		free = append(append([]string(nil), free[:at]...), free[at+1:]...)
	}
	return whole
}

// initial tells whether a word is one letter: a digit is a part of the name.
func initial(w string) bool {
	r := []rune(w)
	return len(r) == 1 && unicode.IsLetter(r[0])
}
