package sample

import (
	"testing"

	"portfel/data"
)

// Nobody of the sample is away and on a trip at the same time.
func TestNobodyTravelsWhileAway(t *testing.T) {
	f := filled(t)
	checked := 0
	for _, a := range list[data.Absence](t, f, "status <> 'cancelled'") {
		for _, trip := range list[data.Trip](t, f, "person_id = ? AND status NOT IN ('cancelled', 'draft')", a.PersonID) {
			dates, err := f.Read().DueDates(data.RefTo(data.KindTrip, trip.ID))
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range dates {
				if d.Code != data.DueTripDates {
					continue
				}
				checked++
				if d.StartsOn <= a.EndsOn && a.StartsOn <= d.EndsOn {
					t.Errorf("%s is away (%s) %s–%s and travels to %s %s–%s", a.PersonID, a.What, a.StartsOn, a.EndsOn, trip.Place, d.StartsOn, d.EndsOn)
				}
			}
		}
	}
	if checked == 0 {
		t.Error("no absence was compared with a trip")
	}
}
