package ical

import (
	"errors"
	"strings"
	"testing"

	"portfel/data"
)

func stopsOf(t *testing.T, events ...string) ([]Stop, []Refused) {
	t.Helper()
	body := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	for _, e := range events {
		body += "BEGIN:VEVENT\r\n" + strings.ReplaceAll(e, "\n", "\r\n") + "\r\nEND:VEVENT\r\n"
	}
	stops, refused, err := Itinerary([]byte(body+"END:VCALENDAR\r\n"), "file")
	if err != nil {
		t.Fatal(err)
	}
	return stops, refused
}

// A time keeps the sort of clock that it was written by.
func TestTimesOfAnItineraryKeepTheirClock(t *testing.T) {
	for _, c := range []struct{ event, want string }{
		{"UID:1\nDTSTART:20261130T033500Z\nDTEND:20261130T060500Z", "2026-11-30T03:35 UTC, 2026-11-30T06:05 UTC"},
		{"UID:2\nDTSTART;TZID=Europe/Moscow:20261130T063500\nDTEND;TZID=Asia/Yekaterinburg:20261130T110500", "2026-11-30T06:35 Europe/Moscow, 2026-11-30T11:05 Asia/Yekaterinburg"},
		{"UID:3\nDTSTART:20261130T063500\nDTEND:20261130T110500", "2026-11-30T06:35 , 2026-11-30T11:05 "},
		{"UID:4\nDTSTART:20261130T063500\nDURATION:PT1H", "2026-11-30T06:35 , 2026-11-30T07:35 "},
		{"UID:5\nDTSTART:20261215T133000\nDTEND:20261215T132000", "2026-12-15T13:30 , 2026-12-15T13:20 "},
	} {
		stops, refused := stopsOf(t, c.event)
		if len(stops) != 1 || len(refused) > 0 {
			t.Errorf("%s: %+v", c.event, refused)
			continue
		}
		if got := stops[0].Starts.String() + ", " + stops[0].Ends.String(); got != c.want {
			t.Errorf("%s: %s, want %s", c.event, got, c.want)
		}
	}
	stops, _ := stopsOf(t, "UID:6\nDTSTART:20261130T063500Z", "UID:7\nDTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261204")
	if !stops[0].Open || stops[1].Open || !stops[1].AllDay || stops[1].EndsOn != data.NewDate(2026, 12, 3) {
		t.Errorf("%+v", stops)
	}
}

// An end before the start is legal only between two clocks of places, and less
// than a day.
func TestAnEndBeforeTheStartIsRefusedOnOneClock(t *testing.T) {
	for _, e := range []string{
		"UID:1\nDTSTART:20261215T133000Z\nDTEND:20261215T132000Z",
		"UID:2\nDTSTART:20261215T133000\nDTEND:20261214T132000",
		"UID:3\nDTSTART;TZID=Europe/Moscow:20261215T133000\nDTEND;TZID=Europe/Moscow:20261215T132000",
	} {
		stops, refused := stopsOf(t, e)
		if len(stops) != 0 || len(refused) != 1 || refused[0].Code != "icsOrder" || refused[0].Line != 3 {
			t.Errorf("%s: %+v %+v", e, stops, refused)
		}
	}
}

// Of two versions of an event the higher number stays; with the same number they
// are two rides of one order, and an event twice is one.
func TestVersionsAndRidesUnderOneUID(t *testing.T) {
	a, b := "UID:x\nDTSTART:20261130T033500Z\nSUMMARY:A", "UID:x\nDTSTART:20261204T033500Z\nSUMMARY:B"
	if stops, refused := stopsOf(t, a, b); len(stops) != 2 || len(refused) != 0 {
		t.Errorf("%+v %+v", stops, refused)
	}
	if stops, refused := stopsOf(t, a, a); len(stops) != 1 || len(refused) != 1 || refused[0].Code != "icsTwice" {
		t.Errorf("%+v %+v", stops, refused)
	}
	if stops, _ := stopsOf(t, "SEQUENCE:2\n"+b, a); len(stops) != 1 || stops[0].Summary != "B" {
		t.Errorf("%+v", stops)
	}
}

func TestADamagedItineraryIsRefusedWithItsLine(t *testing.T) {
	_, _, err := Itinerary([]byte("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:2026"), "")
	var p data.Problem
	if !errors.As(err, &p) || p.Code != "icsTruncated" || p.Args[0] != "4" {
		t.Error(err)
	}
	if _, _, err := Itinerary([]byte("Рейс SU 1402"), ""); !errors.As(err, &p) || p.Code != "icsNotCalendar" {
		t.Error(err)
	}
}
