// Package place knows the towns and airports that people write into a route,
// and the time zone of each: «Москва (SVO)», «SVX», «Самара, вокзал».
//
// It reads the shipped table assets/zone/city.tsv and is pure. It must never
// know a trip or a window; a town that is not in the table is simply unknown,
// and the form then asks for the zone.
//
// Decisions:
//   - The zone is that of the IANA database for the town itself (Barnaul and
//     not Novosibirsk, Saratov and not Samara), so that old trips keep the
//     clock of their day.
//   - Only names that mean one town are in the table: a town that has a
//     namesake in another zone is left out rather than guessed wrong. The
//     larger of two towns in one zone is taken.
//   - A code counts only as three Latin letters in capitals, or alone in any
//     case: «Ufa» in a sentence is the town, «UFA» its airport.
package place
