package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// MonthView shows six weeks with the items of a calendar. Arrows walk the days,
// Page keys the months, Enter lists the day's items or makes one, a second click
// on a day makes one, an item is dragged to another day.
type MonthView struct {
	keyed
	Items    []Item
	Today    data.Date
	DayOff   func(data.Date) bool
	OnOpen   func(id string) // a click on an item
	OnEnter  func(id string) // the second click on it; may be nil
	OnCreate func(day data.Date)
	OnMove   func(id string, days int)
	OnMonth  func(month data.Date) // another month came into view
	OnDay    func(day data.Date)   // the cursor came to a day
	OnMenu   func(id string) []MenuItem

	day   data.Date // cursor; its month is shown
	spots []spot
	mover mover
	click clicks
}

// spot is a drawn item; zones of the pen point to it.
type spot struct {
	id    string
	fixed bool
	day   data.Date // where it was drawn
}

// mover is the drag of an item.
type mover struct {
	spot    int // index into spots, or nowhere
	moving  bool
	pressed bool
	at      fyne.Position
	from    fyne.Position
}

const (
	monthHead  float32 = 28
	monthWeeks float32 = 34
	tagH       float32 = 18
	tagStep    float32 = 20
	dayZones           = 1 << 16 // zones of days begin here
	moreZones          = 1 << 17
)

// NewMonthView shows the month of a day.
func NewMonthView(day, today data.Date) *MonthView {
	m := &MonthView{day: day, Today: today}
	m.mover.spot = nowhere
	m.ExtendBaseWidget(m)
	return m
}

// Day is the day of the cursor.
func (m *MonthView) Day() data.Date { return m.day }

// ShowDay puts the cursor on a day, turning the month if need be.
func (m *MonthView) ShowDay(day data.Date) {
	turned := day.MonthStart() != m.day.MonthStart()
	changed := day != m.day
	m.day = day
	m.Refresh()
	if turned && m.OnMonth != nil {
		m.OnMonth(day.MonthStart())
	}
	if changed && m.OnDay != nil {
		m.OnDay(day)
	}
}

// SetItems changes what is shown.
func (m *MonthView) SetItems(items []Item) { m.Items = items; m.Refresh() }

// Range is the first and the last day that is seen.
func (m *MonthView) Range() (from, to data.Date) {
	f := m.first()
	return f, f + 41
}

func (m *MonthView) first() data.Date { return m.day.MonthStart().Monday() }

func (m *MonthView) off(d data.Date) bool {
	if m.DayOff != nil {
		return m.DayOff(d)
	}
	return weekend(d)
}

// CreateRenderer is called by the toolkit.
func (m *MonthView) CreateRenderer() fyne.WidgetRenderer { return m.renderer(m, true) }
func (m *MonthView) min() fyne.Size                      { return fyne.NewSize(420, 6*64+monthHead) }

// cell is the size of a day.
func (m *MonthView) cell(s fyne.Size) (w, h float32) {
	return (s.Width - monthWeeks) / 7, (s.Height - monthHead) / 6
}

func (m *MonthView) paint(p *pen) {
	c := Colors()
	cw, ch := m.cell(p.size)
	m.spots = m.spots[:0]
	m.ground(p)
	for i := range 7 {
		p.left(monthWeeks+float32(i)*cw+8, 0, cw-10, monthHead, weekday(i), smallMid, c.Mute)
	}
	for week := range 6 {
		m.paintDays(p, week, cw, ch)
	}
	for i := range 8 {
		p.rect(monthWeeks+float32(i)*cw-1, monthHead, 1, p.size.Height, 0, c.Soft)
	}
	for week := range 6 {
		m.paintWeek(p, week, cw, ch)
	}
	m.paintMoving(p, cw)
}

// paintDays paints what lies under the items of a week.
func (m *MonthView) paintDays(p *pen, week int, cw, ch float32) {
	c := Colors()
	y := monthHead + float32(week)*ch
	from := m.first() + data.Date(7*week)
	p.rect(0, y, p.size.Width, 1, 0, c.Line)
	for i := range 7 {
		m.paintDay(p, from+data.Date(i), monthWeeks+float32(i)*cw, y, cw, ch)
	}
	p.text(0, y+5, monthWeeks-6, 16, strconv.Itoa(from.Week()), small, mix(c.Mute, c.Surface, .8), fyne.TextAlignCenter)
}

func (m *MonthView) paintWeek(p *pen, week int, cw, ch float32) {
	y := monthHead + float32(week)*ch
	from := m.first() + data.Date(7*week)
	room := max(1, int((ch-26)/tagStep))
	var hidden [7]int
	all := layLanes(m.Items, from, 7, nil)
	deep := [7]int{}
	for _, l := range all {
		for d := l.a; d <= l.b; d++ {
			deep[d] = max(deep[d], l.lane+1)
		}
	}
	for _, l := range all {
		if m.fits(l, room, deep) {
			m.paintItem(p, l, from, monthWeeks+float32(l.a)*cw, y+24+float32(l.lane)*tagStep, float32(l.b-l.a+1)*cw)
			continue
		}
		for d := l.a; d <= l.b; d++ {
			hidden[d]++
		}
	}
	m.paintHidden(p, from, hidden, y+24+float32(room-1)*tagStep, cw)
}

func (m *MonthView) paintHidden(p *pen, from data.Date, hidden [7]int, y, cw float32) {
	for d, n := range hidden {
		if n > 0 {
			m.paintMore(p, from+data.Date(d), n, monthWeeks+float32(d)*cw, y, cw)
		}
	}
}

// fits tells whether an item is drawn: the last lane is kept for «ещё 3» on
// days that have too many.
func (m *MonthView) fits(l laid, room int, deep [7]int) bool {
	for d := l.a; d <= l.b; d++ {
		if deep[d] > room && l.lane >= room-1 {
			return false
		}
	}
	return l.lane < room
}

func (m *MonthView) paintDay(p *pen, d data.Date, x, y, w, h float32) {
	c := Colors()
	if m.off(d) {
		br := float32(0)
		if int(d-m.first()) == 41 {
			br = m.footRadius()
		}
		p.corners(x, y+1, w-1, h-1, 0, 0, 0, br, c.Off)
	}
	if m.mover.moving && m.dayAt(m.mover.at) == d {
		p.rect(x, y+1, w-1, h-1, 0, c.AccentSoft)
	}
	switch {
	case d == m.day && m.focused:
		p.box(x, y+1, w-1, h-1, 4, 2, m.back(d), c.Accent)
	case d == m.Today:
		p.box(x, y+1, w-1, h-1, 4, 1.5, m.back(d), c.Accent)
	}
	ink, f := c.Ink, small
	if m.off(d) {
		ink = c.Late
	}
	if d.MonthStart() != m.day.MonthStart() {
		ink = mix(ink, c.Surface, .5)
	}
	label := strconv.Itoa(dayOf(d))
	if dayOf(d) == 1 {
		label = words.LongDay(d)
	}
	if d == m.Today {
		f, ink = smallBold, c.Accent
	}
	p.left(x+8, y+4, w-12, 18, label, f, ink)
	p.hit(x, y, w, h, dayZones+int(d-m.first()))
}

func (m *MonthView) back(d data.Date) nrgba {
	if m.off(d) {
		return Colors().Off
	}
	return Colors().Surface
}

func (m *MonthView) paintItem(p *pen, l laid, from data.Date, x, y, w float32) {
	k := len(m.spots)
	m.spots = append(m.spots, spot{l.item.ID, l.item.Fixed, from + data.Date(l.a)})
	p.tag(x+3, y, w-7, tagH, l.item, m.over(k))
	p.hit(x+3, y, w-7, tagH, k)
}

func (m *MonthView) paintMore(p *pen, d data.Date, n int, x, y, w float32) {
	c := Colors()
	key := moreZones + int(d-m.first())
	ink := c.Mute
	if m.over(key) {
		ink = c.Accent
	}
	p.left(x+8, y, w-12, tagH, sayN("more", n), small, ink)
	p.hit(x, y, w, tagH, key)
}

// paintMoving draws the dragged item under the pointer.
func (m *MonthView) paintMoving(p *pen, cw float32) {
	if !m.mover.moving {
		return
	}
	for i := range m.Items {
		if it := &m.Items[i]; it.ID == m.movedID() {
			p.tag(m.mover.at.X-12, m.mover.at.Y-9, cw-8, tagH, it, true)
			return
		}
	}
}

func (m *MonthView) movedID() string {
	if m.mover.spot == nowhere || m.mover.spot >= len(m.spots) {
		return ""
	}
	return m.spots[m.mover.spot].id
}

// dayAt is the day at a place, none beside the days.
func (m *MonthView) dayAt(at fyne.Position) data.Date {
	cw, ch := m.cell(m.Size())
	col, row := int((at.X-monthWeeks)/cw), int((at.Y-monthHead)/ch)
	if at.X < monthWeeks || at.Y < monthHead || col > 6 || row > 5 {
		return 0
	}
	return m.first() + data.Date(row*7+col)
}

// MouseDown puts the cursor on a day and takes hold of an item.
func (m *MonthView) MouseDown(e *desktop.MouseEvent) { m.press(e.Position) }

// MouseUp is called by the toolkit.
func (m *MonthView) MouseUp(*desktop.MouseEvent) {}

func (m *MonthView) press(at fyne.Position) {
	m.mover = mover{spot: nowhere, pressed: true, at: at, from: at}
	z := m.zoneAt(at)
	if z >= 0 && z < len(m.spots) && !m.spots[z].fixed {
		m.mover.spot = z
	}
	focus(m)
	if d := m.dayAt(at); d != 0 && z >= dayZones {
		m.ShowDay(d)
	}
}

// Tapped opens an item or lists what is hidden; the second tap on a day makes
// an item there.
func (m *MonthView) Tapped(e *fyne.PointEvent) {
	if !m.mover.pressed {
		m.press(e.Position)
	}
	m.mover = mover{spot: nowhere}
	switch z := m.zoneAt(e.Position); {
	case z >= moreZones:
		m.list(m.first()+data.Date(z-moreZones), e.AbsolutePosition)
	case z >= dayZones:
		if m.click.second(z) && m.OnCreate != nil {
			m.OnCreate(m.first() + data.Date(z-dayZones))
		}
	case z >= 0 && z < len(m.spots):
		tapItem(&m.click, z, m.spots[z].id, m.OnOpen, m.OnEnter)
	}
}

// tapItem tells of a click on an item, or of the second one.
func tapItem(c *clicks, zone int, id string, open, enter func(string)) {
	switch {
	case c.second(zone) && enter != nil:
		enter(id)
	case open != nil:
		open(id)
	}
}

func (m *MonthView) list(d data.Date, at fyne.Position) {
	ShowMenu(canvasOf(m), at, itemMenu(m.Items, d, m.OnOpen))
}

// TappedSecondary opens the context menu of an item.
func (m *MonthView) TappedSecondary(e *fyne.PointEvent) {
	m.mover = mover{spot: nowhere}
	if z := m.zoneAt(e.Position); z >= 0 && z < len(m.spots) && m.OnMenu != nil {
		ShowMenu(canvasOf(m), e.AbsolutePosition, m.OnMenu(m.spots[z].id))
	}
}

// Dragged carries an item.
func (m *MonthView) Dragged(e *fyne.DragEvent) {
	if !m.mover.pressed {
		m.press(e.Position.Subtract(e.Dragged))
	}
	m.mover.at = e.Position
	if m.mover.spot != nowhere && m.OnMove != nil {
		m.mover.moving = true
		m.Refresh()
	}
}

// DragEnd drops the item on a day.
func (m *MonthView) DragEnd() {
	v := m.mover
	id := m.movedID()
	m.mover = mover{spot: nowhere}
	if v.moving && id != "" {
		from, to := m.dayAt(v.from), m.dayAt(v.at)
		if to != 0 && from != 0 && to != from {
			m.OnMove(id, int(to-from))
		}
	}
	m.Refresh()
}

// Scrolled turns the month.
func (m *MonthView) Scrolled(e *fyne.ScrollEvent) {
	if e.Scrolled.DY > 0 {
		m.ShowDay(m.day.AddMonths(-1))
	} else if e.Scrolled.DY < 0 {
		m.ShowDay(m.day.AddMonths(1))
	}
}

// TypedKey walks and opens.
func (m *MonthView) TypedKey(e *fyne.KeyEvent) {
	if m.gone(e) {
		return
	}
	step := map[fyne.KeyName]data.Date{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	if menuKey(e) {
		m.menuHere()
		return
	}
	switch e.Name {
	case fyne.KeyPageUp:
		m.ShowDay(m.day.AddMonths(-1))
	case fyne.KeyPageDown:
		m.ShowDay(m.day.AddMonths(1))
	case fyne.KeyHome:
		m.ShowDay(m.Today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		m.enter()
	default:
		if by := step[e.Name]; by != 0 {
			m.ShowDay(m.day + by)
			return
		}
		passKey(m, e)
	}
}

// enter lists the day's items, or makes one on an empty day.
func (m *MonthView) enter() {
	if len(layLanes(m.Items, m.day, 1, nil)) == 0 {
		if m.OnCreate != nil {
			m.OnCreate(m.day)
		}
		return
	}
	m.list(m.day, m.under(m.day))
}

// under is where the menu of a day opens, on the canvas.
func (m *MonthView) under(d data.Date) fyne.Position {
	cw, ch := m.cell(m.Size())
	i := int(d - m.first())
	return placeOf(m).AddXY(monthWeeks+float32(i%7)*cw+8, monthHead+float32(i/7)*ch+24)
}

// menuHere opens the context menu of the day's item; of several one is asked for.
func (m *MonthView) menuHere() {
	var here []Item
	for _, it := range m.Items {
		if it.From <= m.day && it.To >= m.day {
			here = append(here, it)
		}
	}
	itemsMenu(canvasOf(m), m.under(m.day), here, m.day, m.OnMenu)
}
