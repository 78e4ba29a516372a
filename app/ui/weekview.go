package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// WeekView shows seven days by hours, with a strip for what lasts all day or
// several days. Arrows walk days and half hours, Page keys the weeks, Enter
// lists or makes, items are dragged to another day and time.
type WeekView struct {
	keyed
	Items    []Item
	Today    data.Date
	Now      int // minute of the day of the red line; NoTime = none
	DayOff   func(data.Date) bool
	OnOpen   func(id string)              // a click on an item
	OnEnter  func(id string)              // the second click on it; may be nil
	OnCreate func(day data.Date, min int) // min is NoTime in the strip
	OnMove   func(id string, days, minutes int)
	OnWeek   func(monday data.Date)
	OnDay    func(day data.Date) // the cursor came to a day
	OnMenu   func(id string) []MenuItem

	day    data.Date
	min0   int // minute of the cursor
	scroll scroller
	placed bool
	spots  []spot
	mover  mover
	click  clicks
}

const (
	weekHead   float32 = 36
	weekGutter float32 = 70
	hourH      float32 = 44
	stripMost          = 5 // lanes of the strip
)

// NewWeekView shows the week of a day.
func NewWeekView(day, today data.Date) *WeekView {
	v := &WeekView{day: day, Today: today, Now: NoTime, min0: 9 * 60}
	v.mover.spot = nowhere
	v.ExtendBaseWidget(v)
	return v
}

// Day is the day of the cursor.
func (v *WeekView) Day() data.Date { return v.day }

// SetItems changes what is shown.
func (v *WeekView) SetItems(items []Item) { v.Items = items; v.Refresh() }

// ShowDay puts the cursor on a day, turning the week if need be.
func (v *WeekView) ShowDay(day data.Date) {
	turned, changed := day.Monday() != v.day.Monday(), day != v.day
	v.day = day
	v.Refresh()
	if turned && v.OnWeek != nil {
		v.OnWeek(day.Monday())
	}
	if changed && v.OnDay != nil {
		v.OnDay(day)
	}
}

// Range is Monday and Sunday.
func (v *WeekView) Range() (from, to data.Date) { return v.day.Monday(), v.day.Monday() + 6 }

func (v *WeekView) off(d data.Date) bool {
	if v.DayOff != nil {
		return v.DayOff(d)
	}
	return weekend(d)
}

// CreateRenderer is called by the toolkit.
func (v *WeekView) CreateRenderer() fyne.WidgetRenderer { return v.renderer(v, true) }
func (v *WeekView) min() fyne.Size                      { return fyne.NewSize(480, 300) }

func (v *WeekView) col(s fyne.Size) float32 { return (s.Width - weekGutter) / 7 }

// strip lays the long items and says how many lanes the strip has.
func (v *WeekView) strip() ([]laid, int) {
	all := layLanes(v.Items, v.day.Monday(), 7, (*Item).long)
	lanes := 1
	for _, l := range all {
		lanes = max(lanes, l.lane+1)
	}
	return all, min(lanes, stripMost)
}

// top is where the hours begin.
func (v *WeekView) top() float32 {
	_, lanes := v.strip()
	return weekHead + float32(lanes)*tagStep + 7
}

// y is the height of a minute of the day on the widget.
func (v *WeekView) y(min int) float32 { return v.top() + float32(min)/60*hourH - v.scroll.off }

func (v *WeekView) paint(p *pen) {
	c := Colors()
	w, h := p.size.Width, p.size.Height
	top, cw := v.top(), v.col(p.size)
	v.scroll.fit(24*hourH, h-top)
	if !v.placed && h > 100 {
		v.placed = true
		v.scroll.set(8*hourH - 10)
	}
	v.spots = v.spots[:0]
	v.ground(p)
	for i := range 7 {
		d, x := v.day.Monday()+data.Date(i), weekGutter+float32(i)*cw
		if v.off(d) {
			br := float32(0)
			if i == 6 {
				br = v.footRadius()
			}
			p.corners(x, top, cw, h-top, 0, 0, 0, br, c.Off)
		}
		p.hit(x, top, cw, h-top, dayZones+i)
	}
	v.paintHours(p, w, h)
	v.paintBorders(p, top, h, cw)
	for i := range 7 {
		v.paintBlocks(p, i, weekGutter+float32(i)*cw, cw)
	}
	v.paintCursor(p, cw)
	v.paintNow(p, cw)
	v.paintHead(p, w, top, cw)
	p.vbar(&v.scroll, w, top, h-top, v.in)
	v.paintMoving(p, cw)
}

func (v *WeekView) paintHours(p *pen, w, h float32) {
	c := Colors()
	for hour := range 24 {
		y := v.y(hour * 60)
		if y < v.top()-hourH || y > h {
			continue
		}
		p.rect(weekGutter, y, w, 1, 0, c.Soft)
		p.right(0, y-8, weekGutter-10, 16, clock(hour*60), small, c.Mute)
	}
}

func (v *WeekView) paintBlocks(p *pen, i int, x, cw float32) {
	d := v.day.Monday() + data.Date(i)
	for _, b := range layBlocks(v.Items, d) {
		bw := (cw - 6) / float32(b.cols)
		bx := x + 2 + float32(b.col)*bw
		y := v.y(b.start)
		h := float32(b.end-b.start) / 60 * hourH
		if y+h < v.top() || y > p.size.Height {
			continue
		}
		k := len(v.spots)
		v.spots = append(v.spots, spot{b.item.ID, b.item.Fixed, d})
		v.paintBlock(p, b.item, bx, y+1, bw-2, h-2, v.over(k))
		hy := max(y, v.top())
		p.hit(bx, hy, bw-2, y+h-hy, k)
	}
}

// paintBlock paints title and time inside a box.
func (v *WeekView) paintBlock(p *pen, it *Item, x, y, w, h float32, hot bool) {
	c := Colors()
	p.rect(x, y, w, h, 4, c.Surface)
	p.rect(x, y, w, h, 4, c.Back(it.Role))
	if hot {
		p.rect(x, y, w, h, 4, c.Hover)
	}
	p.rect(x, y, 3, h, 1.5, c.Color(it.Role))
	if h < 34 {
		p.left(x+8, y, w-10, h, it.label(), small, c.Word(it.Role))
		return
	}
	lines := []string{it.Title}
	if w > 80 {
		lines = smallMid.wrap(it.Title, w-12, max(1, int((h-20)/16)))
	}
	for n, s := range lines {
		p.left(x+8, y+3+float32(n)*16, w-10, 16, s, smallMid, c.Word(it.Role))
	}
	p.left(x+8, y+3+float32(len(lines))*16, w-10, 16, clock(it.Start)+"–"+clock(it.End), small, c.Word(it.Role))
}

func (v *WeekView) paintCursor(p *pen, cw float32) {
	if !v.focused {
		return
	}
	x := weekGutter + float32(dayOfWeek(v.day))*cw
	y := v.y(v.min0)
	p.rect(x, y, cw-1, 2, 0, Colors().Accent)
	p.rect(x, y, 2, hourH/2, 0, Colors().Accent)
}

func (v *WeekView) paintNow(p *pen, cw float32) {
	if v.Now == NoTime || v.Today.Monday() != v.day.Monday() {
		return
	}
	x, y := weekGutter+float32(dayOfWeek(v.Today))*cw, v.y(v.Now)
	p.rect(x-4, y-3, 8, 8, 4, Colors().Late)
	p.rect(x, y, cw, 2, 0, Colors().Late)
}

// paintHead paints the days and the strip over the hours.
func (v *WeekView) paintHead(p *pen, w, top, cw float32) {
	c := Colors()
	p.corners(0, 0, w, top, v.topRadius(), v.topRadius(), 0, 0, c.Surface)
	p.rect(0, top-1, w, 1, 0, c.Line)
	for i := range 7 {
		d, x := v.day.Monday()+data.Date(i), weekGutter+float32(i)*cw
		ink, f := c.Ink, body
		if v.off(d) {
			ink = c.Late
		}
		if d == v.Today {
			p.box(x+3, 4, cw-8, weekHead-8, 6, 1.5, c.Surface, c.Accent)
			ink, f = c.Accent, bodyBold
		}
		p.left(x+10, 0, cw-14, weekHead, weekday(i)+" "+strconv.Itoa(dayOf(d)), f, ink)
		p.hit(x, 0, cw, top, moreZones+i)
	}
	p.right(2, weekHead, weekGutter-10, tagH, say("allday"), font{11, regular}, c.Mute)
	v.paintBorders(p, weekHead-8, top, cw)
	v.paintStrip(p, cw)
}

// paintBorders parts the days between two heights.
func (v *WeekView) paintBorders(p *pen, from, to, cw float32) {
	for i := range 7 {
		p.rect(weekGutter+float32(i)*cw-1, from, 1, to-from, 0, Colors().Soft)
	}
}

func (v *WeekView) paintStrip(p *pen, cw float32) {
	all, lanes := v.strip()
	hidden := [7]int{}
	for _, l := range all {
		if l.lane >= lanes {
			for d := l.a; d <= l.b; d++ {
				hidden[d]++
			}
			continue
		}
		k := len(v.spots)
		v.spots = append(v.spots, spot{l.item.ID, l.item.Fixed, v.day.Monday() + data.Date(l.a)})
		x, y := weekGutter+float32(l.a)*cw+2, weekHead+float32(l.lane)*tagStep
		tw := float32(l.b-l.a+1)*cw - 6
		p.tag(x, y, tw, tagH, l.item, v.over(k))
		p.hit(x, y, tw, tagH, k)
	}
	for d, n := range hidden {
		if n > 0 {
			p.right(weekGutter+float32(d)*cw, 0, cw-12, weekHead, sayN("more", n), small, Colors().Mute)
		}
	}
}

// paintMoving draws the dragged item under the pointer.
func (v *WeekView) paintMoving(p *pen, cw float32) {
	if !v.mover.moving {
		return
	}
	days, minutes := v.shift()
	for i := range v.Items {
		it := v.Items[i]
		if it.ID != v.spots[v.mover.spot].id {
			continue
		}
		if !it.long() {
			it.Start, it.End = it.Start+minutes, it.End+minutes
			x := weekGutter + float32(dayOfWeek(it.From)+days)*cw
			v.paintBlock(p, &it, x+2, v.y(it.Start), cw-6, float32(it.End-it.Start)/60*hourH, true)
			return
		}
		p.tag(v.mover.at.X-12, v.mover.at.Y-9, cw-6, tagH, &it, true)
	}
}

// shift is how far the drag has gone: days, and minutes by quarters of an hour.
func (v *WeekView) shift() (days, minutes int) {
	cw := v.col(v.Size())
	days = roundDown((v.mover.at.X-weekGutter)/cw) - roundDown((v.mover.from.X-weekGutter)/cw)
	minutes = roundDown((v.mover.at.Y-v.mover.from.Y)/hourH*4+.5) * 15
	return days, minutes
}

// slot is the day and the half hour at a place.
func (v *WeekView) slot(at fyne.Position) (data.Date, int) {
	d := v.day.Monday() + data.Date(max(0, min(6, int((at.X-weekGutter)/v.col(v.Size())))))
	if at.Y < v.top() {
		return d, NoTime
	}
	m := int((at.Y-v.top()+v.scroll.off)/hourH*2) * 30
	return d, max(0, min(m, 23*60+30))
}

// MouseDown puts the cursor on a slot and takes hold of an item.
func (v *WeekView) MouseDown(e *desktop.MouseEvent) { v.press(e.Position) }

// MouseUp is called by the toolkit.
func (v *WeekView) MouseUp(*desktop.MouseEvent) { v.scroll.dragging = false }

func (v *WeekView) press(at fyne.Position) {
	v.mover = mover{spot: nowhere, pressed: true, at: at, from: at}
	z := v.zoneAt(at)
	if z >= 0 && z < len(v.spots) && !v.spots[z].fixed {
		v.mover.spot = z
	}
	if v.scroll.needed() && at.X > v.Size().Width-10 && at.Y > v.top() {
		v.scroll.press(at.Y-v.top(), v.scroll.view)
	}
	focus(v)
	if z >= dayZones {
		d, m := v.slot(at)
		if m != NoTime {
			v.min0 = m
		}
		v.ShowDay(d)
	}
}

// Tapped opens an item; a second tap on a free slot makes one.
func (v *WeekView) Tapped(e *fyne.PointEvent) {
	if !v.mover.pressed {
		v.press(e.Position)
	}
	v.mover = mover{spot: nowhere}
	z := v.zoneAt(e.Position)
	if z >= 0 && z < len(v.spots) {
		tapItem(&v.click, z, v.spots[z].id, v.OnOpen, v.OnEnter)
		return
	}
	d, m := v.slot(e.Position)
	if z >= dayZones && v.click.second(int(d)*2000+m) && v.OnCreate != nil {
		v.OnCreate(d, m)
	}
}

// TappedSecondary opens the context menu of an item.
func (v *WeekView) TappedSecondary(e *fyne.PointEvent) {
	v.mover = mover{spot: nowhere}
	if z := v.zoneAt(e.Position); z >= 0 && z < len(v.spots) && v.OnMenu != nil {
		ShowMenu(canvasOf(v), e.AbsolutePosition, v.OnMenu(v.spots[z].id))
	}
}

// Dragged carries an item or the scroll bar.
func (v *WeekView) Dragged(e *fyne.DragEvent) {
	if !v.mover.pressed {
		v.press(e.Position.Subtract(e.Dragged))
	}
	if v.scroll.dragging {
		v.scroll.drag(e.Position.Y-v.top(), v.scroll.view)
		v.Refresh()
		return
	}
	v.mover.at = e.Position
	if v.mover.spot != nowhere && v.OnMove != nil {
		v.mover.moving = true
		v.Refresh()
	}
}

// DragEnd drops the item.
func (v *WeekView) DragEnd() {
	days, minutes := v.shift()
	m := v.mover
	v.scroll.dragging = false
	v.mover = mover{spot: nowhere}
	if m.moving && m.spot < len(v.spots) {
		id := v.spots[m.spot].id
		for i := range v.Items {
			if v.Items[i].ID == id && v.Items[i].long() {
				minutes = 0
			}
		}
		if days != 0 || minutes != 0 {
			v.OnMove(id, days, minutes)
		}
	}
	v.Refresh()
}

// Scrolled scrolls the hours.
func (v *WeekView) Scrolled(e *fyne.ScrollEvent) {
	if v.scroll.set(v.scroll.off - e.Scrolled.DY) {
		v.Refresh()
	}
}

// TypedKey walks and opens.
func (v *WeekView) TypedKey(e *fyne.KeyEvent) {
	if v.gone(e) {
		return
	}
	if menuKey(e) {
		itemsMenu(canvasOf(v), v.under(), v.here(), v.day, v.OnMenu)
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		v.ShowDay(v.day - 1)
	case fyne.KeyRight:
		v.ShowDay(v.day + 1)
	case fyne.KeyUp:
		v.walk(-30)
	case fyne.KeyDown:
		v.walk(30)
	case fyne.KeyPageUp:
		v.ShowDay(v.day - 7)
	case fyne.KeyPageDown:
		v.ShowDay(v.day + 7)
	case fyne.KeyHome:
		v.ShowDay(v.Today)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		used(e)
		v.enter()
	default:
		passKey(v, e)
	}
}

func (v *WeekView) walk(by int) {
	v.min0 = max(0, min(v.min0+by, 23*60+30))
	y := float32(v.min0) / 60 * hourH
	v.scroll.show(y-8, y+hourH)
	v.Refresh()
}

// enter opens what stands at the cursor: one item at once, several as a menu;
// on a free slot it makes an item.
func (v *WeekView) enter() {
	here := v.here()
	if len(here) == 0 {
		if v.OnCreate != nil {
			v.OnCreate(v.day, v.min0)
		}
		return
	}
	ShowMenu(canvasOf(v), v.under(), itemMenu(here, v.day, v.OnOpen))
}

// here is what stands at the cursor: items of the whole day too.
func (v *WeekView) here() []Item {
	var here []Item
	for _, it := range v.Items {
		if it.long() && it.From <= v.day && it.To >= v.day || it.From == v.day && it.Start < v.min0+30 && it.End > v.min0 {
			here = append(here, it)
		}
	}
	return here
}

// under is where the menu of the cursor opens, on the canvas.
func (v *WeekView) under() fyne.Position {
	return placeOf(v).AddXY(weekGutter+float32(dayOfWeek(v.day))*v.col(v.Size())+8, v.y(v.min0)+6)
}
