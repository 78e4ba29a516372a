package app

import (
	"encoding/json"
	"log/slog"
	"maps"
	"strings"

	"portfel/app/ui"
	"portfel/data/sqlite"
)

// draft is the unfinished text of a form: what the form showed first, and what
// it held when it was left.
type draft struct{ Asked, Texts map[string]string }

// changes are the answers that the user has given.
func (d draft) changes() map[string]string {
	out := map[string]string{}
	for name, v := range d.Texts {
		if d.Asked[name] != v {
			out[name] = v
		}
	}
	return out
}

// fits tells whether a form asks for the same as the one that was left: it has
// the same fields and shows the same in them. Days and times that it proposes
// follow the clock and may differ.
func (d draft) fits(asked map[string]string) bool {
	if len(asked) != len(d.Asked) {
		return false
	}
	for name, v := range asked {
		was, ok := d.Asked[name]
		if !ok || was != v && !(numbers(was) && numbers(v)) {
			return false
		}
	}
	return true
}

// numbers tells whether a text is digits and signs: a day, a time.
func numbers(s string) bool { return strings.Trim(s, "0123456789.:–-, ") == "" }

// keepDraft keeps the text of a form that is open while the window closes.
func (w *Window) keepDraft() {
	if name, form := ui.OpenForm(w.win.Canvas()); form != nil {
		w.putDraft(name, form)
	}
}

// formLeft keeps the text of a form that is given up, and says so.
func (w *Window) formLeft(name string, form *ui.Form) {
	if w.putDraft(name, form) {
		w.Say(w.Words().T("app.draft.kept"), "", nil)
	}
}

// putDraft keeps what was changed in a form; it tells whether there was anything.
func (w *Window) putDraft(name string, form *ui.Form) bool {
	d := draft{w.asked[form], form.Texts()}
	delete(w.asked, form)
	if maps.Equal(d.Texts, d.Asked) {
		return false
	}
	body, err := json.Marshal(d)
	if err == nil {
		err = w.storeDraft(name, string(body))
	}
	if err != nil {
		slog.Error("draft", "error", err)
	}
	return err == nil
}

func (w *Window) storeDraft(name, body string) error {
	return w.File.Keep(func(tx *sqlite.Tx) error { return tx.PutDraft(name, body) })
}

// bringDraft fills a form, once, with what was typed before it was left. It gives
// back how to empty the form again.
func (w *Window) bringDraft(name string, form *ui.Form) (again func()) {
	asked := form.Texts()
	w.asked[form] = asked
	body := w.Read().Draft(name)
	if body == "" {
		return nil
	}
	var d draft
	if err := json.Unmarshal([]byte(body), &d); err != nil {
		slog.Error("draft", "error", err)
		return nil
	}
	if !d.fits(asked) {
		return nil
	}
	form.SetTexts(d.changes())
	w.layers.Quiet() // the line that said it was kept
	if err := w.storeDraft(name, ""); err != nil {
		slog.Error("draft", "error", err)
	}
	return func() { form.SetTexts(asked); form.Clean() }
}
