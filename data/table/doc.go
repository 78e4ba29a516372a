// Package table reads separated text, as spreadsheets save it, and the kinds of
// sources that are tables: the plan of a project, people, absences, trips. Which
// one a table is, its columns say.
//
// It is pure: bytes in, rows and faults out. It must never know where records
// are kept, what day it is, or in which language a fault is read.
//
// Decisions:
//   - The encoding is told by a byte order mark, else by what the bytes can be:
//     UTF-16, UTF-8, windows-1251 in this order. A text of which one line is UTF-8
//     is UTF-8; broken bytes in it, a line in windows-1251, half a letter at the
//     end and letters that no text of ours has are refused by their line, because
//     a name in wrong letters is worse than none.
//   - The separator is the one that the first line has most of, or what a line
//     «sep=;» before it says.
//   - Memory is bounded by MaxFile; a line longer than MaxLine is refused.
//   - Of a list the rows with a fault are told and the others stand; a plan is read
//     whole, its importer takes it only without faults.
//   - A fault names the line, the column and the value; all faults of a source
//     are told at once.
package table
