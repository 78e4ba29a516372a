package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/quick"
)

// palette is the sheet of Ctrl+K: it finds every record and runs every action.
type palette struct {
	w       *Window
	field   *ui.Field
	list    *ui.List
	sheet   *ui.Sheet
	lines   []paletteLine
	actions []desk.Action // of this room and of the program
	others  []desk.Action // of the other rooms, made when something is typed
}

// paletteLine is a heading, an action or a record.
type paletteLine struct {
	row ui.ListRow
	do  func()
}

const paletteHits = 12

// Search opens the palette.
func (w *Window) Search() {
	if w.rail == nil || len(w.win.Canvas().Overlays().List()) > 0 {
		return
	}
	if h := w.rooms[w.active]; h != nil {
		commit(h.Screen)
	}
	p := &palette{w: w, actions: w.actions()}
	p.field = ui.NewField("")
	p.field.PlaceHolder = w.Words().T("palette.hint")
	p.field.OnChanged = func(string) { p.find() }
	p.field.OnKey = p.key
	p.list = ui.NewList(func() int { return len(p.lines) }, func(i int, r *ui.ListRow) { *r = p.lines[i].row })
	p.list.OnOpen = p.run
	p.list.Empty = ui.NewEmpty(w.Words().T("palette.empty"), nil)
	w.palette = p
	p.find()
	box := ui.Down(10, ui.Own(p.field), ui.Fixed(440, p.list))
	p.sheet = ui.ShowDialog(w.win.Canvas(), ui.Dialog{Title: w.Words().T("app.keys.search"), Content: box, Width: 640, NoButtons: true})
	w.win.Canvas().Focus(p.field)
}

// key lets the arrows walk the list while the text is typed.
func (p *palette) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		p.walk(1)
	case fyne.KeyUp:
		p.walk(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.run(p.list.Selected())
	case fyne.KeyEscape:
		p.sheet.Cancel()
	default:
		return false
	}
	return true
}

func (p *palette) walk(by int) {
	for i := p.list.Selected() + by; i >= 0 && i < len(p.lines); i += by {
		if !p.lines[i].row.Head {
			p.list.Select(i)
			return
		}
	}
}

func (p *palette) run(i int) {
	if i < 0 || i >= len(p.lines) || p.lines[i].do == nil {
		return
	}
	p.sheet.Close()
	p.lines[i].do()
	if p.w.rail != nil {
		p.w.Retitle() // an action may have turned a page of the room
	}
}

// find fills the list: first the rooms that the words begin, then records, then
// the other actions.
func (p *palette) find() {
	words := p.w.Words()
	p.lines = p.lines[:0]
	rooms, others := p.matching()
	records := p.records()
	p.section(words.T("palette.actions"), rooms)
	p.section(words.T("palette.records"), records)
	if len(rooms) == 0 {
		p.section(words.T("palette.actions"), others)
	} else {
		p.lines = append(p.lines, others...)
	}
	p.list.Reload()
	p.list.Select(min(1, len(p.lines)-1))
}

func (p *palette) section(title string, lines []paletteLine) {
	if len(lines) > 0 {
		p.head(title)
		p.lines = append(p.lines, lines...)
	}
}

func (p *palette) head(title string) {
	p.lines = append(p.lines, paletteLine{row: ui.ListRow{Title: title, Head: true}})
}

// records asks the search for what was typed, then for the same keys on the
// other layout.
func (p *palette) records() []paletteLine {
	words := p.w.Words()
	seen := map[data.ID[data.Any]]bool{}
	var out []paletteLine
	for _, q := range quick.Variants(p.field.Text) {
		rows, err := p.w.Read().Search(q, paletteHits)
		if err != nil {
			p.w.Fail(err)
			return out
		}
		for _, r := range rows {
			if seen[r.ID] || len(out) == paletteHits {
				continue
			}
			seen[r.ID] = true
			ref := data.Ref{Kind: r.Kind, ID: r.ID}
			out = append(out, paletteLine{
				row: ui.ListRow{ID: ref.String(), Title: r.Title, Note: p.placeNote(r.Place), ChipWord: words.T("kind." + string(r.Kind)), ChipRole: ui.Planned},
				do:  func() { p.w.Open(ref) }})
		}
	}
	return append(out, p.norms()...)
}

// norms are the norms whose words or source the typed words begin. Their names
// are words of the language, so the file cannot find them.
func (p *palette) norms() []paletteLine {
	if p.field.Text == "" {
		return nil
	}
	rows, err := p.w.Read().Norms()
	if err != nil {
		p.w.Fail(err)
		return nil
	}
	words := p.w.Words()
	kind := words.T("kind." + string(data.KindNorm))
	var out []paletteLine
	for i, n := range rows {
		name := n.Code
		if words.Has("norm." + n.Code) {
			name = words.T("norm." + n.Code)
		}
		if i > 0 && rows[i-1].Code == n.Code || !matches(p.field.Text, kind+" "+name+" "+n.SourceText) {
			continue // of the days of a norm the newest stands for all
		}
		ref := data.RefTo(data.KindNorm, n.ID)
		out = append(out, paletteLine{row: ui.ListRow{ID: ref.String(), Title: name, Note: n.SourceText, ChipWord: kind, ChipRole: ui.Planned},
			do: func() { p.w.Open(ref) }})
	}
	return out
}

// matching are the actions that fit: those that go to a room named so, and the
// rest.
func (p *palette) matching() (rooms, others []paletteLine) {
	if p.others == nil && p.field.Text != "" {
		p.others = p.w.elsewhere()
	}
	all := p.actions
	if p.field.Text != "" {
		all = slices.Concat(all, p.others)
	}
	for _, a := range all {
		if !matches(p.field.Text, a.Label) {
			continue
		}
		line := paletteLine{row: ui.ListRow{ID: a.Label, Title: a.Label, Right: a.Key}, do: a.Do}
		if _, name, ok := strings.Cut(a.Label, ": "); ok && p.field.Text != "" && begun(p.field.Text, name) {
			rooms = append(rooms, line)
		} else {
			others = append(others, line)
		}
	}
	return rooms, others
}

// begun tells whether the name begins with what was typed, on either layout.
func begun(typed, name string) bool {
	for _, q := range quick.Variants(typed) {
		if strings.HasPrefix(data.Fold(name), data.Fold(q)) {
			return true
		}
	}
	return false
}

// placeNote is where a record belongs; a day is written as people write it.
func (p *palette) placeNote(s string) string {
	if day, err := data.ParseDate(s); err == nil {
		return p.w.Words().Date(day)
	}
	return s
}

// matches tells whether every typed word begins a word of the label, on either
// keyboard layout.
func matches(typed, label string) bool {
	for _, q := range quick.Variants(typed) {
		if hasWords(data.Fold(label), data.Fold(q)) {
			return true
		}
	}
	return typed == ""
}
