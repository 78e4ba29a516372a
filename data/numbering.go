package data

import (
	"fmt"
	"strconv"
	"strings"
)

// Print is the n-th number of a year as the rule writes it: «57-ком»; false
// when the pattern has no place for the number, or a mark that is none.
func (n Numbering) Print(seq int64, year int) (string, bool) {
	var out strings.Builder
	rest, has := n.Pattern, false
	for {
		before, after, ok := strings.Cut(rest, "{")
		out.WriteString(before)
		if !ok {
			return out.String(), has
		}
		mark, tail, ok := strings.Cut(after, "}")
		if !ok {
			return "", false
		}
		switch mark {
		case "n", "nn", "nnn", "nnnn":
			fmt.Fprintf(&out, "%0*d", len(mark), seq)
			has = true
		case "yy":
			fmt.Fprintf(&out, "%02d", year%100)
		case "yyyy":
			fmt.Fprintf(&out, "%04d", year)
		default:
			return "", false
		}
		rest = tail
	}
}

// Seq reads a printed number back: «57-ком» is 57; false when the rule would
// not have printed it.
func (n Numbering) Seq(number string, year int) (int64, bool) {
	before, _, ok := strings.Cut(n.Pattern, "{n")
	if !ok {
		return 0, false
	}
	rest, ok := strings.CutPrefix(number, strings.NewReplacer("{yy}", fmt.Sprintf("%02d", year%100), "{yyyy}", fmt.Sprintf("%04d", year)).Replace(before))
	if !ok {
		return 0, false
	}
	end := 0
	for end < len(rest) && end < 15 && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	seq, err := strconv.ParseInt(rest[:end], 10, 64)
	if err != nil {
		return 0, false
	}
	printed, _ := n.Print(seq, year)
	return seq, printed == number
}
