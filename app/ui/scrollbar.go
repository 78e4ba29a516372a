package ui

// scroller is an offset into content that is longer than its view, with a thumb.
type scroller struct {
	off, total, view float32
	grab             float32 // offset of the pointer in the thumb while dragging
	dragging         bool
}

const thumbW float32 = 8

func (s *scroller) most() float32 { return max(0, s.total-s.view) }

// set keeps the offset inside the content and tells whether it changed.
func (s *scroller) set(off float32) bool {
	old := s.off
	s.off = max(0, min(off, s.most()))
	return s.off != old
}

// fit remembers the lengths and mends the offset.
func (s *scroller) fit(total, view float32) {
	s.total, s.view = total, view
	s.set(s.off)
}

// show moves as little as needed so that from..to is seen.
func (s *scroller) show(from, to float32) {
	if to > s.off+s.view {
		s.off = to - s.view
	}
	if from < s.off {
		s.off = from
	}
	s.set(s.off)
}

// thumb is where the thumb stands on a track of the given length.
func (s *scroller) thumb(track float32) (at, size float32) {
	if s.total <= 0 {
		return 0, track
	}
	size = max(28, track*s.view/s.total)
	if s.most() > 0 {
		at = (track - size) * s.off / s.most()
	}
	return at, size
}

// needed tells whether there is anything to scroll.
func (s *scroller) needed() bool { return s.total > s.view+.5 }

// press takes hold of the thumb, or jumps there when the track is pressed.
func (s *scroller) press(at, track float32) {
	t, size := s.thumb(track)
	s.grab = at - t
	if at < t || at > t+size {
		s.grab = size / 2
		s.drag(at, track)
	}
	s.dragging = true
}

func (s *scroller) drag(at, track float32) {
	_, size := s.thumb(track)
	if track > size {
		s.set((at - s.grab) / (track - size) * s.most())
	}
}

// vbar paints the upright bar at the right edge x.
func (p *pen) vbar(s *scroller, x, y, h float32, hot bool) {
	if !s.needed() {
		return
	}
	at, size := s.thumb(h)
	p.rect(x-thumbW+1, y+at+1, thumbW-3, size-2, 2.5, thumbColor(hot || s.dragging))
}

// hbar paints the lying bar above the lower edge y.
func (p *pen) hbar(s *scroller, x, y, w float32, hot bool) {
	if !s.needed() {
		return
	}
	at, size := s.thumb(w)
	p.rect(x+at+1, y-thumbW+1, size-2, thumbW-3, 2.5, thumbColor(hot || s.dragging))
}

func thumbColor(hot bool) nrgba {
	if hot {
		return fade(Colors().Plan, 210)
	}
	return fade(Colors().Plan, 110)
}
