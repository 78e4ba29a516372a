package cli

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"portfel/app"
	"portfel/app/shot"
)

// runShot draws a screen without a display.
func runShot(c *call) error {
	o, err := c.shotOptions()
	if err != nil {
		return err
	}
	f, err := c.reading() // settles the clock, and brings an older file up to date
	if err != nil {
		return err
	}
	if name, given := c.flags["select"]; given {
		o.Select, err = findShown(f.Read(), o.Screen, name)
	}
	closing(f, &err)
	if err != nil {
		return err
	}
	picture, err := c.env.Shot(o)
	if err != nil {
		return in(c.args[0], exitUsage, err)
	}
	return writeBeside(c.args[2], picture)
}

func (c *call) shotOptions() (shot.Options, error) {
	o := shot.Options{File: c.args[0], Screen: c.args[1], Width: 1440, Height: 900, Theme: c.flags["theme"], Lang: c.flags["lang"], Now: c.now}
	if !slices.Contains(app.Rooms(), o.Screen) {
		return o, usage("cli.noScreen", o.Screen, strings.Join(app.Rooms(), " "))
	}
	if strings.ToLower(filepath.Ext(c.args[2])) != ".png" {
		return o, usage("cli.notPNG", c.args[2])
	}
	if o.Theme != "" && o.Theme != "light" && o.Theme != "dark" {
		return o, usage("cli.theme", o.Theme, "light, dark")
	}
	var err error
	if s, ok := c.flags["size"]; ok {
		o.Width, o.Height, err = size(s)
	}
	return o, err
}

// The smallest picture, in pixels: in a narrower one the rooms do not fit, and the
// toolkit cannot draw what is left of them.
const (
	minWidth  = 800
	minHeight = 200
	maxSide   = 8000
)

// size reads 1440x900.
func size(s string) (w, h int, err error) {
	left, right, _ := strings.Cut(strings.ToLower(s), "x")
	w, err1 := strconv.Atoi(left)
	h, err2 := strconv.Atoi(right)
	if err1 != nil || err2 != nil || w < minWidth || h < minHeight || max(w, h) > maxSide {
		return 0, 0, usage("cli.size", s)
	}
	return w, h, nil
}
