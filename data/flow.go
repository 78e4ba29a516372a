package data

import "slices"

// Flow is a status machine: for each status the statuses that may follow, in
// the order in which buttons offer them.
type Flow[S ~string] map[S][]S

// Next lists the legal next statuses.
func (f Flow[S]) Next(from S) []S { return f[from] }

// Can tells whether the move is legal; staying is not a move.
func (f Flow[S]) Can(from, to S) bool { return slices.Contains(f[from], to) }

// Has tells whether the status belongs to the machine.
func (f Flow[S]) Has(s S) bool {
	_, ok := f[s]
	return ok
}

// Move is nil for a legal move, else a Problem that names both statuses by
// their text keys.
func (f Flow[S]) Move(prefix string, from, to S) error {
	if f.Can(from, to) {
		return nil
	}
	return Problems{{Field: "status", Code: "move", Args: []string{"@" + prefix + string(from), "@" + prefix + string(to)}}}
}
