package plan

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/load"
	"portfel/data/text"
)

// loadWeeks is how many weeks are shown side by side.
const loadWeeks = 12

// loadPage is how full everybody's weeks are over all projects, what fills a
// week, and the levelling of what is too much.
type loadPage struct {
	s       *Screen
	first   data.Date // Monday of the first week
	people  []data.NameRow
	loads   map[int]*command.PersonLoad          // by row, read when a row is first shown
	dates   map[data.ID[data.Task]]data.TaskDate // as a levelling that is shown would have them; nil = as things are
	after   map[int]*command.PersonLoad          // loads by those dates
	away    map[int][]data.Absence
	owners  map[data.ID[data.Task]]string
	strip   *ui.Strip
	scope   *ui.Segmented
	clear   *ui.Button
	grid    *ui.HeatGrid
	card    *ui.Card
	works   *workList
	level   *levelView
	below   *fyne.Container // what fills a cell, or the preview of a levelling
	content fyne.CanvasObject
}

func newLoadPage(s *Screen) *loadPage {
	p := &loadPage{s: s, first: s.d.Today().Monday()}
	w := s.d.Words()
	p.grid = ui.NewHeatGrid(func() int { return len(p.people) }, p.side, p.fill)
	p.grid.Corner = w.T("plantab.load.person")
	p.grid.OnSelect = func(int, int) { p.works.show() }
	p.grid.OnOpen = func(int, int) { p.works.enter() }
	p.grid.OnPage = p.move
	p.grid.Empty = ui.NewEmpty(w.T("plantab.load.empty"), nil)
	p.works = newWorkList(p)
	p.level = newLevelView(p)
	p.below = container.NewStack(p.works.card)
	p.card = ui.NewCard(w.T("plantab.load.title"), "", p.grid)
	p.card.Actions = p.legend()
	p.controls()
	body := ui.Pad(24, 14, ui.Down(12, ui.Flex(4, p.card), ui.Flex(3, p.below)))
	p.content = ui.Down(0, ui.Own(p.strip), ui.Flex(1, body))
	return p
}

// legend is what the colours of the bars mean.
func (p *loadPage) legend() []fyne.CanvasObject {
	t := p.s.d.Words().T
	return []fyne.CanvasObject{ui.NewChip(ui.Go, t("plantab.load.project")), ui.NewChip(ui.Done, t("plantab.load.mentoring")),
		ui.NewChip(ui.Risk, t("plantab.load.travel")), ui.NewChip(ui.Late, t("plantab.load.over"))}
}

func (p *loadPage) controls() {
	t := p.s.d.Words().T
	small := func(label string, do func()) *ui.Button {
		b := ui.NewButton(ui.Secondary, label, do)
		b.Small = true
		return b
	}
	week := ui.Across(4, ui.Own(ui.NewIconButton(ui.IconLeft, t("plantab.load.earlier"), func() { p.move(-4) })),
		ui.Own(small(t("plantab.load.today"), func() { p.from(p.s.d.Today()) })),
		ui.Own(ui.NewIconButton(ui.IconRight, t("plantab.load.later"), func() { p.move(4) })))
	p.scope = ui.NewSegmented([]ui.Option{{ID: "plan", Label: t("plantab.level.plan")}, {ID: "all", Label: t("plantab.level.all")}}, "plan", nil)
	p.clear = small(t("plantab.level.clear"), p.level.clear)
	p.strip = ui.NewStrip("", week, p.scope, p.clear)
}

// move shows other weeks.
func (p *loadPage) move(weeks int) { p.from(p.first + data.Date(7*weeks)) }

// from begins with the week of a day.
func (p *loadPage) from(day data.Date) {
	p.first = day.Monday()
	p.reload()
}

func (p *loadPage) object() fyne.CanvasObject { return p.content }
func (p *loadPage) focus() fyne.Focusable     { return p.grid }
func (p *loadPage) commit()                   {}

// reload reads the loads again; a preview of a levelling is of the file as it
// was and goes.
func (p *loadPage) reload() {
	p.level.forget()
	p.owners = map[data.ID[data.Task]]string{}
	p.people = p.s.people
	p.loads, p.away = map[int]*command.PersonLoad{}, map[int][]data.Absence{}
	p.draw()
}

// read fetches the weeks of a person and why that person is away.
func (p *loadPage) read(row int) *command.PersonLoad {
	if x := p.loads[row]; x != nil {
		return x
	}
	r := p.s.d.Read()
	who := p.people[row]
	list, err := command.Loads(r, []data.NameRow{who}, p.first, loadWeeks, p.s.d.Today())
	if err == nil {
		p.away[row], err = r.Absences(data.ID[data.Person](who.ID))
	}
	if err != nil {
		p.s.d.Fail(err)
		list = []command.PersonLoad{{Person: who, Weeks: make([]load.Week, loadWeeks), Away: make([]data.Minutes, loadWeeks)}}
	}
	p.loads[row] = &list[0]
	return &list[0]
}

// draw shows what has been read.
func (p *loadPage) draw() {
	w := p.s.d.Words()
	last := p.first + 7*loadWeeks - 1
	p.card.SetTitle(w.T("plantab.load.title"), "")
	p.strip.SetNote(w.PeriodYear(p.first, last))
	p.grid.Cols = p.grid.Cols[:0]
	for k := range loadWeeks {
		monday := p.first + data.Date(7*k)
		p.grid.Cols = append(p.grid.Cols, ui.HeatHead{Top: w.F("plantab.load.week", monday.Week()), Below: w.DayMonth(monday), Now: monday == p.s.d.Today().Monday()})
	}
	p.grid.Reload()
	p.buttons()
	p.works.show()
}

// buttons offers to take a levelling back where there is one.
func (p *loadPage) buttons() {
	levelled := false
	for _, r := range p.s.tree.Rows {
		levelled = levelled || !r.Task.LevelDelay.IsZero()
	}
	if levelled {
		p.clear.Show()
	} else {
		p.clear.Hide()
	}
	p.strip.Refresh()
}

// person is the load of a row as it is shown: as things are, or as a previewed
// levelling would have it.
func (p *loadPage) person(row int) *command.PersonLoad {
	if p.dates == nil {
		return p.read(row)
	}
	x := p.after[row]
	if x == nil {
		v := levelled(*p.read(row), p.first, p.dates)
		x = &v
		p.after[row] = x
	}
	return x
}

// side is a person's name and how much of the weeks is taken.
func (p *loadPage) side(row int) (string, string) {
	w := p.s.d.Words()
	x := p.person(row)
	var sum, norm data.Minutes
	for _, k := range x.Weeks {
		sum, norm = sum+k.Load, norm+k.Norm
	}
	return x.Person.Name, w.F("plantab.load.sum", w.Hours(tenth(sum)), w.Hours(norm))
}

// tenth rounds to a tenth of an hour.
func tenth(m data.Minutes) data.Minutes { return (m + 3) / 6 * 6 }

// Bars of a cell have these colours.
var kindRoles = map[load.Kind]ui.Role{load.Project: ui.Plain, load.Mentoring: ui.Done, load.Travel: ui.Risk}

func (p *loadPage) fill(row, col int, c *ui.HeatCell) {
	w := p.s.d.Words()
	x := p.person(row)
	k := x.Weeks[col]
	if k.Load > 0 {
		c.Text, c.Short = w.Hours(tenth(k.Load)), w.HoursNumber(tenth(k.Load))
	}
	c.Norm, c.Full, c.Away = float32(k.Norm), float32(max(p.full(x), 60)), float32(x.Away[col])
	c.Off = k.Norm == 0
	for _, what := range load.Kinds {
		if m := k.By[what]; m > 0 {
			c.Parts = append(c.Parts, ui.HeatPart{Role: kindRoles[what], Amount: float32(m)})
		}
	}
	c.Note = p.awayWord(row, col)
	if k.Norm == 0 && x.Away[col] == 0 {
		c.Brief = w.T("plantab.load.offShort")
	}
	if over := k.Over(); over > 0 {
		c.Role, c.Bold = ui.Late, true
		c.Note, c.Tone = w.F("plantab.load.plus", w.Hours(tenth(over))), ui.Late
	}
	c.Tip = p.tip(x, col)
}

// full is the longest week of a person, the scale of the bars.
func (p *loadPage) full(x *command.PersonLoad) (m data.Minutes) {
	for _, k := range x.Weeks {
		m = max(m, k.Norm)
	}
	return m
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// awayWord says why there is less room in a week: «отпуск», «выходные».
func (p *loadPage) awayWord(row, col int) string {
	w, x := p.s.d.Words(), p.person(row)
	monday := x.Weeks[col].Monday
	for _, a := range p.away[row] {
		if x.Away[col] > 0 && a.Status != data.AbsenceCancelled && a.StartsOn <= monday+6 && a.EndsOn >= monday {
			return text.Lower(w.Code(a.What))
		}
	}
	if x.Weeks[col].Norm == 0 {
		return w.T("plantab.load.off")
	}
	return ""
}

// tip says what a week is made of.
func (p *loadPage) tip(x *command.PersonLoad, col int) string {
	w := p.s.d.Words()
	k := x.Weeks[col]
	s := w.Period(k.Monday, k.Monday+6) + " · " + w.F("plantab.load.sum", w.Hours(k.Load), w.Hours(k.Norm))
	for _, what := range load.Kinds {
		if m := k.By[what]; m != 0 {
			s += " · " + w.T("plantab.load."+string(what)) + " " + w.Hours(m)
		}
	}
	if a := x.Away[col]; a > 0 {
		s += " · " + w.F("plantab.load.away", w.Hours(a))
	}
	return s
}

//text:prefix plantab.load.

func (p *loadPage) head(h *desk.Header) {
	if len(p.people) > 0 {
		b := ui.NewButton(ui.Primary, p.s.d.Words().T("plantab.level"), p.level.run)
		h.Buttons = append(h.Buttons, b)
	}
}

func (p *loadPage) actions() []desk.Action {
	t := p.s.d.Words().T
	return []desk.Action{{Label: t("plantab.level"), Do: p.level.run}, {Label: t("plantab.level.clear"), Do: p.level.clear},
		{Label: t("plantab.load.showToday"), Do: func() { p.from(p.s.d.Today()) }}}
}

// owner is the project or the trainee that a task belongs to.
func (p *loadPage) owner(task data.ID[data.Task]) string {
	if task.IsZero() {
		return ""
	}
	if name, ok := p.owners[task]; ok {
		return name
	}
	name := p.readOwner(task)
	p.owners[task] = name
	return name
}

func (p *loadPage) readOwner(task data.ID[data.Task]) string {
	r := p.s.d.Read()
	if m := r.MentoringOf(data.RefTo(data.KindTask, task)); !m.IsZero() {
		return r.NameOf(m.Kind, m.ID.String())
	}
	plan, err := r.PlanOf(task)
	if err != nil {
		return ""
	}
	for _, h := range p.s.plans {
		if h.ID == plan {
			return title(h)
		}
	}
	return ""
}
