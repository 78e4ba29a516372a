package wordcheck

import (
	"slices"
	"testing"
	"testing/fstest"
)

// source that uses keys in every way that counts.
const page = `package page

import "trip.import"

//text:prefix trip.status.
//text:key trip.declared

func show(w words, ps *problems, status string) {
	w.T("trip.known")
	w.F("trip.gone", 1)
	t := w.T
	t("trip.alias")
	t("trip.aliasGone")
	w.T("task.place." + status)
	open("trip.literal")
	open("@trip.at")
	ps.Add(status == "", "name", "required")
	ps.Add(status == "", "name", "strange")
	var p = data.Problem{Field: "name", Code: "odd"}
	var q = data.Problem{"name", "required", nil}
	var r = data.Problems{{Code: "several"}, {"name", "second", nil}}
}

func (c cmd) Label() (string, string) { return "trip.label", c.name }
`

func check(t *testing.T, keys ...string) (missing, unused []string) {
	t.Helper()
	files := fstest.MapFS{
		"page/page.go":       {Data: []byte(page)},
		"page/page_test.go":  {Data: []byte("package page\nvar x = w.T(\"test.only\")\n")},
		"page/testdata/x.go": {Data: []byte("broken")},
		".git/y.go":          {Data: []byte("broken")},
	}
	r, err := Check(files, keys)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Missing {
		missing = append(missing, m.Key)
	}
	slices.Sort(missing)
	return missing, r.Unused
}

func TestEveryKindOfUseIsFound(t *testing.T) {
	keys := []string{"trip.known", "trip.alias", "trip.literal", "trip.at", "trip.label", "trip.declared", "trip.status.planned",
		"task.place.office", "problem.required", "trip.gone", "trip.aliasGone", "problem.strange", "problem.odd", "problem.several", "problem.second"}
	missing, unused := check(t, keys...)
	if len(missing) != 0 || len(unused) != 0 {
		t.Errorf("missing %v, unused %v, want none", missing, unused)
	}
}

func TestKeysUsedAndNotDefined(t *testing.T) {
	missing, _ := check(t, "trip.known", "trip.alias", "trip.status.x", "task.place.x", "problem.required")
	want := []string{"problem.odd", "problem.second", "problem.several", "problem.strange", "trip.aliasGone", "trip.at", "trip.declared", "trip.gone", "trip.label"}
	if !slices.Equal(missing, want) {
		t.Errorf("missing %v, want %v", missing, want)
	}
	missing, _ = check(t)
	if !slices.Contains(missing, "trip.status.…") || !slices.Contains(missing, "task.place.…") {
		t.Errorf("missing %v: a prefix without keys must be named", missing)
	}
}

func TestKeysDefinedAndNotUsed(t *testing.T) {
	_, unused := check(t, "trip.known", "test.only", "trip.import", "trip.old", "trip.statusOld")
	want := []string{"test.only", "trip.import", "trip.old", "trip.statusOld"}
	if !slices.Equal(unused, want) {
		t.Errorf("unused %v, want %v", unused, want)
	}
}

func TestPlaceOfAUse(t *testing.T) {
	files := fstest.MapFS{"a.go": {Data: []byte("package a\n\nvar x = w.T(\"no.key\")\n")}}
	r, err := Check(files, nil)
	if err != nil || len(r.Missing) != 1 || r.Missing[0].String() != "a.go:3: no.key" {
		t.Errorf("got %v %v, want a.go:3: no.key", r.Missing, err)
	}
}

func TestBrokenSourceIsAnError(t *testing.T) {
	if _, err := Check(fstest.MapFS{"a.go": {Data: []byte("package")}}, nil); err == nil {
		t.Error("broken source was read in silence")
	}
}
