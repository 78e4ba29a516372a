package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// forms is the list of papers that have templates, and of the chosen one the
// template in use and the placeholders it may hold.
type forms struct {
	s      *Screen
	papers []paperForm
	lang   *ui.Segmented // of the templates
	list   *ui.List
	kv     *ui.KeyValues
	tools  *fyne.Container
	head   *ui.Card
	fields []fieldLine
	grid   *ui.Grid
	all    fyne.CanvasObject
}

// paperForm is a paper with its template in the chosen language.
type paperForm struct {
	code, title string
	own         bool
	form        data.Form
	file        data.Attachment
}

func newForms(s *Screen) page {
	f := &forms{s: s, kv: ui.NewKeyValues(), tools: container.NewStack()}
	w := s.d.Words()
	f.kv.LabelWidth = 150
	f.list = ui.NewList(func() int { return len(f.papers) }, f.fill)
	f.list.OnSelect = func(int) { f.detail() }
	f.list.OnOpen = func(int) { s.d.Canvas().Focus(f.grid) }
	f.list.OnMenu = func(i int) []ui.MenuItem { return f.menu(f.papers[i]) }
	f.lang = ui.NewSegmented([]ui.Option{{ID: "ru", Label: w.LangName(text.RU)}, {ID: "en", Label: w.LangName(text.EN)}}, string(w.Lang()), func(string) { f.reload() })
	f.grid = ui.NewGrid([]ui.Column{
		{ID: "written", Title: w.T("settings.form.field"), Width: 250, MinWidth: 200},
		{ID: "means", Title: w.T("settings.form.means"), Width: 320, MinWidth: 200, Flex: true},
	}, func() int { return len(f.fields) }, f.fillField)
	f.grid.RowHeight = 28
	f.head = ui.NewCard("", "", ui.Down(0, ui.Own(f.kv), ui.Own(ui.Pad(16, 12, f.tools))))
	left := ui.NewCard(w.T("settings.form.papers"), "", ui.Down(0, ui.Flex(1, f.list), ui.Own(ui.Pad(14, 10, ui.Down(6, ui.Own(ui.NewNote(w.T("settings.form.lang"))), ui.Own(ui.Across(0, ui.Own(f.lang), ui.Flex(1, ui.Spacer()))))))))
	right := ui.Down(16, ui.Own(f.head), ui.Flex(1, ui.NewCard(w.T("settings.form.fields"), w.T("settings.form.fields.note"), f.grid)))
	f.all = ui.Down(12, ui.Own(ui.NewNote(w.T("settings.form.note"))), ui.Flex(1, ui.Across(20, ui.Between(240, 300, left), ui.Flex(1, right))))
	return f
}

func (f *forms) content() fyne.CanvasObject { return f.all }

func (f *forms) reload() {
	d := f.s.d
	f.papers = f.papers[:0]
	for _, s := range command.PaperSchemas() {
		p := paperForm{code: s.Code, title: s.Title(d.Words())}
		var err error
		if p.form, p.file, p.own, err = command.OwnForm(d.Read(), s.Code, f.lang.Chosen()); err != nil {
			d.Fail(err)
		}
		f.papers = append(f.papers, p)
	}
	f.list.Reload()
	if f.list.Selected() < 0 && len(f.papers) > 0 {
		f.list.SelectID(f.papers[0].code)
	}
	f.detail()
}

func (f *forms) fill(i int, r *ui.ListRow) {
	t, p := f.s.d.Words().T, f.papers[i]
	*r = ui.ListRow{ID: p.code, Title: p.title, TitleLines: 2, Note: t("settings.form.shipped")}
	if p.own {
		r.Note, r.ChipWord, r.ChipRole = p.form.Name, t("settings.template.own"), ui.Go
	}
}

func (f *forms) chosen() (paperForm, bool) {
	if i := f.list.Selected(); i >= 0 && i < len(f.papers) {
		return f.papers[i], true
	}
	return paperForm{}, false
}

func (f *forms) menu(p paperForm) []ui.MenuItem {
	t := f.s.d.Words().T
	items := []ui.MenuItem{{Label: t("settings.form.load"), Icon: ui.IconImport, Do: f.load}, {Label: t("settings.form.sample"), Icon: ui.IconExport, Do: f.sample}}
	if !p.own {
		return items
	}
	return append(items, ui.MenuItem{Label: t("settings.form.own.save"), Icon: ui.IconExport, Do: func() { card.SaveAttachment(f.s.d, p.file) }},
		ui.MenuItem{}, ui.MenuItem{Label: t("settings.form.reset"), Icon: ui.IconUndo, Do: f.reset},
		ui.MenuItem{Label: t("card.history"), Do: func() { card.ShowHistory(f.s.d, data.RefTo(data.KindForm, p.form.ID), p.title) }})
}

func (f *forms) detail() {
	p, ok := f.chosen()
	if !ok {
		return
	}
	f.head.SetTitle(p.title, "")
	f.kv.Set(f.facts(p)...)
	f.tools.Objects = []fyne.CanvasObject{f.buttonRow(p)}
	f.tools.Refresh()
	f.fields = fieldLines(f.s, p.code)
	f.grid.Reload()
	f.all.Refresh()
}

// facts say which template papers are made of.
func (f *forms) facts(p paperForm) []ui.KV {
	w := f.s.d.Words()
	if !p.own {
		return []ui.KV{{Label: w.T("settings.form.used"), Text: w.T("settings.form.used.shipped")}}
	}
	return []ui.KV{{Label: w.T("settings.form.used"), Text: p.form.Name, Open: func() { card.OpenAttachment(f.s.d, p.file) }},
		{Label: w.T("field.setOn"), Text: text.Join(w.Date(p.form.SetOn), w.FileSize(p.file.Size))}}
}

func (f *forms) buttonRow(p paperForm) fyne.CanvasObject {
	t := f.s.d.Words().T
	var parts []ui.Part
	add := func(key string, do func()) {
		b := ui.NewButton(ui.Secondary, t(key), do)
		b.Small = true
		parts = append(parts, ui.Own(b))
	}
	add("settings.form.sample", f.sample)
	add("settings.form.load", f.load)
	if p.own {
		add("settings.form.own.save", func() { card.SaveAttachment(f.s.d, p.file) })
		add("settings.form.reset", f.reset)
	}
	return ui.Across(8, append(parts, ui.Flex(1, ui.Spacer()))...)
}

// open shows the template of a paper in its language.
func (f *forms) open(ref data.Ref) bool {
	for _, s := range command.PaperSchemas() {
		for _, lang := range []string{"ru", "en"} {
			if data.RefTo(data.KindForm, data.FormID(s.Code, lang)) == ref {
				f.lang.On = map[string]bool{lang: true}
				f.lang.Refresh()
				f.reload()
				f.list.SelectID(s.Code)
				f.detail()
				return true
			}
		}
	}
	return false
}
