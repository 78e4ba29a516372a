package command

import (
	"crypto/sha256"
	"strconv"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// MadePackage is a package on its way out: its bytes and what it is. Keep remembers
// what was sent, as the base of the merge to come; call it by File.Keep when the
// bytes are safely on disk.
type MadePackage struct {
	Bytes   []byte
	Package pack.Package
	Trainee string // short name, for the name of the file
	keep    func(*sqlite.Tx) error
}

// Keep remembers the package. One that was remembered before is not twice.
func (m MadePackage) Keep(tx *sqlite.Tx) error { return m.keep(tx) }

// PackMentoring makes the package of a mentoring: from the mentor's file what the
// trainee may see (the table packTable), from the trainee's what he did. The same
// state gives the same bytes. Nothing is written to the file.
func PackMentoring(r *sqlite.Reader, id data.ID[data.Mentoring], progress pack.Progress) (MadePackage, error) {
	me, err := owner(r)
	if err != nil {
		return MadePackage{}, err
	}
	ids, err := readPackIDs(r, me)
	if err != nil {
		return MadePackage{}, err
	}
	g, err := gather(r, id, ids)
	if err != nil {
		return MadePackage{}, err
	}
	if g.m.ID.IsZero() {
		return MadePackage{}, data.ErrNotFound
	}
	p, note, err := g.wrap(me)
	if err != nil {
		return MadePackage{}, err
	}
	out := MadePackage{Package: p, Trainee: g.names[data.RefTo(data.KindPerson, g.m.TraineeID)]}
	out.keep = func(tx *sqlite.Tx) error {
		if last(sentPacks(tx.Reader, id)).ID == note.ID {
			return nil
		}
		return rememberSent(tx, id, note, g.rows)
	}
	out.Bytes, err = pack.Write(p, progress)
	return out, err
}

// wrap makes the package and its note.
func (g *gathered) wrap(me data.Person) (pack.Package, packNote, error) {
	p := pack.Package{Kind: pack.ToTrainee, About: data.ID[data.Any](g.m.ID), Made: g.r.Today()}
	var err error
	if p.FileID, err = data.ParseID[data.Any](g.r.Setting(FileID, "")); err != nil {
		return p, packNote{}, err
	}
	p.Owner = translate(merge.Row{Kind: data.KindPerson, ID: data.ID[data.Any](me.ID)}, g.ids.out).ID
	taken, err := takenPacks(g.r, g.m.ID)
	if err != nil {
		return p, packNote{}, err
	}
	before := last(taken)
	p.BaseID = before.ID
	if me.ID == g.m.TraineeID {
		p.Kind = pack.ToMentor
		if before.ID.IsZero() {
			return p, packNote{}, data.Problems{{Code: "vplan.nothingToAnswer"}}
		}
	}
	known, err := knownRows(g.r, before)
	if err != nil {
		return p, packNote{}, err
	}
	p.Records = recordsOf(g.out(p.Kind, known))
	if p.Files, err = g.contents(p); err != nil {
		return p, packNote{}, err
	}
	note, err := number(g.r, &p, before)
	return p, note, err
}

// number gives the package its id and number: those of the last one that was sent,
// if it says the same.
func number(r *sqlite.Reader, p *pack.Package, before packNote) (packNote, error) {
	sent := last(sentPacks(r, data.ID[data.Mentoring](p.About)))
	sum, err := contentOf(*p)
	if err != nil {
		return packNote{}, err
	}
	if sent.Sum == sum && sent.Number > before.Number {
		p.ID, p.Number, p.Made = sent.ID, sent.Number, sent.Made
		return sent, nil
	}
	p.Number = max(sent.Number, before.Number) + 1
	id := sha256.Sum256([]byte(sum + strconv.Itoa(p.Number)))
	p.ID = data.ID[data.Any](id[:16])
	p.ID[6], p.ID[8] = p.ID[6]&0x0f|0x80, p.ID[8]&0x3f|0x80
	return packNote{ID: p.ID, Number: p.Number, Made: p.Made, Sum: sum}, nil
}

// knownRows are the records that a taken package held.
func knownRows(r *sqlite.Reader, n packNote) (map[data.Ref]bool, error) {
	rows, err := rowsBehind(r, n)
	known := make(map[data.Ref]bool, len(rows))
	for _, row := range rows {
		known[row.Ref()] = true
	}
	return known, err
}

// contents are the files of the attachments that go along, each once.
func (g *gathered) contents(p pack.Package) (files []pack.File, err error) {
	goes, seen := map[data.ID[data.Any]]bool{}, map[string]bool{}
	for _, r := range p.Records {
		goes[r.ID] = goes[r.ID] || r.Kind == data.KindAttachment
	}
	for _, a := range g.files {
		if goes[a.Key()] && !seen[a.Sha256] {
			seen[a.Sha256] = true
			files = append(files, pack.File{Sha256: a.Sha256, Size: a.Size, Read: func() ([]byte, error) { return g.r.Blob(a.Sha256) }})
		}
	}
	return files, nil
}
