package cli

import (
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"portfel/app/shot"
	"portfel/data/text"
)

// Env is what the command line needs from outside.
type Env struct {
	Stdout, Stderr io.Writer
	Stdin          io.Reader
	Now            func() time.Time
	Getenv         func(string) string
	Shot           func(shot.Options) ([]byte, error) // draws a screen
}

// Exit codes.
const (
	exitDone   = 0
	exitDefect = 1
	exitUsage  = 2
	exitFile   = 3
)

// verb is one word of the command line.
type verb struct {
	name  string
	use   string // arguments as help prints them
	least int    // positional arguments
	most  int    // -1 = any number
	value []string
	bare  []string
	run   func(*call) error // nil: not in this version
}

func verbs() []verb {
	return []verb{
		{"new", "FILE [--demo]", 1, 1, nil, []string{"demo"}, runNew},
		{"import", "FILE SOURCE [--project NAME] [--start DATE] [--dry-run]", 2, 2, []string{"project", "start"}, []string{"dry-run"}, runImport},
		{"schedule", "FILE PROJECT", 2, 2, nil, nil, runSchedule},
		{"why", "FILE PROJECT CODE", 3, 3, nil, nil, runWhy},
		{"load", "FILE FROM TO", 3, 3, nil, nil, runLoad},
		{"level", "FILE [PROJECT] [--apply]", 1, 2, nil, []string{"apply"}, runLevel},
		{"trip", "FILE NAME", 2, 2, nil, nil, runTrip},
		{"mentoring", "FILE NAME", 2, 2, nil, nil, runMentoring},
		{"agenda", "FILE FROM TO", 3, 3, nil, nil, runAgenda},
		{"export", "FILE OUT.ics [--for me|team|client|trainee] [--who NAME] [--layers L,L] [--tasks event|todo] [--changed] [--table OUT.tsv] | FILE OUT REPORT [--project NAME] [--trip NAME] [--from D] [--to D]", 0, 3,
			[]string{"for", "who", "layers", "tasks", "table", "project", "trip", "mentoring", "from", "to"}, []string{"changed"}, runExport},
		{"search", "FILE WORDS...", 2, -1, nil, nil, runSearch},
		{"history", "FILE [--since MOMENT]", 1, 1, []string{"since"}, nil, runHistory},
		{"undo", "FILE [N]", 1, 2, nil, nil, runUndo},
		{"check", "FILE", 1, 1, nil, nil, runCheck},
		{"shot", "FILE SCREEN OUT.png [--size 1440x900] [--theme light|dark] [--select NAME]", 3, 3, []string{"size", "theme", "select"}, nil, runShot},
		{"version", "", 0, 0, nil, nil, runVersion},
		{"help", "[COMMAND]", 0, 1, nil, nil, runHelp},
		{name: "backup"}, {name: "restore"},
	}
}

// helpLine lists the commands.
const helpLine = "portfel help"

// Flags that every command takes.
var (
	commonValue = []string{"now", "lang"}
	commonBare  = []string{"json", "help"}
)

// Wants tells whether the arguments are for the command line and not for the
// window: a command, a call for help, or a word that is no data file.
func Wants(args []string) bool {
	flags, rest := leading(args)
	if len(rest) == 0 {
		return slices.Contains(flags, "--json")
	}
	word := rest[0]
	if word == "--demo" {
		return false
	}
	if isCommand(word) || strings.HasPrefix(word, "-") {
		return true
	}
	if strings.HasSuffix(word, ".portfel") {
		return false
	}
	_, err := os.Stat(word)
	return err != nil
}

// leading takes off the common flags that stand before the command. A call for
// help stands for one.
func leading(args []string) (flags, rest []string) {
	n := 0
	for n < len(args) {
		name, ok := strings.CutPrefix(args[n], "--")
		name, _, joined := strings.Cut(name, "=")
		switch {
		case ok && name == "json", ok && joined && slices.Contains(commonValue, name):
			n++
		case ok && slices.Contains(commonValue, name) && n+1 < len(args):
			n += 2
		default:
			return args[:n], args[n:]
		}
	}
	return args, nil
}

func isCommand(word string) bool {
	return slices.ContainsFunc(verbs(), func(c verb) bool { return c.name == word })
}

// Run does what the arguments ask and gives the exit code.
func Run(args []string, env Env) int {
	c := &call{env: env, words: text.For(text.LangOf(locale(env.Getenv)))}
	return c.fail(c.dispatch(args))
}

func locale(getenv func(string) string) string {
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if s := getenv(v); s != "" && s != "C" && s != "POSIX" && !strings.HasPrefix(s, "C.") {
			return s
		}
	}
	return ""
}

func (c *call) dispatch(args []string) error {
	flags, args := leading(args)
	if len(args) == 0 && len(flags) > 0 {
		return usage("cli.noCommand", flags[0], helpLine)
	}
	if len(args) == 0 {
		return runHelp(c)
	}
	word, rest := args[0], append(slices.Clone(flags), args[1:]...)
	switch word {
	case "--help", "-h":
		word = "help"
	case "--version":
		word = "version"
	}
	i := slices.IndexFunc(verbs(), func(x verb) bool { return x.name == word })
	if i < 0 {
		return usage("cli.noCommand", word, helpLine)
	}
	c.verb = verbs()[i]
	if err := c.read(rest); err != nil {
		return err
	}
	if c.verb.run == nil {
		return usage("cli.notYet", word, helpLine)
	}
	if c.on["help"] {
		return runHelp(c)
	}
	return c.verb.run(c)
}

// asked is the command that help is called for: by its name, or by its own flag.
// All of them for none.
func (c *call) asked() (verb, error) {
	if c.verb.name != "help" || len(c.args) == 0 {
		return c.verb, nil
	}
	i := slices.IndexFunc(verbs(), func(x verb) bool { return x.name == c.args[0] })
	switch {
	case i < 0:
		return verb{}, usage("cli.noCommand", c.args[0], helpLine)
	case verbs()[i].run == nil:
		return verb{}, usage("cli.notYet", c.args[0], helpLine)
	}
	return verbs()[i], nil
}
