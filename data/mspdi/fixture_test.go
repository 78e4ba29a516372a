package mspdi

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"portfel/data"
)

// load reads a file of testdata.
func loadFile(t testing.TB, name string) *File {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(b))
}

// parse reads a source that must be good.
func parse(t testing.TB, source string) *File {
	t.Helper()
	f, err := Read(strings.NewReader(source), Limits{})
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return f
}

// inProject is a project with the elements.
func inProject(elements string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">` + elements + `</Project>`
}

// inTask is a project with one task that has the elements besides its UID.
func inTask(elements string) string {
	return inProject(`<Tasks><Task><UID>5</UID><ID>1</ID><Name>Отчёт</Name><OutlineLevel>1</OutlineLevel>` + elements + `</Task></Tasks>`)
}

// bytesOf writes a file.
func bytesOf(t testing.TB, f *File) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		t.Fatalf("Write: %v", err)
	}
	return b.String()
}

// again writes and reads a file.
func again(t testing.TB, f *File) *File {
	t.Helper()
	return parse(t, bytesOf(t, f))
}

// same compares two files but for their notes.
func same(t testing.TB, want, got *File) {
	t.Helper()
	a, b := *want, *got
	a.Notes, b.Notes = nil, nil
	if reflect.DeepEqual(a, b) {
		return
	}
	for _, x := range []struct {
		what       string
		want, have any
	}{
		{"Project", a.Project, b.Project}, {"Attributes", a.Attributes, b.Attributes}, {"Calendars", a.Calendars, b.Calendars},
		{"Tasks", a.Tasks, b.Tasks}, {"Resources", a.Resources, b.Resources}, {"Assignments", a.Assignments, b.Assignments},
	} {
		if !reflect.DeepEqual(x.want, x.have) {
			t.Errorf("%s differ:\n%#v\n%#v", x.what, x.want, x.have)
		}
	}
}

// codes are the codes of notes, with the UID and element.
func codes(list []Note) (out []string) {
	for _, n := range list {
		out = append(out, n.Code+" "+n.Element)
	}
	return out
}

func date(s string) data.Date {
	d, err := data.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func at(s string) data.Stamp {
	st, err := data.ParseStamp(s)
	if err != nil {
		panic(err)
	}
	return st
}

func equal[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
