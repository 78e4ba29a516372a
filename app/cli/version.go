package cli

import (
	"fmt"

	"portfel/data/sqlite"
)

// Version is the program's version; it stands in FyneApp.toml too, and a test
// compares them.
const Version = "0.1.0"

// runVersion prints the program's version and that of its files.
func runVersion(c *call) error {
	_, err := fmt.Fprintf(c.env.Stdout, "portfel %s\t%d\n", Version, sqlite.Version())
	return err
}

//text:prefix cli.help.

// runHelp prints how the commands are written, or one of them.
func runHelp(c *call) error {
	out := c.env.Stdout
	one, err := c.asked()
	if err != nil {
		return err
	}
	if one.run != nil && (one.name != "help" || len(c.args) > 0) {
		_, err := fmt.Fprintf(out, "%s\n    %s\n", one.line(), c.words.T("cli.help."+one.name))
		return err
	}
	fmt.Fprintf(out, "portfel [FILE]\n    %s\nportfel --demo\n    %s\n", c.words.T("cli.help.window"), c.words.T("cli.help.demo"))
	for _, x := range verbs() {
		if x.run != nil {
			fmt.Fprintf(out, "%s\n    %s\n", x.line(), c.words.T("cli.help."+x.name))
		}
	}
	_, err = fmt.Fprintln(out, c.words.F("cli.help.common", "--now 2026-11-24T09:42", "--lang ru|en --json"))
	return err
}
