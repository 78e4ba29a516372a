package settings

import (
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

// fx is the list of currencies, and the rates of the chosen one by day.
type fx struct {
	s     *Screen
	all   []data.FxRate
	codes []string      // currencies that have rates
	rows  []data.FxRate // of the chosen currency, the newest first
	list  *ui.List
	grid  *ui.Grid
	head  *ui.Card
	box   fyne.CanvasObject
}

func newRatesOfDay(s *Screen) page {
	x := &fx{s: s}
	t := s.d.Words().T
	x.list = ui.NewList(func() int { return len(x.codes) }, x.fillCode)
	x.list.OnSelect = func(int) { x.detail() }
	x.list.OnOpen = func(int) { s.d.Canvas().Focus(x.grid) }
	x.grid = ui.NewGrid([]ui.Column{
		{ID: "on", Title: t("field.ratedOn"), Width: 120, Editor: x.editOn},
		{ID: "nominal", Title: t("field.nominal"), Width: 110, Right: true, Editor: x.editNominal},
		{ID: "rate", Title: t("settings.fx.roubles"), Width: 130, Right: true, Editor: x.editRate},
		{ID: "source", Title: t("settings.ground"), Width: 180, MinWidth: 120, Flex: true, Editor: x.editSource},
	}, func() int { return len(x.rows) }, x.fill)
	x.grid.OnMenu = func(i int) []ui.MenuItem { return card.Menu(s.d, x.ref(i), x.name(i)) }
	x.grid.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(s.d, x.ref(rows[0]), x.name(rows[0]))
		}
	}
	x.grid.OnShort, x.list.Empty = x.short, ui.NewEmpty(t("settings.fx.none"), nil)
	x.grid.Empty = ui.NewEmpty(t("settings.fx.empty"), ui.NewButton(ui.Secondary, t("settings.fx.add"), x.add))
	x.head = ui.NewCard("", "", x.grid)
	left := ui.NewCard(t("settings.fx.codes"), "", x.list)
	x.box = ui.Down(12, ui.Own(ui.NewNote(t("settings.fx.note"))), ui.Flex(1, ui.Across(20, ui.Between(220, 260, left), ui.Flex(1, x.head))))
	return x
}

func (x *fx) content() fyne.CanvasObject { return x.box }

func (x *fx) ref(i int) data.Ref { return data.RefTo(data.KindFxRate, x.rows[i].ID) }

// name is what lines of the history and of undo call a rate: «USD 24.11.2026».
func (x *fx) name(i int) string {
	return x.rows[i].Currency + " " + x.s.d.Words().Date(x.rows[i].RatedOn)
}

func (x *fx) reload() {
	all, err := x.s.d.Read().FxRates()
	if err != nil {
		x.s.d.Fail(err)
		return
	}
	x.all, x.codes = all, x.codes[:0]
	for _, r := range all {
		if !slices.Contains(x.codes, r.Currency) {
			x.codes = append(x.codes, r.Currency)
		}
	}
	x.list.Reload()
	if x.list.Selected() < 0 && len(x.codes) > 0 {
		x.list.SelectID(x.codes[0])
	}
	x.detail()
}

// of are the rates of a currency, the newest first.
func (x *fx) of(code string) (rows []data.FxRate) {
	for _, r := range x.all {
		if r.Currency == code {
			rows = append(rows, r)
		}
	}
	slices.Reverse(rows)
	return rows
}

func (x *fx) detail() {
	x.rows = nil
	title := ""
	if i := x.list.Selected(); i >= 0 && i < len(x.codes) {
		x.rows, title = x.of(x.codes[i]), x.codes[i]
	}
	x.head.SetTitle(title, "")
	x.grid.Reload()
}

// fillCode is a currency with its rate of today: that of the last day known.
func (x *fx) fillCode(i int, r *ui.ListRow) {
	w, today := x.s.d.Words(), x.s.d.Today()
	*r = ui.ListRow{ID: x.codes[i], Title: x.codes[i], Note: w.T("settings.fx.ahead")}
	for _, v := range x.of(x.codes[i]) {
		if v.RatedOn <= today {
			r.Note = text.Join(w.F("settings.fx.since", x.price(v), v.RatedOn))
			return
		}
	}
}

// price is a rate with its unit: «78,2345 ₽ за 1», «14,95 ₽ за 10».
func (x *fx) price(v data.FxRate) string {
	return x.s.d.Words().F("settings.fx.price", fxText(x.s, v.Rate), x.s.d.Words().Number(v.Nominal))
}

// fxText writes a rate with all of its four decimals, as the bank does.
func fxText(s *Screen, rate int64) string {
	w := s.d.Words()
	whole := w.Number(rate / 10_000)
	point := "."
	if w.Lang() == text.RU {
		point = ","
	}
	frac := "0000" + itoa(rate%10_000)
	return whole + point + frac[len(frac)-4:]
}

func (x *fx) fill(i int, r *ui.Row) {
	w, v := x.s.d.Words(), x.rows[i]
	r.ID = v.ID.String()
	r.Cells[0].Text, r.Cells[1].Text, r.Cells[2].Text = w.Date(v.RatedOn), w.Number(v.Nominal), fxText(x.s, v.Rate)
	r.Cells[3].Text, r.Cells[3].Role = v.SourceText, ui.Muted
	r.Faint = v.RatedOn > x.s.d.Today()
}

// rateField reads a rate of at most four decimals.
func (x *fx) rateField(v int64) *ui.Parsed[int64] {
	return ui.NewParsed(v, func(s string) (int64, error) {
		n, err := data.ParseFixed(strings.NewReplacer(" ", "", "\u00a0", "", ",", ".").Replace(s), 4)
		if err != nil || n <= 0 {
			return 0, data.Problem{Code: "firm.rate", Args: []string{s}}
		}
		return n, nil
	}, func(v int64) string {
		if v == 0 {
			return ""
		}
		return strings.ReplaceAll(fxText(x.s, v), "\u00a0", "")
	})
}

func (x *fx) put(i int, set func(*data.FxRate)) error {
	v := x.rows[i]
	set(&v)
	return x.s.d.Do(command.PutFxRate{Rate: v})
}

func (x *fx) editOn(i int) ui.Editor {
	f := card.NewDate(x.s.d, x.rows[i].RatedOn)
	f.OnSet = func(v data.Date) error { return x.put(i, func(r *data.FxRate) { r.RatedOn = v }) }
	return f
}

func (x *fx) editNominal(i int) ui.Editor {
	f := ui.NewNumberField(int(x.rows[i].Nominal), 1, 1_000_000)
	f.OnSet = func(v int) error { return x.put(i, func(r *data.FxRate) { r.Nominal = int64(v) }) }
	return f
}

func (x *fx) editRate(i int) ui.Editor {
	f := x.rateField(x.rows[i].Rate)
	f.OnSet = func(v int64) error { return x.put(i, func(r *data.FxRate) { r.Rate = v }) }
	return f
}

func (x *fx) editSource(i int) ui.Editor {
	f := ui.NewField(x.rows[i].SourceText)
	f.OnCommit = func(v string) error { return x.put(i, func(r *data.FxRate) { r.SourceText = tidy(v) }) }
	return f
}

// add asks for the rate of a day.
func (x *fx) add() {
	d := x.s.d
	t := d.Words().T
	code := ""
	if i := x.list.Selected(); i >= 0 && i < len(x.codes) {
		code = x.codes[i]
	}
	currency, on, nominal, rate, source := ui.NewField(code), card.NewDate(d, d.Today()), ui.NewNumberField(1, 1, 1_000_000), x.rateField(0), ui.NewField("")
	currency.PlaceHolder = "CNY"
	form := ui.NewForm().AddNote("currency", t("field.currency"), currency, t("settings.fx.code.note")).Add("ratedOn", t("field.ratedOn"), on).
		Add("rate", t("settings.fx.roubles"), rate).AddNote("nominal", t("field.nominal"), nominal, t("settings.fx.nominal.note")).Add("sourceText", t("settings.ground"), source)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t("settings.fx.add"), Content: form, Confirm: t("settings.add"), OnConfirm: submit(d, form, func() error {
		v := data.FxRate{ID: data.NewID[data.FxRate](), SourceText: tidy(source.Text)}
		day, err := on.Get()
		many, err2 := nominal.Get()
		price, err3 := rate.Get()
		if err := errors.Join(err, err2, err3); err != nil {
			return err
		}
		v.Currency, v.RatedOn, v.Nominal, v.Rate = strings.ToUpper(tidy(currency.Text)), day, int64(many), price
		if err := d.Do(command.PutFxRate{Rate: v}); err != nil {
			return err
		}
		x.open(data.RefTo(data.KindFxRate, v.ID))
		return nil
	})})
}

func (x *fx) buttons() []*ui.Button {
	t := x.s.d.Words().T
	return []*ui.Button{ui.NewButton(ui.Secondary, t("settings.import.file"), x.load), ui.NewButton(ui.Secondary, t("settings.import.paste"), x.paste),
		ui.NewButton(ui.Primary, t("settings.fx.add"), x.add)}
}

// open shows a rate; without an id a new one is asked for.
func (x *fx) open(ref data.Ref) bool {
	if ref.ID == (data.ID[data.Any]{}) {
		x.add()
		return true
	}
	for _, v := range x.all {
		if data.RefTo(data.KindFxRate, v.ID) == ref {
			x.list.SelectID(v.Currency)
			x.detail()
			return x.grid.SelectID(ref.ID.String())
		}
	}
	return false
}
