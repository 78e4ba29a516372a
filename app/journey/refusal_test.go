package journey

import "testing"

// A document stands on «Отчёт об обследовании», so the task is not deleted, and
// the person reads why at once: nothing else on the screen changes.
func TestARefusalIsSeenAtOnce(t *testing.T) {
	p := withSample(t)
	p.errors = true
	p.press("ctrl+3")
	p.in("План работ")
	p.press("Down")
	p.press("Down")
	settled(t)
	changed(t, "the reason", func() { p.press("Delete") })
	p.finds("Отчёт об обследовании\t", "schedule", p.file, "РР-26")
}
