package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// detail is the chosen task: its fields, its facts, its people, why its dates are
// what they are and what would change if. It stands below the chart, in a wide
// window beside it.
type detail struct {
	s    *Screen
	head *ui.Heading
	left *ui.KeyValues // when
	mid  *ui.KeyValues // how far
	work *ui.KeyValues // who and what
	bad  *ui.Label     // what hinders
	why  *ui.Label
	ask  *ui.Label // the heading over why
	ifs  *whatIf
	view *fyne.Container
	body *fyne.Container // with the chart
}

func newDetail(s *Screen) *detail {
	d := &detail{s: s, head: ui.NewHeading("", ""), left: ui.NewKeyValues(), mid: ui.NewKeyValues(), work: ui.NewKeyValues(), why: ui.NewNote("")}
	d.left.LabelWidth, d.mid.LabelWidth, d.work.LabelWidth = 102, 118, 98
	d.ask = ui.NewStrong(s.d.Words().T("plan.why"))
	d.bad = ui.NewNote("")
	d.bad.SetRole(ui.Late)
	d.ifs = newWhatIf(d)
	reasons := ui.Down(6, ui.Own(d.bad), ui.Own(d.ask), ui.Own(d.why), ui.Own(d.ifs.view))
	parts := container.New(panelLayout{}, d.head, ui.Scroll(d.left), ui.Scroll(d.mid), ui.Scroll(d.work), ui.Scroll(ui.Pad(14, 8, reasons)))
	d.view = ui.Pad(12, 8, ui.NewCard("", "", parts))
	d.body = container.New(bodyLayout{}, s.chart.View, d.view)
	return d
}

// settle shows or hides the panel and gives the room anew.
func (d *detail) settle() {
	if d.s.noPanel {
		d.view.Hide()
	} else {
		d.view.Show()
		d.reload()
	}
	d.body.Refresh()
}

func (d *detail) reload() {
	if d.s.noPanel {
		return
	}
	x, ok := d.s.row()
	d.ifs.show(x, ok)
	if !ok {
		d.head.Set("", d.s.d.Words().T("plan.pick"))
		d.left.Set()
		d.mid.Set()
		d.work.Set()
		d.why.Set("")
		d.bad.Hide()
		d.ask.Hide()
		d.view.Refresh()
		return
	}
	d.head.Set(x.Code+" "+x.Task.Name, d.facts(x), d.buttons(x)...)
	d.left.Set(d.whenFields(x)...)
	d.mid.Set(d.farFields(x)...)
	d.work.Set(d.workFields(x)...)
	d.why.Set(d.s.whyText(x))
	if bad := d.s.problemText(x); bad != "" {
		d.bad.Set(text.Title(bad))
		d.bad.Show()
	} else {
		d.bad.Hide()
	}
	d.ask.Show()
	d.view.Refresh()
}

// buttons are the next states of a leaf; a stage follows from its tasks.
func (d *detail) buttons(x data.PlanRow) []*ui.Button {
	if x.HasKids {
		return nil
	}
	all := card.Moves(d.s.d, x.Task, func(to string) (data.Staged, bool) { d.s.move(x.Task, to); return nil, false })
	for _, b := range all {
		b.Small = true
		if x.Task.Status.Finished() {
			b.Kind = ui.Secondary // to take finished work up again is no next step
		}
	}
	return all
}

// facts is the line beside the name: state, dates, float, the shift against the
// baseline.
func (d *detail) facts(x data.PlanRow) string {
	w := d.s.d.Words()
	s := w.Period(x.Date.StartsOn, x.Date.EndsOn)
	if !x.HasKids {
		s = w.Code(x.Task.Status) + " · " + s
	}
	s += " · " + w.N("plan.float", int(x.Date.FloatDays))
	if free := x.Date.Free / 1000; !x.HasKids && free != x.Date.FloatDays {
		s += " · " + w.N("plan.free", int(free))
	}
	if x.Date.HasSlack && x.Date.SlackDays < 0 {
		s += " · " + w.N("plan.missed", int(-x.Date.SlackDays))
	}
	if d.s.across && !x.HasKids && d.s.holds(x) {
		s += " · " + w.T("plan.across.holds")
	}
	if shift, _ := d.s.shiftOf(x); shift != "" {
		s += " · " + w.F("plan.shift", shift)
	}
	return s
}

// sideFrom is the width of the room from which the panel stands beside the chart.
const sideFrom, sideWide, footHigh float32 = 1560, 372, 236

// bodyLayout gives the chart and the panel their places.
type bodyLayout struct{}

func (bodyLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, o[0].MinSize().Height+172)
}

func (bodyLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	chart, panel := s, fyne.NewSize(0, 0)
	at := fyne.NewPos(0, 0)
	if o[1].Visible() {
		if s.Width >= sideFrom {
			chart.Width -= sideWide
			panel, at = fyne.NewSize(sideWide, s.Height), fyne.NewPos(chart.Width, 0)
		} else {
			high := max(172, min(footHigh, s.Height*.38))
			chart.Height -= high
			panel, at = fyne.NewSize(s.Width, high), fyne.NewPos(0, chart.Height)
		}
	}
	o[0].Resize(chart)
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(panel)
	o[1].Move(at)
}

// panelLayout puts the parts of the panel beside each other, beside the chart one
// below the other. The first part is the head.
type panelLayout struct{}

func (panelLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, o[0].MinSize().Height+80)
}

func (panelLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(s.Width, o[0].Size().Height))
	top := min(o[0].MinSize().Height, s.Height/2)
	o[0].Resize(fyne.NewSize(s.Width, top))
	o[0].Move(fyne.NewPos(0, 0))
	rest := fyne.NewSize(s.Width, s.Height-top)
	switch {
	case s.Width >= 1000:
		across(o[1:], shares[:], top-8, rest.AddWidthHeight(0, 8))
		return
	case s.Width >= 640:
		high := (rest.Height + 8) / 2
		across(append([]fyne.CanvasObject{o[1]}, o[3:]...), narrow[:], top-8, rest.AddWidthHeight(0, 8))
		o[1].Resize(fyne.NewSize(o[1].Size().Width, high))
		o[2].Resize(o[1].Size())
		o[2].Move(fyne.NewPos(0, top-8+high))
		return
	}
	y := top
	for i, high := range heights(o[1:], rest) {
		o[i+1].Resize(fyne.NewSize(s.Width, high))
		o[i+1].Move(fyne.NewPos(0, y))
		y += high
	}
}

// heights gives each part what its content needs; where the room does not do, the
// high ones give way to each other evenly. The last takes what is left.
func heights(parts []fyne.CanvasObject, room fyne.Size) []float32 {
	out := make([]float32, len(parts))
	left, n := room.Height, len(parts)
	need := make([]float32, len(parts))
	for i, p := range parts {
		if c, ok := p.(*container.Scroll); ok {
			c.Content.Resize(fyne.NewSize(room.Width, c.Content.Size().Height))
			need[i] = c.Content.MinSize().Height
		}
	}
	for again := true; again && n > 0; {
		again = false
		fair := left / float32(n)
		for i := range parts {
			if out[i] == 0 && need[i] <= fair {
				out[i], again = need[i], true
				left -= need[i]
				n--
			}
		}
	}
	for i := range parts {
		if out[i] == 0 && n > 0 {
			out[i] = left / float32(n)
		}
	}
	var sum float32
	for _, h := range out {
		sum += h
	}
	out[len(out)-1] += max(0, room.Height-sum)
	return out
}

// shares are how the columns of the panel divide its width; in a narrow one the
// second stands below the first.
var shares, narrow = [...]float32{.215, .215, .265, .305}, [...]float32{.32, .32, .36}

// across gives the parts columns.
func across(parts []fyne.CanvasObject, share []float32, y float32, s fyne.Size) {
	x := float32(0)
	for i, part := range parts {
		w := float32(int(s.Width * share[i]))
		if i == len(parts)-1 {
			w = s.Width - x
		}
		part.Resize(fyne.NewSize(w, s.Height))
		part.Move(fyne.NewPos(x, y))
		x += w
	}
}
