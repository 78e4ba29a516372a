package cli

import (
	"path/filepath"

	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
)

// runNew creates an empty file, or one with the sample records, in the language
// asked for. An existing file is never overwritten; one that cannot be filled is
// removed with all that lies beside it.
func runNew(c *call) (err error) {
	path := c.args[0]
	if filepath.Ext(path) != ".portfel" {
		return usage("cli.newName", path)
	}
	f, err := sqlite.Create(path, command.Options(c.now))
	if err != nil {
		return err
	}
	err = c.fill(f)
	closing(f, &err)
	if err != nil {
		sqlite.Discard(path)
	}
	return in(path, exitFile, err)
}

// fill writes what a new file begins with; none of it is the user's to undo.
func (c *call) fill(f *sqlite.File) error {
	if _, err := f.Base(command.Seed{Lang: c.flags["lang"]}); err != nil {
		return err
	}
	if l := c.flags["lang"]; l != "" {
		if _, err := f.Base(command.Set{Code: "language", Value: l}); err != nil {
			return err
		}
	}
	if c.on["demo"] {
		return sample.Fill(f)
	}
	return nil
}
