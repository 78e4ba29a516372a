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
	for until := time.Now().Add(18 * time.Second); time.Now().Before(until); {
		changed(t, "the palette", func() { p.press("ctrl+k") }) // work in another part of the window
		changed(t, "the room again", func() { p.press("Escape") })
	}
	p.does("диаграмма ганта в файл")
	rested := time.Now().Add(18 * time.Second)
	until(t, "a pause has passed", func() bool { return time.Now().After(rested) })
	changed(t, "the next field", func() { p.press("Tab") })
	changed(t, "the one after it", func() { p.press("Tab") })
	p.sound()
}
