package mentoring

import (
	"strconv"

	"fyne.io/fyne/v2"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// skills is the page «Компетенции»: where each began, how both see it today,
// where it should be. A level typed into a cell is a judgement of today.
type skills struct {
	x    *record
	rows []data.Ladder
	grid *ui.Grid
	box  fyne.CanvasObject
}

func newSkills(x *record) *skills {
	k := &skills{x: x}
	t := x.s.d.Words().T
	level := func(id, title string, by data.ScoreBy, of func(*data.Ladder) int) ui.Column {
		return ui.Column{ID: id, Title: title, Width: 64, Right: true, Editor: func(i int) ui.Editor { return k.editor(i, by, of) }}
	}
	k.grid = ui.NewGrid([]ui.Column{
		{ID: "name", Title: t("mentoring.skill"), Width: 150, Flex: true},
		{ID: "start", Title: t("mentoring.skill.start"), Width: 68, Right: true},
		level("self", t("mentoring.skill.self"), data.ScoreSelf, func(l *data.Ladder) int { return l.Self }),
		level("mentor", t("mentoring.skill.mentor"), data.ScoreMentor, func(l *data.Ladder) int { return l.Mentor }),
		level("goal", t("mentoring.skill.goal"), data.ScoreTarget, func(l *data.Ladder) int { return l.Goal }),
	}, func() int { return len(k.rows) }, k.row)
	cols := k.grid.Columns()
	cols[3].Width = 90 // «Наставник» is the longest of the titles
	k.grid.SetColumns(cols)
	k.grid.RowHeight = 37
	k.grid.OnDelete = func(rows []int) { k.remove(rows[0]) }
	k.grid.OnMenu = k.menu
	add := ui.NewButton(ui.Secondary, t("mentoring.skill.add"), k.add)
	add.Small = true
	k.grid.Empty = ui.NewEmpty(t("mentoring.skills.empty"), ui.NewButton(ui.Primary, t("mentoring.skill.add"), k.add))
	k.box = ui.Down(0, ui.Own(ui.Pad(16, 9, ui.Across(12, ui.Own(add), ui.Flex(1, ui.NewNote(t("mentoring.skills.hint")))))), ui.Flex(1, k.grid), ui.Fixed(8, ui.Spacer()))
	return k
}

func (k *skills) read() {
	rows, err := k.x.s.d.Read().Scores(k.x.row.ID)
	if err != nil {
		k.x.s.d.Fail(err)
	}
	k.rows = data.Ladders(rows)
	k.grid.Reload()
}

func (k *skills) fill() fyne.CanvasObject { return k.box }

func (k *skills) row(i int, r *ui.Row) {
	l := &k.rows[i]
	r.ID = l.CompetencyID.String()
	r.Cells[0].Text, r.Cells[0].Note = l.Name, l.Area
	for n, level := range []int{l.Start, l.Self, l.Mentor, l.Goal} {
		r.Cells[n+1].Text = levelWord(level)
	}
	if l.Goal > 0 && l.Now >= l.Goal {
		r.Cells[3].Role = ui.Done
	}
}

func levelWord(n int) string {
	if n == 0 {
		return "—"
	}
	return strconv.Itoa(n)
}

func (k *skills) editor(i int, by data.ScoreBy, of func(*data.Ladder) int) ui.Editor {
	l, d, id := k.rows[i], k.x.s.d, k.x.row.ID
	f := ui.NewNumberField(of(&l), 0, l.Scale)
	f.OnSet = func(n int) error {
		return d.Do(command.Rate{MentoringID: id, CompetencyID: l.CompetencyID, ByWhom: by, Level: n, On: d.Today(), Name: l.Name})
	}
	return f
}

func (k *skills) menu(i int) []ui.MenuItem {
	return []ui.MenuItem{{Label: k.x.s.d.Words().T("mentoring.skill.drop"), Shortcut: "Del", Danger: true, Do: func() { k.remove(i) }}}
}

func (k *skills) remove(i int) {
	l := k.rows[i]
	k.x.do(command.DropCompetency{MentoringID: k.x.row.ID, CompetencyID: l.CompetencyID, Name: l.Name})
}

// competencies are the options of competencies that are not archived.
func competencies(d desk.Desk) []ui.Option {
	rows, err := d.Read().CompetencyNames()
	if err != nil {
		d.Fail(err)
	}
	out := []ui.Option{card.None}
	for _, r := range rows {
		out = append(out, ui.Option{ID: r.ID.String(), Label: r.Name, Note: r.Note})
	}
	return out
}

// add asks for a competency, where it stands and where it should come.
func (k *skills) add() {
	d, w, id := k.x.s.d, k.x.s.d.Words(), k.x.row.ID
	fresh := map[string]string{}
	which := ui.NewChoice(competencies(d)[1:], "")
	which.OnCreate = func(typed string) (ui.Option, error) {
		n := data.NewID[data.Competency]().String()
		fresh[n] = typed
		return ui.Option{ID: n, Label: typed}, nil
	}
	now, goal := ui.NewNumberField(1, 1, 10), ui.NewNumberField(3, 1, 10)
	form := ui.NewForm().Add("name", w.T("mentoring.skill"), which).Add("level", w.T("mentoring.skill.mentor"), now).Add("goal", w.T("mentoring.skill.goal"), goal)
	keep := func() error {
		from, err := now.Get()
		if err != nil {
			return err
		}
		to, err := goal.Get()
		if err != nil {
			return err
		}
		name := which.Chosen().Label
		c := command.All{Key: "command.rate", Subject: name}
		skill := card.ID[data.Competency](which.ID)
		if skill.IsZero() {
			return data.Problems{{Field: "name", Code: "required"}}
		}
		if typed, ok := fresh[which.ID]; ok {
			c.Commands = append(c.Commands, command.Put{Record: data.Competency{ID: skill, Name: typed, Scale: 5}})
		}
		rate := func(by data.ScoreBy, n int) command.Rate {
			return command.Rate{MentoringID: id, CompetencyID: skill, ByWhom: by, Level: n, On: d.Today(), Name: name}
		}
		c.Commands = append(c.Commands, rate(data.ScoreMentor, from), rate(data.ScoreTarget, to))
		return d.Do(c)
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("mentoring.skill.add"), Content: form, Width: 500, Confirm: w.T("mentoring.skill.ok"),
		OnConfirm: func() error { return card.Submit(d, form, keep) }})
	d.Canvas().Focus(which)
}
