package card

import (
	"errors"

	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// inUse is the refusal of a deletion because others point to the record.
func inUse(err error) (data.Problem, bool) {
	var ps data.Problems
	if errors.As(err, &ps) && len(ps) > 0 && ps[0].Code == "inUse" {
		return ps[0], true
	}
	return data.Problem{}, false
}

// usesHigh is the greatest height of the list in units.
const usesHigh = 360

// ShowUses tells which records refuse a deletion: a list of which each line is
// opened by a second click or Enter. The answers stand below, the last one is the
// way out. It tells whether the error was such a refusal.
func ShowUses(d desk.Desk, err error, answers ...desk.Answer) bool {
	p, ok := inUse(err)
	if !ok || len(p.Refs) != len(p.Args) {
		return false
	}
	w := d.Words()
	kinds, names := w.Uses(p)
	var sheet *ui.Sheet
	l := ui.NewList(func() int { return len(names) }, func(i int, r *ui.ListRow) {
		*r = ui.ListRow{ID: p.Refs[i].String(), Title: names[i], TitleLines: 2, ChipWord: kinds[i], ChipRole: ui.Planned}
	})
	l.OnOpen = func(i int) {
		sheet.Close()
		d.Open(p.Refs[i])
	}
	buttons := []ui.Part{ui.Flex(1, ui.Spacer())}
	for _, a := range answers {
		kind := ui.Secondary
		if a.Primary {
			kind = ui.Primary
		}
		buttons = append(buttons, ui.Own(ui.NewButton(kind, a.Label, func() {
			sheet.Close()
			if a.Do != nil {
				a.Do()
			}
		})))
	}
	box := ui.Down(14, ui.Own(ui.NewLabel(w.T("card.inuse.note"))), ui.Fixed(min(usesHigh, 40*float32(len(names))), ui.NewCard("", "", l)),
		ui.Own(ui.Across(8, buttons...)))
	sheet = ui.ShowDialog(d.Canvas(), ui.Dialog{Title: w.T("card.inuse.title"), Content: box, Width: 600, NoButtons: true})
	l.Select(0)
	d.Canvas().Focus(l)
	return true
}
