// Package table reads separated text, as spreadsheets save it, and the kinds of
// sources that are tables: today the plan of a project.
//
// It is pure: bytes in, rows and faults out. It must never know where records
// are kept, what day it is, or in which language a fault is read.
//
// Decisions:
//   - The encoding is told by a byte order mark, else by what the bytes can be:
//     UTF-16, UTF-8, windows-1251 in this order. A UTF-8 text with a few broken
//     bytes is refused, not read as windows-1251.
//   - The separator is the one that the first line has most of.
//   - Memory is bounded by MaxFile; a line longer than MaxLine is refused.
//   - A fault names the line, the column and the value; all faults of a source
//     are told at once.
package table
