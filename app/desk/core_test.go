package desk_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// counter is a screen that counts how often it was read anew.
type counter struct {
	kinds []data.Kind
	n     int
}

func (c *counter) Content() fyne.CanvasObject { return nil }
func (c *counter) Kinds() []data.Kind         { return c.kinds }
func (c *counter) Reload()                    { c.n++ }

func newCore(t *testing.T) *desk.Core {
	t.Helper()
	now := time.Date(2026, 11, 24, 21, 30, 0, 0, time.UTC)
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return now }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	return desk.NewCore(f, text.RU)
}

func addPerson(t *testing.T, c *desk.Core, name string) {
	t.Helper()
	if err := c.Do(command.Put{Record: data.Person{ID: data.NewID[data.Person](), FullName: name, WeekHours: data.Hours(40), Zone: "Europe/Moscow"}}); err != nil {
		t.Fatal(err)
	}
}

func TestStepsSayWhatTheyDid(t *testing.T) {
	c := newCore(t)
	addPerson(t, c, "Орлова Марина Викторовна")
	for _, x := range []struct {
		redo bool
		says string
	}{
		{true, "Возвращать больше нечего"},
		{false, "Отменено: правка человека: Орлова М. В."},
		{false, "Отменять больше нечего"},
		{true, "Возвращено: правка человека: Орлова М. В."},
		{true, "Возвращать больше нечего"},
	} {
		if got, err := c.Step(x.redo); err != nil || got != x.says {
			t.Errorf("redo %v says %q, %v; want %q", x.redo, got, err, x.says)
		}
	}
	c.SetLang(text.EN)
	if got, err := c.Step(true); err != nil || got != text.For(text.EN).T("step.nothing.redo") {
		t.Errorf("in English %q, %v", got, err)
	}
}

func TestTheVisibleScreenHearsAtOnceAndTheHiddenWhenShown(t *testing.T) {
	c := newCore(t)
	seen, hidden := &counter{kinds: []data.Kind{data.KindPerson}}, &counter{kinds: []data.Kind{data.KindPerson}}
	other := &counter{kinds: []data.Kind{data.KindTrip}}
	a, b, o := c.Hold(seen), c.Hold(hidden), c.Hold(other)
	a.Show()
	o.Show()
	after := 0
	c.After = func(ch data.Changed) {
		after++
		if seen.n != after || !ch.Has(data.KindPerson) {
			t.Errorf("After comes when the screen is redrawn: %d reloads at call %d", seen.n, after)
		}
	}
	addPerson(t, c, "Орлова")
	addPerson(t, c, "Громов")
	if seen.n != 2 || hidden.n != 0 || other.n != 0 || after != 2 {
		t.Fatalf("reloads %d, %d, %d; after %d", seen.n, hidden.n, other.n, after)
	}
	b.Show()
	b.Hide()
	b.Show()
	if hidden.n != 1 {
		t.Errorf("shown twice after two changes: %d reloads", hidden.n)
	}
	a.Hide()
	c.StaleAll()
	if seen.n != 2 || hidden.n != 2 || other.n != 1 {
		t.Errorf("a new day: reloads %d, %d, %d", seen.n, hidden.n, other.n)
	}
	a.Show()
	if seen.n != 3 {
		t.Errorf("the hidden one reads when shown: %d", seen.n)
	}
	c.Drop(a)
	c.Drop(a)
	addPerson(t, c, "Ласточкин")
	if seen.n != 3 || hidden.n != 3 {
		t.Errorf("after it was dropped: %d, %d", seen.n, hidden.n)
	}
}

func TestARefusedCommandTellsNobody(t *testing.T) {
	c := newCore(t)
	s := &counter{kinds: []data.Kind{data.KindPerson}}
	c.Hold(s).Show()
	err := c.Do(command.Put{Record: data.Person{ID: data.NewID[data.Person]()}})
	var ps data.Problems
	if !errors.As(err, &ps) || s.n != 0 {
		t.Errorf("%v, %d reloads", err, s.n)
	}
}

func TestTodayIsTheOwnersDay(t *testing.T) {
	c := newCore(t) // 21:30 UTC is half past midnight in Moscow
	if got := c.Today(); got != data.NewDate(2026, 11, 25) {
		t.Errorf("today is %s", got)
	}
}
