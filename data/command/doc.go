// Package command is every action that a user can take: one small struct each,
// with its values, its label and Run. It is the only code that writes records.
//
// A command validates, moves statuses only along the tables of package data,
// puts rows, and calls engines where a rule needs a calendar or a norm. Derive,
// called by the store at the end of every step, rebuilds the computed rows of
// what the step touched; commands never store computed rows themselves.
//
// The package must never know a window or a language: a label is a text key
// and the name of what it was done to.
package command
