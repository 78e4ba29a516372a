// Package text holds the words and the formats of the program in both of its
// languages: labels by key, plurals, dates, money, hours, sentences made of
// problems. Screens, the command line and exporters all speak through it, so
// that one thing has one name everywhere.
//
// Words lie in assets/text/<language>/<noun>.json: flat keys in English by
// noun ("trip.status.planned"), a value is a string with the places {0} {1},
// or a set of plural forms {"one","few","many","other"} where {n} is the
// number. A key stands in exactly one file and in both languages.
//
// The package must never know the clock, a file system, a record's storage or
// a window. What day is today comes in as an argument.
//
// Decisions:
//   - A missing key is returned as it is: the program stays usable, and the
//     tests of this package find it before a release.
//   - Keys that are built from a stored code ("trip.status." + status) are
//     declared where they are built by a comment //text:prefix trip.status.
//     so that the key test knows that they are used.
//   - No-break spaces (U+00A0) stand inside numbers and between a number and
//     its sign (₽, %, ч, дн.); sentences from the files keep plain spaces.
//   - Parsing of typed numbers accepts both languages at once: people paste.
package text
