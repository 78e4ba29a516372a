package command_test

import (
	"strings"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// ticketsOfStory3 are the tickets, the hotel and a dinner of the trip of story 3:
// Moscow to Yekaterinburg on 30.11 at 06:35, back on 4.12 at 21:40.
const ticketsOfStory3 = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:out@carrier
DTSTART:20261130T033500Z
DTEND:20261130T060500Z
SUMMARY:Рейс SU 1402 Москва (SVO) – Екатеринбург (SVX)
DESCRIPTION:Билет 555 2134567890
END:VEVENT
BEGIN:VEVENT
UID:back@carrier
DTSTART:20261204T164000Z
DTEND:20261204T191500Z
SUMMARY:Рейс SU 1409 Екатеринбург (SVX) – Москва (SVO)
DESCRIPTION:Билет 555 2134567891
END:VEVENT
BEGIN:VEVENT
UID:hotel@sender
DTSTART;VALUE=DATE:20261130
DTEND;VALUE=DATE:20261204
SUMMARY:Отель «Рудный двор»
LOCATION:Екатеринбург\, ул. Малышева\, 5
DESCRIPTION:Бронь 3011845
END:VEVENT
BEGIN:VEVENT
UID:dinner@host
DTSTART:20261201T190000
DTEND:20261201T210000
SUMMARY:Ужин с заказчиком
END:VEVENT
END:VCALENDAR
`

func itinerary(t testing.TB, f *sqlite.File, trip data.ID[data.Trip], body string) command.AddItinerary {
	t.Helper()
	items, err := command.ReadItinerary(f.Read(), trip, []byte(body), text.For(text.RU))
	if err != nil {
		t.Fatal(err)
	}
	return command.AddItinerary{TripID: trip, Items: items, Name: "tickets.ics"}
}

// planned writes what would become of each item: the action, whether it is
// ticked, and why not.
func planned(t testing.TB, f *sqlite.File, c command.AddItinerary) (out []string) {
	t.Helper()
	rows, err := c.Preview(f.Read())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		s := string(r.What) + " " + string(r.Action)
		if r.Ticked {
			s += " ticked"
		}
		if r.Reason.Code != "" {
			s += " " + r.Reason.Code
		}
		out = append(out, s)
	}
	return out
}

// emptyTrip is a trip to Yekaterinburg in the days of story 3 that has no legs.
func emptyTrip(t testing.TB, f *sqlite.File) data.ID[data.Trip] {
	t.Helper()
	id := data.NewID[data.Trip]()
	do(t, f, command.PlanTrip{Trip: data.Trip{ID: id, Name: "Екатеринбург", Place: "Екатеринбург", PersonID: owner(t, f), StartsOn: data.NewDate(2026, 11, 30), EndsOn: data.NewDate(2026, 12, 4)}})
	return id
}

func legTold(l data.Leg) string {
	return strings.Join([]string{string(l.Transport), l.FromPlace, l.ToPlace, l.Depart.String(), l.Arrive.String(), l.Carrier, l.TicketNo, l.Hotel}, " | ")
}

func TestAnItineraryBecomesTheRouteOfATrip(t *testing.T) {
	f := tripFile(t, morning24)
	id := emptyTrip(t, f)
	c := itinerary(t, f, id, ticketsOfStory3)
	same(t, "preview", planned(t, f, c), "ride added ticked", "ride added ticked", "stay added ticked", "other added")
	c.Items = c.Items[:3]
	do(t, f, c)
	legs := tripLegs(t, f, id)
	if len(legs) != 2 {
		t.Fatalf("%d legs", len(legs))
	}
	same(t, "legs", []string{legTold(legs[0]), legTold(legs[1])},
		"plane | Москва (SVO) | Екатеринбург (SVX) | 2026-11-30T06:35 Europe/Moscow | 2026-11-30T11:05 Asia/Yekaterinburg | SU 1402 | 555 2134567890 | «Рудный двор», Екатеринбург, ул. Малышева, 5, бронь 3011845",
		"plane | Екатеринбург (SVX) | Москва (SVO) | 2026-12-04T21:40 Asia/Yekaterinburg | 2026-12-04T22:15 Europe/Moscow | SU 1409 | 555 2134567891 | ")
	if got := dates(t, f, id); !strings.HasPrefix(got, "30.11–4.12") {
		t.Error(got)
	}
	again := itinerary(t, f, id, ticketsOfStory3)
	same(t, "second import", planned(t, f, again), "ride same", "ride same", "stay same", "other added")
	again.Items = again.Items[:3]
	step, err := f.Do(again)
	if err != nil || len(step.IDs) != 0 || len(tripLegs(t, f, id)) != 2 {
		t.Errorf("a second import made a step: %+v %v", step, err)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := len(tripLegs(t, f, id)); n != 0 {
		t.Errorf("undo left %d legs", n)
	}
	same(t, "after undo", planned(t, f, again), "ride added ticked", "ride added ticked", "stay added ticked")
}

// The route of story 3 stands there by hand: the file brings the ticket, and no
// second leg.
func TestATicketAmendsALegTypedByHand(t *testing.T) {
	f := tripFile(t, morning24)
	id := sampleTrip("copper")
	before := tripLegs(t, f, id)
	c := itinerary(t, f, id, ticketsOfStory3)
	same(t, "preview", planned(t, f, c), "ride changed ticked", "ride changed ticked", "stay same", "other added")
	do(t, f, c)
	legs := tripLegs(t, f, id)
	if len(legs) != 2 || legs[0].ID != before[0].ID || legs[0].TicketNo != "555 2134567890" || legs[1].TicketNo != "555 2134567891" {
		t.Fatalf("%+v", legs)
	}
	legs[0].TicketNo, legs[1].TicketNo = "", ""
	if legs[0] != before[0] || legs[1] != before[1] {
		t.Errorf("more than the ticket changed:\n%+v\n%+v", before, legs)
	}
	events, err := sqlite.List[data.Event](f.Read(), "title = 'Ужин с заказчиком'")
	if err != nil || len(events) != 1 || events[0].TripID != id || events[0].Starts.String() != "2026-12-01T19:00 Asia/Yekaterinburg" {
		t.Errorf("%+v %v", events, err)
	}
	same(t, "again", planned(t, f, itinerary(t, f, id, ticketsOfStory3)), "ride same", "ride same", "stay same", "other same")
}

// The carrier moves the flight by forty minutes and sends the file again; what the
// user wrote to the leg meanwhile stays.
func TestAMovedFlightMovesItsLeg(t *testing.T) {
	f := tripFile(t, morning24)
	id := emptyTrip(t, f)
	do(t, f, itinerary(t, f, id, ticketsOfStory3))
	leg := tripLegs(t, f, id)[0]
	leg.Note, leg.RoadTo = "взять договор", 90
	do(t, f, command.EditLeg{Leg: leg})
	same(t, "unchanged file", planned(t, f, itinerary(t, f, id, ticketsOfStory3))[:1], "ride same")
	moved := strings.NewReplacer("20261130T033500Z", "20261130T041500Z", "20261130T060500Z", "20261130T064500Z").Replace(ticketsOfStory3)
	c := itinerary(t, f, id, moved)
	same(t, "moved", planned(t, f, c), "ride changed ticked", "ride same", "stay same", "other same")
	do(t, f, c)
	got := tripLegs(t, f, id)
	if len(got) != 2 || got[0].Depart.String() != "2026-11-30T07:15 Europe/Moscow" || got[0].Arrive.String() != "2026-11-30T11:45 Asia/Yekaterinburg" || got[0].Note != "взять договор" || got[0].RoadTo != 90 || got[0].Hotel == "" {
		t.Errorf("%+v", got)
	}
}

func TestWhatAnItineraryDoesNotTick(t *testing.T) {
	f := tripFile(t, morning24)
	id := emptyTrip(t, f)
	stay := between(ticketsOfStory3, "BEGIN:VEVENT\nUID:hotel")
	c := itinerary(t, f, id, "BEGIN:VCALENDAR\n"+stay+"END:VCALENDAR\n")
	same(t, "a stay without a leg", planned(t, f, c), "stay refused itineraryNoLeg")
	refuses(t, f, c, "", "itineraryNoLeg")
	later := strings.NewReplacer("20261130", "20270120", "20261204", "20270124", "20261201", "20270121").Replace(ticketsOfStory3)
	same(t, "another journey", planned(t, f, itinerary(t, f, id, later)), "ride added itineraryOutside", "ride added itineraryOutside", "stay added itineraryOutside", "other added itineraryOutside")
	do(t, f, itinerary(t, f, id, ticketsOfStory3))
	other := strings.ReplaceAll(strings.ReplaceAll(ticketsOfStory3, "UID:hotel", "UID:other"), "Рудный двор", "Исеть")
	c = itinerary(t, f, id, other)
	same(t, "another hotel", planned(t, f, c)[2:3], "stay changed itineraryHotelWas")
	late := strings.NewReplacer("20261204T191500Z", "20261204T091500Z").Replace(strings.ReplaceAll(ticketsOfStory3, "UID:back", "UID:late"))
	same(t, "an end before the start", planned(t, f, itinerary(t, f, id, late))[2:], "other same", "other refused icsOrder")
}

// between is the event of a file that begins with a head.
func between(body, head string) string {
	_, rest, _ := strings.Cut(body, head)
	rest, _, _ = strings.Cut(rest, "END:VEVENT\n")
	return head + rest + "END:VEVENT\n"
}

// The others of the journey get the legs, not the tickets; who has a leg already
// gets no second one.
func TestAnItineraryForAllTravellers(t *testing.T) {
	f := tripFile(t, morning24)
	id, other := emptyTrip(t, f), data.NewID[data.Trip]()
	people, err := sqlite.List[data.Person](f.Read(), "is_me = 0 ORDER BY id")
	if err != nil || len(people) == 0 {
		t.Fatal(err)
	}
	do(t, f, command.AddParticipant{TripID: id, PersonID: people[0].ID, NewID: other})
	first := itinerary(t, f, other, "BEGIN:VCALENDAR\n"+between(ticketsOfStory3, "BEGIN:VEVENT\nUID:out")+"END:VCALENDAR\n")
	do(t, f, first)
	c := itinerary(t, f, id, ticketsOfStory3)
	c.Group, c.Items = true, c.Items[:3]
	do(t, f, c)
	legs := tripLegs(t, f, other)
	if len(legs) != 2 || legs[0].TicketNo != "555 2134567890" || legs[1].TicketNo != "" || legs[1].Carrier != "SU 1409" || legs[0].Hotel == "" {
		t.Errorf("%+v", legs)
	}
}

func TestATripThatIsOverTakesNoItinerary(t *testing.T) {
	f := tripFile(t, morning24)
	id := emptyTrip(t, f)
	c := itinerary(t, f, id, ticketsOfStory3)
	do(t, f, command.CancelTrip{TripID: id, Reason: "отменили"})
	refuses(t, f, c, "status", "tripDone")
}

func TestADamagedItineraryNamesItsLine(t *testing.T) {
	f := tripFile(t, morning24)
	id := emptyTrip(t, f)
	_, err := command.ReadItinerary(f.Read(), id, []byte(ticketsOfStory3[:strings.Index(ticketsOfStory3, " Екатеринбург")]), text.For(text.RU))
	if got := text.For(text.RU).Error(err); !strings.Contains(got, "обрывается на строке 7") {
		t.Error(got)
	}
}
