package ui

import "fyne.io/fyne/v2"

const (
	listPad    float32 = 16
	listBadge  float32 = 84
	listLeft   float32 = 122 // the least room of the times at the left
	sideBarW   float32 = 110
	listTopPad float32 = 9
)

// rightWidth is the room that stands at the right of a row.
func (r *ListRow) rightWidth() float32 {
	var w float32
	if r.Right != "" {
		w += small.width(r.Right) + 1 + 12
	}
	if r.ChipWord != "" {
		w += chipWidth(r.ChipWord) + 12
	}
	if r.SideBar && r.HasBar {
		w += sideBarW + 12
	}
	return w
}

// leftWidth is the room at the left of a row; times take the same in all rows.
func (l *List) leftWidth(r *ListRow) float32 {
	switch {
	case r.Badge != "":
		return listBadge
	case r.Left[0] != "" || r.Left[1] != "":
		return l.left
	case r.Initials != "":
		return 52
	case r.Checkable, r.Icon != "":
		return 28
	}
	return 0
}

func (l *List) textWidth(r *ListRow, w float32) float32 {
	return w - 2*listPad - l.leftWidth(r) - r.rightWidth()
}

func most(n int) int { return max(1, n) }

// height is the height of a row at a width.
func (l *List) height(r *ListRow, w float32) float32 {
	if r.Head {
		return 41
	}
	room := l.textWidth(r, w)
	h := 20 * float32(l.lineCount(body, r.Title, room, r.TitleLines))
	if r.Note != "" {
		h += 16 * float32(l.lineCount(small, r.Note, room, r.NoteLines))
	}
	if r.HasBar && !r.SideBar {
		h += 14
	}
	if r.Left[1] != "" {
		h = max(h, 40)
	}
	if r.Initials != "" {
		h = max(h, 40)
	}
	return h + 2*listTopPad + 1
}

func (l *List) lineCount(f font, s string, w float32, n int) int {
	if most(n) == 1 || w < 20 {
		return 1
	}
	return len(f.wrap(s, w, n))
}

func (l *List) paintRow(p *pen, i int, y, h float32) {
	c, r, w := Colors(), l.get(i), p.size.Width
	if r.Head {
		p.left(listPad, y, w-2*listPad, h, r.Title, bodyBold, c.Ink)
		p.right(w/2, y, w/2-listPad, h, r.Right, body, c.Mute)
		p.rect(0, y+h-1, w, 1, 0, c.Line)
		return
	}
	l.back(p, i, y, h)
	p.hit(0, y, w, h, i)
	p.on = i == l.selected
	l.leftPart(p, i, r, y, h)
	l.rightPart(p, r, y, h)
	l.middle(p, i, r, y, h)
	p.on = false
}

// back paints what lies under a row: choice, hover, the line below. At the ends
// of a card it follows the card's corners.
func (l *List) back(p *pen, i int, y, h float32) {
	c, w := Colors(), p.size.Width
	var up, down float32
	if y <= 0 {
		up = l.topRadius()
	}
	last := i == l.Len()-1
	if !last || !l.Full {
		h--
	}
	if y+h >= p.size.Height-1 {
		down = l.footRadius()
	}
	switch {
	case i == l.selected:
		p.corners(0, y, w, h, up, up, down, down, c.AccentSoft)
		if l.focused {
			p.corners(0, y, 3, h, up, 0, down, 0, c.Accent)
		}
	case l.over(i):
		p.corners(0, y, w, h, up, up, down, down, c.Hover)
	}
	if !last || !l.Full {
		p.rect(0, y+h, w, 1, 0, c.Soft)
	}
}

func (l *List) leftPart(p *pen, i int, r *ListRow, y, h float32) {
	c := Colors()
	switch {
	case r.Badge != "":
		p.chip(listPad, y+(h-1-chipH)/2, listBadge-8, r.BadgeRole, r.Badge)
	case r.Left[1] != "":
		p.left(listPad, y+(h-41)/2, l.left-8, 20, r.Left[0], body, c.Mute)
		p.left(listPad, y+(h-41)/2+20, l.left-8, 20, r.Left[1], body, c.Mute)
	case r.Left[0] != "":
		p.left(listPad, y+(h-21)/2, l.left-8, 20, r.Left[0], body, c.Mute)
	case r.Initials != "":
		back := c.Back(r.BadgeRole)
		if p.on {
			back = c.Surface
		}
		p.rect(listPad, y+(h-41)/2, 40, 40, 20, back)
		p.text(listPad, y+(h-41)/2, 40, 40, r.Initials, bodyMid, c.Word(r.BadgeRole), fyne.TextAlignCenter)
	case r.Checkable:
		p.checkbox(listPad, y+(h-17)/2, r.Checked, false, false)
		p.hit(0, y, listPad+26, h, checkZone+i)
	case r.Icon != "":
		p.icon(listPad, y+(h-17)/2, 16, r.Icon, c.Mute)
	}
}

// rightPart paints date, chip and bar from the right edge inwards.
func (l *List) rightPart(p *pen, r *ListRow, y, h float32) {
	c := Colors()
	x := p.size.Width - listPad
	cy := y + (h-1-chipH)/2
	if r.HasBar && !r.SideBar {
		cy = y + listTopPad
	}
	if r.Right != "" {
		w := small.width(r.Right) + 1
		p.right(x-w, cy, w, chipH, r.Right, small, c.Color(orMuted(r.RightRole)))
		x -= w + 12
	}
	if r.ChipWord != "" {
		w := chipWidth(r.ChipWord)
		p.chip(x-w, cy, w, r.ChipRole, r.ChipWord)
		x -= w + 12
	}
	if r.SideBar && r.HasBar {
		p.progress(x-sideBarW, y+(h-1-6)/2, sideBarW, r.Bar, Plain)
	}
}

func (l *List) middle(p *pen, i int, r *ListRow, y, h float32) {
	c := Colors()
	x, w := listPad+l.leftWidth(r), l.textWidth(r, p.size.Width)
	need := l.height(r, p.size.Width)
	ty := y + listTopPad
	if text := float32(20); r.Note == "" && !r.HasBar && need > text+2*listTopPad+1 {
		ty = y + (h-1-text*float32(l.lineCount(body, r.Title, w, r.TitleLines)))/2
	} else if r.Left[1] != "" && r.Note != "" && need <= 59 {
		ty += 2
	}
	ink := c.Color(r.Role)
	for _, s := range l.split(body, r.Title, w, r.TitleLines) {
		p.left(x, ty, w, 20, s, body, ink)
		ty += 20
	}
	if r.Note != "" {
		for _, s := range l.split(small, r.Note, w, r.NoteLines) {
			p.left(x, ty, w, 16, s, small, c.Mute)
			ty += 16
		}
	}
	if r.HasBar && !r.SideBar {
		p.progress(x, ty+8, w, r.Bar, Plain)
	}
}

func (l *List) split(f font, s string, w float32, n int) []string {
	if most(n) == 1 {
		return []string{s}
	}
	return f.wrap(s, w, n)
}
