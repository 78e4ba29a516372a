package plan

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/quick"
	"portfel/data/text"
)

// copyRows puts the chosen rows on the clipboard with a line of headers, cells
// parted by tabs: a spreadsheet takes them, and paste takes them back.
func (s *Screen) copyRows() {
	rows := s.chart.Grid.Chosen()
	var b strings.Builder
	t := s.d.Words().T
	head := []string{"code", "name", "days", "preds", "who", "hours", "start", "finish", "deadline"}
	for _, c := range head {
		b.WriteString(t("plan.col."+c) + "\t")
	}
	b.WriteString("%\n")
	n := 0
	for _, i := range rows {
		if i < len(s.rows) {
			b.WriteString(strings.Join(s.copied(s.rows[i]), "\t") + "\n")
			n++
		}
	}
	if n > 0 {
		fyne.CurrentApp().Clipboard().SetContent(b.String())
		s.d.Say(s.d.Words().N("plan.copied", n), "", nil)
	}
}

//text:prefix plan.col.

// copied are the cells of a row as a spreadsheet should get them.
func (s *Screen) copied(x data.PlanRow) []string {
	w := s.d.Words()
	days, hours, who := "", "", ""
	if !x.HasKids {
		days, who = w.SpanTyped(x.Task.Duration), s.sharesText(x)
		if x.Task.Duration.Unit == data.WorkDays {
			days = bare(w, x.Task.Duration.Amount)
		}
		if x.Date.Effort > 0 {
			hours = w.HoursTyped(x.Date.Effort)
		}
	}
	out := []string{x.Code, strings.Repeat("    ", x.Depth) + x.Task.Name, days, command.WritePreds(x, w.Lang() == text.RU), who, hours,
		w.Date(x.Date.StartsOn), w.Date(x.Date.EndsOn), w.Date(x.Task.DeadlineOn), strconv.Itoa(x.Date.Percent)}
	for i, c := range out {
		if strings.ContainsAny(c, "\t\n\"") {
			out[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
	}
	return out
}

// bare is a number of days as a spreadsheet counts it.
func bare(w *text.Words, thousandths int64) string {
	t := data.Thousandths(thousandths)
	if w.Lang() == text.RU {
		t = strings.Replace(t, ".", ",", 1)
	}
	return t
}

// paste reads rows off the clipboard: several chosen rows are overwritten by them,
// else they are shown as they were understood, and put behind the chosen row as
// one step.
func (s *Screen) paste() {
	if s.tree.Plan.ID.IsZero() || s.pasteOver() {
		return
	}
	p := s.understand(fyne.CurrentApp().Clipboard().Content())
	switch {
	case len(p.Rows) == 0:
		s.d.Say(s.d.Words().T("plan.paste.none"), "", nil)
	case len(p.Rows) == 1 && len(p.Faults)+len(p.Ignored) == 0:
		if err := s.putPaste(p); err != nil {
			s.d.Fail(err)
		}
	default:
		s.showPaste(p)
	}
}

func (s *Screen) understand(typed string) command.Paste {
	return command.ReadPaste(typed, s.tree, s.people, func(v string) (data.Date, error) { return quick.Date(v, s.d.Today(), s.cal.AddDays) })
}

// pastePlace is where pasted rows go: behind the chosen row, else to the end.
func (s *Screen) pastePlace() (parent, after data.ID[data.Task]) {
	if x, ok := s.row(); ok {
		return x.Task.ParentID, x.Task.ID
	}
	return s.typedPlace()
}

func (s *Screen) putPaste(p command.Paste) error {
	c := command.PasteTasks{PlanID: s.tree.Plan.ID, Rows: p.Rows}
	c.Parent, c.After = s.pastePlace()
	for range p.Rows {
		c.IDs = append(c.IDs, data.NewID[data.Task]())
	}
	if err := s.d.Do(c); err != nil {
		return err
	}
	s.bringOut(c.IDs)
	s.chart.Grid.ChooseIDs(texts(c.IDs))
	s.detail.reload()
	s.d.Say(s.d.Words().N("plan.pasted", len(p.Rows)), s.d.Words().T("step.undo"), s.d.Undo)
	return nil
}

// showPaste is the preview: the rows as they would stand, what they amount to,
// and what was not understood.
func (s *Screen) showPaste(p command.Paste) {
	w := s.d.Words()
	g := ui.NewGrid(s.pasteColumns(p), func() int { return len(p.Rows) }, func(i int, r *ui.Row) { s.fillPaste(p, i, r) })
	g.RowHeight = 28
	parts := []ui.Part{ui.Own(ui.NewLabel(s.pasteSum(p))), ui.Fixed(min(380, g.HeadHeight+28*float32(len(p.Rows))+4), ui.NewCard("", "", g))}
	if notes := s.pasteNotes(p); notes != "" {
		l := ui.NewNote(notes)
		l.SetRole(ui.Risk)
		parts = append(parts, ui.Own(l))
	}
	var sheet *ui.Sheet
	g.OnOpen = func(int) { sheet.Confirm() }
	sheet = ui.ShowDialog(s.d.Canvas(), ui.Dialog{Title: w.T("plan.paste"), Content: ui.Down(12, parts...), Width: 900, Confirm: w.N("plan.paste.ok", len(p.Rows)),
		OnConfirm: func() error { return s.putPaste(p) }})
}

func (s *Screen) pasteColumns(p command.Paste) []ui.Column {
	t := s.d.Words().T
	who, start, deadline := true, true, true
	for _, r := range p.Rows {
		who, start, deadline = who && len(r.Shares) == 0, start && r.Start.IsZero(), deadline && r.Deadline.IsZero()
	}
	return []ui.Column{
		{ID: "line", Title: t("plan.col.code"), Width: 52, Right: true},
		{ID: "name", Title: t("plan.col.name"), Width: 240, MinWidth: 160, Flex: true, Tree: true},
		{ID: "days", Title: t("plan.col.days"), Width: 76, Right: true},
		{ID: "preds", Title: t("plan.col.preds"), Width: 110},
		{ID: "who", Title: t("plan.col.who"), Width: 220, Hidden: who},
		{ID: "hours", Title: t("plan.col.hours"), Width: 64, Right: true},
		{ID: "start", Title: t("plan.paste.start"), Width: 92, Right: true, Hidden: start},
		{ID: "deadline", Title: t("plan.col.deadline"), Width: 92, Right: true, Hidden: deadline},
	}
}

func (s *Screen) fillPaste(p command.Paste, i int, r *ui.Row) {
	x, w := p.Rows[i], s.d.Words()
	r.ID, r.Depth, r.Bold = strconv.Itoa(i), x.Depth, x.HasKids
	if x.HasKids {
		r.Toggle = ui.Open
	}
	c := r.Cells
	c[0].Text, c[0].Role, c[0].Small = strconv.Itoa(x.Line), ui.Muted, true
	c[1].Text = x.Name
	if x.HasKids {
		return
	}
	c[2].Text, c[3].Text = w.Span(x.Duration), s.pastePreds(p, x)
	c[4].Text = s.pasteWho(x)
	if x.Effort > 0 {
		c[5].Text = w.HoursNumber(x.Effort)
	}
	c[6].Text, c[7].Text = w.Date(x.Start), w.Date(x.Deadline)
}

// pastePreds names the rows that a row waits for by their lines in the text, the
// tasks of the plan by their codes.
func (s *Screen) pastePreds(p command.Paste, x command.PasteRow) string {
	w := s.d.Words()
	var out []string
	for _, l := range x.Preds {
		name := ""
		if l.Row >= 0 {
			name = w.F("plan.paste.row", p.Rows[l.Row].Line)
		}
		for _, r := range s.tree.Rows {
			if l.Row < 0 && r.Task.ID == l.Task {
				name = r.Code
			}
		}
		if l.Type != data.FinishStart || l.Lag.Amount != 0 {
			name += " " + w.LinkCode(l.Type) + w.Lag(l.Lag)
		}
		out = append(out, name)
	}
	return strings.Join(out, "; ")
}

func (s *Screen) pasteWho(x command.PasteRow) string {
	var out []string
	for _, h := range x.Shares {
		for _, p := range s.people {
			if data.ID[data.Person](p.ID) == h.PersonID {
				name := p.Name
				if h.Effort > 0 && len(x.Shares) > 1 {
					name += " " + s.d.Words().HoursNumber(h.Effort)
				}
				out = append(out, name)
			}
		}
	}
	return strings.Join(out, "; ")
}

// pasteSum says what would be added, and where.
func (s *Screen) pasteSum(p command.Paste) string {
	w := s.d.Words()
	stages, marks, links := 0, 0, 0
	for _, r := range p.Rows {
		links += len(r.Preds)
		switch {
		case r.HasKids:
			stages++
		case !r.Duration.IsZero() && r.Duration.Amount == 0:
			marks++
		}
	}
	sum := []string{w.N("plan.tasks", len(p.Rows)-stages-marks)}
	for _, n := range []struct {
		n   int
		key string
	}{{stages, "plan.stages"}, {marks, "plan.milestones"}, {links, "plan.links.count"}} {
		if n.n > 0 {
			sum = append(sum, w.N(n.key, n.n))
		}
	}
	where := w.T("plan.paste.end")
	if x, ok := s.row(); ok {
		where = w.F("plan.paste.after", x.Code+" «"+x.Task.Name+"»")
	}
	return text.Join(sum...) + ". " + where
}

//text:key plan.stages
//text:key plan.milestones
//text:key plan.links.count

// pasteNotes are the columns and cells that were left out, the first of them in
// full.
func (s *Screen) pasteNotes(p command.Paste) string {
	w := s.d.Words()
	var out []string
	if len(p.Ignored) > 0 {
		out = append(out, w.F("plan.paste.ignored", strings.Join(p.Ignored, ", ")))
	}
	groups := s.sameFaults(p)
	for i, f := range groups {
		if i == 5 {
			out = append(out, w.N("plan.paste.more", len(groups)-i))
			break
		}
		out = append(out, f)
	}
	return strings.Join(out, "\n")
}

// sameFaults are the sentences about cells that were left out, the same ones of
// several rows as one.
func (s *Screen) sameFaults(p command.Paste) (out []string) {
	w := s.d.Words()
	lines := map[string][]string{}
	var order []string
	for _, f := range p.Faults {
		key := ": " + text.Lower(w.Problem(f.What)) + " " + w.T("plan.paste.left")
		if f.Column != "" {
			key = ", «" + f.Column + "»" + key
		}
		if lines[key] == nil {
			order = append(order, key)
		}
		lines[key] = append(lines[key], strconv.Itoa(f.Line))
	}
	for _, key := range order {
		at := lines[key]
		where := w.F("plan.paste.row", at[0])
		switch {
		case len(at) > 6:
			where = w.N("plan.paste.rows.more", len(at)-4, strings.Join(at[:4], ", "))
		case len(at) > 1:
			where = w.F("plan.paste.rows", strings.Join(at, ", "))
		}
		out = append(out, text.Title(where)+key)
	}
	return out
}
