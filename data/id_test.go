package data

import (
	"strings"
	"testing"
)

func TestIdsAreTimeOrderedAndReadBack(t *testing.T) {
	last := ""
	for range 1000 {
		id := NewID[Trip]()
		back, err := ParseID[Trip](id.String())
		if err != nil || back != id || id.IsZero() {
			t.Fatalf("%s: %s, %v", id, back, err)
		}
		if id.String() <= last {
			t.Fatalf("%s came after %s", id, last)
		}
		last = id.String()
	}
}

func TestShippedIdsAreTheSameInEveryFile(t *testing.T) {
	a, b := ShippedID[Norm]("norm:trip.report.days:"), ShippedID[Norm]("norm:trip.report.days:")
	if a != b || a == ShippedID[Norm]("norm:trip.papers.days:") || a.String()[14] != '5' {
		t.Errorf("%s and %s", a, b)
	}
	if SettingID("language") != ShippedID[Setting]("setting:language") {
		t.Error("a setting's id does not follow from its code")
	}
}

func TestNoIdIsEmptyText(t *testing.T) {
	var id ID[Client]
	b, err := id.MarshalText()
	if err != nil || len(b) != 0 || id.String() != "" || !id.IsZero() {
		t.Errorf("%q, %v", b, err)
	}
	if got, err := ParseID[Client](""); err != nil || !got.IsZero() {
		t.Errorf("%s, %v", got, err)
	}
	for _, s := range []string{"x", "018f0000-0000-7000-8000-00000000000", "018f0000-0000-7000-8000-00000000000g", strings.Repeat("0", 200)} {
		if got, err := ParseID[Client](s); err == nil {
			t.Errorf("%q is %s", s, got)
		}
	}
}

func TestRefsKeepKindAndId(t *testing.T) {
	id := NewID[Trip]()
	r := RefTo(KindTrip, id)
	if As[Trip](r) != id || r.IsZero() || !(Ref{}).IsZero() || r.String() != "trip:"+id.String() {
		t.Errorf("%+v", r)
	}
}

// FuzzID holds: what is read is written so that it is read the same.
func FuzzID(f *testing.F) {
	for _, s := range []string{"", "018f0000-0000-7000-8000-000000000000", "{018f0000-0000-7000-8000-000000000000}", "urn:uuid:018f0000-0000-7000-8000-000000000000", " ", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := ParseID[Any](s)
		if err != nil {
			return
		}
		if back, err := ParseID[Any](id.String()); err != nil || back != id {
			t.Fatalf("%q became %q and %q, %v", s, id, back, err)
		}
	})
}
