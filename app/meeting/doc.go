// Package meeting is the short dialog of a meeting or a call, and the list of
// meetings that cards show: planned, repeated, held with a result, called off.
//
// It is a part, not a room: the calendar, the cards of clients and projects and
// the trainee's card use it, as they use package card. It must never know which
// of them has called it, and it writes only by commands.
//
// Decisions:
//   - A day is typed and a time is typed («14-17»); without a time the meeting
//     takes the whole day. Meetings over midnight are not made here.
//   - The clock is the owner's unless another zone is chosen: a call with
//     another town is agreed on in words of one's own clock.
//   - A series is edited as a whole or day by day; a day that is touched becomes
//     an event of its own.
package meeting
