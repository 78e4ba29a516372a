package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"portfel/data"
)

// menuKey tells whether a key asks for the context menu: that of menus, or
// Shift+F10.
func menuKey(e *fyne.KeyEvent) bool {
	return e.Name == desktop.KeyMenu || e.Name == fyne.KeyF10 && held(fyne.KeyModifierShift)
}

// showMenuAt opens a menu unless it is empty.
func showMenuAt(c fyne.Canvas, at fyne.Position, items []MenuItem) {
	if c != nil && len(items) > 0 {
		ShowMenu(c, at, items)
	}
}

// itemsMenu opens the context menu of an item of a day; of several it asks first
// which one is meant.
func itemsMenu(c fyne.Canvas, at fyne.Position, here []Item, day data.Date, menu func(string) []MenuItem) {
	switch {
	case menu == nil:
	case len(here) == 1:
		showMenuAt(c, at, menu(here[0].ID))
	default:
		showMenuAt(c, at, itemMenu(here, day, func(id string) { showMenuAt(c, at, menu(id)) }))
	}
}
