package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
)

// Submit keeps the text of every field of a dialog's form and does the work.
// What is wrong stands under its field; the dialog stays open then.
func Submit(d desk.Desk, f *ui.Form, do func() error) error {
	if !f.Commit() { // before Clean: a field says the same refusal only once
		return ui.Refuse(d.Words().T("meeting.check"))
	}
	f.Clean()
	err := do()
	if err == nil {
		return nil
	}
	if rest := f.Fail(err); rest != nil {
		return rest
	}
	return ui.Refuse(d.Words().T("meeting.check"))
}
