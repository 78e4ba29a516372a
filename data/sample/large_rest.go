package sample

import (
	"fmt"

	"portfel/data"
)

func (g *generator) trips() error {
	for n := range g.size.Trips {
		from := g.day()
		to := from + data.Date(1+g.r.Intn(6))
		town := oneOf(g.r, towns[1:])
		t := data.Trip{ID: number[data.Trip]("trip", n), Name: town, What: data.TripHome, PersonID: g.person(), ClientID: pick[data.Client](g, "client", g.size.Clients),
			ProjectID: pick[data.Project](g, "project", g.size.Projects), Purpose: oneOf(g.r, nouns), Place: town, StartsOn: from, EndsOn: to, Status: tripStatus(g, to)}
		if t.Status != data.TripPlanned && t.Status != data.TripAgreed {
			t.OrderNo, t.OrderOn = fmt.Sprintf("%d-ком", n+1), from-5
		}
		out := data.Leg{ID: number[data.Leg]("leg", n*2), TripID: t.ID, Ord: 100, Transport: data.ByPlane, FromPlace: "Москва", ToPlace: town,
			Depart: at(from, 7, 5), Arrive: at(from, 9, 40), Carrier: fmt.Sprintf("SU %d", 1000+n%900)}
		back := data.Leg{ID: number[data.Leg]("leg", n*2+1), TripID: t.ID, Ord: 200, Transport: data.ByTrain, FromPlace: town, ToPlace: "Москва",
			Depart: at(to, 18, 15), Arrive: at(to, 22, 30)}
		if err := g.put(t, out, back); err != nil {
			return err
		}
	}
	return nil
}

// tripStatus fits the day: past trips are settled, coming ones are planned.
func tripStatus(g *generator, to data.Date) data.TripStatus {
	if to < on(2026, 11, 1) {
		return data.TripClosed
	}
	return oneOf(g.r, []data.TripStatus{data.TripPlanned, data.TripAgreed, data.TripOrdered})
}

func (g *generator) documents() error {
	for n := range g.size.Documents {
		due := g.day()
		d := data.Deliverable{ID: number[data.Deliverable]("document", n), Title: oneOf(g.r, verbs) + ": " + oneOf(g.r, nouns), Designation: fmt.Sprintf("%04d.Д.%02d", n+1, n%50),
			What: oneOf(g.r, data.DeliverableKinds), ProjectID: pick[data.Project](g, "project", g.size.Projects), AuthorID: g.person(), DueOn: due}
		if err := g.put(d); err != nil {
			return err
		}
		for k := range g.r.Intn(3) {
			v := data.Version{ID: number[data.Version]("version", n*10+k), DeliverableID: d.ID, Label: fmt.Sprintf("0.%d", k+1), CreatedOn: due - data.Date(20-k*7), Status: data.VersionReplaced}
			if k == 1 {
				v.Status = oneOf(g.r, []data.VersionStatus{data.VersionDraft, data.VersionInternal, data.VersionClient, data.VersionApproved})
			}
			if err := g.put(v); err != nil {
				return err
			}
		}
	}
	return nil
}

func (g *generator) events() error {
	for n := range g.size.Events {
		from := at(g.day(), 8+g.r.Intn(10), 15*g.r.Intn(4))
		e := data.Event{ID: number[data.Event]("event", n), What: oneOf(g.r, data.EventKinds), Title: "Встреча: " + oneOf(g.r, nouns), Status: data.EventPlanned,
			Starts: from, Ends: from.Add(30 * (1 + g.r.Intn(4))), ClientID: pick[data.Client](g, "client", g.size.Clients)}
		if from.Day < on(2026, 11, 24) {
			e.Status = data.EventHeld
		}
		if err := g.put(e, data.EventPerson{ID: number[data.EventPerson]("participant", n), EventID: e.ID, PersonID: g.person()}); err != nil {
			return err
		}
	}
	return nil
}

func (g *generator) absences() error {
	for n := range g.size.Absences {
		from := g.day()
		if err := g.put(data.Absence{ID: number[data.Absence]("absence", n), PersonID: g.person(), What: oneOf(g.r, data.AbsenceKinds), Status: data.AbsenceAgreed,
			StartsOn: from, EndsOn: from + data.Date(g.r.Intn(14))}); err != nil {
			return err
		}
	}
	return nil
}
