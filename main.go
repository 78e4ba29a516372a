// Portfel keeps a consultant's job in one local file: projects, plans, trainees,
// trips and documents. It is a window; with a command it works without one.
package main

import (
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"github.com/adrg/xdg"

	"portfel/app"
	"portfel/app/cli"
	"portfel/app/shot"
	"portfel/assets"
)

func main() {
	args := os.Args[1:]
	env := cli.Env{Stdout: os.Stdout, Stderr: os.Stderr, Stdin: os.Stdin, Now: time.Now, Getenv: os.Getenv, Shot: shot.Draw}
	if cli.Wants(args) {
		os.Exit(cli.Run(args, env))
	}
	opt, code := cli.Window(args, env)
	if code != 0 {
		os.Exit(code)
	}
	defer logFile()()
	defer cli.NoWindow(env)
	debug.SetGCPercent(50) // a window is idle most of the day: memory counts more than collecting it
	a := fyneapp.NewWithID("ru.portfel.app")
	a.SetIcon(fyne.NewStaticResource("app.png", assets.AppIcon))
	app.Start(a, opt)
	a.Run()
}

// logFile sends the log to a file of the user's state folder; without one it
// stays on standard error.
func logFile() (closeLog func()) {
	path, err := xdg.StateFile(filepath.Join("portfel", "portfel.log"))
	if err != nil {
		return func() {}
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return func() {}
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
	return func() { f.Close() }
}
