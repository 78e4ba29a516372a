package app

import "portfel/app/desk"

// Perform runs an action of the window.
func (w *Window) Perform(d desk.Deed) {
	switch d {
	case desk.DeedSearch:
		w.Search()
	case desk.DeedOpenFile:
		w.askOpen()
	case desk.DeedNewFile:
		w.askNew()
	case desk.DeedCopyFile:
		w.askCopy()
	case desk.DeedICSExport:
		w.exportICS()
	case desk.DeedImport:
		w.importFile()
	case desk.DeedICSImport:
		w.importICS()
	default:
		if code, plan, ok := d.Report(); ok {
			w.askReport(code, plan)
		}
	}
}
