package command

import (
	"cmp"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/table"
)

// ImportTrips takes a list of trips, a row a leg: rows of one trip and person
// make one trip, several people of a trip belong together. The good trips are
// taken in one step; a trip of which a row is not good is refused whole. A trip
// is known by its name and person; its rides by their places and day of
// departure. Rides that are missing in a newer list stay.
type ImportTrips struct {
	Source table.Trips
	Faults []table.Fault
}

// Label is "command.import.trips".
func (ImportTrips) Label() (string, string) { return "command.import.trips", "" }

// Preview tells what Run would do, and writes nothing.
func (c ImportTrips) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	p, err := c.Look(r)
	return p.Rows, err
}

// Look tells what Run would do and what of it has no place here.
func (c ImportTrips) Look(r *sqlite.Reader) (ImportPreview, error) {
	l, err := c.prepare(r)
	if err != nil {
		return ImportPreview{}, err
	}
	return ImportPreview{Rows: l.rows}, nil
}

// Run writes what is new, by PlanTrip and EditLeg.
func (c ImportTrips) Run(tx *sqlite.Tx) error {
	l, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	return l.write(tx)
}

func (c ImportTrips) prepare(r *sqlite.Reader) (*tripImport, error) {
	l, err := newListImport(r, data.KindTrip, c.Faults)
	if err != nil {
		return nil, err
	}
	t := &tripImport{listImport: l, columns: c.Source.Columns, groups: map[string]data.ID[data.Trip]{}}
	if t.clients, err = sqlite.List[data.Client](r, "archived_on IS NULL ORDER BY name"); err != nil {
		return nil, err
	}
	for _, g := range tripGroups(c.Source.Rows) {
		if line := faultOf(c.Faults, g); line > 0 {
			t.refuse(g[0].Line, "", tripShown(g[0]), "sheetrow.otherRow", table.Number(line))
			continue
		}
		if err := t.trip(g); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// tripGroups puts the rows of one trip and person together, in the order of
// their first rows.
func tripGroups(rows []table.LegRow) (out [][]table.LegRow) {
	at := map[string]int{}
	for _, r := range rows {
		key := data.Fold(r.Trip) + "\n" + data.Fold(r.Name)
		i, known := at[key]
		if !known {
			i = len(out)
			at[key] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

// faultOf is the line of a row of the same trip and person that has a fault, 0
// for none.
func faultOf(faults []table.Fault, g []table.LegRow) int {
	for _, f := range faults {
		if data.Fold(f.Name) == data.Fold(tripShown(g[0])) {
			return f.Line
		}
	}
	return 0
}

func tripShown(r table.LegRow) string { return strings.Trim(r.Trip+"/"+r.Name, "/") }

// tripImport is the import of a list of trips on the way.
type tripImport struct {
	*listImport
	columns table.Columns
	clients []data.Client
	groups  map[string]data.ID[data.Trip] // by name: the first trip of a journey
}

// trip works out one trip of one person.
func (t *tripImport) trip(g []table.LegRow) error {
	first, shown := g[0], tripShown(g[0])
	person, ok := t.person(first.Line, t.columns.Shown["person"], shown, first.Name)
	if !ok {
		return nil
	}
	client, ok := t.client(first, shown)
	if !ok {
		return nil
	}
	legs, ok := t.legs(g, t.zoneOf(person), shown)
	if !ok {
		return nil
	}
	have, err := sqlite.List[data.Trip](t.r, "person_id = ? AND status <> 'cancelled' ORDER BY id DESC", person)
	if err != nil {
		return err
	}
	for _, h := range have {
		if data.Fold(h.Name) == data.Fold(first.Trip) {
			return t.known(h, g, legs, client)
		}
	}
	t.plan(g, person, client, legs)
	return nil
}

// plan makes a new trip, of the journey of those who travel too.
func (t *tripImport) plan(g []table.LegRow, person data.ID[data.Person], client data.ID[data.Client], legs []data.Leg) {
	x := data.Trip{ID: data.NewID[data.Trip](), Name: g[0].Trip, PersonID: person, ClientID: client}
	fillTrip(&x, g)
	x.Status = FirstTripStatus(x.What)
	key := data.Fold(x.Name)
	if group, known := t.groups[key]; known {
		x.GroupID = group
		t.join(group)
	} else {
		t.groups[key] = x.ID
	}
	t.cmds = append(t.cmds, PlanTrip{Trip: x, Legs: legs})
	t.add(ImportAdded, tripShown(g[0]), legs[0].Depart.Day)
}

// join gives the first trip of a journey its mark too.
func (t *tripImport) join(group data.ID[data.Trip]) {
	for i, c := range t.cmds {
		if p, ok := c.(PlanTrip); ok && p.Trip.ID == group {
			p.Trip.GroupID = group
			t.cmds[i] = p
		}
	}
}

// fillTrip writes what the rows say of the whole trip; what is there stays where
// they say nothing.
func fillTrip(x *data.Trip, g []table.LegRow) {
	for _, r := range g {
		take(&x.Place, r.Place)
		take(&x.Purpose, r.Purpose)
		if x.Country == "" || x.Country == "RU" { // of several countries the first one abroad
			take(&x.Country, r.Country)
		}
		if r.Kind != "" {
			x.What = r.Kind
		}
	}
	if x.What == "" {
		x.What = data.TripHome
		for _, r := range g {
			if r.Leg.Crosses || r.Country != "" && r.Country != "RU" {
				x.What = data.TripAbroad
			}
		}
	}
	if x.Country == "RU" {
		x.Country = ""
	}
	for _, r := range g {
		x.RoadCounts = x.RoadCounts || r.Leg.RoadTo > 0 || r.Leg.RoadFrom > 0
	}
}

// countries tells whether the rows of a trip name several countries abroad: then
// each names the one where its ride arrives, else the country of the trip.
func countries(g []table.LegRow) bool {
	first := ""
	for _, r := range g {
		if r.Country == "" || r.Country == "RU" {
			continue
		}
		if first != "" && r.Country != first {
			return true
		}
		first = r.Country
	}
	return false
}

func take(to *string, s string) {
	if s != "" {
		*to = s
	}
}

// known compares a trip that is there with its rows.
func (t *tripImport) known(x data.Trip, g []table.LegRow, legs []data.Leg, client data.ID[data.Client]) error {
	shown, was := tripShown(g[0]), x
	what := x.What
	fillTrip(&x, g)
	x.What = what
	if !client.IsZero() {
		x.ClientID = client
	}
	t.groups[data.Fold(x.Name)] = x.ID
	if !x.GroupID.IsZero() {
		t.groups[data.Fold(x.Name)] = x.GroupID
	}
	have, err := t.r.TripLegs(x.ID)
	if err != nil {
		return err
	}
	edits := legEdits(x.ID, have, legs)
	switch {
	case len(edits) > 0 && !tripOpen(x):
		t.refuse(g[0].Line, "", shown, "sheetrow.tripDone", x.Name)
		return nil
	case len(edits) == 0 && x == was:
		t.add(ImportSame, shown, legs[0].Depart.Day)
		return nil
	}
	if x != was {
		t.puts = append(t.puts, x)
	}
	t.cmds = append(t.cmds, edits...)
	t.add(ImportChanged, shown, legs[0].Depart.Day)
	return nil
}

// legEdits are the rides that are new or differ.
func legEdits(trip data.ID[data.Trip], have, legs []data.Leg) (out []sqlite.Command) {
	have = slices.Clone(have)
	for _, l := range legs {
		l.TripID = trip
		at := slices.IndexFunc(have, func(h data.Leg) bool {
			return h.FromPlace == l.FromPlace && h.ToPlace == l.ToPlace && h.Depart.Day == l.Depart.Day
		})
		if at >= 0 {
			h := have[at]
			have = slices.Delete(have, at, at+1)
			l.ID, l.Ord, l.Hotel, l.Note = h.ID, h.Ord, h.Hotel, h.Note
			l.Carrier, l.TicketNo = cmp.Or(l.Carrier, h.Carrier), cmp.Or(l.TicketNo, h.TicketNo)
			l.Transport = cmp.Or(l.Transport, h.Transport)
			l.Crosses, l.Country, l.BorderOn = l.Crosses || h.Crosses, cmp.Or(l.Country, h.Country), cmp.Or(l.BorderOn, h.BorderOn)
			l.RoadTo, l.RoadFrom = cmp.Or(l.RoadTo, h.RoadTo), cmp.Or(l.RoadFrom, h.RoadFrom)
			if h == l {
				continue
			}
		}
		out = append(out, EditLeg{Leg: l})
	}
	return out
}

// legs are the rides in the order of their departures; without a zone the clock
// is that of the person's place of work.
func (t *tripImport) legs(g []table.LegRow, zone, shown string) (out []data.Leg, ok bool) {
	several := countries(g)
	for _, r := range g {
		l := r.Leg
		if several && l.Crosses {
			l.Country = r.Country
		}
		if r.NoDepartZ {
			l.Depart.Zone = zone
		}
		if r.NoArriveZ {
			l.Arrive.Zone = zone
		}
		check := l
		check.TripID = data.NewID[data.Trip]()
		if ps := check.Validate(); len(ps) > 0 {
			t.refuse(r.Line, t.columns.Shown[legColumns[ps[0].Field]], shown, ps[0].Code, ps[0].Args...)
			return nil, false
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b data.Leg) int {
		switch {
		case a.Depart.Before(b.Depart):
			return -1
		case b.Depart.Before(a.Depart):
			return 1
		}
		return 0
	})
	return out, true
}

// legColumns are the columns of the fields that a problem of a ride can name.
var legColumns = map[string]string{"fromPlace": "from_place", "toPlace": "to_place", "depart": "depart", "arrive": "arrive"}

// zoneOf is the zone of a person's place of work.
func (t *tripImport) zoneOf(id data.ID[data.Person]) string {
	for _, p := range t.who.all {
		if p.ID == id && p.Zone != "" {
			return p.Zone
		}
	}
	return t.who.me.Zone
}

// client finds a client by the name; none is asked for where the row names none.
func (t *tripImport) client(r table.LegRow, shown string) (id data.ID[data.Client], ok bool) {
	key := data.Fold(r.Client)
	if key == "" {
		return id, true
	}
	var part []data.Client
	for _, c := range t.clients {
		if data.Fold(c.Name) == key || data.Fold(c.FullName) == key {
			return c.ID, true
		}
		if strings.Contains(data.Fold(c.Name), key) {
			part = append(part, c)
		}
	}
	switch len(part) {
	case 1:
		return part[0].ID, true
	case 0:
		t.refuse(r.Line, t.columns.Shown["client"], shown, "sheetrow.noClient", r.Client)
		return id, false
	}
	names := make([]string, len(part))
	for i, c := range part {
		names[i] = c.Name
	}
	t.refuse(r.Line, t.columns.Shown["client"], shown, "sheetrow.manyClients", r.Client, namesShort(names))
	return id, false
}
