package desk

import (
	"strings"

	"portfel/data"
)

// reportDeed begins the deeds that write a report on a plan.
const reportDeed = "report "

// ReportDeed asks the window for the dialog of a report on a plan (codes of
// package command: ReportResources …). Without a plan it is the one that the
// room of plans shows.
func ReportDeed(code string, plan data.ID[data.Plan]) Deed {
	d := reportDeed + code
	if !plan.IsZero() {
		d += " " + plan.String()
	}
	return Deed(d)
}

// Report is what a deed made by ReportDeed asks for; false for any other deed.
func (d Deed) Report() (code string, plan data.ID[data.Plan], ok bool) {
	rest, ok := strings.CutPrefix(string(d), reportDeed)
	if !ok {
		return "", plan, false
	}
	code, id, _ := strings.Cut(rest, " ")
	if id == "" {
		return code, plan, true
	}
	plan, err := data.ParseID[data.Plan](id)
	return code, plan, err == nil
}
