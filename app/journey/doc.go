// Package journey walks through the real program as a person does: the built
// binary in a real window on a display of its own (Xvfb with openbox), keys and
// mouse by xdotool, Cyrillic by key codes under the Russian layout. It holds
// tests only.
//
// It must know nothing of the program's insides: what a journey claims is read
// from the data file by the command line, from an exported file, from the log, or
// from the picture and the title of the window. Nothing waits for a fixed time:
// each step waits until what it needs is there, up to a deadline.
//
// Run with PORTFEL_BIN=path to use a binary that is built already, and with
// PORTFEL_JOURNEYS=folder to keep pictures of failed journeys.
package journey
