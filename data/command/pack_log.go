package command

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// packNote is a package in a file's memory: which it was, and the rows that both
// sides had when it went, under their hash among the file's contents.
//
// What was sent is remembered beside the journal: sending is nothing to undo. What
// was taken is a source, journaled with the step that took it: an undone package can
// be taken again.
type packNote struct {
	ID     data.ID[data.Any] `json:"id"`
	FileID data.ID[data.Any] `json:"-"` // of the sender; taken packages only
	Number int               `json:"number"`
	Made   data.Date         `json:"made"`
	Sum    string            `json:"sum"` // of what went out
	Rows   string            `json:"rows"`
}

// mostSent is how many sent packages of a mentoring are remembered.
const mostSent = 100

func sentPlace(id data.ID[data.Mentoring]) string { return "vplan.sent:" + id.String() }

// sentPacks are the packages of a mentoring that went out, oldest first.
func sentPacks(r *sqlite.Reader, id data.ID[data.Mentoring]) (all []packNote) {
	if body := r.Remembered(sentPlace(id)); body != "" && json.Unmarshal([]byte(body), &all) != nil {
		return nil
	}
	return all
}

// rememberSent adds a package to those that went out.
func rememberSent(tx *sqlite.Tx, id data.ID[data.Mentoring], n packNote, rows []merge.Row) (err error) {
	if n.Rows, err = putRows(tx, rows); err != nil {
		return err
	}
	all := append(sentPacks(tx.Reader, id), n)
	body, err := json.Marshal(all[max(0, len(all)-mostSent):])
	if err != nil {
		return err
	}
	return tx.Remember(sentPlace(id), string(body))
}

// putRows keeps rows among the contents of the file.
func putRows(tx *sqlite.Tx, rows []merge.Row) (string, error) {
	b, err := pack.EncodeRecords(recordsOf(rows))
	if err != nil {
		return "", err
	}
	return tx.PutBlob(b)
}

// rowsBehind are the rows of a package as they were kept.
func rowsBehind(r *sqlite.Reader, n packNote) ([]merge.Row, error) {
	if n.Rows == "" {
		return nil, nil
	}
	b, err := r.Blob(n.Rows)
	if err != nil {
		return nil, err
	}
	list, err := pack.DecodeRecords(b)
	return rowsOf(list), err
}

// takenPacks are the packages of a mentoring that were taken, oldest first.
func takenPacks(r *sqlite.Reader, id data.ID[data.Mentoring]) (all []packNote, err error) {
	list, err := sqlite.List[data.Source](r, "system = ? AND record_id = ? ORDER BY id", packSystem, id)
	for _, s := range list {
		n := packNote{}
		words := strings.Fields(s.Hash)
		if len(words) != 3 {
			continue
		}
		n.Number, _ = strconv.Atoi(words[0])
		n.FileID, _ = data.ParseID[data.Any](words[1])
		n.Rows = words[2]
		n.ID, _ = data.ParseID[data.Any](s.ExternalID)
		all = append(all, n)
	}
	return all, err
}

// markTaken remembers a package with the step that takes it.
func markTaken(tx *sqlite.Tx, p pack.Package) error {
	rows, err := putRows(tx, rowsOf(p.Records))
	if err != nil {
		return err
	}
	return tx.Put(data.Source{ID: data.NewID[data.Source](), RecordKind: data.KindMentoring, RecordID: p.About, System: packSystem,
		ExternalID: p.ID.String(), Hash: fmt.Sprintf("%d %s %s", p.Number, p.FileID, rows)})
}

// last is the newest of some packages; a zero note for none.
func last(all []packNote) (n packNote) {
	for _, x := range all {
		if x.Number >= n.Number {
			n = x
		}
	}
	return n
}

// commonRows are the rows that both sides had last: of the newest package that was
// taken from the sender, or of the sent one that he names as taken, if that is newer.
func commonRows(r *sqlite.Reader, p pack.Package, taken []packNote) (rows []merge.Row, sent bool, err error) {
	var theirs []packNote
	for _, n := range taken {
		if n.FileID == p.FileID {
			theirs = append(theirs, n)
		}
	}
	base := last(theirs)
	for _, n := range sentPacks(r, data.ID[data.Mentoring](p.About)) {
		if n.ID == p.BaseID {
			sent = true
			if n.Number >= base.Number {
				base = n
			}
		}
	}
	rows, err = rowsBehind(r, base)
	return rows, sent, err
}

// contentOf is the hash of what a package says, without its number and day.
func contentOf(p pack.Package) (string, error) {
	b, err := pack.EncodeRecords(p.Records)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(append(b, string(p.Kind)+p.FileID.String()+p.BaseID.String()+p.About.String()+p.Owner.String()...))
	return hex.EncodeToString(sum[:]), nil
}
