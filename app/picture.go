package app

import (
	"fyne.io/fyne/v2"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// View is what a picture shows: a room by its id, and in it a record (none =
// what the room shows by itself). Empty Theme and Lang are those of the file.
type View struct {
	Room, Theme, Lang string
	Select            data.Ref
}

// Rooms lists the ids of the rooms in the order of the navigation.
func Rooms() []string {
	ids := make([]string, len(rooms))
	for i, r := range rooms {
		ids[i] = r.id
	}
	return ids
}

// Opens lists the kinds of records that a room shows: what can be selected in it.
func Opens(room string) []data.Kind {
	if r := roomByID(room); r != nil {
		return r.opens
	}
	return nil
}

// Picture fills a window with a room of the file for drawing. Nothing is
// written. An unknown room or record is a data.Problem.
func Picture(win fyne.Window, f *sqlite.File, v View) error {
	r := roomByID(v.Room)
	if r == nil {
		return data.Problem{Code: "noScreen", Args: []string{v.Room}}
	}
	w := newWindow(win, f, Options{Now: f.Options().Now})
	if v.Lang != "" || v.Theme != "" {
		w.view(v)
	}
	w.Go(v.Room)
	if v.Select.ID.IsZero() {
		return nil
	}
	ref, ok := w.inRoom(r, v.Select)
	if !ok {
		return data.Problem{Code: "notFound"}
	}
	w.Open(ref)
	return nil
}

// view shows the window in another language or theme than the file's.
func (w *Window) view(v View) {
	if v.Lang != "" {
		w.SetLang(text.LangOf(v.Lang))
	}
	if v.Theme != "" {
		w.dark = v.Theme == "dark"
	}
	w.build()
}

// inRoom is what a room shows of a record: the record itself, or in the room of
// plans the plan of a project.
func (w *Window) inRoom(r *room, ref data.Ref) (data.Ref, bool) {
	for _, k := range r.opens {
		if ref.Kind == k {
			return ref, true
		}
		if k == data.KindPlan && ref.Kind == data.KindProject {
			id, err := w.Read().CurrentPlan(data.As[data.Project](ref))
			return data.RefTo(data.KindPlan, id), err == nil
		}
	}
	return ref, false
}
