package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// The travellers of a journey share the number of the order: who joins after it
// was given is shown it, and takes it.
func TestTravellersOfAJourneyShareTheOrder(t *testing.T) {
	f := tripFile(t, morning24)
	first, second := mustTrip(t, f, sampleTrip("copper")), mustTrip(t, f, sampleTrip("north"))
	first.GroupID, second.GroupID = first.ID, first.ID
	do(t, f, command.Put{Record: first})
	do(t, f, command.Put{Record: second})
	put, ok, err := command.NumberPaper(f.Read(), command.PaperOptions{Code: "order", TripID: first.ID})
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	do(t, f, put)
	o := command.PaperOptions{Code: "order", TripID: second.ID, Format: "docx"}
	_, notes := paperBytes(t, f, o, text.RU)
	if len(notes) != 0 {
		t.Errorf("notes %+v", notes)
	}
	mentions(t, paperText(t, f, o, text.RU), "ПРИКАЗ № 57-ком", "Тихонов Артём Сергеевич", "24 ноября 2026 г.")
	if put, ok, err = command.NumberPaper(f.Read(), o); err != nil || !ok {
		t.Fatal(ok, err)
	}
	do(t, f, put)
	if got := mustTrip(t, f, second.ID); got.OrderNo != "57-ком" || got.OrderOn != data.NewDate(2026, 11, 24) {
		t.Errorf("order %s of %s", got.OrderNo, got.OrderOn)
	}
}
