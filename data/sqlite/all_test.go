package sqlite

import (
	"testing"

	"portfel/data"
)

func TestBrokenReferencesAndUnreadableRowsAreFound(t *testing.T) {
	f := fresh(t)
	c := client("АО «Медный Кряж»")
	k := data.Contact{ID: data.NewID[data.Contact](), ClientID: c.ID, FullName: "Седых Павел Игоревич"}
	put(t, f, c, k)
	for _, s := range []string{"PRAGMA foreign_keys = 0", "DROP TRIGGER contact_update", "UPDATE contact SET client_id = '018f0000-0000-7000-8000-000000000000', birthday = 'вчера'", "PRAGMA foreign_keys = 1"} {
		if _, err := f.w.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	list, err := f.Read().DanglingKeys()
	if err != nil || len(list) != 1 || list[0] != (Dangling{data.RefTo(data.KindContact, k.ID), "client_id"}) {
		t.Errorf("%+v, %v", list, err)
	}
	bad := 0
	err = f.Read().EachRecord(data.Contact{}, func(_ data.Record, id string, e error) {
		if e != nil && id == k.ID.String() {
			bad++
		}
	})
	if err != nil || bad != 1 {
		t.Errorf("%d unreadable, %v", bad, err)
	}
	for ref, want := range map[data.Ref]bool{data.RefTo(data.KindClient, c.ID): true, data.RefTo(data.KindTrip, c.ID): false, {Kind: "x; DROP TABLE client", ID: c.Key()}: false} {
		if got, err := f.Read().HasRecord(ref); got != want || err != nil {
			t.Errorf("%s: %v, %v", ref, got, err)
		}
	}
	if lines, err := f.Read().Integrity(); len(lines) != 0 || err != nil {
		t.Errorf("%v, %v", lines, err)
	}
}
