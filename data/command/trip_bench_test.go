package command_test

import (
	"fmt"
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// manyTrips is the sample file with 5 000 more trips of two legs over ten years.
func manyTrips(b *testing.B) *sqlite.File {
	f := tripFile(b, morning24)
	me := owner(b, f)
	all := command.All{Key: "command.trip.plan"}
	for i := range 5000 {
		from := data.NewDate(2018, 1, 8) + data.Date(i*7/10)
		out := data.Leg{Transport: data.ByPlane, FromPlace: "SVO", ToPlace: "SVX", Depart: data.Moment{Day: from, Min: 395, Zone: "Europe/Moscow"},
			Arrive: data.Moment{Day: from, Min: 665, Zone: "Asia/Yekaterinburg"}}
		back := data.Leg{Transport: data.ByPlane, FromPlace: "SVX", ToPlace: "SVO", Depart: data.Moment{Day: from + 4, Min: 1300, Zone: "Asia/Yekaterinburg"},
			Arrive: data.Moment{Day: from + 4, Min: 1335, Zone: "Europe/Moscow"}}
		all.Commands = append(all.Commands, command.PlanTrip{Legs: []data.Leg{out, back},
			Trip: data.Trip{Name: fmt.Sprint("Екатеринбург ", i), What: data.TripHome, PersonID: me, Place: "Екатеринбург", Status: data.TripClosed, ClientID: data.ShippedID[data.Client]("sample:client.copper")}})
	}
	if _, err := f.Base(all); err != nil {
		b.Fatal(err)
	}
	return f
}

func BenchmarkTripList(b *testing.B) {
	f := manyTrips(b)
	today := data.NewDate(2026, 11, 24)
	filter := data.TripFilter{Year: 2026, Today: today}
	b.Run("all 5000", func(b *testing.B) {
		for b.Loop() {
			if rows, err := f.Read().Trips(data.TripFilter{Today: today}); err != nil || len(rows) < 5000 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("one year", func(b *testing.B) {
		for b.Loop() {
			if rows, err := f.Read().Trips(filter); err != nil || len(rows) < 300 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("counts", func(b *testing.B) {
		for b.Loop() {
			if _, err := f.Read().TripCounts(filter); err != nil {
				b.Fatal(err)
			}
		}
	})
	row, err := f.Read().TripRow(sampleTrip("copper"))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("clashes", func(b *testing.B) {
		for b.Loop() {
			if _, err := f.Read().TripClashes(row); err != nil {
				b.Fatal(err)
			}
		}
	})
}
