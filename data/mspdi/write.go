package mspdi

import (
	"bufio"
	"io"
)

// Write writes the file as MS Project 2010 and later read it. The same File
// gives the same bytes. The error is that of w, or a Fault with the code
// "extra" for a fragment that is no XML.
func Write(w io.Writer, f *File) error {
	out := &writer{to: bufio.NewWriterSize(w, 1<<16)}
	out.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`)
	if err := writeRecord(out, fileSpec, f); err != nil {
		return err
	}
	out.raw("\n")
	return out.to.Flush()
}

// writer is a writing under way. The buffer remembers the first error.
type writer struct {
	to    *bufio.Writer
	depth int
}

// writeRecord writes a record as an element.
func writeRecord[T any](w *writer, s *spec[T], t *T) error {
	k, err := parseExtra(*s.extra(t), s.order)
	if err != nil {
		return badExtra(err, s, t)
	}
	attrs := k.attributes[self]
	if s.element == "Project" {
		attrs = ` xmlns="` + namespace + `"` + attrs
	}
	w.openTag(s.element, attrs)
	if err := writeFields(w, s, t, &k); err != nil {
		return err
	}
	w.closeTag(s.element)
	return nil
}

func badExtra[T any](err error, s *spec[T], t *T) error {
	f := Fault{Code: "extra", Element: s.element, UID: -1, Err: err}
	if in, ok := err.(Fault); ok {
		f.Args = append([]string{in.Code}, in.Args...)
	}
	if at, ok := s.order.at["UID"]; ok && s.fields[at].get != nil {
		if n, _, ok := number(s.fields[at].get(t), 0); ok {
			f.UID = int(n)
		}
	}
	return f
}

// writeFields writes the elements of a record in the order of the schema, with
// what was kept in between.
func writeFields[T any](w *writer, s *spec[T], t *T, k *kept) error {
	rest := k.elements
	for i, name := range s.order.names {
		rest = w.until(rest, 2*i)
		wrote, err := writeField(w, s, t, i, name, k)
		if err != nil {
			return err
		}
		for len(rest) > 0 && rest[0].key == 2*i {
			if !wrote && rest[0].in == "" {
				w.fragment(rest[0].text)
			}
			rest = rest[1:]
		}
	}
	w.until(rest, 2*len(s.order.names)+2)
	return nil
}

// until writes the kept elements whose key is below.
func (w *writer) until(list []piece, key int) []piece {
	for len(list) > 0 && list[0].key < key {
		w.fragment(list[0].text)
		list = list[1:]
	}
	return list
}

// writeField writes one element, or several of its name, if there is something
// to write.
func writeField[T any](w *writer, s *spec[T], t *T, i int, name string, k *kept) (wrote bool, err error) {
	f, had := &s.fields[i], s.marks(t).has(i)
	switch {
	case f.set == nil && f.emit == nil, f.none != nil && f.none(t):
		return false, nil
	case f.emit != nil && (had || f.many(t) || k.holds(name)):
		return true, f.emit(w, t, k)
	case f.emit != nil:
		return false, nil
	case had || !f.zero(t) || f.need && s.marks(t).anew():
		w.value(name, k.attributes[name], f.get(t))
		return true, nil
	}
	return false, nil
}

func (w *writer) raw(list ...string) {
	for _, s := range list {
		_, _ = w.to.WriteString(s)
	}
}

func (w *writer) line() {
	w.raw("\n")
	for range w.depth {
		w.raw("\t")
	}
}

func (w *writer) openTag(name, attributes string) {
	w.line()
	w.raw("<", name, attributes, ">")
	w.depth++
}

func (w *writer) closeTag(name string) {
	w.depth--
	w.line()
	w.raw("</", name, ">")
}

func (w *writer) value(name, attributes, s string) {
	w.line()
	w.raw("<", name, attributes, ">")
	escape(w.to, s)
	w.raw("</", name, ">")
}

func (w *writer) fragment(s string) {
	w.line()
	w.raw(s)
}

// inside writes what a collection held besides its records.
func (w *writer) inside(name string, k *kept) {
	for _, p := range k.elements {
		if p.in == name {
			w.fragment(p.text)
		}
	}
}

// holds tells whether a collection held something besides its records.
func (k *kept) holds(name string) bool {
	if k.attributes[name] != "" {
		return true
	}
	for _, p := range k.elements {
		if p.in == name {
			return true
		}
	}
	return false
}
