package app

import (
	"encoding/json"
	"log/slog"
	"maps"

	"portfel/app/ui"
	"portfel/data/sqlite"
)

// keepDraft keeps the text of a form that is open while the window closes.
func (w *Window) keepDraft() {
	title, form := ui.OpenForm(w.win.Canvas())
	if form == nil || maps.Equal(form.Texts(), w.asked) {
		return
	}
	body, err := json.Marshal(form.Texts())
	if err == nil {
		err = w.File.Keep(func(tx *sqlite.Tx) error { return tx.PutDraft(title, string(body)) })
	}
	if err != nil {
		slog.Error("draft", "error", err)
	}
}

// bringDraft fills a form with what was typed before the window was closed, once.
func (w *Window) bringDraft(title string, form *ui.Form) {
	w.asked = form.Texts()
	body := w.Read().Draft(title)
	if body == "" {
		return
	}
	var texts map[string]string
	if err := json.Unmarshal([]byte(body), &texts); err != nil {
		slog.Error("draft", "error", err)
		return
	}
	form.SetTexts(texts)
	if err := w.File.Keep(func(tx *sqlite.Tx) error { return tx.PutDraft(title, "") }); err != nil {
		slog.Error("draft", "error", err)
	}
	w.Say(w.Words().T("app.draft"), "", nil)
}
