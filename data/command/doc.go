// Package command is every action that a user can take: one small struct each,
// with its values, its label and Run. It is the only code that writes records.
//
// A command validates, moves statuses only along the tables of package data,
// puts rows, and calls engines where a rule needs a calendar or a norm. Derive,
// called by the store at the end of every step, rebuilds the computed rows of
// what the step touched; commands never store computed rows themselves.
//
// A calendar file that comes back holds our own items, perhaps edited elsewhere. An
// item is compared with what it was made from, the text that a feed was last given
// or would be given now: only what differs from that was edited there, so that a
// change made here in the meantime stays. What the record holds is taken, the rest
// is refused with its reason (ics_own.go, ics_edited.go). A day of a series of
// another program that a newer version neither moves nor takes out comes back; what
// somebody wrote to it here is never deleted (ics_turn.go).
//
// The package must never know a window or a language: a label is a text key
// and the name of what it was done to.
package command
