// Package app assembles the program's window: navigation, top bar, screens,
// keys, palette, questions and messages. It is the only importer of the screens;
// the command line and the pictures go through it.
//
// It must never decide anything about a record: screens show rows and run
// commands. Threads: everything here runs on the window's goroutine; long jobs
// go through desk.Run.
package app
