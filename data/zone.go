package data

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"sync"
	"time"

	"portfel/assets"
)

// Location loads a zone by its IANA name from the zone data inside the
// program, never from the system: old systems carry old rules, and a file must
// mean the same everywhere. "Local" and "" are refused.
func Location(name string) (*time.Location, error) {
	if name == "UTC" {
		return time.UTC, nil
	}
	if l, ok := zones.Load(name); ok {
		return l.(*time.Location), nil
	}
	f := zoneFiles()[name]
	if f == nil {
		return nil, fmt.Errorf("unknown time zone %q", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("time zone %q: %w", name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("time zone %q: %w", name, err)
	}
	l, err := time.LoadLocationFromTZData(name, b)
	if err != nil {
		return nil, fmt.Errorf("time zone %q: %w", name, err)
	}
	zones.Store(name, l)
	return l, nil
}

var zones sync.Map // name -> *time.Location

var zoneFiles = sync.OnceValue(func() map[string]*zip.File {
	r, err := zip.NewReader(bytes.NewReader(assets.ZoneInfo), int64(len(assets.ZoneInfo)))
	if err != nil {
		panic("embedded zone data: " + err.Error())
	}
	m := make(map[string]*zip.File, len(r.File))
	for _, f := range r.File {
		if !f.FileInfo().IsDir() {
			m[f.Name] = f
		}
	}
	return m
})
