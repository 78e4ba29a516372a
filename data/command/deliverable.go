package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// AddVersion gives a document its next version, with its file when there is
// one. The version before it becomes replaced where data.VersionFlow allows it.
type AddVersion struct {
	Version data.Version // an empty ID, day or status is filled in: a draft of today
	File    *File
}

// Label is "command.version.add" and the label of the version.
func (c AddVersion) Label() (string, string) { return "command.version.add", c.Version.Label }

// Run refuses a label that the document has already.
func (c AddVersion) Run(tx *sqlite.Tx) error {
	v := c.filled(tx)
	have, err := tx.Versions(v.DeliverableID)
	if err != nil {
		return err
	}
	for _, h := range have {
		if strings.EqualFold(h.Label, v.Label) {
			return data.Problems{{Field: "label", Code: "taken"}}
		}
	}
	if len(have) > 0 {
		if err := replaceVersion(tx, have[0].ID); err != nil {
			return err
		}
	}
	if c.File != nil {
		if v.AttachmentID, err = takeIn(tx, data.RefTo(data.KindVersion, v.ID), *c.File); err != nil {
			return err
		}
	}
	return tx.Put(v)
}

func (c AddVersion) filled(tx *sqlite.Tx) data.Version {
	v := c.Version
	v.Label = strings.TrimSpace(v.Label)
	if v.ID.IsZero() {
		v.ID = data.NewID[data.Version]()
	}
	if v.CreatedOn.IsZero() {
		v.CreatedOn = tx.Today()
	}
	if v.Status == "" {
		v.Status = data.VersionDraft
	}
	return v
}

// replaceVersion marks a version replaced if it may be.
func replaceVersion(tx *sqlite.Tx, id data.ID[data.Version]) error {
	v, err := sqlite.Get(tx.Reader, id)
	if err != nil || !data.VersionFlow.Can(v.Status, data.VersionReplaced) {
		return err
	}
	v.Status = data.VersionReplaced
	return tx.Put(v)
}

// MoveVersion brings a version to its next status. The day goes to where the
// status belongs: sent to the client, approved.
type MoveVersion struct {
	ID data.ID[data.Version]
	To data.VersionStatus
	On data.Date

	Name string // of the document and the version
}

// Label is "command.move.version", the document and the version.
func (c MoveVersion) Label() (string, string) { return "command.move.version", c.Name }

// Run refuses an illegal move.
func (c MoveVersion) Run(tx *sqlite.Tx) error {
	v, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	v.Status = c.To
	switch c.To {
	case data.VersionClient:
		v.SentOn = c.On
	case data.VersionApproved:
		v.ApprovedOn = c.On
	}
	return Move{Record: v}.Run(tx)
}

// VersionFile gives a version its file, or another one. The file of a version
// that has left the house is never exchanged: that would falsify what was sent.
type VersionFile struct {
	ID   data.ID[data.Version]
	File File
}

// Label is "command.version.file" and the file's name.
func (c VersionFile) Label() (string, string) { return "command.version.file", c.File.Name }

// Run refuses to exchange the file of a version that was sent or closed.
func (c VersionFile) Run(tx *sqlite.Tx) error {
	v, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil {
		return err
	}
	old := v.AttachmentID
	if !old.IsZero() && v.Status != data.VersionDraft && v.Status != data.VersionInternal {
		return data.Problems{{Code: "versionSent"}}
	}
	if v.AttachmentID, err = takeIn(tx, data.RefTo(data.KindVersion, v.ID), c.File); err != nil {
		return err
	}
	if err := tx.Put(v); err != nil || old.IsZero() {
		return err
	}
	return tx.Delete(data.RefTo(data.KindAttachment, old))
}

// DropVersionFile takes the file away from a version that has not left the house.
type DropVersionFile struct {
	ID   data.ID[data.Version]
	Name string // of the file
}

// Label is "command.delete.attachment" and the file.
func (c DropVersionFile) Label() (string, string) { return "command.delete.attachment", c.Name }

// Run refuses for a version that was sent or closed.
func (c DropVersionFile) Run(tx *sqlite.Tx) error {
	v, err := sqlite.Get(tx.Reader, c.ID)
	if err != nil || v.AttachmentID.IsZero() {
		return err
	}
	if v.Status != data.VersionDraft && v.Status != data.VersionInternal {
		return data.Problems{{Code: "versionSent"}}
	}
	old := v.AttachmentID
	v.AttachmentID = data.ID[data.Attachment]{}
	if err := tx.Put(v); err != nil {
		return err
	}
	return tx.Delete(data.RefTo(data.KindAttachment, old))
}
