package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// File is what was read from the disk: a name without folders, and the bytes.
type File struct {
	Name  string
	Bytes []byte
}

// Attach takes a file in: its bytes under their hash, its record under the owner.
type Attach struct {
	Owner data.Ref
	File  File
}

// Label is "command.attach" and the file's name.
func (c Attach) Label() (string, string) { return "command.attach", c.File.Name }

// Run refuses a file above data.MaxAttachment and an owner that is not there.
func (c Attach) Run(tx *sqlite.Tx) error {
	if _, err := tx.Load(c.Owner); err != nil {
		return err
	}
	_, err := takeIn(tx, c.Owner, c.File)
	return err
}

// takeIn keeps the bytes and puts the record that names them.
func takeIn(tx *sqlite.Tx, owner data.Ref, f File) (data.ID[data.Attachment], error) {
	a := data.Attachment{ID: data.NewID[data.Attachment](), OwnerKind: owner.Kind, OwnerID: owner.ID, Name: f.Name,
		Mime: data.MimeOf(f.Name), Size: int64(len(f.Bytes)), AddedOn: tx.Today()}
	if len(f.Bytes) > data.MaxAttachment {
		return a.ID, TooLarge()
	}
	var err error
	if a.Sha256, err = tx.PutBlob(f.Bytes); err != nil {
		return a.ID, err
	}
	return a.ID, tx.Put(a)
}

// TooLarge is the problem of a file above data.MaxAttachment; it names the limit
// in megabytes.
func TooLarge() error {
	return data.Problems{{Field: "size", Code: "tooLarge", Args: []string{"100"}}}
}
