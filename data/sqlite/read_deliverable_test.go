package sqlite

import (
	"errors"
	"testing"

	"portfel/data"
)

func TestChangedBytesOfAFileAreNoticed(t *testing.T) {
	f := fresh(t)
	var sha string
	err := f.Keep(func(tx *Tx) (err error) {
		sha, err = tx.PutBlob([]byte("ТЗ 0.7"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if b, err := f.Read().Blob(sha); err != nil || string(b) != "ТЗ 0.7" {
		t.Fatalf("read %q, %v", b, err)
	}
	err = f.Keep(func(tx *Tx) error {
		return tx.exec("UPDATE blob SET bytes = ? WHERE sha256 = ?", []byte("ТЗ 0.8"), sha)
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Read().Blob(sha); !errors.Is(err, data.ErrDamaged) {
		t.Errorf("changed bytes: %v, want %v", err, data.ErrDamaged)
	}
}

func TestTheNewestVersionSpeaksForTheDocument(t *testing.T) {
	f := fresh(t)
	d := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "Отчёт", DueOn: data.NewDate(2026, 11, 20)}
	e := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "Акт", DueOn: data.NewDate(2026, 11, 23)}
	put(t, f, d, e)
	for i, s := range []data.VersionStatus{data.VersionReplaced, data.VersionClient, data.VersionDraft} {
		put(t, f, data.Version{ID: data.NewID[data.Version](), DeliverableID: d.ID, Label: "0." + string(rune('1'+i)),
			CreatedOn: data.NewDate(2026, 11, []int{10, 12, 12}[i]), Status: s})
	}
	rows, err := f.Read().Deliverables(data.DeliverableFilter{})
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if r := rows[0]; r.Title != "Отчёт" || r.Label != "0.3" || r.Status != data.VersionDraft || !r.Late(data.NewDate(2026, 11, 21)) {
		t.Errorf("%+v", r)
	}
	if r := rows[1]; r.Label != "" || !r.Open() || r.Late(data.NewDate(2026, 11, 23)) {
		t.Errorf("a document that is not begun: %+v", r)
	}
}
