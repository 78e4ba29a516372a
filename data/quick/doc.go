// Package quick reads what people type in a hurry: dates («ср», «+3р»,
// «30.11-4.12»), times, and one line that becomes the draft of a record
// («местная ср 14-17 Балтик-Тара согласование протокола»).
//
// It is pure: today, the working days and the known names come in as
// arguments. It must never know how a record is stored or saved; a Draft is
// only what was understood, and the form that shows it has the last word.
//
// Decisions:
//   - Both languages are read at once, and both keyboard layouts: what cannot
//     be read as typed is read as if the other layout had been on («ch» is
//     «ср», «pfdnhf» is «завтра»).
//   - A date without a year is the first one that lies at most half a year
//     back; a day without a month the first one at most half a month back. So
//     yesterday can be typed, and next January too.
//   - In a line words are only taken for dates, times and names where that is
//     hard to mistake: a bare number or «1.2» stays in the title, because it may
//     be the number of a stage. What was understood is reported as parts of the
//     text, in runes, so that a window can show it while one types.
//   - A name is known in any case ending («Медному Кряжу») and by its beginning
//     of four letters or more, but only if no other known name fits as well.
package quick
