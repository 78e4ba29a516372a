package command

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// Defect is something in a file that must not be. Code is English:
// "integrity", "unreadable", "field <name> <problem>", "foreign_key <column>",
// "dangling <end>", "blob_damaged", "computed", "owner missing".
type Defect struct {
	Kind data.Kind
	Name string // of the record, or its id; empty when it is one that is missing
	Code string
}

// Check looks a whole file over: the pages, the references, its owner, every
// record by its own rules, the files' bytes, and the computed rows of plans and trips against
// a fresh computation. A sound file has no defects.
func Check(r *sqlite.Reader) ([]Defect, error) {
	c := &checker{r: r}
	for _, part := range []func() error{c.integrity, c.keys, c.records, c.owner, c.computed} {
		if err := part(); err != nil {
			return c.found, err
		}
	}
	return c.found, nil
}

type checker struct {
	r          *sqlite.Reader
	found      []Defect
	unreadable bool
}

func (c *checker) add(kind data.Kind, id, code string) {
	name := c.r.NameOf(kind, id)
	if name == "" {
		name = id
	}
	c.found = append(c.found, Defect{kind, name, code})
}

func (c *checker) integrity() error {
	lines, err := c.r.Integrity()
	for _, s := range lines {
		c.found = append(c.found, Defect{"file", s, "integrity"})
	}
	return err
}

func (c *checker) keys() error {
	list, err := c.r.DanglingKeys()
	for _, d := range list {
		c.add(d.Ref.Kind, d.Ref.ID.String(), "foreign_key "+d.Column)
	}
	return err
}

// records checks every record by itself. They are read whole first: the checks
// ask the file themselves.
func (c *checker) records() error {
	for _, proto := range data.Records {
		var all []data.Record
		err := c.r.EachRecord(proto, func(rec data.Record, id string, bad error) {
			if bad != nil {
				c.unreadable = true
				c.found = append(c.found, Defect{proto.Kind(), id, "unreadable"})
				return
			}
			all = append(all, rec)
		})
		if err != nil {
			return err
		}
		for _, rec := range all {
			if err := c.record(rec); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *checker) record(rec data.Record) error {
	for _, p := range rec.Validate() {
		c.add(rec.Kind(), rec.Key().String(), strings.TrimSpace("field "+p.Field+" "+p.Code))
	}
	switch x := rec.(type) {
	case data.Series:
		if p, ok := ical.CheckRule(x.Rule).(data.Problem); ok && x.Rule != "" {
			c.add(rec.Kind(), rec.Key().String(), "field rule "+p.Code)
		}
	case data.Link:
		return c.ends(rec, map[string]data.Ref{"left": {Kind: x.LeftKind, ID: x.LeftID}, "right": {Kind: x.RightKind, ID: x.RightID}})
	case data.Source:
		return c.ends(rec, map[string]data.Ref{"record": {Kind: x.RecordKind, ID: x.RecordID}})
	case data.Attachment:
		if _, err := c.r.Blob(x.Sha256); err != nil {
			c.add(rec.Kind(), rec.Key().String(), "blob_damaged")
		}
		return c.ends(rec, map[string]data.Ref{"owner": {Kind: x.OwnerKind, ID: x.OwnerID}})
	}
	return nil
}

// owner looks for the person whose file it is; the file itself keeps them from
// being two.
func (c *checker) owner() error {
	if c.unreadable {
		return nil
	}
	_, err := c.r.Me()
	if errors.Is(err, data.ErrNotFound) {
		c.found = append(c.found, Defect{data.KindPerson, "", "owner missing"})
		return nil
	}
	return err
}

// ends checks references that no foreign key guards.
func (c *checker) ends(rec data.Record, ends map[string]data.Ref) error {
	for _, end := range []string{"left", "right", "record", "owner"} {
		ref, ok := ends[end]
		if !ok {
			continue
		}
		there, err := c.r.HasRecord(ref)
		if err != nil {
			return err
		}
		if !there {
			c.add(rec.Kind(), rec.Key().String(), "dangling "+end)
		}
	}
	return nil
}

// deriver computes over the reader; what it would store is only compared.
func (c *checker) deriver() *deriver { return &deriver{tx: &sqlite.Tx{Reader: c.r}} }

// computed compares computed rows with a fresh computation; there is none while
// a record cannot be read.
func (c *checker) computed() error {
	if c.unreadable {
		return nil
	}
	if err := c.plans(); err != nil {
		return err
	}
	return c.days()
}

func (c *checker) plans() error {
	ids, err := sqlite.IDs[data.Plan](c.r)
	if err != nil {
		return err
	}
	d := c.deriver()
	for _, id := range ids {
		in, err := d.planInput(id)
		if err != nil {
			return err
		}
		have, err := c.r.TaskDates(id)
		if err != nil {
			return err
		}
		stored := make(map[data.ID[data.Task]]data.TaskDate, len(have))
		for _, h := range have {
			stored[h.TaskID] = h
		}
		for _, w := range in.rows(id, d.solver.Solve(&in.plan)) {
			if stored[w.TaskID] != w {
				c.add(data.KindTask, w.TaskID.String(), "computed")
			}
			delete(stored, w.TaskID)
		}
		for task := range stored {
			c.add(data.KindTask, task.String(), "computed")
		}
	}
	return nil
}

// days compares the computed days of trips, mentorings and series.
func (c *checker) days() error {
	d := c.deriver()
	return errors.Join(
		sameDays(c, data.KindTrip, d.tripRows),
		sameDays(c, data.KindMentoring, d.mentoringRows),
		sameDays(c, data.KindSeries, d.seriesRows))
}

// sameDays compares what is stored of the records of a kind with a fresh
// computation. A series without an end is laid out further every day, so only
// the days up to the last stored one count.
func sameDays[T data.Record](c *checker, kind data.Kind, rows func(data.ID[T]) ([]data.DueDate, error)) error {
	ids, err := sqlite.IDs[T](c.r)
	if err != nil {
		return err
	}
	for _, id := range ids {
		want, err := rows(id)
		if errors.Is(err, data.ErrNotFound) {
			continue // somebody whom the days need is missing, which is told elsewhere
		}
		if err != nil {
			return err
		}
		have, err := c.r.DueDates(data.RefTo(kind, id))
		if err != nil {
			return err
		}
		if !equalDays(kind, have, want) {
			c.add(kind, id.String(), "computed")
		}
	}
	return nil
}

func equalDays(kind data.Kind, have, want []data.DueDate) bool {
	order := func(a, b data.DueDate) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Ord, b.Ord), cmp.Compare(a.StartsOn, b.StartsOn))
	}
	slices.SortFunc(have, order)
	slices.SortFunc(want, order)
	if kind == data.KindSeries && len(have) > 0 && len(want) > len(have) {
		want = want[:len(have)]
	}
	return slices.Equal(have, want)
}
