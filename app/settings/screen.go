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
	place    *fyne.Container
	both     fyne.CanvasObject // the sections and the page of one
	sections []section
	on       string
	pages    map[string]page
}

// section is one line of the list; its words are "settings.<id>".
type section struct {
	id   string
	icon ui.Icon
	make func(*Screen) page
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
		{"me", ui.IconUser, newMe},
		{"people", ui.IconClients, newPeople},
		{"rates", ui.IconMoney, newGrades},
		{"resources", ui.IconColumns, newResources},
		{"calendars", ui.IconCalendar, newCalendars},
		{"norms", ui.IconFlag, newNorms},
		{"competencies", ui.IconMentoring, newCompetencies},
		{"templates", ui.IconPlan, newTemplates},
		{"look", ui.IconEye, newLook},
		{"file", ui.IconDocuments, newFile},
		{"journal", ui.IconHistory, newJournal},
	}
	s.list = ui.NewList(func() int { return len(s.sections) }, s.fill)
	s.list.OnSelect = s.turn
	s.both = ui.Across(20, ui.Fixed(240, ui.NewCard("", "", s.list)), ui.Flex(1, s.place))
	s.show(s.on)
	return s
}

//text:prefix settings.section.

func (s *Screen) fill(i int, r *ui.ListRow) {
	x := s.sections[i]
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
	s.show(s.sections[i].id)
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
		data.KindNorm, data.KindCompetency, data.KindSetting, data.KindRate, data.KindResource, data.KindPlan, data.KindTask, data.KindAssignment, data.KindDependency}
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

// Show opens the section of a record.
func (s *Screen) Show(ref data.Ref) bool {
	switch ref.Kind {
	case data.KindPerson, data.KindAbsence:
		s.show("people")
		return s.pages["people"].(*people).open(ref)
	case data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear:
		s.show("calendars")
		return s.pages["calendars"].(*calendars).open(ref)
	case data.KindRate:
		rec, err := s.d.Read().Load(ref)
		if err != nil {
			return false
		}
		if !rec.(data.Rate).PersonID.IsZero() {
			s.show("people")
			return s.pages["people"].(*people).open(ref)
		}
		s.show("rates")
		return s.pages["rates"].(*grades).rates.open(ref)
	case data.KindResource:
		s.show("resources")
		return s.pages["resources"].(*resources).open(ref)
	case data.KindPlan:
		s.show("templates")
		return s.pages["templates"].(*templates).open(ref)
	case data.KindNorm:
		s.show("norms")
	case data.KindCompetency:
		s.show("competencies")
	default:
		return false
	}
	return true
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
