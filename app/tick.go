package app

import (
	"time"

	"portfel/app/desk"
	"portfel/data/command"
)

// tick looks once a minute whether a new day has begun on the owner's clock:
// then every screen is stale.
func (w *Window) tick() (stop func()) {
	day := w.Today()
	return desk.Every(time.Minute, func() {
		if now := w.Today(); now != day {
			day = now
			if err := command.Refresh(w.File); err != nil {
				w.Fail(err)
			}
			w.StaleAll()
			if w.rail != nil {
				w.header()
				w.counts()
			}
		}
	})
}
