package settings

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// short takes rates that are pasted over the table.
func (x *fx) short(s fyne.Shortcut) bool {
	if _, ok := s.(*fyne.ShortcutPaste); !ok {
		return false
	}
	x.paste()
	return true
}

// paste reads rates off the clipboard.
func (x *fx) paste() { x.take([]byte(fyne.CurrentApp().Clipboard().Content())) }

// load asks for a file of rates.
func (x *fx) load() { card.PickFile(x.s.d, func(f command.File) { x.take(f.Bytes) }) }

// take shows what a text of rates would do. Of a file of many currencies only
// those that the file has already are taken, unless the user wants all.
func (x *fx) take(b []byte) {
	f, err := command.ReadFx(b)
	if err != nil {
		x.s.d.Fail(err)
		return
	}
	known := map[string]bool{}
	for _, code := range x.codes {
		known[code] = true
	}
	few := f.Only(known)
	p := &preview{s: x.s, title: "settings.fx.preview", columns: []ui.Column{
		{ID: "currency", Title: x.s.d.Words().T("field.currency"), Width: 80},
		{ID: "on", Title: x.s.d.Words().T("field.ratedOn"), Width: 110},
		{ID: "rate", Title: x.s.d.Words().T("settings.fx.roubles"), Width: 190, Flex: true},
	}, cells: func(r command.FirmRow) []string {
		v, _ := r.Record.(data.FxRate)
		return []string{v.Currency, x.s.d.Words().Date(v.RatedOn), x.price(v)}
	}, all: command.ImportFx{File: f}}
	if n := len(few.Rates); n > 0 && n < len(f.Rates) {
		p.few, p.fewWord = command.ImportFx{File: few}, "settings.fx.only"
	}
	p.show()
}
