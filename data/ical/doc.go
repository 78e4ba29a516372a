// Package ical turns the agenda into an iCalendar file (RFC 5545, RFC 7986) and
// reads calendar files of other programs.
//
// Writing goes in steps, so that a command can stand between them: Items turns
// agenda rows into calendar items for one audience, Plan compares them with
// what was exported before and decides numbers and cancellations, Encode makes
// the bytes, Table prints what the bytes should mean. Reading is Decode, of a journey Itinerary.
// Occurrences expands a series for the agenda, CheckRule judges a rule.
//
// The package must never know the clock, a file, SQL or a window: the moment of
// writing, the stored states and the calendar of days off come in as values.
//
// Decisions:
//   - Own writer. The encoder of go-ical does not fold lines, refuses an empty
//     calendar and a quote in a parameter, leaves half a file on an error, and
//     sorts properties through maps, which alone costs more than the whole
//     export may (0.12 s for 10 000 events).
//   - Reading goes through go-ical one component at a time, each under recover:
//     its decoder panics on some lines and gives up the whole file for one bad
//     line. What surrounds it (encodings, folding, lengths, damage, zones) is
//     done before, and is bounded in memory.
//   - What an audience may see is cut out of the row before any text is made
//     (audience.go). What is not in the row cannot leak.
//   - A client sees the days and the town of our trips to it, and when we meet:
//     nothing that somebody here has put into words, because a title, a purpose
//     or a place can say what was meant for us alone. A meeting is shown only
//     where the client itself is named in it (the client of the event, or one of
//     its contacts takes part), not because it belongs to the client's project.
//     Milestones and documents are talked over with the client elsewhere. A day
//     of a series that the client is not in is an event of its own for it.
//   - SEQUENCE follows the facts of the record, before audience and language,
//     so that it is the same in every feed. LAST-MODIFIED follows the text of
//     the feed. A touched occurrence has its own number, as RFC 5546 allows.
//   - The body that a feed keeps is the component's own text without DTSTAMP,
//     SEQUENCE and LAST-MODIFIED: a cancellation of a record that no longer
//     exists is made from it.
//   - A deadline is shown on its day: DTEND of an event is exclusive, but DUE of
//     a task is the last day itself, because task lists show DUE as it stands.
//     RFC 5545 wants DUE after DTSTART, so a task of one day has only DUE.
//   - Wall times that a clock change skips or repeats are read as RFC 5545 3.3.5
//     asks (data.Moment.Instant), and single events are written with the resulting clock,
//     or in UTC in the hour that occurs twice: libical, KCalendarCore and ical.js take
//     the second one from the same VTIMEZONE. A series leaves out a day of
//     either sort, and it stands beside it as an event of its own with the day as its
//     part.
//   - A rule that takes its day from 29 February or the end of a month is written
//     with that day: readers differ in what they make of the months without it.
//   - A calendar without items holds one component of our own, because an empty one
//     is not a calendar; a VTIMEZONE that nothing uses would do, but some checkers
//     mind it.
//   - What another calendar calls a trip, by title or category, is one when it takes
//     whole days or ends on a later day than it begins: its days are those of its own
//     clocks, and the hours, which are those of the journey, are left out. Hours within
//     one day are a meeting. Several whole days with a place are a trip without the
//     word; hours are not, because a conference or a duty looks the same.
//   - VTIMEZONE blocks are made from the program's own zone data: the change in
//     force before the first use, every change up to the last, and a yearly rule
//     (or thirty years of changes) behind a series without an end.
//   - Rules are expanded in wall time. rrule-go looks for the next day up to the
//     year 9999; the Gregorian calendar repeats every 400 years, so the search
//     is made near that year and an impossible rule ends at once (rule.go).
package ical
