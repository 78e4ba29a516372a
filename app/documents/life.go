package documents

import (
	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/text"
)

// life is the page «Версии»: the versions, the signatures of the chosen one,
// its next states and its fields.
type life struct {
	x       *side
	chosen  data.ID[data.Version]
	list    *ui.List
	lines   []lifeLine
	buttons *fyne.Container
	fields  *ui.KeyValues
	box     fyne.CanvasObject
	empty   *ui.Empty
}

// lifeLine is a version, a signature, or the heading between them.
type lifeLine struct {
	version  *data.VersionRow
	approval *data.ApprovalRow
}

func newLife(x *side) *life {
	l := &life{x: x, fields: ui.NewKeyValues(), buttons: ui.Across(8)}
	l.fields.LabelWidth = 104
	l.list = ui.NewList(func() int { return len(l.lines) }, l.row)
	l.list.OnSelect = l.choose
	l.list.OnOpen = l.open
	l.list.OnMenu = l.menu
	l.list.OnDelete = l.remove
	l.list.OnCheck = func(i int, on bool) { x.tick(l.lines[i].approval, on) }
	l.box = ui.Down(0, ui.Own(ui.Pad(16, 9, l.buttons)), ui.Flex(1, l.list), ui.Fixed(1, ui.NewRule()), ui.Own(l.fields))
	t := x.s.d.Words().T
	l.empty = ui.NewEmpty(t("documents.version.empty"), ui.NewButton(ui.Primary, t("documents.version.new"), x.newVersion))
	return l
}

func (l *life) fill() fyne.CanvasObject {
	if len(l.x.versions) == 0 {
		return l.empty
	}
	v := l.x.version()
	l.chosen = v.ID
	l.lines = l.lines[:0]
	for i := range l.x.versions {
		l.lines = append(l.lines, lifeLine{version: &l.x.versions[i]})
	}
	if v.Asked > 0 {
		l.lines = append(l.lines, lifeLine{})
		for _, a := range l.x.lastRound(v.ID) {
			l.lines = append(l.lines, lifeLine{approval: a})
		}
	}
	l.list.Reload()
	if l.list.Selected() < 0 {
		l.list.SelectID(v.ID.String())
	}
	l.fillButtons(v)
	l.fields.Set(l.x.versionFields(v)...)
	return l.box
}

// lastRound is the signatures of a version's last round.
func (x *side) lastRound(id data.ID[data.Version]) (out []*data.ApprovalRow) {
	round := 0
	for i := range x.approvals {
		if a := &x.approvals[i]; a.VersionID == id && a.Round >= round {
			round = a.Round
			out = append(out, a)
		}
	}
	return out
}

func (l *life) row(i int, r *ui.ListRow) {
	w := l.x.s.d.Words()
	switch line := l.lines[i]; {
	case line.version != nil:
		l.x.versionRow(line.version, r)
	case line.approval != nil:
		l.x.approvalRow(line.approval, r)
	default:
		v := l.x.version()
		r.Head, r.Title, r.Right = true, w.T("documents.tab.approval"), w.F("documents.given", v.Given, v.Asked)
	}
}

func (x *side) versionRow(v *data.VersionRow, r *ui.ListRow) {
	w := x.s.d.Words()
	r.ID = v.ID.String()
	r.Title, r.TitleLines = text.Join(v.Label, v.File), 2
	size := ""
	if v.File != "" {
		size = w.FileSize(v.Size)
	}
	r.Note, r.NoteLines = text.Join(x.s.day(v.CreatedOn), size, v.Changes), 2
	r.ChipRole, r.ChipWord = roleOf(v.Status), x.s.chip(v.Status)
}

func (l *life) choose(i int) {
	v := l.lines[i].version
	if v == nil || v.ID == l.chosen {
		return
	}
	l.chosen = v.ID
	l.x.fillPage()
}

// open opens the file of a version; a version without one asks for it. A
// signature is answered.
func (l *life) open(i int) {
	switch line := l.lines[i]; {
	case line.approval != nil:
		l.x.decide(line.approval)
	case line.version == nil:
	case line.version.File == "":
		l.x.takeFile(line.version)
	default:
		l.x.openFile(line.version, card.OpenAttachment)
	}
}

func (l *life) menu(i int) []ui.MenuItem {
	switch line := l.lines[i]; {
	case line.version != nil:
		return l.x.versionMenu(line.version)
	case line.approval != nil:
		return l.x.approvalMenu(line.approval)
	}
	return nil
}

func (l *life) remove(i int) {
	switch line := l.lines[i]; {
	case line.version != nil:
		l.x.removeVersion(line.version)
	case line.approval != nil:
		l.x.removeApproval(line.approval)
	}
}

// fillButtons offers the next legal states of the chosen version: the likely
// one as a button, the others in a menu, and a new version. Beside a state the
// new version is a sign, for the column is narrow; the menu names it.
func (l *life) fillButtons(v *data.VersionRow) {
	d := l.x.s.d
	fresh := ui.NewButton(ui.Secondary, d.Words().T("documents.version.new"), l.x.newVersion)
	fresh.Small = true
	next := data.VersionFlow.Next(v.Status)
	parts := []ui.Part{}
	if len(next) > 0 && next[0] != data.VersionReplaced {
		b := ui.NewButton(ui.Primary, l.x.moveWord(next[0]), func() { l.x.move(v.ID, next[0]) })
		b.Small = true
		parts = append(parts, ui.Own(b))
		fresh.Label, fresh.Icon, fresh.Tip = "", ui.IconAdd, d.Words().T("documents.version.new")
	} else {
		fresh.Kind = ui.Primary
	}
	more := ui.NewMenuButton(d.Words().T("documents.moves"), func() []ui.MenuItem { return l.x.versionMenu(v) })
	more.Small = true
	parts = append(parts, ui.Own(fresh), ui.Own(more))
	row := ui.Across(8, parts...)
	l.buttons.Layout, l.buttons.Objects = row.Layout, row.Objects
	l.buttons.Refresh()
}

func (x *side) moveWord(to data.VersionStatus) string {
	return card.MoveWord(x.s.d, data.Version{}, string(to))
}

// versionMenu is what can be done with a version: its next states, its file, its
// end.
func (x *side) versionMenu(v *data.VersionRow) []ui.MenuItem {
	w := x.s.d.Words()
	var items []ui.MenuItem
	for _, to := range data.VersionFlow.Next(v.Status) {
		items = append(items, ui.MenuItem{Label: x.moveWord(to), Do: func() { x.move(v.ID, to) }})
	}
	if len(items) > 0 {
		items = append(items, ui.MenuItem{})
	}
	if v.File != "" {
		items = append(items, ui.MenuItem{Label: w.T("card.files.open"), Shortcut: "Enter", Do: func() { x.openFile(v, card.OpenAttachment) }},
			ui.MenuItem{Label: w.T("card.files.save"), Icon: ui.IconExport, Do: func() { x.openFile(v, card.SaveAttachment) }})
	}
	if v.File == "" || changeable(v.Status) {
		word := "documents.file.add"
		if v.File != "" {
			word = "documents.file.change"
		}
		items = append(items, ui.MenuItem{Label: w.T(word), Icon: ui.IconAttach, Do: func() { x.takeFile(v) }})
	}
	if v.File != "" && changeable(v.Status) {
		items = append(items, ui.MenuItem{Label: w.T("documents.file.drop"), Do: func() { x.do(command.DropVersionFile{ID: v.ID, Name: v.File}, v.File) }})
	}
	return append(items, ui.MenuItem{}, ui.MenuItem{Label: w.T("documents.version.new"), Icon: ui.IconAdd, Do: x.newVersion},
		ui.MenuItem{Label: w.T("documents.ask"), Icon: ui.IconUser, Do: func() { x.askFor(v) }},
		ui.MenuItem{Label: w.T("documents.version.delete"), Danger: true, Shortcut: "Del", Do: func() { x.removeVersion(v) }})
}

// changeable tells whether the file of a version may still be exchanged.
func changeable(s data.VersionStatus) bool {
	return s == data.VersionDraft || s == data.VersionInternal
}

// versionFields are the fields of a version, edited in their place.
func (x *side) versionFields(v *data.VersionRow) []ui.KV {
	d, w := x.s.d, x.s.d.Words()
	rec, err := d.Read().Load(data.RefTo(data.KindVersion, v.ID))
	if err != nil {
		d.Fail(err)
		return nil
	}
	old := rec.(data.Version)
	with := func(change func(*data.Version)) data.Record { n := old; change(&n); return n }
	rows := []ui.KV{
		card.Text(d, w.T("documents.version"), old.Label, func(s string) data.Record { return with(func(n *data.Version) { n.Label = s }) }),
		card.Date(d, w.T("documents.created"), old.CreatedOn, func(on data.Date) data.Record { return with(func(n *data.Version) { n.CreatedOn = on }) }),
		card.Long(d, w.T("documents.changes"), old.Changes, func(s string) data.Record { return with(func(n *data.Version) { n.Changes = s }) }),
	}
	if !changeable(old.Status) || !old.SentOn.IsZero() {
		rows = append(rows, card.Date(d, w.T("documents.sent"), old.SentOn, func(on data.Date) data.Record { return with(func(n *data.Version) { n.SentOn = on }) }))
	}
	if old.Status == data.VersionApproved || old.Status == data.VersionHanded || !old.ApprovedOn.IsZero() {
		rows = append(rows, card.Date(d, w.T("documents.approved"), old.ApprovedOn, func(on data.Date) data.Record { return with(func(n *data.Version) { n.ApprovedOn = on }) }))
	}
	return rows
}
