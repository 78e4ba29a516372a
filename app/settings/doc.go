// Package settings is the room of what the whole file stands on: who I am, the
// department, people with their rates and absences, rates of grades, resources,
// calendars with their hours, dated norms, competencies, plan templates, the
// look, and the file itself with its journal.
//
// It must never hold a number of law: norms and calendars are rows that the
// user sees with their source and changes here.
//
// Decisions:
//   - Rates are rows that stay: a new one counts from its day, hours before it keep
//     the old one.
//   - A template is shown and edited here and not in the room of plans, whose
//     dates would mean nothing.
package settings
