package cli

import (
	"errors"
	"fmt"
	"strconv"

	"portfel/data"
	"portfel/data/sqlite"
)

// maxUndo is the most steps that one call takes back.
const maxUndo = 1000

// runUndo takes the last changes back, each by a step of its own.
func runUndo(c *call) (err error) {
	n := 1
	if len(c.args) > 1 {
		if n, err = strconv.Atoi(c.args[1]); err != nil || n < 1 || n > maxUndo {
			return usage("cli.count", c.args[1], maxUndo)
		}
	}
	f, err := c.writing()
	if err != nil {
		return err
	}
	defer closing(f, &err)
	var last data.Changed
	for range n {
		ch, err := f.Undo()
		if errors.Is(err, sqlite.ErrNothing) {
			return errors.Join(c.afterwards(f, last), defect("cli.nothing", c.args[0]))
		}
		if err != nil {
			return errors.Join(c.afterwards(f, last), in(c.args[0], exitDefect, err))
		}
		last = ch
		fmt.Fprintln(c.env.Stdout, c.words.Undone(ch.Label, ch.Subject))
	}
	return c.afterwards(f, last)
}
