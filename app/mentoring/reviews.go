package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// reviews is the page «Отзывы»: the looks back, and the page of one.
type reviews struct {
	x      *record
	rows   []data.Review
	list   *ui.List
	box    fyne.CanvasObject
	open   data.ID[data.Review]
	fields *ui.KeyValues
	one    fyne.CanvasObject
}

func newReviews(x *record) *reviews {
	v := &reviews{x: x, fields: ui.NewKeyValues()}
	w := x.s.d.Words()
	v.list = ui.NewList(func() int { return len(v.rows) }, v.row)
	v.list.OnOpen = func(i int) { v.show(v.rows[i].ID) }
	v.list.OnMenu = v.menu
	v.list.OnDelete = v.remove
	v.list.Empty = ui.NewEmpty(w.T("mentoring.reviews.empty"), ui.NewButton(ui.Primary, w.T("mentoring.review.new"), x.newReview))
	add := ui.NewButton(ui.Secondary, w.T("mentoring.review.new"), x.newReview)
	add.Small = true
	v.box = ui.Down(0, ui.Own(ui.Pad(16, 9, ui.Across(8, ui.Own(add)))), ui.Flex(1, v.list))
	back := ui.NewLink(w.T("mentoring.back.reviews"), func() { v.show(data.ID[data.Review]{}) })
	v.fields.LabelWidth = 150
	v.one = ui.Down(0, ui.Own(ui.Pad(12, 8, ui.Across(8, ui.Own(back)))), ui.Flex(1, ui.Scroll(v.fields)))
	return v
}

func (v *reviews) read() {
	rows, err := v.x.s.d.Read().Reviews(v.x.row.ID)
	if err != nil {
		v.x.s.d.Fail(err)
	}
	v.rows = rows
	v.list.Reload()
}

func (v *reviews) fill() fyne.CanvasObject {
	for _, r := range v.rows {
		if r.ID == v.open {
			v.fields.Set(v.facts(r)...)
			return v.one
		}
	}
	return v.box
}

func (v *reviews) show(id data.ID[data.Review]) {
	v.open = id
	v.x.fillPage()
}

func (v *reviews) row(i int, r *ui.ListRow) {
	x, w := v.rows[i], v.x.s.d.Words()
	r.ID = x.ID.String()
	r.Title = text.Join(w.Code(x.What), w.Date(x.HeldOn))
	trainee := ""
	if x.TraineeNote != "" {
		trainee = w.F("mentoring.review.said", w.Quote(x.TraineeNote))
	}
	r.Note, r.NoteLines = text.Join(x.MentorNote, trainee), 4
	if x.Visibility == data.VisibleMentor {
		r.ChipRole, r.ChipWord = ui.Risk, w.T("mentoring.review.private")
	}
	if x.Score > 0 {
		r.Right = w.F("mentoring.score", x.Score)
	}
}

func (v *reviews) menu(i int) []ui.MenuItem {
	w := v.x.s.d.Words()
	return []ui.MenuItem{{Label: w.T("mentoring.open"), Icon: ui.IconEdit, Shortcut: "Enter", Do: func() { v.show(v.rows[i].ID) }},
		{}, {Label: w.T("card.delete"), Shortcut: "Del", Danger: true, Do: func() { v.remove(i) }}}
}

func (v *reviews) remove(i int) {
	r, w := v.rows[i], v.x.s.d.Words()
	card.Delete(v.x.s.d, data.RefTo(data.KindReview, r.ID), text.Join(w.Code(r.What), w.Date(r.HeldOn)))
}

// facts are the fields of a review, edited in their place.
func (v *reviews) facts(o data.Review) []ui.KV {
	d, w := v.x.s.d, v.x.s.d.Words()
	with := func(change func(*data.Review)) data.Record { n := o; change(&n); return n }
	return []ui.KV{
		card.Pick(d, w.T("mentoring.review.kind"), card.Codes(d, "review.kind.", data.ReviewKinds), string(o.What), func(id string) data.Record {
			return with(func(n *data.Review) { n.What = data.ReviewKind(id) })
		}),
		card.Date(d, w.T("mentoring.review.date"), o.HeldOn, func(on data.Date) data.Record { return with(func(n *data.Review) { n.HeldOn = on }) }),
		card.Long(d, w.T("mentoring.review.mentor"), o.MentorNote, func(s string) data.Record { return with(func(n *data.Review) { n.MentorNote = s }) }),
		card.Pick(d, w.T("mentoring.review.visible"), card.Codes(d, "review.visibility.", data.Visibilities), string(o.Visibility), func(id string) data.Record {
			return with(func(n *data.Review) { n.Visibility = data.Visibility(id) })
		}),
		card.Long(d, w.T("mentoring.review.trainee"), o.TraineeNote, func(s string) data.Record { return with(func(n *data.Review) { n.TraineeNote = s }) }),
		card.Number(d, w.T("mentoring.field.score"), o.Score, 0, 5, func(k int) data.Record { return with(func(n *data.Review) { n.Score = k }) }),
	}
}

// newReview asks for a look back; the kind that is due next is proposed.
func (x *record) newReview() {
	if x.row == nil {
		return
	}
	d, w, id := x.s.d, x.s.d.Words(), x.row.ID
	kind := ui.NewChoice(card.Codes(d, "review.kind.", data.ReviewKinds), string(x.s.side.reviewDue()))
	on := card.NewDate(d, d.Today())
	note, said := ui.NewArea("", 4), ui.NewArea("", 2)
	seen := ui.NewChoice(card.Codes(d, "review.visibility.", data.Visibilities), string(data.VisibleBoth))
	score := ui.NewNumberField(0, 0, 5)
	form := ui.NewForm().Add("what", w.T("mentoring.review.kind"), kind).Add("heldOn", w.T("mentoring.review.date"), on).
		Add("mentorNote", w.T("mentoring.review.mentor"), note).Add("visibility", w.T("mentoring.review.visible"), seen).
		Add("traineeNote", w.T("mentoring.review.trainee"), said).AddNote("score", w.T("mentoring.field.score"), score, w.T("mentoring.score.note"))
	keep := func() error {
		held, err := on.Get()
		if err != nil {
			return err
		}
		n, err := score.Get()
		if err != nil {
			return err
		}
		return d.Do(command.Put{Record: data.Review{ID: data.NewID[data.Review](), MentoringID: id, What: data.ReviewKind(kind.ID), HeldOn: held,
			MentorNote: note.Text, Visibility: data.Visibility(seen.ID), TraineeNote: said.Text, Score: n}})
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("mentoring.review.new"), Content: form, Width: 560, Confirm: w.T("mentoring.review.ok"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(note)
}
