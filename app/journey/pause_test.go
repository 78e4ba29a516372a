package journey

import (
	"path/filepath"
	"testing"
	"time"
)

// The toolkit forgets after a minute (here: after fifteen seconds) where objects
// stand that were painted but not refreshed. After a while of work in one part
// of the window the others must still answer.
func TestWhatWasLongNotTouchedIsStillPainted(t *testing.T) {
	p := newPerson(t)
	p.file = filepath.Join(p.home, "Documents", "мой.portfel")
	p.must("new", p.file, "--demo")
	p.also = []string{"FYNE_CACHE=15s"}
	p.start(p.file)
	p.room("План работ")
	changed(t, "the dialog", func() { p.press("ctrl+n") })
	for until := time.Now().Add(20 * time.Second); time.Now().Before(until); {
		changed(t, "a letter", func() { p.write("ш") }) // only the field is refreshed
	}
	changed(t, "the next field", func() { p.press("Tab") })
	changed(t, "the one after it", func() { p.press("Tab") })
	changed(t, "the room behind the dialog", func() { p.press("Escape", "Escape") })
	p.room("Проекты")
	p.sound()
}
