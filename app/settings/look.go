package settings

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data/command"
	"portfel/data/text"
)

// look is theme and language, switched at once.
type look struct {
	s     *Screen
	theme *ui.Segmented
	lang  *ui.Segmented
	all   fyne.CanvasObject
}

func newLook(s *Screen) page {
	l := &look{s: s}
	t := s.d.Words().T
	l.theme = ui.NewSegmented([]ui.Option{{ID: "light", Label: t("settings.theme.light")}, {ID: "dark", Label: t("settings.theme.dark")}}, "light",
		func(id string) { card.Do(s.d, command.Set{Code: "theme", Value: id}) })
	var langs []ui.Option
	for _, x := range text.Langs {
		langs = append(langs, ui.Option{ID: string(x), Label: t("language." + string(x))})
	}
	l.lang = ui.NewSegmented(langs, string(s.d.Words().Lang()), func(id string) { card.Do(s.d, command.Set{Code: "language", Value: id}) })
	row := func(label string, o fyne.CanvasObject) ui.Part {
		return ui.Own(ui.Across(12, ui.Fixed(160, ui.NewLabel(label)), ui.Own(o), ui.Flex(1, ui.Spacer())))
	}
	l.all = ui.Down(0, ui.Own(ui.NewCard(t("settings.section.look"), "", ui.Pad(16, 14, ui.Down(14,
		row(t("settings.theme"), l.theme), row(t("settings.language"), l.lang), ui.Own(ui.NewNote(t("settings.look.note"))))))), ui.Flex(1, ui.Spacer()))
	return l
}

func (l *look) content() fyne.CanvasObject { return l.all }

func (l *look) reload() {
	l.theme.On = map[string]bool{l.s.d.Read().Setting("theme", "light"): true}
	l.lang.On = map[string]bool{string(l.s.d.Words().Lang()): true}
	l.theme.Refresh()
	l.lang.Refresh()
}
