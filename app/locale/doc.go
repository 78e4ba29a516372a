// Package locale keeps the toolkit quiet about locales that name no language, as
// the C.UTF-8 of a container: the toolkit looks at the environment once, while
// its package lang is initialised, and would log an error even for a command that
// opens no window.
//
// It must know nothing and import nothing but os and strings. Go initialises of
// the packages that are ready the one of the smallest import path first; this one
// is ready as soon as os is, and text/template, which lang waits for, comes later
// in the alphabet. A test runs the order.
package locale
