package cli

import (
	"os"

	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// runNew creates an empty file, or one with the sample records. An existing
// file is never overwritten; a file that cannot be filled is removed.
func runNew(c *call) (err error) {
	f, err := sqlite.Create(c.args[0], command.Options(c.now))
	if err != nil {
		return err
	}
	_, err = f.Base(command.Seed{})
	if err == nil && c.on["demo"] {
		err = sample.Fill(f)
	}
	closing(f, &err)
	if err != nil {
		os.Remove(c.args[0])
	}
	return in(c.args[0], exitFile, err)
}
