// Package shot draws a screen of the program into a picture without a display:
// for the README, for a quick look, and for bug reports.
//
// It is the one place of the product that uses the toolkit's test driver. The
// window it draws is the program's own, over the real file, with all writing
// left out: nothing is remembered, nothing is exported.
package shot
