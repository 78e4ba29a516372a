// Package locale names the language of the system, and keeps the toolkit quiet
// about locales that name none.
//
// It must know nothing else and import nothing but the standard library's os and
// strings: a program initialises the ready package of the smallest import path
// first, so this one comes before the toolkit's lang, which looks at the
// environment once, while it is initialised, and logs an error for "C.UTF-8".
package locale
