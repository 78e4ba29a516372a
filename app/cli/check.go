package cli

import "portfel/data/command"

// runCheck prints a line a defect; a file with defects ends with exit code 1.
func runCheck(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	defects, err := command.Check(f.Read())
	if err != nil {
		return in(c.args[0], exitDefect, err)
	}
	t := c.table("kind", "name", "defect")
	for _, d := range defects {
		t.add(string(d.Kind), d.Name, d.Code)
	}
	if err := t.print(c.env.Stdout); err != nil {
		return err
	}
	if n := len(defects); n > 0 {
		c.note(c.words.N("cli.defects", n, c.args[0]))
		return &failure{code: exitDefect}
	}
	return nil
}
