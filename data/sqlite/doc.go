// Package sqlite is the one file on disk: opening and migrating it, the journal,
// transactions and every query. All SQL of the program is here.
//
// One connection writes, a few read. A write is a Command run by File.Do in one
// transaction under an open step; triggers, generated from the table list at
// opening, write the journal. Do, Undo and Redo end alike: links of deleted
// records are removed, computed rows are rebuilt by the function given in
// Options.Derive, search rows are written, foreign keys are checked, the
// transaction is committed, and the change event is read from the journal.
//
// The package must never know an engine, a word of a language, or a window. It
// calls Options.Derive without knowing what it computes.
//
// Decisions:
//   - Records are read and written by reflection over their flat structs, so a
//     new noun needs a struct, a table and a line in tables.go.
//   - The zero id, date, moment and span are NULL; other zero values are kept.
//   - A step is "do", "undo", "redo" or "base" (rows that came with the file and
//     are not the user's to undo). Its state is "done", "undone" or "dropped"
//     (undone and no longer to be redone).
//   - The lock lies beside the file itself, behind all links to it. Readers need
//     none; the last of them leaves no log behind.
//   - A file that cannot be opened is never changed and always named: our mark
//     without a version, a migration that fails, anything unknown is damage.
//   - Undo and redo replay the journal of the original step with foreign keys
//     deferred, and decline when a row no longer holds what that step left.
package sqlite
