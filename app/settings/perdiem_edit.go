package settings

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// put keeps a changed row.
func (p *perDiems) put(i int, set func(*data.PerDiem)) error {
	x := p.rows[i]
	set(&x)
	return p.s.d.Do(command.Put{Record: x})
}

func (p *perDiems) editCountry(i int) ui.Editor {
	c := p.country(p.rows[i].Country)
	c.OnSelect = func(o ui.Option) error { return p.put(i, func(x *data.PerDiem) { x.Country = o.ID }) }
	return c
}

func (p *perDiems) editCity(i int) ui.Editor {
	f := ui.NewField(p.rows[i].City)
	f.OnCommit = func(v string) error { return p.put(i, func(x *data.PerDiem) { x.City = tidy(v) }) }
	return f
}

func (p *perDiems) editGrade(i int) ui.Editor {
	any := ui.Option{ID: "", Label: p.s.d.Words().T("settings.perdiem.anygrade")}
	c := ui.NewChoice(append([]ui.Option{any}, card.Codes(p.s.d, "person.grade.", data.Grades)...), string(p.rows[i].Grade))
	c.OnSelect = func(o ui.Option) error {
		return p.put(i, func(x *data.PerDiem) { x.Grade = data.Grade(o.ID) })
	}
	return c
}

func (p *perDiems) editAmount(i int) ui.Editor {
	f := ui.NewMoneyField(data.Money(p.rows[i].Amount))
	f.OnSet = func(v data.Money) error { return p.put(i, func(x *data.PerDiem) { x.Amount = int64(v) }) }
	return f
}

func (p *perDiems) editCurrency(i int) ui.Editor {
	f := currencyField(p.rows[i].Currency)
	f.OnSet = func(v string) error { return p.put(i, func(x *data.PerDiem) { x.Currency = homeless(v) }) }
	return f
}

func (p *perDiems) editFrom(i int) ui.Editor {
	f := card.NewDate(p.s.d, p.rows[i].ValidFrom)
	f.OnSet = func(v data.Date) error { return p.put(i, func(x *data.PerDiem) { x.ValidFrom = v }) }
	return f
}

func (p *perDiems) editTo(i int) ui.Editor {
	f := card.NewDate(p.s.d, p.rows[i].ValidTo)
	f.OnSet = func(v data.Date) error { return p.put(i, func(x *data.PerDiem) { x.ValidTo = v }) }
	return f
}

func (p *perDiems) editSource(i int) ui.Editor {
	f := ui.NewField(p.rows[i].SourceText)
	f.OnCommit = func(v string) error { return p.put(i, func(x *data.PerDiem) { x.SourceText = tidy(v) }) }
	return f
}
