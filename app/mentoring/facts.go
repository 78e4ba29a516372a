package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
)

// facts is the page «О наставничестве»: every field, edited in its place. Order,
// consent and addendum are asked for only where the mentor acts on the
// employer's instruction (ст. 351.8 ТК РФ).
type facts struct {
	x      *record
	fields *ui.KeyValues
	files  *card.Files
	box    fyne.CanvasObject
}

func newFacts(x *record) *facts {
	f := &facts{x: x, fields: ui.NewKeyValues(), files: card.NewFiles(x.s.d, data.Ref{})}
	f.fields.LabelWidth = 170
	f.box = ui.Scroll(ui.Down(8, ui.Own(f.fields), ui.Own(ui.Pad(12, 8, f.files.Content()))))
	return f
}

func (f *facts) fill() fyne.CanvasObject {
	f.fields.Set(f.rows()...)
	f.files.Show(data.RefTo(data.KindMentoring, f.x.row.ID))
	return f.box
}

// with is the mentoring with one change.
func (f *facts) with(change func(*data.Mentoring)) data.Record {
	m := f.x.m
	change(&m)
	return m
}

func (f *facts) rows() []ui.KV {
	d, w, m := f.x.s.d, f.x.s.d.Words(), f.x.m
	date := func(label string, on data.Date, set func(*data.Mentoring, data.Date)) ui.KV {
		return card.Date(d, label, on, func(v data.Date) data.Record { return f.with(func(n *data.Mentoring) { set(n, v) }) })
	}
	rows := []ui.KV{
		f.person(w.T("mentoring.field.trainee"), m.TraineeID, func(n *data.Mentoring, id data.ID[data.Person]) { n.TraineeID = id }),
		f.person(w.T("mentoring.field.mentor"), m.MentorID, func(n *data.Mentoring, id data.ID[data.Person]) { n.MentorID = id }),
		date(w.T("mentoring.field.starts"), m.StartsOn, func(n *data.Mentoring, v data.Date) { n.StartsOn = v }),
		date(w.T("mentoring.field.ends"), m.EndsOn, func(n *data.Mentoring, v data.Date) { n.EndsOn = v }),
		date(w.T("mentoring.field.probation"), m.ProbationUntil, func(n *data.Mentoring, v data.Date) { n.ProbationUntil = v }),
		card.Long(d, w.T("mentoring.field.goals"), m.Goals, func(s string) data.Record { return f.with(func(n *data.Mentoring) { n.Goals = s }) }),
		card.Pick(d, w.T("mentoring.field.grounds"), card.Codes(d, "mentoring.grounds.", data.GroundsList), string(m.Grounds), func(id string) data.Record {
			return f.with(func(n *data.Mentoring) { n.Grounds = data.Grounds(id) })
		}),
	}
	if m.Grounds == data.GroundsInstruction {
		rows = append(rows,
			card.Text(d, w.T("mentoring.field.order"), m.OrderNo, func(s string) data.Record { return f.with(func(n *data.Mentoring) { n.OrderNo = s }) }),
			date(w.T("mentoring.field.consent"), m.ConsentOn, func(n *data.Mentoring, v data.Date) { n.ConsentOn = v }),
			card.Text(d, w.T("mentoring.field.addendum"), m.AddendumNo, func(s string) data.Record { return f.with(func(n *data.Mentoring) { n.AddendumNo = s }) }))
	}
	return append(rows, f.end()...)
}

// end is the outcome of a mentoring that is over.
func (f *facts) end() []ui.KV {
	d, w, m := f.x.s.d, f.x.s.d.Words(), f.x.m
	if m.Status != data.MentoringDone {
		return nil
	}
	return []ui.KV{
		card.Pick(d, w.T("mentoring.field.outcome"), card.Codes(d, "mentoring.conclusion.", data.ConclusionKinds), string(m.Conclusion), func(id string) data.Record {
			return f.with(func(n *data.Mentoring) { n.Conclusion = data.ConclusionKind(id) })
		}),
		card.Long(d, w.T("mentoring.field.conclusion"), m.ConclusionText, func(s string) data.Record { return f.with(func(n *data.Mentoring) { n.ConclusionText = s }) }),
		card.Date(d, w.T("mentoring.field.closed"), m.ClosedOn, func(v data.Date) data.Record { return f.with(func(n *data.Mentoring) { n.ClosedOn = v }) }),
	}
}

// person is a choice of the firm's people; somebody who has left stays named.
func (f *facts) person(label string, id data.ID[data.Person], set func(*data.Mentoring, data.ID[data.Person])) ui.KV {
	d := f.x.s.d
	options := card.People(d, false)
	found := false
	for _, o := range options {
		found = found || o.ID == id.String()
	}
	if !found {
		options = append(options, ui.Option{ID: id.String(), Label: d.Read().NameOfID(id.String())})
	}
	return card.Pick(d, label, options, id.String(), func(to string) data.Record {
		return f.with(func(n *data.Mentoring) { set(n, card.ID[data.Person](to)) })
	})
}
