package data

import "strings"

// Attachment is a file that belongs to a record. Its bytes lie inside the
// program's file under their sha256.
type Attachment struct {
	ID        ID[Attachment]
	OwnerKind Kind
	OwnerID   ID[Any]
	Name      string
	Mime      string
	Size      int64
	Sha256    string // hex
	AddedOn   Date
}

// MaxAttachment is the largest file that is taken in, in bytes.
const MaxAttachment = 100 << 20

// Kind is KindAttachment.
func (Attachment) Kind() Kind { return KindAttachment }

// Key is the id without its type.
func (a Attachment) Key() ID[Any] { return ID[Any](a.ID) }

// Validate needs an owner, a name and the hash of the bytes.
func (a Attachment) Validate() (ps Problems) {
	ps.Add(a.OwnerID.IsZero(), "ownerId", "required")
	ps.Add(strings.TrimSpace(a.Name) == "", "name", "required")
	ps.Add(len(a.Sha256) != 64, "sha256", "unknown", a.Sha256)
	ps.Add(a.Size < 0 || a.Size > MaxAttachment, "size", "tooLarge", "100")
	return ps
}

// Link joins any two records.
type Link struct {
	ID        ID[Link]
	LeftKind  Kind
	LeftID    ID[Any]
	RightKind Kind
	RightID   ID[Any]
	Role      string // why they are joined: "task" for a trainee's item and its project task
}

// Kind is KindLink.
func (Link) Kind() Kind { return KindLink }

// Key is the id without its type.
func (l Link) Key() ID[Any] { return ID[Any](l.ID) }

// Validate needs two different ends.
func (l Link) Validate() (ps Problems) {
	ps.Add(l.LeftID.IsZero(), "leftId", "required")
	ps.Add(l.RightID.IsZero(), "rightId", "required")
	ps.Add(l.LeftID == l.RightID, "rightId", "self")
	return ps
}

// Source remembers under which id a foreign system knows a record, so that a
// second import finds it. It is journaled: an undone import can be imported
// again.
type Source struct {
	ID         ID[Source]
	RecordKind Kind
	RecordID   ID[Any]
	System     string // "csv:<project>", "ics"
	ExternalID string
	Hash       string // of the foreign record when it was last taken; of a calendar item behind its SEQUENCE: "3 9f86…"
}

// Kind is KindSource.
func (Source) Kind() Kind { return KindSource }

// Key is the id without its type.
func (s Source) Key() ID[Any] { return ID[Any](s.ID) }

// Validate needs both ids.
func (s Source) Validate() (ps Problems) {
	ps.Add(s.RecordID.IsZero(), "recordId", "required")
	ps.Add(s.System == "" || s.ExternalID == "", "externalId", "required")
	return ps
}
