package ical

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	goical "github.com/emersion/go-ical"

	"portfel/data"
	"strings"
)

// randomRow is a row of any kind with odd texts, zones and dates.
func randomRow(r *rand.Rand, n int) data.AgendaRow {
	k := data.AgendaKinds[r.IntN(len(data.AgendaKinds))]
	row := data.AgendaRow{Kind: k, Layer: data.Layers[r.IntN(len(data.Layers))], UIDID: id(n), Status: "agreed",
		Title: randomText(r, 90), Place: randomText(r, 40), ToPlace: randomText(r, 40), Detail: randomText(r, 200),
		Client: randomText(r, 30), Project: randomText(r, 30), PersonID: anna.ID, Percent: r.IntN(101), AllDay: true}
	row.StartsOn = day("2015-01-01") + data.Date(r.IntN(6000))
	row.EndsOn = row.StartsOn + data.Date(r.IntN(5))
	if r.IntN(2) == 0 && k != data.AgendaTask && k != data.AgendaMilestone {
		row.AllDay = false
		row.Starts = data.Moment{Day: row.StartsOn, Min: 240 + r.IntN(1200), Zone: zonesOfTest[r.IntN(len(zonesOfTest))]}
		row.Ends = row.Starts.Add(1440 + r.IntN(3000))
		row.Ends.Zone = zonesOfTest[r.IntN(len(zonesOfTest))]
	}
	if k == data.AgendaSeries {
		row.Rule = []string{"FREQ=WEEKLY;BYDAY=WE", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=-1FR"}[r.IntN(3)]
		row.UntilOn = row.StartsOn + 40 + data.Date(r.IntN(300))
		row.Starts = data.Moment{Day: row.StartsOn, Min: row.Starts.Min, Zone: "Europe/Moscow"}
		row.Ends = data.Moment{Day: row.EndsOn, Min: 1439, Zone: "Europe/Moscow"}
		row.DaysOff = data.DaysOffSkip
	}
	return row
}

// TestWhatIsWrittenIsRead: encode, then decode, gives the same items.
func TestWhatIsWrittenIsRead(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	o := mine()
	o.Off = winterBreak
	for range 40 {
		var rows []data.AgendaRow
		for n := range 30 {
			rows = append(rows, randomRow(r, n+1))
		}
		o.Tasks = []TasksAs{TasksAsEvents, TasksAsTodos}[r.IntN(2)]
		ics, p := export(t, rows, o)
		list, refused, err := Decode([]byte(ics), moscow)
		if err != nil || len(refused) != 0 || len(list) != len(p.Write) {
			t.Fatalf("%v, %v, %d of %d", err, refused, len(list), len(p.Write))
		}
		if cal, err := goical.NewDecoder(strings.NewReader(ics)).Decode(); err != nil || len(cal.Children) < len(list) {
			t.Fatalf("go-ical: %v", err)
		}
		for i, f := range list {
			if got, want := foreignLine(f), itemLine(p.Write[i]); got != want {
				t.Fatalf("\n got %s\nwant %s\nin %s", got, want, p.Write[i].body)
			}
		}
	}
}

func foreignLine(f Foreign) string {
	return fmt.Sprintf("%q", []any{f.UID, f.Todo, f.AllDay, f.StartsOn, f.EndsOn, f.Starts, f.Ends, f.Rule, f.UntilOn, f.ExDates, f.Summary,
		f.Location, f.Description, f.Status, f.Percent, f.Private, f.Free, f.Own, f.OwnID})
}

func itemLine(it Item) string {
	if it.Todo {
		it.Free = false
		it.StartsOn = min(it.StartsOn, it.EndsOn)
	}
	left, _, _ := strings.Cut(it.UID, "@")
	own, _ := data.ParseID[data.Any](left)
	return fmt.Sprintf("%q", []any{it.UID, it.Todo, it.AllDay, it.StartsOn, it.EndsOn, it.Starts, it.Ends, it.Rule, it.UntilOn, it.ExDays, it.Summary,
		it.Place, it.Description, it.Status, it.Percent, it.Private, it.Free, true, own})
}

// TestBodiesComeBack: what a feed keeps can be cancelled later in every detail.
func TestBodiesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	o := mine()
	o.Off = winterBreak
	rows := []data.AgendaRow{weekly(), moved()}
	for n := range 300 {
		rows = append(rows, randomRow(r, n+100))
	}
	_, p := export(t, rows, o)
	for i, it := range p.Write {
		if !slices.ContainsFunc(p.Feed, func(s FeedState) bool { return s.UID == it.Key && s.Body == it.body }) {
			t.Fatalf("%s is not kept", it.Key)
		}
		back, err := revive(FeedState{UID: it.Key, Body: it.body})
		if err != nil {
			t.Fatalf("%v of\n%s", err, it.body)
		}
		back.HasRemind, back.Remind = it.HasRemind, it.Remind // a cancelled item has none
		back.render(&lines{})
		if back.body != it.body {
			t.Fatalf("%d:\n got %s\nwant %s", i, back.body, it.body)
		}
	}
}
