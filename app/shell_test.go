package app

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/adrg/xdg"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// emptyWindow is the window over a file whose first questions have been answered.
func emptyWindow(t *testing.T) *Window {
	t.Helper()
	w := newFile(t)
	me := data.Person{FullName: "Лебедева Анна Сергеевна", Zone: "Europe/Moscow", WeekHours: data.Hours(40)}
	if err := w.Do(command.SetUp{Me: me, Language: "ru"}); err != nil {
		t.Fatal(err)
	}
	w.build()
	return w
}

// newFile is the window of the first start.
func newFile(t *testing.T) *Window {
	t.Helper()
	state := xdg.StateHome
	xdg.StateHome = t.TempDir()
	t.Cleanup(func() { xdg.StateHome = state })
	a := test.NewTempApp(t)
	f, err := create(filepath.Join(t.TempDir(), "new.portfel"), command.Options(testClock))
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

// chord presses a shortcut as the driver does.
func chord(w *Window, s fyne.Shortcut) {
	c := w.win.Canvas()
	if f, ok := c.Focused().(fyne.Shortcutable); ok {
		f.TypedShortcut(s)
		return
	}
	c.(fyne.Shortcutable).TypedShortcut(s)
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

func TestEveryRoomTakesTheKeyboard(t *testing.T) {
	for name, open := range map[string]func(*testing.T) *Window{"empty": emptyWindow, "sample": sampleWindow} {
		w := open(t)
		for i, id := range Rooms() {
			if i == 9 {
				break
			}
			chord(w, ctrl(fyne.KeyName(rune('1'+i))))
			if w.active != id || !ui.InFocus(w.win.Canvas(), w.rooms[id].Screen.Content()) {
				t.Errorf("%s: room %q of %q, the keyboard is at %T", name, w.active, id, w.win.Canvas().Focused())
			}
		}
	}
}

func TestAStatusButtonKeepsTheKeyboardInTheCard(t *testing.T) {
	w := sampleWindow(t)
	rows, err := w.Read().Search("Учёт проектов", 1)
	if err != nil || len(rows) == 0 {
		rows, err = w.Read().Search("РР-26", 1)
	}
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	w.Open(data.Ref{Kind: data.KindProject, ID: rows[0].ID})
	project, err := w.Read().Load(data.Ref{Kind: data.KindProject, ID: rows[0].ID})
	if err != nil {
		t.Fatal(err)
	}
	verb := w.Words().T("project.move." + project.(data.Staged).Stages()[0])
	var b *ui.Button
	for range 80 {
		w.win.Canvas().FocusNext()
		if x, ok := w.win.Canvas().Focused().(*ui.Button); ok && x.Label == verb {
			b = x
			break
		}
	}
	if b == nil {
		t.Fatalf("no button %q", verb)
	}
	press(w, fyne.KeyReturn)
	if after, err := w.Read().Load(data.Ref{Kind: data.KindProject, ID: rows[0].ID}); err != nil || after.(data.Staged).Stage() == project.(data.Staged).Stage() {
		t.Fatalf("the state did not change: %v", err)
	}
	x, ok := w.win.Canvas().Focused().(*ui.Button)
	if !ok || !ui.InFocus(w.win.Canvas(), w.win.Content()) {
		t.Errorf("the keyboard is at %T", w.win.Canvas().Focused())
	} else if x == b {
		t.Error("the keyboard is at the button of the old state")
	}
}

func TestNothingIsUndoneAndNoRoomChangesBehindADialog(t *testing.T) {
	w := sampleWindow(t)
	w.Go("clients")
	if err := w.Do(command.Put{Record: data.Client{ID: data.NewID[data.Client](), Name: "АО «Новый»", What: data.ClientLead}}); err != nil {
		t.Fatal(err)
	}
	chord(w, ctrl(fyne.KeyN))
	for range 20 {
		if _, ok := w.win.Canvas().Focused().(*ui.Button); ok {
			break
		}
		w.win.Canvas().FocusNext()
	}
	chord(w, &fyne.ShortcutUndo{})
	chord(w, ctrl(fyne.Key3))
	if rows, _ := w.Read().Search("Новый", 5); len(rows) != 1 || w.active != "clients" {
		t.Errorf("%d clients, room %q", len(rows), w.active)
	}
	w.win.Canvas().Unfocus()
	w.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close a dialog in which nothing has the keyboard")
	}
	chord(w, &fyne.ShortcutUndo{})
	if rows, _ := w.Read().Search("Новый", 5); len(rows) != 0 {
		t.Error("without the dialog Ctrl+Z does nothing")
	}
}

func TestAFormThatWasGivenUpComesBackOnce(t *testing.T) {
	w := sampleWindow(t)
	w.Go("projects")
	chord(w, ctrl(fyne.KeyN))
	_, form := ui.OpenForm(w.win.Canvas())
	empty := form.Texts()
	typed(w, "Учёт затрат")
	press(w, fyne.KeyEscape)
	if w.win.Canvas().Overlays().Top() != nil || !strings.Contains(w.layers.Said(), "сохранён") {
		t.Fatalf("the dialog is open or the window says %q", w.layers.Said())
	}
	chord(w, ctrl(fyne.KeyN))
	_, form = ui.OpenForm(w.win.Canvas())
	if got := form.Texts(); got["name"] != "Учёт затрат" {
		t.Fatalf("the form holds %v", got)
	}
	for range 30 {
		w.win.Canvas().FocusNext()
		if b, ok := w.win.Canvas().Focused().(*ui.Button); ok && b.Label == "Начать заново" {
			press(w, fyne.KeyReturn)
			break
		}
	}
	if got := form.Texts(); !mapsEqual(got, empty) {
		t.Errorf("begun anew, the form holds %v", got)
	}
	if w.win.Canvas().Focused() == nil {
		t.Error("the keyboard is lost")
	}
	w.win.Canvas().Unfocus()
	w.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	chord(w, ctrl(fyne.KeyN))
	if _, form = ui.OpenForm(w.win.Canvas()); form.Texts()["name"] != "" {
		t.Error("an empty form brings text")
	}
}

func mapsEqual(a, b map[string]string) bool {
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return len(a) == len(b)
}

func TestADraftFitsOnlyTheFormItWasTypedInto(t *testing.T) {
	d := draft{Asked: map[string]string{"title": "Созвон", "starts": "24.11.2026", "ends": "10:00–11:00"}}
	for name, c := range map[string]struct {
		asked map[string]string
		fits  bool
	}{
		"the same":         {map[string]string{"title": "Созвон", "starts": "24.11.2026", "ends": "10:00–11:00"}, true},
		"on another day":   {map[string]string{"title": "Созвон", "starts": "25.11.2026", "ends": "10:30–11:30"}, true},
		"of another":       {map[string]string{"title": "Встреча", "starts": "24.11.2026", "ends": "10:00–11:00"}, false},
		"with more fields": {map[string]string{"title": "Созвон", "starts": "24.11.2026", "ends": "10:00–11:00", "rule": ""}, false},
	} {
		if d.fits(c.asked) != c.fits {
			t.Errorf("%s: fits %v", name, !c.fits)
		}
	}
}

func TestTheFirstAnswersAreNotTakenBack(t *testing.T) {
	w := newFile(t)
	if w.rail != nil {
		t.Fatal("a new file asks nothing")
	}
	w.Undo()
	if said := w.layers.Said(); said != "" {
		t.Errorf("Ctrl+Z among the questions says %q", said)
	}
	w = emptyWindow(t)
	w.Undo()
	me, err := w.Read().Me()
	if err != nil || me.FullName != "Лебедева Анна Сергеевна" || w.Read().Setting("setup", "") == "" {
		t.Errorf("the owner is %q, %v", me.FullName, err)
	}
	if said := w.layers.Said(); said != "Отменять больше нечего" {
		t.Errorf("said %q", said)
	}
}

// lines are what the palette shows for some words, without headings.
func lines(w *Window, words string) []ui.ListRow {
	w.Search()
	p := w.palette
	p.field.SetText(words)
	var out []ui.ListRow
	for _, l := range p.lines {
		if !l.row.Head {
			out = append(out, l.row)
		}
	}
	p.sheet.Close()
	return out
}

func TestThePaletteFindsNormsCalendarsAndPlans(t *testing.T) {
	w := sampleWindow(t)
	for words, want := range map[string]string{
		"аванс": "Норма|Авансовый отчёт после возвращения, не позднее", "норма": "Норма|Авансовый отчёт после возвращения, не позднее",
		"россия": "Календарь|Россия", "план мк": "План|МК-26 Постановка бюджетирования", "план постановка": "План|МК-26 Постановка бюджетирования",
	} {
		var got []string
		for _, r := range lines(w, words) {
			got = append(got, r.ChipWord+"|"+r.Title)
		}
		if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want) }) {
			t.Errorf("%q finds %q, not %q", words, got, want)
		}
	}
	for words, room := range map[string]string{"авансовый отчёт после": "settings", "план мк-26": "plan"} {
		w.Go("clients")
		w.Search()
		typed(w, words)
		press(w, fyne.KeyReturn)
		if w.active != room {
			t.Errorf("%q opens %q", words, w.active)
		}
	}
}

func TestThePaletteNamesTheOwnerOfAFileAndNoRoomTwice(t *testing.T) {
	w := sampleWindow(t)
	for _, r := range lines(w, "0.7") {
		if r.Note == "version" {
			t.Errorf("%s belongs to %q", r.Title, r.Note)
		}
		if strings.HasPrefix(r.Title, "ТЗ_") && !strings.Contains(r.Note, "0.7") {
			t.Errorf("%s belongs to %q", r.Title, r.Note)
		}
	}
	w.Go("plan")
	w.Go("clients")
	for _, r := range lines(w, "2027") {
		if strings.HasPrefix(r.Title, "План работ: План") {
			t.Errorf("the palette offers %q", r.Title)
		}
	}
}

func TestARefusedDeletionIsAListOfWhichEachLineOpens(t *testing.T) {
	w := sampleWindow(t)
	w.Go("settings")
	rows, err := w.Read().Search("Методология", 9)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(r data.SearchRow) bool { return r.Kind == data.KindCompetency })
	if i < 0 {
		t.Fatalf("no competency among %+v", rows)
	}
	w.Fail(w.Do(command.Delete{Ref: data.Ref{Kind: data.KindCompetency, ID: rows[i].ID}}))
	l, ok := w.win.Canvas().Focused().(*ui.List)
	if !ok || l.Len() < 2 {
		t.Fatalf("the keyboard is at %T", w.win.Canvas().Focused())
	}
	seen := map[string]bool{}
	for n := range l.Len() {
		var r ui.ListRow
		l.Fill(n, &r)
		if strings.TrimSpace(r.Title) == "" || r.ChipWord == "" || strings.Contains(r.Title, "2026-") {
			t.Errorf("line %d: %q %q", n, r.ChipWord, r.Title)
		}
		seen[r.ChipWord] = true
	}
	if !seen["Оценка компетенции"] {
		t.Errorf("kinds %v", seen)
	}
	press(w, fyne.KeyHome, fyne.KeyReturn)
	if w.active == "settings" || w.win.Canvas().Overlays().Top() != nil {
		t.Errorf("the first line opens nothing: room %q", w.active)
	}
}

func TestALongRefusalCountsTheRest(t *testing.T) {
	w := sampleWindow(t)
	rows, _ := w.Read().Search("Ласточкин", 9)
	i := slices.IndexFunc(rows, func(r data.SearchRow) bool { return r.Kind == data.KindPerson })
	err := w.Do(command.Delete{Ref: data.Ref{Kind: data.KindPerson, ID: rows[i].ID}})
	said := w.Words().Error(err)
	if strings.Contains(said, "«»") || strings.Contains(said, "…") || !strings.Contains(said, " и ещё ") {
		t.Errorf("the refusal reads %q", said)
	}
}

func TestUndoOfTheLanguageSpeaksOneLanguage(t *testing.T) {
	w := sampleWindow(t)
	w.switchLang()
	w.Undo()
	if said := w.layers.Said(); !strings.HasPrefix(said, "Отменено") {
		t.Errorf("said %q", said)
	}
}

func TestAFileThatIsOpenElsewhereIsExplained(t *testing.T) {
	w := sampleWindow(t)
	_, err := sqlite.Open(w.File.Path, command.Options(testClock))
	if said := sentence(w.Words(), err); !strings.Contains(said, "открыт в другом окне") || strings.Contains(said, "file.locked") {
		t.Errorf("%v reads %q", err, said)
	}
}

// A template, and a task in it, are shown among the templates of the settings;
// the room of plans shows plans.
func TestATemplateOpensWhereTemplatesAre(t *testing.T) {
	w := sampleWindow(t)
	list, err := w.Read().Templates()
	if err != nil || len(list) == 0 {
		t.Fatal(err)
	}
	tree, err := w.Read().PlanTree(list[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []data.Ref{data.RefTo(data.KindPlan, list[0].ID), data.RefTo(data.KindTask, tree.Rows[1].Task.ID)} {
		w.Go("overview")
		w.Open(ref)
		if w.active != "settings" {
			t.Errorf("%s of a template opens in %s", ref.Kind, w.active)
		}
	}
	w.Open(data.RefTo(data.KindPlan, planOf(t, w, "МК-26")))
	if w.active != "plan" {
		t.Errorf("a plan opens in %s", w.active)
	}
}
