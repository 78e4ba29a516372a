package command_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// tripFile is the sample file on 24.11.2026 with the trips of the stories.
func tripFile(t testing.TB, now time.Time) *sqlite.File {
	t.Helper()
	return clockFile(t, &now)
}

// clockFile is tripFile under a clock that the test sets.
func clockFile(t testing.TB, now *time.Time) *sqlite.File {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "trips.portfel"), command.Options(func() time.Time { return *now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if err := sample.Fill(f); err != nil {
		t.Fatal(err)
	}
	return f
}

var morning24 = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

func sampleTrip(key string) data.ID[data.Trip] {
	return data.ShippedID[data.Trip]("sample:trip." + key)
}

func samplePerson(key string) data.ID[data.Person] {
	return data.ShippedID[data.Person]("sample:person." + key)
}

func owner(t testing.TB, f *sqlite.File) data.ID[data.Person] {
	t.Helper()
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	return me.ID
}

func mustTrip(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) data.Trip {
	t.Helper()
	x, err := f.Read().Trip(id)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func tripLegs(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) []data.Leg {
	t.Helper()
	legs, err := f.Read().TripLegs(id)
	if err != nil {
		t.Fatal(err)
	}
	return legs
}

// dates writes the computed days of a trip: «30.11–4.12 бумаги 25.11 отчёт 9.12».
func dates(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) string {
	t.Helper()
	r, err := f.Read().TripRow(id)
	if err != nil {
		t.Fatal(err)
	}
	d := func(x data.Date) string {
		if x.IsZero() {
			return "-"
		}
		_, m, day := x.Civil()
		return fmt.Sprintf("%d.%d", day, int(m))
	}
	return d(r.StartsOn) + "–" + d(r.EndsOn) + " бумаги " + d(r.PapersOn) + " отчёт " + d(r.ReportOn)
}

func do(t testing.TB, f *sqlite.File, c sqlite.Command) {
	t.Helper()
	if _, err := f.Do(c); err != nil {
		t.Fatalf("%T: %v", c, err)
	}
}

// refuses checks the code of the problem that a command is refused with.
func refuses(t testing.TB, f *sqlite.File, c sqlite.Command, field, code string) {
	t.Helper()
	_, err := f.Do(c)
	var ps data.Problems
	if !errors.As(err, &ps) {
		t.Errorf("%T: %v, want the problem %s %s", c, err, field, code)
		return
	}
	for _, p := range ps {
		if p.Field == field && p.Code == code {
			return
		}
	}
	t.Errorf("%T: %v, want the problem %s %s", c, ps, field, code)
}

func leg(from, to, depart, arrive string) data.Leg {
	d, err1 := data.ParseMoment(depart)
	a, err2 := data.ParseMoment(arrive)
	if err1 != nil || err2 != nil {
		panic("moment of a test")
	}
	return data.Leg{Transport: data.ByPlane, FromPlace: from, ToPlace: to, Depart: d, Arrive: a}
}

// Stories 3 and 4: the trip of 30.11–04.12, papers three working days before the
// start, the report three working days after the return.
func TestDatesOfATripFollowFromItsLegs(t *testing.T) {
	f := tripFile(t, morning24)
	if got := dates(t, f, sampleTrip("copper")); got != "30.11–4.12 бумаги 25.11 отчёт 9.12" {
		t.Error(got)
	}
	me := owner(t, f)
	id := data.NewID[data.Trip]()
	do(t, f, command.PlanTrip{Trip: data.Trip{ID: id, Name: "Владивосток", What: data.TripHome, PersonID: me, Place: "Владивосток", Purpose: "аудит", Status: data.TripPlanned},
		Legs: []data.Leg{
			// 19.12 08:30 in Vladivostok is 01:30 in Moscow; the local clock goes back on this flight
			leg("VVO", "SVO", "2026-12-19T08:30 Asia/Vladivostok", "2026-12-19T10:05 Europe/Moscow"),
			leg("SVO", "VVO", "2026-12-14T20:00 Europe/Moscow", "2026-12-15T11:20 Asia/Vladivostok"),
		}})
	if got := dates(t, f, id); got != "14.12–19.12 бумаги 9.12 отчёт 23.12" { // 19.12 is a Saturday: 21, 22, 23
		t.Error(got)
	}
	if legs := tripLegs(t, f, id); legs[0].FromPlace != "SVO" || legs[0].Ord >= legs[1].Ord {
		t.Errorf("legs are not in the order of departure: %+v", legs)
	}
	// return at 01:00 on 05.12 in Yekaterinburg is still 04.12 at home
	home := leg("Екатеринбург", "Челябинск", "2026-12-05T00:10 Asia/Yekaterinburg", "2026-12-05T01:00 Asia/Yekaterinburg")
	home.TripID = sampleTrip("copper")
	do(t, f, command.EditLeg{Leg: home})
	if got := dates(t, f, sampleTrip("copper")); got != "30.11–4.12 бумаги 25.11 отчёт 9.12" {
		t.Error("after midnight there, before it at home:", got)
	}
}

func TestATripMovesOnlyWithWhatTheMoveAsksFor(t *testing.T) {
	f := tripFile(t, morning24)
	id := data.NewID[data.Trip]()
	x := data.Trip{ID: id, Name: "Пермь", PersonID: owner(t, f)}
	do(t, f, command.PlanTrip{Trip: x})
	x = mustTrip(t, f, id)
	if x.Status != data.TripDraft || x.What != data.TripHome {
		t.Fatalf("a new trip is %s %s", x.What, x.Status)
	}
	move := func(to data.TripStatus, edit func(*data.Trip)) command.MoveTrip {
		n := mustTrip(t, f, id)
		n.Status = to
		if edit != nil {
			edit(&n)
		}
		return command.MoveTrip{Trip: n}
	}
	refuses(t, f, move(data.TripAgreed, nil), "status", "move")
	refuses(t, f, move(data.TripPlanned, nil), "startsOn", "tripDates")
	x.StartsOn, x.EndsOn = data.NewDate(2026, 11, 23), data.NewDate(2026, 11, 24)
	do(t, f, command.Put{Record: x})
	do(t, f, move(data.TripPlanned, nil))
	refuses(t, f, move(data.TripAgreed, nil), "place", "required")
	refuses(t, f, move(data.TripAgreed, nil), "purpose", "required")
	do(t, f, move(data.TripAgreed, func(n *data.Trip) { n.Place, n.Purpose = "Пермь", "переговоры" }))
	rule := must(sqlite.Get(f.Read(), data.NumberingID(data.PaperOrder)))(t)
	do(t, f, command.Delete{Ref: data.RefTo(data.KindNumbering, rule.ID)})
	refuses(t, f, move(data.TripOrdered, nil), "orderNo", "required") // no rule could give one
	do(t, f, command.Put{Record: rule})
	refuses(t, f, move(data.TripOrdered, func(n *data.Trip) { n.OrderNo, n.OrderOn = "54-ком", data.NewDate(2026, 11, 20) }), "number", "numberTaken") // Казань
	do(t, f, move(data.TripOrdered, func(n *data.Trip) { n.OrderNo, n.OrderOn = "58-ком", data.NewDate(2026, 11, 20) }))
	do(t, f, move(data.TripReported, nil)) // the last day has come
	do(t, f, move(data.TripApproved, nil))
	refuses(t, f, move(data.TripClosed, nil), "status", "moneyOwed") // two days at 1 500
	do(t, f, command.SettleTrip{TripID: id, DocNo: "РКО 1"})
	refuses(t, f, move(data.TripCancelled, func(n *data.Trip) { n.CancelReason = "поздно" }), "status", "move")
	refuses(t, f, command.ShiftTrip{TripID: id, Days: 1}, "status", "tripDone")
	refuses(t, f, command.EditLeg{Leg: data.Leg{TripID: id}}, "status", "tripDone")

	ahead := mustTrip(t, f, sampleTrip("copper"))
	ahead.Status, ahead.OrderNo, ahead.OrderOn = data.TripOrdered, "57-ком", data.NewDate(2026, 11, 25)
	do(t, f, command.MoveTrip{Trip: ahead})
	ahead.Status = data.TripReported
	refuses(t, f, command.MoveTrip{Trip: ahead}, "status", "tripNotOver")
	alpha := mustTrip(t, f, sampleTrip("local.alpha"))
	alpha.Status = data.TripHeld
	refuses(t, f, command.MoveTrip{Trip: alpha}, "status", "tripNotOver")
}

// Story 4: the trip is moved by a day, then cancelled.
func TestShiftMovesLegsAndTerms(t *testing.T) {
	f := tripFile(t, morning24)
	id := sampleTrip("copper")
	before := tripLegs(t, f, id)
	do(t, f, command.ShiftTrip{TripID: id, Days: 1, Name: "Екатеринбург"})
	if got := dates(t, f, id); got != "1.12–5.12 бумаги 26.11 отчёт 9.12" { // 05.12 is a Saturday: 7, 8, 9
		t.Error(got)
	}
	after := tripLegs(t, f, id)
	if after[0].Depart.String() != "2026-12-01T06:35 Europe/Moscow" || after[1].Arrive.String() != "2026-12-05T22:15 Europe/Moscow" {
		t.Errorf("%s … %s", after[0].Depart, after[1].Arrive)
	}
	x := mustTrip(t, f, id)
	if x.StartsOn != data.NewDate(2026, 12, 1) || x.EndsOn != data.NewDate(2026, 12, 5) {
		t.Errorf("typed dates %s–%s", x.StartsOn, x.EndsOn)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := tripLegs(t, f, id); got[0] != before[0] || got[1] != before[1] {
		t.Errorf("after undo %+v", got)
	}
	refuses(t, f, command.CancelTrip{TripID: id, Reason: "  "}, "cancelReason", "required")
	do(t, f, command.CancelTrip{TripID: id, Reason: "клиент перенёс"})
	if x := mustTrip(t, f, id); x.Status != data.TripCancelled || x.CancelReason != "клиент перенёс" {
		t.Errorf("%s %q", x.Status, x.CancelReason)
	}
	if got := dates(t, f, id); got != "30.11–4.12 бумаги - отчёт -" {
		t.Error("a cancelled trip has no terms:", got)
	}
}

func TestAParticipantGetsTheSameRouteWithoutTickets(t *testing.T) {
	f := tripFile(t, morning24)
	id, dmitry := sampleTrip("copper"), samplePerson("lastochkin")
	legs := tripLegs(t, f, id)
	legs[0].TicketNo = "555 2400200"
	do(t, f, command.EditLeg{Leg: legs[0]})
	second := data.NewID[data.Trip]()
	do(t, f, command.AddParticipant{TripID: id, PersonID: dmitry, NewID: second, Name: "Ласточкин"})
	refuses(t, f, command.AddParticipant{TripID: id, PersonID: dmitry}, "personId", "tripTwice")
	refuses(t, f, command.AddParticipant{TripID: second, PersonID: owner(t, f)}, "personId", "tripTwice")

	a, b := mustTrip(t, f, id), mustTrip(t, f, second)
	if a.GroupID != id || b.GroupID != id || b.PersonID != dmitry || b.Status != data.TripPlanned || b.OwnPhone != "" {
		t.Errorf("%+v\n%+v", a, b)
	}
	theirs := tripLegs(t, f, second)
	if len(theirs) != 2 || theirs[0].TicketNo != "" || theirs[0].Carrier != "SU 1402" || theirs[0].Depart != legs[0].Depart {
		t.Errorf("%+v", theirs)
	}
	if got := dates(t, f, second); got != "30.11–4.12 бумаги 25.11 отчёт 9.12" {
		t.Error(got)
	}

	// an edit for all changes both, the ticket stays the traveller's own
	edited := tripLegs(t, f, id)[0]
	edited.Carrier, edited.Depart.Min, edited.TicketNo = "SU 1400", 5*60, "555 2400201"
	do(t, f, command.EditLeg{Leg: edited, Group: true})
	if l := tripLegs(t, f, second)[0]; l.Carrier != "SU 1400" || l.Depart.Clock() != "05:00" || l.TicketNo != "" {
		t.Errorf("%+v", l)
	}
	// an edit for one leaves the other alone
	edited.Carrier = "SU 1404"
	do(t, f, command.EditLeg{Leg: edited})
	if l := tripLegs(t, f, second)[0]; l.Carrier != "SU 1400" {
		t.Errorf("%+v", l)
	}
	middle := leg("Екатеринбург", "Челябинск", "2026-12-02T08:00 Asia/Yekaterinburg", "2026-12-02T11:00 Asia/Yekaterinburg")
	middle.TripID = id
	do(t, f, command.EditLeg{Leg: middle, Group: true})
	for _, trip := range []data.ID[data.Trip]{id, second} {
		if l := tripLegs(t, f, trip); len(l) != 3 || l[1].ToPlace != "Челябинск" {
			t.Errorf("%+v", l)
		}
	}
	middle = tripLegs(t, f, id)[1]
	do(t, f, command.OrderLeg{Leg: middle, By: 1, Group: true})
	for _, trip := range []data.ID[data.Trip]{id, second} {
		if l := tripLegs(t, f, trip); l[2].ToPlace != "Челябинск" {
			t.Errorf("%+v", l)
		}
	}
	do(t, f, command.DeleteLeg{Leg: middle, Group: true})
	if a, b := tripLegs(t, f, id), tripLegs(t, f, second); len(a) != 2 || len(b) != 2 {
		t.Errorf("%d and %d legs left", len(a), len(b))
	}
	do(t, f, command.ShiftTrip{TripID: id, Days: 7, Group: true})
	if got := dates(t, f, second); !strings.HasPrefix(got, "7.12–11.12") {
		t.Error(got)
	}
	do(t, f, command.CancelTrip{TripID: second, Reason: "не едем", Group: true})
	if a, b := mustTrip(t, f, id), mustTrip(t, f, second); a.Status != data.TripCancelled || b.CancelReason != "не едем" {
		t.Error(a.Status, b.Status)
	}
}

func TestOneOrderForAllWhoStandAtTheSamePlace(t *testing.T) {
	f := tripFile(t, morning24)
	first, with := data.NewID[data.Trip](), []data.ID[data.Person]{samplePerson("lastochkin"), samplePerson("ershova")}
	me := data.Trip{ID: first, Name: "Тула", PersonID: owner(t, f), Place: "Тула", Purpose: "опрос", Status: data.TripPlanned,
		StartsOn: data.NewDate(2026, 12, 7), EndsOn: data.NewDate(2026, 12, 8)}
	do(t, f, command.PlanTrip{Trip: me, With: with})
	me = mustTrip(t, f, first)
	group, err := f.Read().TripGroup(me)
	if err != nil || len(group) != 3 || !group[0].Mine {
		t.Fatalf("%+v, %v", group, err)
	}
	me.Status = data.TripAgreed
	do(t, f, command.MoveTrip{Trip: me, Group: true})
	me = mustTrip(t, f, first)
	me.Status, me.OrderNo, me.OrderOn = data.TripOrdered, "60-ком", data.NewDate(2026, 11, 30)
	do(t, f, command.MoveTrip{Trip: me, Group: true})
	group, _ = f.Read().TripGroup(me)
	for _, g := range group {
		if g.Status != data.TripOrdered || g.OrderNo != "60-ком" {
			t.Errorf("%s: %s, order %q", g.Person, g.Status, g.OrderNo)
		}
	}
	refuses(t, f, command.PlanTrip{Trip: data.Trip{Name: "Тула", PersonID: samplePerson("gromov")}, With: []data.ID[data.Person]{samplePerson("gromov")}}, "personId", "tripTwice")
}

func TestRepeatedTripStartsAnew(t *testing.T) {
	f := tripFile(t, morning24)
	id := data.NewID[data.Trip]()
	do(t, f, command.RepeatTrip{TripID: sampleTrip("daisy"), NewID: id, StartsOn: data.NewDate(2027, 1, 19), Name: "Казань"})
	x := mustTrip(t, f, id)
	if x.Status != data.TripDraft || x.OrderNo != "" || !x.OrderOn.IsZero() || x.AssignmentNo != "" || x.Purpose != "показ технического задания, сбор замечаний" || x.TaskText == "" {
		t.Errorf("%+v", x)
	}
	legs := tripLegs(t, f, id)
	if legs[0].Depart.String() != "2027-01-19T07:05 Europe/Moscow" || legs[1].Arrive.String() != "2027-01-21T21:55 Europe/Moscow" || legs[0].TicketNo != "" || legs[0].Carrier != "SU 1192" {
		t.Errorf("%+v", legs)
	}
	if got := dates(t, f, id); got != "19.1–21.1 бумаги - отчёт -" { // a draft has no terms
		t.Error(got)
	}
	local := data.NewID[data.Trip]()
	do(t, f, command.RepeatTrip{TripID: sampleTrip("local.baltic"), NewID: local, StartsOn: data.NewDate(2026, 12, 9)})
	if x := mustTrip(t, f, local); x.Status != data.TripPlanned || x.TimeFrom != 600 || x.StartsOn != data.NewDate(2026, 12, 9) || x.EndsOn != x.StartsOn || x.ResultText != "" {
		t.Errorf("%+v", x)
	}
	refuses(t, f, command.RepeatTrip{TripID: sampleTrip("daisy")}, "startsOn", "required")
}

func TestCommandsOfTripsAreUndoneWhole(t *testing.T) {
	f := tripFile(t, morning24)
	id, second := sampleTrip("copper"), data.NewID[data.Trip]()
	do(t, f, command.AddParticipant{TripID: id, PersonID: samplePerson("lastochkin"), NewID: second})
	do(t, f, command.ShiftTrip{TripID: id, Days: -3, Group: true})
	for range 2 {
		if _, err := f.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Read().Trip(second); !errors.Is(err, data.ErrNotFound) {
		t.Error("the copy is still there:", err)
	}
	if x := mustTrip(t, f, id); !x.GroupID.IsZero() || x.StartsOn != data.NewDate(2026, 11, 30) {
		t.Errorf("%+v", x)
	}
}

// clashes writes what stands against a trip: kind and title.
func clashes(t testing.TB, f *sqlite.File, id data.ID[data.Trip]) (all []string) {
	t.Helper()
	row, err := f.Read().TripRow(id)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.Read().TripClashes(row)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		all = append(all, string(r.Kind)+" "+r.Title)
	}
	return all
}

func TestOnlyWhatTheTravellerDoesOnTheWayIsAClash(t *testing.T) {
	f := tripFile(t, morning24)
	id, me := sampleTrip("copper"), owner(t, f)
	if got := clashes(t, f, id); len(got) != 1 || got[0] != "event_series 1:1 с Громовым" { // 02.12, story 3
		t.Errorf("%q", got)
	}
	meet := func(title, starts, ends string, who data.ID[data.Person], edit func(*data.Event)) {
		a, _ := data.ParseMoment(starts)
		b, _ := data.ParseMoment(ends)
		e := data.Event{Title: title, What: data.EventMeeting, Starts: a, Ends: b}
		if edit != nil {
			edit(&e)
		}
		do(t, f, command.PlanEvent{Event: e, Party: command.Party{People: []data.ID[data.Person]{who}}})
	}
	meet("до вылета", "2026-11-30T05:00 Europe/Moscow", "2026-11-30T06:35 Europe/Moscow", me, nil)
	meet("после прилёта", "2026-12-04T22:15 Europe/Moscow", "2026-12-04T23:00 Europe/Moscow", me, nil)
	meet("чужая", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow", samplePerson("lastochkin"), nil)
	meet("у того же клиента", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow", me, func(e *data.Event) { e.ClientID = data.ShippedID[data.Client]("sample:client.copper") })
	meet("этой поездки", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow", me, func(e *data.Event) { e.TripID = id })
	meet("отменена", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow", me, func(e *data.Event) { e.Status = data.EventCancelled })
	if got := clashes(t, f, id); len(got) != 1 {
		t.Errorf("%q", got)
	}
	meet("планёрка проекта", "2026-11-30T06:00 Europe/Moscow", "2026-11-30T07:00 Europe/Moscow", me, nil)
	do(t, f, command.PlanTrip{Trip: data.Trip{Name: "Тула", PersonID: me, StartsOn: data.NewDate(2026, 12, 4), EndsOn: data.NewDate(2026, 12, 4)}})
	do(t, f, command.PlanTrip{Trip: data.Trip{Name: "Рязань", PersonID: me, StartsOn: data.NewDate(2026, 12, 5), EndsOn: data.NewDate(2026, 12, 6)}})
	do(t, f, command.Put{Record: data.Absence{ID: data.NewID[data.Absence](), PersonID: me, What: data.DayOff, Status: data.AbsenceAgreed, Note: "отгул", StartsOn: data.NewDate(2026, 11, 27), EndsOn: data.NewDate(2026, 11, 30)}})
	got := strings.Join(clashes(t, f, id), ", ")
	if got != "absence отгул, trip Тула, event планёрка проекта, event_series 1:1 с Громовым" {
		t.Error(got)
	}
}

func TestALocalTripClashesByItsHours(t *testing.T) {
	f := tripFile(t, morning24)
	me, id := owner(t, f), data.NewID[data.Trip]()
	local := data.Trip{ID: id, Name: "Балтик-Тара", What: data.TripLocal, PersonID: me, StartsOn: data.NewDate(2026, 11, 25), EndsOn: data.NewDate(2026, 11, 25), TimeFrom: 14 * 60, TimeTo: 17 * 60}
	do(t, f, command.PlanTrip{Trip: local})
	if got := clashes(t, f, id); len(got) != 0 { // 11:00–12:30 is before, 17:30 after
		t.Errorf("%q", got)
	}
	local.Status, local.TimeFrom = data.TripPlanned, 12*60
	do(t, f, command.Put{Record: local})
	if got := strings.Join(clashes(t, f, id), ", "); got != "event Показ демонстрационного примера" {
		t.Error(got)
	}
}

func TestListsOfTripsByYearAndState(t *testing.T) {
	f := tripFile(t, morning24)
	today := data.NewDate(2026, 11, 24)
	count := func(x data.TripFilter) int {
		x.Today = today
		rows, err := f.Read().Trips(x)
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	all := count(data.TripFilter{})
	for year, want := range map[int]int{2025: 0, 2027: 1, 2026: all} { // the draft of 2027 is unfinished: it shows in the present year too
		if got := count(data.TripFilter{Year: year}); got != want {
			t.Errorf("%d: %d trips, want %d", year, got, want)
		}
	}
	sum := 0
	for _, s := range []data.TripShow{data.TripsAhead, data.TripsTravelling, data.TripsDue, data.TripsDone, data.TripsGone} {
		sum += count(data.TripFilter{Show: s})
	}
	if all < 9 || sum != all {
		t.Errorf("%d trips, the states together %d", all, sum)
	}
	if got := count(data.TripFilter{PersonID: samplePerson("lastochkin")}); got != 1 {
		t.Errorf("Ласточкин has %d trips", got)
	}
	years, err := f.Read().TripYears()
	if err != nil || len(years) != 2 || years[0] != 2027 {
		t.Errorf("%v, %v", years, err)
	}
}
