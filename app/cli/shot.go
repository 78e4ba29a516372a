package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"portfel/app"
	"portfel/app/shot"
	"portfel/data"
)

// runShot draws a screen without a display.
func runShot(c *call) error {
	o := shot.Options{File: c.args[0], Screen: c.args[1], Out: c.args[2], Width: 1440, Height: 900, Theme: c.flags["theme"], Lang: c.flags["lang"],
		Select: c.flags["select"], Now: c.now}
	if !slices.Contains(app.Rooms(), o.Screen) {
		return usage("cli.noScreen", o.Screen, strings.Join(app.Rooms(), " "))
	}
	if o.Theme != "" && o.Theme != "light" && o.Theme != "dark" {
		return usage("cli.theme", o.Theme, "light, dark")
	}
	if s, ok := c.flags["size"]; ok {
		var err error
		if o.Width, o.Height, err = size(s); err != nil {
			return err
		}
	}
	f, err := c.reading() // settles the clock, and brings an older file up to date
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	err = c.env.Shot(o)
	var p data.Problem
	var ps data.Problems
	if errors.As(err, &p) || errors.As(err, &ps) {
		return in(c.args[0], exitUsage, err)
	}
	return err
}

// size reads 1440x900, each side from 200 to 8000.
func size(s string) (w, h int, err error) {
	left, right, _ := strings.Cut(strings.ToLower(s), "x")
	w, err1 := strconv.Atoi(left)
	h, err2 := strconv.Atoi(right)
	if err1 != nil || err2 != nil || min(w, h) < 200 || max(w, h) > 8000 {
		return 0, 0, usage("cli.size", s)
	}
	return w, h, nil
}
