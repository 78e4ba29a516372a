package cli

import (
	"fmt"
	"os"
	"runtime"
	"strings"

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
	err := c.read(args)
	if err == nil && !hasScreen(runtime.GOOS, env.Getenv) {
		err = usage("cli.noScreenHere", helpLine)
	}
	if err != nil {
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

// hasScreen tells whether there can be a window: systems with X or Wayland name
// their display.
func hasScreen(system string, getenv func(string) string) bool {
	return system == "windows" || system == "darwin" || getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// NoWindow is to be deferred around the window: a display that is named and
// cannot be reached ends with a sentence, and not with the toolkit's panic.
func NoWindow(env Env) {
	broken := recover()
	if broken == nil {
		return
	}
	if !strings.Contains(fmt.Sprint(broken), "GLFW") {
		panic(broken)
	}
	c := &call{env: env, words: text.For(text.LangOf(locale(env.Getenv)))}
	os.Exit(c.fail(usage("cli.noScreenHere", helpLine)))
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
