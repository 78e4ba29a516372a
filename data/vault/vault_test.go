package vault

import (
	"bytes"
	"errors"
	"testing"

	"portfel/data"
)

func code(err error) string {
	var ps data.Problems
	if errors.As(err, &ps) {
		return ps[0].Code
	}
	return ""
}

var plain = bytes.Repeat([]byte("План стажёра. "), 10_000) // more than two pieces of 64 KB

func TestASealedFileOpensWithItsPassPhraseOnly(t *testing.T) {
	sealed, err := Seal(plain, "верба 7 клён")
	if err != nil {
		t.Fatal(err)
	}
	if !Sealed(sealed) || bytes.Contains(sealed, []byte("стажёра")) || len(sealed) > len(plain)+4096 {
		t.Errorf("%d bytes, sealed: %v", len(sealed), Sealed(sealed))
	}
	got, err := Open(sealed, "верба 7 клён")
	if err != nil || !bytes.Equal(got, plain) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	if got, err := Open(sealed, "верба 7 клен"); got != nil || code(err) != "vault.passphrase" {
		t.Errorf("wrong pass phrase: %d bytes, %v", len(got), err)
	}
}

// The end of the content is the place that matters: all before it is sound.
func TestOneFlippedByteOrALostEndGivesNothing(t *testing.T) {
	sealed, err := Seal(plain, "верба")
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{22, 60, 150, 200, 70_000, len(sealed) - 1} {
		bad := bytes.Clone(sealed)
		bad[at] ^= 1
		if got, err := Open(bad, "верба"); got != nil || code(err) == "" {
			t.Errorf("byte %d: %d bytes, %v", at, len(got), err)
		}
	}
	for _, n := range []int{10, 30, 150, 70_000, len(sealed) - 1} {
		if got, err := Open(sealed[:n], "верба"); got != nil || code(err) == "" {
			t.Errorf("cut at %d: %d bytes, %v", n, len(got), err)
		}
	}
}

func TestNothingIsSealedWithoutAPassPhraseNorOpenedThatIsNotSealed(t *testing.T) {
	if _, err := Seal(plain, ""); code(err) != "required" {
		t.Error(err)
	}
	if _, err := Open(plain, "верба"); code(err) != "vault.foreign" {
		t.Error(err)
	}
	greedy := "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
	if _, err := Open([]byte(greedy), "верба"); code(err) == "" {
		t.Error(err)
	}
}
