package trips

import (
	"path/filepath"
	"slices"
	"strings"

	"portfel/app/card"
	"portfel/app/desk"
	"portfel/data"
	"portfel/data/command"
)

var _ desk.Dropper = (*Screen)(nil)

// proofs are the kinds of files that prove an expense.
var proofs = []string{".jpg", ".jpeg", ".png", ".pdf"}

// Drop takes a picture or a PDF on the page of expenses as a receipt of the
// chosen one, and on the page of papers as a file of the trip.
func (s *Screen) Drop(path string) bool {
	if s.detail == nil || s.detail.trip.ID.IsZero() || !slices.Contains(proofs, strings.ToLower(filepath.Ext(path))) {
		return false
	}
	c := s.detail
	owner := ref(c.trip.ID)
	switch c.page {
	case pageSpent:
		i, _ := c.spent.grid.CursorRow()
		if i < 0 || i >= len(c.facts.Expenses) {
			c.d.Say(c.d.Words().T("trips.drop.choose"), "", nil)
			return true
		}
		owner = data.RefTo(data.KindExpense, c.spent.at(i).ID)
	case pagePapers:
	default:
		return false
	}
	card.TakeFile(c.d, path, func(x command.File) {
		if card.Do(c.d, command.Attach{Owner: owner, File: x}) {
			c.d.Say(c.d.Words().F("files.added", x.Name), c.d.Words().T("step.undo"), c.d.Undo)
		}
	})
	return true
}
