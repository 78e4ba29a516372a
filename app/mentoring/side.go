package mentoring

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/meeting"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// side is the right column: meetings, control points, competencies.
type side struct {
	s       *Screen
	content *fyne.Container
	talks   *ui.Card
	talk    *ui.List
	near    []*data.MeetingRow
	control *ui.Card
	point   *ui.List
	points  []point
	skills  *ui.Card
}

// point is a control point of the mentoring or the end of the probation.
type point struct {
	on   data.Date
	word string
	kind data.ReviewKind // "" for the end of the probation
	held bool
}

func newSide(s *Screen) *side {
	t, x := s.d.Words().T, &side{s: s}
	x.talk = ui.NewList(func() int { return len(x.near) }, x.talkRow)
	x.talk.OnOpen = func(i int) { meeting.Open(s.d, x.near[i].Agenda()) }
	x.talk.OnMenu = func(i int) []ui.MenuItem { return meeting.Menu(s.d, x.near[i].Agenda()) }
	x.talk.Empty = ui.NewEmpty(t("mentoring.talks.none"), nil)
	x.point = ui.NewList(func() int { return len(x.points) }, x.pointRow)
	x.point.OnOpen = func(int) { s.record.newReview() }
	x.point.Empty = ui.NewEmpty(t("mentoring.points.none"), nil)
	x.talk.Full, x.point.Full = true, true
	x.talks = ui.NewCard(t("mentoring.tab.talks"), "", x.talk)
	x.control = ui.NewCard(t("mentoring.points"), "", x.point)
	x.skills = ui.NewCard(t("mentoring.tab.skills"), t("mentoring.skills.way"), nil)
	x.content = ui.Down(16, ui.Own(x.talks), ui.Own(x.control), ui.Own(x.skills))
	return x
}

// show fills the column from the chosen plan; the record has read it.
func (x *side) show(m *data.MentoringRow) {
	if m == nil {
		x.content.Hide()
		return
	}
	x.content.Show()
	x.fillTalks()
	x.fillPoints(m)
	x.fillSkills()
	x.content.Refresh()
}

// fillTalks lists what was missed, the next meeting and the last two held.
func (x *side) fillTalks() {
	t, today := x.s.record.talks, x.s.d.Today()
	x.near = x.near[:0]
	var held []*data.MeetingRow
	ahead := 0
	for i := range t.rows {
		m := &t.rows[i]
		switch {
		case m.Missed(today):
			x.near = append(x.near, m)
		case m.Status == data.EventPlanned && ahead < 1:
			x.near, ahead = append(x.near, m), ahead+1
		case m.Status == data.EventHeld:
			held = append(held, m)
		}
	}
	for i := len(held) - 1; i >= 0 && i >= len(held)-2; i-- {
		x.near = append(x.near, held[i])
	}
	note := ""
	if live := t.live(today); len(live) > 0 {
		note = meeting.RuleWords(x.s.d.Words(), live[0].Rule, live[0].Starts.Day)
	}
	x.talks.SetTitle(x.s.d.Words().T("mentoring.tab.talks"), note)
	x.talk.Reload()
}

func (x *side) talkRow(i int, r *ui.ListRow) {
	m, w := x.near[i], x.s.d.Words()
	x.s.record.talkRow(m, r)
	r.Title = w.WeekdayDay(m.Starts.Day) + ", " + m.Starts.Clock()
	r.Note, r.NoteLines = text.Join(m.Result, m.Place), 3
	switch today := x.s.d.Today(); {
	case m.Status == data.EventHeld:
		r.ChipWord = ""
	case !m.Missed(today):
		r.ChipRole, r.ChipWord = ui.Planned, w.Relative(m.Starts.Day, today)
		if m.Starts.Day-today <= 1 {
			r.ChipRole = ui.Go
		}
	}
}

// fillPoints lists the control points that the engine moved to working days,
// and the end of the probation.
func (x *side) fillPoints(m *data.MentoringRow) {
	d := x.s.d
	due, err := d.Read().DueDates(data.RefTo(data.KindMentoring, m.ID))
	if err != nil {
		d.Fail(err)
	}
	x.points = x.points[:0]
	n := 0
	for _, p := range due {
		if p.Code != data.DueControl {
			continue
		}
		kinds := []data.ReviewKind{data.Review30, data.Review60, data.Review90}
		kind := kinds[min(n, len(kinds)-1)]
		x.points = append(x.points, point{on: p.StartsOn, word: d.Words().F("mentoring.point", p.Ord), kind: kind, held: x.held(kind)})
		n++
	}
	if end := x.s.record.m.ProbationUntil; !end.IsZero() {
		x.points = append(x.points, point{on: end, word: d.Words().T("mentoring.probation"), held: x.s.record.m.Status == data.MentoringDone})
	}
	x.point.Reload()
}

// held tells whether a review of the kind was written.
func (x *side) held(kind data.ReviewKind) bool {
	for _, r := range x.s.record.reviews.rows {
		if r.What == kind {
			return true
		}
	}
	return false
}

func (x *side) pointRow(i int, r *ui.ListRow) {
	p, w, today := x.points[i], x.s.d.Words(), x.s.d.Today()
	r.ID = strconv.Itoa(i)
	r.Title, r.Note = p.word, text.Join(w.Date(p.on), w.Weekday(p.on))
	over := x.s.record.m.Status == data.MentoringDone
	switch {
	case p.held:
		r.ChipRole, r.ChipWord = ui.Done, w.T("mentoring.point.held")
	case over:
		r.ChipRole, r.ChipWord = ui.Planned, w.T("mentoring.point.open")
	case p.on < today:
		r.ChipRole, r.ChipWord = ui.Late, w.Overdue(p.on, today)
	case p.on-today <= 7:
		r.ChipRole, r.ChipWord = ui.Risk, w.Relative(p.on, today)
	default:
		r.ChipRole, r.ChipWord = ui.Planned, w.Relative(p.on, today)
	}
}

// reviewDue is the kind of review that is due within a week or late, else the
// weekly one.
func (x *side) reviewDue() data.ReviewKind {
	for _, p := range x.points {
		if p.kind != "" && !p.held && p.on <= x.s.d.Today()+7 {
			return p.kind
		}
	}
	return data.ReviewWeek
}

func (x *side) fillSkills() {
	var parts []ui.Part
	for i := range x.s.record.skills.rows {
		l := &x.s.record.skills.rows[i]
		way := strings.Join([]string{levelWord(l.Start), levelWord(l.Now), levelWord(l.Goal)}, " → ")
		parts = append(parts, ui.Own(ui.NewScale(l.Name, five(l.Start, l.Scale), five(l.Now, l.Scale), five(l.Goal, l.Scale), way)))
	}
	if len(parts) == 0 {
		x.skills.Content = ui.NewEmpty(x.s.d.Words().T("mentoring.skills.none"), nil)
		return
	}
	x.skills.Content = ui.Pad(0, 8, ui.Down(2, parts...))
}

// five puts a level of any scale onto the five boxes that are drawn; a level
// above none fills at least one.
func five(level, scale int) int {
	if level == 0 || scale == 0 {
		return 0
	}
	return max(1, (level*5+scale/2)/scale)
}
