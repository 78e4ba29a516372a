package settings

import "portfel/data"

// Show opens the section of a record. Of the firm's own things a reference
// without an id asks for what a paper misses: it opens their section, and the
// dialog of a new one where there is none that would do.
func (s *Screen) Show(ref data.Ref) bool {
	switch ref.Kind {
	case data.KindPerson, data.KindAbsence:
		return s.at("people").(*people).open(ref)
	case data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear:
		return s.at("calendars").(*calendars).open(ref)
	case data.KindRate:
		return s.showRate(ref)
	case data.KindResource:
		return s.at("resources").(*resources).open(ref)
	case data.KindPlan:
		return s.at("templates").(*templates).open(ref)
	case data.KindNorm:
		return s.at("norms").(*norms).open(ref)
	case data.KindCompetency:
		s.at("competencies")
		return true
	}
	return s.showFirm(ref)
}

// showFirm opens what papers need of the firm.
func (s *Screen) showFirm(ref data.Ref) bool {
	switch ref.Kind {
	case data.KindCompany, data.KindSignatory:
		return s.at("company").(*company).open(ref)
	case data.KindNumbering:
		return s.at("numbering").(*numbering).open(ref)
	case data.KindForm:
		return s.at("forms").(*forms).open(ref)
	case data.KindPerDiem:
		return s.at("perdiem").(*perDiems).open(ref)
	case data.KindFxRate:
		return s.at("fx").(*fx).open(ref)
	}
	return false
}

// at shows a section and gives its page.
func (s *Screen) at(id string) page {
	s.show(id)
	return s.pages[id]
}

func (s *Screen) showRate(ref data.Ref) bool {
	rec, err := s.d.Read().Load(ref)
	if err != nil {
		return false
	}
	if !rec.(data.Rate).PersonID.IsZero() {
		return s.at("people").(*people).open(ref)
	}
	return s.at("rates").(*grades).rates.open(ref)
}
