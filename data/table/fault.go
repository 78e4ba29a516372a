package table

import "portfel/data"

// Fault is something in a source that hinders its import. The words show it as
// line, column and the sentence of What.
type Fault struct {
	Line   int    // from 1
	Column string // as the source writes it
	Name   string // of the record, or its id
	What   data.Problem
}
