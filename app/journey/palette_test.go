package journey

import (
	"strings"
	"testing"
)

// Ctrl+K is pressed while the Russian layout is on; then the words are typed with
// the layout forgotten on the other one.
func TestThePaletteFindsWhatWasTypedOnTheWrongLayout(t *testing.T) {
	p := withSample(t)
	p.room("Проекты")
	changed(t, "the palette", func() { p.press("ctrl+k") })
	p.layout(american)
	changed(t, "what was found", func() { p.write("rfpfym") }) // Казань
	p.press("Return")
	p.in("Командировки")

	p.room("Проекты")
	changed(t, "the palette", func() { p.press("ctrl+k") })
	changed(t, "the action", func() { p.write("gkfy hf,jn") }) // план работ
	p.press("Return")
	p.in("План работ")
	if found := p.must("search", p.file, "rfpfym"); !strings.Contains(found, "trip\tКазань") {
		t.Errorf("the command line finds something else: %s", found)
	}
}

// A person who types a Latin word on the Russian layout finds it too.
func TestThePaletteOpensARecordOfTheOwnLayout(t *testing.T) {
	p := withSample(t)
	changed(t, "the palette", func() { p.press("ctrl+k") })
	changed(t, "what was found", func() { p.write("регламент планирования") })
	p.press("Return")
	p.in("Документы")
}
