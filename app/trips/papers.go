package trips

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// papers is the page of the papers of a trip and of its files.
type papers struct {
	c     *detail
	rows  []paperRow
	list  *ui.List
	files *card.Files
	place *fyne.Container
	box   fyne.CanvasObject
}

// paperRow is one paper, made already or not.
type paperRow struct {
	what data.PaperKind
	made data.Paper // zero id: not yet
}

func newPapers(c *detail) *papers {
	p := &papers{c: c, place: container.NewStack(), files: card.NewFiles(c.d, data.Ref{})}
	p.list = ui.NewList(func() int { return len(p.rows) }, p.fill)
	p.list.Full = true
	p.list.OnOpen = func(i int) { p.edit(p.rows[i]) }
	p.list.OnMenu = p.menu
	p.box = ui.Scroll(p.place)
	return p
}

func (p *papers) reload() {
	w := p.c.d.Words()
	p.rows = p.rows[:0]
	for _, k := range data.PaperKinds {
		had := false
		for _, x := range p.c.facts.Papers {
			if x.What == k {
				p.rows, had = append(p.rows, paperRow{k, x}), true
			}
		}
		if !had && p.wanted(k) {
			p.rows = append(p.rows, paperRow{k, p.older(k)})
		}
	}
	p.list.Reload()
	p.files.Show(ref(p.c.trip.ID))
	made := ui.NewCard(w.T("trips.papers.title"), "", p.list)
	made.Actions = []fyne.CanvasObject{smallButton(ui.NewMenuButton(w.T("trips.papers.memo"), p.memos), ""), smallButton(ui.NewMenuButton(w.T("trips.papers.save"), p.saves), "")}
	p.place.Objects = []fyne.CanvasObject{ui.Pad(16, 16, ui.Down(16, ui.Own(made), ui.Own(p.files.Content())))}
	p.place.Refresh()
}

// older is an order whose number stands in the trip alone: its paper was made
// before the program kept papers.
func (p *papers) older(k data.PaperKind) data.Paper {
	t := p.c.trip
	if k != data.PaperOrder || t.OrderNo == "" {
		return data.Paper{}
	}
	return data.Paper{TripID: t.ID, What: k, Number: t.OrderNo, PaperOn: t.OrderOn, SignedOn: t.OrderOn}
}

// wanted tells whether a paper that is not made yet is listed: memos are only
// written when there is something to explain.
func (p *papers) wanted(k data.PaperKind) bool { return k != data.PaperMemo && k != data.PaperCarMemo }

// made is the number of papers that are there.
func (p *papers) made() (n int) {
	for _, r := range p.rows {
		if r.made.PaperOn != 0 {
			n++
		}
	}
	return n
}

func (p *papers) fill(i int, row *ui.ListRow) {
	r, w := p.rows[i], p.c.d.Words()
	row.ID, row.Title = string(r.what)+r.made.ID.String(), w.T("trip.paper."+string(r.what))
	switch {
	case r.made.PaperOn.IsZero():
		row.Role, row.ChipWord, row.ChipRole = ui.Muted, w.T("trips.paper.none"), ui.Planned
	case r.made.SignedOn.IsZero():
		row.Note, row.ChipWord, row.ChipRole = p.number(r.made), w.T("trips.paper.made"), ui.Go
	default:
		row.Note, row.ChipWord, row.ChipRole = p.number(r.made), w.F("trips.paper.signed", w.DayMonth(r.made.SignedOn)), ui.Done
	}
}

// number is «№ 57-ком от 25.11.2026».
func (p *papers) number(x data.Paper) string {
	w := p.c.d.Words()
	s := ""
	if x.Number != "" {
		s = w.F("trips.number", x.Number)
	}
	return text.Join(s, w.Date(x.PaperOn), x.Text)
}

// menu is what can be done with a paper.
func (p *papers) menu(i int) []ui.MenuItem {
	r, w := p.rows[i], p.c.d.Words()
	items := []ui.MenuItem{{Label: w.T("trips.paper.edit"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { p.edit(r) }}}
	items = append(items, p.outputs(r)...)
	if !r.made.ID.IsZero() {
		items = append(items, card.Menu(p.c.d, data.RefTo(data.KindPaper, r.made.ID), w.T("trip.paper."+string(r.what)))...)
	}
	return items
}

// saves are all files that the papers of the trip can be written as.
func (p *papers) saves() (items []ui.MenuItem) {
	w := p.c.d.Words()
	for i, r := range p.rows {
		if i > 0 {
			items = append(items, ui.MenuItem{})
		}
		for _, format := range command.PaperFormats(string(r.what)) {
			o := command.PaperOptions{Code: string(r.what), TripID: p.c.trip.ID, MemoID: r.made.ID, Format: format}
			items = append(items, ui.MenuItem{Label: w.F("trips.paper.as", w.T("trip.paper."+string(r.what)), w.T("trips.format."+format)), Do: func() { p.c.savePaper(o) }})
		}
	}
	return items
}

// memos are the papers that explain what is missing.
func (p *papers) memos() []ui.MenuItem {
	w := p.c.d.Words()
	return []ui.MenuItem{
		{Label: w.T("trip.paper.memo"), Do: func() { p.edit(paperRow{what: data.PaperMemo}) }},
		{Label: w.T("trip.paper.car-memo"), Do: func() { p.edit(paperRow{what: data.PaperCarMemo}) }},
	}
}

// edit asks for number, day and signature of a paper; an empty number becomes
// the next one.
func (p *papers) edit(r paperRow) {
	d, w := p.c.d, p.c.d.Words()
	x := r.made
	if x.PaperOn.IsZero() {
		x = data.Paper{TripID: p.c.trip.ID, What: r.what, PaperOn: p.c.s.tell.today}
	}
	no, on, signed := ui.NewField(x.Number), card.NewDate(d, x.PaperOn), card.NewDate(d, x.SignedOn)
	no.PlaceHolder = p.c.nextNumber(x.What)
	reason := ui.NewArea(x.Text, 3)
	form := ui.NewForm().AddNote("number", w.T("field.number"), no, w.T("trips.number.note")).Add("paperOn", w.T("field.paperOn"), on).Add("signedOn", w.T("field.signedOn"), signed)
	if x.What == data.PaperMemo || x.What == data.PaperCarMemo {
		form.Add("text", w.T("field.text"), reason)
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("trip.paper." + string(x.What)), Content: form, OnConfirm: p.c.submit(form, func() error {
		x.Number, x.Text = no.Text, reason.Text
		var err error
		if x.PaperOn, err = on.Get(); err != nil {
			return err
		}
		if x.SignedOn, err = signed.Get(); err != nil {
			return err
		}
		return d.Do(command.PutPaper{Paper: x})
	})})
}

// nextNumber is the number that a paper of a kind gets today.
func (c *detail) nextNumber(k data.PaperKind) string {
	s, _, err := command.NextNumber(c.d.Read(), k, c.s.tell.today)
	c.s.check(err)
	return s
}
