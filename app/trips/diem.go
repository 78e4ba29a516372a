package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/perdiem"
	"portfel/data/text"
)

// budget is the page of the per diem by days and of the estimate.
type budget struct {
	c     *detail
	days  *ui.List
	why   *ui.Label
	lines *ui.Grid
	sum   *ui.Label
	moves *ui.List
	place *fyne.Container
	box   fyne.CanvasObject
}

func newBudget(c *detail) *budget {
	b := &budget{c: c, place: container.NewStack()}
	w := c.d.Words()
	b.days = ui.NewList(func() int { return len(c.facts.Diem.Days) }, b.fillDay)
	b.days.Full = true
	b.days.OnSelect = func(int) { b.explain() }
	b.days.OnOpen = func(i int) { b.editDay(i) }
	b.days.OnMenu = b.dayMenu
	b.days.Empty = ui.NewEmpty(w.T("trips.diem.empty"), nil)
	b.why = ui.NewNote("")
	b.makeLines()
	b.sum = ui.NewStrong("")
	b.moves = ui.NewList(func() int { return len(c.facts.Moves) }, b.fillMove)
	b.moves.Full = true
	b.moves.Empty = ui.NewEmpty(w.T("trips.move.empty"), ui.NewButton(ui.Secondary, w.T("trips.move.add"), func() { b.editMove(data.MoneyMove{}) }))
	b.moves.OnOpen = func(i int) { b.editMove(c.facts.Moves[i]) }
	b.moves.OnDelete = func(i int) {
		card.Delete(c.d, data.RefTo(data.KindMoneyMove, c.facts.Moves[i].ID), w.Code(c.facts.Moves[i].What))
	}
	b.moves.OnMenu = func(i int) []ui.MenuItem {
		m := c.facts.Moves[i]
		return append([]ui.MenuItem{{Label: w.T("trips.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { b.editMove(m) }}}, card.Menu(c.d, data.RefTo(data.KindMoneyMove, m.ID), w.Code(m.What))...)
	}
	b.box = ui.Scroll(b.place)
	return b
}

// reload lays the blocks out anew: the table of the estimate has the height of
// its rows.
func (b *budget) reload() {
	w, m := b.c.d.Words(), b.c.facts.Money
	b.days.Reload()
	b.lines.Reload()
	b.moves.Reload()
	b.sum.Set(w.F("trips.estimate.sum", w.MoneyExact(m.AdvanceDue), w.MoneyExact(m.Estimated)))
	diem := ui.NewCard(w.T("trips.diem.title"), b.diemSum(), ui.Down(0, ui.Own(b.days), ui.Own(ui.Pad(16, 10, b.why))))
	lines := ui.NewCard(w.T("trips.estimate.title"), "", ui.Down(0, ui.Fixed(gridHeight(b.lines, len(b.c.facts.Estimates)), b.lines), ui.Own(ui.Pad(16, 10, b.sum))))
	lines.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconAdd, w.T("trips.estimate.add"), b.addLine)}
	moves := ui.NewCard(w.T("trips.move.title"), "", b.moves)
	moves.Actions = []fyne.CanvasObject{ui.NewIconButton(ui.IconAdd, w.T("trips.move.add"), func() { b.editMove(data.MoneyMove{}) })}
	b.place.Objects = []fyne.CanvasObject{ui.Pad(16, 16, ui.Down(16, ui.Own(diem), ui.Own(lines), ui.Own(moves)))}
	b.explain()
}

// smallButton is a small button with an icon.
func smallButton(b *ui.Button, icon ui.Icon) *ui.Button {
	b.Small, b.Icon = true, icon
	return b
}

// gridHeight is the room of all rows of a table, for a page that scrolls as a
// whole.
func gridHeight(g *ui.Grid, rows int) float32 {
	if rows == 0 {
		return 112
	}
	return g.HeadHeight + g.RowHeight*float32(rows) + 2
}

// diemSum is «5 дней · 7 500,00 ₽, из них сверх необлагаемого 4 000,00 ₽».
func (b *budget) diemSum() string {
	w, r := b.c.d.Words(), b.c.facts.Diem
	if b.c.facts.DiemErr != nil || len(r.Days) == 0 {
		return ""
	}
	s := w.MoneyExact(r.PerDiem)
	if r.Above > 0 {
		return w.F("trips.diem.above", s, w.MoneyExact(r.Above))
	}
	return s
}

func (b *budget) fillDay(i int, row *ui.ListRow) {
	d, w := b.c.facts.Diem.Days[i], b.c.d.Words()
	row.ID = d.On.String()
	row.Left = [2]string{w.WeekdayDay(d.On), ""}
	row.Title = b.regime(d)
	row.Note, row.NoteLines = text.Join(b.use(d), d.Reason), 2
	row.Right = w.Amount(d.Amount)
	if d.Part == 0 {
		row.Role = ui.Muted
	}
	if d.Rule == perdiem.RuleOverride {
		row.ChipWord, row.ChipRole = w.T("trips.diem.own"), ui.Planned
	}
}

//text:prefix perdiem.regime.

// regime is «по России», «за границей, Беларусь · граница».
func (b *budget) regime(d perdiem.Day) string {
	w := b.c.d.Words()
	s := w.T("perdiem.regime." + string(d.Regime))
	if d.Regime == perdiem.Abroad && d.Country != "" {
		s += ", " + w.T(perdiem.CountryKey(d.Country))
	}
	return s
}

// use says how a day off was spent.
func (b *budget) use(d perdiem.Day) string {
	w := b.c.d.Words()
	if !d.Off {
		return ""
	}
	if d.Use == "" {
		return w.T("trips.diem.off")
	}
	return w.F("trips.diem.off.use", small(w.Code(d.Use)))
}

// explain says why the chosen day earns what it does, or what is missing.
func (b *budget) explain() {
	w := b.c.d.Words()
	i := b.days.Selected()
	switch {
	case b.c.facts.DiemErr != nil:
		b.why.Set(w.Error(b.c.facts.DiemErr))
	case i < 0 || i >= len(b.c.facts.Diem.Days):
		b.why.Set(w.T("trips.diem.hint"))
	default:
		s := w.WeekdayDay(b.c.facts.Diem.Days[i].On) + ". "
		for k, x := range b.c.facts.Diem.Days[i].Why() {
			if k > 0 {
				s += " "
			}
			s += x.Text(w)
		}
		b.why.Set(s)
	}
	b.place.Refresh() // the text may be higher now
}

// said is what is recorded of a day, a fresh row when nothing is.
func (b *budget) said(on data.Date) data.TripDay {
	for _, d := range b.c.facts.Days {
		if d.DayOn == on {
			return d
		}
	}
	return data.TripDay{ID: data.NewID[data.TripDay](), TripID: b.c.trip.ID, DayOn: on}
}

func (b *budget) dayMenu(i int) []ui.MenuItem {
	w, d := b.c.d.Words(), b.c.facts.Diem.Days[i]
	said := b.said(d.On)
	personal := said
	personal.Personal = !said.Personal
	label := w.T("trips.diem.personal")
	if said.Personal {
		label = w.T("trips.diem.personal.not")
	}
	items := []ui.MenuItem{
		{Label: w.T("trips.diem.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { b.editDay(i) }},
		{Label: label, Do: func() { card.Do(b.c.d, command.Put{Record: personal}) }},
	}
	for _, u := range data.DayUses {
		if d.Off {
			x := said
			x.Use = u
			items = append(items, ui.MenuItem{Label: w.F("trips.diem.off.use", small(w.Code(u))), Do: func() { card.Do(b.c.d, command.Put{Record: x}) }})
		}
	}
	return items
}

// editDay asks for what is to be said of a day: an own sum with its reason, a
// personal day, how a day off was spent.
func (b *budget) editDay(i int) {
	d, w := b.c.d, b.c.d.Words()
	day := b.c.facts.Diem.Days[i]
	x := b.said(day.On)
	personal := ui.NewCheck(w.T("trips.diem.personal"), x.Personal, nil)
	own := ui.NewCheck(w.T("trips.diem.override"), x.Override, nil)
	amount, reason := ui.NewMoneyField(day.Amount), ui.NewField(x.Reason)
	form := ui.NewForm().Add("personal", "", personal).Add("override", "", own).Add("amount", w.T("field.amount"), amount).Add("reason", w.T("field.reason"), reason)
	use := ui.NewChoice(append([]ui.Option{{ID: "", Label: w.T("trips.diem.use.auto")}}, card.Codes(d, "trip.dayuse.", data.DayUses)...), string(x.Use))
	if day.Off {
		form.Add("use", w.T("field.use"), use)
	}
	amount.OnSet = func(data.Money) error { own.Set(true); return nil }
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.F("trips.diem.day", w.WeekdayDay(day.On)), Content: form, OnConfirm: b.c.submit(form, func() error {
		x.Personal, x.Override, x.Reason, x.Use = personal.On, own.On, reason.Text, data.DayUse(use.ID)
		var err error
		if x.Amount, err = amount.Get(); err != nil {
			return err
		}
		if !x.Override {
			x.Amount = 0
		}
		if x == (data.TripDay{ID: x.ID, TripID: x.TripID, DayOn: x.DayOn}) {
			return d.Do(command.Delete{Ref: data.RefTo(data.KindTripDay, x.ID)})
		}
		return d.Do(command.Put{Record: x})
	})})
}

func (b *budget) fillMove(i int, row *ui.ListRow) {
	m, w := b.c.facts.Moves[i], b.c.d.Words()
	row.ID, row.Title, row.Note = m.ID.String(), w.Code(m.What), m.DocNo
	row.Left = [2]string{w.WeekdayDay(m.MovedOn), ""}
	row.Right = w.Amount(m.Amount)
}

// editMove asks for a payment: a new one begins as the advance that is asked
// for, or as what is left.
func (b *budget) editMove(m data.MoneyMove) {
	d, w := b.c.d, b.c.d.Words()
	if m.ID.IsZero() {
		m = b.nextMove()
	}
	what := ui.NewChoice(card.Codes(d, "money.move.", data.MoneyMoveKinds), string(m.What))
	on, sum, doc := card.NewDate(d, m.MovedOn), ui.NewMoneyField(m.Amount), ui.NewField(m.DocNo)
	doc.PlaceHolder = w.T("trips.move.doc.hint")
	form := ui.NewForm().Add("what", w.T("field.what"), what).Add("movedOn", w.T("field.movedOn"), on).Add("amount", w.T("field.amount"), sum).Add("docNo", w.T("field.docNo"), doc)
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trips.move.title"), Content: form, OnConfirm: b.c.submit(form, func() error {
		m.What, m.DocNo = data.MoneyMoveKind(what.ID), doc.Text
		var err error
		if m.MovedOn, err = on.Get(); err != nil {
			return err
		}
		if m.Amount, err = sum.Get(); err != nil {
			return err
		}
		return d.Do(command.Put{Record: m})
	})})
}

func (b *budget) nextMove() data.MoneyMove {
	f := b.c.facts
	m := data.MoneyMove{ID: data.NewID[data.MoneyMove](), TripID: b.c.trip.ID, MovedOn: b.c.s.tell.today, What: data.MoneyAdvance, Amount: f.Money.AdvanceDue - f.Money.Advance}
	if f.Reported() {
		m.What, m.Amount = data.MoneyReturn, f.Money.Rest
		if f.Money.Rest < 0 {
			m.What, m.Amount = data.MoneyExtra, -f.Money.Rest
		}
	}
	m.Amount = max(m.Amount, 0)
	return m
}
