package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/data"
)

// monthPanel is the month that a date field opens. Weeks start on Monday.
type monthPanel struct {
	keyed
	day, today data.Date // cursor; outlined
	off        func(data.Date) bool
	onPick     func(data.Date)
	onClose    func()
}

const (
	panelCell float32 = 34
	panelHead float32 = 40
	panelWeek float32 = 24
	zonePrev          = 100
	zoneNext          = 101
	zoneToday         = 102
)

func newMonthPanel(day, today data.Date, off func(data.Date) bool) *monthPanel {
	m := &monthPanel{day: day, today: today, off: off}
	if m.off == nil {
		m.off = weekend
	}
	m.ExtendBaseWidget(m)
	return m
}

func weekend(d data.Date) bool { return dayOfWeek(d) > 4 }

// CreateRenderer is called by the toolkit.
func (m *monthPanel) CreateRenderer() fyne.WidgetRenderer { return m.renderer(m, true) }

func (m *monthPanel) min() fyne.Size {
	return fyne.NewSize(7*panelCell+16, panelHead+panelWeek+6*panelCell+38)
}

func (m *monthPanel) first() data.Date { return m.day.MonthStart().Monday() }

func (m *monthPanel) paint(p *pen) {
	c := Colors()
	w := p.size.Width
	p.text(40, 0, w-80, panelHead, monthName(m.day)+" "+strconv.Itoa(m.day.Year()), bodyBold, c.Ink, fyne.TextAlignCenter)
	for i, z := range []int{zonePrev, zoneNext} {
		x, icon := float32(8), IconLeft
		if i == 1 {
			x, icon = w-38, IconRight
		}
		if m.over(z) {
			p.rect(x, 5, 30, 30, 6, c.Soft)
		}
		p.icon(x+7, 12, 16, icon, c.Ink)
		p.hit(x, 5, 30, 30, z)
	}
	for i := range 7 {
		ink := c.Mute
		if i > 4 {
			ink = c.Late
		}
		p.text(8+float32(i)*panelCell, panelHead, panelCell, panelWeek, weekday(i), small, ink, fyne.TextAlignCenter)
	}
	for i := range 42 {
		m.cell(p, i)
	}
	y := p.size.Height - 36
	p.rect(0, y, w, 1, 0, c.Line)
	if m.over(zoneToday) {
		p.rect(4, y+4, w-8, 28, 5, c.Soft)
	}
	p.text(8, y+1, w-16, 35, sayS("today.is", fullDate(m.today)), body, c.Accent, fyne.TextAlignCenter)
	p.hit(0, y, w, 36, zoneToday)
}

func (m *monthPanel) cell(p *pen, i int) {
	c, d := Colors(), m.first()+data.Date(i)
	x, y := 8+float32(i%7)*panelCell, panelHead+panelWeek+float32(i/7)*panelCell
	ink, f := c.Ink, body
	if m.off(d) {
		ink = c.Late
	}
	if d.MonthStart() != m.day.MonthStart() {
		ink = mix(ink, c.Surface, .45)
	}
	switch {
	case d == m.day:
		p.rect(x+2, y+2, panelCell-4, panelCell-4, 6, c.Accent)
		ink, f = c.OnAccent, bodyBold
	case d == m.today:
		p.box(x+2, y+2, panelCell-4, panelCell-4, 6, 1, c.Surface, c.Accent)
	case m.over(i):
		p.rect(x+2, y+2, panelCell-4, panelCell-4, 6, c.Soft)
	}
	p.text(x, y, panelCell, panelCell, strconv.Itoa(dayOf(d)), f, ink, fyne.TextAlignCenter)
	p.hit(x, y, panelCell, panelCell, i)
}

func (m *monthPanel) move(d data.Date) { m.day = d; m.Refresh() }

// Tapped picks a day or turns the month.
func (m *monthPanel) Tapped(e *fyne.PointEvent) {
	switch z := m.zoneAt(e.Position); {
	case z == zonePrev:
		m.move(m.day.AddMonths(-1))
	case z == zoneNext:
		m.move(m.day.AddMonths(1))
	case z == zoneToday:
		m.onPick(m.today)
	case z >= 0:
		m.onPick(m.first() + data.Date(z))
	}
}

// Scrolled turns the month.
func (m *monthPanel) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DY > 0 {
		m.move(m.day.AddMonths(-1))
	} else if e.Scrolled.DY < 0 {
		m.move(m.day.AddMonths(1))
	}
}

// AcceptsTab keeps the focus inside.
func (m *monthPanel) AcceptsTab() bool { return true }

// TypedKey walks by days and months; Enter picks, Escape closes.
func (m *monthPanel) TypedKey(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]data.Date{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	switch e.Name {
	case fyne.KeyPageUp:
		m.move(m.day.AddMonths(-1))
	case fyne.KeyPageDown:
		m.move(m.day.AddMonths(1))
	case fyne.KeyHome:
		m.move(m.today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		m.onPick(m.day)
	case fyne.KeyEscape, fyne.KeyTab, fyne.KeyF4:
		m.onClose()
	default:
		if by := step[e.Name]; by != 0 {
			m.move(m.day + by)
		}
	}
}
