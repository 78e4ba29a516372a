package cli

import (
	"slices"
	"strings"

	"portfel/data/text"
)

// call is one run of a command: its arguments, its words, its clock.
type call struct {
	env   Env
	verb  verb
	args  []string
	flags map[string]string
	on    map[string]bool
	words *text.Words
	clock clock
}

// read sorts the arguments into flags and the rest. Flags may stand anywhere;
// what follows "--" is no flag.
func (c *call) read(args []string) error {
	c.flags, c.on = map[string]string{}, map[string]bool{}
	for len(args) > 0 {
		a := args[0]
		args = args[1:]
		if a == "--" {
			c.args = append(c.args, args...)
			break
		}
		if !strings.HasPrefix(a, "--") {
			c.args = append(c.args, a)
			continue
		}
		var err error
		if args, err = c.flag(a[2:], args); err != nil {
			return err
		}
	}
	if err := c.common(); err != nil || c.verb.run == nil || c.on["help"] && c.verb.name != "help" {
		return err
	}
	if n := len(c.args); n < c.verb.least || c.verb.most >= 0 && n > c.verb.most {
		return usage("cli.usage", c.line())
	}
	return nil
}

// flag reads one flag and gives back what follows it.
func (c *call) flag(name string, rest []string) ([]string, error) {
	name, value, joined := strings.Cut(name, "=")
	switch {
	case slices.Contains(c.verb.bare, name) || slices.Contains(commonBare, name):
		if joined {
			return rest, usage("cli.flagValue", name)
		}
		c.on[name] = true
		return rest, nil
	case !slices.Contains(c.verb.value, name) && !slices.Contains(commonValue, name):
		if c.verb.run == nil {
			return rest, nil
		}
		return rest, usage("cli.flag", name, c.line())
	case joined:
		c.flags[name] = value
		return rest, nil
	case len(rest) == 0:
		return rest, usage("cli.flagEmpty", name)
	}
	c.flags[name] = rest[0]
	return rest[1:], nil
}

// common settles the language and the clock.
func (c *call) common() error {
	if l, ok := c.flags["lang"]; ok {
		if l != string(text.RU) && l != string(text.EN) {
			return usage("cli.lang", l)
		}
		c.words = text.For(text.Lang(l))
	}
	return c.clock.read(c.flags["now"])
}

// without refuses flags of the command that do not go with what is asked of it.
func (c *call) without(what string, flags ...string) error {
	for _, name := range flags {
		if _, given := c.flags[name]; given || c.on[name] {
			return usage("cli.flagUnused", name, what)
		}
	}
	return nil
}

// line is how the command is written.
func (c *call) line() string { return c.verb.line() }

func (v verb) line() string { return strings.TrimSpace("portfel " + v.name + " " + v.use) }
