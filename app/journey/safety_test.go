package journey

import (
	"strings"
	"testing"
)

func TestAKilledProgramLosesNothingThatWasConfirmed(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	p.press("Home", "Down", "F2")
	p.write("Беседы с ЦФО")
	p.press("Return")
	p.finds("\tБеседы с ЦФО\t", "schedule", p.file, "МК-26")
	p.press("F2")
	changed(t, "an open field", func() { p.write("Половина слова") })
	p.kill()

	p.sound()
	plan := p.must("schedule", p.file, "МК-26")
	if !strings.Contains(plan, "\tБеседы с ЦФО\t") || strings.Contains(plan, "Половина") {
		t.Errorf("after the kill:\n%s", plan)
	}
	p.start(p.file)
	p.room("План работ")
	p.press("ctrl+z")
	p.finds("\tИнтервью с ЦФО\t", "schedule", p.file, "МК-26")
}

func TestClosingKeepsAnOpenField(t *testing.T) {
	p := withSample(t)
	p.toTask("анализ форм отчётности")
	p.press("Home", "Down", "F2")
	changed(t, "an open field", func() { p.write("Беседы с ЦФО") })
	p.close()
	if plan := p.must("schedule", p.file, "МК-26"); !strings.Contains(plan, "\tБеседы с ЦФО\t") {
		t.Errorf("the open field is lost:\n%s", plan)
	}
	p.start(p.file)
	if !strings.HasPrefix(p.title(), "План работ — ") {
		t.Errorf("the program opens at %q, not where it was left", p.title())
	}
}

func TestASecondWindowOnAFileIsRefusedWithWords(t *testing.T) {
	first := withSample(t)
	first.room("План работ")
	second := &person{t: t, home: first.home, file: first.file, errors: true}
	second.cmd = nil
	second.start(first.file)
	until(t, "the second window", func() bool { return second.title() == "Портфель" })
	if f := settled(t); f.same(frame{pix: make([]byte, len(f.pix)), w: f.w, h: f.h, stride: f.stride}, f.all()) {
		t.Error("the second window is empty")
	}
	until(t, "the refusal in the log", func() bool { return strings.Contains(first.log(), "file.locked") })
	if out, err := first.command("undo", first.file); err == nil || !strings.Contains(out, "открыт") {
		t.Errorf("the command line: %v %s", err, out)
	}
	second.kill()
	first.errors = true

	until(t, "the first window", func() bool { return strings.HasPrefix(first.title(), "План работ — ") })
	first.toTask("анализ форм отчётности")
	first.press("Home", "Down", "F2")
	first.write("Беседы с ЦФО")
	first.press("Return")
	first.finds("\tБеседы с ЦФО\t", "schedule", first.file, "МК-26")
}
