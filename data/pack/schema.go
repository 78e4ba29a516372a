package pack

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"portfel/data"
)

// manifest is manifest.json; its fields stand in the package comment.
type manifest struct {
	Format  string            `json:"format"`
	Version int               `json:"version"`
	Kind    Kind              `json:"kind"`
	ID      data.ID[data.Any] `json:"id"`
	File    data.ID[data.Any] `json:"file"`
	Base    data.ID[data.Any] `json:"base"`
	Number  int               `json:"number"`
	About   data.ID[data.Any] `json:"about"`
	Owner   data.ID[data.Any] `json:"owner"`
	Made    data.Date         `json:"made"`
}

// record is one of records.json.
type record struct {
	Kind   data.Kind         `json:"kind"`
	ID     data.ID[data.Any] `json:"id"`
	Fields map[string]string `json:"fields"`
}

func manifestOf(p Package) manifest {
	return manifest{format, Version, p.Kind, p.ID, p.FileID, p.BaseID, p.Number, p.About, p.Owner, p.Made}
}

func (m manifest) fill(p *Package) {
	p.Kind, p.ID, p.FileID, p.BaseID, p.Number, p.About, p.Owner, p.Made = m.Kind, m.ID, m.File, m.Base, m.Number, m.About, m.Owner, m.Made
}

// check refuses what no program writes.
func (m manifest) check() error {
	switch {
	case m.Format != format:
		return problem("foreign")
	case m.Version > Version:
		return newer(m.Version)
	case m.Version < 1:
		return problem("content", "version")
	case m.Kind != ToTrainee && m.Kind != ToMentor:
		return problem("content", "kind")
	case m.ID.IsZero():
		return problem("content", "id")
	case m.File.IsZero():
		return problem("content", "file")
	case m.About.IsZero():
		return problem("content", "about")
	case m.Owner.IsZero():
		return problem("content", "owner")
	case m.Number < 1 || m.Number > 1_000_000_000:
		return problem("content", "number")
	}
	return nil
}

// EncodeRecords is records.json of some records, in the order given.
func EncodeRecords(list []Record) ([]byte, error) {
	out := make([]record, len(list))
	for i, r := range list {
		out[i] = record(r)
	}
	b, err := json.MarshalIndent(out, "", " ")
	return append(b, '\n'), err
}

// DecodeRecords reads records.json. Problems "vplan.content", "vplan.records" (too
// many) and "vplan.twice" name what is wrong.
func DecodeRecords(b []byte) ([]Record, error) {
	var list []record
	if err := decode(b, &list); err != nil {
		return nil, problem("content", "records.json")
	}
	if len(list) > maxRecords {
		return nil, problem("records", "20000")
	}
	seen := map[data.Ref]bool{}
	out := make([]Record, len(list))
	for i, r := range list {
		ref := data.Ref{Kind: r.Kind, ID: r.ID}
		switch {
		case r.Kind == "" || r.ID.IsZero():
			return nil, problem("content", "records.json")
		case seen[ref]:
			return nil, problem("twice", ref.String())
		}
		seen[ref] = true
		out[i] = Record(r)
	}
	return out, nil
}

// decode reads one JSON value and refuses what the schema does not know.
func decode(b []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more after the end")
	}
	return nil
}
