// Package data holds the records of the program: one file per noun, each with
// its value type, what makes it valid, and the table of its legal status moves.
//
// It also holds the small value types that every record is made of (ID, Date,
// Moment, Money, Minutes, Span) and the row structs that queries fill for
// screens and exporters.
//
// The package must never know where records are stored, which language a user
// reads, what time it is now, or what a window is. A record checks only itself:
// a rule over two records and a calendar is an engine's business.
//
// Decisions:
//   - A missing value is the zero value. The store turns it into NULL where a
//     column may be empty (ids, dates, moments).
//   - A moment is one column "2026-11-30T06:35 Europe/Moscow": wall time and
//     zone change together, and a half-changed moment means nothing.
//   - A span is one column too ("5d", "2.5d", "4h", "3cd", "90em") for the same
//     reason.
//   - Statuses are short English codes; their words live in assets/text.
package data
