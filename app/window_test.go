package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

func testClock() time.Time { return time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC) }

// sampleWindow is the program's window over a fresh copy of the sample file.
func sampleWindow(t *testing.T) *Window {
	t.Helper()
	state := xdg.StateHome
	xdg.StateHome = t.TempDir()
	t.Cleanup(func() { xdg.StateHome = state })
	a := test.NewTempApp(t)
	f, err := createSample(filepath.Join(t.TempDir(), "w.portfel"), command.Options(testClock))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	win := a.NewWindow("")
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1440, 900))
	w := attach(win, f, Options{Now: testClock, Lang: "ru"})
	t.Cleanup(func() { w.stop() })
	return w
}

func press(w *Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func typed(w *Window, text string) {
	for _, r := range text {
		w.win.Canvas().Focused().TypedRune(r)
	}
}

func TestEveryRoomOpensInBothLanguagesAndThemes(t *testing.T) {
	w := sampleWindow(t)
	for _, v := range []View{{Lang: "ru", Theme: "light"}, {Lang: "en", Theme: "dark"}} {
		w.view(v)
		for _, id := range Rooms() {
			w.Go(id)
			if w.active != id || w.top.Title == "" {
				t.Errorf("%s: active %s, title %q", id, w.active, w.top.Title)
			}
		}
		if said := w.layers.Said(); said != "" {
			t.Errorf("%v: the window said %q", v, said)
		}
	}
}

func TestThePaletteFindsOnTheWrongLayoutAndOpens(t *testing.T) {
	w := sampleWindow(t)
	w.Search()
	typed(w, "vtlysq rhz;") // «медный кряж»
	press(w, fyne.KeyReturn)
	if w.active != "clients" {
		t.Errorf("opened the room %q, want clients", w.active)
	}
}

func TestThePaletteGoesToARoomByItsName(t *testing.T) {
	w := sampleWindow(t)
	w.Search()
	typed(w, "коман")
	press(w, fyne.KeyReturn)
	if w.active != "trips" {
		t.Errorf("opened the room %q, want trips", w.active)
	}
}

func TestThemeAndLanguageSwitchAtOnceAndAreUndone(t *testing.T) {
	w := sampleWindow(t)
	w.Go("trips")
	w.switchLang()
	if w.top.Title != "Trips" {
		t.Errorf("title %q after the switch", w.top.Title)
	}
	w.switchTheme()
	if !w.dark {
		t.Error("the theme stayed light")
	}
	w.Undo()
	w.Undo()
	if w.dark || w.top.Title != "Командировки" {
		t.Errorf("after undo dark %v, title %q", w.dark, w.top.Title)
	}
}

func TestUndoSaysWhatItTookBack(t *testing.T) {
	w := sampleWindow(t)
	c := data.Client{ID: data.NewID[data.Client](), Name: "АО «Новый»", What: data.ClientLead}
	if err := w.Do(command.Put{Record: c}); err != nil {
		t.Fatal(err)
	}
	w.Undo()
	if said := w.layers.Said(); !strings.Contains(said, "АО «Новый»") || !strings.HasPrefix(said, "Отменено") {
		t.Errorf("said %q", said)
	}
}

func TestAnOpenFormIsBroughtBackAfterClosing(t *testing.T) {
	w := sampleWindow(t)
	w.Go("clients")
	w.primary()
	title, form := ui.OpenForm(w.win.Canvas())
	if form == nil {
		t.Fatal("the main button opened no form")
	}
	typed(w, "ООО «Незаконченное»")
	w.leave()
	body := w.Read().Draft(title)
	if !strings.Contains(body, "ООО «Незаконченное»") {
		t.Fatalf("draft %q", body)
	}
	w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	w.primary()
	_, form = ui.OpenForm(w.win.Canvas())
	found := false
	for _, v := range form.Texts() {
		found = found || v == "ООО «Незаконченное»"
	}
	if !found {
		t.Errorf("the new form holds %v", form.Texts())
	}
	if w.Read().Draft(title) != "" {
		t.Error("the draft is still kept after it was brought back")
	}
}

func TestTheCalendarDialogWritesTheFileOfStory4(t *testing.T) {
	w := sampleWindow(t)
	path := filepath.Join(t.TempDir(), "komandirovki.ics")
	w.exportICS()
	_, form := ui.OpenForm(w.win.Canvas())
	form.SetTexts(map[string]string{"path": path})
	for range 20 {
		if _, ok := w.win.Canvas().Focused().(*ui.Field); ok {
			break
		}
		w.win.Canvas().FocusNext()
	}
	press(w, fyne.KeyReturn)
	f := waitFile(t, path)
	for _, want := range []string{"DTSTART;VALUE=DATE:20261130\r\n", "DTEND;VALUE=DATE:20261205\r\n", "Командировка: Екатеринбург", "STATUS:CONFIRMED\r\n"} {
		if !strings.Contains(unfold(f), want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

// waitFile reads a file that a job of the window writes; in the test driver the
// job's goroutine is real, so the file is asked for until it is there.
func waitFile(t *testing.T, path string) string {
	t.Helper()
	deadline := time.Now().Add(10 * time.Second)
	for time.Now().Before(deadline) {
		if b, err := os.ReadFile(path); err == nil {
			return string(b)
		}
	}
	t.Fatalf("%s was not written", path)
	return ""
}

func unfold(s string) string { return strings.ReplaceAll(s, "\r\n ", "") }

func TestACalendarFileIsImportedOnce(t *testing.T) {
	w := sampleWindow(t)
	path := filepath.Join(t.TempDir(), "in.ics")
	ics := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20261101T000000Z\r\n" +
		"DTSTART;TZID=Europe/Moscow:20261126T100000\r\nDTEND;TZID=Europe/Moscow:20261126T110000\r\nSUMMARY:Встреча извне\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	if err := os.WriteFile(path, []byte(ics), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, want := range []command.ImportAction{command.ImportAdded, command.ImportSame} {
		d := previewed(t, w, path)
		if rows := d.preview.Rows; len(rows) != 1 || rows[0].Action != want {
			t.Fatalf("time %d: %+v; want %s", i+1, rows, want)
		}
		if err := w.Do(d.cmd); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := w.Read().Search("Встреча извне", 10)
	if err != nil || len(rows) != 1 {
		t.Errorf("%d records, %v", len(rows), err)
	}
}

func TestAFileThatCannotBeOpenedIsExplained(t *testing.T) {
	a := test.NewTempApp(t)
	path := filepath.Join(t.TempDir(), "foreign.portfel")
	if err := os.WriteFile(path, []byte("это не база"), 0o600); err != nil {
		t.Fatal(err)
	}
	win := a.NewWindow("")
	opt := Options{Path: path, Now: testClock, Lang: "ru"}
	if _, err := openFile(&opt); err == nil {
		t.Fatal("a foreign file was opened")
	} else {
		refuse(win, opt, err)
	}
	markup := test.RenderToMarkup(win.Canvas())
	if !strings.Contains(markup, "Файл не открыт") && win.Content() == nil {
		t.Errorf("the window shows %s", markup)
	}
	if b, _ := os.ReadFile(path); string(b) != "это не база" {
		t.Error("the foreign file was changed")
	}
}

func TestFilesThatWereOpenAreOfferedAgainNewestFirst(t *testing.T) {
	w := sampleWindow(t)
	first := w.File.Path
	second := filepath.Join(t.TempDir(), "второй.portfel")
	w.change(second, create)
	got := recent()
	if len(got) != 2 || got[0] != second || got[1] != first {
		t.Fatalf("recent %v", got)
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	if got := recent(); len(got) != 1 || got[0] != first {
		t.Errorf("after the second file went away: %v", got)
	}
}

func TestTheChosenCalendarFileFollowsEachChange(t *testing.T) {
	w := sampleWindow(t)
	path := filepath.Join(t.TempDir(), "auto.ics")
	if err := w.Do(command.SetAutoICS{Path: path}); err != nil {
		t.Fatal(err)
	}
	first := waitFile(t, path)
	if !strings.Contains(unfold(first), "Командировка: Екатеринбург") {
		t.Fatal("the first writing lacks the trip")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	day := data.Moment{Day: data.NewDate(2026, 12, 8), Min: 600, Zone: "Europe/Moscow"}
	if err := w.Do(command.PlanEvent{Event: data.Event{What: data.EventMeeting, Title: "Новая встреча", Starts: day, Ends: day.Add(60)}}); err != nil {
		t.Fatal(err)
	}
	if second := waitFile(t, path); !strings.Contains(unfold(second), "SUMMARY:Новая встреча") {
		t.Error("the file does not follow the change")
	}
}
