package trips

import (
	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// makeLines makes the table of the estimate, edited in place.
func (b *budget) makeLines() {
	t := b.c.d.Words().T
	b.lines = ui.NewGrid([]ui.Column{
		{ID: "category", Title: t("field.category"), Width: 118, MinWidth: 90, Editor: b.editCategory},
		{ID: "title", Title: t("trips.estimate.what"), Width: 120, MinWidth: 80, Flex: true, Editor: b.editTitle},
		{ID: "count", Title: t("trips.estimate.count"), Width: 64, Right: true, Editor: b.editCount},
		{ID: "price", Title: t("field.price"), Width: 92, Right: true, Editor: b.editPrice},
		{ID: "sum", Title: t("field.sum"), Width: 96, Right: true},
		{ID: "payer", Title: t("trips.estimate.payer"), Width: 112, Drop: 1, Editor: b.editPayer},
	}, func() int { return len(b.c.facts.Estimates) }, b.fillLine)
	b.lines.Calm = true
	b.lines.OnMenu = func(i int) []ui.MenuItem {
		return card.Menu(b.c.d, data.RefTo(data.KindEstimate, b.line(i).ID), b.lineName(i))
	}
	b.lines.OnDelete = func(rows []int) {
		if len(rows) > 0 {
			card.Delete(b.c.d, data.RefTo(data.KindEstimate, b.line(rows[0]).ID), b.lineName(rows[0]))
		}
	}
	b.lines.Empty = ui.NewEmpty(t("trips.estimate.empty"), ui.NewButton(ui.Secondary, t("trips.estimate.add"), b.addLine))
}

func (b *budget) line(i int) data.Estimate { return b.c.facts.Estimates[i] }

func (b *budget) lineName(i int) string {
	if l := b.line(i); l.Title != "" {
		return l.Title
	}
	return b.c.d.Words().Code(b.line(i).Category)
}

func (b *budget) fillLine(i int, row *ui.Row) {
	l, w := b.line(i), b.c.d.Words()
	row.ID = l.ID.String()
	row.Cells[0].Text, row.Cells[1].Text = w.Code(l.Category), l.Title
	row.Cells[2].Text = w.Decimal(l.Count)
	row.Cells[3].Text = sumText(w, data.Foreign{Sum: l.Price, Currency: l.Currency})
	row.Cells[4].Text = w.Amount(l.Money())
	row.Cells[5].Text = w.Code(l.Payer)
	if !l.Payer.Own() {
		row.Cells[5].Role = ui.Muted
	}
}

func (b *budget) put(l data.Estimate) error { return b.c.d.Do(command.Put{Record: l}) }

func (b *budget) editCategory(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(b.c.d, "expense.category.", data.ExpenseCategories), string(b.line(i).Category))
	f.OnSelect = func(o ui.Option) error { l := b.line(i); l.Category = data.ExpenseCategory(o.ID); return b.put(l) }
	return f
}

func (b *budget) editTitle(i int) ui.Editor {
	f := ui.NewField(b.line(i).Title)
	f.OnCommit = func(s string) error { l := b.line(i); l.Title = s; return b.put(l) }
	return f
}

func (b *budget) editCount(i int) ui.Editor {
	f := newCount(b.c.d.Words(), b.line(i).Count)
	f.OnSet = func(n int64) error { l := b.line(i); l.Count = n; return b.put(l) }
	return f
}

func (b *budget) editPrice(i int) ui.Editor {
	l := b.line(i)
	f := newSum(b.c, data.Foreign{Sum: l.Price, Currency: l.Currency, Rate: l.Rate, Nominal: l.Nominal}, b.c.rateDay())
	f.OnSet = func(v data.Foreign) error {
		l := b.line(i)
		l.Price, l.Currency, l.Rate, l.Nominal = v.Sum, v.Currency, v.Rate, v.Nominal
		return b.put(l)
	}
	return f
}

func (b *budget) editPayer(i int) ui.Editor {
	f := ui.NewChoice(card.Codes(b.c.d, "expense.payer.", data.Payers), string(b.line(i).Payer))
	f.OnSelect = func(o ui.Option) error { l := b.line(i); l.Payer = data.Payer(o.ID); return b.put(l) }
	return f
}

// addLine puts a fresh line and opens its first cell: lodging first, then what
// trips usually need.
func (b *budget) addLine() {
	l := data.Estimate{ID: data.NewID[data.Estimate](), TripID: b.c.trip.ID, Category: b.nextCategory(), Count: 1000, Payer: data.PaidAdvance, Ord: int64(len(b.c.facts.Estimates)+1) * 100}
	if l.Category == data.SpentTravel {
		l.Payer = data.PaidCompany
	}
	if n := int64(b.c.row.EndsOn - b.c.row.StartsOn); l.Category == data.SpentLodging && n > 0 {
		l.Count = n * 1000
	}
	for _, x := range b.c.facts.Estimates {
		l.Ord = max(l.Ord, x.Ord+100)
	}
	if card.Do(b.c.d, command.Put{Record: l}) {
		b.lines.SelectID(l.ID.String())
		i, _ := b.lines.CursorRow()
		b.lines.Edit(i, "price", "")
	}
}

// nextCategory is the first usual category that the estimate lacks.
func (b *budget) nextCategory() data.ExpenseCategory {
	for _, c := range []data.ExpenseCategory{data.SpentLodging, data.SpentTravel, data.SpentTaxi} {
		found := false
		for _, l := range b.c.facts.Estimates {
			found = found || l.Category == c
		}
		if !found {
			return c
		}
	}
	return data.SpentOther
}
