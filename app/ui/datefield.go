package ui

import (
	"fyne.io/fyne/v2"

	"portfel/data"
)

// DateField is a day typed in a short way or chosen from a month. Down or F4
// opens the month.
type DateField struct {
	Parsed[data.Date]
	// Today is outlined in the month; it also opens there when the field is empty.
	Today data.Date
	// DayOff tells which days are drawn as free; nil means Saturday and Sunday.
	DayOff func(data.Date) bool
	over   *overlay
}

// NewDateField makes a field. parse reads what people type («24», «24.11»,
// «завтра»); the field writes «24.11.2026».
func NewDateField(d data.Date, parse func(string) (data.Date, error)) *DateField {
	f := &DateField{}
	b := &fieldIcon{icon: IconCalendar, tap: f.Open}
	b.ExtendBaseWidget(b)
	f.ActionItem = b
	f.setup(f, d, parse, fullDate)
	f.PlaceHolder = say("date.hint")
	f.OnKey = f.key
	f.Width = 132
	return f
}

func (f *DateField) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyDown || e.Name == fyne.KeyF4 {
		f.Open()
		return true
	}
	return false
}

// Open shows the month of the date.
func (f *DateField) Open() {
	c := canvasOf(f)
	if c == nil || f.Disabled() {
		return
	}
	day, err := f.parse(f.Text)
	if err != nil {
		day = f.value
	}
	if day.IsZero() {
		day = f.Today
	}
	done := f.done
	f.done = nil // the month takes the focus: the editing goes on
	m := newMonthPanel(day, f.Today, f.DayOff)
	f.over = showOverlay(c, m, false, below(f, m.min()))
	f.over.onClose = func() {
		f.done = done
		c.Focus(f)
	}
	m.onPick = func(d data.Date) {
		f.SetText(fullDate(d))
		f.over.close()
		if f.Commit() {
			f.end(Kept)
		}
	}
	m.onClose = f.over.close
	c.Focus(m)
}

// fieldIcon is the small picture at the right end of a field.
type fieldIcon struct {
	own
	icon Icon
	tap  func()
}

// CreateRenderer is called by the toolkit.
func (i *fieldIcon) CreateRenderer() fyne.WidgetRenderer { return i.renderer(i, false) }
func (i *fieldIcon) min() fyne.Size                      { return fyne.NewSize(26, 16) }

func (i *fieldIcon) paint(p *pen) {
	ink := Colors().Mute
	if i.in {
		ink = Colors().Accent
	}
	p.icon(4, (p.size.Height-16)/2, 16, i.icon, ink)
}

// Tapped opens what the picture stands for.
func (i *fieldIcon) Tapped(*fyne.PointEvent) { i.tap() }

// MomentField is a day, a time and the name of the zone.
type MomentField struct {
	Box  *fyne.Container // what is laid into the window
	Day  *DateField
	Time *Parsed[int]
	// OnSet keeps a changed moment; it is called when both parts are given or
	// both are empty.
	OnSet func(data.Moment) error
	zone  string
}

// NewMomentField makes the fields; zoneNote is what stands after them, as
// «Екатеринбург, +2 ч».
func NewMomentField(m data.Moment, parse func(string) (data.Date, error), zoneNote string) *MomentField {
	min := NoTime
	if !m.IsZero() {
		min = m.Min
	}
	f := &MomentField{Day: NewDateField(m.Day, parse), Time: NewTimeField(min), zone: m.Zone}
	f.Day.OnSet = func(d data.Date) error { return f.set(d, f.Time.value) }
	f.Time.OnSet = func(t int) error { return f.set(f.Day.value, t) }
	f.Box = Across(8, Fixed(132, f.Day), Fixed(72, f.Time), Flex(1, NewNote(zoneNote)))
	return f
}

// Get is the moment as it stands; zero when either part is empty.
func (f *MomentField) Get() data.Moment { return f.make(f.Day.value, f.Time.value) }

func (f *MomentField) make(d data.Date, t int) data.Moment {
	if d.IsZero() || t == NoTime {
		return data.Moment{}
	}
	return data.Moment{Day: d, Min: t, Zone: f.zone}
}

// set reports a moment only when it is whole or wholly empty.
func (f *MomentField) set(d data.Date, t int) error {
	if f.OnSet == nil || d.IsZero() != (t == NoTime) {
		return nil
	}
	return f.OnSet(f.make(d, t))
}
