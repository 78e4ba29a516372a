package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

// Moves are the buttons of the next legal states of a record, the first one
// primary. With gives the record in the state asked for, or false when it asks
// the user for more first and moves itself.
func Moves(d desk.Desk, rec data.Staged, with func(to string) (data.Staged, bool)) []*ui.Button {
	var out []*ui.Button
	for i, to := range rec.Stages() {
		kind := ui.Secondary
		if i == 0 {
			kind = ui.Primary
		}
		out = append(out, ui.NewButton(kind, MoveWord(d, rec, to), func() {
			if next, ok := with(to); ok {
				Do(d, command.Move{Record: next})
			}
		}))
	}
	return out
}

// MoveWord is the verb of a move ("trip.move.agreed"), else the state's name.
//
//text:prefix absence.move.
//text:prefix project.move.
//text:prefix task.move.
//text:prefix mentoring.move.
//text:prefix trip.move.
//text:prefix version.move.
//text:prefix approval.move.
//text:prefix event.move.
func MoveWord(d desk.Desk, rec data.Staged, to string) string {
	key := string(rec.Kind()) + ".move." + to
	if d.Words().Has(key) {
		return d.Words().T(key)
	}
	return d.Words().T(rec.StagePrefix() + to)
}
