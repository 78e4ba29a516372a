// Package cost says what hours cost: which dated rate counts for whose hour, for
// which client and project, on which day, and what a number of hours comes to.
//
// It is pure. It must never know where rates are stored or what a plan is.
//
// Decisions:
//   - The most particular rate counts: a person's before the grade's, and of
//     each the project's before the client's before the general one. Among those
//     the one that begins last, not after the day.
//   - A sum is rounded half up to kopecks for each line (a person's hours of a
//     task), and sums are added.
//   - An hour without a rate costs nothing and is counted, so that a report can
//     say what it does not know.
package cost
