package ui

import (
	"testing"

	"fyne.io/fyne/v2/lang"

	"portfel/data/text"
)

func TestTheToolkitSpeaksTheProgramsLanguage(t *testing.T) {
	defer SetWords(words)
	for l, want := range map[text.Lang]string{text.EN: "Select all", text.RU: "Выделить всё"} {
		SetWords(text.For(l))
		if got := lang.L("Select all"); got != want {
			t.Errorf("%s: %s", l, got)
		}
	}
}
