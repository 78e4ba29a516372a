package mentoring

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// talks is the page «Встречи»: what comes, then what was, the newest first.
type talks struct {
	x      *record
	rows   []data.MeetingRow
	series []data.Series
	lines  []talkLine
	list   *ui.List
	again  *ui.Button
	box    fyne.CanvasObject
}

// talkLine is a meeting or a heading.
type talkLine struct {
	head string
	row  *data.MeetingRow
}

func newTalks(x *record) *talks {
	t := &talks{x: x}
	w := x.s.d.Words()
	t.list = ui.NewList(func() int { return len(t.lines) }, t.fillRow)
	t.list.OnOpen = func(i int) { meeting.Open(x.s.d, t.lines[i].row.Agenda()) }
	t.list.OnMenu = func(i int) []ui.MenuItem { return meeting.Menu(x.s.d, t.lines[i].row.Agenda()) }
	t.list.OnDelete = t.remove
	one := ui.NewButton(ui.Secondary, w.T("mentoring.talk.new"), x.newTalk)
	t.again = ui.NewButton(ui.Secondary, w.T("mentoring.talk.series"), x.newSeries)
	one.Small, t.again.Small = true, true
	t.list.Empty = ui.NewEmpty(w.T("mentoring.talks.empty"), ui.NewButton(ui.Primary, w.T("mentoring.talk.series"), x.newSeries))
	t.box = ui.Down(0, ui.Own(ui.Pad(16, 9, ui.Across(8, ui.Own(one), ui.Own(t.again)))), ui.Flex(1, t.list))
	return t
}

func (t *talks) read() {
	r, id := t.x.s.d.Read(), t.x.row.ID
	rows, err := r.Meetings(id, 0, 0)
	if err == nil {
		t.series, err = r.MentoringSeries(id)
	}
	if err != nil {
		t.x.s.d.Fail(err)
	}
	t.rows = rows
	t.arrange()
}

// arrange puts what comes first, by time, and what was after it, the newest
// first; a missed meeting is still to be answered and stands with what comes.
func (t *talks) arrange() {
	w, today := t.x.s.d.Words(), t.x.s.d.Today()
	var ahead, past []talkLine
	for i := range t.rows {
		m := &t.rows[i]
		if m.Status == data.EventPlanned {
			ahead = append(ahead, talkLine{row: m})
		} else {
			past = append([]talkLine{{row: m}}, past...)
		}
	}
	t.lines = t.lines[:0]
	if len(ahead) > 0 {
		t.lines = append(append(t.lines, talkLine{head: w.T("mentoring.talks.ahead")}), ahead...)
	}
	if len(past) > 0 {
		t.lines = append(append(t.lines, talkLine{head: w.T("mentoring.talks.past")}), past...)
	}
	if len(t.live(today)) > 0 {
		t.again.Hide()
	} else {
		t.again.Show()
	}
	t.list.Reload()
}

// live are the series that still have days to come.
func (t *talks) live(today data.Date) (out []data.Series) {
	for _, s := range t.series {
		if s.UntilOn.IsZero() || s.UntilOn >= today {
			out = append(out, s)
		}
	}
	return out
}

func (t *talks) fill() fyne.CanvasObject { return t.box }

func (t *talks) fillRow(i int, r *ui.ListRow) {
	l := t.lines[i]
	if l.row == nil {
		r.Head, r.Title = true, l.head
		return
	}
	t.x.talkRow(l.row, r)
	w := t.x.s.d.Words()
	r.Left = [2]string{w.WeekdayDay(l.row.Starts.Day), w.ClockRange(l.row.Starts.Min, l.row.Ends.Min)}
}

// talkRow is the name of a meeting, what came of it, and its state.
func (x *record) talkRow(m *data.MeetingRow, r *ui.ListRow) {
	w, today := x.s.d.Words(), x.s.d.Today()
	next := ""
	if m.NextStep != "" {
		next = w.F("mentoring.talk.next", m.NextStep)
	}
	r.ID = m.Key()
	r.Title, r.TitleLines = m.Title, 2
	r.Note, r.NoteLines = text.Join(m.Place, m.Result, next), 3
	r.ChipRole, r.ChipWord = meeting.State(w, m.Agenda(), today)
	if m.Missed(today) {
		r.ChipRole, r.ChipWord = ui.Late, w.T("mentoring.talk.missed")
	}
	if m.Status == data.EventCancelled {
		r.Role = ui.Muted
	}
}

func (t *talks) remove(i int) {
	m := t.lines[i].row
	if m == nil {
		return
	}
	if m.EventID.IsZero() {
		meeting.Cancel(t.x.s.d, m.Agenda().Ref(), m.OriginalOn)
		return
	}
	card.Delete(t.x.s.d, data.RefTo(data.KindEvent, m.EventID), m.Title)
}

// next is the meeting to hold: one that was missed, else the first to come.
func (t *talks) next() *data.MeetingRow {
	for i := range t.rows {
		if t.rows[i].Status == data.EventPlanned {
			return &t.rows[i]
		}
	}
	return nil
}

// meet asks what came of the next meeting; without one a new one is made.
func (x *record) meet() {
	m := x.talks.next()
	if m == nil || m.Starts.Day > x.s.d.Today()+7 {
		x.newTalk()
		return
	}
	a := m.Agenda()
	on := data.Date(0)
	if a.Occurrence {
		on = m.OriginalOn
	}
	meeting.Hold(x.s.d, a.Ref(), on)
}

// draft is a meeting of mentor and trainee on a day.
func (x *record) draft(on data.Date) data.Event {
	e := meeting.On(x.s.d, on, 17*60+30, 18*60)
	e.What, e.MentoringID = data.EventOneToOne, x.row.ID
	e.Title = x.s.d.Words().F("mentoring.talk.title", data.ShortName(x.row.Trainee))
	return e
}

func (x *record) newTalk() { meeting.New(x.s.d, x.draft(x.s.d.Today())) }

func (x *record) newSeries() {
	meeting.NewSeries(x.s.d, x.draft(card.Workdays(x.s.d).Next(x.s.d.Today())))
}
