package mspdi

import (
	"os"
	"strings"
	"testing"
)

// Writing what was read gives a file that reads equal, and the same bytes each
// time.
func TestWritingWhatWasReadReadsEqual(t *testing.T) {
	list, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		if !strings.HasSuffix(e.Name(), ".xml") {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) {
			f := loadFile(t, e.Name())
			first := bytesOf(t, f)
			back := parse(t, first)
			same(t, f, back)
			equal(t, "notes", codes(back.Notes), codes(f.Notes))
			equal(t, "losses", back.Losses(), f.Losses())
			equal(t, "bytes", bytesOf(t, back), first)
		})
	}
}
