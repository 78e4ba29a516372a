package command_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

var papersNow = time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC)

func papersDay(month, day int) data.Date { return data.NewDate(2026, time.Month(month), day) }

// papersFile is a fresh file with its owner, a client's contact and one document.
func papersFile(t *testing.T) (*sqlite.File, data.Deliverable, data.Person, data.Contact) {
	t.Helper()
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return papersNow }))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	me := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна Сергеевна", Zone: "Europe/Moscow", IsMe: true}
	c := data.Client{ID: data.NewID[data.Client](), Name: "АО «Медный Кряж»"}
	k := data.Contact{ID: data.NewID[data.Contact](), ClientID: c.ID, FullName: "Седых Павел Игоревич", Position: "финансовый директор"}
	d := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "ТЗ на подсистему бюджетирования", What: "spec", AuthorID: me.ID, DueOn: papersDay(12, 15)}
	for _, r := range []data.Record{me, c, k, d} {
		papersDo(t, f, command.Put{Record: r})
	}
	return f, d, me, k
}

func papersDo(t *testing.T, f *sqlite.File, c sqlite.Command) {
	t.Helper()
	if _, err := f.Do(c); err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, f *sqlite.File, code string, c sqlite.Command) {
	t.Helper()
	_, err := f.Do(c)
	var ps data.Problems
	if !errors.As(err, &ps) || ps[0].Code != code {
		t.Errorf("%T: %v, want the problem %q", c, err, code)
	}
}

func versionsOf(t *testing.T, f *sqlite.File, d data.Deliverable) []data.VersionRow {
	t.Helper()
	rows, err := f.Read().Versions(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// addVersion adds a version of a day and gives its id.
func addVersion(t *testing.T, f *sqlite.File, d data.Deliverable, label string, day data.Date, file *command.File) data.ID[data.Version] {
	t.Helper()
	v := data.Version{ID: data.NewID[data.Version](), DeliverableID: d.ID, Label: label, CreatedOn: day}
	papersDo(t, f, command.AddVersion{Version: v, File: file})
	return v.ID
}

func move(t *testing.T, f *sqlite.File, id data.ID[data.Version], day data.Date, to ...data.VersionStatus) {
	t.Helper()
	for _, s := range to {
		papersDo(t, f, command.MoveVersion{ID: id, To: s, On: day})
	}
}

func TestANewVersionReplacesTheOneWithRemarks(t *testing.T) {
	f, d, _, _ := papersFile(t)
	first := addVersion(t, f, d, "0.1", papersDay(11, 20), nil)
	move(t, f, first, papersDay(11, 23), data.VersionClient, data.VersionRemarks)
	papersDo(t, f, command.AddVersion{Version: data.Version{DeliverableID: d.ID, Label: " 0.2 ", Changes: "учтены замечания 1–14"},
		File: &command.File{Name: "ТЗ_0.2.docx", Bytes: []byte("текст")}})
	rows := versionsOf(t, f, d)
	if len(rows) != 2 || rows[0].Label != "0.2" || rows[0].Status != data.VersionDraft || rows[0].CreatedOn != papersDay(11, 24) {
		t.Fatalf("versions %+v", rows)
	}
	if rows[0].File != "ТЗ_0.2.docx" || rows[0].Size != int64(len("текст")) {
		t.Errorf("file %q of %d bytes", rows[0].File, rows[0].Size)
	}
	if rows[1].Status != data.VersionReplaced || rows[1].SentOn != papersDay(11, 23) {
		t.Errorf("the former version is %s, sent %s", rows[1].Status, rows[1].SentOn)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if rows = versionsOf(t, f, d); len(rows) != 1 || rows[0].Status != data.VersionRemarks {
		t.Errorf("one step took it back to %+v", rows)
	}
}

func TestADraftStaysWhenANewVersionComes(t *testing.T) {
	f, d, _, _ := papersFile(t)
	addVersion(t, f, d, "0.1", papersDay(11, 20), nil)
	addVersion(t, f, d, "0.2", papersDay(11, 21), nil)
	if rows := versionsOf(t, f, d); rows[1].Status != data.VersionDraft {
		t.Errorf("a draft may not become %s", rows[1].Status)
	}
	refused(t, f, "taken", command.AddVersion{Version: data.Version{DeliverableID: d.ID, Label: "0.1"}})
}

func TestDaysOfSendingAndApproval(t *testing.T) {
	f, d, _, _ := papersFile(t)
	id := addVersion(t, f, d, "1.0", papersDay(11, 20), nil)
	refused(t, f, "move", command.MoveVersion{ID: id, To: data.VersionApproved, On: papersDay(11, 21)})
	move(t, f, id, papersDay(11, 21), data.VersionClient)
	move(t, f, id, papersDay(11, 24), data.VersionApproved)
	if v := versionsOf(t, f, d)[0]; v.SentOn != papersDay(11, 21) || v.ApprovedOn != papersDay(11, 24) || v.Status != data.VersionApproved {
		t.Errorf("sent %s, approved %s, %s", v.SentOn, v.ApprovedOn, v.Status)
	}
}

func TestTheFileOfASentVersionIsNotExchanged(t *testing.T) {
	f, d, _, _ := papersFile(t)
	id := addVersion(t, f, d, "0.1", papersDay(11, 20), &command.File{Name: "а.txt", Bytes: []byte("раз")})
	papersDo(t, f, command.VersionFile{ID: id, File: command.File{Name: "б.txt", Bytes: []byte("два")}})
	files, _ := f.Read().Attachments(data.RefTo(data.KindVersion, id))
	if len(files) != 1 || files[0].Name != "б.txt" {
		t.Fatalf("files %+v", files)
	}
	move(t, f, id, papersDay(11, 21), data.VersionClient)
	refused(t, f, "versionSent", command.VersionFile{ID: id, File: command.File{Name: "в.txt", Bytes: []byte("три")}})
	refused(t, f, "versionSent", command.DropVersionFile{ID: id})
}

func TestDroppingAFileOfADraftAndTakingItBack(t *testing.T) {
	f, d, _, _ := papersFile(t)
	id := addVersion(t, f, d, "0.1", papersDay(11, 20), &command.File{Name: "а.txt", Bytes: []byte("раз")})
	papersDo(t, f, command.DropVersionFile{ID: id})
	if v := versionsOf(t, f, d)[0]; v.File != "" {
		t.Fatalf("still has %q", v.File)
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	v := versionsOf(t, f, d)[0]
	files, _ := f.Read().Attachments(data.RefTo(data.KindVersion, id))
	if v.File != "а.txt" || len(files) != 1 {
		t.Fatalf("undo brought %+v", files)
	}
	if b, err := f.Read().Blob(files[0].Sha256); err != nil || string(b) != "раз" {
		t.Errorf("bytes %q, %v", b, err)
	}
}

func TestDeletingADocumentTakesVersionsAndFilesAlong(t *testing.T) {
	f, d, _, _ := papersFile(t)
	id := addVersion(t, f, d, "0.1", papersDay(11, 20), &command.File{Name: "а.txt", Bytes: []byte("раз")})
	papersDo(t, f, command.Delete{Ref: data.RefTo(data.KindDeliverable, d.ID), Name: d.Title})
	if files, _ := f.Read().Attachments(data.RefTo(data.KindVersion, id)); len(files) != 0 {
		t.Errorf("%d files stayed", len(files))
	}
	if _, err := f.Undo(); err != nil {
		t.Fatal(err)
	}
	if v := versionsOf(t, f, d); len(v) != 1 || v[0].File != "а.txt" {
		t.Errorf("undo brought %+v", v)
	}
}

func TestRoundsOfApproval(t *testing.T) {
	f, d, me, contact := papersFile(t)
	id := addVersion(t, f, d, "0.5", papersDay(11, 20), nil)
	refused(t, f, "noRound", command.NextRound{VersionID: id})
	ask := func(a data.Approval) command.AskApproval {
		a.VersionID = id
		return command.AskApproval{Approval: a}
	}
	papersDo(t, f, ask(data.Approval{PersonID: me.ID, Role: data.RoleAgrees, DueOn: papersDay(11, 23)}))
	papersDo(t, f, ask(data.Approval{ContactID: contact.ID, Role: data.RoleApproves}))
	refused(t, f, "asked", ask(data.Approval{PersonID: me.ID, Role: data.RoleInformed}))
	refused(t, f, "roundOpen", command.NextRound{VersionID: id})

	rows, _ := f.Read().Approvals(d.ID)
	if len(rows) != 2 || rows[0].Name != "Кузнецова А. С." || !rows[0].Mine || rows[1].Client != "АО «Медный Кряж»" {
		t.Fatalf("asked %+v", rows)
	}
	if !rows[0].Late(papersDay(11, 24)) || rows[1].Late(papersDay(11, 24)) {
		t.Error("only the first answer is late")
	}
	refused(t, f, "unknown", command.Decide{ID: rows[0].ID, Decision: data.DecisionInformed, On: papersDay(11, 24)})
	papersDo(t, f, command.Decide{ID: rows[0].ID, Decision: data.DecisionRemarks, On: papersDay(11, 24), Comment: "3 замечания"})
	papersDo(t, f, command.Decide{ID: rows[1].ID, Decision: data.DecisionAgreed, On: papersDay(11, 24)})
	if v := versionsOf(t, f, d)[0]; v.Asked != 2 || v.Given != 1 {
		t.Errorf("%d of %d, want 1 of 2", v.Given, v.Asked)
	}
	papersDo(t, f, command.NextRound{VersionID: id, DueOn: papersDay(11, 30)})
	rows, _ = f.Read().Approvals(d.ID)
	if len(rows) != 4 || rows[0].Round != 2 || rows[0].Decision != data.DecisionPending || rows[0].DueOn != papersDay(11, 30) || rows[0].Comment != "" {
		t.Fatalf("second round %+v", rows)
	}
	if rows[2].Comment != "3 замечания" {
		t.Error("the first round has to stay readable")
	}
	if v := versionsOf(t, f, d)[0]; v.Asked != 2 || v.Given != 0 {
		t.Errorf("the new round counts %d of %d, want 0 of 2", v.Given, v.Asked)
	}
}

func TestAChangedAnswerAndOneTakenBack(t *testing.T) {
	f, d, me, _ := papersFile(t)
	id := addVersion(t, f, d, "0.5", papersDay(11, 20), nil)
	papersDo(t, f, command.AskApproval{Approval: data.Approval{VersionID: id, PersonID: me.ID, Role: data.RoleAgrees}})
	at := func() data.ApprovalRow { rows, _ := f.Read().Approvals(d.ID); return rows[0] }
	papersDo(t, f, command.Decide{ID: at().ID, Decision: data.DecisionAgreed, On: papersDay(11, 23)})
	papersDo(t, f, command.Decide{ID: at().ID, Decision: data.DecisionRefused, On: papersDay(11, 24)})
	if a := at(); a.Decision != data.DecisionRefused || a.DecidedOn != papersDay(11, 24) {
		t.Errorf("%s on %s", a.Decision, a.DecidedOn)
	}
	papersDo(t, f, command.Decide{ID: at().ID, Decision: data.DecisionPending})
	if a := at(); a.Decision != data.DecisionPending || !a.DecidedOn.IsZero() {
		t.Errorf("taken back, but %s on %s", a.Decision, a.DecidedOn)
	}
}

func TestFilesOfAnyRecord(t *testing.T) {
	f, d, _, _ := papersFile(t)
	owner := data.RefTo(data.KindDeliverable, d.ID)
	papersDo(t, f, command.Attach{Owner: owner, File: command.File{Name: "Письмо.PDF", Bytes: []byte("%PDF")}})
	files, _ := f.Read().Attachments(owner)
	if len(files) != 1 || files[0].Mime != "application/pdf" || files[0].Size != 4 || files[0].AddedOn != papersDay(11, 24) {
		t.Fatalf("files %+v", files)
	}
	refused(t, f, "tooLarge", command.Attach{Owner: owner, File: command.File{Name: "a.bin", Bytes: make([]byte, data.MaxAttachment+1)}})
	if _, err := f.Do(command.Attach{Owner: data.RefTo(data.KindTrip, data.NewID[data.Trip]()), File: command.File{Name: "a"}}); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("a file of nothing: %v", err)
	}
}

func TestADamagedFileIsNoticed(t *testing.T) {
	f, d, _, _ := papersFile(t)
	owner := data.RefTo(data.KindDeliverable, d.ID)
	body := bytes.Repeat([]byte("договор "), 1000)
	papersDo(t, f, command.Attach{Owner: owner, File: command.File{Name: "а.txt", Bytes: body}})
	files, _ := f.Read().Attachments(owner)
	if b, err := f.Read().Blob(files[0].Sha256); err != nil || !bytes.Equal(b, body) {
		t.Fatalf("read back %d bytes, %v", len(b), err)
	}
	gone := files[0]
	gone.Sha256 = "00" + gone.Sha256[2:]
	papersDo(t, f, command.Put{Record: gone})
	if _, err := f.Read().Blob(gone.Sha256); !errors.Is(err, data.ErrDamaged) {
		t.Errorf("bytes that are not there: %v", err)
	}
}

func TestLabelsThatFollowEachOther(t *testing.T) {
	for from, want := range map[string]string{"": "0.1", "0.1": "0.2", "0.9": "1.0", "1.0": "1.1", "2.9": "3.0", "1.10": "1.11", "финал": "", "2": ""} {
		if got := data.NextLabel(from); got != want {
			t.Errorf("after %q: %q, want %q", from, got, want)
		}
	}
}
