package app

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/app/welcome"
	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Window is the desk of a real window over one open file.
type Window struct {
	*desk.Core
	win    fyne.Window
	opt    Options
	layers *ui.Layers
	rail   *ui.Rail
	top    *ui.TopBar
	stage  *fyne.Container
	rooms  map[string]*desk.Held
	active string
	dark   bool
	// waiting stops the automatic calendar file that is about to be written.
	waiting func()
	asked   map[*ui.Form]map[string]string // texts of the open forms as they were shown
	stop    func()                         // ends the clock of this file
	first   *welcome.State                 // answers of the first start, when its words change
	palette *palette                       // that of the last Ctrl+K
	places  map[string]string              // where screens were before they were made anew
}

// newWindow puts the file's desk into a window.
func newWindow(win fyne.Window, f *sqlite.File, opt Options) *Window {
	r := f.Read()
	w := &Window{Core: desk.NewCore(f, text.LangOf(r.Setting("language", opt.Lang))), win: win, opt: opt,
		rooms: map[string]*desk.Held{}, asked: map[*ui.Form]map[string]string{}, dark: r.Setting("theme", "light") == "dark"}
	w.After = w.changed
	w.build()
	return w
}

// build makes the content anew: at the start, and when the language changes.
func (w *Window) build() {
	ui.SetWords(w.Words())
	ui.Apply(w.dark)
	w.keepPlaces()
	for _, h := range w.rooms {
		w.Drop(h)
	}
	clear(w.rooms)
	w.title("")
	w.keys()
	if w.Read().Setting("setup", "") == "" {
		w.welcome()
		return
	}
	w.rail = ui.NewRail(w.Words().T("app.name"), w.railItems(false), w.railItems(true), w.Go)
	w.top = ui.NewTopBar("", "", w.Search)
	w.stage = container.NewStack()
	body := ui.Down(0, ui.Fixed(ui.TopBarHeight, w.top), ui.Flex(1, w.stage))
	w.setContent(ui.BesideRail(w.rail, body))
	w.saved()
	w.counts()
	start := w.active
	if start == "" {
		start = w.Read().Remembered("room")
	}
	if roomByID(start) == nil {
		start = rooms[0].id
	}
	w.active = ""
	w.Go(start)
}

// keepPlaces remembers where the screens are, for those that come after them.
func (w *Window) keepPlaces() {
	if w.places == nil {
		w.places = map[string]string{}
	}
	for id, h := range w.rooms {
		if m, ok := h.Screen.(desk.Rememberer); ok {
			w.places[id] = m.Remember()
		}
	}
}

// title names the room, the file and the program on the frame of the window.
func (w *Window) title(room string) {
	t := fileName(w.File.Path) + " — " + w.Words().T("app.name")
	if room != "" {
		t = room + " — " + t
	}
	w.win.SetTitle(t)
}

func (w *Window) setContent(o fyne.CanvasObject) {
	w.layers = ui.NewLayers(o)
	w.win.SetContent(w.layers)
}

func (w *Window) railItems(bottom bool) []ui.RailItem {
	var out []ui.RailItem
	for _, r := range rooms {
		if r.bottom == bottom {
			out = append(out, ui.RailItem{ID: r.id, Icon: r.icon, Label: w.Words().T("nav." + r.id)})
		}
	}
	return out
}

// Go shows a room.
func (w *Window) Go(id string) {
	r := roomByID(id)
	if r == nil || w.rail == nil {
		return
	}
	if h := w.rooms[w.active]; h != nil {
		commit(h.Screen)
		h.Hide()
	}
	h := w.rooms[id]
	if h == nil {
		h = w.enter(r)
	}
	w.active = id
	w.rail.SetActive(id)
	h.Show()
	w.stage.Objects = []fyne.CanvasObject{h.Screen.Content()}
	w.stage.Refresh()
	w.title(w.Words().T("nav." + id))
	w.header()
	w.focus(h.Screen)
}

// focus gives the keyboard to the part of a room that the room names, else to
// what can use it: a room without it could not be worked by keys.
func (w *Window) focus(s desk.Screen) {
	c := w.win.Canvas()
	c.Unfocus()
	if f, ok := s.(desk.Focuser); ok {
		f.Focus()
	}
	if !ui.InFocus(c, s.Content()) {
		ui.FocusIn(c, s.Content())
	}
}

// enter makes the screen of a room, filled and as it was left.
func (w *Window) enter(r *room) *desk.Held {
	s := r.make(w, desk.Filter{})
	h := w.Hold(s)
	w.rooms[r.id] = h
	if m, ok := s.(desk.Rememberer); ok {
		was, ok := w.places[r.id]
		if !ok {
			was = w.Read().Remembered("room." + r.id)
		}
		if was != "" {
			m.Recall(was)
		}
	}
	s.Reload()
	return h
}

func commit(s desk.Screen) {
	if c, ok := s.(desk.Committer); ok {
		c.CommitEdit()
	}
}

// Retitle fills the top bar again, when a screen has turned a page.
func (w *Window) Retitle() {
	w.header()
	w.layers.KeepFocus()
}

// header fills the top bar from the active screen.
func (w *Window) header() {
	h := w.rooms[w.active]
	if h == nil {
		return
	}
	head := desk.Header{Title: w.Words().T("nav." + w.active)}
	if s, ok := h.Screen.(desk.Headed); ok {
		head = s.Header()
	}
	w.top.Set(head.Title, head.Crumb)
	w.top.SetChip(head.ChipRole, head.Chip)
	w.top.SetButtons(head.Buttons...)
}

// changed runs after each step: the visible screen has been redrawn.
func (w *Window) changed(ch data.Changed) {
	if ch.Has(data.KindSetting) {
		w.settings()
	}
	if w.rail == nil {
		return
	}
	w.header()
	w.saved()
	w.counts()
	w.autoICS()
	w.layers.KeepFocus()
}

// settings follows a change of language or theme at once.
func (w *Window) settings() {
	r := w.Read()
	lang := text.LangOf(r.Setting("language", w.opt.Lang))
	dark := r.Setting("theme", "light") == "dark"
	if lang == w.Words().Lang() && dark == w.dark && w.rail != nil {
		return
	}
	w.dark = dark
	w.SetLang(lang)
	w.build()
}

func (w *Window) saved() {
	m, err := data.MomentOf(w.Read().Now(), w.zone())
	if err == nil {
		w.rail.SetSaved(w.Words().F("app.saved", w.Words().Saved(m)))
	}
}

func (w *Window) zone() string {
	if me, err := w.Read().Me(); err == nil && me.Zone != "" {
		return me.Zone
	}
	return "Europe/Moscow"
}

// counts puts the numbers of what is late beside the rooms.
func (w *Window) counts() {
	late, err := w.Read().Late(w.Today())
	if err != nil {
		slog.Error("counts", "error", err)
		return
	}
	w.rail.SetCount("overview", late.All())
	w.rail.SetCount("trips", late.Trips)
	w.rail.SetCount("documents", late.Documents)
	w.rail.SetCount("mentoring", late.Mentoring)
}

// Open shows a record in the room it belongs to.
func (w *Window) Open(ref data.Ref) {
	ref = w.Read().Whole(ref)
	r := w.roomOf(ref)
	if r == nil {
		return
	}
	w.Go(r.id)
	if p, err := w.Read().TemplateOf(ref); err == nil && !p.IsZero() {
		ref = data.RefTo(data.KindPlan, p) // a task of a template is shown with it
	}
	if o, ok := w.rooms[r.id].Screen.(desk.Opener); ok && o.Show(ref) {
		w.header()
		w.layers.KeepFocus()
		return
	}
	w.Say(w.Words().T("app.gone"), "", nil)
}

// roomOf is the room that shows a record: a trainee's items stand in the room of
// mentoring, templates in the settings, other tasks in that of plans.
func (w *Window) roomOf(ref data.Ref) *room {
	if ref.Kind == data.KindTask || ref.Kind == data.KindPlan {
		if !w.Read().MentoringOf(ref).IsZero() {
			return roomByID("mentoring")
		}
		if p, err := w.Read().TemplateOf(ref); err == nil && !p.IsZero() {
			return roomByID("settings")
		}
	}
	return roomFor(ref.Kind)
}

// Embed makes another screen narrowed by a filter.
func (w *Window) Embed(id string, f desk.Filter) desk.Screen { return roomByID(id).make(w, f) }

// Undo takes the last step back and says what it was.
func (w *Window) Undo() { w.step(false) }

// Redo does the undone step again.
func (w *Window) Redo() { w.step(true) }

func (w *Window) step(redo bool) {
	if w.rail == nil {
		return // the first questions are not taken back
	}
	if h := w.rooms[w.active]; h != nil {
		commit(h.Screen)
	}
	said, err := w.Step(redo)
	if err != nil {
		w.Fail(err)
		return
	}
	again, back := w.Redo, w.Words().T("step.redo")
	if redo {
		again, back = w.Undo, w.Words().T("step.undo")
	}
	w.Say(said, back, again)
}

// Say shows a line at the bottom.
func (w *Window) Say(sentence, action string, do func()) { w.layers.Snack(sentence, action, do) }

// Fail tells an error in one calm sentence and writes it to the log.
func (w *Window) Fail(err error) {
	if err == nil {
		return
	}
	slog.Error("command", "error", err)
	if w.ShowUses(err, desk.Answer{Label: w.Words().T("app.close"), Primary: true}) {
		return
	}
	w.layers.Toast(sentence(w.Words(), err))
}

// ShowUses shows the records that refuse a deletion.
func (w *Window) ShowUses(err error, answers ...desk.Answer) bool {
	return card.ShowUses(w, err, answers...)
}

// Canvas is where dialogs and menus are put.
func (w *Window) Canvas() fyne.Canvas { return w.win.Canvas() }

// Work runs a long job aside.
func (w *Window) Work(title string, job func(context.Context, func(float64)) error, done func(error)) {
	bar := ui.NewProgress(0)
	var cancel func()
	closeBox := w.sheet(title, bar, func() { cancel() })
	cancel = desk.Run(job, func(share float64) { bar.Set(float32(share)) }, func(err error) {
		closeBox()
		done(err)
	})
}

var (
	_ desk.Desk   = (*Window)(nil)
	_ desk.Lister = (*Window)(nil)
)
