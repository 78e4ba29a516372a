package data

import (
	"fmt"
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
