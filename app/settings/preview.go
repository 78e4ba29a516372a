package settings

import (
	"strings"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data/command"
)

// preview is the dialog that shows what an import would do before it is done:
// each line with its state, and the faults with the number of their line.
type preview struct {
	s       *Screen
	title   string // key
	columns []ui.Column
	cells   func(command.FirmRow) []string
	all     command.FirmImport
	few     command.FirmImport // a part of it that is proposed first, nil = none
	fewWord string             // key of the words that say which part

	rows  []command.FirmRow
	grid  *ui.Grid
	sum   *ui.Label
	fault *ui.Label
}

//text:prefix settings.import.state.

// chosen is the import that would be run.
func (p *preview) chosen(few bool) command.FirmImport {
	if few && p.few != nil {
		return p.few
	}
	return p.all
}

func (p *preview) show() {
	d := p.s.d
	t := d.Words().T
	few := p.few != nil
	cols := append([]ui.Column{{ID: "line", Title: t("settings.import.line"), Width: 74, Right: true}}, p.columns...)
	p.grid = ui.NewGrid(append(cols, ui.Column{ID: "state", Title: t("settings.rate.state"), Width: 130}), func() int { return len(p.rows) }, p.fill)
	p.grid.RowHeight = 28
	p.sum, p.fault = ui.NewLabel(""), ui.NewNote("")
	p.fault.SetRole(ui.Late)
	if !p.read(p.chosen(few)) {
		return
	}
	parts := []ui.Part{ui.Own(p.sum)}
	if few {
		parts = append(parts, ui.Own(ui.NewCheck(t(p.fewWord), true, func(on bool) { few = on; p.read(p.chosen(few)) })))
	}
	high := min(360, p.grid.HeadHeight+28*float32(max(3, len(p.rows)))+4)
	parts = append(parts, ui.Fixed(high, ui.NewCard("", "", p.grid)))
	if p.fault.Text != "" {
		parts = append(parts, ui.Own(p.fault))
	}
	ui.ShowDialog(d.Canvas(), ui.Dialog{Title: t(p.title), Width: 720, Content: ui.Down(10, parts...), Confirm: t("settings.import.take"), OnConfirm: func() error {
		n := p.news()
		if n == 0 {
			return nil
		}
		if err := d.Do(desk.Command(p.chosen(few))); err != nil {
			return err
		}
		d.Say(d.Words().N("settings.import.done", n), t("step.undo"), d.Undo)
		return nil
	}})
}

// read works the import out and says what it amounts to.
func (p *preview) read(c command.FirmImport) bool {
	d := p.s.d
	rows, err := c.Preview(d.Read())
	if err != nil {
		d.Fail(err)
		return false
	}
	p.rows = rows
	p.sum.Set(p.summary())
	p.fault.Set(p.faults())
	p.grid.Reload()
	return true
}

// count is how many lines end so.
func (p *preview) count(a command.ImportAction) (n int) {
	for _, r := range p.rows {
		if r.Action == a {
			n++
		}
	}
	return n
}

func (p *preview) news() int { return p.count(command.ImportAdded) + p.count(command.ImportChanged) }

// summary is «Новых: 2 · изменится: 1 · без изменений: 40 · с ошибкой: 1».
func (p *preview) summary() string {
	w := p.s.d.Words()
	var out []string
	for _, a := range []command.ImportAction{command.ImportAdded, command.ImportChanged, command.ImportSame, command.ImportRefused} {
		if n := p.count(a); n > 0 {
			out = append(out, w.T("settings.import.state."+string(a))+": "+w.Number(int64(n)))
		}
	}
	if p.news() == 0 {
		out = append(out, w.T("settings.import.nothing"))
	}
	return strings.Join(out, " · ")
}

// mostFaults is how many faults are told in words; the table marks all.
const mostFaults = 5

// faults name the lines that are refused and why.
func (p *preview) faults() string {
	w := p.s.d.Words()
	var out []string
	for _, r := range p.rows {
		if r.Action == command.ImportRefused {
			out = append(out, w.F("settings.import.fault", itoa(int64(r.Line)), w.Problem(r.Reason)))
		}
	}
	if n := len(out) - mostFaults; n > 0 {
		out = append(out[:mostFaults], w.N("settings.import.more", n))
	}
	return strings.Join(out, "\n")
}

func (p *preview) fill(i int, r *ui.Row) {
	w, x := p.s.d.Words(), p.rows[i]
	if x.Line > 0 {
		r.Cells[0].Text = itoa(int64(x.Line))
	}
	if x.Record != nil {
		for k, s := range p.cells(x) {
			r.Cells[k+1].Text = s
		}
	} else {
		r.Cells[1].Text = x.Name
	}
	last := &r.Cells[len(r.Cells)-1]
	last.ChipWord, last.ChipRole = w.T("settings.import.state."+string(x.Action)), map[command.ImportAction]ui.Role{
		command.ImportAdded: ui.Go, command.ImportChanged: ui.Risk, command.ImportSame: ui.Planned, command.ImportRefused: ui.Late}[x.Action]
	r.Faint = x.Action == command.ImportSame
}
