package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/app/desk"
	"portfel/app/ui"
)

// keys puts the shortcuts of the house on the window. Fields forward them here,
// so they work wherever the keyboard is; letters follow the Latin key of the
// place, whatever the layout.
func (w *Window) keys() {
	ctrl, shift := fyne.KeyModifierControl, fyne.KeyModifierShift
	w.on(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: ctrl}, w.Search)
	w.on(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: ctrl}, w.Search)
	w.on(&desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: ctrl}, w.primary)
	w.on(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: ctrl | shift}, w.Redo)
	w.on(&desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: ctrl}, w.askOpen)
	w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: ctrl}, func(fyne.Shortcut) { w.close(); w.win.Close() })
	w.on(&fyne.ShortcutUndo{}, w.Undo)
	w.on(&fyne.ShortcutRedo{}, w.Redo)
	for i := range rooms {
		if i < 9 {
			key := fyne.KeyName(rune('1' + i))
			w.on(&desktop.CustomShortcut{KeyName: key, Modifier: ctrl}, func() { w.Go(rooms[i].id) })
		}
	}
	w.win.Canvas().SetOnTypedKey(w.key)
}

// on answers a shortcut, but not behind an open dialog, menu or list: what it
// would change is not what the reader looks at.
func (w *Window) on(s fyne.Shortcut, do func()) {
	w.win.Canvas().AddShortcut(s, func(fyne.Shortcut) {
		if w.win.Canvas().Overlays().Top() == nil {
			do()
		}
	})
}

// key gets the plain keys that nothing has used. A letter of another layout than
// the Latin one comes without a name and belongs to nobody here.
func (w *Window) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyUnknown || ui.TopKey(w.win.Canvas(), e) {
		return
	}
	if e.Name == fyne.KeyF1 {
		w.help()
		return
	}
	for _, a := range w.actions() {
		if a.Key == string(e.Name) {
			a.Do()
			return
		}
	}
	if e.Name == fyne.KeyTab {
		w.win.Canvas().FocusNext()
	}
}

// primary presses the main button of the screen.
func (w *Window) primary() {
	h := w.rooms[w.active]
	if h == nil {
		return
	}
	s, ok := h.Screen.(desk.Headed)
	if !ok {
		return
	}
	if b := s.Header().Buttons; len(b) > 0 && b[len(b)-1].OnTapped != nil {
		b[len(b)-1].OnTapped()
	}
}

// actions are those of the active screen and of the program.
func (w *Window) actions() []desk.Action {
	var out []desk.Action
	if h := w.rooms[w.active]; h != nil {
		out = append(out, actionsOf(h.Screen)...)
	}
	t := w.Words().T
	for i, r := range rooms {
		key := ""
		if i < 9 {
			key = "Ctrl+" + string(rune('1'+i))
		}
		out = append(out, desk.Action{Label: w.Words().F("palette.go", t("nav."+r.id)), Key: key, Do: func() { w.Go(r.id) }})
	}
	theme := "app.action.theme.dark"
	if w.dark {
		theme = "app.action.theme.light"
	}
	out = append(out, w.recentActions()...)
	out = append(out, w.reportActions()...)
	return append(out,
		desk.Action{Label: t("app.action.undo"), Key: "Ctrl+Z", Do: w.Undo},
		desk.Action{Label: t("app.action.redo"), Key: "Ctrl+Shift+Z", Do: w.Redo},
		desk.Action{Label: t(theme), Do: w.switchTheme},
		desk.Action{Label: t("app.action.lang"), Do: w.switchLang},
		desk.Action{Label: t("importing.action"), Do: w.importFile},
		desk.Action{Label: t("ics.export"), Do: w.exportICS},
		desk.Action{Label: t("ics.import"), Do: w.importICS},
		desk.Action{Label: t("app.action.open"), Key: "Ctrl+O", Do: w.askOpen},
		desk.Action{Label: t("app.action.new"), Do: w.askNew},
		desk.Action{Label: t("app.action.copy"), Do: w.askCopy},
		desk.Action{Label: t("app.action.keys"), Key: "F1", Do: w.help})
}

// elsewhere are the actions of the other rooms: they go there first.
func (w *Window) elsewhere() []desk.Action {
	var out []desk.Action
	for _, r := range rooms {
		if r.id == w.active {
			continue
		}
		var s desk.Screen
		if h := w.rooms[r.id]; h != nil {
			s = h.Screen
		} else {
			s = r.make(w, desk.Filter{})
		}
		nav := w.Words().T("nav." + r.id)
		for _, a := range actionsOf(s) {
			label := a.Label
			if !ledBy(label, nav) {
				label = nav + ": " + label
			}
			out = append(out, desk.Action{Label: label, Do: func() { w.doThere(r.id, a.Label) }})
		}
	}
	return out
}

// ledBy tells whether a label begins with the name of its room already, or with
// a word of it: «План: …» in «План работ».
func ledBy(label, nav string) bool {
	lead, _, ok := strings.Cut(label, ": ")
	return strings.HasPrefix(label, nav) || ok && strings.HasPrefix(nav, lead+" ")
}

func actionsOf(s desk.Screen) []desk.Action {
	if a, ok := s.(desk.Actor); ok {
		return a.Actions()
	}
	return nil
}

// doThere goes to a room and does its action of the label, if it is still there.
func (w *Window) doThere(room, label string) {
	w.Go(room)
	for _, a := range actionsOf(w.rooms[room].Screen) {
		if a.Label == label {
			a.Do()
			return
		}
	}
}
