package journey

import (
	"strings"
	"testing"
)

// setting is the last value that the history has of a setting.
func (p *person) setting(code string) string {
	p.t.Helper()
	last := ""
	for _, line := range strings.Split(p.must("history", p.file), "\n") {
		if c := strings.Split(line, "\t"); len(c) == 7 && c[2] == "setting" && c[3] == code && c[4] == "value" {
			last = c[6]
		}
	}
	return last
}

func TestThemeAndLanguageChangeAtOnceAndCanBeTakenBack(t *testing.T) {
	p := settledIn(t)
	light := settled(t)
	if light.dark() {
		t.Fatal("a new file is dark")
	}
	p.does("тёмная тема")
	if dark := settled(t); !dark.dark() {
		t.Error("the window is not dark")
	}
	if v := p.setting("theme"); v != "dark" {
		t.Errorf("the file says theme %q", v)
	}
	p.does("switch to english")
	p.in("Overview")
	if v := p.setting("language"); v != "en" {
		t.Errorf("the file says language %q", v)
	}
	p.press("ctrl+2")
	p.in("Projects")
	p.press("ctrl+1")
	p.in("Overview")
	p.press("ctrl+z")
	p.in("Обзор")
	p.press("ctrl+z")
	until(t, "the light theme", func() bool { return !look(t).dark() })
	if v := p.setting("theme"); v == "dark" {
		t.Errorf("the file still says theme %q", v)
	}
}

func TestEachRoomIsReachedByItsKeyAndDraws(t *testing.T) {
	p := withSample(t)
	var seen []frame
	for _, room := range rooms {
		p.room(room)
		now := settled(t)
		for i, was := range seen {
			if now.same(was, now.all()) {
				t.Errorf("%s looks as %s", room, rooms[i])
			}
		}
		seen = append(seen, now)
	}
	p.does("тёмная тема")
	p.does("switch to english")
	for i, room := range []string{"Overview", "Projects", "Work plan", "Mentoring", "Trips", "Documents", "Clients", "Calendar", "Settings"} {
		p.press("ctrl+" + string(rune('1'+i)))
		p.in(room)
		if !settled(t).dark() {
			t.Errorf("%s is not dark", room)
		}
	}
}
