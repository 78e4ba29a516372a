package command

import (
	"strings"

	"portfel/data"
	"portfel/data/norm"
	"portfel/data/sqlite"
)

// ReviewLimits are the norms of a day in working days: in how many the mentor
// checks what was handed in, and after how many without a move a trainee stands
// still.
func ReviewLimits(r *sqlite.Reader, on data.Date) (check, stalled int, err error) {
	norms, err := Norms(r)
	if err != nil {
		return 0, 0, err
	}
	if check, err = norms.Whole(norm.CheckDays, on); err != nil {
		return 0, 0, err
	}
	stalled, err = norms.Whole(norm.StalledDays, on)
	return check, stalled, err
}

// RefusalDays is how many working days before its end a mentoring by instruction
// is called off (ст. 351.8 ТК РФ).
func RefusalDays(r *sqlite.Reader, on data.Date) (int, error) {
	norms, err := Norms(r)
	if err != nil {
		return 0, err
	}
	return norms.Whole(norm.RefusalDays, on)
}

// typicalRemarks is the setting that holds the user's typical remarks, a line
// each.
const typicalRemarks = "mentoring.remarks"

// TypicalRemarks are the remarks that the user keeps at hand; none when there are
// only the shipped ones.
func TypicalRemarks(r *sqlite.Reader) []string {
	var out []string
	for _, s := range strings.Split(r.Setting(typicalRemarks, ""), "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// KeepRemark adds a remark to those at hand; one that is there already stays as it
// is.
type KeepRemark struct{ Remark string }

// Label is "command.remark.keep" and the remark.
func (c KeepRemark) Label() (string, string) { return "command.remark.keep", c.Remark }

// Run writes the setting. Line breaks become spaces.
func (c KeepRemark) Run(tx *sqlite.Tx) error {
	remark := strings.Join(strings.Fields(c.Remark), " ")
	list := TypicalRemarks(tx.Reader)
	for _, s := range list {
		if data.Fold(s) == data.Fold(remark) {
			return nil
		}
	}
	if remark == "" {
		return nil
	}
	return Set{typicalRemarks, strings.Join(append(list, remark), "\n")}.Run(tx)
}
