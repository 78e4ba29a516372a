// Package calendar is the room «Календарь»: everything that has a date, by
// month, by week and as an agenda, in layers, for the owner, one person or all.
//
// It reads agenda rows only and must never know how a trip, a plan or a document
// comes to its dates. What may be dragged is moved by a command; what follows
// from something else says in one sentence from what.
//
// Decisions:
//   - Times stand on the owner's clock; the card of a chosen row also names the
//     local time and its zone.
//   - Holidays and short days are rows of the calendar beside the records, so
//     their names can be read and not only their shade.
//   - What was cancelled is hidden until its chip is turned on.
package calendar
