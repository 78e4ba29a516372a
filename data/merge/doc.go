// Package merge joins two versions of a set of records that began as one: three
// ways, field by field. It serves whatever leaves a file and comes back changed: a
// trainee's plan, work handed over to a colleague.
//
// It works on rows: a record as its kind, its id and its fields in the text that
// the file stores. RowOf and Record translate any flat record both ways. A field
// that a row does not name is not said, which is not the same as empty: nothing
// follows from it.
//
// The package must never know a file, a command, what a kind means, or who may
// change what. It is pure.
//
// Decisions:
//   - A field that one side changed joins; a field that both changed to the same
//     value joins; a field that both changed otherwise is a conflict.
//   - A record that one side deleted goes, unless the other side changed it, or
//     changed or added something that points to it: that is a conflict of the whole
//     record. A record that both deleted is gone.
//   - Until somebody decides, a conflict stands as the base had it. So the joined
//     rows are the same whichever side is called ours.
package merge
