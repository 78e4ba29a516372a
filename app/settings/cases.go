package settings

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

//text:key field.nameGenitive
//text:key field.nameDative
//text:key field.nameAccusative
//text:key field.nameInstrumental
//text:key field.positionGenitive
//text:key field.positionDative
//text:key field.positionAccusative
//text:key field.positionInstrumental

// caseRows are the name and the position in the cases that papers need. What the
// rules make stands muted; the user writes over it, and an empty field goes back
// to the rules. Where a rule is in doubt, a word says so.
func caseRows(d desk.Desk, p data.Person) (out []ui.KV) {
	w := d.Words()
	for _, c := range command.PersonCases(p) {
		if c.Rule == "" && c.Own == "" {
			continue
		}
		row := ui.KV{Label: w.T("field." + c.Field), Text: c.Own, Hint: c.Rule}
		if c.Doubtful() {
			row.Text, row.Role = w.F("settings.case.doubt", c.Rule), ui.Risk
		}
		row.Edit = func() ui.Editor { return caseField(d, p, c) }
		out = append(out, row)
	}
	return out
}

// caseField begins with the form that papers take now, so that only the ending
// is typed. Enter on a doubtful form keeps it as looked at.
func caseField(d desk.Desk, p data.Person, c command.PersonCase) ui.Editor {
	f := ui.NewField(c.Own)
	f.OnCommit = func(v string) error {
		return d.Do(command.Put{Record: command.WithCase(p, c.Field, tidy(v))})
	}
	f.SetText(c.Text())
	return f
}
