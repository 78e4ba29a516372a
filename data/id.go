package data

import (
	"bytes"
	"fmt"

	"github.com/google/uuid"
)

// ID names one record of type T. It is a UUIDv7 made when the record is
// created, or a UUIDv5 of a key for rows that the program ships, so that the
// same shipped row has the same id in every file. The zero ID means "none".
type ID[T any] [16]byte

// NewID makes a fresh, time-ordered id. It panics only if the system has no
// source of randomness.
func NewID[T any]() ID[T] { return ID[T](uuid.Must(uuid.NewV7())) }

// shipped is the name space of ids that are derived from a key.
var shipped = uuid.MustParse("6f1d2a52-6c0e-5d0f-9a54-2f7f3b0c9a11")

// ShippedID is the id of a row that the program ships under the given key.
func ShippedID[T any](key string) ID[T] { return ID[T](uuid.NewSHA1(shipped, []byte(key))) }

// ParseID reads the 36-character form; an empty text is the zero id.
func ParseID[T any](s string) (ID[T], error) {
	var id ID[T]
	err := id.UnmarshalText([]byte(s))
	return id, err
}

// IsZero tells whether the id names nothing.
func (id ID[T]) IsZero() bool { return id == ID[T]{} }

// String is the 36-character form, or "" for the zero id.
func (id ID[T]) String() string {
	if id.IsZero() {
		return ""
	}
	return uuid.UUID(id).String()
}

// MarshalText writes the 36-character form; the zero id is empty.
func (id ID[T]) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (id *ID[T]) UnmarshalText(b []byte) error {
	if len(bytes.TrimSpace(b)) == 0 {
		*id = ID[T]{}
		return nil
	}
	u, err := uuid.ParseBytes(b)
	if err != nil {
		return fmt.Errorf("id %q: %w", b, err)
	}
	*id = ID[T](u)
	return nil
}

// Ref points to a record of any kind; the zero Ref points to nothing.
type Ref struct {
	Kind Kind
	ID   ID[Any]
}

// Any stands for "a record of some kind" in an ID.
type Any struct{}

// RefTo makes a Ref from a typed id.
func RefTo[T any](kind Kind, id ID[T]) Ref { return Ref{kind, ID[Any](id)} }

// As turns the id of a Ref into a typed one; the caller has checked Kind.
func As[T any](r Ref) ID[T] { return ID[T](r.ID) }

// IsZero tells whether the Ref points to nothing.
func (r Ref) IsZero() bool { return r.ID.IsZero() }

// String is "kind:id", as kept in remembered places.
func (r Ref) String() string { return string(r.Kind) + ":" + r.ID.String() }
