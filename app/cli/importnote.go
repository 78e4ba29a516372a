package cli

import (
	"errors"
	"strconv"

	"portfel/data/command"
	"portfel/data/mspdi"
)

// mostAlike is how many notes of one kind are told one by one.
const mostAlike = 5

// tell prints what the user should hear of an exchange: of one kind of note some,
// and how many more there are.
func (c *call) tell(path string, notes []command.ImportNote) {
	count := map[string]int{}
	for _, n := range notes {
		count[n.What.Code]++
	}
	told := map[string]int{}
	for _, n := range notes {
		code := n.What.Code
		if told[code]++; told[code] > mostAlike && count[code] > mostAlike+1 {
			continue
		}
		c.note(path + ": " + c.spokenNote(n))
		if told[code] == mostAlike && count[code] > mostAlike+1 {
			c.note(path + ": " + c.words.N("exchange.alike", count[code]-mostAlike))
		}
	}
}

// spokenNote is a note with its place and the name of its record.
func (c *call) spokenNote(n command.ImportNote) string {
	s := c.words.Problem(n.What)
	if n.Name != "" {
		s = c.words.F("exchange.element", c.words.Quote(n.Name), s)
	}
	if n.Line > 0 {
		s = c.words.F("import.line", strconv.Itoa(n.Line), s)
	}
	return s
}

// faults are the failure of a source that is no good MS Project file: a line a
// fault, with the place.
func (c *call) faults(err error) error {
	var all mspdi.Faults
	var one mspdi.Fault
	switch {
	case errors.As(err, &all):
	case errors.As(err, &one):
		all = mspdi.Faults{one}
	default:
		return in(c.args[1], exitDefect, err)
	}
	var list []error
	for i, f := range all {
		if i == 2*mostAlike {
			list = append(list, defect("exchange.faults", c.args[1], len(all)-i))
			break
		}
		list = append(list, &failure{code: exitDefect, key: "exchange.fault", args: []any{c.args[1], c.faultPlace(f)}, err: f.Problem()})
	}
	return errors.Join(list...)
}

// faultPlace is the line of a fault and the record in it.
func (c *call) faultPlace(f mspdi.Fault) string {
	record := f.Element
	if record != "" && f.UID >= 0 {
		record += " UID " + strconv.Itoa(f.UID)
	}
	switch {
	case f.Line == 0:
		return c.words.T("exchange.wholeFile")
	case record == "":
		return c.words.F("exchange.line", strconv.Itoa(f.Line))
	}
	return c.words.F("exchange.lineRecord", strconv.Itoa(f.Line), record)
}
