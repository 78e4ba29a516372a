package trips

import (
	"bytes"
	"context"
	"errors"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// outputs are the files that a paper can be written as.
func (p *papers) outputs(r paperRow) []ui.MenuItem {
	w := p.c.d.Words()
	var items []ui.MenuItem
	for _, format := range command.PaperFormats(string(r.what)) {
		o := command.PaperOptions{Code: string(r.what), TripID: p.c.trip.ID, MemoID: r.made.ID, Format: format}
		items = append(items, ui.MenuItem{Label: w.F("trips.paper.save", w.T("trips.format."+format)), Icon: ui.IconExport, Do: func() { p.c.savePaper(o) }})
	}
	return append(items, ui.MenuItem{})
}

//text:prefix trips.format.

// savePaper asks for the place of a paper, gives the paper its number and writes
// it. What should be looked at before signing is said.
func (c *detail) savePaper(o command.PaperOptions) {
	d, w := c.d, c.d.Words()
	row := &c.row
	if o.TripID.IsZero() {
		row = nil
	}
	d.SaveFile(command.PaperFileName(row, w, o.Code, o.Format), func(path string) {
		if !c.number(o) {
			return
		}
		var out bytes.Buffer
		notes, err := command.WritePaper(d.Read(), o, w, &out)
		if err == nil {
			err = card.WriteBeside(path, out.Bytes())
		}
		if err != nil {
			c.lacks(err)
			return
		}
		d.Say(w.F("trips.paper.saved", path), "", nil)
		c.tell(notes)
	})
}

// number takes the next number for a paper of the trip that has none.
func (c *detail) number(o command.PaperOptions) bool {
	if o.TripID.IsZero() {
		return true
	}
	put, needed, err := command.NumberPaper(c.d.Read(), o)
	if err != nil {
		c.lacks(err)
		return false
	}
	return !needed || card.Do(c.d, put)
}

// tell shows the notes on a paper: forms of names that rules are not sure of,
// details that are missing.
func (c *detail) tell(notes []command.PaperNote) {
	if len(notes) == 0 {
		return
	}
	w := c.d.Words()
	l := ui.NewList(func() int { return len(notes) }, func(i int, r *ui.ListRow) {
		r.Title, r.TitleLines, r.Icon = notes[i].Sentence(w), 3, ui.IconWarning
	})
	l.OnOpen = func(i int) {
		if !notes[i].Ref.ID.IsZero() {
			c.d.Open(notes[i].Ref)
		}
	}
	card.ShowList(c.d, w.T("trips.paper.notes"), 520, 280, l)
}

// lacks says why a paper could not be made, and offers the settings that lack
// something.
func (c *detail) lacks(err error) {
	w := c.d.Words()
	var p data.Problem
	var ps data.Problems
	if errors.As(err, &ps) && len(ps) > 0 {
		p = ps[0]
	} else {
		errors.As(err, &p)
	}
	place := data.Ref{}
	switch p.Code {
	case "paper.company":
		place = data.RefTo(data.KindCompany, data.CompanyID())
	case "paper.signer":
		place = data.Ref{Kind: data.KindSignatory}
	default:
		c.d.Fail(err)
		return
	}
	c.d.Ask(w.T("trips.paper.lacks"), w.Error(err), answer(w.T("trips.paper.settings"), func() { c.d.Open(place) }), answer(w.T("app.cancel"), nil))
}

// checks are what an accountant would say of the report, with the way there.
func (c *detail) checks() []ui.Part {
	if c.trip.What == data.TripLocal {
		return nil
	}
	w := c.d.Words()
	found, err := command.ReadTripCheck(c.d.Read(), c.trip.ID)
	c.s.check(err)
	l := ui.NewList(func() int { return len(found) }, func(i int, r *ui.ListRow) { fillFinding(found[i], c, r) })
	l.Full = true
	l.OnOpen = func(i int) { c.openFinding(found[i]) }
	l.Empty = ui.NewEmpty(w.T("trips.check.none"), nil)
	box := ui.NewCard(w.T("trips.check.title"), "", l)
	pack := ui.NewButton(ui.Secondary, w.T("trips.pack"), c.savePack)
	pack.Small, pack.Icon = true, ui.IconExport
	return []ui.Part{ui.Own(ui.Pad(16, 8, box)), ui.Own(ui.Pad(16, 8, ui.Across(8, ui.Own(pack), ui.Flex(1, ui.Spacer()))))}
}

// levelRoles are the colours of the levels; the word says the same.
var levelRoles = map[command.CheckLevel]ui.Role{command.CheckWrong: ui.Late, command.CheckDoubt: ui.Risk, command.CheckHint: ui.Planned}

func fillFinding(f command.Finding, c *detail, r *ui.ListRow) {
	w := c.d.Words()
	r.ID, r.Title, r.TitleLines = f.Code+f.Ref.ID.String(), f.Sentence(w), 3
	r.Note, r.NoteLines = f.Advice(w), 3
	r.ChipRole, r.ChipWord = levelRoles[f.Level], f.Level.Word(w)
}

// openFinding goes to the page where a finding is mended, or to the record.
func (c *detail) openFinding(f command.Finding) {
	switch f.Ref.Kind {
	case data.KindExpense:
		c.turn(pageSpent)
		c.spent.grid.SelectID(f.Ref.ID.String())
	case data.KindLeg:
		c.turn(pageRoute)
		c.route.list.SelectID(f.Ref.ID.String())
	case data.KindTripDay, data.KindMoneyMove, data.KindEstimate:
		c.turn(pageMoney)
	case data.KindTrip:
		c.turn(pageTask)
	case data.KindPaper, data.KindAttachment:
		c.turn(pagePapers)
	case "":
	default:
		c.d.Open(f.Ref)
	}
}

// savePack writes report, list and receipts as one PDF, aside and with progress.
func (c *detail) savePack() {
	d, w := c.d, c.d.Words()
	id := c.trip.ID
	d.SaveFile(data.SafeName(w.F("trips.pack.name", c.trip.Name))+".pdf", func(path string) {
		if !c.number(command.PaperOptions{Code: string(data.PaperReport), TripID: id, Format: "pdf"}) {
			return
		}
		var notes []command.PaperNote
		d.Work(w.T("trips.pack.doing"), func(ctx context.Context, progress func(float64)) (err error) {
			var out bytes.Buffer
			notes, err = command.WritePack(d.Read(), id, w, func(done, all int, _ string) bool {
				progress(float64(done) / float64(max(all, 1)))
				return ctx.Err() == nil
			}, &out)
			if err != nil {
				return err
			}
			return card.WriteBeside(path, out.Bytes())
		}, func(err error) {
			switch {
			case errors.Is(err, command.ErrStopped), errors.Is(err, context.Canceled):
			case err != nil:
				c.lacks(err)
			default:
				d.Say(w.F("trips.paper.saved", path), "", nil)
				c.tell(notes)
			}
		})
	})
}
