package app

import (
	"context"
	"log/slog"
	"portfel/app/card"
	"time"

	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// quiet is how long the automatic calendar file waits for further changes.
const quiet = 2 * time.Second

// autoICS rewrites the chosen calendar file some time after the last change.
func (w *Window) autoICS() {
	path := w.Read().Setting(command.AutoICS, "")
	if path == "" {
		return
	}
	if w.waiting != nil {
		w.waiting()
	}
	w.waiting = desk.After(quiet, func() { w.writeAuto(path) })
}

func (w *Window) writeAuto(path string) {
	w.waiting = nil
	o := command.AutoCalendar(w.Read())
	desk.Run(func(context.Context, func(float64)) error {
		made, err := command.ExportCalendar(w.File, o, false)
		if err != nil {
			return err
		}
		if err := card.WriteBeside(path, made.ICS); err != nil {
			slog.Error("automatic calendar", "path", path, "error", err)
			return data.Problem{Code: "icsAuto", Args: []string{path}} // the change itself is kept
		}
		return made.Keep()
	}, func(float64) {}, func(err error) {
		if err != nil {
			w.Fail(err)
		}
	})
}

// remember keeps a place of the window in the file.
func (w *Window) remember(place, body string) {
	err := w.File.Keep(func(tx *sqlite.Tx) error { return tx.Remember(place, body) })
	if err != nil {
		slog.Error("remember", "place", place, "error", err)
	}
}
