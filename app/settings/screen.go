package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// Screen is the list of sections at the left and the chosen one beside it.
type Screen struct {
	d        desk.Desk
	list     *ui.List
	lines    []line
	place    *fyne.Container
	both     fyne.CanvasObject // the sections and the page of one
	sections []section
	on       string
	pages    map[string]page
}

// section is one line of the list; its words are "settings.section.<id>". It
// stands under its group, "settings.group.<group>"; the first ones have none.
type section struct {
	group string
	id    string
	icon  ui.Icon
	make  func(*Screen) page
}

// line is a line of the list: a section, or the name of a group.
type line struct {
	group string
	at    int // index of the section, when group is empty
}

// page is what a section shows.
type page interface {
	content() fyne.CanvasObject
	reload()
}

// New makes the room. The filter is not used: settings are never a part.
func New(d desk.Desk, _ desk.Filter) *Screen {
	s := &Screen{d: d, pages: map[string]page{}, place: container.NewStack(), on: "me"}
	s.sections = []section{
		{"", "me", ui.IconUser, newMe},
		{"", "people", ui.IconClients, newPeople},
		{"", "competencies", ui.IconMentoring, newCompetencies},
		{"", "rates", ui.IconMoney, newGrades},
		{"", "resources", ui.IconColumns, newResources},
		{"", "templates", ui.IconPlan, newTemplates},
		{"firm", "company", ui.IconHome, newCompany},
		{"firm", "numbering", ui.IconEdit, newNumbering},
		{"firm", "forms", ui.IconPrint, newForms},
		{"rules", "norms", ui.IconFlag, newNorms},
		{"rules", "perdiem", ui.IconTrips, newPerDiems},
		{"rules", "fx", ui.IconRefresh, newRatesOfDay},
		{"rules", "calendars", ui.IconCalendar, newCalendars},
		{"program", "look", ui.IconEye, newLook},
		{"program", "file", ui.IconDocuments, newFile},
		{"program", "journal", ui.IconHistory, newJournal},
	}
	for i, x := range s.sections {
		if i > 0 && s.sections[i-1].group != x.group {
			s.lines = append(s.lines, line{group: x.group})
		}
		s.lines = append(s.lines, line{at: i})
	}
	s.list = ui.NewList(func() int { return len(s.lines) }, s.fill)
	s.list.OnSelect = s.turn
	s.both = ui.Across(20, ui.Fixed(240, ui.NewCard("", "", s.list)), ui.Flex(1, s.place))
	s.show(s.on)
	return s
}

//text:prefix settings.section.
//text:prefix settings.group.

func (s *Screen) fill(i int, r *ui.ListRow) {
	if g := s.lines[i].group; g != "" {
		*r = ui.ListRow{ID: "group:" + g, Head: true, Title: s.d.Words().T("settings.group." + g)}
		return
	}
	x := s.sections[s.lines[i].at]
	*r = ui.ListRow{ID: x.id, Icon: x.icon, Title: s.d.Words().T("settings.section." + x.id)}
}

func (s *Screen) show(id string) {
	s.on = id
	p := s.pages[id]
	if p == nil {
		for _, x := range s.sections {
			if x.id == id {
				p = x.make(s)
				s.pages[id] = p
			}
		}
	}
	p.reload()
	s.list.SelectID(id)
	s.place.Objects = []fyne.CanvasObject{p.content()}
	s.place.Refresh()
}

// turn shows the section of a row and lets the window renew its head: another
// section has its own name and buttons.
func (s *Screen) turn(i int) {
	s.show(s.sections[s.lines[i].at].id)
	if w, ok := s.d.(interface{ Retitle() }); ok {
		w.Retitle()
	}
}

// Content is the two parts with a margin.
func (s *Screen) Content() fyne.CanvasObject { return ui.Body(s.both) }

// Kinds are what the sections show; the journal shows the steps of all.
func (s *Screen) Kinds() []data.Kind {
	if s.on == "journal" {
		all := make([]data.Kind, len(data.Records))
		for i, r := range data.Records {
			all[i] = r.Kind()
		}
		return all
	}
	return []data.Kind{data.KindPerson, data.KindAbsence, data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear,
		data.KindNorm, data.KindCompetency, data.KindSetting, data.KindRate, data.KindResource, data.KindPlan, data.KindTask, data.KindAssignment, data.KindDependency,
		data.KindCompany, data.KindSignatory, data.KindNumbering, data.KindForm, data.KindAttachment, data.KindPerDiem, data.KindFxRate, data.KindPaper, data.KindTrip, data.KindTripChange}
}

// Reload reads the chosen section again.
func (s *Screen) Reload() { s.pages[s.on].reload() }

// Header is the room's name and the chosen section.
func (s *Screen) Header() desk.Header {
	h := desk.Header{Title: s.d.Words().T("nav.settings"), Crumb: s.d.Words().T("settings.section." + s.on)}
	if p, ok := s.pages[s.on].(interface{ buttons() []*ui.Button }); ok {
		h.Buttons = p.buttons()
	}
	return h
}

// Remember is the chosen section.
func (s *Screen) Remember() string { return s.on }

// Recall shows the section that was left.
func (s *Screen) Recall(id string) {
	for _, x := range s.sections {
		if x.id == id {
			s.show(id)
		}
	}
}

// submit keeps a dialog open until its form is in order.
func submit(d desk.Desk, f *ui.Form, do func() error) func() error {
	return func() error { return card.Submit(d, f, do) }
}

// Focus puts the keyboard on the list of sections.
func (s *Screen) Focus() { s.d.Canvas().Focus(s.list) }

// Actions are the sections by name.
func (s *Screen) Actions() []desk.Action {
	var out []desk.Action
	for _, x := range s.sections {
		out = append(out, desk.Action{Label: s.d.Words().T("nav.settings") + ": " + s.d.Words().T("settings.section."+x.id), Do: func() { s.show(x.id) }})
	}
	return out
}
