package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Option is one value of a choice. ID is the caller's; Note stands muted beside
// the label.
type Option struct{ ID, Label, Note string }

// Choice shows one of many options and opens a list that is filtered by typing.
// It works with hundreds of options and wholly by keyboard.
type Choice struct {
	keyed
	Options []Option
	ID      string // of the chosen option, "" = none
	Hint    string // shown when nothing is chosen
	// OnSelect keeps a new choice; an error is shown and the old one stays.
	OnSelect func(Option) error
	// OnCreate, when set, offers to make an option of the typed text.
	OnCreate func(typed string) (Option, error)
	// OnProblem hears of a refusal and of its end ("").
	OnProblem func(sentence string)
	Width     float32 // least width; 0 means 140

	over    *overlay
	problem string
	off     bool
	done    func(End)
	seat    seat
}

// NewChoice makes a choice with the option of the id chosen.
func NewChoice(options []Option, id string) *Choice {
	c := &Choice{Options: options, ID: id}
	c.ExtendBaseWidget(c)
	return c
}

// Chosen is the option that is shown; the zero Option when there is none.
func (c *Choice) Chosen() Option {
	for _, o := range c.Options {
		if o.ID == c.ID {
			return o
		}
	}
	return Option{}
}

// Set shows another option without a call of OnSelect.
func (c *Choice) Set(id string) { c.ID = id; c.SetProblem("") }

// SetOptions changes what can be chosen.
func (c *Choice) SetOptions(options []Option) { c.Options = options; c.Refresh() }

// SetProblem marks the choice as refused and says why.
func (c *Choice) SetProblem(sentence string) {
	if c.problem != sentence && c.OnProblem != nil {
		c.OnProblem(sentence)
	}
	c.problem = sentence
	c.Refresh()
}

func (c *Choice) trouble() string { return c.problem }

// Enable lets the choice be changed.
func (c *Choice) Enable() { c.off = false; c.Refresh() }

// Disable shows the choice without letting it be changed.
func (c *Choice) Disable() { c.off = true; c.Refresh() }

// Disabled is asked by the toolkit.
func (c *Choice) Disabled() bool { return c.off }

// CreateRenderer is called by the toolkit.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer { return c.renderer(c, false) }

func (c *Choice) min() fyne.Size { return fyne.NewSize(max(140, c.Width), 30) }

// MinSize lets the width follow Width.
func (c *Choice) MinSize() fyne.Size {
	if c.Width > 0 {
		return fyne.NewSize(c.Width, 30)
	}
	return c.min()
}

func (c *Choice) paint(p *pen) {
	k := Colors()
	w, h := p.size.Width, p.size.Height
	fill, line := k.Surface, mix(k.Line, k.Plan, .7)
	if c.off {
		fill = k.Soft
	}
	if c.problem != "" {
		line = k.Late
	}
	if c.focused || c.over != nil {
		p.ring(0, 0, w, h, 6, fill)
	} else {
		p.box(0, 0, w, h, 6, 1, fill, line)
	}
	o, ink := c.Chosen(), k.Ink
	if o.Label == "" {
		ink = k.Mute
		if o.Label = c.Hint; o.Label == "" {
			o.Label = say("choice.hint")
		}
	}
	p.left(8, 0, w-34, h, o.Label, body, ink)
	p.icon(w-24, (h-16)/2, 16, IconDown, k.Mute)
}

// Tapped opens the list.
func (c *Choice) Tapped(*fyne.PointEvent) { focus(c); c.open("") }

// TypedRune opens the list filtered by the letter.
func (c *Choice) TypedRune(r rune) {
	spaceUsed = false
	if r != ' ' {
		c.open(string(r))
	}
}

// TypedKey opens the list on Enter, Space, Down and F4.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	if c.gone(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown, fyne.KeyUp, fyne.KeyF4:
		used(e)
		c.open("")
	case fyne.KeyTab:
		c.end(tabEnd())
	case fyne.KeyEscape:
		if c.done != nil {
			c.end(Dropped)
			return
		}
		passKey(c, e)
	default:
		passKey(c, e)
	}
}

// AcceptsTab takes Tab only inside a cell.
func (c *Choice) AcceptsTab() bool { return c.done != nil || c.stray() }

// FocusLost ends an editing in a cell unless the list has taken the focus.
func (c *Choice) FocusLost() {
	c.keyed.FocusLost()
	if c.over == nil {
		c.end(KeptAway)
	}
}

func (c *Choice) begin(s seat, typed string, done func(End)) {
	c.done, c.seat = done, s
	s.canvas.Focus(c)
	c.open(typed)
}

// place is where the choice stands, so that its list can open there.
func (c *Choice) place() seat {
	if c.seat.canvas != nil {
		return c.seat
	}
	return seat{canvasOf(c), placeOf(c), c.Size()}
}

func (c *Choice) end(e End) {
	if done := c.done; done != nil {
		c.done = nil
		done(e)
	}
}

func (c *Choice) open(typed string) {
	if c.off || c.over != nil {
		return
	}
	k := newPicker(c.Options, c.ID, c.OnCreate != nil)
	s := c.place()
	cv := s.canvas
	if cv == nil {
		return
	}
	width := k.width(c.Size().Width)
	c.over = showOverlay(cv, k, false, dropped(s, func() fyne.Size { return fyne.NewSize(width, k.height()) }))
	c.over.onClose = func() { c.over = nil; c.Refresh() }
	k.onSearch = c.over.Refresh
	k.onPick = c.pick
	k.onCreate = c.create
	k.onClose = func() {
		c.over.close()
		cv.Focus(c)
		if c.done != nil {
			c.end(Dropped)
		}
	}
	cv.Focus(k.filter)
	if typed != "" {
		k.filter.SetText(typed)
		k.filter.CursorColumn = len([]rune(typed))
		k.filter.Refresh()
	}
}

// pick takes an option; after Tab the neighbour has the keyboard.
func (c *Choice) pick(o Option, end End) {
	cv := c.place().canvas
	if c.over != nil {
		c.over.close()
		cv.Focus(c)
	}
	if o.ID != c.ID && c.OnSelect != nil {
		if err := c.OnSelect(o); err != nil {
			c.SetProblem(sayError(err))
			return
		}
	}
	c.Set(o.ID)
	switch {
	case c.done != nil:
		c.end(end)
	case end == KeptNext:
		cv.FocusNext()
	case end == KeptBack:
		cv.FocusPrevious()
	}
}

func (c *Choice) create(typed string, end End) {
	o, err := c.OnCreate(typed)
	if err != nil {
		c.over.close()
		c.SetProblem(sayError(err))
		return
	}
	c.Options = append(c.Options, o)
	c.pick(o, end)
}

// MouseIn shows the trouble as a tip.
func (c *Choice) MouseIn(e *desktop.MouseEvent) {
	c.keyed.MouseIn(e)
	c.tip.plan(c, c.problem, placeOf(c).AddXY(0, 12))
}
