// Package desk is the contract between a screen and the program: what a screen
// may ask for (Desk) and what it answers (Screen). It also holds Work, the only
// place of the program that starts a goroutine for a long job.
//
// It must never know a particular screen or draw a widget. A screen gets a
// reader without write methods from it and writes only by commands, so it never
// imports the store.
package desk
