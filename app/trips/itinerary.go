package trips

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// maxItinerary is the largest calendar file that is read for a route, in bytes.
const maxItinerary = 16 << 20

// itinerary is the dialog «Маршрут из календаря»: what a file of a carrier or a
// hotel says about a trip, to be ticked.
type itinerary struct {
	c      *detail
	tell   teller
	trip   data.ID[data.Trip]
	name   string // of the file
	items  []command.ItineraryItem
	rows   []command.ItineraryRow
	ticked []bool // by row
	lines  []itineraryLine
	list   *ui.List
	all    *ui.Check
	sum    *ui.Label
}

// itineraryLine is a heading or a row.
type itineraryLine struct {
	head string
	at   int // of the row, -1 for a heading
}

// importItinerary asks for a calendar file and shows what it says about the trip.
func (c *detail) importItinerary() {
	if !c.movable() {
		return
	}
	c.route.commit()
	c.d.OpenFile([]string{".ics", ".ical", ".ifb"}, c.readItinerary)
}

// readItinerary reads a file aside, then shows the dialog.
func (c *detail) readItinerary(path string) {
	w := c.d.Words()
	g := &itinerary{c: c, tell: c.s.tell, trip: c.trip.ID, name: filepath.Base(path)}
	c.d.Work(w.F("itinerary.reading", g.name), func(ctx context.Context, progress func(float64)) error {
		progress(.2)
		b, err := readCapped(path)
		if err != nil {
			return err
		}
		progress(.5)
		if err := g.read(b); err != nil {
			return err
		}
		return ctx.Err()
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case errors.Is(err, errUnread):
			g.failed(w.T("itinerary.unread"))
		case err != nil:
			g.failed(w.Error(err))
		case len(g.rows) == 0:
			g.failed(w.T("itinerary.nothing"))
		default:
			g.show()
		}
	})
}

// errUnread says that the file cannot be opened.
var errUnread = errors.New("the calendar file cannot be read")

func readCapped(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, errUnread
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxItinerary+1))
	if err != nil {
		return nil, errUnread
	}
	if len(b) > maxItinerary {
		return nil, data.Problem{Code: "tooLarge", Args: []string{"16"}}
	}
	return b, nil
}

// read recognises the events and compares them with the route.
func (g *itinerary) read(b []byte) (err error) {
	r := g.c.d.Read()
	if g.items, err = command.ReadItinerary(r, g.trip, b, g.c.d.Words()); err != nil {
		return err
	}
	g.rows, err = command.AddItinerary{TripID: g.trip, Items: g.items}.Preview(r)
	return err
}

// failed says why a file cannot be taken, and offers another one.
func (g *itinerary) failed(sentence string) {
	w := g.c.d.Words()
	g.c.d.Ask(w.F("itinerary.failed", g.name), sentence, desk.Answer{Label: w.T("importing.another"), Primary: true, Do: g.c.importItinerary},
		desk.Answer{Label: w.T("app.close")})
}

// show puts the dialog on the window.
func (g *itinerary) show() {
	w := g.c.d.Words()
	g.ticked = make([]bool, len(g.rows))
	for i, r := range g.rows {
		g.ticked[i] = r.Ticked
	}
	g.sum = ui.NewNote("")
	g.all = ui.NewCheck(w.T("trips.forall"), true, nil)
	g.list = ui.NewList(func() int { return len(g.lines) }, g.fill)
	g.list.OnCheck = func(i int, on bool) { g.tick(g.lines[i].at, on) }
	g.list.OnOpen = func(i int) { g.tick(g.lines[i].at, !g.ticked[g.lines[i].at]) }
	g.group()
	ui.ShowDialog(g.c.d.Canvas(), ui.Dialog{Title: w.F("itinerary.title", g.name), Content: g.content(), Width: 760, Confirm: w.T("itinerary.confirm"),
		Extra:     []*ui.Button{ui.NewButton(ui.Ghost, w.T("itinerary.all"), func() { g.tickAll(true) }), ui.NewButton(ui.Ghost, w.T("itinerary.none"), func() { g.tickAll(false) })},
		OnConfirm: g.confirm})
	g.c.d.Canvas().Focus(g.list)
}

// content is the list with the choice of travellers and the count below it.
func (g *itinerary) content() fyne.CanvasObject {
	high := float32(4)
	for _, l := range g.lines {
		if high += 72; l.at < 0 {
			high -= 31
		}
	}
	parts := []ui.Part{ui.Fixed(min(max(high, 130), 450), ui.NewCard("", "", g.list))}
	if g.c.others() {
		parts = append(parts, ui.Own(g.all))
	}
	return ui.Down(12, append(parts, ui.Own(g.sum))...)
}

//text:prefix itinerary.head.

// group lays the rows out under their headings and counts the ticks.
func (g *itinerary) group() {
	w := g.c.d.Words()
	g.lines = nil
	last, n := command.ItineraryKind(""), 0
	for i, r := range g.rows {
		if r.What != last {
			g.lines = append(g.lines, itineraryLine{w.T("itinerary.head." + string(r.What)), -1})
		}
		last = r.What
		g.lines = append(g.lines, itineraryLine{at: i})
		if g.ticked[i] {
			n++
		}
	}
	g.sum.Set(w.N("itinerary.chosen", n))
	g.list.Reload()
}

// open tells a row that can be taken.
func (g *itinerary) open(at int) bool {
	a := g.rows[at].Action
	return a == command.ImportAdded || a == command.ImportChanged
}

func (g *itinerary) tick(at int, on bool) {
	if at < 0 || !g.open(at) {
		return
	}
	g.ticked[at] = on
	g.stays()
	g.group()
}

// stays looks again into which ride each stay goes: one that is not taken is no
// ride before a stay. A stay that goes elsewhere than before is ticked anew.
func (g *itinerary) stays() {
	var items []command.ItineraryItem
	var from []int
	skip := map[int]bool{}
	for i, r := range g.rows {
		skip[r.At] = r.What == command.ItineraryRide && g.open(i) && !g.ticked[i]
	}
	for i, x := range g.items {
		if !skip[i] {
			items, from = append(items, x), append(from, i)
		}
	}
	rows, err := command.AddItinerary{TripID: g.trip, Items: items}.Preview(g.c.d.Read())
	if err != nil {
		g.c.d.Fail(err)
		return
	}
	fresh := map[int]command.ItineraryRow{}
	for _, r := range rows {
		r.At = from[r.At]
		fresh[r.At] = r
	}
	for i, old := range g.rows {
		r := fresh[old.At]
		if old.What != command.ItineraryStay || r.Action == old.Action && g.tell.route(r.Leg) == g.tell.route(old.Leg) {
			continue
		}
		g.rows[i], g.ticked[i] = r, r.Ticked
	}
}

// tickAll ticks rides and stays; what is not recognised is ticked one by one.
func (g *itinerary) tickAll(on bool) {
	for i, r := range g.rows {
		g.ticked[i] = on && g.open(i) && r.What != command.ItineraryOther
	}
	g.stays()
	g.group()
}

// confirm takes what is ticked in one step.
func (g *itinerary) confirm() error {
	var items []command.ItineraryItem
	for i, r := range g.rows {
		if g.ticked[i] {
			items = append(items, g.items[r.At])
		}
	}
	if len(items) == 0 {
		return nil
	}
	d := g.c.d
	if err := d.Do(command.AddItinerary{TripID: g.trip, Items: items, Group: g.c.others() && g.all.On, Name: g.name}); err != nil {
		return err
	}
	d.Say(d.Words().N("itinerary.done", len(items)), d.Words().T("step.undo"), d.Undo)
	return nil
}
