package app

import (
	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
)

// Ask shows a question with its answers; Escape is the last one.
func (w *Window) Ask(title, sentence string, answers ...desk.Answer) {
	var s *ui.Sheet
	var parts []ui.Part
	parts = append(parts, ui.Flex(1, ui.Spacer()))
	for _, a := range answers {
		kind := ui.Secondary
		if a.Primary {
			kind = ui.Primary
		}
		parts = append(parts, ui.Own(ui.NewButton(kind, a.Label, func() {
			s.Close()
			if a.Do != nil {
				a.Do()
			}
		})))
	}
	box := ui.Down(16, ui.Own(ui.NewLabel(sentence)), ui.Own(ui.Across(8, parts...)))
	d := ui.Dialog{Title: title, Content: box, NoButtons: true, Width: 520}
	if n := len(answers); n > 0 {
		d.OnCancel = answers[n-1].Do
	}
	s = ui.ShowDialog(w.win.Canvas(), d)
}

// sheet shows a title, some content and a cancel button, and gives back how to
// close it.
func (w *Window) sheet(title string, content fyne.CanvasObject, cancel func()) func() {
	b := ui.NewButton(ui.Secondary, w.Words().T("app.cancel"), cancel)
	box := ui.Down(16, ui.Own(content), ui.Own(ui.Across(8, ui.Flex(1, ui.Spacer()), ui.Own(b))))
	s := ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: title, Content: box, NoButtons: true, OnCancel: cancel})
	return s.Close
}

// help shows the keys of the house.
func (w *Window) help() {
	t := w.Words().T
	rows := []ui.KV{
		{Label: "Ctrl+K", Text: t("app.keys.search")},
		{Label: "Ctrl+Z", Text: t("app.keys.undo")},
		{Label: "Ctrl+Shift+Z", Text: t("app.keys.redo")},
		{Label: "Ctrl+N", Text: t("app.keys.new")},
		{Label: "Ctrl+1 … 9", Text: t("app.keys.rooms")},
		{Label: "F2, Enter", Text: t("app.keys.edit")},
		{Label: "F6", Text: t("app.keys.leave")},
		{Label: "Shift+F10", Text: t("app.keys.menu")},
		{Label: "F1", Text: t("app.keys.help")},
		{Label: "Ctrl+Q", Text: t("app.keys.quit")},
		{Label: "Ctrl+S", Text: t("app.keys.save")},
	}
	var sheet *ui.Sheet
	done := ui.NewButton(ui.Primary, t("app.close"), func() { sheet.Close() })
	box := ui.Down(16, ui.Own(ui.NewKeyValues(rows...)), ui.Own(ui.Across(8, ui.Flex(1, ui.Spacer()), ui.Own(done))))
	sheet = ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: t("app.keys.title"), Content: box, NoButtons: true, Width: 460})
	w.win.Canvas().Focus(done)
}
