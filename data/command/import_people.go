package command

import (
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// ImportPeople takes a list of people with their rates: the good rows in one
// step, the others are refused. People are known by name. A rate that differs
// from the one that holds today begins today, so that what was counted before
// stays.
type ImportPeople struct {
	Source table.People
	Faults []table.Fault
}

// Label is "command.import.people".
func (ImportPeople) Label() (string, string) { return "command.import.people", "" }

// Preview tells what Run would do, and writes nothing.
func (c ImportPeople) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	l, err := c.prepare(r)
	if err != nil {
		return nil, err
	}
	return l.rows, nil
}

// Run writes what is new.
func (c ImportPeople) Run(tx *sqlite.Tx) error {
	l, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	return l.write(tx)
}

func (c ImportPeople) prepare(r *sqlite.Reader) (*peopleImport, error) {
	l, err := newListImport(r, data.KindPerson, c.Faults)
	if err != nil {
		return nil, err
	}
	p := &peopleImport{listImport: l, columns: c.Source.Columns, seen: map[data.ID[data.Person]]int{}}
	if p.rates, err = sqlite.List[data.Rate](r, "person_id IS NOT NULL AND client_id IS NULL AND project_id IS NULL ORDER BY id"); err != nil {
		return nil, err
	}
	for _, row := range c.Source.Rows {
		p.row(row)
	}
	return p, nil
}

// peopleImport is the import of a list of people on the way.
type peopleImport struct {
	*listImport
	columns table.Columns
	rates   []data.Rate
	seen    map[data.ID[data.Person]]int // line of a person
}

func (p *peopleImport) row(row table.PersonRow) {
	id, fits := p.who.find(row.Name)
	if len(fits) > 1 {
		p.refuse(row.Line, p.columns.Shown["person"], row.Name, "import.manyPeople", append([]string{row.Name}, fits...)...)
		return
	}
	if line, twice := p.seen[id]; twice && !id.IsZero() {
		p.refuse(row.Line, p.columns.Shown["person"], row.Name, "sheetrow.twice", table.Number(line))
		return
	}
	action := ImportSame
	if id.IsZero() {
		p.who.take(row.Name)
		id, _ = p.who.find(row.Name)
		action = ImportAdded
	}
	p.seen[id] = row.Line
	x := p.byID(id)
	was := *x
	p.fill(x, row)
	if action == ImportAdded || *x != was {
		p.puts = append(p.puts, *x)
		if action == ImportSame {
			action = ImportChanged
		}
	}
	rated := p.rate(id, data.RateCost, row.Cost, row.HasCost)
	if p.rate(id, data.RateBill, row.Bill, row.HasBill) || rated {
		if action == ImportSame {
			action = ImportChanged
		}
	}
	p.add(action, x.FullName, 0)
}

// byID is the person as the list will leave them.
func (p *peopleImport) byID(id data.ID[data.Person]) *data.Person {
	for i := range p.who.all {
		if p.who.all[i].ID == id {
			return &p.who.all[i]
		}
	}
	return &data.Person{}
}

// fill writes the columns that are present and filled.
func (p *peopleImport) fill(x *data.Person, row table.PersonRow) {
	if row.Position != "" {
		x.Position = row.Position
	}
	if row.Grade != "" {
		x.Grade = row.Grade
	}
	if row.HasWeek {
		x.WeekHours = row.Week
	}
}

// rate makes what an hour of somebody costs today the amount of the list.
func (p *peopleImport) rate(id data.ID[data.Person], what data.RateKind, amount data.Money, given bool) bool {
	if !given {
		return false
	}
	today := p.r.Today()
	var now *data.Rate
	for i := range p.rates {
		if x := &p.rates[i]; x.PersonID == id && x.What == what && x.ValidFrom <= today && (now == nil || x.ValidFrom > now.ValidFrom) {
			now = x
		}
	}
	if now != nil && now.Amount == amount {
		return false
	}
	x := data.Rate{ID: data.NewID[data.Rate](), PersonID: id, What: what, Amount: amount}
	switch {
	case now != nil && now.ValidFrom == today:
		x.ID, x.ValidFrom = now.ID, today
	case now != nil:
		x.ValidFrom = today
	}
	p.puts = append(p.puts, x)
	return true
}
