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

// warnings is the list of what speaks against a trip: each as a line that opens
// its record, with the ways out as buttons below it.
type warnings struct {
	c     *detail
	facts []clash
	ways  [][]command.Way // of each fact
	lists []*ui.List      // one line each
	box   *fyne.Container
	after func() // something was done; nil = nothing more
}

func newWarnings(c *detail) *warnings { return &warnings{c: c, box: container.NewStack()} }

// read finds what speaks against the trip as it is now: conflicts first, then
// faults of the route.
func (x *warnings) read() []command.TripConflict {
	c := x.c
	all, err := command.TripConflicts(c.d.Read(), c.d.Words(), c.trip.ID, c.s.tell.today)
	c.s.check(err)
	x.facts, x.ways = nil, nil
	for _, k := range all {
		x.facts, x.ways = append(x.facts, c.s.tell.conflict(k)), append(x.ways, k.Ways)
	}
	for _, f := range c.routeFaults() {
		x.facts, x.ways = append(x.facts, f), append(x.ways, nil)
	}
	x.draw()
	return all
}

// draw makes the lines and the buttons.
func (x *warnings) draw() {
	x.lists = nil
	var parts []ui.Part
	for i := range x.facts {
		l := ui.NewList(func() int { return 1 }, func(_ int, r *ui.ListRow) { x.fill(i, r) })
		l.Full = true
		l.OnOpen = func(int) { x.c.openClash(x.facts[i]) }
		l.OnMenu = func(int) []ui.MenuItem { return x.menu(i) }
		x.lists = append(x.lists, l)
		parts = append(parts, ui.Own(l))
		if len(x.ways[i]) > 0 {
			parts = append(parts, ui.Own(x.buttons(i)))
		}
	}
	x.box.Objects = []fyne.CanvasObject{ui.Down(0, parts...)}
	x.box.Refresh()
}

func (x *warnings) fill(i int, r *ui.ListRow) {
	f := x.facts[i]
	r.ID, r.Title, r.TitleLines, r.Note, r.NoteLines = f.title+f.note, f.title, 2, f.note, 3
	r.Icon, r.Role = ui.IconWarning, ui.Risk
}

// buttons are the ways out of a fact, as many in a line as fit.
func (x *warnings) buttons(i int) fyne.CanvasObject {
	flow := container.New(&flowLayout{gap: 6})
	for _, w := range x.ways[i] {
		b := ui.NewButton(ui.Secondary, x.label(w), func() { x.do(i, w) })
		b.Small = true
		flow.Add(b)
	}
	return ui.Down(0, ui.Own(ui.Pad(14, 0, flow)), ui.Fixed(12, ui.Spacer()))
}

func (x *warnings) label(w command.Way) string { return x.c.d.Words().F(w.Key, w.Args...) }

// menu offers the same by the menu key.
func (x *warnings) menu(i int) []ui.MenuItem {
	items := []ui.MenuItem{{Label: x.c.d.Words().T("trips.open"), Shortcut: "Enter", Do: func() { x.c.openClash(x.facts[i]) }}}
	for _, w := range x.ways[i] {
		items = append(items, ui.MenuItem{Label: x.label(w), Do: func() { x.do(i, w) }})
	}
	return items
}

// do takes a way out and offers to take it back.
func (x *warnings) do(i int, w command.Way) {
	d, said := x.c.d, x.label(w)+": "+x.facts[i].title
	if !card.Do(d, w.Command) {
		return
	}
	x.c.s.Reload() // a way may write what the room does not watch
	if x.after != nil {
		x.after()
	}
	d.Say(said, d.Words().T("step.undo"), d.Undo)
}

// conflict puts a conflict into words.
func (t teller) conflict(k command.TripConflict) clash {
	w := t.w
	x := clash{title: k.Title, note: t.span(k.From, k.To), ref: k.Ref, on: k.From}
	if !k.Starts.IsZero() && (k.What == command.ConflictMeeting || k.What == command.ConflictRide) {
		x.note = w.WeekdayDay(k.From) + " " + w.ClockRange(k.Starts.Min, k.Ends.Min)
	}
	switch k.What {
	case command.ConflictAway:
		x.title, x.note = w.Code(data.AbsenceKind(k.Code)), text.Join(x.note, small(w.Code(data.AbsenceStatus(k.Status))))
	case command.ConflictTrip:
		x.title = w.F("trips.clash.trip", k.Title)
	case command.ConflictMeeting:
		x.note = text.Join(x.note, w.T("trips.clash.meeting"))
	case command.ConflictRide:
		x.note = text.Join(x.note, w.T("trip.conflict.ride"))
	case command.ConflictSite:
		x.title, x.note = k.Who+": "+k.Title, w.F("trip.conflict.site", t.span(k.From, k.To))
	case command.ConflictDeadline:
		x.note = w.F("trip.conflict.deadline", w.WeekdayDay(k.From), k.Home)
	case command.ConflictMilestone:
		x.note = w.F("trip.conflict.milestone", w.WeekdayDay(k.From), k.Home)
	case command.ConflictLoad:
		x.note = w.F("trip.conflict.load", k.Hours, k.Home, k.Load, k.Norm)
	}
	return x
}

// beforeOrder is the form of an order with what speaks against the trip below
// it, and what refuses the signature: an absence of the traveller. The facts
// are read again after each way out; relay gives the dialog its new height.
func (c *detail) beforeOrder(form fyne.CanvasObject, relay func()) (fyne.CanvasObject, func() error) {
	w := c.d.Words()
	x, head := newWarnings(c), ui.NewStrong(w.T("trip.conflict.before"))
	fresh := func() {
		x.read()
		if len(x.facts) == 0 {
			head.Set(w.T("trip.conflict.clear"))
		}
		relay()
	}
	x.after = fresh
	x.read()
	if len(x.facts) == 0 {
		return form, c.refuseAway
	}
	return ui.Down(12, ui.Own(form), ui.Own(head), ui.Own(ui.NewCard("", "", x.box))), c.refuseAway
}

// refuseAway refuses a trip whose traveller is absent on its days.
func (c *detail) refuseAway() error {
	row, err := c.d.Read().TripRow(c.trip.ID)
	if err != nil {
		return err
	}
	ps, err := command.AbsenceProblems(c.d.Read(), row)
	if err != nil {
		return err
	}
	return ps.Err()
}

// flowLayout lays objects from left to right and goes on in the next line when
// one does not fit.
type flowLayout struct {
	gap  float32
	wide float32 // of the last layout
}

// Layout is called by the toolkit.
func (f *flowLayout) Layout(objs []fyne.CanvasObject, s fyne.Size) {
	f.wide = s.Width
	f.lay(objs, s.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is the height that the last width asks for.
func (f *flowLayout) MinSize(objs []fyne.CanvasObject) fyne.Size {
	w := f.wide
	if w == 0 {
		w = 280
	}
	return fyne.NewSize(100, f.lay(objs, w, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (f *flowLayout) lay(objs []fyne.CanvasObject, w float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objs {
		m := o.MinSize()
		m.Width = min(m.Width, w)
		if x > 0 && x+m.Width > w {
			x, y, line = 0, y+line+f.gap, 0
		}
		put(o, fyne.NewPos(x, y), m)
		x, line = x+m.Width+f.gap, max(line, m.Height)
	}
	return y + line
}
