package ical

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/text"
)

// diary is one feed over time; all share the states of items.
type diary struct {
	o    Options
	feed map[string]FeedState
}

// life is the file's memory over several exports.
type life struct {
	now   time.Time
	items map[string]ItemState
}

func newLife() *life { return &life{now: mine().Now, items: map[string]ItemState{}} }

func newDiary(o Options) *diary { return &diary{o, map[string]FeedState{}} }

// export plans and remembers, an hour later than the last time.
func (l *life) export(d *diary, rows []data.AgendaRow, onlyChanged bool) map[string]Item {
	l.now = l.now.Add(time.Hour)
	d.o.Now = l.now
	p := Plan(Items(rows, d.o), Known{l.items, d.feed}, d.o, onlyChanged)
	for _, s := range p.Items {
		l.items[s.UID] = s
	}
	for _, s := range p.Feed {
		d.feed[s.UID] = s
	}
	out := map[string]Item{}
	for _, it := range p.Write {
		out[it.Key] = it
	}
	return out
}

func TestSequenceFollowsFactsOnly(t *testing.T) {
	l, me := newLife(), newDiary(mine())
	rows := tripRows()
	first := l.export(me, rows, false)
	same := l.export(me, rows, false)
	for k, it := range same {
		if it.Sequence != 0 || !it.ModifiedAt.Equal(first[k].ModifiedAt) {
			t.Errorf("unchanged %s: %d, %v", k, it.Sequence, it.ModifiedAt)
		}
	}
	if got := l.export(me, rows, true); len(got) != 0 {
		t.Errorf("unchanged, only changed: %v", got)
	}

	rows[0].Status, rows[0].Critical = "ordered", true // looks the same in a calendar
	if got := l.export(me, rows, true); len(got) != 0 {
		t.Errorf("agreed to ordered: %v", got)
	}
	rows[0].Status = "planned"
	got := l.export(me, rows, true)
	if it := got[key(1, "")]; len(got) != 1 || it.Sequence != 1 || it.Status != Tentative || !it.ModifiedAt.Equal(l.now) {
		t.Errorf("planned: %+v", got)
	}
	rows[3].Starts.Min += 5
	if got = l.export(me, rows, true); len(got) != 1 || got[key(2, "")].Sequence != 1 {
		t.Errorf("leg: %+v", got)
	}
	rows[3].Starts.Min -= 5 // back again: a change, too
	if got = l.export(me, rows, true); got[key(2, "")].Sequence != 2 {
		t.Errorf("leg back: %+v", got)
	}
}

func TestSequenceIsTheSameForAllFeeds(t *testing.T) {
	l, me := newLife(), newDiary(mine())
	team := newDiary(mine())
	team.o.Audience, team.o.Lang = ForTeam, text.EN
	rows := tripRows()
	l.export(me, rows, false)
	rows[0].EndsOn++
	l.export(me, rows, false)
	it := l.export(team, rows, false)[key(1, "")]
	if it.Sequence != 1 || it.Summary != "Trip: Екатеринбург — "+copperName+" · Кузнецова А. С." {
		t.Errorf("%+v", it)
	}
	// What the team does not see changes the number, but not its file.
	rows[0].Detail = "другая цель"
	if got := l.export(team, rows, true); len(got) != 0 {
		t.Errorf("team is told of a purpose: %v", got)
	}
	if it = l.export(me, rows, true)[key(1, "")]; it.Sequence != 2 {
		t.Errorf("me: %+v", it)
	}
	// The language is not a fact, but the text of the feed changes.
	me.o.Lang = text.EN
	if it = l.export(me, rows, true)[key(1, "")]; it.Sequence != 2 || !it.ModifiedAt.Equal(l.now) {
		t.Errorf("language: %+v", it)
	}
}

func TestDeletedIsCancelledOnceInEachFeedThatHeldIt(t *testing.T) {
	l, me, team := newLife(), newDiary(mine()), newDiary(mine())
	team.o.Audience = ForTeam
	late := newDiary(mine())
	late.o.Audience, late.o.Layers = ForTeam, []data.Layer{data.LayerTrips}
	rows := tripRows()
	l.export(me, rows, false)
	l.export(team, rows, false)
	rest := rows[3:]
	got := l.export(me, rest, true)
	it := got[key(1, "")]
	if len(got) != 3 || it.Status != Cancelled || it.Sequence != 1 || it.StartsOn != day("2026-11-30") || it.EndsOn != day("2026-12-04") {
		t.Fatalf("me: %+v", got)
	}
	if got = l.export(team, rest, true); len(got) != 1 || got[key(1, "")].Sequence != 1 || got[key(1, "")].Status != Cancelled {
		t.Errorf("team: %+v", got)
	}
	for name, d := range map[string]*diary{"me": me, "team": team, "a feed that never held it": late} {
		if got = l.export(d, rest, true); len(got) != 0 {
			t.Errorf("%s is told again: %v", name, got)
		}
	}
	// The deletion is undone.
	if it = l.export(me, rows, true)[key(1, "")]; it.Sequence != 2 || it.Status != Confirmed {
		t.Errorf("back: %+v", it)
	}
}

func TestDraftsAreTakenBack(t *testing.T) {
	l, me := newLife(), newDiary(mine())
	rows := tripRows()
	l.export(me, rows, false)
	for i := range rows {
		rows[i].Status = "draft"
	}
	got := l.export(me, rows, false)
	if len(got) != 5 {
		t.Fatalf("%d", len(got))
	}
	for k, it := range got {
		if it.Status != Cancelled || it.Sequence != 1 || it.HasRemind {
			t.Errorf("%s: %+v", k, it)
		}
	}
	if got = l.export(newDiary(mine()), rows, false); len(got) != 0 {
		t.Errorf("drafts in a new feed: %v", got)
	}
}

func TestWhatAnAudienceMayNoLongerSee(t *testing.T) {
	l, team := newLife(), newDiary(mine())
	team.o.Audience = ForTeam
	rows := tripRows()[:1]
	l.export(team, rows, false)
	rows[0].Kind = data.AgendaPapers // a kind that the team does not see
	it := l.export(team, rows, false)[key(1, "")]
	if it.Status != Cancelled || it.Sequence != 1 {
		t.Errorf("%+v", it)
	}
	// Facts unchanged, only the right to see: the number must still rise.
	client := newDiary(mine())
	client.o.Audience, client.o.Client, client.o.Named = ForClient, copper, always
	talk := marked(data.AgendaEvent)
	l.export(client, []data.AgendaRow{talk}, false)
	before := l.items[key(1, "")].Sequence
	client.o.Confidential = always
	it = l.export(client, []data.AgendaRow{talk}, false)[key(1, "")]
	if it.Status != Cancelled || it.Sequence != before+1 {
		t.Errorf("%+v", it)
	}
}

func TestDroppedTouchOfASeries(t *testing.T) {
	l, me := newLife(), newDiary(mine())
	l.export(me, []data.AgendaRow{weekly(), moved()}, false)
	k := key(20, "") + "#2026-12-02"

	// The touched day is dropped: the calendar gets the day of the series back.
	it := l.export(me, []data.AgendaRow{weekly()}, true)[k]
	if it.Status != Confirmed || it.Sequence != 1 || it.Starts != at0("2026-12-02T17:30 Europe/Moscow") || it.Summary != "1:1 с Громовым" {
		t.Errorf("%+v", it)
	}
	if got := l.export(me, []data.AgendaRow{weekly()}, true); len(got) != 0 {
		t.Errorf("told again: %v", got)
	}
	// Touched again, then cancelled: the series loses the day, too.
	if it = l.export(me, []data.AgendaRow{weekly(), moved()}, true)[k]; it.Sequence != 2 {
		t.Errorf("touched again: %+v", it)
	}
	gone := moved()
	gone.Status = "cancelled"
	got := l.export(me, []data.AgendaRow{weekly(), gone}, true)
	if got[k].Status != Cancelled || got[k].Sequence != 3 || got[k].Original != at0("2026-12-02T17:30 Europe/Moscow") {
		t.Errorf("cancelled: %+v", got[k])
	}
	if m := got[key(20, "")]; m.Sequence != 1 || fmt.Sprint(m.ExDays) != "[2026-12-02]" {
		t.Errorf("series: %+v", m)
	}
	// The series is deleted with everything.
	got = l.export(me, nil, true)
	if len(got) != 1 || got[key(20, "")].Status != Cancelled || got[key(20, "")].Rule != "FREQ=WEEKLY;BYDAY=WE" {
		t.Errorf("deleted: %+v", got)
	}
}

func TestStandingClockStillMovesOn(t *testing.T) {
	o := mine()
	rows := tripRows()[:1]
	var k Known
	p := Plan(Items(rows, o), k, o, false)
	k.remember(p)
	rows[0].EndsOn++
	if q := Plan(Items(rows, o), k, o, false); !q.Write[0].ModifiedAt.After(p.Write[0].ModifiedAt) {
		t.Error("LAST-MODIFIED stays although the item changed")
	}
}

func TestFeedNames(t *testing.T) {
	o := Options{}
	if o.Feed() != "me||all" {
		t.Error(o.Feed())
	}
	o.Layers = data.Layers
	if o.Feed() != "me||all" {
		t.Error(o.Feed())
	}
	o.Audience, o.Client, o.Layers = ForClient, copper, []data.Layer{data.LayerDocuments, data.LayerTrips}
	if want := "client|" + copper.String() + "|trips,documents"; o.Feed() != want {
		t.Error(o.Feed())
	}
	o.Auto = true
	if want := "client|" + copper.String() + "|trips,documents|auto"; o.Feed() != want {
		t.Error("the file that is rewritten by itself shares a feed with the one made by hand:", o.Feed())
	}
}

func TestLayers(t *testing.T) {
	o := mine()
	o.Layers = []data.Layer{data.LayerLegs}
	got, p := export(t, tripRows(), o)
	if len(p.Write) != 2 || strings.Contains(got, "Командировка:") {
		t.Error(got)
	}
}
