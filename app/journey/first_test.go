package journey

import (
	"strings"
	"testing"
)

func TestTheFirstStartAsksFourQuestionsAndEndsInAUsableFile(t *testing.T) {
	p := newPerson(t)
	p.start()
	p.write("Лебедева Ёлка Щукина")
	p.press("Tab")
	p.write("Консультант")
	changed(t, "the second question", func() { p.press("Return") })
	p.write("Отдел управленческого учёта")
	p.press("Tab")
	p.write("Орлова Марина Викторовна")
	changed(t, "the third question", func() { p.press("Return") })
	p.write("Москва")
	changed(t, "the last question", func() { p.press("Return") })
	p.press("Return") // the button that begins with an empty file has the keyboard
	until(t, "a room", func() bool { return strings.Count(p.title(), " — ") == 2 })

	p.finds("Лебедева Ёлка Щукина\tОтдел управленческого учёта", "search", p.file, "щукина")
	p.finds("Орлова Марина Викторовна", "search", p.file, "Орлова")
	p.sound()
	p.close()
	p.start()
	if n := strings.Count(p.title(), " — "); n != 2 {
		t.Errorf("the second start asks again: %q", p.title())
	}
}

func TestTheFirstStartCanEndInTheSample(t *testing.T) {
	p := newPerson(t)
	p.start()
	p.write("Лебедева Анна")
	for range 3 {
		changed(t, "the next question", func() { p.press("Return") })
	}
	p.press("Tab", "Return")
	until(t, "the sample", func() bool { return strings.Contains(p.title(), "demo.portfel") })
	settled(t)
	if own := p.must("search", p.file, "Медный"); strings.Contains(own, "Кряж") {
		t.Errorf("the sample went into the own file: %s", own)
	}
	p.close()
	p.start()
	if n := strings.Count(p.title(), " — "); n != 1 {
		t.Errorf("the own file does not wait for its questions: %q", p.title())
	}
}
