package clients

import (
	"strings"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/place"
)

// facts are the properties of a client, each edited in its place.
func facts(d desk.Desk, c data.Client) []ui.KV {
	w := d.Words()
	with := func(set func(*data.Client, string)) card.Save[string] {
		return func(v string) data.Record { q := c; set(&q, v); return q }
	}
	return []ui.KV{
		card.Text(d, w.T("clients.name"), c.Name, with(func(q *data.Client, v string) { q.Name = v })),
		card.Text(d, w.T("clients.fullName"), c.FullName, with(func(q *data.Client, v string) { q.FullName = v })),
		card.Pick(d, w.T("clients.kind"), card.Codes(d, "client.kind.", data.ClientKinds), string(c.What),
			with(func(q *data.Client, v string) { q.What = data.ClientKind(v) })),
		card.Pick(d, w.T("clients.category"), categories(), c.Category, with(setCategory)),
		card.Number(d, w.T("clients.cadence"), c.CadenceDays, 0, 3650, func(v int) data.Record { q := c; q.CadenceDays = v; return q }),
		card.Pick(d, w.T("clients.owner"), card.People(d, true), c.OwnerID.String(),
			with(func(q *data.Client, v string) { q.OwnerID = card.ID[data.Person](v) })),
		register(d, w.T("clients.inn"), c, c.Inn, func(q *data.Client, v string) { q.Inn = v }),
		register(d, w.T("clients.kpp"), c, c.Kpp, func(q *data.Client, v string) { q.Kpp = v }),
		register(d, w.T("clients.ogrn"), c, c.Ogrn, func(q *data.Client, v string) { q.Ogrn = v }),
		card.Long(d, w.T("clients.legal"), c.LegalAddress, with(func(q *data.Client, v string) { q.LegalAddress = v })),
		card.Long(d, w.T("clients.address"), c.Address, with(func(q *data.Client, v string) { q.Address = v })),
		card.Text(d, w.T("clients.city"), c.City, with(setCity)),
		card.Pick(d, w.T("clients.zone"), card.Zones(d), c.Zone, with(func(q *data.Client, v string) { q.Zone = v })),
		card.Pick(d, w.T("clients.confidential"), yesNo(d), yes(c.Confidential), with(func(q *data.Client, v string) { q.Confidential = v == "yes" })),
		card.Date(d, w.T("clients.verified"), c.VerifiedOn, func(v data.Date) data.Record { q := c; q.VerifiedOn = v; return q }),
		card.Long(d, w.T("clients.note"), c.Note, with(func(q *data.Client, v string) { q.Note = v })),
	}
}

// categories are the options A, B, C and none.
func categories() []ui.Option {
	out := []ui.Option{card.None}
	for _, c := range data.Categories {
		out = append(out, ui.Option{ID: c, Label: c})
	}
	return out
}

// setCategory lets the cadence follow the category unless it was set apart.
func setCategory(c *data.Client, v string) {
	if c.CadenceDays == data.CadenceOf(c.Category) {
		c.CadenceDays = data.CadenceOf(v)
	}
	c.Category = v
}

// setCity lets the clock follow a known town.
func setCity(c *data.Client, v string) {
	c.City = strings.TrimSpace(v)
	if z := place.Zone(v); z != "" {
		c.Zone = z
	}
}

// register is a row of a number of the state's registers: blanks are taken out
// and check digits looked at.
func register(d desk.Desk, label string, c data.Client, value string, set func(*data.Client, string)) ui.KV {
	return ui.KV{Label: label, Text: value, Hint: "—", Edit: func() ui.Editor {
		f := ui.NewField(value)
		f.OnCommit = func(v string) error {
			q := c
			set(&q, digits(v))
			if err := registers(q).Err(); err != nil {
				return err
			}
			return keepOrAsk(d, q)
		}
		return f
	}}
}

// registers are the problems of a client's numbers, of length first.
func registers(c data.Client) data.Problems {
	if ps := (data.Client{Name: "-", Inn: c.Inn, Kpp: c.Kpp, Ogrn: c.Ogrn}).Validate(); len(ps) > 0 {
		return ps
	}
	return data.CheckRegister(c)
}

// keepOrAsk keeps a client; when another one has its INN, it asks first.
func keepOrAsk(d desk.Desk, c data.Client) error {
	keep := func() { card.Do(d, command.Put{Record: c}) }
	for _, t := range twins(d, data.Sketch{Own: c.ID, Inn: c.Inn}) {
		if t.Reason == data.TwinInn {
			askTwin(d, t, d.Words().T("clients.twin.keep"), keep, nil)
			return nil
		}
	}
	return d.Do(command.Put{Record: c})
}

// digits takes blanks and dashes out of a number.
func digits(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "-", "").Replace(strings.TrimSpace(s))
}

func yesNo(d desk.Desk) []ui.Option {
	w := d.Words()
	return []ui.Option{{ID: "no", Label: w.T("clients.no")}, {ID: "yes", Label: w.T("clients.yes")}}
}

func yes(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}
