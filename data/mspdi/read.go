package mspdi

import (
	"io"
	"strings"

	"portfel/data"
)

// Read reads an MS Project file. The error is a Fault or Faults; what was not
// understood but hinders nothing stands in File.Notes.
func Read(r io.Reader, limit Limits) (*File, error) {
	limit = limit.orDefault()
	buf, err := load(r, limit.Bytes)
	if err != nil {
		return nil, err
	}
	in := &reader{scanner: newScanner(buf, limit)}
	if err := in.clean(); err != nil {
		return nil, err
	}
	root, err := in.root()
	if err != nil {
		return nil, err
	}
	f, err := readRecord(in, fileSpec, root)
	if err == nil {
		err = in.end()
	}
	if err != nil {
		return nil, in.within(err)
	}
	if err := in.finish(&f); err != nil {
		return nil, err
	}
	return &f, nil
}

// within adds to a fault the record in which it stands.
func (r *reader) within(err error) error {
	f, ok := err.(Fault)
	if ok && len(r.path) > 1 {
		f.Element, f.UID = r.path[1].element, r.path[1].uid
	}
	if ok {
		return f
	}
	return err
}

// reader is a reading under way.
type reader struct {
	*scanner
	notes notes
	path  []record // records that are open
	child string   // the element of the record that is read
	lines lines
	works [][]phase // of the assignments
}

// record is a record that is open.
type record struct {
	element string
	uid     int
	name    string
}

// lines are the lines on which records begin, for faults and notes.
type lines struct{ calendars, tasks, resources, assignments []int }

// root finds the first element and judges it.
func (r *reader) root() (tag, error) {
	for {
		ev, g, err := r.next()
		switch {
		case err != nil:
			return g, r.noXML(err)
		case ev == atEOF:
			return g, Fault{Code: "notXML", UID: -1}
		case ev == atText && !r.blank():
			return g, Fault{Code: "notXML", UID: -1}
		case ev == atStart:
			return g, r.judge(&g)
		}
	}
}

// noXML turns the faults of a source without any element into one.
func (r *reader) noXML(err error) error {
	f, ok := err.(Fault)
	if ok && len(r.open) == 0 && f.Code == "syntax" {
		return Fault{Code: "notXML", UID: -1, Err: err}
	}
	return err
}

func (r *reader) judge(g *tag) error {
	uri, _ := r.lookup(g.full.space)
	switch {
	case g.name != "Project":
		return r.at("root", short(g.name))
	case uri == "" && g.full.space == "":
		r.loose, g.ours = true, true
		r.note("noNamespace")
	case !g.ours:
		return r.at("namespace", short(uri))
	}
	return nil
}

// end refuses what stands behind the root.
func (r *reader) end() error {
	for {
		ev, _, err := r.next()
		switch {
		case err != nil:
			return err
		case ev == atEOF:
			return nil
		case ev == atStart, ev == atText && !r.blank():
			return r.at("syntax", "more behind the end")
		}
	}
}

// readRecord reads an open element as a record.
func readRecord[T any](r *reader, s *spec[T], g tag) (t T, err error) {
	r.path = append(r.path, record{element: s.element, uid: -1})
	r.begin(s.element)
	outer := r.child
	keep := pieces{order: s.order}
	s.marks(&t).set(wasRead)
	keep.attributes(r.scanner, self, g)
	var seen marks
	after := ""
	for {
		ev, in, err := r.next()
		switch {
		case err != nil:
			return t, err
		case ev == atText && !r.blank():
			r.child = ""
			r.note("dropped", r.string())
		case ev == atStart:
			if err := readChild(r, s, &t, in, &keep, &seen, &after); err != nil {
				return t, err
			}
		case ev == atEnd:
			r.child = outer
			r.path = r.path[:len(r.path)-1]
			*s.extra(&t) = keep.String()
			return t, nil
		}
	}
}

// readChild reads one element of a record.
func readChild[T any](r *reader, s *spec[T], t *T, g tag, keep *pieces, seen *marks, after *string) error {
	at, known := s.order.at[g.name]
	if !g.ours || !known {
		text, err := r.cut(g, nil)
		keep.element(g, *after, text)
		return err
	}
	*after, r.child = g.name, g.name
	f := &s.fields[at]
	first := !seen.has(at)
	switch {
	case f.nest != nil:
		seen.set(at)
		if f.as != "" {
			*after, at = f.as, s.order.at[f.as]
		}
		s.marks(t).set(at)
		return f.nest(r, t, g, keep, first)
	case f.set == nil:
		text, err := r.cut(g, r.watch(g))
		keep.element(g, *after, text)
		return err
	case !first:
		r.note("repeated")
		_, err := r.cut(g, nil)
		return err
	}
	seen.set(at)
	return readValue(r, s, t, g, at, keep)
}

// readValue reads an element that holds a plain value. What is empty or not
// understood is kept as it stands.
func readValue[T any](r *reader, s *spec[T], t *T, g tag, at int, keep *pieces) error {
	from := r.start
	var used []binding
	if len(g.attrs) > 0 || g.full.space != "" {
		used = r.borrowed(nil, g, len(r.open))
	}
	attrs := pieces{order: s.order}
	attrs.attributes(r.scanner, g.name, g)
	val, plain, err := r.text()
	if err != nil {
		return err
	}
	if !plain {
		r.note("nested")
	}
	f := &s.fields[at]
	if !f.open {
		val = strings.TrimSpace(val)
	}
	if plain && val != "" && f.set(r, t, val) {
		s.marks(t).set(at)
		keep.list = append(keep.list, attrs.list...)
		r.named(g.name, val)
		return nil
	}
	keep.element(g, "", insert(string(r.buf[from:r.pos]), g, used))
	return nil
}

// children walks through a collection; take tells whether it took the element.
func (r *reader) children(name string, g tag, keep *pieces, first bool, take func(tag) (bool, error)) error {
	if first {
		keep.attributes(r.scanner, name, g)
	}
	for {
		ev, in, err := r.next()
		switch {
		case err != nil:
			return err
		case ev == atEnd:
			return nil
		case ev == atText && !r.blank():
			r.note("dropped", r.string())
		case ev == atStart:
			taken, err := take(in)
			if err != nil {
				return err
			}
			if !taken {
				text, err := r.cut(in, nil)
				if err != nil {
					return err
				}
				keep.inside(name, text)
			}
		}
	}
}

// begin remembers the line of a record that has a UID.
func (r *reader) begin(element string) {
	line := r.atLine()
	switch element {
	case "Calendar":
		r.lines.calendars = append(r.lines.calendars, line)
	case "Task":
		r.lines.tasks = append(r.lines.tasks, line)
	case "Resource":
		r.lines.resources = append(r.lines.resources, line)
	case "Assignment":
		r.lines.assignments = append(r.lines.assignments, line)
		r.works = append(r.works, nil)
	}
}

// named remembers the UID and name of the open record, for notes.
func (r *reader) named(element, val string) {
	if len(r.path) != 2 {
		return
	}
	p := &r.path[1]
	switch element {
	case "UID":
		if n, _, ok := number(strings.TrimSpace(val), 0); ok {
			p.uid = int(n)
		}
	case "Name":
		p.name = short(val)
	}
}

// note adds a note about the element that is read.
func (r *reader) note(code string, args ...string) {
	n := Note{Code: code, UID: -1, Args: args}
	n.Line = r.atLine()
	for _, p := range r.path {
		if p.uid >= 0 || n.Element == "" || n.Element == "Project" {
			n.Element = p.element
		}
		if p.uid >= 0 {
			n.UID, n.Name = p.uid, p.name
		}
	}
	if k := len(r.path); k > 0 && r.child != "" {
		if last := r.path[k-1].element; last != n.Element {
			n.Element += "/" + last
		}
		n.Element += "/" + r.child
	}
	r.notes.add(n)
}

// reject notes a value that is kept as it stands.
func (r *reader) reject(code string, args ...string) bool {
	r.note(code, args...)
	return false
}

// stamp reads a date. "NA" is none.
func (r *reader) stamp(st *data.Stamp, s string) bool {
	if s == "NA" || s == "N/A" {
		return false
	}
	v, seconds, zone, ok := dateTime(s)
	switch {
	case !ok:
		return r.reject("date", s)
	case v.Day.Year() < firstYear || v.Day.Year() > lastYear:
		return r.reject("dateRange", s)
	}
	if seconds {
		r.note("seconds", s)
	}
	if zone {
		r.note("zone", s)
	}
	*st = v
	return true
}
