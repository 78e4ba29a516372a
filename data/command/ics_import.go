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

// Run writes the good items: first what is new or changed, then what gave way.
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
	for _, ref := range b.drops {
		if err := tx.Delete(ref); err != nil {
			return err
		}
	}
	for _, i := range b.seen {
		if err := tx.PutIcsItem(i); err != nil {
			return err
		}
	}
	return nil
}

// icsImport is an import made ready: what happens to each item, the records to
// write in order, those to delete behind them, and the numbers of own items that
// were seen elsewhere.
type icsImport struct {
	r     *sqlite.Reader
	me    data.Person
	known map[string]data.Source
	parts map[string][]data.Source        // what hangs on an item of another program, by its UID
	days  map[string]map[data.Date]bool   // touched days in this file, by UID
	own   ownItems                        // what this file itself has in calendars
	made  map[string]data.ID[data.Series] // series of this import by UID
	rows  []ImportRow
	puts  []data.Record
	drops []data.Ref
	seen  []data.IcsItem
}

func (c ImportCalendar) prepare(r *sqlite.Reader) (*icsImport, error) {
	b := &icsImport{r: r, known: map[string]data.Source{}, parts: map[string][]data.Source{}, days: map[string]map[data.Date]bool{}, made: map[string]data.ID[data.Series]{}}
	var err error
	if b.me, err = owner(r); err != nil {
		return nil, err
	}
	sources, err := sqlite.List[data.Source](r, "system = ? ORDER BY external_id", icsSystem)
	if err != nil {
		return nil, err
	}
	for _, s := range sources {
		b.known[s.ExternalID] = s
		if uid, _, _ := partOf(s.ExternalID); uid != "" {
			b.parts[uid] = append(b.parts[uid], s)
		}
	}
	for _, f := range c.Items {
		if !f.RecurrenceOn.IsZero() {
			if b.days[f.UID] == nil {
				b.days[f.UID] = map[data.Date]bool{}
			}
			b.days[f.UID][f.RecurrenceOn] = true
		}
	}
	if b.own, err = readOwn(r, c.Items); err != nil {
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
	day, _ := f.Days()
	return day
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
		return b.comeBack(f)
	case known && f.Sequence < taken:
		b.older(src.RecordKind, nameAs(src.RecordKind, f), f, taken)
		return nil
	case !known && f.Status == ical.Cancelled && f.RecurrenceOn.IsZero():
		b.say(ImportSame, data.KindEvent, f, "")
		return nil
	case known && src.RecordKind == data.KindTrip && f.Rule != "":
		b.row(ImportRefused, data.KindTrip, nameAs(data.KindTrip, f), f, "icsTripRepeats")
		return nil
	}
	rec, err := b.record(f, src, known)
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
	b.accept(f, src, known, rec)
	return b.behind(f, src, known, rec)
}

func (b *icsImport) refuse(f ical.Foreign, k data.Kind, err error) {
	p := data.Problem{Code: "unexpected", Args: []string{err.Error()}}
	if ps, ok := err.(data.Problems); ok && len(ps) > 0 {
		p = ps[0]
	}
	b.rows = append(b.rows, ImportRow{Action: ImportRefused, Kind: k, Name: title(f), Line: f.Line, Day: beginsOn(f), Reason: p})
}

// accept lists the record and the source that will know it.
func (b *icsImport) accept(f ical.Foreign, src data.Source, known bool, rec data.Record) {
	action := ImportChanged
	if !known {
		action = ImportAdded
		src = data.Source{ID: data.NewID[data.Source](), System: icsSystem, ExternalID: externalID(f)}
	}
	src.RecordKind, src.RecordID, src.Hash = rec.Kind(), rec.Key(), markOf(f)
	b.known[src.ExternalID] = src
	b.puts = append(b.puts, rec, src)
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
