package settings

import (
	"strconv"
	"strings"
)

// tidy takes the spaces away that nobody sees: at the ends, and doubled ones.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
