package overview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/quick"
	"portfel/data/text"
)

// quickLine takes down a record as one typed line. What was understood stands
// below it as chips before Enter makes it.
type quickLine struct {
	s     *Screen
	card  *ui.Card
	field *ui.Field
	chips *fyne.Container
	find  quick.Lookup // names of the file; nil = to be read
	names map[data.Ref]string
	fault string // why Enter made nothing
}

func newQuickLine(s *Screen) *quickLine {
	q := &quickLine{s: s, field: ui.NewField(""), chips: container.NewStack()}
	q.field.Height = 34
	q.field.PlaceHolder = s.d.Words().T("overview.line.hint")
	q.field.OnChanged = func(string) { q.fault = ""; q.preview() }
	q.field.OnKey = q.key
	q.chips.Hide()
	q.card = ui.NewCard("", "", ui.Pad(12, 10, ui.Down(8, ui.Own(q.field), ui.Own(q.chips))))
	return q
}

// begin gives the keyboard to the line.
func (q *quickLine) begin() {
	if c := q.s.d.Canvas(); c != nil {
		c.Focus(q.field)
	}
}

// forget lets the names be read again when the next line is typed.
func (q *quickLine) forget() { q.find = nil }

// key makes the record on Enter and empties the line on Escape.
func (q *quickLine) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		q.enter()
		return true
	case fyne.KeyEscape:
		if q.field.Text == "" {
			return false
		}
		q.field.SetText("")
		return true
	}
	return false
}

// read is the line as it is understood.
func (q *quickLine) read() quick.Draft {
	if q.find == nil {
		q.lookup()
	}
	return quick.Line(q.field.Text, q.s.agenda.Today, q.s.agenda.Days.AddDays, q.find)
}

func (q *quickLine) lookup() {
	rows, err := q.s.d.Read().CalledNames()
	if err != nil {
		q.s.d.Fail(err)
	}
	names := make([]quick.Name, len(rows))
	q.names = make(map[data.Ref]string, len(rows))
	for i, r := range rows {
		ref := data.Ref{Kind: r.Kind, ID: r.ID}
		names[i] = quick.Name{Ref: ref, Text: r.Text}
		if q.names[ref] == "" {
			q.names[ref] = r.Text
		}
	}
	q.find = quick.NewLookup(names)
}

// preview shows what was understood.
func (q *quickLine) preview() {
	if strings.TrimSpace(q.field.Text) == "" {
		q.chips.Hide()
		q.relay()
		return
	}
	var parts []ui.Part
	add := func(r ui.Role, word string) {
		if word != "" {
			parts = append(parts, ui.Own(ui.NewChip(r, word)))
		}
	}
	d := q.read()
	_, lack := q.order(d)
	add(ui.Go, q.kindWord(d))
	add(ui.Go, q.when(d))
	for _, n := range d.Names {
		add(ui.Done, q.called(n.Ref))
	}
	if d.Effort > 0 {
		add(ui.Go, q.s.d.Words().Hours(d.Effort))
	}
	add(ui.Go, d.Place)
	add(ui.Planned, clip(d.Title))
	for _, p := range d.Problems {
		add(ui.Late, q.s.d.Words().Problem(p))
	}
	add(ui.Risk, lack)
	add(ui.Late, q.fault)
	q.chips.Objects = []fyne.CanvasObject{ui.Across(8, append(parts, ui.Flex(1, ui.Spacer()))...)}
	q.chips.Show()
	q.relay()
}

// relay gives the card the height that the chips need.
func (q *quickLine) relay() {
	q.chips.Refresh()
	q.card.Refresh()
	if q.s.content != nil {
		q.s.content.Refresh()
	}
}

// clip keeps a long title from pushing other chips out of sight.
func clip(s string) string {
	if r := []rune(s); len(r) > 48 {
		return string(r[:47]) + "…"
	}
	return s
}

// called is the name of a record as chips show it.
func (q *quickLine) called(ref data.Ref) string {
	switch ref.Kind {
	case data.KindPerson, data.KindContact:
		return data.ShortName(q.names[ref])
	case data.KindClient:
		return card.Bare(q.names[ref])
	}
	return q.names[ref]
}

// kindWord is what the line would make.
func (q *quickLine) kindWord(d quick.Draft) string {
	w := q.s.d.Words()
	switch {
	case d.Kind == data.KindEvent:
		return w.Code(d.Event)
	case d.Kind == data.KindTrip && d.Trip == data.TripLocal:
		return w.Code(data.AgendaLocal)
	}
	return w.T("kind." + string(d.Kind))
}

//text:prefix kind.

// when is the day or the days, the time, or the term.
func (q *quickLine) when(d quick.Draft) string {
	w := q.s.d.Words()
	switch {
	case !d.Until.IsZero():
		return w.F("overview.line.until", w.WeekdayDay(d.Until))
	case d.From.IsZero():
		return ""
	case d.To > d.From:
		return w.Period(d.From, d.To)
	case !d.Timed:
		return w.WeekdayDay(d.From)
	}
	_, to := span(d)
	return text.Join(w.WeekdayDay(d.From), w.ClockRange(d.Start, to))
}

// enter makes the record and empties the line.
func (q *quickLine) enter() {
	if strings.TrimSpace(q.field.Text) == "" {
		return
	}
	d := q.read()
	c, lack := q.order(d)
	if lack != "" {
		return // the chip says what is missing
	}
	w := q.s.d.Words()
	if err := q.s.d.Do(c); err != nil {
		q.fault = w.Error(err)
		q.preview()
		return
	}
	q.field.SetText("")
	q.s.d.Say(w.F("overview.line.added", q.kindWord(d), d.Title), w.T("step.undo"), q.s.d.Undo)
}
