package office

import (
	"strings"
	"unicode/utf8"

	"portfel/data/form"
	"portfel/data/report"
)

// atom is a piece of a line that is not broken: a word or a part of one, a
// space, a tab, a picture.
type atom struct {
	run    *form.Run
	kind   form.RunKind
	text   string
	size   float64 // of the letters as drawn
	w      float64
	space  bool
	breaks bool // a line may end after it
	leader rune
}

// line is a line of a paragraph.
type line struct {
	atoms []atom
	w     float64 // without spaces at the end
	last  bool    // of the paragraph, or before a line break: is not justified
	fresh bool    // begins a page
	size  float64 // the largest, as said
	tall  float64 // of pictures
}

// scales are the sizes of our letters against those of a font that is named, so
// that a text is about as wide.
var scales = []struct {
	name  string
	scale float64
}{{"times", 0.88}, {"pt astra serif", 0.88}, {"liberation serif", 0.88}, {"cambria", 0.92}, {"georgia", 0.96}, {"calibri", 0.89}, {"carlito", 0.89}, {"inter", 1}, {"verdana", 1.06}, {"courier", 1}}

// scaleOf is the scale of a font; sans serifs such as Arial have the standard.
func scaleOf(font string) float64 {
	font = strings.ToLower(font)
	for _, s := range scales {
		if strings.HasPrefix(font, s.name) {
			return s.scale
		}
	}
	return 0.95
}

// atomsOf cuts the runs of a paragraph.
func (m measure) atomsOf(p *form.Paragraph) (all []atom) {
	for i := range p.Runs {
		run := &p.Runs[i]
		a := atom{run: run, kind: run.Kind, size: run.Size * scaleOf(run.Font)}
		if run.Raise != 0 {
			a.size *= 0.65
		}
		switch run.Kind {
		case form.RunText:
			all = m.words(all, a, run.Text)
		case form.RunNo:
			all = m.words(all, a, pageText(m.shown))
		case form.RunPages:
			m.counted = true
			all = m.words(all, a, pageText(m.of))
		case form.RunImage:
			a.w, a.breaks = run.Image.Width, true
			all = append(all, a)
		default:
			all = append(all, a)
		}
	}
	return all
}

// words cuts a text after spaces, hyphens and slashes.
func (m measure) words(all []atom, a atom, s string) []atom {
	s = drawable(s)
	a.kind = form.RunText
	for s != "" {
		n := strings.IndexByte(s, ' ')
		switch {
		case n == 0:
			n = len(s) - len(strings.TrimLeft(s, " "))
		case n < 0:
			n = len(s)
		}
		b := a
		b.text, b.space = s[:n], s[0] == ' '
		if k := strings.IndexAny(b.text, "-/"); !b.space && k > 1 && k+1 < len(b.text) {
			b.text, n = b.text[:k+1], k+1
			b.breaks = true
		}
		b.breaks = b.breaks || b.space
		b.w = report.Width(b.text, b.size, b.run.Bold)
		all = append(all, b)
		s = s[n:]
	}
	return all
}

// breaker sets atoms into lines.
type breaker struct {
	p     *form.Paragraph
	width float64 // of the room, indents included
	lines []line
	cur   line
	at    float64 // width of cur with its spaces
}

// linesOf breaks a paragraph for a width.
func (m measure) linesOf(p *form.Paragraph, width float64) []line {
	b := &breaker{p: p, width: width}
	atoms := m.atomsOf(p)
	for i := 0; i < len(atoms); i++ {
		a := atoms[i]
		switch a.kind {
		case form.RunLine:
			b.end(true)
		case form.RunPage:
			b.page()
		case form.RunTab:
			b.tab(a, atoms[i+1:])
		default:
			b.add(a)
		}
	}
	b.end(true)
	return b.lines
}

// page ends the line before a page break; a break at the beginning of a
// paragraph makes no line of its own.
func (b *breaker) page() {
	if len(b.cur.atoms) > 0 {
		b.end(true)
	}
	b.cur.fresh = true
}

// start and room are where the current line begins and how wide it may be.
func (b *breaker) start() float64 {
	if len(b.lines) == 0 {
		return b.p.Left + b.p.First
	}
	return b.p.Left
}

func (b *breaker) room() float64 { return max(b.width-b.p.Right-b.start(), 12) }

// end closes the current line.
func (b *breaker) end(last bool) {
	l := b.cur
	l.last = last
	for _, a := range l.atoms {
		l.w += a.w
		if a.kind == form.RunImage {
			l.tall = max(l.tall, a.run.Image.Height)
		} else {
			l.size = max(l.size, a.run.Size)
		}
	}
	for i := len(l.atoms) - 1; i >= 0 && l.atoms[i].space; i-- {
		l.w -= l.atoms[i].w
	}
	if l.size == 0 {
		l.size = b.p.Size
	}
	b.lines = append(b.lines, l)
	b.cur, b.at = line{}, 0
}

// add puts an atom into the line, and begins another when there is no room.
func (b *breaker) add(a atom) {
	if a.space || b.at+a.w <= b.room()+0.01 {
		b.push(a)
		return
	}
	rest := b.overhang()
	if len(b.cur.atoms) > 0 {
		b.end(false)
	}
	for _, r := range rest {
		b.push(r)
	}
	a.squeeze(b.room() - b.at)
	for b.at+a.w > b.room()+0.01 && a.kind == form.RunText {
		head, tail := a.cut(b.room() - b.at)
		if tail.text == "" {
			break
		}
		b.push(head)
		b.end(false)
		a = tail
	}
	b.push(a)
}

func (b *breaker) push(a atom) {
	if len(b.cur.atoms) == 0 && a.space && len(b.lines) > 0 && !b.lines[len(b.lines)-1].last {
		return // a line that was broken does not begin with a space
	}
	b.cur.atoms = append(b.cur.atoms, a)
	b.at += a.w
}

// overhang takes back what stands after the last place to break.
func (b *breaker) overhang() []atom {
	for i := len(b.cur.atoms) - 1; i >= 0; i-- {
		if a := b.cur.atoms[i]; a.breaks || a.kind == form.RunTab {
			rest := append([]atom(nil), b.cur.atoms[i+1:]...)
			b.cur.atoms = b.cur.atoms[:i+1]
			return rest
		}
	}
	return nil
}

// squeeze makes a word that is a little wider than a line smaller: a date in a
// column that was measured for another font is not torn.
func (a *atom) squeeze(room float64) {
	if k := room / a.w; a.kind == form.RunText && k < 1 && k > 0.82 {
		a.size *= k
		a.w = report.Width(a.text, a.size, a.run.Bold)
	}
}

// cut parts a word that is wider than a line.
func (a atom) cut(room float64) (head, tail atom) {
	head, tail = a, a
	end, w := 0, 0.0
	for i, r := range a.text {
		w += report.Width(string(r), a.size, a.run.Bold)
		if i > 0 && w > room {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	head.text, tail.text = a.text[:end], a.text[end:]
	head.w, tail.w = report.Width(head.text, a.size, a.run.Bold), report.Width(tail.text, a.size, a.run.Bold)
	return head, tail
}

// tab makes the tab as wide as the way to its place; text after a right or a
// centred one stands against it.
func (b *breaker) tab(a atom, rest []atom) {
	x := b.start() + b.at
	stop := b.stop(x)
	to := min(stop.At, b.width-b.p.Right)
	follows := 0.0
	if stop.Align != form.AlignLeft {
		for _, f := range rest {
			if f.kind != form.RunText && f.kind != form.RunImage {
				break
			}
			follows += f.w
		}
	}
	switch stop.Align {
	case form.AlignRight:
		to -= follows
	case form.AlignCentre:
		to -= follows / 2
	}
	a.w, a.leader = max(to-x, 0), stop.Leader
	if a.w == 0 && len(b.cur.atoms) > 0 && stop.Align == form.AlignLeft {
		b.end(false)
		return
	}
	b.push(a)
}

// stop is the first place to jump to after x: one of the paragraph's, the
// hanging indent, or the next of the even ones.
func (b *breaker) stop(x float64) form.Tab {
	best := form.Tab{At: 1e9}
	for _, t := range b.p.Tabs {
		if t.At > x+0.5 && t.At < best.At {
			best = t
		}
	}
	if b.p.First < 0 && b.p.Left > x+0.5 && b.p.Left < best.At {
		best = form.Tab{At: b.p.Left}
	}
	if best.At == 1e9 {
		best.At = float64(int((x+0.5)/b.p.TabEvery)+1) * b.p.TabEvery
	}
	return best
}
