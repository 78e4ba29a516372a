package command

import (
	"crypto/sha256"
	"maps"
	"reflect"
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/merge"
	"portfel/data/pack"
	"portfel/data/sqlite"
)

// packIDs translates ids between a file and its packages: people are known there by
// another id than here where both files began with an owner of the same id.
type packIDs struct{ out, in map[string]string }

// packPerson is the system under which a source keeps the id that the owner of the
// file has in the packages of a mentor.
const packPerson = "vplan.person"

// packSystem is the system under which a source keeps that a package was taken.
const packSystem = "pack"

// readPackIDs reads how ids are translated. The owner of a file has the shipped id
// that every new file's owner has, so outside he goes by one that is made of the
// file's id.
func readPackIDs(r *sqlite.Reader, me data.Person) (packIDs, error) {
	ids := packIDs{map[string]string{}, map[string]string{}}
	if me.ID == Owner {
		ids.add(me.ID, ownerAlias(r.Setting(FileID, "")))
	}
	known, err := sqlite.List[data.Source](r, "system = ?", packPerson)
	for _, s := range known {
		id, bad := data.ParseID[data.Person](s.ExternalID)
		if bad == nil {
			ids.add(data.ID[data.Person](s.RecordID), id)
		}
	}
	return ids, err
}

// ownerAlias is the id of a file's owner in packages: made of the file's id, and
// marked as a UUIDv8 (RFC 9562 5.8).
func ownerAlias(file string) data.ID[data.Person] {
	sum := sha256.Sum256([]byte("owner of " + file))
	id := data.ID[data.Person](sum[:16])
	id[6], id[8] = id[6]&0x0f|0x80, id[8]&0x3f|0x80
	return id
}

func (p packIDs) add(here, there data.ID[data.Person]) {
	p.out[here.String()], p.in[there.String()] = there.String(), here.String()
}

// translate puts other ids into a row.
func translate(row merge.Row, ids map[string]string) merge.Row {
	if len(ids) == 0 {
		return row
	}
	if other, ok := ids[row.ID.String()]; ok && row.Kind == data.KindPerson {
		row.ID, _ = data.ParseID[data.Any](other)
	}
	row.Fields = maps.Clone(row.Fields)
	for f, v := range row.Fields {
		if other, ok := ids[v]; ok && strings.HasSuffix(f, "ID") {
			row.Fields[f] = other
		}
	}
	return row
}

// rowsOf and recordsOf change rows of a merge into records of a package and back.
func rowsOf(list []pack.Record) []merge.Row {
	out := make([]merge.Row, len(list))
	for i, r := range list {
		out[i] = merge.Row(r)
	}
	return out
}

func recordsOf(list []merge.Row) []pack.Record {
	out := make([]pack.Record, len(list))
	for i, r := range list {
		out[i] = pack.Record(r)
	}
	return out
}

// protoOf is the zero record of a kind.
func protoOf(k data.Kind) (data.Record, bool) {
	i := slices.IndexFunc(data.Records, func(r data.Record) bool { return r.Kind() == k })
	if i < 0 {
		return nil, false
	}
	return data.Records[i], true
}

// withID is the zero record of a kind with an id.
func withID(ref data.Ref) (data.Record, bool) {
	proto, ok := protoOf(ref.Kind)
	if !ok {
		return nil, false
	}
	v := reflect.New(reflect.TypeOf(proto)).Elem()
	v.Field(0).Set(reflect.ValueOf(ref.ID).Convert(v.Field(0).Type()))
	return v.Interface().(data.Record), true
}

// orderOf is the place of a kind among the records, wholes before parts.
func orderOf(k data.Kind) int {
	return slices.IndexFunc(data.Records, func(r data.Record) bool { return r.Kind() == k })
}

// only leaves the named fields of a row.
func only(row merge.Row, fields []string) merge.Row {
	row.Fields = maps.Clone(row.Fields)
	maps.DeleteFunc(row.Fields, func(f, _ string) bool { return !slices.Contains(fields, f) })
	return row
}
