package sqlite

import "portfel/data"

// Archived tells whether a record is put away; a kind that cannot be, and a
// record that is not there, are not.
func (r *Reader) Archived(ref data.Ref) bool {
	if !Archivable(ref.Kind) {
		return false
	}
	n, err := number(r, "SELECT count(*) FROM "+string(ref.Kind)+" WHERE id = ? AND archived_on IS NOT NULL", ref.ID.String())
	return err == nil && n > 0
}
