package card

import (
	"errors"

	"portfel/data"
)

// inUse tells whether a deletion was refused because others point to the record.
func inUse(err error) bool {
	var ps data.Problems
	return errors.As(err, &ps) && len(ps) > 0 && ps[0].Code == "inUse"
}
