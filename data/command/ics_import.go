package command

import (
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/ical"
	"portfel/data/sqlite"
)

// icsSystem is the name under which the ids of calendar files are kept.
const icsSystem = "ics"

// ImportCalendar takes events and trips of a calendar file. An item is known by
// its UID: a second import changes nothing, and of two versions of an item the
// one with the higher SEQUENCE stays, whichever file comes later. Good items come
// in one step, the others are refused, each with its reason.
type ImportCalendar struct {
	Items   []ical.Foreign
	Refused []ical.Refused
	Name    string // of the file
}

// ReadCalendar decodes the bytes of an .ics for the file behind the reader. The
// error means that nothing can be taken at all.
func ReadCalendar(r *sqlite.Reader, b []byte, name string) (ImportCalendar, error) {
	me, err := owner(r)
	if err != nil {
		return ImportCalendar{}, err
	}
	items, refused, err := ical.Decode(b, ical.DecodeOptions{Zone: me.Zone, FileID: r.Setting(FileID, "")})
	return ImportCalendar{Items: items, Refused: refused, Name: name}, err
}

// Label is "command.import.ics" with the file's name.
func (c ImportCalendar) Label() (string, string) { return "command.import.ics", c.Name }

// Preview tells what Run would do, and writes nothing.
func (c ImportCalendar) Preview(r *sqlite.Reader) ([]ImportRow, error) {
	b, err := c.prepare(r)
	if err != nil {
		return nil, err
	}
	return b.rows, nil
}

// Run writes the good items.
func (c ImportCalendar) Run(tx *sqlite.Tx) error {
	b, err := c.prepare(tx.Reader)
	if err != nil {
		return err
	}
	for _, r := range b.puts {
		if err := tx.Put(r); err != nil {
			return err
		}
	}
	return nil
}

// icsImport is an import made ready: what happens to each item, and the records
// to write in order.
type icsImport struct {
	r     *sqlite.Reader
	me    data.Person
	known map[string]data.Source
	own   map[string]ical.Item
	told  map[string]int                  // the number under which an own item was exported
	made  map[string]data.ID[data.Series] // series of this import by UID
	rows  []ImportRow
	puts  []data.Record
}

func (c ImportCalendar) prepare(r *sqlite.Reader) (*icsImport, error) {
	b := &icsImport{r: r, known: map[string]data.Source{}, own: map[string]ical.Item{}, told: map[string]int{}, made: map[string]data.ID[data.Series]{}}
	var err error
	if b.me, err = owner(r); err != nil {
		return nil, err
	}
	sources, err := sqlite.List[data.Source](r, "system = ?", icsSystem)
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		b.known[s.ExternalID] = s
	}
	if err := b.readOwn(c.Items); err != nil {
		return nil, err
	}
	for _, f := range masters(c.Items) {
		if err := b.item(f); err != nil {
			return nil, err
		}
	}
	for _, x := range c.Refused {
		b.rows = append(b.rows, ImportRow{Action: ImportRefused, Kind: data.KindEvent, Name: oneOf(x.Summary, x.UID), Line: x.Line, Reason: x.Problem()})
	}
	return b, nil
}

// masters puts series before their touched days, which need the series' id.
func masters(items []ical.Foreign) []ical.Foreign {
	var first, rest []ical.Foreign
	for _, f := range items {
		if f.RecurrenceOn.IsZero() {
			first = append(first, f)
		} else {
			rest = append(rest, f)
		}
	}
	return append(first, rest...)
}

// readOwn makes our own items as they are now, when the file holds any.
func (b *icsImport) readOwn(items []ical.Foreign) error {
	any := false
	for _, f := range items {
		any = any || f.Own
	}
	if !any {
		return nil
	}
	o := ical.Options{Audience: ical.ForTeam}
	_, rows, err := calendarRows(b.r, &o)
	if err != nil {
		return err
	}
	o.Audience = ical.ForMe
	for _, it := range ical.Items(rows, o) {
		b.own[it.Key] = it
	}
	states, err := b.r.IcsItems()
	for _, s := range states {
		b.told[s.UID] = s.Sequence
	}
	return err
}

func (b *icsImport) say(a ImportAction, k data.Kind, f ical.Foreign, code string, args ...string) {
	b.row(a, k, title(f), f, code, args...)
}

func (b *icsImport) row(a ImportAction, k data.Kind, name string, f ical.Foreign, code string, args ...string) {
	b.rows = append(b.rows, ImportRow{Action: a, Kind: k, Name: name, Line: f.Line, Day: beginsOn(f), Reason: data.Problem{Code: code, Args: args}})
}

// older says that another version of the item was taken before.
func (b *icsImport) older(k data.Kind, name string, f ical.Foreign, taken int) {
	b.row(ImportSame, k, name, f, "icsOlder", strconv.Itoa(f.Sequence), strconv.Itoa(taken))
}

// beginsOn is the day on which an item begins on its own clock.
func beginsOn(f ical.Foreign) data.Date {
	if f.AllDay {
		return f.StartsOn
	}
	return f.Starts.Day
}

func title(f ical.Foreign) string { return oneOf(f.Summary, f.Location, f.UID) }

func oneOf(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// externalID names an item, or one touched day of it.
func externalID(f ical.Foreign) string {
	if f.RecurrenceOn.IsZero() {
		return f.UID
	}
	return f.UID + "#" + f.RecurrenceOn.String()
}

func (b *icsImport) item(f ical.Foreign) error {
	switch {
	case f.Own:
		return b.ours(f)
	case f.Todo:
		b.say(ImportRefused, data.KindTask, f, "icsTodo")
		return nil
	}
	src, known := b.known[externalID(f)]
	taken, hash := readMark(src.Hash)
	switch {
	case known && hash == f.Hash:
		b.row(ImportSame, src.RecordKind, nameAs(src.RecordKind, f), f, "")
		return nil
	case known && f.Sequence < taken:
		b.older(src.RecordKind, nameAs(src.RecordKind, f), f, taken)
		return nil
	case !known && f.Status == ical.Cancelled && f.RecurrenceOn.IsZero():
		b.say(ImportSame, data.KindEvent, f, "")
		return nil
	}
	rec, more, err := b.record(f, src, known)
	if err != nil {
		return err
	}
	if rec == nil {
		b.say(ImportRefused, data.KindEvent, f, "icsNoSeries")
		return nil
	}
	if err := rec.Validate().Err(); err != nil {
		b.refuse(f, rec.Kind(), err)
		return nil
	}
	b.accept(f, src, known, rec, more)
	return nil
}

func (b *icsImport) refuse(f ical.Foreign, k data.Kind, err error) {
	p := data.Problem{Code: "unexpected", Args: []string{err.Error()}}
	if ps, ok := err.(data.Problems); ok && len(ps) > 0 {
		p = ps[0]
	}
	b.rows = append(b.rows, ImportRow{Action: ImportRefused, Kind: k, Name: title(f), Line: f.Line, Day: beginsOn(f), Reason: p})
}

// accept lists the record, what hangs on it, and the source that will know it.
func (b *icsImport) accept(f ical.Foreign, src data.Source, known bool, rec data.Record, more []data.Record) {
	action := ImportChanged
	if !known {
		action = ImportAdded
		src = data.Source{ID: data.NewID[data.Source](), System: icsSystem, ExternalID: externalID(f)}
	}
	src.RecordKind, src.RecordID, src.Hash = rec.Kind(), rec.Key(), markOf(f)
	b.known[src.ExternalID] = src
	b.puts = append(append(append(b.puts, rec), more...), src)
	name := title(f)
	if t, ok := rec.(data.Trip); ok {
		name = t.Name
	}
	b.row(action, rec.Kind(), name, f, "")
}

// markOf is what is kept of an item that was taken: its SEQUENCE and the hash of
// what was read.
func markOf(f ical.Foreign) string { return strconv.Itoa(f.Sequence) + " " + f.Hash }

// readMark is the way back. A mark without a number was kept by a version that
// knew none; it counts as 0, as a missing SEQUENCE does (RFC 5545 3.8.7.4).
func readMark(mark string) (sequence int, hash string) {
	number, hash, ok := strings.Cut(mark, " ")
	if !ok {
		return 0, mark
	}
	sequence, _ = strconv.Atoi(number)
	return sequence, hash
}

// nameAs is what the record of an item is called when it is of that kind.
func nameAs(k data.Kind, f ical.Foreign) string {
	if k == data.KindTrip {
		return tripName(f)
	}
	return title(f)
}
