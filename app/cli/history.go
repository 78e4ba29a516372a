package cli

import (
	"strings"
	"time"

	"portfel/data"
	"portfel/data/sqlite"
)

// runHistory prints what changed, a line a field, oldest first.
func runHistory(c *call) error {
	f, err := c.reading()
	if err != nil {
		return err
	}
	defer f.Close()
	since, err := c.since()
	if err != nil {
		return err
	}
	rows, err := f.Read().HistorySince(since)
	if err != nil {
		return err
	}
	t := c.table("moment", "step", "kind", "name", "field", "old", "new")
	for _, h := range rows {
		if h.Kind == data.KindSource {
			continue // bookkeeping of imports
		}
		at, err := c.moment(h.At)
		if err != nil {
			return err
		}
		t.add(at, h.Step, string(h.Kind), h.Name, h.Field, known(f.Read(), h.Field, h.Old), known(f.Read(), h.Field, h.New))
	}
	return t.print(c.env.Stdout)
}

// since is the instant of --since as the journal compares it: a wall time in the
// owner's zone, or a day.
func (c *call) since() (string, error) {
	s := c.flags["since"]
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return c.clock.in(t).UTC().Format("2006-01-02T15:04:05"), nil
		}
	}
	return "", usage("cli.moment", s)
}

// moment is an instant of the journal on the owner's clock.
func (c *call) moment(at string) (string, error) {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return "", err
	}
	zone := c.clock.zone
	if zone == "" {
		zone = ownerZone
	}
	m, err := data.MomentOf(t, zone)
	return m.String(), err
}

// known puts the name of a record in the place of its id.
func known(r *sqlite.Reader, field, value string) string {
	if value == "" || !strings.HasSuffix(field, "_id") {
		return value
	}
	if name := r.NameOfID(value); name != "" {
		return name
	}
	return value
}
