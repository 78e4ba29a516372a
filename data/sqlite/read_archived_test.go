package sqlite

import (
	"testing"

	"portfel/data"
)

func TestArchivedTellsOfThisRecordAlone(t *testing.T) {
	f := fresh(t)
	a, b := data.Client{ID: data.NewID[data.Client](), Name: "Сосна"}, data.Client{ID: data.NewID[data.Client](), Name: "Ель"}
	put(t, f, a, b)
	ref := data.RefTo(data.KindClient, a.ID)
	edit(t, f, func(tx *Tx) error { return tx.Archive(ref, data.NewDate(2026, 11, 24)) })
	r := f.Read()
	if !r.Archived(ref) || r.Archived(data.RefTo(data.KindClient, b.ID)) || r.Archived(data.Ref{Kind: data.KindLeg, ID: ref.ID}) {
		t.Error("the archive is told wrongly")
	}
	mustUndo(t, f)
	if f.Read().Archived(ref) {
		t.Error("still in the archive after undo")
	}
}
