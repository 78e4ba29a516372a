package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// soon is how many days ahead the terms of a mentoring are shown beside the queue.
const soon = 30

// watch lists what asks for a look besides the queue: items overdue with the
// trainees, trainees without a move, terms that come near.
type watch struct {
	s       *Screen
	lines   []watchLine
	list    *ui.List
	content fyne.CanvasObject
}

// watchLine is a heading or a row that opens a record.
type watchLine struct {
	head              bool
	title, note, word string
	role              ui.Role
	open              data.Ref
}

func newWatch(s *Screen) *watch {
	x := &watch{s: s}
	x.list = ui.NewList(func() int { return len(x.lines) }, x.fill)
	x.list.OnOpen = func(i int) { s.Show(x.lines[i].open) }
	x.list.Empty = ui.NewEmpty(s.d.Words().T("mentoring.watch.empty"), nil)
	x.content = ui.NewCard(s.d.Words().T("mentoring.watch"), "", x.list)
	return x
}

func (x *watch) fill(i int, r *ui.ListRow) {
	l := x.lines[i]
	r.Head, r.Title, r.TitleLines, r.Note, r.NoteLines, r.ChipRole, r.ChipWord = l.head, l.title, 2, l.note, 2, l.role, l.word
	r.ID = l.open.ID.String() + l.title
}

// read takes the lines from the file.
func (x *watch) read(me data.ID[data.Person]) {
	x.lines = x.lines[:0]
	for _, part := range []func(data.ID[data.Person]) error{x.overdue, x.standing} {
		if err := part(me); err != nil {
			x.s.d.Fail(err)
		}
	}
	x.list.Reload()
}

func (x *watch) add(head string, lines []watchLine) {
	if len(lines) > 0 {
		x.lines = append(append(x.lines, watchLine{head: true, title: head}), lines...)
	}
}

func (x *watch) overdue(me data.ID[data.Person]) error {
	d, w := x.s.d, x.s.d.Words()
	rows, err := d.Read().OverdueItems(me, d.Today())
	var lines []watchLine
	for _, r := range rows {
		lines = append(lines, watchLine{title: r.Name, note: text.Join(data.ShortName(r.Trainee), w.ItemStatus(r.Status)), word: w.Overdue(r.DueOn, d.Today()), role: ui.Late,
			open: data.RefTo(data.KindTask, r.TaskID)})
	}
	x.add(w.T("mentoring.watch.overdue"), lines)
	return err
}

// standing lists the trainees who stand still, then the terms that come near.
func (x *watch) standing(me data.ID[data.Person]) error {
	d, w, today := x.s.d, x.s.d.Words(), x.s.d.Today()
	rows, err := d.Read().Standings(me)
	if err != nil {
		return err
	}
	_, limit, err := command.ReviewLimits(d.Read(), today)
	if err != nil {
		return err
	}
	var still, terms []watchLine
	for _, r := range rows {
		ref := data.RefTo(data.KindMentoring, r.MentoringID)
		if n := card.Workdays(d).Distance(r.Since(), today); n > limit {
			still = append(still, watchLine{title: data.ShortName(r.Trainee), note: w.F("mentoring.watch.since", w.Date(r.Since())), word: w.N("mentoring.watch.days", n), role: ui.Risk, open: ref})
		}
		terms = append(terms, x.terms(r, ref)...)
	}
	x.add(w.T("mentoring.watch.still"), still)
	x.add(w.T("mentoring.watch.terms"), terms)
	return nil
}

// terms are the control points, conclusion and notice of a mentoring that come
// within a month.
func (x *watch) terms(r data.StandRow, ref data.Ref) (out []watchLine) {
	d, w, today := x.s.d, x.s.d.Words(), x.s.d.Today()
	due, err := d.Read().DueDates(ref)
	if err != nil {
		d.Fail(err)
	}
	for _, p := range due {
		if p.StartsOn < today || p.StartsOn > today+soon {
			continue
		}
		title := w.Code(p.Code)
		if p.Code == data.DueControl {
			title = text.Join(title, w.F("mentoring.point", p.Ord))
		}
		role := ui.Planned
		if p.StartsOn-today <= 7 {
			role = ui.Risk
		}
		out = append(out, watchLine{title: title, note: text.Join(data.ShortName(r.Trainee), w.Date(p.StartsOn)), word: w.Relative(p.StartsOn, today), role: role, open: ref})
	}
	return out
}
