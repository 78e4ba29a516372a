package pack

import (
	"cmp"
	"slices"

	"portfel/data"
)

// Version is the newest version of the format that this program writes and reads.
const Version = 1

// format is the name of the format.
const format = "portfel.vplan"

// Ending is how names of packages end.
const Ending = ".vplan"

// Limits of a package, in bytes and pieces.
const (
	MaxBytes   = 512 << 20
	maxRecords = 20_000
	maxFiles   = 5_000
	maxText    = 32 << 20 // records.json, unpacked
	maxHead    = 64 << 10 // manifest.json
)

// Kind says which way a package goes.
type Kind string

// The kinds of packages.
const (
	ToTrainee Kind = "trainee"
	ToMentor  Kind = "mentor"
)

// Record is a record as text, see the package comment. The id stands beside the
// fields.
type Record struct {
	Kind   data.Kind
	ID     data.ID[data.Any]
	Fields map[string]string
}

// File is the content of an attachment under its sha256. Read gives the bytes when
// they are needed; of a package that was read they are there already.
type File struct {
	Sha256 string
	Size   int64
	Read   func() ([]byte, error)
}

// Package is a package without its wrapping.
type Package struct {
	Kind    Kind
	ID      data.ID[data.Any]
	FileID  data.ID[data.Any]
	BaseID  data.ID[data.Any]
	Number  int
	About   data.ID[data.Any]
	Owner   data.ID[data.Any]
	Made    data.Date
	Records []Record
	Files   []File
}

// Progress hears how many bytes of how many are done; an error from it ends the
// work and is handed back. Nil is nobody.
type Progress func(done, total int64) error

func (p Progress) tell(done, total int64) error {
	if p == nil {
		return nil
	}
	return p(done, total)
}

// Of finds the content of a file; false when the package has none of that name.
func (p Package) Of(sha string) (File, bool) {
	for _, f := range p.Files {
		if f.Sha256 == sha {
			return f, true
		}
	}
	return File{}, false
}

// sorted puts records and files into the one order.
func (p Package) sorted() Package {
	p.Records = slices.Clone(p.Records)
	slices.SortFunc(p.Records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), slices.Compare(a.ID[:], b.ID[:]))
	})
	p.Files = slices.Clone(p.Files)
	slices.SortFunc(p.Files, func(a, b File) int { return cmp.Compare(a.Sha256, b.Sha256) })
	return p
}

// problem is a reason that a user can act on, under the key "problem.vplan.…".
func problem(code string, args ...string) error {
	return data.Problems{{Code: "vplan." + code, Args: args}}
}
