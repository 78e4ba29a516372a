// Package trips is the room «Командировки»: where, when, with whom, and by what
// term. A list with filters stands at the left, the chosen trip in the middle
// (route, assignment, files, history), and what hangs on it at the right: terms,
// travellers, what else happens in those days.
//
// It never decides what a move needs or how legs of a journey follow each other:
// that is package command. It must never know the store or another screen.
//
// Decisions:
//   - What is ahead, under way or awaits its report is shown whatever the year;
//     the year narrows what is over.
//   - A leg is edited in the place of the route, not in a dialog. Its zones are
//     guessed from the places (data/place) until the user chooses one.
//   - Meetings with the trip's client stand in the route; all meetings of the
//     days stand at the right, and those elsewhere are clashes as well.
package trips
