package vault

import (
	"bytes"
	"errors"
	"io"

	"filippo.io/age"

	"portfel/data"
)

const (
	workFactor    = 16
	maxWorkFactor = 18
)

// intro is how every sealed file begins.
const intro = "age-encryption.org/v1\n"

// Sealed tells whether bytes are the beginning of a sealed file.
func Sealed(b []byte) bool { return bytes.HasPrefix(b, []byte(intro)) }

// Seal closes bytes with a pass phrase. An empty one is refused (Problem "required"
// of the field "passphrase").
func Seal(b []byte, passphrase string) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, data.Problems{{Field: "passphrase", Code: "required"}}
	}
	to.SetWorkFactor(workFactor)
	var out bytes.Buffer
	out.Grow(len(b) + len(b)/1000 + 1024)
	w, err := age.Encrypt(&out, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close() // the last piece is written here
	return out.Bytes(), err
}

// Open is the content of a sealed file. Problems: "vault.foreign" when it is none
// that a pass phrase seals, "vault.passphrase" for a wrong pass phrase,
// "vault.damaged" when a byte of it is not as it was written.
func Open(b []byte, passphrase string) ([]byte, error) {
	if !Sealed(b) {
		return nil, problem("vault.foreign")
	}
	who, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, data.Problems{{Field: "passphrase", Code: "required"}}
	}
	who.SetMaxWorkFactor(maxWorkFactor)
	r, err := age.Decrypt(bytes.NewReader(b), who)
	var wrong *age.NoIdentityMatchError
	switch {
	case errors.As(err, &wrong):
		return nil, problem("vault.passphrase")
	case err != nil:
		return nil, problem("vault.damaged")
	}
	out := bytes.NewBuffer(make([]byte, 0, len(b)))
	if _, err := io.Copy(out, r); err != nil {
		return nil, problem("vault.damaged")
	}
	return out.Bytes(), nil
}

func problem(code string) error { return data.Problems{{Code: code}} }
