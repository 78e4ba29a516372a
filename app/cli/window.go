package cli

import (
	"portfel/app"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// Window reads the arguments that open the window: a file or --demo, and the
// common flags --now and --lang (the language of a new file). A wrong one is
// printed, with the exit code in code.
func Window(args []string, env Env) (opt app.Options, code int) {
	c := &call{env: env, words: text.For(text.LangOf(locale(env.Getenv)))}
	c.verb = verb{use: "[FILE] [--demo]", most: 1, bare: []string{"demo"}, run: runHelp}
	if err := c.read(args); err != nil {
		return opt, c.fail(err)
	}
	opt = app.Options{Demo: c.on["demo"], Lang: locale(env.Getenv), Now: c.now}
	if l := c.flags["lang"]; l != "" {
		opt.Lang = l
	}
	if len(c.args) == 1 {
		opt.Path = c.args[0]
		c.ownerClock()
	}
	return opt, exitDone
}

// ownerClock reads a fixed clock in the zone of the file's owner.
func (c *call) ownerClock() {
	if c.clock.fixed.IsZero() {
		return
	}
	f, err := sqlite.OpenReader(c.args[0], command.Options(c.now))
	if err != nil {
		return // the window says so
	}
	if me, err := f.Read().Me(); err == nil {
		c.clock.zone = me.Zone
	}
	f.Close()
}
