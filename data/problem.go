package data

import (
	"errors"
	"strings"
)

// Problem is something that the user can mend: which field, what is wrong (a
// code that the words are made from), and the values to name in the sentence.
type Problem struct {
	Field string   // struct field in lower camel case, "" for the whole record
	Code  string   // text key without the prefix "problem."
	Args  []string // values for the sentence
	Refs  []Ref    // records that the arguments name, in their order; mostly none
}

// Error is for logs; the user reads the sentence made by data/text.
func (p Problem) Error() string {
	s := p.Code
	if p.Field != "" {
		s = p.Field + ": " + s
	}
	if len(p.Args) > 0 {
		s += " (" + strings.Join(p.Args, ", ") + ")"
	}
	return s
}

// Problems are several problems at once, so that a form can show them all.
type Problems []Problem

// Error joins the problems.
func (ps Problems) Error() string {
	all := make([]string, len(ps))
	for i, p := range ps {
		all[i] = p.Error()
	}
	return strings.Join(all, "; ")
}

// Add appends a problem when bad is true.
func (ps *Problems) Add(bad bool, field, code string, args ...string) {
	if bad {
		*ps = append(*ps, Problem{Field: field, Code: code, Args: args})
	}
}

// Err is the problems as an error, or nil when there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

var (
	// ErrNotFound is returned when no record has the id.
	ErrNotFound = errors.New("record not found")
	// ErrStale is returned when a record has changed since it was read, so
	// that an undo or a merge would overwrite somebody's later work.
	ErrStale = errors.New("record has changed since")
)
