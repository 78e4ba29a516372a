package settings

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data/command"
)

// file is the data file itself: where it is, its copy, its check, and the
// calendar file that follows every change.
type file struct {
	s   *Screen
	kv  *ui.KeyValues
	ics *ui.KeyValues
	all fyne.CanvasObject
}

func newFile(s *Screen) page {
	f := &file{s: s, kv: ui.NewKeyValues(), ics: ui.NewKeyValues()}
	t := s.d.Words().T
	f.kv.LabelWidth, f.ics.LabelWidth = 170, 170
	button := func(key string, do func()) ui.Part {
		b := ui.NewButton(ui.Secondary, t(key), do)
		b.Small = true
		return ui.Own(b)
	}
	files := ui.Across(8, button("app.action.open", func() { s.d.Perform(desk.DeedOpenFile) }), button("app.action.new", func() { s.d.Perform(desk.DeedNewFile) }),
		button("app.action.copy", func() { s.d.Perform(desk.DeedCopyFile) }), button("settings.check", f.check), ui.Flex(1, ui.Spacer()))
	cal := ui.Across(8, button("settings.ics.export", func() { s.d.Perform(desk.DeedICSExport) }), button("settings.ics.import", func() { s.d.Perform(desk.DeedICSImport) }), ui.Flex(1, ui.Spacer()))
	f.all = ui.Down(16,
		ui.Own(ui.NewCard(t("settings.file.card"), "", ui.Down(0, ui.Own(f.kv), ui.Own(ui.Pad(16, 12, files))))),
		ui.Own(ui.NewCard(t("settings.ics"), "", ui.Down(0, ui.Own(f.ics), ui.Own(ui.Pad(16, 0, ui.NewNote(t("settings.ics.note")))), ui.Own(ui.Pad(16, 12, cal))))),
		ui.Flex(1, ui.Spacer()))
	return f
}

func (f *file) content() fyne.CanvasObject { return f.all }

func (f *file) reload() {
	d := f.s.d
	t := d.Words().T
	path, cloud := d.Read().Path(), ""
	if inCloud(path) {
		cloud = t("settings.file.cloud")
	}
	rows := []ui.KV{{Label: t("settings.file.path"), Text: path}, {Label: t("settings.file.saved"), Text: t("settings.file.always")}}
	if cloud != "" {
		rows = append(rows, ui.KV{Label: t("settings.file.warning"), Text: cloud, Role: ui.Risk})
	}
	f.kv.Set(rows...)
	auto := d.Read().Setting(command.AutoICS, "")
	text := auto
	if text == "" {
		text = t("settings.ics.off")
	}
	f.ics.Set(ui.KV{Label: t("settings.ics.auto"), Text: text, Edit: func() ui.Editor {
		e := ui.NewField(auto)
		e.PlaceHolder = t("settings.ics.hint")
		e.OnCommit = func(v string) error { return d.Do(command.SetAutoICS{Path: v}) }
		return e
	}})
}

// inCloud tells whether the path lies in a folder that a sync program copies
// while the file is open.
func inCloud(path string) bool {
	for _, part := range strings.Split(filepath.ToSlash(strings.ToLower(filepath.Dir(path))), "/") {
		for _, name := range []string{"dropbox", "onedrive", "google drive", "googledrive", "yandex.disk", "yandexdisk", "яндекс.диск", "icloud drive", "nextcloud", "mail.ru"} {
			if strings.HasPrefix(part, name) {
				return true
			}
		}
	}
	return false
}

func (f *file) check() {
	d := f.s.d
	defects, err := command.Check(d.Read())
	if err != nil {
		d.Fail(err)
		return
	}
	if len(defects) == 0 {
		d.Say(d.Words().T("settings.check.ok"), "", nil)
		return
	}
	l := ui.NewList(func() int { return len(defects) }, func(i int, r *ui.ListRow) {
		*r = ui.ListRow{Title: defects[i].Name, Note: d.Words().T("kind." + string(defects[i].Kind)), Right: defects[i].Code}
	})
	card.ShowList(d, d.Words().N("settings.check.bad", len(defects)), 640, 400, l)
}
