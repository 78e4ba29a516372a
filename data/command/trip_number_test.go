package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
)

// Orders up to 56 went to others: the trip of the stories gets 57-ком, the next
// one 58-ком; a travelling companion shares the order; undo frees the number.
func TestOrdersAreNumberedWithoutGapsOrRepeats(t *testing.T) {
	f := tripFile(t, morning24)
	day := data.NewDate(2026, 11, 25)
	next := func(want string) {
		t.Helper()
		if got, _, err := command.NextNumber(f.Read(), data.PaperOrder, day); got != want || err != nil {
			t.Errorf("the next order is %q (%v), want %q", got, err, want)
		}
	}
	next("57-ком")
	trip := mustTrip(t, f, sampleTrip("copper"))
	do(t, f, command.AddParticipant{TripID: trip.ID, PersonID: data.ShippedID[data.Person]("sample:person.lastochkin")})
	trip = mustTrip(t, f, trip.ID)
	trip.Status, trip.OrderOn = data.TripOrdered, day
	do(t, f, command.MoveTrip{Trip: trip})
	if got := mustTrip(t, f, trip.ID); got.OrderNo != "57-ком" || got.OrderOn != day {
		t.Errorf("ordered as %q of %s", got.OrderNo, got.OrderOn)
	}
	papers, err := f.Read().Papers(trip.ID)
	if err != nil || len(papers) != 1 || papers[0].Seq != 57 || papers[0].SignedOn != day {
		t.Errorf("papers %+v, %v", papers, err)
	}
	next("58-ком")
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	next("57-ком")
	if got, _, err := command.NextNumber(f.Read(), data.PaperOrder, data.NewDate(2027, 1, 12)); got != "57-ком" || err != nil {
		t.Errorf("the row of 2027 begins with %q, %v: it is the rule's first number", got, err)
	}
}

// A number typed out of turn is kept, and the row goes on after it.
func TestATypedNumberMovesTheRowOn(t *testing.T) {
	f := tripFile(t, morning24)
	trip := sampleTrip("copper")
	do(t, f, command.PutPaper{Paper: data.Paper{TripID: trip, What: data.PaperOrder, Number: "70-ком", PaperOn: data.NewDate(2026, 11, 25)}})
	if got, seq, err := command.NextNumber(f.Read(), data.PaperOrder, data.NewDate(2026, 12, 1)); got != "71-ком" || seq != 71 || err != nil {
		t.Errorf("after 70-ком comes %q, %d, %v", got, seq, err)
	}
	do(t, f, command.PutPaper{Paper: data.Paper{TripID: trip, What: data.PaperAssignment}})
	if got := mustTrip(t, f, trip); got.AssignmentNo != "57" || got.OrderNo != "70-ком" {
		t.Errorf("assignment %q, order %q", got.AssignmentNo, got.OrderNo)
	}
	do(t, f, command.PutPaper{Paper: data.Paper{TripID: trip, What: data.PaperAssignment, PaperOn: data.NewDate(2026, 11, 26)}})
	if got := mustTrip(t, f, trip); got.AssignmentNo != "57" {
		t.Errorf("the same paper made again got the number %q", got.AssignmentNo)
	}
}

// A prolongation moves the way back and keeps the old days; a recall the other
// way. 30.11–04.12 becomes 30.11–06.12, then ends on 02.12.
func TestAProlongationAndARecallMoveTheWayBack(t *testing.T) {
	f := tripFile(t, morning24)
	trip := mustTrip(t, f, sampleTrip("copper"))
	long := command.ChangeTrip{TripID: trip.ID, What: data.TripExtended, On: data.NewDate(2026, 12, 6), Reason: "просьба клиента"}
	refuses(t, f, long, "status", "tripNotOrdered")
	trip.Status, trip.OrderOn = data.TripOrdered, data.NewDate(2026, 11, 25)
	do(t, f, command.MoveTrip{Trip: trip})
	long.Reason = " "
	refuses(t, f, long, "reason", "required")
	long.Reason, long.On = "просьба клиента", data.NewDate(2026, 12, 4)
	refuses(t, f, long, "on", "tripLonger")
	long.On = data.NewDate(2026, 12, 6)
	do(t, f, long)
	if got := dates(t, f, trip.ID); got != "30.11–6.12 бумаги 25.11 отчёт 9.12" { // 06.12 is a Sunday: 7, 8, 9
		t.Error(got)
	}
	do(t, f, command.ChangeTrip{TripID: trip.ID, What: data.TripRecalled, On: data.NewDate(2026, 12, 2), Reason: "срочная сдача", OrderNo: "60-ком"})
	if got := dates(t, f, trip.ID); got != "30.11–2.12 бумаги 25.11 отчёт 7.12" { // 3, 4, 7
		t.Error(got)
	}
	all, err := f.Read().TripChanges(trip.ID)
	if err != nil || len(all) != 2 || all[0].OrderNo != "58-ком" || all[0].OldValue != "2026-11-30..2026-12-04" || all[1].NewValue != "2026-11-30..2026-12-02" {
		t.Errorf("changes %+v, %v", all, err)
	}
	legs := tripLegs(t, f, trip.ID)
	if legs[0].Depart.Day != data.NewDate(2026, 11, 30) || legs[1].Depart.Day != data.NewDate(2026, 12, 2) {
		t.Errorf("out on %s, back on %s", legs[0].Depart.Day, legs[1].Depart.Day)
	}
}
