// Package welcome is the first start: four questions, one at a time (who I am,
// the department, the calendar, an empty file or the sample), that end in a
// usable file.
//
// It must never write anything before the last answer: going back and closing
// the program leave the file as it was.
package welcome
