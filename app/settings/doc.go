// Package settings is the room of what the whole file stands on: who I am, the
// department, people and their absences, calendars, dated norms, competencies,
// the look, and the file itself with its journal.
//
// It must never hold a number of law: norms and calendars are rows that the
// user sees with their source and changes here.
package settings
