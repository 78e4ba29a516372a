// Package cli is the command line: the same commands and readers as the window,
// for scripts, scheduled jobs and bug reports. Nothing in it opens a window,
// needs a display or talks to a network.
//
// Results go to standard output, errors to standard error. Exit codes: 0 done;
// 1 the data has a defect, or a row was refused; 2 wrong usage, no such name, an
// ambiguous name, or a command that this version does not have; 3 a file cannot
// be opened.
//
// The package must never compute what a command, a reader or an engine computes:
// it reads arguments, calls one of them, and prints.
//
// Decisions:
//   - Tables are tab separated with a header, without quoting; a tab or a line
//     end in a cell becomes a space, nothing becomes "-". Codes are English as
//     stored; sentences and names of things are in the language asked for.
//   - What a command did is told only when it is done: an import that cannot be
//     written names no record.
//   - A name means the same everywhere, also what a picture selects (find.go,
//     match.go).
//   - --now is a wall time in the zone of the file's owner, so the clock is
//     settled only when the file is open.
//   - A reading command opens the file only to read it, so that it works while a
//     window holds it. A file of an older version is first opened in full.
package cli
