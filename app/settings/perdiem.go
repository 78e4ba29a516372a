package settings

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// perDiems is the table of the firm's daily allowances.
type perDiems struct {
	s         *Screen
	rows      []data.PerDiem
	countries []ui.Option
	grid      *ui.Grid
	all       fyne.CanvasObject
}

//text:prefix country.

func newPerDiems(s *Screen) page {
	p := &perDiems{s: s}
	t := s.d.Words().T
	p.countries = countryOptions(s)
	p.grid = ui.NewGrid([]ui.Column{
		{ID: "country", Title: t("field.country"), Width: 118, MinWidth: 100, Flex: true, Editor: p.editCountry},
		{ID: "city", Title: t("field.city"), Width: 102, Editor: p.editCity},
		{ID: "grade", Title: t("field.grade"), Width: 104, Editor: p.editGrade},
		{ID: "amount", Title: t("settings.perdiem.day"), Width: 88, Right: true, Editor: p.editAmount},
		{ID: "currency", Title: t("field.currency"), Width: 78, Editor: p.editCurrency},
		{ID: "from", Title: t("field.validFrom"), Width: 104, Editor: p.editFrom},
		{ID: "to", Title: t("field.validTo"), Width: 104, Editor: p.editTo},
		{ID: "state", Title: t("settings.rate.state"), Width: 98, Drop: 1},
		{ID: "source", Title: t("settings.ground"), Width: 130, MinWidth: 90, Drop: 2, Editor: p.editSource},
	}, func() int { return len(p.rows) }, p.fill)
	p.grid.OnMenu = p.menu
	p.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, p.ref(rows[0]), p.name(p.rows[rows[0]]))
		}
	}
	p.grid.Empty = ui.NewEmpty(t("settings.perdiem.empty"), ui.NewButton(ui.Secondary, t("settings.perdiem.add"), func() { p.add(data.PerDiem{Country: "RU"}) }))
	p.all = ui.Down(12, ui.Own(ui.NewNote(t("settings.perdiem.note"))), ui.Flex(1, ui.NewCard("", "", p.grid)))
	return p
}

func (p *perDiems) content() fyne.CanvasObject { return p.all }

func (p *perDiems) ref(i int) data.Ref { return data.RefTo(data.KindPerDiem, p.rows[i].ID) }

func (p *perDiems) menu(i int) []ui.MenuItem {
	t := p.s.d.Words().T
	x := p.rows[i]
	items := []ui.MenuItem{{Label: t("settings.perdiem.next"), Do: func() { p.add(x) }}}
	if x.ValidTo.IsZero() {
		items = append(items, ui.MenuItem{Label: t("settings.close"), Do: func() { p.grid.Edit(i, "to", "") }})
	}
	return append(items, card.Menu(p.s.d, p.ref(i), p.name(x))...)
}

// countryOptions are Russia, any country abroad, then all others by name.
func countryOptions(s *Screen) []ui.Option {
	w := s.d.Words()
	var all []ui.Option
	for _, key := range w.Keys() {
		if code, ok := strings.CutPrefix(key, "country."); ok && len(code) == 2 && code != "ru" {
			all = append(all, ui.Option{ID: strings.ToUpper(code), Label: w.T(key)})
		}
	}
	slices.SortFunc(all, func(a, b ui.Option) int { return w.Compare(a.Label, b.Label) })
	return append([]ui.Option{{ID: "RU", Label: w.T("settings.perdiem.russia")}, {ID: data.AnyAbroad, Label: w.T("settings.perdiem.abroad")}}, all...)
}

// country is a new choice of the country of a row.
func (p *perDiems) country(code string) *ui.Choice {
	options := p.countries
	if !slices.ContainsFunc(options, func(o ui.Option) bool { return o.ID == code }) {
		options = append(slices.Clone(options), ui.Option{ID: code, Label: code})
	}
	return ui.NewChoice(options, code)
}

func (p *perDiems) reload() {
	rows, err := p.s.d.Read().PerDiems()
	if err != nil {
		p.s.d.Fail(err)
		return
	}
	p.rows = rows
	slices.SortStableFunc(p.rows, func(a, b data.PerDiem) int {
		return cmp.Or(cmp.Compare(countryRank(a.Country), countryRank(b.Country)), p.s.d.Words().Compare(p.place(a), p.place(b)),
			cmp.Compare(slices.Index(data.Grades, a.Grade), slices.Index(data.Grades, b.Grade)), cmp.Compare(b.ValidFrom, a.ValidFrom))
	})
	p.grid.Reload()
}

// countryRank puts Russia first and any country abroad second.
func countryRank(code string) int {
	switch code {
	case "RU":
		return 0
	case data.AnyAbroad:
		return 1
	}
	return 2
}

// countryName is the name of a country as rows show it.
func (p *perDiems) countryName(code string) string {
	w := p.s.d.Words()
	if key := "country." + strings.ToLower(code); code != "RU" && w.Has(key) {
		return w.T(key)
	}
	switch code {
	case "RU":
		return w.T("settings.perdiem.russia")
	case data.AnyAbroad:
		return w.T("settings.perdiem.abroad")
	}
	return code
}

// place is where a row holds: the country and the town.
func (p *perDiems) place(x data.PerDiem) string {
	return text.Join(p.countryName(x.Country), x.City)
}

// name is what lines of the history and of undo call a row.
func (p *perDiems) name(x data.PerDiem) string {
	return text.Join(p.place(x), p.s.d.Words().Code(x.Grade))
}

func (p *perDiems) fill(i int, r *ui.Row) {
	w, x := p.s.d.Words(), p.rows[i]
	r.ID = x.ID.String()
	r.Cells[0].Text = p.countryName(x.Country)
	r.Cells[1].Text, r.Cells[2].Text = x.City, w.Code(x.Grade)
	for k, any := range map[int]string{1: "settings.perdiem.anycity", 2: "settings.perdiem.anygrade"} {
		if r.Cells[k].Text == "" {
			r.Cells[k].Text, r.Cells[k].Role = w.T(any), ui.Muted
		}
	}
	r.Cells[3].Text, r.Cells[4].Text = w.Amount(data.Money(x.Amount)), currencyOf(x.Currency)
	r.Cells[5].Text, r.Cells[6].Text = w.Date(x.ValidFrom), w.Date(x.ValidTo)
	if x.ValidTo.IsZero() {
		r.Cells[6].Text, r.Cells[6].Role = w.T("settings.open"), ui.Muted
	}
	r.Cells[7].ChipWord, r.Cells[7].ChipRole, r.Faint = p.state(x)
	r.Cells[8].Text, r.Cells[8].Role = x.SourceText, ui.Muted
}

// state is whether a row is in force today, over, or still ahead. Of two rows of
// the same place and grade the one that began last counts.
func (p *perDiems) state(x data.PerDiem) (string, ui.Role, bool) {
	t, today := p.s.d.Words().T, p.s.d.Today()
	newer := slices.ContainsFunc(p.rows, func(o data.PerDiem) bool {
		return o.Country == x.Country && data.Fold(o.City) == data.Fold(x.City) && o.Grade == x.Grade && holds(o, today) && o.ValidFrom > x.ValidFrom
	})
	switch {
	case x.ValidFrom > today:
		return t("settings.perdiem.ahead"), ui.Planned, true
	case newer || !holds(x, today):
		return t("settings.perdiem.past"), ui.Planned, true
	}
	return t("settings.perdiem.now"), ui.Done, false
}

// holds tells whether the days of a row hold a day.
func holds(x data.PerDiem, day data.Date) bool {
	return x.ValidFrom <= day && (x.ValidTo.IsZero() || x.ValidTo >= day)
}

// currencyOf is the code that rows show.
func currencyOf(code string) string {
	if code == "" {
		return "RUB"
	}
	return code
}

// currencyField reads a code of three letters; roubles are kept as none.
func currencyField(code string) *ui.Parsed[string] {
	f := ui.NewParsed(currencyOf(code), parseCurrency, func(v string) string { return v })
	f.Width = 72
	return f
}

// parseCurrency reads a code of a currency in any case; nothing is the rouble.
func parseCurrency(s string) (string, error) {
	code := strings.ToUpper(s)
	if code == "" {
		return "RUB", nil
	}
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return "", data.Problem{Code: "currency", Args: []string{s}}
	}
	return code, nil
}

// homeless is a code of a currency as a record keeps it: roubles are empty.
func homeless(code string) string {
	if code == "RUB" {
		return ""
	}
	return code
}

// add asks for a new amount. The row of the same place and grade that held on
// its first day ends the day before.
func (p *perDiems) add(from data.PerDiem) {
	d := p.s.d
	t := d.Words().T
	country, city := p.country(from.Country), ui.NewField(from.City)
	grade := ui.NewChoice(append([]ui.Option{{ID: "", Label: t("settings.perdiem.anygrade")}}, card.Codes(d, "person.grade.", data.Grades)...), string(from.Grade))
	amount, currency := ui.NewMoneyField(0), currencyField(from.Currency)
	since, source := card.NewDate(d, d.Today()), ui.NewField("")
	form := ui.NewForm().Add("country", t("field.country"), country).AddNote("city", t("field.city"), city, t("settings.perdiem.city.note")).
		Add("grade", t("field.grade"), grade).Add("amount", t("settings.perdiem.day"), amount).Add("currency", t("field.currency"), currency).
		AddNote("validFrom", t("field.validFrom"), since, t("settings.perdiem.from.note")).AddNote("sourceText", t("settings.ground"), source, t("settings.perdiem.source.note"))
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("settings.perdiem.add"), Content: form, Confirm: t("settings.add"), Width: 560, OnConfirm: submit(d, form, func() error {
		x := data.PerDiem{ID: data.NewID[data.PerDiem](), Country: country.ID, City: tidy(city.Text), Grade: data.Grade(grade.ID), SourceText: tidy(source.Text)}
		sum, err := amount.Get()
		code, err2 := currency.Get()
		day, err3 := since.Get()
		if err := errors.Join(err, err2, err3); err != nil {
			return err
		}
		x.Amount, x.Currency, x.ValidFrom = int64(sum), homeless(code), day
		if err := d.Do(command.AddPerDiem{Rate: x}); err != nil {
			return err
		}
		p.grid.SelectID(x.ID.String())
		return nil
	})})
}

func (p *perDiems) buttons() []*ui.Button {
	return []*ui.Button{ui.NewButton(ui.Primary, p.s.d.Words().T("settings.perdiem.add"), func() { p.add(data.PerDiem{Country: "RU"}) })}
}

// open shows a row; without an id a new one is asked for.
func (p *perDiems) open(ref data.Ref) bool {
	if ref.ID == (data.ID[data.Any]{}) {
		p.add(data.PerDiem{Country: "RU"})
		return true
	}
	return p.grid.SelectID(ref.ID.String())
}
