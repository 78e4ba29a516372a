// Package overview is the room «Обзор»: what needs the owner now. Late things,
// terms of this week, what waits for the client or for a check, the meetings of
// today; the projects; two weeks ahead; the own load; trainees; trips; and a
// line that takes down a meeting, a trip, a task or a document as it is typed.
//
// It reads rows made for it and writes only by the commands of the line. It must
// never decide what is late or how full a week is: rows and engines say so.
//
// Decisions:
//   - «На этой неделе» ends on Sunday; what waits for somebody's answer or check
//     is shown whatever its term.
//   - Working days to the end of the month count today when today is worked, and
//     the line says so.
//   - The attention list scrolls by itself: the page stays in place.
package overview
