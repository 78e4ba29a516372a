package ui

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"portfel/data"
)

// Form is a column of labelled fields, as in a dialog. A refusal stands in red
// words under its field.
type Form struct {
	widget.BaseWidget
	LabelWidth float32 // 150 units when 0
	rows       []*formRow
	face       *formFace
}

type formRow struct {
	name, label, note, problem string
	field                      fyne.CanvasObject
	commit                     func() bool // instead of the field's own
}

// NewForm makes an empty form.
func NewForm() *Form {
	f := &Form{}
	f.ExtendBaseWidget(f)
	f.face = &formFace{form: f}
	f.face.ExtendBaseWidget(f.face)
	return f
}

// Add appends a field; name is the field name of data.Problem.
func (f *Form) Add(name, label string, field fyne.CanvasObject) *Form {
	return f.AddNote(name, label, field, "")
}

// AddNote appends a field with a muted line below it.
func (f *Form) AddNote(name, label string, field fyne.CanvasObject, note string) *Form {
	r := &formRow{name: name, label: label, field: field, note: note}
	f.rows = append(f.rows, r)
	hear := func(s string) { r.problem = s; f.relay() }
	if x := fieldOf(field); x != nil {
		x.OnProblem = hear
	} else if c, ok := field.(*Choice); ok {
		c.OnProblem = hear
	}
	return f
}

// AddMoment appends day and time as one row.
func (f *Form) AddMoment(name, label string, m *MomentField) *Form {
	f.Add(name, label, m.Box)
	r := f.rows[len(f.rows)-1]
	hear := func(s string) { r.problem = s; f.relay() }
	m.Day.OnProblem, m.Time.OnProblem = hear, hear
	r.commit = func() bool { day := m.Day.Commit(); return m.Time.Commit() && day }
	return f
}

// Section appends a heading.
func (f *Form) Section(label string) *Form {
	f.rows = append(f.rows, &formRow{label: label})
	return f
}

// Problem shows a sentence under the named field; it tells whether there is one.
func (f *Form) Problem(name, sentence string) bool {
	for _, r := range f.rows {
		if r.name == name && r.field != nil {
			r.problem = sentence
			f.relay()
			return true
		}
	}
	return false
}

// Fail shows the parts of an error under their fields and returns what has no
// field here, nil when all is shown.
func (f *Form) Fail(err error) error {
	var ps data.Problems
	var p data.Problem
	switch {
	case errors.As(err, &ps):
	case errors.As(err, &p):
		ps = data.Problems{p}
	default:
		return err
	}
	var rest data.Problems
	for _, p := range ps {
		if !f.Problem(p.Field, words.Problem(p)) {
			rest = append(rest, p)
		}
	}
	return rest.Err()
}

// Clean takes all refusals away.
func (f *Form) Clean() {
	for _, r := range f.rows {
		r.problem = ""
	}
	f.relay()
}

// Commit keeps the text of every field and tells whether all were accepted.
func (f *Form) Commit() bool {
	ok := true
	for _, r := range f.rows {
		if r.commit != nil {
			ok = r.commit() && ok
		} else if x := fieldOf(r.field); x != nil {
			ok = x.Commit() && ok
		}
	}
	return ok
}

func (f *Form) relay() {
	f.Refresh()
	if c := canvasOf(f); c != nil {
		if o, ok := c.Overlays().Top().(*overlay); ok {
			o.Refresh()
		}
	}
}

// CreateRenderer is called by the toolkit.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return &formRenderer{f} }

func (f *Form) label() float32 {
	if f.LabelWidth > 0 {
		return f.LabelWidth
	}
	return 150
}

// height of a row: field, note, problem, gap.
func (r *formRow) height(w float32) float32 {
	if r.field == nil {
		return 34
	}
	h := max(30, r.field.MinSize().Height)
	if r.note != "" {
		h += 16 * float32(len(small.wrap(r.note, w, 3)))
	}
	if r.problem != "" {
		h += 16 * float32(len(small.wrap(r.problem, w, 3)))
	}
	return h + 10
}

type formRenderer struct{ f *Form }

func (r *formRenderer) Destroy() {}

func (r *formRenderer) Objects() []fyne.CanvasObject {
	objs := []fyne.CanvasObject{r.f.face}
	for _, row := range r.f.rows {
		if row.field != nil {
			objs = append(objs, row.field)
		}
	}
	return objs
}

func (r *formRenderer) MinSize() fyne.Size {
	w := r.f.Size().Width
	if w <= 0 {
		w = 400
	}
	h := float32(0)
	for _, row := range r.f.rows {
		h += row.height(w - r.f.label())
	}
	return fyne.NewSize(r.f.label()+140, h)
}

func (r *formRenderer) Layout(s fyne.Size) {
	r.f.face.Resize(s)
	y, x := float32(0), r.f.label()
	for _, row := range r.f.rows {
		if row.field != nil {
			place(row.field, x, y, s.Width-x, max(30, row.field.MinSize().Height))
		}
		y += row.height(s.Width - x)
	}
}

func (r *formRenderer) Refresh() {
	r.Layout(r.f.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// formFace paints labels, notes and refusals.
type formFace struct {
	own
	form *Form
}

// CreateRenderer is called by the toolkit.
func (f *formFace) CreateRenderer() fyne.WidgetRenderer { return f.renderer(f, false) }
func (f *formFace) min() fyne.Size                      { return fyne.NewSize(0, 0) }

func (f *formFace) paint(p *pen) {
	c := Colors()
	y, x := float32(0), f.form.label()
	w := p.size.Width - x
	for _, r := range f.form.rows {
		if r.field == nil {
			p.left(0, y+4, p.size.Width, 26, r.label, bodyBold, c.Ink)
			y += r.height(w)
			continue
		}
		p.left(0, y, x-12, 30, r.label, body, c.Mute)
		ty := y + max(30, r.field.MinSize().Height) + 1
		for _, l := range small.wrap(r.note, w, 3) {
			if l != "" {
				p.left(x, ty, w, 16, l, small, c.Mute)
				ty += 16
			}
		}
		if r.problem != "" {
			for _, l := range small.wrap(r.problem, w, 3) {
				p.left(x, ty, w, 16, l, small, c.Late)
				ty += 16
			}
		}
		y += r.height(w)
	}
}

func (f *Form) parts() []fyne.CanvasObject { return (&formRenderer{f}).Objects() }
