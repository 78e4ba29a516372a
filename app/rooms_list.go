package app

import (
	"portfel/app/calendar"
	"portfel/app/clients"
	"portfel/app/desk"
	"portfel/app/documents"
	"portfel/app/mentoring"
	"portfel/app/overview"
	"portfel/app/plan"
	"portfel/app/projects"
	"portfel/app/settings"
	"portfel/app/trips"
	"portfel/app/ui"
	"portfel/data"
)

// rooms are the places of the navigation, in its order. They are set here and
// not where they are declared: the screens reach the window through them.
var rooms []room

func init() {
	rooms = []room{
		{id: "overview", icon: ui.IconHome,
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return overview.New(d, f) }},
		{id: "projects", icon: ui.IconProjects, opens: []data.Kind{data.KindProject},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return projects.New(d, f) }},
		{id: "plan", icon: ui.IconPlan, opens: []data.Kind{data.KindPlan, data.KindTask},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return plan.New(d, f) }},
		{id: "mentoring", icon: ui.IconMentoring, opens: []data.Kind{data.KindMentoring},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return mentoring.New(d, f) }},
		{id: "trips", icon: ui.IconTrips, opens: []data.Kind{data.KindTrip},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return trips.New(d, f) }},
		{id: "documents", icon: ui.IconDocuments, opens: []data.Kind{data.KindDeliverable},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return documents.New(d, f) }},
		{id: "clients", icon: ui.IconClients, opens: []data.Kind{data.KindClient},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return clients.New(d, f) }},
		{id: "calendar", icon: ui.IconCalendar, opens: []data.Kind{data.KindEvent, data.KindSeries},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return calendar.New(d, f) }},
		{id: "settings", icon: ui.IconSettings, bottom: true,
			opens: []data.Kind{data.KindPerson, data.KindAbsence, data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear, data.KindNorm, data.KindCompetency, data.KindSetting,
				data.KindRate, data.KindResource, data.KindCompany, data.KindSignatory, data.KindNumbering, data.KindForm, data.KindPerDiem, data.KindFxRate},
			make: func(d desk.Desk, f desk.Filter) desk.Screen { return settings.New(d, f) }},
	}
}
