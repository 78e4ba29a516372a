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

// runHelp prints how the commands are written.
func runHelp(c *call) error {
	out := c.env.Stdout
	if c.command.run != nil && c.command.name != "help" {
		fmt.Fprintf(out, "%s\n    %s\n", c.line(), c.words.T("cli.help."+c.command.name))
		return nil
	}
	fmt.Fprintf(out, "portfel [FILE]\n    %s\nportfel --demo\n    %s\n", c.words.T("cli.help.window"), c.words.T("cli.help.demo"))
	for _, x := range commands() {
		if x.run != nil {
			fmt.Fprintf(out, "portfel %s %s\n    %s\n", x.name, x.use, c.words.T("cli.help."+x.name))
		}
	}
	_, err := fmt.Fprintln(out, c.words.T("cli.help.common"))
	return err
}
