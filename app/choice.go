package app

import (
	"portfel/data/command"
	"portfel/data/text"
)

// switchTheme and switchLang are choices of the file: undone like any other.
func (w *Window) switchTheme() {
	v := "dark"
	if w.dark {
		v = "light"
	}
	w.try(command.Set{Code: "theme", Value: v})
}

func (w *Window) switchLang() {
	v := text.EN
	if w.Words().Lang() == text.EN {
		v = text.RU
	}
	w.try(command.Set{Code: "language", Value: string(v)})
}

func (w *Window) try(c command.Set) {
	if err := w.Do(c); err != nil {
		w.Fail(err)
	}
}
