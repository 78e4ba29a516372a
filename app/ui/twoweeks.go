package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/data"
)

// TwoWeeks shows this and the next working week in small, as on the overview.
// What falls on a Saturday or Sunday is drawn only when it reaches a weekday.
type TwoWeeks struct {
	keyed
	Items  []Item
	Today  data.Date
	OnOpen func(id string)
	OnDay  func(day data.Date) // tap on a day or on «ещё 3»
	ids    []string
	cursor int // day 0..9
}

const (
	weekBoxH  float32 = 75
	miniTagH  float32 = 18
	miniLanes         = 2
)

// NewTwoWeeks makes the strip; it begins on the Monday of today.
func NewTwoWeeks(today data.Date, items []Item) *TwoWeeks {
	t := &TwoWeeks{Today: today, Items: items, cursor: min(dayOfWeek(today), 4)}
	t.ExtendBaseWidget(t)
	return t
}

// SetItems changes what is shown.
func (t *TwoWeeks) SetItems(today data.Date, items []Item) {
	t.Today, t.Items = today, items
	t.Refresh()
}

// CreateRenderer is called by the toolkit.
func (t *TwoWeeks) CreateRenderer() fyne.WidgetRenderer { return t.renderer(t, true) }
func (t *TwoWeeks) min() fyne.Size                      { return fyne.NewSize(300, 2*weekBoxH+10+24) }

func (t *TwoWeeks) day(k int) data.Date { return t.Today.Monday() + data.Date(k/5*7+k%5) }

func (t *TwoWeeks) paint(p *pen) {
	t.ids = t.ids[:0]
	cw := (p.size.Width - 24 + 6) / 5
	for week := range 2 {
		y := 12 + float32(week)*(weekBoxH+10)
		for i := range 5 {
			t.paintDay(p, week*5+i, 12+float32(i)*cw, y, cw-6)
		}
		t.paintItems(p, week, y, cw)
	}
}

func (t *TwoWeeks) paintDay(p *pen, k int, x, y, w float32) {
	c, d := Colors(), t.day(k)
	ground := c.Paper
	if d < t.Today {
		ground = mix(c.Paper, c.Surface, .55)
	}
	switch {
	case t.focused && k == t.cursor:
		p.ring(x-2, y-2, w+4, weekBoxH+4, 8, ground)
	case d == t.Today:
		p.box(x-1, y-1, w+2, weekBoxH+2, 7, 1.5, ground, c.Accent)
	default:
		p.rect(x, y, w, weekBoxH, 6, ground)
	}
	ink := c.Mute
	if d < t.Today {
		ink = mix(c.Mute, c.Surface, .6)
	}
	p.left(x+8, y+5, w-10, 18, weekday(k%5)+" "+strconv.Itoa(dayOf(d)), small, ink)
	p.hit(x, y, w, weekBoxH, dayZones+k)
}

func (t *TwoWeeks) paintItems(p *pen, week int, y, cw float32) {
	hidden := [5]int{}
	c := Colors()
	for _, l := range layLanes(t.Items, t.day(week*5), 5, nil) {
		if l.lane >= miniLanes {
			for d := l.a; d <= l.b; d++ {
				hidden[d]++
			}
			continue
		}
		x, w := 12+float32(l.a)*cw+5, float32(l.b-l.a+1)*cw-16
		ty := y + 27 + float32(l.lane)*24
		p.rect(x, ty, w, miniTagH, miniTagH/2, c.Back(l.item.Role))
		if t.over(len(t.ids)) {
			p.rect(x, ty, w, miniTagH, miniTagH/2, c.Hover)
		}
		p.left(x+7, ty, w-12, miniTagH, l.item.label(), font{11.5, regular}, c.Word(l.item.Role))
		p.hit(x, ty, w, miniTagH, len(t.ids))
		t.ids = append(t.ids, l.item.ID)
	}
	for d, n := range hidden {
		if n > 0 {
			p.right(12+float32(d)*cw, y+5, cw-12, 18, "+"+strconv.Itoa(n), small, c.Mute)
		}
	}
}

// Tapped opens an item or a day.
func (t *TwoWeeks) Tapped(e *fyne.PointEvent) {
	switch z := t.zoneAt(e.Position); {
	case z >= dayZones:
		t.cursor = z - dayZones
		t.open()
	case z >= 0 && z < len(t.ids) && t.OnOpen != nil:
		t.OnOpen(t.ids[z])
	}
}

func (t *TwoWeeks) open() {
	t.Refresh()
	if t.OnDay != nil {
		t.OnDay(t.day(t.cursor))
	}
}

// TypedKey walks the days; Enter opens the day.
func (t *TwoWeeks) TypedKey(e *fyne.KeyEvent) {
	if t.gone(e) {
		return
	}
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -5, fyne.KeyDown: 5}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		t.open()
	default:
		by := step[e.Name]
		if by == 0 {
			passKey(t, e)
			return
		}
		if k := t.cursor + by; k >= 0 && k < 10 {
			t.cursor = k
			t.Refresh()
		}
	}
}
