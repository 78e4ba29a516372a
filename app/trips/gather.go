package trips

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// gathering is the dialog «Собрать поездку»: what a trip could do, in groups, to
// be ticked; an own line can be typed below.
type gathering struct {
	d    desk.Desk
	all  []command.TripProposal
	rows []gatherRow
	list *ui.List
	line *ui.Field
	sum  *ui.Label
	bare bool // something is made even when nothing is ticked
}

// gatherRow is a heading or one proposal.
type gatherRow struct {
	head string
	at   int // of the proposal
}

// gather opens the dialog for the trip that is shown.
func (c *detail) gather() {
	if c.row.StartsOn.IsZero() || c.trip.ClientID.IsZero() && strings.TrimSpace(c.trip.Place) == "" {
		c.d.Say(c.d.Words().T("gather.days.need"), "", nil)
		return
	}
	id, name := c.trip.ID, c.trip.Name
	openGathering(c.d, c.d.Words().F("gather.title", c.s.tell.title(c.row)), command.GatherOf(c.row), false, func(items []data.TripItem) error {
		return c.d.Do(command.GatherTrip{TripID: id, Items: items, Name: name})
	})
}

// openGathering finds what can be proposed and asks; done gets what was ticked,
// with bare also when that is nothing.
func openGathering(d desk.Desk, title string, f data.GatherFilter, bare bool, done func([]data.TripItem) error) {
	all, err := command.TripProposals(d.Read(), d.Words(), f)
	if err != nil {
		d.Fail(err)
		return
	}
	g := newGathering(d, all)
	g.bare = bare
	w := d.Words()
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: title, Content: g.content(), Width: 680, Confirm: w.T("gather.confirm"),
		Extra:     []*ui.Button{ui.NewButton(ui.Ghost, w.T("gather.all"), func() { g.tickAll(true) }), ui.NewButton(ui.Ghost, w.T("gather.none"), func() { g.tickAll(false) })},
		OnConfirm: func() error { return g.confirm(done) }})
	d.Canvas().Focus(g.first())
}

func newGathering(d desk.Desk, all []command.TripProposal) *gathering {
	g := &gathering{d: d, all: all, line: ui.NewField(""), sum: ui.NewNote("")}
	g.line.PlaceHolder = d.Words().T("gather.own.hint")
	g.line.OnKey = g.typed
	g.list = ui.NewList(func() int { return len(g.rows) }, g.fill)
	g.list.OnCheck = func(i int, on bool) { g.tick(g.rows[i].at, on) }
	g.list.OnOpen = func(i int) { g.tick(g.rows[i].at, !g.all[g.rows[i].at].Ticked) }
	g.list.Empty = ui.NewEmpty(d.Words().T("gather.empty"), nil)
	g.group()
	return g
}

// content is the list with the line and the count below it.
func (g *gathering) content() fyne.CanvasObject {
	high := float32(0)
	for _, r := range g.rows {
		if high += 52; r.head != "" {
			high -= 18
		}
	}
	return ui.Down(12, ui.Fixed(min(max(high+4, 130), 430), ui.NewCard("", "", g.list)),
		ui.Own(ui.Across(12, ui.Fixed(110, ui.NewLabel(g.d.Words().T("gather.own"))), ui.Flex(1, g.line))), ui.Own(g.sum))
}

// first takes the keyboard: the list, or the line when nothing is proposed.
func (g *gathering) first() fyne.Focusable {
	if len(g.rows) == 0 {
		return g.line
	}
	return g.list
}

//text:prefix gather.group.

// gatherGroups are the groups in their order, each with its sorts.
var gatherGroups = []struct {
	key   string
	sorts []data.TripItemKind
}{
	{"task", []data.TripItemKind{data.ItemTask}},
	{"meeting", []data.TripItemKind{data.ItemMeeting}},
	{"paper", []data.TripItemKind{data.ItemSign, data.ItemFetch, data.ItemBring}},
	{"promise", []data.TripItemKind{data.ItemPromise}},
	{"contact", []data.TripItemKind{data.ItemContact}},
	{"other", []data.TripItemKind{data.ItemOther, data.ItemPersonal}},
}

// group lays the proposals out under their headings.
func (g *gathering) group() {
	g.rows = nil
	ticked := 0
	for _, x := range gatherGroups {
		headed := false
		for i, p := range g.all {
			if !slices.Contains(x.sorts, p.What) {
				continue
			}
			if !headed {
				g.rows, headed = append(g.rows, gatherRow{head: g.d.Words().T("gather.group." + x.key), at: -1}), true
			}
			g.rows = append(g.rows, gatherRow{at: i})
			if p.Ticked {
				ticked++
			}
		}
	}
	g.sum.Set(g.d.Words().N("gather.chosen", ticked))
	g.list.Reload()
}

func (g *gathering) fill(i int, r *ui.ListRow) {
	x := g.rows[i]
	if x.at < 0 {
		r.ID, r.Title, r.Head = "#"+x.head, x.head, true
		return
	}
	p := g.all[x.at]
	r.ID, r.Title, r.TitleLines, r.Note, r.NoteLines = p.RefID.String()+p.Title, p.Title, 2, p.Note, 2
	r.Checkable, r.Checked = true, p.Ticked
}

func (g *gathering) tick(at int, on bool) {
	if at >= 0 {
		g.all[at].Ticked = on
		g.group()
	}
}

func (g *gathering) tickAll(on bool) {
	for i := range g.all {
		g.all[i].Ticked = on
	}
	g.group()
}

// typed takes the own line on Enter; an empty one lets the dialog confirm.
func (g *gathering) typed(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		return false
	}
	return g.takeLine()
}

// takeLine puts the typed line among the points; it tells whether there was one.
func (g *gathering) takeLine() bool {
	s := strings.TrimSpace(g.line.Text)
	if s == "" {
		return false
	}
	g.all = append(g.all, command.TripProposal{TripItem: data.TripItem{What: data.ItemOther, Title: s}, Note: g.d.Words().T("gather.own.note"), Ticked: true})
	g.line.SetValue("")
	g.group()
	g.list.SelectID(data.ID[data.Any]{}.String() + s)
	return true
}

// confirm gives what is ticked on, in the order of the list; a line that is
// still typed counts.
func (g *gathering) confirm(done func([]data.TripItem) error) error {
	g.takeLine()
	var items []data.TripItem
	for _, r := range g.rows {
		if r.at >= 0 && g.all[r.at].Ticked {
			items = append(items, g.all[r.at].TripItem)
		}
	}
	if len(items) == 0 && !g.bare {
		return nil
	}
	if err := done(items); err != nil || len(items) == 0 {
		return err
	}
	w := g.d.Words()
	g.d.Say(w.N("gather.done", len(items)), w.T("step.undo"), g.d.Undo)
	return nil
}

// gatherNew asks for a new trip, by client or town and days, and gathers it: the
// trip and its assignment are one step.
func (s *Screen) gatherNew() {
	f, w := newTripForm(s), s.d.Words()
	var sheet *ui.Sheet
	sheet = ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("gather.title.new"), Content: f.form, Width: 560, Confirm: w.T("gather.next"),
		OnConfirm: func() error {
			var t data.Trip
			err := card.Submit(s.d, f.form, func() (err error) {
				if t, err = f.trip(); err == nil && t.StartsOn.IsZero() {
					err = data.Problems{{Field: "startsOn", Code: "required"}}
				}
				return err
			})
			if err != nil {
				return err
			}
			sheet.Close()
			s.gatherFor(f, t)
			return nil
		}})
}

// gatherFor gathers for a trip that is not made yet.
func (s *Screen) gatherFor(f *tripForm, t data.Trip) {
	filter := data.GatherFilter{ClientID: t.ClientID, Town: t.Place, From: t.StartsOn, To: max(t.StartsOn, t.EndsOn), People: []data.ID[data.Person]{t.PersonID}}
	openGathering(s.d, s.d.Words().F("gather.title", t.Name), filter, true, func(items []data.TripItem) error {
		err := s.d.Do(command.All{Key: "command.trip.gather", Subject: t.Name, Commands: []desk.Command{
			f.made.With(f.client.ID, command.PlanTrip{Trip: t}), command.GatherTrip{TripID: t.ID, Items: items, Name: t.Name}}})
		if err == nil {
			s.Show(ref(t.ID))
		}
		return err
	})
}
